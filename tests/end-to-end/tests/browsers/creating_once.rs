//! One press creates one service user.

use end_to_end::{Outcome, World, in_both_browsers, labels};
use hyper::Method;
use thirtyfour::Key;

in_both_browsers! {
    repeated_enter_creates_one,
    the_host_stays_until_the_token_is_there,
}

async fn repeated_enter_creates_one(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.prepare("Repeated Enter").await?;
    let held = world.hold(Method::POST, "/user");
    page.tab_to("the button", |focus| focus.name == labels::CREATE_SERVICE_USER)
        .await?;
    for _ in 0..5 {
        page.type_keys(Key::Enter).await?;
    }
    page.button(labels::CREATING).await?;
    assert_eq!(
        page.focus().await?.name,
        labels::CREATING,
        "the focus stays on the button"
    );
    page.type_keys(Key::Space).await?;
    assert!(page.asks_before_leaving().await?, "a token is on its way");
    held.release();
    is_created_once(world, "Repeated Enter").await
}

/// Whoever sees the wrong host at the last moment presses Disconnect: the token would come to another host's page.
async fn the_host_stays_until_the_token_is_there(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.prepare("Second thoughts").await?;
    let held = world.hold(Method::POST, "/user");
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    page.button(labels::CREATING).await?;
    let disconnect = page.button(labels::DISCONNECT).await?;
    assert_eq!(disconnect.attr("aria-disabled").await?.as_deref(), Some("true"));
    disconnect.click().await?;
    page.is_on(labels::ROLES).await?;
    held.release();
    page.sees(labels::TOKEN_TITLE).await?;
    assert_eq!(page.count("dialog .host-badge").await?, 1);
    page.copy_and_close().await?;
    page.press_button(labels::DISCONNECT).await?;
    page.is_on(labels::CONNECT_TITLE).await
}

async fn is_created_once(world: &World, name: &str) -> Outcome {
    world.page.sees(labels::TOKEN_TITLE).await?;
    assert_eq!(world.count(&Method::POST, "/user"), 1, "requests to create");
    assert_eq!(world.account_manager.service_users_named(name).await?.len(), 1);
    world.page.copy_and_close().await?;
    world.page.sees("6 service users").await
}
