//! The process that drives a browser.

use std::fs::File;
use std::io;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process_group};

use crate::browser::TIME_ZONE;
use crate::{Browser, Fault, Outcome, Surroundings, closed_port};

/// How long a driver may take to answer for the first time.
const PATIENCE: Duration = Duration::from_secs(30);

/// A driver that was started for one test. It and every process of its browser are one process group, which ends with this.
pub(crate) struct Driver {
    process: Child,
    address: String,
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
        let mut command = Command::new(program);
        match browser {
            Browser::Chromium => command.arg(format!("--port={port}")),
            Browser::Firefox => {
                let debugging = closed_port()?;
                // System access is for one thing: preferring dark colours while the browser runs.
                command
                    .args([
                        "--allow-system-access",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        &port.to_string(),
                    ])
                    .args(["--websocket-port".to_owned(), debugging.to_string()])
            }
        };
        let log = File::create(folder.join("driver.log"))?;
        command
            .env("TZ", TIME_ZONE)
            .env("TMPDIR", folder)
            .env("LC_ALL", "en_US.UTF-8");
        command
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .process_group(0);
        let process = command
            .spawn()
            .map_err(|error| Fault::new(format!("{} does not start: {error}.", program.display())))?;
        let driver = Self {
            process,
            address: format!("http://127.0.0.1:{port}"),
        };
        driver.wait_until_it_answers().await?;
        Ok(driver)
    }

    /// Where it takes commands.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    async fn wait_until_it_answers(&self) -> Outcome {
        let client = reqwest::Client::builder().no_proxy().build()?;
        let deadline = Instant::now() + PATIENCE;
        let status = format!("{}/status", self.address);
        while Instant::now() < deadline {
            if client
                .get(&status)
                .send()
                .await
                .is_ok_and(|answer| answer.status().is_success())
            {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Err(Fault::new(format!(
            "The browser's driver did not answer within {} seconds.",
            PATIENCE.as_secs()
        )))
    }

    fn end(&mut self) -> io::Result<()> {
        let group = i32::try_from(self.process.id()).ok().and_then(Pid::from_raw);
        if let Some(group) = group {
            kill_process_group(group, Signal::KILL)?;
        }
        self.process.wait().map(|_| ())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if let Err(error) = self.end() {
            eprintln!(
                "A browser may still run: its driver, process {}, could not be ended: {error}.",
                self.process.id()
            );
        }
    }
}
