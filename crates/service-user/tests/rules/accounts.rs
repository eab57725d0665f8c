use service_user::{AccountId, Draft, FaultKind, Field, Remarks, ServicePeriod};

use crate::tenant::{Tenant, day, fault_codes, good_draft, warning_codes};

fn draft_for(accounts: &[&str]) -> Draft {
    Draft {
        accounts: accounts.iter().map(|id| AccountId::new(*id)).collect(),
        ..good_draft()
    }
}

fn remarks_on(accounts: &[&str]) -> Remarks {
    Tenant::new().remarks(&draft_for(accounts), Field::Accounts)
}

#[test]
fn at_least_one_account_is_needed() {
    let faults = remarks_on(&[]).faults;
    assert_eq!(fault_codes(&faults), ["account_missing"]);
    assert_eq!(
        faults[0].message(),
        "Choose at least one account that can use this service user."
    );
}

#[test]
fn an_account_that_cannot_be_chosen_is_a_fault() {
    let faults = remarks_on(&["nowhere", "acme", "nowhere"]).faults;
    assert_eq!(
        faults.iter().map(|fault| fault.kind.clone()).collect::<Vec<_>>(),
        [FaultKind::UnknownAccount {
            id: AccountId::new("nowhere")
        }]
    );
}

#[test]
fn an_account_chosen_twice_counts_once_and_the_first_is_primary() {
    let tenant = Tenant::new();
    let request = draft_for(&["open", "acme", "open", "acme"])
        .review(&tenant.surroundings())
        .request()
        .expect("the draft is good");
    let accounts: Vec<&str> = request.accounts().iter().map(AccountId::as_str).collect();
    assert_eq!(accounts, ["open", "acme"]);
    assert_eq!(request.accounts().len(), 2);
    assert_eq!(request.primary_account(), &AccountId::new("open"));
}

#[test]
fn an_account_that_cannot_be_used_now_is_a_warning() {
    for (account, warnings) in [
        ("acme", &[][..]),
        ("open", &[]),
        ("asleep", &["inactive_account"]),
        ("over", &["service_period_over"]),
        ("to-come", &["service_period_not_begun"]),
    ] {
        let remarks = remarks_on(&[account]);
        assert_eq!(remarks.faults, [], "{account}");
        assert_eq!(warning_codes(&remarks.warnings), warnings, "{account}");
    }
}

#[test]
fn a_service_period_includes_its_first_and_its_last_day() {
    let period = ServicePeriod {
        from: Some(day("2026-03-01")),
        to: Some(day("2026-03-31")),
    };
    assert!(period.is_yet_to_begin(day("2026-02-28")));
    assert!(!period.is_yet_to_begin(day("2026-03-01")));
    assert!(!period.is_over(day("2026-03-31")));
    assert!(period.is_over(day("2026-04-01")));
}
