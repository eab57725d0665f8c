//! While a further token is being made in the window of a service user whose first one did not arrive.

use end_to_end::{Fault, Happening, Held, HoldAt, Outcome, World, in_both_browsers, labels};
use hyper::Method;
use serde_json::Value;
use thirtyfour::WindowHandle;

use super::faults::{Comes, faults, without_token};
use super::table::Table;

in_both_browsers! {
    whatever_goes_wrong_while_making_another_is_told,
}

const ACCESS_TOKENS: &str = "/api-access-token";

const HAS_TOKEN: &str = "has the new token";
const LOST: &str = "told: a further token made, its ID lost; another offered";
const NOT_MADE: &str = "told: not made; offered again";
const REFUSED: &str = "told: not made; offered again, or delete and create again";

async fn whatever_goes_wrong_while_making_another_is_told(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    let here = page.driver().window().await?;
    let tab = page.driver().new_tab().await?;
    page.driver().switch_to_window(tab.clone()).await?;
    page.open("/").await?;
    page.is_on(labels::SERVICE_USERS).await?;
    let mut aside = Seen::new(world);
    aside.begin("Stalled aside").await?;
    let held = world.hold_of(&aside.user, Method::POST, ACCESS_TOKENS, HoldAt::Answer);
    page.press_button(labels::MAKE_NEW_TOKEN).await?;
    page.button(labels::rotate::MAKING).await?;
    page.driver().switch_to_window(here.clone()).await?;

    let mut seen = Seen::new(world);
    for fault in faults() {
        seen.prepare().await?;
        let trouble = world.make(Method::POST, ACCESS_TOKENS, fault.happening);
        page.press_button(labels::MAKE_NEW_TOKEN).await?;
        seen.comes(fault.words, fault.comes).await?;
        drop(trouble);
    }
    seen.cannot_look_up(
        "The connection breaks off before the request arrives, and the tokens cannot be read",
        Happening::BreakBefore,
    )
    .await?;
    seen.cannot_look_up(
        "Carried out, the connection breaks off, and the tokens cannot be read",
        Happening::BreakAfter,
    )
    .await?;
    seen.is_pressed_twice().await?;
    aside.gives_up(&tab, held, &mut seen.table).await?;
    page.driver().switch_to_window(here).await?;
    seen.is_refused_a_connection().await?;
    seen.table.compare(world.browser)
}

/// What has been seen so far, and the service user whose window is open.
struct Seen<'a> {
    world: &'a World,
    table: Table,
    /// The id of the service user whose window without a token is open; empty where none is.
    user: String,
    number: usize,
    tokens: usize,
    sent: usize,
}

impl<'a> Seen<'a> {
    fn new(world: &'a World) -> Self {
        Self {
            world,
            table: Table::new("making another token"),
            user: String::new(),
            number: 0,
            tokens: 0,
            sent: 0,
        }
    }

    /// Opens the window of a new service user whose token does not arrive, unless one is open.
    async fn prepare(&mut self) -> Outcome {
        if self.user.is_empty() {
            self.number += 1;
            let name = format!("Service user number {}", self.number);
            self.begin(&name).await?;
        }
        self.tokens = self.world.account_manager.access_tokens(&self.user).await?.len();
        self.sent = self.count();
        Ok(())
    }

    async fn begin(&mut self, name: &str) -> Outcome {
        let (world, page) = (self.world, &self.world.page);
        page.prepare(name).await?;
        let trouble = world.make(Method::POST, "/user", Happening::Rewritten(without_token));
        page.press_button(labels::CREATE_SERVICE_USER).await?;
        page.sees("The token ID did not arrive").await?;
        drop(trouble);
        let user = world.account_manager.service_users_named(name).await?.remove(0);
        let id = user.get("id").and_then(Value::as_str).unwrap_or_default();
        id.clone_into(&mut self.user);
        self.tokens = 1;
        Ok(())
    }

    fn count(&self) -> usize {
        self.world.count_of(&self.user, &Method::POST, ACCESS_TOKENS)
    }

    async fn comes(&mut self, fault: &str, comes: Comes) -> Outcome {
        match comes {
            Comes::Token => {
                self.has_token().await?;
                self.note(fault, HAS_TOKEN, 1, 1).await?;
                self.user.clear();
                Ok(())
            }
            Comes::Lost => {
                self.is_lost().await?;
                self.note(fault, LOST, 1, 1).await
            }
            Comes::Nothing { says, offers } => {
                self.is_not_made(says, offers).await?;
                let ends = match offers {
                    Some(_) => NOT_MADE,
                    None => {
                        self.world
                            .page
                            .sees("delete the service user on its page")
                            .await?;
                        REFUSED
                    }
                };
                self.note(fault, ends, 0, 1).await
            }
            Comes::Refused => {
                self.is_not_made("there is one already", None).await?;
                self.world
                    .page
                    .sees("delete the service user on its page")
                    .await?;
                self.note(fault, REFUSED, 0, 1).await
            }
        }
    }

    async fn has_token(&self) -> Outcome {
        let page = &self.world.page;
        page.button(labels::SHOW).await?;
        let token = page.show_token().await?;
        assert_eq!(self.world.account_manager.me(&token).await?.0, 200);
        assert!(page.asks_before_leaving().await?, "a token is there");
        page.copy_and_close().await
    }

    async fn is_lost(&self) -> Outcome {
        let page = &self.world.page;
        page.sees("was made as well, and its token ID did not arrive here either")
            .await?;
        let tokens = self.world.account_manager.access_tokens(&self.user).await?;
        let last = tokens
            .last()
            .and_then(|token| token.get("name"))
            .and_then(Value::as_str);
        page.sees(&format!("The token “{}” was made", last.unwrap_or_default()))
            .await?;
        self.can_be_sent_again().await
    }

    async fn can_be_sent_again(&self) -> Outcome {
        let page = &self.world.page;
        page.button(labels::MAKE_NEW_TOKEN).await?;
        page.button(labels::CLOSE).await?;
        assert!(
            !page.has_button(labels::rotate::MAKING).await?,
            "nothing is under way"
        );
        Ok(())
    }

    async fn is_not_made(&self, says: &str, offers: Option<&str>) -> Outcome {
        let page = &self.world.page;
        page.sees("The new token ID was not made.").await?;
        page.sees(says).await?;
        if let Some(button) = offers {
            page.button(button).await?;
        }
        self.can_be_sent_again().await
    }

    async fn note(&mut self, fault: &str, ends: &str, made: usize, requests: usize) -> Outcome {
        let tokens = self.world.account_manager.access_tokens(&self.user).await?;
        assert_eq!(tokens.len() - self.tokens, made, "{fault}: tokens that were made");
        assert_eq!(
            self.count() - self.sent,
            requests,
            "{fault}: requests to make one"
        );
        let numbers = ["no", "1"];
        let of = |number: usize| numbers.get(number).copied().unwrap_or("several");
        let behind = format!("{} request, {} further token", of(requests), of(made));
        self.table.add(fault, ends, &behind)
    }

    async fn cannot_look_up(&mut self, fault: &str, happening: Happening) -> Outcome {
        let (world, page) = (self.world, &self.world.page);
        self.prepare().await?;
        let is_carried_out = matches!(happening, Happening::BreakAfter);
        let making = world.make(Method::POST, ACCESS_TOKENS, happening);
        let listing = world.make(Method::GET, ACCESS_TOKENS, Happening::BreakBefore);
        page.press_button(labels::MAKE_NEW_TOKEN).await?;
        page.sees("Whether the new token was made is not known").await?;
        assert!(
            !page.has_button(labels::MAKE_NEW_TOKEN).await?,
            "first it has to look"
        );
        page.press_button(labels::LOOK_AGAIN).await?;
        page.button(labels::LOOK_AGAIN).await?;
        page.sees("Whether the new token was made is not known").await?;
        drop((making, listing));
        page.press_button(labels::LOOK_AGAIN).await?;
        let (ends, made) = match is_carried_out {
            true => {
                self.is_lost().await?;
                (format!("told: not known; after *Look again* {LOST}"), 1)
            }
            false => {
                self.is_not_made("broke off", Some(labels::TRY_AGAIN)).await?;
                (format!("told: not known; after *Look again* {NOT_MADE}"), 0)
            }
        };
        self.note(fault, &ends, made, 1).await
    }

    async fn is_pressed_twice(&mut self) -> Outcome {
        let (world, page) = (self.world, &self.world.page);
        self.prepare().await?;
        let held = world.hold_of(&self.user, Method::POST, ACCESS_TOKENS, HoldAt::Request);
        let button = page.button(labels::MAKE_NEW_TOKEN).await?;
        page.press_in_a_row(&button, 2).await?;
        page.press_button(labels::rotate::MAKING).await?;
        assert!(page.asks_before_leaving().await?, "a token is on its way");
        page.press_button(labels::CLOSE).await?;
        page.button(labels::rotate::MAKING).await?;
        held.release();
        self.has_token().await?;
        self.note(
            "The button is pressed twice, and once more meanwhile",
            HAS_TOKEN,
            1,
            1,
        )
        .await?;
        self.user.clear();
        Ok(())
    }

    /// The page gives up on an answer, in a tab of its own.
    async fn gives_up(mut self, tab: &WindowHandle, held: Held, table: &mut Table) -> Outcome {
        let page = &self.world.page;
        page.driver().switch_to_window(tab.clone()).await?;
        let mut is_over = false;
        // Whatever of the half minute is left.
        for _ in 0..3 {
            is_over = is_over || page.sees_no_more(labels::rotate::MAKING).await.is_ok();
        }
        if !is_over {
            return Err(Fault::new("the page does not give up"));
        }
        self.is_lost().await?;
        std::mem::swap(&mut self.table, table);
        let fault = "The answer stalls; the page gives up after 30 seconds";
        let noted = self.note(fault, LOST, 1, 1).await;
        std::mem::swap(&mut self.table, table);
        drop(held);
        noted
    }

    async fn is_refused_a_connection(&mut self) -> Outcome {
        let (world, page) = (self.world, &self.world.page);
        self.prepare().await?;
        world.refuse_connections().await;
        page.press_button(labels::MAKE_NEW_TOKEN).await?;
        page.sees("Whether the new token was made is not known").await?;
        page.sees("cannot be reached").await?;
        world.accept_connections().await?;
        page.press_button(labels::LOOK_AGAIN).await?;
        self.is_not_made("cannot be reached", Some(labels::TRY_AGAIN))
            .await?;
        let ends = format!("told: not known; after *Look again* {NOT_MADE}");
        self.note("The host refuses connections", &ends, 0, 0).await?;
        page.press_button(labels::TRY_AGAIN).await?;
        self.has_token().await
    }
}
