//! The client before signing in.

use std::rc::Rc;

use crate::connection::{Connection, read_answer};
use crate::{Credential, Error, Host, SignedIn, Transport, wire};

/// A host and a way to it. All it can do is [`sign_in`](Self::sign_in); the calls are [`SignedIn`]'s.
pub struct Client {
    transport: Rc<dyn Transport>,
    host: Host,
}

impl Client {
    /// A client of this host.
    pub fn new(transport: Rc<dyn Transport>, host: Host) -> Self {
        Self { transport, host }
    }

    /// The host.
    pub fn host(&self) -> &Host {
        &self.host
    }

    /// Checks the credential with `GET /user/me` (documented as the check) and takes it over. If that fails, the credential
    /// is wiped: a key must be entered again.
    pub async fn sign_in(&self, credential: Credential) -> Result<SignedIn, Error> {
        let connection = Connection::new(self.transport.clone(), self.host.clone(), credential);
        let answer = connection.get("/user/me").await?;
        let caller = read_answer(&answer, wire::user::caller)?;
        Ok(SignedIn::new(connection, caller))
    }
}
