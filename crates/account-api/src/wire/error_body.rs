//! The body of an answer whose status is not 2xx.

use std::borrow::Cow;

use json::Value;
use service_user::{Field, holds_token};
use zeroize::Zeroizing;

use super::member::Member;

/// How many characters of a host's message are kept.
const LONGEST_MESSAGE: usize = 300;

/// How many messages of one body are kept: more than fit into the longest message.
const MOST_MESSAGES: usize = 10;

/// What could be learnt from the body; nothing of it decides the class of the error, but for
/// [`is_duplicate`](Self::is_duplicate) on a 400.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct ErrorBody {
    /// What the host says, cleaned: one line, bounded, without anything of a token's shape.
    pub(crate) message: Option<String>,
    /// The field that the host names.
    pub(crate) field: Option<Field>,
    /// Whether a code is `duplicate_error`.
    pub(crate) is_duplicate: bool,
}

/// The five shapes, all real (documented), laid over one another:
///
/// ```json
/// {"errors":[{"code":"duplicate_error","message":"…"}]}
/// {"error":{"code":"no_access","message":"…"}}
/// {"error":{"status":"access_denied","message":"…"}}
/// {"status":"500","error":"Internal Server Error","path":"/…"}
/// {"code":"…","message":"…","field":"…"}
/// ```
struct Shape<'a> {
    errors: Value<'a>,
    error: Value<'a>,
    codes: [Value<'a>; 2],
    message: Value<'a>,
    field: Value<'a>,
}

impl<'a> Shape<'a> {
    fn read(json: &'a str) -> Option<Self> {
        let [errors, error, code, status, message, field] =
            super::record::read(json, ["errors", "error", "code", "status", "message", "field"]).ok()?;
        Some(Self {
            errors,
            error,
            codes: [code, status],
            message,
            field,
        })
    }
}

impl ErrorBody {
    /// Reads any body: what is empty, HTML or of another shape tells nothing.
    pub(crate) fn read(body: &[u8]) -> Self {
        let Some(whole) = std::str::from_utf8(body).ok().and_then(Shape::read) else {
            return Self::default();
        };
        let nested = Shape::read(whole.error.written());
        let bare = whole.error;
        let listed = whole
            .errors
            .items()
            .filter_map(|item| Shape::read(item.written()));
        let shapes: Vec<Shape<'_>> = listed.chain(nested).chain([whole]).collect();

        let mut messages: Vec<Cow<'_, str>> = Vec::new();
        for message in shapes.iter().filter_map(|shape| shape.message.scalar()) {
            if messages.len() < MOST_MESSAGES && !messages.contains(&message) {
                messages.push(message);
            }
        }
        if messages.is_empty() {
            messages.extend(bare.scalar());
        }
        let message = cleaned(messages.iter().map(AsRef::as_ref));
        for message in messages {
            // A message with escapes is a text of its own, and a token in it would stay in memory.
            drop(Zeroizing::new(message.into_owned()));
        }
        Self {
            message,
            field: shapes.iter().find_map(|shape| field(&shape.field.scalar()?)),
            is_duplicate: shapes.iter().flat_map(|shape| shape.codes).any(|code| {
                code.scalar()
                    .is_some_and(|code| code.eq_ignore_ascii_case("duplicate_error"))
            }),
        }
    }
}

/// The field of the form that a host's name for it means: the names of the create request (our contract), in any case, with
/// or without something before and behind, as in `body.roleIds[0].id`.
fn field(name: &str) -> Option<Field> {
    name.split(['.', '/', '[', ']']).find_map(|part| {
        let letters = part.chars().filter(char::is_ascii_alphanumeric);
        let word: String = letters.map(|letter| letter.to_ascii_lowercase()).collect();
        match word.as_str() {
            "friendlyname" | "name" => Some(Field::FriendlyName),
            "description" => Some(Field::Description),
            "enddate" => Some(Field::EndDate),
            "email" => Some(Field::Email),
            "accountids" | "accounts" | "accountid" | "primaryaccountid" => Some(Field::Accounts),
            "applications" | "managers" => Some(Field::Managers),
            "roleids" | "roles" | "roleid" => Some(Field::Roles),
            _ => None,
        }
    })
}

/// One line for a person: no control characters, none that turn the direction of writing around, single spaces, bounded.
/// A host may repeat the key it was sent, so anything of a token's shape is left out: no copy is made of a word before it is known to hold none.
fn cleaned<'a>(messages: impl Iterator<Item = &'a str>) -> Option<String> {
    let turns = |character| matches!(character, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let parts = |character: char| character.is_whitespace() || character.is_control() || turns(character);
    let mut line = String::new();
    for message in messages {
        if !line.is_empty() {
            line.push(';');
        }
        for word in message.split(parts).filter(|word| !word.is_empty()) {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(if holds_token(word) { "[token]" } else { word });
        }
    }
    if line.chars().nth(LONGEST_MESSAGE).is_some() {
        let kept: String = line.chars().take(LONGEST_MESSAGE - 1).collect();
        line = kept + "…";
    }
    Some(line).filter(|line| !line.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(message: &str) -> Option<String> {
        cleaned(std::iter::once(message))
    }
    use proptest::prelude::*;

    fn read(body: &str) -> (Option<String>, Option<Field>, bool) {
        let body = ErrorBody::read(body.as_bytes());
        (body.message, body.field, body.is_duplicate)
    }

    #[test]
    fn all_five_shapes_give_their_message() {
        let said = |text: &str| Some(text.to_owned());
        for (body, expected) in [
            (
                r#"{"errors":[{"code":"duplicate_error","message":"It is taken"}]}"#,
                (said("It is taken"), None, true),
            ),
            (
                r#"{"error":{"code":"no_access","message":"No"}}"#,
                (said("No"), None, false),
            ),
            (
                r#"{"error":{"status":"access_denied","message":"No"}}"#,
                (said("No"), None, false),
            ),
            (
                r#"{"status":"500","error":"Internal Server Error","path":"/account"}"#,
                (said("Internal Server Error"), None, false),
            ),
            (
                r#"{"code":"invalid","message":"Bad","field":"end_date"}"#,
                (said("Bad"), Some(Field::EndDate), false),
            ),
            (
                r#"{"errors":[{"message":"One","field":"x"},{"message":"Two","field":"email"},{"message":"One"}]}"#,
                (said("One; Two"), Some(Field::Email), false),
            ),
            (
                r#"{"errors":[7,null,{"message":["?"]}],"error":[],"message":"Still"}"#,
                (said("Still"), None, false),
            ),
            (r#"{"error":{"code":7}}"#, (None, None, false)),
            ("", (None, None, false)),
            ("  \n", (None, None, false)),
            ("null", (None, None, false)),
            ("\"text\"", (None, None, false)),
            ("[{\"message\":\"no\"}]", (None, None, false)),
            ("{\"message\":\"cut", (None, None, false)),
            ("<html><body>Access Denied</body></html>", (None, None, false)),
        ] {
            assert_eq!(read(body), expected, "{body}");
        }
    }

    #[test]
    fn a_field_is_known_under_the_names_that_hosts_give_it() {
        for (name, expected) in [
            ("friendly_name", Some(Field::FriendlyName)),
            ("friendlyName", Some(Field::FriendlyName)),
            ("name", Some(Field::FriendlyName)),
            ("user.description", Some(Field::Description)),
            ("END_DATE", Some(Field::EndDate)),
            ("email", Some(Field::Email)),
            ("account_ids[0]", Some(Field::Accounts)),
            ("primary_account_id", Some(Field::Accounts)),
            ("body.roleIds[2].id", Some(Field::Roles)),
            ("applications", Some(Field::Managers)),
            ("locale", None),
            ("", None),
        ] {
            assert_eq!(field(name), expected, "{name:?}");
        }
    }

    #[test]
    fn a_message_is_one_bounded_line_without_tricks() {
        assert_eq!(one("a\r\n\tb\u{0}c\u{202e}d  e"), Some("a b c d e".to_owned()));
        assert_eq!(one("\u{202e}\n"), None);
        assert_eq!(one(&"é".repeat(300)), Some("é".repeat(300)));
        assert_eq!(one(&"é".repeat(301)), Some(format!("{}…", "é".repeat(299))));
    }

    #[test]
    fn a_token_in_a_message_is_left_out() {
        let token = format!("{}_{}", "0a".repeat(13), "f9".repeat(32));
        let message = one(&format!("The key \"{token}\" is unknown"));
        assert_eq!(message.as_deref(), Some("The key [token] is unknown"));
        // Also where nothing stands between it and the words around.
        let message = one(&format!("The key x{token}_x is unknown"));
        assert_eq!(message.as_deref(), Some("The key [token] is unknown"));
    }

    proptest! {
        #[test]
        fn no_json_panics(body in "[\\[\\]{}:,\"a-z0-9\\\\ ]{0,60}", message: String) {
            ErrorBody::read(body.as_bytes());
            ErrorBody::read(format!("{{\"errors\":[{body}],\"error\":{body},\"field\":\"{body}\"}}").as_bytes());
            one(&message);
        }
    }
}
