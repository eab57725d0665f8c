//! The connect screen: session and API key.

use end_to_end::{Outcome, World, in_both_browsers, labels};
use hyper::Method;
use labels::field::FRIENDLY_NAME;
use thirtyfour::Key;

in_both_browsers! {
    connects_with_an_api_key,
    an_empty_api_key_is_asked_for,
    a_wrong_api_key_is_refused_and_can_be_put_right,
    a_session_of_the_pages_own_server_is_used_without_asking,
    the_form_is_there_before_the_session_is,
    a_session_that_has_ended_leaves_what_was_typed_meanwhile,
    a_screen_that_reads_over_the_connection_waits_for_it,
    without_a_session_the_way_to_make_one_is_offered,
    another_choice_overtakes_an_attempt_to_connect,
    disconnecting_forgets_the_key_and_what_was_loaded,
}

const KEY_FIELD: &str = "connect-api-key";

/// The sandbox's cookie that a page cannot see; the one beside it stays when it goes.
const SESSION_COOKIE: &str = "SANDBOX-SESSION";

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

/// The cookie beside the session's tells that there most likely is one, so that nobody has to wait for the host to say so.
async fn the_form_is_there_before_the_session_is(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.open("/account/sign-in").await?;
    let session = world.hold(Method::GET, "/user/me");
    page.open("/#create").await?;
    page.is_on(labels::DETAILS).await?;
    page.fill(FRIENDLY_NAME, "Early bird").await?;
    assert!(
        !page.has_button(labels::DISCONNECT).await?,
        "there is nothing to disconnect from yet"
    );
    assert_eq!(page.count(".top-bar .host-badge").await?, 1);
    session.release();
    page.button(labels::DISCONNECT).await?;
    page.sees("administrator@example.com").await?;
    assert_eq!(page.value(FRIENDLY_NAME).await?, "Early bird");
    page.focus_is_on(FRIENDLY_NAME).await?;
    page.fill_details("Early bird").await?;
    page.press_button(labels::NEXT).await?;
    page.is_on(labels::ROLES).await
}

async fn a_session_that_has_ended_leaves_what_was_typed_meanwhile(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.open("/account/sign-in").await?;
    let session = page.driver().get_named_cookie(SESSION_COOKIE).await?;
    page.driver().delete_cookie(SESSION_COOKIE).await?;
    let answer = world.hold(Method::GET, "/user/me");
    page.open("/#create").await?;
    page.fill(FRIENDLY_NAME, "Too late").await?;
    answer.release();
    page.is_on(labels::CONNECT_TITLE).await?;
    page.sees("What you typed is kept").await?;
    assert_eq!(page.count(".navigation").await?, 0);
    page.driver().add_cookie(session).await?;
    page.press_button(labels::CONNECT).await?;
    page.is_on(labels::DETAILS).await?;
    assert_eq!(page.value(FRIENDLY_NAME).await?, "Too late");
    Ok(())
}

async fn a_screen_that_reads_over_the_connection_waits_for_it(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.open("/account/sign-in").await?;
    let session = world.hold(Method::GET, "/user/me");
    page.open("/#templates").await?;
    page.sees("Looking for your session").await?;
    page.press_link(labels::SERVICE_USERS).await?;
    page.is_on(labels::SERVICE_USERS).await?;
    session.release();
    page.sees("5 service users").await
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

async fn another_choice_overtakes_an_attempt_to_connect(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.press_button(labels::DISCONNECT).await?;
    page.is_on(labels::CONNECT_TITLE).await?;
    let answer = world.hold(Method::GET, "/user/me");
    page.press_button(labels::CONNECT).await?;
    page.sees(labels::CONNECTING).await?;
    page.press_choice(labels::BY_API_KEY).await?;
    page.sees_no_more(labels::CONNECTING).await?;
    answer.release();
    page.fill(KEY_FIELD, world.account_manager.api_key()).await?;
    page.is_on(labels::CONNECT_TITLE).await?;
    page.press_button(labels::CONNECT).await?;
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
