//! Screens that are loaded when they are first gone to.

use end_to_end::{Outcome, World, in_both_browsers, labels};

in_both_browsers! {
    the_address_of_creating_leads_there_without_the_list,
    a_screen_that_does_not_arrive_says_so_and_is_there_at_the_next_try,
    templates_that_do_not_arrive_hold_nothing_up_and_are_there_at_the_next_try,
}

/// A page that is in one file has one file of WebAssembly everywhere, so this holds for it too.
async fn the_address_of_creating_leads_there_without_the_list(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.open("/account/sign-in").await?;
    page.open("/#create").await?;
    page.is_on(labels::DETAILS).await?;
    page.create_from_here("Without the list").await?;
    let loaded =
        "return performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.wasm')).length";
    assert_eq!(page.script(loaded, Vec::new()).await?, 1);
    page.copy_and_close().await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.sees("Without the list").await
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

async fn templates_that_do_not_arrive_hold_nothing_up_and_are_there_at_the_next_try(
    world: &World,
) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.open("/account/sign-in").await?;
    page.open("/#create").await?;
    page.is_on(labels::DETAILS).await?;
    // Nothing else is on its way any more that could be tried again.
    page.choose(labels::field::ACCOUNTS, "Example Corporation")
        .await?;
    page.choose(labels::field::MANAGERS, "Trust Lifecycle").await?;

    // A page that is in one file has nothing to load here, and shows the template: make it with `cargo xtask package`.
    world.refuse_connections().await;
    page.pick_recipe("Code signing in CI").await?;
    page.sees("Templates could not be loaded").await?;
    let violations = page.violations(&world.surroundings).await?;
    assert!(violations.is_empty(), "{violations:?}");
    page.fill(labels::field::FRIENDLY_NAME, "Typed meanwhile").await?;
    page.press_button(labels::TRY_AGAIN).await?;
    page.sees("Templates could not be loaded").await?;

    world.accept_connections().await?;
    page.press_button(labels::TRY_AGAIN).await?;
    page.sees("For a build that signs what it made.").await?;
    page.sees_no_more("Templates could not be loaded").await?;
    page.press_button(labels::USE_TEMPLATE).await?;
    page.sees("Filled in from the template “Code signing in CI”")
        .await?;
    assert_eq!(page.value(labels::field::FRIENDLY_NAME).await?, "Typed meanwhile");
    Ok(())
}
