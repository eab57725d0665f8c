//! Prints how long the list takes with many made-up service users: `cargo bench -p service-user-list [-- USERS]`.

use std::hint::black_box;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use service_user::{AccountId, RoleId, ServiceUser, Status, UserId, UtcDay};
use service_user_list::{Column, Direction, Order, Place, ScrollArea, Selection, Show, UserList, View};

const SYSTEMS: [&str; 8] = [
    "Billing",
    "Web shop",
    "Firmware",
    "Mail gateway",
    "Ingress",
    "Telemetry",
    "Lab",
    "Partner portal",
];

const PURPOSES: [(&str, &str); 4] = [
    (
        "CI signer",
        "Signs release builds. Kept in the build system's secret store.",
    ),
    ("autoenrollment", "The autoenrollment server signs in with this."),
    (
        "certificate API",
        "Requests and renews certificates over the REST API.",
    ),
    ("onboarding", ""),
];

const MANAGERS: [&[&str]; 4] = [
    &["Software Trust"],
    &["CA Manager", "Trust Lifecycle"],
    &["Trust Lifecycle"],
    &[],
];

/// How many users arrive at once.
const BATCH: usize = 1000;

fn main() {
    let mut numbers = std::env::args().filter_map(|argument| argument.parse().ok());
    let count: usize = numbers.next().unwrap_or(100_000);
    let Some(today) = UtcDay::parse("2027-02-01") else {
        return;
    };
    let users: Vec<ServiceUser> = (0..count).map(|number| user(number, today)).collect();
    println!("{count} service users");

    let mut list = UserList::new();
    timed("fill", || list.extend(users.iter().cloned()));
    let view = |search: &str, show: Show, order: Order| View {
        search: search.to_owned(),
        show,
        order,
    };
    let by_name = Order::default();

    timed("first view: sort by name", || {
        list.places(&View::default(), today)
    });
    timed("the same again", || list.places(&View::default(), today));
    for search in [
        "s",
        "si",
        "sig",
        "sign",
        "signe",
        "signer",
        "signer 7",
        "",
        "example.com",
        "é",
        "77",
        "no such text",
    ] {
        timed(&format!("search “{search}”"), || {
            list.places(&view(search, Show::All, by_name), today)
        });
    }
    timed("counts", || list.counts("", today));
    timed("show expiring", || {
        list.places(&view("", Show::Expiring, by_name), today)
    });
    for column in Column::ALL {
        for direction in [Direction::Descending, Direction::Ascending] {
            let order = Order { column, direction };
            timed(&format!("sort by {column:?} {direction:?}"), || {
                list.places(&view("", Show::All, order), today)
            });
        }
    }
    timed("turn an order round", || {
        list.places(
            &view(
                "",
                Show::All,
                Order {
                    column: Column::EndDate,
                    direction: Direction::Descending,
                },
            ),
            today,
        )
    });

    let Some(some) = users.get(count / 2) else { return };
    let disabled = ServiceUser {
        status: Status::Disabled,
        ..some.clone()
    };
    timed("change one user and view", || {
        list.insert(&disabled);
        list.places(&View::default(), today)
    });
    timed("take one user out and view", || {
        list.remove(&some.id);
        list.places(&View::default(), today)
    });

    let places = list.places(&View::default(), today);
    let mut selection = Selection::new();
    timed("select all", || selection.set_all(&list, &places, true));
    timed("count the selected", || selection.count_among(&list, &places));
    timed("one screen of rows", || rows_of_a_screen(&list, &places));

    let mut streamed = UserList::new();
    let mut worst = Duration::ZERO;
    let start = Instant::now();
    for batch in users.chunks(BATCH) {
        let start = Instant::now();
        streamed.extend(batch.iter().cloned());
        black_box(streamed.places(&View::default(), today));
        worst = worst.max(start.elapsed());
    }
    println!(
        "{:>12.3} ms  fill by {BATCH}, viewed each time; the longest took {:.3} ms",
        milliseconds(start.elapsed()),
        milliseconds(worst)
    );
}

fn rows_of_a_screen(list: &UserList, places: &[Place]) -> usize {
    let window = ScrollArea::new(places.len(), 44.0, 900.0, 10).window(200_000.0);
    let rows = places
        .get(window.rows)
        .unwrap_or_default()
        .iter()
        .filter_map(|place| list.row(*place));
    rows.map(|row| row.to_service_user().friendly_name.len()).sum()
}

fn timed<T>(name: &str, work: impl FnOnce() -> T) {
    let start = Instant::now();
    black_box(work());
    println!("{:>12.3} ms  {name}", milliseconds(start.elapsed()));
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}

/// A made-up service user, in an order that has nothing to do with its name.
fn user(number: usize, today: UtcDay) -> ServiceUser {
    let mixed = number.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let pick = |shift: u32, choices: usize| mixed.rotate_left(shift) % choices;
    let uuid = |series: usize, number: usize| format!("783a6a45-{series:04x}-4635-bb4b-{number:012x}");
    let system = SYSTEMS.get(pick(7, SYSTEMS.len())).copied().unwrap_or_default();
    let (purpose, description) = PURPOSES
        .get(pick(13, PURPOSES.len()))
        .copied()
        .unwrap_or_default();
    let managers = MANAGERS
        .get(pick(13, MANAGERS.len()))
        .copied()
        .unwrap_or_default();
    ServiceUser {
        id: UserId::new(uuid(1, mixed % (1 << 48))),
        friendly_name: format!("{system} {purpose} {}", mixed % 1_000_003),
        description: match pick(17, 2) {
            0 => description.to_owned(),
            _ => format!("{description} Ticket {}.", mixed % 999_983),
        },
        email: format!("person.{}@example.com", pick(19, 500)),
        status: if pick(23, 11) == 0 {
            Status::Disabled
        } else {
            Status::Active
        },
        end_date: (pick(29, 5) != 0)
            .then(|| today.plus_days(u32::try_from(pick(31, 800)).unwrap_or(0)))
            .flatten(),
        accounts: (0..=pick(37, 2))
            .map(|account| AccountId::new(uuid(2, account)))
            .collect(),
        roles: (0..=pick(41, 3)).map(|role| RoleId::new(uuid(3, role))).collect(),
        managers: managers.iter().map(|name| (*name).to_owned()).collect(),
        created_at: DateTime::<Utc>::from_timestamp(
            1_600_000_000 + i64::try_from(pick(43, 200_000_000)).unwrap_or(0),
            0,
        ),
        created_by: Some(uuid(4, pick(47, 40))),
    }
}
