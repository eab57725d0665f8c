//! One change for many: progress, a result for each, and nothing undone halfway.

use end_to_end::{Happening, Outcome, World, in_both_browsers};
use hyper::Method;
use serde_json::Value;

in_both_browsers! {
    several_are_extended_and_those_that_need_nothing_are_left_alone,
    a_failure_keeps_what_is_done_and_is_tried_again_alone,
    a_pause_that_the_host_asks_for_is_made_and_the_same_is_tried_again,
    a_pause_can_be_stopped_and_nothing_is_lost_by_it,
    without_a_session_nobody_else_is_tried,
    several_are_disabled_and_enabled_again_after_a_question,
    nothing_is_sent_before_the_second_press,
}

const PRINTER: &str = "Printer fleet TLS inspection production";
const SIGNER: &str = "Mobile app CI signer staging";
const BILLING: &str = "Billing certificate API production";
const CHARGING: &str = "Charging station onboarding test";

async fn one(world: &World, name: &str) -> Outcome<Value> {
    let users = world.account_manager.service_users_named(name).await?;
    Ok(users.into_iter().next().unwrap_or_default())
}

async fn end_date(world: &World, name: &str) -> Outcome<String> {
    let user = one(world, name).await?;
    Ok(user
        .get("end_date")
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned())
}

async fn status(world: &World, name: &str) -> Outcome<String> {
    let user = one(world, name).await?;
    Ok(user
        .get("status")
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned())
}

async fn several_are_extended_and_those_that_need_nothing_are_left_alone(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    for name in [PRINTER, CHARGING, BILLING] {
        page.select(name).await?;
    }
    page.sees("3 selected").await?;
    page.press_button("Extend…").await?;
    page.sees("Extend 3 service users").await?;
    page.press_button("Choose a day first").await?;
    page.focus_is_on("batch-end-date").await?;
    page.fill("batch-end-date", "2020-01-01").await?;
    page.sees("This day is past.").await?;
    page.press_button("90 days").await?;
    page.press_button("Extend").await?;
    page.sees("2 extended, 1 left alone.").await?;
    page.sees("Left alone: it has no end date").await?;
    page.press_button("Close").await?;
    let day = end_date(world, PRINTER).await?;
    assert_eq!(day, end_date(world, CHARGING).await?);
    assert_eq!(end_date(world, BILLING).await?, "");
    let shown = page.cells("users-day").await?;
    assert_eq!(
        shown.iter().filter(|shown| **shown == day).count(),
        2,
        "{shown:?}"
    );

    // A second time there is nothing to do for anybody.
    page.press_button("Extend…").await?;
    page.fill("batch-end-date", &day).await?;
    page.press_button("Extend").await?;
    page.sees("3 left alone.").await?;
    page.sees(&format!("it works until {day} already")).await
}

async fn a_failure_keeps_what_is_done_and_is_tried_again_alone(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    for name in [PRINTER, SIGNER, CHARGING] {
        page.select(name).await?;
    }
    let id = one(world, SIGNER).await?;
    let id = id.get("id").and_then(Value::as_str).unwrap_or_default();
    let endpoint = format!("/user/{id}");
    let trouble = world.make(Method::PUT, &endpoint, Happening::html(500, "<h1>No</h1>"));
    page.press_button("Extend…").await?;
    page.press_button("180 days").await?;
    page.press_button("Extend").await?;
    page.sees("2 extended, 1 failed.").await?;
    page.sees("failed (status 500)").await?;
    let day = end_date(world, PRINTER).await?;
    assert_eq!(day, end_date(world, CHARGING).await?);
    assert_ne!(day, end_date(world, SIGNER).await?);
    drop(trouble);
    let printer = one(world, PRINTER).await?;
    let printer = format!(
        "/user/{}",
        printer.get("id").and_then(Value::as_str).unwrap_or_default()
    );
    let sent = world.count(&Method::PUT, &printer);
    page.press_button("Try the other one again").await?;
    page.sees("3 extended.").await?;
    assert_eq!(end_date(world, SIGNER).await?, day);
    assert_eq!(
        world.count(&Method::PUT, &printer),
        sent,
        "what is done is not sent again"
    );
    Ok(())
}

/// The endpoint of one service user.
async fn endpoint_of(world: &World, name: &str) -> Outcome<String> {
    let user = one(world, name).await?;
    let id = user.get("id").and_then(Value::as_str).unwrap_or_default();
    Ok(format!("/user/{id}"))
}

fn asks_for_a_pause(seconds: u32) -> Happening {
    Happening::Answer {
        status: 429,
        content_type: "application/json",
        headers: vec![("retry-after", seconds.to_string())],
        body: r#"{ "errors": [{ "code": "too_many_requests", "message": "Slowly." }] }"#.to_owned(),
    }
}

async fn ask_to_extend_three(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    for name in [PRINTER, SIGNER, CHARGING] {
        page.select(name).await?;
    }
    page.press_button("Extend…").await?;
    page.press_button("180 days").await
}

async fn a_pause_that_the_host_asks_for_is_made_and_the_same_is_tried_again(world: &World) -> Outcome {
    let page = &world.page;
    ask_to_extend_three(world).await?;
    let signer = endpoint_of(world, SIGNER).await?;
    let limit = world.make(Method::PUT, &signer, asks_for_a_pause(3));
    page.press_button("Extend").await?;
    page.sees("asked for a pause; it goes on by itself in 3 seconds.")
        .await?;
    drop(limit);
    page.sees("3 extended.").await?;
    assert_eq!(world.count(&Method::PUT, &signer), 2);
    assert_eq!(end_date(world, SIGNER).await?, end_date(world, PRINTER).await?);
    Ok(())
}

async fn a_pause_can_be_stopped_and_nothing_is_lost_by_it(world: &World) -> Outcome {
    let page = &world.page;
    ask_to_extend_three(world).await?;
    let signer = endpoint_of(world, SIGNER).await?;
    let limit = world.make(Method::GET, &signer, asks_for_a_pause(60));
    page.press_button("Extend").await?;
    page.sees("goes on by itself in 60 seconds").await?;
    page.press_button("Stop").await?;
    page.sees("not begun.").await?;
    drop(limit);
    page.press_button("Try the other 2 again").await?;
    page.sees("3 extended.").await
}

async fn without_a_session_nobody_else_is_tried(world: &World) -> Outcome {
    let page = &world.page;
    ask_to_extend_three(world).await?;
    page.driver().delete_all_cookies().await?;
    page.press_button("Extend").await?;
    page.sees("1 failed, 2 not begun.").await?;
    page.sees("You are not signed in").await?;
    for name in [PRINTER, SIGNER] {
        assert_eq!(
            world.count(&Method::GET, &endpoint_of(world, name).await?),
            0,
            "{name}"
        );
    }
    Ok(())
}

async fn several_are_disabled_and_enabled_again_after_a_question(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.press_choice("Select all 5 shown").await?;
    page.press_button("Disable…").await?;
    page.sees("stops working at once").await?;
    page.press_button("Disable").await?;
    page.sees("5 disabled.").await?;
    page.press_button("Close").await?;
    page.button("Disabled 5").await?;
    assert_eq!(status(world, BILLING).await?, "DISABLED");
    page.press_button("Enable…").await?;
    page.press_button("Enable").await?;
    page.sees("5 enabled.").await?;
    page.press_button("Close").await?;
    page.button("Disabled 0").await?;
    assert_eq!(status(world, BILLING).await?, "ACTIVE");
    Ok(())
}

async fn nothing_is_sent_before_the_second_press(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.select(BILLING).await?;
    page.press_button("Disable…").await?;
    page.sees("stops working at once").await?;
    page.press_button("Cancel").await?;
    assert_eq!(status(world, BILLING).await?, "ACTIVE");
    page.sees("1 selected").await
}
