// Asks the rules from a program: `npm install service-user-rules.tgz`, then `node check.mjs`.

import { load } from 'service-user-rules';

const rules = await load();

const context = {
  today: new Date().toISOString().slice(0, 10),
  taken_names: ['Build signer'],
  accounts: [{ id: 'acme', name: 'Acme' }],
  roles: [{ id: 'signer', name: 'Signer', application: { code: 'software_trust', name: 'Software Trust' } }],
};
const draft = {
  friendly_name: 'CI.signer',
  end_date: null,
  email: 'jane@example.com',
  accounts: ['acme'],
  roles: ['signer'],
};

const review = rules.validate(draft, context);
for (const { field, message, suggestion } of review.faults) {
  console.log(`${field}: ${message}`, suggestion === undefined ? '' : `How about ${suggestion}?`);
}

const [fault] = review.faults;
const again = rules.validate({ ...draft, friendly_name: fault.suggestion }, context);
console.log(again.ok ? `${again.request.friendly_name} is fine.` : 'It is still not fine.');
