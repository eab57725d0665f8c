//! A host with as many service users as a large organisation has.

use std::ops::Deref;

use crate::{Browser, Outcome, Stage, World};

/// What one test stands on where the list is long: a [`World`] whose sandbox made up 100 000 service users.
pub struct Crowd(World);

impl Crowd {
    /// How many service users there are.
    pub const USERS: usize = 100_000;
}

impl Deref for Crowd {
    type Target = World;

    fn deref(&self) -> &World {
        &self.0
    }
}

impl Stage for Crowd {
    async fn start(browser: Browser) -> Outcome<Self> {
        World::start_with(browser, Self::USERS).await.map(Self)
    }

    async fn report_failure(&self, test: &str) {
        self.0.report_failure(test).await;
    }

    async fn end(self) {
        self.0.end().await;
    }
}
