// Goes to the name field as fast as the page lets it, by way of the list where the address does not lead there, types a name that no service
// user can have, leaves the field, and notes when what is wrong with it was painted.
{
  const { promise, resolve } = Promise.withResolvers();
  window.bench = { done: promise };
  const name = "field-friendly-name";
  const nextTask = () => scheduler.postTask(() => {}, { priority: "user-blocking" });
  let step = location.hash === "#create" ? 1 : 0;
  const look = () => {
    const button = [...document.querySelectorAll("main button")].find((each) => each.textContent.trim() === "Create service user");
    const field = document.getElementById(name);
    if (step === 0 && button) {
      step = 1;
      nextTask().then(() => button.click());
    } else if (step === 1 && field) {
      step = 2;
      nextTask().then(() => {
        field.focus();
        document.execCommand("insertText", false, "CI.signer");
        field.blur();
      });
    } else if (step === 2 && document.getElementById(`${name}-remarks`)?.textContent.includes("cannot be used")) {
      step = 3;
      observer.disconnect();
      requestAnimationFrame(() => nextTask().then(() => resolve(performance.now())));
    }
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
}
