//! The forms in which the documented consumers read a token.

use super::submission::Submission;
use super::token_window::Copying;
use crate::platform::copy_text;
use crate::text;
use crate::workspace::use_workspace;
use leptos::prelude::*;
use service_user::TokenForm;

/// A list of forms, each with a button that copies it. None is shown: the clipboard is where it is wanted.
#[component]
pub(super) fn TokenForms(copying: Copying, submission: Submission) -> impl IntoView {
    let connection = use_workspace().connection;
    let host = move || {
        connection.with_untracked(|connection| {
            connection
                .as_ref()
                .map(|connection| connection.host().name().to_owned())
                .unwrap_or_default()
        })
    };
    let form = move |form: TokenForm| {
        let copy = move |_| {
            let host = host();
            let write = submission.lend_token(|token| form.write(token, &host).lend(copy_text));
            copying.settle(write, text::token::copied_as(form.label()), form.carries_token());
        };
        view! {
            <li class="token-form">
                <span>{form.label()}</span>
                <button
                    type="button"
                    class="button button-small"
                    aria-label=text::token::copy_as(form.label())
                    on:click=copy
                >
                    {text::token::COPY}
                </button>
            </li>
        }
    };
    // The plain token has the large button above.
    let forms = TokenForm::ALL
        .into_iter()
        .filter(|form| *form != TokenForm::TokenId);
    view! {
        <h3>{text::token::OTHER_FORMS}</h3>
        <ul class="token-forms">{forms.map(form).collect_view()}</ul>
    }
}
