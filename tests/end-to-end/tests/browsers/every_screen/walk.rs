//! One way through the app that meets every screen in every state.

use crate::one_service_user::made::{self, NAME};
use end_to_end::{Happening, Held, Outcome, World, labels};
use hyper::Method;
use labels::field::{ACCOUNTS, DESCRIPTION, EMAIL, END_DATE, FRIENDLY_NAME, MANAGERS};
use serde_json::json;
use std::time::Duration;
use thirtyfour::Key;

/// Leads through every state and calls `visit` with its name in each. The order of the names is that of the way.
pub(super) async fn walk(world: &World, mut visit: impl AsyncFnMut(&str) -> Outcome) -> Outcome {
    connect(world, &mut visit).await?;
    list(world, &mut visit).await?;
    details(world, &mut visit).await?;
    roles(world, &mut visit).await?;
    token(world, &mut visit).await?;
    templates(world, &mut visit).await?;
    one_service_user(world, &mut visit).await?;
    rotate(world, &mut visit).await
}

async fn connect(world: &World, visit: &mut impl AsyncFnMut(&str) -> Outcome) -> Outcome {
    let page = &world.page;
    let held = world.hold(Method::GET, "/user/me");
    page.open("/").await?;
    page.sees("Looking for your session").await?;
    visit("connect 1 looking for a session").await?;
    held.release();
    page.button(labels::CONNECT).await?;
    visit("connect 2 session").await?;
    page.press_button(labels::CONNECT).await?;
    page.sees("You are not signed in").await?;
    visit("connect 3 without a session").await?;
    page.press_choice(labels::BY_API_KEY).await?;
    page.press_button(labels::CONNECT).await?;
    page.sees("Paste the API key").await?;
    visit("connect 4 without a key").await?;
    page.press_element("#connect-host option[value=other]").await?;
    page.fill("connect-other-host", "http://one.example.com").await?;
    page.press_button(labels::CONNECT).await?;
    page.focus_is_on("connect-other-host").await?;
    visit("connect 5 another host").await?;
    page.press_element("#connect-host option[value='0']").await?;
    page.fill("connect-api-key", "not-a-key").await?;
    let held = world.hold(Method::GET, "/user/me");
    page.press_button(labels::CONNECT).await?;
    page.sees("Connecting…").await?;
    visit("connect 6 connecting").await?;
    held.release();
    page.sees("You are not signed in").await?;
    visit("connect 7 wrong key").await
}

async fn list(world: &World, visit: &mut impl AsyncFnMut(&str) -> Outcome) -> Outcome {
    let page = &world.page;
    let held = world.hold(Method::GET, "/user");
    page.sign_in_as("Administrator").await?;
    page.sees("Loading service users").await?;
    visit("list 1 loading").await?;
    held.release();
    page.sees("5 service users").await?;
    visit("list 2 full").await?;
    page.fill("user-search", "nobody is called this").await?;
    page.sees("No service user matches").await?;
    visit("list 3 without a match").await?;
    page.press_button("Show all").await?;
    page.sees("5 service users").await?;

    let trouble = world.make(Method::GET, "/user", Happening::json(200, &json!([])));
    page.press_button(labels::RELOAD).await?;
    page.sees("No service users yet").await?;
    visit("list 4 empty").await?;
    drop(trouble);
    let body = json!({ "error": { "code": "internal", "message": "The database is being repaired." } });
    let trouble = world.make(Method::GET, "/user", Happening::json(500, &body));
    page.press_button(labels::RELOAD).await?;
    page.sees("failed (status 500)").await?;
    visit("list 5 failing").await?;
    drop(trouble);
    page.press_button(labels::TRY_AGAIN).await?;
    page.sees("5 service users").await?;

    page.press_button("Actions for Charging station onboarding test")
        .await?;
    page.button("Disable…").await?;
    visit("list 7 row menu").await?;
    page.press_button(labels::CLOSE).await?;
    page.select("Charging station onboarding test").await?;
    page.press_choice("Select all 5 shown").await?;
    page.sees("5 selected").await?;
    visit("list 8 selected").await?;
    page.press_button("Extend…").await?;
    page.press_button("90 days").await?;
    page.sees("Valid until").await?;
    visit("batch 1 question").await?;
    page.press_button("Extend").await?;
    page.sees("extended").await?;
    visit("batch 2 over").await?;
    page.press_button(labels::CLOSE).await?;
    page.press_button("Clear selection").await?;
    change(world, visit).await
}

/// Changing the first of the list, with another administrator at work.
async fn change(world: &World, visit: &mut impl AsyncFnMut(&str) -> Outcome) -> Outcome {
    let page = &world.page;
    let users = world.account_manager.service_users().await?;
    let mut user = users.into_iter().next().unwrap_or_default();
    let id = user
        .get("id")
        .and_then(|id| id.as_str())
        .unwrap_or_default()
        .to_owned();
    page.script(
        "location.hash = arguments[0]",
        vec![format!("#change/{id}").into()],
    )
    .await?;
    page.sees("Review changes").await?;
    visit("change 1 fields").await?;
    page.fill(DESCRIPTION, "Another purpose, in another place.")
        .await?;
    page.fill(EMAIL, "john.doe@example.com").await?;
    page.choose(MANAGERS, "Software Trust").await?;
    page.press_role("Software Trust", "Signer").await?;
    page.press_button(labels::REVIEW_CHANGES).await?;
    page.sees("What will change").await?;
    visit("change 2 difference").await?;
    if let Some(user) = user.as_object_mut() {
        user.insert("description".to_owned(), json!("Theirs."));
        user.insert("end_date".to_owned(), json!("2099-12-31"));
    }
    world.account_manager.update(&id, &user).await?;
    page.press_button(labels::SAVE_CHANGES).await?;
    page.sees("Somebody else changed").await?;
    visit("change 3 changed meanwhile").await?;
    page.press_button("Back to the fields").await?;
    page.press_button("Cancel").await
}

async fn details(world: &World, visit: &mut impl AsyncFnMut(&str) -> Outcome) -> Outcome {
    let page = &world.page;
    let held = world.hold(Method::GET, "/role");
    page.sign_in_as("Administrator").await?;
    page.sees("5 service users").await?;
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    page.is_on(labels::DETAILS).await?;
    visit("details 1 loading").await?;
    held.release();
    page.until("the Managers can be chosen".to_owned(), async || {
        Ok(page.attribute("#field-managers", "placeholder").await? == Some("Search…".to_owned()))
    })
    .await?;
    visit("details 2 empty").await?;
    page.press_button(labels::NEXT).await?;
    page.focus_is_on(FRIENDLY_NAME).await?;
    visit("details 3 faults").await?;
    page.fill(FRIENDLY_NAME, "Build  server").await?;
    page.button("Use “Build server”").await?;
    visit("details 4 suggestion").await?;
    page.fill(ACCOUNTS, "example").await?;
    page.until("a list is open".to_owned(), async || {
        Ok(!page.options(ACCOUNTS).await?.is_empty())
    })
    .await?;
    visit("details 5 open list").await?;
    page.type_keys("no such account").await?;
    page.sees("Nothing matches.").await?;
    visit("details 6 open list without a match").await?;
    page.type_keys(Key::Escape).await?;
    page.fill(FRIENDLY_NAME, "Every screen").await?;
    page.fill(
        DESCRIPTION,
        "Seen in every size and colour, by people and by programs.",
    )
    .await?;
    page.press_choice(labels::NO_END_DATE).await?;
    page.fill(EMAIL, "jane.doe@example.org").await?;
    for account in [
        "Example Ventures (closed)",
        "Example Pilot 2024",
        "Example Corporation",
    ] {
        page.choose(ACCOUNTS, account).await?;
    }
    page.choose(MANAGERS, "Trust Lifecycle").await?;
    page.choose(MANAGERS, "Account Manager").await?;
    page.remark_says(END_DATE, "Without an end date").await?;
    visit("details 7 warnings").await?;
    page.press_choice(labels::NO_END_DATE).await?;
    page.press_button("180 days").await?;
    page.sees("Valid until").await?;
    visit("details 8 filled").await?;
    page.press_button(labels::NEXT).await?;
    page.is_on(labels::ROLES).await
}

async fn roles(world: &World, visit: &mut impl AsyncFnMut(&str) -> Outcome) -> Outcome {
    let page = &world.page;
    visit("roles 1 none chosen").await?;
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    page.sees("Choose at least one role").await?;
    visit("roles 2 faults").await?;
    page.fill("role-search", "no such role").await?;
    page.sees("No role matches this search.").await?;
    visit("roles 3 without a match").await?;
    page.fill("role-search", " ").await?;
    page.press_role("Trust Lifecycle", "User and certificate manager")
        .await?;
    page.press_role("Account Manager", "Account Admin").await?;
    page.sees("MANAGE_USERS").await?;
    visit("roles 4 chosen").await?;
    let trouble = world.make(
        Method::POST,
        "/user",
        Happening::html(503, "<h1>Maintenance</h1>"),
    );
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    page.sees("not available").await?;
    visit("roles 5 not created").await?;
    drop(trouble);
    let held = world.hold(Method::POST, "/user");
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    page.button(labels::CREATING).await?;
    visit("roles 6 creating").await?;
    held.release();
    page.sees(labels::TOKEN_TITLE).await
}

async fn token(world: &World, visit: &mut impl AsyncFnMut(&str) -> Outcome) -> Outcome {
    let page = &world.page;
    page.button(labels::SHOW).await?;
    visit("token 1 masked").await?;
    page.show_token().await?;
    visit("token 2 shown").await?;
    page.press_button(labels::CLOSE).await?;
    page.button(labels::KEEP_OPEN).await?;
    visit("token 3 asking").await?;
    page.press_button(labels::KEEP_OPEN).await?;
    page.refuse_copies().await?;
    page.press_button(labels::COPY).await?;
    page.sees(labels::NOT_COPIED).await?;
    visit("token 4 not copied").await?;
    page.note_copies().await?;
    page.press_button(labels::COPY).await?;
    page.sees(labels::COPIED).await?;
    visit("token 5 copied").await?;
    page.put_clock_forward(Duration::from_secs(95)).await?;
    page.sees("Copy it again or stop the countdown").await?;
    visit("token 7 wiped soon").await?;
    page.press_button(labels::STOP_COUNTDOWN).await?;
    page.button(labels::START_COUNTDOWN).await?;
    visit("token 8 stopped").await?;
    page.press_button(labels::START_COUNTDOWN).await?;
    page.put_clock_forward(Duration::from_secs(120)).await?;
    page.sees(labels::WIPED).await?;
    visit("token 9 wiped").await?;
    page.press_button(labels::CLEAR_CLIPBOARD).await?;
    page.sees("overwritten with an empty text").await?;
    visit("token 10 clipboard cleared").await?;
    page.press_button(labels::CLOSE).await?;
    page.sees("6 service users").await?;
    visit("list 6 with the new service user").await?;

    page.prepare("Every screen again").await?;
    let trouble = world.make(Method::POST, "/user", Happening::BreakAfter);
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    page.button(labels::MAKE_NEW_TOKEN).await?;
    visit("token 6 missing").await?;
    drop(trouble);
    let trouble = world.make(Method::POST, "/api-access-token", Happening::BreakAfter);
    page.press_button(labels::MAKE_NEW_TOKEN).await?;
    page.sees("was made as well").await?;
    visit("token 7 a further one lost").await?;
    drop(trouble);
    let body = json!({ "error": { "code": "refused", "message": "A service user has one token." } });
    let trouble = world.make(Method::POST, "/api-access-token", Happening::json(409, &body));
    page.press_button(labels::MAKE_NEW_TOKEN).await?;
    page.sees("there is one already").await?;
    visit("token 8 a further one refused").await?;
    drop(trouble);
    let trouble = (
        world.make(Method::POST, "/api-access-token", Happening::BreakBefore),
        world.make(Method::GET, "/api-access-token", Happening::BreakBefore),
    );
    page.press_button(labels::MAKE_NEW_TOKEN).await?;
    page.button(labels::LOOK_AGAIN).await?;
    visit("token 9 not known").await?;
    drop(trouble);
    page.press_button(labels::CLOSE).await?;
    page.is_on(labels::SERVICE_USERS).await
}

async fn templates(world: &World, visit: &mut impl AsyncFnMut(&str) -> Outcome) -> Outcome {
    let page = &world.page;
    page.go_to_templates().await?;
    page.sees("None yet.").await?;
    visit("templates 1 no own ones").await?;
    page.note_copies().await?;
    page.press_button("Copy link: Code signing in CI").await?;
    page.sees("Link copied.").await?;
    let link = page.noted_copies().await?.pop().unwrap_or_default();
    page.fill("import-link", &link).await?;
    page.press_button(labels::LOOK_AT_LINK).await?;
    page.button("Add to your templates: Code signing in CI").await?;
    visit("templates 2 a link looked at").await?;
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("templates.json");
    let faulty = json!({
        "format": "service-user-helper/templates",
        "version": 1,
        "templates": [{ "name": "", "email": "nobody", "managers": [{ "manager": "CA Manager", "rolls": [] }] }],
    });
    std::fs::write(&file, faulty.to_string())?;
    page.choose_file_to_import(&file).await?;
    page.sees("Nothing was imported").await?;
    visit("templates 3 a file with faults").await?;

    page.press_link(labels::SERVICE_USERS).await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.start_creating().await?;
    page.pick_recipe("Trust Lifecycle autoenrollment server").await?;
    page.button(labels::USE_TEMPLATE).await?;
    visit("templates 4 looked at").await?;
    page.press_button(labels::USE_TEMPLATE).await?;
    page.sees("Filled in from the template").await?;
    visit("templates 5 filled in").await?;
    page.press_button(labels::DISCARD).await?;
    page.fill_details("svc-every-screen").await?;
    let go = "location.href = arguments[0]";
    page.script(go, vec![link.as_str().into()]).await?;
    page.button(labels::FILL_DRAFT).await?;
    visit("templates 6 asking").await?;
    page.press_button(labels::FILL_DRAFT).await?;
    page.sees("A link filled in the template").await?;
    visit("templates 7 filled in by a link").await?;
    page.script(go, vec!["#create?template=damaged".into()]).await?;
    page.sees("The template in this link cannot be used.").await?;
    visit("templates 8 a damaged link").await?;
    page.press_button(labels::NEXT).await?;
    page.is_on(labels::ROLES).await?;
    page.press_button(labels::SAVE_AS_TEMPLATE).await?;
    page.press_button(labels::SAVE_TEMPLATE).await?;
    page.sees("Enter a name.").await?;
    visit("templates 9 saving").await?;
    page.fill("template-name", "Release signing").await?;
    page.press_button(labels::SAVE_TEMPLATE).await?;
    page.sees("Saved as template").await?;
    visit("templates 10 saved").await?;
    page.go_to_templates().await?;
    page.press_button("Delete…: Release signing").await?;
    page.sees("Delete the template").await?;
    visit("templates 11 own").await?;
    let put = "localStorage.setItem('service-user-helper/own-templates', '[]')";
    page.script(put, Vec::new()).await?;
    page.press_link(labels::SERVICE_USERS).await?;
    page.go_to_templates().await?;
    page.sees("Your templates cannot be read").await?;
    visit("templates 12 unreadable").await?;
    page.press_link(labels::SERVICE_USERS).await?;
    page.press_button(labels::CONTINUE_CREATING).await?;
    page.press_button(labels::DISCARD).await
}

async fn one_service_user(world: &World, visit: &mut impl AsyncFnMut(&str) -> Outcome) -> Outcome {
    let page = &world.page;
    let made = made::make(world).await?;
    let endpoint = format!("/user/{}", made.id);
    let held = [endpoint.as_str(), "/api-access-token", "/audit-log"]
        .map(|endpoint| world.hold(Method::GET, endpoint));
    page.go_to_service_user(&made.id).await?;
    page.sees("Loading the service user").await?;
    visit("one 1 loading").await?;
    held.into_iter().for_each(Held::release);
    page.is_on(NAME).await?;
    page.part_says("tokens-heading", "First token").await?;
    page.part_says("audit-done-heading", "CREATE").await?;
    visit("one 2 full").await?;
    page.press_button("Copy user ID").await?;
    page.part_says("details-heading", "Copied.").await?;
    visit("one 3 copied").await?;
    page.press_button("Extend…").await?;
    page.press_button("90 days").await?;
    visit("one 4 extending").await?;
    page.fill("new-end-date", "2020-01-01").await?;
    page.press_button("Save end date").await?;
    page.remark_says("new-end-date", "past").await?;
    visit("one 5 not to be extended").await?;
    page.press_button(labels::CANCEL).await?;
    page.press_button("Handover note…").await?;
    page.sees("Copy the note").await?;
    visit("one 6 handover note").await?;
    page.press_button(labels::CLOSE).await?;
    page.press_button("Disable…").await?;
    page.sees("What stops working").await?;
    visit("one 7 disabling").await?;
    let trouble = world.make(
        Method::PUT,
        &format!("{endpoint}/disable"),
        Happening::html(503, "<h1>Maintenance</h1>"),
    );
    page.press_button("Disable").await?;
    page.sees("was not disabled").await?;
    visit("one 8 not disabled").await?;
    drop(trouble);
    page.press_button("Disable").await?;
    page.button("Enable").await?;
    page.sees("was disabled.").await?;
    visit("one 9 disabled").await?;
    page.press_button("Delete…").await?;
    page.sees("Its one token").await?;
    visit("one 10 deleting").await?;
    page.fill("typed-name", NAME).await?;
    visit("one 11 deleting with the name typed").await?;
    page.press_button(labels::CANCEL).await?;
    page.press_button("Clone").await?;
    page.is_on(labels::DETAILS).await?;
    page.go_to_service_user(&made.id).await?;
    page.part_says("managers-heading", "Account Admin").await?;
    page.press_button("Clone").await?;
    page.sees("Replace your draft?").await?;
    visit("one 15 asking about a draft").await?;
    page.press_button("Keep the draft").await?;

    let troubles = [
        "/api-access-token",
        "/audit-log",
        "/role",
        "/account",
        endpoint.as_str(),
    ]
    .map(|endpoint| {
        world.make(
            Method::GET,
            endpoint,
            Happening::html(502, "<h1>Bad gateway</h1>"),
        )
    });
    page.driver().refresh().await?;
    page.is_on(NAME).await?;
    page.sees("The tokens could not be read.").await?;
    page.sees("What it did could not be read.").await?;
    page.sees("The names of the roles and their permissions could not be read.")
        .await?;
    visit("one 12 failing in every part").await?;
    drop(troubles);
    page.go_to_service_user("00000000-0000-4000-8000-000000000000")
        .await?;
    page.is_on("There is no such service user").await?;
    visit("one 13 missing").await?;

    page.sign_in_as("Auditor").await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.go_to_service_user(&made.id).await?;
    page.is_on(NAME).await?;
    page.part_says("tokens-heading", "First token").await?;
    visit("one 14 for somebody who may only look").await?;
    page.sign_in_as("Administrator").await?;
    page.is_on(labels::SERVICE_USERS).await
}

/// Rotating a token, with every step and what can come in between.
async fn rotate(world: &World, visit: &mut impl AsyncFnMut(&str) -> Outcome) -> Outcome {
    let page = &world.page;
    let tokens = "/api-access-token";
    let (user, _) = world.account_manager.create_with_token("Every token").await?;
    let held = world.hold(Method::GET, tokens);
    page.open_rotation(&user).await?;
    page.sees("Loading the tokens").await?;
    visit("rotate 1 loading").await?;
    held.release();
    page.rotation_is_at(labels::rotate::MAKE).await?;
    visit("rotate 2 make").await?;
    page.fill(labels::rotate::NAME, "Bücher").await?;
    page.press_button(labels::rotate::MAKE).await?;
    page.remark_says(labels::rotate::NAME, "cannot contain").await?;
    visit("rotate 3 name at fault").await?;
    page.fill(labels::rotate::NAME, "Rotated every screen").await?;
    let body = json!({ "error": { "code": "refused", "message": "A service user has one token." } });
    let trouble = world.make(Method::POST, tokens, Happening::json(409, &body));
    page.press_button(labels::rotate::MAKE).await?;
    page.sees(labels::rotate::CLONE_TITLE).await?;
    visit("rotate 4 refused").await?;
    drop(trouble);
    let trouble = world.make(Method::POST, tokens, Happening::BreakAfter);
    page.press_button(labels::rotate::MAKE).await?;
    page.sees("did not arrive").await?;
    visit("rotate 5 lost").await?;
    drop(trouble);
    page.press_button(labels::rotate::REPLACE).await?;
    page.button(labels::SHOW).await?;
    page.press_button(labels::rotate::CHECK).await?;
    page.sees("It works:").await?;
    visit("rotate 6 checked in the window").await?;
    let somebody = json!({ "id": "00000000-0000-4000-8000-000000000000", "friendly_name": "Somebody else" });
    let trouble = world.make(Method::GET, "/user/me", Happening::json(200, &somebody));
    page.press_button(labels::rotate::CHECK).await?;
    page.sees("another user").await?;
    visit("rotate 7 of another user").await?;
    drop(trouble);
    page.copy_and_close_window().await?;
    page.rotation_is_at(labels::rotate::HAND_OVER).await?;
    page.press_button("The token ID is lost").await?;
    visit("rotate 8 hand over").await?;
    page.press_button(labels::rotate::HANDED_OVER).await?;
    page.rotation_is_at(labels::rotate::CHECK).await?;
    page.sees("Used less than a minute ago").await?;
    visit("rotate 9 check").await?;
    page.press_button(labels::rotate::GO_ON).await?;
    page.rotation_is_at(labels::rotate::DISABLE).await?;
    page.press_button(labels::rotate::DISABLE_QUESTION).await?;
    page.button(labels::rotate::DISABLE_IT).await?;
    visit("rotate 10 disable").await?;
    page.press_button(labels::rotate::DISABLE_IT).await?;
    page.rotation_is_at(labels::rotate::DELETE).await?;
    visit("rotate 11 delete").await?;
    page.press_button(labels::rotate::DELETE_QUESTION).await?;
    page.button(labels::rotate::DELETE).await?;
    visit("rotate 12 delete asking").await?;
    page.press_button(labels::rotate::DELETE).await?;
    page.rotation_is_at(labels::rotate::COMPLETE).await?;
    visit("rotate 13 complete").await?;
    for name in [
        "Another",
        "Yet another with a name that is about as long as a name can be",
    ] {
        world.account_manager.create_access_token(&user, name).await?;
    }
    page.press_button("Rotate again").await?;
    page.press_button(labels::rotate::LOOK_AGAIN).await?;
    page.button("This is the old one: Another").await?;
    visit("rotate 14 unclear").await?;
    let trouble = world.make(Method::GET, tokens, Happening::html(404, ""));
    page.open("/#service-users").await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.open_rotation(&user).await?;
    page.rotation_is_at(labels::rotate::CLONE_TITLE).await?;
    visit("rotate 15 clone instead").await?;
    drop(trouble);
    Ok(())
}
