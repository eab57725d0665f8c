use service_user::{Draft, FaultKind, Field, ManagerCode, RECIPES, Remarks, RoleId};

use crate::tenant::{Tenant, fault_codes, good_draft, role, warning_codes};

fn draft_for(managers: &[&str], roles: &[&str]) -> Draft {
    Draft {
        managers: managers.iter().map(|code| ManagerCode::new(*code)).collect(),
        roles: roles.iter().map(|id| RoleId::new(*id)).collect(),
        ..good_draft()
    }
}

fn remarks_on(field: Field, managers: &[&str], roles: &[&str]) -> Remarks {
    Tenant::new().remarks(&draft_for(managers, roles), field)
}

#[test]
fn at_least_one_manager_is_needed() {
    let faults = remarks_on(Field::Managers, &[], &[]).faults;
    assert_eq!(fault_codes(&faults), ["manager_missing"]);
    assert_eq!(faults[0].message(), "Choose at least one DigiCert ONE Manager.");
}

#[test]
fn without_a_manager_the_roles_have_no_fault_of_their_own_and_there_is_no_request() {
    let tenant = Tenant::new();
    let review = draft_for(&[], &[]).review(&tenant.surroundings());
    assert_eq!(fault_codes(&review.remarks.faults), ["manager_missing"]);
    assert!(review.request().is_err());
}

#[test]
fn a_manager_without_roles_to_choose_is_the_managers_fault() {
    let faults = remarks_on(Field::Managers, &["nothing", "software_trust", "nothing"], &[]).faults;
    assert_eq!(
        faults.iter().map(|fault| fault.kind.clone()).collect::<Vec<_>>(),
        [FaultKind::UnknownManager {
            code: ManagerCode::new("nothing")
        }]
    );
    assert_eq!(remarks_on(Field::Roles, &["nothing"], &[]), Remarks::default());
}

#[test]
fn each_chosen_manager_needs_a_role() {
    let faults = remarks_on(
        Field::Roles,
        &["software_trust", "trust_lifecycle", "software_trust"],
        &["viewer"],
    )
    .faults;
    assert_eq!(fault_codes(&faults), ["role_missing_for_manager"]);
    assert_eq!(
        faults[0].message(),
        "Choose at least one role for Software Trust, or take that Manager out."
    );
    let managers = ["software_trust", "trust_lifecycle"];
    assert_eq!(
        remarks_on(Field::Roles, &managers, &["viewer", "signer"]),
        Remarks::default()
    );
}

#[test]
fn a_role_of_a_manager_that_is_not_chosen_is_a_fault() {
    let faults = remarks_on(Field::Roles, &["software_trust"], &["signer", "viewer"]).faults;
    assert_eq!(fault_codes(&faults), ["role_of_unchosen_manager"]);
    assert_eq!(
        faults[0].message(),
        "The role “View only” belongs to Trust Lifecycle, which is not chosen. Choose Trust Lifecycle as well, or take \
         the role out."
    );
}

#[test]
fn a_role_that_cannot_be_chosen_is_a_fault() {
    let faults = remarks_on(Field::Roles, &["software_trust"], &["signer", "gone"]).faults;
    assert_eq!(fault_codes(&faults), ["unknown_role"]);
}

#[test]
fn a_role_chosen_twice_counts_once() {
    let tenant = Tenant::new();
    let draft = draft_for(&["software_trust"], &["signer", "lead", "signer"]);
    let review = draft.review(&tenant.surroundings());
    assert_eq!(warning_codes(&review.remarks.warnings), ["broad_role"]);
    let request = review.request().expect("the draft is good");
    assert_eq!(
        request.roles().iter().map(RoleId::as_str).collect::<Vec<_>>(),
        ["signer", "lead"]
    );
}

#[test]
fn a_broad_role_is_a_warning_that_names_it() {
    let warnings = remarks_on(Field::Roles, &["software_trust"], &["lead"]).warnings;
    assert_eq!(
        warnings[0].message(),
        "The role “Lead” of Software Trust permits more than most integrations need. Choose it only if a smaller role \
         is not enough."
    );
}

#[test]
fn documented_roles_are_judged_one_by_one_and_others_by_their_words() {
    for (manager, name, broad) in [
        ("Account Manager", "User Manager", true),
        ("Account Manager", "Read Only", false),
        ("account manager", "READ ONLY", false),
        ("CA Manager", "Key escrow", true),
        ("Trust Lifecycle", "Reporting admin", false),
        ("Trust Lifecycle", "Recovery manager", true),
        ("Trust Lifecycle", "User and certificate manager", false),
        ("Software Trust", "Team Lead", true),
        ("Software Trust", "Signer", false),
        ("Device Trust", "Device Administrator", true),
        ("Device Trust", "Reporting admin", true),
        ("Anything", "Our super-admin", true),
        ("Anything", "Lead", true),
        ("Anything", "Leader board reader", false),
        ("Anything", "", false),
    ] {
        assert_eq!(
            role("id", name, "code", manager).is_broad(),
            broad,
            "{manager}: {name}"
        );
    }
}

#[test]
fn a_recipe_grants_roles_of_different_managers_and_code_signing_never_the_lead() {
    for recipe in RECIPES {
        assert!(!recipe.grants.is_empty(), "{}", recipe.name);
        for grant in recipe.grants {
            assert!(!grant.roles.is_empty(), "{}", recipe.name);
            let of_this_manager = recipe
                .grants
                .iter()
                .filter(|other| other.manager == grant.manager);
            assert_eq!(of_this_manager.count(), 1, "{}", recipe.name);
        }
    }
    let signing = RECIPES
        .iter()
        .find(|recipe| recipe.name == "Code signing in CI")
        .expect("it is prescribed");
    assert_eq!(signing.grants[0].roles, ["Signer"]);
}
