//! What leaves the page: the note, as text or as a mail, and the calendar file.

use super::made::{self, NAME, in_days};
use end_to_end::{Outcome, World, in_both_browsers, labels};
use serde_json::{Value, json};

in_both_browsers! {
    the_note_is_copied_and_said_to_be_copied_only_then,
    the_note_is_the_draft_of_a_mail_to_the_person_in_the_email_field,
    a_note_that_is_too_long_for_a_mail_is_left_to_be_pasted,
    the_end_date_is_handed_over_as_a_calendar_file,
}

async fn note(world: &World) -> Outcome<String> {
    let page = &world.page;
    page.press_button("Handover note…").await?;
    page.button("Copy the note").await?;
    let text = page.script(
        "return document.querySelector('.handover-note').textContent",
        Vec::new(),
    );
    Ok(text.await?.as_str().unwrap_or_default().to_owned())
}

async fn the_note_is_copied_and_said_to_be_copied_only_then(world: &World) -> Outcome {
    let page = &world.page;
    let made = made::open(world).await?;
    page.part_says("managers-heading", "User and certificate manager")
        .await?;
    page.part_says("details-heading", "Example Retail").await?;
    let note = note(world).await?;
    for part in [
        NAME,
        "Deploys every night.",
        "Example Corporation",
        "Trust Lifecycle",
        "User and certificate manager",
        &in_days(45),
        "DC_API_KEY",
    ] {
        assert!(note.contains(part), "{part} is not in {note}");
    }
    assert!(!note.contains(&made.token));
    page.delay_copies().await?;
    page.press_button("Copy the note").await?;
    page.script(
        "return new Promise((resolve) => requestAnimationFrame(resolve))",
        Vec::new(),
    )
    .await?;
    assert!(!page.words().await?.contains("Copied"), "said too early");
    page.let_copies_go_on().await?;
    page.sees("Copied.").await?;
    page.note_copies().await?;
    page.press_button("Copy the note").await?;
    page.until("the note is on the clipboard".to_owned(), async || {
        Ok(page.noted_copies().await? == [note.clone()])
    })
    .await?;
    page.refuse_copies().await?;
    page.press_button("Copy the note").await?;
    page.sees("Not copied: the browser refused.").await?;
    page.press_button("Close").await?;
    page.focus_is_on("handover").await
}

/// What the draft of the mail is made of: scheme, recipient, subject and body.
async fn mail_draft(world: &World) -> Outcome<[String; 4]> {
    let script = "
        const link = [...document.querySelectorAll('dialog a')].find((link) => link.innerText === 'Write a mail');
        const address = new URL(link.href);
        return [address.protocol, address.pathname, address.searchParams.get('subject'), address.searchParams.get('body')];";
    let parts = world.page.script(script, Vec::new()).await?;
    let part = |place: usize| {
        parts
            .get(place)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    Ok([part(0), part(1), part(2), part(3)])
}

async fn the_note_is_the_draft_of_a_mail_to_the_person_in_the_email_field(world: &World) -> Outcome {
    let page = &world.page;
    world.account_manager.create(NAME).await?;
    let users = world.account_manager.service_users_named(NAME).await?;
    let id = users
        .first()
        .map(|user| made::text(user, "id"))
        .unwrap_or_default();
    page.sign_in_as("Administrator").await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.go_to_service_user(&id).await?;
    page.part_says("managers-heading", "Account Manager").await?;
    page.part_says("details-heading", "Example Corporation").await?;
    let note = note(world).await?;
    let [scheme, recipient, subject, body] = mail_draft(world).await?;
    assert_eq!(
        (scheme.as_str(), recipient.as_str()),
        ("mailto:", "jane@example.com")
    );
    assert!(subject.contains(NAME), "{subject}");
    assert_eq!(body, note.replace('\n', "\r\n"));
    assert!(!page.words().await?.contains("too long"));
    Ok(())
}

async fn a_note_that_is_too_long_for_a_mail_is_left_to_be_pasted(world: &World) -> Outcome {
    let page = &world.page;
    let made = made::open(world).await?;
    let long = "Deploys to one more place. ".repeat(9);
    made::change_behind(world, &made, "description", json!(long.trim())).await?;
    page.driver().refresh().await?;
    page.part_says("details-heading", "to one more place").await?;
    note(world).await?;
    page.sees("too long for a mail draft to hold it").await?;
    let [scheme, recipient, subject, body] = mail_draft(world).await?;
    assert_eq!(
        (scheme.as_str(), recipient.as_str()),
        ("mailto:", "jane@example.com")
    );
    assert!(subject.contains(NAME), "{subject}");
    assert_eq!(body, "(Paste the note here.)");
    Ok(())
}

async fn the_end_date_is_handed_over_as_a_calendar_file(world: &World) -> Outcome {
    let page = &world.page;
    let made = made::open(world).await?;
    page.note_saved_files().await?;
    page.press_button("Calendar file").await?;
    let file = page.saved_file().await?;
    let day = in_days(45);
    assert!(
        file.name.starts_with("service-user-Nightly-deploy-"),
        "{}",
        file.name
    );
    assert!(file.name.ends_with(".ics"), "{}", file.name);
    assert!(
        file.media_type.starts_with("text/calendar"),
        "{}",
        file.media_type
    );
    for line in [
        "BEGIN:VCALENDAR".to_owned(),
        format!("DTSTART;VALUE=DATE:{}", day.replace('-', "")),
        "END:VCALENDAR".to_owned(),
    ] {
        assert!(
            file.text.lines().any(|found| found == line),
            "{line} is not in {}",
            file.text
        );
    }
    assert!(!file.text.contains(&made.token));
    page.sees("The calendar file is among your downloads.").await?;

    // Where there is no end date, there is nothing to be reminded of.
    made::change_behind(world, &made, "end_date", json!(null)).await?;
    page.driver().refresh().await?;
    page.part_says("end-date-heading", "No end date").await?;
    page.button("Set an end date…").await?;
    assert!(!page.has_button("Calendar file").await?);
    Ok(())
}
