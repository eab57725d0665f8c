//! How long the list takes with many made-up service users: `cargo bench -p service-user-list`.

use criterion::measurement::WallTime;
use criterion::{BatchSize, BenchmarkGroup, Criterion};

use chrono::{DateTime, Utc};
use service_user::{AccountId, RoleId, ServiceUser, Status, UserId, UtcDay};
use service_user_list::{Column, Direction, Order, Place, ScrollArea, Selection, Show, UserList, View};

/// How many service users there are.
const USERS: usize = 100_000;

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
    let mut criterion = Criterion::default().configure_from_args();
    if let Some(today) = UtcDay::parse("2027-02-01") {
        let users: Vec<ServiceUser> = (0..USERS).map(|number| user(number, today)).collect();
        let mut group = criterion.benchmark_group(format!("{USERS} service users"));
        group.sample_size(10);
        bench_arriving(&mut group, &users, today);
        bench_looking(&mut group, &users, today);
        bench_changing(&mut group, &users, today);
        group.finish();
    }
    criterion.final_summary();
}

/// Filling the list, and its first view.
fn bench_arriving(group: &mut BenchmarkGroup<'_, WallTime>, users: &[ServiceUser], today: UtcDay) {
    group.bench_function("fill", |bencher| {
        bencher.iter_batched(
            || users.to_vec(),
            |users| users.into_iter().collect::<UserList>(),
            BatchSize::PerIteration,
        );
    });
    group.bench_function("first view: sort by name", |bencher| {
        bencher.iter_batched(
            || users.iter().cloned().collect::<UserList>(),
            |mut list| (list.places(&View::default(), today), list),
            BatchSize::PerIteration,
        );
    });
    group.bench_function(
        format!("fill by {BATCH}, and view each time there are twice as many"),
        |bencher| {
            bencher.iter_batched(
                || users.to_vec(),
                |users| {
                    let mut list = UserList::new();
                    let mut viewed = 0;
                    for batch in users.chunks(BATCH) {
                        list.extend(batch.iter().cloned());
                        if list.len() >= viewed * 2 {
                            viewed = list.len();
                            list.places(&View::default(), today);
                        }
                    }
                    list
                },
                BatchSize::PerIteration,
            );
        },
    );
}

/// Searching, filtering, sorting, and drawing a screen.
fn bench_looking(group: &mut BenchmarkGroup<'_, WallTime>, users: &[ServiceUser], today: UtcDay) {
    let mut list: UserList = users.iter().cloned().collect();
    let view = |search: &str, show: Show, order: Order| View {
        search: search.to_owned(),
        show,
        order,
    };
    let by_name = Order::default();
    for search in ["s", "signer 7", "example.com", "é", "no such text"] {
        group.bench_function(format!("search “{search}” anew"), |bencher| {
            bencher.iter(|| {
                // Something else before it, so that nothing is known of it.
                list.places(&view("", Show::All, by_name), today);
                list.places(&view(search, Show::All, by_name), today)
            });
        });
    }
    group.bench_function("search “signer 7”, key by key", |bencher| {
        bencher.iter(|| {
            for length in 0..="signer 7".len() {
                let search = "signer 7".get(..length).unwrap_or_default();
                list.places(&view(search, Show::All, by_name), today);
            }
        });
    });
    group.bench_function("counts", |bencher| bencher.iter(|| list.counts("", today)));
    group.bench_function("show expiring", |bencher| {
        bencher.iter(|| list.places(&view("", Show::Expiring, by_name), today));
    });
    for column in Column::ALL {
        group.bench_function(format!("sort by {column:?}"), |bencher| {
            bencher.iter_batched(
                || users.iter().cloned().collect::<UserList>(),
                |mut list| {
                    let order = Order {
                        column,
                        direction: Direction::Descending,
                    };
                    (list.places(&view("", Show::All, order), today), list)
                },
                BatchSize::PerIteration,
            );
        });
    }
    let places = list.places(&View::default(), today);
    group.bench_function("one screen of rows", |bencher| {
        bencher.iter(|| rows_of_a_screen(&list, &places));
    });
}

/// Changing a user, and selecting.
fn bench_changing(group: &mut BenchmarkGroup<'_, WallTime>, users: &[ServiceUser], today: UtcDay) {
    let mut list: UserList = users.iter().cloned().collect();
    if let Some(some) = users.get(USERS / 2) {
        let disabled = ServiceUser {
            status: Status::Disabled,
            ..some.clone()
        };
        group.bench_function("change one user and view", |bencher| {
            bencher.iter(|| {
                for user in [&disabled, some] {
                    list.insert(user);
                    list.places(&View::default(), today);
                }
            });
        });
        group.bench_function("take one user out, put it back, and view each time", |bencher| {
            bencher.iter(|| {
                list.remove(&some.id);
                list.places(&View::default(), today);
                list.insert(some);
                list.places(&View::default(), today)
            });
        });
    }
    let places = list.places(&View::default(), today);
    group.bench_function("select all and count them", |bencher| {
        bencher.iter(|| {
            let mut selection = Selection::new();
            selection.set_all(&list, &places, true);
            selection.count_among(&list, &places)
        });
    });
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
