//! The radar as it is set, and what came of setting it.

use crate::platform::{self, ExpiryRadar, Look, Refused};
use crate::workspace::Workspace;
use account_api::{Host, SignedIn};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What there is to say about the last thing that was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Remark {
    /// The browser did not keep the setting.
    NotKept,
    /// The browser, or the person, allows no notices.
    NoNotices,
    /// The background is looking.
    Looking,
    /// What it saw.
    Seen(Look),
}

/// The radar's settings. A handle: copies are the same settings.
#[derive(Clone, Copy)]
pub(super) struct RadarSettings {
    workspace: Workspace,
    /// `None` until the browser has told.
    radar: RwSignal<Option<Option<ExpiryRadar>>>,
    remark: RwSignal<Option<Remark>>,
}

impl RadarSettings {
    /// As the browser has kept them, once it tells.
    pub(super) fn new(workspace: Workspace) -> Self {
        let settings = RadarSettings {
            workspace,
            radar: RwSignal::new(None),
            remark: RwSignal::new(None),
        };
        spawn_local(async move {
            let radar = platform::expiry_radar().await;
            settings.radar.try_set(Some(radar));
        });
        settings
    }

    /// Whether the browser has told how the radar is set.
    pub(super) fn is_known(self) -> bool {
        self.radar.with(Option::is_some)
    }

    /// The radar, while it is switched on.
    pub(super) fn radar(self) -> Option<ExpiryRadar> {
        self.radar.get().flatten()
    }

    /// What there is to say about the last thing that was done.
    pub(super) fn remark(self) -> Option<Remark> {
        self.remark.get()
    }

    /// The host that can be watched: the one that this page is connected to by a session, because the radar has no other way to
    /// sign in.
    pub(super) fn watchable_host(self) -> Option<Host> {
        self.workspace.connection.with(|connection| {
            connection
                .as_ref()
                .filter(|signed_in| signed_in.is_by_session())
                .map(|signed_in| SignedIn::host(signed_in).clone())
        })
    }

    /// Switches the radar on for the host that this page is connected to, or off.
    pub(super) fn switch(self, on: bool) {
        let host = untrack(|| self.watchable_host());
        match (on, host) {
            (true, Some(host)) => {
                let before = self.radar.get_untracked().flatten();
                self.set(ExpiryRadar {
                    host,
                    days: before
                        .as_ref()
                        .map_or(ExpiryRadar::DEFAULT_DAYS, |radar| radar.days),
                    notifies: before.is_some_and(|radar| radar.notifies),
                });
            }
            (true, None) => {}
            (false, _) => {
                self.remark.set(None);
                let written = platform::switch_expiry_radar_off();
                spawn_local(async move {
                    match written.await {
                        Ok(()) => self.radar.try_set(Some(None)),
                        Err(Refused) => self.remark.try_set(Some(Remark::NotKept)),
                    }
                });
            }
        }
    }

    /// Counts those that end within so many days.
    pub(super) fn set_days(self, days: u16) {
        if let Some(radar) = self.radar.get_untracked().flatten() {
            self.set(ExpiryRadar { days, ..radar });
        }
    }

    /// Shows notices or not. Call it while the person's press is what runs: the browser may have to ask them.
    pub(super) fn set_notices(self, notifies: bool) {
        let Some(radar) = self.radar.get_untracked().flatten() else {
            return;
        };
        let radar = ExpiryRadar { notifies, ..radar };
        self.set(radar.clone());
        if !notifies {
            return;
        }
        let answer = platform::ask_to_notify();
        spawn_local(async move {
            if !answer.await {
                self.set(ExpiryRadar {
                    notifies: false,
                    ..radar
                });
                self.remark.try_set(Some(Remark::NoNotices));
            }
        });
    }

    /// Has the background look now.
    pub(super) fn look(self) {
        self.remark.set(Some(Remark::Looking));
        spawn_local(async move {
            let seen = platform::look_at_end_dates().await;
            self.remark.try_set(Some(Remark::Seen(seen)));
        });
    }

    fn set(self, radar: ExpiryRadar) {
        self.remark.try_set(None);
        let written = platform::set_expiry_radar(&radar);
        spawn_local(async move {
            match written.await {
                Ok(()) => self.radar.try_set(Some(Some(radar))),
                Err(Refused) => self.remark.try_set(Some(Remark::NotKept)),
            }
        });
    }
}
