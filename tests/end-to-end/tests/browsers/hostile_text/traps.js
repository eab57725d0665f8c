// Whatever happens that no text may set off is noted; `window.traps()` tells of it and looks through the page as it is.
const noted = [];
for (const name of ["alert", "confirm", "prompt", "open", "print"]) {
  window[name] = () => noted.push(`${name} was called`);
}
const error = console.error;
console.error = (...words) => {
  noted.push(`console: ${words.join(" ").slice(0, 3000)}`);
  error.apply(console, words);
};
addEventListener("error", (event) => noted.push(`error: ${String(event.message).slice(0, 300)}`), true);
addEventListener("unhandledrejection", (event) => noted.push(`rejection: ${String(event.reason).slice(0, 300)}`));
document.addEventListener("securitypolicyviolation", (event) => noted.push(`policy: ${event.violatedDirective}`));

// Characters that show as nothing or turn the direction of writing; the isolates that the app itself puts around a text are not.
const HIDDEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2067\u206a-\u206f\u2800\u3164\ue000-\uf8ff\ufeff\uffa0\ufff9-\ufffb]/;
const SHOWN_ATTRIBUTES = ["title", "aria-label", "alt", "placeholder", "data-label", "label"];
const LONGEST = 8_000;

window.traps = () => {
  const found = [...noted];
  if (window.hostile !== undefined) found.push("a script ran");
  const made = document.querySelectorAll("main img, main iframe, main script, dialog img, dialog script, header img, a[href^='javascript:']");
  if (made.length > 0) found.push(`${made.length} elements were made`);
  const look = (text, where) => {
    const hidden = HIDDEN.exec(text);
    if (hidden) found.push(`U+${hidden[0].codePointAt(0).toString(16)} hides in ${where}: ${text.slice(0, 80)}`);
    const [opened, closed] = [text.split("\u2068").length, text.split("\u2069").length];
    if (opened !== closed) found.push(`an isolate that is not closed in ${where}`);
    if (text.length > LONGEST) found.push(`${text.length} characters in ${where}`);
  };
  look(document.title, "the title");
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const parent = texts.currentNode.parentElement;
    if (!parent.closest("script, style, textarea")) look(texts.currentNode.data, `<${parent.localName} class="${parent.className}">`);
  }
  for (const element of document.body.querySelectorAll("*")) {
    for (const name of SHOWN_ATTRIBUTES) {
      const value = element.getAttribute(name);
      if (value !== null) look(value, `${name} of <${element.localName}>`);
    }
  }
  return found.slice(0, 20);
};
