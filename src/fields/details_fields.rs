//! The fields of *Service user details*.

use super::accounts_field::AccountsField;
use super::end_date_field::EndDateField;
use super::managers_field::ManagersField;
use super::text_field::TextField;
use crate::text;
use crate::workspace::use_workspace;
use leptos::prelude::*;
use service_user::Field;

/// The six documented fields, in the documented order.
#[component]
pub fn DetailsFields() -> impl IntoView {
    // What the organisation asks is said before it is typed against.
    let (name_hint, email_hint) = use_workspace().at_start(|start| {
        let policy = &start.organisation.policy;
        (
            text::organisation::with_name_patterns(text::create::FRIENDLY_NAME_HINT, policy),
            text::organisation::with_email_domains(text::create::EMAIL_HINT, policy),
        )
    });
    view! {
        <TextField
            field=Field::FriendlyName
            text=|draft| &draft.friendly_name
            text_mut=|draft| &mut draft.friendly_name
            label=text::create::FRIENDLY_NAME
            hint=name_hint
        />
        <TextField
            field=Field::Description
            text=|draft| &draft.description
            text_mut=|draft| &mut draft.description
            label=text::create::DESCRIPTION
            hint=text::create::DESCRIPTION_HINT
            optional=true
            several_lines=true
        />
        <EndDateField />
        <TextField
            field=Field::Email
            text=|draft| &draft.email
            text_mut=|draft| &mut draft.email
            label=text::create::EMAIL
            hint=email_hint
            keyboard="email"
        />
        <AccountsField />
        <ManagersField />
    }
}
