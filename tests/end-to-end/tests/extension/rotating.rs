//! Rotating a token from the extension: the popup makes none, because it closes when it loses the focus.

use end_to_end::extension::{ExtensionWorld, PRODUCTION, Person, Surface};
use end_to_end::{Browser, Outcome, in_both_browsers, labels};
use hyper::Method;
use labels::rotate;

use crate::steps::allow_cookie;

in_both_browsers! {
    the_popup_hands_on_to_a_window_which_makes_one,
}

async fn the_popup_hands_on_to_a_window_which_makes_one(world: &ExtensionWorld) -> Outcome {
    let page = &world.page;
    let manager = &world.account_manager;
    let (user, old) = manager.create_with_token("Handed on").await?;
    world.sign_in(PRODUCTION, Person::Administrator).await?;
    world.open(Surface::Popup).await?;
    page.press_button(labels::CONNECT).await?;
    page.is_on(labels::SERVICE_USERS).await?;
    let popup = page.driver().window().await?;
    let go = "location.hash = '#rotate/' + arguments[0]";
    page.script(go, vec![user.as_str().into()]).await?;
    page.rotation_is_at(rotate::MAKE).await?;
    assert!(
        !page.has_button(rotate::MAKE).await?,
        "a token must not come to a page that may close by itself"
    );
    page.press_button(rotate::MAKE_IN_WINDOW).await?;
    world.await_window().await?;
    // In a tab that stands for the popup, Firefox does not let the page close itself.
    if world.browser == Browser::Chromium {
        page.until("the popup is closed".to_owned(), async || {
            Ok(!world.is_open(&popup).await?)
        })
        .await?;
    }
    page.rotation_is_at(rotate::MAKE).await?;
    assert_eq!(
        world.count(PRODUCTION, &Method::POST, "/api-access-token"),
        0,
        "opening the window makes none"
    );
    page.press_button(rotate::MAKE).await?;
    allow_cookie(world).await?;
    let new = page.show_token().await?;
    page.press_button(rotate::CHECK).await?;
    page.sees("It works:").await?;
    page.copy_and_close_window().await?;
    page.rotation_is_at(rotate::HAND_OVER).await?;
    assert_eq!(manager.access_tokens(&user).await?.len(), 2);
    for token in [&old, &new] {
        assert_eq!(manager.me(token).await?.0, 200, "both work meanwhile");
    }
    page.driver().refresh().await?;
    page.rotation_is_at(rotate::HAND_OVER).await
}
