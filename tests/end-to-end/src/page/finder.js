// Finds a visible control by its role and by the name that a person reads or hears. While a modal window is open, what is
// behind it cannot be found, as it cannot be used.
const [role, name] = arguments;
const root = document.querySelector("dialog[open]") ?? document;
const selectors = {
  button: "button, summary",
  link: "a[href]",
  choice: "input[type=radio], input[type=checkbox]",
};
const words = (element) => element.innerText.replace(/\s+/g, " ").trim();
const nameOf = (element) => {
  const label = element.getAttribute("aria-label");
  if (label !== null) return label;
  return element.labels?.length ? words(element.labels[0]) : words(element);
};
const fits = (element) => (role === "choice" ? nameOf(element).startsWith(name) : nameOf(element) === name);
const isVisible = (element) => element.checkVisibility({ visibilityProperty: true });
return [...root.querySelectorAll(selectors[role])].find((element) => isVisible(element) && fits(element)) ?? null;
