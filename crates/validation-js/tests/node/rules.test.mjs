import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VECTORS, load, whole } from './module.mjs';

const rules = await load();
const { draft: DRAFT, context: CONTEXT } = VECTORS;

/** Each field with its function. */
const FUNCTIONS = {
  friendly_name: rules.validateFriendlyName,
  description: rules.validateDescription,
  end_date: rules.validateEndDate,
  email: rules.validateEmail,
  accounts: rules.validateAccounts,
  managers: rules.validateManagers,
  roles: rules.validateRoles,
};

const codes = (remarks) => remarks.faults.map(({ field, code }) => `${field} ${code}`);

test('every vector is judged as it says', () => {
  for (const vector of VECTORS.vectors) {
    const { draft, context } = whole(vector);
    const { ok, request, faults, warnings } = rules.validate(draft, context);
    assert.deepEqual({ faults, warnings }, { faults: vector.faults, warnings: vector.warnings }, vector.name);
    assert.equal(ok, faults.length === 0, vector.name);
    assert.equal(request !== undefined, ok, vector.name);
  }
});

test('a field alone is judged as in the whole draft', () => {
  for (const vector of VECTORS.vectors) {
    const { draft, context } = whole(vector);
    for (const [field, validate] of Object.entries(FUNCTIONS)) {
      const of = (remarks) => remarks.filter((remark) => remark.field === field);
      const { ok, faults, warnings } = validate(draft, context);
      assert.deepEqual({ faults, warnings }, { faults: of(vector.faults), warnings: of(vector.warnings) }, `${vector.name}: ${field}`);
      assert.equal(ok, faults.length === 0);
    }
  }
});

test('a field asks for no more of the context than its types say', () => {
  const asked = {
    friendly_name: ['taken_names', 'policy', 'existing'],
    description: ['existing'],
    end_date: ['today', 'policy', 'existing'],
    email: ['caller_email', 'policy', 'existing'],
    accounts: ['today', 'accounts', 'existing'],
    managers: ['roles', 'existing'],
    roles: ['roles', 'existing'],
  };
  for (const [field, validate] of Object.entries(FUNCTIONS)) {
    const read = [];
    const context = new Proxy(CONTEXT, {
      get(target, name) {
        read.push(name);
        return target[name];
      },
    });
    assert.deepEqual(codes(validate(DRAFT, context)), [], field);
    assert.deepEqual(read, asked[field], field);
  }
});

test('the request is the body that creates the service user', () => {
  const [account] = DRAFT.accounts;
  const { request } = rules.validate({ ...DRAFT, accounts: [account, account] }, CONTEXT);
  assert.deepEqual(request, {
    user_type: 'service',
    friendly_name: 'CI signer',
    description: 'Signs the nightly build',
    email: 'jane@example.com',
    end_date: '2080-06-30',
    access_scope: 'account',
    primary_account_id: account,
    account_ids: [account],
    role_ids: DRAFT.roles,
  });
  const endless = rules.validate({ ...DRAFT, end_date: null }, CONTEXT).request;
  assert.equal('end_date' in endless, false);
});

test('text of every kind comes back as it was', () => {
  const text = 'ß € 🦀 e\u0301 \u{10FFFF}';
  assert.equal(rules.validate({ ...DRAFT, description: text }, CONTEXT).request.description, text);
});

test('what the API sends beyond what is asked for is passed over', () => {
  const accounts = CONTEXT.accounts.map((account) => ({ ...account, admins: [], locale: 'en_US' }));
  const roles = CONTEXT.roles.map((role) => ({ ...role, permissions: ['SIGN'], description: 'Signs' }));
  assert.equal(rules.validate(DRAFT, { ...CONTEXT, accounts, roles }).ok, true);
});

test('what the API leaves out or writes as null is not missed', () => {
  const accounts = CONTEXT.accounts.map(({ id }) => ({ id, name: null, active: null, service_period: null }));
  const roles = CONTEXT.roles.map(({ id, application }) => ({ id, application: { code: application.code } }));
  const context = { today: CONTEXT.today, accounts, roles, policy: null, existing: null };
  assert.deepEqual(rules.validate(DRAFT, context), { ...rules.validate(DRAFT, CONTEXT) });
});

/** Values of every type there is, those that are made to hurt among them. */
function hostileValues() {
  const throwing = () => {
    throw new Error('a trap');
  };
  const traps = ['get', 'has', 'ownKeys', 'getPrototypeOf', 'getOwnPropertyDescriptor'];
  const handler = Object.fromEntries(traps.map((trap) => [trap, throwing]));
  const revoked = (target) => {
    const { proxy, revoke } = Proxy.revocable(target, {});
    revoke();
    return proxy;
  };
  const cycle = { list: [] };
  cycle.self = cycle;
  cycle.list.push(cycle, cycle.list);
  const endless = [];
  endless.push(endless);
  return {
    undefined: undefined,
    null: null,
    'a truth': true,
    'a number': 1,
    'no number': Number.NaN,
    infinity: Number.POSITIVE_INFINITY,
    'a BigInt': 10n,
    'a symbol': Symbol('symbol'),
    'an empty text': '',
    'a text': 'text',
    'a text object': new String('text'),
    'half a character': '\uD800',
    'the other half': 'a\uDC00b',
    'both halves the wrong way round': '\uDC00\uD800',
    'a function': () => 'text',
    'a class': class {},
    'an object': {},
    'an object without prototype': Object.create(null),
    'a frozen object': Object.freeze({ friendly_name: 'frozen' }),
    'a cycle': cycle,
    'an empty list': [],
    'a sparse list': [, , 'a'],
    'a long hole': new Array(4_294_967_295),
    'a list in itself': endless,
    'a list of everything': [null, undefined, 1, 1n, Symbol('a'), '\uD800', {}, [], () => {}],
    'a date': new Date(Number.NaN),
    'a map': new Map([[1, 2]]),
    'bytes': new Uint8Array(4),
    'an error': new Error('error'),
    'a promise': Promise.resolve('text'),
    'something with a then': { then: throwing },
    'throwing getters': new Proxy({}, handler),
    'a throwing list': new Proxy([], handler),
    'a throwing function': new Proxy(() => {}, { ...handler, apply: throwing }),
    'a revoked object': revoked({}),
    'a revoked list': revoked([]),
    'a list whose length is a symbol': new Proxy([], { get: (_, name) => (name === 'length' ? Symbol('length') : 'a') }),
    'a list whose length throws as a number': new Proxy([], { get: () => ({ valueOf: throwing }) }),
    'something that throws as a text': { toString: throwing, valueOf: throwing, [Symbol.toPrimitive]: throwing },
    'a throw that throws': new Proxy({}, {
      get() {
        throw revoked({});
      },
    }),
    'a document that is undefined': globalThis,
  };
}

/** What must hold of an answer to anything at all. */
function assertWhole(remarks, what) {
  assert.equal(typeof remarks.ok, 'boolean', what);
  assert.equal(remarks.ok, remarks.faults.length === 0, what);
  for (const { field, code, message } of [...remarks.faults, ...remarks.warnings]) {
    assert.match(field, /^[a-z_]+$/, what);
    assert.match(code, /^[a-z_]+$/, what);
    assert.match(message, /^[^]*\S[^]*\.$|“$|~-$/u, what);
  }
}

test('no value of any type, anywhere, makes a function throw', () => {
  for (const [what, value] of Object.entries(hostileValues())) {
    const calls = [
      [value, CONTEXT],
      [DRAFT, value],
      [value, value],
      ...Object.keys(DRAFT).map((name) => [{ ...DRAFT, [name]: value }, CONTEXT]),
      ...['accounts', 'managers', 'roles'].map((name) => [{ ...DRAFT, [name]: [value] }, CONTEXT]),
      ...Object.keys(CONTEXT).concat('policy', 'existing').map((name) => [DRAFT, { ...CONTEXT, [name]: value }]),
      ...['taken_names', 'accounts', 'roles'].map((name) => [DRAFT, { ...CONTEXT, [name]: [value] }]),
      ...['id', 'name', 'active', 'service_period'].map((name) => [DRAFT, { ...CONTEXT, accounts: [{ ...CONTEXT.accounts[0], [name]: value }] }]),
      ...['from', 'to'].map((name) => [DRAFT, { ...CONTEXT, accounts: [{ id: 'a', service_period: { [name]: value } }] }]),
      ...['id', 'name', 'application'].map((name) => [DRAFT, { ...CONTEXT, roles: [{ ...CONTEXT.roles[0], [name]: value }] }]),
      ...['code', 'name'].map((name) => [DRAFT, { ...CONTEXT, roles: [{ id: 'a', application: { code: 'a', [name]: value } }] }]),
      ...['longestLifeDays', 'namePatterns', 'emailDomains'].flatMap((name) => [
        [DRAFT, { ...CONTEXT, policy: { [name]: value } }],
        [DRAFT, { ...CONTEXT, policy: { [name]: [value] } }],
      ]),
      ...['friendly_name', 'description', 'email', 'end_date', 'accounts', 'roles', 'managers'].flatMap((name) => [
        [DRAFT, { ...CONTEXT, existing: { [name]: value } }],
        [DRAFT, { ...CONTEXT, existing: { [name]: [value] } }],
      ]),
    ];
    for (const [draft, context] of calls) {
      for (const validate of [rules.validate, ...Object.values(FUNCTIONS)]) {
        assertWhole(validate(draft, context), what);
      }
    }
  }
  assertWhole(rules.validate());
});

test('what has the wrong type is named with its place', () => {
  const cases = [
    [null, CONTEXT, 'draft wrong_value', 'draft has to be an object.'],
    [[], CONTEXT, 'draft wrong_value', 'draft has to be an object.'],
    [DRAFT, 'today', 'context wrong_value', 'context has to be an object.'],
    [{ ...DRAFT, email: 5n }, CONTEXT, 'email wrong_value', 'draft.email has to be a text.'],
    [{ ...DRAFT, email: null }, CONTEXT, 'email wrong_value', 'draft.email has to be a text.'],
    [{ ...DRAFT, end_date: new Date() }, CONTEXT, 'end_date wrong_value', 'draft.end_date has to be a text, or null for no end date.'],
    [{ ...DRAFT, accounts: 'acme' }, CONTEXT, 'accounts wrong_value', 'draft.accounts has to be a list.'],
    [{ ...DRAFT, roles: ['a', , 'b'] }, CONTEXT, 'roles wrong_value', 'draft.roles[1] has to be a text.'],
    [{ ...DRAFT, description: '\uD83E' }, CONTEXT, 'description lone_surrogate', 'draft.description has half of a character (a lone surrogate), which cannot be sent.'],
    [DRAFT, { ...CONTEXT, today: '2080-02-30' }, 'context wrong_value', 'context.today has to be a day of the calendar written as YYYY-MM-DD.'],
    [DRAFT, { ...CONTEXT, roles: [{ id: 'a' }] }, 'context wrong_value', 'context.roles[0].application has to be an object.'],
    [DRAFT, { ...CONTEXT, accounts: [{ id: 'a', active: 'yes' }] }, 'context wrong_value', 'context.accounts[0].active has to be true or false.'],
    [DRAFT, { ...CONTEXT, policy: { longestLifeDays: 0 } }, 'context wrong_value', 'context.policy.longestLifeDays has to be a whole number of days, 1 or more.'],
    [DRAFT, { ...CONTEXT, policy: { longestLifeDays: 1.5 } }, 'context wrong_value', 'context.policy.longestLifeDays has to be a whole number of days, 1 or more.'],
    [DRAFT, { ...CONTEXT, existing: { end_date: 'soon' } }, 'context wrong_value', 'context.existing.end_date has to be a day of the calendar written as YYYY-MM-DD.'],
  ];
  for (const [draft, context, code, message] of cases) {
    const review = rules.validate(draft, context);
    assert.deepEqual(codes(review), [code]);
    assert.equal(review.faults[0].message, message);
  }
});

test('what throws is named with its place, and read once', () => {
  let times = 0;
  const draft = {
    ...DRAFT,
    get email() {
      times += 1;
      throw new Error('no');
    },
  };
  const review = rules.validate(draft, CONTEXT);
  assert.deepEqual(codes(review), ['email unreadable']);
  assert.equal(review.faults[0].message, 'draft.email cannot be read: reading it throws an error.');
  assert.equal(times, 1);
});

test('a pattern that nothing matches is named with the reason', () => {
  const policy = { namePatterns: ['svc-*', 'svc.*'], emailDomains: ['@example.com'] };
  const review = rules.validate(DRAFT, { ...CONTEXT, policy });
  assert.deepEqual(codes(review), ['context policy_unusable', 'context policy_unusable']);
  assert.match(review.faults[0].message, /^context\.policy\.namePatterns\[1\] can never be met\. No friendly name has/);
  assert.match(review.faults[1].message, /^context\.policy\.emailDomains\[0\] can never be met\. A domain has no @/);
});

test('more than can be checked is refused at once', () => {
  const many = rules.validate({ ...DRAFT, accounts: new Array(4_000_000_000) }, CONTEXT);
  assert.deepEqual(codes(many), ['accounts too_large']);
  const long = rules.validate({ ...DRAFT, description: 'a'.repeat(30_000_000) }, CONTEXT);
  assert.deepEqual(codes(long), ['description too_large']);
});

test('a field that cannot be read holds up no other', () => {
  const review = rules.validate({ ...DRAFT, email: 5, friendly_name: 'CI.signer', roles: 'signer' }, CONTEXT);
  assert.deepEqual(codes(review).sort(), ['email wrong_value', 'friendly_name forbidden_character', 'roles wrong_value']);
});

test('a hundred thousand taken names are known', () => {
  const taken_names = Array.from({ length: 100_000 }, (_, index) => `service ${index}`);
  const review = rules.validate({ ...DRAFT, friendly_name: 'service 99999' }, { ...CONTEXT, taken_names });
  assert.deepEqual(codes(review), ['friendly_name name_taken']);
  assert.equal(review.faults[0].suggestion, 'service 99999 2');
});

test('the rules are got ready once', async () => {
  assert.equal(load(), load());
  assert.equal(await load(), rules);
});
