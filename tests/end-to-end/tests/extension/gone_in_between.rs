//! The page, the background or the extension goes away while a token is on its way or shown: what there is afterwards is told.

use end_to_end::extension::{Area, ExtensionWorld, PRODUCTION, Person, Surface};
use end_to_end::{Browser, Outcome, in_both_browsers, labels};
use hyper::Method;
use labels::rotate;
use serde_json::Value;

use crate::steps::{allow_cookie, connect};

in_both_browsers! {
    whoever_comes_back_to_a_creation_is_told_what_came_of_it,
    the_background_may_stop_while_a_token_is_on_its_way,
    a_page_that_goes_away_during_a_rotation_finds_the_token_to_replace,
    an_update_waits_while_a_page_is_open,
}

const FOUND: &str = "exists, just as you asked for it.";
const NOT_HERE: &str = "The token ID did not arrive here";

/// A person with the cookie's permission, on step 2 with everything chosen.
async fn prepare(world: &ExtensionWorld, name: &str) -> Outcome {
    world.page.prepare(name).await
}

/// Connects a tab, and gets over the question about the cookie, which only the first change of a session brings, with a service
/// user that is of no further interest.
async fn begin(world: &ExtensionWorld) -> Outcome {
    let page = &world.page;
    connect(world, Surface::Tab).await?;
    prepare(world, "The first").await?;
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    allow_cookie(world).await?;
    page.copy_and_close().await
}

async fn is_there(world: &ExtensionWorld, name: &str) -> Outcome<bool> {
    Ok(world.account_manager.service_users_named(name).await?.len() == 1)
}

/// The user exists, and a new token is made for it in place of the one that did not arrive.
async fn is_found(world: &ExtensionWorld, name: &str) -> Outcome {
    let page = &world.page;
    page.sees(&format!("Service user “{name}” {FOUND}")).await?;
    page.sees(NOT_HERE).await?;
    page.press_button(labels::MAKE_NEW_TOKEN).await?;
    let token = page.show_token().await?;
    assert_eq!(world.account_manager.me(&token).await?.0, 200);
    page.copy_and_close().await?;
    page.until("the draft is forgotten".to_owned(), async || {
        Ok(world.stored(Area::Session).await?.get("draft").is_none())
    })
    .await?;
    assert!(is_there(world, name).await?, "there is one");
    Ok(())
}

async fn whoever_comes_back_to_a_creation_is_told_what_came_of_it(world: &ExtensionWorld) -> Outcome {
    let page = &world.page;
    begin(world).await?;

    // Loaded again after the host has done it.
    prepare(world, "Loaded again").await?;
    let held = world.hold_answer(PRODUCTION, Method::POST, "/user");
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    page.until("the host has done it".to_owned(), async || {
        is_there(world, "Loaded again").await
    })
    .await?;
    assert!(page.asks_before_leaving().await?, "a token is on its way");
    page.driver().refresh().await?;
    is_found(world, "Loaded again").await?;
    held.release();

    // The tab is closed after the host has done it; another one is opened later.
    prepare(world, "Tab closed").await?;
    let held = world.hold_answer(PRODUCTION, Method::POST, "/user");
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    page.until("the host has done it".to_owned(), async || {
        is_there(world, "Tab closed").await
    })
    .await?;
    world.close_current().await?;
    world.open(Surface::Tab).await?;
    is_found(world, "Tab closed").await?;
    held.release();

    // Loaded again before the request has arrived.
    prepare(world, "Arrives late").await?;
    let sent = world.count(PRODUCTION, &Method::POST, "/user");
    let held = world.hold(PRODUCTION, Method::POST, "/user");
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    page.until("the request is under way".to_owned(), async || {
        Ok(world.count(PRODUCTION, &Method::POST, "/user") == sent + 1)
    })
    .await?;
    page.driver().refresh().await?;
    page.is_on(labels::ROLES).await?;
    page.sees("was closed or loaded again while the service user was being created")
        .await?;
    page.sees("The list does not show it.").await?;
    held.release();
    page.until("the request has arrived".to_owned(), async || {
        is_there(world, "Arrives late").await
    })
    .await?;
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    is_found(world, "Arrives late").await?;

    // Another tab is opened meanwhile: it says where the token is, and the first tab gets it.
    prepare(world, "Second tab").await?;
    let first = page.driver().window().await?;
    let held = world.hold_answer(PRODUCTION, Method::POST, "/user");
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    page.until("the host has done it".to_owned(), async || {
        is_there(world, "Second tab").await
    })
    .await?;
    world.open(Surface::Tab).await?;
    page.sees(NOT_HERE).await?;
    page.sees("If you created it in another tab or window, its token ID is shown there.")
        .await?;
    world.close_current().await?;
    world.switch_to(&first).await?;
    held.release();
    page.sees("Service user “Second tab” was created.").await?;
    let token = page.show_token().await?;
    assert_eq!(world.account_manager.me(&token).await?.0, 200);
    Ok(())
}

async fn the_background_may_stop_while_a_token_is_on_its_way(world: &ExtensionWorld) -> Outcome {
    let page = &world.page;
    begin(world).await?;
    prepare(world, "Background stopped").await?;
    let held = world.hold_answer(PRODUCTION, Method::POST, "/user");
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    page.button(labels::CREATING).await?;
    world.stop_background().await?;
    held.release();
    page.sees(labels::TOKEN_TITLE).await?;
    let token = page.show_token().await?;
    assert_eq!(world.account_manager.me(&token).await?.0, 200);
    page.copy_and_close().await
}

async fn a_page_that_goes_away_during_a_rotation_finds_the_token_to_replace(
    world: &ExtensionWorld,
) -> Outcome {
    let page = &world.page;
    let manager = &world.account_manager;
    let (user, old) = manager.create_with_token("Rotated").await?;
    world.sign_in(PRODUCTION, Person::Administrator).await?;
    world.open(Surface::Tab).await?;
    page.press_button(labels::CONNECT).await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.prepare("The first").await?;
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    allow_cookie(world).await?;
    page.copy_and_close().await?;
    let go = "location.hash = '#rotate/' + arguments[0]";
    page.script(go, vec![user.as_str().into()]).await?;
    page.rotation_is_at(rotate::MAKE).await?;
    let held = world.hold_answer(PRODUCTION, Method::POST, "/api-access-token");
    page.press_button(rotate::MAKE).await?;
    page.until("the host has made it".to_owned(), async || {
        Ok(manager.access_tokens(&user).await?.len() == 2)
    })
    .await?;
    assert!(page.asks_before_leaving().await?, "a token is on its way");
    page.driver().refresh().await?;
    page.rotation_is_at(rotate::HAND_OVER).await?;
    held.release();
    let lost = manager.access_tokens(&user).await?;
    page.press_button("The token ID is lost").await?;
    page.press_button(rotate::REPLACE).await?;
    page.sees(labels::TOKEN_TITLE).await?;
    let new = page.show_token().await?;
    page.copy_and_close_window().await?;
    let left = manager.access_tokens(&user).await?;
    assert_eq!(left.len(), 2, "the lost one is gone");
    let id = |token: Option<&Value>| token.and_then(|token| token.get("id")).cloned();
    assert_ne!(id(left.last()), id(lost.last()));
    for token in [&old, &new] {
        assert_eq!(manager.me(token).await?.0, 200);
    }
    Ok(())
}

async fn an_update_waits_while_a_page_is_open(world: &ExtensionWorld) -> Outcome {
    let page = &world.page;
    begin(world).await?;
    prepare(world, "During an update").await?;
    let held = world.hold_answer(PRODUCTION, Method::POST, "/user");
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    page.button(labels::CREATING).await?;
    if world.browser == Browser::Firefox {
        // Also a background that has stopped is told.
        world.stop_background().await?;
    }
    assert!(world.offer_update().await?, "the extension wants to be told");
    held.release();
    page.sees(labels::TOKEN_TITLE).await?;
    assert!(
        world.offer_update().await?,
        "and once more while the token is shown"
    );
    let token = page.show_token().await?;
    assert_eq!(world.account_manager.me(&token).await?.0, 200);
    page.copy_and_close().await?;
    assert_eq!(world.updates().await?.unwrap_or_default(), 0);
    world.close_current().await?;
    if world.browser == Browser::Firefox {
        world.offer_update().await?;
        page.until("the update goes ahead".to_owned(), async || {
            Ok(world.updates().await?.unwrap_or_default() == 1)
        })
        .await?;
    }
    Ok(())
}
