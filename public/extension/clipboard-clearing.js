// Clearing the clipboard some time after a token was copied, also when no page of the extension is open any longer: only while the person has
// it switched on, and only if the clipboard still holds what was copied. What that was is known by a fingerprint alone. The names in
// storage are those of src/platform/extension/.

import { clearIfHolding } from "./copied-text.js";

// The item of storage.session with the fingerprint, and the alarm at which it is used.
const COPIED = "copied-text";

const PERMISSION = { permissions: ["clipboardRead", "clipboardWrite"] };

// Begins to listen. To be called as the background starts: browsers wake it only for what it listened to then.
export function watchClipboard() {
  chrome.alarms.onAlarm.addListener(async (alarm) => {
    if (alarm.name !== COPIED) return;
    const outcome = await clear();
    // A page that is open says it; where none is, nobody answers.
    await chrome.runtime.sendMessage({ clipboard: outcome }).catch(() => undefined);
  });
  // A page whose button was pressed does not wait for the alarm.
  chrome.runtime.onMessage.addListener((message, _sender, respond) => {
    if (message !== "clear-clipboard") return false;
    clear().then(respond);
    return true;
  });
}

let lastClearing = Promise.resolve();

// Clears once the clearing is over that is under way: of two at the same time, the second would find the document of the first.
function clear() {
  lastClearing = lastClearing.then(clearAlone, clearAlone);
  return lastClearing;
}

async function clearAlone() {
  const { [COPIED]: copied } = await chrome.storage.session.get(COPIED);
  // Used once, whatever comes of it.
  await chrome.storage.session.remove(COPIED);
  await chrome.alarms.clear(COPIED);
  if (typeof copied !== "string") return "nothing";
  // A person can take it back at any time; nothing is overwritten that was not looked at.
  if (!(await chrome.permissions.contains(PERMISSION))) return "not-read";
  try {
    return await (chrome.offscreen ? clearInDocument(copied) : clearHere(copied));
  } catch (fault) {
    console.debug("The clipboard was left as it is:", fault);
    return "not-read";
  }
}

// Firefox's background is a page with a clipboard of its own.
const clearHere = (copied) =>
  clearIfHolding(copied, {
    read: () => navigator.clipboard.readText(),
    empty: () => navigator.clipboard.writeText(""),
  });

// Chrome's is a worker without one.
async function clearInDocument(copied) {
  const { offscreen } = chrome;
  // One may be left of a background that was stopped meanwhile.
  await offscreen.closeDocument().catch(() => undefined);
  await offscreen.createDocument({
    url: "clipboard.html",
    reasons: ["CLIPBOARD"],
    justification: "To clear the clipboard if it still holds the token ID that was copied.",
  });
  try {
    return await chrome.runtime.sendMessage({ copied });
  } finally {
    await offscreen.closeDocument();
  }
}
