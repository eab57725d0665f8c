//! The product's whole job, and what is done in the list, without a pointer.

use end_to_end::{Outcome, World, in_both_browsers, labels};
use thirtyfour::Key;

in_both_browsers! {
    creates_a_service_user_by_keyboard_alone,
    extends_several_by_keyboard_alone,
    disables_one_from_its_row_by_keyboard_alone,
}

const NAME: &str = "Made by keyboard alone";
const PRINTER: &str = "Printer fleet TLS inspection production";
const CHARGING: &str = "Charging station onboarding test";

/// Keys go to whatever has the focus; nothing is pressed, focused or changed by a script.
async fn creates_a_service_user_by_keyboard_alone(world: &World) -> Outcome {
    let page = &world.page;

    sign_in(world).await?;
    press(world, labels::CREATE_SERVICE_USER).await?;
    page.is_on(labels::DETAILS).await?;
    page.sees("Friendly name").await?;
    fill_details(world).await?;
    press(world, labels::NEXT).await?;

    page.is_on(labels::ROLES).await?;
    for (manager, role) in [("Trust Lifecycle", "View only"), ("Software Trust", "Signer")] {
        page.tab_to(role, |focus| focus.role == role && focus.group == manager)
            .await?;
        page.type_keys(Key::Space).await?;
    }
    press(world, labels::CREATE_SERVICE_USER).await?;

    page.sees(labels::TOKEN_TITLE).await?;
    page.until("the focus is on Copy".to_owned(), async || {
        Ok(page.focus().await?.name == labels::COPY)
    })
    .await?;
    page.tab_back_to(labels::SHOW, |focus| focus.name == labels::SHOW)
        .await?;
    page.type_keys(Key::Enter).await?;
    page.button(labels::HIDE).await?;
    let token = page.token_in_sight().await?;
    press(world, labels::COPY).await?;
    page.sees(labels::COPIED).await?;
    assert_eq!(page.clipboard().await?, token, "what is on the clipboard");
    press(world, labels::CLOSE).await?;

    page.is_on(labels::SERVICE_USERS).await?;
    page.sees(NAME).await?;
    assert_that_it_works(world, &token).await
}

/// The focus is never lost: whatever is pressed, the next Tab goes on from where a person would expect it to.
async fn extends_several_by_keyboard_alone(world: &World) -> Outcome {
    let page = &world.page;
    sign_in(world).await?;
    for name in [CHARGING, PRINTER] {
        page.tab_to(name, |focus| focus.name == format!("Select {name}"))
            .await?;
        page.type_keys(Key::Space).await?;
    }
    page.sees("2 selected").await?;
    page.tab_back_to("Extend…", |focus| focus.id == "bulk-extend")
        .await?;
    page.type_keys(Key::Enter).await?;
    page.focus_is_on("batch-end-date").await?;
    page.type_keys(Key::Escape).await?;
    page.sees_no_more("New end date").await?;
    page.focus_is_on("bulk-extend").await?;

    page.type_keys(Key::Enter).await?;
    page.focus_is_on("batch-end-date").await?;
    page.tab_to("a preset", |focus| focus.name == "180 days").await?;
    page.type_keys(Key::Space).await?;
    press(world, "Extend").await?;
    page.sees("2 extended.").await?;
    page.focus_is_on("batch-close").await?;
    let violations = page.violations(&world.surroundings).await?;
    assert!(violations.is_empty(), "{violations:?}");
    page.type_keys(Key::Enter).await?;
    page.focus_is_on("bulk-extend").await?;
    press(world, "Clear selection").await?;
    page.sees_no_more("2 selected").await?;
    page.focus_is_on("select-all").await
}

async fn disables_one_from_its_row_by_keyboard_alone(world: &World) -> Outcome {
    let page = &world.page;
    sign_in(world).await?;
    let menu = format!("Actions for {PRINTER}");
    page.tab_to(&menu, |focus| focus.name == menu).await?;
    page.type_keys(Key::Enter).await?;
    press(world, "Disable…").await?;
    page.focus_is_on("row-menu-keep").await?;
    page.type_keys(Key::Enter).await?;
    page.focus_is_on("row-menu-disable").await?;
    page.type_keys(Key::Enter).await?;
    page.focus_is_on("row-menu-keep").await?;
    page.tab_back_to("Disable", |focus| focus.name == "Disable")
        .await?;
    page.type_keys(Key::Enter).await?;
    page.sees("was disabled").await?;
    page.until("the focus is on the row's button again".to_owned(), async || {
        Ok(page.focus().await?.name == menu)
    })
    .await
}

async fn sign_in(world: &World) -> Outcome {
    let page = &world.page;
    page.open("/account/sign-in").await?;
    page.tab_to("the person to sign in as", |focus| focus.id == "administrator")
        .await?;
    page.tab_to("the sign-in button", |focus| focus.name == "Sign in")
        .await?;
    page.type_keys(Key::Enter).await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.sees("5 service users").await
}

/// Step 1, every field in its order.
async fn fill_details(world: &World) -> Outcome {
    let page = &world.page;
    page.tab_to("the friendly name", |focus| {
        focus.id == labels::field::FRIENDLY_NAME
    })
    .await?;
    page.type_keys(NAME).await?;
    page.tab_to("the description", |focus| focus.id == labels::field::DESCRIPTION)
        .await?;
    page.type_keys("Typed, not clicked.").await?;
    page.tab_to("the end date", |focus| focus.id == labels::field::END_DATE)
        .await?;
    page.tab_to("a preset", |focus| focus.name == "90 days").await?;
    page.type_keys(Key::Space).await?;
    page.sees("Valid until").await?;
    page.tab_to("the email", |focus| focus.id == labels::field::EMAIL)
        .await?;
    page.type_keys("jane.doe@example.com").await?;

    // With the arrows: the list opens at its first entry, and the second is one further.
    page.tab_to("the accounts", |focus| focus.id == labels::field::ACCOUNTS)
        .await?;
    page.type_keys(Key::Down).await?;
    page.type_keys(Key::Enter).await?;
    page.type_keys(Key::Down).await?;
    page.type_keys(Key::Enter).await?;
    let accounts = ["Example Corporation", "Example Manufacturing Europe"];
    page.until("both accounts are chosen".to_owned(), async || {
        Ok(page.chosen(labels::field::ACCOUNTS).await? == accounts)
    })
    .await?;

    // By typing a part of the name.
    page.tab_to("the Managers", |focus| focus.id == labels::field::MANAGERS)
        .await?;
    for (typed, manager) in [("lifecy", "Trust Lifecycle"), ("softw", "Software Trust")] {
        page.type_keys(typed).await?;
        page.until(format!("{manager} is the only choice left"), async || {
            Ok(page.options(labels::field::MANAGERS).await? == [manager])
        })
        .await?;
        page.type_keys(Key::Enter).await?;
    }
    page.until("both Managers are chosen".to_owned(), async || {
        Ok(page.chosen(labels::field::MANAGERS).await? == ["Trust Lifecycle", "Software Trust"])
    })
    .await
}

/// Goes to a button and presses Enter.
async fn press(world: &World, button: &str) -> Outcome {
    world
        .page
        .tab_to(button, |focus| focus.name == button && focus.tag == "button")
        .await?;
    world.page.type_keys(Key::Enter).await
}

/// The API lists the service user, and its token says whose it is.
async fn assert_that_it_works(world: &World, token: &str) -> Outcome {
    let users = world.account_manager.service_users_named(NAME).await?;
    assert_eq!(users.len(), 1, "{users:?}");
    for user in users {
        assert_eq!(
            user.get("email").and_then(|email| email.as_str()),
            Some("jane.doe@example.com"),
            "{user}"
        );
        let accounts = user
            .get("account_ids")
            .and_then(|ids| ids.as_array())
            .map(Vec::len);
        assert_eq!(accounts, Some(2), "{user}");
        let roles = user.get("role_ids").and_then(|ids| ids.as_array()).map(Vec::len);
        assert_eq!(roles, Some(2), "{user}");
    }
    let (status, me) = world.account_manager.me(token).await?;
    assert_eq!(status, 200, "{me}");
    assert_eq!(
        me.get("friendly_name").and_then(|name| name.as_str()),
        Some(NAME),
        "{me}"
    );
    Ok(())
}
