//! Every message in every language.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::files::Files;
use crate::manifest::Manifest;
use crate::refusal::Refusal;

/// How a script asks for a message. A name that is not written out there cannot be checked.
const CALL: &str = "getMessage(\"";

/// Every `__MSG_name__` of the manifest, and every name that a script gives to `getMessage`, has a message in every folder of
/// `_locales`, the default one among them: a browser shows the bare name or nothing otherwise, or refuses the extension.
pub(crate) fn check(manifest: &Manifest, files: &Files) -> Vec<Refusal> {
    // By their names, with the file that shows each.
    let mut names: BTreeMap<String, &str> = BTreeMap::new();
    for (name, content) in files.iter().filter(|(name, _)| name.ends_with(".js")) {
        let script = String::from_utf8_lossy(content);
        names.extend(names_in_script(&script).map(|message| (message.to_owned(), name)));
    }
    let of_manifest = manifest.texts().into_iter().flat_map(names_in);
    names.extend(of_manifest.map(|message| (message.to_owned(), "manifest.json")));
    let mut refusals = Vec::new();
    let mut locales: BTreeMap<&str, Value> = BTreeMap::new();
    for (name, content) in files.iter() {
        let locale = name
            .strip_prefix("_locales/")
            .and_then(|rest| rest.strip_suffix("/messages.json"));
        match (locale, serde_json::from_slice(content)) {
            (None, _) => {}
            (Some(locale), Ok(messages)) => {
                locales.insert(locale, messages);
            }
            (Some(_), Err(cause)) => refusals.push(Refusal::new(format!("{name} cannot be read: {cause}."))),
        }
    }
    match manifest.text_at(&["default_locale"]) {
        Some(locale) if !files.contains(&format!("_locales/{locale}/messages.json")) => {
            refusals.push(Refusal::new(format!(
                "manifest.json names `{locale}` as its default locale, and there is no _locales/{locale}/messages.json."
            )));
        }
        None if !names.is_empty() => refusals.push(Refusal::new(
            "The extension takes its words from _locales, and manifest.json names no `default_locale`.",
        )),
        _ => {}
    }
    for (locale, messages) in &locales {
        for (name, file) in &names {
            let message = messages.get(name).and_then(|entry| entry.get("message"));
            if message.and_then(Value::as_str).is_none_or(str::is_empty) {
                refusals.push(Refusal::new(format!(
                    "{file} shows the message `{name}`, and _locales/{locale}/messages.json has none of that name."
                )));
            }
        }
    }
    refusals
}

/// The names in a text such as `__MSG_name__ (__MSG_short_name__)`.
fn names_in(text: &str) -> impl Iterator<Item = &str> {
    text.split("__MSG_")
        .skip(1)
        .filter_map(|rest| rest.split_once("__").map(|(name, _)| name))
}

/// The names in a script such as `chrome.i18n.getMessage("open")`.
fn names_in_script(script: &str) -> impl Iterator<Item = &str> {
    script
        .split(CALL)
        .skip(1)
        .filter_map(|rest| rest.split_once('"').map(|(name, _)| name))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MANIFEST: &str = r#"{ "default_locale": "en", "name": "__MSG_name__", "action": { "default_title": "__MSG_open__ (__MSG_name__)" } }"#;

    fn refusals(manifest: &str, locales: &[(&str, &str)]) -> Vec<String> {
        let mut files = Files::new();
        for (locale, messages) in locales {
            files.insert(format!("_locales/{locale}/messages.json"), *messages);
        }
        check(&Manifest::parse(manifest).unwrap(), &files)
            .iter()
            .map(Refusal::to_string)
            .collect()
    }

    const BOTH: &str = r#"{ "name": { "message": "Name" }, "open": { "message": "Open" } }"#;

    #[test]
    fn messages_in_every_language_pass() {
        assert!(refusals(MANIFEST, &[("en", BOTH), ("de", BOTH)]).is_empty());
    }

    #[test]
    fn a_message_that_one_language_lacks_is_refused_with_the_language() {
        let german = r#"{ "name": { "message": "Name" }, "open": { "message": "" } }"#;
        let sentences = refusals(MANIFEST, &[("en", BOTH), ("de", german)]);
        assert_eq!(sentences.len(), 1);
        assert!(
            sentences[0].contains("`open`") && sentences[0].contains("_locales/de/"),
            "{sentences:?}"
        );
    }

    #[test]
    fn a_default_language_without_messages_is_refused() {
        assert!(refusals(MANIFEST, &[("de", BOTH)])[0].contains("_locales/en/messages.json"));
        let without = r#"{ "name": "__MSG_name__" }"#;
        assert!(refusals(without, &[("en", BOTH)])[0].contains("no `default_locale`"));
    }

    #[test]
    fn a_message_that_only_a_script_shows_is_missed_too() {
        let mut files = Files::new();
        files.insert("_locales/en/messages.json", BOTH);
        files.insert(
            "background.js",
            r#"f(chrome.i18n.getMessage("open"), chrome.i18n.getMessage("closed", [1]), getMessage(name))"#,
        );
        let sentences = check(&Manifest::parse(MANIFEST).unwrap(), &files);
        assert_eq!(sentences.len(), 1);
        let sentence = sentences[0].to_string();
        assert!(
            sentence.contains("background.js shows the message `closed`"),
            "{sentence}"
        );
    }

    #[test]
    fn messages_that_cannot_be_read_are_refused() {
        assert!(refusals(MANIFEST, &[("en", "{")])[0].contains("_locales/en/messages.json cannot be read"));
    }
}
