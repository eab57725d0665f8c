//! Names, as people compare them.

use service_user::{Manager, Role};

use crate::WhyNotFound;

/// A name as it is compared: case does not count, because DigiCert's own pages write both "Read Only" and "Read only".
pub(crate) fn folded(name: &str) -> String {
    name.to_lowercase()
}

/// The one item of that name. One that is written just so is preferred; space around a name does not count.
///
/// Where several items remain, none of them is taken: a wrong guess would give the service user somebody else's rights.
pub(crate) fn find<'a, T: Copy>(
    name: &str,
    items: impl Iterator<Item = T> + Clone,
    name_of: impl Fn(T) -> &'a str,
) -> Result<T, WhyNotFound> {
    let only = |matches: &dyn Fn(&str) -> bool| {
        let mut matching = items.clone().filter(|item| matches(name_of(*item).trim()));
        match (matching.next(), matching.next()) {
            (None, _) => Err(WhyNotFound::None),
            (Some(item), None) => Ok(item),
            (Some(_), Some(_)) => Err(WhyNotFound::Several),
        }
    };
    let name = name.trim();
    match only(&|other| other == name) {
        Err(WhyNotFound::None) => {
            let name = folded(name);
            only(&|other| folded(other) == name)
        }
        found => found,
    }
}

/// The Managers that can be chosen: each to which one of the roles belongs, once.
pub(crate) fn managers_of(roles: &[Role]) -> Vec<&Manager> {
    let mut managers: Vec<&Manager> = Vec::new();
    for role in roles {
        if !managers.iter().any(|known| known.code == role.manager.code) {
            managers.push(&role.manager);
        }
    }
    managers
}
