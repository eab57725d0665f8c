//! A role.

use serde::Deserialize;
use serde_json::value::RawValue;
use service_user::{Manager, ManagerCode, Role, RoleId};

use super::scalar::{Scalar, texts};
use super::{Unreadable, read};

/// A role with its permissions (our contract; documented is only that there are roles with permissions).
#[derive(Default, Deserialize)]
#[serde(default)]
struct RoleRecord<'a> {
    #[serde(borrow)]
    id: Scalar<'a>,
    #[serde(borrow)]
    name: Scalar<'a>,
    #[serde(borrow)]
    description: Scalar<'a>,
    #[serde(borrow)]
    application: Option<&'a RawValue>,
    #[serde(borrow)]
    permissions: Option<&'a RawValue>,
}

/// The Manager that a role belongs to (our contract).
#[derive(Default, Deserialize)]
#[serde(default)]
struct ApplicationRecord<'a> {
    #[serde(borrow)]
    id: Scalar<'a>,
    #[serde(borrow)]
    code: Scalar<'a>,
    #[serde(borrow)]
    name: Scalar<'a>,
}

/// Reads a role. A name that is missing is replaced by the id or code; a role that names no Manager belongs to one without
/// code and name.
pub(crate) fn role(json: &str) -> Result<Role, Unreadable> {
    let record: RoleRecord<'_> = read(json)?;
    let id = record.id.into_text().ok_or(Unreadable("a role without id"))?;
    let application: ApplicationRecord<'_> = record
        .application
        .and_then(|raw| read(raw.get()).ok())
        .unwrap_or_default();
    let name = application.name.into_text();
    let code = application
        .code
        .into_text()
        .or(application.id.into_text())
        .or(name.clone())
        .unwrap_or_default();
    Ok(Role {
        name: record.name.into_text().unwrap_or_else(|| id.clone()),
        id: RoleId::new(id),
        description: record.description.or_empty(),
        manager: Manager {
            name: name.unwrap_or_else(|| code.clone()),
            code: ManagerCode::new(code),
        },
        permissions: texts(record.permissions),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_contract_s_role_is_read() {
        let role = role(
            r#"{"id":"r","name":"User Manager","description":"d",
            "application":{"id":"a","code":"account_manager","name":"Account Manager"},"permissions":["A","B"]}"#,
        );
        let expected = Role {
            id: RoleId::new("r"),
            name: "User Manager".to_owned(),
            description: "d".to_owned(),
            manager: Manager {
                code: ManagerCode::new("account_manager"),
                name: "Account Manager".to_owned(),
            },
            permissions: vec!["A".to_owned(), "B".to_owned()],
        };
        assert_eq!(role, Ok(expected));
    }

    #[test]
    fn a_manager_is_told_by_whatever_is_there() {
        for (application, code, name) in [
            (r#"{"code":"c","name":"N"}"#, "c", "N"),
            (r#"{"id":"i","name":"N"}"#, "i", "N"),
            (r#"{"name":"N"}"#, "N", "N"),
            (r#"{"code":"c"}"#, "c", "c"),
            ("{}", "", ""),
            ("null", "", ""),
            ("[1]", "", ""),
        ] {
            let role = role(&format!(r#"{{"id":"r","application":{application}}}"#)).expect("a role");
            assert_eq!(
                (role.manager.code.as_str(), role.manager.name.as_str()),
                (code, name),
                "{application}"
            );
            assert_eq!(role.name, "r");
        }
    }
}
