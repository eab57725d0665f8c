//! The records of a list, as its bytes arrive.

use super::Unreadable;
use super::member::Member as _;
use super::page::{Page, Place};
use super::value_scan::ValueScan;

/// The longest value that is held while the rest of it is awaited, in bytes: thousands of times what the contract's records
/// need. It is there so that a host that never ends a text does not fill the memory.
const LONGEST_VALUE: usize = 16 << 20;

const BROKEN: Unreadable = Unreadable("broken JSON, or a member that occurs twice");
const NO_LIST: Unreadable = Unreadable("neither an array nor a page of a list");

/// Reads a list, a bare array (documented) or the paged form that occurs in sister products (documented there),
/// `{"total","offset","limit","items"|"records":[…]}`, from pieces that may end anywhere, in the middle of a character too.
///
/// Of the answer, only the value that a piece leaves unfinished is held. What is not JSON from the first byte to the last, is
/// nested too deep or has both lists is unreadable, and so is what ends early. After a fault nothing is to be pushed any
/// more; that there was none is for [`end`](Self::end) to say.
#[derive(Default)]
pub(crate) struct RecordStream {
    expected: Expected,
    /// The search for the end of the value under way, if one is.
    scan: Option<ValueScan>,
    /// What has arrived of it in earlier pieces.
    held: Vec<u8>,
    /// The paged form's members that this project knows, as far as they have come.
    members: Vec<Member>,
    has_list: bool,
    page: Page,
}

/// What comes next, white space aside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Expected {
    #[default]
    Answer,
    FirstRecordOrEnd,
    Record,
    CommaOrEndOfRecords,
    FirstMemberOrEnd,
    Member,
    Colon(Member),
    MemberValue(Member),
    CommaOrEndOfMembers,
    Nothing,
}

/// A member of the paged form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Member {
    Total,
    Offset,
    Limit,
    Items,
    Records,
    /// One that this project does not know; it may occur twice.
    Other,
}

impl RecordStream {
    /// Takes the bytes that come next, and lends every record that they complete: its text as it was written, of which
    /// nothing is known but where it begins and ends, so that `take` must refuse what is not JSON.
    pub(crate) fn push(
        &mut self,
        piece: &[u8],
        take: &mut dyn FnMut(&str) -> Result<(), Unreadable>,
    ) -> Result<(), Unreadable> {
        let mut rest = piece;
        loop {
            if let Some(scan) = &mut self.scan {
                let Some((value_end, after)) = scan.advance(rest)?.and_then(|end| rest.split_at_checked(end))
                else {
                    return self.hold(rest);
                };
                self.scan = None;
                self.finish_value(value_end, take)?;
                rest = after;
            }
            rest = without_leading_white_space(rest);
            let Some((first, after)) = rest.split_first() else {
                return Ok(());
            };
            match self.after_byte(*first)? {
                Some(expected) => {
                    self.expected = expected;
                    rest = after;
                }
                None => self.scan = Some(ValueScan::default()),
            }
        }
    }

    /// Says that there are no more bytes.
    pub(crate) fn end(self) -> Result<Page, Unreadable> {
        match (self.expected, self.has_list) {
            (Expected::Nothing, true) => Ok(self.page),
            (Expected::Nothing, false) => Err(NO_LIST),
            _ => Err(Unreadable("a list that breaks off")),
        }
    }

    /// What is expected after a byte of the list's own; `None` where the byte begins a value.
    fn after_byte(&mut self, byte: u8) -> Result<Option<Expected>, Unreadable> {
        Ok(Some(match (self.expected, byte) {
            (Expected::Answer, b'[') => self.begin_list()?,
            (Expected::Answer, b'{') => {
                self.page.place = Some(Place::default());
                Expected::FirstMemberOrEnd
            }
            (Expected::Answer, _) => return Err(NO_LIST),
            (Expected::FirstRecordOrEnd | Expected::CommaOrEndOfRecords, b']') => match self.page.place {
                Some(_) => Expected::CommaOrEndOfMembers,
                None => Expected::Nothing,
            },
            (Expected::FirstRecordOrEnd | Expected::Record, _) => return Ok(None),
            (Expected::CommaOrEndOfRecords, b',') => Expected::Record,
            (Expected::FirstMemberOrEnd | Expected::CommaOrEndOfMembers, b'}') => Expected::Nothing,
            (Expected::FirstMemberOrEnd | Expected::Member, b'"') => return Ok(None),
            (Expected::Colon(member), b':') => Expected::MemberValue(member),
            (Expected::MemberValue(Member::Items | Member::Records), b'[') => self.begin_list()?,
            (Expected::MemberValue(_), _) => return Ok(None),
            (Expected::CommaOrEndOfMembers, b',') => Expected::Member,
            _ => return Err(BROKEN),
        }))
    }

    fn begin_list(&mut self) -> Result<Expected, Unreadable> {
        if self.has_list {
            return Err(Unreadable(
                "a page with two lists, of which nobody could say which is meant",
            ));
        }
        self.has_list = true;
        Ok(Expected::FirstRecordOrEnd)
    }

    fn hold(&mut self, bytes: &[u8]) -> Result<(), Unreadable> {
        if self.held.len() + bytes.len() > LONGEST_VALUE {
            return Err(Unreadable("a value longer than is read"));
        }
        self.held.extend_from_slice(bytes);
        Ok(())
    }

    /// Reads the value under way, which these bytes complete. One that came in a single piece is read where it is.
    fn finish_value(
        &mut self,
        value_end: &[u8],
        take: &mut dyn FnMut(&str) -> Result<(), Unreadable>,
    ) -> Result<(), Unreadable> {
        if self.held.is_empty() {
            return self.read_value(value_end, take);
        }
        self.hold(value_end)?;
        let mut held = std::mem::take(&mut self.held);
        self.read_value(&held, take)?;
        held.clear();
        self.held = held;
        Ok(())
    }

    fn read_value(
        &mut self,
        value: &[u8],
        take: &mut dyn FnMut(&str) -> Result<(), Unreadable>,
    ) -> Result<(), Unreadable> {
        let value = std::str::from_utf8(value).map_err(|_| Unreadable("not UTF-8"))?;
        self.expected = match self.expected {
            Expected::FirstMemberOrEnd | Expected::Member => Expected::Colon(self.member(value)?),
            Expected::MemberValue(member) => {
                self.read_member(member, value)?;
                Expected::CommaOrEndOfMembers
            }
            _ => {
                take(value)?;
                if self.page.count == 0 {
                    self.page.first_record = Some(value.to_owned());
                }
                self.page.count += 1;
                Expected::CommaOrEndOfRecords
            }
        };
        Ok(())
    }

    /// Which member a name means.
    fn member(&mut self, name: &str) -> Result<Member, Unreadable> {
        let name = json::value(name)?.text().ok_or(BROKEN)?;
        let member = match name.as_ref() {
            "total" => Member::Total,
            "offset" => Member::Offset,
            "limit" => Member::Limit,
            "items" => Member::Items,
            "records" => Member::Records,
            _ => return Ok(Member::Other),
        };
        match self.members.contains(&member) {
            true => Err(BROKEN),
            false => {
                self.members.push(member);
                Ok(member)
            }
        }
    }

    /// Reads a member that is not the list.
    fn read_member(&mut self, member: Member, value: &str) -> Result<(), Unreadable> {
        let mut place = self.page.place.unwrap_or_default();
        let value = json::value(value)?;
        match member {
            Member::Total => place.total = value.number(),
            Member::Offset => place.offset = value.number(),
            Member::Limit => place.limit = value.number(),
            // Null is as good as missing; something else under this name is not the list that belongs there.
            Member::Items if !value.is_absent() => return Err(NO_LIST),
            // The list may still be under the other name.
            Member::Items | Member::Records | Member::Other => {}
        }
        self.page.place = Some(place);
        Ok(())
    }
}

fn without_leading_white_space(bytes: &[u8]) -> &[u8] {
    let is_white_space = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
    let first = bytes.iter().position(|byte| !is_white_space(byte));
    first.and_then(|first| bytes.get(first..)).unwrap_or_default()
}

#[cfg(test)]
mod tests;
