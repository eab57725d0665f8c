//! Reading the totals of a JUnit report.

use crate::tally::Tally;

/// The totals in the report's first element, `<testsuites tests="12" failures="1" errors="0" skipped="0" …>`. A test that was
/// skipped has neither passed nor failed.
pub(crate) fn totals(report: &str) -> Option<Tally> {
    let element = report.split_once("<testsuites ")?.1.split_once('>')?.0;
    let failed = attribute(element, "failures")? + attribute(element, "errors")?;
    let skipped = attribute(element, "skipped").unwrap_or(0);
    let passed = attribute(element, "tests")?.checked_sub(failed + skipped)?;
    Some(Tally { passed, failed })
}

fn attribute(element: &str, name: &str) -> Option<u64> {
    element.split_whitespace().find_map(|word| {
        word.strip_prefix(name)?
            .strip_prefix("=\"")?
            .trim_end_matches('/')
            .strip_suffix('"')?
            .parse()
            .ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_totals_are_read_whatever_their_order() {
        let report = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<testsuites errors=\"1\" failures=\"2\" skipped=\"3\" tests=\"16\" \
                      time=\"0.05\">\n  <testsuite name=\"s\" errors=\"9\" failures=\"9\" skipped=\"9\" tests=\"99\">";
        assert_eq!(
            totals(report),
            Some(Tally {
                passed: 10,
                failed: 3
            })
        );
    }

    #[test]
    fn a_report_that_is_none_has_no_totals() {
        assert_eq!(totals(""), None);
        assert_eq!(
            totals("<testsuites tests=\"many\" failures=\"0\" errors=\"0\">"),
            None
        );
        assert_eq!(
            totals("<testsuites tests=\"1\" failures=\"2\" errors=\"0\">"),
            None
        );
    }
}
