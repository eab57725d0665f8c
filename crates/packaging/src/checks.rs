//! What has to be right before anything is packed. Every check tells all the faults that it finds.

mod file_types;
mod hosts;
mod inline;
mod messages;
mod named_files;
mod policy;
mod version;

pub(crate) use file_types::check as file_types;
pub(crate) use hosts::check as hosts;
pub(crate) use inline::check as inline;
pub(crate) use messages::check as messages;
pub(crate) use named_files::check as named_files;
pub(crate) use policy::check as policy;
pub(crate) use version::check as version;
