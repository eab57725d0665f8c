//! The Managers: the applications of DigiCert ONE.

use crate::review::Checked;
use crate::seen::Seen;
use crate::{Fault, FaultKind, Field, ManagerCode, Remarks, RoleId, Surroundings, WarningKind};

/// A Manager, such as Software Trust.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Manager {
    /// What the API calls it.
    pub code: ManagerCode,
    /// What people call it.
    pub name: String,
}

impl Manager {
    /// Whether a name is this Manager's. The case of ASCII letters does not count: DigiCert's own pages differ in it.
    pub(crate) fn is_called(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }
}

/// At least one, and each with a role to choose (documented: at least one Manager).
///
/// An existing user may have roles that cannot be chosen, so that nobody knows which Managers they belong to. As long as
/// one of them is kept there is a Manager, whether or not one is chosen, and a chosen one that the user has may be theirs:
/// of that one the code is its name, which is all that the API tells of a user's Managers.
pub(crate) fn check(
    chosen: &[ManagerCode],
    chosen_roles: &[RoleId],
    surroundings: &Surroundings<'_>,
) -> Checked<()> {
    let roles = surroundings.roles;
    let keeps_unseen_role = surroundings.keeps_unseen_role(chosen_roles);
    let has = |name: &str| {
        let managers = surroundings.existing.map(|user| user.managers.iter());
        managers.is_some_and(|mut managers| managers.any(|manager| manager.eq_ignore_ascii_case(name)))
    };
    let mut remarks = Remarks::default();
    if chosen.is_empty() && !keeps_unseen_role {
        remarks
            .faults
            .push(Fault::new(Field::Managers, FaultKind::ManagerMissing));
    }
    let mut seen = Seen::default();
    for code in chosen.iter().filter(|code| seen.insert(code.as_str())) {
        let can_be_chosen = roles.iter().any(|role| role.manager.code == *code);
        let is_kept = keeps_unseen_role && has(code.as_str());
        if !can_be_chosen && !is_kept {
            remarks.faults.push(Fault::new(
                Field::Managers,
                FaultKind::UnknownManager { code: code.clone() },
            ));
        }
    }
    // Where the user has roles that cannot be chosen, the Managers that nothing else explains are taken to be theirs.
    let seen_whole = surroundings
        .existing
        .filter(|user| user.unseen_roles(roles).next().is_none());
    for name in seen_whole
        .into_iter()
        .flat_map(|user| user.unseen_managers(roles))
    {
        if !roles.iter().any(|role| role.manager.is_called(name)) {
            let manager = name.to_owned();
            remarks.warn(Field::Managers, WarningKind::ManagerWithoutRole { manager });
        }
    }
    Checked::new((), remarks)
}
