//! The window in which an own template gets another name or another explanation.

use super::naming_window::{NamingWindow, Subject};
use leptos::prelude::*;
use template::{Choices, Template};

/// Asks for what is to be different, and saves it in the template's place.
#[component]
pub fn RenameWindow(
    /// The template as it is.
    template: Template,
    /// Called with the name that it has then, or with none where it was left as it is.
    on_close: Callback<Option<String>>,
) -> impl IntoView {
    let subject = Subject {
        prefix: None,
        in_place_of: Some(template.name().to_owned()),
        choices: Choices {
            template: template.into_draft(),
            left_out: Vec::new(),
        },
    };
    view! { <NamingWindow subject=subject on_close=on_close /> }
}
