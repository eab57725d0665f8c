//! What goes wrong with a request that makes a token.

use end_to_end::{Happening, labels};
use serde_json::{Value, json};

/// A fault, and what a page has to make of it.
#[derive(Clone, Debug)]
pub(super) struct TokenFault {
    /// What goes wrong, for the table.
    pub(super) words: &'static str,
    /// What happens to the request.
    pub(super) happening: Happening,
    /// What becomes of it.
    pub(super) comes: Comes,
}

/// What becomes of a request that makes a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comes {
    /// It was carried out, and the token arrives.
    Token,
    /// It was carried out, and no token arrives.
    Lost,
    /// It was not carried out.
    Nothing {
        /// What the page says.
        says: &'static str,
        /// The button that helps.
        offers: Option<&'static str>,
    },
    /// It was refused because there is such a thing already, although there is none.
    Refused,
}

/// Every fault of a single answer.
pub(super) fn faults() -> Vec<TokenFault> {
    let fault = |words, happening, comes| TokenFault {
        words,
        happening,
        comes,
    };
    let nothing = |says, offers| Comes::Nothing { says, offers };
    let again = Some(labels::TRY_AGAIN);
    let refusal = |status: u16, code: &str| {
        let body = json!({ "errors": [{ "code": code, "message": "Not now." }] });
        Happening::json(status, &body)
    };
    let gateway = |status| Happening::html(status, "<h1>Gateway</h1>");
    let carried_out = |status| Happening::CarriedOutThen(Box::new(gateway(status)));
    vec![
        fault(
            "The connection breaks off before the request arrives",
            Happening::BreakBefore,
            nothing("broke off", again),
        ),
        fault(
            "The connection breaks off after the request was carried out",
            Happening::BreakAfter,
            Comes::Lost,
        ),
        fault(
            "The answer is cut off in the middle",
            Happening::BreakMidway,
            Comes::Lost,
        ),
        fault(
            "Answer 401",
            refusal(401, "invalid_session"),
            nothing("You are not signed in", Some(labels::SIGN_IN_AGAIN)),
        ),
        fault(
            "Answer 403",
            refusal(403, "access_denied"),
            nothing("not allowed", None),
        ),
        fault("Answer 409", refusal(409, "duplicate_error"), Comes::Refused),
        fault(
            "Answer 429",
            refusal(429, "too_many_requests"),
            nothing("too many requests", again),
        ),
        fault(
            "Answer 500, nothing carried out",
            refusal(500, "internal"),
            nothing("failed (status 500)", again),
        ),
        fault(
            "Answer 502 as HTML, nothing carried out",
            gateway(502),
            nothing("failed (status 502)", again),
        ),
        fault(
            "Answer 503, nothing carried out",
            gateway(503),
            nothing("not available at the moment", again),
        ),
        fault("Answer 500, carried out", carried_out(500), Comes::Lost),
        fault(
            "Answer 502 as HTML of a gateway, carried out",
            carried_out(502),
            Comes::Lost,
        ),
        fault(
            "Answer 503 of a gateway, carried out",
            carried_out(503),
            Comes::Lost,
        ),
        fault(
            "A good answer without a token",
            Happening::Rewritten(without_token),
            Comes::Lost,
        ),
        fault(
            "A good answer that is not JSON",
            Happening::Rewritten(|_| "<h1>Created</h1>".to_owned()),
            Comes::Lost,
        ),
        fault(
            "A good answer with nothing in it",
            Happening::Rewritten(|_| String::new()),
            Comes::Lost,
        ),
        fault(
            "A good answer with the token under another name",
            Happening::Rewritten(renamed),
            Comes::Token,
        ),
        fault(
            "A good answer with further fields",
            Happening::Rewritten(extended),
            Comes::Token,
        ),
    ]
}

/// An answer with its token taken out.
pub(super) fn without_token(body: &str) -> String {
    take_token(body).0.to_string()
}

fn renamed(body: &str) -> String {
    let (mut answer, token) = take_token(body);
    if let Some(answer) = answer.as_object_mut() {
        answer.insert("credential".to_owned(), json!({ "secret": token }));
    }
    answer.to_string()
}

fn extended(body: &str) -> String {
    let mut answer: Value = serde_json::from_str(body).unwrap_or_default();
    if let Some(answer) = answer.as_object_mut() {
        answer.insert("token_hint".to_owned(), json!("0123"));
        answer.insert(
            "links".to_owned(),
            json!([{ "rel": "self", "href": "/user" }, null, 7]),
        );
    }
    answer.to_string()
}

fn take_token(body: &str) -> (Value, Value) {
    let mut answer: Value = serde_json::from_str(body).unwrap_or_default();
    let token = answer.as_object_mut().and_then(|answer| answer.remove("token"));
    (answer, token.unwrap_or_default())
}
