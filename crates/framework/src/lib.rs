//! Leptos, with one type of element.
//!
//! To Leptos a `div` with a class and a `p` with an id are values of different types, each of which brings its own code for being built, built
//! anew, put into the page, taken off it and dropped. What its macro writes down for a page begins with the functions of
//! `tachys::html::element`; here they all answer with the one [`Element`](element::Element). Everything else is Leptos as it is, and the app knows this crate by
//! its name.

#![cfg(target_arch = "wasm32")]

mod attribute;
mod element;
mod names;

pub use original::*;

/// Leptos's renderer, with the elements of this crate.
pub mod tachys {
    pub use original::tachys::*;

    /// HTML, with the elements of this crate.
    pub mod html {
        pub use original::tachys::html::*;

        /// The elements' names.
        pub mod element {
            pub use crate::attribute::{IntoClasses, IntoText, IntoValue, Value};
            pub use crate::element::Element;
            pub use crate::names::html::*;
        }
    }

    /// SVG, with the elements of this crate.
    pub mod svg {
        pub use crate::names::svg::*;
        pub use original::tachys::svg::InertElement;
    }
}
