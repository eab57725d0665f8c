//! Two administrators who change the same service user at once.

use crate::draft::each_once;
use crate::{Draft, EndDateChoice, Field, Role, ServiceUser};

/// A field that somebody else and the person at the form have both changed, and differently. The form keeps the person's own.
///
/// Accounts, Managers and roles never conflict: each of them is in or out, and who did not touch it leaves that to the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// Over the friendly name.
    FriendlyName(Versions<String>),
    /// Over the description.
    Description(Versions<String>),
    /// Over the end date.
    EndDate(Versions<EndDateChoice>),
    /// Over the email.
    Email(Versions<String>),
}

/// The two versions of a field that is in conflict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Versions<T> {
    /// What somebody else made of it.
    pub theirs: T,
    /// What the person at the form made of it.
    pub mine: T,
}

impl Conflict {
    /// The field in which the two differ.
    pub fn field(&self) -> Field {
        match self {
            Self::FriendlyName(_) => Field::FriendlyName,
            Self::Description(_) => Field::Description,
            Self::EndDate(_) => Field::EndDate,
            Self::Email(_) => Field::Email,
        }
    }
}

impl Draft {
    /// Puts the draft on top of what somebody else made of the service user meanwhile, and tells of every conflict, in the
    /// order of the form.
    ///
    /// `base` is the user that the draft was made [of](Draft::of), `theirs` is what the API says of it now, and `roles` are
    /// those that the draft was made with. What the person did not change becomes theirs, what only the person changed
    /// stays, and so does what both have changed differently. Accounts, Managers and roles are looked at one by one: what
    /// either took away is gone, what either added is there. Where that leaves a Manager without a role, a role without its
    /// Manager or nothing at all, the rules say so.
    pub fn rebase(&mut self, base: &ServiceUser, theirs: &ServiceUser, roles: &[Role]) -> Vec<Conflict> {
        let (base, theirs) = (Self::of(base, roles), Self::of(theirs, roles));
        merge_set(&mut self.accounts, &base.accounts, theirs.accounts);
        merge_set(&mut self.managers, &base.managers, theirs.managers);
        merge_set(&mut self.roles, &base.roles, theirs.roles);
        let conflicts = [
            merge(&mut self.friendly_name, &base.friendly_name, theirs.friendly_name)
                .map(Conflict::FriendlyName),
            merge(&mut self.description, &base.description, theirs.description).map(Conflict::Description),
            merge(&mut self.end_date, &base.end_date, theirs.end_date).map(Conflict::EndDate),
            merge(&mut self.email, &base.email, theirs.email).map(Conflict::Email),
        ];
        conflicts.into_iter().flatten().collect()
    }

    /// Settles a conflict in the other's favour.
    pub fn take_theirs(&mut self, conflict: &Conflict) {
        match conflict {
            Conflict::FriendlyName(versions) => self.friendly_name.clone_from(&versions.theirs),
            Conflict::Description(versions) => self.description.clone_from(&versions.theirs),
            Conflict::EndDate(versions) => self.end_date.clone_from(&versions.theirs),
            Conflict::Email(versions) => self.email.clone_from(&versions.theirs),
        }
    }
}

/// Merges one value; both versions, where they are in conflict.
fn merge<T: Clone + PartialEq>(mine: &mut T, base: &T, theirs: T) -> Option<Versions<T>> {
    if mine == base {
        *mine = theirs;
        None
    } else if theirs == *base || theirs == *mine {
        None
    } else {
        let mine = mine.clone();
        Some(Versions { theirs, mine })
    }
}

/// Merges a set. What was in the draft keeps its order, and what somebody else added comes after it.
fn merge_set<T: Clone + Ord>(mine: &mut Vec<T>, base: &[T], theirs: Vec<T>) {
    if mine == base {
        *mine = theirs;
    } else if theirs != base {
        let kept = mine
            .iter()
            .filter(|item| theirs.contains(item) || !base.contains(item));
        let added = theirs.iter().filter(|item| !base.contains(item));
        *mine = each_once(kept.chain(added));
    }
}
