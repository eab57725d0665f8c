//! Text that carries a token.

use zeroize::Zeroizing;

/// Text that carries a token, such as a line for a configuration file. Like [`TokenId`](crate::TokenId) it is wiped when
/// dropped and can only be lent, never copied, printed or stored.
///
/// ```compile_fail,E0277
/// fn copy(text: &service_user::SecretText) -> service_user::SecretText {
///     Clone::clone(text)
/// }
/// ```
///
/// ```compile_fail,E0277
/// fn print(text: &service_user::SecretText) -> String {
///     format!("{text:?}")
/// }
/// ```
///
/// ```compile_fail,E0277
/// fn print(text: &service_user::SecretText) -> String {
///     format!("{text}")
/// }
/// ```
pub struct SecretText(Zeroizing<String>);

impl SecretText {
    /// Lends the text for the length of one call.
    pub fn lend<R>(&self, borrower: impl FnOnce(&str) -> R) -> R {
        borrower(&self.0)
    }

    pub(crate) fn from_text(text: Zeroizing<String>) -> Self {
        Self(text)
    }
}
