//! The names by which the Account Manager API knows its objects: opaque text, never looked into.

use std::fmt;

macro_rules! identifier {
    ($(#[$documentation:meta])* $name:ident) => {
        $(#[$documentation])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// Takes the text as it came from the API.
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// The text as it came from the API.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    };
}

identifier! {
    /// Which account; a UUID in every documented sample, but opaque here.
    AccountId
}
identifier! {
    /// Which role.
    RoleId
}
identifier! {
    /// Which Manager: the API's application code, such as `account_manager`.
    ManagerCode
}
identifier! {
    /// Which user, service user or person.
    UserId
}
identifier! {
    /// Which API access token. This names the token's record; it is not the secret, which is a [`TokenId`](crate::TokenId).
    AccessTokenId
}
