//! The note for the person who looks after a service user.

use crate::character::made_visible;
use crate::token_form::{mutual_tls_origin, origin};
use crate::{Account, NamedAccount, Role, ServiceUser, Status, UtcDay, has_token_shape, wording};

/// What the person in the email field has to know about a service user: what it is for, where and what it may do, when it
/// ends and what happens then, and which variables their integration reads. DigiCert sends that person nothing
/// (documented; two of its products say otherwise), so somebody has to tell them.
///
/// The note goes by email or chat, so it never holds a token: none can be given to it, and where somebody wrote one into a
/// description it is left out. It says that the token ID comes separately.
///
/// It is plain text. What came from the API is shown without controls and bidirectional characters: whatever is not to be
/// seen stands as its code, such as `[U+202E]`.
///
/// ```compile_fail,E0308
/// # fn note(user: &service_user::ServiceUser, token: &service_user::TokenId, today: service_user::UtcDay) {
/// service_user::HandoverNote::new(user, token, &[], &[], today);
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandoverNote {
    subject: String,
    body: String,
}

impl HandoverNote {
    /// How many characters a line of the body has at most, unless a single word is longer: what any mail program shows
    /// without breaking it again.
    pub const WIDTH: usize = 72;

    /// Writes the note about a service user as it is today. `host` is what [`TokenForm::write`](crate::TokenForm::write)
    /// takes; accounts and roles are those that are known, by which the user's own get their names.
    pub fn new(user: &ServiceUser, host: &str, accounts: &[Account], roles: &[Role], today: UtcDay) -> Self {
        let facts = Facts::of(user, host, accounts, roles, today);
        let paragraphs = wording::handover_note_body(&facts);
        Self {
            subject: wording::handover_note_subject(&facts),
            body: paragraphs.iter().map(Paragraph::wrapped).collect(),
        }
    }

    /// The subject: one line.
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// The text, each line with its line feed.
    pub fn body(&self) -> &str {
        &self.body
    }
}

/// A piece of the body before it is broken into lines. Whatever came from the API stands in one whose further lines are
/// moved in, so that no part of it can pass for a line of the note's own.
pub(crate) struct Paragraph {
    first: &'static str,
    further: &'static str,
    text: String,
}

impl Paragraph {
    /// The note's own words; nothing, for a line between paragraphs.
    pub(crate) fn sentences(text: &str) -> Self {
        Self {
            first: "",
            further: "",
            text: text.to_owned(),
        }
    }

    /// A line that begins with what it is about.
    pub(crate) fn entry(text: String) -> Self {
        Self {
            first: "",
            further: "  ",
            text,
        }
    }

    /// A line that goes on with what the one before it began.
    pub(crate) fn moved_in(text: &str) -> Self {
        Self {
            first: "  ",
            further: "  ",
            text: text.to_owned(),
        }
    }

    /// One of several.
    pub(crate) fn item(text: impl Into<String>) -> Self {
        Self {
            first: "- ",
            further: "  ",
            text: text.into(),
        }
    }

    /// In lines of at most [`HandoverNote::WIDTH`] characters.
    fn wrapped(&self) -> String {
        let mut lines = self.first.to_owned();
        let mut width = self.first.len();
        for (place, word) in self.text.split_whitespace().enumerate() {
            let length = word.chars().count();
            if place > 0 && width + 1 + length > HandoverNote::WIDTH {
                lines.push('\n');
                lines.push_str(self.further);
                width = self.further.len();
            } else if place > 0 {
                lines.push(' ');
                width += 1;
            }
            lines.push_str(word);
            width += length;
        }
        // Where there is no word, the space that would have stood before it ends the line.
        lines.truncate(lines.trim_end().len());
        lines.push('\n');
        lines
    }
}

/// What the note tells, in texts that can be shown as they are, each of one line.
pub(crate) struct Facts {
    pub(crate) name: String,
    pub(crate) description: Vec<String>,
    /// Where the integration connects.
    pub(crate) origin: String,
    /// Where one connects that brings a client certificate.
    pub(crate) mutual_tls_origin: String,
    pub(crate) accounts: Vec<String>,
    /// The Managers with the known roles there, in the order of first appearance.
    pub(crate) grants: Vec<(String, Vec<String>)>,
    /// The Managers of which no role is known.
    pub(crate) further_managers: Vec<String>,
    /// How many of the roles are not known.
    pub(crate) further_roles: usize,
    pub(crate) ending: Ending,
    pub(crate) is_disabled: bool,
    /// Whether it signs software, which has variables of its own.
    pub(crate) signs_software: bool,
    /// Whether it does anything else, or nobody knows what.
    pub(crate) does_other_things: bool,
}

/// When the service user ends.
pub(crate) enum Ending {
    /// On a day that could not be read.
    Unread,
    Never,
    After(UtcDay),
    Over(UtcDay),
}

impl Facts {
    fn of(user: &ServiceUser, host: &str, accounts: &[Account], roles: &[Role], today: UtcDay) -> Self {
        let mut grants: Vec<(String, Vec<String>)> = Vec::new();
        for role in user
            .roles
            .iter()
            .filter_map(|id| roles.iter().find(|role| role.id == *id))
        {
            let (manager, name) = (shown(&role.manager.name), shown(&role.name));
            match grants.iter_mut().find(|(known, _)| *known == manager) {
                Some((_, names)) if names.contains(&name) => {}
                Some((_, names)) => names.push(name),
                None => grants.push((manager, vec![name])),
            }
        }
        let further_managers: Vec<String> = user.unseen_managers(roles).map(shown).collect();
        let managers = || grants.iter().map(|(manager, _)| manager).chain(&further_managers);
        let signs_software = managers().any(|manager| is_for_signing(manager));
        let further_roles = user.unseen_roles(roles).count();
        // A role that is not known may be of any Manager, unless the API names the Managers.
        let is_unknown = further_managers.is_empty() && further_roles > 0;
        let does_other_things =
            !signs_software || is_unknown || managers().any(|manager| !is_for_signing(manager));
        let origin = origin(&shown(host));
        Self {
            name: match shown(&user.friendly_name) {
                nothing if nothing.is_empty() => shown(user.id.as_str()),
                name => name,
            },
            description: user
                .description
                .lines()
                .map(shown)
                .filter(|line| !line.is_empty())
                .collect(),
            mutual_tls_origin: mutual_tls_origin(&origin),
            origin,
            accounts: user
                .accounts
                .iter()
                .map(|id| shown(&NamedAccount::find(id, accounts).name))
                .collect(),
            further_roles,
            ending: match user.end_date {
                None if user.has_unread_end_date() => Ending::Unread,
                None => Ending::Never,
                Some(last_day) if last_day < today => Ending::Over(last_day),
                Some(last_day) => Ending::After(last_day),
            },
            is_disabled: user.status == Status::Disabled,
            signs_software,
            does_other_things,
            grants,
            further_managers,
        }
    }
}

/// Whether a Manager is one of the two whose integrations sign software (documented).
fn is_for_signing(manager: &str) -> bool {
    let manager = manager.to_ascii_lowercase();
    ["software trust", "keylocker"]
        .iter()
        .any(|name| manager.contains(name))
}

/// One line of a text that came from somewhere: single spaces, nothing that is not to be seen, no token, and its beginning where it
/// is longer than any field takes.
fn shown(text: &str) -> String {
    const LONGEST: usize = 300;
    let visible = made_visible(text);
    let words: Vec<&str> = visible.split_whitespace().collect();
    let line = without_tokens(&words.join(" "));
    match line.char_indices().nth(LONGEST) {
        None => line,
        Some((end, _)) => wording::cut_off(line.get(..end).unwrap_or_default(), line.chars().count()),
    }
}

/// The text with a remark in place of whatever looks like a token.
fn without_tokens(text: &str) -> String {
    const BEFORE: usize = 26;
    const WHOLE: usize = 91;
    let mut kept = String::new();
    let mut rest = text;
    for (underscore, _) in text.match_indices('_') {
        let start = underscore.checked_sub(text.len() - rest.len() + BEFORE);
        let token = start.and_then(|start| Some((start, rest.get(start..start + WHOLE)?)));
        if let Some((start, token)) = token.filter(|(_, token)| has_token_shape(token)) {
            kept.push_str(rest.get(..start).unwrap_or_default());
            kept.push_str(wording::TOKEN_LEFT_OUT);
            rest = rest.get(start + token.len()..).unwrap_or_default();
        }
    }
    kept.push_str(rest);
    kept
}
