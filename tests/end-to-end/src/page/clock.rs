//! The page's clock.

use std::time::Duration;

use super::Page;
use crate::Outcome;

impl Page {
    /// Puts the page's clock forward, as for a computer that slept so long. Its timers run on as before.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn put_clock_forward(&self, by: Duration) -> Outcome {
        let script = "
            const now = window.Date.now.bind(window.Date);
            const [by] = arguments;
            window.Date.now = () => now() + by;";
        let by = u64::try_from(by.as_millis()).unwrap_or(u64::MAX);
        self.script(script, vec![by.into()]).await.map(|_| ())
    }

    /// Lets the page notice that it is looked at again, which it takes for a reason to look at the clock.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn is_looked_at_again(&self) -> Outcome {
        self.script("window.dispatchEvent(new Event('focus'))", Vec::new())
            .await
            .map(|_| ())
    }
}
