//! What is done to a service user's tokens, and how it can fail.

use account_api::{AccessToken, AccessTokenChange, AccessTokenName, AccessTokenStatus, Error, SignedIn};
use service_user::{AccessTokenId, UtcDay};

/// What is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Work {
    /// Making a new token.
    Make,
    /// Deleting a token whose ID did not arrive, and making another.
    Replace,
    /// Deleting a token whose ID did not arrive.
    DeleteLost,
    /// Disabling the old token.
    Disable,
    /// Enabling a token again.
    Enable,
    /// Deleting the old token.
    Delete,
    /// Opening the window in which a popup's token is made.
    OpenWindow,
}

/// What was tried last, to be tried again.
#[derive(Clone, Debug)]
pub(super) enum Attempt {
    /// A new token of this name and end date.
    Make(AccessTokenName, Option<UtcDay>),
    /// Another one in place of this.
    Replace(AccessToken),
    /// A change of this token.
    Change(Work, AccessToken),
}

/// A token that exists and whose ID did not arrive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Lost {
    /// It is the one that was asked for.
    Only(AccessToken),
    /// It was made beside the one whose ID arrived, by a request that the browser sent twice.
    Twin(AccessToken),
}

/// A rotation that has come to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Completed {
    /// The old token, which is gone.
    pub(super) deleted: AccessToken,
    /// The one that took its place.
    pub(super) new: Option<AccessToken>,
}

/// Why something is not as it should be.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Failure {
    /// The tokens could not be read again.
    NotRead(Error),
    /// The host does not know the request that makes a further token.
    NotOffered,
    /// No token was made.
    NotMade(Error),
    /// The host said that one was made, and there is none.
    NothingMade,
    /// Whether the change was made is not known, and the tokens could not be read to see.
    Unknown(Work, Error),
    /// A change was not made.
    NotDone(Work, Error),
    /// The popup could open no window.
    NotOpened,
}

impl Work {
    /// Sends the one request of a change. What takes more than one is none of its business.
    pub(super) async fn carry_out(self, connection: &SignedIn, id: &AccessTokenId) -> Result<(), Error> {
        let set_enabled = |is_enabled| AccessTokenChange {
            is_enabled: Some(is_enabled),
            ..AccessTokenChange::default()
        };
        match self {
            Work::Disable => connection.update_access_token(id, &set_enabled(false)).await,
            Work::Enable => connection.update_access_token(id, &set_enabled(true)).await,
            Work::Delete | Work::DeleteLost => connection.delete_access_token(id).await,
            Work::Make | Work::Replace | Work::OpenWindow => Ok(()),
        }
    }

    /// Whether the tokens show that the change of this one was made.
    pub(super) fn is_done_in(self, tokens: &[AccessToken], id: &AccessTokenId) -> bool {
        let status = tokens
            .iter()
            .find(|token| token.id == *id)
            .map(|token| &token.status);
        match self {
            Work::Disable => status == Some(&AccessTokenStatus::Disabled),
            Work::Enable => status == Some(&AccessTokenStatus::Active),
            Work::Delete | Work::DeleteLost => status.is_none(),
            Work::Make | Work::Replace | Work::OpenWindow => false,
        }
    }
}

/// Whether an answer says that the host does not know the request: older pages of DigiCert know one token for ever, and no way to
/// list or make others.
pub(super) fn is_not_offered(error: &Error) -> bool {
    matches!(error.status(), Some(404 | 405 | 501))
}
