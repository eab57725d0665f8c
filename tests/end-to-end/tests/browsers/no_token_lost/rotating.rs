//! While a rotation makes its new token.

use end_to_end::{Fault, Happening, Held, HoldAt, Outcome, World, in_both_browsers, labels};
use hyper::Method;
use labels::rotate;
use thirtyfour::WindowHandle;

use super::faults::{Comes, faults};
use super::table::Table;

in_both_browsers! {
    whatever_goes_wrong_while_rotating_is_told,
}

const ACCESS_TOKENS: &str = "/api-access-token";

const HAS_TOKEN: &str = "has the new token; the old one works";
const LOST: &str = "told: a further token made, its ID lost; delete it and make another; the old one works";
const NOT_MADE: &str = "told: not made; offered again; the old one works";
const REFUSED: &str = "told: not made; a clone offered; the old one works";
const IN_TWO_TABS: &str =
    "has a new token in each tab; told in the second: another one made, its ID shown elsewhere or lost";
const TWIN: &str = "has the new token; told: a second one made, its ID lost; delete it";

async fn whatever_goes_wrong_while_rotating_is_told(world: &World) -> Outcome {
    let page = &world.page;
    let (stalled, _) = world
        .account_manager
        .create_with_token("Stalled rotation")
        .await?;
    let (user, old) = world.account_manager.create_with_token("Rotated").await?;
    page.sign_in_with(7).await?;
    let here = page.driver().window().await?;
    let tab = page.driver().new_tab().await?;
    page.driver().switch_to_window(tab.clone()).await?;
    page.open_rotation(&stalled).await?;
    page.rotation_is_at(rotate::MAKE).await?;
    let held = world.hold_of(&stalled, Method::POST, ACCESS_TOKENS, HoldAt::Answer);
    page.press_button(rotate::MAKE).await?;
    page.button(rotate::MAKING).await?;
    page.driver().switch_to_window(here.clone()).await?;

    let mut seen = Seen {
        world,
        table: Table::new("rotating"),
        user,
        old,
        sent: 0,
    };
    for fault in faults() {
        seen.prepare().await?;
        let trouble = world.make_of(&seen.user, Method::POST, ACCESS_TOKENS, fault.happening);
        page.press_button(rotate::MAKE).await?;
        seen.comes(fault.words, fault.comes).await?;
        drop(trouble);
    }
    seen.sends_twice().await?;
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
    seen.is_in_two_tabs(&here).await?;
    seen.is_replaced().await?;
    seen.gives_up(&stalled, &tab, held).await?;
    page.driver().switch_to_window(here).await?;
    seen.is_refused_a_connection().await?;
    seen.table.compare(world.browser)
}

/// What has been seen so far of one service user with one token, the old one.
struct Seen<'a> {
    world: &'a World,
    table: Table,
    user: String,
    old: String,
    sent: usize,
}

impl Seen<'_> {
    /// Goes on at step 1; whatever was made before is deleted.
    async fn prepare(&mut self) -> Outcome {
        let (world, page) = (self.world, &self.world.page);
        let made = self.tokens().await?;
        for id in made.iter().skip(1) {
            let endpoint = format!("{ACCESS_TOKENS}/{id}");
            world
                .account_manager
                .call(Method::DELETE, &endpoint, None)
                .await?;
        }
        if made.len() > 1 || page.count("#rotate-step").await? == 0 {
            // Another document than the one before, at the same address.
            page.open("/#service-users").await?;
            page.is_on(labels::SERVICE_USERS).await?;
            page.open_rotation(&self.user).await?;
        }
        page.rotation_is_at(rotate::MAKE).await?;
        self.sent = self.count();
        Ok(())
    }

    /// The ids of its tokens, oldest first.
    async fn tokens(&self) -> Outcome<Vec<String>> {
        let tokens = self.world.account_manager.access_tokens(&self.user).await?;
        let ids = tokens.iter().filter_map(|token| token.get("id")?.as_str());
        Ok(ids.map(str::to_owned).collect())
    }

    fn count(&self) -> usize {
        self.world.count_of(&self.user, &Method::POST, ACCESS_TOKENS)
    }

    async fn comes(&mut self, fault: &str, comes: Comes) -> Outcome {
        match comes {
            Comes::Token => {
                self.has_token().await?;
                self.note(fault, HAS_TOKEN, 1, 1).await
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
                        self.world.page.sees(rotate::CLONE_TITLE).await?;
                        REFUSED
                    }
                };
                self.note(fault, ends, 0, 1).await
            }
            Comes::Refused => {
                self.is_not_made("there is one already", None).await?;
                self.world.page.sees(rotate::CLONE_TITLE).await?;
                self.note(fault, REFUSED, 0, 1).await
            }
        }
    }

    async fn has_token(&self) -> Outcome<String> {
        let page = &self.world.page;
        page.sees(labels::TOKEN_TITLE).await?;
        let token = page.show_token().await?;
        assert_eq!(self.world.account_manager.me(&token).await?.0, 200);
        page.copy_and_close_window().await?;
        page.rotation_is_at(rotate::HAND_OVER).await?;
        Ok(token)
    }

    async fn is_lost(&self) -> Outcome {
        let page = &self.world.page;
        page.sees("exists, and its token ID did not arrive").await?;
        page.sees("nobody can use this token").await?;
        page.button(rotate::REPLACE).await?;
        self.is_over().await
    }

    async fn is_not_made(&self, says: &str, offers: Option<&str>) -> Outcome {
        let page = &self.world.page;
        page.sees("The new token ID was not made.").await?;
        page.sees(says).await?;
        if let Some(button) = offers {
            page.button(button).await?;
        }
        page.rotation_is_at(rotate::MAKE).await?;
        page.button(rotate::MAKE).await?;
        self.is_over().await
    }

    /// Nothing is under way and no window is open.
    async fn is_over(&self) -> Outcome {
        let page = &self.world.page;
        assert!(!page.has_button(rotate::MAKING).await?, "nothing is under way");
        assert!(!page.token_window_is_open().await?);
        assert!(!page.asks_before_leaving().await?);
        Ok(())
    }

    async fn note(&mut self, fault: &str, ends: &str, made: usize, requests: usize) -> Outcome {
        let tokens = self.tokens().await?;
        assert_eq!(tokens.len() - 1, made, "{fault}: tokens that were made");
        assert_eq!(
            self.count() - self.sent,
            requests,
            "{fault}: requests to make one"
        );
        let (status, _) = self.world.account_manager.me(&self.old).await?;
        assert_eq!(status, 200, "{fault}: the old token works");
        let of = |number: usize| ["no", "1", "2"].get(number).copied().unwrap_or("several");
        let behind = format!(
            "{} request{}, {} further token{}",
            of(requests),
            if requests > 1 { "s" } else { "" },
            of(made),
            if made > 1 { "s" } else { "" }
        );
        self.table.add(fault, ends, &behind)
    }

    async fn sends_twice(&mut self) -> Outcome {
        let (world, page) = (self.world, &self.world.page);
        self.prepare().await?;
        let trouble = world.make_of(&self.user, Method::POST, ACCESS_TOKENS, Happening::SendTwice);
        page.press_button(rotate::MAKE).await?;
        let new = self.has_token().await?;
        drop(trouble);
        page.sees("A second token").await?;
        page.button(rotate::DELETE).await?;
        self.note("The browser sends the request twice", TWIN, 2, 1)
            .await?;
        page.press_button(rotate::DELETE).await?;
        page.sees_no_more("A second token").await?;
        assert_eq!(self.tokens().await?.len(), 2);
        assert_eq!(
            world.account_manager.me(&new).await?.0,
            200,
            "the one that was shown is there"
        );
        Ok(())
    }

    async fn cannot_look_up(&mut self, fault: &str, happening: Happening) -> Outcome {
        let (world, page) = (self.world, &self.world.page);
        self.prepare().await?;
        let is_carried_out = matches!(happening, Happening::BreakAfter);
        let making = world.make_of(&self.user, Method::POST, ACCESS_TOKENS, happening);
        let listing = world.make(Method::GET, ACCESS_TOKENS, Happening::BreakBefore);
        page.press_button(rotate::MAKE).await?;
        page.sees("Whether the new token was made is not known").await?;
        self.is_over().await?;
        drop((making, listing));
        page.press_button(rotate::LOOK_AGAIN).await?;
        let (ends, made) = match is_carried_out {
            true => {
                self.is_lost().await?;
                (format!("told: not known; after *Look again* {LOST}"), 1)
            }
            false => {
                page.sees_no_more("is not known").await?;
                page.rotation_is_at(rotate::MAKE).await?;
                (
                    "told: not known; after *Look again* it is not listed; offered again; the old one works"
                        .to_owned(),
                    0,
                )
            }
        };
        self.note(fault, &ends, made, 1).await
    }

    async fn is_pressed_twice(&mut self) -> Outcome {
        let (world, page) = (self.world, &self.world.page);
        self.prepare().await?;
        let held = world.hold_of(&self.user, Method::POST, ACCESS_TOKENS, HoldAt::Request);
        let button = page.button(rotate::MAKE).await?;
        page.press_in_a_row(&button, 2).await?;
        page.press_button(rotate::MAKING).await?;
        assert!(page.asks_before_leaving().await?, "a token is on its way");
        held.release();
        self.has_token().await?;
        self.note(
            "The button is pressed twice, and once more meanwhile",
            HAS_TOKEN,
            1,
            1,
        )
        .await
    }

    /// A second tab makes one as well, which is no request that the browser sent twice: each tab shows its own.
    async fn is_in_two_tabs(&mut self, here: &WindowHandle) -> Outcome {
        let page = &self.world.page;
        let driver = page.driver();
        self.prepare().await?;
        let other = driver.new_tab().await?;
        driver.switch_to_window(other.clone()).await?;
        page.open_rotation(&self.user).await?;
        page.rotation_is_at(rotate::MAKE).await?;
        driver.switch_to_window(here.clone()).await?;
        page.press_button(rotate::MAKE).await?;
        let first = self.has_token().await?;
        driver.switch_to_window(other).await?;
        page.press_button(rotate::MAKE).await?;
        self.has_token().await?;
        page.sees("A second token").await?;
        page.sees("If you made it in another tab or window, its token ID is shown there.")
            .await?;
        assert_eq!(self.world.account_manager.me(&first).await?.0, 200);
        driver.close_window().await?;
        driver.switch_to_window(here.clone()).await?;
        self.note("The same is made in two tabs: the second one", IN_TWO_TABS, 2, 2)
            .await
    }

    /// A lost one is deleted, and the request for the one in its place is lost as well; the third arrives.
    async fn is_replaced(&mut self) -> Outcome {
        let (world, page) = (self.world, &self.world.page);
        self.prepare().await?;
        let trouble = world.make_of(&self.user, Method::POST, ACCESS_TOKENS, Happening::BreakAfter);
        page.press_button(rotate::MAKE).await?;
        self.is_lost().await?;
        let first = self.tokens().await?;
        self.sent = self.count();
        page.press_button(rotate::REPLACE).await?;
        page.until("another one is there".to_owned(), async || {
            let tokens = self.tokens().await?;
            Ok(tokens.len() == 2 && tokens != first)
        })
        .await?;
        self.is_lost().await?;
        self.note(
            "A lost one is deleted, and the answer to the next is lost as well",
            LOST,
            1,
            1,
        )
        .await?;
        drop(trouble);
        self.sent = self.count();
        page.press_button(rotate::REPLACE).await?;
        self.has_token().await?;
        page.sees_no_more("did not arrive").await?;
        self.note("The lost one is deleted, and another is made", HAS_TOKEN, 1, 1)
            .await
    }

    /// The page gives up on an answer, in a tab of its own and about another service user.
    async fn gives_up(&mut self, user: &str, tab: &WindowHandle, held: Held) -> Outcome {
        let page = &self.world.page;
        page.driver().switch_to_window(tab.clone()).await?;
        let mut is_over = false;
        // Whatever of the half minute is left.
        for _ in 0..3 {
            is_over = is_over || page.sees_no_more(rotate::MAKING).await.is_ok();
        }
        if !is_over {
            return Err(Fault::new("the page does not give up"));
        }
        self.is_lost().await?;
        drop(held);
        let before = std::mem::replace(&mut self.user, user.to_owned());
        self.sent = 0;
        self.note(
            "The answer stalls; the page gives up after 30 seconds",
            LOST,
            1,
            1,
        )
        .await?;
        self.user = before;
        Ok(())
    }

    async fn is_refused_a_connection(&mut self) -> Outcome {
        let (world, page) = (self.world, &self.world.page);
        self.prepare().await?;
        world.refuse_connections().await;
        page.press_button(rotate::MAKE).await?;
        page.sees("Whether the new token was made is not known").await?;
        page.sees("cannot be reached").await?;
        self.is_over().await?;
        world.accept_connections().await?;
        page.press_button(rotate::LOOK_AGAIN).await?;
        page.sees_no_more("is not known").await?;
        page.rotation_is_at(rotate::MAKE).await?;
        let ends = "told: not known; after *Look again* it is not listed; offered again; the old one works";
        self.note("The host refuses connections", ends, 0, 0).await
    }
}
