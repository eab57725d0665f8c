//! What the person allows, and takes back.

use end_to_end::extension::{ExtensionWorld, ON_PREMISES, PRODUCTION, Surface};
use end_to_end::{Outcome, in_both_browsers, labels};
use hyper::Method;

use crate::steps::{allow_cookie, assert_draft, connect, take_token};

in_both_browsers! {
    access_that_was_taken_back_in_the_middle_is_asked_for_and_nothing_is_lost,
    access_that_is_missing_at_the_start_is_asked_for,
    a_host_of_ones_own_is_asked_for_on_a_press,
}

async fn access_that_was_taken_back_in_the_middle_is_asked_for_and_nothing_is_lost(
    world: &ExtensionWorld,
) -> Outcome {
    let page = &world.page;
    connect(world, Surface::Tab).await?;
    page.prepare("Taken back").await?;
    world.revoke_host_access(PRODUCTION).await?;
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    page.sees("does not let Service User Helper reach one.digicert.com")
        .await?;
    page.sees("What you typed is still here").await?;
    assert_eq!(
        world.count(PRODUCTION, &Method::POST, "/user"),
        0,
        "nothing was sent"
    );
    world.give_host_access(PRODUCTION).await?;
    page.press_button(labels::ALLOW_PRODUCTION).await?;
    allow_cookie(world).await?;
    take_token(world, "Taken back").await.map(|_| ())
}

async fn access_that_is_missing_at_the_start_is_asked_for(world: &ExtensionWorld) -> Outcome {
    let page = &world.page;
    connect(world, Surface::Popup).await?;
    page.prepare("Missing at the start").await?;
    world.close_current().await?;
    world.open(Surface::Tab).await?;
    world.revoke_host_access(PRODUCTION).await?;
    world.close_current().await?;
    world.open(Surface::Popup).await?;
    page.sees("does not let Service User Helper reach one.digicert.com")
        .await?;
    world.give_host_access(PRODUCTION).await?;
    page.press_button(labels::ALLOW_PRODUCTION).await?;
    assert_draft(world, "Missing at the start").await
}

async fn a_host_of_ones_own_is_asked_for_on_a_press(world: &ExtensionWorld) -> Outcome {
    let page = &world.page;
    world
        .sign_in(ON_PREMISES, end_to_end::extension::Person::Administrator)
        .await?;
    world.open(Surface::Tab).await?;
    page.press_element("#connect-host option[value=other]").await?;
    page.fill("connect-other-host", ON_PREMISES).await?;
    page.press_button(labels::CONNECT).await?;
    page.sees("does not let Service User Helper reach pki.example.test")
        .await?;
    assert_eq!(
        world.count(ON_PREMISES, &Method::GET, "/user/me"),
        0,
        "nothing was sent"
    );
    world.give_host_access(ON_PREMISES).await?;
    page.press_button(labels::ALLOW_ON_PREMISES).await?;
    page.sees("5 service users").await?;
    page.sees("Own host").await
}
