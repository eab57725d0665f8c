//! The tests that failed, with what each of them said first.

use std::fmt;

/// How much of what a test said is repeated, in characters. All of it stands above.
const LONGEST: usize = 400;

/// Failed tests, in the order in which they were told of. They are named once more below the table: between the tests that failed and the
/// end of a run, other steps may have printed hundreds of lines.
#[derive(Debug, Default)]
pub(crate) struct FailedTests {
    tests: Vec<FailedTest>,
    /// Whether the lines that are read now are those of the last test.
    is_within: bool,
}

#[derive(Debug)]
struct FailedTest {
    name: String,
    said: String,
}

impl FailedTests {
    /// Reads a line of `cargo test` without colours.
    pub(crate) fn read(&mut self, line: &str) {
        if let Some(name) = heading(line) {
            self.tests.push(FailedTest {
                name: name.to_owned(),
                said: String::new(),
            });
            self.is_within = true;
        } else if line == "failures:" || line.starts_with("test result: ") {
            self.is_within = false;
        } else if let Some(test) = self.tests.last_mut().filter(|_| self.is_within) {
            test.add(line);
        }
    }
}

impl FailedTest {
    /// A panic's first line says only where, and the next one why, so two lines are kept.
    fn add(&mut self, line: &str) {
        let line = line.trim();
        let is_reason = line.starts_with("Error: ") || line.contains("panicked at");
        if is_reason && self.said.is_empty() {
            self.said = line.chars().take(LONGEST).collect();
        } else if self.said.ends_with(':') && self.said.contains("panicked at") {
            self.said.push(' ');
            self.said.extend(line.chars().take(LONGEST));
        }
    }
}

/// A line for each test, below a heading; nothing where none failed.
impl fmt::Display for FailedTests {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.tests.is_empty() {
            writeln!(formatter, "failed:")?;
        }
        for FailedTest { name, said } in &self.tests {
            writeln!(formatter, "  {name}\n    {said}")?;
        }
        Ok(())
    }
}

/// `---- the::test stdout ----`, as libtest writes it above what a failed test has said, or `---- the::test output ----`, as
/// wasm-bindgen's runner does.
fn heading(line: &str) -> Option<&str> {
    let within = line.strip_prefix("---- ")?.strip_suffix(" ----")?;
    within
        .strip_suffix(" stdout")
        .or_else(|| within.strip_suffix(" output"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const OUTPUT: &str = "\
test a::answers ... FAILED
test b ... FAILED

failures:

---- a::answers stdout ----
some words of its own
Error: tests/a.rs:62: Waited in vain until “5 users” is on the page. There is:
Error: is not on the page

---- b stdout ----

thread 'b' (12) panicked at src/b.rs:3:5:
assertion failed: it holds
note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace


failures:
    a::answers
    b

test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s
Error: of something else
";

    #[test]
    fn each_failed_test_is_named_with_its_reason() {
        let mut failed = FailedTests::default();
        for line in OUTPUT.lines() {
            failed.read(line);
        }
        assert_eq!(
            failed.to_string(),
            "failed:\n  a::answers\n    Error: tests/a.rs:62: Waited in vain until “5 users” is on the page. There is:\n  b\n    \
             thread 'b' (12) panicked at src/b.rs:3:5: assertion failed: it holds\n"
        );
    }

    #[test]
    fn where_none_failed_nothing_is_said() {
        let mut failed = FailedTests::default();
        failed.read("test a ... ok");
        assert_eq!(failed.to_string(), "");
    }
}
