// The same flow as the product's, as one would write it by hand: sign in by session, the list with a search field and rows for
// what is in sight, and creating in two steps with the rules of the form. It is what the product is measured against, and never
// shipped.

const API = "/account/api/v1";
const ROW_HEIGHT = 58;
const OVERSCAN = 12;

const main = document.getElementById("main");
const today = new Date().toISOString().slice(0, 10);

let users = [];
let names = new Map();
let accounts = [];
let roles = [];
let isListComplete = false;
let notice = "";
let draft = emptyDraft();
let leaveScreen = () => {};
/** What the open screen does when the list, the accounts or the roles have arrived. */
let onArrival = () => {};

function emptyDraft() {
  return {
    name: "", description: "", endDate: "", noEndDate: false, email: "",
    accounts: new Set(), managers: new Set(), roles: new Set(), left: new Set(),
  };
}

// The host

async function call(method, path, body) {
  const headers = { accept: "application/json" };
  if (method !== "GET") {
    const token = document.cookie.match(/(?:^|; )XSRF-TOKEN=([^;]*)/)?.[1];
    if (token !== undefined) headers["x-xsrf-token"] = token;
  }
  if (body !== undefined) headers["content-type"] = "application/json";
  const answer = await fetch(API + path, {
    method, headers, body: body && JSON.stringify(body), credentials: "include", cache: "no-store", redirect: "manual",
  });
  if (answer.ok) return answer.json();
  const said = await answer.json().catch(() => ({}));
  const message = said.errors?.[0]?.message ?? said.error?.message ?? said.message ?? `The host answered ${answer.status}.`;
  throw Object.assign(new Error(message), { status: answer.status, code: said.errors?.[0]?.code });
}

async function connect() {
  try {
    const caller = await call("GET", "/user/me");
    document.getElementById("caller").textContent = caller.email;
  } catch (cause) {
    showConnect(cause.message);
    return;
  }
  loadUsers();
  loadChoices();
  if (location.hash === "#create") showDetails();
  else showList();
}

async function loadUsers() {
  try {
    take(await call("GET", "/user?user_type=service"));
  } catch (cause) {
    notice = `The list could not be read: ${cause.message}`;
  }
  onArrival();
}

function take(list) {
  for (const user of list) {
    user.managers = (user.applications ?? []).map((application) => application.name).join(", ");
    user.text = `${user.friendly_name}\n${user.email}\n${user.description ?? ""}`.toLowerCase();
  }
  users = sorted(list);
  names = new Map(users.map((user) => [user.friendly_name.toLowerCase(), user.friendly_name]));
  isListComplete = true;
}

function sorted(list) {
  return list.sort((one, other) => (one.text < other.text ? -1 : 1));
}

async function loadChoices() {
  try {
    [accounts, roles] = await Promise.all([call("GET", "/account"), call("GET", "/role")]);
  } catch (cause) {
    notice = `Accounts and roles could not be read: ${cause.message}`;
  }
  onArrival();
}

// Screens

function show(name) {
  leaveScreen();
  leaveScreen = () => {};
  onArrival = () => {};
  main.replaceChildren(document.getElementById(`screen-${name}`).content.cloneNode(true));
  scrollTo(0, 0);
}

const part = (name) => main.querySelector(`[data-${name}]`);

function showConnect(failure) {
  show("connect");
  part("failure").textContent = failure;
  part("connect").onclick = connect;
}

function showList() {
  show("list");
  const search = document.getElementById("user-search");
  const body = part("body");
  let shown = users;
  let last = "";
  let frame = 0;

  const draw = () => {
    frame = 0;
    const top = Math.max(0, -body.getBoundingClientRect().top);
    const first = Math.min(Math.max(0, Math.floor(top / ROW_HEIGHT) - OVERSCAN), shown.length);
    const end = Math.min(shown.length, first + Math.ceil(innerHeight / ROW_HEIGHT) + 2 * OVERSCAN);
    body.style.paddingTop = `${first * ROW_HEIGHT}px`;
    body.style.paddingBottom = `${(shown.length - end) * ROW_HEIGHT}px`;
    body.replaceChildren(...shown.slice(first, end).map(row));
  };
  const filter = () => {
    const wanted = search.value.trim().toLowerCase();
    const among = last !== "" && wanted.startsWith(last) ? shown : users;
    shown = wanted === "" ? users : among.filter((user) => user.text.includes(wanted));
    last = wanted;
    const count = shown.length === users.length ? `${users.length}` : `${shown.length} of ${users.length}`;
    part("count").textContent = isListComplete ? `${count} service users` : "Loading service users…";
    draw();
  };
  const later = () => (frame ||= requestAnimationFrame(draw));

  addEventListener("scroll", later, { passive: true });
  addEventListener("resize", later);
  leaveScreen = () => {
    removeEventListener("scroll", later);
    removeEventListener("resize", later);
    cancelAnimationFrame(frame);
  };
  onArrival = () => {
    last = "";
    part("notice").textContent = notice;
    part("notice").hidden = notice === "";
    filter();
  };
  search.oninput = filter;
  part("reload").onclick = loadUsers;
  part("create").onclick = showDetails;
  onArrival();
}

function row(user) {
  const element = make("div", "users-row", "");
  element.setAttribute("role", "row");
  const name = make("span", "users-name", "");
  name.append(make("span", "users-link", user.friendly_name), make("span", "users-description", user.description ?? ""));
  const date = make("span", "users-date", "");
  date.append(make("span", "users-day", user.end_date ?? "No end date"), make("span", "users-days", daysLeft(user.end_date)));
  const cells = [
    name, make("span", "users-status", standing(user)), date, make("span", "users-email", user.email),
    make("span", "users-managers", user.managers),
  ];
  for (const cell of cells) cell.setAttribute("role", "cell");
  element.append(...cells);
  return element;
}

function standing(user) {
  if (user.end_date && user.end_date < today) return "Expired";
  return user.status === "ACTIVE" ? "Active" : "Disabled";
}

function daysLeft(day) {
  if (!day) return "";
  const days = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
  if (days < 0) return `${-days} days ago`;
  return days === 0 ? "today" : `${days} days left`;
}

function make(tag, className, text) {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

// Step 1

const FIELDS = ["friendly-name", "description", "end-date", "email", "accounts", "managers"];

function showDetails() {
  show("details");
  const field = (name) => document.getElementById(`field-${name}`);
  const bind = (name, key) => {
    field(name).value = draft[key];
    field(name).oninput = () => {
      draft[key] = field(name).value;
      remark(name);
    };
    field(name).onblur = () => leave(name);
  };
  bind("friendly-name", "name");
  bind("description", "description");
  bind("end-date", "endDate");
  bind("email", "email");
  const noEndDate = part("no-end-date");
  noEndDate.checked = draft.noEndDate;
  noEndDate.onchange = () => {
    draft.noEndDate = noEndDate.checked;
    leave("end-date");
  };
  for (const button of main.querySelectorAll("[data-days]")) {
    button.onclick = () => {
      draft.endDate = new Date(Date.parse(today) + Number(button.dataset.days) * 86_400_000).toISOString().slice(0, 10);
      draft.noEndDate = noEndDate.checked = false;
      field("end-date").value = draft.endDate;
      leave("end-date");
    };
  }
  onArrival = () => {
    const choose = (name, key) => (id, isChosen) => {
      isChosen ? draft[key].add(id) : draft[key].delete(id);
      leave(name);
    };
    part("accounts").replaceChildren(
      ...accounts.map((account) => choice(account.id, account.name, draft.accounts, choose("accounts", "accounts"))),
    );
    part("managers").replaceChildren(
      ...managers().map(([code, name]) => choice(code, name, draft.managers, choose("managers", "managers"))),
    );
    FIELDS.forEach(remark);
  };
  onArrival();
  part("cancel").onclick = showList;
  part("form").onsubmit = (event) => {
    event.preventDefault();
    FIELDS.forEach(leave);
    const faulty = FIELDS.find((name) => fault(name) !== "");
    if (faulty === undefined) showRoles();
    else field(faulty).focus();
  };
  field("friendly-name").focus();
}

function leave(name) {
  draft.left.add(name);
  remark(name);
}

/** Puts what is wrong under a field; a name that is taken is said at once, the rest when the field was left. */
function remark(name) {
  const place = document.getElementById(`field-${name}-remarks`);
  if (place === null) return;
  const words = fault(name);
  const isShown = words !== "" && (draft.left.has(name) || (name === "friendly-name" && takenFault(draft.name) === words));
  const soft = isShown || !draft.left.has(name) ? "" : warning(name);
  const said = isShown ? words : soft;
  if (place.textContent !== said) {
    place.replaceChildren(...(said === "" ? [] : [make("p", isShown ? "remark" : "remark warning", said)]));
  }
  document.getElementById(`field-${name}`)?.toggleAttribute("aria-invalid", isShown);
}

function fault(name) {
  switch (name) {
    case "friendly-name": return nameFault(draft.name);
    case "description": return draft.description.length > 255 ? "The description can have 255 characters." : "";
    case "end-date": return endDateFault();
    case "email": return emailFault(draft.email);
    case "accounts": return draft.accounts.size === 0 ? "Choose at least one account that can use this service user." : "";
    case "managers": return draft.managers.size === 0 ? "Choose at least one DigiCert ONE Manager." : "";
  }
}

function warning(name) {
  const other = name === "friendly-name" ? names.get(draft.name.toLowerCase()) : undefined;
  return other === undefined ? "" : `Another user is called “${other}”: only upper and lower case differ.`;
}

function nameFault(name) {
  if (name.trim() === "") return "Enter a friendly name.";
  const forbidden = name.match(/[^A-Za-z0-9 _-]/u);
  if (forbidden) {
    const position = [...name.slice(0, forbidden.index)].length + 1;
    return `The character “${forbidden[0]}” at position ${position} cannot be used in a friendly name.`;
  }
  if (name.length > 64) return `The friendly name has ${name.length} characters and can have 64.`;
  if (name.startsWith(" ")) return "The friendly name begins with a space. Leave it out.";
  if (name.endsWith(" ")) return "The friendly name ends with a space. Leave it out.";
  if (name.includes("  ")) return `There is a second space at position ${name.indexOf("  ") + 2}. Use a single space between words.`;
  return takenFault(name);
}

function takenFault(name) {
  return names.get(name.toLowerCase()) === name
    ? `Another user already has the friendly name “${name}”. Choose a different one.`
    : "";
}

function endDateFault() {
  if (draft.noEndDate) return "";
  if (draft.endDate === "") return "Choose an end date, or choose “No end date”.";
  const day = new Date(`${draft.endDate}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(draft.endDate) || Number.isNaN(day.valueOf()) || day.toISOString().slice(0, 10) !== draft.endDate) {
    return "Write the end date as year, month and day with dashes.";
  }
  return draft.endDate < today ? `The end date is in the past. The earliest is today, ${today} (UTC).` : "";
}

function emailFault(email) {
  if (email.trim() === "") return "Enter the email of the person who looks after this service user.";
  return /^[^@\s]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/.test(email) && email.length <= 254 ? "" : "Enter one address, such as name@example.com.";
}

// Step 2

function managers() {
  return [...new Map(roles.map((role) => [role.application.code, role.application.name]))];
}

function showRoles() {
  show("roles");
  const groups = managers().filter(([code]) => draft.managers.has(code));
  const chosen = () => roles.filter((role) => draft.roles.has(role.id) && draft.managers.has(role.application.code));
  const follow = () => {
    const permissions = new Set(chosen().flatMap((role) => role.permissions));
    part("permissions").replaceChildren(...[...permissions].sort().map((permission) => make("li", "", permission)));
  };
  part("roles").replaceChildren(...groups.map(([code, name]) => {
    const group = document.createElement("fieldset");
    group.append(make("legend", "field-label", name));
    for (const role of roles.filter((role) => role.application.code === code)) {
      const box = choice(role.id, role.name, draft.roles, (id, isChosen) => {
        isChosen ? draft.roles.add(id) : draft.roles.delete(id);
        follow();
      });
      box.firstChild.dataset.role = role.name;
      group.append(box);
    }
    return group;
  }));
  follow();
  part("back").onclick = showDetails;
  part("form").onsubmit = async (event) => {
    event.preventDefault();
    const without = groups.find(([code]) => !chosen().some((role) => role.application.code === code));
    const words = without ? `Choose at least one role for ${without[1]}, or take that Manager out.` : "";
    document.getElementById("field-roles-remarks").replaceChildren(...(words ? [make("p", "remark", words)] : []));
    if (words === "") await create(chosen().map((role) => role.id));
  };
}

async function create(roleIds) {
  const button = part("submit");
  if (button.disabled) return;
  button.disabled = true;
  const [primary] = draft.accounts;
  try {
    const made = await call("POST", "/user", {
      user_type: "service", friendly_name: draft.name, description: draft.description, email: draft.email,
      end_date: draft.noEndDate ? undefined : draft.endDate, access_scope: "account",
      primary_account_id: primary, account_ids: [...draft.accounts], role_ids: roleIds,
    });
    const token = made.token;
    delete made.token;
    take([...users, made]);
    draft = emptyDraft();
    notice = `${made.friendly_name} was created.`;
    showToken(made.friendly_name, token);
  } catch (cause) {
    button.disabled = false;
    if (cause.code === "duplicate_error") {
      names.set(draft.name.toLowerCase(), draft.name);
      showDetails();
      leave("friendly-name");
    } else {
      part("failure").textContent = `The service user was not created. ${cause.message}`;
      part("failure").hidden = false;
    }
  }
}

function showToken(name, token) {
  const dialog = document.getElementById("token");
  const inside = (part) => dialog.querySelector(`[data-${part}]`);
  const masked = "•".repeat(24);
  inside("name").textContent = name;
  inside("token").textContent = masked;
  inside("result").textContent = "";
  inside("show").textContent = "Show";
  inside("show").onclick = () => {
    const isHidden = inside("show").textContent === "Show";
    inside("token").textContent = isHidden ? token : masked;
    inside("show").textContent = isHidden ? "Hide" : "Show";
  };
  inside("copy").onclick = async () => {
    try {
      await navigator.clipboard.writeText(token);
      inside("result").textContent = "Copied to the clipboard.";
    } catch {
      inside("result").textContent = "Not copied: the browser refused.";
    }
  };
  inside("close").onclick = () => {
    inside("token").textContent = "";
    dialog.close();
    showList();
  };
  dialog.oncancel = (event) => event.preventDefault();
  dialog.showModal();
}

function choice(id, label, chosen, onChoose) {
  const element = make("label", "choice", "");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = chosen.has(id);
  box.onchange = () => onChoose(id, box.checked);
  element.append(box, ` ${label}`);
  return element;
}

connect();
