//! What the page shows, part by part.

use super::made::{self, NAME, in_days};
use end_to_end::{Happening, Look, Outcome, World, in_both_browsers, labels};
use hyper::Method;
use serde_json::{Value, json};

in_both_browsers! {
    everything_that_the_api_tells_is_shown,
    what_the_list_knows_is_shown_before_the_rest_has_arrived,
    what_it_did_is_told_apart_from_what_others_of_a_similar_name_did,
    many_entries_are_shown_some_at_a_time_and_newest_first,
    a_part_that_fails_hides_no_other_and_can_be_read_again,
    a_host_without_the_calls_for_tokens_is_not_called_a_failure,
    without_the_names_of_accounts_and_roles_the_ids_are_shown,
    one_that_cannot_be_read_again_is_shown_as_the_list_has_it,
    an_unknown_id_is_said_to_be_unknown,
    the_address_leads_here_again_after_loading_the_page_and_after_signing_in,
    who_may_only_look_is_offered_nothing_that_changes_it,
    hostile_text_stays_text_and_inside_the_page,
}

const NOBODY: &str = "00000000-0000-4000-8000-000000000000";

async fn everything_that_the_api_tells_is_shown(world: &World) -> Outcome {
    let page = &world.page;
    let made = made::open(world).await?;
    let second = json!({ "name": "Second token", "user_id": made.id, "end_date": in_days(20) });
    world
        .account_manager
        .call(Method::POST, "/api-access-token", Some(&second))
        .await?;
    made::status_of_token(world, &made).await?;
    page.driver().refresh().await?;
    page.is_on(NAME).await?;
    page.sees("Active").await?;
    page.sees("45 days left").await?;
    let today = in_days(0);
    for (part, words) in [
        (
            "details-heading",
            vec!["jane@example.com", "Deploys every night.\nIn the build system."],
        ),
        (
            "details-heading",
            vec!["Example Corporation", "primary", "Example Retail", &made.id],
        ),
        ("details-heading", vec![&today, "UTC by Administrator"]),
        (
            "managers-heading",
            vec!["Account Manager", "Account Admin", "broad"],
        ),
        (
            "managers-heading",
            vec!["Trust Lifecycle", "User and certificate manager"],
        ),
        (
            "managers-heading",
            vec!["MANAGE_SIGN_IN", "MANAGE_USERS", "VIEW_EM_SEAT"],
        ),
        (
            "tokens-heading",
            vec!["First token", "Second token", "Never used", &today],
        ),
        (
            "audit-done-heading",
            vec!["CREATE", "Created the service user", "Administrator", "SUCCESS"],
        ),
        (
            "audit-doing-heading",
            vec!["The audit log has no entry under its friendly name."],
        ),
    ] {
        for words in words {
            page.part_says(part, words).await?;
        }
    }
    page.part_says(
        "end-date-heading",
        &format!("Valid until {} 23:59:59 UTC", in_days(45)),
    )
    .await?;
    page.part_says("end-date-heading", "08:59:59").await?;
    page.part_says("tokens-heading", &in_days(20)).await?;
    let broad = "return [...document.querySelectorAll('.grant-roles li')].filter((role) => role.querySelector('.tag')).length";
    assert_eq!(page.script(broad, Vec::new()).await?, 1, "broad roles");
    let used = "return [...document.querySelectorAll('.records td[data-label^=\"Last used\"]')].map((cell) => cell.innerText)";
    let used = page.script(used, Vec::new()).await?;
    let used: Vec<_> = used.as_array().into_iter().flatten().collect();
    let never = json!("Never used");
    assert_eq!(used.len(), 2, "{used:?}");
    assert_eq!(used.iter().filter(|used| ***used == never).count(), 1, "{used:?}");
    assert!(
        !page
            .script("return document.documentElement.outerHTML", Vec::new())
            .await?
            .to_string()
            .contains(&made.token)
    );
    page.note_copies().await?;
    page.press_button("Copy user ID").await?;
    page.part_says("details-heading", "Copied.").await?;
    assert_eq!(page.noted_copies().await?, [made.id]);
    Ok(())
}

async fn what_the_list_knows_is_shown_before_the_rest_has_arrived(world: &World) -> Outcome {
    let page = &world.page;
    let made = made::make(world).await?;
    page.sign_in_as("Administrator").await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.sees("6 service users").await?;
    let held = [
        format!("/user/{}", made.id),
        "/api-access-token".to_owned(),
        "/audit-log".to_owned(),
    ]
    .map(|endpoint| world.hold(Method::GET, &endpoint));
    page.go_to_service_user(&made.id).await?;
    page.is_on(NAME).await?;
    page.sees("jane@example.com").await?;
    page.sees("Loading the tokens…").await?;
    page.sees("Loading the audit log…").await?;
    held.into_iter().for_each(end_to_end::Held::release);
    page.sees("First token").await?;
    page.sees("Created the service user").await
}

/// The API narrows by a part of the name alone.
async fn what_it_did_is_told_apart_from_what_others_of_a_similar_name_did(world: &World) -> Outcome {
    let page = &world.page;
    let made = made::make(world).await?;
    let role = world
        .account_manager
        .call(Method::GET, &format!("/user/{}", made.id), None)
        .await?;
    let mut namesake = role;
    if let Some(namesake) = namesake.as_object_mut() {
        namesake.insert("friendly_name".to_owned(), json!(format!("{NAME} again")));
    }
    let other = world
        .account_manager
        .call(Method::POST, "/user", Some(&namesake))
        .await?;
    let as_itself = world.account_manager.with_key(&made.token);
    let as_other = world.account_manager.with_key(&made::text(&other, "token"));
    as_itself.create("Made by it").await?;
    as_other.create("Made by another").await?;
    page.sign_in_as("Administrator").await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.go_to_service_user(&made.id).await?;
    page.part_says("audit-doing-heading", "Made by it").await?;
    page.part_says("audit-doing-heading", "SERVICE_USER").await?;
    let doing = page.part("audit-doing-heading").await?;
    assert!(!doing.contains("Made by another"), "{doing}");
    Ok(())
}

async fn many_entries_are_shown_some_at_a_time_and_newest_first(world: &World) -> Outcome {
    let page = &world.page;
    let made = made::make(world).await?;
    for number in 0..12 {
        made::change_behind(world, &made, "description", json!(format!("Version {number}"))).await?;
    }
    page.sign_in_as("Administrator").await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.go_to_service_user(&made.id).await?;
    page.part_says("audit-done-heading", "The newest 10 of 13")
        .await?;
    let done = page.part("audit-done-heading").await?;
    assert!(done.contains("UPDATE") && !done.contains("CREATE"), "{done}");
    page.press_button("Show more").await?;
    page.part_says("audit-done-heading", "CREATE").await?;
    assert!(!page.has_button("Show more").await?);
    Ok(())
}

async fn a_part_that_fails_hides_no_other_and_can_be_read_again(world: &World) -> Outcome {
    let page = &world.page;
    let made = made::make(world).await?;
    page.sign_in_as("Administrator").await?;
    page.is_on(labels::SERVICE_USERS).await?;
    for (endpoint, said, there) in [
        (
            "/api-access-token",
            "The tokens could not be read.",
            "First token",
        ),
        (
            "/audit-log",
            "What was done to it could not be read.",
            "Created the service user",
        ),
    ] {
        let trouble = world.make(
            Method::GET,
            endpoint,
            Happening::html(502, "<h1>Bad gateway</h1>"),
        );
        page.go_to_service_user(&made.id).await?;
        page.sees(said).await?;
        page.sees("jane@example.com").await?;
        page.sees("Trust Lifecycle").await?;
        page.focus_is_on("screen-heading").await?;
        assert_eq!(
            page.script("return scrollY", Vec::new()).await?,
            0,
            "the page has moved"
        );
        drop(trouble);
        page.press_button(labels::TRY_AGAIN).await?;
        page.sees(there).await?;
        page.script("location.hash = '#service-users'", Vec::new())
            .await?;
        page.is_on(labels::SERVICE_USERS).await?;
    }
    Ok(())
}

async fn a_host_without_the_calls_for_tokens_is_not_called_a_failure(world: &World) -> Outcome {
    let page = &world.page;
    let made = made::make(world).await?;
    page.sign_in_as("Administrator").await?;
    page.is_on(labels::SERVICE_USERS).await?;
    for status in [404, 405, 501] {
        let _trouble = world.make(
            Method::GET,
            "/api-access-token",
            Happening::json(
                status,
                &json!({ "error": { "code": "INTERNAL_SERVER_ERROR", "message": "No." } }),
            ),
        );
        page.go_to_service_user(&made.id).await?;
        page.sees("This host does not list tokens over its API").await?;
        assert!(!page.has_button(labels::TRY_AGAIN).await?, "{status}");
        page.script("location.hash = '#service-users'", Vec::new())
            .await?;
        page.is_on(labels::SERVICE_USERS).await?;
    }
    Ok(())
}

async fn without_the_names_of_accounts_and_roles_the_ids_are_shown(world: &World) -> Outcome {
    let page = &world.page;
    let made = made::make(world).await?;
    let user = made::now(world, &made).await?;
    let id_of_first = |member: &str| {
        let first = user
            .get(member)
            .and_then(|ids| ids.get(0))
            .and_then(Value::as_str);
        first.unwrap_or_default().to_owned()
    };
    let troubles = ["/account", "/role"].map(|endpoint| {
        world.make(
            Method::GET,
            endpoint,
            Happening::html(502, "<h1>Bad gateway</h1>"),
        )
    });
    page.sign_in_as("Administrator").await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.go_to_service_user(&made.id).await?;
    page.part_says("details-heading", &id_of_first("account_ids"))
        .await?;
    page.part_says("details-heading", "The names of the accounts could not be read")
        .await?;
    page.part_says(
        "managers-heading",
        "The names of the roles and their permissions could not be read.",
    )
    .await?;
    page.part_says("managers-heading", "Trust Lifecycle").await?;
    drop(troubles);
    page.press_button(labels::TRY_AGAIN).await?;
    page.part_says("details-heading", "Example Corporation").await?;
    page.press_button(labels::TRY_AGAIN).await?;
    page.part_says("managers-heading", "User and certificate manager")
        .await?;

    // Who may not see every account and role sees the rest by ID.
    let _accounts = world.make(Method::GET, "/account", Happening::json(200, &json!([])));
    let _roles = world.make(Method::GET, "/role", Happening::json(200, &json!([])));
    page.driver().refresh().await?;
    page.is_on(NAME).await?;
    page.part_says("details-heading", "not among your accounts")
        .await?;
    page.part_says("managers-heading", "Roles that you cannot see")
        .await?;
    page.part_says("managers-heading", &id_of_first("role_ids")).await
}

async fn one_that_cannot_be_read_again_is_shown_as_the_list_has_it(world: &World) -> Outcome {
    let page = &world.page;
    let made = made::make(world).await?;
    page.sign_in_as("Administrator").await?;
    page.sees("6 service users").await?;
    let endpoint = format!("/user/{}", made.id);
    let trouble = world.make(
        Method::GET,
        &endpoint,
        Happening::html(502, "<h1>Bad gateway</h1>"),
    );
    page.go_to_service_user(&made.id).await?;
    page.sees("What you see may be out of date").await?;
    page.sees("jane@example.com").await?;
    drop(trouble);
    page.press_button(labels::TRY_AGAIN).await?;
    page.sees_no_more("What you see may be out of date").await?;
    page.sees("jane@example.com").await
}

async fn an_unknown_id_is_said_to_be_unknown(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    let users = world.account_manager.service_users().await?;
    let administrator = users
        .first()
        .map(|user| made::text(user, "created_by"))
        .unwrap_or_default();
    for id in [NOBODY, "no-id-at-all", &administrator] {
        page.go_to_service_user(id).await?;
        page.is_on("There is no such service user").await?;
        page.sees(id).await?;
        page.press_link("All service users").await?;
        page.is_on(labels::SERVICE_USERS).await?;
        page.sees("5 service users").await?;
    }
    Ok(())
}

async fn the_address_leads_here_again_after_loading_the_page_and_after_signing_in(world: &World) -> Outcome {
    let page = &world.page;
    let made = made::open(world).await?;
    page.driver().refresh().await?;
    page.is_on(NAME).await?;
    page.driver().delete_all_cookies().await?;
    page.driver().refresh().await?;
    page.button(labels::CONNECT).await?;
    page.press_choice(labels::BY_API_KEY).await?;
    page.fill("connect-api-key", world.account_manager.api_key())
        .await?;
    page.press_button(labels::CONNECT).await?;
    page.is_on(NAME).await?;
    let address = page.script("return location.hash", Vec::new()).await?;
    assert_eq!(address, json!(format!("#service-user/{}", made.id)));
    Ok(())
}

async fn who_may_only_look_is_offered_nothing_that_changes_it(world: &World) -> Outcome {
    let page = &world.page;
    let made = made::make(world).await?;
    page.sign_in_as("Auditor").await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.go_to_service_user(&made.id).await?;
    page.is_on(NAME).await?;
    page.sees("without the Manage users permission").await?;
    page.part_says("tokens-heading", "First token").await?;
    page.button("Calendar file").await?;
    page.button("Handover note…").await?;
    for button in ["Extend…", "Clone", "Disable…", "Delete…"] {
        assert!(!page.has_button(button).await?, "{button}");
    }
    assert_eq!(page.count("a[href^='#change/'], a[href^='#rotate/']").await?, 0);
    Ok(())
}

const MARKUP: &str =
    "<img src=x onerror=\"window.hostile = true; alert('hostile')\"><script>window.hostile = true</script>";
/// Turns what follows around for the eye.
const BIDI: &str = "invoice\u{202e}fdp.exe\u{2066}";

async fn hostile_text_stays_text_and_inside_the_page(world: &World) -> Outcome {
    let page = &world.page;
    let text = format!("{MARKUP}{BIDI}{}", "W".repeat(2_000));
    let id = "../../user/me?x=1#y";
    let user = json!({
        "id": id, "user_type": "service", "status": text, "friendly_name": text, "description": text, "email": text,
        "created_by": text, "created_at": "not a time", "end_date": "2027-02-30", "account_ids": [text], "role_ids": [text],
        "applications": [{ "id": "1", "name": text, "permissions": [text] }],
    });
    let token = json!([{ "id": text, "name": text, "status": text, "end_date": text, "created_at": text }]);
    let entry = json!([{
        "id": text, "timestamp": text, "action": text, "status": text, "resource_type": text, "resource_name": text,
        "user_name": text, "message": text,
    }]);
    let _troubles = [
        ("/user", json!([user])),
        ("/user/..%2F..%2Fuser%2Fme%3Fx%3D1%23y", user),
        ("/api-access-token", token),
        ("/audit-log", entry),
    ]
    .map(|(endpoint, body)| world.make(Method::GET, endpoint, Happening::json(200, &body)));
    page.sign_in_as("Administrator").await?;
    page.is_on(labels::SERVICE_USERS).await?;
    let address = "location.hash = '#service-user/' + encodeURIComponent(arguments[0])";
    page.script(address, vec![id.into()]).await?;
    page.sees("Roles that you cannot see").await?;
    page.part_says("tokens-heading", MARKUP).await?;
    page.part_says("audit-done-heading", MARKUP).await?;
    page.part_says("audit-doing-heading", MARKUP).await?;
    for look in [Look::WIDE, Look::NARROW] {
        page.take_look(look).await?;
        assert_eq!(page.sideways_overflow().await?, 0, "at {}", look.name());
        let covered = "
            return [...document.querySelectorAll('main section')].filter((part) => part.scrollWidth > part.clientWidth).length";
        assert_eq!(
            page.script(covered, Vec::new()).await?,
            0,
            "parts that are too wide at {}",
            look.name()
        );
    }
    page.take_look(Look::WIDE).await?;
    page.press_button("Delete…").await?;
    page.sees("Type the friendly name to confirm").await?;
    page.press_button(labels::CANCEL).await?;
    page.press_button("Handover note…").await?;
    page.sees("Handover note").await?;
    assert!(page.driver().get_alert_text().await.is_err(), "a dialog is open");
    assert_eq!(
        page.script("return window.hostile ?? null", Vec::new()).await?,
        Value::Null
    );
    assert_eq!(
        page.count("main img, main script, main iframe").await?,
        0,
        "elements that were made"
    );
    Ok(())
}
