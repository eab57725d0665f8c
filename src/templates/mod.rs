//! Templates for creating: the person's own, filling the draft from one, and saving the present choices as one.
//!
//! What a template is and how it is read and applied belongs to the crate `template`; nothing here submits a draft. The list of templates,
//! the button that saves one and what becomes of a link until the rest is loaded are there from the start; the rest is in a part.

mod access;
mod chosen;
mod contents;
mod desk;
mod fault_list;
mod filling;
mod filling_notice;
pub mod link;
mod naming_window;
mod own_templates;
mod picker;
mod pieces;
mod preview;
mod rename_window;
mod save_as_template;
mod save_window;
mod use_button;

pub use access::{TemplateAccess, use_template_access};
pub use contents::TemplateContents;
pub use desk::{use_filling, use_own_templates};
pub use fault_list::TemplateFaultList;
pub use filling::{Filled, Filling, Offer, Origin, Shown};
pub use own_templates::{Kept, OwnTemplates, Unsaved};
pub use picker::TemplatePicker;
pub use pieces::TemplatePieces;
pub use rename_window::RenameWindow;
pub use save_as_template::SaveAsTemplate;
