//! Where an Account Manager is.

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr};

/// A host that DigiCert runs (documented).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DocumentedHost {
    /// Its name, such as `one.digicert.com`.
    pub name: &'static str,
    /// The region it serves: `US`, `JP`, `CH` or `NL`.
    pub region: &'static str,
    /// What it is for.
    pub environment: Environment,
}

/// What a documented host is for. A credential works only on the host that made it (documented).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Environment {
    /// The real thing.
    Production,
    /// For trying out.
    Demo,
}

/// Every documented host, production first.
pub const DOCUMENTED_HOSTS: &[DocumentedHost] = &[
    documented("one.digicert.com", "US", Environment::Production),
    documented("one.digicert.co.jp", "JP", Environment::Production),
    documented("one.ch.digicert.com", "CH", Environment::Production),
    documented("one.nl.digicert.com", "NL", Environment::Production),
    documented("demo.one.digicert.com", "US", Environment::Demo),
    documented("demo.one.digicert.co.jp", "JP", Environment::Demo),
    documented("demo.one.ch.digicert.com", "CH", Environment::Demo),
    documented("demo.one.nl.digicert.com", "NL", Environment::Demo),
];

const fn documented(name: &'static str, region: &'static str, environment: Environment) -> DocumentedHost {
    DocumentedHost {
        name,
        region,
        environment,
    }
}

/// What kind of host it is, as far as its name tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostKind {
    /// A documented production host.
    Production,
    /// A documented demo host.
    Demo,
    /// Any other: an install on premises, a local proxy, the sandbox.
    Other,
}

/// A host that a credential may be sent to: over https, or over http to this very machine.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Host {
    scheme: &'static str,
    name: String,
}

impl Host {
    /// Reads what a person types or pastes: a name, a name with a port, or any address on the host, of which only the
    /// host is kept.
    ///
    /// Without a scheme it is https, but http for `localhost`, `127.0.0.1` and `[::1]`, where only servers for
    /// development listen. Written-out http is accepted for those three alone, because anywhere else the credential
    /// would travel in the clear.
    pub fn parse(text: &str) -> Result<Self, HostFault> {
        let text = text.trim();
        let (scheme, rest) = match text.split_once("://") {
            Some((scheme, rest)) => (Some(scheme), rest),
            None => (None, text),
        };
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        if authority.contains('@') {
            return Err(HostFault::UserName);
        }
        let (name, port) = split_port(authority)?;
        let name = checked_name(name)?;
        let is_loopback = matches!(name.as_str(), "localhost" | "127.0.0.1" | "[::1]");
        let scheme = match scheme {
            Some(scheme) if scheme.eq_ignore_ascii_case("https") => "https",
            Some(scheme) if !scheme.eq_ignore_ascii_case("http") => return Err(HostFault::UnknownScheme),
            None if !is_loopback => "https",
            Some(_) if !is_loopback => return Err(HostFault::Insecure),
            Some(_) | None => "http",
        };
        let name = match (scheme, port) {
            (_, None) | ("https", Some(443)) | ("http", Some(80)) => name,
            (_, Some(port)) => format!("{name}:{port}"),
        };
        Ok(Self { scheme, name })
    }

    /// The host that served a page, from the page's `location.origin`. A page of a file or of an extension has none.
    pub fn page_origin(origin: &str) -> Result<Self, HostFault> {
        match origin.split_once("://") {
            Some(_) => Self::parse(origin),
            None => Err(HostFault::UnknownScheme),
        }
    }

    /// The name, with its port where that is not the scheme's own: what to show to a person.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Scheme and name: `https://one.digicert.com`.
    pub fn origin(&self) -> String {
        format!("{}://{}", self.scheme, self.name)
    }

    /// Where the API begins (documented): `https://one.digicert.com/account/api/v1`, without a slash at the end.
    pub fn base_url(&self) -> String {
        format!("{}/account/api/v1", self.origin())
    }

    /// What kind of host it is.
    pub fn kind(&self) -> HostKind {
        match self.documented().map(|host| host.environment) {
            Some(Environment::Production) => HostKind::Production,
            Some(Environment::Demo) => HostKind::Demo,
            None => HostKind::Other,
        }
    }

    /// The region of a documented host: `US`, `JP`, `CH` or `NL`.
    pub fn region(&self) -> Option<&'static str> {
        self.documented().map(|host| host.region)
    }

    fn documented(&self) -> Option<&'static DocumentedHost> {
        DOCUMENTED_HOSTS
            .iter()
            .find(|host| self.scheme == "https" && host.name == self.name)
    }
}

/// Why a text is not a host that a credential may be sent to. Displayed as one sentence for the person who typed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostFault {
    /// There is no name in it.
    Empty,
    /// It has a user name or a password before an `@`.
    UserName,
    /// It is http, and the host is not this machine.
    Insecure,
    /// It is neither https nor http.
    UnknownScheme,
    /// A character that no host's name has.
    ForbiddenCharacter(char),
    /// The name is put together wrongly: an empty or overlong part, a hyphen at the edge of a part, a bad IP address.
    Malformed,
    /// What follows the colon is not a number from 1 to 65535.
    Port,
}

impl fmt::Display for HostFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => formatter.write_str("Enter a host, such as one.digicert.com."),
            Self::UserName => formatter.write_str("Leave out the user name and the @; enter the host alone."),
            Self::Insecure => {
                formatter.write_str("Use https: over http, your credential could be read on the way.")
            }
            Self::UnknownScheme => formatter.write_str("A host's address begins with https://."),
            Self::ForbiddenCharacter(' ') => formatter.write_str("A host's name has no spaces."),
            Self::ForbiddenCharacter(character) => {
                // In words where it shows as nothing, because quoting it would tell nobody which one it is.
                let character = service_user::describe_character(*character);
                write!(formatter, "A host's name cannot hold {character}.")
            }
            Self::Malformed => formatter.write_str("This is not a complete host name."),
            Self::Port => formatter.write_str("A port is a number from 1 to 65535."),
        }
    }
}

impl std::error::Error for HostFault {}

/// The name and, where there is one, the port.
fn split_port(authority: &str) -> Result<(&str, Option<u16>), HostFault> {
    let colon = match authority.rfind(']') {
        Some(bracket) => authority
            .get(bracket..)
            .and_then(|end| end.find(':'))
            .map(|at| bracket + at),
        None => authority.find(':'),
    };
    let Some((name, port)) = colon.and_then(|at| authority.split_at_checked(at)) else {
        return Ok((authority, None));
    };
    let port = port.strip_prefix(':').unwrap_or(port);
    match port.parse::<u16>() {
        Ok(number) if number > 0 && port.bytes().all(|byte| byte.is_ascii_digit()) => {
            Ok((name, Some(number)))
        }
        Ok(_) | Err(_) => Err(HostFault::Port),
    }
}

/// The name in the form in which a browser's `location` has it.
fn checked_name(name: &str) -> Result<String, HostFault> {
    if let Some(address) = name.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return match address.parse::<Ipv6Addr>() {
            Ok(address) => Ok(format!("[{address}]")),
            Err(_) => Err(HostFault::Malformed),
        };
    }
    let name = name.strip_suffix('.').unwrap_or(name).to_ascii_lowercase();
    if name.is_empty() {
        return Err(HostFault::Empty);
    }
    let is_forbidden = |character: &char| !matches!(character, 'a'..='z' | '0'..='9' | '-' | '_' | '.');
    if let Some(character) = name.chars().find(is_forbidden) {
        return Err(HostFault::ForbiddenCharacter(character));
    }
    let is_label =
        |label: &str| matches!(label.len(), 1..=63) && !label.starts_with('-') && !label.ends_with('-');
    if name.len() > 253 || !name.split('.').all(is_label) {
        return Err(HostFault::Malformed);
    }
    // A browser takes a name whose last part is a number for an IPv4 address, in shapes that nobody means: 127.1, 0x7f.1.
    let last = name.rsplit('.').next().unwrap_or_default();
    let is_number = last.starts_with("0x") || last.bytes().all(|byte| byte.is_ascii_digit());
    match is_number {
        true if name.parse::<Ipv4Addr>().is_err() => Err(HostFault::Malformed),
        true | false => Ok(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn base_url(text: &str) -> Result<String, HostFault> {
        Host::parse(text).map(|host| host.base_url())
    }

    #[test]
    fn only_the_host_of_a_pasted_address_is_kept() {
        let expected = Ok("https://one.digicert.com/account/api/v1".to_owned());
        for text in [
            "one.digicert.com",
            "  One.DigiCert.com\n",
            "one.digicert.com.",
            "https://one.digicert.com",
            "HTTPS://one.digicert.com:443/",
            "https://one.digicert.com/account/manage?tab=users#top",
            "one.digicert.com/account/api/v1/user",
            "one.digicert.com?x",
        ] {
            assert_eq!(base_url(text), expected, "{text:?}");
        }
        let with_port = base_url("pki.example.internal:8443/x");
        assert_eq!(
            with_port,
            Ok("https://pki.example.internal:8443/account/api/v1".to_owned())
        );
    }

    #[test]
    fn http_is_for_this_machine_alone() {
        for (text, name) in [
            ("localhost:8080", "localhost:8080"),
            ("http://127.0.0.1:3000/", "127.0.0.1:3000"),
            ("http://[::1]:3000", "[::1]:3000"),
            ("[0:0:0:0:0:0:0:1]", "[::1]"),
            ("http://localhost:80", "localhost"),
        ] {
            let host = Host::parse(text).expect(text);
            assert_eq!((host.name(), host.origin()), (name, format!("http://{name}")));
        }
        assert_eq!(
            Host::parse("https://localhost:8443").map(|host| host.origin()),
            Ok("https://localhost:8443".into())
        );
        for text in [
            "http://one.digicert.com",
            "http://127.0.0.2",
            "http://localhost.example.com",
            "http://[::2]",
        ] {
            assert_eq!(Host::parse(text), Err(HostFault::Insecure), "{text:?}");
        }
    }

    #[test]
    fn what_is_not_a_host_says_why() {
        for (text, fault) in [
            ("", HostFault::Empty),
            ("https://", HostFault::Empty),
            ("https:///account", HostFault::Empty),
            ("https://one.digicert.com@evil.example", HostFault::UserName),
            ("ftp://one.digicert.com", HostFault::UnknownScheme),
            ("javascript://one.digicert.com", HostFault::UnknownScheme),
            ("one digicert.com", HostFault::ForbiddenCharacter(' ')),
            ("one.digicert.com\\@evil.example", HostFault::UserName),
            ("one.digicert.com\\x", HostFault::ForbiddenCharacter('\\')),
            ("öne.digicert.com", HostFault::ForbiddenCharacter('ö')),
            ("one..digicert.com", HostFault::Malformed),
            ("-one.digicert.com", HostFault::Malformed),
            ("127.1", HostFault::Malformed),
            ("0x7f000001", HostFault::Malformed),
            ("[::1", HostFault::Port),
            ("[1]", HostFault::Malformed),
            ("one.digicert.com:", HostFault::Port),
            ("one.digicert.com:0", HostFault::Port),
            ("one.digicert.com:65536", HostFault::Port),
            ("one.digicert.com:+443", HostFault::Port),
            ("mailto:jane@example.com", HostFault::UserName),
        ] {
            assert_eq!(Host::parse(text), Err(fault), "{text:?}");
        }
    }

    #[test]
    fn a_page_of_a_file_or_an_extension_has_no_host() {
        for origin in [
            "null",
            "file://",
            "chrome-extension://abcdefgh",
            "moz-extension://abcdefgh",
            "localhost:80",
        ] {
            assert!(Host::page_origin(origin).is_err(), "{origin:?}");
        }
        assert!(Host::page_origin("http://127.0.0.1:8080").is_ok());
    }

    #[test]
    fn a_documented_host_tells_its_kind_and_region() {
        let facts = |text: &str| Host::parse(text).map(|host| (host.kind(), host.region()));
        assert_eq!(
            facts("one.digicert.co.jp"),
            Ok((HostKind::Production, Some("JP")))
        );
        assert_eq!(
            facts("demo.one.ch.digicert.com"),
            Ok((HostKind::Demo, Some("CH")))
        );
        assert_eq!(facts("one.digicert.com:8443"), Ok((HostKind::Other, None)));
        assert_eq!(
            facts("one.digicert.com.evil.example"),
            Ok((HostKind::Other, None))
        );
        for host in DOCUMENTED_HOSTS {
            assert_eq!(
                Host::parse(host.name).map(|parsed| parsed.name().to_owned()),
                Ok(host.name.to_owned())
            );
        }
    }

    proptest! {
        #[test]
        fn no_text_panics_and_an_accepted_host_reads_back_as_itself(text in "\\PC*|(https?://)?[a-z0-9.:@\\[\\]-]{0,40}") {
            if let Ok(host) = Host::parse(&text) {
                prop_assert_eq!(Host::parse(&host.origin()), Ok(host.clone()));
                prop_assert!(host.scheme == "https" || ["localhost", "127.0.0.1", "[::1]"].iter().any(|name| host.name.starts_with(name)));
            }
        }
    }
}
