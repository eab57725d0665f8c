//! One press creates one service user.

use end_to_end::{Outcome, World, in_both_browsers, labels};
use hyper::Method;
use thirtyfour::Key;

in_both_browsers! {
    repeated_enter_creates_one,
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

async fn is_created_once(world: &World, name: &str) -> Outcome {
    world.page.sees(labels::TOKEN_TITLE).await?;
    assert_eq!(world.count(&Method::POST, "/user"), 1, "requests to create");
    assert_eq!(world.account_manager.service_users_named(name).await?.len(), 1);
    world.page.copy_and_close().await?;
    world.page.sees("6 service users").await
}
