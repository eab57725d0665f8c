//! The page of one service user.

use super::Page;
use crate::Outcome;

impl Page {
    /// Goes to the page of a service user by its address, from whatever screen is shown.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn go_to_service_user(&self, id: &str) -> Outcome {
        let fragment = format!("#service-user/{id}");
        self.script("location.hash = arguments[0]", vec![fragment.into()])
            .await
            .map(|_| ())
    }

    /// The words of the part of the page, or of the window, that a heading of this id names.
    ///
    /// # Errors
    /// There is no such part.
    pub async fn part(&self, heading: &str) -> Outcome<String> {
        let script =
            "return document.getElementById(arguments[0]).closest('section, .audit-side, dialog').innerText";
        let words = self.script(script, vec![heading.into()]).await?;
        Ok(words.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until such a part has these words.
    ///
    /// # Errors
    /// They do not come in time.
    #[track_caller]
    pub fn part_says(&self, heading: &str, words: &str) -> impl Future<Output = Outcome> {
        self.until(format!("“{words}” is below {heading}"), async move || {
            Ok(self.part(heading).await?.contains(words))
        })
    }
}
