//! While a rotation disables the old token and deletes it: neither may be said of it that is not so.

use end_to_end::{Happening, Outcome, World, in_both_browsers, labels};
use hyper::Method;
use labels::rotate;
use serde_json::{Value, json};

use super::table::Table;

in_both_browsers! {
    whatever_goes_wrong_while_stopping_the_old_one_is_told,
}

const ACCESS_TOKENS: &str = "/api-access-token";

/// What becomes of a request that changes the old token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Comes {
    /// It was carried out, and the page finds out.
    Done,
    /// It was not, and the page says so.
    NotDone(&'static str),
    /// It was, and the page cannot find out until the tokens can be read.
    Unknown,
}

fn faults() -> Vec<(&'static str, Happening, Comes)> {
    let refusal = |status: u16| {
        let body = json!({ "errors": [{ "code": "refused", "message": "Not now." }] });
        Happening::json(status, &body)
    };
    let gateway = |status| Happening::html(status, "<h1>Gateway</h1>");
    let carried_out = |status| Happening::CarriedOutThen(Box::new(gateway(status)));
    vec![
        (
            "The connection breaks off before the request arrives",
            Happening::BreakBefore,
            Comes::NotDone("broke off"),
        ),
        (
            "Answer 401",
            refusal(401),
            Comes::NotDone("You are not signed in"),
        ),
        ("Answer 403", refusal(403), Comes::NotDone("not allowed")),
        ("Answer 429", refusal(429), Comes::NotDone("too many requests")),
        (
            "Answer 500, nothing carried out",
            refusal(500),
            Comes::NotDone("failed (status 500)"),
        ),
        (
            "Answer 502 as HTML, nothing carried out",
            gateway(502),
            Comes::NotDone("failed (status 502)"),
        ),
        (
            "Answer 503, nothing carried out",
            gateway(503),
            Comes::NotDone("not available at the moment"),
        ),
        (
            "The connection breaks off after the request was carried out",
            Happening::BreakAfter,
            Comes::Done,
        ),
        ("Answer 500, carried out", carried_out(500), Comes::Done),
        (
            "Answer 503 of a gateway, carried out",
            carried_out(503),
            Comes::Done,
        ),
        (
            "Carried out, the connection breaks off, and the tokens cannot be read",
            Happening::BreakAfter,
            Comes::Unknown,
        ),
    ]
}

async fn whatever_goes_wrong_while_stopping_the_old_one_is_told(world: &World) -> Outcome {
    let page = &world.page;
    let manager = &world.account_manager;
    let (user, old) = manager.create_with_token("Stopped").await?;
    page.sign_in_with(6).await?;
    // The host tells no shorter time than a second, and what is made in the same one has no order: the page says which is which.
    let new = manager.create_access_token(&user, "Next").await?;
    let new = new
        .get("token")
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned();
    assert_eq!(manager.me(&new).await?.0, 200);
    let tokens = manager.access_tokens(&user).await?;
    let id = |token: Option<&Value>| {
        let id = token.and_then(|token| token.get("id")).and_then(Value::as_str);
        id.unwrap_or_default().to_owned()
    };
    let (old_id, new_id) = (id(tokens.first()), id(tokens.last()));
    let mut seen = Seen {
        world,
        table: Table::new("disabling and deleting the old one"),
        user,
        old,
        new,
        old_id,
        new_id,
    };
    for (fault, happening, comes) in faults() {
        seen.disables(fault, happening, comes).await?;
    }
    for (fault, happening, comes) in faults() {
        seen.deletes(fault, happening, comes).await?;
        if !seen.is_listed().await? {
            break;
        }
    }
    seen.table.compare(world.browser)
}

/// What has been seen so far of a service user with two tokens, of which the new one was used.
struct Seen<'a> {
    world: &'a World,
    table: Table,
    user: String,
    old: String,
    new: String,
    old_id: String,
    new_id: String,
}

impl Seen<'_> {
    /// Comes to the rotation anew, with the old token in this state.
    async fn open(&self, status: &str) -> Outcome {
        let page = &self.world.page;
        let manager = &self.world.account_manager;
        manager.set_access_token_status(&self.old_id, status).await?;
        page.open("/#service-users").await?;
        page.is_on(labels::SERVICE_USERS).await?;
        let Self {
            user, new_id, old_id, ..
        } = self;
        page.open(&format!("/#rotate/{user}?new={new_id}&old={old_id}"))
            .await?;
        page.is_on(rotate::TITLE).await
    }

    async fn disables(&mut self, fault: &str, happening: Happening, comes: Comes) -> Outcome {
        let (world, page) = (self.world, &self.world.page);
        self.open("ACTIVE").await?;
        page.rotation_is_at(rotate::DISABLE).await?;
        let endpoint = format!("{ACCESS_TOKENS}/{}", self.old_id);
        let trouble = world.make(Method::PUT, &endpoint, happening);
        let unread =
            (comes == Comes::Unknown).then(|| world.make(Method::GET, ACCESS_TOKENS, Happening::BreakBefore));
        page.press_button(rotate::DISABLE_QUESTION).await?;
        page.press_button(rotate::DISABLE_IT).await?;
        let (ends, status) = match comes {
            Comes::Done => {
                page.rotation_is_at(rotate::DELETE).await?;
                ("disabling: looked up, told: disabled", 401)
            }
            Comes::NotDone(says) => {
                page.sees("The old token was not disabled.").await?;
                page.sees(says).await?;
                page.rotation_is_at(rotate::DISABLE).await?;
                ("disabling: told: not disabled", 200)
            }
            Comes::Unknown => {
                page.sees("Whether the old token was disabled is not known")
                    .await?;
                drop(unread);
                page.press_button(rotate::LOOK_AGAIN).await?;
                page.rotation_is_at(rotate::DELETE).await?;
                (
                    "disabling: told: not known; after *Look again* told: disabled",
                    401,
                )
            }
        };
        drop(trouble);
        self.note(fault, ends, status).await
    }

    async fn deletes(&mut self, fault: &str, happening: Happening, comes: Comes) -> Outcome {
        let (world, page) = (self.world, &self.world.page);
        self.open("DISABLED").await?;
        page.rotation_is_at(rotate::DELETE).await?;
        let endpoint = format!("{ACCESS_TOKENS}/{}", self.old_id);
        let trouble = world.make(Method::DELETE, &endpoint, happening);
        page.press_button(rotate::DELETE_QUESTION).await?;
        page.press_button(rotate::DELETE).await?;
        let ends = match comes {
            Comes::Done | Comes::Unknown => {
                page.rotation_is_at(rotate::COMPLETE).await?;
                "deleting: looked up, told: deleted"
            }
            Comes::NotDone(says) => {
                page.sees("The token was not deleted.").await?;
                page.sees(says).await?;
                page.rotation_is_at(rotate::DELETE).await?;
                assert!(self.is_listed().await?, "{fault}: it is there");
                "deleting: told: not deleted"
            }
        };
        drop(trouble);
        self.note(fault, ends, 401).await
    }

    async fn is_listed(&self) -> Outcome<bool> {
        let tokens = self.world.account_manager.access_tokens(&self.user).await?;
        Ok(tokens.len() == 2)
    }

    async fn note(&mut self, fault: &str, ends: &str, status: u16) -> Outcome {
        let manager = &self.world.account_manager;
        assert_eq!(manager.me(&self.old).await?.0, status, "{fault}: {ends}");
        assert_eq!(manager.me(&self.new).await?.0, 200, "{fault}: the new one works");
        let behind = match (status, self.is_listed().await?) {
            (200, _) => "both work",
            (_, true) => "the new one works, the old one is disabled",
            (_, false) => "the new one works, the old one is gone",
        };
        self.table.add(fault, ends, behind)
    }
}
