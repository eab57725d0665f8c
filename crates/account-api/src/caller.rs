//! Who is signed in.

use service_user::UserId;

/// The user that the API sees behind the credential.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    /// What the API calls them.
    pub id: UserId,
    /// Their email; empty where the API says nothing.
    pub email: String,
    /// What to call them: their name, or else their email, or else their id.
    pub display_name: String,
    /// What they may do, in the API's codes; empty where the API says nothing.
    pub permissions: Vec<String>,
}

impl Caller {
    /// Whether they may create and change users; `None` where the codes do not tell, and only trying will.
    ///
    /// That creating service users needs the *Manage users* permission is documented, its code is not. Our contract: a code
    /// such as `MANAGE_AM_USER` or `MANAGE_USERS`. Where there are other codes about users and not this one, the answer
    /// is no; where no code is about users, it is unknown.
    pub fn may_manage_users(&self) -> Option<bool> {
        let words = |code: &str| {
            let upper = code.to_ascii_uppercase();
            let mut words = upper.split(|character: char| !character.is_ascii_alphanumeric());
            let first = words.next().unwrap_or_default().to_owned();
            (first, words.next_back().unwrap_or_default().to_owned())
        };
        let about_users: Vec<String> = self
            .permissions
            .iter()
            .map(|code| words(code))
            .filter_map(|(first, last)| matches!(last.as_str(), "USER" | "USERS").then_some(first))
            .collect();
        match about_users.is_empty() {
            true => None,
            false => Some(about_users.iter().any(|verb| verb == "MANAGE")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_codes_tell_whether_users_may_be_managed_or_do_not_tell() {
        for (codes, expected) in [
            (&[][..], None),
            (&["VIEW_EM_SEAT"], None),
            (&["VIEW_AM_USER"], Some(false)),
            (&["VIEW_AM_USER", "MANAGE_AM_USER"], Some(true)),
            (&["manage-users"], Some(true)),
            (&["Manage users"], Some(true)),
            (&["MANAGE_AM_ACCOUNT", "VIEW_AM_USER"], Some(false)),
            (&["MANAGE", "USER", "", "_"], None),
        ] {
            let caller = Caller {
                id: UserId::new("u"),
                email: String::new(),
                display_name: String::new(),
                permissions: codes.iter().map(|code| (*code).to_owned()).collect(),
            };
            assert_eq!(caller.may_manage_users(), expected, "{codes:?}");
        }
    }
}
