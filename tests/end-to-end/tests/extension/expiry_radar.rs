//! The expiry radar: the number on the toolbar button, and the notices.
//!
//! The sandbox makes up five service users, of which one ends today and none other within 30 days.

use chrono::{Days, NaiveDate, Utc};
use end_to_end::extension::{Area, DEMO, ExtensionWorld, PRODUCTION, Person, Surface};
use end_to_end::{Fault, Happening, Outcome, in_both_browsers, labels};
use hyper::Method;
use serde_json::{Value, json};

in_both_browsers! {
    switched_off_it_asks_nothing,
    switched_on_the_button_shows_how_many_end_soon,
    switched_off_again_it_leaves_nothing_behind,
    the_alarm_is_set_again_where_a_browser_forgot_it,
    each_user_is_told_of_once_and_again_when_its_end_comes_closer,
    what_hides_in_a_name_is_shown_in_its_notice,
    without_the_permission_there_are_no_notices,
    many_users_are_told_of_together,
    a_pressed_notice_opens_the_list_on_the_radars_host,
    without_a_session_only_the_check_is_sent,
    without_access_to_the_host_nothing_is_sent,
    an_answer_that_makes_no_sense_clears_the_button,
    an_organisation_can_leave_the_host_to_nobody,
}

/// The alarm, and the item of the settings.
const RADAR: &str = "expiry-radar";

async fn switched_off_it_asks_nothing(world: &ExtensionWorld) -> Outcome {
    world.sign_in(PRODUCTION, Person::Administrator).await?;
    world.open(Surface::Tab).await?;
    assert!(!has_alarm(world).await?);
    assert_eq!(look(world).await?, json!({ "outcome": "off" }));
    assert_eq!(world.badge().await?, "");
    assert_eq!(sent(world), (0, 0));
    assert_eq!(world.stored(Area::Local).await?, json!({}));
    assert!(!world.is_granted("notifications").await?, "never asked for");
    Ok(())
}

async fn switched_on_the_button_shows_how_many_end_soon(world: &ExtensionWorld) -> Outcome {
    start(world, false).await?;
    badge_becomes(world, "1").await?;
    assert_eq!(sent(world), (1, 1));
    let title = format!("Service users that end by {}: 1", in_days(30));
    assert_eq!(world.button_title().await?, title);

    let account_manager = &world.account_manager;
    account_manager
        .create_ending("Nightly build", in_days(30))
        .await?;
    account_manager.create_ending("Weekly build", in_days(31)).await?;
    world.stop_background().await?;
    world.ring(RADAR).await?;
    badge_becomes(world, "2").await?;
    assert_eq!(sent(world), (2, 2));

    world
        .store(Area::Local, json!({ RADAR: { "origin": origin(), "days": 31 } }))
        .await?;
    badge_becomes(world, "3").await?;
    assert_eq!(
        world.stored(Area::Local).await?,
        json!({ RADAR: { "origin": origin(), "days": 31 } }),
        "without notices nothing is kept but what was set"
    );
    assert_eq!(complaints(world).await?, [""; 0]);
    Ok(())
}

async fn switched_off_again_it_leaves_nothing_behind(world: &ExtensionWorld) -> Outcome {
    start(world, true).await?;
    world.allow_notices().await?;
    notices_become(world, 1).await?;
    assert!(has_alarm(world).await?);
    // The permission made it look as well.
    look(world).await?;
    let asked = sent(world);
    let forget = "await chrome.storage.local.remove(arguments[0])";
    world.page.promised(forget, vec![RADAR.into()]).await?;
    badge_becomes(world, "").await?;
    world
        .page
        .until("nothing is kept any longer".to_owned(), async || {
            Ok(world.stored(Area::Local).await? == json!({}) && !has_alarm(world).await?)
        })
        .await?;
    assert_eq!(world.button_title().await?, "Service users");
    assert_eq!(look(world).await?, json!({ "outcome": "off" }));
    assert_eq!(sent(world), asked);
    Ok(())
}

async fn the_alarm_is_set_again_where_a_browser_forgot_it(world: &ExtensionWorld) -> Outcome {
    start(world, false).await?;
    badge_becomes(world, "1").await?;
    let forget = "await chrome.alarms.clear(arguments[0])";
    world.page.promised(forget, vec![RADAR.into()]).await?;
    world.stop_background().await?;
    assert!(!has_alarm(world).await?);
    // Any event starts it.
    look(world).await?;
    world
        .page
        .until("the alarm is set".to_owned(), async || has_alarm(world).await)
        .await
}

async fn each_user_is_told_of_once_and_again_when_its_end_comes_closer(world: &ExtensionWorld) -> Outcome {
    let account_manager = &world.account_manager;
    account_manager.create_ending("Nightly build", in_days(7)).await?;
    account_manager.create_ending("Weekly build", in_days(30)).await?;
    account_manager.create_ending("Yearly build", in_days(31)).await?;
    start(world, true).await?;
    badge_becomes(world, "3").await?;
    world.allow_notices().await?;
    let first = notices_become(world, 3).await?;
    if let Some(words) = world.words_of_notices().await? {
        let words = words.join("\n");
        assert!(
            words.contains("Service user “Nightly build” ends in 7 days: It works until"),
            "{words}"
        );
        assert!(words.contains("ends today"), "{words}");
        assert!(words.contains("on one.digicert.com."), "{words}");
    }
    let kept = world.stored(Area::Local).await?;
    let told = kept.get("expiry-radar-told").and_then(Value::as_object);
    assert_eq!(told.map(serde_json::Map::len), Some(3));
    assert!(
        !kept.to_string().contains("build"),
        "no names reach the disk: {kept}"
    );

    world.clear_notices().await?;
    world.stop_background().await?;
    let asked = sent(world);
    world.ring(RADAR).await?;
    world
        .page
        .until("the host was asked again".to_owned(), async || {
            Ok(sent(world).1 > asked.1)
        })
        .await?;
    look(world).await?;
    assert_eq!(world.notices().await?, [""; 0], "they were told of");

    let weekly = user_id(world, "Weekly build").await?;
    assert!(first.contains(&format!("user/{weekly}")), "{first:?}");
    account_manager.set_end_date("Weekly build", in_days(1)).await?;
    look(world).await?;
    assert_eq!(world.notices().await?, [format!("user/{weekly}")]);
    assert_eq!(complaints(world).await?, [""; 0]);
    Ok(())
}

/// Whatever a host calls a service user, and however long it takes the name and the id to be.
async fn what_hides_in_a_name_is_shown_in_its_notice(world: &ExtensionWorld) -> Outcome {
    let user = |id: &str, name: String| json!({ "id": id, "user_type": "service", "status": "ACTIVE", "friendly_name": name, "end_date": in_days(7).to_string() });
    let list = json!([
        user("bidi", "invoice\u{202e}fdp.exe\u{200b}<b>".to_owned()),
        user(&"x".repeat(100_000), "M".repeat(1 << 20)),
    ]);
    start(world, true).await?;
    badge_becomes(world, "1").await?;
    let trouble = world.make(PRODUCTION, Method::GET, "/user", Happening::json(200, &list));
    world.allow_notices().await?;
    assert_eq!(look(world).await?, json!({ "outcome": "counted", "count": 2 }));
    let names = notices_become(world, 2).await?;
    assert!(
        names.iter().all(|name| name.len() <= 205),
        "a browser takes no longer ones"
    );
    if let Some(words) = world.words_of_notices().await? {
        let words = words.join("\n");
        assert!(
            words.contains("Service user “invoice[U+202E]fdp.exe[U+200B]<b>” ends in 7 days"),
            "{words}"
        );
        assert!(words.contains(&format!("“{}…”", "M".repeat(80))), "{words}");
    }
    drop(trouble);
    assert_eq!(complaints(world).await?, [""; 0]);
    Ok(())
}

async fn without_the_permission_there_are_no_notices(world: &ExtensionWorld) -> Outcome {
    start(world, true).await?;
    badge_becomes(world, "1").await?;
    look(world).await?;
    let kept = world.stored(Area::Local).await?;
    assert!(kept.get("expiry-radar-told").is_none(), "nobody was told: {kept}");
    // Asked for later, the notices that were due come.
    world.allow_notices().await?;
    notices_become(world, 1).await.map(|_| ())
}

async fn many_users_are_told_of_together(world: &ExtensionWorld) -> Outcome {
    for name in ["One", "Two", "Three", "Four"] {
        world.account_manager.create_ending(name, in_days(20)).await?;
    }
    start(world, true).await?;
    world.allow_notices().await?;
    let notices = notices_become(world, 2).await?;
    let for_all = format!("30/{}", in_days(0));
    assert!(notices.contains(&for_all), "{notices:?}");
    if let Some(words) = world.words_of_notices().await? {
        let words = words.join("\n");
        assert!(
            words.contains("4 service users end within 30 days: On one.digicert.com."),
            "{words}"
        );
    }
    Ok(())
}

async fn a_pressed_notice_opens_the_list_on_the_radars_host(world: &ExtensionWorld) -> Outcome {
    start(world, true).await?;
    // Where the person is otherwise, and what they are typing there: the notice is about another host.
    let draft = json!({
        "changed_at": i64::try_from(std::time::UNIX_EPOCH.elapsed()?.as_millis())?,
        "screen": "#create",
        "host": format!("https://{DEMO}"),
        "typed_host": "",
        "friendly_name": "For the other host",
        "description": "",
        "email": "",
    });
    let elsewhere = json!({ "host": format!("https://{DEMO}"), "draft": draft.to_string() });
    world.store(Area::Session, elsewhere).await?;
    world.allow_notices().await?;
    let notices = notices_become(world, 1).await?;
    let name = notices.first().map(String::as_str).unwrap_or_default();
    world.press_notice(name, "ends today").await?;
    world.await_window().await?;
    let page = &world.page;
    page.is_on(labels::SERVICE_USERS).await?;
    let address = page.driver().current_url().await?;
    assert_eq!(address.fragment(), Some("service-users?show=expiring"));
    page.sees("administrator@example.com").await?;
    page.sees(PRODUCTION).await?;
    assert_eq!(world.count(DEMO, &Method::GET, "/user/me"), 0);
    assert_eq!(world.notices().await?, [""; 0], "it was read");
    page.press_link(labels::TEMPLATES).await?;
    page.is_on(labels::TEMPLATES).await?;
    let kept = world.stored(Area::Session).await?;
    assert_eq!(kept.get("draft"), Some(&json!(draft.to_string())), "it waits");
    Ok(())
}

async fn without_a_session_only_the_check_is_sent(world: &ExtensionWorld) -> Outcome {
    start(world, false).await?;
    badge_becomes(world, "1").await?;
    world.sign_out(PRODUCTION).await?;
    let (checks, lists) = sent(world);
    world.ring(RADAR).await?;
    badge_becomes(world, "").await?;
    assert_eq!(sent(world), (checks + 1, lists));
    assert_eq!(look(world).await?, json!({ "outcome": "not-signed-in" }));
    world.sign_in(PRODUCTION, Person::Auditor).await?;
    world.ring(RADAR).await?;
    badge_becomes(world, "1").await
}

async fn without_access_to_the_host_nothing_is_sent(world: &ExtensionWorld) -> Outcome {
    start(world, false).await?;
    badge_becomes(world, "1").await?;
    let asked = sent(world);
    world.revoke_host_access(PRODUCTION).await?;
    // The browser tells of it; nobody has to wait for the alarm.
    badge_becomes(world, "").await?;
    world.ring(RADAR).await?;
    assert_eq!(look(world).await?, json!({ "outcome": "no-access" }));
    assert_eq!(sent(world), asked);
    world.give_host_access(PRODUCTION).await?;
    badge_becomes(world, "1").await
}

async fn an_answer_that_makes_no_sense_clears_the_button(world: &ExtensionWorld) -> Outcome {
    start(world, true).await?;
    badge_becomes(world, "1").await?;
    let html = || Happening::html(200, "<h1>Please sign in</h1>");
    let refusal = || Happening::json(403, &json!({ "error": { "code": "no_access" } }));
    for (endpoint, happening) in [
        ("/user/me", html()),
        ("/user/me", Happening::json(200, &json!([]))),
        ("/user/me", Happening::BreakBefore),
        ("/user", html()),
        ("/user", refusal()),
        ("/user", Happening::json(200, &json!({ "items": "none" }))),
        ("/user", Happening::json(200, &json!([{ "id": null }]))),
        ("/user", Happening::BreakBefore),
    ] {
        let what = format!("{endpoint} {happening:?}");
        let trouble = world.make(PRODUCTION, Method::GET, endpoint, happening);
        assert_eq!(look(world).await?, json!({ "outcome": "failed" }), "{what}");
        assert_eq!(world.badge().await?, "", "{what}");
        drop(trouble);
        assert_eq!(
            look(world).await?,
            json!({ "outcome": "counted", "count": 1 }),
            "{what}"
        );
        assert_eq!(world.badge().await?, "1", "{what}");
    }
    let elsewhere = Happening::Answer {
        status: 302,
        content_type: "text/html",
        headers: vec![("location", format!("https://{DEMO}/account/api/v1/user/me"))],
        body: String::new(),
    };
    let trouble = world.make(PRODUCTION, Method::GET, "/user/me", elsewhere);
    assert_eq!(look(world).await?, json!({ "outcome": "not-signed-in" }));
    assert_eq!(
        world.count(DEMO, &Method::GET, "/user/me"),
        0,
        "no redirect is followed"
    );
    drop(trouble);
    assert_eq!(complaints(world).await?, [""; 0]);
    Ok(())
}

async fn an_organisation_can_leave_the_host_to_nobody(world: &ExtensionWorld) -> Outcome {
    world.set_by_organisation(json!({ "hosts": [DEMO] })).await?;
    start(world, false).await?;
    assert_eq!(look(world).await?, json!({ "outcome": "not-allowed" }));
    assert_eq!(sent(world), (0, 0));
    Ok(())
}

/// Signs in to the production host, opens the extension and switches the radar on for it.
async fn start(world: &ExtensionWorld, notifies: bool) -> Outcome {
    world.sign_in(PRODUCTION, Person::Administrator).await?;
    world.open(Surface::Tab).await?;
    let settings = json!({ "origin": origin(), "days": 30, "notifies": notifies });
    world.store(Area::Local, json!({ RADAR: settings })).await
}

/// Has the radar look, and answers what came of it once everything is done: the button, the notices, and what looks before it had to do.
async fn look(world: &ExtensionWorld) -> Outcome<Value> {
    let script = "
        const answer = await chrome.runtime.sendMessage('look-at-end-dates');
        return JSON.parse(JSON.stringify(answer));";
    world.page.promised(script, Vec::new()).await
}

/// How many checks of the session, and how many lists, the production host was asked for.
fn sent(world: &ExtensionWorld) -> (usize, usize) {
    let count = |endpoint| world.count(PRODUCTION, &Method::GET, endpoint);
    (count("/user/me"), count("/user"))
}

async fn badge_becomes(world: &ExtensionWorld, text: &str) -> Outcome {
    world
        .page
        .until(format!("the button shows “{text}”"), async || {
            Ok(world.badge().await? == text)
        })
        .await
}

async fn notices_become(world: &ExtensionWorld, count: usize) -> Outcome<Vec<String>> {
    world
        .page
        .until(format!("there are {count} notices"), async || {
            Ok(world.notices().await?.len() == count)
        })
        .await?;
    world.notices().await
}

async fn has_alarm(world: &ExtensionWorld) -> Outcome<bool> {
    let script = "return (await chrome.alarms.get(arguments[0])) !== undefined";
    Ok(world.page.promised(script, vec![RADAR.into()]).await? == true)
}

/// What the browser finds fault with in the extension. The sandbox's console, in which a person signs in, has no page behind that.
async fn complaints(world: &ExtensionWorld) -> Outcome<Vec<String>> {
    let mut complaints = world.complaints().await?;
    complaints.retain(|complaint| !complaint.starts_with(&origin()));
    Ok(complaints)
}

async fn user_id(world: &ExtensionWorld, name: &str) -> Outcome<String> {
    let users = world.account_manager.service_users_named(name).await?;
    let id = users
        .first()
        .and_then(|user| user.get("id"))
        .and_then(Value::as_str);
    id.map(str::to_owned)
        .ok_or_else(|| Fault::new(format!("There is no service user “{name}”.")))
}

fn in_days(days: u64) -> NaiveDate {
    Utc::now().date_naive() + Days::new(days)
}

fn origin() -> String {
    format!("https://{PRODUCTION}")
}
