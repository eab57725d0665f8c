//! Cuts the page's WebAssembly into the file that starts and the parts that are loaded when they are first wanted.
//!
//! The compiler makes one file. Where it may be cut is said in the app, in `src/parts`, by an attribute of `wasm_split_helpers`; the
//! library of the same authors cuts. What is here gives it its place in a page that trunk has bundled: it finds the file that trunk
//! named after its content, puts the glue of the cut WebAssembly there, and names each part after its content too, so that no cache can
//! mix two versions of the page.

mod cut;
mod file;
mod glue;
mod interface;
mod page;
mod refusal;
mod split;

pub use page::PageFiles;
pub use refusal::Refusal;
pub use split::{Inputs, split};
