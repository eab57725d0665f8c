//! Changing a service user.

use service_user::{Field, visible};

/// Heading.
pub const TITLE: &str = "Change service user";
/// While it is read.
pub const LOADING: &str = "Reading the service user…";
/// There is none of this id.
pub const GONE: &str = "This service user does not exist, or no longer.";
/// The way from there.
pub const TO_THE_LIST: &str = "Service users";
/// What was left unsaved is here again.
pub const RESUMED: &str = "What you changed before, and did not save, is still here.";
/// Throws it away.
pub const DISCARD: &str = "Discard these changes";
/// Goes back to the service user.
pub const CANCEL: &str = "Cancel";
/// Goes on to the difference.
pub const REVIEW: &str = "Review changes";
/// Nothing is different.
pub const NOTHING_CHANGED: &str = "Nothing is changed yet.";
/// Heading of the difference.
pub const REVIEW_TITLE: &str = "What will change";
/// After somebody else made the same change.
pub const NOTHING_LEFT: &str = "Nothing is left to save: the service user is already like this.";
/// Goes back to the fields.
pub const BACK: &str = "Back to the fields";
/// Saves.
pub const SAVE: &str = "Save changes";
/// While saving.
pub const SAVING: &str = "Saving…";
/// A failed save.
pub const NOT_SAVED: &str = "The changes were not saved. What you typed is still here.";
/// After a broken answer.
pub const UNKNOWN_OUTCOME: &str =
    "Whether the changes were saved is not known. Saving again reads the service user first.";
/// Before a value that goes.
pub const BEFORE: &str = "Before";
/// Before a value that comes.
pub const AFTER: &str = "After";
/// Before a choice that comes.
pub const WILL_BE_ADDED: &str = "Will be added";
/// Before a choice that goes.
pub const WILL_BE_TAKEN_AWAY: &str = "Will be taken away";
/// Before a choice that came.
pub const WAS_ADDED: &str = "Was added";
/// Before a choice that went.
pub const WAS_TAKEN_AWAY: &str = "Was taken away";
/// Somebody else was there.
pub const MEANWHILE: &str = "Somebody else changed this service user meanwhile.";
/// What that means.
pub const MEANWHILE_LEAD: &str = "Nothing was overwritten. Below is what they changed; your own changes are on top of it now. \
    Look at the difference again before you save.";
/// Its status.
pub const ENABLED_MEANWHILE: &str = "It was enabled.";
/// Its status.
pub const DISABLED_MEANWHILE: &str = "It was disabled.";

/// Which one it is.
#[must_use]
pub fn lead(name: &str) -> String {
    let name = visible(name);
    format!("“{name}”: nothing is sent before you have seen what will change.")
}

/// It was saved.
#[must_use]
pub fn saved(name: &str) -> String {
    let name = visible(name);
    format!("Service user “{name}” was changed.")
}

/// Its status, in the API's word.
#[must_use]
pub fn status_meanwhile(status: &str) -> String {
    let status = visible(status);
    format!("Its status is now {status}.")
}

/// A field's label.
#[must_use]
pub fn field(field: Field) -> &'static str {
    match field {
        Field::FriendlyName => super::create::FRIENDLY_NAME,
        Field::Description => super::create::DESCRIPTION,
        Field::EndDate => super::create::END_DATE,
        Field::Email => super::create::EMAIL,
        Field::Accounts => super::create::ACCOUNTS,
        Field::Managers => super::create::MANAGERS,
        Field::Roles => super::create::ROLES,
    }
}

/// A role with its Manager.
#[must_use]
pub fn role_of(role: &str, manager: &str) -> String {
    let (role, manager) = (visible(role), visible(manager));
    format!("{manager}: {role}")
}

/// Both changed one field.
#[must_use]
pub fn both_changed(field: &str, theirs: &str, mine: &str) -> String {
    format!("{field}: they wrote “{theirs}”, you wrote “{mine}”. Yours will be saved.")
}

/// Takes over what they wrote.
#[must_use]
pub fn take_theirs(field: &str) -> String {
    format!("Take theirs for {field}")
}
