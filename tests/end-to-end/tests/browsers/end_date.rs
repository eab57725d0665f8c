//! The end date: a day in UTC, shown as the instant it means. The browsers run nine hours ahead of UTC.

use chrono::{Days, NaiveDate, Utc};
use end_to_end::{Outcome, Page, World, in_both_browsers, labels};
use labels::field::END_DATE;
use thirtyfour::Key;

in_both_browsers! {
    presets_count_from_today_in_utc,
    the_last_instant_is_shown_in_utc_and_in_local_time,
    no_end_date_is_an_explicit_choice,
}

fn in_days(days: u64) -> NaiveDate {
    let today = Utc::now().date_naive();
    today.checked_add_days(Days::new(days)).unwrap_or(today)
}

async fn presets_count_from_today_in_utc(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.start_creating().await?;
    for days in [30, 90, 180, 365] {
        let button = format!("{days} days");
        page.press_button(&button).await?;
        page.until(format!("{days} days are chosen"), async || {
            Ok(page.value(END_DATE).await? == in_days(days).to_string())
        })
        .await?;
        page.sees(&format!("Valid until {} 23:59:59 UTC", in_days(days)))
            .await?;
        let pressed = page.button(&button).await?.attr("aria-pressed").await?;
        assert_eq!(pressed.as_deref(), Some("true"), "{button}");
    }
    assert_eq!(
        page.count("button[aria-pressed=true]").await?,
        1,
        "presets that are pressed"
    );
    Ok(())
}

async fn the_last_instant_is_shown_in_utc_and_in_local_time(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.start_creating().await?;
    let year = Utc::now().date_naive().format("%Y").to_string().parse::<i32>()? + 1;
    page.fill(END_DATE, &format!("{year}-01-12")).await?;
    page.sees(&format!("Valid until {year}-01-12 23:59:59 UTC"))
        .await?;
    let shown = instant(page).await?;
    for part in ["for you", "13", "08:59:59", "GMT+9"] {
        assert!(shown.contains(part), "{part} is not in “{shown}”");
    }
    page.fill(END_DATE, &format!("{year}-02-30")).await?;
    page.type_keys(Key::Tab).await?;
    page.remark_says(END_DATE, "no day 30 in February").await?;
    page.until("no instant is shown".to_owned(), async || {
        Ok(instant(page).await?.is_empty())
    })
    .await
}

async fn instant(page: &Page) -> Outcome<String> {
    let shown = page
        .script(
            "return document.getElementById('field-end-date-instant').innerText",
            Vec::new(),
        )
        .await?;
    Ok(shown.as_str().unwrap_or_default().to_owned())
}

async fn no_end_date_is_an_explicit_choice(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.start_creating().await?;
    assert_eq!(
        page.count("input[type=checkbox]:checked").await?,
        0,
        "no end date is never the default"
    );
    page.press_button(labels::NEXT).await?;
    page.remark_says(END_DATE, "No end date").await?;
    page.press_choice(labels::NO_END_DATE).await?;
    page.sees("Works until somebody disables or deletes it.").await?;
    assert_eq!(page.attribute("#field-end-date", "aria-invalid").await?, None);
    page.press_choice(labels::NO_END_DATE).await?;
    page.remark_says(END_DATE, "Choose an end date").await?;
    page.press_button("30 days").await?;
    page.press_choice(labels::NO_END_DATE).await?;
    page.until("no end date empties the field".to_owned(), async || {
        Ok(page.value(END_DATE).await?.is_empty())
    })
    .await
}
