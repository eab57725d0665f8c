//! What a browser has to be told so that the extension in it meets this machine and nobody else.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use thirtyfour::WebDriver;
use thirtyfour::extensions::addons::firefox::FirefoxTools;

use super::{hosts, package};
use crate::{Browser, Fault, Outcome, Page, Surroundings};

/// The part of the extension's address in Firefox that differs from one installation to the next.
const UUID: &str = "0a6d1f6e-4f0c-4d7a-9c55-2f8c5b1de0a1";

/// The extension before the browser has started, and how the browser is told of it.
pub(super) enum Launch {
    /// An unpacked folder, named at the start. The browser derives the extension's id from the folder's path.
    Chromium { capabilities: Value },
    /// A zip, installed after the start. The id is in its manifest.
    Firefox {
        capabilities: Value,
        zip: String,
        id: String,
    },
}

/// The extension in the running browser.
#[derive(Debug)]
pub(super) struct Installed {
    /// What the browser calls it.
    pub(super) id: String,
    /// The beginning of its pages' addresses, without a slash at the end.
    pub(super) origin: String,
}

impl Launch {
    /// Makes the extension ready in a test's own folder; `port` is where this machine speaks TLS for the hosts.
    pub(super) fn prepare(
        browser: Browser,
        surroundings: &Surroundings,
        folder: &Path,
        profile: &Path,
        port: u16,
    ) -> Outcome<Self> {
        let zip = package::of(browser, surroundings)?;
        let mut capabilities = browser.capabilities(surroundings, profile);
        match browser {
            Browser::Chromium => {
                let extension = folder.join("extension");
                package::unpack(&zip, &extension)?;
                say_yes_in_chromium(&extension, profile)?;
                tell_chromium(&mut capabilities, &extension, port)?;
                Ok(Self::Chromium { capabilities })
            }
            Browser::Firefox => {
                let id = package::id_for_firefox(&zip)?;
                tell_firefox(&mut capabilities, &id, port)?;
                let zip = zip.canonicalize()?.display().to_string();
                Ok(Self::Firefox {
                    capabilities,
                    zip,
                    id,
                })
            }
        }
    }

    /// What the browser is started with.
    pub(super) fn capabilities(&self) -> Value {
        match self {
            Self::Chromium { capabilities } | Self::Firefox { capabilities, .. } => capabilities.clone(),
        }
    }

    /// Installs it, or waits until the browser has.
    pub(super) async fn install(self, driver: &WebDriver) -> Outcome<Installed> {
        match self {
            Self::Chromium { .. } => {
                let page = Page::new(driver.clone(), Browser::Chromium, String::new());
                let id = page
                    .until_there("the extension's service worker has started", async || {
                        let targets = driver.cdp().send_raw("Target.getTargets", json!({})).await?;
                        Ok(id_of_a_worker(&targets))
                    })
                    .await?;
                let origin = format!("chrome-extension://{id}");
                Ok(Installed { id, origin })
            }
            Self::Firefox { zip, id, .. } => {
                let tools = FirefoxTools::new(driver.handle().clone());
                tools.install_addon(&zip, Some(true)).await?;
                let origin = format!("moz-extension://{UUID}");
                Ok(Installed { id, origin })
            }
        }
    }
}

fn tell_chromium(capabilities: &mut Value, extension: &Path, port: u16) -> Outcome {
    let rules = hosts::ALL
        .map(|host| format!("MAP {host} 127.0.0.1:{port}"))
        .join(", ");
    let extension = extension.display();
    let further = [
        format!("--disable-extensions-except={extension}"),
        format!("--load-extension={extension}"),
        format!("--host-resolver-rules={rules}"),
        "--ignore-certificate-errors".to_owned(),
    ];
    let options = part(capabilities, "/goog:chromeOptions")?;
    // The popup and the side panel are windows to the driver too.
    options.insert("enableExtensionTargets".to_owned(), true.into());
    match options.get_mut("args") {
        Some(Value::Array(arguments)) => {
            arguments.extend(further.map(Value::from));
            Ok(())
        }
        _ => Err(Fault::new("Chromium's capabilities hold no list of arguments.")),
    }
}

/// The person says yes to the permissions for which Chromium would show a question that no driver can answer: it does not ask again
/// for what was granted before. Whether the extension has a permission is another matter; it still has to ask for it.
fn say_yes_in_chromium(extension: &Path, profile: &Path) -> Outcome {
    let granted = json!({ "runtime_granted_permissions": { "api": ["clipboardRead", "clipboardWrite", "notifications"] } });
    let preferences = json!({ "extensions": { "settings": { id_in_chromium(extension)?: granted } } });
    let folder = profile.join("Default");
    fs::create_dir(&folder)?;
    Ok(fs::write(folder.join("Preferences"), preferences.to_string())?)
}

/// The id that Chromium derives from the path of an unpacked extension: the first sixteen bytes of its checksum, in hexadecimal digits of
/// which the first is `a`.
fn id_in_chromium(extension: &Path) -> Outcome<String> {
    let path = extension.canonicalize()?;
    let checksum = Sha256::digest(path.as_os_str().as_encoded_bytes());
    let halves = checksum.iter().take(16).flat_map(|byte| [byte >> 4, byte & 15]);
    Ok(halves.map(|half| char::from(b'a' + half)).collect())
}

fn tell_firefox(capabilities: &mut Value, id: &str, port: u16) -> Outcome {
    part(capabilities, "")?.insert("acceptInsecureCerts".to_owned(), true.into());
    let further = [
        (
            "extensions.webextensions.uuids",
            json!({ id: UUID }).to_string().into(),
        ),
        ("network.dns.forceResolve", Value::from("127.0.0.1")),
        ("network.socket.forcePort", format!("443={port}").into()),
        // The person says yes to whatever the extension asks for.
        ("extensions.webextOptionalPermissionPrompts", false.into()),
        // Firefox shows notices in windows of its own: on a machine without a desktop there is nobody else to show them.
        ("alerts.useSystemBackend", false.into()),
    ];
    let preferences = part(capabilities, "/moz:firefoxOptions/prefs")?;
    preferences.extend(further.map(|(name, value)| (name.to_owned(), value)));
    Ok(())
}

fn part<'a>(capabilities: &'a mut Value, pointer: &str) -> Outcome<&'a mut serde_json::Map<String, Value>> {
    let part = capabilities.pointer_mut(pointer).and_then(Value::as_object_mut);
    part.ok_or_else(|| Fault::new(format!("The browser's capabilities have no “{pointer}”.")))
}

fn id_of_a_worker(targets: &Value) -> Option<String> {
    let targets = targets.get("targetInfos").and_then(Value::as_array)?;
    targets
        .iter()
        .filter(|target| target.get("type").and_then(Value::as_str) == Some("service_worker"))
        .filter_map(|target| target.get("url").and_then(Value::as_str))
        .find_map(|address| {
            Some(
                address
                    .strip_prefix("chrome-extension://")?
                    .split_once('/')?
                    .0
                    .to_owned(),
            )
        })
}
