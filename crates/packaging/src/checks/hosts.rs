//! The hosts that the extension may reach without asking.

use crate::manifest::Manifest;
use crate::refusal::Refusal;

/// The host permissions are the documented hosts, each of them and no other: one too many is asked of everybody who installs the
/// extension, and one too few does not answer.
pub(crate) fn check(manifest: &Manifest, documented: &[&str]) -> Vec<Refusal> {
    let granted = manifest.list("host_permissions");
    let wanted: Vec<String> = documented
        .iter()
        .map(|host| format!("https://{host}/*"))
        .collect();
    let too_many = granted
        .iter()
        .filter(|pattern| !wanted.iter().any(|wanted| wanted == *pattern))
        .map(|pattern| {
            Refusal::new(format!(
                "The host permission `{pattern}` in manifest.json is for none of the documented hosts (`DOCUMENTED_HOSTS` in \
                 crates/account-api); move it to `optional_host_permissions`."
            ))
        });
    let too_few = wanted
        .iter()
        .filter(|wanted| !granted.contains(&wanted.as_str()))
        .map(|wanted| {
            Refusal::new(format!(
                "The documented host permission `{wanted}` is missing among `host_permissions` in manifest.json."
            ))
        });
    too_many.chain(too_few).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusals(permissions: &str) -> Vec<String> {
        let manifest = format!(
            r#"{{ "host_permissions": {permissions}, "optional_host_permissions": ["https://*/*"] }}"#
        );
        check(
            &Manifest::parse(&manifest).unwrap(),
            &["one.example", "demo.one.example"],
        )
        .iter()
        .map(Refusal::to_string)
        .collect()
    }

    #[test]
    fn the_documented_hosts_pass_in_any_order_and_optional_ones_are_free() {
        assert!(refusals(r#"["https://demo.one.example/*", "https://one.example/*"]"#).is_empty());
    }

    #[test]
    fn a_host_that_is_not_documented_is_refused() {
        let sentences =
            refusals(r#"["https://one.example/*", "https://demo.one.example/*", "https://*.one.example/*"]"#);
        assert_eq!(sentences.len(), 1);
        assert!(
            sentences[0].contains("`https://*.one.example/*`"),
            "{sentences:?}"
        );
    }

    #[test]
    fn a_documented_host_without_tls_counts_for_nothing() {
        let sentences = refusals(r#"["http://one.example/*", "https://demo.one.example/*"]"#);
        assert_eq!(sentences.len(), 2, "{sentences:?}");
    }

    #[test]
    fn a_documented_host_that_is_missing_is_refused() {
        let sentences = refusals(r#"["https://one.example/*"]"#);
        assert!(
            sentences[0].contains("`https://demo.one.example/*` is missing"),
            "{sentences:?}"
        );
    }
}
