//! A role.

use json::Value;
use service_user::{Manager, ManagerCode, Role, RoleId};

use super::Unreadable;
use super::member::Member;
use super::record::read;

/// Reads a role with its permissions (our contract; documented is only that there are roles with permissions). A name that is
/// missing is replaced by the id or code.
pub(crate) fn role(json: &str) -> Result<Role, Unreadable> {
    let [id, name, description, application, permissions] =
        read(json, ["id", "name", "description", "application", "permissions"])?;
    let id = id.into_text().ok_or(Unreadable("a role without id"))?;
    Ok(Role {
        name: name.into_text().unwrap_or_else(|| id.clone()),
        id: RoleId::new(id),
        description: description.or_empty(),
        manager: manager(application),
        permissions: permissions.texts(),
    })
}

/// The Manager that a role belongs to (our contract); of a role that names none, one without code and name.
fn manager(application: Value<'_>) -> Manager {
    let [id, code, name] = read(application.written(), ["id", "code", "name"]).unwrap_or([Value::ABSENT; 3]);
    let name = name.into_text();
    let code = code
        .into_text()
        .or_else(|| id.into_text())
        .or_else(|| name.clone());
    let code = code.unwrap_or_default();
    Manager {
        name: name.unwrap_or_else(|| code.clone()),
        code: ManagerCode::new(code),
    }
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
