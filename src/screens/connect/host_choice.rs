//! What can be chosen in the list of hosts.

/// What is chosen in the list of hosts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HostChoice {
    /// The server that served the page.
    PageServer,
    /// A documented host, by its place in [`DOCUMENTED_HOSTS`](account_api::DOCUMENTED_HOSTS).
    Documented(usize),
    /// Any other, typed below the list.
    Other,
}

impl HostChoice {
    /// The option's value in the list.
    pub(super) fn value(self) -> String {
        match self {
            HostChoice::PageServer => "page".to_owned(),
            HostChoice::Documented(place) => place.to_string(),
            HostChoice::Other => "other".to_owned(),
        }
    }

    /// The choice behind an option's value; a value that no option has is another host.
    pub(super) fn from_value(value: &str) -> Self {
        match value {
            "page" => HostChoice::PageServer,
            other => other.parse().map_or(HostChoice::Other, HostChoice::Documented),
        }
    }
}
