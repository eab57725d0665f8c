//! The answers of a host.

use std::collections::BTreeSet;

use account_api::{
    AccessToken, AccessTokenName, AuditLogEntry, AuditLogFilter, Error, ErrorKind, Rotation, RotationChoice,
    SignedIn,
};
use serde_json::Value;
use service_user::{
    AccessTokenId, Account, AccountId, Draft, EndDateChoice, HandoverNote, Manager, ManagerCode,
    OrganisationPolicy, Role, RoleId, ServiceUser, ServiceUserRequest, Surroundings, TakenNames, UserId,
    UtcDay, has_token_shape, holds_token,
};

use crate::scripted_transport::{ScriptedTransport, at_once, signed_in};
use crate::shown_texts::assert_shown_well;

/// How long the pieces of a list are when it is read again; the length that the first byte says is tried beside them.
const PIECES: [usize; 2] = [1, 7];

/// The names under which a token is looked for before its shape decides.
const TOKEN_NAMES: [&str; 5] = ["token", "token_id", "api_token", "api_key", "api_access_token"];

/// Reads the bytes, but for the first, as the answer to every call there is. The first byte says how a list is cut.
///
/// - A list is the same wherever it is cut: the same records, or an error of the same kind.
/// - A list of records with ids is read to its end, whatever else is in the records.
/// - Where one token's shape stands alone in the answer to a create, the token is found, whatever else the answer is.
/// - What an error says is short, on one line and holds no token.
/// - What was read can be worked with: tokens put in the order of a rotation, a service user drafted, reviewed and noted down.
pub fn answers(data: &[u8]) {
    let Some((first, body)) = data.split_first() else {
        return;
    };
    let host = |status, piece_length| {
        signed_in(ScriptedTransport {
            status,
            body: body.to_vec(),
            piece_length,
        })
    };
    let lists = Lists::read(&host(200, usize::MAX));
    for length in PIECES.into_iter().chain([usize::from(*first)]) {
        assert_eq!(Lists::read(&host(200, length)), lists, "in pieces of {length}");
    }
    work_with(&lists);
    if let Some((text, count)) = records(body) {
        let connection = signed_in(ScriptedTransport {
            status: 200,
            body: text.into_bytes(),
            piece_length: usize::from(*first),
        });
        let accounts = of_kind(at_once(connection.accounts())).map(|accounts| accounts.len());
        assert_eq!(accounts, Ok(count), "records that are lost");
    }
    let connection = host(200, 1);
    let user = at_once(connection.service_user(&UserId::new("any")));
    assert_sound(user.err());
    assert_sound(at_once(connection.user_name(&UserId::new("any"))).err());
    assert_sound(at_once(connection.access_token(&AccessTokenId::new("any"))).err());
    create(&connection, body);
    for status in [302, 400, 401, 403, 404, 409, 429, 500, 503] {
        refuse(&host(status, 1), status);
    }
}

/// Every list that the API has, or of what kind the error is.
#[derive(Debug, PartialEq)]
struct Lists {
    users: Result<Vec<ServiceUser>, ErrorKind>,
    accounts: Result<Vec<Account>, ErrorKind>,
    roles: Result<Vec<Role>, ErrorKind>,
    tokens: Result<Vec<AccessToken>, ErrorKind>,
    entries: Result<Vec<AuditLogEntry>, ErrorKind>,
}

impl Lists {
    fn read(connection: &SignedIn) -> Self {
        Self {
            users: of_kind(at_once(connection.service_users())),
            accounts: of_kind(at_once(connection.accounts())),
            roles: of_kind(at_once(connection.roles())),
            tokens: of_kind(at_once(connection.access_tokens(&UserId::new("any")))),
            entries: of_kind(at_once(connection.audit_log(&AuditLogFilter::default()))),
        }
    }
}

fn of_kind<T>(answer: Result<T, Error>) -> Result<T, ErrorKind> {
    answer.map_err(|error| {
        let kind = error.kind;
        assert_sound(Some(error));
        kind
    })
}

fn work_with(lists: &Lists) {
    let today = today();
    if let Ok(tokens) = &lists.tokens {
        let rotation = Rotation::of(tokens, &RotationChoice::default(), today);
        let unused = AccessTokenName::unused("any", tokens);
        assert!(
            AccessTokenName::parse(&unused, tokens).is_ok(),
            "{unused:?} of {rotation:?}"
        );
    }
    let (accounts, roles) = (lists.accounts.as_deref(), lists.roles.as_deref());
    for user in lists.users.iter().flatten() {
        let (accounts, roles) = (accounts.unwrap_or_default(), roles.unwrap_or_default());
        let policy = OrganisationPolicy::default();
        let draft = Draft::of(user, roles);
        let review = draft.review(&Surroundings {
            today,
            taken_names: &TakenNames::new(),
            accounts,
            roles,
            caller_email: None,
            policy: &policy,
            existing: Some(user),
        });
        for fault in &review.remarks.faults {
            assert_shown_well(&fault.message());
        }
        for warning in &review.remarks.warnings {
            assert_shown_well(&warning.message());
        }
        let note = HandoverNote::new(user, "one.digicert.com", accounts, roles, today);
        assert!(!holds_token(note.body()), "a token in the note");
    }
}

fn create(connection: &SignedIn, body: &[u8]) {
    let created = at_once(connection.create(&request()));
    if let Some(token) = only_token(body) {
        match &created {
            Ok(created) => {
                let found = created.token.as_ref();
                assert!(
                    found.is_some_and(|found| found.lend(|found| found == token)),
                    "a token that is lost"
                );
            }
            Err(error) => panic!("a token that is lost: {error}"),
        }
    }
    match created {
        Ok(created) => assert!(!created.user.friendly_name.is_empty()),
        Err(error) => assert_sound(Some(error)),
    }
    let further = at_once(connection.create_access_token(&UserId::new("any"), "any", None));
    match further {
        Ok(made) => assert!(made.token.is_some() || made.access_token.is_some()),
        Err(error) => assert_sound(Some(error)),
    }
}

/// The class of an error follows from its status, whatever the body says; but a duplicate may be said with 400.
fn refuse(connection: &SignedIn, status: u16) {
    for error in [
        at_once(connection.service_users()).err(),
        at_once(connection.create(&request())).err(),
        at_once(connection.delete(&UserId::new("any"))).err(),
    ] {
        let error = error.expect("an answer that refuses is an error");
        let expected = match status {
            302 | 401 => ErrorKind::NotSignedIn,
            400 if error.kind == ErrorKind::Duplicate => ErrorKind::Duplicate,
            400 => ErrorKind::InvalidRequest,
            403 => ErrorKind::NotPermitted,
            404 => ErrorKind::NotFound,
            409 => ErrorKind::Duplicate,
            429 => ErrorKind::TooManyRequests,
            503 => ErrorKind::Unavailable,
            _ => ErrorKind::ServerFault { status },
        };
        assert_eq!(error.kind, expected);
        assert_sound(Some(error));
    }
}

fn assert_sound(error: Option<Error>) {
    let Some(error) = error else { return };
    if let Some(message) = &error.server_message {
        assert!(message.chars().count() <= 301, "{message:?}");
        assert!(!message.chars().any(char::is_control), "{message:?}");
        assert!(!holds_token(message), "a token in a message");
    }
    assert!(!holds_token(&error.to_string()), "a token in an error");
    assert!(error.to_string().len() < 4_096);
}

/// The bytes as a list, written anew with every member once, and how many records with an id it has; `None` for anything else.
fn records(body: &[u8]) -> Option<(String, usize)> {
    let value: Value = serde_json::from_slice(body).ok()?;
    let records = value.as_array()?;
    let has_id = |record: &Value| {
        let id = record.get("id").and_then(Value::as_str).unwrap_or_default();
        record.is_object() && !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    records
        .iter()
        .all(has_id)
        .then(|| (value.to_string(), records.len()))
}

/// The only text of a token's shape in an answer that is JSON, where neither a name nor an escape makes it a question which text is
/// meant.
fn only_token(body: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(body).ok()?;
    serde_json::from_str::<Value>(text).ok()?;
    let is_plain = !text.contains('\\') && !TOKEN_NAMES.iter().any(|name| text.contains(name));
    let shaped: BTreeSet<&str> = text
        .split('"')
        .skip(1)
        .step_by(2)
        .filter(|text| has_token_shape(text))
        .collect();
    match (is_plain, shaped.len()) {
        (true, 1) => shaped.first().copied(),
        _ => None,
    }
}

pub(crate) fn today() -> UtcDay {
    UtcDay::parse("2026-03-01").expect("a day")
}

fn request() -> ServiceUserRequest {
    let role = Role {
        id: RoleId::new("signer"),
        name: "Signer".to_owned(),
        description: String::new(),
        manager: Manager {
            code: ManagerCode::new("software_trust"),
            name: "Software Trust".to_owned(),
        },
        permissions: Vec::new(),
    };
    let account = Account {
        id: AccountId::new("acme"),
        name: "Acme".to_owned(),
        active: true,
        service_period: None,
    };
    let draft = Draft {
        friendly_name: "CI signer".to_owned(),
        description: String::new(),
        end_date: EndDateChoice::NoEndDate,
        email: "jane@example.com".to_owned(),
        accounts: vec![account.id.clone()],
        managers: vec![role.manager.code.clone()],
        roles: vec![role.id.clone()],
    };
    let review = draft.review(&Surroundings {
        today: today(),
        taken_names: &TakenNames::new(),
        accounts: &[account],
        roles: &[role],
        caller_email: None,
        policy: &OrganisationPolicy::default(),
        existing: None,
    });
    review.request().expect("a draft without a fault")
}
