//! The popup: it closes when it loses the focus, and nothing is lost by it.

use end_to_end::extension::{Area, DEMO, ExtensionWorld, PRODUCTION, Person, Surface};
use end_to_end::{Browser, Outcome, in_both_browsers, labels};
use hyper::Method;
use labels::field::{EMAIL, FRIENDLY_NAME};

use crate::steps::{allow_cookie, assert_details, assert_draft, connect, take_token};

in_both_browsers! {
    closed_on_the_connect_screen_it_comes_back_with_the_typed_host,
    closed_in_the_middle_of_each_step_it_comes_back_there,
    what_was_typed_into_the_real_popup_is_there_after_a_press_beside_it,
    creating_is_handed_on_to_a_window_and_done_there_once,
    popping_out_keeps_the_form,
    the_host_of_the_tab_below_is_connected_to,
    an_api_key_is_pasted_in_a_window_and_never_in_the_popup,
}

async fn closed_on_the_connect_screen_it_comes_back_with_the_typed_host(world: &ExtensionWorld) -> Outcome {
    let page = &world.page;
    world.open(Surface::Popup).await?;
    page.press_element("#connect-host option[value=other]").await?;
    page.fill("connect-other-host", "pki.exam").await?;
    world.close_current().await?;
    world.open(Surface::Popup).await?;
    assert_eq!(page.value("connect-other-host").await?, "pki.exam");
    Ok(())
}

async fn closed_in_the_middle_of_each_step_it_comes_back_there(world: &ExtensionWorld) -> Outcome {
    let page = &world.page;
    connect(world, Surface::Popup).await?;
    page.start_creating().await?;
    page.fill(FRIENDLY_NAME, "Half typ").await?;
    page.fill(EMAIL, "jane.doe@exam").await?;
    world.close_current().await?;

    world.open(Surface::Popup).await?;
    page.is_on(labels::DETAILS).await?;
    assert_eq!(page.value(FRIENDLY_NAME).await?, "Half typ");
    assert_eq!(page.value(EMAIL).await?, "jane.doe@exam");
    page.fill_details("Whole").await?;
    world.close_current().await?;

    world.open(Surface::Popup).await?;
    page.is_on(labels::DETAILS).await?;
    assert_details(world, "Whole").await?;
    page.press_button(labels::NEXT).await?;
    page.press_role("Trust Lifecycle", "View only").await?;
    world.close_current().await?;

    world.open(Surface::Popup).await?;
    assert_draft(world, "Whole").await?;
    assert_eq!(
        world.count(PRODUCTION, &Method::POST, "/user"),
        0,
        "nobody pressed the button"
    );
    Ok(())
}

async fn what_was_typed_into_the_real_popup_is_there_after_a_press_beside_it(
    world: &ExtensionWorld,
) -> Outcome {
    let page = &world.page;
    connect(world, Surface::Tab).await?;
    world.close_current().await?;
    let popup = world.dock(Surface::Popup).await?;
    let start = "
        const wait = async (look) => { while (!look()) await new Promise((next) => setTimeout(next, 20)); return look(); };
        const named = (name) => [...document.querySelectorAll('button')].find((button) => button.innerText === name);
        (await wait(() => named('Create service user'))).click();
        const field = await wait(() => document.getElementById('field-friendly-name'));
        field.focus();
        field.value = 'Typed in a hurry';
        field.dispatchEvent(new Event('input', { bubbles: true }));";
    world.in_docked(&popup, start, Vec::new()).await?;
    world.press_beside(&popup).await?;
    page.until("the popup is closed".to_owned(), async || {
        Ok(!world.is_docked(&popup).await?)
    })
    .await?;
    world.open(Surface::Popup).await?;
    page.is_on(labels::DETAILS).await?;
    assert_eq!(page.value(FRIENDLY_NAME).await?, "Typed in a hurry");
    Ok(())
}

async fn creating_is_handed_on_to_a_window_and_done_there_once(world: &ExtensionWorld) -> Outcome {
    let page = &world.page;
    connect(world, Surface::Popup).await?;
    let popup = page.driver().window().await?;
    page.prepare("Handed on").await?;
    let held = world.hold(PRODUCTION, Method::POST, "/user");
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    world.await_window().await?;
    // In a tab that stands for the popup, Firefox does not let the page close itself.
    if world.browser == Browser::Chromium {
        page.until("the popup is closed".to_owned(), async || {
            Ok(!world.is_open(&popup).await?)
        })
        .await?;
    }
    page.sees(labels::CREATING).await?;
    held.release();
    allow_cookie(world).await?;
    let kept = world.stored(Area::Session).await?;
    assert!(kept.get("draft").is_none(), "the service user exists: {kept}");
    assert!(kept.get("creation-order").is_none(), "the order is taken: {kept}");
    take_token(world, "Handed on").await?;
    let sent = world.count(PRODUCTION, &Method::POST, "/user");
    page.driver().refresh().await?;
    page.sees("6 service users").await?;
    assert_eq!(
        world.count(PRODUCTION, &Method::POST, "/user"),
        sent,
        "loading it again creates nothing"
    );
    Ok(())
}

async fn popping_out_keeps_the_form(world: &ExtensionWorld) -> Outcome {
    let page = &world.page;
    connect(world, Surface::Popup).await?;
    page.prepare("Popped out").await?;
    page.press_button(labels::OPEN_WINDOW).await?;
    world.await_window().await?;
    assert_draft(world, "Popped out").await?;
    page.press_button(labels::OPEN_TAB).await?;
    world.await_window().await?;
    assert_draft(world, "Popped out").await?;
    assert_eq!(world.count(PRODUCTION, &Method::POST, "/user"), 0);
    Ok(())
}

async fn the_host_of_the_tab_below_is_connected_to(world: &ExtensionWorld) -> Outcome {
    world.sign_in(DEMO, Person::Administrator).await?;
    let popup = world.dock_popup_over(DEMO).await?;
    world
        .page
        .until("the list of the demo host shows".to_owned(), async || {
            let words = world
                .in_docked(&popup, "return document.body.innerText", Vec::new())
                .await?;
            let words = words.as_str().unwrap_or_default();
            Ok(words.contains("5 service users") && words.contains("Demo") && words.contains(DEMO))
        })
        .await?;
    assert_eq!(
        world.count(PRODUCTION, &Method::GET, "/user/me"),
        0,
        "nobody chose it"
    );
    Ok(())
}

async fn an_api_key_is_pasted_in_a_window_and_never_in_the_popup(world: &ExtensionWorld) -> Outcome {
    let page = &world.page;
    world.open(Surface::Popup).await?;
    page.press_element("#connect-host option[value='4']").await?;
    page.press_choice(labels::BY_API_KEY).await?;
    page.sees("This popup forgets").await?;
    assert_eq!(page.count("#connect-api-key").await?, 0);
    page.press_element(".notice .button").await?;
    world.await_window().await?;
    page.sees(DEMO).await?;
    page.fill("connect-api-key", world.account_manager.api_key())
        .await?;
    page.press_button(labels::CONNECT).await?;
    page.sees("5 service users").await?;
    let kept = world.stored(Area::Session).await?.to_string();
    assert!(!kept.contains(world.account_manager.api_key()), "{kept}");
    Ok(())
}
