//! Leptos's signals, memos and effects, in the one compiled copy of each that the app loads.
//!
//! Leptos's own are compiled anew for every type of value and every closure, and that was a quarter of the WebAssembly that
//! starts. Here a signal of whatever type is Leptos's signal of one type, a [`Value`], and a closure is boxed before Leptos
//! sees it. What is left for each type is the look into the box. They are named and used like Leptos's.

mod effect;
mod memo;
mod reading;
mod rw_signal;
pub mod show;
mod signal;
mod stored_value;
mod value;

pub use effect::effect;
pub use memo::Memo;
pub use rw_signal::RwSignal;
pub use show::Show;
pub use signal::Signal;
pub use stored_value::StoredValue;

use reading::reading;
use value::Value;
