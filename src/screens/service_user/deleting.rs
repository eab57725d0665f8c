//! Deleting a service user.

use super::change_failure::{ChangeFailure, ChangeFailureNotice};
use super::subject::Subject;
use super::what_stops::WhatStops;
use crate::components::{BusyButton, Dialog, focus_by_id};
use crate::navigation::Screen;
use crate::text;
use account_api::{Error, ErrorKind, SignedIn};
use leptos::prelude::*;
use leptos::task::spawn_local;
use service_user::{UserId, visible};

/// The id of the button that opens the window.
const BUTTON_ID: &str = "delete";

/// The id of the field in which the name is typed.
const FIELD_ID: &str = "typed-name";

/// *Delete…*, and the window in which the friendly name has to be typed before anything can be deleted.
#[component]
pub(super) fn Deletion(subject: Subject) -> impl IntoView {
    let is_asking = RwSignal::new(false);
    let close = Callback::new(move |()| {
        is_asking.set(false);
        focus_by_id(BUTTON_ID);
    });
    view! {
        <button
            type="button"
            class="button button-danger-quiet"
            id=BUTTON_ID
            on:click=move |_| {
                subject.say_nothing();
                is_asking.set(true);
            }
        >
            {text::service_user::DELETE_QUESTION}
        </button>
        <Show when=move || is_asking.get()>
            <DeletionWindow subject=subject on_close=close />
        </Show>
    }
}

#[component]
fn DeletionWindow(subject: Subject, on_close: Callback<()>) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let is_busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<ChangeFailure>);
    let has_name = subject.follow(|user| !user.friendly_name.is_empty());
    let name = subject.name();
    let fits = Memo::new(move |_| typed.with(|typed| name.with(|name| is_typed(name, typed))));
    let delete = Callback::new(move |()| {
        let (Some(connection), true, false) = (
            subject.workspace.connection.get_untracked(),
            fits.get_untracked(),
            is_busy.get_untracked(),
        ) else {
            return;
        };
        let (id, name) = (subject.id(), name.get_untracked());
        let workspace = subject.workspace;
        is_busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let answer = connection.delete(&id).await;
            let outcome = settle_deletion(&connection, &id, answer).await;
            is_busy.try_set(false);
            match outcome {
                Ok(by) => {
                    workspace.drop_user(&id);
                    workspace.notice.set(Some(match by {
                        DeletedBy::Us => text::service_user::deleted(&name),
                        DeletedBy::Others => text::service_user::deleted_already(&name),
                    }));
                    // Somebody who has gone elsewhere meanwhile stays there.
                    let here = Screen::ServiceUser(id);
                    if workspace.navigation.screen().get_untracked() == here {
                        workspace.navigation.replace(Screen::ServiceUsers);
                    }
                }
                Err(found) => {
                    failure.try_set(Some(found));
                }
            }
        });
    });
    let close = Callback::new(move |()| {
        if !is_busy.get_untracked() {
            on_close.run(());
        }
    });
    let look = Callback::new(move |()| {
        subject.workspace.load_users();
        subject.workspace.navigation.go(Screen::ServiceUsers);
    });
    let label = move || match has_name.get() {
        true => text::service_user::TYPE_NAME,
        false => text::service_user::TYPE_ID,
    };
    view! {
        <Dialog labelled_by="delete-heading" on_close_attempt=close>
            <form
                novalidate
                on:submit=move |event| {
                    event.prevent_default();
                    delete.run(());
                }
            >
                <div class="dialog-body">
                    <h2 id="delete-heading">{text::service_user::DELETE_TITLE}</h2>
                    <p class="dialog-name">{move || name.with(|name| visible(name))}</p>
                    <p>{text::service_user::DELETE_LEAD}</p>
                    <WhatStops subject=subject />
                    <div class="field">
                        <label class="field-label" for=FIELD_ID>{label}</label>
                        <input
                            class="field-input"
                            id=FIELD_ID
                            type="text"
                            autocomplete="off"
                            autocapitalize="off"
                            spellcheck="false"
                            prop:value=move || typed.get()
                            on:input=move |event| typed.set(event_target_value(&event))
                        />
                    </div>
                    {move || failure.get().map(|failure| view! {
                        <ChangeFailureNotice
                            failure=failure
                            not_made=text::service_user::NOT_DELETED
                            unknown=text::service_user::DELETION_UNKNOWN
                            on_retry=delete
                            on_look=look
                        />
                    })}
                </div>
                <div class="dialog-foot">
                    <div class="button-row button-row-end">
                        <button type="button" class="button" on:click=move |_| close.run(())>
                            {text::service_user::CANCEL}
                        </button>
                        <BusyButton
                            label=text::service_user::DELETE
                            busy_label=text::service_user::DELETING
                            busy=is_busy
                            dangerous=true
                            disabled=Signal::derive(move || !fits.get())
                        />
                    </div>
                </div>
            </form>
        </Dialog>
    }
}

/// Who deleted it.
enum DeletedBy {
    /// This call.
    Us,
    /// Somebody before it.
    Others,
}

/// Finds out whether it is gone. Where the answer leaves that open, it is looked for before anything is said.
async fn settle_deletion(
    connection: &SignedIn,
    id: &UserId,
    answer: Result<(), Error>,
) -> Result<DeletedBy, ChangeFailure> {
    match answer {
        Ok(()) => Ok(DeletedBy::Us),
        Err(error) if error.kind == ErrorKind::NotFound => Ok(DeletedBy::Others),
        Err(error) if !error.is_ambiguous() => Err(ChangeFailure::NotMade(error)),
        Err(error) => match connection.service_user(id).await {
            Ok(_) => Err(ChangeFailure::NotMade(error)),
            Err(absent) if absent.kind == ErrorKind::NotFound => Ok(DeletedBy::Us),
            Err(_) => Err(ChangeFailure::Unknown(error)),
        },
    }
}

/// A field of one line drops line breaks, so a name with one is typed without it. What hides in a name cannot be typed, so the name
/// as it is shown does as well; the isolates around one that is written from right to left are not part of it.
fn is_typed(name: &str, typed: &str) -> bool {
    let without_isolates = |text: &str| text.replace(['\u{2068}', '\u{2069}'], "");
    typed == name.replace(['\n', '\r'], "")
        || !name.is_empty() && without_isolates(typed) == without_isolates(&visible(name))
}
