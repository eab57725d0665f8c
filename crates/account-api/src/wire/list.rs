//! A list, whole or a page of it.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::scalar::Scalar;
use super::{Unreadable, read};

/// The records of one answer, not yet looked into.
pub(crate) struct Page<'a> {
    /// The records.
    pub(crate) records: Vec<&'a RawValue>,
    /// What the page says of the whole; `None` where the answer is a bare array, which is the whole.
    pub(crate) place: Option<Place>,
}

/// Where a page stands in the whole list, as far as it says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place {
    /// How many records the whole list has.
    pub(crate) total: Option<u64>,
    /// How many records come before the page.
    pub(crate) offset: Option<u64>,
    /// How many records a page has at most.
    pub(crate) limit: Option<u64>,
}

/// The paged form, which occurs in sister products (documented there): `{"total","offset","limit","items"|"records":[…]}`.
#[derive(Default, Deserialize)]
#[serde(default)]
struct PagedList<'a> {
    #[serde(borrow)]
    total: Scalar<'a>,
    #[serde(borrow)]
    offset: Scalar<'a>,
    #[serde(borrow)]
    limit: Scalar<'a>,
    #[serde(borrow)]
    items: Option<&'a RawValue>,
    #[serde(borrow)]
    records: Option<&'a RawValue>,
}

/// Reads a list: a bare array (documented), or the paged form.
pub(crate) fn page(json: &str) -> Result<Page<'_>, Unreadable> {
    const NO_LIST: Unreadable = Unreadable("neither an array nor a page of a list");
    let records = |json| serde_json::from_str(json).map_err(|_| NO_LIST);
    if json.trim_start().starts_with('[') {
        return Ok(Page {
            records: records(json)?,
            place: None,
        });
    }
    let paged: PagedList<'_> = read(json)?;
    let place = Place {
        total: paged.total.number(),
        offset: paged.offset.number(),
        limit: paged.limit.number(),
    };
    Ok(Page {
        records: records(paged.items.or(paged.records).ok_or(NO_LIST)?.get())?,
        place: Some(place),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_of_a_list_are_read() {
        let place = |total, offset, limit| Some(Place { total, offset, limit });
        for (json, count, expected) in [
            (" [ ]", 0, None),
            ("[{},{}]", 2, None),
            (
                r#"{"total":3,"offset":0,"limit":2,"items":[{},{}]}"#,
                2,
                place(Some(3), Some(0), Some(2)),
            ),
            (r#"{"total":"3","records":[{}]}"#, 1, place(Some(3), None, None)),
            (
                r#"{"total":-1,"offset":1.5,"limit":{},"items":[]}"#,
                0,
                place(None, None, None),
            ),
        ] {
            let page = page(json).expect(json);
            assert_eq!((page.records.len(), page.place), (count, expected), "{json}");
        }
    }

    #[test]
    fn what_is_no_list_is_refused() {
        for json in [
            "",
            "{}",
            "null",
            "7",
            "[1,",
            r#"{"items":{}}"#,
            r#"{"items":null}"#,
            "<html>",
            r#"{"items":[1}"#,
        ] {
            assert!(page(json).is_err(), "{json}");
        }
    }
}
