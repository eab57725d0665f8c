//! What the project's local servers, the sandbox and the tenant proxy, have in common.
//!
//! Both are one origin on loopback that serves the page at `/` and an Account Manager at `/account/`. This crate binds to
//! loopback and nowhere else ([`bind`]), answers only under a loopback name ([`HostGuard`]), tells
//! its own pages' requests from those of others ([`is_of_this_origin`]), serves the page's files with
//! the headers they need ([`page_files`]), writes refusals in the one shape that both use ([`refusal`]) and runs the
//! result ([`serve`]).
//!
//! Deliberately absent: the Account Manager itself, TLS, and any address that another machine could reach.

mod host_guard;
mod loopback;
mod page;
mod refusal;
mod same_origin;
mod server;

pub use host_guard::{HostGuard, is_loopback_name};
pub use loopback::{BindFault, bind};
pub use page::{PageFault, page_files};
pub use refusal::refusal;
pub use same_origin::is_of_this_origin;
pub use server::{Server, serve};
