//! What is wrong in the form, where it is said, and when.

use chrono::{Days, Utc};
use end_to_end::{Outcome, World, in_both_browsers, labels};
use labels::field::{ACCOUNTS, DESCRIPTION, EMAIL, END_DATE, FRIENDLY_NAME, MANAGERS};
use thirtyfour::Key;

in_both_browsers! {
    next_with_an_empty_form_names_every_required_field,
    a_fault_goes_as_soon_as_it_is_put_right,
    nothing_is_said_before_a_field_is_left,
    a_forbidden_character_is_named,
    a_suggestion_is_taken_over_by_its_button,
    an_end_date_in_the_past_is_refused,
    a_taken_name_is_said_while_it_is_typed,
    a_duplicate_that_only_the_server_knows_lands_on_the_name,
}

const REQUIRED: [&str; 5] = [FRIENDLY_NAME, END_DATE, EMAIL, ACCOUNTS, MANAGERS];

async fn next_with_an_empty_form_names_every_required_field(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.start_creating().await?;
    page.press_button(labels::NEXT).await?;
    page.focus_is_on(FRIENDLY_NAME).await?;
    for field in REQUIRED {
        assert_ne!(page.remarks(field).await?, "", "under {field}");
        assert_eq!(
            page.attribute(&format!("#{field}"), "aria-invalid")
                .await?
                .as_deref(),
            Some("true"),
            "{field}"
        );
        let described_by = page
            .attribute(&format!("#{field}"), "aria-describedby")
            .await?
            .unwrap_or_default();
        assert!(
            described_by.contains(&format!("{field}-remarks")),
            "{field} is described by {described_by}"
        );
    }
    assert_eq!(
        page.remarks(DESCRIPTION).await?,
        "",
        "the description is optional"
    );
    page.sees("5 things to look at").await?;
    page.is_on(labels::DETAILS).await
}

async fn a_fault_goes_as_soon_as_it_is_put_right(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.start_creating().await?;
    page.press_button(labels::NEXT).await?;
    page.focus_is_on(FRIENDLY_NAME).await?;
    page.type_keys("Right").await?;
    page.no_remark(FRIENDLY_NAME).await?;
    assert_eq!(
        page.attribute("#field-friendly-name", "aria-invalid").await?,
        None
    );
    page.type_keys("!").await?;
    page.remark_says(FRIENDLY_NAME, "“!”").await?;
    page.type_keys(Key::Backspace).await?;
    page.no_remark(FRIENDLY_NAME).await?;
    page.sees("4 things to look at").await
}

async fn nothing_is_said_before_a_field_is_left(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.start_creating().await?;
    page.fill(EMAIL, "jane").await?;
    assert_eq!(page.remarks(EMAIL).await?, "", "while it is being typed");
    page.type_keys(Key::Tab).await?;
    page.remark_says(EMAIL, "no @").await?;
    for field in [FRIENDLY_NAME, END_DATE, MANAGERS] {
        assert_eq!(page.remarks(field).await?, "", "{field} was not touched");
    }
    Ok(())
}

async fn a_forbidden_character_is_named(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.start_creating().await?;
    page.fill(FRIENDLY_NAME, "ci.signer").await?;
    page.type_keys(Key::Tab).await?;
    page.remark_says(FRIENDLY_NAME, "“.” at position 3").await
}

async fn a_suggestion_is_taken_over_by_its_button(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.start_creating().await?;
    page.fill(FRIENDLY_NAME, "Build  server").await?;
    page.type_keys(Key::Tab).await?;
    page.press_button("Use “Build server”").await?;
    page.focus_is_on(FRIENDLY_NAME).await?;
    assert_eq!(page.value(FRIENDLY_NAME).await?, "Build server");
    page.no_remark(FRIENDLY_NAME).await
}

async fn an_end_date_in_the_past_is_refused(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.start_creating().await?;
    let today = Utc::now().date_naive();
    let yesterday = today.checked_sub_days(Days::new(1)).unwrap_or(today);
    page.fill(END_DATE, &yesterday.to_string()).await?;
    page.type_keys(Key::Tab).await?;
    page.remark_says(END_DATE, "in the past").await?;
    page.fill(END_DATE, &today.to_string()).await?;
    page.no_remark(END_DATE).await
}

async fn a_taken_name_is_said_while_it_is_typed(world: &World) -> Outcome {
    let page = &world.page;
    world.account_manager.create("Taken already").await?;
    page.sign_in_as("Administrator").await?;
    page.sees("6 service users").await?;
    page.start_creating().await?;
    page.fill(FRIENDLY_NAME, "Taken already").await?;
    page.focus_is_on(FRIENDLY_NAME).await?;
    page.remark_says(FRIENDLY_NAME, "Another user already has")
        .await?;
    page.press_button("Use “Taken already 2”").await?;
    assert_eq!(page.value(FRIENDLY_NAME).await?, "Taken already 2");
    page.no_remark(FRIENDLY_NAME).await
}

async fn a_duplicate_that_only_the_server_knows_lands_on_the_name(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.prepare("Made by two people").await?;
    world.account_manager.create("Made by two people").await?;
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    page.is_on(labels::DETAILS).await?;
    page.focus_is_on(FRIENDLY_NAME).await?;
    page.remark_says(FRIENDLY_NAME, "already").await?;
    assert_eq!(page.value(FRIENDLY_NAME).await?, "Made by two people");
    assert_eq!(page.chosen(ACCOUNTS).await?, ["Example Corporation"]);
    assert_eq!(
        world
            .account_manager
            .service_users_named("Made by two people")
            .await?
            .len(),
        1
    );

    page.fill(FRIENDLY_NAME, "Made by one").await?;
    page.press_button(labels::NEXT).await?;
    page.is_on(labels::ROLES).await?;
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    page.sees(labels::TOKEN_TITLE).await
}
