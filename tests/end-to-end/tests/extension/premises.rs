//! What the extension relies on in its browsers.

use end_to_end::extension::{Area, DEMO, ExtensionWorld, ON_PREMISES, PRODUCTION, Surface};
use end_to_end::{Outcome, in_both_browsers};
use serde_json::json;

in_both_browsers! {
    access_to_a_host_comes_and_goes,
    what_the_extension_asks_for_on_a_press_is_granted,
    what_is_kept_for_the_session_outlives_the_background,
    an_alarm_starts_the_background_again_and_ends_the_kept_draft,
    what_an_organisation_sets_arrives,
    a_window_that_opens_by_itself_is_found,
    a_shortcut_is_suggested_for_the_popup,
}

async fn access_to_a_host_comes_and_goes(world: &ExtensionWorld) -> Outcome {
    world.open(Surface::Tab).await?;
    assert!(world.has_host_access(PRODUCTION).await?, "from the start");
    world.revoke_host_access(PRODUCTION).await?;
    assert!(!world.has_host_access(PRODUCTION).await?, "taken away");
    assert!(world.has_host_access(DEMO).await?, "of another host");
    world.give_host_access(PRODUCTION).await?;
    assert!(world.has_host_access(PRODUCTION).await?, "given back");
    assert!(!world.has_host_access(ON_PREMISES).await?, "never asked for");
    assert!(!world.is_granted("cookies").await?, "never asked for");
    Ok(())
}

async fn what_the_extension_asks_for_on_a_press_is_granted(world: &ExtensionWorld) -> Outcome {
    let page = &world.page;
    world.open(Surface::Tab).await?;
    world.give_host_access(ON_PREMISES).await?;
    let plant = "
        const button = document.createElement('button');
        button.id = 'planted';
        button.textContent = 'Ask';
        button.onclick = () => chrome.permissions.request({
            permissions: ['cookies'], origins: ['https://pki.example.test/*'],
        }).then((answer) => { button.textContent = `Answered ${answer}`; });
        document.querySelector('main').prepend(button);";
    page.script(plant, Vec::new()).await?;
    page.press_element("#planted").await?;
    page.sees("Answered true").await?;
    assert!(world.has_host_access(ON_PREMISES).await?);
    assert!(world.is_granted("cookies").await?);
    Ok(())
}

async fn what_is_kept_for_the_session_outlives_the_background(world: &ExtensionWorld) -> Outcome {
    world.open(Surface::Tab).await?;
    world.store(Area::Session, json!({ "kept": 1 })).await?;
    world.stop_background().await?;
    assert_eq!(world.stored(Area::Session).await?.get("kept"), Some(&json!(1)));
    assert_eq!(world.stored(Area::Local).await?, json!({}));
    Ok(())
}

async fn an_alarm_starts_the_background_again_and_ends_the_kept_draft(world: &ExtensionWorld) -> Outcome {
    world.open(Surface::Tab).await?;
    world
        .store(Area::Session, json!({ "draft": {}, "other": 1 }))
        .await?;
    let keep = "await chrome.alarms.create('draft-ends', { delayInMinutes: 10 })";
    world.page.promised(keep, Vec::new()).await?;
    world.stop_background().await?;
    world.ring("draft-ends").await?;
    world
        .page
        .until("the draft is gone".to_owned(), async || {
            Ok(world.stored(Area::Session).await?.get("draft").is_none())
        })
        .await?;
    assert_eq!(world.stored(Area::Session).await?.get("other"), Some(&json!(1)));
    Ok(())
}

async fn what_an_organisation_sets_arrives(world: &ExtensionWorld) -> Outcome {
    let settings = json!({ "hosts": [DEMO] });
    world.set_by_organisation(settings.clone()).await?;
    world.open(Surface::Tab).await?;
    assert_eq!(world.stored(Area::Managed).await?, settings);
    Ok(())
}

/// That the browser acts on its own shortcuts is the browser's part; that it took the suggestion over is ours.
async fn a_shortcut_is_suggested_for_the_popup(world: &ExtensionWorld) -> Outcome {
    world.open(Surface::Tab).await?;
    let commands = world
        .page
        .promised("return chrome.commands.getAll()", Vec::new())
        .await?;
    let commands = commands.as_array().cloned().unwrap_or_default();
    let popup = commands
        .iter()
        .find(|command| command.get("name") == Some(&json!("_execute_action")));
    let shortcut = popup.and_then(|command| command.get("shortcut"));
    assert_eq!(shortcut, Some(&json!("Alt+Shift+U")));
    Ok(())
}

async fn a_window_that_opens_by_itself_is_found(world: &ExtensionWorld) -> Outcome {
    let tab = world.open(Surface::Tab).await?;
    let open = "await chrome.windows.create({ url: 'index.html?surface=window', type: 'popup', width: 560, height: 760 })";
    world.page.promised(open, Vec::new()).await?;
    let window = world.await_window().await?;
    world.page.is_started().await?;
    assert!(
        world
            .page
            .driver()
            .current_url()
            .await?
            .as_str()
            .ends_with("surface=window")
    );
    world.close_current().await?;
    assert!(!world.is_open(&window).await?);
    world.switch_to(&tab).await?;
    Ok(())
}
