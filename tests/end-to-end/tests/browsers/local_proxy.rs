//! The page behind the local proxy: a person sees the tenant at the other end, and a token's forms name it.

use end_to_end::{Outcome, Surroundings, World, in_both_browsers, labels};
use tenant_proxy::{Options, Running, Upstream};

in_both_browsers! {
    the_tenant_behind_the_proxy_is_named_and_its_api_key_is_asked_for,
    the_forms_of_a_token_name_the_tenant_and_not_the_proxy,
}

async fn open_proxy(world: &World) -> Outcome<Running> {
    let options = Options {
        page: Some(Surroundings::look().page),
        ..Options::new(Upstream::parse(&world.sandbox_origin())?)
    };
    let proxy = tenant_proxy::start(options).await?;
    world.page.open(&format!("{}/", proxy.url())).await?;
    world.page.is_on(labels::CONNECT_TITLE).await?;
    world.page.button(labels::CONNECT).await?;
    Ok(proxy)
}

async fn connect(world: &World) -> Outcome {
    let page = &world.page;
    page.fill("connect-api-key", world.account_manager.api_key())
        .await?;
    page.press_button(labels::CONNECT).await?;
    page.is_on(labels::SERVICE_USERS).await
}

/// Host and port of an origin.
fn name_of(origin: &str) -> &str {
    origin.split_once("://").map_or(origin, |(_, name)| name)
}

async fn the_tenant_behind_the_proxy_is_named_and_its_api_key_is_asked_for(world: &World) -> Outcome {
    let page = &world.page;
    let proxy = open_proxy(world).await?;
    let tenant = world.sandbox_origin();
    // Firefox leaves the options of a list out of a page's words.
    let chosen = "return document.getElementById('connect-host').selectedOptions[0].text";
    assert_eq!(
        page.script(chosen, Vec::new()).await?,
        format!("{} (through the local proxy)", name_of(&tenant))
    );
    assert!(
        !page.words().await?.contains(labels::OPEN_SIGN_IN),
        "the proxy has no sign-in page"
    );
    connect(world).await?;
    page.sees(name_of(&tenant)).await?;
    let words = page.words().await?;
    assert!(
        !words.contains(name_of(&proxy.url())),
        "the proxy is not the tenant: {words}"
    );
    Ok(())
}

async fn the_forms_of_a_token_name_the_tenant_and_not_the_proxy(world: &World) -> Outcome {
    let page = &world.page;
    let proxy = open_proxy(world).await?;
    connect(world).await?;
    page.create("Through the proxy").await?;
    page.note_copies().await?;
    page.press_button("Copy as Environment variables (DC_BASE, DC_API_KEY)")
        .await?;
    page.sees("Copied as Environment variables").await?;
    let copies = page.noted_copies().await?;
    assert!(
        copies.iter().any(|text| text.contains(&world.sandbox_origin())),
        "{} forms, none with the tenant",
        copies.len()
    );
    assert!(
        !copies.iter().any(|text| text.contains(name_of(&proxy.url()))),
        "a form names the proxy"
    );
    Ok(())
}
