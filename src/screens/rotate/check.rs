//! Step 3: *Check that it works*.

use super::rotating::Rotating;
use super::step_panel::StepPanel;
use super::token_list::last_use;
use super::token_name::token_name;
use super::work::Work;
use crate::components::{BusyButton, CopyButton};
use crate::navigation::Screen;
use crate::text;
use crate::workspace::use_workspace;
use account_api::{AccessToken, Rotation, RotationPart, RotationStep};
use leptos::prelude::*;
use service_user::{Standing, TokenForm, TokenId, UtcDay};

/// When the tokens were last used, and what that tells.
#[component]
pub(super) fn Check(rotating: Rotating) -> impl IntoView {
    let workspace = use_workspace();
    let rotation = rotating.rotation();
    let finding = Memo::new(move |_| {
        let today = workspace.today.get();
        rotation.with(|rotation| Finding::of(rotation, today))
    });
    let uses = move || {
        let now = rotating.read_at();
        rotation.with(|rotation| {
            let parts = [&rotation.new, &rotation.old];
            let tokens = parts.into_iter().filter_map(RotationPart::known);
            tokens.map(|token| use_of(token, now)).collect_view()
        })
    };
    let look = Callback::new(move |()| rotating.look());
    let go_on = move |label: &'static str| {
        view! {
            <button
                type="button"
                class="button"
                on:click=move |_| rotating.go_to(RotationStep::Disable)
            >
                {label}
            </button>
        }
    };
    view! {
        <StepPanel step=RotationStep::Check>
            <p>{text::rotate::CHECK_LEAD}</p>
            <dl class="summary rotate-words">{uses}</dl>
            <div class="rotate-finding" role="status">
                {move || view! { <FindingNotice rotating=rotating finding=finding.get() /> }}
            </div>
            <CheckCommand />
            <div class="button-row button-row-end">
                <button type="button" class="button" on:click=move |_| rotating.go_to(RotationStep::HandOver)>
                    {text::rotate::BACK}
                </button>
                {move || match finding.get() {
                    Finding::Changed => go_on(text::rotate::GO_ON).into_any(),
                    Finding::Unused | Finding::OldInUse => go_on(text::rotate::GO_ON_ANYWAY).into_any(),
                    Finding::First | Finding::FirstUnused | Finding::Off(_, _) => ().into_any(),
                }}
                <BusyButton
                    label=text::rotate::LOOK_AGAIN
                    busy_label=text::rotate::LOOKING
                    busy=rotating.is_looking()
                    on_press=look
                />
            </div>
        </StepPanel>
    }
}

/// What the records tell of the change from the old token to the new one.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Finding {
    /// The new one does not work.
    Off(AccessToken, Standing),
    /// The new one was not used yet.
    Unused,
    /// The new one was used, and the old one after it.
    OldInUse,
    /// The new one was used, and the old one not after it.
    Changed,
    /// The new one was not used yet, and there is no old one.
    FirstUnused,
    /// The new one was used, and there is no old one.
    First,
}

impl Finding {
    fn of(rotation: &Rotation, today: UtcDay) -> Self {
        let has_old = rotation.old != RotationPart::Nobody;
        let Some(new) = rotation.new.known() else {
            return Finding::Unused;
        };
        let old_is_in_use = rotation
            .old
            .known()
            .is_some_and(|old| old.was_used_after(new.last_used_at));
        match new.last_used_at {
            _ if new.is_off(today) => Finding::Off(new.clone(), new.standing(today)),
            None if has_old => Finding::Unused,
            None => Finding::FirstUnused,
            Some(_) if !has_old => Finding::First,
            Some(_) if old_is_in_use => Finding::OldInUse,
            Some(_) => Finding::Changed,
        }
    }
}

#[component]
fn FindingNotice(rotating: Rotating, finding: Finding) -> impl IntoView {
    let workspace = use_workspace();
    match finding {
        Finding::Off(token, standing) => {
            view! { <NewIsOff rotating=rotating token=token standing=standing /> }.into_any()
        }
        Finding::Unused | Finding::FirstUnused => {
            view! { <p class="notice notice-info">{text::rotate::CHECK_UNUSED}</p> }.into_any()
        }
        Finding::OldInUse => {
            view! { <p class="notice notice-caution">{text::rotate::CHECK_OLD_IN_USE}</p> }.into_any()
        }
        Finding::Changed => view! { <p class="notice notice-good">{text::rotate::CHECK_GOOD}</p> }.into_any(),
        Finding::First => {
            let page = rotating
                .user()
                .with_untracked(|user| user.ready().map(|user| Screen::ServiceUser(user.id.clone())))
                .unwrap_or_else(|| workspace.navigation.screen().get_untracked())
                .fragment();
            view! {
                <div class="notice notice-good">
                    <p>{text::rotate::CHECK_FIRST_GOOD}</p>
                    <p><a href=page>{text::rotate::TO_USER}</a></p>
                </div>
            }
            .into_any()
        }
    }
}

/// The new token was disabled by somebody, or has ended.
#[component]
fn NewIsOff(rotating: Rotating, token: AccessToken, standing: Standing) -> impl IntoView {
    let may_manage = use_workspace().may_manage_users();
    let is_disabled = standing == Standing::Disabled;
    let name = token_name(&token);
    let words = match is_disabled {
        true => text::rotate::new_is_disabled(&name),
        false => text::rotate::new_is_expired(&name),
    };
    let token = StoredValue::new(token);
    let enable = Callback::new(move |()| rotating.change(Work::Enable, token.get_value()));
    view! {
        <div class="notice notice-danger">
            <p class="rotate-words">{words}</p>
            {may_manage.then(|| view! {
                <div class="button-row">
                    {is_disabled.then(|| view! {
                        <BusyButton
                            label=text::rotate::ENABLE
                            busy_label=text::rotate::ENABLING
                            busy=rotating.is_doing(Work::Enable)
                            on_press=enable
                        />
                    })}
                    <button type="button" class="button" on:click=move |_| rotating.go_to(RotationStep::Make)>
                        {text::rotate::MAKE_ANOTHER}
                    </button>
                </div>
            })}
        </div>
    }
}

/// A command that whoever holds the token ID can run; the command does not hold it.
#[component]
fn CheckCommand() -> impl IntoView {
    let workspace = use_workspace();
    let command = Signal::derive(move || {
        let host = workspace.host_name();
        // This form names a variable and holds no token, so it needs none.
        let none = TokenId::from_text(String::new());
        TokenForm::Curl.write(&none, &host).lend(str::to_owned)
    });
    view! {
        <div>
            <p class="field-hint">{text::rotate::CHECK_HINT}</p>
            <CopyButton
                content=command
                label=text::rotate::COPY_CHECK
                name=text::rotate::COPY_CHECK_NAME
                class="button-small"
            />
        </div>
    }
}

fn use_of(token: &AccessToken, now: i64) -> impl IntoView + use<> {
    view! {
        <div>
            <dt>{token_name(token)}</dt>
            <dd>{last_use(token, now)}</dd>
        </div>
    }
}
