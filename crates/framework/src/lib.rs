//! Leptos, with one type of view.
//!
//! To Leptos a `div` with a class and a `p` with an id are values of different types, each of which brings its own code for being built, built
//! anew, put into the page, taken off it and dropped. Its macros write down calls of functions that are found by their names; here those of a
//! view answer with the one [`View`](view::View) and its [`Element`](element::Element)s, which know how to do that for all. Signals, stored values
//! and callbacks are Leptos's too, in one compiled copy each ([`signals`]). Effects, owners, events and the macros themselves are Leptos's as they are,
//! and the app knows this crate by its name.

#![cfg(target_arch = "wasm32")]

mod attribute;
mod calls;
mod element;
mod listener;
mod names;
mod node_ref;
mod rows;
mod shown;
mod upkeep;
mod view;

pub mod callback;
pub mod children;
pub mod mount;
pub mod signals;

pub use original::*;

// The macros say `::leptos`.
extern crate self as leptos;

/// A closure in a view is boxed where it gets its place, so the macro need not do it.
#[doc(hidden)]
#[inline(always)]
pub fn __as_shared_reactive_fn<F>(closure: F) -> F {
    closure
}

/// What a file with a view in it uses.
pub mod prelude {
    pub use crate::attribute::IntoValue as IntoAttributeValue;
    pub use crate::callback::Callback;
    pub use crate::children::{Children, ChildrenFn, ViewFn};
    pub use crate::node_ref::NodeRef;
    pub use crate::rows::keyed;
    pub use crate::signals::{Memo, RwSignal, Show, Signal, StoredValue, effect};
    pub use crate::view::{
        AnyView, CollectView, IntoView, IntoView as IntoAny, IntoView as IntoMaybeErased,
        IntoView as IntoRender, View,
    };
    pub use original::prelude::*;
}

/// Leptos's renderer, with what the macro writes a view down with.
pub mod tachys {
    pub use original::tachys::*;

    /// What is in a view.
    pub mod view {
        pub use original::tachys::view::*;

        /// What stands side by side.
        pub mod iterators {
            pub use crate::view::StaticVec;
        }
    }

    /// HTML.
    pub mod html {
        pub use crate::view::InertElement;
        pub use original::tachys::html::*;

        /// The elements and their names.
        pub mod element {
            pub use crate::attribute::{IntoClasses, IntoText, IntoValue, Value};
            pub use crate::element::Element;
            pub use crate::names::html::*;
        }
    }

    /// SVG. An element of it that never changes would have to be made in another way than one of HTML; it has to be in an `svg` that never
    /// changes either.
    pub mod svg {
        pub use crate::names::svg::*;
    }
}
