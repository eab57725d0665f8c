//! A small tenant to check drafts against.

use service_user::{
    Account, AccountId, Draft, EndDateChoice, Fault, Field, Manager, ManagerCode, OrganisationPolicy,
    Remarks, Role, RoleId, ServicePeriod, ServiceUser, Status, Surroundings, TakenNames, UserId, UtcDay,
    Warning,
};

pub(crate) struct Tenant {
    pub(crate) today: UtcDay,
    pub(crate) taken_names: TakenNames,
    pub(crate) accounts: Vec<Account>,
    pub(crate) roles: Vec<Role>,
    pub(crate) policy: OrganisationPolicy,
    pub(crate) existing: Option<ServiceUser>,
}

impl Tenant {
    pub(crate) fn new() -> Self {
        let period = |from, to| {
            Some(ServicePeriod {
                from: Some(day(from)),
                to: Some(day(to)),
            })
        };
        Self {
            today: day("2026-03-01"),
            taken_names: ["Build signer", "Build signer 2"].into_iter().collect(),
            accounts: vec![
                account("acme", true, period("2025-05-25", "2026-03-01")),
                account("asleep", false, None),
                account("over", true, period("2024-01-01", "2026-02-28")),
                account("to-come", true, period("2026-03-02", "2027-03-01")),
                account("open", true, Some(ServicePeriod { from: None, to: None })),
            ],
            roles: vec![
                role("signer", "Signer", "software_trust", "Software Trust"),
                role("lead", "Lead", "software_trust", "Software Trust"),
                role("viewer", "View only", "trust_lifecycle", "Trust Lifecycle"),
            ],
            policy: OrganisationPolicy::default(),
            existing: None,
        }
    }

    pub(crate) fn surroundings(&self) -> Surroundings<'_> {
        Surroundings {
            today: self.today,
            taken_names: &self.taken_names,
            accounts: &self.accounts,
            roles: &self.roles,
            caller_email: Some("admin@Example.com"),
            policy: &self.policy,
            existing: self.existing.as_ref(),
        }
    }

    pub(crate) fn remarks(&self, draft: &Draft, field: Field) -> Remarks {
        draft.review_field(field, &self.surroundings())
    }
}

/// A draft with neither fault nor warning.
pub(crate) fn good_draft() -> Draft {
    Draft {
        friendly_name: "CI signer".to_owned(),
        description: "Signs the nightly build".to_owned(),
        end_date: EndDateChoice::Typed("2026-06-30".to_owned()),
        email: "jane@example.com".to_owned(),
        accounts: vec![AccountId::new("acme")],
        managers: vec![ManagerCode::new("software_trust")],
        roles: vec![RoleId::new("signer")],
    }
}

/// The service user that the good draft makes.
pub(crate) fn good_user() -> ServiceUser {
    let draft = good_draft();
    ServiceUser {
        id: UserId::new("user"),
        friendly_name: draft.friendly_name,
        description: draft.description,
        email: draft.email,
        status: Status::Active,
        end_date: Some(day("2026-06-30")),
        accounts: draft.accounts,
        roles: draft.roles,
        managers: vec!["Software Trust".to_owned()],
        created_at: None,
        created_by: None,
    }
}

#[expect(clippy::panic, reason = "a wrong day is a mistake in the test itself")]
pub(crate) fn day(text: &str) -> UtcDay {
    UtcDay::parse(text).unwrap_or_else(|| panic!("{text} is no day"))
}

pub(crate) fn account(id: &str, active: bool, service_period: Option<ServicePeriod>) -> Account {
    Account {
        id: AccountId::new(id),
        name: format!("Account {id}"),
        active,
        service_period,
    }
}

pub(crate) fn role(id: &str, name: &str, manager_code: &str, manager_name: &str) -> Role {
    Role {
        id: RoleId::new(id),
        name: name.to_owned(),
        description: String::new(),
        manager: Manager {
            code: ManagerCode::new(manager_code),
            name: manager_name.to_owned(),
        },
        permissions: Vec::new(),
    }
}

pub(crate) fn fault_codes(faults: &[Fault]) -> Vec<&'static str> {
    faults.iter().map(Fault::code).collect()
}

pub(crate) fn warning_codes(warnings: &[Warning]) -> Vec<&'static str> {
    warnings.iter().map(Warning::code).collect()
}

/// The suggestion that all faults share.
pub(crate) fn shared_suggestion(faults: &[Fault]) -> Option<String> {
    let suggestion = faults.first().and_then(Fault::suggestion);
    for fault in faults {
        assert_eq!(fault.suggestion(), suggestion, "{fault:?}");
    }
    suggestion.map(str::to_owned)
}
