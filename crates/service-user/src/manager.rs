//! The Managers: the applications of DigiCert ONE.

use std::collections::BTreeSet;

use crate::review::Checked;
use crate::{Fault, FaultKind, Field, ManagerCode, Remarks, Role};

/// A Manager, such as Software Trust.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Manager {
    /// What the API calls it.
    pub code: ManagerCode,
    /// What people call it.
    pub name: String,
}

/// At least one, and each with a role to choose (documented: at least one Manager).
pub(crate) fn check(chosen: &[ManagerCode], roles: &[Role]) -> Checked<()> {
    let mut remarks = Remarks::default();
    if chosen.is_empty() {
        remarks
            .faults
            .push(Fault::new(Field::Managers, FaultKind::ManagerMissing));
    }
    let mut seen = BTreeSet::new();
    for code in chosen.iter().filter(|code| seen.insert(*code)) {
        if !roles.iter().any(|role| role.manager.code == *code) {
            remarks.faults.push(Fault::new(
                Field::Managers,
                FaultKind::UnknownManager { code: code.clone() },
            ));
        }
    }
    Checked::new((), remarks)
}
