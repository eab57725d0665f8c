//! The token in the answer to a request that made one.

use json::{Value, members};
use service_user::{TokenId, has_token_shape};

/// Finds the token (our contract; its shape is known from one documented sample).
///
/// It is looked for under the names `token`, `token_id`, `api_token`, `api_key` and `api_access_token.token`, in this
/// order, as a text of a token's shape. Failing that, it is the only text of that shape anywhere in the answer, because a text of
/// another shape under one of the names may be what the host calls a record, and the secret is shown once; two different ones may be
/// anything. Failing that as well, it is the first text under one of the names that is not a UUID, because the shape is known from one sample.
///
/// The answer is read in place: nothing copies the token but the [`TokenId`] that is returned.
pub(crate) fn find(answer: &str) -> Option<TokenId> {
    if !json::is_json(answer.as_bytes()) {
        return None;
    }
    let named = named(answer);
    let named_of_the_shape = named.iter().copied().find(|text| has_token_shape(text));
    let chosen = named_of_the_shape
        .or_else(|| only_one_of_the_shape(answer))
        .or_else(|| named.into_iter().find(|text| !is_uuid(text)))?;
    Some(TokenId::from_text(unescaped(chosen)?))
}

/// The texts under the names, as they are written.
fn named(answer: &str) -> Vec<&str> {
    // The token's real name is visible to nobody outside.
    let [token, token_id, api_token, api_key, record] = members(
        answer,
        ["token", "token_id", "api_token", "api_key", "api_access_token"],
    )
    .unwrap_or([Value::ABSENT; 5]);
    let [nested] = members(record.written(), ["token"]).unwrap_or([Value::ABSENT]);
    [token, token_id, api_token, api_key, nested]
        .into_iter()
        .filter_map(|member| member.written().strip_prefix('"')?.strip_suffix('"'))
        .filter(|text| !text.is_empty())
        .collect()
}

fn only_one_of_the_shape(answer: &str) -> Option<&str> {
    let mut found = Strings(answer).filter(|text| has_token_shape(text));
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

/// The strings of a JSON text that is known to be valid, member names included, as they are written. Without recursion, so
/// that no depth of nesting overflows the stack.
struct Strings<'a>(&'a str);

impl<'a> Iterator for Strings<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let (_, rest) = self.0.split_once('"')?;
        let mut is_escaped = false;
        let end = rest.bytes().position(|byte| {
            let ends = byte == b'"' && !is_escaped;
            is_escaped = byte == b'\\' && !is_escaped;
            ends
        })?;
        let (text, after) = rest.split_at_checked(end)?;
        self.0 = after.get(1..)?;
        Some(text)
    }
}

fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(place, byte)| match place {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// The text that a JSON string means. In a text of its own that is wiped, whatever comes of it; it never grows, so it leaves
/// no copy. A surrogate pair is in no token and makes it unreadable.
fn unescaped(text: &str) -> Option<String> {
    let mut plain = zeroize::Zeroizing::new(String::with_capacity(text.len()));
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        plain.push(match character {
            '\\' => match characters.next()? {
                'b' => '\u{8}',
                'f' => '\u{c}',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => {
                    let digits = characters.as_str().get(..4)?;
                    characters.nth(3)?;
                    char::from_u32(u32::from_str_radix(digits, 16).ok()?)?
                }
                other => other,
            },
            other => other,
        });
    }
    Some(std::mem::take(&mut *plain))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TOKEN: &str =
        "0123456789abcdef0123456789_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    const OTHER: &str =
        "ffffffffffffffffffffffffff_0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    const UUID: &str = "783a6a45-b74b-4635-bb4b-69855910ccd3";

    fn found(answer: &str) -> Option<String> {
        let answer = answer
            .replace("TOKEN", TOKEN)
            .replace("OTHER", OTHER)
            .replace("UUID", UUID);
        find(&answer).map(|token| {
            token
                .lend(str::to_owned)
                .replace(TOKEN, "TOKEN")
                .replace(OTHER, "OTHER")
        })
    }

    #[test]
    fn the_token_is_found_wherever_it_may_stand() {
        for (answer, expected) in [
            (r#"{"id":"UUID","token":"TOKEN"}"#, Some("TOKEN")),
            (r#"{"token_id":"TOKEN"}"#, Some("TOKEN")),
            (r#"{"api_token":"TOKEN"}"#, Some("TOKEN")),
            (r#"{"api_key":"TOKEN"}"#, Some("TOKEN")),
            (
                r#"{"api_access_token":{"id":"UUID","token":"TOKEN"}}"#,
                Some("TOKEN"),
            ),
            (r#"{"api_access_token":{"secret":"TOKEN"}}"#, Some("TOKEN")),
            (r#"{"secret":"TOKEN"}"#, Some("TOKEN")),
            (r#"{"a":[{"b":[[{"c":"TOKEN"}]]}]}"#, Some("TOKEN")),
            (r#""TOKEN""#, Some("TOKEN")),
            // The same one twice is one.
            (r#"{"secret":"TOKEN","again":["TOKEN"]}"#, Some("TOKEN")),
            // A named one goes before others of the shape, and one of the shape before other named ones.
            (r#"{"secret":"OTHER","token":"TOKEN"}"#, Some("TOKEN")),
            (r#"{"token":"UUID","api_key":"TOKEN"}"#, Some("TOKEN")),
            (r#"{"token":"odd","api_key":"TOKEN"}"#, Some("TOKEN")),
            (r#"{"token":"TOKEN","api_key":"OTHER"}"#, Some("TOKEN")),
            // So does the only one of the shape, whatever its name.
            (
                r#"{"id":"UUID","token_id":"12345","secret":"TOKEN"}"#,
                Some("TOKEN"),
            ),
            (r#"{"token":"odd","secret":"TOKEN","x":"OTHER"}"#, Some("odd")),
            // The shape is known from one sample, so a named text of another shape is taken too.
            (r#"{"token":"AbC.123-x"}"#, Some("AbC.123-x")),
            (r#"{"token":"a\/b\u002bc\"\\"}"#, Some("a/b+c\"\\")),
            (r#"{"token_id":"UUID","api_token":"odd"}"#, Some("odd")),
            (r#"{"token":{"value":"TOKEN"}}"#, Some("TOKEN")),
            (r#"{"token":7,"x":"TOKEN"}"#, Some("TOKEN")),
            // An escaped quote does not shift what is inside and what is outside a string.
            (
                r#"{"description":"say \"TOKEN\" aloud","x":"OTHER"}"#,
                Some("OTHER"),
            ),
            (r#"{"description":"\\","x":"TOKEN"}"#, Some("TOKEN")),
        ] {
            assert_eq!(found(answer).as_deref(), expected, "{answer}");
        }
    }

    #[test]
    fn there_is_none_where_nobody_could_say_which_it_is() {
        for answer in [
            r#"{"id":"UUID"}"#,
            r#"{"a":"TOKEN","b":"OTHER"}"#,
            r#"{"token_id":"UUID"}"#,
            r#"{"token":""}"#,
            r#"{"token":null}"#,
            r#"{"description":"it was TOKEN"}"#,
            r#"{"token":"\ud83d\ude00"}"#,
            r#"{"token":"TOKEN""#,
            "TOKEN",
            "",
            "<html>TOKEN</html>",
            "[]",
        ] {
            assert_eq!(found(answer), None, "{answer}");
        }
    }

    #[test]
    fn no_depth_of_nesting_overflows_the_stack() {
        let depth = 200_000;
        let deep = format!("{{\"x\":{}\"{TOKEN}\"{}}}", "[".repeat(depth), "]".repeat(depth));
        assert!(find(&deep).is_some());
    }

    proptest! {
        #[test]
        fn no_answer_panics(answer in "[\\[\\]{}:,\"a-z0-9_\\\\ué ]{0,80}", text: String) {
            find(&answer);
            find(&format!("{{\"token\":\"{answer}\"}}"));
            unescaped(&text);
        }

        #[test]
        fn a_named_token_is_read_as_serde_json_reads_it(text in "[ -~\\n\\t]{1,40}") {
            let answer = format!("{{\"token\":{}}}", serde_json::to_string(&text).expect("JSON"));
            prop_assert_eq!(find(&answer).map(|token| token.lend(str::to_owned)), Some(text));
        }
    }
}
