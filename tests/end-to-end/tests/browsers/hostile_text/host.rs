//! A host that means every text badly.

use std::sync::LazyLock;

use end_to_end::{Happening, Trouble, World};
use hyper::Method;
use serde_json::{Value, json};

pub(super) const MARKUP: &str =
    "<img src=x onerror=\"window.hostile = true; alert('hostile')\"><script>window.hostile = true</script>";
/// Turns what follows around for the eye.
pub(super) const BIDI: &str = "invoice\u{202e}fdp.exe\u{2066}";
pub(super) const HEBREW: &str = "חותם (1)";
pub(super) static MEGABYTE: LazyLock<String> = LazyLock::new(|| "M".repeat(1 << 20));

/// What every text of a record is, under the record's id.
fn texts() -> Vec<(&'static str, String)> {
    vec![
        ("markup", MARKUP.to_owned()),
        (
            "script",
            "javascript:alert(window.hostile = 1)//\"'><svg onload=alert(1)>{{7*7}}${7*7}".to_owned(),
        ),
        ("bidi", BIDI.to_owned()),
        ("hebrew", HEBREW.to_owned()),
        (
            "invisible",
            "\u{200b}a\u{feff}\u{ad}d\u{2060}m\u{200d}in\u{3164}\u{2800}\u{e000}".to_owned(),
        ),
        ("nothing", "\u{200b}\u{200e}".to_owned()),
        (
            "controls",
            "a\0b\u{1b}[31mc\r\nd\te\u{7f}\u{85}\u{2028}f".to_owned(),
        ),
        (
            "marks",
            format!(
                "\u{301}\u{301}a{}ก{}",
                "\u{336}".repeat(400),
                "\u{e49}".repeat(400)
            ),
        ),
        ("word", "W".repeat(10_000)),
        ("megabyte", MEGABYTE.clone()),
    ]
}

/// Answers for the sandbox until it is dropped.
pub(super) struct HostileHost {
    users: usize,
    _answers: Vec<Trouble>,
}

impl HostileHost {
    pub(super) fn take_over(world: &World) -> Self {
        let texts = texts();
        let mut users: Vec<Value> = texts.iter().map(|(id, text)| user(id, text)).collect();
        let mut answers: Vec<Trouble> = users
            .iter()
            .zip(&texts)
            .map(|(user, (id, _))| {
                world.make(Method::GET, &format!("/user/{id}"), Happening::json(200, user))
            })
            .collect();
        users.extend([
            user("twin", "First twin"),
            user("twin", "Second twin"),
            user(&format!("{MARKUP}{BIDI}/../?#"), "Odd id"),
        ]);
        let roles: Vec<Value> = texts
            .iter()
            .chain(texts.iter().take(2))
            .map(|(id, text)| role(id, text))
            .collect();
        let accounts: Vec<Value> = texts
            .iter()
            .chain(texts.iter().take(2))
            .map(|(id, text)| json!({ "id": id, "name": text, "active": *id != "word" }))
            .collect();
        let tokens: Vec<Value> = texts
            .iter()
            .chain(texts.iter().take(2))
            .map(|(id, text)| json!({ "id": id, "name": text, "status": text }))
            .collect();
        let entries: Vec<Value> = texts.iter().map(|(_, text)| entry(text)).collect();
        let me = json!({ "id": "me", "email": format!("{MARKUP}{BIDI}@example.com"), "first_name": BIDI, "last_name": MARKUP });
        for (endpoint, body) in [
            ("/user/me", me),
            ("/user", Value::from(users.clone())),
            ("/role", Value::from(roles)),
            ("/account", Value::from(accounts)),
            ("/api-access-token", Value::from(tokens)),
            ("/audit-log", Value::from(entries)),
        ] {
            answers.push(world.make(Method::GET, endpoint, Happening::json(200, &body)));
        }
        Self {
            // Two records of one id are one service user.
            users: users.len() - 1,
            _answers: answers,
        }
    }

    /// How many service users it lists.
    pub(super) fn users(&self) -> usize {
        self.users
    }
}

fn user(id: &str, text: &str) -> Value {
    json!({
        "id": id, "user_type": "service", "status": text, "friendly_name": text, "description": text, "email": text,
        "applications": [{ "id": text, "name": text, "permissions": [text] }], "created_at": text, "created_by": id, "end_date": "2027-02-30",
        "account_ids": ["markup", "bidi", "hebrew", "megabyte", text], "role_ids": ["markup", "bidi", "hebrew", "megabyte", text],
    })
}

fn role(id: &str, text: &str) -> Value {
    json!({
        "id": id, "name": text, "description": text, "permissions": [text],
        "application": { "id": id, "code": id, "name": text },
    })
}

fn entry(text: &str) -> Value {
    json!({
        "timestamp": "2026-01-01T08:00:00Z", "action": text, "status": text, "message": text, "user_name": text,
        "resource_type": text, "resource_name": text,
    })
}
