//! What sets of accounts and roles mean as JSON.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use rusqlite::{Connection, params};
use serde::Serialize;
use serde_json::value::{RawValue, to_raw_value};

use super::{Catalogue, Records, StoreFault};
use crate::wire::{AccountId, Application, RoleId};

/// Every set in the database. A set that was made never changes, so what it means is worked out once.
#[derive(Default)]
pub(super) struct Sets {
    roles: HashMap<i64, RoleSet>,
    accounts: HashMap<i64, AccountSet>,
    role_numbers: HashMap<String, i64>,
    account_numbers: HashMap<String, i64>,
}

/// A set of roles.
pub(super) struct RoleSet {
    /// The ids, as a JSON array.
    pub(super) ids: Box<RawValue>,
    /// The Managers with the permissions that the roles give there, as a JSON array.
    pub(super) applications: Box<RawValue>,
    /// All permissions together.
    pub(super) permissions: Arc<BTreeSet<String>>,
}

/// A set of accounts.
pub(super) struct AccountSet {
    /// The ids, as a JSON array.
    pub(super) ids: Box<RawValue>,
    /// The ids.
    pub(super) members: Arc<[AccountId]>,
}

impl Sets {
    pub(super) fn load(connection: &Connection, catalogue: &Catalogue) -> Result<Self, StoreFault> {
        let mut sets = Self::default();
        for (number, members) in sets_of(connection, "SELECT number, members FROM role_set")? {
            sets.learn_roles(number, members, catalogue)?;
        }
        for (number, members) in sets_of(connection, "SELECT number, members FROM account_set")? {
            sets.learn_accounts(number, members, catalogue)?;
        }
        Ok(sets)
    }

    pub(super) fn roles(&self, number: i64) -> Result<&RoleSet, StoreFault> {
        self.roles
            .get(&number)
            .ok_or(StoreFault::Inconsistent("a user with an unknown set of roles"))
    }

    pub(super) fn accounts(&self, number: i64) -> Result<&AccountSet, StoreFault> {
        self.accounts
            .get(&number)
            .ok_or(StoreFault::Inconsistent("a user with an unknown set of accounts"))
    }

    fn learn_roles(&mut self, number: i64, members: String, catalogue: &Catalogue) -> Result<(), StoreFault> {
        let roles: Vec<_> = pick(&catalogue.roles, &members)?;
        let mut applications: BTreeMap<&str, Application<'_>> = BTreeMap::new();
        for role in &roles {
            let manager = &role.application;
            let application = applications.entry(&manager.code).or_insert_with(|| Application {
                id: manager.id,
                name: &manager.name,
                permissions: Vec::new(),
            });
            for permission in &role.permissions {
                if !application.permissions.contains(&permission.as_str()) {
                    application.permissions.push(permission);
                }
            }
        }
        let set = RoleSet {
            ids: raw(&roles.iter().map(|role| role.id).collect::<Vec<_>>())?,
            applications: raw(&applications.values().collect::<Vec<_>>())?,
            permissions: Arc::new(
                roles
                    .iter()
                    .flat_map(|role| role.permissions.iter().cloned())
                    .collect(),
            ),
        };
        self.roles.insert(number, set);
        self.role_numbers.insert(members, number);
        Ok(())
    }

    fn learn_accounts(
        &mut self,
        number: i64,
        members: String,
        catalogue: &Catalogue,
    ) -> Result<(), StoreFault> {
        let ids: Vec<_> = pick(&catalogue.accounts, &members)?
            .into_iter()
            .map(|account| account.id)
            .collect();
        self.accounts.insert(
            number,
            AccountSet {
                ids: raw(&ids)?,
                members: ids.into(),
            },
        );
        self.account_numbers.insert(members, number);
        Ok(())
    }
}

impl Records {
    /// The number of the set of these roles, which is made where there is none yet.
    ///
    /// Not to be called inside a transaction that may be rolled back: the set is remembered.
    pub(super) fn role_set(&mut self, ids: &[RoleId]) -> Result<i64, StoreFault> {
        let positions = ids.iter().map(|id| self.catalogue.role_position(*id));
        let (members, positions) = canonical(positions)?;
        match self.sets.role_numbers.get(&members) {
            Some(number) => Ok(*number),
            None => {
                let number = insert_set(&mut self.connection, &ROLE_SETS, &members, &positions)?;
                self.sets.learn_roles(number, members, &self.catalogue)?;
                Ok(number)
            }
        }
    }

    /// The number of the set of these accounts, which is made where there is none yet.
    ///
    /// Not to be called inside a transaction that may be rolled back: the set is remembered.
    pub(super) fn account_set(&mut self, ids: &[AccountId]) -> Result<i64, StoreFault> {
        let positions = ids.iter().map(|id| self.catalogue.account_position(*id));
        let (members, positions) = canonical(positions)?;
        match self.sets.account_numbers.get(&members) {
            Some(number) => Ok(*number),
            None => {
                let number = insert_set(&mut self.connection, &ACCOUNT_SETS, &members, &positions)?;
                self.sets.learn_accounts(number, members, &self.catalogue)?;
                Ok(number)
            }
        }
    }
}

struct SetStatements {
    insert: &'static str,
    insert_member: &'static str,
}

const ROLE_SETS: SetStatements = SetStatements {
    insert: "INSERT INTO role_set (members) VALUES (?1)",
    insert_member: "INSERT INTO role_set_member (role_set, role) VALUES (?1, ?2)",
};

const ACCOUNT_SETS: SetStatements = SetStatements {
    insert: "INSERT INTO account_set (members) VALUES (?1)",
    insert_member: "INSERT INTO account_set_member (account_set, account) VALUES (?1, ?2)",
};

fn insert_set(
    connection: &mut Connection,
    statements: &SetStatements,
    members: &str,
    positions: &BTreeSet<usize>,
) -> Result<i64, StoreFault> {
    let savepoint = connection.savepoint()?;
    savepoint.execute(statements.insert, [members])?;
    let number = savepoint.last_insert_rowid();
    for position in positions {
        savepoint.execute(statements.insert_member, params![number, position])?;
    }
    savepoint.commit()?;
    Ok(number)
}

/// The one way to write a set of positions.
fn canonical(
    positions: impl Iterator<Item = Option<usize>>,
) -> Result<(String, BTreeSet<usize>), StoreFault> {
    let positions = positions
        .collect::<Option<BTreeSet<_>>>()
        .ok_or(StoreFault::NotFound)?;
    let texts: Vec<String> = positions.iter().map(ToString::to_string).collect();
    Ok((texts.join(","), positions))
}

/// The items at the positions that a set's text names.
fn pick<'a, T>(items: &'a [T], members: &str) -> Result<Vec<&'a T>, StoreFault> {
    members
        .split(',')
        .map(|position| {
            position
                .parse()
                .ok()
                .and_then(|position: usize| items.get(position))
        })
        .collect::<Option<_>>()
        .ok_or(StoreFault::Inconsistent("a set with an unknown member"))
}

fn sets_of(connection: &Connection, query: &str) -> Result<Vec<(i64, String)>, StoreFault> {
    let mut statement = connection.prepare(query)?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn raw(value: &impl Serialize) -> Result<Box<RawValue>, StoreFault> {
    to_raw_value(value).map_err(|_| StoreFault::Inconsistent("a set that cannot be written as JSON"))
}
