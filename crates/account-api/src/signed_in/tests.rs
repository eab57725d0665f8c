//! The calls, over a scripted transport: what is asked, and what becomes of the answers.

use std::num::NonZero;

use proptest::prelude::*;
use service_user::{
    AccountId, Draft, EndDateChoice, Manager, RoleId, Status, Surroundings, TakenNames, TokenId,
};

use super::*;
use crate::scripted::{Noted, Scripted, answer, at_once};
use crate::{ApiKey, Client, Credential, ErrorKind, Response, TransportFailure};

const ME: &str = r#"{"id":"me","email":"admin@example.com","friendly_name":"Admin"}"#;
const TOKEN: &str =
    "0123456789abcdef0123456789_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

/// Signed in over a transport that will give these answers.
fn signed_in_with(answers: Vec<Result<Response, TransportFailure>>) -> (Rc<Scripted>, SignedIn) {
    let transport = Rc::new(Scripted::default());
    transport.answers.borrow_mut().push_back(Ok(answer(200, ME)));
    transport.answers.borrow_mut().extend(answers);
    let host = Host::parse("one.digicert.com").expect("a host");
    let key = ApiKey::from_text("secret-key".to_owned()).expect("a key");
    let client = Client::new(transport.clone(), host);
    let signed_in = at_once(client.sign_in(Credential::ApiKey(key))).expect("signed in");
    transport.requests.borrow_mut().clear();
    (transport, signed_in)
}

fn signed_in(answers: &[(u16, &str)]) -> (Rc<Scripted>, SignedIn) {
    signed_in_with(
        answers
            .iter()
            .map(|(status, body)| Ok(answer(*status, body)))
            .collect(),
    )
}

fn request(end_date: EndDateChoice) -> ServiceUserRequest {
    let account = |id: &str| Account {
        id: AccountId::new(id),
        name: id.to_owned(),
        active: true,
        service_period: None,
    };
    let manager = Manager {
        code: ManagerCode::new("m"),
        name: "M".to_owned(),
    };
    let role = |id: &str| Role {
        id: RoleId::new(id),
        name: id.to_owned(),
        description: String::new(),
        manager: manager.clone(),
        permissions: Vec::new(),
    };
    let draft = Draft {
        friendly_name: "CI signer".to_owned(),
        description: "Signs \"releases\"".to_owned(),
        end_date,
        email: "jane@example.com".to_owned(),
        accounts: vec![AccountId::new("a2"), AccountId::new("a1")],
        managers: vec![manager.code.clone()],
        roles: vec![RoleId::new("r1"), RoleId::new("r2")],
    };
    let review = draft.review(&Surroundings {
        today: UtcDay::parse("2026-03-01").expect("a day"),
        taken_names: &TakenNames::new(),
        accounts: &[account("a1"), account("a2")],
        roles: &[role("r1"), role("r2")],
        caller_email: None,
        policy: &service_user::OrganisationPolicy::default(),
        existing: None,
    });
    review.request().expect("no faults")
}

fn text_of(token: Option<TokenId>) -> Option<String> {
    token.map(|token| token.lend(str::to_owned))
}

#[test]
fn signing_in_asks_who_i_am_with_the_credential() {
    let transport = Rc::new(Scripted::default());
    transport.answers.borrow_mut().push_back(Ok(answer(200, ME)));
    let client = Client::new(transport.clone(), Host::parse("localhost:8080").expect("a host"));
    let signed_in = at_once(client.sign_in(Credential::Session)).expect("signed in");
    assert_eq!(
        (signed_in.caller().display_name.as_str(), signed_in.host().name()),
        ("Admin", "localhost:8080")
    );
    let expected = Noted {
        method: Method::Get,
        url: "http://localhost:8080/account/api/v1/user/me".to_owned(),
        body: None,
        key: None,
    };
    assert_eq!(*transport.requests.borrow(), [expected]);
}

#[test]
fn signing_in_fails_as_the_answer_says() {
    for (answer, kind) in [
        (
            Ok(answer(
                401,
                r#"{"error":{"code":"invalid_api_key","message":"m"}}"#,
            )),
            ErrorKind::NotSignedIn,
        ),
        (Ok(answer(302, "")), ErrorKind::NotSignedIn),
        (
            Ok(answer(200, "<html>Sign in</html>")),
            ErrorKind::UnexpectedAnswer,
        ),
        (Ok(answer(200, "{}")), ErrorKind::UnexpectedAnswer),
        (Ok(answer(204, "")), ErrorKind::UnexpectedAnswer),
        (
            Err(TransportFailure::CrossOriginRefused),
            ErrorKind::CrossOriginRefused,
        ),
    ] {
        let transport = Rc::new(Scripted::default());
        transport.answers.borrow_mut().push_back(answer);
        let client = Client::new(transport, Host::parse("one.digicert.com").expect("a host"));
        let error = at_once(client.sign_in(Credential::Session)).err();
        assert_eq!(error.map(|error| error.kind), Some(kind));
    }
}

#[test]
fn every_call_asks_for_what_the_contract_says() {
    let user = UserId::new("u/1");
    let token = AccessTokenId::new("t 1");
    let day = UtcDay::parse("2027-01-12");
    let (transport, api) = signed_in(&[(200, "[]"); 64]);
    let asked = |method, path: &str, body: Option<&str>| {
        let noted = transport.requests.borrow_mut().pop().expect("a request");
        let expected = Noted {
            method,
            url: format!("https://one.digicert.com/account/api/v1{path}"),
            body: body.map(str::to_owned),
            key: Some("secret-key".to_owned()),
        };
        assert_eq!(noted, expected);
    };

    at_once(api.service_users()).expect("a list");
    asked(Method::Get, "/user?user_type=service", None);
    at_once(api.service_user(&user)).expect_err("no user");
    asked(Method::Get, "/user/u%2F1", None);
    at_once(api.user_name(&user)).expect_err("no user");
    asked(Method::Get, "/user/u%2F1", None);
    at_once(api.accounts()).expect("a list");
    asked(Method::Get, "/account", None);
    at_once(api.roles()).expect("a list");
    asked(Method::Get, "/role", None);
    at_once(api.roles_of(&ManagerCode::new("a&b"))).expect("a list");
    asked(Method::Get, "/role?application_code=a%26b", None);
    at_once(api.disable(&user)).expect("done");
    asked(Method::Put, "/user/u%2F1/disable", None);
    at_once(api.enable(&user)).expect("done");
    asked(Method::Put, "/user/u%2F1/enable", None);
    at_once(api.delete(&user)).expect("done");
    asked(Method::Delete, "/user/u%2F1", None);
    at_once(api.access_tokens(&user)).expect("a list");
    asked(Method::Get, "/api-access-token?user_id=u%2F1", None);
    at_once(api.access_token(&token)).expect_err("no token");
    asked(Method::Get, "/api-access-token/t%201", None);
    at_once(api.delete_access_token(&token)).expect("done");
    asked(Method::Delete, "/api-access-token/t%201", None);
    assert!(at_once(api.create_access_token(&user, "Second", day)).is_err());
    let body = r#"{"name":"Second","user_id":"u/1","end_date":"2027-01-12"}"#;
    asked(Method::Post, "/api-access-token", Some(body));
    assert!(at_once(api.create_access_token(&user, "Second", None)).is_err());
    asked(
        Method::Post,
        "/api-access-token",
        Some(r#"{"name":"Second","user_id":"u/1"}"#),
    );
    for (name, is_enabled, body) in [
        (Some("New"), None, r#"{"name":"New"}"#),
        (None, Some(false), r#"{"status":"DISABLED"}"#),
        (Some("New"), Some(true), r#"{"name":"New","status":"ACTIVE"}"#),
    ] {
        let change = AccessTokenChange {
            name: name.map(str::to_owned),
            is_enabled,
        };
        at_once(api.update_access_token(&token, &change)).expect("done");
        asked(Method::Put, "/api-access-token/t%201", Some(body));
    }
    at_once(api.audit_log(&AuditLogFilter::default())).expect("a list");
    asked(Method::Get, "/audit-log", None);
    let filter = AuditLogFilter {
        user_name: Some("CI & co".to_owned()),
        action: Some("create".to_owned()),
        resource_types: vec!["user".to_owned(), "api_access_token".to_owned()],
        resource_id: Some("x".to_owned()),
        status: Some("SUCCESS".to_owned()),
        account_id: Some(AccountId::new("a")),
        from: day,
        to: day,
        sort: Some("-timestamp".to_owned()),
    };
    at_once(api.audit_log(&filter)).expect("a list");
    let path = "/audit-log?user_name=CI%20%26%20co&action=create&resource_types=user%2Capi_access_token&resource_id=x\
                &status=SUCCESS&account_id=a&from=2027-01-12&to=2027-01-12&sort=-timestamp";
    asked(Method::Get, path, None);
}

#[test]
fn a_service_user_is_sent_as_the_contract_says() {
    let head = r#"{"user_type":"service","friendly_name":"CI signer","description":"Signs \"releases\"","email":"jane@example.com","#;
    let tail = r#""access_scope":"account","primary_account_id":"a2","account_ids":["a2","a1"],"role_ids":["r1","r2"]}"#;
    for (choice, end_date) in [
        (EndDateChoice::NoEndDate, ""),
        (
            EndDateChoice::Typed("2026-12-31".to_owned()),
            r#""end_date":"2026-12-31","#,
        ),
    ] {
        let request = request(choice);
        let (transport, api) = signed_in(&[(201, r#"{"id":"u"}"#), (204, "")]);
        at_once(api.create(&request)).map(drop).expect("created");
        at_once(api.update(&UserId::new("u"), &request)).expect("updated");
        let requests = transport.requests.take();
        let asked: Vec<_> = requests
            .iter()
            .map(|noted| (noted.method, noted.url.as_str()))
            .collect();
        let base = "https://one.digicert.com/account/api/v1/user";
        assert_eq!(
            asked,
            [(Method::Post, base), (Method::Put, format!("{base}/u").as_str())]
        );
        for noted in &requests {
            assert_eq!(
                noted.body.as_deref(),
                Some(format!("{head}{end_date}{tail}").as_str())
            );
        }
    }
}

#[test]
fn a_created_service_user_comes_with_its_token_or_without_one() {
    let whole = format!(
        r#"{{"id":"u","friendly_name":"CI signer","status":"ACTIVE","created_by":"me","api_access_token":{{"id":"t","token":"{TOKEN}"}}}}"#
    );
    for (body, id, token) in [
        (whole.as_str(), "u", Some(TOKEN)),
        (r#"{"id":"u"}"#, "u", None),
        // A token is never thrown away, whatever else the answer lacks.
        (&format!(r#"{{"token":"{TOKEN}"}}"#), "", Some(TOKEN)),
        (&format!(r#"["{TOKEN}"]"#), "", Some(TOKEN)),
        (&format!(r#""{TOKEN}""#), "", Some(TOKEN)),
    ] {
        let (_, api) = signed_in(&[(201, body)]);
        let created = at_once(api.create(&request(EndDateChoice::NoEndDate)));
        let created = created
            .map_err(|error| format!("{body}: {error}"))
            .unwrap_or_else(|text| panic!("{text}"));
        assert_eq!(
            (created.user.id.as_str(), created.user.friendly_name.as_str()),
            (id, "CI signer"),
            "{body}"
        );
        assert_eq!(text_of(created.token).as_deref(), token, "{body}");
    }
}

#[test]
fn a_create_whose_answer_makes_no_sense_is_ambiguous() {
    for (status, body) in [
        (201, ""),
        (200, "<html>"),
        (200, "{}"),
        (201, "[]"),
        (201, "{\"id\":"),
        (204, ""),
    ] {
        let (_, api) = signed_in(&[(status, body)]);
        let error = at_once(api.create(&request(EndDateChoice::NoEndDate)))
            .err()
            .expect("an error");
        assert_eq!(
            (error.kind, error.is_ambiguous()),
            (ErrorKind::UnexpectedAnswer, true),
            "{body:?}"
        );
    }
    let (_, api) = signed_in_with(vec![Err(TransportFailure::TimedOut)]);
    let error = at_once(api.create(&request(EndDateChoice::NoEndDate)))
        .err()
        .expect("an error");
    assert!(error.is_ambiguous());
}

#[test]
fn a_duplicate_is_about_the_friendly_name_unless_the_host_names_another_field() {
    for (status, body, field) in [
        (409, "", Field::FriendlyName),
        (
            400,
            r#"{"errors":[{"code":"duplicate_error","message":"m"}]}"#,
            Field::FriendlyName,
        ),
        (409, r#"{"code":"x","message":"m","field":"email"}"#, Field::Email),
    ] {
        let (_, api) = signed_in(&[(status, body), (status, body)]);
        let request = request(EndDateChoice::NoEndDate);
        let created = at_once(api.create(&request)).err().expect("an error");
        let updated = at_once(api.update(&UserId::new("u"), &request)).expect_err("an error");
        for error in [created, updated] {
            assert_eq!(
                (error.kind, error.field),
                (ErrorKind::Duplicate, Some(field)),
                "{body}"
            );
        }
    }
}

#[test]
fn a_further_token_is_given_out_with_or_without_its_record() {
    for (body, id, token) in [
        (
            format!(r#"{{"id":"t","name":"n","status":"ACTIVE","token":"{TOKEN}"}}"#),
            Some("t"),
            Some(TOKEN),
        ),
        (r#"{"id":"t"}"#.to_owned(), Some("t"), None),
        (format!(r#"{{"secret":"{TOKEN}"}}"#), None, Some(TOKEN)),
    ] {
        let (_, api) = signed_in(&[(201, &body)]);
        let made = at_once(api.create_access_token(&UserId::new("u"), "n", None)).expect("made");
        let record = made.access_token.map(|record| record.id);
        assert_eq!(record.as_ref().map(AccessTokenId::as_str), id, "{body}");
        assert_eq!(text_of(made.token).as_deref(), token, "{body}");
    }
}

#[test]
fn a_paged_list_is_read_to_its_end() {
    let (transport, api) = signed_in(&[
        (
            200,
            r#"{"total":3,"offset":0,"limit":2,"items":[{"id":"1"},{"id":"2","user_type":"standard"}]}"#,
        ),
        (
            200,
            r#"{"total":3,"offset":2,"limit":2,"records":[{"id":"3","status":"DISABLED"}]}"#,
        ),
    ]);
    let users = at_once(api.service_users()).expect("a list");
    let users: Vec<_> = users
        .iter()
        .map(|user| (user.id.as_str(), &user.status))
        .collect();
    assert_eq!(
        users,
        [("1", &Status::Other(String::new())), ("3", &Status::Disabled)]
    );
    let urls: Vec<String> = transport
        .requests
        .take()
        .into_iter()
        .map(|noted| noted.url)
        .collect();
    let base = "https://one.digicert.com/account/api/v1/user?user_type=service";
    assert_eq!(urls, [base.to_owned(), format!("{base}&offset=2&limit=2")]);
}

#[test]
fn the_first_parameter_of_a_path_without_any_is_the_page() {
    let (transport, api) = signed_in(&[
        (200, r#"{"total":2,"items":[{"id":"1"}]}"#),
        (200, r#"{"total":2,"items":[{"id":"2"}]}"#),
    ]);
    assert_eq!(at_once(api.accounts()).map(|accounts| accounts.len()), Ok(2));
    let last = transport.requests.take().pop().expect("a request");
    assert!(last.url.ends_with("/account?offset=1&limit=1"), "{}", last.url);
}

#[test]
fn a_list_that_cannot_be_got_whole_is_an_unexpected_answer() {
    let endless = r#"{"total":9,"items":[{"id":"1"}]}"#;
    for bodies in [
        &[endless, endless][..],
        &[r#"[{"id":"1"},{}]"#],
        &["[7]"],
        &[""],
        &["null"],
        &["<html>"],
        &[r#"[{"id":"1"}"#],
        &[r#"[{"id":"1"}]] "#],
    ] {
        for length in [None, NonZero::new(1), NonZero::new(12)] {
            let answers: Vec<_> = bodies.iter().map(|body| (200, *body)).collect();
            let (transport, api) = signed_in(&answers);
            transport.piece_length.set(length);
            let error = at_once(api.service_users()).expect_err("an error");
            assert_eq!(
                (error.kind, error.status()),
                (ErrorKind::UnexpectedAnswer, Some(200)),
                "{bodies:?}"
            );
        }
    }
    let (_, api) = signed_in(&[(200, r#"{"total":9,"items":[{"id":"1"}]}"#), (503, "")]);
    assert_eq!(
        at_once(api.accounts()).map_err(|error| error.kind),
        Err(ErrorKind::Unavailable)
    );
}

#[test]
fn service_users_arrive_as_the_pieces_complete_them() {
    let list = r#"[{"id":"1"},{"id":"2"},{"id":"3","user_type":"standard"},{"id":"4"},{"id":"5"}]"#;
    for (length, expected) in [
        (None, &["1 2 4 5"][..]),
        (NonZero::new(1), &["1", "2", "4", "5"]),
        (NonZero::new(24), &["1 2", "4", "5"]),
    ] {
        let (transport, api) = signed_in(&[(200, list)]);
        transport.piece_length.set(length);
        let mut batches = Vec::new();
        let arrived = &mut |users: Vec<ServiceUser>| {
            let ids: Vec<_> = users.iter().map(|user| user.id.as_str()).collect();
            batches.push(ids.join(" "));
        };
        at_once(api.service_users_in_pieces(arrived)).expect("the list");
        assert_eq!(batches, expected, "{length:?}");
    }
}

#[test]
fn what_arrived_before_a_fault_is_not_the_list() {
    let page = r#"{"total":9,"items":[{"id":"1"},{"id":"2"}]}"#;
    for (answers, kind) in [
        (
            &[(200, r#"[{"id":"1"},{"id":"2"},{"name":"3"}]"#)][..],
            ErrorKind::UnexpectedAnswer,
        ),
        (&[(200, r#"[{"id":"1"},{"id":"2"}"#)], ErrorKind::UnexpectedAnswer),
        (&[(200, page), (503, "")], ErrorKind::Unavailable),
        (&[(200, page)], ErrorKind::Unreachable),
    ] {
        let (transport, api) = signed_in(answers);
        transport.piece_length.set(NonZero::new(5));
        let mut count = 0;
        let error = at_once(api.service_users_in_pieces(&mut |users| count += users.len()));
        assert_eq!((error.map_err(|error| error.kind), count), (Err(kind), 2));
    }
}

#[test]
fn a_refusal_of_a_list_is_read_whole() {
    let (transport, api) = signed_in(&[(403, r#"{"error":{"code":"no_access","message":"Not yours"}}"#)]);
    transport.piece_length.set(NonZero::new(3));
    let error = at_once(api.service_users()).expect_err("an error");
    assert_eq!(
        (error.kind, error.server_message.as_deref()),
        (ErrorKind::NotPermitted, Some("Not yours"))
    );
}

#[test]
fn a_token_is_checked_with_itself_and_not_with_the_connection_s_credential() {
    let (transport, api) = signed_in(&[(200, r#"{"id":"u","friendly_name":"CI signer"}"#), (200, "[]")]);
    let token = TokenId::from_text(TOKEN.to_owned());
    let caller = at_once(api.check_token(&token)).expect("the token works");
    assert_eq!(
        (caller.id.as_str(), caller.display_name.as_str()),
        ("u", "CI signer")
    );
    at_once(api.accounts()).expect("a list");
    let asked: Vec<_> = transport
        .requests
        .take()
        .into_iter()
        .map(|noted| (noted.method, noted.url, noted.key))
        .collect();
    let base = "https://one.digicert.com/account/api/v1";
    assert_eq!(
        asked,
        [
            (Method::Get, format!("{base}/user/me"), Some(TOKEN.to_owned())),
            (
                Method::Get,
                format!("{base}/account"),
                Some("secret-key".to_owned())
            ),
        ]
    );
    assert_eq!(api.caller().id.as_str(), "me");
}

#[test]
fn a_token_that_does_not_work_is_told_from_one_that_could_not_be_checked() {
    let token = TokenId::from_text(TOKEN.to_owned());
    for (answer, kind) in [
        (Ok(answer(401, "")), ErrorKind::NotSignedIn),
        (Ok(answer(503, "")), ErrorKind::Unavailable),
        // A session's way to the sign-in page says nothing about a token.
        (Ok(answer(302, "")), ErrorKind::UnexpectedAnswer),
        (Ok(answer(200, "<html>")), ErrorKind::UnexpectedAnswer),
        (Err(TransportFailure::TimedOut), ErrorKind::TimedOut),
    ] {
        let (_, api) = signed_in_with(vec![answer]);
        let error = at_once(api.check_token(&token)).expect_err("an error");
        assert_eq!(error.kind, kind);
    }
    let (transport, api) = signed_in(&[]);
    let odd = TokenId::from_text("no header\r\nx-evil: 1".to_owned());
    let error = at_once(api.check_token(&odd)).expect_err("an error");
    assert_eq!(
        (error.kind, transport.requests.take().len()),
        (ErrorKind::InvalidRequest, 0)
    );
    assert!(!format!("{error} {error:?}").contains("evil"), "{error:?}");
}

#[test]
fn a_token_can_be_checked_after_signing_out() {
    let (_, api) = signed_in(&[(200, r#"{"id":"u"}"#)]);
    api.clone().sign_out();
    let caller = at_once(api.check_token(&TokenId::from_text(TOKEN.to_owned())));
    assert_eq!(caller.map(|caller| caller.id), Ok(UserId::new("u")));
}

#[test]
fn a_user_s_name_is_told_by_the_best_there_is() {
    for (body, name) in [
        (
            r#"{"id":"u","first_name":"Jane","last_name":"Doe","email":"jane@example.com"}"#,
            "Jane Doe",
        ),
        (r#"{"id":"u","email":"jane@example.com"}"#, "jane@example.com"),
        (r#"{"id":"u"}"#, "u"),
    ] {
        let (_, api) = signed_in(&[(200, body)]);
        assert_eq!(at_once(api.user_name(&UserId::new("u"))).as_deref(), Ok(name));
    }
    let (_, api) = signed_in(&[(404, "")]);
    let error = at_once(api.user_name(&UserId::new("gone"))).expect_err("an error");
    assert_eq!(error.kind, ErrorKind::NotFound);
}

#[test]
fn a_change_is_done_when_the_answer_is_empty_or_json_and_not_when_it_is_a_page() {
    for (status, body, is_done) in [
        (204, "", true),
        (200, " \n", true),
        (200, r#"{"id":"u"}"#, true),
        (200, "<html>Sign in</html>", false),
    ] {
        let (_, api) = signed_in(&[(status, body)]);
        assert_eq!(
            at_once(api.disable(&UserId::new("u"))).is_ok(),
            is_done,
            "{body:?}"
        );
    }
}

#[test]
fn an_id_that_would_address_something_else_is_never_sent() {
    for id in ["", ".", ".."] {
        let (transport, api) = signed_in(&[]);
        let error = at_once(api.delete(&UserId::new(id))).expect_err("an error");
        assert_eq!(
            (error.kind, transport.requests.take().len()),
            (ErrorKind::NotFound, 0),
            "{id:?}"
        );
    }
}

#[test]
fn signing_out_takes_the_credential_from_every_clone() {
    let (transport, api) = signed_in(&[(200, "[]")]);
    let other = api.clone();
    api.sign_out();
    let error = at_once(other.accounts()).expect_err("an error");
    assert_eq!(
        (error.kind, transport.requests.take().len()),
        (ErrorKind::NotSignedIn, 0)
    );
}

#[test]
fn an_error_never_repeats_the_answer_of_a_good_status() {
    let (_, api) = signed_in(&[(201, &format!("{{\"tok\":\"{TOKEN}\""))]);
    let error = at_once(api.create(&request(EndDateChoice::NoEndDate)))
        .err()
        .expect("an error");
    assert!(
        !format!("{error} {error:?}").contains("0123456789abcdef"),
        "{error:?}"
    );
}

proptest! {
    #[test]
    fn no_answer_panics_any_call(status in prop_oneof![Just(200_u16), Just(201), any::<u16>()], bytes: Vec<u8>, json in "[\\[\\]{}:,\"a-z0-9 ]{0,60}", length: u8) {
        let id = UserId::new("u");
        for body in [bytes, json.clone().into_bytes(), format!("[{{\"id\":\"1\",\"end_date\":{json}}}]").into_bytes()] {
            let with_body = || {
                let mut answer = answer(status, "");
                answer.body = body.clone().into();
                Ok(answer)
            };
            let (transport, api) = signed_in_with((0..10).map(|_| with_body()).collect());
            transport.piece_length.set(NonZero::new(length.into()));
            let _ = at_once(api.service_users());
            let _ = at_once(api.service_user(&id));
            let _ = at_once(api.user_name(&id));
            let _ = at_once(api.check_token(&TokenId::from_text(TOKEN.to_owned())));
            let _ = at_once(api.create(&request(EndDateChoice::NoEndDate)));
            let _ = at_once(api.roles());
            let _ = at_once(api.accounts());
            let _ = at_once(api.access_tokens(&id));
            let _ = at_once(api.audit_log(&AuditLogFilter::default()));
            let _ = at_once(api.disable(&id));
        }
    }
}
