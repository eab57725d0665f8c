//! The list as a table for spreadsheets.

use service_user::{ServiceUser, UtcDay};

use crate::formula::neutralised;
use crate::instant::rfc3339;
use crate::plain_text::plain;
use crate::wording;

/// The service users as comma-separated values (RFC 4180), a heading and then one row each, in the order given.
///
/// The text begins with a byte order mark: without one, Excel reads the file in the code page of the computer and shows
/// every letter beyond ASCII wrongly.
///
/// No text can start a formula, whichever column it is in. The days left are ours, a number that no text
/// can replace, and stand as one, also where they are negative: a spreadsheet may compute with them.
pub fn csv<'a>(users: impl IntoIterator<Item = &'a ServiceUser>, today: UtcDay) -> String {
    let mut table = "\u{FEFF}".to_owned();
    push_row(
        &mut table,
        wording::COLUMNS.map(|heading| Cell::Text(heading.to_owned())),
    );
    for user in users {
        push_row(&mut table, cells(user, today));
    }
    table
}

/// A cell. Only a text can hold anything that somebody else wrote.
enum Cell {
    Text(String),
    Number(i64),
}

fn cells(user: &ServiceUser, today: UtcDay) -> [Cell; wording::COLUMNS.len()] {
    let empty = || Cell::Text(String::new());
    [
        Cell::Text(user.friendly_name.clone()),
        Cell::Text(wording::standing(&user.standing(today)).to_owned()),
        user.end_date
            .map_or_else(empty, |day| Cell::Text(day.to_string())),
        user.end_date
            .map_or_else(empty, |day| Cell::Number(today.days_until(day))),
        Cell::Text(user.email.clone()),
        Cell::Text(user.description.clone()),
        Cell::Text(user.managers.join(", ")),
        user.created_at
            .map_or_else(empty, |instant| Cell::Text(rfc3339(instant))),
        Cell::Text(user.created_by.clone().unwrap_or_default()),
        Cell::Text(user.id.as_str().to_owned()),
    ]
}

fn push_row(table: &mut String, cells: [Cell; wording::COLUMNS.len()]) {
    for (place, cell) in cells.into_iter().enumerate() {
        if place > 0 {
            table.push(',');
        }
        match cell {
            Cell::Text(text) => {
                table.push('"');
                table.push_str(&neutralised(&plain(&text)).replace('"', "\"\""));
                table.push('"');
            }
            Cell::Number(number) => table.push_str(&number.to_string()),
        }
    }
    table.push_str("\r\n");
}
