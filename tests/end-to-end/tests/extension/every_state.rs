//! Every state that only the extension has, on the surface that has it: accessible in light and in dark, and never wider than
//! the surface.

mod walk;

use end_to_end::extension::{ExtensionWorld, Surface};
use end_to_end::{Browser, Fault, Outcome, in_both_browsers};
use walk::walk;

in_both_browsers! {
    no_state_has_a_fault_and_each_is_pictured,
}

/// Goes on after a fault, so that one run tells them all. A picture of every state is saved where `SCREENSHOTS` names a folder; one
/// browser's are enough to look at.
async fn no_state_has_a_fault_and_each_is_pictured(world: &ExtensionWorld) -> Outcome {
    let page = &world.page;
    let mut faults = Vec::new();
    let mut states = 0;
    let pictures = world
        .surroundings
        .screenshots
        .as_ref()
        .filter(|_| world.browser == Browser::Chromium);
    walk(world, async |surface: Surface, state: &str| {
        states += 1;
        for look in [surface.look().dark(), surface.look()] {
            page.take_look(look).await?;
            for violation in page.violations(&world.surroundings).await? {
                faults.push(format!("{state} at {}: {violation}", look.name()));
            }
            let overflow = page.sideways_overflow().await?;
            if overflow > 0 {
                faults.push(format!("{state} at {}: {overflow} pixels too wide", look.name()));
            }
            if let Some(folder) = pictures {
                std::fs::create_dir_all(folder)?;
                page.scroll_to_focus().await?;
                let file = format!("extension-{}-{}.png", state.replace(' ', "-"), look.name());
                page.screenshot(&folder.join(file)).await?;
            }
        }
        Ok(())
    })
    .await?;
    assert!(states >= 15, "only {states} states were looked at");
    match faults.is_empty() {
        true => Ok(()),
        false => Err(Fault::new(faults.join("\n"))),
    }
}
