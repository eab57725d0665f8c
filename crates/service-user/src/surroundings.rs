//! What a draft is checked against.

use crate::taken_names::OtherNames;
use crate::{Account, OrganisationPolicy, Role, RoleId, ServiceUser, TakenNames, UtcDay};

/// What the rules have to know besides the draft. The clock is one of these: this crate has none.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings<'a> {
    /// Today in UTC.
    pub today: UtcDay,
    /// The friendly names of the other users. The own name of the existing user may be among them; it does not count.
    pub taken_names: &'a TakenNames,
    /// The accounts that can be chosen.
    pub accounts: &'a [Account],
    /// The roles that can be chosen. The Managers that can be chosen are those to which at least one of them belongs.
    pub roles: &'a [Role],
    /// The email of the signed-in caller, where it is known.
    pub caller_email: Option<&'a str>,
    /// What the organisation asks; its default asks nothing.
    pub policy: &'a OrganisationPolicy,
    /// The service user that is being changed, as the API described it; `None` where one is being created.
    ///
    /// What is left as it is is not judged again: a text or an end date that it has already stands, whatever the rules
    /// and the organisation say of it, as long as a required text is not empty; and so does an account or a role that it
    /// has and that the lists lack, because an administrator may not see everything, and to take such a one away unasked
    /// would be damage. Whatever is changed meets every rule.
    pub existing: Option<&'a ServiceUser>,
}

impl<'a> Surroundings<'a> {
    pub(crate) fn other_names(&self) -> OtherNames<'a> {
        let own = self.existing.map(|user| user.friendly_name.as_str());
        OtherNames::new(self.taken_names, own)
    }

    /// Whether one of these roles is one that the existing user has and that cannot be chosen. Which Manager such a role
    /// belongs to is unknown.
    pub(crate) fn keeps_unseen_role(&self, roles: &[RoleId]) -> bool {
        self.existing
            .is_some_and(|user| user.unseen_roles(self.roles).any(|id| roles.contains(id)))
    }
}
