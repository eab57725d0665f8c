//! A user: a service user, or the caller.

use json::Value;
use service_user::{AccountId, RoleId, ServiceUser, Status, UserId};

use super::Unreadable;
use super::end_date::last_day_and_status;
use super::member::Member;
use super::record::read;
use crate::Caller;
use crate::timestamp::rfc3339;

/// Reads a service user; `None` is a user of another type, which a list of service users should not hold and an ID can name.
pub(crate) fn listed_service_user(json: &str) -> Result<Option<ServiceUser>, Unreadable> {
    user_of_type(json, |user_type| user_type.eq_ignore_ascii_case("service"))
}

/// Reads a user that was just made, and so is of the type that was asked for.
pub(crate) fn service_user(json: &str) -> Result<ServiceUser, Unreadable> {
    user_of_type(json, |_| true)?.ok_or(Unreadable("a user of another type"))
}

/// Reads the answer to "who am I" (documented; the names of a person, `first_name` and `last_name`, are our contract).
pub(crate) fn caller(json: &str) -> Result<Caller, Unreadable> {
    let [id, email, friendly_name, first_name, last_name, applications] = read(
        json,
        [
            "id",
            "email",
            "friendly_name",
            "first_name",
            "last_name",
            "applications",
        ],
    )?;
    let id = id.into_text().ok_or(Unreadable("a user without id"))?;
    let email = email.or_empty();
    let full_name = [first_name, last_name].into_iter().filter_map(Value::scalar);
    let names = [
        friendly_name.or_empty(),
        full_name.collect::<Vec<_>>().join(" "),
        email.clone(),
    ];
    Ok(Caller {
        permissions: applications
            .items()
            .flat_map(|application| Application::read(application).permissions.texts())
            .collect(),
        display_name: names
            .into_iter()
            .find(|name| !name.is_empty())
            .unwrap_or_else(|| id.clone()),
        id: UserId::new(id),
        email,
    })
}

/// An application that a user has access to, and what they may do there (documented).
struct Application<'a> {
    name: Value<'a>,
    permissions: Value<'a>,
}

impl<'a> Application<'a> {
    /// Reads an application; what cannot be read has no name and allows nothing.
    fn read(application: Value<'a>) -> Self {
        let [name, permissions] =
            read(application.written(), ["name", "permissions"]).unwrap_or([Value::ABSENT; 2]);
        Self { name, permissions }
    }
}

/// Reads a user, if it is of a type that is wanted or does not say of which it is. Documented up to `applications`; `end_date`,
/// `account_ids` and `role_ids` are our contract.
fn user_of_type(json: &str, is_wanted: fn(&str) -> bool) -> Result<Option<ServiceUser>, Unreadable> {
    let [
        id,
        email,
        status,
        primary_account_id,
        created_at,
        created_by,
        user_type,
        friendly_name,
        description,
        applications,
        end_date,
        account_ids,
        role_ids,
    ] = read(
        json,
        [
            "id",
            "email",
            "status",
            "primary_account_id",
            "created_at",
            "created_by",
            "user_type",
            "friendly_name",
            "description",
            "applications",
            "end_date",
            "account_ids",
            "role_ids",
        ],
    )?;
    if user_type.scalar().is_some_and(|user_type| !is_wanted(&user_type)) {
        return Ok(None);
    }
    let (end_date, status) = last_day_and_status(end_date, status.or_empty());
    let mut accounts: Vec<AccountId> = account_ids.texts().into_iter().map(AccountId::new).collect();
    // The primary one comes first wherever the list has it: a request makes the first one primary, and a change of
    // something else must not change that.
    if let Some(primary) = primary_account_id.into_text().map(AccountId::new) {
        accounts.retain(|account| *account != primary);
        accounts.insert(0, primary);
    }
    Ok(Some(ServiceUser {
        id: UserId::new(id.into_text().ok_or(Unreadable("a user without id"))?),
        friendly_name: friendly_name.or_empty(),
        description: description.or_empty(),
        email: email.or_empty(),
        status: status_of(status),
        end_date,
        accounts,
        roles: role_ids.texts().into_iter().map(RoleId::new).collect(),
        managers: applications
            .items()
            .filter_map(|application| Application::read(application).name.into_text())
            .collect(),
        created_at: created_at.scalar().and_then(|text| rfc3339(&text)),
        created_by: created_by.into_text(),
    }))
}

/// Documented is only `ACTIVE`; `DISABLED` is our contract, anything else opaque text.
fn status_of(text: String) -> Status {
    match text.as_str() {
        "ACTIVE" => Status::Active,
        "DISABLED" => Status::Disabled,
        _ => Status::Other(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use service_user::UtcDay;

    #[test]
    fn the_contract_s_user_is_read_whole() {
        let user = service_user(
            r#"{"id":"783a6a45","email":"jane@example.com","status":"ACTIVE","access_scope":"account",
            "primary_account_id":"130deba5","created_at":"2021-06-23T08:55:19Z","created_by":"somebody",
            "user_type":"service","friendly_name":"Example service user","description":"d","locale":"en_US",
            "applications":[{"id":"a","name":"Trust Lifecycle","permissions":["VIEW_EM_SEAT"]}],
            "end_date":"2027-01-12","account_ids":["other"],"role_ids":["r1","r2"],"unknown":{"x":[1.5]}}"#,
        );
        let expected = ServiceUser {
            id: UserId::new("783a6a45"),
            friendly_name: "Example service user".to_owned(),
            description: "d".to_owned(),
            email: "jane@example.com".to_owned(),
            status: Status::Active,
            end_date: UtcDay::parse("2027-01-12"),
            accounts: vec![AccountId::new("130deba5"), AccountId::new("other")],
            roles: vec![RoleId::new("r1"), RoleId::new("r2")],
            managers: vec!["Trust Lifecycle".to_owned()],
            created_at: rfc3339("2021-06-23T08:55:19Z"),
            created_by: Some("somebody".to_owned()),
        };
        assert_eq!(user, Ok(expected));
    }

    #[test]
    fn the_primary_account_comes_first_wherever_the_list_has_it() {
        for (json, expected) in [
            (
                r#"{"id":"u","primary_account_id":"b","account_ids":["a","b","c"]}"#,
                vec!["b", "a", "c"],
            ),
            (
                r#"{"id":"u","primary_account_id":"d","account_ids":["a"]}"#,
                vec!["d", "a"],
            ),
            (r#"{"id":"u","primary_account_id":"d"}"#, vec!["d"]),
            (r#"{"id":"u","account_ids":["a","b"]}"#, vec!["a", "b"]),
        ] {
            let accounts = service_user(json).expect("a user").accounts;
            let accounts: Vec<&str> = accounts.iter().map(AccountId::as_str).collect();
            assert_eq!(accounts, expected, "{json}");
        }
    }

    #[test]
    fn a_user_needs_an_id_and_nothing_else() {
        let user = service_user(r#"{"id":7}"#).expect("a user");
        assert_eq!(
            (user.id.as_str(), user.status),
            ("7", Status::Other(String::new()))
        );
        for json in [
            "{}",
            r#"{"id":null}"#,
            r#"{"id":""}"#,
            r#"{"id":["x"]}"#,
            "[]",
            "7",
            "{",
        ] {
            assert!(service_user(json).is_err(), "{json}");
        }
    }

    #[test]
    fn members_of_a_wrong_type_count_as_missing() {
        let user = service_user(
            r#"{"id":"u","email":{"a":1},"status":["X"],"friendly_name":1.5,"description":false,"applications":{"a":1},
            "account_ids":"one","role_ids":[1,null,{"a":[]},"r"],"created_at":17,"created_by":[],"primary_account_id":{}}"#,
        )
        .expect("a user");
        assert_eq!(user.email, "");
        assert_eq!(user.friendly_name, "");
        assert_eq!(user.description, "false");
        assert_eq!(
            (user.accounts.len(), user.managers.len(), user.created_at),
            (0, 0, None)
        );
        assert_eq!(user.roles, [RoleId::new("1"), RoleId::new("r")]);
    }

    #[test]
    fn an_unknown_status_is_kept_as_it_is() {
        let status =
            |text: &str| service_user(&format!(r#"{{"id":"u","status":"{text}"}}"#)).map(|user| user.status);
        assert_eq!(status("DISABLED"), Ok(Status::Disabled));
        assert_eq!(status("PENDING"), Ok(Status::Other("PENDING".to_owned())));
    }

    #[test]
    fn an_end_date_that_cannot_be_read_is_told_from_none() {
        let read = |json: &str| service_user(json).map(|user| user.has_unread_end_date());
        assert_eq!(
            read(r#"{"id":"u","status":"ACTIVE","end_date":1827878400}"#),
            Ok(true)
        );
        assert_eq!(read(r#"{"id":"u","status":"ACTIVE","end_date":null}"#), Ok(false));
        assert_eq!(read(r#"{"id":"u","status":"PENDING"}"#), Ok(false));
    }

    #[test]
    fn a_person_in_a_list_of_service_users_is_left_out() {
        let is_listed = |json| listed_service_user(json).map(|user| user.is_some());
        assert_eq!(is_listed(r#"{"id":"u","user_type":"standard"}"#), Ok(false));
        assert_eq!(is_listed(r#"{"id":"u","user_type":"SERVICE"}"#), Ok(true));
        assert_eq!(is_listed(r#"{"id":"u"}"#), Ok(true));
    }

    #[test]
    fn the_caller_is_called_by_the_best_name_there_is() {
        for (json, name) in [
            (
                r#"{"id":"u","friendly_name":"CI","first_name":"A","email":"e@x"}"#,
                "CI",
            ),
            (
                r#"{"id":"u","first_name":"Jane","last_name":"Doe","email":"e@x"}"#,
                "Jane Doe",
            ),
            (r#"{"id":"u","last_name":"Doe","email":"e@x"}"#, "Doe"),
            (r#"{"id":"u","email":"e@x"}"#, "e@x"),
            (r#"{"id":"u"}"#, "u"),
        ] {
            assert_eq!(
                caller(json).map(|caller| caller.display_name),
                Ok(name.to_owned()),
                "{json}"
            );
        }
    }
}
