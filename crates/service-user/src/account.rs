//! The accounts that can use a service user.

use crate::review::Checked;
use crate::seen::Seen;
use crate::{AccountId, Fault, FaultKind, Field, OneOrMore, Remarks, Surroundings, UtcDay, WarningKind};

/// An account as the caller sees it (documented).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// What the API calls it.
    pub id: AccountId,
    /// What people call it.
    pub name: String,
    /// Whether it is active.
    pub active: bool,
    /// When it may be used, where the API says so.
    pub service_period: Option<ServicePeriod>,
}

/// An account as people are told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedAccount {
    /// What the API calls it.
    pub id: AccountId,
    /// What people call it; the id, where the account is not known.
    pub name: String,
}

impl NamedAccount {
    /// The account with this id, if it is among these.
    pub fn find(id: &AccountId, accounts: &[Account]) -> Self {
        let known = accounts.iter().find(|account| account.id == *id);
        Self {
            id: id.clone(),
            name: known.map_or_else(|| id.to_string(), |account| account.name.clone()),
        }
    }
}

/// When an account may be used: first and last day, both included, both optional.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ServicePeriod {
    /// The first day.
    pub from: Option<UtcDay>,
    /// The last day.
    pub to: Option<UtcDay>,
}

impl ServicePeriod {
    /// Whether the last day is past.
    pub fn is_over(&self, today: UtcDay) -> bool {
        self.to.is_some_and(|to| to < today)
    }

    /// Whether the first day is still to come.
    pub fn is_yet_to_begin(&self, today: UtcDay) -> bool {
        self.from.is_some_and(|from| from > today)
    }
}

/// At least one (documented), each of them among the surroundings' or one that the existing user has. An account that
/// cannot be used now is a warning: whether the API refuses one is unknown, and a period may be renewed.
///
/// The account that is the existing user's primary one stays the first, and so the primary one, for as long as it is
/// chosen: nobody who takes an account out and in again means to change that.
pub(crate) fn check(
    chosen: &[AccountId],
    surroundings: &Surroundings<'_>,
) -> Checked<Option<OneOrMore<AccountId>>> {
    let mut remarks = Remarks::default();
    let mut seen = Seen::default();
    let mut unique: Vec<&AccountId> = chosen.iter().filter(|id| seen.insert(id.as_str())).collect();
    let own: &[AccountId] = surroundings.existing.map_or(&[], |user| &user.accounts);
    if let Some(place) = unique.iter().position(|id| Some(*id) == own.first()) {
        let primary = unique.remove(place);
        unique.insert(0, primary);
    }
    let accounts = OneOrMore::from_items(unique.into_iter().cloned());
    match &accounts {
        None => remarks
            .faults
            .push(Fault::new(Field::Accounts, FaultKind::AccountMissing)),
        Some(ids) => {
            for id in ids {
                match surroundings.accounts.iter().find(|account| account.id == *id) {
                    Some(account) => warn_of(account, surroundings.today, &mut remarks),
                    None if own.contains(id) => {}
                    None => {
                        let kind = FaultKind::UnknownAccount { id: id.clone() };
                        remarks.faults.push(Fault::new(Field::Accounts, kind));
                    }
                }
            }
        }
    }
    Checked::new(accounts, remarks)
}

fn warn_of(account: &Account, today: UtcDay, remarks: &mut Remarks) {
    let name = || account.name.clone();
    if !account.active {
        remarks.warn(Field::Accounts, WarningKind::InactiveAccount { account: name() });
    }
    let Some(period) = account.service_period else {
        return;
    };
    match period {
        ServicePeriod { to: Some(to), .. } if period.is_over(today) => {
            remarks.warn(
                Field::Accounts,
                WarningKind::ServicePeriodOver { account: name(), to },
            );
        }
        ServicePeriod { from: Some(from), .. } if period.is_yet_to_begin(today) => {
            remarks.warn(
                Field::Accounts,
                WarningKind::ServicePeriodNotBegun {
                    account: name(),
                    from,
                },
            );
        }
        ServicePeriod { .. } => {}
    }
}
