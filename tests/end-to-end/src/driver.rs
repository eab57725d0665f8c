//! The process that drives a browser.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process_group};
use serde_json::Value;
use thirtyfour::{Capabilities, WebDriver};

use crate::browser::TIME_ZONE;
use crate::{Browser, Fault, Outcome, Surroundings, closed_port};

/// How long a driver may take to answer for the first time.
const PATIENCE: Duration = Duration::from_secs(30);

/// Starts the driver and waits for the end of its own input, which comes when the test's process is gone, however it
/// went. Then the whole process group goes: this shell, the driver and every process of the browser.
const WATCH: &str = r#""$@" & read -r _; kill -KILL 0"#;

/// A driver that was started for one test. It and every process of its browser are one process group, which ends with this
/// value, and with the test's process.
pub(crate) struct Driver {
    /// The shell that watches. Its input is a pipe that nothing is ever written to.
    watch: Child,
    address: String,
    log: PathBuf,
}

impl Driver {
    /// Starts the browser's driver on a free port; what it says goes to a file in `folder`.
    pub(crate) async fn start(browser: Browser, surroundings: &Surroundings, folder: &Path) -> Outcome<Self> {
        let (program, variable) = match browser {
            Browser::Chromium => {
                Surroundings::need(&surroundings.chromium, "Chromium", "CHROMIUM")?;
                (&surroundings.chromedriver, "CHROMEDRIVER")
            }
            Browser::Firefox => {
                Surroundings::need(&surroundings.firefox, "Firefox", "FIREFOX")?;
                (&surroundings.geckodriver, "GECKODRIVER")
            }
        };
        Surroundings::need(program, &format!("driver for {}", browser.name()), variable)?;
        let port = closed_port()?;
        let log = folder.join("driver.log");
        let file = File::create(&log)?;
        let watch = Command::new("/bin/sh")
            .args(["-c", WATCH, "sh"])
            .arg(program)
            .args(arguments(browser, port)?)
            .env("TZ", TIME_ZONE)
            .env("TMPDIR", folder)
            // What is kept for the person and not for the profile, such as an organisation's settings, is the test's own.
            .env("HOME", folder)
            .env("LC_ALL", "en_US.UTF-8")
            .stdin(Stdio::piped())
            .stdout(file.try_clone()?)
            .stderr(file)
            .process_group(0)
            .spawn()
            .map_err(|error| Fault::new(format!("{} does not start: {error}.", program.display())))?;
        let address = format!("http://127.0.0.1:{port}");
        let driver = Self { watch, address, log };
        driver.wait_until_it_answers().await?;
        Ok(driver)
    }

    /// Where it takes commands.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// Opens the browser with these capabilities.
    pub(crate) async fn open_browser(&self, capabilities: Value) -> Outcome<WebDriver> {
        let capabilities = capabilities.as_object().cloned().unwrap_or_default();
        let client = reqwest::Client::builder()
            .no_proxy()
            .timeout(PATIENCE * 3)
            .build()?;
        let session = WebDriver::builder(self.address(), Capabilities::from(capabilities))
            .client(client)
            .connect()
            .await?;
        Ok(session)
    }

    async fn wait_until_it_answers(&self) -> Outcome {
        let client = reqwest::Client::builder().no_proxy().build()?;
        let deadline = Instant::now() + PATIENCE;
        let status = format!("{}/status", self.address);
        while Instant::now() < deadline {
            let answer = client.get(&status).send().await;
            if answer.is_ok_and(|answer| answer.status().is_success()) {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let said = fs::read_to_string(&self.log).unwrap_or_default();
        let seconds = PATIENCE.as_secs();
        Err(Fault::new(format!(
            "The browser's driver did not answer within {seconds} seconds. It said: {said}"
        )))
    }

    fn end(&mut self) -> io::Result<()> {
        let group = i32::try_from(self.watch.id()).ok().and_then(Pid::from_raw);
        if let Some(group) = group {
            kill_process_group(group, Signal::KILL)?;
        }
        self.watch.wait().map(|_| ())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if let Err(error) = self.end() {
            let group = self.watch.id();
            eprintln!("A browser may still run: the process group {group} could not be ended: {error}.");
        }
    }
}

fn arguments(browser: Browser, port: u16) -> Outcome<Vec<OsString>> {
    let arguments = match browser {
        Browser::Chromium => vec![format!("--port={port}")],
        Browser::Firefox => vec![
            "--host=127.0.0.1".to_owned(),
            format!("--port={port}"),
            // Another free port; the one that it takes otherwise is the same for every driver.
            format!("--websocket-port={}", closed_port()?),
            // For one thing: preferring dark colours while the browser runs.
            "--allow-system-access".to_owned(),
        ],
    };
    Ok(arguments.into_iter().map(OsString::from).collect())
}
