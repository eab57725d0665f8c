//! What a token is called on the screen.

use crate::text;
use account_api::AccessToken;
use service_user::visible;

/// A token's name as it is shown, also inside a sentence. The host lets anything be a name that somebody once gave.
pub(super) fn token_name(token: &AccessToken) -> String {
    match token.name.trim() {
        "" => text::rotate::NAMELESS.to_owned(),
        name => visible(name),
    }
}
