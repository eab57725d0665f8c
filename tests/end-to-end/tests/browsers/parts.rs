//! Screens that are loaded when they are first gone to.

use end_to_end::{Outcome, World, in_both_browsers, labels};

in_both_browsers! {
    a_screen_that_does_not_arrive_says_so_and_is_there_at_the_next_try,
}

async fn a_screen_that_does_not_arrive_says_so_and_is_there_at_the_next_try(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    page.is_on(labels::DETAILS).await?;
    page.fill(labels::field::FRIENDLY_NAME, "Kept meanwhile").await?;

    // A page that is in one file has nothing to load here, and shows the templates: make it with `cargo xtask package`.
    world.refuse_connections().await;
    page.press_link(labels::TEMPLATES).await?;
    page.is_on(labels::NOT_LOADED).await?;
    assert_eq!(page.focus().await?.name, labels::NOT_LOADED);
    let violations = page.violations(&world.surroundings).await?;
    assert!(violations.is_empty(), "{violations:?}");
    page.press_button(labels::TRY_AGAIN).await?;
    page.is_on(labels::NOT_LOADED).await?;

    world.accept_connections().await?;
    page.press_button(labels::TRY_AGAIN).await?;
    page.is_on(labels::TEMPLATES).await?;
    page.driver().back().await?;
    page.is_on(labels::DETAILS).await?;
    assert_eq!(page.value(labels::field::FRIENDLY_NAME).await?, "Kept meanwhile");
    Ok(())
}
