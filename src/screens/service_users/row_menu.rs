//! What can be done to a service user from its row.

use crate::components::{BusyButton, Dialog, FailureNotice, Question, focus_by_id};
use crate::navigation::Screen;
use crate::platform::copy_text;
use crate::text;
use crate::workspace::use_workspace;
use account_api::Error;
use leptos::prelude::*;
use leptos::task::spawn_local;
use service_user::{ServiceUser, Status, UserId, visible};

/// What the actions have to know of a service user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Subject {
    id: UserId,
    name: String,
    is_disabled: bool,
}

impl From<&ServiceUser> for Subject {
    fn from(user: &ServiceUser) -> Self {
        Subject {
            id: user.id.clone(),
            name: user.friendly_name.clone(),
            is_disabled: user.status == Status::Disabled,
        }
    }
}

/// A button that opens the actions. Nothing that stops an integration happens without a second press.
#[component]
pub(super) fn RowMenu(
    /// The row's service user.
    user: ServiceUser,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let subject = StoredValue::new(Subject::from(&user));
    let name = user.friendly_name;
    let close = Callback::new(move |()| {
        is_open.set(false);
        focus_by_id(subject.with_value(button_id));
    });
    view! {
        <button
            type="button"
            class="button button-icon"
            id=subject.with_value(button_id)
            aria-label=text::row_actions::actions_for(&name)
            title=text::row_actions::ACTIONS
            aria-haspopup="dialog"
            on:click=move |_| is_open.set(true)
        >
            <svg viewBox="0 0 16 16" aria-hidden="true">
                <circle cx="3" cy="8" r="1.4" fill="currentColor"></circle>
                <circle cx="8" cy="8" r="1.4" fill="currentColor"></circle>
                <circle cx="13" cy="8" r="1.4" fill="currentColor"></circle>
            </svg>
        </button>
        <Show when=move || is_open.get()>
            <Dialog labelled_by="row-menu-heading" on_close_attempt=close>
                <div class="dialog-body">
                    <h2 id="row-menu-heading" class="row-menu-heading">
                        {subject.with_value(|subject| visible(&subject.name))}
                    </h2>
                    <Actions subject=subject />
                </div>
                <div class="dialog-foot">
                    <div class="button-row button-row-end">
                        <button type="button" class="button" on:click=move |_| close.run(())>
                            {text::row_actions::CLOSE}
                        </button>
                    </div>
                </div>
            </Dialog>
        </Show>
    }
}

/// The actions, the question before one that stops something, and what came of it.
#[component]
fn Actions(subject: StoredValue<Subject>) -> impl IntoView {
    let workspace = use_workspace();
    let question = Question::new("row-menu-disable", "row-menu-keep");
    let is_busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<Error>);
    let copied = RwSignal::new(None::<&'static str>);
    let is_disabled = subject.with_value(|subject| subject.is_disabled);
    let switch = Callback::new(move |()| {
        let Some(connection) = workspace.connection.get_untracked() else {
            return;
        };
        let Subject { id, name, .. } = subject.get_value();
        is_busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let outcome = match is_disabled {
                true => connection.enable(&id).await,
                false => connection.disable(&id).await,
            };
            is_busy.try_set(false);
            match outcome {
                Ok(()) => {
                    workspace
                        .notice
                        .set(Some(text::row_actions::done(&name, is_disabled)));
                    // The row is built anew, and this window with it.
                    if let Some(mut user) = untrack(|| workspace.known_user(&id)) {
                        user.status = match is_disabled {
                            true => Status::Active,
                            false => Status::Disabled,
                        };
                        workspace.put_user(user);
                    }
                    workspace.load_users();
                    focus_by_id(subject.try_with_value(button_id).unwrap_or_default());
                }
                Err(error) => {
                    failure.try_set(Some(error));
                }
            }
        });
    });
    let copy_id = move |_| {
        let write = subject.with_value(|subject| copy_text(subject.id.as_str()));
        spawn_local(async move {
            copied.try_set(Some(match write.await {
                Ok(()) => text::row_actions::ID_COPIED,
                Err(_) => text::row_actions::ID_NOT_COPIED,
            }));
        });
    };
    view! {
        <div class="row-actions">
            {move || match (question.is_asked(), is_disabled) {
                (true, _) => view! {
                    <p role="alert">{text::row_actions::stops(&subject.with_value(|subject| subject.name.clone()))}</p>
                    <div class="button-row">
                        <BusyButton
                            label=text::row_actions::DISABLE
                            busy_label=text::row_actions::DISABLING
                            busy=is_busy
                            on_press=switch
                        />
                        <button type="button" class="button" id=question.keep_id() on:click=move |_| question.keep()>
                            {text::row_actions::KEEP}
                        </button>
                    </div>
                }
                .into_any(),
                (false, _) => view! {
                    <div class="button-row">
                        <a class="button" href=subject.with_value(|subject| Screen::ServiceUser(subject.id.clone()).fragment())>
                            {text::service_users::OPEN}
                        </a>
                        {workspace.may_manage_users().then(|| match is_disabled {
                            true => view! {
                                <BusyButton
                                    label=text::row_actions::ENABLE
                                    busy_label=text::row_actions::ENABLING
                                    busy=is_busy
                                    on_press=switch
                                />
                            }
                            .into_any(),
                            false => view! {
                                <button type="button" class="button" id=question.ask_id() on:click=move |_| question.ask()>
                                    {text::row_actions::DISABLE_QUESTION}
                                </button>
                            }
                            .into_any(),
                        })}
                        <button type="button" class="button" on:click=copy_id>{text::row_actions::COPY_ID}</button>
                        <span role="status" class="row-actions-result">{move || copied.get()}</span>
                    </div>
                }
                .into_any(),
            }}
            {move || failure.get().map(|error| view! {
                <FailureNotice error=error of_change=true on_retry=switch />
            })}
        </div>
    }
}

/// The id of the button in a row, for the focus to come back to.
fn button_id(subject: &Subject) -> String {
    format!("actions-{}", subject.id.as_str())
}
