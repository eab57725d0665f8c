//! Who created a service user.

use super::subject::Subject;
use crate::text;
use leptos::prelude::*;
use leptos::task::spawn_local;
use service_user::{UserId, visible};

/// Who created it: a name, once it is known which name the ID stands for. The ID stays where that cannot be found out, as where
/// whoever it was is gone, or the caller may not see them.
#[component]
pub(super) fn Creator(subject: Subject) -> impl IntoView {
    let creator = subject.follow(|user| user.created_by.clone());
    let name = RwSignal::new(None::<String>);
    effect(move |_| {
        name.set(None);
        let (Some(id), Some(connection)) = (creator.get(), subject.workspace.connection.get_untracked())
        else {
            return;
        };
        spawn_local(async move {
            if let Ok(found) = connection.user_name(&UserId::new(id)).await {
                name.try_set(Some(found));
            }
        });
    });
    move || {
        creator.get().map(|id| match name.get() {
            Some(name) => {
                view! { <span title=visible(&id)>{text::service_user::created_by(&name)}</span> }.into_any()
            }
            None => view! { <span>{text::service_user::created_by("")}<code>{visible(&id)}</code></span> }
                .into_any(),
        })
    }
}
