// The rules as functions, made of the answers that the WebAssembly gives.

import { attach } from './attach.js';
import { FIELDS, question } from './question.js';

/** What is said where even asking failed: no memory was left, or no stack. */
const OUT_OF_ROOM = { field: 'draft', code: 'too_large', message: 'This is more than can be checked at once.' };

/** `answer` is the WebAssembly's one function. */
export function makeRules(answer) {
  const ask = (draft, context, field) => {
    try {
      const texts = question(draft, context, field);
      const told = [];
      answer(texts.join(''), Uint32Array.from(texts, (text) => text.length), told);
      return result(told);
    } catch {
      return { ok: false, faults: [OUT_OF_ROOM], warnings: [] };
    }
  };
  const rules = { validate: (draft, context) => ask(draft, context) };
  for (const field of FIELDS) {
    rules[functionOf(field)] = (draft, context) => ask(draft, context, field);
  }
  rules.attach = (form, options) => attach(form, options, (draft, field, context) => ask(draft, context, field));
  return Object.freeze(rules);
}

/** `validateFriendlyName` for `friendly_name`. */
function functionOf(field) {
  return `validate_${field}`.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
}

/** What the records of an answer say; src/answer.rs lists them. */
function result(told) {
  const faults = [];
  const warnings = [];
  let request;
  for (let at = 0; at < told.length; ) {
    const record = told[at];
    const [one, two, three, four] = told.slice(at + 1, at + 5);
    at += LENGTH[record];
    switch (record) {
      case 'fault':
        faults.push({ field: one, code: two, message: three, ...(four !== '' && { suggestion: four }) });
        break;
      case 'warning':
        warnings.push({ field: one, code: two, message: three });
        break;
      case 'request':
        request = {
          user_type: 'service',
          friendly_name: one,
          description: two,
          email: three,
          ...(four !== '' && { end_date: four }),
          access_scope: 'account',
          account_ids: [],
          role_ids: [],
        };
        break;
      case 'account':
        request.primary_account_id ??= one;
        request.account_ids.push(one);
        break;
      case 'role':
        request.role_ids.push(one);
        break;
    }
  }
  return { ok: faults.length === 0, ...(request && { request }), faults, warnings };
}

const LENGTH = { fault: 5, warning: 4, request: 5, account: 2, role: 2 };
