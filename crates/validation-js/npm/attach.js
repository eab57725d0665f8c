// The rules at a form that is there already, through the browser's own constraint validation: a field at fault is invalid, and the
// browser holds the submission back and shows why. Nothing is drawn, styled or sent.

const FIELDS = ['friendly_name', 'description', 'end_date', 'email', 'accounts', 'managers', 'roles'];
const LISTS = ['accounts', 'managers', 'roles'];
const OBSERVED = ['name', 'disabled', 'readonly', 'type', 'form', 'multiple', 'selected', 'checked', 'value'];

/** A member of a form, also where one of its controls has that member's name and hides it. */
const ofForm = (form, member) => Reflect.get(HTMLFormElement.prototype, member, form);
const callOnForm = (form, method, ...given) => HTMLFormElement.prototype[method].apply(form, given);

export function attach(form, options, ask) {
  let { context, names = {} } = options;
  let isAttached = true;
  const root = callOnForm(form, 'getRootNode');
  /** What each field was checked with, what came of it, and which control says so. */
  const checked = new Map();
  /** The controls that the person has been in, or whose fault the browser has shown. */
  const touched = new WeakSet();

  const controls = () => {
    const found = new Map([...FIELDS, 'no_end_date'].map((field) => [field, []]));
    for (const control of ofForm(form, 'elements')) {
      const field = [...found.keys()].find((key) => (names[key] ?? key) === control.name);
      if (field !== undefined && 'setCustomValidity' in control && !control.matches(':disabled')) {
        found.get(field).push(control);
      }
    }
    return found;
  };

  const refresh = () => {
    const found = controls();
    const draft = read(found);
    const said = new Map();
    for (const field of FIELDS) {
      if (field in draft) {
        said.set(field, check(field, draft));
      }
    }
    // A form without Managers still has to name one, by a role.
    if ('roles' in draft && !('managers' in draft)) {
      const [ofRoles, ofManagers] = [said.get('roles'), check('managers', draft)];
      const faults = ofRoles.faults.length === 0 ? ofManagers.faults : ofRoles.faults;
      said.set('roles', { ...ofRoles, faults, warnings: [...ofRoles.warnings, ...ofManagers.warnings] });
    }
    const before = new Map([...checked].filter(([, { bearer }]) => bearer).map(([, { bearer }]) => [bearer, '']));
    for (const field of [...checked.keys()].filter((field) => !said.has(field) && field !== 'managers')) {
      checked.delete(field);
    }
    for (const [field, { faults }] of said) {
      // A form may switch the day off where there is to be none; the box then has to say what is wrong with that.
      const bearers = field === 'end_date' && found.get(field).length === 0 ? found.get('no_end_date') : found.get(field);
      const able = bearers.filter((control) => control.willValidate);
      const bearer = able.find((control) => control === root.activeElement) ?? able[0];
      checked.get(field).bearer = bearer;
      if (bearer !== undefined) {
        before.set(bearer, faults.map((fault) => fault.message).join(' '));
      }
    }
    for (const [control, message] of before) {
      if (isAttached && messages.get(control) !== message) {
        messages.set(control, message);
        control.setCustomValidity(message);
      }
    }
    return said;
  };
  /** What was last said at each control. */
  const messages = new WeakMap();

  /** Checks a field, unless it was checked with just these values. */
  const check = (field, draft) => {
    const values = JSON.stringify(LISTS.includes(field) ? LISTS.map((list) => draft[list]) : draft[field]);
    const known = checked.get(field);
    if (known?.values === values) {
      return known.result;
    }
    const result = ask(draft, field, context);
    checked.set(field, { values, result, bearer: known?.bearer });
    return result;
  };

  const isOurs = (event) => event.target?.form === form;
  const show = (control) => {
    if (messages.get(control) && touched.has(control) && root.activeElement === control && !ofForm(form, 'noValidate')) {
      control.reportValidity();
    }
  };
  const listeners = {
    input: (event) => isOurs(event) && refresh(),
    change(event) {
      if (isOurs(event)) {
        touched.add(event.target);
        refresh();
        show(event.target);
      }
    },
    focusin(event) {
      if (isOurs(event)) {
        refresh();
        show(event.target);
      }
    },
    focusout: (event) => isOurs(event) && touched.add(event.target),
    invalid: (event) => isOurs(event) && touched.add(event.target),
    // A script may have filled a field in without an event; a press of the button is the last moment before the browser looks.
    click: (event) => (isOurs(event) || callOnForm(form, 'contains', event.target)) && refresh(),
    keydown: (event) => isOurs(event) && event.key === 'Enter' && refresh(),
    submit(event) {
      if (event.target === form) {
        refresh();
        const isUnchecked = ofForm(form, 'noValidate') || event.submitter?.formNoValidate;
        if (!isUnchecked && !callOnForm(form, 'checkValidity')) {
          event.preventDefault();
          event.stopImmediatePropagation();
          callOnForm(form, 'reportValidity');
        }
      }
    },
    // The fields are emptied after this event.
    reset: (event) => event.target === form && setTimeout(refresh),
  };
  const observer = new MutationObserver(refresh);

  const update = (newContext) => {
    const wrong = ask({}, undefined, newContext).faults.find((fault) => fault.field === 'context');
    if (wrong !== undefined) {
      throw new TypeError(wrong.message);
    }
    context = newContext;
    for (const known of checked.values()) {
      known.values = undefined;
    }
    refresh();
  };

  update(context);
  for (const [name, listener] of Object.entries(listeners)) {
    root.addEventListener(name, listener, true);
  }
  observer.observe(form, { subtree: true, childList: true, attributes: true, attributeFilter: OBSERVED });
  return {
    refresh: () => {
      refresh();
    },
    update,
    remarks() {
      const said = [...refresh().values()];
      const faults = said.flatMap((result) => result.faults);
      return { ok: faults.length === 0, faults, warnings: said.flatMap((result) => result.warnings) };
    },
    detach() {
      isAttached = false;
      observer.disconnect();
      for (const [name, listener] of Object.entries(listeners)) {
        root.removeEventListener(name, listener, true);
      }
      for (const { bearer } of checked.values()) {
        bearer?.setCustomValidity('');
      }
      checked.clear();
    },
  };
}

/** The draft that the form holds, of the fields that it has. */
function read(found) {
  const draft = {};
  for (const field of FIELDS) {
    const controls = found.get(field);
    if (controls.length > 0) {
      draft[field] = LISTS.includes(field) ? controls.flatMap(chosen) : (controls.flatMap(chosen)[0] ?? '');
    }
  }
  const noEndDate = found.get('no_end_date');
  if (noEndDate.some((control) => control.checked)) {
    draft.end_date = null;
  }
  return draft;
}

/** What is typed into a control or chosen in it. */
function chosen(control) {
  if (control.type === 'checkbox' || control.type === 'radio') {
    return control.checked ? [control.value] : [];
  }
  const values = control.selectedOptions
    ? [...control.selectedOptions].filter((option) => !option.disabled).map((option) => option.value)
    : [control.value];
  return values.filter((value) => value !== '');
}
