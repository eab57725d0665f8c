//! The form of a service user: its fields, in the documented wording, and what the rules say under each.
//!
//! Creating and changing show the same fields. Which draft they hold is the [`Form`] that the surrounding screen provides.

mod accounts_field;
mod choice_field;
mod details_fields;
mod end_date_control;
mod end_date_field;
mod fault_count;
mod form;
mod managers_field;
mod permissions;
mod pointer;
mod roles_field;
mod text_field;

pub use details_fields::DetailsFields;
pub use end_date_control::EndDateControl;
pub use fault_count::FaultCount;
pub use form::{Form, use_form};
pub use permissions::Permissions;
pub use roles_field::RolesField;
pub use text_field::{control_id, focus};
