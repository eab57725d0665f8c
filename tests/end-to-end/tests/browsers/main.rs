//! The app in Chromium and in Firefox, a file a theme.

mod batches;
mod by_keyboard;
mod changing;
mod countdown;
mod creating_once;
mod end_date;
mod every_screen;
mod failures;
mod faults;
mod hostile_text;
mod list;
mod local_proxy;
mod long_list;
mod multi_select;
mod no_token_lost;
mod one_service_user;
mod other_origins;
mod parts;
mod roles;
mod rotating;
mod rules_module;
mod signing_in;
mod templates;
mod token_stays_in_memory;
mod token_window;
