//! The list of service users.

use super::Page;
use crate::Outcome;

impl Page {
    /// The names in the rows that are on the page, from the top.
    ///
    /// # Errors
    /// The browser cannot say.
    pub async fn listed(&self) -> Outcome<Vec<String>> {
        self.cells("users-link").await
    }

    /// The texts of one column in the rows that are on the page, from the top.
    ///
    /// # Errors
    /// The browser cannot say.
    pub async fn cells(&self, class: &str) -> Outcome<Vec<String>> {
        let script = "
            return [...document.querySelectorAll(`.users-row .${arguments[0]}`)].map((cell) => cell.textContent.trim());";
        let cells = self.script(script, vec![class.into()]).await?;
        let cells = cells.as_array().into_iter().flatten();
        Ok(cells
            .filter_map(|cell| cell.as_str().map(str::to_owned))
            .collect())
    }

    /// Waits until these are the names in the rows on the page.
    ///
    /// # Errors
    /// They do not come in time.
    #[track_caller]
    pub fn lists(&self, names: &[&str]) -> impl Future<Output = Outcome> {
        self.until(format!("the list shows {names:?}"), async move || {
            Ok(self.listed().await? == names)
        })
    }

    /// What follows the `#` in the address.
    ///
    /// # Errors
    /// The browser cannot say.
    pub async fn fragment(&self) -> Outcome<String> {
        let fragment = self.script("return location.hash.slice(1)", Vec::new()).await?;
        Ok(fragment.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until this follows the `#` in the address.
    ///
    /// # Errors
    /// It does not come in time.
    #[track_caller]
    pub fn is_at(&self, fragment: &str) -> impl Future<Output = Outcome> {
        self.until(format!("the address ends in #{fragment}"), async move || {
            Ok(self.fragment().await? == fragment)
        })
    }

    /// Selects a service user by its box.
    ///
    /// # Errors
    /// It is not on the page.
    #[track_caller]
    pub fn select(&self, name: &str) -> impl Future<Output = Outcome> {
        let selector = format!("input[aria-label=\"Select {name}\"]");
        async move { self.press_element(&selector).await }
    }
}
