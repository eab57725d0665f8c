//! What a page asks of the extension once it is on the screen. The answers are in a part, because a page of a web server has no use for
//! them; a page of the extension loads it before it mounts.

use crate::kept_draft::KeptDraft;
use crate::platform::access::Answer;
use crate::platform::fingerprint::Fingerprint;
use crate::platform::kept::Written;
use crate::platform::{Clearing, Refused, Scheduled};
use account_api::{Host, Transport};
use std::cell::Cell;
use std::pin::Pin;
use std::rc::Rc;
use std::time::Duration;

/// The extension's answers to everything that both kinds of page ask.
pub(in crate::platform) trait Extension {
    /// Asks the person whether the extension may reach a host.
    fn ask_to_reach(&self, host: &Host) -> Answer;
    /// Whether it may read the cookie that a host wants repeated.
    fn may_read_csrf_cookie(&self) -> Answer;
    /// Asks the person for that.
    fn ask_to_read_csrf_cookie(&self) -> Answer;

    /// Leaves word for the background to clear the clipboard.
    fn clear_clipboard_later(
        &self,
        copied: Fingerprint,
        after: Duration,
    ) -> Pin<Box<dyn Future<Output = Scheduled>>>;
    /// Has the background clear it now.
    fn clear_clipboard_now(&self) -> Pin<Box<dyn Future<Output = Clearing>>>;
    /// Listens to what the background says that it did.
    fn hear_of_clipboard(&self, heard: Box<dyn Fn(Clearing)>);

    /// Keeps a draft for as long as one is kept.
    fn keep_draft(&self, draft: &KeptDraft) -> Written;
    /// Whether what is kept holds the same as this draft.
    fn keeps_draft(&self, draft: KeptDraft) -> Answer;
    /// Forgets it.
    fn forget_draft(&self);
    /// Keeps the host that was chosen or connected to last.
    fn keep_host(&self, host: &Host);
    /// Forgets it.
    fn forget_host(&self);
    /// Leaves word for the window of this name to create what the kept draft says.
    fn order_creation(&self, window: &str) -> Written;

    /// The text of the own templates.
    fn kept_own_templates(&self) -> Pin<Box<dyn Future<Output = Result<Option<String>, Refused>>>>;
    /// Keeps it.
    fn keep_own_templates(&self, text: &str) -> Written;
    /// Forgets it.
    fn forget_own_templates(&self) -> Written;

    /// Opens a window with further parameters in its address.
    fn open_window(&self, parameters: &str) -> Written;
    /// Opens a tab.
    fn open_tab(&self) -> Written;
    /// Opens the side panel, or what the browser has in its place.
    fn open_side_panel(&self, opened: Box<dyn FnOnce()>);

    /// How requests travel.
    fn transport(&self) -> Rc<dyn Transport>;
}

thread_local! {
    static LOADED: Cell<Option<&'static dyn Extension>> = const { Cell::new(None) };
}

/// The extension, on a page of it; `None` on a page of a web server.
pub(in crate::platform) fn loaded() -> Option<&'static dyn Extension> {
    LOADED.get()
}

/// Has the extension answer from now on.
pub(super) fn take(extension: &'static dyn Extension) {
    LOADED.set(Some(extension));
}
