// Step 1 of creating as one would write it with Preact: the same fields, words and calls as the other two pages. Of the rules it has only
// those of the friendly name, and it has neither the list nor step 2, so it is lighter than a page of the whole flow would be.

import { h, render } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

const API = "/account/api/v1";
const today = new Date().toISOString().slice(0, 10);

async function read(path) {
  const answer = await fetch(API + path, {
    headers: { accept: "application/json" }, credentials: "include", cache: "no-store", redirect: "manual",
  });
  if (!answer.ok) throw new Error(`The host answered ${answer.status}.`);
  return answer.json();
}

function App() {
  const [caller, setCaller] = useState(null);
  const [failure, setFailure] = useState("");
  const [names, setNames] = useState(new Map());
  const [accounts, setAccounts] = useState([]);
  const [roles, setRoles] = useState([]);

  useEffect(() => {
    read("/user/me").then((user) => {
      setCaller(user.email);
      read("/user?user_type=service").then((users) => setNames(new Map(users.map((user) => [user.friendly_name.toLowerCase(), user.friendly_name]))), fail);
      read("/account").then(setAccounts, fail);
      read("/role").then(setRoles, fail);
    }, fail);
    function fail(cause) {
      setFailure(cause.message);
    }
  }, []);

  return [
    h("header", { class: "top-bar" }, h("span", null, "Service users"), h("span", null, caller)),
    h("main", { id: "main" },
      failure && h("p", { class: "notice", role: "alert" }, failure),
      caller === null ? h("p", { role: "status" }, "Starting…") : h(Details, { names, accounts, roles }),
    ),
  ];
}

function Details({ names, accounts, roles }) {
  const [draft, setDraft] = useState({ name: "", description: "", endDate: "", noEndDate: false, email: "", accounts: [], managers: [] });
  const change = (part) => setDraft((before) => ({ ...before, ...part }));
  const managers = [...new Map(roles.map((role) => [role.application.code, role.application.name]))];
  const inDays = (days) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
  const missing = (value, words) => (value.length === 0 ? words : "");
  const dated = draft.noEndDate ? "none" : draft.endDate;
  return [
    h("h1", null, "Service user details"),
    h("form", { class: "panel", novalidate: true, onSubmit: (event) => event.preventDefault() },
      h(TextField, {
        name: "friendly-name", label: "Friendly name", value: draft.name, fault: nameFault(draft.name, names), focused: true,
        hint: "Unique. Letters, numbers, spaces, dashes and underscores. Actions are logged under this name.",
        onInput: (name) => change({ name }),
      }),
      h(TextField, {
        name: "description", label: "Description (optional)", tag: "textarea", value: draft.description, fault: "",
        hint: "What uses it, and where. Shown only on the service user's own page.",
        onInput: (description) => change({ description }),
      }),
      h(TextField, {
        name: "end-date", label: "End date", value: draft.endDate, fault: missing(dated, "Choose an end date, or choose “No end date”."),
        hint: "YYYY-MM-DD, or choose No end date. Valid until 23:59:59 UTC that day; it can be extended later.",
        onInput: (endDate) => change({ endDate }),
      },
        h(Choice, { label: "No end date", chosen: draft.noEndDate, onChoose: (noEndDate) => change({ noEndDate }) }),
        h("div", { class: "button-row", role: "group", "aria-label": "End date from today" },
          [30, 90, 365].map((days) =>
            h("button", { type: "button", class: "button", onClick: () => change({ endDate: inDays(days), noEndDate: false }) }, `${days} days`))),
      ),
      h(TextField, {
        name: "email", label: "Email", value: draft.email,
        fault: missing(draft.email, "Enter the email of the person who looks after this service user."),
        hint: "The person who manages the credentials. Nothing is sent to this address, so tell them yourself.",
        onInput: (email) => change({ email }),
      }),
      h(ChoiceField, {
        name: "accounts", label: "Accounts that can use this service user", chosen: draft.accounts,
        options: accounts.map((account) => [account.id, account.name]), onChange: (accounts) => change({ accounts }),
      }),
      h(ChoiceField, {
        name: "managers", label: "DigiCert ONE Manager access", chosen: draft.managers, options: managers,
        onChange: (managers) => change({ managers }),
      }),
      h("div", { class: "button-row" },
        h("button", { type: "button", class: "button" }, "Cancel"),
        h("button", { type: "submit", class: "button primary" }, "Next"),
      ),
    ),
  ];
}

function TextField({ name, label, hint, tag = "input", value, fault, focused, onInput, children }) {
  const [left, setLeft] = useState(false);
  const input = useRef(null);
  useEffect(() => {
    if (focused) input.current.focus();
  }, []);
  const said = left ? fault : "";
  const id = `field-${name}`;
  return h("div", { class: "field" },
    h("label", { class: "field-label", for: id }, label),
    h("p", { class: "field-hint", id: `${id}-hint` }, hint),
    h(tag, {
      class: "field-input", id, ref: input, value, autocomplete: "off", spellcheck: false,
      "aria-describedby": `${id}-hint ${id}-remarks`, "aria-invalid": said !== "",
      onInput: (event) => onInput(event.target.value), onBlur: () => setLeft(true),
    }),
    children,
    h("div", { id: `${id}-remarks`, "aria-live": "polite" }, said && h("p", { class: "remark" }, said)),
  );
}

function ChoiceField({ name, label, options, chosen, onChange }) {
  const choose = (id, isChosen) => onChange(isChosen ? [...chosen, id] : chosen.filter((other) => other !== id));
  return h("fieldset", { class: "field", id: `field-${name}` },
    h("legend", { class: "field-label" }, label),
    options.map(([id, text]) => h(Choice, { key: id, label: text, chosen: chosen.includes(id), onChoose: (isChosen) => choose(id, isChosen) })),
  );
}

function Choice({ label, chosen, onChoose }) {
  return h("label", { class: "choice" },
    h("input", { type: "checkbox", checked: chosen, onChange: (event) => onChoose(event.target.checked) }), ` ${label}`);
}

function nameFault(name, names) {
  if (name.trim() === "") return "Enter a friendly name.";
  const forbidden = name.match(/[^A-Za-z0-9 _-]/u);
  if (forbidden) {
    const position = [...name.slice(0, forbidden.index)].length + 1;
    return `The character “${forbidden[0]}” at position ${position} cannot be used in a friendly name.`;
  }
  if (name.length > 64) return `The friendly name has ${name.length} characters and can have 64.`;
  if (name !== name.trim() || name.includes("  ")) return "Use a single space between words, and none at the ends.";
  return names.get(name.toLowerCase()) === name
    ? `Another user already has the friendly name “${name}”. Choose a different one.`
    : "";
}

const place = document.getElementById("app");
place.replaceChildren();
render(h(App), place);
