//! How long a draft is kept, and what is not.

use end_to_end::extension::{Area, ExtensionWorld, Surface};
use end_to_end::{Outcome, in_both_browsers, labels};
use labels::field::FRIENDLY_NAME;
use serde_json::{Value, json};

use crate::steps::connect;

in_both_browsers! {
    a_draft_outlives_the_background_and_is_in_memory_alone,
    a_draft_ends_by_its_alarm,
    a_draft_older_than_ten_minutes_is_not_shown,
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
    let mut record: Value = serde_json::from_str(kept).unwrap_or_default();
    let changed_at = record
        .get("changed_at")
        .and_then(Value::as_f64)
        .unwrap_or_default();
    assert!(changed_at > 0.0, "{record}");
    if let Some(record) = record.as_object_mut() {
        record.insert("changed_at".to_owned(), json!(changed_at - 600_000.0));
    }
    world
        .store(Area::Session, json!({ "draft": record.to_string() }))
        .await?;
    world.close_current().await?;
    world.open(Surface::Popup).await?;
    page.is_on(labels::SERVICE_USERS).await
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
    page.press_button(labels::DISCONNECT).await?;
    page.is_on(labels::CONNECT_TITLE).await?;
    page.until("the host is forgotten".to_owned(), async || {
        Ok(world.stored(Area::Session).await?.get("host").is_none())
    })
    .await
}

/// Types a friendly name on step 1 of the popup and waits until it is kept.
async fn type_a_name(world: &ExtensionWorld, name: &str) -> Outcome {
    connect(world, Surface::Popup).await?;
    world.page.start_creating().await?;
    world.page.fill(FRIENDLY_NAME, name).await?;
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
