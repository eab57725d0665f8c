//! How long the rules take: `cargo bench -p service-user`.

use std::hint::black_box;

use criterion::Criterion;
use service_user::{
    Account, AccountId, Draft, EndDateChoice, Field, Manager, ManagerCode, OrganisationPolicy, Role, RoleId,
    Surroundings, TakenNames, UtcDay,
};

/// How many friendly names are taken: as many as a large organisation has.
const NAMES: usize = 100_000;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    if let Some(today) = UtcDay::parse("2027-02-01") {
        bench_rules(&mut criterion, today);
    }
    criterion.final_summary();
}

fn bench_rules(criterion: &mut Criterion, today: UtcDay) {
    let taken_names: TakenNames = (0..NAMES).map(name).collect();
    let (accounts, roles) = (accounts(), roles());
    let policy = OrganisationPolicy::default();
    let surroundings = Surroundings {
        today,
        taken_names: &taken_names,
        accounts: &accounts,
        roles: &roles,
        caller_email: Some("admin@example.com"),
        policy: &policy,
        existing: None,
    };
    for (what, friendly_name) in [
        ("a free name", "Billing certificate API".to_owned()),
        ("a name that is taken", name(NAMES / 2)),
        ("a name with faults", " CI.signer  für Käufer ".to_owned()),
    ] {
        let draft = draft(friendly_name);
        criterion.bench_function(&format!("check {what} beside {NAMES} names"), |bencher| {
            bencher.iter(|| black_box(&draft).review_field(Field::FriendlyName, &surroundings));
        });
        criterion.bench_function(&format!("review a draft with {what}"), |bencher| {
            bencher.iter(|| black_box(&draft).review(&surroundings));
        });
    }
    criterion.bench_function(&format!("collect {NAMES} names"), |bencher| {
        let names: Vec<String> = (0..NAMES).map(name).collect();
        bencher.iter(|| names.iter().cloned().collect::<TakenNames>());
    });
}

/// A made-up name, in an order that has nothing to do with the number.
fn name(number: usize) -> String {
    format!(
        "Web shop CI signer {:05x}",
        number.wrapping_mul(0x9e37_79b9) & 0xf_ffff
    )
}

fn draft(friendly_name: String) -> Draft {
    Draft {
        friendly_name,
        description: "Signs release builds. Kept in the build system's secret store.".to_owned(),
        end_date: EndDateChoice::Typed("2027-05-02".to_owned()),
        email: "jane.doe@example.com".to_owned(),
        accounts: vec![AccountId::new("account-0"), AccountId::new("account-3")],
        managers: vec![ManagerCode::new("manager-1"), ManagerCode::new("manager-4")],
        roles: vec![RoleId::new("role-1-2"), RoleId::new("role-4-0")],
    }
}

fn accounts() -> Vec<Account> {
    let account = |number: usize| Account {
        id: AccountId::new(format!("account-{number}")),
        name: format!("Account {number}"),
        active: true,
        service_period: None,
    };
    (0..8).map(account).collect()
}

/// As many Managers and roles as are documented.
fn roles() -> Vec<Role> {
    let role = |manager: usize, number: usize| Role {
        id: RoleId::new(format!("role-{manager}-{number}")),
        name: format!("Role {number}"),
        description: "Views certificates and profiles.".to_owned(),
        manager: Manager {
            code: ManagerCode::new(format!("manager-{manager}")),
            name: format!("Manager {manager}"),
        },
        permissions: vec!["VIEW_CERTIFICATE".to_owned(), "VIEW_PROFILE".to_owned()],
    };
    (0..7)
        .flat_map(|manager| (0..5).map(move |number| role(manager, number)))
        .collect()
}
