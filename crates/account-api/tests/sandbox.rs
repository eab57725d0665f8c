//! The client against the sandbox: that both read the contract in the same way.

#![cfg(not(target_arch = "wasm32"))]
#![expect(
    clippy::expect_used,
    reason = "clippy counts as a test only what is marked as one, not what tests share"
)]

use std::rc::Rc;
use std::time::SystemTime;

use account_api::native::{NativeTransport, wait_for};
use account_api::{
    AccessTokenChange, AccessTokenStatus, ApiKey, AuditLogFilter, Client, Credential, ErrorKind, Host,
    SignedIn,
};
use chrono::DateTime;
use sandbox::{Options, Person, Running};
use service_user::{
    Draft, EndDateChoice, Field, ServiceUser, ServiceUserRequest, Standing, Status, Surroundings, TakenNames,
    TokenId, UserId, UtcDay, has_token_shape,
};

/// Runs a test while a sandbox answers on threads of its own.
fn with_sandbox(users: usize, test: impl FnOnce(&Running)) {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .expect("a runtime");
    let options = Options {
        users,
        ..Options::default()
    };
    let running = runtime.block_on(sandbox::start(options)).expect("a sandbox");
    test(&running);
    runtime.block_on(running.stop());
}

fn sign_in(
    running: &Running,
    transport: NativeTransport,
    credential: Credential,
) -> Result<SignedIn, ErrorKind> {
    let host = Host::parse(&running.url()).expect("a host");
    wait_for(Client::new(Rc::new(transport), host).sign_in(credential)).map_err(|error| error.kind)
}

fn with_key(running: &Running, key: &str) -> Result<SignedIn, ErrorKind> {
    let key = ApiKey::from_text(key.to_owned()).expect("a key");
    sign_in(running, NativeTransport::new(), Credential::ApiKey(key))
}

fn with_session(running: &Running, person: Person, has_csrf: bool) -> SignedIn {
    let cookies = running.sign_in(person).expect("a session");
    let header = format!("SANDBOX-SESSION={}; XSRF-TOKEN={}", cookies.session, cookies.csrf);
    let transport = NativeTransport::with_session(header, has_csrf.then_some(cookies.csrf));
    sign_in(running, transport, Credential::Session).expect("signed in")
}

fn request(api: &SignedIn, name: &str, end_date: EndDateChoice) -> ServiceUserRequest {
    let accounts = wait_for(api.accounts()).expect("accounts");
    let roles = wait_for(api.roles()).expect("roles");
    let draft = Draft {
        friendly_name: name.to_owned(),
        description: "Signs releases".to_owned(),
        end_date,
        email: "jane@example.com".to_owned(),
        accounts: accounts
            .iter()
            .take(2)
            .map(|account| account.id.clone())
            .collect(),
        managers: roles
            .first()
            .map(|role| role.manager.code.clone())
            .into_iter()
            .collect(),
        roles: roles.first().map(|role| role.id.clone()).into_iter().collect(),
    };
    let review = draft.review(&Surroundings {
        today: UtcDay::parse("2026-01-01").expect("a day"),
        taken_names: &TakenNames::new(),
        accounts: &accounts,
        roles: &roles,
        caller_email: None,
        policy: &service_user::OrganisationPolicy::default(),
        existing: None,
    });
    review.request().expect("no faults")
}

fn today() -> UtcDay {
    let since_epoch = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .expect("a clock that is not before 1970");
    let now = DateTime::from_timestamp_secs(since_epoch.as_secs().cast_signed()).expect("a time");
    UtcDay::from_date(now.date_naive())
}

fn opens(api: &SignedIn, token: &TokenId) -> Result<UserId, ErrorKind> {
    wait_for(api.check_token(token))
        .map(|caller| caller.id)
        .map_err(|error| error.kind)
}

#[test]
fn a_service_user_is_created_used_changed_disabled_and_deleted() {
    with_sandbox(25, |running| {
        let api = with_key(running, &running.administrator_api_key).expect("signed in");
        assert_eq!(api.caller.may_manage_users(), Some(true));
        assert_eq!(wait_for(api.service_users()).map(|users| users.len()), Ok(25));

        let asked = request(&api, "CI signer", EndDateChoice::Typed("9999-12-31".to_owned()));
        let created = wait_for(api.create(&asked)).expect("created");
        let id = created.user.id.clone();
        let token = created.token.expect("a token");
        assert!(token.lend(has_token_shape));
        assert_eq!(opens(&api, &token), Ok(id.clone()));
        let user = wait_for(api.service_user(&id)).expect("the user");
        assert_eq!(user, created.user);
        assert_eq!(
            (user.friendly_name.as_str(), user.status.clone()),
            ("CI signer", Status::Active)
        );
        assert_eq!(
            (user.email.as_str(), user.description.as_str()),
            ("jane@example.com", "Signs releases")
        );
        assert_eq!(
            (user.end_date, user.roles.len()),
            (UtcDay::parse("9999-12-31"), 1)
        );
        assert_eq!(
            user.accounts,
            asked.accounts().iter().cloned().collect::<Vec<_>>()
        );
        assert!(user.created_at.is_some() && user.managers.len() == 1);
        let creator = UserId::new(user.created_by.expect("a creator"));
        assert_eq!(
            wait_for(api.user_name(&creator)).as_ref(),
            Ok(&api.caller.display_name)
        );
        assert_eq!(wait_for(api.user_name(&id)).as_deref(), Ok("CI signer"));

        let twice = wait_for(api.create(&asked)).map(drop).expect_err("a duplicate");
        assert_eq!(
            (twice.kind, twice.field),
            (ErrorKind::Duplicate, Some(Field::FriendlyName))
        );
        assert!(twice.server_message.is_some());

        let changed = request(&api, "CI signer 2", EndDateChoice::NoEndDate);
        wait_for(api.update(&id, &changed)).expect("changed");
        let user = wait_for(api.service_user(&id)).expect("the user");
        assert_eq!(
            (user.friendly_name.as_str(), user.end_date),
            ("CI signer 2", None)
        );

        wait_for(api.disable(&id)).expect("disabled");
        assert_eq!(
            wait_for(api.service_user(&id)).map(|user| user.status),
            Ok(Status::Disabled)
        );
        assert_eq!(opens(&api, &token), Err(ErrorKind::NotSignedIn));
        wait_for(api.enable(&id)).expect("enabled");
        assert_eq!(opens(&api, &token), Ok(id.clone()));

        wait_for(api.delete(&id)).expect("deleted");
        assert_eq!(opens(&api, &token), Err(ErrorKind::NotSignedIn));
        assert_eq!(
            wait_for(api.service_user(&id)).map_err(|error| error.kind),
            Err(ErrorKind::NotFound)
        );
    });
}

#[test]
fn a_service_user_that_is_saved_as_it_came_stays_as_it_was() {
    with_sandbox(40, |running| {
        let api = with_key(running, &running.administrator_api_key).expect("signed in");
        let accounts = wait_for(api.accounts()).expect("accounts");
        let roles = wait_for(api.roles()).expect("roles");
        let today = today();
        let users = wait_for(api.service_users()).expect("users");
        assert!(
            users.iter().any(|user| user.standing(today) == Standing::Expired),
            "an end date that is past has to be among them"
        );
        for user in users {
            let request = Draft::of(&user, &roles)
                .review(&Surroundings {
                    today,
                    taken_names: &[user.friendly_name.clone()].into_iter().collect(),
                    accounts: accounts.get(..1).unwrap_or_default(),
                    roles: &roles,
                    caller_email: None,
                    policy: &service_user::OrganisationPolicy::default(),
                    existing: Some(&user),
                })
                .request()
                .expect("no faults");
            assert!(user.is_as_requested(&request));
            wait_for(api.update(&user.id, &request)).expect("changed");
            assert_eq!(wait_for(api.service_user(&user.id)), Ok(user));
        }
    });
}

#[test]
fn a_token_takes_over_from_another() {
    with_sandbox(0, |running| {
        let api = with_key(running, &running.administrator_api_key).expect("signed in");
        let asked = request(&api, "Rotated", EndDateChoice::NoEndDate);
        let id = wait_for(api.create(&asked)).expect("created").user.id;
        let made =
            wait_for(api.create_access_token(&id, "Second", UtcDay::parse("9999-12-31"))).expect("made");
        let (record, token) = (made.access_token.expect("a record"), made.token.expect("a token"));
        assert_eq!(
            (record.name.as_str(), record.end_date),
            ("Second", UtcDay::parse("9999-12-31"))
        );
        assert_eq!(wait_for(api.access_tokens(&id)).map(|tokens| tokens.len()), Ok(2));
        assert_eq!(opens(&api, &token), Ok(id.clone()));

        let change = AccessTokenChange {
            name: Some("Former".to_owned()),
            is_enabled: Some(false),
        };
        wait_for(api.update_access_token(&record.id, &change)).expect("changed");
        let record = wait_for(api.access_token(&record.id)).expect("the record");
        assert_eq!(
            (record.name.as_str(), record.status),
            ("Former", AccessTokenStatus::Disabled)
        );
        assert_eq!(opens(&api, &token), Err(ErrorKind::NotSignedIn));
        wait_for(api.delete_access_token(&record.id)).expect("deleted");
        assert_eq!(wait_for(api.access_tokens(&id)).map(|tokens| tokens.len()), Ok(1));

        let filter = AuditLogFilter {
            resource_id: Some(id.as_str().to_owned()),
            ..AuditLogFilter::default()
        };
        let entries = wait_for(api.audit_log(&filter)).expect("entries");
        assert!(
            entries
                .iter()
                .any(|entry| entry.resource_name == "Rotated" && entry.timestamp.is_some()),
            "{entries:?}"
        );
    });
}

#[test]
fn a_session_may_do_what_its_person_may_and_changes_only_with_the_csrf_token() {
    with_sandbox(1, |running| {
        let administrator = with_session(running, Person::Administrator, true);
        assert_eq!(administrator.caller.may_manage_users(), Some(true));
        let asked = request(&administrator, "By session", EndDateChoice::NoEndDate);
        wait_for(administrator.create(&asked)).map(drop).expect("created");

        let forged = with_session(running, Person::Administrator, false);
        let asked = request(&forged, "Forged", EndDateChoice::NoEndDate);
        let error = wait_for(forged.create(&asked)).map(drop).expect_err("refused");
        assert_eq!(error.kind, ErrorKind::NotPermitted);

        let auditor = with_session(running, Person::Auditor, true);
        assert_ne!(auditor.caller.may_manage_users(), Some(true));
        assert_eq!(wait_for(auditor.service_users()).map(|users| users.len()), Ok(2));
        let error = wait_for(auditor.create(&asked)).map(drop).expect_err("refused");
        assert_eq!(error.kind, ErrorKind::NotPermitted);
    });
}

#[test]
fn a_long_list_arrives_in_pieces_and_whole() {
    with_sandbox(5_000, |running| {
        let api = with_key(running, &running.administrator_api_key).expect("signed in");
        let (mut users, mut pieces) = (Vec::new(), 0);
        let arrived = &mut |arrived| {
            users.extend::<Vec<ServiceUser>>(arrived);
            pieces += 1;
        };
        wait_for(api.service_users_in_pieces(arrived)).expect("the list");
        assert!(users.len() == 5_000 && pieces > 5, "{} in {pieces}", users.len());
        assert_eq!(wait_for(api.service_users()), Ok(users));
    });
}

#[test]
fn the_roles_of_one_manager_are_asked_for() {
    with_sandbox(0, |running| {
        let api = with_key(running, &running.administrator_api_key).expect("signed in");
        let all = wait_for(api.roles()).expect("roles");
        let manager = all.first().map(|role| role.manager.code.clone()).expect("a role");
        let of_one = wait_for(api.roles_of(&manager)).expect("roles");
        assert!(!of_one.is_empty() && of_one.len() < all.len());
        assert!(of_one.iter().all(|role| role.manager.code == manager));
    });
}
