//! The search for what a secret may have left behind: in the page, in the browser, in what it sent and on the disk.
//!
//! A [`Place`] is one file here, with what it holds at the moment, as bytes, and with scripts that plant a text in it. The page is
//! never told what is looked for, so that asking leaves no trace of its own.

mod addresses;
mod answers;
mod console;
mod cookies;
mod detached_nodes;
mod document;
mod extension_storage;
mod javascript_heap;
mod needle;
mod page_storage;
mod privileged;
mod profile;
mod requests;
mod texts;
mod wasm_memory;

use std::panic::Location;
use std::path::Path;
use std::time::{Duration, Instant};

use crate::recorded::Recorded;
use crate::{Browser, Fault, Outcome, Page};

pub use needle::Needle;

/// How long one look may take.
const PATIENCE: Duration = Duration::from_secs(80);

/// By when garbage that was still held at the first look has to be gone.
const LATEST: Duration = Duration::from_secs(20);

/// Between two such looks.
const PAUSE: Duration = Duration::from_millis(500);

/// Where something may have been left behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The whole memory of the WebAssembly, freed blocks and the stack included.
    WasmMemory,
    /// The strings on the JavaScript heap that survive a garbage collection.
    JavaScriptHeap,
    /// The buffers in which the app has read answers, whether they are still in use or not.
    Answers,
    /// Nodes that JavaScript or the document holds on to, those outside the document included. Chromium alone can say.
    DetachedNodes,
    /// The document: texts, attributes, shadow roots of every kind, the values of fields.
    Document,
    /// `localStorage`.
    LocalStorage,
    /// `sessionStorage`.
    SessionStorage,
    /// Databases of the page.
    IndexedDb,
    /// Caches of the page.
    Caches,
    /// Cookies that are sent to the page's server.
    Cookies,
    /// The address, the title, the window's name and every entry of the history with its state.
    Addresses,
    /// What was written to the console.
    Console,
    /// Addresses, headers and bodies of the requests that the proxy passed on, but for the header `x-api-key`, whose only purpose is
    /// to carry it.
    Requests,
    /// `storage.local` of the extension.
    StorageLocal,
    /// `storage.session` of the extension.
    StorageSession,
    /// `storage.sync` of the extension.
    StorageSync,
}

impl Place {
    /// Where a page can leave something, as long as the browser runs.
    pub const OF_A_PAGE: [Self; 13] = [
        // The heap first: what other looks read from the page is garbage on it.
        Self::JavaScriptHeap,
        Self::WasmMemory,
        Self::Answers,
        Self::DetachedNodes,
        Self::Document,
        Self::LocalStorage,
        Self::SessionStorage,
        Self::IndexedDb,
        Self::Caches,
        Self::Cookies,
        Self::Addresses,
        Self::Console,
        Self::Requests,
    ];

    /// Where only an extension can.
    pub const OF_AN_EXTENSION: [Self; 3] = [Self::StorageLocal, Self::StorageSession, Self::StorageSync];

    /// Whether what is there may go a little later by itself: a collection of the garbage leaves what a task, a timer or an animation that is
    /// about to end still holds.
    fn is_cleared_by_and_by(self) -> bool {
        matches!(self, Self::JavaScriptHeap | Self::DetachedNodes)
    }

    /// Whether this browser lets the place be looked at.
    #[must_use]
    pub fn is_seen_in(self, browser: Browser) -> bool {
        self != Self::DetachedNodes || browser == Browser::Chromium
    }

    /// Bodies of asynchronous functions of the page that put their argument there, each in another way.
    fn plants(self) -> &'static [&'static str] {
        match self {
            Self::WasmMemory => wasm_memory::PLANTS,
            Self::JavaScriptHeap => javascript_heap::PLANTS,
            Self::Answers => answers::PLANTS,
            Self::DetachedNodes => detached_nodes::PLANTS,
            Self::Document => document::PLANTS,
            Self::LocalStorage => page_storage::LOCAL_PLANTS,
            Self::SessionStorage => page_storage::SESSION_PLANTS,
            Self::IndexedDb => page_storage::DATABASE_PLANTS,
            Self::Caches => page_storage::CACHE_PLANTS,
            Self::Cookies => cookies::PLANTS,
            Self::Addresses => addresses::PLANTS,
            Self::Console => console::PLANTS,
            Self::Requests => requests::PLANTS,
            Self::StorageLocal => extension_storage::LOCAL_PLANTS,
            Self::StorageSession => extension_storage::SESSION_PLANTS,
            Self::StorageSync => extension_storage::SYNC_PLANTS,
        }
    }
}

/// A text that was put into a place on purpose.
#[derive(Debug)]
pub struct Planted {
    /// Where.
    pub place: Place,
    /// The text, which is nowhere else.
    pub needle: Needle,
}

/// Looks for traces in one browser.
pub struct Search<'a> {
    pub(crate) page: &'a Page,
    pub(crate) browser: Browser,
    pub(crate) recorded: &'a Recorded,
    /// Where the browser, its driver and whatever they start write to.
    pub(crate) folder: &'a Path,
}

impl Search<'_> {
    /// Gets hold of the WebAssembly's memory and, from now on, of the buffers in which the app reads answers. Holds for the document
    /// that is open.
    ///
    /// # Errors
    /// The browser refuses.
    pub async fn begin(&self) -> Outcome {
        // A log of every heap of Firefox takes its time on a busy machine.
        self.page.driver().set_script_timeout(PATIENCE).await?;
        wasm_memory::keep(self).await?;
        answers::keep(self.page).await
    }

    /// Proves that what stands in a place is found there: plants a text in every way that the place knows, and asserts that it was not
    /// there before and is afterwards.
    ///
    /// # Errors
    /// The browser does not let a place be looked at, or a text is not found.
    pub async fn prove(&self, places: &[Place]) -> Outcome<Vec<Planted>> {
        let mut all = Vec::new();
        for place in self.seen(places) {
            let before = self.contents(place).await?;
            let mut planted = Vec::new();
            for (number, plant) in place.plants().iter().enumerate() {
                let needle = Needle::of(&texts::of_a_plant(&format!("{place:?} {number}")));
                if needle.is_in(&before) {
                    return Err(Fault::new(format!(
                        "{place:?} holds what was not yet planted there."
                    )));
                }
                self.page.promised(plant, vec![needle.text().into()]).await?;
                planted.push(Planted { place, needle });
            }
            let after = self.contents(place).await?;
            for (number, Planted { needle, .. }) in planted.iter().enumerate() {
                if !needle.is_in(&after) {
                    return Err(Fault::new(format!(
                        "What was planted in {place:?} in way {number} is not found there."
                    )));
                }
            }
            all.extend(planted);
        }
        Ok(all)
    }

    /// Asserts that no piece of a secret is in any of these places, or stays in one from which it may go by and by. What they are wanted for,
    /// such as “after the window was closed”, is part of the fault's sentence.
    ///
    /// # Errors
    /// There is one, or the browser does not let a place be looked at.
    #[track_caller]
    pub fn finds_nothing_of(
        &self,
        secret: &Needle,
        places: &[Place],
        when: &str,
    ) -> impl Future<Output = Outcome> {
        let at = Location::caller();
        async move {
            let mut found = self.places_with(&[secret], places).await?;
            let deadline = Instant::now() + LATEST;
            while !found.is_empty()
                && found.iter().all(|place| place.is_cleared_by_and_by())
                && Instant::now() < deadline
            {
                tokio::time::sleep(PAUSE).await;
                found = self.places_with(&[secret], &found).await?;
            }
            match found.is_empty() {
                true => Ok(()),
                false => Err(Fault::at(
                    format!("{when}, a piece of {} is in {found:?}.", secret.text()),
                    at,
                )),
            }
        }
    }

    /// The places that hold a piece of one of these texts.
    ///
    /// # Errors
    /// The browser does not let a place be looked at.
    pub async fn places_with(&self, needles: &[&Needle], places: &[Place]) -> Outcome<Vec<Place>> {
        let mut found = Vec::new();
        for place in self.seen(places) {
            let contents = self.contents(place).await?;
            if needles.iter().any(|needle| needle.is_in(&contents)) {
                found.push(place);
            }
        }
        Ok(found)
    }

    /// Which requests, such as `GET /account/api/v1/user/me`, carried a text as `x-api-key`, in their order.
    #[must_use]
    pub fn sent_as_api_key(&self, needle: &Needle) -> Vec<String> {
        self.recorded.sent_as_api_key(needle)
    }

    /// The files that hold a piece of a text, of those that the browser has written. It has to have quit.
    ///
    /// # Errors
    /// A file cannot be read.
    pub fn files_with(&self, needle: &Needle) -> Outcome<Vec<String>> {
        profile::files_with(self.folder, needle)
    }

    fn seen(&self, places: &[Place]) -> impl Iterator<Item = Place> {
        let browser = self.browser;
        places
            .iter()
            .copied()
            .filter(move |place| place.is_seen_in(browser))
    }

    async fn contents(&self, place: Place) -> Outcome<Vec<u8>> {
        match place {
            Place::WasmMemory => wasm_memory::contents(self).await,
            Place::JavaScriptHeap => javascript_heap::contents(self).await,
            Place::Answers => answers::contents(self.page).await,
            Place::DetachedNodes => detached_nodes::contents(self.page).await,
            Place::Document => document::contents(self).await,
            Place::LocalStorage => page_storage::contents(self.page, "localStorage").await,
            Place::SessionStorage => page_storage::contents(self.page, "sessionStorage").await,
            Place::IndexedDb => page_storage::contents(self.page, "indexedDB").await,
            Place::Caches => page_storage::contents(self.page, "caches").await,
            Place::Cookies => cookies::contents(self.page).await,
            Place::Addresses => addresses::contents(self).await,
            Place::Console => console::contents(self).await,
            Place::Requests => Ok(self.recorded.requests()),
            Place::StorageLocal => extension_storage::contents(self.page, "local").await,
            Place::StorageSession => extension_storage::contents(self.page, "session").await,
            Place::StorageSync => extension_storage::contents(self.page, "sync").await,
        }
    }
}
