//! The list: searched, filtered, ordered, shared by its address, and kept when it cannot be read again.

use end_to_end::{Happening, Outcome, World, in_both_browsers, labels};
use hyper::Method;
use serde_json::json;

in_both_browsers! {
    the_search_looks_at_name_email_and_description,
    each_filter_shows_its_own_and_says_how_many,
    every_column_orders_the_list_both_ways,
    days_left_are_said_in_words,
    a_view_is_in_the_address_and_comes_back_with_it,
    back_and_forward_lead_through_views,
    a_token_in_the_search_field_never_reaches_the_address,
    a_list_that_cannot_be_read_again_stays_and_says_how_old_it_is,
    a_list_on_its_way_shows_what_is_there_and_how_many,
    a_first_list_that_breaks_off_shows_nobody,
    a_list_on_its_way_undoes_no_change_made_meanwhile,
    what_is_shown_can_be_saved_as_a_table_that_computes_nothing,
    the_end_dates_can_be_saved_as_a_calendar,
    an_auditor_selects_nobody,
}

/// The sandbox's five, by name.
const ALL: [&str; 5] = [
    "Billing certificate API production",
    "Branch office document signing eu-west",
    "Charging station onboarding test",
    "Mobile app CI signer staging",
    "Printer fleet TLS inspection production",
];

async fn the_search_looks_at_name_email_and_description(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.lists(&ALL).await?;
    for (search, found) in [
        ("MOBILE", "Mobile app CI signer staging"),
        ("amara.okafor@", "Printer fleet TLS inspection production"),
        ("secret store", "Mobile app CI signer staging"),
    ] {
        page.fill("user-search", search).await?;
        page.lists(&[found]).await?;
        page.sees("1 of 5 match").await?;
    }
    page.fill("user-search", "nobody is called this").await?;
    page.sees("No service user matches").await?;
    page.press_button("Show all").await?;
    page.lists(&ALL).await
}

async fn each_filter_shows_its_own_and_says_how_many(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    for (filter, names) in [
        ("Active 4", vec![ALL[0], ALL[2], ALL[3], ALL[4]]),
        ("Disabled 0", vec![]),
        ("Expiring within 30 days 1", vec![ALL[2]]),
        ("Expired 1", vec![ALL[1]]),
        ("No end date 1", vec![ALL[0]]),
        ("All 5", ALL.to_vec()),
    ] {
        page.press_button(filter).await?;
        page.lists(&names).await?;
    }
    page.fill("user-search", "production").await?;
    page.button("Active 2").await?;
    page.button("Expired 0").await.map(|_| ())
}

async fn every_column_orders_the_list_both_ways(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.lists(&ALL).await?;
    for (heading, sort, first, last) in [
        ("Friendly name", "sort=-name", ALL[4], ALL[0]),
        ("Status", "sort=status", ALL[0], ALL[1]),
        ("End date (UTC)", "sort=end-date", ALL[1], ALL[0]),
        ("End date (UTC)", "sort=-end-date", ALL[3], ALL[0]),
        ("Email", "sort=email", ALL[4], ALL[3]),
        ("Managers", "sort=managers", ALL[2], ALL[4]),
    ] {
        page.press_button(heading).await?;
        page.is_at(&format!("service-users?{sort}")).await?;
        page.until(format!("{sort} puts {first} first"), async || {
            let names = page.listed().await?;
            Ok(names.first().map(String::as_str) == Some(first)
                && names.last().map(String::as_str) == Some(last))
        })
        .await?;
    }
    Ok(())
}

async fn days_left_are_said_in_words(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    let dates = page.cells("users-date").await?;
    assert!(dates.iter().any(|date| date == "No end date"), "{dates:?}");
    assert!(
        dates.iter().any(|date| date.contains("ended 12 days ago")),
        "{dates:?}"
    );
    assert!(dates.iter().any(|date| date.contains("days left")), "{dates:?}");
    Ok(())
}

async fn a_view_is_in_the_address_and_comes_back_with_it(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.press_button("Active 4").await?;
    page.press_button("End date (UTC)").await?;
    page.fill("user-search", "p").await?;
    page.is_at("service-users?search=p&show=active&sort=end-date")
        .await?;
    let shown = page.listed().await?;
    assert!(shown.len() >= 2, "{shown:?}");
    page.driver().refresh().await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.until("the same rows are shown".to_owned(), async || {
        Ok(page.listed().await? == shown)
    })
    .await?;
    assert_eq!(page.value("user-search").await?, "p");
    page.is_at("service-users?search=p&show=active&sort=end-date")
        .await
}

async fn back_and_forward_lead_through_views(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.press_button("Expired 1").await?;
    page.is_at("service-users?show=expired").await?;
    page.press_link(ALL[1]).await?;
    page.until("its page is shown".to_owned(), async || {
        Ok(page.fragment().await?.starts_with("service-user/"))
    })
    .await?;
    page.driver().back().await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.lists(&[ALL[1]]).await?;
    page.script("location.hash = '#service-users?show=no-end-date'", Vec::new())
        .await?;
    page.lists(&[ALL[0]]).await?;
    page.driver().back().await?;
    page.lists(&[ALL[1]]).await
}

async fn a_token_in_the_search_field_never_reaches_the_address(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.fill("user-search", world.account_manager.api_key()).await?;
    page.sees("No service user matches").await?;
    page.press_button("Active 0").await?;
    page.is_at("service-users?show=active").await
}

async fn a_list_that_cannot_be_read_again_stays_and_says_how_old_it_is(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.sees("Read less than a minute ago.").await?;
    let held = world.hold(Method::GET, "/user");
    page.press_button(labels::RELOAD).await?;
    page.sees("Reading the list again").await?;
    page.lists(&ALL).await?;
    held.release();
    page.sees_no_more("Reading the list again").await?;
    let trouble = world.make(Method::GET, "/user", Happening::html(502, "<h1>Bad gateway</h1>"));
    page.press_button(labels::RELOAD).await?;
    page.sees("The list could not be read again.").await?;
    page.sees("failed (status 502)").await?;
    page.sees("Read less than a minute ago.").await?;
    page.lists(&ALL).await?;
    drop(trouble);
    page.press_button(labels::TRY_AGAIN).await?;
    page.sees_no_more("could not be read again").await?;
    page.lists(&ALL).await
}

async fn a_list_on_its_way_shows_what_is_there_and_how_many(world: &World) -> Outcome {
    let page = &world.page;
    let held = world.hold_half(Method::GET, "/user");
    page.sign_in_as("Administrator").await?;
    page.sees("so far.").await?;
    let listed = page.listed().await?.len();
    assert!((1..5).contains(&listed), "{listed} of 5 are shown");
    page.sees(&format!("Loading… {listed} so far.")).await?;
    held.release();
    page.lists(&ALL).await?;
    page.sees("Read less than a minute ago.").await?;

    // A list that is there already stays whole until the next one is.
    let held = world.hold_half(Method::GET, "/user");
    page.press_button(labels::RELOAD).await?;
    page.sees("Reading the list again… ").await?;
    page.lists(&ALL).await?;
    held.release();
    page.sees_no_more("Reading the list again").await?;
    page.lists(&ALL).await
}

async fn a_list_on_its_way_undoes_no_change_made_meanwhile(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.lists(&ALL).await?;
    // The host has read its records already when the change comes.
    let held = world.hold_half(Method::GET, "/user");
    page.press_button(labels::RELOAD).await?;
    page.sees("Reading the list again… ").await?;
    page.select(ALL[0]).await?;
    page.press_button("Disable…").await?;
    page.press_button("Disable").await?;
    page.sees("1 disabled.").await?;
    page.press_button("Close").await?;
    held.release();
    page.sees_no_more("Reading the list again").await?;
    page.button("Disabled 1").await?;
    page.lists(&ALL).await
}

async fn a_first_list_that_breaks_off_shows_nobody(world: &World) -> Outcome {
    let page = &world.page;
    let half = r#"[{"id":"1","friendly_name":"Half a list","user_type":"service"},{"id":"2","#;
    let answer = Happening::Answer {
        status: 200,
        content_type: "application/json",
        headers: Vec::new(),
        body: half.to_owned(),
    };
    let trouble = world.make(Method::GET, "/user", answer);
    page.sign_in_as("Administrator").await?;
    page.sees("not an Account Manager's answer").await?;
    assert_eq!(page.listed().await?, Vec::<String>::new());
    drop(trouble);
    page.press_button(labels::RELOAD).await?;
    page.lists(&ALL).await
}

async fn what_is_shown_can_be_saved_as_a_table_that_computes_nothing(world: &World) -> Outcome {
    let page = &world.page;
    let hostile = json!([
        { "id": "1", "user_type": "service", "status": "ACTIVE", "friendly_name": "=HYPERLINK(\"http://example.net\")",
          "email": "+1@example.com", "description": "two\nlines, \"quoted\"" },
        { "id": "2", "user_type": "service", "status": "ACTIVE", "friendly_name": "Another" },
    ]);
    let _trouble = world.make(Method::GET, "/user", Happening::json(200, &hostile));
    page.sign_in_as("Administrator").await?;
    page.sees("2 service users").await?;
    page.note_saved_files().await?;
    page.fill("user-search", "HYPERLINK").await?;
    page.sees("1 of 2 match").await?;
    page.press_button("Save as CSV").await?;
    page.sees("1 service user in a CSV file.").await?;
    let file = page.saved_file().await?;
    assert!(file.name.ends_with(".csv"), "{file:?}");
    assert!(file.media_type.starts_with("text/csv"), "{file:?}");
    assert!(
        file.text.contains("\"'=HYPERLINK(\"\"http://example.net\"\")\""),
        "{file:?}"
    );
    assert!(file.text.contains("'+1@example.com"), "{file:?}");
    assert!(!file.text.contains("Another"), "it is not shown: {file:?}");
    Ok(())
}

async fn the_end_dates_can_be_saved_as_a_calendar(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.note_saved_files().await?;
    page.press_button("Save calendar").await?;
    page.sees("3 end dates in a calendar file. Left out: 1 without an end date, 1 ended already.")
        .await?;
    let file = page.saved_file().await?;
    assert!(file.name.ends_with(".ics"), "{file:?}");
    assert!(file.media_type.starts_with("text/calendar"), "{file:?}");
    assert_eq!(file.text.matches("BEGIN:VEVENT").count(), 3, "{file:?}");
    assert!(file.text.contains("Charging station onboarding test"), "{file:?}");
    Ok(())
}

async fn an_auditor_selects_nobody(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in_as("Auditor").await?;
    page.lists(&ALL).await?;
    let boxes = page.count(".users-select input").await?;
    assert_eq!((boxes, page.count(".list-line input").await?), (0, 0));
    Ok(())
}
