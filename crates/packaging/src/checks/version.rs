//! One version for everything.

use crate::manifest::Manifest;
use crate::refusal::Refusal;

/// The manifest's version is the workspace's: a shop shows the one, the changelog speaks of the other.
pub(crate) fn check(manifest: &Manifest, workspace: &str) -> Vec<Refusal> {
    match manifest.text_at(&["version"]) {
        Some(version) if version == workspace => Vec::new(),
        Some(version) => vec![Refusal::new(format!(
            "manifest.json is of version {version}, and the workspace in Cargo.toml of version {workspace}; set both to the same."
        ))],
        None => vec![Refusal::new(format!(
            "manifest.json has no version; it should be {workspace}, the workspace's in Cargo.toml."
        ))],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusals(manifest: &str) -> Vec<String> {
        let manifest = Manifest::parse(manifest).unwrap();
        check(&manifest, "0.2.0").iter().map(Refusal::to_string).collect()
    }

    #[test]
    fn the_workspaces_version_passes() {
        assert!(refusals(r#"{ "version": "0.2.0" }"#).is_empty());
    }

    #[test]
    fn another_version_is_refused_and_both_are_named() {
        let sentences = refusals(r#"{ "version": "0.1.0" }"#);
        assert!(
            sentences[0].contains("0.1.0") && sentences[0].contains("0.2.0"),
            "{sentences:?}"
        );
    }

    #[test]
    fn a_manifest_without_a_version_is_refused() {
        assert!(refusals("{}")[0].contains("no version"));
    }
}
