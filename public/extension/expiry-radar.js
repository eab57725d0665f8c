// The expiry radar: the number on the toolbar button, and the notices. It works in the background, while it is switched on, and asks
// nothing of a host that the person is not signed in to. The names in storage are those of src/platform/extension/.

import { badge, dayOf, inGroups, isAllowed, readSettings, survey, writeDay } from "./expiring-users.js";
import { recordsOf } from "./user-list.js";
import { visibleName } from "./visible-name.js";

// What is kept in storage.local: the settings, and of which users the person was told.
const SETTINGS = "expiry-radar";
const TOLD = "expiry-radar-told";

const ALARM = "expiry-radar";

// Often enough to meet the session of a working day, and seldom enough to be no load and to keep no session alive by itself.
const MINUTES_BETWEEN_LOOKS = 4 * 60;

// A browser that starts has enough to do.
const MINUTES_AFTER_START = 1;

// The ids of a contract have 36 characters; a browser takes up to 500 for the name of a notice.
const LONGEST_ID = 200;

// Chrome stops a background that has waited half a minute for an answer.
const MILLISECONDS_FOR_AN_ANSWER = 25_000;

// Begins to listen. To be called as the background starts: browsers wake it only for what it listened to then. Firefox lets it run
// until what the listeners promise has come.
export function watchEndDates() {
  chrome.alarms.onAlarm.addListener((alarm) => (alarm.name === ALARM ? look() : undefined));
  // At a restart and at an update the browser forgets the number, and may forget the alarm.
  chrome.runtime.onStartup.addListener(() => setAlarm(MINUTES_AFTER_START));
  chrome.runtime.onInstalled.addListener(() => setAlarm(MINUTES_AFTER_START));
  chrome.storage.onChanged.addListener(async (changes, area) => {
    if (area !== "local" || !(SETTINGS in changes)) return;
    await setAlarm(MINUTES_BETWEEN_LOOKS);
    await look();
  });
  chrome.permissions.onAdded.addListener(({ permissions, origins }) => {
    listenToNotices();
    return permissions?.includes("notifications") || origins?.length > 0 ? look() : undefined;
  });
  chrome.permissions.onRemoved.addListener(({ origins }) => (origins?.length > 0 ? look() : undefined));
  // A page of the extension asks for a look, and is answered what came of it.
  chrome.runtime.onMessage.addListener((message, _sender, respond) => {
    if (message !== "look-at-end-dates") return false;
    look().then(respond);
    return true;
  });
  listenToNotices();
  chrome.alarms.get(ALARM).then((alarm) => alarm ?? setAlarm(MINUTES_AFTER_START));
}

// Without the permission there are no notices to listen to.
function listenToNotices() {
  chrome.notifications?.onClicked.addListener(openList);
}

async function setAlarm(delayInMinutes) {
  if (await settings()) {
    await chrome.alarms.create(ALARM, { delayInMinutes, periodInMinutes: MINUTES_BETWEEN_LOOKS });
  }
}

async function settings() {
  const kept = await chrome.storage.local.get(SETTINGS);
  return readSettings(kept[SETTINGS]);
}

let lastLook = Promise.resolve();

// Looks at the end dates once those looks are over that are under way: of two at the same time, both would tell of the same users.
// The answer says what came of it: `{ outcome, count }`.
function look() {
  lastLook = lastLook.then(lookAlone, lookAlone);
  return lastLook;
}

async function lookAlone() {
  const today = dayOf(Date.now());
  const set = await settings();
  if (!set) {
    // Whoever switches it off leaves nothing behind.
    await chrome.storage.local.remove(TOLD);
    await chrome.alarms.clear(ALARM);
    await showCount(0);
    return { outcome: "off" };
  }
  const { outcome, found } = await find(set, today).catch((fault) => {
    // A broken connection or an answer that makes no sense: what is not known is not shown. The next look may fare better.
    console.debug("The end dates are not known:", fault);
    return { outcome: "failed" };
  });
  await showCount(found?.count ?? 0, writeDay(today + set.days));
  if (found) await tell(found, set, today).catch((fault) => console.warn("No notice was shown:", fault));
  return { outcome, count: found?.count };
}

async function find(set, today) {
  if (!isAllowed(set, await setByOrganisation())) return { outcome: "not-allowed" };
  if (!(await mayReach(set))) return { outcome: "no-access" };
  const caller = await get(set, "/user/me");
  if (caller.status === 401 || caller.type === "opaqueredirect") return { outcome: "not-signed-in" };
  if (!(await accepted(caller).json())?.id) throw new TypeError("an answer that is no user");
  const page = async (place) => {
    const answer = await get(set, `/user?${new URLSearchParams({ user_type: "service", ...place })}`);
    return accepted(answer).body.pipeThrough(new TextDecoderStream());
  };
  const { [TOLD]: told } = await chrome.storage.local.get(TOLD);
  return { outcome: "counted", found: await survey(recordsOf(page), today, set.days, told) };
}

// Firefox refuses to read where nothing was set.
const setByOrganisation = () => chrome.storage.managed.get(["hosts", "signInWays"]).catch(() => ({}));

const mayReach = ({ pattern }) => chrome.permissions.contains({ origins: [pattern] });

// Asked anew before each request, because a person can take the access back at any moment.
async function get(set, path) {
  if (!(await mayReach(set))) throw new TypeError("no access to the host");
  return fetch(`${set.origin}/account/api/v1${path}`, {
    headers: { accept: "application/json" },
    credentials: "include",
    redirect: "manual",
    referrerPolicy: "no-referrer",
    cache: "no-store",
    signal: AbortSignal.timeout(MILLISECONDS_FOR_AN_ANSWER),
  });
}

function accepted(answer) {
  if (answer.status !== 200) throw new TypeError(`an answer with status ${answer.status}`);
  return answer;
}

async function showCount(count, lastDay) {
  await chrome.action.setBadgeBackgroundColor({ color: "#7f4b00" });
  await chrome.action.setBadgeTextColor({ color: "#ffffff" });
  await chrome.action.setBadgeText({ text: badge(count) });
  await chrome.action.setTitle({
    title:
      count === 0
        ? chrome.i18n.getMessage("open")
        : chrome.i18n.getMessage("open_with_count", [lastDay, String(count)]),
  });
}

async function tell({ notices, told }, set, today) {
  const mayNotify = set.notifies && (await chrome.permissions.contains({ permissions: ["notifications"] }));
  if (!mayNotify) return;
  // Kept first: to miss a notice is better than to get it at every look.
  await chrome.storage.local.set({ [TOLD]: told });
  for (const { threshold, users } of inGroups(notices)) {
    const [user] = users;
    // A later notice of a user takes the place of the earlier one.
    // A browser refuses a notice whose own id is long, and an id is whatever the host says.
    const id = users.length === 1 ? `user/${user.id.slice(0, LONGEST_ID)}` : `${threshold}/${writeDay(today)}`;
    const words = users.length === 1 ? wordsOfOne(user, set) : wordsOfSeveral(threshold, users.length, set);
    await notify(id, words);
  }
}

async function notify(id, words) {
  const notice = { type: "basic", iconUrl: chrome.runtime.getURL("icons/128.png"), ...words };
  try {
    await chrome.notifications.create(id, { ...notice, silent: true });
  } catch {
    // Firefox knows no silence of notices and refuses to be asked for it.
    await chrome.notifications.create(id, notice);
  }
}

function wordsOfOne({ name: named, daysLeft, endDate }, { host }) {
  const name = visibleName(named);
  const message = chrome.i18n.getMessage("works_until", [endDate, host]);
  if (daysLeft === 0) return { title: chrome.i18n.getMessage("ends_today", [name]), message };
  if (daysLeft === 1) return { title: chrome.i18n.getMessage("ends_tomorrow", [name]), message };
  return { title: chrome.i18n.getMessage("ends_in_days", [name, String(daysLeft)]), message };
}

function wordsOfSeveral(threshold, count, { host }) {
  const message = chrome.i18n.getMessage("press_to_see_which", [host]);
  return threshold === 1
    ? { title: chrome.i18n.getMessage("several_end_by_tomorrow", [String(count)]), message }
    : { title: chrome.i18n.getMessage("several_end_within_days", [String(count), String(threshold)]), message };
}

// Opens the list of those that end soon, on the radar's host.
async function openList(id) {
  const set = await settings();
  const host = set ? `&host=${encodeURIComponent(set.origin)}` : "";
  const url = chrome.runtime.getURL(`index.html?surface=tab${host}#service-users?show=expiring`);
  try {
    await chrome.tabs.create({ url });
  } catch {
    // There is no window for a tab to be in.
    await chrome.windows.create({ url });
  }
  await chrome.notifications.clear(id);
}
