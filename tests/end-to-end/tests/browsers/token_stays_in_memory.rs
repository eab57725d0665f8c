//! A canary: once its window is closed, the token is nowhere to be found; nor is the API key once it was given up.
//!
//! One browser goes through all of it, because each search takes the whole page apart. First the search proves itself.

use std::time::Duration;

use end_to_end::{Needle, Outcome, Place, Planted, World, in_both_browsers, labels};

in_both_browsers! {
    nothing_is_left_of_a_token_or_a_key,
}

const SIGN_IN_WITH_IT: &str = "GET /account/api/v1/user/me";

async fn nothing_is_left_of_a_token_or_a_key(world: &World) -> Outcome {
    let page = &world.page;
    let search = world.search();
    page.open("/").await?;
    page.is_on(labels::CONNECT_TITLE).await?;
    search.begin().await?;
    let planted = search.prove(&Place::OF_A_PAGE).await?;

    let refused = a_key_that_was_refused(world).await?;
    let key = a_key_that_was_given_up(world).await?;
    page.sign_in().await?;
    search.begin().await?;
    let unseen = a_token_that_nobody_looked_at(world).await?;
    let used = a_token_that_was_used_in_every_way(world).await?;
    let wiped = a_token_that_the_countdown_wiped(world).await?;
    let further = a_further_token(world).await?;
    let secrets = [refused, key, unseen, used, wiped, further];
    for _ in 0..6 {
        page.driver().back().await?;
        for secret in &secrets {
            world
                .search()
                .finds_nothing_of(secret, &[Place::Addresses], "on the way back")
                .await?;
        }
    }

    page.quit_browser().await?;
    for secret in &secrets {
        assert_eq!(search.files_with(secret)?, [""; 0], "on the disk");
    }
    assert_reached_the_disk(world, &planted)
}

/// Typed with a letter that no key has, which the app refuses to send; then the field was taken away.
async fn a_key_that_was_refused(world: &World) -> Outcome<Needle> {
    let page = &world.page;
    let key = Needle::of(
        "4be1c05d9a7f2386e0d1b5a94c_7d20f3a8e61b4c95d07e2f8a3b6c1d49e5f0278c3a9b6d14e8f5702c3b9a6d1e",
    );
    page.press_choice(labels::BY_API_KEY).await?;
    page.fill("connect-api-key", &format!("{}é", key.text())).await?;
    page.press_button(labels::CONNECT).await?;
    page.sees("This is not an API key").await?;
    page.press_choice(labels::BY_SESSION).await?;
    page.until("the key's field is gone".to_owned(), async || {
        Ok(page.count("#connect-api-key").await? == 0)
    })
    .await?;
    world
        .search()
        .finds_nothing_of(&key, &Place::OF_A_PAGE, "after it was refused")
        .await?;
    assert_eq!(world.search().sent_as_api_key(&key), [""; 0]);
    Ok(key)
}

/// Typed, connected with, disconnected.
async fn a_key_that_was_given_up(world: &World) -> Outcome<Needle> {
    let page = &world.page;
    let key = world.account_manager.api_key();
    page.press_choice(labels::BY_API_KEY).await?;
    page.fill("connect-api-key", key).await?;
    page.press_button(labels::CONNECT).await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.sees("5 service users").await?;
    page.press_button(labels::DISCONNECT).await?;
    page.is_on(labels::CONNECT_TITLE).await?;
    let key = Needle::of(key);
    world
        .search()
        .finds_nothing_of(&key, &Place::OF_A_PAGE, "after disconnecting")
        .await?;
    Ok(key)
}

/// Neither shown nor copied, so that not even a JavaScript string was made of it.
async fn a_token_that_nobody_looked_at(world: &World) -> Outcome<Needle> {
    let page = &world.page;
    page.create("Unseen").await?;
    let token = world.last_token()?;
    page.press_button(labels::CLOSE).await?;
    page.press_button(labels::CLOSE_WITHOUT_COPYING).await?;
    page.is_on(labels::SERVICE_USERS).await?;
    world
        .search()
        .finds_nothing_of(&token, &Place::OF_A_PAGE, "after closing it unseen")
        .await?;
    assert_eq!(world.search().sent_as_api_key(&token), [""; 0]);
    Ok(token)
}

async fn a_token_that_was_used_in_every_way(world: &World) -> Outcome<Needle> {
    let page = &world.page;
    page.create("Canary").await?;
    let token = world.last_token()?;

    // While the window is open it stands in the document only once it is shown.
    let visible = [Place::Document];
    page.press_button(labels::SHOW).await?;
    page.button(labels::HIDE).await?;
    let found = world.search().places_with(&[&token], &visible).await?;
    assert_eq!(found, visible, "while it is shown");
    page.press_button(labels::HIDE).await?;
    page.button(labels::SHOW).await?;
    world
        .search()
        .finds_nothing_of(&token, &visible, "while it is masked")
        .await?;

    page.press_button(labels::COPY).await?;
    page.sees(labels::COPIED).await?;
    let forms = service_user::TokenForm::ALL.map(service_user::TokenForm::label);
    for form in forms.into_iter().skip(1) {
        page.press_button(&format!("Copy as {form}")).await?;
        page.sees(&format!("Copied as {form}.")).await?;
    }
    page.press_button(labels::rotate::CHECK).await?;
    page.sees("It works:").await?;
    page.press_button(labels::SHOW).await?;
    page.button(labels::HIDE).await?;
    page.press_button(labels::CLOSE).await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.sees("Canary").await?;
    world
        .search()
        .finds_nothing_of(&token, &Place::OF_A_PAGE, "after the window was closed")
        .await?;
    assert_eq!(world.search().sent_as_api_key(&token), [SIGN_IN_WITH_IT]);
    Ok(token)
}

/// Copied, shown, and left in its window until the countdown ended. The window is still open then.
async fn a_token_that_the_countdown_wiped(world: &World) -> Outcome<Needle> {
    let page = &world.page;
    page.create("Counted down").await?;
    let token = world.last_token()?;
    page.press_button(labels::COPY).await?;
    page.sees(labels::WIPES_IN).await?;
    // Shown from here on; what the page says is not read meanwhile, because that would make a copy of it.
    page.press_button(labels::SHOW).await?;
    page.button(labels::HIDE).await?;
    page.put_clock_forward(Duration::from_mins(3)).await?;
    page.is_looked_at_again().await?;
    page.sees(labels::WIPED).await?;
    world
        .search()
        .finds_nothing_of(&token, &Place::OF_A_PAGE, "after the countdown")
        .await?;
    page.press_button(labels::CLOSE).await?;
    page.is_on(labels::SERVICE_USERS).await?;
    Ok(token)
}

/// Made by a rotation, copied, closed.
async fn a_further_token(world: &World) -> Outcome<Needle> {
    let page = &world.page;
    let (user, _) = world.account_manager.create_with_token("Rotated").await?;
    page.script("location.hash = '#rotate/' + arguments[0]", vec![user.into()])
        .await?;
    page.rotation_is_at(labels::rotate::MAKE).await?;
    page.press_button(labels::rotate::MAKE).await?;
    page.sees(labels::TOKEN_TITLE).await?;
    let token = world.last_token()?;
    page.copy_and_close_window().await?;
    page.rotation_is_at(labels::rotate::HAND_OVER).await?;
    world
        .search()
        .finds_nothing_of(&token, &Place::OF_A_PAGE, "after a rotation")
        .await?;
    assert_eq!(world.search().sent_as_api_key(&token), [""; 0]);
    Ok(token)
}

/// Asserts that what was planted where browsers keep things is found on the disk: else finding nothing there would prove nothing.
fn assert_reached_the_disk(world: &World, planted: &[Planted]) -> Outcome {
    for place in [
        Place::LocalStorage,
        Place::IndexedDb,
        Place::Caches,
        Place::Addresses,
    ] {
        let mut is_found = false;
        for planted in planted.iter().filter(|planted| planted.place == place) {
            is_found |= !world.search().files_with(&planted.needle)?.is_empty();
        }
        assert!(is_found, "{place:?} is not found on the disk");
    }
    Ok(())
}
