//! The table at the end.

use crate::tally::Tally;

/// A step that ran.
pub(crate) struct Row {
    /// The step's name.
    pub(crate) name: &'static str,
    /// What it counted.
    pub(crate) tally: Tally,
    /// How long it took, waiting for its tools included.
    pub(crate) seconds: u64,
}

/// The rows below a heading, in columns.
pub(crate) fn of(rows: &[Row]) -> String {
    let heading = format!("{:<14}{:>8}{:>8}{:>9}\n", "step", "passed", "failed", "seconds");
    let lines = rows.iter().map(|row| {
        format!(
            "{:<14}{:>8}{:>8}{:>9}\n",
            row.name, row.tally.passed, row.tally.failed, row.seconds
        )
    });
    std::iter::once(heading).chain(lines).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up() {
        let rows = [
            Row {
                name: "rustfmt",
                tally: Tally::one(true),
                seconds: 1,
            },
            Row {
                name: "schemathesis",
                tally: Tally {
                    passed: 20,
                    failed: 3,
                },
                seconds: 71,
            },
        ];
        let expected = "\
step            passed  failed  seconds
rustfmt              1       0        1
schemathesis        20       3       71
";
        assert_eq!(of(&rows), expected);
    }
}
