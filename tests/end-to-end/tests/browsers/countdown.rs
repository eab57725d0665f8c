//! The countdown that wipes a copied token, and *Clear clipboard*.

use std::time::Duration;

use end_to_end::{Fault, Outcome, Page, World, in_both_browsers, labels};
use hyper::Method;
use thirtyfour::By;

in_both_browsers! {
    a_copied_token_is_wiped_and_an_uncopied_one_is_not,
    a_stopped_countdown_wipes_nothing_until_it_is_started_again,
    only_what_was_copied_starts_it,
    a_check_that_is_under_way_is_answered_after_the_wiping,
    the_clipboard_is_cleared_and_that_is_said_once_it_is_done,
    the_token_of_a_rotation_is_wiped_too,
}

const A_DAY: Duration = Duration::from_hours(24);

async fn open_window(world: &World, name: &str) -> Outcome {
    world.page.sign_in().await?;
    world.page.create(name).await
}

async fn copy(page: &Page) -> Outcome {
    page.press_button(labels::COPY).await?;
    page.sees(labels::COPIED).await?;
    page.sees(labels::WIPES_IN).await
}

/// The seconds that are left, as the window shows them.
async fn seconds_left(page: &Page) -> Outcome<u32> {
    let time = page
        .script(
            "return document.querySelector('[role=timer]').innerText",
            Vec::new(),
        )
        .await?;
    let read = time
        .as_str()
        .and_then(|time| time.trim().split_once(':'))
        .and_then(|(minutes, seconds)| {
            Some(minutes.parse::<u32>().ok()? * 60 + seconds.parse::<u32>().ok()?)
        });
    read.ok_or_else(|| Fault::new(format!("{time} is no time that is left")))
}

/// Waits until a countdown that ended or was begun long ago has begun anew.
async fn begins_anew(page: &Page) -> Outcome {
    page.until("more than a minute is left".to_owned(), async || {
        Ok(seconds_left(page).await? > 60)
    })
    .await
}

async fn is_wiped(page: &Page, token: &str) -> Outcome {
    page.until("the window says that it was wiped".to_owned(), async || {
        Ok(page.count("dialog .notice-info").await? == 1)
    })
    .await?;
    page.sees(labels::WIPED).await?;
    assert!(said(page).await?.contains(labels::WIPED));
    assert_eq!(page.count("dialog code").await?, 0, "there is no token to show");
    for name in [
        labels::COPY,
        labels::SHOW,
        labels::STOP_COUNTDOWN,
        labels::START_COUNTDOWN,
    ] {
        assert!(
            !page.has_button(name).await?,
            "“{name}” has nothing to do any longer"
        );
    }
    let html = page
        .script("return document.documentElement.outerHTML", Vec::new())
        .await?;
    assert!(
        !html.as_str().unwrap_or_default().contains(token),
        "it is on the page"
    );
    assert!(!page.asks_before_leaving().await?, "there is nothing to lose");
    Ok(())
}

async fn is_there_after_a_day(page: &Page) -> Outcome {
    page.put_clock_forward(A_DAY).await?;
    page.is_looked_at_again().await?;
    assert!(!page.words().await?.contains(labels::WIPED), "it was wiped");
    page.button(labels::COPY).await.map(|_| ())
}

async fn closes_without_a_question(page: &Page) -> Outcome {
    page.press_button(labels::CLOSE).await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.until("the window is closed".to_owned(), async || {
        Ok(!page.token_window_is_open().await?)
    })
    .await
}

/// What a screen reader is told by itself.
async fn said(page: &Page) -> Outcome<String> {
    let script = "return [...document.querySelectorAll('dialog [role=status]')].map((said) => said.textContent).join(' ')";
    let said = page.script(script, Vec::new()).await?;
    Ok(said.as_str().unwrap_or_default().to_owned())
}

async fn a_copied_token_is_wiped_and_an_uncopied_one_is_not(world: &World) -> Outcome {
    let page = &world.page;
    open_window(world, "Wiped").await?;
    let token = page.show_token().await?;
    is_there_after_a_day(page).await?;
    assert_eq!(page.count("[role=timer]").await?, 0, "nothing counts down");
    assert!(
        !page.has_button(labels::CLEAR_CLIPBOARD).await?,
        "nothing was copied"
    );

    copy(page).await?;
    assert!(
        said(page)
            .await?
            .contains("in 2 minutes, unless you stop the countdown")
    );
    assert!(seconds_left(page).await? > 60);
    page.put_clock_forward(Duration::from_secs(95)).await?;
    page.sees("Copy it again or stop the countdown").await?;
    assert!(seconds_left(page).await? <= 25);
    assert!(said(page).await?.contains("in 30 seconds"));
    // Whichever form is copied, it is the token.
    page.press_button("Copy as Terraform provider").await?;
    begins_anew(page).await?;
    assert!(
        !said(page).await?.contains("in 30 seconds"),
        "it does not end soon any longer"
    );

    page.put_clock_forward(A_DAY).await?;
    is_wiped(page, &token).await?;
    page.until("the focus is on what is said instead".to_owned(), async || {
        Ok(page.focus().await?.name.starts_with(labels::WIPED))
    })
    .await?;
    page.sees("UTC and wiped at").await?;
    page.sees("open the service user and press “Rotate token”")
        .await?;
    assert_eq!(
        world.account_manager.me(&token).await?.0,
        200,
        "it works all the same"
    );
    closes_without_a_question(page).await
}

async fn a_stopped_countdown_wipes_nothing_until_it_is_started_again(world: &World) -> Outcome {
    let page = &world.page;
    open_window(world, "Stopped").await?;
    copy(page).await?;
    page.press_button(labels::STOP_COUNTDOWN).await?;
    page.sees("The countdown is stopped.").await?;
    assert_eq!(
        page.focus().await?.name,
        labels::START_COUNTDOWN,
        "the same button"
    );
    assert!(said(page).await?.contains("The countdown is stopped."));
    is_there_after_a_day(page).await?;
    page.press_button(labels::COPY).await?;
    page.sees(labels::COPIED).await?;
    is_there_after_a_day(page).await?;
    page.sees("The countdown is stopped.").await?;

    page.press_button(labels::START_COUNTDOWN).await?;
    page.sees(labels::WIPES_IN).await?;
    begins_anew(page).await?;
    let token = page.show_token().await?;
    page.put_clock_forward(A_DAY).await?;
    is_wiped(page, &token).await?;
    closes_without_a_question(page).await
}

async fn only_what_was_copied_starts_it(world: &World) -> Outcome {
    let page = &world.page;
    open_window(world, "Not copied").await?;
    page.press_button("Copy as curl command to check the token (does not contain it)")
        .await?;
    page.sees("Copied as curl command").await?;
    is_there_after_a_day(page).await?;
    page.delay_copies().await?;
    page.press_button(labels::COPY).await?;
    page.copy_has_begun().await?;
    is_there_after_a_day(page).await?;
    page.let_copies_go_on().await?;
    page.sees(labels::WIPES_IN).await?;
    // Whoever has to copy by hand gets the time for it.
    page.refuse_copies().await?;
    page.press_button(labels::COPY).await?;
    page.sees(labels::NOT_COPIED).await?;
    page.sees("The countdown is stopped.").await?;
    is_there_after_a_day(page).await?;
    closes_without_a_question(page).await?;

    page.create("By hand").await?;
    page.press_button(labels::COPY).await?;
    page.sees(labels::NOT_COPIED).await?;
    is_there_after_a_day(page).await?;
    let token = page.token_in_sight().await?;
    let place = page.driver().find(By::Css("dialog code")).await?;
    page.press_in_a_row(&place, 3).await?;
    page.type_with(thirtyfour::Key::Control, 'c').await?;
    page.sees(labels::WIPES_IN).await?;
    page.put_clock_forward(A_DAY).await?;
    is_wiped(page, &token).await
}

async fn a_check_that_is_under_way_is_answered_after_the_wiping(world: &World) -> Outcome {
    let page = &world.page;
    open_window(world, "Checked").await?;
    let token = page.show_token().await?;
    copy(page).await?;
    let held = world.hold(Method::GET, "/user/me");
    // The window's foot stays in sight, and the button may be behind it until it is scrolled to.
    page.button(labels::rotate::CHECK)
        .await?
        .scroll_into_view()
        .await?;
    page.press_button(labels::rotate::CHECK).await?;
    page.sees("Checking…").await?;
    page.put_clock_forward(A_DAY).await?;
    is_wiped(page, &token).await?;
    page.sees("Checking…").await?;
    held.release();
    page.sees("It works:").await?;
    assert!(
        !page.has_button(labels::rotate::CHECK).await?,
        "there is nothing to check"
    );
    closes_without_a_question(page).await
}

async fn the_clipboard_is_cleared_and_that_is_said_once_it_is_done(world: &World) -> Outcome {
    let page = &world.page;
    open_window(world, "Cleared").await?;
    let token = page.show_token().await?;
    copy(page).await?;
    page.sees("Overwrites whatever is on the clipboard now").await?;
    assert_eq!(page.clipboard().await?, token);
    page.press_button(labels::CLEAR_CLIPBOARD).await?;
    page.sees("overwritten with an empty text").await?;
    assert_eq!(page.clipboard().await?, "");
    assert_eq!(page.focus().await?.name, labels::CLEAR_CLIPBOARD);

    page.delay_copies().await?;
    page.press_button(labels::COPY).await?;
    page.let_copies_go_on().await?;
    page.sees_no_more("overwritten with an empty text").await?;
    page.script("delete window.letCopiesGoOn", Vec::new()).await?;
    page.put_clock_forward(A_DAY).await?;
    is_wiped(page, &token).await?;
    page.press_button(labels::CLEAR_CLIPBOARD).await?;
    page.until("the clearing has begun".to_owned(), async || {
        Ok(page
            .script("return typeof window.letCopiesGoOn", Vec::new())
            .await?
            == "function")
    })
    .await?;
    assert!(
        !page.words().await?.contains("overwritten with an empty text"),
        "not yet"
    );
    page.let_copies_go_on().await?;
    page.sees("overwritten with an empty text").await?;
    page.refuse_copies().await?;
    page.press_button(labels::CLEAR_CLIPBOARD).await?;
    page.sees("Not cleared: the browser refused.").await?;
    closes_without_a_question(page).await
}

async fn the_token_of_a_rotation_is_wiped_too(world: &World) -> Outcome {
    let page = &world.page;
    let (user, _) = world.account_manager.create_with_token("Rotated").await?;
    page.sign_in_with(6).await?;
    page.open_rotation(&user).await?;
    page.press_button(labels::rotate::MAKE).await?;
    page.sees(labels::TOKEN_TITLE).await?;
    let token = page.show_token().await?;
    copy(page).await?;
    page.put_clock_forward(A_DAY).await?;
    is_wiped(page, &token).await?;
    page.sees("open “The token ID is lost”").await?;
    page.press_button(labels::CLOSE).await?;
    page.rotation_is_at(labels::rotate::HAND_OVER).await?;
    page.sees("The token ID is lost").await
}
