//! Connecting to a host from the extension.

use end_to_end::extension::{DEMO, ExtensionWorld, PRODUCTION, Person, Surface};
use end_to_end::{Outcome, in_both_browsers, labels};
use hyper::Method;

in_both_browsers! {
    a_session_of_the_console_is_used_and_the_list_shows,
    without_a_session_the_way_to_sign_in_is_offered,
}

async fn a_session_of_the_console_is_used_and_the_list_shows(world: &ExtensionWorld) -> Outcome {
    let page = &world.page;
    world.sign_in(PRODUCTION, Person::Administrator).await?;
    world.open(Surface::Tab).await?;
    page.press_button(labels::CONNECT).await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.sees("5 service users").await?;
    page.sees("administrator@example.com").await?;
    assert!(world.count(PRODUCTION, &Method::GET, "/user") > 0);
    assert_eq!(world.count(DEMO, &Method::GET, "/user"), 0, "nobody chose it");
    Ok(())
}

async fn without_a_session_the_way_to_sign_in_is_offered(world: &ExtensionWorld) -> Outcome {
    let page = &world.page;
    world.sign_in(PRODUCTION, Person::Administrator).await?;
    world.sign_out(PRODUCTION).await?;
    let extension = world.open(Surface::Tab).await?;
    page.press_button(labels::CONNECT).await?;
    page.sees("You are not signed in").await?;
    world.sign_in(PRODUCTION, Person::Auditor).await?;
    // Coming back is enough: nobody has to press the button a second time.
    world.switch_to(&extension).await?;
    page.sees("auditor@example.com").await
}
