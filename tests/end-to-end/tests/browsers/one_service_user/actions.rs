//! Disabling, enabling, deleting and cloning.

use super::made::{self, NAME, status_of_token, text};
use end_to_end::{Happening, Outcome, World, in_both_browsers, labels};
use hyper::Method;
use labels::field::{ACCOUNTS, DESCRIPTION, EMAIL, END_DATE, FRIENDLY_NAME, MANAGERS};
use serde_json::json;
use thirtyfour::Key;

in_both_browsers! {
    disabling_says_what_stops_and_enabling_makes_it_work_again,
    a_disabling_without_an_answer_is_looked_up_before_anything_is_said,
    nothing_is_deleted_until_exactly_the_name_is_typed,
    a_deletion_without_an_answer_is_looked_up_before_anything_is_said,
    one_that_somebody_else_deleted_meanwhile_is_said_to_be_gone,
    a_clone_is_a_draft_with_everything_but_the_name,
    a_draft_that_is_there_is_replaced_only_after_asking,
}

const TYPED_NAME: &str = "typed-name";
const UNKNOWN: &str = "Whether that was done is not known";

async fn disabling_says_what_stops_and_enabling_makes_it_work_again(world: &World) -> Outcome {
    let page = &world.page;
    let made = made::open(world).await?;
    assert_eq!(status_of_token(world, &made).await?, 200);
    page.press_button("Disable…").await?;
    page.sees("What stops working").await?;
    page.sees("Its one token").await?;
    page.sees(NAME).await?;
    page.type_keys(Key::Escape).await?;
    page.sees_no_more("What stops working").await?;
    page.focus_is_on("switch-status").await?;
    assert_eq!(status_of_token(world, &made).await?, 200, "nothing was sent");
    page.press_button("Disable…").await?;
    page.press_button("Disable").await?;
    page.sees(&format!("Service user “{NAME}” was disabled.")).await?;
    page.focus_is_on("switch-status").await?;
    page.button("Enable").await?;
    page.part_says("audit-done-heading", "DISABLE").await?;
    assert_eq!(status_of_token(world, &made).await?, 401);
    let standing = "return document.querySelector('.service-user-standing .standing').innerText";
    assert_eq!(page.script(standing, Vec::new()).await?, "Disabled");

    // The list knows without being read again.
    let reads = world.count(&Method::GET, "/user");
    page.press_link("All service users").await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.sees("Disabled").await?;
    assert_eq!(world.count(&Method::GET, "/user"), reads);
    assert!(
        !page.words().await?.contains("was disabled."),
        "said again on the list"
    );

    page.go_to_service_user(&made.id).await?;
    page.press_button("Enable").await?;
    page.sees(&format!("Service user “{NAME}” was enabled.")).await?;
    page.button("Disable…").await?;
    assert_eq!(status_of_token(world, &made).await?, 200);
    Ok(())
}

async fn a_disabling_without_an_answer_is_looked_up_before_anything_is_said(world: &World) -> Outcome {
    let page = &world.page;
    let made = made::open(world).await?;
    let endpoint = format!("/user/{}", made.id);
    let disabling = format!("{endpoint}/disable");
    page.press_button("Disable…").await?;
    let trouble = world.make(Method::PUT, &disabling, Happening::BreakBefore);
    page.press_button("Disable").await?;
    page.sees("The service user was not disabled.").await?;
    drop(trouble);
    let troubles = [
        world.make(Method::PUT, &disabling, Happening::BreakBefore),
        world.make(Method::GET, &endpoint, Happening::BreakBefore),
    ];
    page.press_button("Disable").await?;
    page.sees(UNKNOWN).await?;
    assert!(!page.words().await?.contains("was not disabled"));
    drop(troubles);
    let trouble = world.make(Method::PUT, &disabling, Happening::BreakAfter);
    page.press_button("Disable").await?;
    page.sees(&format!("Service user “{NAME}” was disabled.")).await?;
    drop(trouble);
    let trouble = world.make(
        Method::PUT,
        &format!("{endpoint}/enable"),
        Happening::json(
            403,
            &json!({ "error": { "code": "access_denied", "message": "Not by you." } }),
        ),
    );
    page.press_button("Enable").await?;
    page.sees("The service user was not enabled.").await?;
    page.sees("Not by you.").await?;
    drop(trouble);
    assert_eq!(text(&made::now(world, &made).await?, "status"), "DISABLED");
    Ok(())
}

async fn nothing_is_deleted_until_exactly_the_name_is_typed(world: &World) -> Outcome {
    let page = &world.page;
    let made = made::open(world).await?;
    let endpoint = format!("/user/{}", made.id);
    page.press_button("Delete…").await?;
    page.focus_is_on(TYPED_NAME).await?;
    page.sees("Its one token").await?;
    page.sees("never used").await?;
    for wrong in ["", "nightly deploy", "Nightly deploy ", "Nightly"] {
        page.fill(TYPED_NAME, wrong).await?;
        page.type_keys(Key::Enter).await?;
        let button = page.button("Delete service user").await?;
        assert!(!button.is_enabled().await?, "“{wrong}” was enough");
    }
    assert_eq!(world.count(&Method::DELETE, &endpoint), 0);
    page.type_keys(Key::Escape).await?;
    page.focus_is_on("delete").await?;
    page.press_button("Delete…").await?;
    page.fill(TYPED_NAME, NAME).await?;
    page.press_button("Delete service user").await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.sees(&format!("Service user “{NAME}” was deleted.")).await?;
    page.sees("5 service users").await?;
    assert_eq!(world.count(&Method::DELETE, &endpoint), 1);
    assert!(world.account_manager.service_users_named(NAME).await?.is_empty());
    page.driver().back().await?;
    page.until("the page that is gone is not shown".to_owned(), async || {
        Ok(!page.words().await?.contains("jane@example.com"))
    })
    .await
}

async fn a_deletion_without_an_answer_is_looked_up_before_anything_is_said(world: &World) -> Outcome {
    let page = &world.page;
    let made = made::open(world).await?;
    let endpoint = format!("/user/{}", made.id);
    page.press_button("Delete…").await?;
    page.fill(TYPED_NAME, NAME).await?;
    let trouble = world.make(Method::DELETE, &endpoint, Happening::BreakBefore);
    page.press_button("Delete service user").await?;
    page.sees("The service user was not deleted.").await?;
    drop(trouble);
    let troubles = [
        world.make(Method::DELETE, &endpoint, Happening::BreakBefore),
        world.make(Method::GET, &endpoint, Happening::BreakBefore),
    ];
    page.press_button("Delete service user").await?;
    page.sees("Whether the service user was deleted is not known")
        .await?;
    drop(troubles);
    let _trouble = world.make(Method::DELETE, &endpoint, Happening::BreakAfter);
    page.press_button("Delete service user").await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.sees(&format!("Service user “{NAME}” was deleted.")).await?;
    page.sees("5 service users").await
}

async fn one_that_somebody_else_deleted_meanwhile_is_said_to_be_gone(world: &World) -> Outcome {
    let page = &world.page;
    let made = made::open(world).await?;
    world
        .account_manager
        .call(Method::DELETE, &format!("/user/{}", made.id), None)
        .await?;
    page.press_button("Disable…").await?;
    page.press_button("Disable").await?;
    page.is_on("There is no such service user").await?;
    page.sees(&made.id).await?;
    page.press_link("All service users").await?;
    page.sees("5 service users").await
}

async fn a_clone_is_a_draft_with_everything_but_the_name(world: &World) -> Outcome {
    let page = &world.page;
    made::open(world).await?;
    page.part_says("managers-heading", "User and certificate manager")
        .await?;
    page.press_button("Clone").await?;
    page.is_on(labels::DETAILS).await?;
    page.until("the fields are there".to_owned(), async || {
        Ok(page.count("#field-friendly-name").await? == 1)
    })
    .await?;
    assert_eq!(page.value(FRIENDLY_NAME).await?, "");
    assert_eq!(
        page.value(DESCRIPTION).await?,
        "Deploys every night.\nIn the build system."
    );
    assert_eq!(page.value(END_DATE).await?, made::in_days(45));
    assert_eq!(page.value(EMAIL).await?, "jane@example.com");
    assert_eq!(
        page.chosen(ACCOUNTS).await?,
        ["Example Corporation", "Example Retail"]
    );
    let mut managers = page.chosen(MANAGERS).await?;
    managers.sort();
    assert_eq!(managers, ["Account Manager", "Trust Lifecycle"]);
    page.fill(FRIENDLY_NAME, "Nightly deploy 2").await?;
    page.press_button(labels::NEXT).await?;
    page.is_on(labels::ROLES).await?;
    assert_eq!(page.count("input[data-role]:checked").await?, 2);
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    page.sees(labels::TOKEN_TITLE).await?;
    page.copy_and_close().await?;
    let made = world
        .account_manager
        .service_users_named("Nightly deploy 2")
        .await?;
    assert_eq!(made.len(), 1);
    Ok(())
}

async fn a_draft_that_is_there_is_replaced_only_after_asking(world: &World) -> Outcome {
    let page = &world.page;
    let made = made::open(world).await?;
    page.press_link("All service users").await?;
    page.start_creating().await?;
    page.fill(FRIENDLY_NAME, "Half a thought").await?;
    page.go_to_service_user(&made.id).await?;
    page.part_says("managers-heading", "User and certificate manager")
        .await?;
    page.press_button("Clone").await?;
    page.sees("Replace your draft?").await?;
    page.sees("Half a thought").await?;
    page.press_button("Keep the draft").await?;
    page.focus_is_on("clone").await?;
    page.is_on(NAME).await?;
    page.press_button("Clone").await?;
    page.press_button("Replace the draft").await?;
    page.is_on(labels::DETAILS).await?;
    page.until("the draft is the clone".to_owned(), async || {
        Ok(page.value(EMAIL).await? == "jane@example.com" && page.value(FRIENDLY_NAME).await?.is_empty())
    })
    .await
}
