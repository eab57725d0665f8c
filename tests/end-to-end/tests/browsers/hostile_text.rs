//! Text from the server is text, whatever it holds.

use end_to_end::{Happening, Outcome, World, in_both_browsers, labels};
use hyper::Method;
use serde_json::{Value, json};

in_both_browsers! {
    markup_and_bidi_characters_in_the_list_are_shown_as_text,
    markup_in_an_error_is_shown_as_text,
    markup_in_choices_is_shown_as_text,
}

const MARKUP: &str =
    "<img src=x onerror=\"window.hostile = true; alert('hostile')\"><script>window.hostile = true</script>";
/// Turns what follows around for the eye.
const BIDI: &str = "invoice\u{202e}fdp.exe\u{2066}";

async fn assert_that_nothing_ran(world: &World) -> Outcome {
    let page = &world.page;
    assert!(page.driver().get_alert_text().await.is_err(), "a dialog is open");
    assert_eq!(
        page.script("return window.hostile ?? null", Vec::new()).await?,
        Value::Null
    );
    assert_eq!(
        page.count("#app img, #app iframe, #app script, main img, main script")
            .await?,
        0,
        "elements that were made"
    );
    Ok(())
}

async fn markup_and_bidi_characters_in_the_list_are_shown_as_text(world: &World) -> Outcome {
    let page = &world.page;
    let user = json!([{
        "id": "783a6a45-b74b-4635-bb4b-69855910ccd3", "user_type": "service", "status": MARKUP,
        "friendly_name": format!("Hostile {MARKUP}"), "description": format!("{MARKUP}{BIDI}"), "email": format!("{MARKUP}@example.com"),
        "applications": [{ "id": "1", "name": MARKUP, "permissions": [] }], "created_at": "not a time", "end_date": "2027-02-30",
    }]);
    let _trouble = world.make(Method::GET, "/user", Happening::json(200, &user));
    page.sign_in_as("Administrator").await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.sees(&format!("Hostile {MARKUP}")).await?;
    // Firefox leaves such characters out of `innerText`.
    let description = "return document.querySelector('.users-description').textContent";
    assert_eq!(
        page.script(description, Vec::new()).await?,
        format!("{MARKUP}{BIDI}")
    );
    assert_that_nothing_ran(world).await
}

async fn markup_in_an_error_is_shown_as_text(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.prepare("Hostile error").await?;
    let body = json!({ "errors": [{ "code": "access_denied", "message": MARKUP }] });
    let _trouble = world.make(Method::POST, "/user", Happening::json(403, &body));
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    page.sees(MARKUP).await?;
    assert_that_nothing_ran(world).await
}

async fn markup_in_choices_is_shown_as_text(world: &World) -> Outcome {
    let page = &world.page;
    let accounts = json!([{ "id": "1", "name": MARKUP, "active": true }]);
    let roles = json!([{
        "id": "2", "name": MARKUP, "description": MARKUP, "permissions": [MARKUP],
        "application": { "id": "3", "code": "m", "name": "Hostile Manager" },
    }]);
    let _accounts = world.make(Method::GET, "/account", Happening::json(200, &accounts));
    let _roles = world.make(Method::GET, "/role", Happening::json(200, &roles));
    page.sign_in().await?;
    page.start_creating().await?;
    page.press_element("#field-accounts").await?;
    page.press_element("#field-accounts-option-0").await?;
    page.until("the hostile account is chosen".to_owned(), async || {
        Ok(page.chosen(labels::field::ACCOUNTS).await? == [MARKUP])
    })
    .await?;
    page.choose(labels::field::MANAGERS, "Hostile Manager").await?;
    page.fill(labels::field::FRIENDLY_NAME, "Hostile").await?;
    page.press_button("90 days").await?;
    page.fill(labels::field::EMAIL, "jane@example.com").await?;
    page.press_button(labels::NEXT).await?;
    page.is_on(labels::ROLES).await?;
    page.press_element("input[data-role]").await?;
    page.until("the hostile permission is listed".to_owned(), async || {
        let script = "return document.querySelector('.permissions li')?.innerText ?? ''";
        Ok(page.script(script, Vec::new()).await? == MARKUP)
    })
    .await?;
    assert_that_nothing_ran(world).await
}
