//! The list of service users: everything about it that is not drawing.
//!
//! A [`UserList`] keeps the users in little room and answers what a [`View`] of them shows: which ones, in which order, and
//! [how many](Counts) each choice would show. It is filled as users arrive and can be asked at any time. What it worked
//! out for one answer is kept for the next, so that typing, choosing and turning an order round take a few
//! milliseconds with 100 000 users. A [`Selection`] remembers users by their ids, and a [`ScrollArea`] tells which few of the
//! rows have to be on the page.
//!
//! Deliberately absent: a browser, a clock (today is passed in), I/O, and serde.
//!
//! ```
//! use service_user::{ServiceUser, Status, UserId, UtcDay};
//! use service_user_list::{ScrollArea, Selection, Show, UserList, View};
//!
//! let user = |id: &str, name: &str| ServiceUser {
//!     id: UserId::new(id),
//!     friendly_name: name.to_owned(),
//!     description: String::new(),
//!     email: "jane@example.com".to_owned(),
//!     status: Status::Active,
//!     end_date: None,
//!     accounts: Vec::new(),
//!     roles: Vec::new(),
//!     managers: Vec::new(),
//!     created_at: None,
//!     created_by: None,
//! };
//! let today = UtcDay::parse("2026-03-01").ok_or("not a day")?;
//!
//! let mut list = UserList::new();
//! list.extend(vec![user("1", "Build 10"), user("2", "Ingress")]);
//! list.extend(vec![user("3", "build 2")]);
//!
//! let view = View::from_query("search=BUILD");
//! let places = list.places(&view, today);
//! let names: Vec<&str> = places.iter().filter_map(|place| list.row(*place)).map(|row| row.friendly_name()).collect();
//! assert_eq!(names, ["build 2", "Build 10"]);
//! assert_eq!(list.counts(&view.search, today).of(Show::NoEndDate), 2);
//!
//! let mut selection = Selection::new();
//! selection.set_all(&list, &places, true);
//! assert_eq!(selection.len(), 2);
//!
//! let window = ScrollArea::new(places.len(), 44.0, 600.0, 10).window(0.0);
//! assert_eq!(window.rows, 0..2);
//! # Ok::<(), &'static str>(())
//! ```

mod row;
mod user_list;

mod order;
mod show;
mod view;

mod selection;

mod scroll_area;

mod growth;
mod interner;
mod record;
mod store;
mod user_key;

mod folding;
mod needle;
mod search;

mod key_sort;
mod orders;
mod sort_key;

mod percent_encoding;

pub use order::{Column, Direction, Order};
pub use row::Row;
pub use scroll_area::{ScrollArea, Window};
pub use selection::Selection;
pub use show::{Counts, EXPIRING_DAYS, Show};
pub use user_list::{Place, UserList};
pub use view::View;
