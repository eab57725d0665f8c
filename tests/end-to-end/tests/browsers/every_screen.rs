//! Every screen in every state: accessible in both colour schemes and at both sizes, and never wider than the window.

mod walk;

use end_to_end::{Browser, Fault, Look, Outcome, World, in_both_browsers};
use walk::walk;

in_both_browsers! {
    axe_finds_nothing_on_any_screen,
    no_screen_scrolls_sideways_at_400_pixels,
    axe_and_the_width_tell_what_is_wrong,
    every_screen_is_pictured,
}

/// Goes on after a violation, so that one run tells them all.
async fn axe_finds_nothing_on_any_screen(world: &World) -> Outcome {
    let mut found = Vec::new();
    let mut cells = 0;
    walk(world, async |state| {
        for look in Look::ALL {
            world.page.take_look(look).await?;
            cells += 1;
            for violation in world.page.violations(&world.surroundings).await? {
                found.push(format!("{state} at {}: {violation}", look.name()));
            }
        }
        world.page.take_look(Look::WIDE).await
    })
    .await?;
    assert!(cells >= 4 * 20, "only {cells} cells were looked at");
    none(found, "axe-core")
}

async fn no_screen_scrolls_sideways_at_400_pixels(world: &World) -> Outcome {
    let mut found = Vec::new();
    walk(world, async |state| {
        world.page.take_look(Look::NARROW).await?;
        let overflow = world.page.sideways_overflow().await?;
        if overflow > 0 {
            found.push(format!("{state}: {overflow} pixels too wide"));
        }
        world.page.take_look(Look::WIDE).await
    })
    .await?;
    none(found, "the narrow layout")
}

/// A search that finds nothing proves something only if it finds what is there.
async fn axe_and_the_width_tell_what_is_wrong(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    assert!(
        page.violations(&world.surroundings).await?.is_empty(),
        "the list is fine"
    );
    let plant = "
        document.getElementById('user-search').labels[0].remove();
        document.querySelector('main p').style.color = 'light-dark(#ddd, #333)';
        document.querySelector('footer').style.minWidth = '3000px';";
    page.script(plant, Vec::new()).await?;
    for look in Look::ALL {
        page.take_look(look).await?;
        let rules: Vec<_> = page
            .violations(&world.surroundings)
            .await?
            .into_iter()
            .map(|found| found.rule)
            .collect();
        for rule in ["label", "color-contrast"] {
            assert!(
                rules.iter().any(|found| found == rule),
                "{rule} is not among {rules:?} at {}",
                look.name()
            );
        }
        assert!(page.sideways_overflow().await? > 1000, "at {}", look.name());
    }
    Ok(())
}

/// Saves a picture of every cell where `SCREENSHOTS` names a folder. One browser's pictures are enough to look at.
async fn every_screen_is_pictured(world: &World) -> Outcome {
    let Some(folder) = world
        .surroundings
        .screenshots
        .as_ref()
        .filter(|_| world.browser == Browser::Chromium)
    else {
        return Ok(());
    };
    std::fs::create_dir_all(folder)?;
    walk(world, async |state| {
        for look in Look::ALL {
            world.page.take_look(look).await?;
            world.page.scroll_to_focus().await?;
            let file = folder.join(format!("{}-{}.png", state.replace(' ', "-"), look.name()));
            world.page.screenshot(&file).await?;
        }
        world.page.take_look(Look::WIDE).await
    })
    .await
}

fn none(found: Vec<String>, what: &str) -> Outcome {
    match found.is_empty() {
        true => Ok(()),
        false => Err(Fault::new(format!(
            "{what} has {} complaints:\n{}",
            found.len(),
            found.join("\n")
        ))),
    }
}
