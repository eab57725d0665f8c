//! A part of the app that is loaded when it is first wanted.

/// While it is on its way.
pub const LOADING: &str = "Loading this screen…";

/// The heading in the place of a screen that could not be loaded.
pub const NOT_LOADED: &str = "This screen could not be loaded";

/// Why.
pub const WHY: &str = "Its file did not arrive: the connection to where this page comes from is interrupted, or the page has been replaced \
     by a newer one. What you typed is kept.";

/// The button.
pub const TRY_AGAIN: &str = "Try again";

/// What helps where that does not.
pub const RELOAD: &str = "If that does not help, reload the page. You may have to connect again.";
