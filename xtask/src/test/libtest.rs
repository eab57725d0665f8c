//! Reading what `cargo test` prints.

use crate::tally::Tally;

/// Adds up the summaries of all test binaries, and notices a binary that ended without one.
#[derive(Debug, Default)]
pub(crate) struct Counter {
    sum: Tally,
    /// Whether a binary was started whose summary has not come yet.
    is_pending: bool,
    without_summary: u64,
}

impl Counter {
    /// Reads a line without colours.
    pub(crate) fn read(&mut self, line: &str) {
        if let Some(tally) = summary(line) {
            self.sum += tally;
            self.is_pending = false;
        } else if is_start(line) {
            self.without_summary += u64::from(self.is_pending);
            self.is_pending = true;
        }
    }

    /// The sum. Where the whole run failed, each binary without a summary is one failure: it crashed, or its browser did. In a
    /// run that succeeded it is a binary without tests, for which wasm-bindgen's runner prints none.
    pub(crate) fn finish(self, is_success: bool) -> Tally {
        let crashed = match is_success {
            true => 0,
            false => self.without_summary + u64::from(self.is_pending),
        };
        Tally {
            failed: self.sum.failed + crashed,
            ..self.sum
        }
    }
}

/// `test result: ok. 3 passed; 0 failed; 1 ignored; …`, as libtest and wasm-bindgen's runner print it: at the very beginning of a
/// line. A copy of it in the output of a failed test is indented.
fn summary(line: &str) -> Option<Tally> {
    let counts = line.strip_prefix("test result: ")?.split_once(". ")?.1;
    Some(Tally {
        passed: count(counts, "passed")?,
        failed: count(counts, "failed")?,
    })
}

fn count(counts: &str, word: &str) -> Option<u64> {
    counts
        .split(';')
        .find_map(|part| match part.trim().split_once(' ') {
            Some((number, rest)) if rest == word => number.parse().ok(),
            _ => None,
        })
}

/// `     Running unittests src/lib.rs (target/debug/deps/a-0123)` or `   Doc-tests service_user`. The runner for browsers has a line
/// that begins alike and does not end with a bracket.
fn is_start(line: &str) -> bool {
    let line = line.trim();
    (line.starts_with("Running ") && line.ends_with(')')) || line.starts_with("Doc-tests ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(output: &str, is_success: bool) -> Tally {
        let mut counter = Counter::default();
        for line in output.lines() {
            counter.read(line);
        }
        counter.finish(is_success)
    }

    const TWO_BINARIES: &str = "\
   Compiling service-user v0.1.0
     Running unittests src/lib.rs (target/debug/deps/service_user-0123456789abcdef)

running 4 tests
test a ... ok

test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s

     Running tests/api.rs (target/debug/deps/api-0123456789abcdef)
test result: FAILED. 10 passed; 2 failed; 0 ignored; 0 measured; 5 filtered out; finished in 1.20s

   Doc-tests service_user
test result: ok. 1 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s

test result: ok. 4 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.30s
error: 1 target failed:
";

    #[test]
    fn the_summaries_of_all_binaries_add_up() {
        assert_eq!(
            counted(TWO_BINARIES, false),
            Tally {
                passed: 18,
                failed: 2
            }
        );
    }

    #[test]
    fn a_binary_that_aborts_counts_as_one_failure() {
        let output = "\
     Running unittests src/lib.rs (target/debug/deps/a-01)
running 2 tests
fatal runtime error: stack overflow
error: test failed, to rerun pass `-p a --lib`
     Running unittests src/lib.rs (target/debug/deps/b-02)
test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s
";
        assert_eq!(counted(output, false), Tally { passed: 3, failed: 1 });
    }

    #[test]
    fn the_last_binary_that_aborts_is_noticed_too() {
        let output = "     Running unittests src/lib.rs (target/debug/deps/a-01)\nrunning 2 tests\n";
        assert_eq!(counted(output, false), Tally { passed: 0, failed: 1 });
    }

    #[test]
    fn the_runner_for_browsers_is_read() {
        let output = "\
     Running tests/web.rs (target/wasm32-unknown-unknown/debug/deps/web-01.wasm)
Running headless tests in Chrome on `http://127.0.0.1:1234/`
Try find `webdriver.json` for configure browser's capabilities:
running 5 tests
test web::a ... ok

test result: ok. 5 passed; 0 failed; 0 ignored; 0 filtered out; finished in 0.05s
";
        assert_eq!(counted(output, true), Tally { passed: 5, failed: 0 });
    }

    #[test]
    fn a_binary_without_tests_is_no_failure_in_a_run_that_succeeded() {
        let output = "     Running unittests src/lib.rs (a.wasm)\nno tests to run!\n     Running tests/web.rs (b.wasm)\n\
                      test result: ok. 5 passed; 0 failed; 0 ignored; 0 filtered out\n";
        assert_eq!(counted(output, true), Tally { passed: 5, failed: 0 });
    }

    #[test]
    fn a_summary_in_the_output_of_a_test_is_not_counted() {
        let output = "    test result: ok. 5 passed; 0 failed\ntest result: nonsense\ntest result: ok. many passed; 0 failed";
        assert_eq!(counted(output, true), Tally::default());
    }
}
