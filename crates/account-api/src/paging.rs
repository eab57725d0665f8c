//! Following a list that comes in pages.

use crate::wire::Unreadable;
use crate::wire::page::Page;

/// How many pages are followed. With the smallest sensible page this is far more than any host has users; it is there so
/// that a host whose list never ends does not keep us for ever.
const MOST_PAGES: u32 = 5_000;

/// How much of a list has arrived.
#[derive(Default)]
pub(crate) struct Paging {
    pages: u32,
    records: u64,
    first_record: String,
    /// What the first page said of all of them together.
    total: Option<u64>,
}

/// What to do after a page.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Next {
    /// That was all.
    Done,
    /// Ask for the page at this offset, of this many records.
    Page { offset: u64, limit: u64 },
}

impl Paging {
    /// Takes note of a page and says what comes next.
    ///
    /// A list that cannot be got whole is an error, not a shorter list: a friendly name that looks free and is not, or a
    /// service user that nobody sees, is worse than a message. So it is refused when the host stops short of its total,
    /// sends another page than was asked for, or the same one again; and when the total becomes another, because what was deleted
    /// before the place we are at has moved others past it.
    pub(crate) fn follow(&mut self, page: Page) -> Result<Next, Unreadable> {
        let Some(place) = page.place else {
            return match self.pages {
                0 => Ok(Next::Done),
                _ => Err(Unreadable("a bare array where a further page was asked for")),
            };
        };
        if place.offset.is_some_and(|offset| offset != self.records) {
            return Err(Unreadable("a page at another offset than the one asked for"));
        }
        if self.pages > 0 && place.total != self.total {
            return Err(Unreadable("a list that changed while it was read"));
        }
        self.total = place.total;
        let Some(first_record) = page.first_record else {
            return match place.total {
                Some(total) if total > self.records => Err(Unreadable("a list that ends before its total")),
                Some(_) | None => Ok(Next::Done),
            };
        };
        if self.pages > 0 && first_record == self.first_record {
            return Err(Unreadable(
                "the same page again where a further one was asked for",
            ));
        }
        self.pages += 1;
        self.records = self.records.saturating_add(page.count);
        self.first_record = first_record;
        let is_complete = match (place.total, place.limit) {
            (Some(total), _) => self.records >= total,
            (None, Some(limit)) => page.count < limit,
            (None, None) => true,
        };
        match is_complete {
            true => Ok(Next::Done),
            false if self.pages >= MOST_PAGES => Err(Unreadable("a list of more pages than are followed")),
            false => Ok(Next::Page {
                offset: self.records,
                limit: place.limit.filter(|limit| *limit > 0).unwrap_or(page.count),
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::record_stream::RecordStream;

    fn page(json: &str) -> Page {
        let mut stream = RecordStream::default();
        stream
            .push(json.as_bytes(), &mut |_| Ok(()))
            .and_then(|()| stream.end())
            .expect(json)
    }

    /// Feeds pages until the list is done, refused, or the pages have run out.
    fn follow(pages: &[&str]) -> Result<Next, &'static str> {
        let mut paging = Paging::default();
        let mut last = Ok(Next::Done);
        for json in pages {
            last = paging.follow(page(json)).map_err(|fault| fault.0);
            if !matches!(last, Ok(Next::Page { .. })) {
                break;
            }
        }
        last
    }

    #[test]
    fn pages_are_followed_until_the_total_is_reached() {
        let next = |offset, limit| Ok(Next::Page { offset, limit });
        for (pages, expected) in [
            (&["[1,2,3]"][..], Ok(Next::Done)),
            (&[r#"{"total":3,"limit":2,"items":[1,2]}"#], next(2, 2)),
            (&[r#"{"total":3,"items":[1,2]}"#], next(2, 2)),
            (&[r#"{"total":3,"limit":0,"items":[1,2]}"#], next(2, 2)),
            (
                &[
                    r#"{"total":3,"limit":2,"items":[1,2]}"#,
                    r#"{"total":3,"offset":2,"items":[3]}"#,
                ],
                Ok(Next::Done),
            ),
            // A total that shrinks while we read: the third is the second now, and on no page.
            (
                &[
                    r#"{"total":4,"limit":2,"items":[1,2]}"#,
                    r#"{"total":3,"offset":2,"items":[4]}"#,
                ],
                Err("a list that changed while it was read"),
            ),
            // Without a total, a page that is not full is the last.
            (&[r#"{"limit":2,"items":[1,2]}"#], next(2, 2)),
            (
                &[r#"{"limit":2,"items":[1,2]}"#, r#"{"limit":2,"items":[3]}"#],
                Ok(Next::Done),
            ),
            (
                &[r#"{"limit":2,"items":[1,2]}"#, r#"{"limit":2,"items":[]}"#],
                Ok(Next::Done),
            ),
            (&[r#"{"items":[1,2]}"#], Ok(Next::Done)),
            (&[r#"{"total":0,"items":[]}"#], Ok(Next::Done)),
        ] {
            assert_eq!(follow(pages), expected, "{pages:?}");
        }
    }

    #[test]
    fn a_list_that_cannot_be_got_whole_is_refused() {
        let first = r#"{"total":9,"offset":0,"limit":2,"items":[1,2]}"#;
        for pages in [
            &[r#"{"total":3,"items":[]}"#][..],
            &[r#"{"total":3,"offset":5,"items":[1]}"#],
            &[first, first],
            &[first, r#"{"total":9,"items":[1,2]}"#],
            &[first, r#"{"total":9,"offset":2,"items":[]}"#],
            &[first, "[3,4]"],
        ] {
            assert!(follow(pages).is_err(), "{pages:?}");
        }
    }

    #[test]
    fn a_list_that_never_ends_is_given_up() {
        let mut paging = Paging::default();
        let end = (0..=MOST_PAGES).find_map(|number| {
            let json = format!(r#"{{"total":{},"items":[{number}]}}"#, u64::MAX);
            paging.follow(page(&json)).err()
        });
        assert_eq!(end, Some(Unreadable("a list of more pages than are followed")));
    }
}
