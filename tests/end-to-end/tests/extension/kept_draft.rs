//! How long a draft is kept, and what is not.

use end_to_end::extension::{Area, DEMO, ExtensionWorld, Surface};
use end_to_end::{Fault, Outcome, in_both_browsers, labels};
use labels::field::FRIENDLY_NAME;
use serde_json::{Value, json};

use crate::steps::connect;

in_both_browsers! {
    a_draft_outlives_the_background_and_is_in_memory_alone,
    a_draft_ends_by_its_alarm,
    a_draft_older_than_ten_minutes_is_not_shown,
    a_page_on_which_nothing_is_typed_leaves_the_draft_of_another,
    discarding_forgets_the_draft,
    disconnecting_forgets_the_host,
}

async fn a_draft_outlives_the_background_and_is_in_memory_alone(world: &ExtensionWorld) -> Outcome {
    let page = &world.page;
    type_a_name(world, "Kept").await?;
    world.stop_background().await?;
    assert_eq!(world.stored(Area::Local).await?, json!({}));
    world.close_current().await?;
    world.open(Surface::Popup).await?;
    page.is_on(labels::DETAILS).await?;
    assert_eq!(page.value(FRIENDLY_NAME).await?, "Kept");
    Ok(())
}

async fn a_draft_ends_by_its_alarm(world: &ExtensionWorld) -> Outcome {
    let page = &world.page;
    type_a_name(world, "Ends by itself").await?;
    let alarm = page
        .promised(
            "return (await chrome.alarms.get('draft-ends')).scheduledTime - Date.now()",
            Vec::new(),
        )
        .await?;
    let minutes = alarm.as_f64().unwrap_or_default() / 60_000.0;
    assert!((9.0..=10.0).contains(&minutes), "{minutes} minutes");
    world.ring("draft-ends").await?;
    is_forgotten(world).await?;
    world.close_current().await?;
    world.open(Surface::Popup).await?;
    page.is_on(labels::SERVICE_USERS).await
}

async fn a_draft_older_than_ten_minutes_is_not_shown(world: &ExtensionWorld) -> Outcome {
    let page = &world.page;
    type_a_name(world, "Too old").await?;
    let kept = world.stored(Area::Session).await?;
    let kept = kept.get("draft").and_then(Value::as_str).unwrap_or_default();
    let mut record: Value = serde_json::from_str(kept)?;
    let changed_at = record.get("changed_at").and_then(Value::as_u64);
    let changed_at = changed_at.ok_or_else(|| Fault::new("it has no time"))?;
    for (minutes, shown) in [(9, labels::DETAILS), (10, labels::SERVICE_USERS)] {
        if let Some(record) = record.as_object_mut() {
            record.insert("changed_at".to_owned(), json!(changed_at - minutes * 60_000));
        }
        let draft = json!({ "draft": record.to_string() });
        world.store(Area::Session, draft).await?;
        world.close_current().await?;
        world.open(Surface::Popup).await?;
        page.is_on(shown).await?;
    }
    Ok(())
}

async fn a_page_on_which_nothing_is_typed_leaves_the_draft_of_another(world: &ExtensionWorld) -> Outcome {
    let page = &world.page;
    connect(world, Surface::Tab).await?;
    let tab = page.driver().window().await?;
    world.open(Surface::Popup).await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.start_creating().await?;
    page.fill(FRIENDLY_NAME, "Of the popup").await?;
    is_kept(world, "Of the popup").await?;
    world.close_current().await?;
    world.switch_to(&tab).await?;
    page.press_link(labels::TEMPLATES).await?;
    page.is_on(labels::TEMPLATES).await?;
    page.press_link(labels::SERVICE_USERS).await?;
    page.is_on(labels::SERVICE_USERS).await?;
    world.open(Surface::Popup).await?;
    page.is_on(labels::DETAILS).await?;
    assert_eq!(page.value(FRIENDLY_NAME).await?, "Of the popup");
    Ok(())
}

async fn discarding_forgets_the_draft(world: &ExtensionWorld) -> Outcome {
    let page = &world.page;
    type_a_name(world, "Thrown away").await?;
    page.press_button(labels::DISCARD).await?;
    assert_eq!(page.value(FRIENDLY_NAME).await?, "");
    is_forgotten(world).await
}

async fn disconnecting_forgets_the_host(world: &ExtensionWorld) -> Outcome {
    let page = &world.page;
    connect(world, Surface::Tab).await?;
    assert!(world.stored(Area::Session).await?.get("host").is_some());
    // As a popup leaves it whose question was answered with no.
    let asked = json!({ "awaited-access": format!("https://{DEMO}/*") });
    world.store(Area::Session, asked).await?;
    page.press_button(labels::DISCONNECT).await?;
    page.is_on(labels::CONNECT_TITLE).await?;
    page.until("the hosts are forgotten".to_owned(), async || {
        let stored = world.stored(Area::Session).await?;
        Ok(["host", "awaited-access"]
            .iter()
            .all(|item| stored.get(item).is_none()))
    })
    .await
}

/// Types a friendly name on step 1 of the popup and waits until it is kept.
async fn type_a_name(world: &ExtensionWorld, name: &str) -> Outcome {
    connect(world, Surface::Popup).await?;
    world.page.start_creating().await?;
    world.page.fill(FRIENDLY_NAME, name).await?;
    is_kept(world, name).await
}

async fn is_kept(world: &ExtensionWorld, name: &str) -> Outcome {
    world
        .page
        .until("the name is kept".to_owned(), async || {
            let kept = world.stored(Area::Session).await?;
            let kept = kept.get("draft").and_then(Value::as_str).unwrap_or_default();
            Ok(kept.contains(name))
        })
        .await
}

async fn is_forgotten(world: &ExtensionWorld) -> Outcome {
    world
        .page
        .until("the draft is forgotten".to_owned(), async || {
            Ok(world.stored(Area::Session).await?.get("draft").is_none())
        })
        .await
}
