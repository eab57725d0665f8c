//! What can be chosen in the list of hosts.

use crate::platform;
use crate::workspace::Workspace;
use account_api::{DOCUMENTED_HOSTS, Host};

/// What is chosen in the list of hosts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HostChoice {
    /// A host of the list, by its place.
    Listed(usize),
    /// Any other, typed below the list.
    Other,
}

impl HostChoice {
    /// The option's value in the list.
    pub(super) fn value(self) -> String {
        match self {
            HostChoice::Listed(place) => place.to_string(),
            HostChoice::Other => "other".to_owned(),
        }
    }

    /// The choice behind an option's value; a value that no option has is another host.
    pub(super) fn from_value(value: &str) -> Self {
        value.parse().map_or(HostChoice::Other, HostChoice::Listed)
    }
}

/// The hosts of the list: an organisation's own where it set some; or else the page's own server, the documented ones, and one that
/// the page was opened for.
pub(super) fn listed_hosts(workspace: Workspace) -> Vec<Host> {
    let of_organisation = workspace.at_start(|start| start.organisation.hosts.clone());
    if !of_organisation.is_empty() {
        return of_organisation;
    }
    let documented = DOCUMENTED_HOSTS
        .iter()
        .filter_map(|host| Host::parse(host.name).ok());
    let mut hosts: Vec<Host> = platform::page_host().into_iter().chain(documented).collect();
    if let Some(host) = workspace.last_host.get_untracked()
        && !hosts.contains(&host)
    {
        hosts.push(host);
    }
    hosts
}
