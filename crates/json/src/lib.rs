//! JSON in little room: read in place, member by member, and written.
//!
//! An object is read by the names of the members that are wanted, and a member is the slice of the text that it is written
//! as: nothing is copied before somebody asks for a text. There is one reader for all shapes, because one that is generated
//! for each weighs more than everything that is read with it.
//!
//! ```
//! let [id, names] = json::members(r#"{"names":["a","b"],"id":7}"#, ["id", "names"])?;
//! assert_eq!(id.written(), "7");
//! assert_eq!(names.items().filter_map(json::Value::text).collect::<Vec<_>>(), ["a", "b"]);
//! # Ok::<(), json::Fault>(())
//! ```
//!
//! What is read here is JSON from the first byte to the last, as RFC 8259 has it; anything else is a [`Fault`], and never a
//! panic, however deep it is nested. Deliberately absent: a tree of values, and the numbers that are no whole ones.

mod escapes;
mod members;
mod object_writer;
mod scanner;
mod value;

pub use members::members;
pub use object_writer::ObjectWriter;
pub use scanner::{is_json, plain_length};
pub use value::{Items, Value, value};

/// Why a text could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is no JSON.
    Broken,
    /// It is JSON, or begins like it, but no object.
    NoObject,
    /// A member that was asked for occurs twice, and nobody could say which is meant.
    Twice,
}
