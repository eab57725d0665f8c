//! `cargo xtask test`: every check there is, counted in one line.

mod cargo_tests;
mod clippy;
mod end_to_end;
mod failed_tests;
mod fuzz;
mod junit;
mod libtest;
mod packaging;
mod rules_module;
mod rustfmt;
mod schemathesis;
mod second_copy;
mod step;
mod supplies;
mod table;
mod watched;

use std::process::ExitCode;
use std::time::Instant;

use crate::arguments::TestOptions;
use crate::complaint::Complaint;
use crate::console;
use crate::process::Ending;
use crate::tally::Tally;
use crate::workspace::Workspace;
use failed_tests::FailedTests;
use supplies::Supplies;
use table::Row;

pub(crate) use step::Step;

/// The command that a message tells a person to run again.
const AGAIN: &str = "cargo xtask test";

/// What a step counted, or why it could not be carried out.
type Outcome = Result<Tally, Complaint>;

/// Runs the steps in order, each after the others whether they passed or not.
pub(crate) fn run(workspace: &Workspace, options: &TestOptions) -> Result<ExitCode, Complaint> {
    let steps = options.steps();
    let supplies = Supplies::start(workspace, &steps);
    let filter = options.filter.as_deref();
    let mut rows = Vec::new();
    let mut failed = FailedTests::default();
    let mut sum = Tally::default();
    for step in steps {
        console::heading(step.heading());
        let began = Instant::now();
        let outcome = match step {
            Step::Rustfmt => rustfmt::run(workspace, &supplies),
            Step::Clippy => clippy::run(workspace, &supplies),
            Step::Native => cargo_tests::native(workspace, &supplies, filter, &mut failed),
            Step::Fuzz => fuzz::run(workspace, &mut failed),
            Step::Wasm => cargo_tests::wasm(workspace, &supplies, filter, &mut failed),
            Step::Package => packaging::run(workspace, &supplies),
            Step::RulesModule => rules_module::run(workspace, &supplies),
            Step::EndToEnd => end_to_end::run(workspace, &supplies, filter, &mut failed),
            Step::Schemathesis => schemathesis::run(workspace, &supplies),
        };
        let tally = outcome.unwrap_or_else(|complaint| {
            console::say(&format!("error: {complaint}"));
            Tally::one(false)
        });
        console::say(&format!(
            "{}: {tally} in {}",
            step.name(),
            console::elapsed(began.elapsed())
        ));
        sum += tally;
        rows.push(Row {
            name: step.name(),
            tally,
            seconds: began.elapsed().as_secs(),
        });
    }
    supplies.finish();
    console::say(&format!("\n{}\n{failed}{sum}", table::of(&rows)));
    match sum.is_success() {
        true => Ok(ExitCode::SUCCESS),
        false => Ok(ExitCode::FAILURE),
    }
}

impl TestOptions {
    /// The steps to run. A filter names tests, so with one the steps without named tests are left out.
    fn steps(&self) -> Vec<Step> {
        Step::ALL
            .into_iter()
            .filter(|step| self.only.is_empty() || self.only.contains(step))
            .filter(|step| self.filter.is_none() || step.has_named_tests())
            .collect()
    }
}

/// The tally of a runner that counts by itself. One that failed has failed something, whether it came to counting it or not; and
/// one that ran to its end without a filter and counted nothing has lost its tests.
fn settled(counted: Tally, ending: Ending, may_be_empty: bool) -> Tally {
    match counted {
        Tally { failed: 0, .. } if !ending.is_success() => Tally { failed: 1, ..counted },
        Tally { failed: 0, passed: 0 } if !may_be_empty => Tally::one(false),
        counted => counted,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    fn exited(code: i32) -> Ending {
        use std::os::unix::process::ExitStatusExt;
        Ending::Exited(std::process::ExitStatus::from_raw(code << 8))
    }

    #[test]
    #[cfg(unix)]
    fn a_runner_that_crashed_without_a_summary_counts_as_one_failure() {
        let counted = Tally {
            passed: 12,
            failed: 0,
        };
        assert_eq!(
            settled(counted, exited(101), false),
            Tally {
                passed: 12,
                failed: 1
            }
        );
        assert_eq!(
            settled(Tally::default(), Ending::OutOfTime, true),
            Tally { passed: 0, failed: 1 }
        );
    }

    #[test]
    #[cfg(unix)]
    fn a_runner_that_counted_its_failures_is_believed() {
        let counted = Tally {
            passed: 12,
            failed: 3,
        };
        assert_eq!(settled(counted, exited(101), false), counted);
        assert_eq!(
            settled(
                Tally {
                    passed: 12,
                    failed: 0
                },
                exited(0),
                false
            ),
            Tally {
                passed: 12,
                failed: 0
            }
        );
    }

    #[test]
    #[cfg(unix)]
    fn a_runner_without_any_test_has_lost_them_unless_there_is_a_filter() {
        assert_eq!(settled(Tally::default(), exited(0), false), Tally::one(false));
        assert_eq!(settled(Tally::default(), exited(0), true), Tally::default());
    }

    #[test]
    fn a_filter_leaves_the_steps_with_named_tests() {
        let options = TestOptions {
            filter: Some("name".to_owned()),
            only: Vec::new(),
        };
        assert_eq!(options.steps(), [Step::Native, Step::Wasm, Step::EndToEnd]);
    }

    #[test]
    fn chosen_steps_run_in_the_usual_order() {
        let options = TestOptions {
            filter: None,
            only: vec![Step::EndToEnd, Step::Rustfmt],
        };
        assert_eq!(options.steps(), [Step::Rustfmt, Step::EndToEnd]);
    }
}
