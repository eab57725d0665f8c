// Chrome's way to the clipboard without a page in front: a document that nobody sees, and the old commands, because the new interface
// wants the focus. `clipboard-clearing.js` opens it and asks it once.

import { clearIfHolding } from "./copied-text.js";

chrome.runtime.onMessage.addListener((message, _sender, respond) => {
  if (typeof message?.copied !== "string") return false;
  clearIfHolding(message.copied, { read, empty }).then(respond);
  return true;
});

// What is on the clipboard comes with the event and never into the document.
function read() {
  let text;
  command("paste", (event) => {
    text = event.clipboardData.getData("text/plain");
  });
  if (text === undefined) throw new Error("the browser does not let the clipboard be read");
  return text;
}

function empty() {
  command("copy", (event) => event.clipboardData.setData("text/plain", ""));
}

function command(name, handle) {
  const instead = (event) => {
    event.preventDefault();
    handle(event);
  };
  document.addEventListener(name, instead);
  document.querySelector("textarea").select();
  document.execCommand(name);
  document.removeEventListener(name, instead);
}
