//! Templates: their screen, the choice of one when creating, saving one, and what comes of it.

use super::create;
use service_user::{Field, UtcDay, visible};
use template::{EndDateRule, Merged, SetField, Templates};

/// What a template is.
pub const LEAD: &str = "A template fills in some of the fields of a new service user. You look through them, and change what you like, before anything is created.";
/// Heading and group of the person's own.
pub const OWN: &str = "Your templates";
/// Heading and group of the built-in ones.
pub const RECIPES: &str = "DigiCert’s recipes";
/// What the built-in ones are.
pub const RECIPES_LEAD: &str =
    "The least roles that DigiCert’s documentation prescribes for common integrations.";
/// There is no own one.
pub const NO_OWN: &str =
    "None yet. “Save as template” on the second step of creating makes one of what you chose there.";
/// While the own ones are being read.
pub const LOADING: &str = "Reading your templates…";

/// Label of the list when creating.
pub const START_FROM: &str = "Start from a template";
/// What choosing there does.
pub const START_FROM_HINT: &str = "Shows what it sets first; nothing is filled in before you say so.";
/// The list's entry for none.
pub const NO_TEMPLATE: &str = "No template";
/// Fills the form in.
pub const USE: &str = "Use this template";
/// A template needs accounts and roles, and they did not arrive.
pub const LISTS_MISSING: &str =
    "Templates name accounts and roles, which did not load. Load them first, or fill in the fields yourself.";
/// The own ones cannot be read or are refused, said where one is picked.
pub const OWN_MISSING: &str = "Your own templates cannot be shown here; see the screen “Templates”.";

/// What is needed for templates is on its way.
pub const COMING: &str = "Loading templates…";
/// It did not arrive. What was typed is kept, and everything else works.
pub const NOT_LOADED: &str = "Templates could not be loaded: the connection to where this page comes from is interrupted, or the page has been \
     replaced by a newer one. You can create without one.";

/// Under what a template sets.
pub const NOTHING_ELSE: &str = "It leaves every other field as it is.";
/// No end date.
pub const NO_END_DATE: &str = "No end date";
/// The last day is today.
pub const TODAY: &str = "Today";

/// Heading of the question over a draft that is there.
pub const DRAFT_IS_THERE: &str = "There is a draft already";
/// Fills in the draft that is there.
pub const FILL_DRAFT: &str = "Use it in this draft";
/// Empties the draft first.
pub const START_ANEW: &str = "Discard this draft and use it";
/// Leaves the draft as it is.
pub const KEEP_DRAFT: &str = "Keep the draft as it is";
/// The lists are on their way.
pub const WAITING: &str = "The template is filled in once accounts and roles have loaded.";

/// Said of a draft that a link filled in.
pub const FROM_LINK: &str = "Nothing was sent and nothing was created. Anybody can have made the link: look through every field, and through the roles, before you create.";
/// Before the fields that were set.
pub const SET: &str = "Set";
/// Nothing was set.
pub const NOTHING_SET: &str = "Nothing of it could be filled in here.";
/// Before what could not be set.
pub const NOT_SET: &str = "Not filled in:";
/// Takes back what was set.
pub const UNDO: &str = "Undo";
/// Takes a notice away.
pub const CLOSE: &str = "Close";
/// After undoing.
pub const UNDONE: &str = "The form is as it was before the template.";

/// Heading over a link's faults.
pub const BAD_LINK: &str = "The template in this link cannot be used. Nothing was filled in.";
/// Heading over a file's faults.
pub const BAD_FILE: &str = "Nothing was imported: the file has faults.";
/// What was pasted is no link of this kind.
pub const NO_LINK: &str =
    "There is no template in this text. Paste the whole link, up to its last character.";
/// The browser does not read the file.
pub const FILE_REFUSED: &str = "The browser cannot read this file. Choose it again.";

/// Opens the window that saves.
pub const SAVE_AS: &str = "Save as template…";
/// Heading of that window.
pub const SAVE_TITLE: &str = "Save as template";
/// Field label.
pub const NAME: &str = "Name";
/// Field hint.
pub const NAME_HINT: &str = "What you will look for in the list.";
/// Field label.
pub const EXPLANATION: &str = "Explanation";
/// Field hint.
pub const EXPLANATION_HINT: &str = "What it is for. Whoever gets the template from you reads it too.";
/// Heading of what is set.
pub const SETS: &str = "What it sets";
/// Heading of what a template does not take over.
pub const LEFT_OUT: &str = "What is left out";
/// Saves.
pub const SAVE: &str = "Save template";
/// While saving.
pub const SAVING: &str = "Saving…";
/// Leaves without saving.
pub const CANCEL: &str = "Cancel";
/// Where it is kept, on a page.
pub const KEPT_BY_PAGE: &str =
    "It is kept in this browser, for pages of this address, until you delete it under “Templates”.";
/// Where it is kept, in the extension.
pub const KEPT_BY_EXTENSION: &str = "It is kept on the disk, in the browser’s profile, until you delete it under “Templates”; also where you save it in a private window.";

/// Copies a link.
pub const COPY_LINK: &str = "Copy link";
/// The clipboard's promise resolved.
pub const LINK_COPIED: &str = "Link copied. Opening it fills in a draft and creates nothing.";
/// As before, in the extension, whose own address means nothing in another browser.
pub const LINK_PART_COPIED: &str =
    "Copied. It begins with # and can be pasted under “Import”, or behind the address of this app’s page.";
/// It was rejected.
pub const LINK_NOT_COPIED: &str = "Not copied: the browser refused. Select the link and copy it yourself:";
/// Opens the window in which it gets another name.
pub const RENAME: &str = "Rename…";
/// Heading of that window.
pub const RENAME_TITLE: &str = "Rename template";
/// Another one has the name.
pub const NAME_TAKEN: &str = "You have another template of this name. Choose a different one.";
/// Asks before deleting.
pub const DELETE_QUESTION: &str = "Delete…";
/// Deletes.
pub const DELETE: &str = "Delete";
/// Leaves it.
pub const KEEP: &str = "Keep it";
/// Hands all own ones out as a file.
pub const EXPORT: &str = "Export all as a file";
/// The browser made no file.
pub const NOT_EXPORTED: &str = "The browser made no file.";
/// The file's name.
pub const FILE_NAME: &str = "service-user-templates.json";

/// Heading.
pub const IMPORT: &str = "Import";
/// Label of the file's field.
pub const IMPORT_FILE: &str = "From a file";
/// Label of the link's field.
pub const IMPORT_LINK: &str = "From a link";
/// Hint of the link's field.
pub const IMPORT_LINK_HINT: &str = "Paste a link that holds a template, or the part of it from the # on.";
/// Reads the link.
pub const LOOK_AT_LINK: &str = "Look at it";
/// Takes a template from a link over.
pub const ADD: &str = "Add to your templates";
/// Takes over although some are replaced.
pub const REPLACE: &str = "Import and replace";
/// Takes nothing over.
pub const DO_NOT_IMPORT: &str = "Do not import";
/// The file holds no template.
pub const EMPTY_FILE: &str = "The file holds no template.";

/// What is kept cannot be read: heading.
pub const UNREADABLE: &str = "Your templates cannot be read";
/// What that means.
pub const UNREADABLE_LEAD: &str = "What this browser keeps of them was changed, or was written by another version of this app. It stays as it is until you remove it, and no template can be saved meanwhile. Save it as a file first: it may be put right there and imported.";
/// Hands the text out.
pub const SAVE_UNREADABLE: &str = "Save it as a file";
/// Asks before removing it.
pub const REMOVE_QUESTION: &str = "Remove it…";
/// Removes it.
pub const REMOVE: &str = "Remove it for good";
/// The browser does not say what is kept.
pub const REFUSED: &str = "This browser keeps nothing for this page, so there are no templates of your own. Its settings for cookies and site data may say why.";
/// The browser does not keep what is to be saved.
pub const NOT_KEPT: &str =
    "The browser did not keep it, and nothing was changed. Its settings, or a full disk, may be why.";
/// What is kept cannot be read, so nothing is written over it.
pub const NOT_KEPT_OVER_UNREADABLE: &str = "Not saved: what is kept of your templates cannot be read, and would be lost. See the screen “Templates”.";

/// Label of the link to the schema.
pub const SCHEMA: &str = "Description of the file’s format (JSON Schema)";

/// A field's name.
#[must_use]
pub fn field(field: Field) -> &'static str {
    match field {
        Field::FriendlyName => create::FRIENDLY_NAME,
        Field::Description => create::DESCRIPTION,
        Field::EndDate => create::END_DATE,
        Field::Email => create::EMAIL,
        Field::Accounts => create::ACCOUNTS,
        Field::Managers => create::MANAGERS,
        Field::Roles => create::ROLES,
    }
}

/// What the friendly name begins with.
#[must_use]
pub fn begins_with(prefix: &str) -> String {
    let prefix = visible(prefix);
    format!("begins with “{prefix}”")
}

/// The end date that a template sets.
#[must_use]
pub fn end_date(rule: EndDateRule, last_day: UtcDay) -> String {
    match rule {
        EndDateRule::NoEndDate => NO_END_DATE.to_owned(),
        EndDateRule::DaysFromToday(0) => format!("{TODAY}, {last_day} (UTC)"),
        EndDateRule::DaysFromToday(days) => {
            let unit = super::plural(days as usize, "day", "days");
            format!("{days} {unit} from today: {last_day} (UTC)")
        }
    }
}

/// A Manager of which a template names no roles.
pub const NO_ROLES: &str = "no roles; they stay as they are";

/// What was filled in from which template.
#[must_use]
pub fn filled(name: &str, is_by_link: bool) -> String {
    let name = visible(name);
    match is_by_link {
        true => format!("A link filled in the template “{name}”"),
        false => format!("Filled in from the template “{name}”"),
    }
}

/// A field that was set.
#[must_use]
pub fn set(set: SetField) -> String {
    let name = field(set.field);
    match set.replaced {
        true => format!("{name} (in place of what was there)"),
        false => name.to_owned(),
    }
}

/// What stayed when a template was undone.
#[must_use]
pub fn undone_but(kept: &[Field]) -> String {
    let names: Vec<&str> = kept.iter().map(|kept| field(*kept)).collect();
    format!(
        "{UNDONE} What you changed since then stays: {}.",
        names.join(", ")
    )
}

/// The question over a draft that is there.
#[must_use]
pub fn draft_question(template: &str, is_by_link: bool, friendly_name: &str) -> String {
    let draft = match friendly_name.trim() {
        "" => "what you typed so far".to_owned(),
        name => format!("what you typed for “{}”", visible(name)),
    };
    let template = visible(template);
    match is_by_link {
        true => format!(
            "A link brings the template “{template}”. Using it takes the place of {draft} where it sets the same fields. \
             Anybody can have made the link."
        ),
        false => {
            format!("The template “{template}” takes the place of {draft} where it sets the same fields.")
        }
    }
}

/// A template of the same name is there.
#[must_use]
pub fn replaces(name: &str) -> String {
    let name = visible(name);
    format!("You have a template “{name}”. Saving puts this one in its place.")
}

/// The choice of a beginning.
#[must_use]
pub fn with_prefix(prefix: &str) -> String {
    let prefix = visible(prefix);
    format!("Have friendly names begin with “{prefix}”")
}

/// After saving.
#[must_use]
pub fn saved(name: &str) -> String {
    let name = visible(name);
    format!("Saved as template “{name}”.")
}

/// After it was given another name or explanation.
#[must_use]
pub fn renamed(name: &str) -> String {
    let name = visible(name);
    format!("Template “{name}” was saved.")
}

/// After deleting.
#[must_use]
pub fn deleted(name: &str) -> String {
    let name = visible(name);
    format!("Template “{name}” was deleted.")
}

/// Before deleting.
#[must_use]
pub fn delete(name: &str) -> String {
    let name = visible(name);
    format!("Delete the template “{name}”? It cannot be brought back, unless you exported it.")
}

/// Name of a card's button, whose words alone do not tell of which template it is.
#[must_use]
pub fn of_template(action: &str, name: &str) -> String {
    let name = visible(name);
    format!("{action}: {name}")
}

/// What was imported.
#[must_use]
pub fn merged(merged: &Merged) -> String {
    match (merged.added.as_slice(), merged.replaced.as_slice()) {
        (added, []) => format!("Imported. New: {}.", quoted(added)),
        ([], replaced) => format!("Imported. Replaced: {}.", quoted(replaced)),
        (added, replaced) => format!(
            "Imported. New: {}. Replaced: {}.",
            quoted(added),
            quoted(replaced)
        ),
    }
}

/// Before templates are replaced.
#[must_use]
pub fn replace_question(count: usize, replaced: &[String]) -> String {
    format!(
        "{count} {} would be imported and take the place of your own of the same name: {}.",
        super::plural(count, "template", "templates"),
        quoted(replaced)
    )
}

/// What a file may be.
#[must_use]
pub fn import_file_hint() -> String {
    format!(
        "A JSON file of templates, as “{EXPORT}” makes it: {} kB and {} templates at most.",
        Templates::MAX_BYTES / 1024,
        Templates::MAX_COUNT
    )
}

fn quoted(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("“{}”", visible(name))).collect();
    quoted.join(", ")
}
