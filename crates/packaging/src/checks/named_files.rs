//! What the manifest names is there, and what a script imports.

use crate::browser::Browser;
use crate::files::Files;
use crate::manifest::Manifest;
use crate::refusal::Refusal;

/// How a module of the background names another beside it.
const IMPORT: &str = " from \"./";

/// Every file that the manifest names is in the package, and every module that one of its scripts imports: a browser refuses the
/// whole extension over a missing icon, and starts no background over a missing module.
pub(crate) fn check(manifest: &Manifest, files: &Files, browser: Browser) -> Vec<Refusal> {
    let named = manifest.files();
    let mut refusals = missing_modules(files);
    let missing = named
        .iter()
        .filter(|name| !files.contains(name))
        .map(|name| {
            Refusal::new(format!(
                "manifest.json names `{name}` for {browser}, and there is no such file, neither in the page nor in public/extension."
            ))
        });
    refusals.extend(missing);
    refusals
}

fn missing_modules(files: &Files) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    for (name, content) in files.iter().filter(|(name, _)| name.ends_with(".js")) {
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        let script = String::from_utf8_lossy(content);
        let imported = script
            .split(IMPORT)
            .skip(1)
            .filter_map(|rest| rest.split_once('"'));
        for (module, _) in imported {
            let path = format!("{folder}/{module}");
            let path = path.trim_start_matches('/');
            if !files.contains(path) {
                refusals.push(Refusal::new(format!(
                    "`{name}` imports `{path}`, and there is no such file in the package."
                )));
            }
        }
    }
    refusals
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
    fn a_module_that_is_imported_and_missing_is_named() {
        let mut files = Files::new();
        files.insert(
            "background.js",
            r#"import { a } from "./a.js"; import { b } from "./b.js";"#,
        );
        files.insert("a.js", "");
        let sentences = check(&Manifest::parse("{}").unwrap(), &files, Browser::Chrome);
        assert_eq!(sentences.len(), 1);
        assert!(
            sentences[0]
                .to_string()
                .contains("`background.js` imports `b.js`")
        );
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
