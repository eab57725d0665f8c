// What has to happen while no page of the extension is open. By hand and small, because a browser starts it anew for every
// event: the app's WebAssembly would be compiled each time. The names in storage are those of src/platform/extension/.

import { watchClipboard } from "./clipboard-clearing.js";
import { watchEndDates } from "./expiry-radar.js";

const page = (surface) => chrome.runtime.getURL(`index.html?surface=${surface}`);

// A kept draft ends ten minutes after its last change, also when no page looks at it again.
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === "draft-ends") chrome.storage.session.remove("draft");
});

// The browser's question whether a host may be reached closes the popup that asked. Once it is answered, the popup opens again
// and goes on with that host.
chrome.permissions.onAdded.addListener(async () => {
  const { "awaited-access": origin } = await chrome.storage.session.get("awaited-access");
  if (!origin || !(await chrome.permissions.contains({ origins: [origin] }))) return;
  await chrome.storage.session.remove("awaited-access");
  const open_popups = await chrome.runtime.getContexts({ contextTypes: ["POPUP"] });
  if (open_popups.length > 0) return;
  try {
    await chrome.action.openPopup();
  } catch {
    // A browser may open a popup only on a person's press; a window is open to everyone.
    await chrome.windows.create({ url: page("window"), type: "popup", width: 560, height: 760 });
  }
});

chrome.commands.onCommand.addListener((command) => {
  if (command === "open-tab") chrome.tabs.create({ url: page("tab") });
});

// An update closes every page of the extension, and with it a token that is shown or on its way. That somebody listens makes
// Firefox wait until it starts anew; Chrome waits until no page is open. Where none is, and none can be in a private window that
// this background does not see, there is nothing to wait for.
chrome.runtime.onUpdateAvailable.addListener(async () => {
  const pages = await chrome.runtime.getContexts({ contextTypes: ["POPUP", "SIDE_PANEL", "TAB"] });
  if (pages.length === 0 && !(await chrome.extension.isAllowedIncognitoAccess())) chrome.runtime.reload();
});

// In Chrome, private windows have a background of their own, with sessions of their own. What is done there is not to be kept.
if (!chrome.extension.inIncognitoContext) {
  watchEndDates();
  watchClipboard();
}
