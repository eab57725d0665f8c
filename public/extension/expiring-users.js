// Which service users end soon, and of which of them a person is still to be told: all that the radar decides without the browser,
// so that it can be tried alone. Days are days of the calendar in UTC, written as `YYYY-MM-DD` or counted from 1970-01-01.

const MILLISECONDS_PER_DAY = 86_400_000;

// The days left at which a person is told of a service user, the most urgent first.
const THRESHOLDS = [1, 7, 30];

// So many notices of one look are shown one by one. More of them would be a heap, so each threshold gets one for all.
const MOST_SINGLE_NOTICES = 3;

const DEFAULT_DAYS = 30;
const MOST_DAYS = 365;

// What the person has set, from what is kept of it; `undefined` while the radar is switched off. Anybody who can write to the
// browser's profile can write there, so it is checked like a host that was typed.
export function readSettings(kept) {
  if (typeof kept?.origin !== "string" || !URL.canParse(kept.origin)) return undefined;
  const { origin, protocol, hostname, host } = new URL(kept.origin);
  const isThisMachine = protocol === "http:" && ["127.0.0.1", "localhost"].includes(hostname);
  if (origin !== kept.origin || (protocol !== "https:" && !isThisMachine)) return undefined;
  const isSensible = Number.isInteger(kept.days) && kept.days >= 1 && kept.days <= MOST_DAYS;
  return {
    origin,
    host,
    // The browser's permissions know no ports.
    pattern: `${protocol}//${hostname}/*`,
    days: isSensible ? kept.days : DEFAULT_DAYS,
    notifies: kept.notifies === true,
  };
}

// Whether what an organisation has set leaves this host and the session to people. As in the app, a text counts as a list of one,
// and what cannot be read has no effect.
export function isAllowed({ host }, { hosts, signInWays }) {
  const list = (setting) => [setting ?? []].flat().filter((entry) => typeof entry === "string");
  const hostOf = (text) => {
    const address = text.includes("://") ? text : `https://${text}`;
    return URL.canParse(address) ? new URL(address).host : "";
  };
  // Chrome takes any text for a host and encodes the signs that no host has.
  const allowedHosts = list(hosts).map(hostOf).filter((host) => /^[\w.:-]+$/.test(host));
  const allowedWays = list(signInWays).filter((way) => way === "session" || way === "apiKey");
  return (
    (allowedHosts.length === 0 || allowedHosts.includes(host)) &&
    (allowedWays.length === 0 || allowedWays.includes("session"))
  );
}

// The day of an instant in milliseconds since 1970.
export const dayOf = (instant) => Math.floor(instant / MILLISECONDS_PER_DAY);

// A day as people write it.
export const writeDay = (day) => new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);

// Goes through the records of a list once. The answer holds how many active service users end today or within so many days; the
// notices that are due; and, to be kept, of which users a person will have been told: `{ id: "end date/threshold" }`.
//
// A user is told of once for each threshold and end date, and only at the most urgent threshold that it has come to. An end date that
// was moved forgets what was told of the old one. A user that is missing from the list, or disabled, forgets nothing: it may be back.
export async function survey(records, today, days, told) {
  const marks = readMarks(told, today);
  const notices = [];
  let count = 0;
  for await (const record of records) {
    const user = readUser(record, today);
    if (user === undefined) continue;
    if (marks.get(user.id)?.endDate !== user.endDate) marks.delete(user.id);
    if (!user.isActive || !(user.daysLeft >= 0)) continue;
    if (user.daysLeft <= days) count += 1;
    const threshold = THRESHOLDS.find((threshold) => user.daysLeft <= threshold);
    if (threshold === undefined || marks.get(user.id)?.threshold <= threshold) continue;
    marks.set(user.id, { endDate: user.endDate, threshold });
    notices.push({ threshold, user });
  }
  return { count, notices, told: Object.fromEntries([...marks].map(writeMark)) };
}

// The notices as they are shown: each on its own, or one for all of a threshold where they are many.
export function inGroups(notices) {
  if (notices.length <= MOST_SINGLE_NOTICES) {
    return notices.map(({ threshold, user }) => ({ threshold, users: [user] }));
  }
  return THRESHOLDS.map((threshold) => {
    const ofThreshold = notices.filter((notice) => notice.threshold === threshold);
    return { threshold, users: ofThreshold.map(({ user }) => user) };
  }).filter(({ users }) => users.length > 0);
}

// What stands on the toolbar button, where there is room for three signs.
export function badge(count) {
  if (count === 0) return "";
  return count > 99 ? "99+" : String(count);
}

// What the radar has to know of a service user; `undefined` for a user of another type. `daysLeft` is 0 on the last day, and
// `undefined` where there is no end date. One that cannot be read shows in the app's list as a status of its own, so that such a
// user counts as one that is not active.
function readUser(record, today) {
  const { user_type: type, status, end_date: end, friendly_name: name } = record ?? {};
  const id = ["string", "number"].includes(typeof record?.id) ? String(record.id) : "";
  if (id === "") throw new TypeError("a record that is no user");
  if (typeof type === "string" && type.toLowerCase() !== "service") return undefined;
  const text = typeof end === "string" ? end.trim() : "";
  const endDate = /^.{10}[Tt ]/.test(text) ? text.slice(0, 10) : text;
  const lastDay = readDay(endDate);
  return {
    id,
    name: typeof name === "string" && name !== "" ? name : id,
    isActive: status === "ACTIVE",
    endDate: lastDay === undefined ? undefined : endDate,
    daysLeft: lastDay === undefined ? undefined : lastDay - today,
  };
}

// A day that the calendar has; `undefined` for any other text.
function readDay(text) {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  // Some engines take 30 February for 2 March.
  return !Number.isNaN(instant) && writeDay(dayOf(instant)) === text ? dayOf(instant) : undefined;
}

// Of which users a person was told. What cannot be read is forgotten, and so is an end date that is past.
function readMarks(told, today) {
  const marks = Object.entries(told ?? {}).map(([id, mark]) => {
    const [endDate, threshold] = String(mark).split("/");
    return [id, { endDate, threshold: Number(threshold) }];
  });
  return new Map(marks.filter(([, { endDate }]) => readDay(endDate) >= today));
}

const writeMark = ([id, { endDate, threshold }]) => [id, `${endDate}/${threshold}`];
