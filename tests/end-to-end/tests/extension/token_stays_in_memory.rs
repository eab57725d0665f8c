//! The canary in the extension, which has places of its own to keep things in, and a profile in which they would end up.

use end_to_end::extension::{ExtensionWorld, PRODUCTION, Surface};
use end_to_end::{Needle, Outcome, Place, in_both_browsers, labels};
use hyper::Method;

in_both_browsers! {
    nothing_is_left_of_a_token_or_a_key,
}

async fn nothing_is_left_of_a_token_or_a_key(world: &ExtensionWorld) -> Outcome {
    let page = &world.page;
    let search = world.search();
    world.open(Surface::Tab).await?;
    let planted = search.prove(&Place::OF_AN_EXTENSION).await?;

    page.press_choice(labels::BY_API_KEY).await?;
    let key = world.account_manager.api_key();
    page.fill("connect-api-key", key).await?;
    page.press_button(labels::CONNECT).await?;
    page.is_on(labels::SERVICE_USERS).await?;
    let key = Needle::of(key);
    page.create("Canary").await?;
    let token = world.last_token()?;
    let secrets = [&key, &token];
    let places = &Place::OF_AN_EXTENSION;
    for secret in secrets {
        search
            .finds_nothing_of(secret, places, "while they are there")
            .await?;
    }
    page.press_button(labels::SHOW).await?;
    page.button(labels::HIDE).await?;
    page.copy_and_close().await?;
    page.press_button(labels::DISCONNECT).await?;
    page.is_on(labels::CONNECT_TITLE).await?;
    assert_eq!(world.count(PRODUCTION, &Method::POST, "/user"), 1);
    for secret in secrets {
        search
            .finds_nothing_of(secret, places, "after disconnecting")
            .await?;
    }

    page.quit_browser().await?;
    for secret in secrets {
        assert_eq!(search.files_with(secret)?, [""; 0], "on the disk");
    }
    // What is kept on the disk is found there: else finding nothing would prove nothing.
    let mut kept = Vec::new();
    for planted in &planted {
        if !search.files_with(&planted.needle)?.is_empty() {
            kept.push(planted.place);
        }
    }
    assert!(kept.contains(&Place::StorageLocal), "{kept:?}");
    assert!(kept.contains(&Place::StorageSync), "{kept:?}");
    assert!(
        !kept.contains(&Place::StorageSession),
        "storage.session is memory"
    );
    Ok(())
}
