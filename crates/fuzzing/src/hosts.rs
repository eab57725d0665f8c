//! Hosts, keys and names of tokens that somebody types or pastes.

use account_api::{AccessTokenName, ApiKey, Host};

use crate::shown_texts::assert_shown_well;

/// Reads the bytes as a host, as a key and as the name of a token.
///
/// A host that is taken is one that a browser reads in the same way: the same again from its own origin, plain http for this machine
/// alone, and nothing in its name but what a name is made of.
pub fn hosts(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    for host in [Host::parse(&text), Host::page_origin(&text)] {
        match host {
            Ok(host) => assert_is_a_host(&host),
            Err(fault) => assert_shown_well(&fault.to_string()),
        }
    }
    match ApiKey::from_text(text.clone().into_owned()) {
        Ok(key) => key.lend(|key| {
            assert!(
                !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_graphic()),
                "{key:?}"
            );
        }),
        Err(fault) => assert_shown_well(&fault.to_string()),
    }
    if let Ok(name) = AccessTokenName::parse(&text, &[]) {
        assert!(!name.as_str().trim().is_empty());
    }
}

fn assert_is_a_host(host: &Host) {
    let origin = host.origin();
    assert_eq!(Host::parse(&origin).as_ref(), Ok(host), "{origin}");
    assert_eq!(Host::page_origin(&origin).as_ref(), Ok(host), "{origin}");
    assert_eq!(host.base_url(), format!("{origin}/account/api/v1"));
    let is_made_of =
        |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b':' | b'[' | b']');
    assert!(host.name().bytes().all(is_made_of), "{origin}");
    let name = host.name().rsplit_once(':').map_or(host.name(), |(name, _)| name);
    let is_this_machine = matches!(name, "localhost" | "127.0.0.1" | "[::1]") || host.name() == "[::1]";
    assert!(is_this_machine || origin.starts_with("https://"), "{origin}");
}
