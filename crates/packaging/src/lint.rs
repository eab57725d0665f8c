//! What Mozilla's linter may say about the extension for Firefox.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::refusal::Refusal;

/// A message of the linter that is expected, as often as it is said here and in such a file alone.
#[derive(Clone, Copy, Debug)]
struct Expected {
    code: &'static str,
    /// The file's name; a star stands for the digits of its checksum.
    file: &'static str,
    count: usize,
}

/// Every warning that has to be there. The JavaScript that wasm-bindgen generates passes on each call that the app makes to the
/// browser, and one of them sets `innerHTML`: Leptos makes elements of fixed markup with it, and the app empties its place on the page.
const EXPECTED_WARNINGS: &[Expected] = &[Expected {
    code: "UNSAFE_VAR_ASSIGNMENT",
    file: "service-user-helper-*.js",
    count: 1,
}];

/// Judges the linter's report, which is what `web-ext lint --output json` prints: no error, no notice, and of the warnings exactly
/// those that are expected. One that is missing is a fault as well: then the list here is out of date.
///
/// # Errors
/// Everything that the linter says and should not, or should and does not; or the report is none.
pub fn judge(report: &str) -> Result<(), Vec<Refusal>> {
    let report: Value = serde_json::from_str(report).map_err(|cause| {
        vec![Refusal::new(format!(
            "Mozilla's linter left no report that can be read: {cause}."
        ))]
    })?;
    let mut refusals = Vec::new();
    let mut expected: BTreeMap<usize, usize> = BTreeMap::new();
    for kind in ["errors", "notices", "warnings"] {
        let Some(messages) = report.get(kind).and_then(Value::as_array) else {
            refusals.push(Refusal::new(format!(
                "The report of Mozilla's linter has no list of {kind}."
            )));
            continue;
        };
        for message in messages {
            let place = EXPECTED_WARNINGS
                .iter()
                .position(|expected| kind == "warnings" && expected.is(message));
            match place {
                Some(place) => *expected.entry(place).or_default() += 1,
                None => refusals.push(told(kind, message)),
            }
        }
    }
    for (place, warning) in EXPECTED_WARNINGS.iter().enumerate() {
        let count = expected.get(&place).copied().unwrap_or_default();
        if count != warning.count {
            refusals.push(Refusal::new(format!(
                "Mozilla's linter says {} {count} times about {} and should say it {} times; look at what changed there, and then at \
                 `EXPECTED_WARNINGS` in crates/packaging.",
                warning.code, warning.file, warning.count
            )));
        }
    }
    match refusals.is_empty() {
        true => Ok(()),
        false => Err(refusals),
    }
}

impl Expected {
    fn is(&self, message: &Value) -> bool {
        let file = text(message, "file");
        let is_the_file = match self.file.split_once('*') {
            None => file == self.file,
            Some((start, end)) => file
                .strip_prefix(start)
                .and_then(|rest| rest.strip_suffix(end))
                .is_some_and(is_checksum),
        };
        text(message, "code") == self.code && is_the_file
    }
}

fn is_checksum(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn told(kind: &str, message: &Value) -> Refusal {
    let place = match (text(message, "file"), message.get("line").and_then(Value::as_u64)) {
        ("", _) => "the extension".to_owned(),
        (file, None) => file.to_owned(),
        (file, Some(line)) => format!("{file}, line {line}"),
    };
    Refusal::new(format!(
        "Mozilla's linter has a message among the {kind} about {place}: {} ({}).",
        text(message, "message").trim_end_matches('.'),
        text(message, "code")
    ))
}

fn text<'a>(message: &'a Value, key: &str) -> &'a str {
    message.get(key).and_then(Value::as_str).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn glue() -> Value {
        json!({ "code": "UNSAFE_VAR_ASSIGNMENT", "message": "Unsafe assignment to innerHTML", "file": "service-user-helper-69e79e5d1f4cc869.js", "line": 653 })
    }

    fn refusals(errors: &[Value], notices: &[Value], warnings: &[Value]) -> Vec<String> {
        let report = json!({ "errors": errors, "notices": notices, "warnings": warnings });
        judge(&report.to_string())
            .err()
            .unwrap_or_default()
            .iter()
            .map(Refusal::to_string)
            .collect()
    }

    #[test]
    fn the_expected_warning_alone_passes() {
        assert!(refusals(&[], &[], &[glue()]).is_empty());
    }

    #[test]
    fn the_expected_warning_must_be_there() {
        assert!(refusals(&[], &[], &[])[0].contains("0 times"));
    }

    #[test]
    fn the_expected_warning_once_too_often_is_refused() {
        assert!(refusals(&[], &[], &[glue(), glue()])[0].contains("2 times"));
    }

    #[test]
    fn the_same_warning_about_another_file_is_refused() {
        for file in [
            "boot.js",
            "service-user-helper-.js",
            "service-user-helper-69e7/a.js",
            "service-user-helper-x.js",
            "a/service-user-helper-69e7.js",
        ] {
            let mut other = glue();
            other["file"] = json!(file);
            let sentences = refusals(&[], &[], &[glue(), other]);
            assert_eq!(sentences.len(), 1, "{sentences:?}");
            assert!(
                sentences[0].contains(&format!("{file}, line 653")),
                "{sentences:?}"
            );
        }
    }

    #[test]
    fn another_warning_about_the_same_file_is_refused() {
        let mut other = glue();
        other["code"] = json!("DANGEROUS_EVAL");
        assert!(refusals(&[], &[], &[glue(), other])[0].contains("DANGEROUS_EVAL"));
    }

    #[test]
    fn no_error_and_no_notice_passes_whatever_it_is() {
        assert!(refusals(&[glue()], &[], &[glue()])[0].contains("errors"));
        assert!(
            refusals(&[], &[json!({ "code": "A", "message": "B." })], &[glue()])[0]
                .contains("the extension: B (A)")
        );
    }

    #[test]
    fn a_report_that_is_none_is_no_clean_one() {
        for report in ["", "null", "{}", "{ \"errors\": [], \"notices\": [] }"] {
            assert!(judge(report).is_err(), "{report}");
        }
    }
}
