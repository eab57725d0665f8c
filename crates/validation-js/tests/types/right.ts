// What the types have to allow. It is checked and never run.

import { load } from 'service-user-rules';
import type { Attached, Context, Draft, Fault, FaultCode, Remarks, Review, Rules, ServiceUserRequest, Warning } from 'service-user-rules';

const rules: Rules = await load();
await load(new URL('https://example.com/rules.wasm'));
await load(fetch('/rules.wasm'));
await load(new Uint8Array());

const context: Context = {
  today: '2080-03-01',
  accounts: [{ id: 'acme', service_period: { from: '2079-01-01', to: null } }],
  roles: [{ id: 'signer', application: { code: 'software_trust' } }],
  policy: { longestLifeDays: 90, namePatterns: ['svc-*'] },
  existing: { friendly_name: 'Old', end_date: null },
};
const draft = {
  friendly_name: 'CI signer',
  end_date: null,
  email: 'jane@example.com',
  accounts: ['acme'],
  roles: ['signer'],
} as const satisfies Draft;

const review: Review = rules.validate(draft, context);
if (review.ok) {
  const request: ServiceUserRequest = review.request;
  const account: string = request.primary_account_id;
  const none: [] = review.faults;
  void [account, none];
} else {
  const faults: Fault[] = review.faults;
  const fault: Fault | undefined = faults[0];
  if (fault?.code === 'name_taken') {
    const text: string | undefined = fault.suggestion;
    void text;
  }
  const missing: FaultCode = 'missing';
  void missing;
}
const warnings: Warning[] = review.warnings;
void warnings;

const remarks: Remarks[] = [
  rules.validateFriendlyName({ friendly_name: '' }, { taken_names: ['a'] }),
  rules.validateFriendlyName({ friendly_name: '' }, {}),
  rules.validateDescription({}, {}),
  rules.validateEndDate({ end_date: '2080-03-01' }, { today: '2080-03-01' }),
  rules.validateEmail({ email: '' }, { caller_email: 'jane@example.com' }),
  rules.validateAccounts({ accounts: [] }, context),
  rules.validateManagers({ roles: [] }, context),
  rules.validateRoles({ managers: [], roles: [] }, context),
];
void remarks;

const attached: Attached = rules.attach(document.createElement('form'), {
  context,
  names: { friendly_name: 'svc', no_end_date: 'forever' },
});
attached.refresh();
attached.update(context);
const now: Remarks = attached.remarks();
attached.detach();
void now;
