//! The secret that a service user signs in with.

use zeroize::Zeroizing;

/// The *service user token ID*: the secret itself, shown once when a service user is created.
///
/// It is wiped when dropped, and there is one way to see it, [`lend`](Self::lend):
///
/// ```
/// use service_user::TokenId;
///
/// let token = TokenId::from_text("secret".to_owned());
/// assert_eq!(token.lend(str::len), 6);
/// ```
///
/// It cannot be copied:
///
/// ```compile_fail,E0277
/// fn copy(token: &service_user::TokenId) -> service_user::TokenId {
///     Clone::clone(token)
/// }
/// ```
///
/// nor printed while debugging:
///
/// ```compile_fail,E0277
/// fn print(token: &service_user::TokenId) -> String {
///     format!("{token:?}")
/// }
/// ```
///
/// nor printed at all:
///
/// ```compile_fail,E0277
/// fn print(token: &service_user::TokenId) -> String {
///     format!("{token}")
/// }
/// ```
///
/// nor compared, which would invite comparing it in time that depends on the secret:
///
/// ```compile_fail,E0369
/// fn compare(one: &service_user::TokenId, other: &service_user::TokenId) -> bool {
///     one == other
/// }
/// ```
///
/// and what was lent cannot be kept:
///
/// ```compile_fail
/// fn keep(token: &service_user::TokenId) -> &str {
///     token.lend(|text| text)
/// }
/// ```
pub struct TokenId(Zeroizing<String>);

impl TokenId {
    /// Takes the token over. The text it is given is wiped with it; copies made on the way here are the caller's to wipe.
    pub fn from_text(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// Lends the token for the length of one call.
    pub fn lend<R>(&self, borrower: impl FnOnce(&str) -> R) -> R {
        borrower(&self.0)
    }
}

/// Whether a text has the shape of a token, `^[0-9a-f]{26}_[0-9a-f]{64}$` (our contract, after one documented sample).
pub fn has_token_shape(text: &str) -> bool {
    let hexadecimal = |part: &str, length: usize| {
        part.len() == length && part.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    };
    match text.split_once('_') {
        Some((name, secret)) => hexadecimal(name, 26) && hexadecimal(secret, 64),
        None => false,
    }
}

/// Whether something of a token's shape stands anywhere in a text, also inside of a word.
pub fn holds_token(text: &str) -> bool {
    const BEFORE: usize = 26;
    const FROM: usize = 65;
    text.match_indices('_').any(|(underscore, _)| {
        let start = underscore.checked_sub(BEFORE);
        let token = start.and_then(|start| text.get(start..underscore.saturating_add(FROM)));
        token.is_some_and(has_token_shape)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documented_shape_is_recognised_and_nothing_near_it() {
        let token = format!("{}_{}", "0a".repeat(13), "f9".repeat(32));
        assert!(has_token_shape(&token));
        for wrong in [
            String::new(),
            "_".to_owned(),
            token.to_uppercase(),
            token.replace('_', "-"),
            format!("{token}0"),
            format!("0{token}"),
            format!("{token}\n"),
            format!(" {token}"),
            format!("{}_{}", "0a".repeat(13), "é".repeat(32)),
            format!("{}__{}", "0a".repeat(13), "f9".repeat(32)),
        ] {
            assert!(!has_token_shape(&wrong), "{wrong:?}");
        }
    }

    #[test]
    fn a_token_is_found_wherever_it_stands() {
        let token = format!("{}_{}", "0a".repeat(13), "f9".repeat(32));
        for text in [
            token.clone(),
            format!("The{token}is"),
            format!("é_{token}_"),
            format!("key=\"{token}\""),
        ] {
            assert!(holds_token(&text), "{text}");
        }
        assert!(!holds_token(&token.replace('_', "-")));
        assert!(!holds_token(&format!("_{}", &token[1..])));
    }
}
