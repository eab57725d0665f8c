//! Finding controls as a person does: by what they are and what they are called.

use std::panic::Location;

use thirtyfour::WebElement;

use super::Page;
use crate::Outcome;

const FINDER: &str = include_str!("finder.js");

impl Page {
    /// Waits for a visible button of exactly this name.
    ///
    /// # Errors
    /// There is none in time.
    #[track_caller]
    pub fn button(&self, name: &str) -> impl Future<Output = Outcome<WebElement>> {
        self.control("button", name)
    }

    /// Whether there is such a button now.
    ///
    /// # Errors
    /// The browser cannot say.
    pub async fn has_button(&self, name: &str) -> Outcome<bool> {
        Ok(self
            .element(FINDER, vec!["button".into(), name.into()])
            .await?
            .is_some())
    }

    /// Presses a button with the pointer.
    ///
    /// # Errors
    /// There is none in time.
    #[track_caller]
    pub fn press_button(&self, name: &str) -> impl Future<Output = Outcome> {
        self.press("button", name)
    }

    /// Follows a link.
    ///
    /// # Errors
    /// There is none in time.
    #[track_caller]
    pub fn press_link(&self, name: &str) -> impl Future<Output = Outcome> {
        self.press("link", name)
    }

    /// Ticks or unticks a box, or chooses among several, by the beginning of its label.
    ///
    /// # Errors
    /// There is none in time.
    #[track_caller]
    pub fn press_choice(&self, label: &str) -> impl Future<Output = Outcome> {
        self.press("choice", label)
    }

    /// Presses an element several times as fast as a pointer can.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn press_in_a_row(&self, element: &WebElement, times: usize) -> Outcome {
        // Firefox moves the pointer only to what is in sight.
        element.scroll_into_view().await?;
        let at_element = self.driver.action_chain().move_to_element_center(element);
        let presses = (0..times).fold(at_element, |actions, _| actions.click());
        Ok(presses.perform().await?)
    }

    #[track_caller]
    fn control(&self, role: &'static str, name: &str) -> impl Future<Output = Outcome<WebElement>> {
        let at = Location::caller();
        async move {
            self.until_some(format!("there is a {role} “{name}”"), at, async || {
                self.element(FINDER, vec![role.into(), name.into()]).await
            })
            .await
        }
    }

    #[track_caller]
    fn press(&self, role: &'static str, name: &str) -> impl Future<Output = Outcome> {
        let at = Location::caller();
        async move {
            // One that is replaced or covered while it is being pressed is looked for again.
            self.until_some(
                format!("the {role} “{name}” can be pressed"),
                at,
                async || match self.element(FINDER, vec![role.into(), name.into()]).await? {
                    Some(element) => Ok(Some(element.click().await?)),
                    None => Ok(None),
                },
            )
            .await
        }
    }
}
