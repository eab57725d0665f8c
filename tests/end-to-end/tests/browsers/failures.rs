//! What goes wrong on the way to the Account Manager: the draft stays, and the message says what to do.

use end_to_end::{Happening, Outcome, World, in_both_browsers, labels};
use hyper::Method;
use labels::field::{ACCOUNTS, EMAIL, FRIENDLY_NAME, MANAGERS};
use serde_json::json;

in_both_browsers! {
    after_a_session_has_ended_the_form_is_still_filled,
    signing_in_again_by_the_offered_link_loses_nothing,
    an_auditor_is_told_which_permission_is_missing,
    a_server_fault_in_html_shows_none_of_it_and_can_be_tried_again,
    a_host_that_is_not_available_says_when_to_try_again,
    a_refused_field_is_said_under_that_field,
    a_failure_goes_with_the_draft_that_it_was_about,
    a_list_that_does_not_load_can_be_loaded_again,
    the_form_can_be_filled_while_the_lists_are_on_their_way,
}

const KEPT: &str = "What you typed is still here.";

async fn prepare(world: &World, name: &str) -> Outcome {
    world.page.sign_in().await?;
    world.page.prepare(name).await
}

/// Looks at both steps; ends on step 2.
async fn assert_that_the_draft_is_kept(world: &World, name: &str) -> Outcome {
    let page = &world.page;
    // The roles may still be on their way.
    page.until("the chosen role is ticked".to_owned(), async || {
        Ok(page.count("input[data-role]:checked").await? == 1)
    })
    .await?;
    page.press_button(labels::BACK).await?;
    page.is_on(labels::DETAILS).await?;
    assert_eq!(page.value(FRIENDLY_NAME).await?, name);
    assert_eq!(page.value(EMAIL).await?, "jane.doe@example.com");
    assert_eq!(page.chosen(ACCOUNTS).await?, ["Example Corporation"]);
    assert_eq!(page.chosen(MANAGERS).await?, ["Trust Lifecycle"]);
    page.press_button(labels::NEXT).await?;
    page.is_on(labels::ROLES).await
}

async fn create_now(world: &World, name: &str) -> Outcome {
    world.page.press_button(labels::CREATE_SERVICE_USER).await?;
    world.page.sees(labels::TOKEN_TITLE).await?;
    assert_eq!(world.account_manager.service_users_named(name).await?.len(), 1);
    Ok(())
}

/// Loses the session, as after too long a lunch, and presses the button.
async fn lose_the_session(world: &World) -> Outcome {
    let page = &world.page;
    page.driver().delete_all_cookies().await?;
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    page.sees("You are not signed in").await?;
    page.sees(KEPT).await?;
    page.press_button(labels::SIGN_IN_AGAIN).await?;
    page.is_on(labels::CONNECT_TITLE).await?;
    page.sees("What you typed is kept").await
}

async fn after_a_session_has_ended_the_form_is_still_filled(world: &World) -> Outcome {
    let page = &world.page;
    prepare(world, "Long lunch").await?;
    lose_the_session(world).await?;
    let here = page.driver().window().await?;
    let other = page.driver().new_tab().await?;
    page.driver().switch_to_window(other).await?;
    page.sign_in_as("Administrator").await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.driver().close_window().await?;
    page.driver().switch_to_window(here).await?;
    page.press_button(labels::CONNECT).await?;
    page.is_on(labels::ROLES).await?;
    page.sees_no_more(KEPT).await?;
    assert_that_the_draft_is_kept(world, "Long lunch").await?;
    create_now(world, "Long lunch").await
}

/// The link that the app offers must not be a trap: whichever tab it opens in, the draft is there afterwards.
async fn signing_in_again_by_the_offered_link_loses_nothing(world: &World) -> Outcome {
    let page = &world.page;
    prepare(world, "Offered link").await?;
    lose_the_session(world).await?;
    let here = page.driver().window().await?;
    page.press_link(labels::OPEN_SIGN_IN).await?;
    let opened = page
        .driver()
        .windows()
        .await?
        .into_iter()
        .find(|window| *window != here);
    if let Some(opened) = opened {
        page.driver().switch_to_window(opened).await?;
        page.press_sign_in("Administrator").await?;
        page.is_on(labels::SERVICE_USERS).await?;
        page.driver().close_window().await?;
        page.driver().switch_to_window(here).await?;
        page.press_button(labels::CONNECT).await?;
    } else {
        page.press_sign_in("Administrator").await?;
    }
    page.is_on(labels::ROLES).await?;
    assert_that_the_draft_is_kept(world, "Offered link").await
}

async fn an_auditor_is_told_which_permission_is_missing(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in_as("Auditor").await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.sees("auditor@example.com").await?;
    page.prepare("By an auditor").await?;
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    page.sees("not allowed").await?;
    page.sees("Manage users permission").await?;
    page.sees(KEPT).await?;
    assert!(
        !page.has_button(labels::TRY_AGAIN).await?,
        "trying again does not help"
    );
    assert_that_the_draft_is_kept(world, "By an auditor").await?;
    assert!(
        world
            .account_manager
            .service_users_named("By an auditor")
            .await?
            .is_empty()
    );
    Ok(())
}

async fn a_server_fault_in_html_shows_none_of_it_and_can_be_tried_again(world: &World) -> Outcome {
    let page = &world.page;
    prepare(world, "After a fault").await?;
    let answer = Happening::html(
        500,
        "<!doctype html><h1>Firewall</h1><script>window.firewall = true</script>",
    );
    let trouble = world.make(Method::POST, "/user", answer);
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    page.sees("failed (status 500)").await?;
    page.sees(KEPT).await?;
    assert!(
        !page.words().await?.contains("Firewall"),
        "the firewall's page is not ours to show"
    );
    assert_eq!(
        page.script("return window.firewall ?? null", Vec::new()).await?,
        json!(null)
    );
    drop(trouble);
    assert_that_the_draft_is_kept(world, "After a fault").await?;
    match page.has_button(labels::TRY_AGAIN).await? {
        true => page.press_button(labels::TRY_AGAIN).await?,
        false => page.press_button(labels::CREATE_SERVICE_USER).await?,
    }
    page.sees(labels::TOKEN_TITLE).await?;
    assert_eq!(
        world
            .account_manager
            .service_users_named("After a fault")
            .await?
            .len(),
        1
    );
    Ok(())
}

async fn a_host_that_is_not_available_says_when_to_try_again(world: &World) -> Outcome {
    let page = &world.page;
    prepare(world, "After a pause").await?;
    let trouble = world.make(
        Method::POST,
        "/user",
        Happening::Answer {
            status: 503,
            content_type: "application/json",
            headers: vec![("retry-after", "42".to_owned())],
            body: json!({ "error": { "code": "unavailable", "message": "Maintenance until noon." } })
                .to_string(),
        },
    );
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    page.sees("not available at the moment").await?;
    page.sees("Try again in 42 seconds").await?;
    page.sees("Maintenance until noon.").await?;
    page.sees(KEPT).await?;
    drop(trouble);
    page.press_button(labels::TRY_AGAIN).await?;
    page.sees(labels::TOKEN_TITLE).await
}

async fn a_failure_goes_with_the_draft_that_it_was_about(world: &World) -> Outcome {
    let page = &world.page;
    prepare(world, "Given up").await?;
    let trouble = world.make(Method::POST, "/user", Happening::BreakBefore);
    let list = world.make(Method::GET, "/user", Happening::BreakBefore);
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    page.button(labels::LOOK_AGAIN).await?;
    drop((trouble, list));
    page.press_button(labels::BACK).await?;
    page.press_button(labels::DISCARD).await?;
    assert!(
        page.remarks(FRIENDLY_NAME).await?.is_empty(),
        "nothing was typed yet"
    );
    page.fill_both_steps("Another one").await?;
    assert!(!page.has_button(labels::LOOK_AGAIN).await?, "of the one before");
    create_now(world, "Another one").await
}

async fn a_refused_field_is_said_under_that_field(world: &World) -> Outcome {
    let page = &world.page;
    prepare(world, "Refused field").await?;
    let body = json!({ "code": "invalid_request", "message": "This mailbox is closed.", "field": "email" });
    let trouble = world.make(Method::POST, "/user", Happening::json(400, &body));
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    page.is_on(labels::DETAILS).await?;
    page.focus_is_on(EMAIL).await?;
    page.remark_says(EMAIL, "This mailbox is closed.").await?;
    drop(trouble);
    page.fill(EMAIL, "john.doe@example.com").await?;
    page.no_remark(EMAIL).await?;
    page.press_button(labels::NEXT).await?;
    page.is_on(labels::ROLES).await?;
    create_now(world, "Refused field").await
}

async fn a_list_that_does_not_load_can_be_loaded_again(world: &World) -> Outcome {
    let page = &world.page;
    let trouble = world.make(Method::GET, "/user", Happening::html(502, "<h1>Bad gateway</h1>"));
    page.sign_in_as("Administrator").await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.sees("failed (status 502)").await?;
    drop(trouble);
    page.press_button(labels::TRY_AGAIN).await?;
    page.sees("5 service users").await?;
    // The button that was pressed is gone.
    page.focus_is_on("screen-heading").await
}

async fn the_form_can_be_filled_while_the_lists_are_on_their_way(world: &World) -> Outcome {
    let page = &world.page;
    let accounts = world.hold(Method::GET, "/account");
    let roles = world.hold(Method::GET, "/role");
    page.sign_in_as("Administrator").await?;
    page.start_creating().await?;
    page.fill(FRIENDLY_NAME, "Early bird").await?;
    page.press_button("90 days").await?;
    page.fill(EMAIL, "jane.doe@example.com").await?;
    page.press_button(labels::NEXT).await?;
    page.focus_is_on(ACCOUNTS).await?;
    assert_eq!(
        page.remarks(ACCOUNTS).await?,
        "",
        "there is nothing to choose yet"
    );
    assert_eq!(
        page.attribute("#field-accounts", "placeholder").await?,
        Some("Loading…".to_owned())
    );
    accounts.release();
    roles.release();
    page.remark_says(ACCOUNTS, "at least one account").await?;
    page.remark_says(MANAGERS, "at least one").await?;
    assert_eq!(page.value(FRIENDLY_NAME).await?, "Early bird");
    page.choose(ACCOUNTS, "Example Corporation").await?;
    page.choose(MANAGERS, "Trust Lifecycle").await?;
    page.press_button(labels::NEXT).await?;
    page.is_on(labels::ROLES).await
}
