//! The app on every surface of the extension.

use std::cell::Cell;

use end_to_end::extension::{ExtensionWorld, Surface};
use end_to_end::{Browser, Outcome, in_both_browsers, labels};

in_both_browsers! {
    starts_on_every_surface,
    complaints_of_the_browser_are_heard,
    the_popup_starts_and_a_press_beside_it_closes_it,
    the_panel_starts_and_stays_open_beside_the_tabs,
}

const HEADING: &str = "return document.querySelector('main h1').innerText";

async fn starts_on_every_surface(world: &ExtensionWorld) -> Outcome {
    for surface in Surface::all_in(world.browser) {
        world.open(surface).await?;
        world.page.is_on(labels::CONNECT_TITLE).await?;
        world.page.button(labels::CONNECT).await?;
        assert!(
            world.page.sideways_overflow().await? <= 0,
            "{surface:?} scrolls sideways"
        );
        let violations = world.page.violations(&world.surroundings).await?;
        assert!(violations.is_empty(), "{surface:?}: {violations:?}");
    }
    assert_eq!(world.complaints().await?, [""; 0]);
    Ok(())
}

/// A search that finds nothing proves something only if it finds what is there.
async fn complaints_of_the_browser_are_heard(world: &ExtensionWorld) -> Outcome {
    world.open(Surface::Tab).await?;
    let plant = "
        console.error('a planted message');
        const picture = new Image();
        picture.src = 'https://one.digicert.com/planted.png';
        document.body.append(picture);
        setTimeout(() => { throw new Error('a planted error'); });";
    world.page.script(plant, Vec::new()).await?;
    // What a log has given away once it does not give away again.
    let heard = Cell::new(String::new());
    for planted in ["a planted message", "planted.png", "a planted error"] {
        world
            .page
            .until(format!("“{planted}” is heard"), async || {
                let heard_now = heard.take() + world.complaints().await?.join("\n").as_str();
                let is_heard = heard_now.contains(planted);
                heard.set(heard_now);
                Ok(is_heard)
            })
            .await?;
    }
    Ok(())
}

async fn the_popup_starts_and_a_press_beside_it_closes_it(world: &ExtensionWorld) -> Outcome {
    let popup = world.dock(Surface::Popup).await?;
    assert_eq!(
        world.in_docked(&popup, HEADING, Vec::new()).await?,
        labels::CONNECT_TITLE
    );
    assert!(world.is_docked(&popup).await?);
    world.press_beside(&popup).await?;
    world
        .page
        .until("the popup is closed".to_owned(), async || {
            Ok(!world.is_docked(&popup).await?)
        })
        .await
}

async fn the_panel_starts_and_stays_open_beside_the_tabs(world: &ExtensionWorld) -> Outcome {
    let panel = world.dock(Surface::panel_of(world.browser)).await?;
    assert_eq!(
        world.in_docked(&panel, HEADING, Vec::new()).await?,
        labels::CONNECT_TITLE
    );
    world.press_beside(&panel).await?;
    world.page.open("about:blank").await?;
    assert!(world.is_docked(&panel).await?);
    let narrow = "return document.scrollingElement.scrollWidth <= innerWidth";
    assert_eq!(world.in_docked(&panel, narrow, Vec::new()).await?, true);
    match world.browser {
        Browser::Chromium => world.page.button(labels::CONNECT).await.map(|_| ()),
        Browser::Firefox => Ok(()),
    }
}
