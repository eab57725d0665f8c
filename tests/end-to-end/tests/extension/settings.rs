//! Setting the expiry radar on its screen.

use end_to_end::extension::{Area, ExtensionWorld, PRODUCTION, Surface};
use end_to_end::{Outcome, in_both_browsers, labels};
use serde_json::{Value, json};

use crate::steps::connect;

in_both_browsers! {
    the_radar_is_off_until_it_is_switched_on_and_forgotten_when_switched_off,
    a_number_of_days_that_makes_no_sense_is_refused,
    a_key_is_no_session_to_watch_with,
}

async fn open(world: &ExtensionWorld) -> Outcome {
    world.page.press_link(labels::SETTINGS).await?;
    world.page.is_on(labels::SETTINGS).await
}

async fn set(world: &ExtensionWorld) -> Outcome<Value> {
    let kept = world.stored(Area::Local).await?;
    Ok(kept.get("expiry-radar").cloned().unwrap_or_default())
}

async fn the_radar_is_off_until_it_is_switched_on_and_forgotten_when_switched_off(
    world: &ExtensionWorld,
) -> Outcome {
    let page = &world.page;
    connect(world, Surface::Tab).await?;
    open(world).await?;
    page.sees(&format!("It would watch {PRODUCTION}")).await?;
    assert_eq!(set(world).await?, Value::Null);
    page.press_choice("Watch end dates").await?;
    page.sees(&format!("It watches {PRODUCTION}.")).await?;
    page.press_button("Look now").await?;
    page.sees("1 service user ends within these days.").await?;
    page.until("the button shows it".to_owned(), async || {
        Ok(world.badge().await? == "1")
    })
    .await?;
    page.fill("radar-days", "120").await?;
    page.press_element("h2").await?;
    page.until("the days are kept".to_owned(), async || {
        Ok(set(world).await?.get("days") == Some(&json!(120)))
    })
    .await?;
    page.driver().refresh().await?;
    page.is_on(labels::SETTINGS).await?;
    page.until("the days are shown again".to_owned(), async || {
        Ok(page.value("radar-days").await? == "120")
    })
    .await?;
    page.press_choice("Watch end dates").await?;
    page.sees_no_more("Look now").await?;
    page.until("nothing is kept any longer".to_owned(), async || {
        Ok(world.stored(Area::Local).await? == json!({}) && world.badge().await?.is_empty())
    })
    .await
}

async fn a_number_of_days_that_makes_no_sense_is_refused(world: &ExtensionWorld) -> Outcome {
    let page = &world.page;
    connect(world, Surface::Tab).await?;
    open(world).await?;
    page.press_choice("Watch end dates").await?;
    page.button("Look now").await?;
    page.fill("radar-days", "0").await?;
    page.press_element("h2").await?;
    page.sees("Enter a number of days from 1 to 365.").await?;
    assert_eq!(set(world).await?.get("days"), Some(&json!(30)));
    Ok(())
}

async fn a_key_is_no_session_to_watch_with(world: &ExtensionWorld) -> Outcome {
    let page = &world.page;
    world.open(Surface::Tab).await?;
    page.press_choice(labels::BY_API_KEY).await?;
    page.fill("connect-api-key", world.account_manager.api_key())
        .await?;
    page.press_button(labels::CONNECT).await?;
    page.sees("5 service users").await?;
    open(world).await?;
    page.sees("It needs your session").await?;
    assert_eq!(page.count("input[type=checkbox]:disabled").await?, 1);
    Ok(())
}
