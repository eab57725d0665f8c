//! What never changes while the sandbox runs: accounts, Managers and roles.

use rusqlite::Connection;
use service_user::{ManagerCode, UtcDay};

use super::StoreFault;
use crate::session::Person;
use crate::wire::{Account, AccountAdmin, AccountId, Manager, Role, RoleId, ServicePeriod, SignInMethod};

/// Accounts and roles, in their order: once as JSON wants them, once as the rules want them.
pub(crate) struct Catalogue {
    /// The accounts; the index is the position in the database.
    pub(crate) accounts: Vec<Account>,
    /// The roles; the index is the position in the database.
    pub(crate) roles: Vec<Role>,
    /// The same accounts for the rules.
    pub(crate) accounts_for_rules: Vec<service_user::Account>,
    /// The same roles for the rules.
    pub(crate) roles_for_rules: Vec<service_user::Role>,
}

impl Catalogue {
    pub(super) fn load(connection: &Connection) -> Result<Self, StoreFault> {
        let accounts = load_accounts(connection)?;
        let roles = load_roles(connection)?;
        Ok(Self {
            accounts_for_rules: accounts.iter().map(account_for_rules).collect(),
            roles_for_rules: roles.iter().map(role_for_rules).collect(),
            accounts,
            roles,
        })
    }

    /// The position of an account.
    pub(super) fn account_position(&self, id: AccountId) -> Option<usize> {
        self.accounts.iter().position(|account| account.id == id)
    }

    /// The position of a role.
    pub(super) fn role_position(&self, id: RoleId) -> Option<usize> {
        self.roles.iter().position(|role| role.id == id)
    }
}

fn load_accounts(connection: &Connection) -> Result<Vec<Account>, StoreFault> {
    let mut statement = connection.prepare(
        "SELECT id, name, active, service_from, service_to, friendly_identifier FROM account ORDER BY position",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(Account {
            id: AccountId(row.get(0)?),
            name: row.get(1)?,
            active: row.get(2)?,
            service_period: ServicePeriod {
                from: row.get(3)?,
                to: row.get(4)?,
            },
            friendly_identifier: row.get(5)?,
            admins: vec![AccountAdmin {
                id: Person::Administrator.id(),
                name: "Administrator".to_owned(),
                email: "administrator@example.com".to_owned(),
            }],
            sign_in_methods: vec![SignInMethod {
                sign_in_method: "standard",
                status: "enabled",
                mfa_status: "optional",
                client_auth_cert_login_enabled: false,
            }],
            locale: "en_US",
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn load_roles(connection: &Connection) -> Result<Vec<Role>, StoreFault> {
    let mut statement = connection.prepare(
        "SELECT role.id, role.name, role.description, role.permissions, manager.id, manager.code, manager.name
         FROM role JOIN manager ON manager.position = role.manager ORDER BY role.position",
    )?;
    let rows = statement.query_map([], |row| {
        let permissions: String = row.get(3)?;
        let application = Manager {
            id: row.get(4)?,
            code: row.get(5)?,
            name: row.get(6)?,
        };
        Ok((
            RoleId(row.get(0)?),
            row.get(1)?,
            row.get(2)?,
            permissions,
            application,
        ))
    })?;
    rows.map(|row| {
        let (id, name, description, permissions, application) = row?;
        let permissions = serde_json::from_str(&permissions)
            .map_err(|_| StoreFault::Inconsistent("a role whose permissions are not a list of texts"))?;
        Ok(Role {
            id,
            name,
            description,
            application,
            permissions,
        })
    })
    .collect()
}

fn account_for_rules(account: &Account) -> service_user::Account {
    let ServicePeriod { from, to } = &account.service_period;
    service_user::Account {
        id: service_user::AccountId::new(account.id.0.to_string()),
        name: account.name.clone(),
        active: account.active,
        service_period: Some(service_user::ServicePeriod {
            from: UtcDay::parse(from),
            to: UtcDay::parse(to),
        }),
    }
}

fn role_for_rules(role: &Role) -> service_user::Role {
    service_user::Role {
        id: service_user::RoleId::new(role.id.0.to_string()),
        name: role.name.clone(),
        description: role.description.clone(),
        manager: service_user::Manager {
            code: ManagerCode::new(role.application.code.clone()),
            name: role.application.name.clone(),
        },
        permissions: role.permissions.clone(),
    }
}
