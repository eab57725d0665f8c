//! The rules of a DigiCert ONE service user.
//!
//! What was typed goes in as a [`Draft`]; out comes either a [`ServiceUserRequest`], whose fields cannot hold anything
//! unchecked, or every [`Fault`] at once, each with its field, a stable code, a message a person can act on and, where
//! there is one, a suggested text. [`Warning`]s are apart from faults: they are worth a second look and stop nothing.
//!
//! An existing [`ServiceUser`] is changed in the same way: [`Draft::of`] is what the form holds of it, the surroundings say
//! that it [exists](Surroundings::existing), and a [`Difference`] tells what a request would change. When somebody else was
//! faster, [`Draft::rebase`] puts the draft on top of what they did. A [`HandoverNote`] tells the person in the email field.
//!
//! Deliberately absent: a browser, a clock (today is passed in with the [`Surroundings`]), I/O, and serde.
//!
//! Where a rule comes from is said beside it: *documented* means DigiCert publishes it, *our contract* means it is a
//! choice of this project until somebody checks it against a tenant, and *DigiCert's pages disagree* means just that.
//!
//! ```
//! use service_user::{
//!     Account, AccountId, Draft, EndDateChoice, Manager, ManagerCode, OrganisationPolicy, Role, RoleId, Surroundings,
//!     TakenNames, UtcDay,
//! };
//!
//! let signing = Manager { code: ManagerCode::new("software_trust"), name: "Software Trust".to_owned() };
//! let roles = [Role {
//!     id: RoleId::new("signer"),
//!     name: "Signer".to_owned(),
//!     description: String::new(),
//!     manager: signing.clone(),
//!     permissions: Vec::new(),
//! }];
//! let accounts = [Account {
//!     id: AccountId::new("acme"),
//!     name: "Acme".to_owned(),
//!     active: true,
//!     service_period: None,
//! }];
//! let taken_names = TakenNames::new();
//! let surroundings = Surroundings {
//!     today: UtcDay::parse("2026-03-01").ok_or("not a day")?,
//!     taken_names: &taken_names,
//!     accounts: &accounts,
//!     roles: &roles,
//!     caller_email: Some("admin@example.com"),
//!     policy: &OrganisationPolicy::default(),
//!     existing: None,
//! };
//! let mut draft = Draft {
//!     friendly_name: "CI.signer".to_owned(),
//!     end_date: EndDateChoice::Typed("2026-06-30".to_owned()),
//!     email: "jane@example.com".to_owned(),
//!     accounts: vec![AccountId::new("acme")],
//!     managers: vec![signing.code],
//!     roles: vec![RoleId::new("signer")],
//!     ..Draft::default()
//! };
//!
//! let review = draft.review(&surroundings);
//! let [fault] = review.remarks.faults.as_slice() else { return Err("one fault was expected") };
//! assert_eq!(fault.code(), "forbidden_character");
//! assert_eq!(fault.suggestion(), Some("CI-signer"));
//!
//! draft.friendly_name = "CI-signer".to_owned();
//! assert!(draft.review(&surroundings).request().is_ok());
//! # Ok::<(), &'static str>(())
//! ```

mod draft;
mod request;
mod review;
mod surroundings;

mod codes;
mod fault;
mod field;
mod seen;
mod warning;
mod wording;

mod account;
mod description;
mod email;
mod end_date;
mod friendly_name;
mod identifier;
mod manager;
mod one_or_more;
mod role;
mod taken_names;
mod utc_day;

mod email_domain;
mod name_pattern;
mod organisation_policy;

mod recipe;
mod service_user;
mod unread_end_date;

mod difference;
mod expiry;
mod handover_note;
mod rebase;

mod countdown;
mod secret_text;
mod token_form;
mod token_id;

mod character;
mod visible;

pub use account::{Account, NamedAccount, ServicePeriod};
pub use character::{distinct_forbidden, is_combining, is_unseen};
pub use countdown::Countdown;
pub use description::Description;
pub use difference::{Change, Difference, SetChange};
pub use draft::Draft;
pub use email::{Email, EmailPart};
pub use email_domain::{EmailDomain, EmailDomainFault};
pub use end_date::{EndDate, EndDateChoice, EndDatePreset};
pub use expiry::ExpiryThreshold;
pub use fault::{Fault, FaultKind};
pub use field::{Field, Step};
pub use friendly_name::FriendlyName;
pub use handover_note::HandoverNote;
pub use identifier::{AccessTokenId, AccountId, ManagerCode, RoleId, UserId};
pub use manager::Manager;
pub use name_pattern::{NamePattern, NamePatternFault};
pub use one_or_more::OneOrMore;
pub use organisation_policy::OrganisationPolicy;
pub use rebase::{Conflict, Versions};
pub use recipe::{RECIPE_NAMES, RECIPES, Recipe, RecipeGrant};
pub use request::ServiceUserRequest;
pub use review::{Remarks, Review};
pub use role::{NamedRole, Role};
pub use secret_text::SecretText;
pub use service_user::{ServiceUser, Standing, Status};
pub use surroundings::Surroundings;
pub use taken_names::TakenNames;
pub use token_form::TokenForm;
pub use token_id::{TokenId, has_token_shape, holds_token};
pub use unread_end_date::status_with_unread_end_date;
pub use utc_day::UtcDay;
pub use visible::{visible, visible_lines};
pub use warning::{Warning, WarningKind};
pub use wording::describe as describe_character;
