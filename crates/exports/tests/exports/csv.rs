use chrono::DateTime;
use exports::csv;
use proptest::collection::vec;
use proptest::prelude::*;
use service_user::{ServiceUser, Standing, Status};

use crate::support::{any_user, day, readable, user, utc_day};

/// The rows as a library reads them, without the byte order mark.
fn rows(table: &str) -> Vec<Vec<String>> {
    let table = table.strip_prefix('\u{FEFF}').expect("a byte order mark");
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .terminator(::csv::Terminator::CRLF)
        .from_reader(table.as_bytes());
    let records = reader.records().map(|record| record.expect("a row"));
    records
        .map(|record| record.iter().map(str::to_owned).collect())
        .collect()
}

/// Whether a spreadsheet may compute something from the beginning of a cell.
fn computes(cell: &str) -> bool {
    let seen = cell.trim_start_matches([' ', '\u{A0}', '\u{3000}', '"', '\u{200B}', '\u{FEFF}', '\u{202E}']);
    seen.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

/// The text without the apostrophes that keep formulas from being any.
fn without_guards(cell: &str) -> String {
    cell.chars().filter(|character| *character != '\'').collect()
}

#[test]
fn the_table_of_two_service_users_is_this() {
    let signer = ServiceUser {
        description: "Signs \"releases\",\nnightly".to_owned(),
        email: "jane@example.com".to_owned(),
        managers: vec!["Software Trust".to_owned(), "CA Manager".to_owned()],
        created_at: DateTime::from_timestamp(1_624_438_519, 0),
        created_by: Some("130deba5".to_owned()),
        ..user("783a6a45", "CI-signer", Some("2026-11-19"))
    };
    let open = ServiceUser {
        status: Status::Other("=LOCKED".to_owned()),
        ..user("b", "Ürün", None)
    };
    let table = csv([&signer, &open], day("2026-11-24"));
    let expected = [
        "\u{FEFF}\"Friendly name\",\"Status\",\"End date (UTC)\",\"Days left\",\"Email\",\"Description\",\"Managers\",\
         \"Created (UTC)\",\"Created by\",\"User ID\"\r\n",
        "\"CI-signer\",\"Expired\",\"2026-11-19\",-5,\"jane@example.com\",\"Signs \"\"releases\"\",\nnightly\",\
         \"Software Trust, CA Manager\",\"2021-06-23T08:55:19Z\",\"130deba5\",\"783a6a45\"\r\n",
        "\"Ürün\",\"'=LOCKED\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"b\"\r\n",
    ];
    assert_eq!(table, expected.concat());
}

#[test]
fn an_empty_list_is_a_heading() {
    let none: [&ServiceUser; 0] = [];
    let table = csv(none, day("2026-11-24"));
    assert_eq!(rows(&table).len(), 1);
}

#[test]
fn a_formula_is_text_in_whichever_column_it_is() {
    let formula = "=HYPERLINK(\"http://evil.example\")";
    let hostile = ServiceUser {
        description: formula.to_owned(),
        email: formula.to_owned(),
        managers: vec![formula.to_owned()],
        created_by: Some(formula.to_owned()),
        status: Status::Other(formula.to_owned()),
        ..user(formula, formula, Some("2027-01-12"))
    };
    let table = csv([&hostile], day("2026-11-24"));
    let read = rows(&table);
    let guarded = format!("'{formula}");
    let count = read.iter().flatten().filter(|cell| **cell == guarded).count();
    assert_eq!(count, 7, "{read:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_reader_finds_every_text_where_it_belongs(users in vec(any_user(), 0..4), today in utc_day()) {
        let rows = rows(&csv(&users, today));
        prop_assert_eq!(rows.len(), users.len() + 1);
        for (row, user) in rows.iter().skip(1).zip(&users) {
            let standing = match user.standing(today) {
                Standing::Active => "Active".to_owned(),
                Standing::Disabled => "Disabled".to_owned(),
                Standing::Expired => "Expired".to_owned(),
                Standing::Other(status) => status,
            };
            let expected = [
                user.friendly_name.clone(),
                standing,
                user.end_date.map(|day| day.to_string()).unwrap_or_default(),
                user.end_date.map(|day| today.days_until(day).to_string()).unwrap_or_default(),
                user.email.clone(),
                user.description.clone(),
                user.managers.join(", "),
                user.created_at.map(|instant| instant.format("%Y-%m-%dT%H:%M:%SZ").to_string()).unwrap_or_default(),
                user.created_by.clone().unwrap_or_default(),
                user.id.as_str().to_owned(),
            ];
            prop_assert_eq!(row.len(), expected.len());
            for (cell, text) in row.iter().zip(expected) {
                prop_assert_eq!(without_guards(cell), without_guards(&readable(&text)));
            }
        }
    }

    #[test]
    fn nothing_but_the_days_left_is_computed(users in vec(any_user(), 1..4), today in utc_day()) {
        for row in rows(&csv(&users, today)) {
            for (column, cell) in row.iter().enumerate() {
                let is_days_left = column == 3 && cell.parse::<i64>().is_ok();
                prop_assert!(is_days_left || !computes(cell), "{cell:?}");
            }
        }
    }

    #[test]
    fn nothing_is_computed_either_where_semicolons_and_tabs_divide_and_quotes_are_not_seen(
        users in vec(any_user(), 1..4),
        today in utc_day(),
    ) {
        let table = csv(&users, today);
        for cell in table.split([';', '\t', '\n', '\r']) {
            prop_assert!(cell.is_empty() || !computes(cell), "{cell:?}");
        }
    }

    #[test]
    fn a_text_without_anything_to_compute_is_what_it_was(name in "[A-Za-z0-9 _.,:'-]{0,64}") {
        prop_assume!(!computes(&name.replace('\'', "\"")));
        let table = csv([&user("a", &name, None)], day("2026-11-24"));
        prop_assert_eq!(&rows(&table)[1][0], &name);
    }
}
