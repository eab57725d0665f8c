//! The extension's manifest.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::browser::{Browser, ONLY_IN, What};
use crate::refusal::Refusal;

/// The keys whose texts are names of files, wherever they stand.
const FILE_KEYS: &[&str] = &[
    "css",
    "default_icon",
    "default_panel",
    "default_path",
    "default_popup",
    "icons",
    "js",
    "managed_schema",
    "options_page",
    "page",
    "scripts",
    "service_worker",
];

/// How names of files end. A text with such an end is taken for one under any key, so that a key which is missing above is not a
/// hole in the check.
const FILE_ENDINGS: &[&str] = &[".css", ".html", ".js", ".json", ".png", ".svg", ".wasm"];

/// A manifest, in version 3 of the format: the one that both extensions are made from, or one of theirs.
#[derive(Clone, Debug, PartialEq)]
pub struct Manifest(Map<String, Value>);

impl Manifest {
    /// Reads `manifest.json`.
    ///
    /// # Errors
    /// The text is no JSON object.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        serde_json::from_str(text)
            .map(Self)
            .map_err(|cause| Refusal::new(format!("manifest.json cannot be read: {cause}.")))
    }

    /// What this browser gets of it.
    #[must_use]
    pub fn of(&self, browser: Browser) -> Self {
        let mut manifest = self.clone();
        for rule in ONLY_IN.iter().filter(|rule| rule.browser != browser) {
            match rule.what {
                What::Key(path) => remove(&mut manifest.0, path),
                What::Permission(permission) => {
                    if let Some(Value::Array(permissions)) = manifest.0.get_mut("permissions") {
                        permissions.retain(|entry| entry != permission);
                    }
                }
                // No part of the manifest.
                What::File(_) => {}
            }
        }
        manifest
    }

    /// The file's text: indented, and its keys in alphabetical order, which they have in every build of the JSON library.
    pub fn text(&self) -> String {
        let mut value = Value::Object(self.0.clone());
        value.sort_all_objects();
        format!("{value:#}\n")
    }

    /// Every file that the manifest names, as an archive names it: without the part of an address that only a page reads.
    pub fn files(&self) -> BTreeSet<String> {
        let mut files = BTreeSet::new();
        for_each_text(&self.0, &mut |keys, text| {
            let is_under_a_file_key = keys.iter().any(|key| FILE_KEYS.contains(key));
            let name = text.split(['?', '#']).next().unwrap_or_default();
            let looks_like_one = FILE_ENDINGS.iter().any(|ending| name.ends_with(ending))
                && !name.contains("://")
                && !name.contains('*');
            if is_under_a_file_key || looks_like_one {
                files.insert(name.trim_start_matches("./").trim_start_matches('/').to_owned());
            }
        });
        files
    }

    /// Every text in the manifest.
    pub(crate) fn texts(&self) -> Vec<&str> {
        let mut texts = Vec::new();
        for_each_text(&self.0, &mut |_, text| texts.push(text));
        texts
    }

    /// The text at the end of a path of keys.
    pub(crate) fn text_at(&self, path: &[&str]) -> Option<&str> {
        self.at(path)?.as_str()
    }

    /// The texts in the list under a key; what is no text is left out.
    pub(crate) fn list(&self, key: &str) -> Vec<&str> {
        let entries = self.0.get(key).and_then(Value::as_array);
        entries.into_iter().flatten().filter_map(Value::as_str).collect()
    }

    fn at(&self, path: &[&str]) -> Option<&Value> {
        let (first, rest) = path.split_first()?;
        rest.iter()
            .try_fold(self.0.get(*first)?, |value, key| value.get(key))
    }
}

/// Takes a key out, and what surrounds it as well where that is empty afterwards.
fn remove(map: &mut Map<String, Value>, path: &[&str]) {
    let Some((first, rest)) = path.split_first() else {
        return;
    };
    let is_over = match map.get_mut(*first) {
        Some(Value::Object(inner)) if !rest.is_empty() => {
            remove(inner, rest);
            inner.is_empty()
        }
        _ => rest.is_empty(),
    };
    if is_over {
        // With the order of insertion, which another crate of the same build may switch on, the plain `remove` is marked as unclear.
        map.retain(|key, _| key != first);
    }
}

/// Calls `found` with every text and the keys on the way to it.
fn for_each_text<'a>(map: &'a Map<String, Value>, found: &mut dyn FnMut(&[&'a str], &'a str)) {
    let mut pending: Vec<(Vec<&'a str>, &'a Value)> = map
        .iter()
        .map(|(key, value)| (vec![key.as_str()], value))
        .collect();
    while let Some((keys, value)) = pending.pop() {
        match value {
            Value::String(text) => found(&keys, text),
            Value::Array(entries) => pending.extend(entries.iter().map(|entry| (keys.clone(), entry))),
            Value::Object(inner) => pending.extend(inner.iter().map(|(key, value)| {
                let deeper = keys.iter().copied().chain([key.as_str()]).collect();
                (deeper, value)
            })),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOTH: &str = r#"{
        "version": "1.2.3",
        "manifest_version": 3,
        "icons": { "16": "icons/16.png" },
        "action": { "default_popup": "index.html?surface=popup" },
        "side_panel": { "default_path": "index.html?surface=side-panel" },
        "sidebar_action": { "default_panel": "/index.html#sidebar" },
        "background": { "service_worker": "background.js", "scripts": ["./background.js"] },
        "permissions": ["storage", "sidePanel"],
        "storage": { "managed_schema": "managed-policy.schema.json" },
        "incognito": "split",
        "minimum_chrome_version": "127",
        "browser_specific_settings": { "gecko": { "id": "a@b.invalid" } }
    }"#;

    fn of(browser: Browser) -> Value {
        let text = Manifest::parse(BOTH).unwrap().of(browser).text();
        serde_json::from_str(&text).unwrap()
    }

    #[test]
    fn chrome_gets_nothing_that_only_firefox_knows() {
        let expected = serde_json::json!({
            "version": "1.2.3",
            "manifest_version": 3,
            "icons": { "16": "icons/16.png" },
            "action": { "default_popup": "index.html?surface=popup" },
            "side_panel": { "default_path": "index.html?surface=side-panel" },
            "background": { "service_worker": "background.js" },
            "permissions": ["storage", "sidePanel"],
            "storage": { "managed_schema": "managed-policy.schema.json" },
            "incognito": "split",
            "minimum_chrome_version": "127",
        });
        assert_eq!(of(Browser::Chrome), expected);
    }

    #[test]
    fn firefox_gets_nothing_that_only_chrome_knows() {
        let expected = serde_json::json!({
            "version": "1.2.3",
            "manifest_version": 3,
            "icons": { "16": "icons/16.png" },
            "action": { "default_popup": "index.html?surface=popup" },
            "sidebar_action": { "default_panel": "/index.html#sidebar" },
            "background": { "scripts": ["./background.js"] },
            "permissions": ["storage"],
            "browser_specific_settings": { "gecko": { "id": "a@b.invalid" } },
        });
        assert_eq!(of(Browser::Firefox), expected);
    }

    #[test]
    fn the_text_does_not_depend_on_the_order_in_which_the_keys_were_written() {
        let one = Manifest::parse(r#"{ "b": { "d": 1, "c": 2 }, "a": 3 }"#).unwrap();
        let other = Manifest::parse(r#"{ "a": 3, "b": { "c": 2, "d": 1 } }"#).unwrap();
        assert_eq!(one.text(), other.text());
        assert_eq!(
            one.text(),
            "{\n  \"a\": 3,\n  \"b\": {\n    \"c\": 2,\n    \"d\": 1\n  }\n}\n"
        );
    }

    #[test]
    fn files_are_named_as_they_stand_in_an_archive() {
        let files = Manifest::parse(BOTH).unwrap().files();
        let expected = [
            "background.js",
            "icons/16.png",
            "index.html",
            "managed-policy.schema.json",
        ];
        assert_eq!(files.into_iter().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_file_is_found_by_its_key_or_by_its_ending() {
        let manifest = r#"{
            "icons": { "16": "icons/16.pgn" },
            "a_new_key": ["new.html"],
            "host_permissions": ["https://one.digicert.com/*"],
            "web_accessible_resources": [{ "resources": ["*.png"] }],
            "update_url": "https://example.com/updates.json"
        }"#;
        let files = Manifest::parse(manifest).unwrap().files();
        assert_eq!(
            files.into_iter().collect::<Vec<_>>(),
            ["icons/16.pgn", "new.html"]
        );
    }

    #[test]
    fn a_manifest_that_is_no_object_is_refused() {
        for text in ["", "[]", "{", "\"text\""] {
            let sentence = Manifest::parse(text).unwrap_err().to_string();
            assert!(sentence.starts_with("manifest.json cannot be read"), "{sentence}");
        }
    }
}
