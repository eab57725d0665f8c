//! While a service user is being created.

use end_to_end::{Fault, Happening, Held, HoldAt, Outcome, World, in_both_browsers, labels};
use hyper::Method;
use labels::field::{EMAIL, FRIENDLY_NAME};
use labels::rotate;
use serde_json::{Value, json};
use thirtyfour::WindowHandle;

use super::faults::{Comes, faults};
use super::table::Table;

in_both_browsers! {
    whatever_goes_wrong_while_creating_is_told,
}

const USERS: &str = "/user";
const SOMEBODY_ELSES: &str = "Made by somebody else";

const HAS_TOKEN: &str = "has the token";
const LOST: &str = "told: created, token lost; new token offered";
const LOST_HERE: &str = "told: exists as asked for, token not here; new token offered";
const NOT_CREATED: &str = "told: not created; draft kept";
const LOADED_AGAIN: &str = "finds it in the list; a new token offered under *Rotate token ID*";
const TAKEN: &str = "told: the name is taken; draft kept";

async fn whatever_goes_wrong_while_creating_is_told(world: &World) -> Outcome {
    let page = &world.page;
    let mut seen = Seen {
        world,
        table: Table::new("creating"),
        name: String::new(),
        number: 0,
        sent: 0,
    };
    page.sign_in().await?;
    let here = page.driver().window().await?;
    // What takes the page half a minute to give up on happens in tabs of their own, beside everything else.
    let answer = Aside::begin(world, "Stalled answer", HoldAt::Answer).await?;
    let midway = Aside::begin(world, "Stalled midway", HoldAt::Midway).await?;
    let request = Aside::begin(world, "Stalled request", HoldAt::Request).await?;
    page.driver().switch_to_window(here.clone()).await?;

    for fault in faults() {
        seen.prepare().await?;
        let trouble = world.make_of(&seen.name, Method::POST, USERS, fault.happening);
        page.press_button(labels::CREATE_SERVICE_USER).await?;
        seen.comes(fault.words, fault.comes).await?;
        drop(trouble);
    }
    seen.sends_twice().await?;
    // Before the list is made to fail, because these tabs read it too.
    answer
        .give_up(&mut seen, "The answer stalls; the page gives up after 30 seconds")
        .await?;
    midway
        .give_up(&mut seen, "The answer stalls in the middle; the page gives up")
        .await?;
    request.arrive_late(&mut seen).await?;
    page.driver().switch_to_window(here.clone()).await?;

    seen.cannot_look_up(
        "The connection breaks off before the request arrives, and the list cannot be read",
        Happening::BreakBefore,
    )
    .await?;
    seen.cannot_look_up(
        "Carried out, the connection breaks off, and the list cannot be read",
        Happening::BreakAfter,
    )
    .await?;
    seen.is_overtaken().await?;
    seen.is_pressed_twice().await?;
    seen.is_in_two_tabs(&here).await?;
    seen.is_loaded_again().await?;
    // Last, because it breaks off whatever is on its way.
    seen.is_refused_a_connection().await?;
    seen.table.compare(world.browser)
}

/// What has been seen so far, and the draft that is one press away from being sent.
struct Seen<'a> {
    world: &'a World,
    table: Table,
    /// The friendly name in the form; empty where there is no draft.
    name: String,
    number: usize,
    /// How many requests were sent under this name before.
    sent: usize,
}

impl Seen<'_> {
    /// Goes on with the draft that was kept, or fills in another.
    async fn prepare(&mut self) -> Outcome {
        if self.name.is_empty() {
            self.number += 1;
            self.name = format!("Service user number {}", self.number);
            self.world.page.prepare(&self.name).await?;
        }
        self.sent = self.count();
        Ok(())
    }

    fn count(&self) -> usize {
        self.world.count_of(&self.name, &Method::POST, USERS)
    }

    async fn comes(&mut self, fault: &str, comes: Comes) -> Outcome {
        match comes {
            Comes::Token => {
                self.has_token().await?;
                self.note(fault, HAS_TOKEN, 1).await
            }
            Comes::Lost => {
                self.is_lost().await?;
                self.note(fault, LOST, 1).await
            }
            Comes::Nothing { says, offers } => {
                self.is_not_created(says, offers).await?;
                self.note(fault, NOT_CREATED, 0).await
            }
            Comes::Refused => {
                self.is_taken().await?;
                self.note(fault, TAKEN, 0).await
            }
        }
    }

    async fn has_token(&self) -> Outcome {
        let page = &self.world.page;
        page.sees(labels::TOKEN_TITLE).await?;
        page.sees(&format!("Service user “{}” was created.", self.name))
            .await?;
        let token = page.show_token().await?;
        let (status, me) = self.world.account_manager.me(&token).await?;
        let name = me.get("friendly_name").and_then(Value::as_str);
        assert_eq!((status, name), (200, Some(self.name.as_str())));
        page.copy_and_close().await
    }

    async fn is_lost(&self) -> Outcome {
        let page = &self.world.page;
        page.sees("The token ID did not arrive").await?;
        page.sees(&format!("Service user “{}” was created.", self.name))
            .await?;
        page.sees("The service user exists, but its token ID cannot be recovered.")
            .await?;
        page.button(labels::MAKE_NEW_TOKEN).await?;
        self.close().await
    }

    async fn is_lost_here(&self) -> Outcome {
        let page = &self.world.page;
        page.sees(&format!(
            "Service user “{}” exists, just as you asked for it.",
            self.name
        ))
        .await?;
        page.sees("The token ID did not arrive here").await?;
        page.sees("If you created it in another tab or window, its token ID is shown there.")
            .await?;
        page.button(labels::MAKE_NEW_TOKEN).await?;
        self.close().await
    }

    /// Closes the window without a token, which leads to the list with the service user in it.
    async fn close(&self) -> Outcome {
        let page = &self.world.page;
        page.press_button(labels::CLOSE).await?;
        page.is_on(labels::SERVICE_USERS).await?;
        page.sees(&self.name).await
    }

    async fn is_not_created(&self, says: &str, offers: Option<&str>) -> Outcome {
        let page = &self.world.page;
        page.sees("The service user was not created. What you typed is still here.")
            .await?;
        page.sees(says).await?;
        for button in [labels::TRY_AGAIN, labels::SIGN_IN_AGAIN] {
            assert_eq!(
                page.has_button(button).await?,
                offers == Some(button),
                "{says}: {button}"
            );
        }
        self.can_be_sent_again().await
    }

    /// The draft is there, nothing is under way and no window is open.
    async fn can_be_sent_again(&self) -> Outcome {
        let page = &self.world.page;
        page.is_on(labels::ROLES).await?;
        page.button(labels::CREATE_SERVICE_USER).await?;
        page.sees(&self.name).await?;
        assert!(!page.has_button(labels::CREATING).await?, "nothing is under way");
        assert!(!page.token_window_is_open().await?);
        assert!(!page.asks_before_leaving().await?);
        Ok(())
    }

    async fn is_taken(&self) -> Outcome {
        let page = &self.world.page;
        page.is_on(labels::DETAILS).await?;
        page.remark_says(FRIENDLY_NAME, "Another user already has")
            .await?;
        assert_eq!(page.value(FRIENDLY_NAME).await?, self.name);
        assert_eq!(page.value(EMAIL).await?, "jane.doe@example.com");
        Ok(())
    }

    /// Takes down what was seen, once the sandbox has been asked what there is. A draft that was sent for good is gone; one under
    /// a name that is taken gets another.
    async fn note(&mut self, fault: &str, ends: &str, users: usize) -> Outcome {
        self.note_sent(fault, ends, users, 1).await
    }

    async fn note_sent(&mut self, fault: &str, ends: &str, users: usize, requests: usize) -> Outcome {
        let (world, name) = (self.world, self.name.clone());
        let sent = self.count() - self.sent;
        assert_eq!(sent, requests, "{fault}: requests to create");
        let there = world.account_manager.service_users_named(&name).await?;
        assert_eq!(there.len(), users, "{fault}: service users of this name");
        for user in &there {
            let id = user.get("id").and_then(Value::as_str).unwrap_or_default();
            let tokens = world.account_manager.access_tokens(id).await?;
            assert_eq!(tokens.len(), 1, "{fault}: its tokens");
        }
        let behind = match users {
            0 => "no service user",
            _ => "1 service user",
        };
        let behind = match requests {
            0 => format!("no request, {behind}"),
            _ => format!("1 request, {behind}"),
        };
        self.table.add(fault, ends, &behind)?;
        match (ends, users) {
            (TAKEN, _) => {
                self.number += 1;
                self.name = format!("Service user number {}", self.number);
                world.page.fill(FRIENDLY_NAME, &self.name).await?;
                world.page.press_button(labels::NEXT).await?;
                world.page.is_on(labels::ROLES).await
            }
            (_, 0) => Ok(()),
            (_, _) => {
                self.name.clear();
                Ok(())
            }
        }
    }

    /// The second request is refused because the first one took the name.
    async fn sends_twice(&mut self) -> Outcome {
        self.prepare().await?;
        let trouble = self
            .world
            .make_of(&self.name, Method::POST, USERS, Happening::SendTwice);
        self.world.page.press_button(labels::CREATE_SERVICE_USER).await?;
        self.is_lost_here().await?;
        drop(trouble);
        self.note("The browser sends the request twice", LOST_HERE, 1)
            .await
    }

    /// What came of it is not known, and said to be so, until the list can be read.
    async fn cannot_look_up(&mut self, fault: &str, happening: Happening) -> Outcome {
        let (world, page) = (self.world, &self.world.page);
        self.prepare().await?;
        let is_carried_out = matches!(happening, Happening::BreakAfter);
        let creating = world.make_of(&self.name, Method::POST, USERS, happening);
        let listing = world.make(Method::GET, USERS, Happening::BreakBefore);
        page.press_button(labels::CREATE_SERVICE_USER).await?;
        page.sees("Whether the service user was created is not known")
            .await?;
        self.can_be_sent_again().await?;
        page.press_button(labels::LOOK_AGAIN).await?;
        page.button(labels::LOOK_AGAIN).await?;
        page.sees("Whether the service user was created is not known")
            .await?;
        drop((creating, listing));
        page.press_button(labels::LOOK_AGAIN).await?;
        let (ends, users) = match is_carried_out {
            true => {
                self.is_lost().await?;
                (format!("told: not known; after *Look again* {LOST}"), 1)
            }
            false => {
                self.is_not_created("broke off", Some(labels::TRY_AGAIN)).await?;
                (format!("told: not known; after *Look again* {NOT_CREATED}"), 0)
            }
        };
        self.note(fault, &ends, users).await
    }

    /// Nothing was carried out, and meanwhile somebody else has made one of this name.
    async fn is_overtaken(&mut self) -> Outcome {
        let (world, page) = (self.world, &self.world.page);
        if self.name.is_empty() {
            page.prepare(SOMEBODY_ELSES).await?;
        } else {
            page.press_button(labels::BACK).await?;
            page.fill(FRIENDLY_NAME, SOMEBODY_ELSES).await?;
            page.press_button(labels::NEXT).await?;
            page.is_on(labels::ROLES).await?;
        }
        SOMEBODY_ELSES.clone_into(&mut self.name);
        self.sent = 0;
        let creating = world.make_of(SOMEBODY_ELSES, Method::POST, USERS, Happening::BreakBefore);
        let listing = world.make(Method::GET, USERS, Happening::Rewritten(with_somebody_elses));
        page.press_button(labels::CREATE_SERVICE_USER).await?;
        self.is_taken().await?;
        drop((creating, listing));
        let fault = "The connection breaks off before the request arrives, and somebody else has made one of this name";
        self.note(fault, TAKEN, 0).await
    }

    async fn is_pressed_twice(&mut self) -> Outcome {
        let (world, page) = (self.world, &self.world.page);
        self.prepare().await?;
        let held = world.hold_of(&self.name, Method::POST, USERS, HoldAt::Request);
        let button = page.button(labels::CREATE_SERVICE_USER).await?;
        page.press_in_a_row(&button, 2).await?;
        let busy = page.button(labels::CREATING).await?;
        assert_eq!(busy.attr("aria-disabled").await?.as_deref(), Some("true"));
        assert!(page.asks_before_leaving().await?, "a token is on its way");
        page.press_button(labels::CREATING).await?;
        held.release();
        self.has_token().await?;
        self.note(
            "The button is pressed twice, and once more meanwhile",
            HAS_TOKEN,
            1,
        )
        .await
    }

    /// The same form is filled in twice, in two tabs; the second one is sent after the first has its token.
    async fn is_in_two_tabs(&mut self, here: &WindowHandle) -> Outcome {
        let (world, page) = (self.world, &self.world.page);
        let driver = page.driver();
        self.prepare().await?;
        let other = driver.new_tab().await?;
        driver.switch_to_window(other.clone()).await?;
        page.open("/").await?;
        connect(world).await?;
        page.prepare(&self.name).await?;
        driver.switch_to_window(here.clone()).await?;
        page.press_button(labels::CREATE_SERVICE_USER).await?;
        self.has_token().await?;
        driver.switch_to_window(other).await?;
        page.press_button(labels::CREATE_SERVICE_USER).await?;
        self.is_lost_here().await?;
        driver.close_window().await?;
        driver.switch_to_window(here.clone()).await?;
        // One request of each tab; what is noted is the second.
        self.sent += 1;
        self.note("The same is created in two tabs: the second one", LOST_HERE, 1)
            .await
    }

    /// The browser asks first. Nothing is kept on a page of a web server, so the list is what tells.
    async fn is_loaded_again(&mut self) -> Outcome {
        let (world, page) = (self.world, &self.world.page);
        self.prepare().await?;
        let held = world.hold_of(&self.name, Method::POST, USERS, HoldAt::Answer);
        page.press_button(labels::CREATE_SERVICE_USER).await?;
        page.until("the host has done it".to_owned(), async || {
            let there = world.account_manager.service_users_named(&self.name).await?;
            Ok(there.len() == 1)
        })
        .await?;
        assert!(page.asks_before_leaving().await?, "a token is on its way");
        page.driver().refresh().await?;
        page.is_started().await?;
        held.release();
        page.open("/#service-users").await?;
        page.is_on(labels::SERVICE_USERS).await?;
        page.sees(&self.name).await?;
        let there = world.account_manager.service_users_named(&self.name).await?;
        let id = there
            .first()
            .and_then(|user| user.get("id"))
            .and_then(Value::as_str);
        page.open_rotation(id.unwrap_or_default()).await?;
        page.rotation_is_at(rotate::MAKE).await?;
        page.button(rotate::MAKE).await?;
        page.open("/#service-users").await?;
        page.is_on(labels::SERVICE_USERS).await?;
        self.note(
            "The page is loaded again meanwhile, although the browser asks",
            LOADED_AGAIN,
            1,
        )
        .await
    }

    /// Nobody listens: neither to the request nor to the question what came of it.
    async fn is_refused_a_connection(&mut self) -> Outcome {
        let (world, page) = (self.world, &self.world.page);
        self.prepare().await?;
        world.refuse_connections().await;
        page.press_button(labels::CREATE_SERVICE_USER).await?;
        page.sees("Whether the service user was created is not known")
            .await?;
        page.sees("cannot be reached").await?;
        self.can_be_sent_again().await?;
        world.accept_connections().await?;
        page.press_button(labels::LOOK_AGAIN).await?;
        self.is_not_created("cannot be reached", Some(labels::TRY_AGAIN))
            .await?;
        let ends = format!("told: not known; after *Look again* {NOT_CREATED}");
        self.note_sent("The host refuses connections", &ends, 0, 0)
            .await?;
        page.press_button(labels::TRY_AGAIN).await?;
        self.has_token().await?;
        self.name.clear();
        Ok(())
    }
}

/// A creation in a tab of its own whose request or answer is held.
struct Aside {
    tab: WindowHandle,
    name: &'static str,
    held: Held,
}

impl Aside {
    async fn begin(world: &World, name: &'static str, at: HoldAt) -> Outcome<Self> {
        let page = &world.page;
        let tab = page.driver().new_tab().await?;
        page.driver().switch_to_window(tab.clone()).await?;
        page.open("/").await?;
        connect(world).await?;
        page.prepare(name).await?;
        let held = world.hold_of(name, Method::POST, USERS, at);
        page.press_button(labels::CREATE_SERVICE_USER).await?;
        page.button(labels::CREATING).await?;
        Ok(Self { tab, name, held })
    }

    async fn look(&self, seen: &mut Seen<'_>) -> Outcome {
        let page = &seen.world.page;
        page.driver().switch_to_window(self.tab.clone()).await?;
        self.name.clone_into(&mut seen.name);
        seen.sent = 0;
        // Whatever of the half minute is left.
        for _ in 0..3 {
            if page.sees_no_more(labels::CREATING).await.is_ok() {
                return Ok(());
            }
        }
        Err(Fault::new("the page does not give up"))
    }

    /// The request was carried out; the page has given up on its answer.
    async fn give_up(self, seen: &mut Seen<'_>, fault: &str) -> Outcome {
        self.look(seen).await?;
        seen.is_lost().await?;
        seen.note(fault, LOST, 1).await?;
        drop(self.held);
        Ok(())
    }

    /// The page has given up on the request, which is carried out after all.
    async fn arrive_late(self, seen: &mut Seen<'_>) -> Outcome {
        let (world, page) = (seen.world, &seen.world.page);
        self.look(seen).await?;
        seen.is_not_created("did not answer in time", Some(labels::TRY_AGAIN))
            .await?;
        seen.note("The request stalls on its way; the page gives up", NOT_CREATED, 0)
            .await?;
        self.held.release();
        page.until("the request has arrived".to_owned(), async || {
            Ok(world.account_manager.service_users_named(self.name).await?.len() == 1)
        })
        .await?;
        page.press_button(labels::TRY_AGAIN).await?;
        seen.is_lost_here().await?;
        seen.sent += 1;
        seen.note("It arrives after all, and the person tries again", LOST_HERE, 1)
            .await
    }
}

/// Connects a tab with the session that another one has.
async fn connect(world: &World) -> Outcome {
    let page = &world.page;
    page.is_started().await?;
    if page.has_button(labels::CONNECT).await? {
        page.press_button(labels::CONNECT).await?;
    }
    page.is_on(labels::SERVICE_USERS).await
}

fn with_somebody_elses(body: &str) -> String {
    let mut users: Value = serde_json::from_str(body).unwrap_or_default();
    if let Some(users) = users.as_array_mut() {
        users.push(json!({
            "id": "00000000-0000-4000-8000-000000000000",
            "user_type": "service",
            "friendly_name": SOMEBODY_ELSES,
            "email": "somebody@example.com",
            "created_by": "00000000-0000-4000-8000-000000000001",
        }));
    }
    users.to_string()
}
