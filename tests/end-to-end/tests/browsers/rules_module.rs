//! The rules as a module, on pages of somebody else's.

use std::fs;
use std::path::Path;

use end_to_end::{Outcome, Page, PageServer, Surroundings, World, in_both_browsers};
use serde_json::Value;

in_both_browsers! {
    the_module_works_on_pages_of_somebody_elses,
}

const PAGES: [(&str, &str); 4] = [
    ("form.html", include_str!("rules_module/form.html")),
    ("form.js", include_str!("rules_module/form.js")),
    ("sent.html", include_str!("rules_module/sent.html")),
    (
        "service-users.json",
        include_str!("../../../vectors/service-users.json"),
    ),
];

const EXAMPLE: [(&str, &str); 2] = [
    (
        "index.html",
        include_str!("../../../../examples/rules-module/page/index.html"),
    ),
    (
        "page.js",
        include_str!("../../../../examples/rules-module/page/page.js"),
    ),
];

/// A folder of a web server: the test's own page, the example for a page, and the bundle of the example for Vite.
fn lay_out(folder: &Path, surroundings: &Surroundings) -> Outcome {
    let example = folder.join("example");
    for (from, to) in [
        (
            surroundings.rules_module.clone(),
            folder.join("service-user-rules"),
        ),
        (
            surroundings.rules_module.clone(),
            example.join("service-user-rules"),
        ),
        (surroundings.rules_module_in_vite.clone(), folder.join("vite")),
        (
            surroundings.rules_module_in_vite.join("assets"),
            folder.join("vite").join("assets"),
        ),
    ] {
        Surroundings::need(&from, "module of the rules", "RULES_MODULE")?;
        copy_files(&from, &to)?;
    }
    for (name, text) in PAGES {
        fs::write(folder.join(name), text)?;
    }
    for (name, text) in EXAMPLE {
        fs::write(example.join(name), text)?;
    }
    Ok(())
}

fn copy_files(from: &Path, to: &Path) -> Outcome {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            fs::copy(entry.path(), to.join(entry.file_name()))?;
        }
    }
    Ok(())
}

async fn is_ready(page: &Page) -> Outcome {
    page.until("the rules are loaded".to_owned(), async || {
        Ok(page.attribute("html", "data-ready").await?.is_some())
    })
    .await
}

async fn told(page: &Page, name: &str) -> Outcome<String> {
    Ok(page
        .attribute("html", &format!("data-{name}"))
        .await?
        .unwrap_or_default())
}

async fn message(page: &Page, id: &str) -> Outcome<String> {
    let script = "return document.getElementById(arguments[0]).validationMessage";
    Ok(text(&page.script(script, vec![id.into()]).await?))
}

#[track_caller]
fn says<'a>(page: &'a Page, id: &'a str, words: &'a str) -> impl Future<Output = Outcome> + 'a {
    page.until(format!("{id} says “{words}”"), async move || {
        let message = message(page, id).await?;
        Ok(match words.is_empty() {
            true => message.is_empty(),
            false => message.contains(words),
        })
    })
}

async fn focused(page: &Page) -> Outcome<String> {
    Ok(text(
        &page
            .script("return document.activeElement.id", Vec::new())
            .await?,
    ))
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

async fn the_module_works_on_pages_of_somebody_elses(world: &World) -> Outcome {
    let page = &world.page;
    let folder = tempfile::tempdir()?;
    lay_out(folder.path(), &world.surroundings)?;
    let server = PageServer::start_in(folder.path()).await?;
    let form = format!("{}form.html", server.address());

    page.open(&form).await?;
    is_ready(page).await?;
    the_rules_judge_as_they_do_elsewhere(page).await?;
    nothing_is_said_before_the_person_has_been_there(page).await?;
    the_browser_shows_why_it_does_not_submit(page).await?;
    each_field_is_put_right(page).await?;
    a_field_that_comes_later_is_judged_too(page).await?;
    page.press_element("#send").await?;
    page.sees("It was sent.").await?;
    let address = text(&page.script("return location.search", Vec::new()).await?);
    assert!(address.contains("svc_name=CI+signer"), "{address}");

    page.open(&form).await?;
    is_ready(page).await?;
    what_was_put_to_a_form_can_be_taken_away(page).await?;

    page.open(&format!("{}example/index.html", server.address()))
        .await?;
    is_ready(page).await?;
    page.fill("friendly_name", "CI.signer").await?;
    says(page, "friendly_name", "at position 3 cannot be used").await?;

    page.open(&format!("{}vite/index.html", server.address())).await?;
    is_ready(page).await?;
    page.press_element("[name=friendly_name]").await?;
    page.type_keys("CI.signer").await?;
    page.sees("at position 3 cannot be used").await
}

async fn the_rules_judge_as_they_do_elsewhere(page: &Page) -> Outcome {
    let vectors = told(page, "vectors").await?;
    assert!(vectors.ends_with("run, wrong: "), "{vectors}");
    assert!(!vectors.starts_with('0'), "{vectors}");
    assert_eq!(told(page, "hostile").await?, "117 of 117");
    assert_eq!(told(page, "misuse").await?, "3");
    Ok(())
}

async fn nothing_is_said_before_the_person_has_been_there(page: &Page) -> Outcome {
    assert_eq!(told(page, "invalid").await?, "0");
    assert_eq!(message(page, "svc").await?, "Enter a friendly name.");
    assert_eq!(focused(page).await?, "");
    page.fill("svc", "CI").await?;
    says(page, "svc", "").await?;
    assert_eq!(told(page, "invalid").await?, "0");
    page.fill("svc", "CI.signer").await?;
    says(page, "svc", "at position 3 cannot be used").await?;
    // Not while it is typed, and the focus goes where the person wants it.
    assert_eq!(told(page, "invalid").await?, "0");
    page.press_element("#email").await?;
    assert_eq!(focused(page).await?, "email");
    // Back in a field that was left with a fault, the browser says why.
    page.press_element("#svc").await?;
    page.until("the browser shows the fault".to_owned(), async || {
        Ok(told(page, "invalid").await? != "0")
    })
    .await
}

async fn the_browser_shows_why_it_does_not_submit(page: &Page) -> Outcome {
    page.press_element("#email").await?;
    page.press_element("#send").await?;
    page.until("the first field at fault has the focus".to_owned(), async || {
        Ok(focused(page).await? == "svc")
    })
    .await?;
    assert!(!page.words().await?.contains("It was sent."));
    Ok(())
}

/// A page may switch the day off while there is to be none. Then the box says what the organisation makes of that.
async fn no_end_date_is_held_back_where_the_day_is_switched_off(page: &Page) -> Outcome {
    let organise =
        |policy: &str| format!("document.dispatchEvent(new CustomEvent('organise', {{ detail: {policy} }}))");
    let switch = |off: bool| format!("document.getElementById('end_date').disabled = {off}");
    page.script(&organise("{ longestLifeDays: 90 }"), Vec::new())
        .await?;
    says(page, "end_date", "Your organisation asks for an end date.").await?;
    page.script(&switch(true), Vec::new()).await?;
    says(page, "no_end_date", "Your organisation asks for an end date.").await?;
    page.script(&switch(false), Vec::new()).await?;
    says(page, "no_end_date", "").await?;
    page.script(&organise("undefined"), Vec::new()).await?;
    says(page, "end_date", "").await
}

async fn each_field_is_put_right(page: &Page) -> Outcome {
    page.fill("svc", "CI signer").await?;
    says(page, "svc", "").await?;
    page.fill("end_date", "2080-02-30").await?;
    says(page, "end_date", "There is no day 30 in February 2080.").await?;
    page.press_element("#no_end_date").await?;
    says(page, "end_date", "").await?;
    assert!(told(page, "warnings").await?.contains("no_end_date"));
    no_end_date_is_held_back_where_the_day_is_switched_off(page).await?;
    says(page, "accounts", "Choose at least one account").await?;
    page.press_element("#corporation").await?;
    says(page, "accounts", "").await?;
    says(page, "signer", "Choose at least one DigiCert ONE Manager.").await?;
    page.press_element("#lead").await?;
    says(page, "signer", "").await?;
    says(page, "lead", "").await?;
    assert!(told(page, "warnings").await?.contains("broad_role"));
    // A field that belongs to the form and stands elsewhere.
    page.fill("description", &"a".repeat(256)).await?;
    says(page, "description", "Leave out at least 1.").await?;
    page.fill("description", "Signs").await?;
    says(page, "description", "").await
}

async fn a_field_that_comes_later_is_judged_too(page: &Page) -> Outcome {
    says(page, "email", "Enter the email").await?;
    let remove = "window.document.getElementById('place').replaceChildren()";
    page.script(remove, Vec::new()).await?;
    page.until("only the email was at fault".to_owned(), async || {
        let valid = "return [...document.querySelectorAll('#portal :invalid')].length === 0";
        Ok(page.script(valid, Vec::new()).await? == true)
    })
    .await?;
    let add = "const input = document.createElement('input');
        input.name = 'email';
        input.id = 'later';
        document.getElementById('place').append(input);";
    page.script(add, Vec::new()).await?;
    says(page, "later", "Enter the email").await?;
    page.fill("later", "jane@example..com").await?;
    says(page, "later", "a dot stands at the beginning").await?;
    // As a script fills a field in: without an event. The press of the button looks once more.
    let fill = "document.getElementById('later').value = 'jane@example.com'";
    page.script(fill, Vec::new()).await?;
    Ok(())
}

async fn what_was_put_to_a_form_can_be_taken_away(page: &Page) -> Outcome {
    says(page, "svc", "Enter a friendly name.").await?;
    says(page, "quiet-name", "Enter a friendly name.").await?;
    assert!(page.attribute("#quiet", "novalidate").await?.is_some());
    assert!(page.attribute("#portal", "novalidate").await?.is_none());
    page.fill("svc", "CI signer").await?;
    says(page, "svc", "").await?;
    page.press_element("#clear").await?;
    says(page, "svc", "Enter a friendly name.").await?;
    page.press_element("#detach").await?;
    for id in ["svc", "end_date", "email", "accounts", "signer", "lead"] {
        says(page, id, "").await?;
    }
    page.fill("svc", "CI.signer").await?;
    says(page, "svc", "").await?;
    page.press_element("#send").await?;
    page.sees("It was sent.").await
}
