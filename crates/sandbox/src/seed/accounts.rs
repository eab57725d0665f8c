//! The accounts: two to use, one inactive, and one whose service period is over.

use chrono::{Days, NaiveDate};
use rusqlite::{Connection, params};

use super::series;
use crate::database::StoreFault;
use crate::uuid::Uuid;

struct MadeUpAccount {
    name: &'static str,
    active: bool,
    /// In days before today.
    began: u64,
    /// In days after today; negative where it is over.
    ends_in: i64,
}

const ACCOUNTS: [MadeUpAccount; 5] = [
    MadeUpAccount {
        name: "Example Corporation",
        active: true,
        began: 900,
        ends_in: 560,
    },
    MadeUpAccount {
        name: "Example Manufacturing Europe",
        active: true,
        began: 400,
        ends_in: 330,
    },
    MadeUpAccount {
        name: "Example Retail",
        active: true,
        began: 120,
        ends_in: 245,
    },
    MadeUpAccount {
        name: "Example Ventures (closed)",
        active: false,
        began: 1500,
        ends_in: 200,
    },
    MadeUpAccount {
        name: "Example Pilot 2024",
        active: true,
        began: 760,
        ends_in: -30,
    },
];

/// How many of the accounts, from the first on, can be used without a warning.
pub(super) const USABLE: usize = 3;

pub(super) fn ids() -> impl Iterator<Item = Uuid> {
    (0..)
        .take(ACCOUNTS.len())
        .map(|position| Uuid::made_up(series::ACCOUNT, position))
}

pub(super) fn insert(connection: &Connection, today: NaiveDate) -> Result<(), StoreFault> {
    let day = |date: Option<NaiveDate>| date.unwrap_or(today).to_string();
    for (position, (account, id)) in ACCOUNTS.iter().zip(ids()).enumerate() {
        let distance = Days::new(account.ends_in.unsigned_abs());
        let end = match account.ends_in < 0 {
            true => today.checked_sub_days(distance),
            false => today.checked_add_days(distance),
        };
        connection.execute(
            "INSERT INTO account (position, id, name, active, service_from, service_to, friendly_identifier)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![
                position,
                id,
                account.name,
                account.active,
                day(today.checked_sub_days(Days::new(account.began))),
                day(end),
                (5_258_283 + 1_117 * position).to_string(),
            ],
        )?;
    }
    Ok(())
}
