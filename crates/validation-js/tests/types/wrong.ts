// What the types have to refuse: each line that is not refused is an error of its own.

import { load } from 'service-user-rules';
import type { Context, Draft, FaultCode, FieldName, WarningCode } from 'service-user-rules';

const rules = await load();
declare const draft: Draft;
declare const context: Context;

// @ts-expect-error A code that there is not.
const fault: FaultCode = 'name_is_taken';
// @ts-expect-error A warning is no fault.
const warning: FaultCode = 'broad_role';
// @ts-expect-error A fault is no warning.
const other: WarningCode = 'missing';
// @ts-expect-error A field is written as the API writes it.
const field: FieldName = 'friendlyName';

// @ts-expect-error A draft has a friendly name.
rules.validate({ email: '', accounts: [], roles: [] }, context);
// @ts-expect-error A date is a text.
rules.validate({ ...draft, end_date: new Date() }, context);
// @ts-expect-error Accounts are a list.
rules.validate({ ...draft, accounts: 'acme' }, context);
// @ts-expect-error There is no draft without a context.
rules.validate(draft);
// @ts-expect-error A context has today's date.
rules.validate(draft, { accounts: [], roles: [] });
// @ts-expect-error A role belongs to a Manager.
rules.validate(draft, { ...context, roles: [{ id: 'signer' }] });
// @ts-expect-error Days are a number.
rules.validate(draft, { ...context, policy: { longestLifeDays: '90' } });
// @ts-expect-error A setting of that name there is not.
rules.validate(draft, { ...context, policy: { longest_life_days: 90 } });
// @ts-expect-error The end date is checked against today.
rules.validateEndDate({ end_date: null }, {});

const review = rules.validate(draft, context);
// @ts-expect-error There is a request only where it is ok.
const account: string = review.request.primary_account_id;
// @ts-expect-error Nothing is of any type at all.
const number: number = review.faults[0]?.message;

// @ts-expect-error It is put to a form.
rules.attach(document.createElement('div'), { context });
// @ts-expect-error It needs a context.
rules.attach(document.createElement('form'), {});
// @ts-expect-error A field of that name there is not.
rules.attach(document.createElement('form'), { context, names: { name: 'svc' } });
// @ts-expect-error The rules are not there before they are loaded.
load().validate(draft, context);

void [fault, warning, other, field, account, number];
