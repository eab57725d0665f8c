//! A hostile host: whatever it says is text, stays in its place, and hides nothing.

mod host;
mod traps;

use end_to_end::{Happening, Look, Outcome, World, in_both_browsers, labels};
use host::{BIDI, HEBREW, HostileHost, MARKUP, MEGABYTE};
use hyper::Method;
use labels::field::{DESCRIPTION, EMAIL, FRIENDLY_NAME};
use serde_json::json;
use thirtyfour::Key;
use traps::Traps;

in_both_browsers! {
    what_a_hostile_host_says_is_harmless_text_on_every_screen,
    what_is_no_answer_at_all_is_said_and_breaks_nothing,
}

/// Roles of one id are one role, with a box for each record.
const CHECK_EACH_ROLE: &str = "
    const seen = new Set();
    for (const box of document.querySelectorAll('input[data-role]')) {
        if (!seen.has(box.dataset.role)) box.click();
        seen.add(box.dataset.role);
    }";

/// No longer than a name of a template can be.
const SHORT_MARKUP: &str = "<img src=x onerror=alert(window.hostile=1)>";

const NARROW: Look = Look::ALL[0];

async fn what_a_hostile_host_says_is_harmless_text_on_every_screen(world: &World) -> Outcome {
    let page = &world.page;
    let host = HostileHost::take_over(world);
    page.sign_in_as("Administrator").await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.take_look(NARROW).await?;
    let traps = Traps::set(page).await?;
    list(world, &host, &traps).await?;
    one_service_user(world, &traps).await?;
    change(world, &traps).await?;
    rotate(world, &traps).await?;
    templates(world, &traps).await?;
    create(world, &traps).await
}

/// Every service user is in the list, in its place and as wide and high as its neighbours; among them one that is there twice, and one
/// with an id of markup.
async fn list(world: &World, host: &HostileHost, traps: &Traps<'_>) -> Outcome {
    let page = &world.page;
    let count = host.users();
    page.sees(&format!("{count} service users")).await?;
    traps.have_caught_nothing("the list").await?;
    let places = "
        const lefts = [...document.querySelectorAll('.users-row .users-email')].map((cell) => cell.getBoundingClientRect().left);
        return new Set(lefts).size";
    page.take_look(Look::WIDE).await?;
    assert_eq!(
        page.script(places, Vec::new()).await?,
        1,
        "columns that are out of line"
    );
    let heights = "
        const rows = [...document.querySelectorAll('.users-row')];
        return new Set(rows.map((row) => Math.round(row.getBoundingClientRect().height))).size";
    assert_eq!(
        page.script(heights, Vec::new()).await?,
        1,
        "rows of different heights"
    );
    page.take_look(NARROW).await?;
    assert_eq!(
        page.script(heights, Vec::new()).await?,
        1,
        "rows of different heights"
    );
    // Each row's window, whose heading is the name.
    for row in 1..=count {
        page.press_element(&format!(
            ".users-row[aria-rowindex='{}'] .users-menu button",
            row + 1
        ))
        .await?;
        page.button(labels::CLOSE).await?;
        traps
            .have_caught_nothing(&format!("the actions of row {row}"))
            .await?;
        page.press_button(labels::CLOSE).await?;
    }
    page.press_choice(&format!("Select all {count} shown")).await?;
    page.press_button("Disable…").await?;
    traps.have_caught_nothing("the question about several").await?;
    page.press_button(labels::CANCEL).await?;
    page.press_button("Clear selection").await
}

async fn one_service_user(world: &World, traps: &Traps<'_>) -> Outcome {
    let page = &world.page;
    for (id, shown) in [
        ("markup", MARKUP),
        ("bidi", "invoice[U+202E]fdp.exe[U+2066]"),
        ("megabyte", "… (1048576 characters)"),
    ] {
        page.go_to_service_user(id).await?;
        page.part_says("details-heading", shown).await?;
        page.part_says("tokens-heading", shown).await?;
        page.part_says("audit-done-heading", shown).await?;
        page.part_says("managers-heading", shown).await?;
        traps.have_caught_nothing(&format!("the page of {id}")).await?;
        page.press_button("Handover note…").await?;
        traps.have_caught_nothing(&format!("the note about {id}")).await?;
        page.press_button(labels::CLOSE).await?;
    }
    // What stands in a name cannot be typed; the name as it is shown confirms as well.
    page.go_to_service_user("bidi").await?;
    page.part_says("details-heading", "[U+202E]").await?;
    page.press_button("Delete…").await?;
    page.fill("typed-name", "invoice").await?;
    traps.have_caught_nothing("the question before deleting").await?;
    let is_refused = "return document.querySelector('dialog[open] .button-danger').getAttribute('aria-disabled') ?? \
        String(document.querySelector('dialog[open] .button-danger').disabled)";
    assert_eq!(page.script(is_refused, Vec::new()).await?, "true");
    page.fill("typed-name", "invoice[U+202E]fdp.exe[U+2066]").await?;
    page.until("the name as it is shown confirms".to_owned(), async || {
        Ok(page.script(is_refused, Vec::new()).await? != "true")
    })
    .await?;
    page.press_button(labels::CANCEL).await?;
    // Writing from right to left turns nothing around that stands beside it.
    page.go_to_service_user("hebrew").await?;
    page.part_says("details-heading", HEBREW).await?;
    traps.have_caught_nothing("the page of hebrew").await?;
    let order = "
        const [creator] = [...document.querySelectorAll('.facts dd span')].filter((span) => span.textContent.startsWith('by '));
        const words = creator.firstChild;
        const place = (from, to) => {
            const range = document.createRange();
            range.setStart(words, from);
            range.setEnd(words, to);
            return range.getBoundingClientRect().left;
        };
        return place(0, 2) < place(4, words.length)";
    assert_eq!(
        page.script(order, Vec::new()).await?,
        true,
        "“by” stands before the name"
    );
    Ok(())
}

async fn change(world: &World, traps: &Traps<'_>) -> Outcome {
    let page = &world.page;
    for id in ["bidi", "megabyte"] {
        page.script(
            "location.hash = arguments[0]",
            vec![format!("#change/{id}").into()],
        )
        .await?;
        page.is_on(labels::CHANGE_TITLE).await?;
        page.sees(labels::REVIEW_CHANGES).await?;
        traps.have_caught_nothing(&format!("the change of {id}")).await?;
    }
    page.fill(FRIENDLY_NAME, "Harmless").await?;
    page.fill(DESCRIPTION, "Harmless").await?;
    page.fill(EMAIL, "jane@example.com").await?;
    // The host's end date is a day that there is not, so that one has to be chosen.
    page.press_choice(labels::NO_END_DATE).await?;
    page.press_button(labels::REVIEW_CHANGES).await?;
    page.sees("What will change").await?;
    page.sees("Cannot be read").await?;
    page.sees("… (1048576 characters)").await?;
    traps.have_caught_nothing("the difference").await
}

async fn rotate(world: &World, traps: &Traps<'_>) -> Outcome {
    let page = &world.page;
    page.script("location.hash = arguments[0]", vec!["#rotate/bidi".into()])
        .await?;
    page.is_on(labels::rotate::TITLE).await?;
    page.sees("[U+202E]").await?;
    traps.have_caught_nothing("the rotation").await?;
    let tokens = page.count(".rotate-token").await?;
    for token in 1..=tokens {
        let button = format!(".rotate-token:nth-child({token}) .button:last-child");
        if page.count(&button).await? > 0 {
            page.press_element(&button).await?;
            traps
                .have_caught_nothing(&format!("the rotation of token {token}"))
                .await?;
        }
    }
    Ok(())
}

/// A file whose names are allowed and written from right to left, after one whose names are not.
async fn templates(world: &World, traps: &Traps<'_>) -> Outcome {
    let page = &world.page;
    let folder = tempfile::tempdir()?;
    let import = async |name: &str, text: String| {
        let file = folder.path().join(name);
        std::fs::write(&file, text)?;
        page.choose_file_to_import(&file).await
    };
    page.go_to_templates().await?;
    let hostile = json!({ "format": "service-user-helper/templates", "version": 1, "templates": [
        { "name": BIDI, "explanation": MARKUP, "managers": [{ "manager": MARKUP, "roles": [BIDI] }] },
        { "name": MARKUP, "name": BIDI, "email": [MARKUP] },
    ] });
    import("hostile.json", hostile.to_string()).await?;
    page.sees("Nothing was imported").await?;
    traps.have_caught_nothing("a hostile file").await?;
    import("deep.json", "[".repeat(200_000)).await?;
    page.sees("Nothing was imported").await?;
    let hebrew = json!({ "format": "service-user-helper/templates", "version": 1, "templates": [
        { "name": HEBREW, "explanation": HEBREW, "accounts": [HEBREW], "managers": [{ "manager": HEBREW, "roles": [HEBREW] }] },
        { "name": "javascript:alert(1)", "explanation": SHORT_MARKUP, "managers": [{ "manager": SHORT_MARKUP, "roles": [SHORT_MARKUP] }] },
    ] });
    import("hebrew.json", hebrew.to_string()).await?;
    page.sees("Imported. New:").await?;
    traps.have_caught_nothing("templates that were imported").await
}

/// Both steps, a refusal, and the token window with whatever the host calls the new service user.
async fn create(world: &World, traps: &Traps<'_>) -> Outcome {
    let page = &world.page;
    page.press_link(labels::SERVICE_USERS).await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.start_creating().await?;
    page.press_element("#field-accounts").await?;
    traps.have_caught_nothing("the accounts to choose from").await?;
    for place in 0..3 {
        page.press_element(&format!("#field-accounts-option-{place}"))
            .await?;
    }
    page.type_keys(Key::Escape).await?;
    page.press_element("#field-managers").await?;
    for place in 0..3 {
        page.press_element(&format!("#field-managers-option-{place}"))
            .await?;
    }
    page.type_keys(Key::Escape).await?;
    page.fill(FRIENDLY_NAME, "Hostile").await?;
    page.press_button("90 days").await?;
    page.fill(EMAIL, "jane@example.com").await?;
    traps.have_caught_nothing("step 1").await?;
    page.press_button(labels::NEXT).await?;
    page.is_on(labels::ROLES).await?;
    let groups = page.count(".role-group").await?;
    assert!(groups >= 3, "{groups} groups of roles");
    page.script(CHECK_EACH_ROLE, Vec::new()).await?;
    page.until("the hostile permissions are listed".to_owned(), async || {
        Ok(page.count(".permissions li").await? >= 3)
    })
    .await?;
    traps.have_caught_nothing("step 2").await?;
    let refusal = json!({ "errors": [{ "code": MARKUP, "message": format!("{MARKUP}{BIDI}{MEGABYTE}", MEGABYTE = MEGABYTE.as_str()) }] });
    let trouble = world.make(Method::POST, "/user", Happening::json(403, &refusal));
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    page.sees("The server says: <img").await?;
    traps.have_caught_nothing("a refusal").await?;
    drop(trouble);
    let token = format!("{}_{}", "0a".repeat(13), "f9".repeat(32));
    let made = json!({ "id": "made", "friendly_name": format!("{MARKUP}{BIDI}"), "user_type": "service", "status": BIDI, "token": token });
    let trouble = world.make(Method::POST, "/user", Happening::json(201, &made));
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    page.sees(labels::TOKEN_TITLE).await?;
    page.sees("[U+202E]fdp.exe").await?;
    traps.have_caught_nothing("the token window").await?;
    page.press_button("Check that it works").await?;
    page.sees("[U+202E]").await?;
    traps.have_caught_nothing("the check of a token").await?;
    assert_eq!(page.show_token().await?, token);
    page.copy_and_close_window().await?;
    traps.have_caught_nothing("the list with the new one").await?;
    drop(trouble);
    Ok(())
}

/// Wrong types, nesting without an end and lists that are none: each is said where it belongs, and the app goes on.
async fn what_is_no_answer_at_all_is_said_and_breaks_nothing(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    let traps = Traps::set(page).await?;
    let answer = |body: &str| Happening::Answer {
        status: 200,
        content_type: "application/json",
        headers: Vec::new(),
        body: body.to_owned(),
    };
    let deep = "[".repeat(100_000);
    let deep_record = format!(
        r#"[{{"id":"a","friendly_name":{}{}}}]"#,
        "[".repeat(100_000),
        "]".repeat(100_000)
    );
    for body in [
        "",
        "null",
        "7",
        "\"<script>\"",
        "{}",
        "[7]",
        "[null]",
        "[[]]",
        r#"[{"id":null}]"#,
        r#"[{"id":{"a":1}}]"#,
        r#"{"items":{}}"#,
        r#"{"items":[],"records":[]}"#,
        r#"{"total":-1,"items":[{"id":"a"}],"items":[]}"#,
        deep.as_str(),
        deep_record.as_str(),
    ] {
        let trouble = world.make(Method::GET, "/user", answer(body));
        page.press_button(labels::RELOAD).await?;
        page.sees("not an Account Manager's answer").await?;
        // What was there stays.
        page.sees("5 service users").await?;
        drop(trouble);
        page.press_button(labels::RELOAD).await?;
        page.sees_no_more("not an Account Manager's answer").await?;
    }
    // Members of other types are as good as missing, and the record is there.
    let odd = json!([
        { "id": 7, "friendly_name": ["a"], "description": {}, "email": 1.5, "status": false, "applications": "x", "end_date": 20270101,
          "account_ids": {}, "role_ids": [null, [], {}], "created_at": [] },
        { "id": "7" },
        { "id": "__proto__", "friendly_name": "__proto__" },
    ]);
    let trouble = world.make(Method::GET, "/user", Happening::json(200, &odd));
    page.press_button(labels::RELOAD).await?;
    page.sees("__proto__").await?;
    drop(trouble);
    traps.have_caught_nothing("a list of odd records").await?;
    let user = world.account_manager.create_with_token("Odd").await?.0;
    let troubles: Vec<_> = ["/account", "/role", "/api-access-token", "/audit-log"]
        .into_iter()
        .map(|endpoint| world.make(Method::GET, endpoint, answer(&deep_record)))
        .collect();
    page.go_to_service_user(&user).await?;
    page.part_says("tokens-heading", "not an Account Manager's answer")
        .await?;
    page.part_says("audit-done-heading", "not an Account Manager's answer")
        .await?;
    traps
        .have_caught_nothing("the page of a service user without its parts")
        .await?;
    drop(troubles);
    let record = world.make(Method::GET, &format!("/user/{user}"), answer(&deep));
    page.script(
        "location.hash = arguments[0]",
        vec![format!("#change/{user}").into()],
    )
    .await?;
    page.sees("not an Account Manager's answer").await?;
    traps
        .have_caught_nothing("a change of what cannot be read")
        .await?;
    drop(record);
    page.script("location.hash = '#service-users'", Vec::new())
        .await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.press_button(labels::RELOAD).await?;
    page.sees("6 service users").await?;
    traps.catch_what_they_are_for().await
}
