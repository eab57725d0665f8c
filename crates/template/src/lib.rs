//! Templates for creating service users.
//!
//! A [`Template`] sets some of the form's fields and leaves the others as they are. It is picked at the start of creating
//! and [applied](Template::apply) to a draft; what it set, and what it could not set because this tenant has no such
//! account, Manager or role, comes back as [`Applied`]. The recipes that DigiCert prescribes are there as
//! [built-in templates](Template::built_in), and [`TemplateDraft::of`] makes the present choices an own one.
//!
//! A template names accounts, Managers and roles by what people call them, because ids differ from tenant to tenant. It has
//! no place for a token, a key, a host or an id, and a text that holds something of a token's shape is refused.
//!
//! [`Templates`] are written as one JSON file, which `docs/templates.schema.json` describes, and a single template as the
//! value of a link's parameter. What is read from either is somebody else's text: it is refused with every
//! [`TemplateFault`] at once, each of which says where it is and repeats no more of the text than a few harmless characters.
//! Nothing here ever submits a draft.
//!
//! Deliberately absent: a browser, a clock (today is passed in), storage, and any other I/O. All of it is our contract.
//!
//! ```
//! use service_user::{Draft, Field, Manager, ManagerCode, Role, RoleId, UtcDay};
//! use template::{EndDateRule, Grant, TemplateDraft, Templates};
//!
//! let template = TemplateDraft {
//!     name: "Release signing".to_owned(),
//!     friendly_name_prefix: "svc-".to_owned(),
//!     end_date: Some(EndDateRule::DaysFromToday(90)),
//!     managers: vec![Grant { manager: "Software Trust".to_owned(), roles: vec!["Signer".to_owned(), "Auditor".to_owned()] }],
//!     ..TemplateDraft::default()
//! }
//! .check()
//! .map_err(|_| "a checked template was expected")?;
//!
//! let roles = [Role {
//!     id: RoleId::new("7"),
//!     name: "signer".to_owned(),
//!     description: String::new(),
//!     manager: Manager { code: ManagerCode::new("software_trust"), name: "Software Trust".to_owned() },
//!     permissions: Vec::new(),
//! }];
//! let mut draft = Draft { email: "jane@example.com".to_owned(), ..Draft::default() };
//! let applied = template.apply(&mut draft, &roles, &[], UtcDay::parse("2026-03-01").ok_or("not a day")?);
//! assert_eq!(draft.friendly_name, "svc-");
//! assert_eq!(draft.email, "jane@example.com");
//! assert_eq!(draft.roles, [RoleId::new("7")]);
//! assert_eq!(applied.set.len(), 4);
//! let [not_set] = applied.not_set.as_slice() else { return Err("one role is missing here") };
//! assert_eq!(not_set.to_string(), "Software Trust has no role “Auditor” here.");
//!
//! let text = Templates::from(template.clone()).write();
//! assert_eq!(Templates::read(text.as_bytes()), Ok(Templates::from(template)));
//! # Ok::<(), &'static str>(())
//! ```

mod end_date_rule;
mod template;
mod template_draft;

mod fault;
mod place;
mod text_rule;
mod wording;

mod applied;
mod built_in;
mod choices;
mod lookup;
mod taken_back;

mod collection;
mod link;

mod base64url;
mod json;
mod reader;
mod writer;

pub use applied::{Applied, NotSet, SetField, WhyNotFound};
pub use choices::{Choices, LeftOut, WhyLeftOut};
pub use collection::{Full, Merged, NotPut, Templates};
pub use end_date_rule::EndDateRule;
pub use fault::{JsonType, TemplateFault, TemplateFaultKind};
pub use link::{LinkTooLong, link_value_in};
pub use place::Place;
pub use taken_back::TakenBack;
pub use template::Template;
pub use template_draft::{Grant, TemplateDraft};
