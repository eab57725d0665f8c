//! A modal window that only its own buttons close.

use leptos::html;
use leptos::prelude::*;

/// A modal dialog. Esc, the backdrop and a phone's back gesture do not close it: it goes when its owner takes it out of
/// the page, because what it holds may be shown only once.
#[component]
pub fn Dialog(
    /// The id of the heading that names it.
    labelled_by: &'static str,
    /// Called when the person tried to close it by Esc or by a gesture.
    #[prop(into)]
    on_close_attempt: Callback<()>,
    /// What it shows.
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let open = move || {
        if let Some(dialog) = dialog.get_untracked()
            && !dialog.open()
            && dialog.show_modal().is_err()
        {
            // A browser that cannot show it as a modal window shows it in the page.
            dialog.set_open(true);
        }
    };
    effect(move |_| {
        dialog.track();
        open();
    });
    view! {
        <dialog
            node_ref=dialog
            class="dialog"
            aria-labelledby=labelled_by
            closedby="none"
            on:keydown=move |event| {
                // Cancelling the key keeps the browser from closing it; cancelling only `cancel` works once, not twice.
                if event.key() == "Escape" {
                    event.prevent_default();
                    on_close_attempt.run(());
                }
            }
            on:cancel=move |event: web_sys::Event| {
                event.prevent_default();
                on_close_attempt.run(());
            }
            on:close=move |_| {
                open();
                on_close_attempt.run(());
            }
        >
            {children()}
        </dialog>
    }
}
