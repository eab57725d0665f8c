//! What came of creating something that has a one-time token.

use service_user::{ServiceUser, TokenId};

use crate::AccessToken;

/// A service user that was made. It holds the token, so it can be neither copied nor printed.
pub struct Created {
    /// The service user, as the API answered. Where the answer leaves its friendly name out, the one that was asked for
    /// stands there.
    ///
    /// An answer that holds a token and no user is still worth more than an error, because the token is shown once: the
    /// user is then the one that was asked for, with an empty id, for which no request is ever sent.
    pub user: ServiceUser,
    /// The token; `None` where the answer holds none. The user exists all the same, and a token must be made for it.
    pub token: Option<TokenId>,
}

/// An access token that was made.
pub struct CreatedAccessToken {
    /// Its record; `None` where the answer holds the secret and no record.
    pub access_token: Option<AccessToken>,
    /// The secret; `None` where the answer holds none.
    pub token: Option<TokenId>,
}
