//! The tenant's host.

use std::fmt;

use reqwest::Url;

/// Where requests are passed on to: an https origin, or an http one on loopback, for tests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upstream {
    origin: Url,
}

/// Why a text names no upstream. Its `Display` is a sentence for a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UpstreamFault {
    /// It is not an address.
    NotAnAddress(String),
    /// It is an address without TLS.
    NotHttps(String),
    /// It is more than a scheme, a host and a port.
    MoreThanAnOrigin(String),
}

impl Upstream {
    /// Reads `https://HOST`, with a port where there is one.
    ///
    /// # Errors
    /// [`UpstreamFault`], when the text is anything else.
    pub fn parse(text: &str) -> Result<Self, UpstreamFault> {
        let url = Url::parse(text).map_err(|_| UpstreamFault::NotAnAddress(text.to_owned()))?;
        let host = url
            .host_str()
            .ok_or_else(|| UpstreamFault::NotAnAddress(text.to_owned()))?;
        match url.scheme() {
            "https" => {}
            "http" if local_origin::is_loopback_name(host) => {}
            _ => return Err(UpstreamFault::NotHttps(text.to_owned())),
        }
        let origin_only = url.path() == "/"
            && url.query().is_none()
            && url.fragment().is_none()
            && url.username().is_empty()
            && url.password().is_none();
        match origin_only {
            true => Ok(Self { origin: url }),
            false => Err(UpstreamFault::MoreThanAnOrigin(text.to_owned())),
        }
    }

    /// The origin as text, without a slash at its end.
    pub fn origin(&self) -> String {
        self.origin.origin().ascii_serialization()
    }

    /// The host's name, without a port.
    pub fn host(&self) -> &str {
        self.origin.host_str().unwrap_or_default()
    }

    /// Whether it is on this machine.
    pub(crate) fn is_loopback(&self) -> bool {
        local_origin::is_loopback_name(self.host())
    }

    /// Whether it is asked over TLS.
    pub(crate) fn is_https(&self) -> bool {
        self.origin.scheme() == "https"
    }

    /// The address there of a path with its query; `None` where that leads out of `/account`.
    pub(crate) fn address_of(&self, path_and_query: &str) -> Option<Url> {
        let (path, query) = match path_and_query.split_once('?') {
            Some((path, query)) => (path, Some(query)),
            None => (path_and_query, None),
        };
        let mut url = self.origin.clone();
        // This resolves "..", however it is written, so what follows sees the path that will be asked for.
        url.set_path(path);
        url.set_query(query);
        (url.path() == "/account" || url.path().starts_with("/account/")).then_some(url)
    }
}

impl fmt::Display for UpstreamFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAnAddress(text) => {
                write!(
                    formatter,
                    "{text:?} is not the address of a host: write it like https://one.digicert.com."
                )
            }
            Self::NotHttps(text) => write!(
                formatter,
                "{text:?} is not an https address: API keys and cookies are passed on encrypted or not at all."
            ),
            Self::MoreThanAnOrigin(text) => write!(
                formatter,
                "{text:?} is more than a host: leave out everything after it, and any name or password before it."
            ),
        }
    }
}

impl std::error::Error for UpstreamFault {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn https_hosts_are_taken_and_http_only_on_loopback() {
        for (text, origin) in [
            ("https://one.digicert.com", "https://one.digicert.com"),
            ("https://one.digicert.com/", "https://one.digicert.com"),
            ("https://ONE.example:8443", "https://one.example:8443"),
            ("https://one.example:443", "https://one.example"),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
            ("http://localhost:1", "http://localhost:1"),
            ("http://[::1]:1", "http://[::1]:1"),
        ] {
            assert_eq!(Upstream::parse(text).unwrap().origin(), origin, "{text}");
        }
        for text in [
            "http://one.digicert.com",
            "http://127.0.0.1.example",
            "ftp://one.digicert.com",
            "http://10.0.0.1",
        ] {
            assert_eq!(
                Upstream::parse(text),
                Err(UpstreamFault::NotHttps(text.to_owned()))
            );
        }
        for text in ["one.digicert.com", "", "https://", "mailto:a@b.example"] {
            assert_eq!(
                Upstream::parse(text),
                Err(UpstreamFault::NotAnAddress(text.to_owned()))
            );
        }
        for text in [
            "https://one.example/account",
            "https://one.example/?a",
            "https://one.example/#a",
            "https://a:b@one.example",
        ] {
            assert_eq!(
                Upstream::parse(text),
                Err(UpstreamFault::MoreThanAnOrigin(text.to_owned()))
            );
        }
    }

    #[test]
    fn nothing_outside_account_can_be_asked_for() {
        let upstream = Upstream::parse("https://one.example").unwrap();
        let address = |path| upstream.address_of(path).map(String::from);
        assert_eq!(
            address("/account/a%20b?c=%2F#"),
            Some("https://one.example/account/a%20b?c=%2F%23".to_owned())
        );
        assert_eq!(
            address("/account/a/../b").as_deref(),
            Some("https://one.example/account/b")
        );
        for path in [
            "/account/../x",
            "/account/%2e%2e/x",
            "/account/%2E./x",
            "/account\\..\\x",
            "/accounts",
            "//evil.example/account/",
            "/",
        ] {
            assert_eq!(address(path), None, "{path}");
        }
    }
}
