//! Creating a service user, both steps.

use service_user::visible_lines;

/// Name of step 1.
pub const DETAILS: &str = "Service user details";
/// Name of step 2.
pub const ROLES: &str = "Roles and permissions";
/// Label of the steps' list.
pub const STEPS: &str = "Steps";
/// Said of a step that is done.
pub const STEP_DONE: &str = "done";
/// Optional field.
pub const OPTIONAL: &str = "optional";
/// Field label.
pub const FRIENDLY_NAME: &str = "Friendly name";
/// Field hint.
pub const FRIENDLY_NAME_HINT: &str =
    "Unique. Letters, numbers, spaces, dashes and underscores. Actions are logged under this name.";
/// Field label.
pub const DESCRIPTION: &str = "Description";
/// Field hint.
pub const DESCRIPTION_HINT: &str = "What uses it, and where. Shown only on the service user's own page.";
/// Field label.
pub const END_DATE: &str = "End date";
/// Field hint.
pub const END_DATE_HINT: &str =
    "YYYY-MM-DD, or choose No end date. Valid until 23:59:59 UTC that day; it can be extended later.";
/// Field hint where an organisation asks for an end date.
pub const END_DATE_REQUIRED_HINT: &str =
    "YYYY-MM-DD. Valid until 23:59:59 UTC that day; it can be extended later.";
/// Opens the browser's calendar.
pub const CALENDAR: &str = "Calendar";
/// The explicit choice of no end.
pub const NO_END_DATE: &str = "No end date";
/// Label of the group of presets.
pub const END_DATE_PRESETS: &str = "End date from today";
/// Field label.
pub const EMAIL: &str = "Email";
/// Field hint.
pub const EMAIL_HINT: &str =
    "The person who manages the credentials. Nothing is sent to this address, so tell them yourself.";
/// Field label.
pub const ACCOUNTS: &str = "Accounts that can use this service user";
/// Field hint.
pub const ACCOUNTS_HINT: &str = "At least one. Type to search.";
/// Field label.
pub const MANAGERS: &str = "DigiCert ONE Manager access";
/// Field hint.
pub const MANAGERS_HINT: &str = "One or more. Their roles come next.";
/// Field label of the roles, for messages.
pub const ROLES_LEAD: &str = "Give only the roles that are needed.";
/// Goes to step 2.
pub const NEXT: &str = "Next";
/// Goes to step 1.
pub const BACK: &str = "Back";
/// Leaves; the draft stays.
pub const CANCEL: &str = "Cancel";
/// Empties the form, and forgets what was kept of it.
pub const DISCARD: &str = "Discard";
/// Creates.
pub const CREATE: &str = "Create service user";
/// While creating.
pub const CREATING: &str = "Creating…";
/// Label of the role search.
pub const SEARCH_ROLES: &str = "Search roles and permissions";
/// No role matches.
pub const NO_ROLE_MATCHES: &str = "No role matches this search.";
/// A broad role's mark.
pub const BROAD: &str = "broad";
/// Heading of the permissions.
pub const PERMISSIONS: &str = "Resulting permissions";
/// No role chosen.
pub const NO_PERMISSIONS: &str = "None yet. Choose roles to see what they allow.";
/// Heading of the summary.
pub const SUMMARY: &str = "Service user details";
/// Back to step 1.
pub const CHANGE_DETAILS: &str = "Change details";
/// Nothing in a field.
pub const NOT_GIVEN: &str = "Not given";
/// No Manager was chosen in step 1.
pub const NO_MANAGER: &str = "No Manager is chosen yet. Go back and choose at least one.";
/// The caller may look and not create.
pub const LACKS_PERMISSION: &str = "You are signed in without the Manage users permission, so creating and changing will be refused. \
    An administrator of your account can give it to you.";
/// The lists that the form needs are on their way.
pub const LOADING_CHOICES: &str = "Loading accounts and roles…";
/// After a broken answer: the outcome is unknown.
pub const UNKNOWN_OUTCOME: &str = "Whether the service user was created is not known, because the list of service users could not be read either. \
    Look again before you create it once more. What you typed is still here.";
/// Reads the list to see.
pub const LOOK_AGAIN: &str = "Look again";
/// While reading it.
pub const LOOKING: &str = "Looking…";
/// The page was closed or loaded again while the request was under way.
pub const INTERRUPTED: &str = "This page was closed or loaded again while the service user was being created. The list does not show it. \
    What you typed is still here.";

/// What is in a field, as it is shown, or that nothing is.
#[must_use]
pub fn given(value: &str) -> String {
    match value.is_empty() {
        true => NOT_GIVEN.to_owned(),
        false => visible_lines(value),
    }
}

/// A preset's name.
#[must_use]
pub fn preset(days: u32) -> String {
    format!("{days} days")
}

/// The last instant of the chosen day, in UTC.
#[must_use]
pub fn valid_until(day: service_user::UtcDay) -> String {
    format!("Valid until {day} 23:59:59 UTC")
}

/// The same instant where the person sits.
#[must_use]
pub fn local_time(instant: &str) -> String {
    format!("for you: {instant}")
}

/// What no end date means.
pub const WORKS_UNTIL_DISABLED: &str = "Works until somebody disables or deletes it.";

/// Offers the rules' suggestion.
#[must_use]
pub fn use_instead(suggestion: &str) -> String {
    format!("Use “{suggestion}”")
}

/// How many faults keep the person on a step.
#[must_use]
pub fn faults(count: usize) -> String {
    format!(
        "{count} {} to look at before going on.",
        super::plural(count, "thing", "things")
    )
}

/// Said of an account that is not active.
pub const INACTIVE_ACCOUNT: &str = "inactive";

/// How many roles a Manager has.
#[must_use]
pub fn role_count(count: usize) -> String {
    format!("{count} {}", super::plural(count, "role", "roles"))
}

/// Said of a role without a description.
#[must_use]
pub fn permission_count(count: usize) -> String {
    format!("{count} {}", super::plural(count, "permission", "permissions"))
}

/// A chosen day, in the summary.
#[must_use]
pub fn last_instant(day: &str) -> String {
    format!("{day} 23:59:59 UTC")
}

/// The popup could not open the window that creates.
pub const NOT_HANDED_ON: &str = "The browser opened no window, and a popup that closes by itself must not receive a token ID. \
    Nothing was created. Open this page in a tab or a window with the buttons at the top, and create there.";
/// A failed creation.
pub const NOT_CREATED: &str = "The service user was not created. What you typed is still here.";
