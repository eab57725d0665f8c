//! *Service user token ID*: shown once, and gone only when the person says so.

use end_to_end::{Browser, Fault, Happening, Outcome, Page, World, in_both_browsers, labels};
use hyper::Method;
use thirtyfour::{By, Key};

in_both_browsers! {
    the_token_is_masked_until_it_is_shown,
    escape_the_backdrop_and_back_do_not_close_it,
    closing_it_uncopied_asks_and_can_be_taken_back,
    copied_is_said_once_the_token_is_on_the_clipboard,
    a_refused_copy_reveals_the_token_and_says_what_to_do,
    a_page_without_a_clipboard_reveals_the_token_and_says_what_to_do,
    nothing_is_called_copied_while_the_copy_is_under_way,
    copying_by_hand_counts_as_copied,
    every_other_form_holds_what_its_consumer_reads,
    leaving_the_page_warns_while_the_token_is_there,
    a_lost_answer_says_so_and_a_new_token_can_be_made,
    an_answer_without_a_token_says_so,
    a_request_that_arrived_twice_is_not_taken_for_somebody_elses,
}

async fn open_window(world: &World, name: &str) -> Outcome {
    world.page.sign_in().await?;
    world.page.create(name).await
}

async fn closes_without_a_question(page: &Page) -> Outcome {
    page.press_button(labels::CLOSE).await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.until("the window is closed".to_owned(), async || {
        Ok(!page.token_window_is_open().await?)
    })
    .await
}

async fn asks_before_closing(page: &Page) -> Outcome {
    page.press_button(labels::CLOSE).await?;
    page.sees("You have not copied the token ID.").await?;
    assert!(page.token_window_is_open().await?);
    Ok(())
}

async fn the_token_is_masked_until_it_is_shown(world: &World) -> Outcome {
    let page = &world.page;
    open_window(world, "Masked").await?;
    page.sees("displayed once").await?;
    let masked = page.shown_token().await?;
    assert!(
        !masked.is_empty() && masked.chars().all(|character| character == '•'),
        "{masked}"
    );
    let token = page.show_token().await?;
    let html = page
        .script("return document.documentElement.outerHTML", Vec::new())
        .await?;
    assert_eq!(
        html.as_str().unwrap_or_default().matches(&token).count(),
        1,
        "the token stands in one place"
    );
    let attributes = "
        const all = [...document.querySelectorAll('*')].flatMap((element) => [...element.attributes]);
        return all.filter((attribute) => attribute.value.includes(arguments[0])).map((attribute) => attribute.name);";
    let attributes = page.script(attributes, vec![token.into()]).await?;
    assert_eq!(
        attributes,
        serde_json::json!([]),
        "attributes that hold the token"
    );
    page.press_button(labels::HIDE).await?;
    page.until("the token is masked again".to_owned(), async || {
        Ok(page.shown_token().await? == masked)
    })
    .await
}

async fn escape_the_backdrop_and_back_do_not_close_it(world: &World) -> Outcome {
    let page = &world.page;
    open_window(world, "Stays open").await?;
    let token = page.show_token().await?;
    // Browsers let a page keep a window open against one Escape; the second has closed windows of others.
    for _ in 0..4 {
        page.type_keys(Key::Escape).await?;
        assert!(page.token_window_is_open().await?, "Escape closed it");
    }
    page.press_button(labels::KEEP_OPEN).await?;
    page.driver()
        .action_chain()
        .move_to(4, 4)
        .click()
        .perform()
        .await?;
    assert!(page.token_window_is_open().await?, "a press beside it closed it");
    for _ in 0..3 {
        page.driver().back().await?;
        assert!(page.token_window_is_open().await?, "Back closed it");
    }
    if page.has_button(labels::KEEP_OPEN).await? {
        page.press_button(labels::KEEP_OPEN).await?;
    }
    assert_eq!(page.token_in_sight().await?, token);
    page.copy_and_close().await
}

async fn closing_it_uncopied_asks_and_can_be_taken_back(world: &World) -> Outcome {
    let page = &world.page;
    open_window(world, "Asks").await?;
    asks_before_closing(page).await?;
    page.until("the focus is on Keep open".to_owned(), async || {
        Ok(page.focus().await?.name == labels::KEEP_OPEN)
    })
    .await?;
    page.type_keys(Key::Enter).await?;
    page.sees_no_more("You have not copied the token ID.").await?;
    page.focus_is_on("token-close").await?;
    page.show_token().await?;
    asks_before_closing(page).await?;
    page.press_button(labels::CLOSE_WITHOUT_COPYING).await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.sees("Asks").await
}

async fn copied_is_said_once_the_token_is_on_the_clipboard(world: &World) -> Outcome {
    let page = &world.page;
    open_window(world, "Copied").await?;
    page.press_button(labels::COPY).await?;
    page.sees(labels::COPIED).await?;
    let copied = page.clipboard().await?;
    assert_eq!(
        world.account_manager.me(&copied).await?.0,
        200,
        "the clipboard holds “{copied}”"
    );
    assert!(
        page.shown_token().await?.starts_with('•'),
        "copying does not reveal it"
    );
    closes_without_a_question(page).await
}

async fn a_refused_copy_reveals_the_token_and_says_what_to_do(world: &World) -> Outcome {
    let page = &world.page;
    open_window(world, "Refused").await?;
    match world.browser {
        Browser::Chromium => page.deny_clipboard().await?,
        Browser::Firefox => page.refuse_copies().await?,
    }
    page.press_button(labels::COPY).await?;
    is_not_copied(page).await
}

async fn a_page_without_a_clipboard_reveals_the_token_and_says_what_to_do(world: &World) -> Outcome {
    let page = &world.page;
    open_window(world, "No clipboard").await?;
    page.take_clipboard_away().await?;
    page.press_button(labels::COPY).await?;
    is_not_copied(page).await
}

async fn is_not_copied(page: &Page) -> Outcome {
    page.sees(labels::NOT_COPIED).await?;
    page.sees("Ctrl+C").await?;
    page.token_in_sight().await?;
    assert!(!page.words().await?.contains("Copied"), "nothing was copied");
    asks_before_closing(page).await
}

async fn nothing_is_called_copied_while_the_copy_is_under_way(world: &World) -> Outcome {
    let page = &world.page;
    open_window(world, "Under way").await?;
    page.delay_copies().await?;
    page.press_button(labels::COPY).await?;
    page.copy_has_begun().await?;
    assert!(!page.words().await?.contains("Copied"), "nothing was copied yet");
    asks_before_closing(page).await?;
    page.press_button(labels::KEEP_OPEN).await?;
    page.let_copies_go_on().await?;
    page.sees(labels::COPIED).await?;
    closes_without_a_question(page).await
}

async fn copying_by_hand_counts_as_copied(world: &World) -> Outcome {
    let page = &world.page;
    open_window(world, "By hand").await?;
    let token = page.show_token().await?;
    let place = page.driver().find(By::Css("dialog code")).await?;
    page.press_in_a_row(&place, 3).await?;
    page.type_with(Key::Control, 'c').await?;
    page.sees("Copied by hand.").await?;
    assert_eq!(page.clipboard().await?.trim(), token);
    closes_without_a_question(page).await
}

async fn every_other_form_holds_what_its_consumer_reads(world: &World) -> Outcome {
    let page = &world.page;
    open_window(world, "Forms").await?;
    let token = page.show_token().await?;
    page.note_copies().await?;
    let origin = world.origin();
    let forms: [(&str, &[&str]); 6] = [
        ("HTTP header (x-api-key)", &["x-api-key: TOKEN"]),
        (
            "Environment variables (DC_BASE, DC_API_KEY)",
            &["DC_BASE=", "ORIGIN", "DC_API_KEY=", "TOKEN"],
        ),
        (
            "Software Trust: smctl, PKCS#11, GitHub Action, Jenkins (SM_HOST, SM_API_KEY)",
            &["SM_HOST=", "ORIGIN", "SM_API_KEY=", "TOKEN"],
        ),
        (
            "Terraform provider",
            &["provider \"digicert\"", "url", "ORIGIN", "api_key", "TOKEN"],
        ),
        (
            "HashiCorp Vault command",
            &[
                "vault write digicert-pki/configs/",
                "url=",
                "ORIGIN",
                "api_key=",
                "TOKEN",
            ],
        ),
        (
            "cert-manager: Kubernetes Secret",
            &["kind: Secret", "api-key", "TOKEN"],
        ),
    ];
    for (form, parts) in forms {
        let copied = copy_as(page, form).await?;
        let mut rest = copied.as_str();
        for part in parts {
            let part = part.replace("TOKEN", &token).replace("ORIGIN", &origin);
            match rest.split_once(&part) {
                Some((_, after)) => rest = after,
                None => {
                    let sentence =
                        format!("“{part}” is not in the form {form}, or not in its place:\n{copied}");
                    return Err(Fault::new(sentence));
                }
            }
        }
    }
    let check = copy_as(page, "curl command to check the token (does not contain it)").await?;
    assert!(!check.contains(&token), "{check}");
    assert!(
        check.contains("DC_API_KEY") && check.contains(&format!("{origin}/account/api/v1/user/me")),
        "{check}"
    );
    Ok(())
}

/// Presses the button of a form and answers what it wrote to the clipboard.
async fn copy_as(page: &Page, form: &str) -> Outcome<String> {
    let before = page.noted_copies().await?.len();
    page.press_button(&format!("Copy as {form}")).await?;
    page.sees(&format!("Copied as {form}.")).await?;
    let copies = page.noted_copies().await?;
    assert_eq!(copies.len(), before + 1, "one press, one copy");
    Ok(copies.last().cloned().unwrap_or_default())
}

async fn leaving_the_page_warns_while_the_token_is_there(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    assert!(!page.asks_before_leaving().await?, "on the list");
    page.create("Leaving").await?;
    assert!(page.asks_before_leaving().await?, "while the token is there");
    page.copy_and_close().await?;
    assert!(!page.asks_before_leaving().await?, "after it is gone");
    Ok(())
}

async fn a_lost_answer_says_so_and_a_new_token_can_be_made(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.prepare("Lost answer").await?;
    let trouble = world.make(Method::POST, "/user", Happening::BreakAfter);
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    is_missing_its_token(world, "Lost answer").await?;
    drop(trouble);
    make_a_new_token(world, "Lost answer").await
}

async fn an_answer_without_a_token_says_so(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.prepare("No token").await?;
    world.account_manager.create("No token").await?;
    let user = world
        .account_manager
        .service_users_named("No token")
        .await?
        .remove(0);
    let trouble = world.make(Method::POST, "/user", Happening::json(201, &user));
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    is_missing_its_token(world, "No token").await?;
    drop(trouble);
    make_a_new_token(world, "No token").await
}

async fn a_request_that_arrived_twice_is_not_taken_for_somebody_elses(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.prepare("Sent twice").await?;
    let trouble = world.make(Method::POST, "/user", Happening::SendTwice);
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    page.sees("exists, just as you asked for it").await?;
    page.sees("The token ID did not arrive here").await?;
    assert_eq!(page.count("dialog code").await?, 0, "there is no token to show");
    assert_eq!(
        world
            .account_manager
            .service_users_named("Sent twice")
            .await?
            .len(),
        1
    );
    drop(trouble);
    make_a_new_token(world, "Sent twice").await
}

async fn is_missing_its_token(world: &World, name: &str) -> Outcome {
    world.page.sees(labels::TOKEN_TITLE).await?;
    world.page.sees("The service user exists").await?;
    assert_eq!(
        world.page.count("dialog code").await?,
        0,
        "there is no token to show"
    );
    assert_eq!(world.account_manager.service_users_named(name).await?.len(), 1);
    Ok(())
}

async fn make_a_new_token(world: &World, name: &str) -> Outcome {
    let page = &world.page;
    page.press_button(labels::MAKE_NEW_TOKEN).await?;
    page.button(labels::SHOW).await?;
    let token = page.show_token().await?;
    let (status, me) = world.account_manager.me(&token).await?;
    assert_eq!(status, 200, "{me}");
    assert_eq!(
        me.get("friendly_name").and_then(|found| found.as_str()),
        Some(name)
    );
    page.copy_and_close().await?;
    page.sees(name).await
}
