//! A button that copies a text.

use crate::platform::copy_text;
use crate::text;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A button that puts a text on the clipboard, with a word beside it on what came of that. The text is said to be copied once the
/// clipboard's promise has resolved, and never before.
///
/// It is not for a token: a signal keeps a copy of what it holds.
#[component]
pub fn CopyButton(
    /// What is copied.
    #[prop(into)]
    content: Signal<String>,
    /// The words on the button.
    #[prop(default = text::copying::COPY)]
    label: &'static str,
    /// What it is called aloud, where the words on it do not say what is copied.
    #[prop(optional, into)]
    name: Option<&'static str>,
    /// Its style, beside that of every button.
    #[prop(default = "")]
    class: &'static str,
) -> impl IntoView {
    let result = RwSignal::new(None::<bool>);
    let copy = move |_| {
        result.set(None);
        let write = content.with_untracked(|content| copy_text(content));
        spawn_local(async move {
            let is_copied = write.await.is_ok();
            result.try_set(Some(is_copied));
        });
    };
    let words = move || match result.get() {
        None => ().into_any(),
        Some(true) => view! { <span class="copy-result-good">{text::copying::COPIED}</span> }.into_any(),
        Some(false) => view! { <span class="copy-result-bad">{text::copying::NOT_COPIED}</span> }.into_any(),
    };
    view! {
        <span class="copying">
            <button type="button" class=format!("button {class}") aria-label=name on:click=copy>{label}</button>
            <span class="copying-result" role="status">{words}</span>
        </span>
    }
}
