//! The list of a large organisation: 100 000 service users.

use end_to_end::{Crowd, Outcome, in_both_browsers, labels};
use thirtyfour::Key;

in_both_browsers! {
    a_hundred_thousand_are_listed_searched_filtered_and_ordered,
}

/// One stage for all of it: the sandbox takes a while to make them up.
async fn a_hundred_thousand_are_listed_searched_filtered_and_ordered(world: &Crowd) -> Outcome {
    let page = &world.page;
    page.sign_in_as("Administrator").await?;
    page.sees("100000 service users").await?;
    let few = async || Ok::<_, end_to_end::Fault>(page.count(".users-row").await? <= 60);
    assert!(few().await?, "only the rows in sight are on the page");

    page.fill("user-search", "Warehouse CI signer staging 9").await?;
    page.until("few match".to_owned(), async || {
        let names = page.listed().await?;
        Ok(!names.is_empty()
            && names
                .iter()
                .all(|name| name.starts_with("Warehouse CI signer staging 9")))
    })
    .await?;
    page.fill("user-search", " ").await?;
    page.sees("100000 service users").await?;

    page.press_element(".filter:nth-child(5)").await?;
    page.is_at("service-users?show=expired").await?;
    page.until("only those that have ended are shown".to_owned(), async || {
        let standings = page.cells("users-status").await?;
        Ok(standings.len() > 5 && standings.iter().all(|standing| standing == "Expired"))
    })
    .await?;
    page.press_element(".filter:nth-child(1)").await?;
    page.sees("100000 service users").await?;

    page.press_button("End date (UTC)").await?;
    page.is_at("service-users?sort=end-date").await?;
    page.until("the earliest end date comes first".to_owned(), async || {
        let dates = page.cells("users-day").await?;
        Ok(dates.len() > 5 && dates.is_sorted())
    })
    .await?;

    // To the very end by the keyboard, and the last row is the last of them all.
    page.press_element("main h1").await?;
    page.until("the last row is on the page".to_owned(), async || {
        page.type_keys(Key::End).await?;
        let last =
            "return [...document.querySelectorAll('.users-row')].at(-1)?.getAttribute('aria-rowindex') ?? ''";
        Ok(page.script(last, Vec::new()).await? == "100001")
    })
    .await?;
    assert!(few().await?, "only the rows in sight are on the page");

    page.press_element("main h1").await?;
    page.type_keys(Key::Home).await?;
    page.until("the first row is on the page".to_owned(), async || {
        let first = "return scrollY === 0 && document.querySelector('.users-row')?.getAttribute('aria-rowindex') === '2'";
        Ok(page.script(first, Vec::new()).await? == true)
    })
    .await?;
    page.press_choice("Select all 100000 shown").await?;
    page.sees("100000 selected").await?;
    page.press_button("Clear selection").await?;
    page.is_on(labels::SERVICE_USERS).await
}
