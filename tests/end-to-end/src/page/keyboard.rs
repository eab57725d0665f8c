//! The keyboard: keys go to whatever has the focus, as a person's do.

use serde_json::Value;
use thirtyfour::{Key, TypingData};

use super::Page;
use crate::{Fault, Outcome};

/// More presses of Tab than any screen has stops.
const MOST_STOPS: usize = 80;

/// What has the focus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Focus {
    /// Its element, in lower case.
    pub tag: String,
    /// Its id, or nothing.
    pub id: String,
    /// What it is called: its `aria-label`, its label, or its words.
    pub name: String,
    /// Its `data-role`, which names a role of step 2.
    pub role: String,
    /// The legend of the group that it is in.
    pub group: String,
}

impl Page {
    /// What has the focus.
    ///
    /// # Errors
    /// The browser cannot say.
    pub async fn focus(&self) -> Outcome<Focus> {
        let script = "
            const element = document.activeElement;
            const words = (element) => (element?.innerText ?? '').replace(/\\s+/g, ' ').trim();
            return {
                tag: element.localName,
                id: element.id,
                name: element.getAttribute('aria-label') ?? words(element.labels?.[0] ?? element),
                role: element.dataset.role ?? '',
                group: words(element.closest('fieldset')?.querySelector('legend')),
            };";
        let focus = self.script(script, Vec::new()).await?;
        let text = |name: &str| {
            focus
                .get(name)
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned()
        };
        Ok(Focus {
            tag: text("tag"),
            id: text("id"),
            name: text("name"),
            role: text("role"),
            group: text("group"),
        })
    }

    /// Waits until the element of this id has the focus.
    ///
    /// # Errors
    /// It does not come in time.
    #[track_caller]
    pub fn focus_is_on(&self, id: &str) -> impl Future<Output = Outcome> {
        self.until(format!("the focus is on {id}"), async move || {
            Ok(self.focus().await?.id == id)
        })
    }

    /// Scrolls to what has the focus, with what belongs to it in sight; a heading is where the page begins.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn scroll_to_focus(&self) -> Outcome {
        let script = "
            const element = document.activeElement;
            if (!element.matches('h1, body')) element.scrollIntoView({ block: 'center', behavior: 'instant' });";
        self.script(script, Vec::new()).await.map(|_| ())
    }

    /// Types text and keys.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn type_keys(&self, keys: impl Into<TypingData>) -> Outcome {
        Ok(self.driver.action_chain().send_keys(keys).perform().await?)
    }

    /// Presses a key while another is held.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn type_with(&self, held: Key, key: impl Into<char>) -> Outcome {
        let key = key.into();
        Ok(self
            .driver
            .action_chain()
            .key_down(held.clone())
            .key_down(key)
            .key_up(key)
            .key_up(held)
            .perform()
            .await?)
    }

    /// Presses Tab until the focus is where it is wanted.
    ///
    /// # Errors
    /// It does not get there.
    pub async fn tab_to(&self, what: &str, is_there: impl Fn(&Focus) -> bool) -> Outcome {
        self.walk_to(what, is_there, async || self.type_keys(Key::Tab).await)
            .await
    }

    /// Presses Shift and Tab until the focus is where it is wanted.
    ///
    /// # Errors
    /// It does not get there.
    pub async fn tab_back_to(&self, what: &str, is_there: impl Fn(&Focus) -> bool) -> Outcome {
        self.walk_to(what, is_there, async || {
            self.type_with(Key::Shift, Key::Tab).await
        })
        .await
    }

    async fn walk_to(
        &self,
        what: &str,
        is_there: impl Fn(&Focus) -> bool,
        step: impl AsyncFn() -> Outcome,
    ) -> Outcome {
        let mut stops = Vec::new();
        for _ in 0..MOST_STOPS {
            let focus = self.focus().await?;
            if is_there(&focus) {
                return Ok(());
            }
            stops.push(if focus.id.is_empty() { focus.name } else { focus.id });
            step().await?;
        }
        Err(Fault::new(format!(
            "The keyboard does not reach {what}. It stops at: {}.",
            stops.join(" | ")
        )))
    }
}
