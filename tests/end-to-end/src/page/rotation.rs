//! The rotation of a token.

use super::Page;
use crate::{Outcome, labels};

impl Page {
    /// Goes to the rotation of a service user, by its address alone.
    ///
    /// # Errors
    /// It does not show.
    pub async fn open_rotation(&self, user: &str) -> Outcome {
        self.open(&format!("/#rotate/{user}")).await?;
        self.is_on(labels::rotate::TITLE).await
    }

    /// Loads the page again, as somebody does who comes back the next day, and waits for the rotation.
    ///
    /// # Errors
    /// It does not show.
    pub async fn come_back_to_rotation(&self) -> Outcome {
        self.driver.refresh().await?;
        self.is_on(labels::rotate::TITLE).await
    }

    /// Waits until the rotation shows the panel of this heading and, where it is a step's, marks that step as the current one.
    ///
    /// # Errors
    /// It does not in time.
    #[track_caller]
    pub fn rotation_is_at(&self, heading: &str) -> impl Future<Output = Outcome> {
        self.until(format!("the rotation is at “{heading}”"), async move || {
            let script = "
                const words = (selector) => document.querySelector(selector)?.innerText ?? '';
                return [words('#rotate-step'), words('[aria-current=step]')];";
            let words = self.script(script, Vec::new()).await?;
            let word = |place: usize| {
                words
                    .get(place)
                    .and_then(|word| word.as_str())
                    .unwrap_or_default()
            };
            let is_a_step = ![labels::rotate::COMPLETE, labels::rotate::CLONE_TITLE].contains(&heading);
            Ok(word(0) == heading && (!is_a_step || word(1).ends_with(heading)))
        })
    }

    /// The names of the tokens that are listed, with *New* or *Old* where they are marked so.
    ///
    /// # Errors
    /// The browser cannot say.
    pub async fn listed_tokens(&self) -> Outcome<Vec<String>> {
        let script = "
            return [...document.querySelectorAll('.rotate-token-head')]
                .map((head) => head.innerText.replace(/\\s+/g, ' ').trim());";
        let names = self.script(script, Vec::new()).await?;
        let names = names.as_array().into_iter().flatten();
        Ok(names
            .filter_map(|name| name.as_str().map(str::to_owned))
            .collect())
    }
}
