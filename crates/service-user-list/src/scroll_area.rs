//! Which rows of a long list are on the page, and where.

use std::ops::Range;

/// No page is made taller than so many pixels. Firefox cuts what is taller than about 17.8 million, and Chrome what is taller
/// than 33.5.
const MAX_HEIGHT: f64 = 15_000_000.0;

/// Bounds of what can be a row's height, in pixels.
const ROW_HEIGHTS: [f64; 2] = [1.0, 10_000.0];

/// Bounds of what can be the height of what is seen of the list, in pixels.
const VIEWPORT_HEIGHTS: [f64; 2] = [0.0, 1_000_000.0];

/// No more rows than so many are kept on each side of those that are seen.
const MAX_OVERSCAN: usize = 100;

/// A list whose rows are equally high, of which only those are on the page that are seen, and a few on each side.
///
/// The page holds a part of the rows, and above and below it as much nothing as the other rows would take. Up to a height of
/// 15 million pixels, which are 340 000 rows of 44, everything is where it would be if all rows were there. Beyond, browsers
/// do not go along: then the list is as high as that, and a pixel of scrolling is more than a pixel of the list, except at both ends.
///
/// Offsets and heights are in CSS pixels. What is not a number, or out of all bounds, is taken for the nearest that makes sense.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScrollArea {
    rows: usize,
    row_height: f64,
    viewport_height: f64,
    overscan: usize,
}

/// The rows that are on the page, and how much is left empty for the others.
#[derive(Clone, Debug, PartialEq)]
pub struct Window {
    /// Which rows, counted in the order of the view.
    pub rows: Range<usize>,
    /// The height above them.
    pub above: f64,
    /// The height below them.
    pub below: f64,
}

impl ScrollArea {
    /// So many rows of this height, seen through so much of the page, with so many more rows kept on each side.
    pub fn new(rows: usize, row_height: f64, viewport_height: f64, overscan: usize) -> Self {
        Self {
            rows,
            row_height: within(row_height, ROW_HEIGHTS),
            viewport_height: within(viewport_height, VIEWPORT_HEIGHTS),
            overscan: overscan.min(MAX_OVERSCAN),
        }
    }

    /// The height of the whole list on the page: always that of a window's rows with what is above and below them.
    pub fn height(self) -> f64 {
        self.full_height().min(MAX_HEIGHT)
    }

    /// How many whole rows are seen at once, at least one: as far as *Page down* goes.
    pub fn rows_per_page(self) -> usize {
        ((self.viewport_height / self.row_height) as usize).max(1)
    }

    /// The rows to have on the page at this scroll offset.
    pub fn window(self, scroll_offset: f64) -> Window {
        let scroll_offset = within(scroll_offset, [0.0, self.last_scroll_offset()]);
        let top = self.top_at(scroll_offset);
        let bottom = top + self.viewport_height;
        let start = ((top / self.row_height) as usize).saturating_sub(self.overscan);
        let end = ((bottom / self.row_height).ceil() as usize).saturating_add(self.overscan);
        let rows = start.min(self.rows)..end.min(self.rows);
        // As far from the top of what is seen as it would be if all rows were there.
        let above = (scroll_offset - (top - self.height_of(rows.start))).max(0.0);
        let below = self.height() - above - self.height_of(rows.len());
        Window {
            rows,
            above,
            below: below.max(0.0),
        }
    }

    /// The scroll offset at which a row is wholly seen: this very one where it is seen already, and otherwise the nearest. Of
    /// a row that is higher than what is seen, the upper end is.
    pub fn offset_showing(self, row: usize, scroll_offset: f64) -> f64 {
        let scroll_offset = within(scroll_offset, [0.0, self.last_scroll_offset()]);
        let top = self.top_at(scroll_offset);
        let row_top = self.height_of(row.min(self.rows.saturating_sub(1)));
        let lowest_fitting_top = (row_top + self.row_height - self.viewport_height).min(row_top);
        if top > row_top {
            self.scroll_offset_at(row_top)
        } else if top < lowest_fitting_top {
            self.scroll_offset_at(lowest_fitting_top)
        } else {
            scroll_offset
        }
    }

    fn height_of(self, rows: usize) -> f64 {
        rows as f64 * self.row_height
    }

    fn full_height(self) -> f64 {
        self.height_of(self.rows)
    }

    fn last_scroll_offset(self) -> f64 {
        (self.height() - self.viewport_height).max(0.0)
    }

    /// What `top_at` is at the last scroll offset.
    fn last_top(self) -> f64 {
        (self.full_height() - self.viewport_height).max(0.0)
    }

    /// Near the ends a pixel is a pixel, so that what is kept on each side of the rows that are seen has its place too.
    fn margin(self) -> f64 {
        (self.overscan + 1) as f64 * self.row_height
    }

    /// How many pixels of the list a pixel of scrolling is between the margins.
    fn scale(self) -> f64 {
        match self.full_height() <= MAX_HEIGHT {
            true => 1.0,
            false => {
                (self.last_top() - 2.0 * self.margin()) / (self.last_scroll_offset() - 2.0 * self.margin())
            }
        }
    }

    /// Where the upper end of what is seen would be if all rows were on the page.
    fn top_at(self, scroll_offset: f64) -> f64 {
        let margin = self.margin();
        let from_end = self.last_scroll_offset() - scroll_offset;
        if self.full_height() <= MAX_HEIGHT || scroll_offset <= margin {
            scroll_offset
        } else if from_end <= margin {
            self.last_top() - from_end
        } else {
            margin + (scroll_offset - margin) * self.scale()
        }
    }

    /// The scroll offset at which `top_at` is this, or the last one.
    fn scroll_offset_at(self, top: f64) -> f64 {
        let margin = self.margin();
        let from_end = (self.last_top() - top).max(0.0);
        if self.full_height() <= MAX_HEIGHT || from_end <= margin {
            self.last_scroll_offset() - from_end
        } else if top <= margin {
            top
        } else {
            margin + (top - margin) / self.scale()
        }
    }
}

/// The nearest number within bounds; the lower one for what is not a number.
fn within(number: f64, [least, most]: [f64; 2]) -> f64 {
    number.max(least).min(most)
}
