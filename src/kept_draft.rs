//! A draft that outlives the page it was typed in: what is kept of it, and as which text.
//!
//! What was typed, the step it was typed on and the host are kept, and nothing else. A token or an API key cannot be: the record
//! has no place for one.

use crate::clock;
use crate::navigation::Screen;
use account_api::Host;
use serde::{Deserialize, Serialize};
use service_user::{AccountId, Draft, EndDateChoice, ManagerCode, RoleId};

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

    /// As a text, stamped with the present time.
    #[must_use]
    pub fn write(&self) -> String {
        let (end_date, no_end_date) = match &self.draft.end_date {
            EndDateChoice::Unanswered => (None, false),
            EndDateChoice::NoEndDate => (None, true),
            EndDateChoice::Typed(text) => (Some(text.clone()), false),
        };
        let record = Record {
            changed_at: clock::milliseconds(),
            screen: self.screen.fragment(),
            host: self.host.as_ref().map(Host::origin),
            typed_host: self.typed_host.clone(),
            friendly_name: self.draft.friendly_name.clone(),
            description: self.draft.description.clone(),
            end_date,
            no_end_date,
            email: self.draft.email.clone(),
            accounts: texts(&self.draft.accounts, AccountId::as_str),
            managers: texts(&self.draft.managers, ManagerCode::as_str),
            roles: texts(&self.draft.roles, RoleId::as_str),
            is_sent: self.is_sent,
        };
        // Texts, numbers and lists of them can always be written.
        serde_json::to_string(&record).unwrap_or_default()
    }

    /// Reads such a text; `None` where it is older than [`LIFE`](Self::LIFE), from the future, or of another version of this app.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let record: Record = serde_json::from_str(text).ok()?;
        let age = clock::milliseconds() - record.changed_at;
        if !(0.0..Self::LIFE).contains(&age) {
            return None;
        }
        Some(KeptDraft {
            draft: Draft {
                friendly_name: record.friendly_name,
                description: record.description,
                end_date: match (record.end_date, record.no_end_date) {
                    (Some(text), _) => EndDateChoice::Typed(text),
                    (None, true) => EndDateChoice::NoEndDate,
                    (None, false) => EndDateChoice::Unanswered,
                },
                email: record.email,
                accounts: record.accounts.into_iter().map(AccountId::new).collect(),
                managers: record.managers.into_iter().map(ManagerCode::new).collect(),
                roles: record.roles.into_iter().map(RoleId::new).collect(),
            },
            typed_host: record.typed_host,
            screen: Screen::from_fragment(&record.screen)?,
            host: record.host.and_then(|origin| Host::parse(&origin).ok()),
            is_sent: record.is_sent,
        })
    }
}

/// The text's shape: JSON, one flat object.
#[derive(Serialize, Deserialize)]
struct Record {
    changed_at: f64,
    screen: String,
    host: Option<String>,
    typed_host: String,
    friendly_name: String,
    description: String,
    end_date: Option<String>,
    no_end_date: bool,
    email: String,
    accounts: Vec<String>,
    managers: Vec<String>,
    roles: Vec<String>,
    is_sent: bool,
}

fn texts<T>(items: &[T], text: fn(&T) -> &str) -> Vec<String> {
    items.iter().map(|item| text(item).to_owned()).collect()
}
