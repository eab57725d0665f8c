//! Running other programs: to watch them line by line, and so that none is left behind.

use std::io::{BufRead, BufReader, ErrorKind};
use std::process::{Child, Command, ExitCode, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::{Duration, Instant};

use crate::complaint::Complaint;

/// How a watched program ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// By itself.
    Exited(ExitStatus),
    /// It ran longer than it may and was ended.
    OutOfTime,
    /// It was ended because its result is not wanted any more.
    Unwanted,
}

impl Ending {
    /// Whether the program itself said that all is well.
    pub(crate) fn is_success(self) -> bool {
        matches!(self, Self::Exited(status) if status.success())
    }
}

/// For completing "cargo …": `ended with exit status: 101`.
impl std::fmt::Display for Ending {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Exited(status) => write!(formatter, "ended with {status}"),
            Self::OutOfTime => formatter.write_str("took too long and was ended"),
            Self::Unwanted => formatter.write_str("was ended because another step failed"),
        }
    }
}

/// How long output may still arrive from something that a program left behind after its own end.
const PATIENCE_AFTER_THE_END: Duration = Duration::from_secs(2);

/// Runs a program without input and passes on each line it prints, on either stream, in the order it prints them. After
/// `limit`, or once `is_unwanted` says so, the program and what it started are ended.
pub(crate) fn watch(
    mut command: Command,
    limit: Duration,
    is_unwanted: &dyn Fn() -> bool,
    on_line: &mut dyn FnMut(&str),
) -> Result<Ending, Complaint> {
    let (reader, writer) = std::io::pipe().map_err(|cause| Complaint::system("make a pipe", &cause))?;
    let second = writer
        .try_clone()
        .map_err(|cause| Complaint::system("make a pipe", &cause))?;
    command.stdin(Stdio::null()).stdout(writer).stderr(second);
    let mut running = Running::start(&mut command)?;
    // The command holds the pipe's writing ends, and the reader sees the end only once all of them are gone.
    drop(command);

    let (sender, lines) = mpsc::channel();
    std::thread::spawn(move || {
        let mut reader = BufReader::new(reader);
        let mut line = Vec::new();
        while matches!(reader.read_until(b'\n', &mut line), Ok(length) if length > 0) {
            let text = String::from_utf8_lossy(&line);
            if sender
                .send(text.trim_end_matches(['\n', '\r']).to_owned())
                .is_err()
            {
                break;
            }
            line.clear();
        }
    });

    let began = Instant::now();
    let mut ended: Option<(ExitStatus, Instant)> = None;
    loop {
        match lines.recv_timeout(Duration::from_millis(100)) {
            Ok(line) => on_line(&line),
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => {
                let status = running.wait()?;
                return Ok(Ending::Exited(status));
            }
        }
        match ended {
            Some((status, at)) if at.elapsed() > PATIENCE_AFTER_THE_END => return Ok(Ending::Exited(status)),
            Some(_) => {}
            None => ended = running.exit_status()?.map(|status| (status, Instant::now())),
        }
        if ended.is_none() && began.elapsed() > limit {
            running.end();
            return Ok(Ending::OutOfTime);
        }
        if ended.is_none() && is_unwanted() {
            running.end();
            return Ok(Ending::Unwanted);
        }
    }
}

/// A program that is ended, together with everything it started, when this value goes away.
#[derive(Debug)]
pub(crate) struct Running {
    child: Child,
    name: String,
}

impl Running {
    /// Starts a program.
    pub(crate) fn start(command: &mut Command) -> Result<Self, Complaint> {
        let name = name_of(command);
        match command.spawn() {
            Ok(child) => Ok(Self { child, name }),
            Err(cause) => Err(not_started(&name, &cause)),
        }
    }

    /// How it ended, if it did.
    pub(crate) fn exit_status(&mut self) -> Result<Option<ExitStatus>, Complaint> {
        self.child
            .try_wait()
            .map_err(|cause| Complaint::system(format_args!("watch {}", self.name), &cause))
    }

    /// Waits until it ends by itself.
    pub(crate) fn wait(&mut self) -> Result<ExitStatus, Complaint> {
        self.child
            .wait()
            .map_err(|cause| Complaint::system(format_args!("wait for {}", self.name), &cause))
    }

    /// Ends it and everything it started. What has ended already is left alone: its number may belong to somebody else by now.
    pub(crate) fn end(&mut self) {
        if let Ok(None) = self.child.try_wait() {
            end_all(&descendants(self.child.id()));
            // Both fail only when the program is gone, which is what they are for.
            let _gone = self.child.kill();
            let _gone = self.child.wait();
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.end();
    }
}

/// This process turns into another program.
#[cfg(unix)]
pub(crate) fn turn_into(mut command: Command) -> Result<ExitCode, Complaint> {
    use std::os::unix::process::CommandExt;
    let cause = command.exec();
    Err(not_started(&name_of(&command), &cause))
}

/// Where a process cannot turn into another, it waits for it.
#[cfg(not(unix))]
pub(crate) fn turn_into(mut command: Command) -> Result<ExitCode, Complaint> {
    let status = Running::start(&mut command)?.wait()?;
    Ok(if status.success() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// The last part of a program's path, for messages.
pub(crate) fn name_of(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    program
        .file_name()
        .unwrap_or(program.as_os_str())
        .to_string_lossy()
        .into_owned()
}

/// Why a program could not be started.
pub(crate) fn not_started(name: &str, cause: &std::io::Error) -> Complaint {
    match cause.kind() {
        ErrorKind::NotFound => Complaint::new(format!(
            "The program `{name}` was not found; install it or put it on PATH."
        )),
        _ => Complaint::system(format_args!("start {name}"), cause),
    }
}

/// The processes that a process started, and those that they started. Where the system has no `/proc`, none are known, and
/// ending the program itself has to do.
fn descendants(of: u32) -> Vec<u32> {
    let Ok(entries) = std::fs::read_dir("/proc") else {
        return Vec::new();
    };
    let parents: Vec<(u32, u32)> = entries
        .filter_map(|entry| {
            let process: u32 = entry.ok()?.file_name().to_str()?.parse().ok()?;
            parent_in(&std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?)
                .map(|parent| (process, parent))
        })
        .collect();
    let mut found = vec![of];
    let mut looked_at = 0;
    while let Some(&parent) = found.get(looked_at) {
        found.extend(
            parents
                .iter()
                .filter(|(_, of)| *of == parent)
                .map(|(process, _)| *process),
        );
        looked_at += 1;
    }
    found.split_off(1)
}

/// The parent in a line of `/proc/N/stat`: the second word after the program's name, which stands in brackets and may hold any
/// character.
fn parent_in(stat: &str) -> Option<u32> {
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

fn end_all(processes: &[u32]) {
    if cfg!(unix) && !processes.is_empty() {
        // The standard library ends only its own children; the shell's `kill` is there wherever a shell is. That it fails for a
        // process which ended in the meantime is expected.
        let _ended_in_the_meantime = Command::new("sh")
            .args(["-c", "kill -KILL \"$@\"", "sh"])
            .args(processes.iter().map(u32::to_string))
            .stderr(Stdio::null())
            .status();
    }
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    fn watched(script: &str, limit: Duration, unwanted: bool) -> (Ending, Vec<String>) {
        let mut lines = Vec::new();
        let mut keep = |line: &str| lines.push(line.to_owned());
        let ending = watch(shell(script), limit, &|| unwanted, &mut keep).unwrap();
        (ending, lines)
    }

    const LONG: Duration = Duration::from_secs(60);

    #[test]
    fn lines_of_both_streams_arrive_in_order() {
        let (ending, lines) = watched("echo one; echo two >&2; printf 'three'; exit 3", LONG, false);
        assert_eq!(lines, ["one", "two", "three"]);
        assert!(matches!(ending, Ending::Exited(status) if status.code() == Some(3)));
    }

    #[test]
    fn a_program_beyond_its_limit_is_ended_with_what_it_started() {
        let began = Instant::now();
        let (ending, lines) = watched("sleep 61 & echo $!; wait", Duration::from_millis(500), false);
        assert_eq!(ending, Ending::OutOfTime);
        assert!(began.elapsed() < Duration::from_secs(10));
        // A signal has been sent by then, and takes its time to arrive on a busy machine.
        let state = || std::fs::read_to_string(format!("/proc/{}/stat", lines[0])).unwrap_or_default();
        let is_over = || state().is_empty() || state().contains(") Z ");
        while !is_over() && began.elapsed() < Duration::from_secs(10) {
            std::thread::sleep(Duration::from_millis(10));
        }
        assert!(is_over(), "it still runs: {}", state());
    }

    #[test]
    fn a_program_whose_result_is_not_wanted_is_ended() {
        assert_eq!(watched("sleep 61", LONG, true).0, Ending::Unwanted);
    }

    #[test]
    fn something_left_behind_with_the_output_open_holds_nobody_up() {
        let began = Instant::now();
        let (ending, lines) = watched("sleep 8 & echo done", LONG, false);
        assert!(ending.is_success());
        assert_eq!(lines, ["done"]);
        assert!(began.elapsed() < Duration::from_secs(6));
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let complaint = Running::start(&mut Command::new("no-such-program-anywhere")).unwrap_err();
        assert!(
            complaint
                .to_string()
                .contains("`no-such-program-anywhere` was not found"),
            "{complaint}"
        );
    }

    #[test]
    fn the_parent_is_read_past_a_name_with_brackets() {
        assert_eq!(parent_in("42 (a ) b) S 17 42 42 0"), Some(17));
        assert_eq!(parent_in("nonsense"), None);
    }
}
