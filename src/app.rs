//! The app: the bar at the top, one screen below it.

use crate::components::{HostBadge, Loading, NavigationBar, SurfaceButtons};
use crate::fields::Form;
use crate::navigation::Screen;
use crate::parts::ScreenPart;
use crate::screens::{Connect, Create, Submission};
use crate::session::AtStart;
use crate::starting_point::StartingPoint;
use crate::templates::TemplateAccess;
use crate::text;
use crate::token::{ClearingNews, ClearingNotice, IssuedToken, TokenWindow};
use crate::workspace::{Workspace, use_workspace};
use account_api::HostKind;
use leptos::prelude::*;
use service_user::visible;

/// The whole app.
#[component]
pub fn App(
    /// What the page knows when it starts.
    start: StartingPoint,
    /// Whether there is a session.
    session: AtStart,
) -> impl IntoView {
    let workspace = Workspace::new(start);
    provide_context(workspace);
    let form = Form::new(workspace);
    provide_context(form);
    form.keep_up_to_date();
    form.follow_pointer();
    let issued = IssuedToken::new(workspace);
    provide_context(issued);
    issued.warn_before_unload();
    provide_context(ClearingNews::listen());
    let submission = Submission::new(workspace, form, issued);
    provide_context(submission);
    submission.follow_order();
    submission.follow_interruption();
    let templates = TemplateAccess::new(workspace);
    provide_context(templates);
    templates.follow_links();
    mark_page(workspace);
    drop_old_notices(workspace);
    workspace.begin(session, !form.is_empty());
    let screen = workspace.navigation.screen();
    // A fragment typed by hand leads nowhere before there is a connection.
    let shown = Memo::new(move |_| match workspace.is_open() {
        true if screen.get() == Screen::Connect => Screen::ServiceUsers,
        true => screen.get(),
        false => Screen::Connect,
    });
    // The two steps of creating are one screen, so that going from one to the other rebuilds nothing of what was typed.
    let place = Memo::new(move |_| match shown.get() {
        Screen::Roles => Screen::Details,
        screen => screen,
    });
    let awaits_session = Memo::new(move |_| workspace.is_awaiting() && !place.with(Screen::precedes_session));
    view! {
        <TopBar />
        <NavigationBar shown=shown />
        <main id="main">
            <UnreadableSettings />
            <ClearingNotice />
            {move || match place.get() {
                _ if awaits_session.get() => view! { <Loading label=text::connect::LOOKING /> }.into_any(),
                Screen::Connect => view! { <Connect /> }.into_any(),
                Screen::Details | Screen::Roles => view! { <Create step=shown.into() /> }.into_any(),
                screen => view! { <ScreenPart screen=screen /> }.into_any(),
            }}
        </main>
        <footer class="foot">{text::app::UNOFFICIAL}</footer>
        {move || issued.shown().get().map(|(made, user)| view! { <TokenWindow made=made user=user /> })}
    }
}

/// Said in the place of the app where the extension's part did not arrive.
#[component]
pub fn NotStarted() -> impl IntoView {
    let reload = move |_| {
        if location().reload().is_err() {
            leptos::logging::warn!("the browser did not load the page again");
        }
    };
    view! {
        <div class="start-failure" role="alert">
            <h1>{text::app::PRODUCT}</h1>
            <p>{text::app::NOT_STARTED}</p>
            <button type="button" class="button button-primary" on:click=reload>{text::app::RELOAD}</button>
        </div>
    }
}

/// What was just done is said on the screen that the app leads to, and no longer where the person goes on by themselves.
fn drop_old_notices(workspace: Workspace) {
    let followed = workspace.navigation.followed();
    effect(move |before: Option<()>| {
        followed.track();
        if before.is_some() {
            workspace.notice.set(None);
        }
    });
}

/// Tells the style sheets where the page is shown and what kind of host it talks to, in attributes of the page's root: a stripe at
/// its top has the host's colour on every screen and behind every window.
fn mark_page(workspace: Workspace) {
    let mark = |name: &str, value: &str| {
        let root = document().document_element();
        if root.is_none_or(|root| root.set_attribute(name, value).is_err()) {
            leptos::logging::warn!("the page has no root to mark");
        }
    };
    mark("data-surface", workspace.surface().name());
    effect(move |_| {
        let kind = match workspace.account_manager().map(|host| host.kind()) {
            None => "none",
            Some(HostKind::Production) => "production",
            Some(HostKind::Demo) => "demo",
            Some(HostKind::Other) => "other",
        };
        mark("data-host-kind", kind);
    });
}

/// Product, host and caller; the host stands on every screen because demo and production must never be mistaken.
#[component]
fn TopBar() -> impl IntoView {
    let workspace = use_workspace();
    let caller = move || {
        workspace.connection.with(|connection| {
            connection
                .as_ref()
                .map(|connection| connection.caller().email.clone())
        })
    };
    view! {
        <header class="top-bar">
            <span class="product">
                <svg class="product-mark" viewBox="0 0 32 32" aria-hidden="true">
                    <rect width="32" height="32" rx="7" fill="#0a4d8c"></rect>
                    <circle cx="12" cy="13" r="5" fill="none" stroke="#fff" stroke-width="2.6"></circle>
                    <path
                        d="M15.6 16.6 25 26M21 22l3-3M24.2 25.2l2.6-2.6"
                        fill="none"
                        stroke="#fff"
                        stroke-width="2.6"
                        stroke-linecap="round"
                    ></path>
                </svg>
                {text::app::PRODUCT}
            </span>
            <HostBadge host=Signal::derive(move || workspace.account_manager()) />
            <Show when=move || caller().is_some()>
                <span class="top-bar-end">
                    <span class="caller">{move || visible(&caller().unwrap_or_default())}</span>
                    <button
                        type="button"
                        class="button button-small"
                        aria-disabled=move || workspace.awaits_token.get().then_some("true")
                        on:click=move |_| workspace.disconnect()
                    >
                        {text::app::DISCONNECT}
                    </button>
                </span>
            </Show>
            <SurfaceButtons />
        </header>
    }
}

/// What of an organisation's settings cannot be read, so that whoever set it learns of it.
#[component]
fn UnreadableSettings() -> impl IntoView {
    let unreadable = use_workspace().at_start(|start| start.organisation.unreadable.join(", "));
    (!unreadable.is_empty()).then(|| {
        view! { <p class="notice notice-caution" role="status">{text::organisation::unreadable(&unreadable)}</p> }
    })
}
