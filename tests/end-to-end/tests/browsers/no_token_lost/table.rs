//! What was seen, as the table that stands in SECURITY.md.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use end_to_end::{Browser, Fault, Outcome};

/// One test at a time reads or writes the file.
static FILE: Mutex<()> = Mutex::new(());

/// What came of each fault at one moment.
#[derive(Debug)]
pub(super) struct Table {
    moment: &'static str,
    rows: String,
}

impl Table {
    /// An empty table; the moment is the name of its place in SECURITY.md.
    pub(super) fn new(moment: &'static str) -> Self {
        Self {
            moment,
            rows: String::new(),
        }
    }

    /// Adds what was seen: the fault, what the person ended with, and what there is behind the page.
    pub(super) fn add(&mut self, fault: &str, ends: &str, behind: &str) -> Outcome {
        Ok(writeln!(self.rows, "| {fault} | {ends} | {behind} |")?)
    }

    /// Prints the table and compares it with the one in SECURITY.md.
    ///
    /// # Errors
    /// It is another one.
    pub(super) fn compare(self, browser: Browser) -> Outcome {
        let Self { moment, rows } = self;
        let table =
            format!("| What goes wrong | What the person ends with | What there is |\n|---|---|---|\n{rows}");
        // Past the capture of the test's output: the table is what the run has to show.
        write!(
            std::io::stdout(),
            "\nNo token lost, {moment}, {browser:?}:\n{table}\n"
        )?;
        let _only_one = FILE.lock().unwrap_or_else(PoisonError::into_inner);
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../SECURITY.md");
        let text = std::fs::read_to_string(&file)?;
        let (begin, end) = (
            format!("<!-- no token lost: {moment} -->\n\n"),
            "\n<!-- end -->".to_owned(),
        );
        let place = text
            .split_once(&begin)
            .and_then(|(before, rest)| Some((before, rest.split_once(&end)?)));
        let Some((before, (published, after))) = place else {
            return Err(Fault::new(format!("SECURITY.md has no place “{moment}”")));
        };
        if published == table {
            return Ok(());
        }
        if std::env::var_os("NO_TOKEN_LOST").is_some_and(|wish| wish == "write") {
            return Ok(std::fs::write(
                &file,
                format!("{before}{begin}{table}{end}{after}"),
            )?);
        }
        Err(Fault::new(format!(
            "The table “{moment}” of SECURITY.md is not what was seen; NO_TOKEN_LOST=write puts it there. It says:\n{published}"
        )))
    }
}
