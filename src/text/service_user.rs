//! The page of one service user.

use chrono::{DateTime, Timelike, Utc};
use service_user::{UtcDay, visible};

/// The heading while the friendly name is not known.
pub const TITLE: &str = "Service user";
/// While it is being read.
pub const LOADING: &str = "Loading the service user…";
/// It could not be read, and what is shown was known before.
pub const NOT_READ_AGAIN: &str =
    "What you see may be out of date: the service user could not be read just now.";
/// There is none of this ID: heading.
pub const MISSING_TITLE: &str = "There is no such service user";
/// There is none of this ID: what that means.
pub const MISSING_LEAD: &str =
    "This host knows no service user with the ID below. It may have been deleted, or belong to another host.";
/// The way to the list.
pub const TO_LIST: &str = "All service users";

/// Heading of the facts.
pub const DETAILS: &str = "Details";
/// Label.
pub const ACCOUNTS: &str = "Accounts";
/// Label.
pub const USER_ID: &str = "User ID";
/// Name of the button that copies it.
pub const COPY_USER_ID: &str = "Copy user ID";
/// Label.
pub const CREATED: &str = "Created";
/// The API does not say.
pub const NOT_TOLD: &str = "The API does not say";
/// Said of the account that the others come after.
pub const PRIMARY_ACCOUNT: &str = "primary";
/// While the accounts' names are on their way.
pub const LOADING_ACCOUNTS: &str = "Loading the accounts' names…";
/// They did not arrive.
pub const ACCOUNTS_FAILED: &str = "The names of the accounts could not be read; their IDs are shown instead.";
/// Said of an account that is not in the caller's list.
pub const UNKNOWN_ACCOUNT: &str = "not among your accounts";

/// Who created it.
#[must_use]
pub fn created_by(name: &str) -> String {
    let name = visible(name);
    format!("by {name}")
}

/// Heading of the end date.
pub const END_DATE: &str = "End date";
/// Where the end date has passed.
pub const END_DATE_OVER: &str = "Its tokens no longer work. DigiCert's own pages disagree on whether an end date can be extended \
    once it has passed. Where the host refuses, clone the service user instead.";
/// Opens the choice of another end date.
pub const EXTEND: &str = "Extend…";
/// The same where there is no end date yet.
pub const SET_END_DATE: &str = "Set an end date…";
/// Label of the field.
pub const NEW_END_DATE: &str = "New end date";
/// Its hint.
pub const NEW_END_DATE_HINT: &str = "YYYY-MM-DD. Valid until 23:59:59 UTC that day.";
/// Saves it.
pub const SAVE_END_DATE: &str = "Save end date";
/// While saving.
pub const SAVING: &str = "Saving…";
/// Leaves things as they are.
pub const CANCEL: &str = "Cancel";
/// The chosen day is the one that it has.
pub const SAME_END_DATE: &str = "This is the end date that it has already.";
/// It was not saved.
pub const NOT_EXTENDED: &str = "The end date was not changed.";
/// Nobody knows whether it was saved.
pub const EXTENSION_UNKNOWN: &str = "Whether the end date was changed is not known, because the service user could not be read afterwards either.";
/// Something else than the end date keeps the service user from being saved.
pub const FAULTS_ELSEWHERE: &str =
    "It cannot be saved as it is, because something else has to be put right with it first:";
/// Downloads the end date as a calendar file.
pub const CALENDAR_FILE: &str = "Calendar file";

/// Said once the end date is saved.
#[must_use]
pub fn extended(name: &str, day: UtcDay) -> String {
    let name = visible(name);
    format!("Service user “{name}” is valid until {day} 23:59:59 UTC now.")
}

/// Somebody else changed the end date meanwhile.
#[must_use]
pub fn end_date_changed_meanwhile(day: Option<UtcDay>) -> String {
    let now = match day {
        None => "there is no end date".to_owned(),
        Some(day) => format!("it is {day}"),
    };
    format!(
        "Somebody changed the end date while you had this page open: {now} now. Nothing was saved. Look again, then save."
    )
}

/// The host said that it saved, and did not.
#[must_use]
pub fn end_date_not_taken(day: Option<UtcDay>) -> String {
    let still = match day {
        None => "there is no end date all the same".to_owned(),
        Some(day) => format!("the end date is {day} all the same"),
    };
    format!("The host accepted the change, but {still}. It may not allow this extension.")
}

/// Said where a calendar file was made and the browser took it.
pub const CALENDAR_SAVED: &str = "The calendar file is among your downloads.";
/// The browser did not take it.
pub const CALENDAR_NOT_SAVED: &str = "The browser did not save the calendar file.";

/// Heading of what can be done.
pub const ACTIONS: &str = "Actions";
/// Leads to changing.
pub const CHANGE: &str = "Change";
/// Leads to rotating.
pub const ROTATE: &str = "Rotate token";
/// Fills the form with a copy.
pub const CLONE: &str = "Clone";
/// What cloning does.
pub const CLONE_HINT: &str = "Clone starts a new draft with everything but the name and the token.";
/// Its roles have not arrived, so that a copy would lack them.
pub const CLONE_LATER: &str =
    "Its roles are not loaded yet, so a clone would lack them. Try again once they are shown.";
/// There is another draft: heading.
pub const OTHER_DRAFT_TITLE: &str = "Replace your draft?";
/// There is another draft: what it is called.
#[must_use]
pub fn other_draft(name: &str) -> String {
    match name.trim().is_empty() {
        true => "You have a draft without a name yet. Cloning replaces everything that was typed in it."
            .to_owned(),
        false => {
            let name = visible(name);
            format!("You have a draft named “{name}”. Cloning replaces everything that was typed in it.")
        }
    }
}

/// Replaces it.
pub const REPLACE_DRAFT: &str = "Replace the draft";
/// Keeps it.
pub const KEEP_DRAFT: &str = "Keep the draft";

/// Opens the question before disabling.
pub const DISABLE_QUESTION: &str = "Disable…";
/// Its heading.
pub const DISABLE_TITLE: &str = "Disable this service user?";
/// What disabling does.
pub const DISABLE_LEAD: &str =
    "Everything that uses it stops working at once, until it is enabled again. Nothing is lost.";
/// Disables.
pub const DISABLE: &str = "Disable";
/// While disabling.
pub const DISABLING: &str = "Disabling…";
/// Enables.
pub const ENABLE: &str = "Enable";
/// While enabling.
pub const ENABLING: &str = "Enabling…";
/// Enabled, and of no use all the same.
#[must_use]
pub fn enabled_and_over(name: &str) -> String {
    let name = visible(name);
    format!(
        "Service user “{name}” was enabled, but its end date has passed: extend it for its tokens to work."
    )
}

/// Not disabled.
pub const NOT_DISABLED: &str = "The service user was not disabled.";
/// Not enabled.
pub const NOT_ENABLED: &str = "The service user was not enabled.";
/// Nobody knows.
pub const STATUS_UNKNOWN: &str =
    "Whether that was done is not known, because the service user could not be read afterwards either.";
/// Reads the service user again.
pub const LOOK_AGAIN: &str = "Look again";

/// Opens the window of deleting.
pub const DELETE_QUESTION: &str = "Delete…";
/// Its heading.
pub const DELETE_TITLE: &str = "Delete this service user?";
/// What deleting does.
pub const DELETE_LEAD: &str = "Everything that uses it stops working at once and for good. Neither the service user nor its tokens \
    can be brought back. If you only want to stop it, disable it.";
/// Label of the field in which the name is typed.
pub const TYPE_NAME: &str = "Type the friendly name to confirm";
/// The same where it has no name.
pub const TYPE_ID: &str = "Type the user ID to confirm";
/// Deletes.
pub const DELETE: &str = "Delete service user";
/// While deleting.
pub const DELETING: &str = "Deleting…";
/// Not deleted.
pub const NOT_DELETED: &str = "The service user was not deleted.";
/// Nobody knows.
pub const DELETION_UNKNOWN: &str = "Whether the service user was deleted is not known, because it could not be read afterwards either. Look at the list.";

/// Said over the list afterwards.
#[must_use]
pub fn deleted(name: &str) -> String {
    let name = visible(name);
    format!("Service user “{name}” was deleted.")
}

/// Somebody was faster.
#[must_use]
pub fn deleted_already(name: &str) -> String {
    let name = visible(name);
    format!("Service user “{name}” was deleted already.")
}

/// Heading of what stops.
pub const STOPS: &str = "What stops working";
/// While the tokens are on their way.
pub const STOPS_LOADING: &str = "Its tokens are being counted…";
/// They did not arrive.
pub const STOPS_UNKNOWN: &str =
    "How many tokens it has could not be read. Every integration that holds one of them stops.";
/// There are none.
pub const STOPS_NO_TOKEN: &str =
    "It has no token, as far as the API tells. An integration that has one all the same stops.";

/// So many tokens, when the one that was used last was used, and whoever holds one.
#[must_use]
pub fn stops(tokens: usize, last_used: Option<DateTime<Utc>>) -> String {
    let used = match last_used {
        None => "never used, as far as the API tells".to_owned(),
        Some(instant) => format!("last used {}", in_utc(instant)),
    };
    match tokens {
        1 => format!("Its one token ({used}), and every integration that holds it."),
        _ => format!("All {tokens} of its tokens ({used}), and every integration that holds one of them."),
    }
}

/// Heading of the roles.
pub const ROLES: &str = "Managers, roles and permissions";
/// While they load.
pub const LOADING_ROLES: &str = "Loading the roles' names…";
/// They did not arrive.
pub const ROLES_FAILED: &str = "The names of the roles and their permissions could not be read.";
/// It has none, as far as the API tells.
pub const NO_ROLES: &str = "The API names no role and no Manager for it.";
/// Heading over the roles that are not in the caller's list.
pub const UNSEEN_ROLES: &str = "Roles that you cannot see";
/// What they are.
pub const UNSEEN_ROLES_HINT: &str = "It has them, but they are not among the roles that the API lists for you. They are shown by ID, and their permissions are not known.";
/// A Manager that none of the known roles belongs to.
pub const ROLE_NOT_TOLD: &str = "Access without a role that you can see.";
/// Heading of the permissions.
pub const PERMISSIONS: &str = "Resulting permissions";
/// None of them known.
pub const NO_PERMISSIONS: &str = "None that the API tells.";

/// Heading of the tokens.
pub const TOKENS: &str = "Tokens";
/// What is not there.
pub const TOKENS_LEAD: &str = "The token IDs themselves are shown once, when they are made, and never again.";
/// While they load.
pub const LOADING_TOKENS: &str = "Loading the tokens…";
/// They did not arrive.
pub const TOKENS_FAILED: &str = "The tokens could not be read.";
/// The host does not know the calls.
pub const TOKENS_NOT_OFFERED: &str = "This host does not list tokens over its API, so there is nothing to show here. That says nothing about how many there are.";
/// The caller may not.
pub const TOKENS_NOT_PERMITTED: &str = "You are not permitted to see its tokens.";
/// There are none.
pub const NO_TOKENS: &str = "It has no token, as far as the API tells.";
/// Column heading.
pub const TOKEN_NAME: &str = "Name";
/// Column heading.
pub const TOKEN_STATUS: &str = "Status";
/// Column heading.
pub const TOKEN_END_DATE: &str = "End date (UTC)";
/// Column heading.
pub const TOKEN_CREATED: &str = "Created (UTC)";
/// Column heading.
pub const TOKEN_LAST_USED: &str = "Last used (UTC)";
/// A token without a name.
pub const NAMELESS: &str = "No name";
/// A token that nobody used.
pub const NEVER_USED: &str = "Never used";
/// A token that ends with its service user.
pub const NO_OWN_END_DATE: &str = "None of its own";
/// An empty cell, for the eye.
pub const NOTHING: &str = "–";

/// Heading of the audit log.
pub const AUDIT_LOG: &str = "Audit log";
/// Heading of the entries about it.
pub const DONE_TO_IT: &str = "What was done to it";
/// None of them.
pub const NOTHING_DONE_TO_IT: &str = "The audit log has no entry about it.";
/// They did not arrive.
pub const DONE_TO_IT_FAILED: &str = "What was done to it could not be read.";
/// Heading of its own entries, of so many days.
#[must_use]
pub fn done_by_it(days: u32) -> String {
    format!("What it did in the last {days} days")
}

/// None of them.
pub const NOTHING_DONE_BY_IT: &str = "The audit log has no entry under its friendly name.";
/// They did not arrive.
pub const DONE_BY_IT_FAILED: &str = "What it did could not be read.";
/// While they load.
pub const LOADING_ENTRIES: &str = "Loading the audit log…";
/// The caller may not.
pub const AUDIT_LOG_NOT_PERMITTED: &str = "You are not permitted to read the audit log.";
/// The host does not know the call.
pub const AUDIT_LOG_NOT_OFFERED: &str = "This host does not offer its audit log over its API.";
/// Shows further entries.
pub const SHOW_MORE: &str = "Show more";
/// Column heading.
pub const ENTRY_WHEN: &str = "When (UTC)";
/// Column heading.
pub const ENTRY_ACTION: &str = "Action";
/// Column heading.
pub const ENTRY_BY: &str = "By";
/// Column heading.
pub const ENTRY_ON: &str = "On";
/// Column heading.
pub const ENTRY_RESULT: &str = "Result";

/// How many of the entries are shown.
#[must_use]
pub fn entry_count(shown: usize, all: usize) -> String {
    format!("The newest {shown} of {all}")
}

/// Heading of the handover.
pub const HANDOVER: &str = "Handover";
/// What it is for.
pub const HANDOVER_HINT: &str = "DigiCert tells the person in the email field nothing. The note says what they have to know, and never the token.";
/// Opens the note.
pub const HANDOVER_NOTE: &str = "Handover note…";
/// Heading of the note's window.
pub const HANDOVER_TITLE: &str = "Handover note";
/// Copies the note.
pub const COPY_NOTE: &str = "Copy the note";
/// Opens a mail program with it.
pub const WRITE_MAIL: &str = "Write a mail";
/// A mail program would cut it off.
pub const TOO_LONG_FOR_MAIL: &str = "The note is too long for a mail draft to hold it: some mail programs would cut it off. Copy it first, \
    then paste it into the draft.";
/// Stands in such a draft.
pub const PASTE_NOTE_HERE: &str = "(Paste the note here.)";
/// The email field holds something else.
pub const NO_RECIPIENT: &str = "The email field holds no usable address, so the draft has no recipient yet.";
/// While what the note names is on its way.
pub const NOTE_IS_INCOMPLETE: &str =
    "The names of accounts or roles have not arrived, so the note shows IDs or leaves roles out.";
/// Closes it.
pub const CLOSE: &str = "Close";

/// A minute in UTC, such as `2027-01-12 08:55 UTC`.
#[must_use]
pub fn in_utc(instant: DateTime<Utc>) -> String {
    format!("{} UTC", minute(instant))
}

/// The same where a heading says that it is UTC.
#[must_use]
pub fn minute(instant: DateTime<Utc>) -> String {
    let day = UtcDay::from_date(instant.date_naive());
    format!("{day} {:02}:{:02}", instant.hour(), instant.minute())
}
