//! From a page, a folder and a manifest to three archives.

use crate::browser::{Browser, ONLY_IN, What};
use crate::checks;
use crate::files::Files;
use crate::manifest::Manifest;
use crate::refusal::Refusal;

/// What the packages are made from.
#[derive(Clone, Debug)]
pub struct Inputs<'a> {
    /// The page as it is bundled.
    pub page: &'a Files,
    /// What only the extension has, named as at the root of its archive.
    pub extension: &'a Files,
    /// The text of the one manifest.
    pub manifest: &'a str,
    /// The workspace's version.
    pub version: &'a str,
    /// The names of the hosts that the extension may reach without asking.
    pub hosts: &'a [&'a str],
}

/// An archive and its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Packed {
    /// The name of its file.
    pub name: &'static str,
    /// Its bytes.
    pub archive: Vec<u8>,
}

/// Makes `chrome.zip`, `firefox.zip` and `page.zip`.
///
/// # Errors
/// Everything that is wrong with the inputs, each fault once.
pub fn pack(inputs: &Inputs<'_>) -> Result<Vec<Packed>, Vec<Refusal>> {
    let manifest = Manifest::parse(inputs.manifest).map_err(|refusal| vec![refusal])?;
    let mut refusals = checks::version(&manifest, inputs.version);
    refusals.extend(checks::hosts(&manifest, inputs.hosts));
    refusals.extend(checks::policy(&manifest, inputs.page));
    refusals.extend(collisions(inputs));
    let mut contents = vec![("page.zip", inputs.page.clone())];
    for browser in Browser::ALL {
        let files = extension(inputs, &manifest, browser);
        let manifest = manifest.of(browser);
        refusals.extend(checks::named_files(&manifest, &files, browser));
        refusals.extend(checks::messages(&manifest, &files));
        contents.push((browser.package(), files));
    }
    let mut packed = Vec::new();
    for (name, files) in contents {
        refusals.extend(checks::file_types(&files));
        refusals.extend(checks::inline(&files));
        match files.zip() {
            Ok(archive) => packed.push(Packed { name, archive }),
            Err(refusal) => refusals.push(refusal),
        }
    }
    match refusals.is_empty() {
        true => {
            packed.sort_by_key(|packed| packed.name);
            Ok(packed)
        }
        false => Err(each_once(refusals)),
    }
}

/// The files of one browser's extension. A file that the whole manifest names and this browser's does not is of no use to it, nor is one
/// that is only for the other.
fn extension(inputs: &Inputs<'_>, manifest: &Manifest, browser: Browser) -> Files {
    let mut files = inputs.page.clone();
    for (name, content) in inputs.extension.iter() {
        files.insert(name, content);
    }
    let own = manifest.of(browser);
    for name in manifest.files().difference(&own.files()) {
        files.remove(name);
    }
    for rule in ONLY_IN.iter().filter(|rule| rule.browser != browser) {
        if let What::File(name) = rule.what {
            files.remove(name);
        }
    }
    files.insert("manifest.json", own.text());
    files
}

fn collisions(inputs: &Inputs<'_>) -> Vec<Refusal> {
    inputs
        .extension
        .iter()
        .filter(|(name, _)| *name == "manifest.json" || inputs.page.contains(name))
        .map(|(name, _)| {
            Refusal::new(format!(
                "`{name}` is in public/extension and would take the place of another file in the package; rename it or take it out."
            ))
        })
        .collect()
}

/// The same fault shows in more than one package.
fn each_once(refusals: Vec<Refusal>) -> Vec<Refusal> {
    let mut once: Vec<Refusal> = Vec::new();
    for refusal in refusals {
        if !once.contains(&refusal) {
            once.push(refusal);
        }
    }
    once
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::unzip;

    const MANIFEST: &str = r#"{
        "manifest_version": 3,
        "name": "__MSG_name__",
        "default_locale": "en",
        "version": "0.1.0",
        "action": { "default_popup": "index.html?surface=popup" },
        "background": { "service_worker": "background.js", "scripts": ["background.js"] },
        "storage": { "managed_schema": "managed-policy.schema.json" },
        "host_permissions": ["https://one.example/*"],
        "content_security_policy": { "extension_pages": "default-src 'none'; frame-ancestors 'none'" }
    }"#;
    const PAGE: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">";

    fn page() -> Files {
        let mut files = Files::new();
        files.insert("index.html", PAGE);
        files.insert("app_bg.wasm", "\0asm");
        files
    }

    fn extension_folder() -> Files {
        let mut files = Files::new();
        files.insert("background.js", "");
        files.insert("managed-policy.schema.json", "{}");
        files.insert(
            "_locales/en/messages.json",
            r#"{ "name": { "message": "Name" } }"#,
        );
        files
    }

    fn packed(manifest: &str, page: &Files, extension: &Files) -> Result<Vec<Packed>, Vec<Refusal>> {
        pack(&Inputs {
            page,
            extension,
            manifest,
            version: "0.1.0",
            hosts: &["one.example"],
        })
    }

    fn names(archive: &[u8]) -> Vec<String> {
        unzip(archive)
            .unwrap()
            .iter()
            .map(|(name, _)| name.to_owned())
            .collect()
    }

    #[test]
    fn each_archive_holds_what_belongs_in_it_and_nothing_else() {
        let archives = packed(MANIFEST, &page(), &extension_folder()).unwrap();
        let archive_names: Vec<&str> = archives.iter().map(|archive| archive.name).collect();
        assert_eq!(archive_names, ["chrome.zip", "firefox.zip", "page.zip"]);
        assert_eq!(
            names(&archives[0].archive),
            [
                "_locales/en/messages.json",
                "app_bg.wasm",
                "background.js",
                "index.html",
                "managed-policy.schema.json",
                "manifest.json"
            ]
        );
        assert_eq!(
            names(&archives[1].archive),
            [
                "_locales/en/messages.json",
                "app_bg.wasm",
                "background.js",
                "index.html",
                "manifest.json"
            ]
        );
        assert_eq!(names(&archives[2].archive), ["app_bg.wasm", "index.html"]);
    }

    #[test]
    fn a_file_that_is_only_for_one_browser_is_left_out_of_the_other_package() {
        let mut extension = extension_folder();
        extension.insert("clipboard.html", "");
        extension.insert("clipboard.js", "");
        let archives = packed(MANIFEST, &page(), &extension).unwrap();
        let has = |archive: &Packed, name: &str| names(&archive.archive).iter().any(|entry| entry == name);
        for name in ["clipboard.html", "clipboard.js"] {
            assert!(has(&archives[0], name), "{name}");
            assert!(!has(&archives[1], name), "{name}");
        }
    }

    #[test]
    fn the_same_inputs_make_the_same_bytes() {
        assert_eq!(
            packed(MANIFEST, &page(), &extension_folder()),
            packed(MANIFEST, &page(), &extension_folder())
        );
    }

    #[test]
    fn every_fault_is_told_at_once_and_once() {
        let mut page = page();
        page.insert("app.js.map", "{}");
        let mut extension = extension_folder();
        extension.remove("background.js");
        let manifest = MANIFEST.replace("0.1.0", "0.2.0");
        let sentences: Vec<String> = packed(&manifest, &page, &extension)
            .unwrap_err()
            .iter()
            .map(Refusal::to_string)
            .collect();
        let told = |part: &str| {
            sentences
                .iter()
                .filter(|sentence| sentence.contains(part))
                .count()
        };
        assert_eq!(told("version 0.2.0"), 1);
        assert_eq!(told("`app.js.map`"), 1);
        assert_eq!(told("`background.js` for Chrome"), 1);
        assert_eq!(told("`background.js` for Firefox"), 1);
        assert_eq!(sentences.len(), 4, "{sentences:?}");
    }

    #[test]
    fn a_file_that_would_replace_another_is_refused() {
        for name in ["index.html", "manifest.json"] {
            let mut extension = extension_folder();
            extension.insert(name, PAGE);
            let refusals = packed(MANIFEST, &page(), &extension).unwrap_err();
            assert!(
                refusals[0]
                    .to_string()
                    .contains(&format!("`{name}` is in public/extension"))
            );
        }
    }
}
