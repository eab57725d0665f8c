//! The connect screen: session and API key.

use end_to_end::{Outcome, World, in_both_browsers, labels};
use thirtyfour::Key;

in_both_browsers! {
    connects_with_an_api_key,
    an_empty_api_key_is_asked_for,
    a_wrong_api_key_is_refused_and_can_be_put_right,
    a_session_of_the_pages_own_server_is_used_without_asking,
    without_a_session_the_way_to_make_one_is_offered,
    disconnecting_forgets_the_key_and_what_was_loaded,
}

const KEY_FIELD: &str = "connect-api-key";

async fn connects_with_an_api_key(world: &World) -> Outcome {
    let page = &world.page;
    page.open("/").await?;
    page.press_choice(labels::BY_API_KEY).await?;
    page.fill(KEY_FIELD, world.account_manager.api_key()).await?;
    page.type_keys(Key::Enter).await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.sees("5 service users").await?;
    page.create("By API key").await?;
    let token = page.show_token().await?;
    page.copy_and_close().await?;
    assert_eq!(world.account_manager.me(&token).await?.0, 200);
    Ok(())
}

async fn an_empty_api_key_is_asked_for(world: &World) -> Outcome {
    let page = &world.page;
    page.open("/").await?;
    page.press_choice(labels::BY_API_KEY).await?;
    page.press_button(labels::CONNECT).await?;
    page.sees("Paste the API key").await?;
    page.focus_is_on(KEY_FIELD).await?;
    assert_eq!(
        page.attribute("#connect-api-key", "aria-invalid")
            .await?
            .as_deref(),
        Some("true")
    );
    Ok(())
}

async fn a_wrong_api_key_is_refused_and_can_be_put_right(world: &World) -> Outcome {
    let page = &world.page;
    page.open("/").await?;
    page.press_choice(labels::BY_API_KEY).await?;
    page.fill(KEY_FIELD, "not-a-key").await?;
    page.press_button(labels::CONNECT).await?;
    page.sees("You are not signed in").await?;
    page.fill(KEY_FIELD, world.account_manager.api_key()).await?;
    page.press_button(labels::CONNECT).await?;
    page.is_on(labels::SERVICE_USERS).await
}

async fn a_session_of_the_pages_own_server_is_used_without_asking(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.open("/account/sign-in").await?;
    page.open("/").await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.sees("administrator@example.com").await
}

async fn without_a_session_the_way_to_make_one_is_offered(world: &World) -> Outcome {
    let page = &world.page;
    page.open("/").await?;
    page.is_on(labels::CONNECT_TITLE).await?;
    page.press_button(labels::CONNECT).await?;
    page.sees("You are not signed in").await?;
    page.press_link(labels::OPEN_SIGN_IN).await?;
    page.sees("Sign in to the sandbox").await?;
    page.press_sign_in("Administrator").await?;
    page.is_on(labels::SERVICE_USERS).await
}

async fn disconnecting_forgets_the_key_and_what_was_loaded(world: &World) -> Outcome {
    let page = &world.page;
    page.open("/").await?;
    page.press_choice(labels::BY_API_KEY).await?;
    page.fill(KEY_FIELD, world.account_manager.api_key()).await?;
    page.press_button(labels::CONNECT).await?;
    page.sees("5 service users").await?;
    page.press_button(labels::DISCONNECT).await?;
    page.is_on(labels::CONNECT_TITLE).await?;
    page.press_choice(labels::BY_API_KEY).await?;
    page.until("the key's field is empty".to_owned(), async || {
        Ok(page.value(KEY_FIELD).await?.is_empty())
    })
    .await?;
    page.driver().back().await?;
    page.is_on(labels::CONNECT_TITLE).await?;
    assert!(
        !page.words().await?.contains("service users\n"),
        "the list is still there"
    );
    Ok(())
}
