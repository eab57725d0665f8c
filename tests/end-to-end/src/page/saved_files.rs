//! Files that the page hands to the person.

use serde_json::Value;

use super::Page;
use crate::Outcome;

/// A file that the page handed over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavedFile {
    /// The name that it proposed.
    pub name: String,
    /// The media type.
    pub media_type: String,
    /// What is in it.
    pub text: String,
}

impl Page {
    /// From now on every file that the page hands over is noted, for [`saved_file`](Self::saved_file), in place of being saved: a
    /// browser without a window saves to a folder or not at all, and neither tells whether the page did its part.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn note_saved_files(&self) -> Outcome {
        let script = "
            window.savedFiles = [];
            const blobs = new Map();
            const makeAddress = URL.createObjectURL;
            URL.createObjectURL = (blob) => {
                const address = makeAddress.call(URL, blob);
                blobs.set(address, blob);
                return address;
            };
            HTMLAnchorElement.prototype.click = function () {
                const blob = blobs.get(this.href);
                blob.text().then((text) => window.savedFiles.push([this.download, blob.type, text]));
            };";
        self.script(script, Vec::new()).await.map(|_| ())
    }

    /// Waits for the file that was handed over last.
    ///
    /// # Errors
    /// None comes in time.
    pub async fn saved_file(&self) -> Outcome<SavedFile> {
        self.until_there("a file was handed over", async || {
            let file = self
                .script("return window.savedFiles.at(-1) ?? null", Vec::new())
                .await?;
            let text = |place: usize| file.get(place).and_then(Value::as_str).map(str::to_owned);
            Ok(text(0)
                .zip(text(1))
                .zip(text(2))
                .map(|((name, media_type), text)| SavedFile {
                    name,
                    media_type,
                    text,
                }))
        })
        .await
    }
}
