//! Set-up work that is under way, and telling a person about it.

use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::complaint::Complaint;
use crate::console;
use crate::network;
use crate::process::{self, Ending};
use crate::workspace::Workspace;

/// How long a single set-up command may take before it counts as hung.
const LIMIT: Duration = Duration::from_secs(30 * 60);

/// All set-up work that is under way.
pub(crate) struct Progress {
    workspace: Workspace,
    began: Instant,
    given_up: Mutex<Option<Complaint>>,
    under_way: Mutex<Vec<Line>>,
    /// Between two reports; nothing when other output is on the console and only beginnings and ends are told.
    interval: Option<Duration>,
}

/// One piece of work, and the last thing it said.
struct Line {
    name: String,
    latest: String,
}

impl Progress {
    /// Reports on what is under way as long as the result is alive: every second on one line for a person, every half minute on
    /// a line of its own otherwise.
    pub(crate) fn reporting(workspace: &Workspace) -> Arc<Self> {
        let interval = match console::is_lively() {
            true => Duration::from_secs(1),
            false => Duration::from_secs(30),
        };
        let progress = Self::new(workspace, Some(interval));
        let watched = Arc::downgrade(&progress);
        std::thread::spawn(move || {
            loop {
                std::thread::sleep(interval);
                match watched.upgrade() {
                    Some(progress) => progress.report(),
                    None => break,
                }
            }
        });
        progress
    }

    /// Tells only when something begins and ends, because other output is on the console meanwhile.
    pub(crate) fn beside_other_output(workspace: &Workspace) -> Arc<Self> {
        Self::new(workspace, None)
    }

    fn new(workspace: &Workspace, interval: Option<Duration>) -> Arc<Self> {
        Arc::new(Self {
            workspace: workspace.clone(),
            began: Instant::now(),
            given_up: Mutex::new(None),
            under_way: Mutex::new(Vec::new()),
            interval,
        })
    }

    /// Ends what is under way: something failed without which nobody needs the rest. Only the first cause is kept, since those
    /// that follow tell of nothing but the end.
    pub(crate) fn give_up(&self, cause: Complaint) {
        self.cause().get_or_insert(cause);
    }

    /// Why everything was given up, if it was.
    pub(crate) fn given_up(&self) -> Option<Complaint> {
        self.cause().clone()
    }

    /// Passes a result on, and gives everything up where it is a failure.
    pub(crate) fn insist<T>(&self, result: Result<T, Complaint>) -> Result<T, Complaint> {
        if let Err(complaint) = &result {
            self.give_up(complaint.clone());
        }
        result
    }

    /// Tells a person something that is worth a line of its own.
    pub(crate) fn tell(&self, text: &str) {
        match self.is_on_one_line() {
            true => console::say(&format!("\r\x1b[2K{text}")),
            false => console::say(text),
        }
    }

    /// Runs a command of the set-up. Its output goes to a log file; `what` names it in reports ("trunk 0.21.14"), `purpose`
    /// completes "Installing …" and may say how long it takes.
    pub(crate) fn run(&self, what: &str, purpose: &str, mut command: Command) -> Result<(), SetupFailure> {
        let began = Instant::now();
        let mut failure = SetupFailure {
            what: what.to_owned(),
            program: process::name_of(&command),
            log: String::new(),
            output: String::new(),
            cause: Cause::Ended(Ending::Unwanted),
        };
        if self.given_up().is_some() {
            return Err(failure);
        }
        self.tell(purpose);
        let log = self.workspace.log(&what.replace([' ', '/'], "-"));
        failure.log = self.workspace.shown(&log).to_string();
        // The log is plain text, whatever the console looks like.
        command
            .env("CARGO_TERM_COLOR", "never")
            .env("NO_COLOR", "true")
            .env("CARGO_TERM_PROGRESS_WHEN", "never");
        command.current_dir(self.workspace.root());
        self.begin(what);
        let mut output = String::new();
        let ending = process::watch(command, LIMIT, &|| self.given_up().is_some(), &mut |line| {
            let line = console::plain(line);
            self.update(what, line.trim());
            output.push_str(&line);
            output.push('\n');
        });
        self.end(what);
        let ending = match ending.and_then(|ending| write_log(&log, &output).map(|()| ending)) {
            Ok(ending) => ending,
            Err(complaint) => {
                failure.cause = Cause::System(complaint);
                return Err(failure);
            }
        };
        match ending.is_success() {
            true => {
                self.tell(&format!(
                    "  {what}: done in {}",
                    console::elapsed(began.elapsed())
                ));
                Ok(())
            }
            false => {
                failure.output = output;
                failure.cause = Cause::Ended(ending);
                Err(failure)
            }
        }
    }

    /// [`Self::run`] for a command that is about the source: when it fails, a person has to see what it says.
    pub(crate) fn run_shown(
        &self,
        what: &str,
        purpose: &str,
        command: Command,
        again: &str,
    ) -> Result<(), Complaint> {
        self.run(what, purpose, command).map_err(|failure| {
            if !failure.is_unwanted() {
                self.tell(&failure.output);
            }
            failure.complaint(again)
        })
    }

    fn cause(&self) -> std::sync::MutexGuard<'_, Option<Complaint>> {
        self.given_up.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn is_on_one_line(&self) -> bool {
        self.interval.is_some() && console::is_lively()
    }

    fn begin(&self, name: &str) {
        self.lines().push(Line {
            name: name.to_owned(),
            latest: String::new(),
        });
    }

    fn update(&self, name: &str, latest: &str) {
        if let Some(line) = self.lines().iter_mut().find(|line| line.name == name)
            && !latest.is_empty()
        {
            latest.clone_into(&mut line.latest);
        }
    }

    fn end(&self, name: &str) {
        self.lines().retain(|line| line.name != name);
        if self.is_on_one_line() {
            print_over("");
        }
    }

    fn lines(&self) -> std::sync::MutexGuard<'_, Vec<Line>> {
        self.under_way.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn report(&self) {
        let lines = self.lines();
        let parts: Vec<String> = lines
            .iter()
            .map(|line| format!("{}: {}", line.name, line.latest))
            .collect();
        let text = format!(
            "  [{}] {}",
            console::elapsed(self.began.elapsed()),
            parts.join(" · ")
        );
        match (parts.is_empty(), self.is_on_one_line()) {
            (true, _) => {}
            (false, true) => print_over(&text.chars().take(100).collect::<String>()),
            (false, false) => console::say(&text),
        }
    }
}

/// Replaces what stands on the console's last line.
fn print_over(text: &str) {
    let mut output = std::io::stdout().lock();
    // As with every line, a console that is gone is no reason to stop.
    let _closed = write!(output, "\r\x1b[2K{text}").and_then(|()| output.flush());
}

fn write_log(path: &Path, text: &str) -> Result<(), Complaint> {
    let folder = path.parent().unwrap_or(path);
    std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(path, text))
        .map_err(|cause| Complaint::system(format_args!("write {}", path.display()), &cause))
}

/// A command of the set-up that did not do what it is for.
#[derive(Debug)]
pub(crate) struct SetupFailure {
    what: String,
    program: String,
    log: String,
    output: String,
    cause: Cause,
}

#[derive(Debug)]
enum Cause {
    /// The command ended as it should not.
    Ended(Ending),
    /// It could not be run, watched or logged.
    System(Complaint),
}

impl SetupFailure {
    /// What the command printed, on both streams.
    pub(crate) fn output(&self) -> &str {
        &self.output
    }

    /// The sentence for a person. `again` is the command that helps once the cause is out of the way.
    pub(crate) fn complaint(&self, again: &str) -> Complaint {
        match &self.cause {
            Cause::System(complaint) => complaint.clone(),
            Cause::Ended(_) if network::was_unreachable(&self.output) => Complaint::new(format!(
                "There is no network, and {} comes over it; connect this computer and run `{again}` again.",
                self.what
            )),
            Cause::Ended(ending) => Complaint::new(format!(
                "At {}, {} {ending}{}; the whole output is in {}, and `{again}` tries again.",
                self.what,
                self.program,
                first_error(&self.output)
                    .map(|line| format!(" ({line})"))
                    .unwrap_or_default(),
                self.log,
            )),
        }
    }

    /// Whether the command was ended because something else had failed: then that is what a person wants to hear about.
    fn is_unwanted(&self) -> bool {
        matches!(self.cause, Cause::Ended(Ending::Unwanted))
    }
}

/// The line of a log that says the most: the first that begins with "error", or else the last that is not empty.
fn first_error(output: &str) -> Option<&str> {
    let mut lines = output.lines().map(str::trim).filter(|line| !line.is_empty());
    let error = lines.clone().find(|line| {
        let start = line.get(..5).unwrap_or_default();
        start.eq_ignore_ascii_case("error") || line.starts_with("npm error") || line.starts_with("E: ")
    });
    error.or_else(|| lines.next_back())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_error_is_worth_more_than_the_last_line() {
        assert_eq!(
            first_error("Compiling a\nerror: no\nwarning: late\n\n"),
            Some("error: no")
        );
        assert_eq!(
            first_error("ERROR: No matching distribution\nlast"),
            Some("ERROR: No matching distribution")
        );
        assert_eq!(first_error("one\ntwo\n\n"), Some("two"));
        assert_eq!(first_error(""), None);
    }

    fn failed(output: String) -> SetupFailure {
        SetupFailure {
            what: "trunk 0.21.14".to_owned(),
            program: "cargo".to_owned(),
            log: "trunk.log".to_owned(),
            output,
            cause: Cause::Ended(Ending::OutOfTime),
        }
    }

    #[test]
    fn a_broken_network_is_told_without_the_output() {
        let output = "error: failed to fetch\nCaused by: Couldn't resolve host name".to_owned();
        let failure = failed(output);
        let sentence = failure.complaint("cargo xtask serve").to_string();
        assert!(
            sentence.contains("no network") && sentence.contains("`cargo xtask serve`"),
            "{sentence}"
        );
    }

    #[test]
    fn another_failure_names_its_log() {
        let output = "error: linking failed".to_owned();
        let failure = failed(output);
        let sentence = failure.complaint("cargo xtask serve").to_string();
        assert!(
            sentence.contains("(error: linking failed)") && sentence.contains("trunk.log"),
            "{sentence}"
        );
    }
}
