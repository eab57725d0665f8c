//! Service users to put into lists.

use chrono::{DateTime, Utc};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use service_user::{AccountId, RoleId, ServiceUser, Status, UserId, UtcDay};

/// A service user of whom nothing but the name is interesting; the name is its id as well.
pub(crate) fn named(name: &str) -> ServiceUser {
    ServiceUser {
        id: UserId::new(name),
        friendly_name: name.to_owned(),
        description: String::new(),
        email: "jane@example.com".to_owned(),
        status: Status::Active,
        end_date: None,
        accounts: Vec::new(),
        roles: Vec::new(),
        managers: Vec::new(),
        created_at: None,
        created_by: None,
    }
}

#[expect(clippy::panic, reason = "a wrong day is a mistake in the test itself")]
pub(crate) fn day(text: &str) -> UtcDay {
    UtcDay::parse(text).unwrap_or_else(|| panic!("{text} is no day"))
}

/// The days around which made-up end dates lie.
pub(crate) fn today() -> impl Strategy<Value = UtcDay> {
    select(vec![day("2027-01-31"), day("2027-02-01"), day("2027-02-02")])
}

/// Few ids, so that the same one comes again.
pub(crate) fn id() -> impl Strategy<Value = UserId> {
    prop_oneof![
        2 => (0..60_u32).prop_map(|number| UserId::new(format!("783a6a45-b74b-4635-bb4b-{number:012x}"))),
        1 => (0..30_u32).prop_map(|number| UserId::new(format!("user {number}"))),
    ]
}

/// Short texts of few characters, so that they are often alike: capitals, digits, letters whose lower case is longer or is
/// ASCII, both forms of sigma, and the two characters that sorting cannot tell apart.
pub(crate) fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[aAbB120 -]{0,5}",
        2 => "[aAäÄςσΣİK\u{0}\u{1}_0]{0,4}",
        1 => "(build|Build) 0{0,2}[0-9]{1,3}",
        1 => any::<String>(),
    ]
}

fn words() -> impl Strategy<Value = Vec<String>> {
    vec(
        prop_oneof![
            select(vec!["a", "B", "Trust Lifecycle"]).prop_map(str::to_owned),
            text()
        ],
        0..3,
    )
}

fn status() -> impl Strategy<Value = Status> {
    prop_oneof![
        3 => Just(Status::Active),
        2 => Just(Status::Disabled),
        1 => text().prop_map(Status::Other),
    ]
}

fn end_date() -> impl Strategy<Value = Option<UtcDay>> {
    let near = (0..70_u32).prop_map(|days| day("2027-01-01").plus_days(days));
    prop_oneof![2 => Just(None), 4 => near, 1 => select(vec![Some(UtcDay::MIN), Some(UtcDay::MAX)])]
}

fn created_at() -> impl Strategy<Value = Option<DateTime<Utc>>> {
    option::of(prop_oneof![
        (-3..3_i64, 0..2_u32).prop_filter_map("no instant", |(seconds, nanoseconds)| {
            DateTime::from_timestamp(seconds, nanoseconds)
        }),
        Just(DateTime::<Utc>::MIN_UTC),
        Just(DateTime::<Utc>::MAX_UTC),
    ])
}

prop_compose! {
    /// Any service user.
    pub(crate) fn user()(
        id in id(),
        (friendly_name, description, email) in (text(), text(), text()),
        status in status(),
        end_date in end_date(),
        (accounts, roles, managers) in (words(), words(), words()),
        created_at in created_at(),
        created_by in option::of(text()),
    ) -> ServiceUser {
        ServiceUser {
            id,
            friendly_name,
            description,
            email,
            status,
            end_date,
            accounts: accounts.into_iter().map(AccountId::new).collect(),
            roles: roles.into_iter().map(RoleId::new).collect(),
            managers,
            created_at,
            created_by,
        }
    }
}
