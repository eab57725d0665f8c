//! The surfaces of the extension.

/// Opens the side panel or sidebar.
pub const OPEN_PANEL: &str = "Open in the side panel";
/// Opens a window.
pub const OPEN_WINDOW: &str = "Open in a window";
/// Opens a tab.
pub const OPEN_TAB: &str = "Open in a tab";
