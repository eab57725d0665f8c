//! Templates for creating: the person's own, filling the draft from one, and saving the present choices as one.
//!
//! What a template is and how it is read and applied belongs to the crate `template`; nothing here submits a draft.

mod contents;
mod fault_list;
mod filling;
mod filling_notice;
pub mod link;
mod own_templates;
mod picker;
mod save_as_template;
mod save_window;

pub use contents::TemplateContents;
pub use fault_list::TemplateFaultList;
pub use filling::{Filled, Filling, Offer, Origin, Shown, use_filling};
pub use filling_notice::FillingNotice;
pub use own_templates::{Kept, OwnTemplates, Unsaved, use_own_templates};
pub use picker::TemplatePicker;
pub use save_as_template::SaveAsTemplate;
