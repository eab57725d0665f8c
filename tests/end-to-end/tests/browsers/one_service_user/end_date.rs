//! Giving it another end date.

use super::made::{self, NAME, in_days, text};
use end_to_end::{Happening, Outcome, World, in_both_browsers};
use hyper::Method;
use serde_json::json;
use thirtyfour::Key;

in_both_browsers! {
    it_is_extended_by_a_preset_and_by_a_date,
    a_day_that_cannot_be_is_refused_by_the_rules,
    one_that_is_over_can_be_extended,
    what_somebody_else_changed_meanwhile_stays,
    an_end_date_that_somebody_else_changed_meanwhile_is_not_overwritten,
    an_extension_without_an_answer_is_looked_up_before_anything_is_said,
    a_host_that_accepts_and_does_not_extend_is_found_out,
}

const FIELD: &str = "new-end-date";
const SAVE: &str = "Save end date";

async fn it_is_extended_by_a_preset_and_by_a_date(world: &World) -> Outcome {
    let page = &world.page;
    let made = made::open(world).await?;
    page.press_button("Extend…").await?;
    page.focus_is_on(FIELD).await?;
    page.press_button("Cancel").await?;
    page.focus_is_on("extend").await?;
    page.press_button("Extend…").await?;
    page.press_button("180 days").await?;
    page.press_button(SAVE).await?;
    page.sees(&format!(
        "“{NAME}” is valid until {} 23:59:59 UTC now.",
        in_days(180)
    ))
    .await?;
    page.focus_is_on("extend").await?;
    page.part_says("end-date-heading", "180 days left").await?;
    page.part_says("audit-done-heading", "UPDATE").await?;
    let before = made::now(world, &made).await?;
    assert_eq!(text(&before, "end_date"), in_days(180));

    page.press_button("Extend…").await?;
    page.fill(FIELD, &in_days(200)).await?;
    page.type_keys(Key::Enter).await?;
    page.part_says("end-date-heading", "200 days left").await?;
    let mut after = made::now(world, &made).await?;
    assert_eq!(text(&after, "end_date"), in_days(200));
    // Nothing else was changed.
    let mut before = before;
    for user in [&mut before, &mut after] {
        if let Some(user) = user.as_object_mut() {
            user.remove("end_date");
        }
    }
    assert_eq!(before, after);
    Ok(())
}

async fn a_day_that_cannot_be_is_refused_by_the_rules(world: &World) -> Outcome {
    let page = &world.page;
    let made = made::open(world).await?;
    let endpoint = format!("/user/{}", made.id);
    page.press_button("Extend…").await?;
    page.press_button(SAVE).await?;
    page.focus_is_on(FIELD).await?;
    page.until("something stands under the field".to_owned(), async || {
        Ok(!page.remarks(FIELD).await?.is_empty())
    })
    .await?;
    page.fill(FIELD, "2026-02-30").await?;
    page.remark_says(FIELD, "no day 30 in February").await?;
    page.fill(FIELD, "2020-01-01").await?;
    page.press_button(SAVE).await?;
    page.focus_is_on(FIELD).await?;
    page.fill(FIELD, &in_days(45)).await?;
    page.press_button(SAVE).await?;
    page.sees("This is the end date that it has already.").await?;
    assert_eq!(world.count(&Method::PUT, &endpoint), 0);
    page.fill(FIELD, &in_days(400)).await?;
    page.remark_says(FIELD, "400 days").await
}

/// The fourth of the sandbox's service users has ended.
async fn one_that_is_over_can_be_extended(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    let users = world.account_manager.service_users().await?;
    let id = users.get(3).map(|user| text(user, "id")).unwrap_or_default();
    page.go_to_service_user(&id).await?;
    page.sees("Expired").await?;
    page.part_says("end-date-heading", "ended 12 days ago").await?;
    page.part_says("end-date-heading", "DigiCert's own pages disagree")
        .await?;
    page.press_button("Extend…").await?;
    page.press_button("30 days").await?;
    page.press_button(SAVE).await?;
    page.part_says("end-date-heading", "30 days left").await?;
    page.sees_no_more("DigiCert's own pages disagree").await
}

async fn what_somebody_else_changed_meanwhile_stays(world: &World) -> Outcome {
    let page = &world.page;
    let made = made::open(world).await?;
    made::change_behind(world, &made, "description", json!("Theirs.")).await?;
    page.press_button("Extend…").await?;
    page.press_button("90 days").await?;
    page.press_button(SAVE).await?;
    page.part_says("end-date-heading", "90 days left").await?;
    page.part_says("details-heading", "Theirs.").await?;
    let now = made::now(world, &made).await?;
    assert_eq!(text(&now, "description"), "Theirs.");
    assert_eq!(text(&now, "end_date"), in_days(90));
    Ok(())
}

async fn an_end_date_that_somebody_else_changed_meanwhile_is_not_overwritten(world: &World) -> Outcome {
    let page = &world.page;
    let made = made::open(world).await?;
    let theirs = in_days(300);
    made::change_behind(world, &made, "end_date", json!(theirs)).await?;
    page.press_button("Extend…").await?;
    page.press_button("90 days").await?;
    page.press_button(SAVE).await?;
    page.sees("Somebody changed the end date while you had this page open")
        .await?;
    page.part_says("end-date-heading", &theirs).await?;
    assert_eq!(text(&made::now(world, &made).await?, "end_date"), theirs);
    // Whoever saves now has seen it.
    page.press_button(SAVE).await?;
    page.part_says("end-date-heading", "90 days left").await
}

async fn an_extension_without_an_answer_is_looked_up_before_anything_is_said(world: &World) -> Outcome {
    let page = &world.page;
    let made = made::open(world).await?;
    let endpoint = format!("/user/{}", made.id);
    page.press_button("Extend…").await?;
    page.press_button("90 days").await?;
    let trouble = world.make(Method::PUT, &endpoint, Happening::BreakBefore);
    page.press_button(SAVE).await?;
    page.sees("The end date was not changed.").await?;
    assert_eq!(page.value(FIELD).await?, in_days(90));
    drop(trouble);
    let _trouble = world.make(Method::PUT, &endpoint, Happening::BreakAfter);
    page.press_button(SAVE).await?;
    page.part_says("end-date-heading", "90 days left").await?;
    assert_eq!(text(&made::now(world, &made).await?, "end_date"), in_days(90));
    Ok(())
}

async fn a_host_that_accepts_and_does_not_extend_is_found_out(world: &World) -> Outcome {
    let page = &world.page;
    let made = made::open(world).await?;
    let _trouble = world.make(
        Method::PUT,
        &format!("/user/{}", made.id),
        Happening::json(200, &json!({})),
    );
    page.press_button("Extend…").await?;
    page.press_button("90 days").await?;
    page.press_button(SAVE).await?;
    page.sees(&format!(
        "The host accepted the change, but the end date is {}",
        in_days(45)
    ))
    .await?;
    page.part_says("end-date-heading", "45 days left").await
}
