//! The page as files that can be handed on: an extension for Chrome and Edge, one for Firefox, the page alone, and the sources.
//!
//! The two extensions hold the same page and differ only in their manifests, which are derived from one ([`Manifest`], [`Browser`]).
//! What comes out depends on what goes in and on nothing else: no clock, no file system's order, no machine. And nothing comes out
//! as long as something is wrong with what goes in: [`pack`] tells every fault at once, in sentences.
//!
//! The other half is looking at results: whether two archives are the same ([`differences`]), and whether Mozilla's linter said what
//! it may say and nothing else ([`judge`]).

mod archive;
mod browser;
mod checks;
mod comparison;
mod digest;
mod files;
mod html;
mod lint;
mod manifest;
mod npm_package;
mod pack;
mod refusal;
mod sources;

pub use archive::{Entry, unzip, zip};
pub use browser::{Browser, ONLY_IN, OnlyIn, What};
pub use comparison::differences;
pub use digest::sha256;
pub use files::Files;
pub use lint::judge;
pub use manifest::Manifest;
pub use npm_package::tgz;
pub use pack::{Inputs, Packed, pack};
pub use refusal::Refusal;
pub use sources::{Sources, sources};
