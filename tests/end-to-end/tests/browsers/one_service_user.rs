//! The page of one service user.

mod actions;
mod end_date;
mod handing_over;
pub(crate) mod made;
mod reading;
