//! What went wrong, in a form that a screen can show.

use std::fmt;
use std::time::Duration;

use service_user::Field;

use crate::retry_after::wait;
use crate::wire::error_body::ErrorBody;
use crate::{Credential, Response, TransportFailure};

/// How long to wait before trying again where the host asks for a pause and does not say how long.
const PAUSE_AFTER_TOO_MANY: Duration = Duration::from_secs(30);
const PAUSE_WHILE_UNAVAILABLE: Duration = Duration::from_secs(10);

/// Why a call did not succeed. Printed, it is plain English for logs and tests; an app words it for its own users.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// What happened.
    pub kind: ErrorKind,
    /// What the host says about it: one line without control characters, at most 300 characters, anything of a token's
    /// shape left out. Text from outside: to be shown as text only, and as the host's words.
    pub server_message: Option<String>,
    /// The field of the form that the answer names.
    pub field: Option<Field>,
    status: Option<u16>,
    retry_after: Option<Duration>,
    detail: Option<String>,
}

/// What happened. For an answer this follows from its HTTP status alone (documented answers have carried codes that
/// contradict it), with one exception: 400 with the code `duplicate_error`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorKind {
    /// 400, 413, 414, 422: the host does not accept what it was sent.
    InvalidRequest,
    /// 401, or a session's request sent elsewhere by a redirect: no session, or a key that is unknown, disabled or expired.
    NotSignedIn,
    /// 403: signed in, but without the permission.
    NotPermitted,
    /// 404, 410: there is no such thing.
    NotFound,
    /// 409, or 400 with the code `duplicate_error` (our contract): there is one of this name already.
    Duplicate,
    /// 429: too many requests.
    TooManyRequests,
    /// 503: not at the moment.
    Unavailable,
    /// Any other 5xx.
    ServerFault {
        /// The HTTP status.
        status: u16,
    },
    /// The host is up, but does not let a page of this origin read its answers.
    CrossOriginRefused,
    /// The browser does not let this extension reach the host until a person allows it. Nothing was sent.
    AccessNotGranted,
    /// There was no way to the host.
    Unreachable,
    /// There was no complete answer in time; also 408.
    TimedOut,
    /// The connection broke.
    Interrupted,
    /// An answer came that is not an Account Manager's: HTML where JSON belongs, another shape, any other status.
    UnexpectedAnswer,
}

/// Whether trying again helps, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retry {
    /// The same again may succeed at once.
    Now,
    /// The same again may succeed after this long.
    After(Duration),
    /// After signing in.
    AfterSignIn,
    /// After a person has allowed the extension to reach the host.
    AfterAccess,
    /// After changing what was entered.
    AfterChange,
    /// Not without something changing elsewhere.
    No,
}

impl Error {
    /// Whether trying again helps, and when. A change whose error [is ambiguous](Self::is_ambiguous) should be looked up
    /// before it is made again.
    pub fn retry(&self) -> Retry {
        match self.kind {
            ErrorKind::InvalidRequest | ErrorKind::Duplicate => Retry::AfterChange,
            ErrorKind::NotSignedIn => Retry::AfterSignIn,
            ErrorKind::AccessNotGranted => Retry::AfterAccess,
            ErrorKind::TooManyRequests => Retry::After(self.retry_after.unwrap_or(PAUSE_AFTER_TOO_MANY)),
            ErrorKind::Unavailable => Retry::After(self.retry_after.unwrap_or(PAUSE_WHILE_UNAVAILABLE)),
            ErrorKind::ServerFault { .. }
            | ErrorKind::Unreachable
            | ErrorKind::TimedOut
            | ErrorKind::Interrupted => Retry::Now,
            ErrorKind::NotPermitted
            | ErrorKind::NotFound
            | ErrorKind::CrossOriginRefused
            | ErrorKind::UnexpectedAnswer => Retry::No,
        }
    }

    /// Whether a call that changes something may have changed it all the same: the request may have left, and no answer
    /// says that it was refused. After such a create the user may exist, and its token is lost.
    pub fn is_ambiguous(&self) -> bool {
        match self.kind {
            // A browser does not tell a connection that never stood from one that broke after the request had left.
            // A gateway answers with a 5xx, 503 included, whatever the host behind it has done.
            ErrorKind::ServerFault { .. }
            | ErrorKind::Unavailable
            | ErrorKind::Interrupted
            | ErrorKind::Unreachable => true,
            // 408 is the host's own word that it did not get the request.
            ErrorKind::TimedOut => self.status.is_none(),
            ErrorKind::UnexpectedAnswer => matches!(self.status, Some(200..=299)),
            ErrorKind::InvalidRequest
            | ErrorKind::NotSignedIn
            | ErrorKind::NotPermitted
            | ErrorKind::NotFound
            | ErrorKind::Duplicate
            | ErrorKind::TooManyRequests
            | ErrorKind::CrossOriginRefused
            | ErrorKind::AccessNotGranted => false,
        }
    }

    /// The HTTP status, where there was an answer.
    pub fn status(&self) -> Option<u16> {
        self.status
    }

    /// What a developer would want to know beside the kind. It holds nothing of a credential.
    pub fn detail(&self) -> Option<&str> {
        self.detail.as_deref()
    }

    pub(crate) fn new(kind: ErrorKind) -> Self {
        Self {
            kind,
            server_message: None,
            field: None,
            status: None,
            retry_after: None,
            detail: None,
        }
    }

    pub(crate) fn because(self, detail: impl Into<String>) -> Self {
        Self {
            detail: Some(detail.into()),
            ..self
        }
    }

    /// Of an answer with a good status whose body is not what belongs there.
    pub(crate) fn unexpected(answer: &Response, detail: impl Into<String>) -> Self {
        Self {
            status: Some(answer.status),
            ..Self::new(ErrorKind::UnexpectedAnswer).because(detail)
        }
    }

    /// Of an answer whose status is not 2xx. By itself, so that nobody pays for it who gets what they asked for.
    #[inline(never)]
    pub(crate) fn of_answer(answer: &Response, credential: &Credential) -> Self {
        let body = ErrorBody::read(&answer.body);
        let retry_after = answer.retry_after.as_deref();
        Self {
            kind: kind_of_status(answer.status, body.is_duplicate, credential),
            server_message: body.message,
            field: body.field,
            status: Some(answer.status),
            retry_after: retry_after.and_then(|text| wait(text, answer.date.as_deref())),
            detail: None,
        }
    }

    /// A duplicate whose field the host does not name is about this field.
    pub(crate) fn or_duplicate_of(mut self, field: Field) -> Self {
        if self.kind == ErrorKind::Duplicate {
            self.field = self.field.or(Some(field));
        }
        self
    }
}

impl From<TransportFailure> for Error {
    fn from(failure: TransportFailure) -> Self {
        match failure {
            TransportFailure::Unreachable => Self::new(ErrorKind::Unreachable),
            TransportFailure::CrossOriginRefused => Self::new(ErrorKind::CrossOriginRefused),
            TransportFailure::AccessNotGranted => Self::new(ErrorKind::AccessNotGranted),
            TransportFailure::TimedOut => Self::new(ErrorKind::TimedOut),
            TransportFailure::Interrupted(detail) => Self::new(ErrorKind::Interrupted).because(detail),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self.kind {
            ErrorKind::InvalidRequest => "the host does not accept the request",
            ErrorKind::NotSignedIn => "not signed in",
            ErrorKind::NotPermitted => "signed in, but without the permission",
            ErrorKind::NotFound => "not found",
            ErrorKind::Duplicate => "there is one of this name already",
            ErrorKind::TooManyRequests => "too many requests",
            ErrorKind::Unavailable => "the host is unavailable at the moment",
            ErrorKind::ServerFault { .. } => "the host failed",
            ErrorKind::CrossOriginRefused => "the host refuses pages of another origin",
            ErrorKind::AccessNotGranted => "the browser does not let this extension reach the host",
            ErrorKind::Unreachable => "the host cannot be reached",
            ErrorKind::TimedOut => "the host did not answer in time",
            ErrorKind::Interrupted => "the connection broke",
            ErrorKind::UnexpectedAnswer => "the answer is not an Account Manager's",
        })?;
        if let Some(status) = self.status {
            write!(formatter, " (status {status})")?;
        }
        for text in [&self.server_message, &self.detail].into_iter().flatten() {
            write!(formatter, ": {text}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

fn kind_of_status(status: u16, is_duplicate: bool, credential: &Credential) -> ErrorKind {
    match (status, credential) {
        (400, _) if is_duplicate => ErrorKind::Duplicate,
        (400 | 413 | 414 | 422, _) => ErrorKind::InvalidRequest,
        (401, _) => ErrorKind::NotSignedIn,
        // Our contract: a session that ended may be answered with the way to the sign-in page.
        (300..=399, Credential::Session) => ErrorKind::NotSignedIn,
        (403, _) => ErrorKind::NotPermitted,
        (404 | 410, _) => ErrorKind::NotFound,
        (408, _) => ErrorKind::TimedOut,
        (409, _) => ErrorKind::Duplicate,
        (429, _) => ErrorKind::TooManyRequests,
        (503, _) => ErrorKind::Unavailable,
        (500..=599, _) => ErrorKind::ServerFault { status },
        _ => ErrorKind::UnexpectedAnswer,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ApiKey;
    use crate::scripted::answer;
    use proptest::prelude::*;

    fn key() -> Credential {
        Credential::ApiKey(ApiKey::from_text("key".to_owned()).expect("a key"))
    }

    fn error(status: u16, body: &str) -> Error {
        Error::of_answer(&answer(status, body), &key())
    }

    #[test]
    fn the_class_comes_from_the_status_alone() {
        use ErrorKind as Kind;
        let pause = |seconds| Retry::After(Duration::from_secs(seconds));
        let table = [
            (302, Kind::UnexpectedAnswer, Retry::No, false),
            (400, Kind::InvalidRequest, Retry::AfterChange, false),
            (401, Kind::NotSignedIn, Retry::AfterSignIn, false),
            (403, Kind::NotPermitted, Retry::No, false),
            (404, Kind::NotFound, Retry::No, false),
            (405, Kind::UnexpectedAnswer, Retry::No, false),
            (408, Kind::TimedOut, Retry::Now, false),
            (409, Kind::Duplicate, Retry::AfterChange, false),
            (410, Kind::NotFound, Retry::No, false),
            (413, Kind::InvalidRequest, Retry::AfterChange, false),
            (418, Kind::UnexpectedAnswer, Retry::No, false),
            (422, Kind::InvalidRequest, Retry::AfterChange, false),
            (429, Kind::TooManyRequests, pause(30), false),
            (500, Kind::ServerFault { status: 500 }, Retry::Now, true),
            (502, Kind::ServerFault { status: 502 }, Retry::Now, true),
            (503, Kind::Unavailable, pause(10), true),
            (504, Kind::ServerFault { status: 504 }, Retry::Now, true),
            (599, Kind::ServerFault { status: 599 }, Retry::Now, true),
            (999, Kind::UnexpectedAnswer, Retry::No, false),
            (0, Kind::UnexpectedAnswer, Retry::No, false),
        ];
        let bodies = [
            "",
            "<!DOCTYPE html><title>Access Denied</title>",
            r#"{"errors":[{"code":"INTERNAL_SERVER_ERROR","message":"m"}]}"#,
            r#"{"error":{"code":"no_access","message":"m"}}"#,
            r#"{"error":{"status":"access_denied","message":"m"}}"#,
            r#"{"status":"500","error":"Internal Server Error","path":"/x"}"#,
            r#"{"code":"invalid_api_key","message":"m","field":"email"}"#,
            "[1,2",
        ];
        for (status, kind, retry, is_ambiguous) in table {
            for body in bodies {
                let error = error(status, body);
                assert_eq!((error.kind, error.retry()), (kind, retry), "{status} {body}");
                assert_eq!(error.is_ambiguous(), is_ambiguous, "{status}");
                assert_eq!(error.status(), Some(status));
            }
        }
    }

    #[test]
    fn a_400_with_duplicate_error_is_a_duplicate_and_no_other_status_is() {
        for body in [
            r#"{"errors":[{"code":"duplicate_error","message":"m"}]}"#,
            r#"{"error":{"code":"duplicate_error"}}"#,
            r#"{"error":{"status":"duplicate_error"}}"#,
            r#"{"code":"duplicate_error","field":"friendly_name"}"#,
        ] {
            assert_eq!(error(400, body).kind, ErrorKind::Duplicate, "{body}");
            assert_eq!(error(422, body).kind, ErrorKind::InvalidRequest, "{body}");
            assert_eq!(
                error(500, body).kind,
                ErrorKind::ServerFault { status: 500 },
                "{body}"
            );
        }
    }

    #[test]
    fn a_redirect_ends_a_session_but_not_a_key() {
        let redirect = answer(302, "");
        assert_eq!(
            Error::of_answer(&redirect, &Credential::Session).kind,
            ErrorKind::NotSignedIn
        );
        assert_eq!(
            Error::of_answer(&redirect, &key()).kind,
            ErrorKind::UnexpectedAnswer
        );
    }

    #[test]
    fn the_pause_is_the_one_that_the_host_asks_for() {
        for (status, retry_after, seconds) in [
            (429, "7", 7),
            (503, "Sun, 06 Nov 1994 08:51:37 GMT", 120),
            (503, "never", 10),
            (429, "100000", 3600),
        ] {
            let mut answer = answer(status, "");
            answer.retry_after = Some(retry_after.to_owned());
            answer.date = Some("Sun, 06 Nov 1994 08:49:37 GMT".to_owned());
            let retry = Error::of_answer(&answer, &key()).retry();
            assert_eq!(retry, Retry::After(Duration::from_secs(seconds)), "{retry_after}");
        }
    }

    #[test]
    fn a_failed_transport_says_whether_the_request_may_have_been_under_way() {
        for (failure, kind, retry, is_ambiguous) in [
            (
                TransportFailure::Unreachable,
                ErrorKind::Unreachable,
                Retry::Now,
                true,
            ),
            (
                TransportFailure::CrossOriginRefused,
                ErrorKind::CrossOriginRefused,
                Retry::No,
                false,
            ),
            (
                TransportFailure::AccessNotGranted,
                ErrorKind::AccessNotGranted,
                Retry::AfterAccess,
                false,
            ),
            (TransportFailure::TimedOut, ErrorKind::TimedOut, Retry::Now, true),
            (
                TransportFailure::Interrupted("reset".to_owned()),
                ErrorKind::Interrupted,
                Retry::Now,
                true,
            ),
        ] {
            let error = Error::from(failure);
            assert_eq!(
                (error.kind, error.retry(), error.is_ambiguous()),
                (kind, retry, is_ambiguous)
            );
        }
    }

    #[test]
    fn printed_it_is_one_line_of_plain_english() {
        let text = error(
            409,
            r#"{"errors":[{"code":"duplicate_error","message":"Name\nis taken"}]}"#,
        )
        .to_string();
        assert_eq!(
            text,
            "there is one of this name already (status 409): Name is taken"
        );
    }

    proptest! {
        #[test]
        fn no_body_of_any_status_panics(status: u16, body: Vec<u8>, retry_after: Option<String>) {
            let mut answer = answer(status, "");
            answer.body = body.into();
            answer.retry_after = retry_after;
            let error = Error::of_answer(&answer, &Credential::Session);
            prop_assert!(error.server_message.is_none_or(|message| message.chars().count() <= 300));
        }
    }
}
