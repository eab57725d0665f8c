//! A long list, from the request to its rows.

use end_to_end::{Fault, Outcome};
use serde_json::Value;

use crate::tab::{Tab, number};

/// When what of a list was there, in milliseconds since the page was opened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct ListTimes {
    /// When it was asked for.
    pub(crate) asked: f64,
    /// When the last byte of the answer had come.
    pub(crate) answered: f64,
    /// When its first rows were painted.
    pub(crate) first_rows: f64,
    /// When it was painted as a whole: every user is counted and can be found.
    pub(crate) whole: f64,
}

impl ListTimes {
    /// From the answer's end to the first rows; nothing where they were there before.
    pub(crate) fn first_rows_after_the_answer(self) -> f64 {
        (self.first_rows - self.answered).max(0.0)
    }

    /// From the answer's end until the list was whole.
    pub(crate) fn whole_after_the_answer(self) -> f64 {
        (self.whole - self.answered).max(0.0)
    }

    /// From the request to the first rows.
    pub(crate) fn first_rows_after_the_request(self) -> f64 {
        self.first_rows - self.asked
    }

    /// From the request until the list was whole.
    pub(crate) fn whole_after_the_request(self) -> f64 {
        self.whole - self.asked
    }
}

/// Waits until the list of the page that is open is whole.
pub(crate) async fn measure(tab: &Tab) -> Outcome<ListTimes> {
    let whole = "(Number.isFinite(bench.whole) ? '' : null) ?? document.querySelector('[data-notice]:not([hidden])')?.textContent";
    match tab.until_some("the list is whole", whole).await? {
        Value::String(failure) if !failure.is_empty() => return Err(Fault::new(failure)),
        _ => {}
    }
    let script = "
        const request = performance.getEntriesByType('resource').find((entry) => entry.name.includes('/user?user_type=service'));
        return {
            asked: request.startTime, answered: request.responseEnd, firstRows: bench.firstRows, whole: bench.whole,
        };";
    let times: Value = tab.page().script(script, Vec::new()).await?;
    Ok(ListTimes {
        asked: number(&times, "asked")?,
        answered: number(&times, "answered")?,
        first_rows: number(&times, "firstRows")?,
        whole: number(&times, "whole")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_were_there_before_the_answers_end_took_no_time_after_it() {
        let times = ListTimes {
            asked: 100.0,
            answered: 400.0,
            first_rows: 150.0,
            whole: 450.0,
        };
        assert_eq!(times.first_rows_after_the_answer(), 0.0);
        assert_eq!(times.first_rows_after_the_request(), 50.0);
        assert_eq!(times.whole_after_the_answer(), 50.0);
        assert_eq!(times.whole_after_the_request(), 350.0);
    }
}
