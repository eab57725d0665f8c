//! One way through the extension that meets every state which a page of a web server does not have.

use end_to_end::extension::{DEMO, ExtensionWorld, ON_PREMISES, PRODUCTION, Person, Surface};
use end_to_end::{Happening, Outcome, labels};
use hyper::Method;
use serde_json::json;

/// Leads through every state and calls `visit` with its surface and name in each.
pub(super) async fn walk(
    world: &ExtensionWorld,
    mut visit: impl AsyncFnMut(Surface, &str) -> Outcome,
) -> Outcome {
    connecting(world, &mut visit).await?;
    the_list(world, &mut visit).await?;
    creating(world, &mut visit).await?;
    beside_the_tabs(world, &mut visit).await
}

async fn connecting(
    world: &ExtensionWorld,
    visit: &mut impl AsyncFnMut(Surface, &str) -> Outcome,
) -> Outcome {
    let page = &world.page;
    world.open(Surface::Popup).await?;
    visit(Surface::Popup, "connect 1 popup").await?;
    page.press_button(labels::CONNECT).await?;
    page.sees("You are not signed in").await?;
    visit(Surface::Popup, "connect 2 not signed in").await?;
    page.press_choice(labels::BY_API_KEY).await?;
    page.sees("This popup forgets").await?;
    visit(Surface::Popup, "connect 3 api key in the popup").await?;
    page.press_choice(labels::BY_SESSION).await?;
    page.press_element("#connect-host option[value=other]").await?;
    page.fill("connect-other-host", ON_PREMISES).await?;
    page.press_button(labels::CONNECT).await?;
    page.button(labels::ALLOW_ON_PREMISES).await?;
    visit(Surface::Popup, "connect 4 no access").await?;
    page.press_element("#connect-host option[value='0']").await?;
    let trouble = world.make(
        PRODUCTION,
        Method::GET,
        "/user/me",
        Happening::html(403, "Denied"),
    );
    page.press_button(labels::CONNECT).await?;
    page.button(labels::USE_API_KEY).await?;
    visit(Surface::Popup, "connect 5 refused").await?;
    drop(trouble);
    world.close_current().await
}

async fn the_list(world: &ExtensionWorld, visit: &mut impl AsyncFnMut(Surface, &str) -> Outcome) -> Outcome {
    let page = &world.page;
    world.sign_in(DEMO, Person::Auditor).await?;
    world.open(Surface::Popup).await?;
    page.press_element("#connect-host option[value='4']").await?;
    page.press_button(labels::CONNECT).await?;
    page.sees("without the Manage users permission").await?;
    visit(Surface::Popup, "list 1 auditor on demo").await?;
    page.press_button(labels::DISCONNECT).await?;
    world.close_current().await?;

    world.sign_in(PRODUCTION, Person::Administrator).await?;
    world.open(Surface::Popup).await?;
    page.press_element("#connect-host option[value='0']").await?;
    let held = world.hold(PRODUCTION, Method::GET, "/user");
    page.press_button(labels::CONNECT).await?;
    page.sees("Loading service users").await?;
    visit(Surface::Popup, "list 2 loading").await?;
    held.release();
    page.sees("5 service users").await?;
    visit(Surface::Popup, "list 3 popup").await?;
    world.account_manager.create("Nightly build").await?;
    page.press_button(labels::RELOAD).await?;
    page.fill("user-search", "Nightly build").await?;
    page.press_button("Actions for Nightly build").await?;
    page.button("Disable…").await?;
    visit(Surface::Popup, "list 4 row actions").await?;
    page.press_button("Disable…").await?;
    page.sees("stops working at once").await?;
    visit(Surface::Popup, "list 5 before disabling").await?;
    page.press_button("Disable").await?;
    page.button(labels::ALLOW_COOKIE).await?;
    visit(Surface::Popup, "list 6 session refused").await?;
    page.press_button(labels::CLOSE).await
}

async fn creating(world: &ExtensionWorld, visit: &mut impl AsyncFnMut(Surface, &str) -> Outcome) -> Outcome {
    let page = &world.page;
    page.start_creating().await?;
    visit(Surface::Popup, "create 1 details in the popup").await?;
    page.fill_details("Nightly deploy").await?;
    page.press_button(labels::NEXT).await?;
    page.press_role("Trust Lifecycle", "View only").await?;
    visit(Surface::Popup, "create 2 roles in the popup").await?;
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    world.await_window().await?;
    page.button(labels::ALLOW_COOKIE).await?;
    visit(Surface::Window, "create 3 session refused in the window").await?;
    let body = json!({ "errors": [{ "code": "access_denied", "message": "Requests of this origin are not taken." }] });
    let trouble = world.make(PRODUCTION, Method::POST, "/user", Happening::json(403, &body));
    page.press_button(labels::ALLOW_COOKIE).await?;
    page.button(labels::USE_API_KEY).await?;
    visit(Surface::Window, "create 4 refused all the same").await?;
    drop(trouble);
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    page.sees(labels::TOKEN_TITLE).await?;
    visit(Surface::Window, "create 5 token in the window").await?;
    page.copy_and_close().await?;
    page.sees("Nightly deploy").await?;
    visit(Surface::Window, "create 6 list in the window").await?;
    world.close_current().await
}

async fn beside_the_tabs(
    world: &ExtensionWorld,
    visit: &mut impl AsyncFnMut(Surface, &str) -> Outcome,
) -> Outcome {
    let page = &world.page;
    let panel = Surface::panel_of(world.browser);
    world.open(panel).await?;
    page.sees("7 service users").await?;
    visit(panel, "panel 1 list").await?;
    page.start_creating().await?;
    visit(panel, "panel 2 details").await?;
    world.open(Surface::Tab).await?;
    page.sees("7 service users").await?;
    visit(Surface::Tab, "tab 1 list").await?;
    page.press_button("Actions for Nightly deploy").await?;
    page.button("Copy user ID").await?;
    visit(Surface::Tab, "tab 2 row actions").await?;
    page.press_button(labels::CLOSE).await?;
    page.press_link(labels::SETTINGS).await?;
    page.sees("It would watch").await?;
    visit(Surface::Tab, "settings 1 off").await?;
    page.press_choice("Watch end dates").await?;
    page.press_button("Look now").await?;
    page.sees("within these days.").await?;
    visit(Surface::Tab, "settings 2 on").await?;
    page.press_choice(labels::CLEAR_BY_ITSELF).await?;
    page.until("the clipboard is cleared by itself".to_owned(), async || {
        world.is_granted("clipboardRead").await
    })
    .await?;
    visit(Surface::Tab, "settings 3 clipboard").await?;
    page.press_link(labels::SERVICE_USERS).await?;
    page.create("Nightly copy").await?;
    page.press_button(labels::COPY).await?;
    page.sees("The clipboard is cleared by itself").await?;
    visit(Surface::Tab, "tab 3 copied").await?;
    page.press_button(labels::CLEAR_CLIPBOARD).await?;
    page.sees("still held the token ID and was cleared").await?;
    visit(Surface::Tab, "tab 4 clipboard cleared").await
}
