//! One line of the report.

use crate::side::Both;
use crate::statistics::{Spread, ratios};

/// What a value is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    /// Thousandths of a second.
    Milliseconds,
    /// Thousands of bytes.
    Kilobytes,
    /// Millions of bytes.
    Megabytes,
    /// A number of things.
    Count,
}

/// What is aimed at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Goal {
    /// The median of the ratios, pair by pair, is at most this.
    Ratio(f64),
    /// The product's median is below this.
    Below(f64),
    /// The product's values are all at most this.
    AtMost(f64),
    /// It is shown to help with understanding another line.
    None,
}

/// One line of the report: what was measured, round by round.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Figure {
    /// What it is, for people.
    pub(crate) name: String,
    /// What its values are counted in.
    pub(crate) unit: Unit,
    /// What is aimed at.
    pub(crate) goal: Goal,
    /// The values; those of one round have the same place.
    pub(crate) values: Both<Vec<f64>>,
}

impl Figure {
    /// The ratios pair by pair; nothing where the reference page's values are all nothing.
    pub(crate) fn ratio(&self) -> Option<Spread> {
        Spread::of(&ratios(&self.values.product, &self.values.reference))
    }

    /// Whether the goal is met; nothing where there is no goal, or nothing to tell it by.
    pub(crate) fn is_met(&self) -> Option<bool> {
        let product = &self.values.product;
        match self.goal {
            Goal::Ratio(limit) => self.ratio().map(|ratio| ratio.median <= limit),
            Goal::Below(limit) => Spread::of(product).map(|spread| spread.median < limit),
            Goal::AtMost(limit) => (!product.is_empty()).then(|| product.iter().all(|value| *value <= limit)),
            Goal::None => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(goal: Goal, product: &[f64], reference: &[f64]) -> Figure {
        Figure {
            name: String::new(),
            unit: Unit::Count,
            goal,
            values: Both {
                product: product.to_vec(),
                reference: reference.to_vec(),
            },
        }
    }

    #[test]
    fn a_goal_for_the_ratio_is_judged_by_the_middle_pair() {
        let values = ([1.0, 9.0, 1.0], [1.0, 1.0, 1.0]);
        assert_eq!(
            figure(Goal::Ratio(1.0), &values.0, &values.1).is_met(),
            Some(true)
        );
        assert_eq!(
            figure(Goal::Ratio(0.9), &values.0, &values.1).is_met(),
            Some(false)
        );
    }

    #[test]
    fn a_goal_that_nothing_may_exceed_is_judged_by_the_worst_round() {
        assert_eq!(
            figure(Goal::AtMost(0.0), &[0.0, 0.0, 1.0], &[]).is_met(),
            Some(false)
        );
        assert_eq!(
            figure(Goal::Below(4.0), &[3.0, 3.9, 9.0], &[]).is_met(),
            Some(true)
        );
    }

    #[test]
    fn what_was_not_measured_is_neither_met_nor_missed() {
        assert_eq!(figure(Goal::Ratio(1.0), &[], &[]).is_met(), None);
        assert_eq!(figure(Goal::AtMost(1.0), &[], &[]).is_met(), None);
        assert_eq!(figure(Goal::None, &[1.0], &[1.0]).is_met(), None);
    }
}
