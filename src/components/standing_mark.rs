//! How a service user or a token stands.

use crate::text;
use leptos::prelude::*;
use service_user::{Standing, visible};

/// The standing as a word, with a dot in its colour. A status that only the API knows is shown in the API's own word.
#[component]
pub fn StandingMark(
    /// The standing.
    #[prop(into)]
    standing: Signal<Standing>,
) -> impl IntoView {
    move || {
        let (class, words) = match standing.get() {
            Standing::Active => ("standing standing-active", text::service_users::ACTIVE.to_owned()),
            Standing::Disabled => (
                "standing standing-disabled",
                text::service_users::DISABLED.to_owned(),
            ),
            Standing::Expired => (
                "standing standing-expired",
                text::service_users::EXPIRED.to_owned(),
            ),
            Standing::Other(status) => ("standing standing-other", visible(&status)),
        };
        view! { <span class=class>{words}</span> }
    }
}
