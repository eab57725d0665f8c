//! Changing a service user: the same rules as creating, a difference before saving, and two administrators at once.

use end_to_end::{Happening, Outcome, World, in_both_browsers, labels};
use hyper::Method;
use labels::field::{ACCOUNTS, DESCRIPTION, EMAIL, END_DATE, FRIENDLY_NAME, MANAGERS};
use serde_json::{Value, json};

in_both_browsers! {
    the_fields_hold_what_the_service_user_is,
    a_difference_is_shown_before_anything_is_sent_and_saving_makes_it,
    its_own_name_is_free_and_another_ones_is_not,
    without_a_change_there_is_nothing_to_save,
    what_an_expired_one_is_left_as_it_is_can_be_saved,
    a_change_made_meanwhile_is_shown_and_not_overwritten,
    where_both_changed_the_same_field_the_person_decides,
    a_lost_answer_is_looked_up_before_anything_is_said,
    what_was_not_saved_is_there_again,
    disconnecting_keeps_nothing_of_a_change,
    one_that_is_gone_is_said_to_be_gone,
}

const NAME: &str = "Nightly deploy";

/// Makes a service user and opens its change; answers its id.
async fn open(world: &World) -> Outcome<String> {
    let page = &world.page;
    world.account_manager.create(NAME).await?;
    let id = id_of(world, NAME).await?;
    page.sign_in_as("Administrator").await?;
    page.sees("6 service users").await?;
    open_change(world, &id).await?;
    Ok(id)
}

async fn open_change(world: &World, id: &str) -> Outcome {
    let page = &world.page;
    page.script(
        "location.hash = arguments[0]",
        vec![format!("#change/{id}").into()],
    )
    .await?;
    page.is_on(labels::CHANGE_TITLE).await?;
    page.until("the fields are there".to_owned(), async || {
        Ok(page.count("#field-friendly-name").await? == 1)
    })
    .await
}

async fn id_of(world: &World, name: &str) -> Outcome<String> {
    let users = world.account_manager.service_users_named(name).await?;
    Ok(text(users.first().unwrap_or(&Value::Null), "id"))
}

async fn user(world: &World, id: &str) -> Outcome<Value> {
    let users = world.account_manager.service_users().await?;
    let found = users.into_iter().find(|user| text(user, "id") == id);
    Ok(found.unwrap_or_default())
}

fn text(user: &Value, member: &str) -> String {
    user.get(member)
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned()
}

async fn review(world: &World) -> Outcome {
    world.page.press_button(labels::REVIEW_CHANGES).await?;
    world.page.sees("What will change").await
}

async fn save(world: &World, id: &str) -> Outcome {
    let page = &world.page;
    page.press_button(labels::SAVE_CHANGES).await?;
    page.until("the page of the service user is shown".to_owned(), async || {
        let address = page.script("return location.hash", Vec::new()).await?;
        Ok(address == json!(format!("#service-user/{id}")))
    })
    .await
}

async fn the_fields_hold_what_the_service_user_is(world: &World) -> Outcome {
    let page = &world.page;
    open(world).await?;
    assert_eq!(page.value(FRIENDLY_NAME).await?, NAME);
    assert_eq!(page.value(DESCRIPTION).await?, "");
    assert_eq!(page.value(END_DATE).await?, "");
    assert_eq!(page.value(EMAIL).await?, "jane@example.com");
    assert_eq!(page.chosen(ACCOUNTS).await?, ["Example Corporation"]);
    assert_eq!(page.chosen(MANAGERS).await?, ["Account Manager"]);
    assert_eq!(page.count("input[data-role]:checked").await?, 1);
    Ok(())
}

async fn a_difference_is_shown_before_anything_is_sent_and_saving_makes_it(world: &World) -> Outcome {
    let page = &world.page;
    let id = open(world).await?;
    page.fill(FRIENDLY_NAME, "Nightly deploys").await?;
    page.fill(DESCRIPTION, "Runs at two.").await?;
    page.press_choice(labels::NO_END_DATE).await?;
    page.press_button("90 days").await?;
    page.fill(EMAIL, "john.doe@example.com").await?;
    page.choose(ACCOUNTS, "Example Manufacturing Europe").await?;
    page.choose(MANAGERS, "Trust Lifecycle").await?;
    page.press_role("Trust Lifecycle", "View only").await?;
    review(world).await?;
    let words = page.words().await?;
    for part in [
        "Nightly deploys",
        "Runs at two.",
        "Not given",
        "No end date",
        "23:59:59 UTC",
        "jane@example.com",
        "john.doe@example.com",
        "Will be added",
        "Example Manufacturing Europe",
        "Trust Lifecycle: View only",
    ] {
        assert!(words.contains(part), "{part} is not in {words}");
    }
    assert!(!words.contains("Will be taken away"), "{words}");
    assert_eq!(
        text(&user(world, &id).await?, "friendly_name"),
        NAME,
        "nothing was sent"
    );
    save(world, &id).await?;
    let saved = user(world, &id).await?;
    assert_eq!(text(&saved, "friendly_name"), "Nightly deploys");
    assert_eq!(text(&saved, "description"), "Runs at two.");
    assert_eq!(text(&saved, "email"), "john.doe@example.com");
    assert!(!text(&saved, "end_date").is_empty(), "{saved}");
    for member in ["account_ids", "role_ids"] {
        assert_eq!(
            saved.get(member).and_then(Value::as_array).map(Vec::len),
            Some(2),
            "{saved}"
        );
    }
    page.sees("Nightly deploys").await
}

async fn its_own_name_is_free_and_another_ones_is_not(world: &World) -> Outcome {
    let page = &world.page;
    world.account_manager.create("Somebody else").await?;
    world.account_manager.create(NAME).await?;
    let id = id_of(world, NAME).await?;
    page.sign_in_as("Administrator").await?;
    page.sees("7 service users").await?;
    open_change(world, &id).await?;
    page.fill(FRIENDLY_NAME, "Somebody else").await?;
    page.remark_says(FRIENDLY_NAME, "already has the friendly name")
        .await?;
    page.press_button(labels::REVIEW_CHANGES).await?;
    page.focus_is_on(FRIENDLY_NAME).await?;
    page.fill(FRIENDLY_NAME, NAME).await?;
    page.no_remark(FRIENDLY_NAME).await
}

async fn without_a_change_there_is_nothing_to_save(world: &World) -> Outcome {
    let page = &world.page;
    open(world).await?;
    page.press_button(labels::REVIEW_CHANGES).await?;
    page.sees("Nothing is changed yet.").await?;
    assert!(!page.has_button(labels::SAVE_CHANGES).await?);
    Ok(())
}

/// The fourth of the sandbox's service users has ended.
async fn what_an_expired_one_is_left_as_it_is_can_be_saved(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    let users = world.account_manager.service_users().await?;
    let expired = users.get(3).cloned().unwrap_or_default();
    let (id, end_date) = (text(&expired, "id"), text(&expired, "end_date"));
    assert!(!end_date.is_empty(), "{expired}");
    open_change(world, &id).await?;
    assert_eq!(page.value(END_DATE).await?, end_date);
    page.fill(DESCRIPTION, "Kept for the record.").await?;
    review(world).await?;
    save(world, &id).await?;
    let saved = user(world, &id).await?;
    assert_eq!(text(&saved, "description"), "Kept for the record.");
    assert_eq!(text(&saved, "end_date"), end_date);
    Ok(())
}

/// Changes a service user as another administrator would.
async fn change_behind(world: &World, id: &str, change: &[(&str, Value)]) -> Outcome {
    let mut body = user(world, id).await?;
    if let Some(body) = body.as_object_mut() {
        for (member, value) in change {
            body.insert((*member).to_owned(), value.clone());
        }
    }
    world.account_manager.update(id, &body).await
}

async fn a_change_made_meanwhile_is_shown_and_not_overwritten(world: &World) -> Outcome {
    let page = &world.page;
    let id = open(world).await?;
    page.fill(EMAIL, "john.doe@example.com").await?;
    review(world).await?;
    change_behind(world, &id, &[("description", json!("Theirs."))]).await?;
    page.press_button(labels::SAVE_CHANGES).await?;
    page.sees("Somebody else changed this service user meanwhile.")
        .await?;
    page.sees("Theirs.").await?;
    assert_eq!(
        text(&user(world, &id).await?, "email"),
        "jane@example.com",
        "nothing was sent"
    );
    save(world, &id).await?;
    let saved = user(world, &id).await?;
    assert_eq!(text(&saved, "email"), "john.doe@example.com");
    assert_eq!(text(&saved, "description"), "Theirs.");
    Ok(())
}

async fn where_both_changed_the_same_field_the_person_decides(world: &World) -> Outcome {
    let page = &world.page;
    let id = open(world).await?;
    page.fill(DESCRIPTION, "Mine.").await?;
    page.fill(EMAIL, "mine@example.com").await?;
    review(world).await?;
    let theirs = [
        ("description", json!("Theirs.")),
        ("email", json!("theirs@example.com")),
    ];
    change_behind(world, &id, &theirs).await?;
    page.press_button(labels::SAVE_CHANGES).await?;
    page.sees("Yours will be saved.").await?;
    page.press_button("Take theirs for Email").await?;
    page.sees_no_more("Take theirs for Email").await?;
    save(world, &id).await?;
    let saved = user(world, &id).await?;
    assert_eq!(text(&saved, "description"), "Mine.");
    assert_eq!(text(&saved, "email"), "theirs@example.com");
    Ok(())
}

async fn a_lost_answer_is_looked_up_before_anything_is_said(world: &World) -> Outcome {
    let page = &world.page;
    let id = open(world).await?;
    page.fill(DESCRIPTION, "Arrived all the same.").await?;
    review(world).await?;
    let trouble = world.make(Method::PUT, &format!("/user/{id}"), Happening::BreakBefore);
    page.press_button(labels::SAVE_CHANGES).await?;
    page.sees("The changes were not saved.").await?;
    drop(trouble);
    let trouble = world.make(Method::PUT, &format!("/user/{id}"), Happening::BreakAfter);
    save(world, &id).await?;
    drop(trouble);
    assert_eq!(
        text(&user(world, &id).await?, "description"),
        "Arrived all the same."
    );
    Ok(())
}

async fn what_was_not_saved_is_there_again(world: &World) -> Outcome {
    let page = &world.page;
    let id = open(world).await?;
    page.fill(DESCRIPTION, "Half a thou").await?;
    page.script("location.hash = '#service-users'", Vec::new())
        .await?;
    page.is_on(labels::SERVICE_USERS).await?;
    open_change(world, &id).await?;
    page.sees("What you changed before, and did not save, is still here.")
        .await?;
    assert_eq!(page.value(DESCRIPTION).await?, "Half a thou");
    page.press_button("Discard these changes").await?;
    page.until("the field is empty again".to_owned(), async || {
        Ok(page.value(DESCRIPTION).await?.is_empty())
    })
    .await
}

/// Neither what was typed, which may be for the eyes of another caller now, nor a form that nobody touched.
async fn disconnecting_keeps_nothing_of_a_change(world: &World) -> Outcome {
    let page = &world.page;
    let id = open(world).await?;
    for typed in ["", "Half a thou"] {
        page.fill(DESCRIPTION, typed).await?;
        page.press_button(labels::DISCONNECT).await?;
        page.is_on(labels::CONNECT_TITLE).await?;
        page.press_button(labels::CONNECT).await?;
        page.sees("6 service users").await?;
        open_change(world, &id).await?;
        assert!(
            !page.words().await?.contains("is still here"),
            "“{typed}” was kept"
        );
        assert_eq!(page.value(DESCRIPTION).await?, "");
    }
    Ok(())
}

async fn one_that_is_gone_is_said_to_be_gone(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    let nobody = "#change/00000000-0000-4000-8000-000000000000";
    page.script("location.hash = arguments[0]", vec![nobody.into()])
        .await?;
    page.sees("does not exist").await?;
    page.press_link(labels::SERVICE_USERS).await?;
    page.is_on(labels::SERVICE_USERS).await
}
