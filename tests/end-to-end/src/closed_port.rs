//! A port where nobody listens.

use std::net::{Ipv4Addr, TcpListener};

use crate::Outcome;

/// A free port of 127.0.0.1: it was listened on a moment ago and is closed now.
///
/// # Errors
/// The operating system gave no port.
pub fn closed_port() -> Outcome<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
