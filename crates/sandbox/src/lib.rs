//! A local Account Manager with made-up data.
//!
//! It is a development server: the embedded default of the app, and what the project's tests talk to. It serves the whole
//! of the contract under `/account/api/v1`, checks what it is sent by the rules of [`service_user`] and, once more, by the
//! database's constraints, and describes itself in an OpenAPI document that is generated from its handlers
//! ([`open_api_document`], served at `/account/openapi.json`).
//!
//! It binds to loopback only, answers under loopback names only, and every answer carries an `X-Sandbox` header.
//!
//! ```
//! # async fn example() -> Result<(), sandbox::StartFault> {
//! let sandbox = sandbox::start(sandbox::Options { users: 25, ..sandbox::Options::default() }).await?;
//! println!("{} takes {}", sandbox.url(), sandbox.administrator_api_key);
//! sandbox.stop().await;
//! # Ok(())
//! # }
//! ```
//!
//! Deliberately absent: TLS, mutual TLS and its certificates, CORS, and any claim about production.

mod clock;
mod database;
#[cfg(feature = "fault-plan")]
pub mod fault_plan;
mod http;
mod options;
mod secret;
mod seed;
mod server;
mod session;
mod uuid;
mod wire;

pub use clock::Clock;
pub use http::open_api_document;
pub use options::{Database, Options};
pub use server::{Running, StartFault, start};
pub use session::{Person, SessionCookies};
