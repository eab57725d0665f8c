//! Ports of 127.0.0.1.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::time::{Duration, Instant};

use crate::complaint::Complaint;

/// Checks that a port can be listened on, so that a busy one is told before the build and not after it. 0 becomes a free one.
pub(crate) fn claim(port: u16) -> Result<u16, Complaint> {
    match TcpListener::bind((Ipv4Addr::LOCALHOST, port)).and_then(|listener| listener.local_addr()) {
        Ok(address) => Ok(address.port()),
        Err(cause) if cause.kind() == ErrorKind::AddrInUse => Err(Complaint::new(format!(
            "Port {port} is in use by another program; stop that one or choose another port: `cargo xtask serve --port {}`.",
            free_after(port).unwrap_or(0),
        ))),
        Err(cause) if cause.kind() == ErrorKind::PermissionDenied => Err(Complaint::new(format!(
            "Port {port} is reserved for the system's administrator; choose one from 1024 on: `cargo xtask serve --port 8640`."
        ))),
        Err(cause) => Err(Complaint::system(
            format_args!("listen on port {port} of 127.0.0.1"),
            &cause,
        )),
    }
}

/// A port that nobody listens on.
pub(crate) fn free() -> Result<u16, Complaint> {
    claim(0)
}

/// Waits until somebody listens on a port.
pub(crate) fn wait_until_listening(port: u16, limit: Duration) -> bool {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let deadline = Instant::now() + limit;
    while Instant::now() < deadline {
        // A connection may meet itself where nobody listens, when the system happens to pick this very port for its other end.
        let connection = TcpStream::connect_timeout(&address, Duration::from_secs(1));
        if connection
            .and_then(|stream| stream.local_addr())
            .is_ok_and(|local| local != address)
        {
            return true;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    false
}

fn free_after(port: u16) -> Option<u16> {
    (port..=u16::MAX)
        .skip(1)
        .take(50)
        .find(|&port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_busy_port_is_named_together_with_a_free_one() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let busy = listener.local_addr().unwrap().port();
        let sentence = claim(busy).unwrap_err().to_string();
        assert!(
            sentence.starts_with(&format!("Port {busy} is in use")),
            "{sentence}"
        );
        let suggestion = sentence.rsplit("--port ").next().unwrap().trim_end_matches("`.");
        assert_ne!(suggestion, busy.to_string());
        assert!(claim(suggestion.parse().unwrap()).is_ok());
    }

    #[test]
    fn port_zero_becomes_a_real_one() {
        assert_ne!(claim(0).unwrap(), 0);
    }

    #[test]
    fn waiting_ends_when_somebody_listens_and_when_nobody_does() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        assert!(wait_until_listening(port, Duration::from_secs(5)));
        // Not the port from above, closed again: another test may be given it at once. Nothing has listened on this one for decades.
        assert!(!wait_until_listening(1, Duration::from_millis(120)));
    }
}
