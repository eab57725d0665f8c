//! Own templates in the extension: on the disk, because a person put them there, and nowhere else.

use end_to_end::extension::{Area, ExtensionWorld, Surface};
use end_to_end::{Outcome, in_both_browsers, labels};
use labels::field::MANAGERS;
use serde_json::{Value, json};

use crate::steps::connect;

in_both_browsers! {
    own_templates_are_on_the_disk_and_nowhere_else,
    a_link_is_the_part_that_means_something_in_every_browser,
}

const ITEM: &str = "own-templates";
const NAME: &str = "Nightly builds";

async fn own_templates_are_on_the_disk_and_nowhere_else(world: &ExtensionWorld) -> Outcome {
    let page = &world.page;
    connect(world, Surface::Tab).await?;
    page.prepare("svc-nightly").await?;
    assert_eq!(
        world.stored(Area::Local).await?,
        json!({}),
        "nothing is kept unasked"
    );
    page.save_as_template(NAME).await?;
    let kept = world.stored(Area::Local).await?;
    let items: Vec<&String> = kept
        .as_object()
        .into_iter()
        .flat_map(|kept| kept.keys())
        .collect();
    assert_eq!(items, [ITEM]);
    let text = kept.get(ITEM).and_then(Value::as_str).unwrap_or_default();
    let templates: Value = serde_json::from_str(text)?;
    assert_eq!(templates.pointer("/templates/0/name"), Some(&json!(NAME)));
    let session = world.stored(Area::Session).await?.to_string();
    assert!(!session.contains(NAME), "{session}");
    let of_page = "return { ...localStorage, ...sessionStorage }";
    assert_eq!(page.script(of_page, Vec::new()).await?, json!({}));

    // Another surface has them too, and what is deleted there is gone from the disk.
    page.press_button(labels::BACK).await?;
    page.is_on(labels::DETAILS).await?;
    page.press_button(labels::DISCARD).await?;
    world.close_current().await?;
    world.open(Surface::Popup).await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.start_creating().await?;
    page.pick_own_template(NAME).await?;
    page.press_button(labels::USE_TEMPLATE).await?;
    page.sees("Filled in from the template “Nightly builds”").await?;
    assert_eq!(page.chosen(MANAGERS).await?, ["Trust Lifecycle"]);
    page.go_to_templates().await?;
    page.press_button(&format!("Delete…: {NAME}")).await?;
    page.press_button("Delete").await?;
    page.sees("was deleted.").await?;
    assert_eq!(world.stored(Area::Local).await?, json!({}));
    Ok(())
}

async fn a_link_is_the_part_that_means_something_in_every_browser(world: &ExtensionWorld) -> Outcome {
    let page = &world.page;
    connect(world, Surface::Tab).await?;
    page.go_to_templates().await?;
    page.note_copies().await?;
    page.press_button("Copy link: Code signing in CI").await?;
    page.sees("can be pasted under “Import”").await?;
    let link = page.noted_copies().await?.pop().unwrap_or_default();
    assert!(link.starts_with("#create?template="), "{link}");
    let follow = "location.hash = arguments[0]";
    page.script(follow, vec![link.into()]).await?;
    page.is_on(labels::DETAILS).await?;
    page.sees("A link filled in the template “Code signing in CI”")
        .await?;
    assert_eq!(page.chosen(MANAGERS).await?, ["Software Trust"]);
    Ok(())
}
