/**
 * Whether DigiCert ONE will accept a service user, before it is submitted.
 *
 * The rules are those of Service User Helper. They decide here, on the page or in the process: nothing is sent anywhere.
 */

/** A field of the form, as the API writes it. */
export type FieldName =
  | 'friendly_name'
  | 'description'
  | 'end_date'
  | 'email'
  | 'accounts'
  | 'managers'
  | 'roles';

/** What keeps a draft from being accepted. */
export type FaultCode =
  | 'missing'
  | 'too_long'
  | 'forbidden_character'
  | 'leading_space'
  | 'trailing_space'
  | 'doubled_space'
  | 'name_taken'
  | 'name_outside_patterns'
  | 'end_date_unanswered'
  | 'not_a_date'
  | 'no_such_day'
  | 'end_date_past'
  | 'end_date_required'
  | 'end_date_too_late'
  | 'email_without_at'
  | 'email_several_ats'
  | 'email_forbidden_character'
  | 'email_local_part_missing'
  | 'email_local_part_too_long'
  | 'email_domain_missing'
  | 'email_domain_label_empty'
  | 'email_domain_label_too_long'
  | 'email_domain_label_edge_hyphen'
  | 'email_too_long'
  | 'email_domain_not_allowed'
  | 'account_missing'
  | 'unknown_account'
  | 'manager_missing'
  | 'unknown_manager'
  | 'role_missing_for_manager'
  | 'role_of_unchosen_manager'
  | 'unknown_role';

/** What could not even be read. A form cannot cause it; the program around it can. */
export type InputFaultCode =
  | 'wrong_value'
  | 'unreadable'
  | 'lone_surrogate'
  | 'too_large'
  | 'policy_unusable';

/** What is worth a second look and stops nothing. */
export type WarningCode =
  | 'name_differs_only_in_case'
  | 'no_end_date'
  | 'end_date_beyond_year'
  | 'end_date_over'
  | 'end_date_earlier'
  | 'other_domain'
  | 'domain_without_dot'
  | 'inactive_account'
  | 'service_period_over'
  | 'service_period_not_begun'
  | 'manager_without_role'
  | 'broad_role';

/** One thing to change. */
export interface Fault {
  /** Where it is shown; `draft` and `context` where that could not be read as a whole. */
  field: FieldName | 'draft' | 'context';
  code: FaultCode | InputFaultCode;
  /** One or two sentences for the person at the form, in English. */
  message: string;
  /** A text for the whole field that has none of its faults, where there is an evident one. */
  suggestion?: string;
}

/** One thing that is worth a second look. */
export interface Warning {
  field: FieldName;
  code: WarningCode;
  /** One or two sentences for the person at the form, in English. */
  message: string;
}

/** What was typed and chosen. What is left out counts as empty. */
export interface Draft {
  friendly_name: string;
  description?: string | undefined;
  /** `YYYY-MM-DD` in UTC as typed; `null` for *no end date*; left out while nobody has chosen. */
  end_date?: string | null | undefined;
  email: string;
  /** The ids of the chosen accounts; the first becomes the primary one. */
  accounts: readonly string[];
  /** The codes of the chosen Managers. Left out, they are those that the chosen roles belong to. */
  managers?: readonly string[] | undefined;
  /** The ids of the chosen roles. */
  roles: readonly string[];
}

/** An account that can be chosen, as the API sends it. */
export interface Account {
  id: string;
  name?: string | null | undefined;
  /** Left out, it counts as active. */
  active?: boolean | null | undefined;
  service_period?: { from?: string | null | undefined; to?: string | null | undefined } | null | undefined;
}

/** A role that can be chosen, as the API sends it. */
export interface Role {
  id: string;
  name?: string | null | undefined;
  /** The Manager that it belongs to. */
  application: { code: string; name?: string | null | undefined };
}

/** What an organisation asks beyond DigiCert's own rules: members of the settings in docs/organisation-policy.md. */
export interface Policy {
  /** How many days after today an end date may lie at most: a whole number, 1 or more. */
  longestLifeDays?: number | null | undefined;
  /** A friendly name has to match one of these; `*`, `?` and `#` stand for others. */
  namePatterns?: readonly string[] | null | undefined;
  /** An email has to be at one of these; `*.example.com` stands for subdomains. */
  emailDomains?: readonly string[] | null | undefined;
}

/** The service user that is being changed. What is left as it is is not judged again. */
export interface ExistingServiceUser {
  friendly_name?: string | null | undefined;
  description?: string | null | undefined;
  email?: string | null | undefined;
  /** `YYYY-MM-DD`; left out or null where it has none. */
  end_date?: string | null | undefined;
  /** The ids of its accounts, the primary one first. */
  accounts?: readonly string[] | null | undefined;
  /** The ids of its roles. */
  roles?: readonly string[] | null | undefined;
  /** The names of the Managers that it has access to. */
  managers?: readonly string[] | null | undefined;
}

/** What a draft is checked against. */
export interface Context {
  /** Today in UTC, `YYYY-MM-DD`. The module has no clock: a server may know better than a browser. */
  today: string;
  /** The friendly names of the other users. */
  taken_names?: readonly string[] | undefined;
  accounts: readonly Account[];
  roles: readonly Role[];
  /** The email of the person at the form, to warn of one at another domain. */
  caller_email?: string | undefined;
  policy?: Policy | null | undefined;
  existing?: ExistingServiceUser | null | undefined;
}

/** The body of the request that creates the service user, checked. */
export interface ServiceUserRequest {
  user_type: 'service';
  friendly_name: string;
  description: string;
  email: string;
  /** Left out for no end date. */
  end_date?: string;
  access_scope: 'account';
  primary_account_id: string;
  account_ids: string[];
  role_ids: string[];
}

/** What the rules say of a whole draft. */
export type Review =
  | { ok: true; request: ServiceUserRequest; faults: []; warnings: Warning[] }
  | { ok: false; request?: undefined; faults: Fault[]; warnings: Warning[] };

/** What the rules say of one field, or of some. */
export interface Remarks {
  ok: boolean;
  faults: Fault[];
  warnings: Warning[];
}

/** Which controls of a form are which field, by their names. A name that is left out is the field's own. */
export type ControlNames = { readonly [name in FieldName | 'no_end_date']?: string };

/** How the rules are put to a form. */
export interface AttachOptions {
  context: Context;
  /** `no_end_date` is a checkbox that stands for *no end date*. */
  names?: ControlNames;
}

/** The rules at a form. */
export interface Attached {
  /** Looks at the form again. Needed only after a script has changed a value without an event. */
  refresh(): void;
  /**
   * Exchanges what the form is checked against.
   * @throws {TypeError} The context cannot be read; nothing is exchanged.
   */
  update(context: Context): void;
  /** What the rules say of the form's fields now, warnings included, which the browser does not show. */
  remarks(): Remarks;
  /** Takes the rules and their messages away again. */
  detach(): void;
}

/** The rules. No function but `attach` throws, whatever it is given. */
export interface Rules {
  /** Applies every rule, and finds every fault at once. */
  validate(draft: Draft, context: Context): Review;
  /** Applies the rules of one field: exactly what `validate` finds for it. */
  validateFriendlyName(
    draft: Pick<Draft, 'friendly_name'>,
    context: Pick<Context, 'taken_names' | 'policy' | 'existing'>,
  ): Remarks;
  validateDescription(draft: Pick<Draft, 'description'>, context: Pick<Context, 'existing'>): Remarks;
  validateEndDate(draft: Pick<Draft, 'end_date'>, context: Pick<Context, 'today' | 'policy' | 'existing'>): Remarks;
  validateEmail(draft: Pick<Draft, 'email'>, context: Pick<Context, 'caller_email' | 'policy' | 'existing'>): Remarks;
  validateAccounts(draft: Pick<Draft, 'accounts'>, context: Pick<Context, 'today' | 'accounts' | 'existing'>): Remarks;
  /** Managers are judged with the chosen roles. */
  validateManagers(draft: Pick<Draft, 'managers' | 'roles'>, context: Pick<Context, 'roles' | 'existing'>): Remarks;
  /** Roles are judged with the chosen Managers. */
  validateRoles(draft: Pick<Draft, 'managers' | 'roles'>, context: Pick<Context, 'roles' | 'existing'>): Remarks;
  /**
   * Puts the rules to an HTML form: fields at fault are invalid, and the browser says so as it does for its own rules.
   * @throws {TypeError} It is no form, or the context cannot be read.
   */
  attach(form: HTMLFormElement, options: AttachOptions): Attached;
}

/** Where the WebAssembly comes from, for a page that keeps it elsewhere. */
export type WasmSource = URL | string | Response | Promise<Response> | BufferSource | WebAssembly.Module;

/**
 * Gets the rules ready. Every call gives the same promise, so the first one alone decides where the WebAssembly comes from; one
 * that fails is forgotten, and the next call tries again.
 */
export function load(wasm?: WasmSource): Promise<Rules>;
