/* global wasm_bindgen */
// Starts the app. Whatever goes wrong before the app can speak for itself is said here: a popup whose WebAssembly
// did not start would otherwise stay blank.
const boot = document.getElementById("boot");

/** Puts a sentence where the app would be, with what the browser says about the cause. */
function show_failure(sentence, cause) {
  const app = document.getElementById("app");
  const box = document.createElement("div");
  box.className = "start-failure";
  box.setAttribute("role", "alert");
  const heading = document.createElement("h1");
  heading.textContent = "Service User Helper";
  const what = document.createElement("p");
  what.textContent = sentence;
  const detail = document.createElement("p");
  detail.className = "start-failure-detail";
  detail.textContent = String(cause);
  const again = document.createElement("button");
  again.type = "button";
  again.className = "button button-primary";
  again.textContent = "Reload";
  again.addEventListener("click", () => location.reload());
  box.append(heading, what, detail, again);
  app.replaceChildren(box);
}

try {
  // The glue: a script before this one or, in the page in parts, the beginning of the same. Where it could not be loaded, the name
  // alone is an error.
  await wasm_bindgen({ module_or_path: new URL(boot.dataset.wasm, document.baseURI) });
} catch (cause) {
  show_failure("The app could not start in this browser. Nothing was sent anywhere.", cause);
}
