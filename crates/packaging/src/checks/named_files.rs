//! What the manifest names is there.

use crate::browser::Browser;
use crate::files::Files;
use crate::manifest::Manifest;
use crate::refusal::Refusal;

/// Every file that the manifest names is in the package: a browser refuses the whole extension over a missing icon.
pub(crate) fn check(manifest: &Manifest, files: &Files, browser: Browser) -> Vec<Refusal> {
    let named = manifest.files();
    named
        .iter()
        .filter(|name| !files.contains(name))
        .map(|name| {
            Refusal::new(format!(
                "manifest.json names `{name}` for {browser}, and there is no such file, neither in the page nor in public/extension."
            ))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusals(names: &[&str]) -> Vec<String> {
        let manifest = r#"{ "icons": { "16": "icons/16.png" }, "action": { "default_popup": "index.html?surface=popup" } }"#;
        let mut files = Files::new();
        for name in names {
            files.insert(*name, "");
        }
        check(&Manifest::parse(manifest).unwrap(), &files, Browser::Firefox)
            .iter()
            .map(Refusal::to_string)
            .collect()
    }

    #[test]
    fn a_package_with_every_named_file_passes() {
        assert!(refusals(&["icons/16.png", "index.html", "another.js"]).is_empty());
    }

    #[test]
    fn each_missing_file_is_named_with_its_browser() {
        let sentences = refusals(&["icons/48.png"]);
        assert_eq!(sentences.len(), 2);
        assert!(
            sentences[0].contains("`icons/16.png` for Firefox"),
            "{sentences:?}"
        );
        assert!(sentences[1].contains("`index.html`"), "{sentences:?}");
    }
}
