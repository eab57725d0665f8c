//! *Actions*: what can be done with a service user.

use super::cloning::Cloning;
use super::deleting::Deletion;
use super::disabling::StatusSwitch;
use super::subject::Subject;
use crate::navigation::Screen;
use crate::text;
use crate::workspace::use_workspace;
use leptos::prelude::*;

/// Everything that changes it, or goes out from it; nothing for callers who may only look.
#[component]
pub(super) fn Actions(subject: Subject) -> impl IntoView {
    let workspace = use_workspace();
    let may_manage = Memo::new(move |_| workspace.may_manage_users());
    let change = StoredValue::new(Screen::Change(subject.id()).fragment());
    let rotate = StoredValue::new(Screen::Rotate(subject.id()).fragment());
    view! {
        <Show when=move || may_manage.get()>
            <section class="panel" aria-labelledby="actions-heading">
                <h2 id="actions-heading">{text::service_user::ACTIONS}</h2>
                <div class="actions">
                    <a class="button" href=change.get_value()>{text::service_user::CHANGE}</a>
                    <a class="button" href=rotate.get_value()>{text::service_user::ROTATE}</a>
                    <Cloning subject=subject />
                </div>
                <div class="actions actions-stopping">
                    <StatusSwitch subject=subject />
                    <Deletion subject=subject />
                </div>
            </section>
        </Show>
    }
}
