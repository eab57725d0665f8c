//! Templates: what one sets is seen before, a link fills in and sends nothing, and what comes from elsewhere is not trusted.

use end_to_end::{Happening, Outcome, World, in_both_browsers, labels};
use hyper::Method;
use labels::field::{ACCOUNTS, DESCRIPTION, EMAIL, FRIENDLY_NAME, MANAGERS};
use serde_json::{Value, json};

in_both_browsers! {
    a_recipe_is_seen_before_it_is_used_and_can_be_undone,
    what_is_missing_in_this_tenant_is_said,
    another_template_starts_without_the_first_and_keeps_what_was_typed,
    an_own_template_is_kept_and_used_again,
    an_own_template_gets_another_name_and_keeps_its_place,
    own_templates_are_exported_and_imported_again,
    a_hostile_file_is_refused_with_every_fault_and_changes_nothing,
    a_link_fills_in_a_draft_and_sends_nothing,
    a_link_asks_where_there_is_a_draft,
    a_link_is_followed_after_signing_in,
    a_damaged_link_fills_in_nothing,
    a_pasted_link_is_looked_at_before_it_is_added,
    what_cannot_be_read_is_not_written_over,
}

const RECIPE: &str = "Code signing in CI";
const ENTRY: &str = "service-user-helper/own-templates";

async fn a_recipe_is_seen_before_it_is_used_and_can_be_undone(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.start_creating().await?;
    page.pick_recipe(RECIPE).await?;
    page.sees("For a build that signs what it made.").await?;
    page.sees("Software Trust: Signer").await?;
    assert!(
        page.chosen(MANAGERS).await?.is_empty(),
        "nothing is filled in yet"
    );
    page.press_button(labels::USE_TEMPLATE).await?;
    page.focus_is_on("filling-notice").await?;
    page.sees("Set: DigiCert ONE Manager access, Roles and permissions.")
        .await?;
    assert_eq!(page.chosen(MANAGERS).await?, ["Software Trust"]);
    page.press_button(labels::UNDO).await?;
    page.sees("The form is as it was before the template.").await?;
    page.focus_is_on("template-picker").await?;
    assert!(page.chosen(MANAGERS).await?.is_empty());

    page.pick_recipe(RECIPE).await?;
    page.press_button(labels::USE_TEMPLATE).await?;
    page.sees("Filled in from the template").await?;
    // What the template set is taken along, and then is no longer there to be undone.
    page.press_button(labels::DISCARD).await?;
    page.focus_is_on(FRIENDLY_NAME).await?;
    page.sees_no_more("Filled in from the template").await?;
    assert!(page.chosen(MANAGERS).await?.is_empty());
    Ok(())
}

async fn what_is_missing_in_this_tenant_is_said(world: &World) -> Outcome {
    let page = &world.page;
    let roles = json!([{
        "id": "2", "name": "User and Certificate Manager", "description": "", "permissions": [],
        "application": { "id": "3", "code": "trust_lifecycle", "name": "Trust Lifecycle" },
    }]);
    let _roles = world.make(Method::GET, "/role", Happening::json(200, &roles));
    page.sign_in().await?;
    page.start_creating().await?;
    page.pick_recipe("Trust Lifecycle autoenrollment server").await?;
    page.press_button(labels::USE_TEMPLATE).await?;
    page.sees("There is no Manager “CA Manager” with roles that you can choose here, so its role “Read only” is not chosen either.")
        .await?;
    page.sees("Trust Lifecycle has no role “Certificate profile manager” here.")
        .await?;
    // The sandbox's other spelling of the same role is the same role.
    assert_eq!(page.chosen(MANAGERS).await?, ["Trust Lifecycle"]);
    Ok(())
}

async fn another_template_starts_without_the_first_and_keeps_what_was_typed(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.start_creating().await?;
    page.fill(FRIENDLY_NAME, "Typed before").await?;
    page.pick_recipe("Onboarding automation").await?;
    page.press_button(labels::USE_TEMPLATE).await?;
    page.sees("Filled in from the template “Onboarding automation”")
        .await?;
    page.fill(DESCRIPTION, "Typed between.").await?;
    page.pick_recipe(RECIPE).await?;
    page.press_button(labels::USE_TEMPLATE).await?;
    page.sees("Filled in from the template “Code signing in CI”")
        .await?;
    assert!(
        !page.words().await?.contains("in place of what was there"),
        "the first template is no choice of the person's"
    );
    assert_eq!(page.chosen(MANAGERS).await?, ["Software Trust"]);
    page.choose(MANAGERS, "Trust Lifecycle").await?;
    page.press_button(labels::UNDO).await?;
    page.sees("What you changed since then stays: DigiCert ONE Manager access.")
        .await?;
    assert_eq!(page.value(FRIENDLY_NAME).await?, "Typed before");
    assert_eq!(page.value(DESCRIPTION).await?, "Typed between.");
    assert_eq!(
        page.chosen(MANAGERS).await?,
        ["Software Trust", "Trust Lifecycle"]
    );
    Ok(())
}

async fn an_own_template_is_kept_and_used_again(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.prepare("svc-build").await?;
    assert_eq!(entries(world).await?, json!({}), "nothing is kept unasked");
    page.press_button(labels::SAVE_AS_TEMPLATE).await?;
    page.press_button(labels::SAVE_TEMPLATE).await?;
    page.remark_says("template-name", "Enter a name.").await?;
    page.focus_is_on("template-name").await?;
    page.fill("template-name", "Nightly\u{202e} builds").await?;
    page.remark_says(
        "template-name",
        "It shows as nothing, or changes how the rest reads",
    )
    .await?;
    page.fill("template-name", "Nightly builds").await?;
    page.no_remark("template-name").await?;
    page.fill("template-explanation", "For everything that runs at night.")
        .await?;
    page.press_choice("Have friendly names begin with “svc-”").await?;
    page.sees("90 days from today").await?;
    page.press_button(labels::SAVE_TEMPLATE).await?;
    page.sees("Saved as template “Nightly builds”.").await?;
    page.focus_is_on("save-as-template").await?;
    let kept = kept(world).await?;
    assert_eq!(
        kept.pointer("/templates/0/managers"),
        Some(&json!([{ "manager": "Trust Lifecycle", "roles": ["View only"] }]))
    );

    page.open("/").await?;
    page.driver().refresh().await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.start_creating().await?;
    page.pick_own_template("Nightly builds").await?;
    page.sees("For everything that runs at night.").await?;
    page.press_button(labels::USE_TEMPLATE).await?;
    page.sees("Filled in from the template “Nightly builds”").await?;
    assert_eq!(page.value(FRIENDLY_NAME).await?, "svc-");
    assert_eq!(page.value(EMAIL).await?, "jane.doe@example.com");
    assert_eq!(page.chosen(ACCOUNTS).await?, ["Example Corporation"]);
    assert_eq!(page.chosen(MANAGERS).await?, ["Trust Lifecycle"]);
    page.fill(FRIENDLY_NAME, "svc-another").await?;
    page.press_button(labels::NEXT).await?;
    page.is_on(labels::ROLES).await?;
    assert_eq!(page.count("input[data-role='View only']:checked").await?, 1);

    // The same name again, in another case, puts the new one in the old one's place.
    page.press_button(labels::SAVE_AS_TEMPLATE).await?;
    page.fill("template-name", "NIGHTLY builds").await?;
    page.remark_says("template-name", "You have a template “Nightly builds”.")
        .await?;
    page.press_button(labels::SAVE_TEMPLATE).await?;
    page.sees("Saved as template “NIGHTLY builds”.").await?;
    assert_eq!(names(world).await?, ["NIGHTLY builds"]);
    Ok(())
}

async fn an_own_template_gets_another_name_and_keeps_its_place(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.prepare("Renamed").await?;
    page.save_as_template("First").await?;
    page.save_as_template("Second").await?;
    page.go_to_templates().await?;
    page.press_button("Rename…: First").await?;
    page.sees("Rename template").await?;
    assert_eq!(page.value("template-name").await?, "First");
    page.fill("template-name", "second").await?;
    page.remark_says("template-name", "You have another template of this name.")
        .await?;
    page.press_button(labels::SAVE_TEMPLATE).await?;
    page.focus_is_on("template-name").await?;
    page.press_button(labels::CANCEL).await?;
    page.focus_is_on("rename-template-First").await?;
    assert_eq!(names(world).await?, ["First", "Second"], "nothing was changed");

    page.press_button("Rename…: First").await?;
    page.fill("template-name", "Primary").await?;
    page.no_remark("template-name").await?;
    page.fill("template-explanation", "The one for every day.")
        .await?;
    page.press_button(labels::SAVE_TEMPLATE).await?;
    page.sees("Template “Primary” was saved.").await?;
    page.focus_is_on("rename-template-Primary").await?;
    page.sees("The one for every day.").await?;
    assert_eq!(names(world).await?, ["Primary", "Second"]);
    let violations = page.violations(&world.surroundings).await?;
    assert!(violations.is_empty(), "{violations:?}");
    page.driver().back().await?;
    page.press_button(labels::CHANGE_DETAILS).await?;
    page.pick_own_template("Primary").await?;
    page.sees("The one for every day.").await
}

async fn own_templates_are_exported_and_imported_again(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.prepare("Exported").await?;
    page.save_as_template("One of mine").await?;
    page.go_to_templates().await?;
    page.note_saved_files().await?;
    page.press_button(labels::EXPORT_TEMPLATES).await?;
    let exported = page.saved_file().await?;
    assert_eq!(exported.name, "service-user-templates.json");
    assert_eq!(exported.media_type, "application/json");
    let text = exported.text;

    page.press_button("Delete…: One of mine").await?;
    page.sees("Delete the template “One of mine”?").await?;
    page.press_button("Keep it").await?;
    assert_eq!(names(world).await?, ["One of mine"]);
    page.press_button("Delete…: One of mine").await?;
    page.press_button("Delete").await?;
    page.sees("Template “One of mine” was deleted.").await?;
    assert_eq!(entries(world).await?, json!({}), "nothing is left behind");

    let folder = tempfile::tempdir()?;
    let file = folder.path().join("templates.json");
    std::fs::write(&file, &text)?;
    page.choose_file_to_import(&file).await?;
    page.sees("Imported. New: “One of mine”.").await?;
    assert_eq!(names(world).await?, ["One of mine"]);

    let changed = text.replace("jane.doe@example.com", "john.doe@example.com");
    std::fs::write(&file, changed)?;
    page.choose_file_to_import(&file).await?;
    page.sees("1 template would be imported and take the place of your own of the same name: “One of mine”.")
        .await?;
    assert!(
        kept(world).await?.to_string().contains("jane.doe@example.com"),
        "not yet"
    );
    page.press_button(labels::IMPORT_AND_REPLACE).await?;
    page.sees("Imported. Replaced: “One of mine”.").await?;
    page.sees("john.doe@example.com").await?;
    assert!(kept(world).await?.to_string().contains("john.doe@example.com"));
    Ok(())
}

async fn a_hostile_file_is_refused_with_every_fault_and_changes_nothing(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.go_to_templates().await?;
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("templates.json");
    let token = format!("{}_{}", "ab".repeat(13), "0123abcd".repeat(8));
    let markup = "<img src=x onerror=\"window.hostile = true\">";
    let hostile = json!({
        "format": "service-user-helper/templates",
        "version": 1,
        "templates": [
            { "name": "invoice\u{202e}fdp", "managers": [{ "manager": "Trust Lifecycle" }] },
            { "name": "Holds a secret", "description": token },
            { "name": "Unknown", "email": "jane@example.com", "tokenId": "x" },
        ],
    });
    std::fs::write(&file, hostile.to_string())?;
    page.choose_file_to_import(&file).await?;
    page.sees("Nothing was imported: the file has faults.").await?;
    page.sees("templates[0].name").await?;
    page.sees("templates[1].description").await?;
    page.sees("looks like a token ID").await?;
    page.sees("There is a member “tokenId”, which is not known here.")
        .await?;
    assert!(!page.words().await?.contains(&token), "a secret is not repeated");

    for (content, words) in [
        (
            vec![b' '; 300_000],
            "The file has 300000 bytes and can have 262144.",
        ),
        (b"{\"format\": }".to_vec(), "The file is not JSON"),
        (vec![0xff, 0xfe, 0x00], "The file is not a text in UTF-8."),
        (vec![b'['; 100_000], "nested too deeply"),
    ] {
        std::fs::write(&file, content)?;
        page.choose_file_to_import(&file).await?;
        page.sees(words).await?;
    }
    assert_eq!(entries(world).await?, json!({}));

    let long = "W".repeat(64);
    let shown = json!({
        "format": "service-user-helper/templates",
        "version": 1,
        "templates": [
            { "name": markup, "explanation": markup, "accounts": [markup], "managers": [{ "manager": markup, "roles": [markup] }] },
            { "name": long, "friendlyNamePrefix": "svc-" },
        ],
    });
    std::fs::write(&file, shown.to_string())?;
    page.choose_file_to_import(&file).await?;
    page.sees("Imported. New:").await?;
    page.sees(markup).await?;
    assert_eq!(page.count("main img").await?, 0);
    assert_eq!(
        page.script("return window.hostile ?? null", Vec::new()).await?,
        Value::Null
    );
    page.take_look(end_to_end::Look::NARROW).await?;
    assert_eq!(page.sideways_overflow().await?, 0);
    page.take_look(end_to_end::Look::WIDE).await
}

async fn a_link_fills_in_a_draft_and_sends_nothing(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    let link = link_of(world, RECIPE).await?;
    assert!(
        link.starts_with(&format!("{}/#create?template=", world.origin())),
        "{link}"
    );
    page.open("about:blank").await?;
    page.open(&link).await?;
    page.is_on(labels::DETAILS).await?;
    page.sees("A link filled in the template “Code signing in CI”")
        .await?;
    page.sees("Nothing was sent and nothing was created.").await?;
    assert_eq!(page.chosen(MANAGERS).await?, ["Software Trust"]);
    assert_that_the_address_is_clean(world).await?;
    // A browser that loads the page anew on the way back loads it without the template.
    page.driver().back().await?;
    page.driver().forward().await?;
    page.is_started().await?;
    let address = page.driver().current_url().await?;
    assert!(!address.as_str().contains("template"), "{address}");
    assert_eq!(world.count(&Method::POST, "/user"), 0);
    assert_eq!(entries(world).await?, json!({}), "a link is not kept");
    Ok(())
}

async fn a_link_asks_where_there_is_a_draft(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    let link = link_of(world, RECIPE).await?;
    page.open("/#service-users").await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.start_creating().await?;
    page.fill(FRIENDLY_NAME, "A draft of mine").await?;
    page.choose(MANAGERS, "Trust Lifecycle").await?;

    follow(world, &link).await?;
    page.sees("There is a draft already").await?;
    page.sees("what you typed for “A draft of mine”").await?;
    page.focus_is_on("filling-notice").await?;
    assert_eq!(page.chosen(MANAGERS).await?, ["Trust Lifecycle"], "not yet");
    page.press_button(labels::KEEP_DRAFT).await?;
    page.sees_no_more("There is a draft already").await?;
    assert_eq!(page.chosen(MANAGERS).await?, ["Trust Lifecycle"]);

    follow(world, &link).await?;
    page.press_button(labels::FILL_DRAFT).await?;
    page.sees("DigiCert ONE Manager access (in place of what was there)")
        .await?;
    assert_eq!(page.chosen(MANAGERS).await?, ["Software Trust"]);
    assert_eq!(page.value(FRIENDLY_NAME).await?, "A draft of mine");

    follow(world, &link).await?;
    page.press_button(labels::START_ANEW).await?;
    page.sees("A link filled in the template").await?;
    assert_eq!(page.value(FRIENDLY_NAME).await?, "");
    assert_eq!(page.chosen(MANAGERS).await?, ["Software Trust"]);
    assert_that_the_address_is_clean(world).await?;
    assert_eq!(world.count(&Method::POST, "/user"), 0);
    Ok(())
}

async fn a_link_is_followed_after_signing_in(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    let link = link_of(world, RECIPE).await?;
    page.driver().delete_all_cookies().await?;
    for is_opened_with_the_page in [true, false] {
        page.open("about:blank").await?;
        match is_opened_with_the_page {
            true => page.open(&link).await?,
            false => {
                page.open("/").await?;
                page.is_on(labels::CONNECT_TITLE).await?;
                follow(world, &link).await?;
            }
        }
        page.is_on(labels::CONNECT_TITLE).await?;
        page.press_choice(labels::BY_API_KEY).await?;
        page.fill("connect-api-key", world.account_manager.api_key())
            .await?;
        page.press_button(labels::CONNECT).await?;
        page.is_on(labels::DETAILS).await?;
        page.sees("A link filled in the template").await?;
        assert_eq!(page.chosen(MANAGERS).await?, ["Software Trust"]);
        assert_that_the_address_is_clean(world).await?;
    }
    assert_eq!(world.count(&Method::POST, "/user"), 0);
    Ok(())
}

async fn a_damaged_link_fills_in_nothing(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    let link = link_of(world, RECIPE).await?;
    let cut = link.get(..link.len() - 20).unwrap_or_default();
    for (link, words) in [
        (cut.to_owned(), "is not complete or was changed on its way"),
        (
            format!("{}/#create?template={}", world.origin(), "A".repeat(9000)),
            "has 9000 characters and can have 8192",
        ),
    ] {
        follow(world, &link).await?;
        page.is_on(labels::DETAILS).await?;
        page.sees("The template in this link cannot be used.").await?;
        page.sees(words).await?;
        assert!(page.chosen(MANAGERS).await?.is_empty());
        assert_that_the_address_is_clean(world).await?;
        page.press_button(labels::CLOSE).await?;
        page.sees_no_more("cannot be used").await?;
    }
    Ok(())
}

async fn a_pasted_link_is_looked_at_before_it_is_added(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    let link = link_of(world, RECIPE).await?;
    page.fill("import-link", "https://example.com/nothing").await?;
    page.press_button(labels::LOOK_AT_LINK).await?;
    page.sees("There is no template in this text.").await?;
    let part = link.split_once('#').map(|(_, part)| format!("#{part}"));
    page.fill("import-link", &part.unwrap_or_default()).await?;
    page.press_button(labels::LOOK_AT_LINK).await?;
    let add = format!("Add to your templates: {RECIPE}");
    page.button(&add).await?;
    assert_eq!(entries(world).await?, json!({}), "looking keeps nothing");
    page.press_button(&add).await?;
    page.sees("Imported. New: “Code signing in CI”.").await?;
    assert_eq!(names(world).await?, [RECIPE]);
    Ok(())
}

async fn what_cannot_be_read_is_not_written_over(world: &World) -> Outcome {
    const DAMAGED: &str = "{\"format\": \"service-user-helper/templates\", \"version\": 7}";
    let page = &world.page;
    page.sign_in().await?;
    let put = "localStorage.setItem(arguments[0], arguments[1])";
    page.script(put, vec![ENTRY.into(), DAMAGED.into()]).await?;
    page.prepare("Not saved").await?;
    page.press_button(labels::SAVE_AS_TEMPLATE).await?;
    page.fill("template-name", "Not saved").await?;
    page.press_button(labels::SAVE_TEMPLATE).await?;
    page.sees("Not saved: what is kept of your templates cannot be read")
        .await?;
    page.press_button(labels::CANCEL).await?;
    page.go_to_templates().await?;
    page.sees("Your templates cannot be read").await?;
    page.sees("written for another version of this app").await?;
    page.note_saved_files().await?;
    page.press_button("Save it as a file").await?;
    assert_eq!(page.saved_file().await?.text, DAMAGED);
    assert_eq!(entries(world).await?, json!({ ENTRY: DAMAGED }));
    page.press_button("Remove it…").await?;
    page.focus_is_on("unreadable-templates-keep").await?;
    page.press_button("Remove it for good").await?;
    page.sees("None yet.").await?;
    assert_eq!(entries(world).await?, json!({}));
    Ok(())
}

/// Copies the link of a template on its screen, and answers it.
async fn link_of(world: &World, name: &str) -> Outcome<String> {
    let page = &world.page;
    page.go_to_templates().await?;
    page.note_copies().await?;
    page.press_button(&format!("Copy link: {name}")).await?;
    page.sees("Link copied.").await?;
    Ok(page.noted_copies().await?.pop().unwrap_or_default())
}

/// Follows a link within the page that is open, as typing it into the address bar does.
async fn follow(world: &World, link: &str) -> Outcome {
    let script = "location.href = arguments[0]";
    world.page.script(script, vec![link.into()]).await.map(|_| ())
}

async fn assert_that_the_address_is_clean(world: &World) -> Outcome {
    let page = &world.page;
    page.until("the template is gone from the address".to_owned(), async || {
        Ok(page.driver().current_url().await?.fragment() == Some("create"))
    })
    .await
}

/// Everything that the page keeps.
async fn entries(world: &World) -> Outcome<Value> {
    let script = "return { ...localStorage, ...sessionStorage }";
    world.page.script(script, Vec::new()).await
}

/// The templates that the page keeps.
async fn kept(world: &World) -> Outcome<Value> {
    let entries = entries(world).await?;
    let text = entries.get(ENTRY).and_then(Value::as_str).unwrap_or_default();
    Ok(serde_json::from_str(text)?)
}

async fn names(world: &World) -> Outcome<Vec<String>> {
    let kept = kept(world).await?;
    let templates = kept.get("templates").and_then(Value::as_array);
    let names = templates.into_iter().flatten().filter_map(|template| {
        let name = template.get("name").and_then(Value::as_str);
        name.map(str::to_owned)
    });
    Ok(names.collect())
}
