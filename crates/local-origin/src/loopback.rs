//! Binding to loopback and nowhere else.

use std::net::SocketAddr;
use std::{fmt, io};

use tokio::net::TcpListener;

/// Why no address could be bound. Its `Display` is a sentence for a person.
#[derive(Debug)]
pub enum BindFault {
    /// The address is one that another machine could reach.
    NotLoopback(SocketAddr),
    /// Something else listens there already.
    InUse(SocketAddr),
    /// The operating system refused for another reason.
    Refused(SocketAddr, io::Error),
}

/// Binds to a loopback address; port 0 lets the operating system choose a free one.
///
/// # Errors
/// [`BindFault`], when the address is not a loopback address, is in use or is refused.
pub async fn bind(address: SocketAddr) -> Result<TcpListener, BindFault> {
    if !address.ip().to_canonical().is_loopback() {
        return Err(BindFault::NotLoopback(address));
    }
    TcpListener::bind(address)
        .await
        .map_err(|error| match error.kind() {
            io::ErrorKind::AddrInUse => BindFault::InUse(address),
            _ => BindFault::Refused(address, error),
        })
}

impl fmt::Display for BindFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotLoopback(address) => write!(
                formatter,
                "{} is not a loopback address: this server is for the machine it runs on only, so use 127.0.0.1 or [::1].",
                address.ip()
            ),
            Self::InUse(address) => write!(
                formatter,
                "Port {} of {} is in use by another program: stop that program or choose another port with --port.",
                address.port(),
                address.ip()
            ),
            Self::Refused(address, error) => write!(formatter, "Cannot listen on {address}: {error}."),
        }
    }
}

impl std::error::Error for BindFault {}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    #[tokio::test]
    async fn an_address_that_another_machine_could_reach_is_refused() {
        for address in ["0.0.0.0:0", "192.0.2.1:80", "[::]:0", "[2001:db8::1]:80"] {
            let fault = bind(address.parse().unwrap()).await.unwrap_err();
            assert!(fault.to_string().contains("is not a loopback address"), "{fault}");
        }
    }

    #[tokio::test]
    async fn a_busy_port_is_named_with_a_way_out() {
        let first = bind((Ipv4Addr::LOCALHOST, 0).into()).await.unwrap();
        let address = first.local_addr().unwrap();
        let fault = bind(address).await.unwrap_err().to_string();
        assert!(fault.contains(&address.port().to_string()), "{fault}");
        assert!(fault.contains("--port"), "{fault}");
    }
}
