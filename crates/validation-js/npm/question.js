// Turns a draft and its context into the texts that the rules read; src/question.rs is the other side.

import { Reader } from './reader.js';

const DAY = 'a day of the calendar written as YYYY-MM-DD';
const DAYS = 'a whole number of days, 1 or more';

/** What of the context each field is checked against. */
const CONTEXT_OF = {
  friendly_name: ['taken_names', 'policy', 'existing'],
  description: ['existing'],
  end_date: ['today', 'policy', 'existing'],
  email: ['caller_email', 'policy', 'existing'],
  accounts: ['today', 'accounts', 'existing'],
  managers: ['roles', 'existing'],
  roles: ['roles', 'existing'],
};

/** Managers and roles are judged by each other. */
const DRAFT_OF = { managers: ['managers', 'roles'], roles: ['managers', 'roles'] };

export const FIELDS = Object.keys(CONTEXT_OF);

/** The texts that ask for everything, or for one field alone. */
export function question(draft, context, field) {
  const texts = field === undefined ? [] : ['only_field', field];
  const reader = new Reader(texts);
  const parts = field === undefined ? Object.keys(PART) : CONTEXT_OF[field];
  const fields = field === undefined ? FIELDS : (DRAFT_OF[field] ?? [field]);
  reader.attempt('context', 'context', () => {
    reader.object(context, 'context');
    for (const part of parts) {
      const place = `context.${part}`;
      reader.attempt('context', place, () => {
        PART[part](reader, reader.property(context, part, place), place);
      });
    }
  });
  reader.attempt('draft', 'draft', () => {
    reader.object(draft, 'draft');
    for (const name of fields) {
      const place = `draft.${name}`;
      reader.attempt(name, place, () => {
        FIELD[name](reader, reader.property(draft, name, place), place);
      });
    }
  });
  return texts;
}

const ids = (word) => (reader, value, place) => {
  if (value !== undefined) {
    reader.list(value, place, (id, at) => reader.texts.push(word, reader.text(id, at)));
  }
};

const plain = (word) => (reader, value, place) => {
  if (value !== undefined) {
    reader.texts.push(word, reader.text(value, place));
  }
};

/** How each field of the draft is read. What is left out is empty, as in a form that nobody has touched. */
const FIELD = {
  friendly_name: plain('friendly_name'),
  description: plain('description'),
  end_date(reader, value, place) {
    if (value === null) {
      reader.texts.push('no_end_date');
    } else if (value !== undefined) {
      reader.texts.push('end_date', reader.text(value, place, 'a text, or null for no end date'));
    }
  },
  email: plain('email'),
  accounts: ids('chosen_account'),
  managers(reader, value, place) {
    if (value === undefined) {
      reader.texts.push('managers_of_roles');
    } else {
      ids('chosen_manager')(reader, value, place);
    }
  },
  roles: ids('chosen_role'),
};

/** Calls `read` with a member of an object, unless it is left out or null, as the API writes what it does not say. */
function optional(reader, object, name, place, read) {
  const at = `${place}.${name}`;
  const value = reader.property(object, name, at);
  return value === undefined || value === null ? undefined : read(value, at);
}

/** A text that may be left out. */
function optionalText(reader, object, name, place, otherwise) {
  return optional(reader, object, name, place, (value, at) => reader.text(value, at)) ?? otherwise;
}

/** How each part of the context is read. Accounts and roles are read as the API sends them. */
const PART = {
  today(reader, value, place) {
    reader.texts.push('today', reader.text(value, place, DAY));
  },
  taken_names: ids('taken_name'),
  accounts(reader, value, place) {
    reader.list(value, place, (item, at) => {
      const account = reader.object(item, at);
      const id = reader.text(reader.property(account, 'id', `${at}.id`), `${at}.id`);
      const name = optionalText(reader, account, 'name', at, id);
      const active = optional(reader, account, 'active', at, (truth, where) => reader.truth(truth, where));
      const days = optional(reader, account, 'service_period', at, (period, where) => {
        reader.object(period, where);
        return ['from', 'to'].map((day) => optionalText(reader, period, day, where, ''));
      });
      reader.texts.push('account', id, name, active ?? 'true', ...(days ?? ['', '']));
    });
  },
  roles(reader, value, place) {
    reader.list(value, place, (item, at) => {
      const role = reader.object(item, at);
      const id = reader.text(reader.property(role, 'id', `${at}.id`), `${at}.id`);
      const name = optionalText(reader, role, 'name', at, id);
      const where = `${at}.application`;
      const manager = reader.object(reader.property(role, 'application', where), where);
      const code = reader.text(reader.property(manager, 'code', `${where}.code`), `${where}.code`);
      reader.texts.push('role', id, name, code, optionalText(reader, manager, 'name', where, code));
    });
  },
  caller_email: plain('caller_email'),
  policy(reader, value, place) {
    if (value === undefined || value === null) {
      return;
    }
    const policy = reader.object(value, place);
    optional(reader, policy, 'longestLifeDays', place, (days, at) => {
      reader.texts.push('longest_life_days', reader.number(days, at, DAYS));
    });
    for (const [name, word] of [['namePatterns', 'name_pattern'], ['emailDomains', 'email_domain']]) {
      optional(reader, policy, name, place, (list, at) => {
        reader.list(list, at, (text, where) => reader.texts.push(word, where, reader.text(text, where)));
      });
    }
  },
  existing(reader, value, place) {
    if (value === undefined || value === null) {
      return;
    }
    const user = reader.object(value, place);
    reader.texts.push('existing');
    for (const name of ['friendly_name', 'description', 'email']) {
      reader.texts.push(optionalText(reader, user, name, place, ''));
    }
    optional(reader, user, 'end_date', place, (day, at) => {
      reader.texts.push('existing_end_date', reader.text(day, at, DAY));
    });
    for (const [name, word] of [
      ['accounts', 'existing_account'],
      ['roles', 'existing_role'],
      ['managers', 'existing_manager'],
    ]) {
      optional(reader, user, name, place, ids(word).bind(null, reader));
    }
  },
};
