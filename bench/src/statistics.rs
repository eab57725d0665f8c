//! Medians, quartiles, and ratios pair by pair.

/// The middle of some values and how far they spread.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Spread {
    /// A quarter of the values is below it.
    pub(crate) lower: f64,
    /// Half of the values is below it.
    pub(crate) median: f64,
    /// Three quarters of the values are below it.
    pub(crate) upper: f64,
}

impl Spread {
    /// Of these values; nothing where there are none.
    pub(crate) fn of(values: &[f64]) -> Option<Self> {
        Some(Self {
            lower: quantile(values, 0.25)?,
            median: quantile(values, 0.5)?,
            upper: quantile(values, 0.75)?,
        })
    }
}

/// The value below which this part of the values is, from 0 to 1; between two values, in proportion.
pub(crate) fn quantile(values: &[f64], part: f64) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let place = part * (sorted.len().checked_sub(1)? as f64);
    let below = *sorted.get(place.floor() as usize)?;
    let above = *sorted.get(place.ceil() as usize)?;
    Some(below + (above - below) * place.fract())
}

/// How many times the second of each pair the first is. A pair whose second is nothing says nothing and is left out.
pub(crate) fn ratios(firsts: &[f64], seconds: &[f64]) -> Vec<f64> {
    firsts
        .iter()
        .zip(seconds)
        .filter(|(_, second)| **second > 0.0)
        .map(|(first, second)| first / second)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quartiles_lie_between_values_in_proportion() {
        let spread = Spread::of(&[4.0, 1.0, 3.0, 2.0]).unwrap();
        assert_eq!((spread.lower, spread.median, spread.upper), (1.75, 2.5, 3.25));
    }

    #[test]
    fn one_value_is_its_own_median_and_none_has_no_median() {
        let spread = Spread::of(&[7.0]).unwrap();
        assert_eq!((spread.lower, spread.median, spread.upper), (7.0, 7.0, 7.0));
        assert_eq!(Spread::of(&[]), None);
    }

    #[test]
    fn ninety_five_of_a_hundred_are_below_the_last_twentieth() {
        let values: Vec<f64> = (0..=100).rev().map(f64::from).collect();
        assert_eq!(quantile(&values, 0.95), Some(95.0));
    }

    #[test]
    fn the_ratio_of_medians_is_not_the_median_of_ratios() {
        let ratios = ratios(&[1.0, 20.0, 3.0], &[1.0, 10.0, 6.0]);
        assert_eq!(ratios, [1.0, 2.0, 0.5]);
        assert_eq!(Spread::of(&ratios).unwrap().median, 1.0);
    }

    #[test]
    fn a_pair_whose_second_is_nothing_is_left_out() {
        assert_eq!(ratios(&[1.0, 2.0], &[0.0, 4.0]), [0.5]);
    }
}
