//! A canary: once the window is closed, the token is nowhere to be found.

use end_to_end::{Browser, Fault, Outcome, Page, World, in_both_browsers, labels};
use serde_json::Value;

in_both_browsers! {
    a_closed_window_leaves_no_trace_of_the_token,
    a_rotation_leaves_no_trace_of_the_new_token,
    the_search_for_traces_finds_them,
}

const TRACES: &str = include_str!("traces.js");

/// Begins to note what the page writes to its console. The functions are the page's own from here on.
const LISTEN: &str = "
    window.heardOnConsole = [];
    for (const level of ['debug', 'error', 'info', 'log', 'trace', 'warn']) {
        const speak = console[level];
        console[level] = (...words) => { window.heardOnConsole.push(words.map(String).join(' ')); speak(...words); };
    }";

/// The places that hold a text.
async fn traces(page: &Page, text: &str) -> Outcome<Vec<String>> {
    let found = page
        .driver()
        .execute_async(TRACES, vec![Value::from(text)])
        .await?
        .json()
        .clone();
    let found = found.as_array().into_iter().flatten();
    Ok(found
        .filter_map(|place| place.as_str().map(str::to_owned))
        .collect())
}

async fn a_closed_window_leaves_no_trace_of_the_token(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.script(LISTEN, Vec::new()).await?;
    page.create("Canary").await?;

    // While the window is open the token stands in one place of the document, and only once it is shown.
    let token = page.show_token().await?;
    assert_eq!(traces(page, &token).await?, ["document"], "while it is shown");
    page.press_button(labels::HIDE).await?;
    page.button(labels::SHOW).await?;
    assert_eq!(traces(page, &token).await?, [""; 0], "while it is masked");

    // Copied in every form, shown once more, and by the way that asks.
    page.press_button(labels::COPY).await?;
    page.sees(labels::COPIED).await?;
    for form in ["Terraform provider", "HTTP header (x-api-key)"] {
        page.press_button(&format!("Copy as {form}")).await?;
        page.sees(&format!("Copied as {form}.")).await?;
    }
    page.show_token().await?;
    page.press_button(labels::CLOSE).await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.sees("Canary").await?;

    let secret = token.split('_').next_back().unwrap_or_default();
    for text in [token.as_str(), secret] {
        assert_eq!(traces(page, text).await?, [""; 0], "after the window was closed");
    }
    for _ in 0..6 {
        page.driver().back().await?;
        assert_eq!(
            traces(page, secret).await?,
            [""; 0],
            "on the way back through the history"
        );
    }
    assert_that_the_log_is_silent(world, secret).await
}

async fn a_rotation_leaves_no_trace_of_the_new_token(world: &World) -> Outcome {
    let page = &world.page;
    let (user, _) = world.account_manager.create_with_token("Canary").await?;
    page.sign_in_with(6).await?;
    page.script(LISTEN, Vec::new()).await?;
    page.open_rotation(&user).await?;
    page.press_button(labels::rotate::MAKE).await?;
    page.sees(labels::TOKEN_TITLE).await?;
    let token = page.show_token().await?;
    let secret = token.split('_').next_back().unwrap_or_default();
    assert_eq!(traces(page, &token).await?, ["document"], "while it is shown");

    // The check sends the token, and must leave as little behind.
    page.press_button(labels::rotate::CHECK).await?;
    page.sees("It works:").await?;
    page.press_button(labels::HIDE).await?;
    page.button(labels::SHOW).await?;
    assert_eq!(traces(page, secret).await?, [""; 0], "while it is masked");
    page.copy_and_close_window().await?;
    page.rotation_is_at(labels::rotate::HAND_OVER).await?;
    page.press_button(labels::rotate::HANDED_OVER).await?;
    page.rotation_is_at(labels::rotate::CHECK).await?;
    for text in [token.as_str(), secret] {
        assert_eq!(traces(page, text).await?, [""; 0], "after the window was closed");
    }
    for _ in 0..4 {
        page.driver().back().await?;
        assert_eq!(
            traces(page, secret).await?,
            [""; 0],
            "on the way back through the history"
        );
    }
    assert_that_the_log_is_silent(world, secret).await
}

/// What the browser itself has logged; Firefox's driver does not tell.
async fn assert_that_the_log_is_silent(world: &World, secret: &str) -> Outcome {
    match world.browser {
        Browser::Firefox => Ok(()),
        Browser::Chromium => {
            let log = world.page.driver().browser_log().await?;
            let loud: Vec<&str> = log
                .iter()
                .map(|entry| entry.message.as_str())
                .filter(|entry| entry.contains(secret))
                .collect();
            assert!(loud.is_empty(), "{loud:?}");
            Ok(())
        }
    }
}

/// A search that finds nothing proves something only if it finds what is there.
async fn the_search_for_traces_finds_them(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.script(LISTEN, Vec::new()).await?;
    assert_eq!(
        traces(page, "a-canary").await?,
        [""; 0],
        "before anything is planted"
    );
    let planted = [
        (
            "localStorage",
            "localStorage.setItem('a', 'a-canary')",
            "localStorage.clear()",
        ),
        (
            "sessionStorage",
            "sessionStorage.setItem('a-canary', 'a')",
            "sessionStorage.clear()",
        ),
        (
            "cookies",
            "document.cookie = 'a=a-canary'",
            "document.cookie = 'a=; max-age=0'",
        ),
        (
            "document",
            "document.body.dataset.a = 'a-canary'",
            "delete document.body.dataset.a",
        ),
        (
            "history",
            "history.replaceState({ a: ['a-canary'] }, '')",
            "history.replaceState(null, '')",
        ),
        ("window name", "window.name = 'a-canary'", "window.name = ''"),
        ("globals", "window.planted = 'a-canary'", "delete window.planted"),
        (
            "fields",
            "document.getElementById('user-search').value = 'a-canary'",
            "document.getElementById('user-search').value = ''",
        ),
        (
            "console",
            "console.info('here is', 'a-canary')",
            "window.heardOnConsole.length = 0",
        ),
    ];
    for (place, plant, remove) in planted {
        page.script(plant, Vec::new()).await?;
        assert_eq!(traces(page, "a-canary").await?, [place]);
        page.script(remove, Vec::new()).await?;
        assert_eq!(
            traces(page, "a-canary").await?,
            [""; 0],
            "after {place} was cleared"
        );
    }
    plant_in_a_database(page).await?;
    assert_eq!(traces(page, "a-canary").await?, ["indexedDB"]);
    Ok(())
}

async fn plant_in_a_database(page: &Page) -> Outcome {
    let script = "
        const done = arguments[arguments.length - 1];
        const opening = indexedDB.open('a', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('a').put('a-canary', 1);
        opening.onsuccess = () => { opening.result.close(); done(null); };
        opening.onerror = () => done(String(opening.error));";
    match page.driver().execute_async(script, Vec::new()).await?.json() {
        Value::Null => Ok(()),
        error => Err(Fault::new(format!("the canary was not planted: {error}"))),
    }
}
