//! What a draft is checked against.

use crate::{Account, OrganisationPolicy, Role, TakenNames, UtcDay};

/// What the rules have to know besides the draft. The clock is one of these: this crate has none.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings<'a> {
    /// Today in UTC.
    pub today: UtcDay,
    /// The friendly names of the other users; of an existing user that is being changed, without its own.
    pub taken_names: &'a TakenNames,
    /// The accounts that can be chosen.
    pub accounts: &'a [Account],
    /// The roles that can be chosen. The Managers that can be chosen are those to which at least one of them belongs.
    pub roles: &'a [Role],
    /// The email of the signed-in caller, where it is known.
    pub caller_email: Option<&'a str>,
    /// What the organisation asks; its default asks nothing.
    pub policy: &'a OrganisationPolicy,
}
