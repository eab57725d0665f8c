// Runs the vectors and everything hostile in the browser, and puts the rules to the page's forms. What came of it stands in
// attributes, where the test can read it in either browser.

import { load } from './service-user-rules/browser.js';

const page = document.documentElement.dataset;
page.invalid = '0';
document.addEventListener('invalid', () => (page.invalid = String(Number(page.invalid) + 1)), true);

const rules = await load();
const { draft: DRAFT, context: CONTEXT, vectors } = await (await fetch('service-users.json')).json();

/** JSON, with the members of each object in one order. */
const text = (value) => JSON.stringify(value, (_, part) =>
  part?.constructor === Object ? Object.fromEntries(Object.entries(part).sort()) : part);

const wrong = [];
for (const vector of vectors) {
  const draft = { ...DRAFT, ...vector.draft };
  for (const name of vector.leave_out ?? []) {
    delete draft[name];
  }
  const { ok, faults, warnings } = rules.validate(draft, { ...CONTEXT, ...vector.context });
  if (text([faults, warnings]) !== text([vector.faults, vector.warnings]) || ok !== (faults.length === 0)) {
    wrong.push(vector.name);
  }
}
page.vectors = `${vectors.length} run, wrong: ${wrong.join(', ')}`;

const revoked = Proxy.revocable([], {});
revoked.revoke();
const throwing = new Proxy({}, { get() { throw new Error('a trap'); } });
const frame = document.createElement('iframe');
const values = [null, 1, 1n, Symbol('a'), '\uD800', () => {}, document.all, window, document, frame, revoked.proxy, throwing, new Array(4e9)];
let refused = 0;
for (const value of values) {
  const reviews = [rules.validate(value, CONTEXT), rules.validate(DRAFT, value)];
  reviews.push(...Object.keys(DRAFT).map((name) => rules.validate({ ...DRAFT, [name]: name === 'end_date' ? value ?? 1 : value }, CONTEXT)));
  refused += reviews.filter((review) => !review.ok).length;
}

page.hostile = `${refused} of ${values.length * (2 + Object.keys(DRAFT).length)}`;

const portal = rules.attach(document.getElementById('portal'), {
  context: { ...CONTEXT, accounts: CONTEXT.accounts },
  names: { friendly_name: 'svc_name' },
});
rules.attach(document.getElementById('quiet'), { context: CONTEXT });
const refusals = [[document.body, { context: CONTEXT }], [document.getElementById('quiet'), { context: {} }], [document.getElementById('quiet'), {}]];
page.misuse = String(refusals.filter(([form, options]) => {
  try {
    rules.attach(form, options);
    return false;
  } catch (error) {
    return error instanceof TypeError;
  }
}).length);
document.addEventListener('organise', ({ detail }) => portal.update({ ...CONTEXT, policy: detail }));
document.getElementById('detach').addEventListener('click', () => portal.detach());
document.addEventListener('input', () => (page.warnings = portal.remarks().warnings.map(({ code }) => code).join(' ')));
page.ready = 'yes';
