//! The list, seen from outside: beside a plain model of it, then each of its parts.

mod against_the_model;
mod changes;
mod model;
mod order;
mod scroll_area;
mod search;
mod selection;
mod show;
mod users;
mod view;
