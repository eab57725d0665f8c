//! A client of DigiCert ONE's Account Manager API.
//!
//! [`Client`] knows a host and can do one thing, sign in; [`SignedIn`] has the calls. So the type says whether you are
//! signed in. What carries a request is a [`Transport`]: `browser::BrowserTransport` in a page or an extension,
//! `native::NativeTransport` in tests (feature `native`), or a script in a unit test.
//!
//! Whatever goes wrong becomes one [`Error`], which says what happened ([`ErrorKind`]), whether trying again helps and
//! when ([`Error::retry`]), which field of the form it is about, and, for a call that changes something, whether the
//! change may have been made all the same ([`Error::is_ambiguous`]). Its class comes from the HTTP status alone.
//!
//! A list is read while it arrives, and [`SignedIn::service_users_in_pieces`] hands it on as it does. It is whole when the call
//! has succeeded, and no list at all when it has not.
//!
//! The shapes of requests and answers live in the private module `wire`, the only place that knows what stands in JSON. Each says where
//! it comes from: *documented* means DigiCert publishes it, *our contract* means it is a choice of this project until
//! somebody checks it against a tenant, and *DigiCert's pages disagree* means just that.
//!
//! Deliberately absent: storage, logging, a clock, and any way to print, copy or serialise a credential.

mod access_token;
mod access_token_name;
mod audit_log;
mod caller;
mod client;
mod created;
mod rotation;
mod signed_in;

mod api_key;
mod credential;
mod host;

mod error;
mod retry_after;

mod csrf_cookie;
mod transport;

mod connection;
mod paging;
mod percent_encoding;
mod timestamp;
mod wire;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(all(feature = "native", not(target_arch = "wasm32")))]
pub mod native;

#[cfg(test)]
mod scripted;

pub use access_token::{AccessToken, AccessTokenChange, AccessTokenStatus};
pub use access_token_name::{AccessTokenName, AccessTokenNameFault};
pub use api_key::{ApiKey, ApiKeyFault};
pub use audit_log::{AuditLogEntry, AuditLogFilter};
pub use caller::Caller;
pub use client::Client;
pub use created::{Created, CreatedAccessToken};
pub use credential::Credential;
pub use csrf_cookie::CsrfCookie;
pub use error::{Error, ErrorKind, Retry};
pub use host::{DOCUMENTED_HOSTS, DocumentedHost, Environment, Host, HostFault, HostKind};
pub use rotation::{Rotation, RotationChoice, RotationPart, RotationStep};
pub use signed_in::SignedIn;
pub use transport::{Method, Request, Response, TakePiece, Transport, TransportFailure, TransportFuture};
