//! The page from a web server of its own: a host that refuses calls from elsewhere is told apart from one that is down.

use end_to_end::{Outcome, PageServer, World, closed_port, in_both_browsers, labels};
use thirtyfour::By;

in_both_browsers! {
    a_host_that_refuses_other_origins_is_called_up_and_two_ways_round_are_named,
    a_host_that_is_down_is_called_unreachable,
    an_address_that_is_none_is_refused_under_its_field,
}

async fn connect_to(world: &World, host: &str, way: &str) -> Outcome {
    let page = &world.page;
    let choice = page
        .driver()
        .find(By::Css("#connect-host option[value=other]"))
        .await?;
    choice.click().await?;
    page.fill("connect-other-host", host).await?;
    page.press_choice(way).await?;
    if way == labels::BY_API_KEY {
        page.fill("connect-api-key", world.account_manager.api_key())
            .await?;
    }
    page.press_button(labels::CONNECT).await
}

async fn open_from_elsewhere(world: &World) -> Outcome<PageServer> {
    let server = PageServer::start().await?;
    world.page.open(server.address()).await?;
    world.page.is_on(labels::CONNECT_TITLE).await?;
    world.page.button(labels::CONNECT).await?;
    Ok(server)
}

async fn a_host_that_refuses_other_origins_is_called_up_and_two_ways_round_are_named(
    world: &World,
) -> Outcome {
    let page = &world.page;
    for way in [labels::BY_SESSION, labels::BY_API_KEY] {
        let _server = open_from_elsewhere(world).await?;
        connect_to(world, &world.sandbox_origin(), way).await?;
        page.sees("is up, but refuses calls from a page of another origin")
            .await?;
        page.sees("extension").await?;
        page.sees("cargo xtask serve --upstream").await?;
        assert!(
            !page.words().await?.contains("cannot be reached"),
            "it can be reached"
        );
    }
    Ok(())
}

async fn a_host_that_is_down_is_called_unreachable(world: &World) -> Outcome {
    let page = &world.page;
    for way in [labels::BY_SESSION, labels::BY_API_KEY] {
        let _server = open_from_elsewhere(world).await?;
        connect_to(world, &format!("http://127.0.0.1:{}", closed_port()?), way).await?;
        page.sees("cannot be reached").await?;
        assert!(!page.words().await?.contains("is up"), "it is down");
    }
    Ok(())
}

async fn an_address_that_is_none_is_refused_under_its_field(world: &World) -> Outcome {
    let page = &world.page;
    let _server = open_from_elsewhere(world).await?;
    for address in ["http://one.example.com", "not a host", ""] {
        connect_to(world, address, labels::BY_SESSION).await?;
        page.until(format!("“{address}” is refused"), async || {
            Ok(page
                .attribute("#connect-other-host", "aria-invalid")
                .await?
                .as_deref()
                == Some("true"))
        })
        .await?;
        let script = "return document.getElementById('connect-other-host-fault').innerText.trim()";
        assert_ne!(
            page.script(script, Vec::new()).await?,
            "",
            "what is wrong with “{address}”"
        );
        page.focus_is_on("connect-other-host").await?;
    }
    Ok(())
}
