//! What the page weighs.
//!
//! [`parts_in`] looks at a bundle's files and says what each costs as brotli of quality 11, which is how a web server that cares
//! sends them. [`Figures`] are what was found the last time, in `docs/benchmarks/bundle.json`: a part that the browser did not
//! load until the token window was open does not count, and any other does, so that a new part counts until a browser was seen
//! to do without it. [`CEILING`] is what all that count may weigh together.
//!
//! [`code_by_crate`] reads the name section of WebAssembly and says which crate its code comes from.

mod ceiling;
mod code_by_crate;
mod figures;
mod part;
mod table;

pub use ceiling::{CEILING, GOAL};
pub use code_by_crate::{Malformed, code_by_crate};
pub use figures::{Figures, PartFigure};
pub use part::{Part, parts_in};
pub use table::{crate_table, kilobytes, part_table};
