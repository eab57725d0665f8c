use proptest::prelude::*;
use proptest::sample::Index;
use service_user_list::{ScrollArea, Window};

/// What a browser rounds away.
const TINY: f64 = 0.001;

/// An area together with what it was made of, and what a browser would scroll to.
#[derive(Debug)]
struct Case {
    area: ScrollArea,
    rows: usize,
    row_height: f64,
    viewport_height: f64,
}

impl Case {
    fn last_scroll_offset(&self) -> f64 {
        (self.area.height() - self.viewport_height).max(0.0)
    }

    /// Where the upper end of a row is seen at this scroll offset, counted from the upper end of what is seen; `None` where it
    /// is not on the page.
    fn seen_at(&self, row: usize, scroll_offset: f64) -> Option<f64> {
        let window = self.area.window(scroll_offset);
        let before = window.rows.contains(&row).then(|| row - window.rows.start)?;
        Some(window.above + before as f64 * self.row_height - scroll_offset)
    }
}

prop_compose! {
    fn case()(
        rows in prop_oneof![0..30_usize, 0..2_000_usize, 0..2_000_000_usize, Just(50_000_000)],
        row_height in prop_oneof![Just(44.0), 1.0..200.0_f64],
        viewport_height in prop_oneof![Just(0.0), Just(900.0), 0.0..3000.0_f64],
        overscan in 0..40_usize,
    ) -> Case {
        Case { area: ScrollArea::new(rows, row_height, viewport_height, overscan), rows, row_height, viewport_height }
    }
}

/// Where somebody may have scrolled to, in a list of any height: most of what can go wrong does so near the ends.
#[derive(Clone, Copy, Debug)]
enum Offset {
    Share(f64),
    FromStart(f64),
    FromEnd(f64),
}

impl Offset {
    fn of(self, case: &Case) -> f64 {
        let last = case.last_scroll_offset();
        match self {
            Self::Share(share) => share * last,
            Self::FromStart(pixels) => pixels.min(last),
            Self::FromEnd(pixels) => (last - pixels).max(0.0),
        }
    }
}

fn offset() -> impl Strategy<Value = Offset> {
    prop_oneof![
        (0.0..=1.0_f64).prop_map(Offset::Share),
        (0.0..10_000.0_f64).prop_map(Offset::FromStart),
        (0.0..10_000.0_f64).prop_map(Offset::FromEnd),
    ]
}

/// A row of a list of any length.
#[derive(Clone, Copy, Debug)]
enum Row {
    Any(Index),
    FromStart(usize),
    FromEnd(usize),
}

impl Row {
    fn of(self, case: &Case) -> usize {
        let last = case.rows.saturating_sub(1);
        match self {
            Self::Any(index) => index.index(case.rows.max(1)),
            Self::FromStart(row) => row.min(last),
            Self::FromEnd(row) => last.saturating_sub(row),
        }
    }
}

fn row() -> impl Strategy<Value = Row> {
    prop_oneof![
        any::<Index>().prop_map(Row::Any),
        (0..60_usize).prop_map(Row::FromStart),
        (0..60_usize).prop_map(Row::FromEnd),
    ]
}

#[test]
fn a_short_list_is_where_it_would_be_if_all_rows_were_on_the_page() {
    let area = ScrollArea::new(1000, 40.0, 400.0, 5);
    assert_eq!(area.height(), 40_000.0);
    assert_eq!(area.rows_per_page(), 10);
    assert_eq!(
        area.window(0.0),
        Window {
            rows: 0..15,
            above: 0.0,
            below: 39_400.0
        }
    );
    assert_eq!(
        area.window(20_010.0),
        Window {
            rows: 495..516,
            above: 19_800.0,
            below: 19_360.0
        }
    );
    assert_eq!(
        area.window(39_600.0),
        Window {
            rows: 985..1000,
            above: 39_400.0,
            below: 0.0
        }
    );
    assert_eq!(area.offset_showing(500, 19_900.0), 19_900.0);
    assert_eq!(area.offset_showing(500, 0.0), 19_640.0);
    assert_eq!(area.offset_showing(500, 30_000.0), 20_000.0);
    assert_eq!(area.offset_showing(5000, 0.0), 39_600.0);
}

#[test]
fn a_list_of_millions_is_no_taller_than_a_browser_can_make_it() {
    let area = ScrollArea::new(5_000_000, 44.0, 900.0, 10);
    assert_eq!(area.height(), 15_000_000.0);
    assert_eq!(area.window(0.0).rows, 0..31);
    assert_eq!(area.window(area.height()).rows.end, 5_000_000);
}

#[test]
fn numbers_that_make_no_sense_are_taken_for_the_nearest_that_do() {
    for odd in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -1.0, 0.0, f64::MAX] {
        for (row_height, viewport_height, scroll_offset) in [
            (odd, 900.0, 50.0),
            (44.0, odd, 50.0),
            (44.0, 900.0, odd),
            (odd, odd, odd),
        ] {
            for rows in [0, 1, 100, usize::MAX] {
                for overscan in [0, usize::MAX] {
                    let area = ScrollArea::new(rows, row_height, viewport_height, overscan);
                    let window = area.window(scroll_offset);
                    assert!(window.rows.start <= window.rows.end && window.rows.end <= rows);
                    for number in [
                        window.above,
                        window.below,
                        area.height(),
                        area.offset_showing(rows, scroll_offset),
                    ] {
                        assert!((0.0..=15_000_000.0).contains(&number), "{number} of {area:?}");
                    }
                    assert!(area.rows_per_page() >= 1);
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_row_can_be_scrolled_to(case in case(), row in row(), from in offset()) {
        prop_assume!(case.rows > 0);
        let row = row.of(&case);
        let offset = case.area.offset_showing(row, from.of(&case));
        prop_assert!((0.0..=case.last_scroll_offset()).contains(&offset));
        let top = case.seen_at(row, offset);
        prop_assert!(top.is_some() || case.viewport_height == 0.0, "the row is on the page at {}", offset);
        let Some(top) = top else { return Ok(()) };
        prop_assert!(top >= -TINY, "its upper end is seen, at {}", top);
        let room = (case.viewport_height - case.row_height).max(0.0);
        prop_assert!(top <= room + TINY, "its lower end is seen, at {}", top + case.row_height);
    }

    #[test]
    fn a_row_that_is_seen_stays_where_it_is(case in case(), row in row(), from in offset()) {
        prop_assume!(case.rows > 0);
        let offset = from.of(&case);
        let row = row.of(&case);
        let is_seen = case
            .seen_at(row, offset)
            .is_some_and(|top| top > TINY && top + case.row_height < case.viewport_height - TINY);
        prop_assert!(!is_seen || case.area.offset_showing(row, offset) == offset);
    }

    #[test]
    fn what_is_seen_is_covered_with_rows_at_every_offset(case in case(), at in offset()) {
        let offset = at.of(&case);
        let window = case.area.window(offset);
        prop_assert!(window.rows.start <= window.rows.end && window.rows.end <= case.rows);
        prop_assert!(window.above >= 0.0 && window.below >= 0.0);
        let height = window.rows.len() as f64 * case.row_height;
        prop_assert!((window.above + height + window.below - case.area.height()).abs() < TINY);
        prop_assert!(window.above <= offset + TINY);
        let seen_to = (offset + case.viewport_height).min(case.area.height());
        prop_assert!(window.above + height >= seen_to - TINY);
    }

    #[test]
    fn scrolling_down_never_goes_back(case in case(), one in offset(), other in offset(), step in 0.0..5.0_f64) {
        let [one, other] = [one, other].map(|offset| offset.of(&case));
        for (lower, higher) in [(one.min(other), one.max(other)), (one, (one + step).min(case.last_scroll_offset()))] {
            let (before, after) = (case.area.window(lower).rows, case.area.window(higher).rows);
            prop_assert!(before.start <= after.start && before.end <= after.end);
        }
    }

    #[test]
    fn no_more_rows_are_on_the_page_than_are_seen_and_kept(case in case(), at in offset(), overscan in 0..40_usize) {
        let area = ScrollArea::new(case.rows, case.row_height, case.viewport_height, overscan);
        let rows = area.window(at.of(&case)).rows.len();
        prop_assert!(rows <= (case.viewport_height / case.row_height) as usize + 2 + 2 * overscan);
    }
}
