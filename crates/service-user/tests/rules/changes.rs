//! The rules for a service user that exists: what it has already stands, and what is changed meets them all.

use service_user::{
    AccountId, Draft, EmailDomain, EndDateChoice, FaultKind, Field, ManagerCode, NamePattern,
    OrganisationPolicy, Remarks, RoleId, ServiceUser, Status, WarningKind, status_with_unread_end_date,
};

use crate::tenant::{Tenant, account, day, fault_codes, good_user, role, shared_suggestion, warning_codes};

/// The tenant in which this service user is being changed, and the draft of it.
fn changing(user: ServiceUser) -> (Tenant, Draft) {
    let mut tenant = Tenant::new();
    let draft = Draft::of(&user, &tenant.roles);
    tenant.existing = Some(user);
    (tenant, draft)
}

fn typed(text: &str) -> EndDateChoice {
    EndDateChoice::Typed(text.to_owned())
}

#[expect(clippy::expect_used, reason = "a wrong text is a mistake in the test itself")]
fn strict_policy() -> OrganisationPolicy {
    OrganisationPolicy {
        longest_life_days: Some(30),
        name_patterns: vec![NamePattern::parse("svc-*").expect("a pattern")],
        email_domains: vec![EmailDomain::parse("example.org").expect("a domain")],
    }
}

#[test]
fn its_own_name_is_not_taken_in_whatever_case_even_if_it_is_among_the_taken_names() {
    let (mut tenant, draft) = changing(good_user());
    tenant.taken_names.insert("CI signer");
    assert_eq!(tenant.remarks(&draft, Field::FriendlyName), Remarks::default());
    let draft = Draft {
        friendly_name: "ci SIGNER".to_owned(),
        ..draft
    };
    assert_eq!(tenant.remarks(&draft, Field::FriendlyName), Remarks::default());
}

#[test]
fn its_own_name_draws_no_warning_where_another_users_differs_only_in_case() {
    let (mut tenant, draft) = changing(good_user());
    tenant.taken_names.extend(["CI signer", "CI SIGNER"]);
    assert_eq!(tenant.remarks(&draft, Field::FriendlyName), Remarks::default());
    let draft = Draft {
        friendly_name: "ci signer".to_owned(),
        ..draft
    };
    assert_eq!(
        tenant.remarks(&draft, Field::FriendlyName).warnings[0].kind,
        WarningKind::NameDiffersOnlyInCase {
            other: "CI SIGNER".to_owned()
        }
    );
}

#[test]
fn the_name_of_another_user_is_taken_as_ever() {
    let (tenant, draft) = changing(good_user());
    let named = |name: &str| {
        let draft = Draft {
            friendly_name: name.to_owned(),
            ..draft.clone()
        };
        tenant.remarks(&draft, Field::FriendlyName)
    };
    let faults = named("Build signer").faults;
    assert_eq!(fault_codes(&faults), ["name_taken"]);
    assert_eq!(shared_suggestion(&faults).as_deref(), Some("Build signer 3"));
    assert_eq!(
        warning_codes(&named("BUILD signer").warnings),
        ["name_differs_only_in_case"]
    );
}

#[test]
fn a_name_that_is_its_own_but_for_a_slip_is_suggested_as_it_was() {
    let (mut tenant, draft) = changing(good_user());
    tenant.policy = strict_policy();
    tenant.taken_names.insert("CI signer");
    let draft = Draft {
        friendly_name: "CI  signer".to_owned(),
        ..draft
    };
    let faults = tenant.remarks(&draft, Field::FriendlyName).faults;
    assert_eq!(fault_codes(&faults), ["doubled_space"]);
    assert_eq!(shared_suggestion(&faults).as_deref(), Some("CI signer"));
}

#[test]
fn an_email_that_is_its_own_but_for_a_slip_is_suggested_as_it_was() {
    let (mut tenant, draft) = changing(good_user());
    tenant.policy = strict_policy();
    let draft = Draft {
        email: " jane@example.com".to_owned(),
        ..draft
    };
    let faults = tenant.remarks(&draft, Field::Email).faults;
    assert_eq!(fault_codes(&faults), ["leading_space"]);
    assert_eq!(shared_suggestion(&faults).as_deref(), Some("jane@example.com"));
}

#[test]
fn what_an_organisation_asks_is_not_held_against_what_is_left_as_it_is() {
    for end_date in [Some(day("2026-06-30")), None, Some(day("2026-02-01"))] {
        let (mut tenant, draft) = changing(ServiceUser {
            end_date,
            ..good_user()
        });
        tenant.policy = strict_policy();
        assert_eq!(draft.review(&tenant.surroundings()).remarks.faults, []);
    }
}

/// A request that leaves the end date out takes it away, so a change of something else must not leave it out unasked.
#[test]
fn an_end_date_that_could_not_be_read_has_to_be_chosen_anew() {
    let (mut tenant, draft) = changing(ServiceUser {
        end_date: None,
        status: Status::Other(status_with_unread_end_date("ACTIVE", "12/01/2027")),
        ..good_user()
    });
    let remarks = |tenant: &Tenant, draft: &Draft| fault_codes(&tenant.remarks(draft, Field::EndDate).faults);
    assert_eq!(remarks(&tenant, &draft), ["end_date_unanswered"]);
    for end_date in [EndDateChoice::NoEndDate, typed("2026-05-01")] {
        let chosen = Draft {
            end_date,
            ..draft.clone()
        };
        assert_eq!(remarks(&tenant, &chosen), [""; 0]);
    }
    tenant.policy = strict_policy();
    let endless = Draft {
        end_date: EndDateChoice::NoEndDate,
        ..draft
    };
    assert_eq!(remarks(&tenant, &endless), ["end_date_required"]);
}

#[test]
fn what_an_organisation_asks_holds_for_what_is_changed() {
    let (mut tenant, draft) = changing(good_user());
    tenant.policy = strict_policy();
    let changed = Draft {
        friendly_name: "CI-signer".to_owned(),
        end_date: typed("2026-07-01"),
        email: "joe@example.com".to_owned(),
        ..draft.clone()
    };
    let faults = changed
        .review(&tenant.surroundings())
        .request()
        .expect_err("nothing fits");
    assert_eq!(
        fault_codes(&faults),
        [
            "name_outside_patterns",
            "end_date_too_late",
            "email_domain_not_allowed"
        ]
    );
    let endless = Draft {
        end_date: EndDateChoice::NoEndDate,
        ..draft
    };
    assert_eq!(
        fault_codes(&tenant.remarks(&endless, Field::EndDate).faults),
        ["end_date_required"]
    );
}

#[test]
fn texts_that_predate_the_rules_may_stay_and_changed_ones_may_not_be_like_that() {
    let old = ServiceUser {
        friendly_name: "Prüfer (CI)".to_owned(),
        description: format!("First line\r\n{}", "x".repeat(300)),
        email: "jane".to_owned(),
        ..good_user()
    };
    let (tenant, draft) = changing(old.clone());
    let review = draft.review(&tenant.surroundings());
    assert_eq!(review.remarks, Remarks::default());
    let request = review.request().expect("nothing was changed");
    assert!(old.is_as_requested(&request));
    assert_eq!(request.email().domain(), "");

    let changed = Draft {
        friendly_name: format!("{}!", draft.friendly_name),
        description: format!("{}!", draft.description),
        email: format!("{}!", draft.email),
        ..draft
    };
    for (field, code) in [
        (Field::FriendlyName, "forbidden_character"),
        (Field::Description, "forbidden_character"),
        (Field::Email, "email_without_at"),
    ] {
        assert_eq!(
            tenant.remarks(&changed, field).faults[0].code(),
            code,
            "{field:?}"
        );
    }
}

#[test]
fn what_is_required_is_missing_even_if_it_was_missing_before() {
    let (tenant, draft) = changing(ServiceUser {
        friendly_name: " ".to_owned(),
        email: String::new(),
        accounts: Vec::new(),
        roles: Vec::new(),
        managers: Vec::new(),
        ..good_user()
    });
    let faults = draft
        .review(&tenant.surroundings())
        .request()
        .expect_err("nothing is there");
    assert_eq!(
        fault_codes(&faults),
        ["missing", "missing", "account_missing", "manager_missing"]
    );
}

#[test]
fn an_email_that_is_left_as_it_is_draws_no_warning_and_another_one_does() {
    let (tenant, draft) = changing(ServiceUser {
        email: "jane@elsewhere".to_owned(),
        ..good_user()
    });
    assert_eq!(tenant.remarks(&draft, Field::Email), Remarks::default());
    let draft = Draft {
        email: "joe@elsewhere".to_owned(),
        ..draft
    };
    assert_eq!(
        warning_codes(&tenant.remarks(&draft, Field::Email).warnings),
        ["domain_without_dot", "other_domain"]
    );
}

#[test]
fn an_end_date_that_is_past_may_stay_with_a_warning_and_not_be_another_one_that_is_past() {
    let (tenant, draft) = changing(ServiceUser {
        end_date: Some(day("2026-02-28")),
        ..good_user()
    });
    let remarks = tenant.remarks(&draft, Field::EndDate);
    assert_eq!(remarks.faults, []);
    assert_eq!(
        remarks.warnings[0].kind,
        WarningKind::EndDateOver {
            last_day: day("2026-02-28")
        }
    );
    assert_eq!(
        remarks.warnings[0].message(),
        "This service user stopped working when 2026-02-28 (UTC) ended. A later end date lets it work again; DigiCert's \
         pages disagree on whether it can be given one after that day."
    );
    for other in ["2026-02-27", "2025-12-31"] {
        let draft = Draft {
            end_date: typed(other),
            ..draft.clone()
        };
        let faults = tenant.remarks(&draft, Field::EndDate).faults;
        assert_eq!(fault_codes(&faults), ["end_date_past"], "{other}");
    }
    let later = Draft {
        end_date: typed("2026-03-01"),
        ..draft
    };
    assert_eq!(tenant.remarks(&later, Field::EndDate), Remarks::default());
}

#[test]
fn its_own_past_end_date_is_suggested_where_it_was_typed_in_another_notation() {
    let (tenant, draft) = changing(ServiceUser {
        end_date: Some(day("2026-02-28")),
        ..good_user()
    });
    for (text, suggested) in [("28.02.2026", Some("2026-02-28")), ("27.02.2026", None)] {
        let draft = Draft {
            end_date: typed(text),
            ..draft.clone()
        };
        let faults = tenant.remarks(&draft, Field::EndDate).faults;
        assert_eq!(fault_codes(&faults), ["not_a_date"]);
        assert_eq!(shared_suggestion(&faults).as_deref(), suggested, "{text}");
    }
}

#[test]
fn an_end_date_that_is_cleared_is_unanswered_and_not_left_as_it_is() {
    for end_date in [None, Some(day("2026-06-30"))] {
        let (tenant, draft) = changing(ServiceUser {
            end_date,
            ..good_user()
        });
        let draft = Draft {
            end_date: EndDateChoice::Unanswered,
            ..draft
        };
        let faults = tenant.remarks(&draft, Field::EndDate).faults;
        assert_eq!(fault_codes(&faults), ["end_date_unanswered"]);
    }
}

#[test]
fn an_earlier_end_date_says_that_it_shortens_the_life() {
    let (tenant, draft) = changing(good_user());
    let warnings_on = |choice: EndDateChoice| {
        let draft = Draft {
            end_date: choice,
            ..draft.clone()
        };
        let remarks = tenant.remarks(&draft, Field::EndDate);
        assert_eq!(remarks.faults, []);
        remarks.warnings
    };
    let warnings = warnings_on(typed("2026-06-29"));
    assert_eq!(
        warnings[0].kind,
        WarningKind::EndDateEarlier {
            from: day("2026-06-30")
        }
    );
    assert_eq!(
        warnings[0].message(),
        "This shortens its life: until now, the end date is 2026-06-30 (UTC)."
    );
    assert_eq!(warnings_on(typed("2026-06-30")), []);
    assert_eq!(warnings_on(typed("2026-07-01")), []);
    assert_eq!(
        warning_codes(&warnings_on(EndDateChoice::NoEndDate)),
        ["no_end_date"]
    );
}

#[test]
fn an_end_date_that_is_earlier_and_still_far_away_draws_both_warnings() {
    let (tenant, draft) = changing(ServiceUser {
        end_date: Some(day("2029-01-01")),
        ..good_user()
    });
    assert_eq!(
        warning_codes(&tenant.remarks(&draft, Field::EndDate).warnings),
        ["end_date_beyond_year"]
    );
    let draft = Draft {
        end_date: typed("2028-01-01"),
        ..draft
    };
    assert_eq!(
        warning_codes(&tenant.remarks(&draft, Field::EndDate).warnings),
        ["end_date_earlier", "end_date_beyond_year"]
    );
}

#[test]
fn accounts_and_roles_that_it_has_are_not_unknown_and_others_are() {
    let (tenant, draft) = changing(ServiceUser {
        accounts: vec![AccountId::new("acme"), AccountId::new("hidden")],
        roles: vec![RoleId::new("signer"), RoleId::new("hidden")],
        managers: vec!["Software Trust".to_owned(), "Device Trust".to_owned()],
        ..good_user()
    });
    let review = draft.review(&tenant.surroundings());
    assert_eq!(review.remarks, Remarks::default());
    let request = review.request().expect("nothing was changed");
    assert!(request.accounts().iter().any(|id| id.as_str() == "hidden"));
    assert!(request.roles().iter().any(|id| id.as_str() == "hidden"));

    let mut draft = draft;
    draft.accounts.push(AccountId::new("foreign"));
    draft.roles.push(RoleId::new("foreign"));
    let faults = draft.review(&tenant.surroundings()).remarks.faults;
    assert_eq!(
        faults.into_iter().map(|fault| fault.kind).collect::<Vec<_>>(),
        [
            FaultKind::UnknownAccount {
                id: AccountId::new("foreign")
            },
            FaultKind::UnknownRole {
                id: RoleId::new("foreign")
            }
        ]
    );
}

#[test]
fn a_user_whose_roles_cannot_be_chosen_can_be_changed_without_choosing_a_manager() {
    let (tenant, draft) = changing(ServiceUser {
        roles: vec![RoleId::new("hidden")],
        managers: vec!["Device Trust".to_owned()],
        ..good_user()
    });
    assert_eq!(draft.managers, []);
    let review = draft.review(&tenant.surroundings());
    assert_eq!(review.remarks, Remarks::default());
    assert_eq!(
        review.request().expect("no faults").roles().first(),
        &RoleId::new("hidden")
    );

    let emptied = Draft {
        roles: Vec::new(),
        ..draft.clone()
    };
    let faults = emptied
        .review(&tenant.surroundings())
        .request()
        .expect_err("no role is left");
    assert_eq!(fault_codes(&faults), ["manager_missing"]);

    let foreign = Draft {
        roles: vec![RoleId::new("foreign")],
        ..draft
    };
    let faults = foreign
        .review(&tenant.surroundings())
        .request()
        .expect_err("it has no such role");
    assert_eq!(fault_codes(&faults), ["manager_missing", "unknown_role"]);
}

#[test]
fn a_role_that_can_be_chosen_needs_its_manager_chosen_as_ever() {
    let (tenant, mut draft) = changing(good_user());
    draft.managers.clear();
    let faults = draft.review(&tenant.surroundings()).remarks.faults;
    assert_eq!(
        fault_codes(&faults),
        ["manager_missing", "role_of_unchosen_manager"]
    );
}

#[test]
fn a_chosen_manager_needs_a_role_of_its_own_beside_those_that_cannot_be_chosen() {
    let (tenant, mut draft) = changing(ServiceUser {
        roles: vec![RoleId::new("hidden")],
        managers: vec!["Device Trust".to_owned()],
        ..good_user()
    });
    draft.managers = vec![ManagerCode::new("software_trust")];
    let faults = draft.review(&tenant.surroundings()).remarks.faults;
    assert_eq!(fault_codes(&faults), ["role_missing_for_manager"]);
}

#[test]
fn a_manager_that_it_has_is_not_unknown_as_long_as_a_role_is_kept_that_may_belong_to_it() {
    let user = ServiceUser {
        roles: vec![RoleId::new("hidden")],
        managers: vec!["Device Trust".to_owned()],
        ..good_user()
    };
    let (tenant, draft) = changing(user);
    let with = |managers: &[&str], roles: &[&str]| {
        let draft = Draft {
            managers: managers.iter().map(|code| ManagerCode::new(*code)).collect(),
            roles: roles.iter().map(|id| RoleId::new(*id)).collect(),
            ..draft.clone()
        };
        fault_codes(&draft.review(&tenant.surroundings()).remarks.faults)
    };
    assert_eq!(with(&["device trust"], &["hidden"]), [""; 0]);
    assert_eq!(with(&["device trust"], &[]), ["unknown_manager"]);
    assert_eq!(with(&["document trust"], &["hidden"]), ["unknown_manager"]);
}

#[test]
fn access_to_a_manager_that_no_role_explains_is_asked_about_where_it_can_be_chosen_and_warned_of_where_it_cannot()
 {
    let (mut tenant, draft) = changing(ServiceUser {
        managers: ["software trust", "Trust Lifecycle", "Device Trust"]
            .map(str::to_owned)
            .into(),
        ..good_user()
    });
    assert_eq!(
        draft.managers,
        ["software_trust", "trust_lifecycle"].map(ManagerCode::new)
    );
    let remarks = draft.review(&tenant.surroundings()).remarks;
    assert_eq!(fault_codes(&remarks.faults), ["role_missing_for_manager"]);
    assert_eq!(
        remarks
            .warnings
            .iter()
            .map(|warning| warning.kind.clone())
            .collect::<Vec<_>>(),
        [WarningKind::ManagerWithoutRole {
            manager: "Device Trust".to_owned()
        }]
    );
    assert_eq!(
        remarks.warnings[0].message(),
        "This service user has access to Device Trust, but none of its roles is known to belong there. Saving may take \
         that access away."
    );

    // With a role that cannot be chosen there is an explanation, and that role is kept.
    tenant.existing = tenant.existing.map(|user| ServiceUser {
        roles: vec![RoleId::new("signer"), RoleId::new("hidden")],
        ..user
    });
    let user = tenant.existing.as_ref().expect("it was set");
    let draft = Draft::of(user, &tenant.roles);
    assert_eq!(draft.managers, [ManagerCode::new("software_trust")]);
    assert_eq!(draft.review(&tenant.surroundings()).remarks, Remarks::default());
}

#[test]
fn the_primary_account_stays_the_primary_one_for_as_long_as_it_is_chosen() {
    let ids = |texts: &[&str]| texts.iter().map(|id| AccountId::new(*id)).collect::<Vec<_>>();
    let (mut tenant, draft) = changing(ServiceUser {
        accounts: ids(&["open", "acme"]),
        ..good_user()
    });
    tenant.accounts.push(account("new", true, None));
    for (chosen, requested) in [
        (vec!["open", "acme"], vec!["open", "acme"]),
        (vec!["acme", "open"], vec!["open", "acme"]),
        (vec!["new", "acme", "open", "acme"], vec!["open", "new", "acme"]),
        (vec!["acme", "new"], vec!["acme", "new"]),
    ] {
        let draft = Draft {
            accounts: ids(&chosen),
            ..draft.clone()
        };
        let request = draft.review(&tenant.surroundings()).request().expect("no faults");
        assert_eq!(
            request.accounts().iter().cloned().collect::<Vec<_>>(),
            ids(&requested),
            "{chosen:?}"
        );
    }
}

#[test]
fn a_role_that_was_known_and_is_taken_out_with_its_manager_is_gone() {
    let (mut tenant, draft) = changing(ServiceUser {
        roles: vec![RoleId::new("signer"), RoleId::new("viewer")],
        managers: vec!["Software Trust".to_owned(), "Trust Lifecycle".to_owned()],
        ..good_user()
    });
    tenant.roles.push(role("other", "Other", "other", "Other"));
    let draft = Draft {
        managers: vec![ManagerCode::new("software_trust")],
        roles: vec![RoleId::new("signer")],
        ..draft
    };
    let review = draft.review(&tenant.surroundings());
    assert_eq!(review.remarks, Remarks::default());
    assert_eq!(review.request().expect("no faults").roles().len(), 1);
}
