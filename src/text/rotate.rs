//! Rotating a token, step by step.

use account_api::{AccessTokenNameFault, RotationStep};
use chrono::{DateTime, Timelike, Utc};
use service_user::UtcDay;

/// Heading.
pub const TITLE: &str = "Rotate token ID";
/// What it is.
pub const LEAD: &str = "A new token ID takes over while the old one still works. You can stop after any step and come back to this \
    address: where you are is read from the host, and nothing of a token ID is kept.";
/// While the tokens load.
pub const LOADING: &str = "Loading the tokens of this service user…";
/// There is no such service user.
pub const NO_SUCH_USER: &str = "There is no such service user on this host, or you may not see it.";
/// Leads to the list.
pub const TO_LIST: &str = "Go to the list";
/// Its tokens could not be read again.
pub const NOT_READ: &str = "The tokens could not be read again. What is shown may be out of date.";

/// The names of the steps.
pub const STEP_NAMES: [&str; 5] = [
    "Make a new token ID",
    "Hand over",
    "Check that it works",
    "Disable the old one",
    "Delete it",
];

/// The name of a step.
#[must_use]
pub fn step_name(step: RotationStep) -> &'static str {
    let [make, hand_over, check, disable, delete] = STEP_NAMES;
    match step {
        RotationStep::Make => make,
        RotationStep::HandOver => hand_over,
        RotationStep::Check => check,
        RotationStep::Disable => disable,
        RotationStep::Delete => delete,
    }
}

/// Goes one step back.
pub const BACK: &str = "Back";
/// Reads everything again.
pub const LOOK_AGAIN: &str = "Look again";
/// While reading.
pub const LOOKING: &str = "Looking…";
/// Leaves it as it is.
pub const KEEP: &str = "Leave it as it is";

/// The service user itself does not work, so none of its tokens does.
#[must_use]
pub fn user_is_off(is_expired: bool) -> &'static str {
    match is_expired {
        true => {
            "The end date of this service user is past: no token of it works, a new one included. Extend it on its page."
        }
        false => {
            "This service user is disabled: no token of it works, a new one included. Enable it on its page."
        }
    }
}

// The list of tokens.

/// Heading.
pub const TOKENS: &str = "Its tokens";
/// There is none.
pub const NO_TOKENS: &str = "The host lists no token of this service user.";
/// The mark of the new one.
pub const NEW: &str = "New";
/// The mark of the old one.
pub const OLD: &str = "Old";
/// Stands for a token's name where there is none.
pub const NAMELESS: &str = "(without a name)";
/// Label.
pub const MADE: &str = "Made";
/// Label.
pub const LAST_USED: &str = "Last used";
/// Label.
pub const ENDS: &str = "Ends";
/// The host does not tell when it was made.
pub const NOT_TOLD: &str = "The host does not tell";
/// It was not used.
pub const NOT_USED: &str = "Not used yet";
/// It has no end date.
pub const NO_END_DATE: &str = "No end date of its own";
/// It has to be said which token is the new one.
pub const NEW_IS_UNCLEAR: &str =
    "The dates do not tell which of the tokens is the new one. Say so in their list, or make a new one.";
/// It has to be said which token is the old one.
pub const OLD_IS_UNCLEAR: &str =
    "Several tokens are older than the new one. Say below which one it replaces.";
/// Says that a token is the new one.
pub const IS_NEW: &str = "This is the new one";
/// Says that a token is the old one.
pub const IS_OLD: &str = "This is the old one";

/// The same with the token's name, for whoever does not see where the button stands.
#[must_use]
pub fn is_new(name: &str) -> String {
    format!("{IS_NEW}: {name}")
}

/// The same with the token's name, for whoever does not see where the button stands.
#[must_use]
pub fn is_old(name: &str) -> String {
    format!("{IS_OLD}: {name}")
}

/// A minute in UTC.
#[must_use]
pub fn minute(instant: DateTime<Utc>) -> String {
    let day = UtcDay::from_date(instant.date_naive());
    format!("{day} {:02}:{:02} UTC", instant.hour(), instant.minute())
}

/// How long ago a token was used.
#[must_use]
pub fn used_ago(seconds: i64) -> String {
    let count = |amount: i64, one: &str, many: &str| {
        let unit = if amount == 1 { one } else { many };
        format!("Used {amount} {unit} ago")
    };
    match seconds {
        ..60 => "Used less than a minute ago".to_owned(),
        60..3_600 => count(seconds / 60, "minute", "minutes"),
        3_600..86_400 => count(seconds / 3_600, "hour", "hours"),
        _ => count(seconds / 86_400, "day", "days"),
    }
}

// Step 1.

/// What comes of it.
pub const MAKE_LEAD: &str = "The new token ID works at once, beside the old one. It is shown once, in a window that stays open until \
    you close it.";
/// The same where there is no old one.
pub const MAKE_FIRST_LEAD: &str = "The host lists no token that it could replace. The new token ID works at once and is shown once, in a \
    window that stays open until you close it.";
/// Field label.
pub const NAME: &str = "Name of the new token";
/// Field hint.
pub const NAME_HINT: &str = "What the record is called in the list of tokens. It is no secret.";
/// Legend.
pub const END_DATE: &str = "End date of the new token";
/// The end date is the service user's.
#[must_use]
pub fn end_date_of_user(day: UtcDay) -> String {
    format!("As the service user: {day} 23:59:59 UTC")
}
/// No end date.
pub const WITHOUT_END_DATE: &str = "None of its own";
/// What that means.
pub const WITHOUT_END_DATE_HINT: &str =
    "It works until somebody disables or deletes it, or the service user ends.";
/// Makes it.
pub const MAKE: &str = "Make a new token ID";
/// While making it.
pub const MAKING: &str = "Making a new token ID…";
/// Makes it elsewhere.
pub const MAKE_IN_WINDOW: &str = "Make it in a window";
/// Why.
pub const MAKE_IN_WINDOW_LEAD: &str = "This popup closes as soon as you click elsewhere, and a token ID is shown only once. It is made in a \
    window of its own, which stays.";
/// While the window opens.
pub const OPENING: &str = "Opening a window…";
/// The window did not open.
pub const NOT_OPENED: &str = "The browser opened no window, and a popup that closes by itself must not receive a token ID. Nothing was \
    made. Open this page in a tab or a window with the buttons at the top, and go on there.";
/// Leaves step 1 for where the rotation is.
pub const GO_ON_WITHOUT: &str = "Go on with the new one that is there";
/// Goes to step 1 once more.
pub const MAKE_ANOTHER: &str = "Make another new token ID";

/// What is wrong with a name.
#[must_use]
pub fn name_fault(fault: AccessTokenNameFault) -> String {
    match fault {
        AccessTokenNameFault::Empty => "Enter a name, so that the tokens can be told apart.".to_owned(),
        AccessTokenNameFault::TooLong { length } => format!(
            "This name has {length} characters; at most {} are allowed.",
            account_api::AccessTokenName::LONGEST
        ),
        AccessTokenNameFault::ForbiddenCharacter(character) => format!(
            "A token's name cannot contain “{}”: only unaccented letters, digits, spaces and common signs.",
            character.escape_default()
        ),
        AccessTokenNameFault::Taken => {
            "Another token of this service user has this name. Choose one that tells them apart.".to_owned()
        }
    }
}

/// The name that is proposed.
#[must_use]
pub fn proposed_name(today: UtcDay) -> String {
    format!("Rotated {today}")
}

/// It was not made.
pub const NOT_MADE: &str = "The new token ID was not made.";
/// The host says that there is one already.
pub const ONE_ALREADY: &str =
    "The host says that there is one already: a token of this name, or a token at all.";
/// Whether it was made is not known.
pub const UNKNOWN_OUTCOME: &str =
    "Whether the new token was made is not known. Look again before you press the button again.";
/// Whether it was disabled is not known.
pub const DISABLING_UNKNOWN: &str =
    "Whether the old token was disabled is not known. Look again before you press the button again.";
/// Whether it was enabled is not known.
pub const ENABLING_UNKNOWN: &str =
    "Whether the token was enabled is not known. Look again before you press the button again.";
/// Whether it was deleted is not known.
pub const DELETING_UNKNOWN: &str =
    "Whether the token was deleted is not known. Look again before you press the button again.";

// A token whose ID did not arrive.

/// What happened.
#[must_use]
pub fn lost_title(name: &str) -> String {
    format!("The token “{name}” exists, and its token ID did not arrive here")
}
/// What that means.
pub const LOST_LEAD: &str = "If you made it in another tab or window, its token ID is shown there. Otherwise nobody can use this token, because its token ID cannot \
    be shown again: delete it and make another one.";
/// The same of a second one that was made beside one that arrived.
#[must_use]
pub fn twin_title(name: &str) -> String {
    format!("A second token “{name}” exists, and its token ID did not arrive here")
}
/// What that means.
pub const TWIN_LEAD: &str = "If you made it in another tab or window, its token ID is shown there. Otherwise your browser sent the request \
    twice, and nobody can use the second token: delete it. The one that was shown here is not affected.";
/// Deletes it and makes another.
pub const REPLACE: &str = "Delete it and make another";
/// While doing so.
pub const REPLACING: &str = "Making another…";
/// Deletes it.
pub const DELETE_LOST: &str = "Delete it";

// Step 2.

/// Who gets it.
#[must_use]
pub fn hand_over_lead(old: Option<&str>, new: &str) -> String {
    match old {
        Some(old) => {
            format!(
                "Whoever holds the token ID of “{old}” now puts that of “{new}” in its place. Both work meanwhile."
            )
        }
        None => format!(
            "Whoever holds the old token ID now puts that of “{new}” in its place. Both work meanwhile."
        ),
    }
}
/// The same where there is no old one.
#[must_use]
pub fn hand_over_first_lead(new: &str) -> String {
    format!("Give the token ID of “{new}” to whoever runs the integration.")
}
/// Nobody is told by anybody else.
pub const TELL_THEM: &str = "Nobody is told by DigiCert. Send the token ID in a way that you trust; what can be copied here holds nothing \
    of it.";
/// Label.
pub const EMAIL: &str = "Email of who looks after it";
/// There is none.
pub const NO_EMAIL: &str = "This service user has no email.";
/// Copies the email.
pub const COPY_EMAIL: &str = "Copy email";
/// Copies the note.
pub const COPY_NOTE: &str = "Copy note";
/// What the note is called aloud.
pub const COPY_NOTE_NAME: &str = "Copy note without the token ID";
/// The note's first lines.
pub const NOTE: &str = "The token ID of the service user below is being replaced. Put the new one, which comes separately, in the place\n\
    of the old one. The old one works until it is disabled; please say when it is no longer needed.\n\n";
/// Goes on.
pub const HANDED_OVER: &str = "It is handed over";
/// Opens what helps without the token ID.
pub const LOST_QUESTION: &str = "The token ID is lost";
/// What helps.
#[must_use]
pub fn lost_help(name: &str) -> String {
    format!(
        "Nobody can show it again. Delete “{name}” and make another one; do so only if nobody uses it already."
    )
}

// Step 3.

/// What to look at.
pub const CHECK_LEAD: &str = "The host notes when a token was last used. A check in the window that showed the token ID counts as a use.";
/// The new one is not used yet.
pub const CHECK_UNUSED: &str =
    "Let the integration run once, or run the check where the token ID is kept, and look again.";
/// All is as it should be.
pub const CHECK_GOOD: &str = "The new one was used, and the old one was not used after it.";
/// All is as it should be, without an old one.
pub const CHECK_FIRST_GOOD: &str = "The new one was used. There is no old one to disable: this is done.";
/// The old one is still in use.
pub const CHECK_OLD_IN_USE: &str =
    "Something used the old one after the new one: not everybody has changed over yet.";
/// Copies a command.
pub const COPY_CHECK: &str = "Copy check";
/// What the command is called aloud.
pub const COPY_CHECK_NAME: &str = "Copy check: the command that checks the token ID";
/// What the command reads.
pub const CHECK_HINT: &str =
    "The check is a curl command that reads the token ID from the variable DC_API_KEY.";
/// Goes on.
pub const GO_ON: &str = "Go on";
/// Goes on although the host does not tell of a use.
pub const GO_ON_ANYWAY: &str = "Go on all the same";
/// The new one is disabled.
#[must_use]
pub fn new_is_disabled(name: &str) -> String {
    format!("“{name}” is disabled, so it does not work. Somebody disabled it after it was made.")
}
/// The new one has ended.
#[must_use]
pub fn new_is_expired(name: &str) -> String {
    format!("The end date of “{name}” is past, so it does not work. Make another one.")
}

// Step 4.

/// What it stops.
#[must_use]
pub fn disable_lead(old: &str) -> String {
    format!(
        "Every integration that still uses the token ID of “{old}” stops working at once. It can be enabled again."
    )
}
/// It is not clear which.
pub const DISABLE_UNCLEAR: &str = "First say in the list of tokens which one is the old one.";
/// Asked before disabling.
#[must_use]
pub fn disable_question(old: &str) -> String {
    format!("Disable “{old}” now?")
}
/// A reason to wait.
pub const NEW_IS_UNUSED: &str =
    "The host does not tell of any use of the new one. Whoever has not changed over yet will be cut off.";
/// A reason to wait.
pub const OLD_IS_IN_USE: &str = "Something used the old one after the new one, and will be cut off.";
/// Asks before disabling.
pub const DISABLE_QUESTION: &str = "Disable the old one…";
/// Disables.
pub const DISABLE: &str = "Disable it";
/// While disabling.
pub const DISABLING: &str = "Disabling…";
/// It was not disabled.
pub const NOT_DISABLED: &str = "The old token was not disabled.";

// Step 5.

/// It is off.
#[must_use]
pub fn delete_lead(old: &str, is_disabled: bool) -> String {
    match is_disabled {
        true => format!(
            "“{old}” is disabled. Wait until you are sure that nothing misses it; until then it can be enabled again."
        ),
        false => format!("The end date of “{old}” is past: it does not work any more."),
    }
}
/// Leads back to what is to be handed over.
pub const HAND_OVER_AGAIN: &str = "Look at the handover again";
/// Enables again.
pub const ENABLE: &str = "Enable it again";
/// While enabling.
pub const ENABLING: &str = "Enabling…";
/// Asks before deleting.
pub const DELETE_QUESTION: &str = "Delete the old one…";
/// Deletes.
pub const DELETE: &str = "Delete it";
/// While deleting.
pub const DELETING: &str = "Deleting…";
/// Asked before deleting.
#[must_use]
pub fn delete_question(old: &str) -> String {
    format!("Delete “{old}”? Its token ID never works again. This cannot be undone.")
}
/// It was not enabled.
pub const NOT_ENABLED: &str = "The token was not enabled.";
/// It was not deleted.
pub const NOT_DELETED: &str = "The token was not deleted.";

/// It is over.
pub const DONE: &str = "Rotation complete";
/// What is left.
#[must_use]
pub fn done_lead(deleted: &str, left: Option<&str>) -> String {
    match left {
        Some(left) => format!("“{deleted}” was deleted. “{left}” has taken its place."),
        None => format!("“{deleted}” was deleted."),
    }
}
/// Leads to the service user's page.
pub const TO_USER: &str = "Go to the service user";
/// Begins again.
pub const ROTATE_AGAIN: &str = "Rotate again";

// Where there is one token for ever.

/// Heading.
pub const CLONE_TITLE: &str = "Change over to a clone instead";
/// The host does not know the calls.
pub const CLONE_UNKNOWN: &str = "This host does not offer further tokens for a service user. A clone does the same: a second service user \
    with the same settings and a token ID of its own.";
/// The host refused.
pub const CLONE_REFUSED: &str = "Some hosts give a service user one token ID for ever. If that is why this was refused, a clone does the \
    same: a second service user with the same settings and a token ID of its own.";
/// The way.
pub const CLONE_WAY: [&str; 4] = [
    "Create the clone under a new name. Its token ID is shown once.",
    "Hand that token ID over to whoever holds the old one.",
    "Check that the integration works with it.",
    "Disable this service user on its page, and delete it once nothing misses it.",
];
/// Fills the form.
pub const CLONE: &str = "Fill the form with a clone";
/// A draft would be lost.
pub const CLONE_REPLACES: &str =
    "You have begun to create another service user. The clone takes the place of what you typed.";
/// Fills the form all the same.
pub const CLONE_ANYWAY: &str = "Replace it with the clone";
