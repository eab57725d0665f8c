//! A token to sign in with.

use std::fmt;

use zeroize::{Zeroize, Zeroizing};

/// The token of an administrator or of a service user, sent as `x-api-key` (documented). Held in memory, wiped when
/// dropped, and seen by nobody but a transport, through [`lend`](Self::lend).
///
/// ```
/// use account_api::ApiKey;
///
/// let key = ApiKey::from_text("secret".to_owned())?;
/// assert_eq!(key.lend(str::len), 6);
/// # Ok::<(), account_api::ApiKeyFault>(())
/// ```
///
/// It cannot be copied:
///
/// ```compile_fail
/// fn copy(key: &account_api::ApiKey) -> account_api::ApiKey {
///     Clone::clone(key)
/// }
/// ```
///
/// nor printed:
///
/// ```compile_fail
/// fn print(key: &account_api::ApiKey) -> String {
///     format!("{key:?}")
/// }
/// ```
pub struct ApiKey(Zeroizing<String>);

impl ApiKey {
    /// Takes over what a person pasted; white space around it is left out. The text is wiped in any case.
    ///
    /// Only printable ASCII is accepted, because nothing else can be sent as a header.
    pub fn from_text(mut text: String) -> Result<Self, ApiKeyFault> {
        let trimmed = text.trim();
        let answer = if trimmed.is_empty() {
            Err(ApiKeyFault::Empty)
        } else if trimmed.bytes().all(|byte| byte.is_ascii_graphic()) {
            Ok(Self(Zeroizing::new(trimmed.to_owned())))
        } else {
            Err(ApiKeyFault::ForbiddenCharacter)
        };
        text.zeroize();
        answer
    }

    /// Lends the key for the length of one call.
    pub fn lend<R>(&self, borrower: impl FnOnce(&str) -> R) -> R {
        borrower(&self.0)
    }
}

/// Why a text is not an API key. It tells nothing of the text itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApiKeyFault {
    /// There is nothing in it.
    Empty,
    /// It has a space, a line break or a letter that no key has: something else was pasted.
    ForbiddenCharacter,
}

impl fmt::Display for ApiKeyFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Empty => "Enter an API key.",
            Self::ForbiddenCharacter => "An API key has no spaces, line breaks or special letters.",
        })
    }
}

impl std::error::Error for ApiKeyFault {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_around_a_pasted_key_is_left_out() {
        let key = ApiKey::from_text(" \tab_12\r\n".to_owned());
        assert!(key.is_ok_and(|key| key.lend(|text| text == "ab_12")));
    }

    #[test]
    fn what_no_header_can_carry_is_refused() {
        for (text, fault) in [
            ("", ApiKeyFault::Empty),
            (" \n", ApiKeyFault::Empty),
            ("a b", ApiKeyFault::ForbiddenCharacter),
            ("a\r\nx-evil: 1", ApiKeyFault::ForbiddenCharacter),
            ("schlüssel", ApiKeyFault::ForbiddenCharacter),
        ] {
            assert_eq!(ApiKey::from_text(text.to_owned()).err(), Some(fault), "{text:?}");
        }
    }
}
