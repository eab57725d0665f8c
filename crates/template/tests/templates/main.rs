//! Templates, seen from outside: what they can hold, what they set, and their file and link as somebody might forge them.

mod applying;
mod built_in;
mod checking;
mod choices;
mod collection;
mod file;
mod hostile;
mod link;
mod samples;
mod schema;
mod taking_back;
