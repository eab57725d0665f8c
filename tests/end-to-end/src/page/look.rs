//! The page's size and colours.

use serde_json::{Value, json};

use super::Page;
use crate::{Browser, Fault, Look, Outcome, Scheme};

impl Page {
    /// Gives the page this size and these preferred colours.
    ///
    /// # Errors
    /// The browser refuses, or the page is of another size afterwards.
    pub async fn take_look(&self, look: Look) -> Outcome {
        match self.browser {
            Browser::Chromium => self.emulate(look).await?,
            Browser::Firefox => self.resize(look).await?,
        }
        let script = "return [innerWidth, innerHeight, matchMedia('(prefers-color-scheme: dark)').matches]";
        let wanted = json!([look.width, look.height, look.scheme == Scheme::Dark]);
        self.until(format!("the page is {}", look.name()), async || {
            Ok(self.script(script, Vec::new()).await? == wanted)
        })
        .await
    }

    /// By how many pixels the page is wider than the window.
    ///
    /// # Errors
    /// The browser cannot say.
    pub async fn sideways_overflow(&self) -> Outcome<i64> {
        let script = "return document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth";
        Ok(self
            .script(script, Vec::new())
            .await?
            .as_i64()
            .unwrap_or_default())
    }

    /// A headless Chromium's window is at least 500 pixels wide; emulation has no such limit.
    async fn emulate(&self, look: Look) -> Outcome {
        let size =
            json!({ "width": look.width, "height": look.height, "deviceScaleFactor": 1, "mobile": false });
        self.driver
            .cdp()
            .send_raw("Emulation.setDeviceMetricsOverride", size)
            .await?;
        let scheme = match look.scheme {
            Scheme::Light => "light",
            Scheme::Dark => "dark",
        };
        let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.driver
            .cdp()
            .send_raw("Emulation.setEmulatedMedia", media)
            .await?;
        Ok(())
    }

    async fn resize(&self, look: Look) -> Outcome {
        let frame = self
            .script(
                "return [outerWidth - innerWidth, outerHeight - innerHeight]",
                Vec::new(),
            )
            .await?;
        let side = |place: usize| {
            frame
                .get(place)
                .and_then(Value::as_u64)
                .and_then(|side| u32::try_from(side).ok())
        };
        let (Some(beside), Some(above)) = (side(0), side(1)) else {
            return Err(Fault::new(format!("Firefox says of its frame: {frame}.")));
        };
        self.driver
            .set_window_rect(0, 0, look.width + beside, look.height + above)
            .await?;
        let scheme = match look.scheme {
            Scheme::Dark => 0,
            Scheme::Light => 1,
        };
        let script =
            "Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', arguments[0])";
        self.around_the_page(script, vec![scheme.into()])
            .await
            .map(|_| ())
    }
}
