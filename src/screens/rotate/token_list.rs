//! The tokens of the service user, and which of them is which.

use super::plain_button::PlainButton;
use super::rotating::Rotating;
use super::step_panel::STEP_HEADING_ID;
use super::token_name::token_name;
use crate::components::{StandingMark, focus_by_id};
use crate::text;
use crate::workspace::use_workspace;
use account_api::{AccessToken, Rotation, RotationPart, RotationStep};
use leptos::prelude::*;

/// Every token with what the host tells of it. Where it does not tell which is the new one or the old one, the person does.
#[component]
pub(super) fn TokenList(rotating: Rotating) -> impl IntoView {
    let rotation = rotating.rotation();
    let tokens = move || {
        let mut tokens = rotating
            .tokens()
            .with(|tokens| tokens.ready().cloned().unwrap_or_default());
        tokens.sort_by(|one, other| (other.created_at, &one.id).cmp(&(one.created_at, &other.id)));
        tokens
    };
    let is_empty = Memo::new(move |_| {
        rotating
            .tokens()
            .with(|tokens| tokens.ready().is_none_or(Vec::is_empty))
    });
    let old_is_unclear = Memo::new(move |_| {
        rotation.with(|rotation| {
            rotation.new.known().is_some() && matches!(rotation.old, RotationPart::Unclear(_))
        })
    });
    let look = Callback::new(move |()| rotating.look());
    // At step 3 the step itself has this button.
    let has_button = Memo::new(move |_| rotating.step().get() != RotationStep::Check);
    view! {
        <section class="panel" aria-labelledby="rotate-tokens">
            <div class="rotate-tokens-head">
                <h2 id="rotate-tokens">{text::rotate::TOKENS}</h2>
                <Show when=move || has_button.get()>
                    <PlainButton
                        label=text::rotate::LOOK_AGAIN
                        busy_label=text::rotate::LOOKING
                        busy=rotating.is_looking()
                        small=true
                        on_press=look
                    />
                </Show>
            </div>
            <Show when=move || is_empty.get()>
                <p class="field-hint">{text::rotate::NO_TOKENS}</p>
            </Show>
            <div class="rotate-unclear" role="status">
                <Show when=move || old_is_unclear.get()>
                    <p class="notice notice-caution">{text::rotate::OLD_IS_UNCLEAR}</p>
                </Show>
            </div>
            <ul class="rotate-token-list">
                {move || {
                    let tokens = tokens();
                    let rotation = rotation.get();
                    let choices = Choices::of(&rotation, tokens.len());
                    tokens
                        .into_iter()
                        .map(|token| view! { <Token rotating=rotating choices=choices.of_token(&token) token=token /> })
                        .collect_view()
                }}
            </ul>
        </section>
    }
}

/// When a token was last used, in words and as an instant; `now` is in seconds since the beginning of 1970.
pub(super) fn last_use(token: &AccessToken, now: i64) -> String {
    match token.last_used_at {
        None => text::rotate::NOT_USED.to_owned(),
        Some(instant) => {
            let ago = text::rotate::used_ago(now.saturating_sub(instant.timestamp()));
            format!("{ago} ({})", text::rotate::minute(instant))
        }
    }
}

#[component]
fn Token(rotating: Rotating, choices: TokenChoices, token: AccessToken) -> impl IntoView {
    let today = use_workspace().today;
    let name = token_name(&token);
    let mark = match (choices.is_new, choices.is_old) {
        (true, _) => Some(("tag rotate-new", text::rotate::NEW)),
        (_, true) => Some(("tag rotate-old", text::rotate::OLD)),
        (false, false) => None,
    };
    let made = match token.created_at {
        None => text::rotate::NOT_TOLD.to_owned(),
        Some(instant) => text::rotate::minute(instant),
    };
    let ends = match token.end_date {
        None => text::rotate::NO_END_DATE.to_owned(),
        Some(day) => text::create::last_instant(&day.to_string()),
    };
    let used = last_use(&token, rotating.read_at());
    let say_new = choices.may_be_new.then(|| {
        let id = StoredValue::new(token.id.clone());
        view! {
            <button
                type="button"
                class="button button-small"
                aria-label=text::rotate::is_new(&name)
                on:click=move |_| {
                    rotating.choose_new(id.get_value());
                    focus_by_id(STEP_HEADING_ID);
                }
            >
                {text::rotate::IS_NEW}
            </button>
        }
    });
    let say_old = choices.may_be_old.then(|| {
        let id = StoredValue::new(token.id.clone());
        view! {
            <button
                type="button"
                class="button button-small"
                aria-label=text::rotate::is_old(&name)
                on:click=move |_| {
                    rotating.choose_old(id.get_value());
                    focus_by_id(STEP_HEADING_ID);
                }
            >
                {text::rotate::IS_OLD}
            </button>
        }
    });
    let standing = Signal::derive(move || token.standing(today.get()));
    view! {
        <li class="rotate-token">
            <div class="rotate-token-head">
                <h3 class="rotate-words">{name}</h3>
                {mark.map(|(class, words)| view! { <span class=class>{words}</span> })}
            </div>
            <StandingMark standing=standing />
            <dl class="rotate-facts">
                <div><dt>{text::rotate::MADE}</dt><dd>{made}</dd></div>
                <div><dt>{text::rotate::LAST_USED}</dt><dd>{used}</dd></div>
                <div><dt>{text::rotate::ENDS}</dt><dd>{ends}</dd></div>
            </dl>
            <div class="button-row">{say_new}{say_old}</div>
        </li>
    }
}

/// What a person may say of the tokens: nothing where two tokens are clear.
struct Choices<'a> {
    rotation: &'a Rotation,
    are_offered: bool,
}

/// What a person may say of one token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct TokenChoices {
    is_new: bool,
    is_old: bool,
    may_be_new: bool,
    may_be_old: bool,
}

impl<'a> Choices<'a> {
    fn of(rotation: &'a Rotation, count: usize) -> Self {
        let is_unclear = [&rotation.new, &rotation.old]
            .into_iter()
            .any(|part| matches!(part, RotationPart::Unclear(_)));
        Choices {
            rotation,
            are_offered: is_unclear || count > 2,
        }
    }

    fn of_token(&self, token: &AccessToken) -> TokenChoices {
        let is = |part: &RotationPart| part.known().is_some_and(|known| known.id == token.id);
        // With a single token, it is the one to be replaced; which needs no mark.
        let is_new = is(&self.rotation.new);
        let is_old = is(&self.rotation.old) && self.rotation.new != RotationPart::Nobody;
        TokenChoices {
            is_new,
            is_old,
            may_be_new: self.are_offered && !is_new,
            may_be_old: self.are_offered && !is_old && !is(&self.rotation.new),
        }
    }
}
