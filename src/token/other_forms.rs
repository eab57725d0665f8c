//! The forms in which the documented consumers read a token.

use super::copying::Copying;
use crate::text;
use leptos::prelude::*;
use service_user::TokenForm;

/// A list of forms, each with a button that copies it. None is shown: the clipboard is where it is wanted.
#[component]
pub(super) fn OtherForms(copying: Copying) -> impl IntoView {
    let form = move |form: TokenForm| {
        view! {
            <li class="token-form">
                <span>{form.label()}</span>
                <button
                    type="button"
                    class="button button-small"
                    aria-label=text::token::copy_as(form.label())
                    on:click=move |_| copying.copy(form)
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
