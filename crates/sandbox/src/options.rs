//! What a sandbox is started with.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use crate::Clock;

/// What a sandbox is started with.
#[derive(Clone, Debug)]
pub struct Options {
    /// Where it listens: a loopback address. Port 0, the default, lets the operating system choose.
    pub address: SocketAddr,
    /// Where its data is kept.
    pub database: Database,
    /// How many service users to make up. A file that already holds a sandbox's data keeps what it has.
    pub users: usize,
    /// The folder that is served at `/`, if any. It has to hold an `index.html`.
    pub page: Option<PathBuf>,
    /// Host names, without a port, under which it answers besides the loopback ones.
    pub allowed_hosts: Vec<String>,
    /// What time it is for the sandbox.
    pub clock: Clock,
}

/// Where the data is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Database {
    /// In memory: it is gone when the sandbox stops.
    #[default]
    Memory,
    /// In a file, which is made where it does not exist.
    File(PathBuf),
}

impl Default for Options {
    fn default() -> Self {
        Self {
            address: (Ipv4Addr::LOCALHOST, 0).into(),
            database: Database::Memory,
            users: 0,
            page: None,
            allowed_hosts: Vec::new(),
            clock: Clock::default(),
        }
    }
}
