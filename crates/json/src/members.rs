//! The members of an object.

use crate::escapes::plain;
use crate::scanner::Scanner;
use crate::{Fault, Value};

/// Reads an object, and answers with the members of these names, in the order of the names; with
/// [`Value::ABSENT`] for one that is not there. Other members are passed over, and may occur twice.
///
/// It reads fastest where the names stand in the order in which the members are written.
///
/// # Errors
/// The text is no JSON, no object, or has one of the members twice. A name with half of a surrogate pair is no JSON either.
pub fn members<'a, const N: usize>(json: &'a str, names: [&str; N]) -> Result<[Value<'a>; N], Fault> {
    let mut members = [Value::ABSENT; N];
    read(json, &names, &mut members)?;
    Ok(members)
}

fn read<'a>(json: &'a str, names: &[&str], members: &mut [Value<'a>]) -> Result<(), Fault> {
    let mut scanner = Scanner::new(json.as_bytes());
    if !scanner.pass(b'{') {
        return Err(Fault::NoObject);
    }
    let mut expected = 0;
    let mut has_more = !scanner.pass(b'}');
    while has_more {
        scanner.peek();
        let name_start = scanner.place;
        scanner.pass_name()?;
        // The name ends where the white space before the colon begins.
        let name = json.get(name_start..scanner.place - 1).unwrap_or_default();
        let name = inside(name.trim_ascii_end());
        let place = match scanner.has_escape {
            false => place_of(name, names, expected),
            true => place_of(&plain(name).ok_or(Fault::Broken)?, names, expected),
        };
        scanner.peek();
        let value_start = scanner.place;
        scanner.pass_value()?;
        if let Some(place) = place
            && let Some(member) = members.get_mut(place)
        {
            if !member.written().is_empty() {
                return Err(Fault::Twice);
            }
            *member = Value::passed(json, value_start, &scanner);
            expected = place + 1;
        }
        has_more = scanner.pass(b',');
        if !has_more && !scanner.pass(b'}') {
            return Err(Fault::Broken);
        }
    }
    scanner.end()
}

/// Where a name stands among the names. The one that is expected is looked at first.
fn place_of(name: &str, names: &[&str], expected: usize) -> Option<usize> {
    match names.get(expected) {
        Some(next) if *next == name => Some(expected),
        _ => names.iter().position(|known| *known == name),
    }
}

/// What stands between the quotation marks.
pub(crate) fn inside(text: &str) -> &str {
    text.get(1..text.len().saturating_sub(1)).unwrap_or_default()
}
