//! A draft that outlives the page it was typed in: what is kept of it, and as which text.
//!
//! What was typed, the step it was typed on and the host are kept, and nothing else. A token or an API key cannot be: the record
//! has no place for one.

use crate::clock;
use crate::navigation::Screen;
use account_api::Host;
use json::{ObjectWriter, Value};
use service_user::{AccountId, Draft, EndDateChoice, ManagerCode, RoleId};
use std::borrow::Cow;

/// A draft, with where it was typed.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptDraft {
    /// What was typed and chosen.
    pub draft: Draft,
    /// What was typed as another host on the connect screen.
    pub typed_host: String,
    /// The screen it was typed on.
    pub screen: Screen,
    /// The host it is for: its accounts and roles are that host's.
    pub host: Option<Host>,
    /// Whether a request to create it was under way. Whoever finds it so finds out what came of that.
    pub is_sent: bool,
}

impl KeptDraft {
    /// How long a draft is kept after its last change, in milliseconds: ten minutes.
    pub const LIFE: f64 = 10.0 * 60.0 * 1000.0;

    /// Whether there is nothing to keep.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.draft == Draft::default() && self.typed_host.is_empty()
    }

    /// Whether the same was typed, and the same is known of it: the screen may be another.
    #[must_use]
    pub fn holds_the_same(&self, other: &Self) -> bool {
        self.draft == other.draft && self.typed_host == other.typed_host && self.is_sent == other.is_sent
    }

    /// As a text, one flat object of JSON, stamped with the present time.
    #[must_use]
    pub fn write(&self) -> String {
        let draft = &self.draft;
        let mut record = ObjectWriter::default();
        record.word("changed_at", &clock::now().timestamp_millis().to_string());
        record.text("screen", &self.screen.fragment());
        if let Some(host) = &self.host {
            record.text("host", &host.origin());
        }
        record.text("typed_host", &self.typed_host);
        record.text("friendly_name", &draft.friendly_name);
        record.text("description", &draft.description);
        if let EndDateChoice::Typed(text) = &draft.end_date {
            record.text("end_date", text);
        }
        record.word("no_end_date", truth(draft.end_date == EndDateChoice::NoEndDate));
        record.text("email", &draft.email);
        record.texts("accounts", draft.accounts.iter().map(AccountId::as_str));
        record.texts("managers", draft.managers.iter().map(ManagerCode::as_str));
        record.texts("roles", draft.roles.iter().map(RoleId::as_str));
        record.word("is_sent", truth(self.is_sent));
        record.end()
    }

    /// Reads such a text; `None` where it is older than [`LIFE`](Self::LIFE), from the future, or of another version of this app.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let [
            changed_at,
            screen,
            host,
            typed_host,
            friendly_name,
            description,
            end_date,
            no_end_date,
            email,
            accounts,
            managers,
            roles,
            is_sent,
        ] = json::members(
            text,
            [
                "changed_at",
                "screen",
                "host",
                "typed_host",
                "friendly_name",
                "description",
                "end_date",
                "no_end_date",
                "email",
                "accounts",
                "managers",
                "roles",
                "is_sent",
            ],
        )
        .ok()?;
        let changed_at: u64 = changed_at.written().parse().ok()?;
        let age = clock::milliseconds() - changed_at as f64;
        if !(0.0..Self::LIFE).contains(&age) {
            return None;
        }
        let text = |member: Value<'_>| member.text().map(Cow::into_owned);
        let is_true = |member: Value<'_>| member.written() == truth(true);
        Some(KeptDraft {
            draft: Draft {
                friendly_name: text(friendly_name)?,
                description: text(description)?,
                end_date: match text(end_date) {
                    Some(text) => EndDateChoice::Typed(text),
                    None if is_true(no_end_date) => EndDateChoice::NoEndDate,
                    None => EndDateChoice::Unanswered,
                },
                email: text(email)?,
                accounts: accounts.items().filter_map(text).map(AccountId::new).collect(),
                managers: managers.items().filter_map(text).map(ManagerCode::new).collect(),
                roles: roles.items().filter_map(text).map(RoleId::new).collect(),
            },
            typed_host: text(typed_host)?,
            screen: Screen::from_fragment(&screen.text()?)?,
            host: host.text().and_then(|origin| Host::parse(&origin).ok()),
            is_sent: is_true(is_sent),
        })
    }
}

/// As JSON writes it.
fn truth(is_true: bool) -> &'static str {
    match is_true {
        true => "true",
        false => "false",
    }
}
