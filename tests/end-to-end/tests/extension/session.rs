//! The console's session: the whole flow with it, and what is said when it is not enough.

use end_to_end::extension::{ExtensionWorld, PRODUCTION, Person, Surface};
use end_to_end::{Browser, Happening, Outcome, in_both_browsers, labels};
use hyper::Method;
use serde_json::json;

use crate::steps::{allow_cookie, assert_draft, connect, take_token};

in_both_browsers! {
    the_whole_flow_goes_by_session,
    the_whole_flow_goes_in_the_panel,
    signed_out_in_the_middle_loses_nothing,
    an_auditor_is_told_what_is_missing,
    a_host_that_takes_no_changes_from_an_extension_leads_to_the_api_key,
    a_host_that_takes_no_calls_from_an_extension_leads_to_the_api_key,
    a_row_disables_and_enables_its_service_user,
}

async fn the_whole_flow_goes_by_session(world: &ExtensionWorld) -> Outcome {
    whole_flow(world, Surface::Tab).await?;
    assert!(world.is_granted("cookies").await?);
    world.page.prepare("A second one").await?;
    world.page.press_button(labels::CREATE_SERVICE_USER).await?;
    world.page.sees(labels::TOKEN_TITLE).await?;
    take_token(world, "A second one").await?;
    assert_eq!(
        world.count(PRODUCTION, &Method::POST, "/user"),
        3,
        "only the very first was refused"
    );
    Ok(())
}

/// In Chromium it is the browser's own panel; Firefox's driver cannot reach into its sidebar, so that there it is the same page in a tab.
async fn the_whole_flow_goes_in_the_panel(world: &ExtensionWorld) -> Outcome {
    let page = &world.page;
    match world.browser {
        Browser::Chromium => {
            world.sign_in(PRODUCTION, Person::Administrator).await?;
            world.dock(Surface::SidePanel).await?;
            page.press_button(labels::CONNECT).await?;
            page.sees("5 service users").await?;
        }
        Browser::Firefox => connect(world, Surface::Sidebar).await?,
    }
    create_by_session(world).await
}

async fn whole_flow(world: &ExtensionWorld, surface: Surface) -> Outcome {
    connect(world, surface).await?;
    create_by_session(world).await
}

async fn create_by_session(world: &ExtensionWorld) -> Outcome {
    let page = &world.page;
    page.sees("Production").await?;
    page.prepare("By session").await?;
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    page.sees("What you typed is still here").await?;
    assert!(!world.is_granted("cookies").await?, "asked for only when refused");
    allow_cookie(world).await?;
    take_token(world, "By session").await?;
    assert_eq!(world.count(PRODUCTION, &Method::POST, "/user"), 2);
    Ok(())
}

async fn signed_out_in_the_middle_loses_nothing(world: &ExtensionWorld) -> Outcome {
    let page = &world.page;
    connect(world, Surface::Tab).await?;
    let extension = page.driver().window().await?;
    page.prepare("Long lunch").await?;
    world.sign_out(PRODUCTION).await?;
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    page.sees("You are not signed in to one.digicert.com").await?;
    page.press_button(labels::SIGN_IN_AGAIN).await?;
    page.is_on(labels::CONNECT_TITLE).await?;
    page.sees("What you typed is kept").await?;
    page.press_link(labels::OPEN_CONSOLE).await?;
    world.await_window().await?;
    page.until("the console is open".to_owned(), async || {
        Ok(page.driver().current_url().await?.host_str() == Some(PRODUCTION))
    })
    .await?;
    world.close_current().await?;
    world.sign_in(PRODUCTION, Person::Administrator).await?;
    world.switch_to(&extension).await?;
    page.press_button(labels::CONNECT).await?;
    assert_draft(world, "Long lunch").await?;
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    allow_cookie(world).await?;
    take_token(world, "Long lunch").await.map(|_| ())
}

async fn an_auditor_is_told_what_is_missing(world: &ExtensionWorld) -> Outcome {
    let page = &world.page;
    world.sign_in(PRODUCTION, Person::Auditor).await?;
    world.open(Surface::Popup).await?;
    page.press_button(labels::CONNECT).await?;
    page.sees("without the Manage users permission").await?;
    page.press_element(".users-row .button-icon").await?;
    page.button("Copy user ID").await?;
    assert!(!page.has_button("Disable…").await?);
    Ok(())
}

/// The cookie changes nothing here: the host refuses because of where the request comes from.
async fn a_host_that_takes_no_changes_from_an_extension_leads_to_the_api_key(
    world: &ExtensionWorld,
) -> Outcome {
    let page = &world.page;
    connect(world, Surface::Tab).await?;
    let body = json!({ "errors": [{ "code": "access_denied", "message": "Requests of this origin are not taken." }] });
    let trouble = world.make(PRODUCTION, Method::POST, "/user", Happening::json(403, &body));
    page.prepare("Refused origin").await?;
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    page.press_button(labels::ALLOW_COOKIE).await?;
    page.sees("takes no changes from an extension").await?;
    page.sees("Requests of this origin are not taken.").await?;
    page.press_button(labels::USE_API_KEY).await?;
    drop(trouble);
    page.is_on(labels::CONNECT_TITLE).await?;
    page.fill("connect-api-key", world.account_manager.api_key())
        .await?;
    page.press_button(labels::CONNECT).await?;
    assert_draft(world, "Refused origin").await?;
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    page.sees(labels::TOKEN_TITLE).await?;
    take_token(world, "Refused origin").await.map(|_| ())
}

async fn a_host_that_takes_no_calls_from_an_extension_leads_to_the_api_key(
    world: &ExtensionWorld,
) -> Outcome {
    let page = &world.page;
    let trouble = world.make(
        PRODUCTION,
        Method::GET,
        "/user/me",
        Happening::html(403, "<h1>Denied</h1>"),
    );
    world.open(Surface::Tab).await?;
    page.press_button(labels::CONNECT).await?;
    page.sees("may take no calls from an extension").await?;
    page.press_button(labels::USE_API_KEY).await?;
    drop(trouble);
    page.fill("connect-api-key", world.account_manager.api_key())
        .await?;
    page.press_button(labels::CONNECT).await?;
    page.sees("5 service users").await
}

async fn a_row_disables_and_enables_its_service_user(world: &ExtensionWorld) -> Outcome {
    let page = &world.page;
    connect(world, Surface::Popup).await?;
    world.account_manager.create("Nightly build").await?;
    page.press_button(labels::RELOAD).await?;
    page.sees("6 service users").await?;
    page.fill("user-search", "Nightly build").await?;
    page.sees("1 of 6 match").await?;
    page.press_button("Actions for Nightly build").await?;
    page.press_button("Disable…").await?;
    page.sees("Every integration that uses “Nightly build” stops working at once")
        .await?;
    page.press_button("Disable").await?;
    page.press_button(labels::ALLOW_COOKIE).await?;
    page.sees("Service user “Nightly build” was disabled.").await?;
    page.sees("Disabled").await?;
    page.press_button("Actions for Nightly build").await?;
    page.press_button("Enable").await?;
    page.sees("Service user “Nightly build” was enabled.").await?;
    let users = world.account_manager.service_users_named("Nightly build").await?;
    let status = users.first().and_then(|user| user.get("status")).cloned();
    assert_eq!(status, Some(json!("ACTIVE")));
    Ok(())
}
