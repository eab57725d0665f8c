//! What catches a text that is more than text.

use end_to_end::{Outcome, Page};
use serde_json::json;

/// Listens from now on for whatever a text could set off on the page. It holds as long as the page is not loaded again.
pub(super) struct Traps<'a> {
    page: &'a Page,
}

impl<'a> Traps<'a> {
    pub(super) async fn set(page: &'a Page) -> Outcome<Self> {
        page.script(include_str!("traps.js"), Vec::new()).await?;
        Ok(Self { page })
    }

    /// Nothing ran, nothing was loaded or complained of, no element was made, nothing hides or turns the page around, and nothing
    /// is wider than the page.
    pub(super) async fn have_caught_nothing(&self, place: &str) -> Outcome {
        let page = self.page;
        assert!(
            page.driver().get_alert_text().await.is_err(),
            "a dialog is open on {place}"
        );
        assert_eq!(
            page.script("return window.traps()", Vec::new()).await?,
            json!([]),
            "caught on {place}"
        );
        assert_eq!(page.sideways_overflow().await?, 0, "wider than the page: {place}");
        Ok(())
    }

    /// Sets every kind of them off, to see that they catch; they are of no use afterwards.
    pub(super) async fn catch_what_they_are_for(self) -> Outcome {
        let script = "
            alert('x');
            console.error('panicked');
            document.querySelector('main').append(Object.assign(document.createElement('img'), { title: 'a\\u202eb' }));
            document.body.append('a\\u200bb', Object.assign(document.createElement('p'), { textContent: 'x'.repeat(9000) }));
            const style = document.createElement('style');
            style.textContent = 'p { color: red }';
            document.body.append(style);";
        self.page.script(script, Vec::new()).await?;
        let caught = self
            .page
            .script("return window.traps()", Vec::new())
            .await?
            .to_string();
        for expected in [
            "alert was called",
            "console: panicked",
            "1 elements were made",
            "U+202e hides in title",
            "U+200b hides in",
            "9000 characters",
            "policy: style-src",
        ] {
            assert!(caught.contains(expected), "{expected} is not in {caught}");
        }
        Ok(())
    }
}
