//! *Handover*: the note for the person who looks after a service user.

use super::subject::Subject;
use crate::components::{CopyButton, Dialog, focus_by_id};
use crate::text;
use crate::workspace::{Workspace, use_workspace};
use exports::MailDraft;
use leptos::prelude::*;
use service_user::{Email, HandoverNote};

/// The id of the button that opens the note.
const BUTTON_ID: &str = "handover";

/// What the note is for, and the way to it.
#[component]
pub(super) fn Handover(subject: Subject) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let close = Callback::new(move |()| {
        is_open.set(false);
        focus_by_id(BUTTON_ID);
    });
    view! {
        <section class="panel" aria-labelledby="handover-heading">
            <h2 id="handover-heading">{text::service_user::HANDOVER}</h2>
            <p class="field-hint">{text::service_user::HANDOVER_HINT}</p>
            <div class="button-row">
                <button type="button" class="button" id=BUTTON_ID on:click=move |_| is_open.set(true)>
                    {text::service_user::HANDOVER_NOTE}
                </button>
            </div>
            <Show when=move || is_open.get()>
                <NoteWindow subject=subject on_close=close />
            </Show>
        </section>
    }
}

/// The note, to copy or as the draft of a mail.
#[component]
fn NoteWindow(subject: Subject, on_close: Callback<()>) -> impl IntoView {
    let workspace = use_workspace();
    let note = subject.follow(move |user| {
        let note = note_about(workspace, user);
        (note.subject().to_owned(), note.body().to_owned())
    });
    let email = subject.follow(|user| Email::parse(&user.email).ok());
    // The address of the mail's draft, and whether the note is in it: one that is too long for every mail program to take it whole
    // is left for the person to paste.
    let draft = Memo::new(move |_| {
        note.with(|(subject, body)| {
            email.with(|email| {
                let with_body = |body| MailDraft {
                    to: email.as_ref(),
                    subject,
                    body,
                };
                let whole = with_body(body);
                match whole.fits() {
                    true => (whole.address(), true),
                    false => (with_body(text::service_user::PASTE_NOTE_HERE).address(), false),
                }
            })
        })
    });
    let address = move || draft.with(|(address, _)| address.clone());
    let body = Signal::derive(move || note.with(|(_, body)| body.clone()));
    let is_incomplete = Memo::new(move |_| {
        workspace.accounts.with(|accounts| accounts.ready().is_none())
            || workspace.roles.with(|roles| roles.ready().is_none())
    });
    let remark = |words: &'static str| {
        view! { <p class="remark remark-warning"><span>{words}</span></p> }
    };
    view! {
        <Dialog labelled_by="note-heading" on_close_attempt=on_close>
            <div class="dialog-body">
                <h2 id="note-heading">{text::service_user::HANDOVER_TITLE}</h2>
                <div role="status">
                    {move || is_incomplete.get().then(|| remark(text::service_user::NOTE_IS_INCOMPLETE))}
                </div>
                <pre class="handover-note">{move || body.get()}</pre>
                {move || (!draft.with(|(_, is_whole)| *is_whole)).then(|| remark(text::service_user::TOO_LONG_FOR_MAIL))}
                {move || email.with(Option::is_none).then(|| remark(text::service_user::NO_RECIPIENT))}
            </div>
            <div class="dialog-foot">
                <div class="button-row button-row-end">
                    <button type="button" class="button" on:click=move |_| on_close.run(())>
                        {text::service_user::CLOSE}
                    </button>
                    <a class="button" href=address>{text::service_user::WRITE_MAIL}</a>
                    <CopyButton content=body label=text::service_user::COPY_NOTE class="button-primary" />
                </div>
            </div>
        </Dialog>
    }
}

fn note_about(workspace: Workspace, user: &service_user::ServiceUser) -> HandoverNote {
    let host = workspace.host_name();
    workspace.accounts.with(|accounts| {
        workspace.roles.with(|roles| {
            HandoverNote::new(
                user,
                &host,
                accounts.ready().map_or(&[], Vec::as_slice),
                roles.ready().map_or(&[], Vec::as_slice),
                workspace.today.get(),
            )
        })
    })
}
