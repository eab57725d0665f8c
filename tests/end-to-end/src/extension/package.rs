//! The zips that are handed in to the browsers' shops.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use serde_json::Value;
use zip::ZipArchive;

use crate::{Browser, Fault, Outcome, Surroundings};

/// The zip for a browser.
///
/// # Errors
/// It has not been made.
pub(super) fn of(browser: Browser, surroundings: &Surroundings) -> Outcome<PathBuf> {
    let name = match browser {
        Browser::Chromium => "chrome.zip",
        Browser::Firefox => "firefox.zip",
    };
    let zip = surroundings.packages.join(name);
    match zip.is_file() {
        true => Ok(zip),
        false => Err(Fault::new(format!(
            "There is no package at {}: run “cargo xtask package”, or name the folder with the packages in PACKAGES_DIR.",
            zip.display()
        ))),
    }
}

/// Unpacks a zip into a new folder, which a browser can load.
///
/// # Errors
/// It is no zip, or the disk refuses.
pub(super) fn unpack(zip: &Path, folder: &Path) -> Outcome {
    fs::create_dir(folder)?;
    Ok(ZipArchive::new(File::open(zip)?)?.extract(folder)?)
}

/// The id that Firefox's manifest gives the extension.
///
/// # Errors
/// There is none.
pub(super) fn id_for_firefox(zip: &Path) -> Outcome<String> {
    let mut zip = ZipArchive::new(File::open(zip)?)?;
    let manifest: Value = serde_json::from_reader(zip.by_name("manifest.json")?)?;
    let id = manifest.pointer("/browser_specific_settings/gecko/id");
    match id.and_then(Value::as_str) {
        Some(id) => Ok(id.to_owned()),
        None => Err(Fault::new("The manifest for Firefox gives the extension no id.")),
    }
}
