//! The catalogue: every word the app shows, apart from the rules' own messages, which the rules crate keeps in one file
//! of the same kind because pages without this app show them too.
//!
//! Text with a gap is a function, so that another language can order its words as it must. Labels and their order are
//! DigiCert ONE's own wherever its documentation names them.

pub mod access;
pub mod app;
pub mod batch;
pub mod change;
pub mod connect;
pub mod copying;
pub mod create;
pub mod exports;
pub mod failure;
pub mod multi_select;
pub mod organisation;
pub mod parts;
pub mod refusal;
pub mod rotate;
pub mod row_actions;
pub mod service_user;
pub mod service_users;
pub mod settings;
pub mod surface;
pub mod templates;
pub mod token;

fn plural<'a>(count: usize, one: &'a str, many: &'a str) -> &'a str {
    match count {
        1 => one,
        _ => many,
    }
}
