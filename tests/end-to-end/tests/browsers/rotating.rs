//! Rotating a token with overlap: every step can be left and come back to, and no token is made twice or lost without a word.

use end_to_end::{AccountManager, Happening, Look, Outcome, World, in_both_browsers, labels};
use hyper::Method;
use labels::field::{ACCOUNTS, EMAIL, FRIENDLY_NAME, MANAGERS};
use labels::rotate;
use serde_json::{Value, json};
use thirtyfour::Key;

in_both_browsers! {
    the_whole_way_ends_with_the_new_token_alone,
    the_state_is_read_from_the_host_alone,
    a_new_token_that_somebody_disabled_can_be_enabled_again,
    a_disabled_old_token_can_be_enabled_again,
    of_several_old_tokens_the_person_says_which,
    a_first_token_can_be_made_where_there_is_none,
    a_lost_token_id_is_replaced_after_coming_back,
    a_host_without_further_tokens_is_answered_with_a_clone,
    a_refusal_of_a_further_token_offers_a_clone,
    the_check_in_the_window_says_whose_token_it_is,
    a_name_that_cannot_be_is_said_before_anything_is_sent,
    the_whole_way_to_the_window_and_back_goes_by_keyboard,
    an_auditor_sees_the_tokens_and_is_offered_no_change,
    a_service_user_that_is_not_there_is_said,
    a_list_of_tokens_that_does_not_load_can_be_loaded_again,
    names_from_the_host_stay_text_and_break_nothing,
}

const ACCESS_TOKENS: &str = "/api-access-token";

fn text<'a>(record: &'a Value, name: &str) -> &'a str {
    record.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// A service user with one token, signed in and at the first step. Answers the user's id and the token.
async fn begin(world: &World, name: &str) -> Outcome<(String, String)> {
    let made = world.account_manager.create_with_token(name).await?;
    world.page.sign_in_with(6).await?;
    world.page.open_rotation(&made.0).await?;
    world.page.rotation_is_at(rotate::MAKE).await?;
    Ok(made)
}

/// Makes the new token and answers it; its window stays open.
async fn make(world: &World) -> Outcome<String> {
    world.page.press_button(rotate::MAKE).await?;
    world.page.sees(labels::TOKEN_TITLE).await?;
    world.page.show_token().await
}

/// Waits for another second to begin: the host tells no shorter time, and what is made or used in the same second has no order.
async fn another_second(world: &World) -> Outcome {
    let second = || {
        let since_epoch = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        since_epoch
            .map(|since_epoch| since_epoch.as_secs())
            .unwrap_or_default()
    };
    let before = second();
    world
        .page
        .until("another second begins".to_owned(), async || Ok(second() > before))
        .await
}

/// The ids of the user's tokens, oldest first.
async fn ids(account_manager: &AccountManager, user: &str) -> Outcome<Vec<String>> {
    let tokens = account_manager.access_tokens(user).await?;
    Ok(tokens.iter().map(|token| text(token, "id").to_owned()).collect())
}

async fn status_of(world: &World, token: &str) -> Outcome<u16> {
    Ok(world.account_manager.me(token).await?.0)
}

async fn the_whole_way_ends_with_the_new_token_alone(world: &World) -> Outcome {
    let page = &world.page;
    let (user, old) = begin(world, "Whole way").await?;
    another_second(world).await?;
    page.come_back_to_rotation().await?;
    page.rotation_is_at(rotate::MAKE).await?;

    let new = make(world).await?;
    assert_eq!(status_of(world, &old).await?, 200, "both work meanwhile");
    assert!(page.asks_before_leaving().await?, "while the token is there");
    page.press_button(rotate::CHECK).await?;
    page.sees("It works:").await?;
    page.copy_and_close_window().await?;
    assert_eq!(page.clipboard().await?, new);
    assert!(!page.asks_before_leaving().await?, "after it is gone");

    page.rotation_is_at(rotate::HAND_OVER).await?;
    page.focus_is_on("rotate-step").await?;
    page.come_back_to_rotation().await?;
    page.rotation_is_at(rotate::HAND_OVER).await?;
    page.sees("jane@example.com").await?;
    copies_nothing_of(world, &new).await?;
    page.press_button(rotate::HANDED_OVER).await?;

    page.rotation_is_at(rotate::CHECK).await?;
    page.come_back_to_rotation().await?;
    page.rotation_is_at(rotate::CHECK).await?;
    page.sees("Used less than a minute ago").await?;
    page.press_button(rotate::GO_ON).await?;

    page.rotation_is_at(rotate::DISABLE).await?;
    page.come_back_to_rotation().await?;
    page.rotation_is_at(rotate::DISABLE).await?;
    page.press_button(rotate::DISABLE_QUESTION).await?;
    page.focus_is_on("rotate-keep").await?;
    assert_eq!(status_of(world, &old).await?, 200, "it takes a second press");
    page.press_button(rotate::DISABLE_IT).await?;

    page.rotation_is_at(rotate::DELETE).await?;
    assert_eq!(status_of(world, &old).await?, 401, "the old one is refused");
    page.come_back_to_rotation().await?;
    page.rotation_is_at(rotate::DELETE).await?;
    page.press_button(rotate::DELETE_QUESTION).await?;
    page.press_button(rotate::DELETE).await?;

    page.rotation_is_at(rotate::COMPLETE).await?;
    page.focus_is_on("rotate-step").await?;
    assert_eq!(status_of(world, &old).await?, 401);
    let (status, me) = world.account_manager.me(&new).await?;
    assert_eq!((status, text(&me, "friendly_name")), (200, "Whole way"));
    let tokens = world.account_manager.access_tokens(&user).await?;
    assert_eq!(tokens.len(), 1, "{tokens:?}");
    page.come_back_to_rotation().await?;
    page.rotation_is_at(rotate::MAKE).await
}

/// What can be copied at step 2 is for the person who gets the token ID, and holds none.
async fn copies_nothing_of(world: &World, token: &str) -> Outcome {
    let page = &world.page;
    page.note_copies().await?;
    page.press_button("Copy email").await?;
    page.press_button("Copy note without the token ID").await?;
    page.until("both are copied".to_owned(), async || {
        Ok(page.noted_copies().await?.len() == 2)
    })
    .await?;
    let copies = page.noted_copies().await?;
    let (email, note) = (
        copies.first().cloned(),
        copies.last().cloned().unwrap_or_default(),
    );
    assert_eq!(email.as_deref(), Some("jane@example.com"));
    assert!(
        note.contains("Whole way") && note.contains("is being replaced"),
        "{note}"
    );
    let secret = token.split('_').next_back().unwrap_or_default();
    assert!(!note.contains(secret), "{note}");
    Ok(())
}

async fn the_state_is_read_from_the_host_alone(world: &World) -> Outcome {
    let page = &world.page;
    let manager = &world.account_manager;
    let (user, old) = begin(world, "Read from the host").await?;
    another_second(world).await?;
    let made = manager.create_access_token(&user, "By somebody else").await?;
    let new = text(&made, "token").to_owned();
    let old_id = ids(manager, &user).await?.remove(0);

    page.press_button(rotate::LOOK_AGAIN).await?;
    page.rotation_is_at(rotate::HAND_OVER).await?;
    let listed = page.listed_tokens().await?;
    assert_eq!(listed.first().map(String::as_str), Some("By somebody else New"));
    assert_eq!(listed.len(), 2, "{listed:?}");

    assert_eq!(status_of(world, &new).await?, 200);
    page.press_button(rotate::LOOK_AGAIN).await?;
    page.rotation_is_at(rotate::DISABLE).await?;

    another_second(world).await?;
    assert_eq!(status_of(world, &old).await?, 200);
    page.press_button(rotate::LOOK_AGAIN).await?;
    page.rotation_is_at(rotate::CHECK).await?;
    page.sees("Something used the old one after the new one").await?;

    another_second(world).await?;
    assert_eq!(status_of(world, &new).await?, 200);
    page.press_button(rotate::LOOK_AGAIN).await?;
    page.rotation_is_at(rotate::DISABLE).await?;

    manager.set_access_token_status(&old_id, "DISABLED").await?;
    page.press_button(rotate::LOOK_AGAIN).await?;
    page.rotation_is_at(rotate::DELETE).await?;
    // Another browser, or another person, finds the same.
    page.open("/#service-users").await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.open_rotation(&user).await?;
    page.rotation_is_at(rotate::DELETE).await
}

async fn a_new_token_that_somebody_disabled_can_be_enabled_again(world: &World) -> Outcome {
    let page = &world.page;
    let (user, _) = begin(world, "Disabled meanwhile").await?;
    another_second(world).await?;
    let new = make(world).await?;
    page.copy_and_close_window().await?;
    page.rotation_is_at(rotate::HAND_OVER).await?;
    let id = ids(&world.account_manager, &user).await?.remove(1);
    world
        .account_manager
        .set_access_token_status(&id, "DISABLED")
        .await?;
    page.press_button(rotate::HANDED_OVER).await?;
    page.press_button(rotate::LOOK_AGAIN).await?;
    page.sees("is disabled, so it does not work").await?;
    assert!(
        !page.has_button(rotate::GO_ON_ANYWAY).await?,
        "the old one must not go"
    );
    page.press_button(rotate::ENABLE).await?;
    page.sees_no_more("is disabled, so it does not work").await?;
    assert_eq!(status_of(world, &new).await?, 200);
    Ok(())
}

async fn a_disabled_old_token_can_be_enabled_again(world: &World) -> Outcome {
    let page = &world.page;
    let (user, old) = begin(world, "Taken back").await?;
    another_second(world).await?;
    world.account_manager.create_access_token(&user, "Next").await?;
    page.press_button(rotate::LOOK_AGAIN).await?;
    page.rotation_is_at(rotate::HAND_OVER).await?;
    page.press_button(rotate::HANDED_OVER).await?;
    page.rotation_is_at(rotate::CHECK).await?;
    page.sees("Not used yet").await?;
    page.press_button(rotate::GO_ON_ANYWAY).await?;
    page.sees("does not tell of any use of the new one").await?;
    page.press_button(rotate::DISABLE_QUESTION).await?;
    page.press_button("Leave it as it is").await?;
    page.press_button(rotate::DISABLE_QUESTION).await?;
    page.press_button(rotate::DISABLE_IT).await?;
    page.rotation_is_at(rotate::DELETE).await?;
    assert_eq!(status_of(world, &old).await?, 401);
    page.press_button(rotate::ENABLE).await?;
    page.rotation_is_at(rotate::HAND_OVER).await?;
    assert_eq!(status_of(world, &old).await?, 200);
    Ok(())
}

async fn of_several_old_tokens_the_person_says_which(world: &World) -> Outcome {
    let page = &world.page;
    let manager = &world.account_manager;
    let (user, first) = begin(world, "Several").await?;
    another_second(world).await?;
    let second = manager.create_access_token(&user, "Second").await?;
    another_second(world).await?;
    let third = manager.create_access_token(&user, "Third").await?;
    assert_eq!(status_of(world, text(&third, "token")).await?, 200);
    page.press_button(rotate::LOOK_AGAIN).await?;
    page.sees("Say below which one it replaces").await?;
    page.rotation_is_at(rotate::DISABLE).await?;
    assert!(
        !page.has_button(rotate::DISABLE_QUESTION).await?,
        "nobody knows which"
    );
    page.press_button("This is the old one: Second").await?;
    page.focus_is_on("rotate-step").await?;
    page.come_back_to_rotation().await?;
    page.rotation_is_at(rotate::DISABLE).await?;
    let listed = page.listed_tokens().await?;
    assert!(listed.contains(&"Second Old".to_owned()), "{listed:?}");
    page.press_button(rotate::DISABLE_QUESTION).await?;
    page.press_button(rotate::DISABLE_IT).await?;
    page.rotation_is_at(rotate::DELETE).await?;
    assert_eq!(status_of(world, text(&second, "token")).await?, 401);
    assert_eq!(status_of(world, &first).await?, 200, "the other is left alone");
    Ok(())
}

async fn a_first_token_can_be_made_where_there_is_none(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    // The sandbox makes up service users without tokens.
    let user = world.account_manager.service_users().await?.remove(0);
    let id = text(&user, "id");
    page.open_rotation(id).await?;
    page.sees("lists no token").await?;
    make(world).await?;
    page.press_button(rotate::CHECK).await?;
    page.sees("It works:").await?;
    page.copy_and_close_window().await?;
    page.rotation_is_at(rotate::HAND_OVER).await?;
    page.press_button(rotate::HANDED_OVER).await?;
    page.sees("There is no old one to disable").await
}

async fn a_lost_token_id_is_replaced_after_coming_back(world: &World) -> Outcome {
    let page = &world.page;
    let (user, _) = begin(world, "Closed too soon").await?;
    another_second(world).await?;
    make(world).await?;
    page.press_button(labels::CLOSE).await?;
    page.press_button(labels::CLOSE_WITHOUT_COPYING).await?;
    page.rotation_is_at(rotate::HAND_OVER).await?;
    page.come_back_to_rotation().await?;
    page.rotation_is_at(rotate::HAND_OVER).await?;
    let before = ids(&world.account_manager, &user).await?;
    page.press_button("The token ID is lost").await?;
    page.press_button(rotate::REPLACE).await?;
    page.sees(labels::TOKEN_TITLE).await?;
    page.copy_and_close_window().await?;
    let after = ids(&world.account_manager, &user).await?;
    assert_eq!(after.len(), 2);
    assert_ne!(before, after);
    Ok(())
}

/// The form of a new service user holds everything of the old one but the name.
async fn the_form_holds_a_clone(world: &World) -> Outcome {
    let page = &world.page;
    page.rotation_is_at(rotate::CLONE_TITLE).await?;
    page.press_button(rotate::CLONE).await?;
    page.is_on(labels::DETAILS).await?;
    page.until("the form is filled".to_owned(), async || {
        Ok(page.count(&format!("#{EMAIL}")).await? == 1)
    })
    .await?;
    assert_eq!(page.value(FRIENDLY_NAME).await?, "");
    assert_eq!(page.value(EMAIL).await?, "jane@example.com");
    assert_eq!(page.chosen(ACCOUNTS).await?.len(), 1);
    assert_eq!(page.chosen(MANAGERS).await?.len(), 1);
    Ok(())
}

async fn a_host_without_further_tokens_is_answered_with_a_clone(world: &World) -> Outcome {
    let page = &world.page;
    let (user, _) = world.account_manager.create_with_token("For ever").await?;
    page.sign_in_with(6).await?;
    for status in [404, 405, 501] {
        let trouble = world.make(
            Method::GET,
            ACCESS_TOKENS,
            Happening::html(status, "<h1>No such page</h1>"),
        );
        page.open_rotation(&user).await?;
        page.rotation_is_at(rotate::CLONE_TITLE).await?;
        drop(trouble);
        page.open("/#service-users").await?;
        page.is_on(labels::SERVICE_USERS).await?;
    }
    let trouble = world.make(
        Method::POST,
        ACCESS_TOKENS,
        Happening::html(501, "<h1>Not implemented</h1>"),
    );
    page.open_rotation(&user).await?;
    page.rotation_is_at(rotate::MAKE).await?;
    page.press_button(rotate::MAKE).await?;
    the_form_holds_a_clone(world).await?;
    drop(trouble);
    // Somebody who comes back with a half-filled form is told before it is replaced.
    let trouble = world.make(Method::GET, ACCESS_TOKENS, Happening::html(404, ""));
    page.open_rotation(&user).await?;
    page.sees("takes the place of what you typed").await?;
    drop(trouble);
    Ok(())
}

async fn a_refusal_of_a_further_token_offers_a_clone(world: &World) -> Outcome {
    let page = &world.page;
    begin(world, "One for ever").await?;
    for (status, words) in [
        (409, "A service user has one token."),
        (400, "Not for service users."),
        (403, "Not allowed here."),
    ] {
        let body = json!({ "error": { "code": "refused", "message": words } });
        let trouble = world.make(Method::POST, ACCESS_TOKENS, Happening::json(status, &body));
        page.press_button(rotate::MAKE).await?;
        page.sees(words).await?;
        page.sees(rotate::CLONE_TITLE).await?;
        drop(trouble);
    }
    page.press_button(rotate::CLONE).await?;
    page.is_on(labels::DETAILS).await
}

async fn the_check_in_the_window_says_whose_token_it_is(world: &World) -> Outcome {
    let page = &world.page;
    begin(world, "Whose").await?;
    make(world).await?;
    let somebody = json!({ "id": "00000000-0000-4000-8000-000000000000", "friendly_name": "Somebody else" });
    let trouble = world.make(Method::GET, "/user/me", Happening::json(200, &somebody));
    page.press_button(rotate::CHECK).await?;
    page.sees("that of another user, “Somebody else”").await?;
    drop(trouble);
    let refusal = json!({ "errors": [{ "code": "invalid_api_key", "message": "Unknown." }] });
    let trouble = world.make(Method::GET, "/user/me", Happening::json(401, &refusal));
    page.press_button(rotate::CHECK).await?;
    page.sees("does not take this token ID").await?;
    assert!(
        !page.has_button(labels::SIGN_IN_AGAIN).await?,
        "the person is signed in"
    );
    drop(trouble);
    let trouble = world.make(
        Method::GET,
        "/user/me",
        Happening::html(502, "<h1>Bad gateway</h1>"),
    );
    page.press_button(rotate::CHECK).await?;
    page.sees("could not be checked").await?;
    drop(trouble);
    page.press_button(labels::TRY_AGAIN).await?;
    page.sees("It works:").await?;
    page.sees("Whose").await
}

async fn a_name_that_cannot_be_is_said_before_anything_is_sent(world: &World) -> Outcome {
    let page = &world.page;
    let (user, _) = begin(world, "Names").await?;
    let taken = world.account_manager.access_tokens(&user).await?.remove(0);
    for (name, words) in [
        (" ", "Enter a name"),
        ("Bücher", "cannot contain “\\u{fc}”"),
        (
            text(&taken, "name"),
            "Another token of this service user has this name",
        ),
    ] {
        page.fill(rotate::NAME, name).await?;
        page.press_button(rotate::MAKE).await?;
        page.remark_says(rotate::NAME, words).await?;
        page.focus_is_on(rotate::NAME).await?;
    }
    assert_eq!(world.count(&Method::POST, ACCESS_TOKENS), 0);
    page.fill(rotate::NAME, "A name of its own").await?;
    page.no_remark(rotate::NAME).await?;
    make(world).await?;
    let names = world.account_manager.access_tokens(&user).await?;
    assert!(
        names
            .iter()
            .any(|token| text(token, "name") == "A name of its own")
    );
    Ok(())
}

async fn the_whole_way_to_the_window_and_back_goes_by_keyboard(world: &World) -> Outcome {
    let page = &world.page;
    begin(world, "By keyboard").await?;
    page.tab_to("the button that makes it", |focus| focus.name == rotate::MAKE)
        .await?;
    page.type_keys(Key::Enter).await?;
    page.sees(labels::TOKEN_TITLE).await?;
    page.until("the focus is on Copy".to_owned(), async || {
        Ok(page.focus().await?.name == labels::COPY)
    })
    .await?;
    page.type_keys(Key::Enter).await?;
    page.sees(labels::COPIED).await?;
    page.tab_to("the check", |focus| focus.name == rotate::CHECK)
        .await?;
    page.type_keys(Key::Space).await?;
    page.sees("It works:").await?;
    page.tab_to("Close", |focus| focus.name == labels::CLOSE).await?;
    page.type_keys(Key::Enter).await?;
    page.rotation_is_at(rotate::HAND_OVER).await?;
    page.focus_is_on("rotate-step").await?;
    page.tab_to("the way on", |focus| focus.name == rotate::HANDED_OVER)
        .await?;
    page.type_keys(Key::Enter).await?;
    page.rotation_is_at(rotate::CHECK).await?;
    page.focus_is_on("rotate-step").await
}

async fn an_auditor_sees_the_tokens_and_is_offered_no_change(world: &World) -> Outcome {
    let page = &world.page;
    let (user, _) = world.account_manager.create_with_token("Audited").await?;
    another_second(world).await?;
    world.account_manager.create_access_token(&user, "Next").await?;
    page.sign_in_as("Auditor").await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.open_rotation(&user).await?;
    page.rotation_is_at(rotate::HAND_OVER).await?;
    assert_eq!(page.listed_tokens().await?.len(), 2);
    page.press_button(rotate::HANDED_OVER).await?;
    page.press_button(rotate::GO_ON_ANYWAY).await?;
    page.rotation_is_at(rotate::DISABLE).await?;
    for button in [rotate::DISABLE_QUESTION, rotate::MAKE, rotate::REPLACE] {
        assert!(!page.has_button(button).await?, "{button}");
    }
    Ok(())
}

async fn a_service_user_that_is_not_there_is_said(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.open_rotation("00000000-0000-4000-8000-000000000000").await?;
    page.sees("There is no such service user").await?;
    page.press_link("Go to the list").await?;
    page.is_on(labels::SERVICE_USERS).await
}

async fn a_list_of_tokens_that_does_not_load_can_be_loaded_again(world: &World) -> Outcome {
    let page = &world.page;
    let (user, _) = begin(world, "Unread").await?;
    page.open("/#service-users").await?;
    page.is_on(labels::SERVICE_USERS).await?;
    let trouble = world.make(
        Method::GET,
        ACCESS_TOKENS,
        Happening::html(502, "<h1>Bad gateway</h1>"),
    );
    page.open_rotation(&user).await?;
    page.sees("failed (status 502)").await?;
    drop(trouble);
    page.press_button(labels::TRY_AGAIN).await?;
    page.rotation_is_at(rotate::MAKE).await?;
    let trouble = world.make(
        Method::GET,
        ACCESS_TOKENS,
        Happening::html(502, "<h1>Bad gateway</h1>"),
    );
    page.press_button(rotate::LOOK_AGAIN).await?;
    page.sees("What is shown may be out of date").await?;
    page.rotation_is_at(rotate::MAKE).await?;
    assert_eq!(page.listed_tokens().await?.len(), 1, "what was there stays");
    drop(trouble);
    page.press_button(labels::TRY_AGAIN).await?;
    page.sees_no_more("out of date").await
}

async fn names_from_the_host_stay_text_and_break_nothing(world: &World) -> Outcome {
    let page = &world.page;
    let (user, _) = world.account_manager.create_with_token("Hostile").await?;
    page.sign_in_with(6).await?;
    let names = [
        "<img src=x onerror='window.hit = 1'><script>window.hit = 1</script>".to_owned(),
        "\u{202e}backwards\u{2066}\u{0}".to_owned(),
        "endless".repeat(200_000),
        String::new(),
    ];
    let tokens: Vec<Value> = names
        .iter()
        .zip(1..)
        .map(|(name, place)| {
            let made = format!("2026-01-0{place}T08:00:00Z");
            json!({ "id": format!("t{place}"), "name": name, "status": "<b>ODD</b>", "created_at": made, "last_used_at": made })
        })
        .collect();
    let trouble = world.make(Method::GET, ACCESS_TOKENS, Happening::json(200, &json!(tokens)));
    page.open_rotation(&user).await?;
    page.rotation_is_at(rotate::DISABLE).await?;
    page.press_element(".rotate-token:nth-child(2) .button:last-child")
        .await?;
    page.sees("“endless").await?;
    for look in Look::ALL {
        page.take_look(look).await?;
        assert_eq!(page.sideways_overflow().await?, 0, "{}", look.name());
    }
    assert_eq!(page.count("main img, main b").await?, 0, "a name is no markup");
    assert_eq!(
        page.script("return window.hit ?? null", Vec::new()).await?,
        json!(null)
    );
    let words = page.words().await?;
    assert!(words.contains("<img src=x"), "it is shown as it is");
    assert!(
        !words.contains('\u{202e}') && !words.contains('\u{2066}'),
        "nothing turns the text around"
    );
    assert!(words.len() < 20_000, "{} characters", words.len());
    drop(trouble);
    Ok(())
}
