//! Who is signed in, with which cookies.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

use crate::secret;
use crate::uuid::Uuid;

/// A made-up person to sign in as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Person {
    /// May manage users.
    Administrator,
    /// May look, and change nothing.
    Auditor,
}

/// What a browser holds after signing in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionCookies {
    /// The value of the cookie `SANDBOX-SESSION`.
    pub session: String,
    /// The value of the cookie `XSRF-TOKEN`, and of the header `X-XSRF-TOKEN` on every request but GET and HEAD.
    pub csrf: String,
}

impl Person {
    /// Everybody there is to sign in as.
    pub const ALL: [Self; 2] = [Self::Administrator, Self::Auditor];

    /// The person's user id.
    pub(crate) fn id(self) -> Uuid {
        const SERIES: u64 = 1;
        match self {
            Self::Administrator => Uuid::made_up(SERIES, 1),
            Self::Auditor => Uuid::made_up(SERIES, 2),
        }
    }
}

/// How long a session lasts.
const LIFETIME: TimeDelta = TimeDelta::hours(8);

/// The sessions, in memory: they end when the sandbox does.
#[derive(Debug, Default)]
pub(crate) struct Sessions {
    by_secret: Mutex<HashMap<String, Session>>,
}

/// One session.
#[derive(Clone, Debug)]
pub(crate) struct Session {
    /// Whose it is.
    pub(crate) user: Uuid,
    /// What the `X-XSRF-TOKEN` header has to say.
    pub(crate) csrf: String,
    ends_at: DateTime<Utc>,
}

impl Sessions {
    /// Begins a session, and clears away those that have ended.
    pub(crate) fn begin(
        &self,
        person: Person,
        now: DateTime<Utc>,
    ) -> Result<SessionCookies, getrandom::Error> {
        let cookies = SessionCookies {
            session: secret::new_session_secret()?,
            csrf: secret::new_session_secret()?,
        };
        let session = Session {
            user: person.id(),
            csrf: cookies.csrf.clone(),
            ends_at: now + LIFETIME,
        };
        let mut sessions = self.by_secret.lock().unwrap_or_else(PoisonError::into_inner);
        sessions.retain(|_, session| session.ends_at > now);
        sessions.insert(cookies.session.clone(), session);
        Ok(cookies)
    }

    /// The session of a cookie, unless it has ended.
    pub(crate) fn find(&self, secret: &str, now: DateTime<Utc>) -> Option<Session> {
        let sessions = self.by_secret.lock().unwrap_or_else(PoisonError::into_inner);
        sessions
            .get(secret)
            .filter(|session| session.ends_at > now)
            .cloned()
    }

    /// Ends a session.
    pub(crate) fn end(&self, secret: &str) {
        self.by_secret
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(secret);
    }
}
