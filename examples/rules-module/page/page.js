// Puts the rules to the form of this page. `service-user-rules` is the unpacked package beside it.

import { load } from './service-user-rules/browser.js';

const rules = await load();
rules.attach(document.querySelector('form'), {
  context: {
    today: new Date().toISOString().slice(0, 10),
    taken_names: ['Build signer'],
    accounts: [{ id: 'acme', name: 'Acme' }, { id: 'acme-europe', name: 'Acme Europe' }],
    roles: [
      { id: 'signer', name: 'Signer', application: { code: 'software_trust', name: 'Software Trust' } },
      { id: 'viewer', name: 'View only', application: { code: 'em', name: 'Trust Lifecycle' } },
    ],
    policy: { longestLifeDays: 365 },
  },
});
document.documentElement.dataset.ready = 'yes';
