//! Made-up service users.

use chrono::{DateTime, Days, Utc};
use service_user::{RECIPES, UtcDay};

use super::managers::role_id;
use super::{accounts, series};
use crate::database::{NewUser, Records, StoreFault};
use crate::session::Person;
use crate::uuid::Uuid;
use crate::wire::{AccountId, RoleId, Status, UserType};

/// A kind of service user.
struct Purpose {
    /// The end of its name.
    name: &'static str,
    description: &'static str,
    roles: Vec<RoleId>,
}

const SYSTEMS: [&str; 24] = [
    "Billing",
    "Payments",
    "Web shop",
    "Firmware",
    "Mobile app",
    "Warehouse",
    "Intranet",
    "Mail gateway",
    "VPN",
    "Branch office",
    "Ingress",
    "Data platform",
    "Support portal",
    "Kiosk",
    "Printer fleet",
    "Installer",
    "Edge cache",
    "Identity",
    "Telemetry",
    "Charging station",
    "Lab",
    "Point of sale",
    "Partner portal",
    "Document archive",
];

const STAGES: [&str; 5] = ["production", "staging", "test", "eu-west", "us-east"];

const PEOPLE: [&str; 8] = [
    "ines.duarte",
    "jonas.lind",
    "amara.okafor",
    "li.wei",
    "marta.nowak",
    "sam.taylor",
    "yusuf.demir",
    "hana.sato",
];

/// From one user to the next, so many combinations are passed over: the golden section of all of them, so that neighbours are
/// as different as can be, and without a factor in common with their number, so that each one is met.
const STEP: usize = 667;

pub(super) fn insert(records: &mut Records, count: usize, now: DateTime<Utc>) -> Result<(), StoreFault> {
    let purposes = purposes()?;
    let accounts: Vec<AccountId> = accounts::ids().map(AccountId).collect();
    let today = UtcDay::from_date(now.date_naive());
    for index in 0..count {
        let user = made_up(index, &purposes, &accounts, today)?;
        let status = match index % 23 {
            5 | 14 => Status::Disabled,
            _ => Status::Active,
        };
        let age = Days::new(u64::try_from(30 + index * 37 % 700).unwrap_or(30));
        records.insert_made_up_user(
            id(index),
            UserType::Service,
            &user,
            status,
            now.checked_sub_days(age).unwrap_or(now),
            Person::Administrator.id(),
        )?;
    }
    Ok(())
}

/// The id of a made-up service user.
pub(super) fn id(index: usize) -> Uuid {
    Uuid::made_up(series::SERVICE_USER, u64::try_from(index).unwrap_or(u64::MAX))
}

/// The kinds of service users: one for each of DigiCert's recipes, and some more.
fn purposes() -> Result<Vec<Purpose>, StoreFault> {
    let mut purposes = Vec::new();
    for recipe in RECIPES {
        let names = match recipe.name {
            "Trust Lifecycle REST API" => (
                "certificate API",
                "Requests and renews certificates over the REST API.",
            ),
            "Trust Lifecycle autoenrollment server" => {
                ("autoenrollment", "The autoenrollment server signs in with this.")
            }
            "TLS inspection with a private CA" => (
                "TLS inspection",
                "The proxy fetches its issuing certificate with this.",
            ),
            "Fleet device management" => (
                "device enrolment",
                "Enrols and renews the certificates of managed devices.",
            ),
            "Code signing in CI" => (
                "CI signer",
                "Signs release builds. Kept in the build system's secret store.",
            ),
            "Onboarding automation" => ("onboarding", "Creates users when somebody joins."),
            other => (other, ""),
        };
        let grants = recipe
            .grants
            .iter()
            .flat_map(|grant| grant.roles.iter().map(|role| (grant.manager, *role)));
        purposes.push(purpose(names, grants)?);
    }
    purposes.push(purpose(
        ("report export", "Fetches the weekly inventory report."),
        [
            ("Trust Lifecycle", "View only"),
            ("Trust Lifecycle", "Reporting admin"),
        ],
    )?);
    purposes.push(purpose(("document signing", ""), [("Document Trust", "Signer")])?);
    purposes.push(purpose(
        ("device factory", "Registers devices on the assembly line."),
        [("Device Trust", "Device Creator")],
    )?);
    Ok(purposes)
}

fn purpose<'a>(
    (name, description): (&'static str, &'static str),
    grants: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Result<Purpose, StoreFault> {
    let roles = grants
        .into_iter()
        .map(|(manager, role)| role_id(manager, role).map(RoleId))
        .collect::<Option<_>>();
    Ok(Purpose {
        name,
        description,
        roles: roles.ok_or(StoreFault::NotFound)?,
    })
}

fn made_up(
    index: usize,
    purposes: &[Purpose],
    accounts: &[AccountId],
    today: UtcDay,
) -> Result<NewUser, StoreFault> {
    let combinations = SYSTEMS.len() * STAGES.len() * purposes.len();
    let combination = index % combinations * STEP % combinations;
    let round = index / combinations;
    let (system, rest) = (combination % SYSTEMS.len(), combination / SYSTEMS.len());
    let (stage, rest) = (rest % STAGES.len(), rest / STAGES.len());
    let purpose = purposes.get(rest).ok_or(StoreFault::NotFound)?;
    let pick = |texts: &[&'static str], position: usize| texts.get(position).copied().unwrap_or_default();
    let name = format!(
        "{} {} {}",
        pick(&SYSTEMS, system),
        purpose.name,
        pick(&STAGES, stage)
    );
    let primary_account = accounts
        .get(index % accounts::USABLE)
        .copied()
        .ok_or(StoreFault::NotFound)?;
    let further_account = (index % 4 == 3)
        .then(|| accounts.get((index + 1) % accounts::USABLE).copied())
        .flatten();
    Ok(NewUser {
        friendly_name: match round {
            0 => name,
            _ => format!("{name} {}", round + 1),
        },
        description: purpose.description.to_owned(),
        email: format!(
            "{}@{}",
            pick(&PEOPLE, index % PEOPLE.len()),
            if index % 11 == 10 {
                "contractor.example.net"
            } else {
                "example.com"
            }
        ),
        end_date: end_date(index, today),
        primary_account,
        accounts: [primary_account].into_iter().chain(further_account).collect(),
        roles: purpose.roles.clone(),
    })
}

/// Out of twenty: two expired, one ends within 7 days and two within 30, eleven end later, four never.
fn end_date(index: usize, today: UtcDay) -> Option<UtcDay> {
    let later = |days: usize| today.plus_days(u32::try_from(days).unwrap_or(u32::MAX));
    let earlier = |days: u64| {
        today
            .date()
            .checked_sub_days(Days::new(days))
            .map(UtcDay::from_date)
    };
    match index % 20 {
        3 => earlier(12),
        13 => earlier(140),
        1 => later(index / 20 % 7),
        6 => later(9 + index / 20 % 21),
        16 => later(8 + index / 20 % 22),
        0 | 5 | 10 | 15 => None,
        place => later(40 + place * 17 + index / 20 % 60),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use service_user::{Email, FriendlyName};

    use super::*;

    fn first(count: usize) -> Vec<NewUser> {
        let purposes = purposes().unwrap();
        let accounts: Vec<AccountId> = accounts::ids().map(AccountId).collect();
        let today = UtcDay::parse("2027-02-01").unwrap();
        (0..count)
            .map(|index| made_up(index, &purposes, &accounts, today).unwrap())
            .collect()
    }

    #[test]
    fn a_hundred_thousand_made_up_users_have_names_that_are_allowed_and_unique() {
        let users = first(100_000);
        let names: BTreeSet<&str> = users.iter().map(|user| user.friendly_name.as_str()).collect();
        assert_eq!(names.len(), users.len());
        for user in &users {
            assert!(
                FriendlyName::parse(&user.friendly_name).is_ok(),
                "{}",
                user.friendly_name
            );
        }
    }

    #[test]
    fn made_up_emails_are_allowed() {
        for user in first(200) {
            assert!(Email::parse(&user.email).is_ok(), "{}", user.email);
        }
    }

    #[test]
    fn the_first_forty_show_every_kind_of_end_date() {
        let today = UtcDay::parse("2027-02-01").unwrap();
        let days: Vec<Option<i64>> = first(40)
            .iter()
            .map(|user| user.end_date.map(|day| today.days_until(day)))
            .collect();
        assert!(days.contains(&None));
        for range in [-200..0, 0..8, 8..31, 31..1000] {
            assert!(
                days.iter().flatten().any(|day| range.contains(day)),
                "{range:?}: {days:?}"
            );
        }
    }

    #[test]
    fn the_first_ten_are_of_different_kinds() {
        let users = first(10);
        let systems: BTreeSet<&str> = users
            .iter()
            .filter_map(|user| user.friendly_name.split_once(' '))
            .map(|(system, _)| system)
            .collect();
        assert!(systems.len() >= 8, "{systems:?}");
    }
}
