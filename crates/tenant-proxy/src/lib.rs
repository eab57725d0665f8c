//! Serves the page on loopback and passes what it asks of `/account` on to a DigiCert ONE tenant.
//!
//! A tenant answers pages of its own origin only. This proxy makes the page and the tenant one origin: the page is served
//! from here, and everything under `/account` is the tenant's. TLS to the tenant is always checked, against the system's
//! trusted roots (`SSL_CERT_FILE` is honoured, for an installation with a certificate authority of its own).
//!
//! It binds to loopback only, answers under loopback names only, and refuses requests that a page of another origin makes:
//! it passes cookies on, and it tells the tenant that every request comes from the tenant's own origin.
//!
//! Deliberately absent: a way to switch the check of TLS off, following redirects, and keeping anything.

mod forward;
mod headers;
mod server;
mod set_cookie;
mod upstream;

pub use server::{Options, Running, StartFault, choose_tls, start};
pub use upstream::{Upstream, UpstreamFault};
