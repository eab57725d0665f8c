//! Clearing the clipboard by itself, also after the window that copied is gone.

use end_to_end::extension::{Area, ExtensionWorld, Surface};
use end_to_end::{Fault, Outcome, in_both_browsers, labels};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

in_both_browsers! {
    it_is_off_until_it_is_switched_on_and_leaves_nothing_behind_when_switched_off,
    after_its_window_is_closed_the_clipboard_is_cleared_only_if_it_still_holds_the_token,
    the_button_looks_first_where_that_is_permitted,
    without_the_permission_nothing_is_overwritten_and_an_open_page_says_so,
}

/// The alarm, and the item of the fingerprint.
const COPIED: &str = "copied-text";

/// The item of the setting.
const SETTING: &str = "clipboard-clearing";

/// What the person allows with it.
const PERMISSIONS: [&str; 2] = ["clipboardRead", "clipboardWrite"];

async fn connect(world: &ExtensionWorld) -> Outcome {
    let page = &world.page;
    world.open(Surface::Tab).await?;
    page.press_choice(labels::BY_API_KEY).await?;
    page.fill("connect-api-key", world.account_manager.api_key())
        .await?;
    page.press_button(labels::CONNECT).await?;
    page.is_on(labels::SERVICE_USERS).await
}

/// Switches it on or off on the screen of the settings, and goes back to the list.
async fn switch(world: &ExtensionWorld, on: bool) -> Outcome {
    let page = &world.page;
    page.press_link(labels::SETTINGS).await?;
    page.press_choice(labels::CLEAR_BY_ITSELF).await?;
    page.until(format!("it is switched on: {on}"), async || {
        let is_set = world.stored(Area::Local).await?.get(SETTING) == Some(&json!(true));
        Ok(is_set == on && world.is_granted(PERMISSIONS[0]).await? == on)
    })
    .await?;
    page.press_link(labels::SERVICE_USERS).await?;
    page.is_on(labels::SERVICE_USERS).await
}

/// Creates a service user, copies its token and leaves the window open.
async fn copy_token_of(world: &ExtensionWorld, name: &str) -> Outcome<String> {
    let page = &world.page;
    page.create(name).await?;
    let token = page.show_token().await?;
    page.press_button(labels::COPY).await?;
    page.sees(labels::COPIED).await?;
    page.button(labels::CLEAR_CLIPBOARD).await?;
    Ok(token)
}

async fn close_window(world: &ExtensionWorld) -> Outcome {
    world.page.press_button(labels::CLOSE).await?;
    world.page.is_on(labels::SERVICE_USERS).await
}

/// The fingerprint that waits, or nothing.
async fn waiting(world: &ExtensionWorld) -> Outcome<Option<String>> {
    let kept = world.stored(Area::Session).await?;
    Ok(kept.get(COPIED).and_then(Value::as_str).map(str::to_owned))
}

async fn is_scheduled(world: &ExtensionWorld) -> Outcome {
    world
        .page
        .sees("The clipboard is cleared by itself 2 minutes after the copy")
        .await
}

async fn is_used_up(world: &ExtensionWorld) -> Outcome {
    world
        .page
        .until("the fingerprint is used up".to_owned(), async || {
            Ok(waiting(world).await?.is_none())
        })
        .await
}

async fn put_on_clipboard(world: &ExtensionWorld, text: &str) -> Outcome {
    let write = "await navigator.clipboard.writeText(arguments[0])";
    world.page.promised(write, vec![text.into()]).await.map(|_| ())
}

/// A browser lets a page read only while it has the focus, which one that was just opened may lack.
async fn clipboard_becomes(world: &ExtensionWorld, text: &str) -> Outcome {
    let page = &world.page;
    page.press_element("h1").await?;
    page.until(format!("the clipboard holds “{text}”"), async || {
        match page.clipboard().await? {
            held if held == text => Ok(true),
            held => Err(Fault::new(format!("it holds “{held}”"))),
        }
    })
    .await
}

async fn it_is_off_until_it_is_switched_on_and_leaves_nothing_behind_when_switched_off(
    world: &ExtensionWorld,
) -> Outcome {
    let page = &world.page;
    connect(world).await?;
    copy_token_of(world, "Switched off").await?;
    page.sees("this page does not look at it").await?;
    close_window(world).await?;
    assert_eq!(waiting(world).await?, None);
    let alarm = "return (await chrome.alarms.get(arguments[0])) === undefined";
    assert_eq!(page.promised(alarm, vec![COPIED.into()]).await?, true);
    assert!(!world.is_granted(PERMISSIONS[0]).await?, "never asked for");
    assert!(!world.is_granted(PERMISSIONS[1]).await?, "never asked for");

    switch(world, true).await?;
    let token = copy_token_of(world, "Switched on").await?;
    is_scheduled(world).await?;
    let fingerprint = waiting(world).await?.unwrap_or_default();
    let (salt, digest) = fingerprint.split_once(':').unwrap_or_default();
    assert_eq!((salt.len(), digest.len()), (32, 64), "{fingerprint}");
    let mut salted: Vec<u8> = (0..32)
        .step_by(2)
        .filter_map(|place| u8::from_str_radix(salt.get(place..place + 2)?, 16).ok())
        .collect();
    salted.extend(Sha256::digest(&token));
    let expected: String = Sha256::digest(&salted)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    assert_eq!(digest, expected, "of the token and of nothing else");
    assert_eq!(
        world.stored(Area::Local).await?,
        json!({ SETTING: true }),
        "the disk learns of the setting alone"
    );
    // Another copy, another salt.
    page.press_button(labels::COPY).await?;
    page.until("the fingerprint is another".to_owned(), async || {
        Ok(waiting(world).await?.is_some_and(|other| other != fingerprint))
    })
    .await?;
    close_window(world).await?;

    switch(world, false).await?;
    is_used_up(world).await?;
    assert_eq!(world.stored(Area::Local).await?, json!({}));
    assert!(!world.is_granted(PERMISSIONS[1]).await?, "given back");
    world.ring(COPIED).await?;
    page.until("the alarm is over".to_owned(), async || {
        Ok(page.promised(alarm, vec![COPIED.into()]).await? == true)
    })
    .await?;
    assert_eq!(page.clipboard().await?, token);
    assert_eq!(world.complaints().await?, [""; 0]);
    Ok(())
}

async fn after_its_window_is_closed_the_clipboard_is_cleared_only_if_it_still_holds_the_token(
    world: &ExtensionWorld,
) -> Outcome {
    let page = &world.page;
    connect(world).await?;
    switch(world, true).await?;
    for (name, text, rest) in [("Held still", None, ""), ("Held no more", Some("mine"), "mine")] {
        let token = copy_token_of(world, name).await?;
        is_scheduled(world).await?;
        close_window(world).await?;
        // The page that copied is gone with everything that it knew.
        world.close_current().await?;
        world.open(Surface::Tab).await?;
        clipboard_becomes(world, &token).await?;
        if let Some(text) = text {
            put_on_clipboard(world, text).await?;
        }
        world.stop_background().await?;
        world.ring(COPIED).await?;
        is_used_up(world).await?;
        if text.is_none() {
            page.sees("The clipboard still held the token ID and was cleared.")
                .await?;
        }
        clipboard_becomes(world, rest).await?;
        world.close_current().await?;
        connect(world).await?;
    }
    // In the form that an integration reads, with line ends.
    page.create("In another form").await?;
    page.press_button("Copy as Terraform provider").await?;
    is_scheduled(world).await?;
    close_window(world).await?;
    world.ring(COPIED).await?;
    page.sees("The clipboard still held the token ID and was cleared.")
        .await?;
    clipboard_becomes(world, "").await?;
    assert_eq!(world.complaints().await?, [""; 0]);
    Ok(())
}

async fn the_button_looks_first_where_that_is_permitted(world: &ExtensionWorld) -> Outcome {
    let page = &world.page;
    connect(world).await?;
    switch(world, true).await?;
    copy_token_of(world, "Looked at").await?;
    is_scheduled(world).await?;
    put_on_clipboard(world, "mine").await?;
    page.press_button(labels::CLEAR_CLIPBOARD).await?;
    page.sees("no longer holds the token ID, so it was left as it is")
        .await?;
    assert_eq!(page.clipboard().await?, "mine");
    // What is no longer known to be the token's is overwritten on another press, as without the permission.
    page.sees("Overwrites whatever is on the clipboard now").await?;
    page.press_button(labels::CLEAR_CLIPBOARD).await?;
    page.sees("overwritten with an empty text").await?;
    assert_eq!(page.clipboard().await?, "");

    page.press_button(labels::COPY).await?;
    is_scheduled(world).await?;
    page.press_button(labels::CLEAR_CLIPBOARD).await?;
    page.sees("The clipboard still held the token ID and was cleared.")
        .await?;
    assert_eq!(page.clipboard().await?, "");
    assert_eq!(waiting(world).await?, None);

    // The alarm comes while the window is still open.
    page.press_button(labels::COPY).await?;
    is_scheduled(world).await?;
    page.sees_no_more("The clipboard still held the token ID and was cleared.")
        .await?;
    world.ring(COPIED).await?;
    page.sees("The clipboard still held the token ID and was cleared.")
        .await?;
    assert_eq!(page.clipboard().await?, "");
    Ok(())
}

async fn without_the_permission_nothing_is_overwritten_and_an_open_page_says_so(
    world: &ExtensionWorld,
) -> Outcome {
    let page = &world.page;
    connect(world).await?;
    switch(world, true).await?;
    let token = copy_token_of(world, "Not looked at").await?;
    is_scheduled(world).await?;
    world.take_back(&PERMISSIONS).await?;
    page.press_button(labels::CLEAR_CLIPBOARD).await?;
    page.sees("did not let the extension look at the clipboard, so it was left as it is")
        .await?;
    assert_eq!(page.clipboard().await?, token);
    assert_eq!(waiting(world).await?, None);
    page.press_button(labels::COPY).await?;
    page.sees("not cleared by itself, although that is switched on")
        .await?;
    assert_eq!(waiting(world).await?, None);
    close_window(world).await?;

    // Taken back between the copy and the alarm.
    switch(world, true).await?;
    let token = copy_token_of(world, "Not looked at either").await?;
    is_scheduled(world).await?;
    close_window(world).await?;
    world.take_back(&PERMISSIONS).await?;
    world.ring(COPIED).await?;
    page.sees("did not let the extension look at the clipboard, so it was left as it is")
        .await?;
    assert_eq!(page.clipboard().await?, token);
    page.press_link(labels::SETTINGS).await?;
    page.sees_no_more("did not let the extension look at the clipboard")
        .await?;
    assert_eq!(world.complaints().await?, [""; 0]);
    Ok(())
}
