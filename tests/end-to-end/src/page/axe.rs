//! axe-core, the accessibility rules.

use std::fmt;
use std::fs;

use serde_json::Value;

use super::Page;
use crate::{Fault, Outcome, Surroundings};

/// One rule that the page breaks, with the places.
#[derive(Clone, Debug)]
pub struct Violation {
    /// The rule's id, such as `color-contrast`.
    pub rule: String,
    /// What the rule wants.
    pub help: String,
    /// The elements, each with what is wrong.
    pub places: Vec<String>,
}

impl fmt::Display for Violation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.rule, self.help)?;
        self.places
            .iter()
            .try_for_each(|place| write!(formatter, "\n    {place}"))
    }
}

impl Page {
    /// Every rule of axe-core, its best practices included, that the page breaks as it is now.
    ///
    /// # Errors
    /// axe-core is not there or fails.
    pub async fn violations(&self, surroundings: &Surroundings) -> Outcome<Vec<Violation>> {
        if self.script("return typeof window.axe", Vec::new()).await? != "object" {
            Surroundings::need(&surroundings.axe, "axe-core", "AXE_SOURCE")?;
            let source = fs::read_to_string(&surroundings.axe)?;
            self.script(&format!("{source}\nwindow.axe = axe;"), Vec::new())
                .await?;
        }
        let script = "
            const done = arguments[arguments.length - 1];
            const words = (text) => text.replace(/\\s+/g, ' ').trim();
            window.axe.run(document, { resultTypes: ['violations'] }).then(
                (result) => done(result.violations.map((violation) => ({
                    rule: violation.id,
                    help: violation.help,
                    places: violation.nodes.map((node) => `${node.target.join(' ')}: ${words(node.failureSummary)}`),
                }))),
                (error) => done(String(error)),
            );";
        let answer = self
            .driver
            .execute_async(script, Vec::new())
            .await?
            .json()
            .clone();
        let Value::Array(violations) = answer else {
            return Err(Fault::new(format!("axe-core failed: {answer}")));
        };
        Ok(violations.iter().map(violation).collect())
    }
}

fn violation(value: &Value) -> Violation {
    let text = |value: Option<&Value>| value.and_then(Value::as_str).unwrap_or_default().to_owned();
    let places = value
        .get("places")
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    Violation {
        rule: text(value.get("rule")),
        help: text(value.get("help")),
        places: places.map(|place| text(Some(place))).collect(),
    }
}
