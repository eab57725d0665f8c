//! The extension's answers, all of them.

use super::interface::{self, Extension};
use super::transport::ExtensionTransport;
use super::{
    access, clipboard_clearing, own_templates, session_storage, session_storage::SessionItem, windows,
};
use crate::kept_draft::KeptDraft;
use crate::platform::access::Answer;
use crate::platform::fingerprint::Fingerprint;
use crate::platform::kept::Written;
use crate::platform::{Clearing, Refused, Scheduled};
use account_api::{Host, Transport};
use std::pin::Pin;
use std::rc::Rc;
use std::time::Duration;

/// Has this page, which is the extension's, ask the browser's extension API.
pub(in crate::platform) fn begin() {
    interface::take(&Answers);
}

/// The answers of the browser's extension API.
struct Answers;

impl Extension for Answers {
    fn ask_to_reach(&self, host: &Host) -> Answer {
        Box::pin(access::ask_to_reach(host))
    }

    fn may_read_csrf_cookie(&self) -> Answer {
        Box::pin(access::may_read_csrf_cookie())
    }

    fn ask_to_read_csrf_cookie(&self) -> Answer {
        Box::pin(access::ask_to_read_csrf_cookie())
    }

    fn clear_clipboard_later(
        &self,
        copied: Fingerprint,
        after: Duration,
    ) -> Pin<Box<dyn Future<Output = Scheduled>>> {
        Box::pin(async move { clipboard_clearing::clear_clipboard_later(&copied, after).await })
    }

    fn clear_clipboard_now(&self) -> Pin<Box<dyn Future<Output = Clearing>>> {
        Box::pin(clipboard_clearing::clear_clipboard_now())
    }

    fn hear_of_clipboard(&self, heard: Box<dyn Fn(Clearing)>) {
        clipboard_clearing::hear_of_clipboard(heard);
    }

    fn keep_draft(&self, draft: &KeptDraft) -> Written {
        Box::pin(session_storage::keep_draft(&draft.write(), KeptDraft::LIFE))
    }

    fn keeps_draft(&self, draft: KeptDraft) -> Answer {
        Box::pin(async move {
            let kept = SessionItem::Draft.read().await;
            let kept = kept.and_then(|text| KeptDraft::read(&text));
            kept.is_some_and(|kept| kept.holds_the_same(&draft))
        })
    }

    fn forget_draft(&self) {
        SessionItem::Draft.forget();
    }

    fn keep_host(&self, host: &Host) {
        SessionItem::Host.keep(&host.origin());
    }

    fn forget_host(&self) {
        SessionItem::Host.forget();
        SessionItem::AwaitedAccess.forget();
    }

    fn order_creation(&self, window: &str) -> Written {
        Box::pin(SessionItem::CreationOrder.write(window))
    }

    fn kept_own_templates(&self) -> Pin<Box<dyn Future<Output = Result<Option<String>, Refused>>>> {
        Box::pin(own_templates::kept_own_templates())
    }

    fn keep_own_templates(&self, text: &str) -> Written {
        Box::pin(own_templates::keep_own_templates(text))
    }

    fn forget_own_templates(&self) -> Written {
        Box::pin(own_templates::forget_own_templates())
    }

    fn open_window(&self, parameters: &str) -> Written {
        let parameters = parameters.to_owned();
        Box::pin(async move { windows::open_window(&parameters).await })
    }

    fn open_tab(&self) -> Written {
        Box::pin(windows::open_tab())
    }

    fn open_side_panel(&self, opened: Box<dyn FnOnce()>) {
        windows::open_side_panel(opened);
    }

    fn transport(&self) -> Rc<dyn Transport> {
        Rc::new(ExtensionTransport::new())
    }
}
