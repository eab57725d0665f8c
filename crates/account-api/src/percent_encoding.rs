//! Text as part of an address.

use crate::{Error, ErrorKind};

/// A path of these segments. An empty segment, `.` and `..` would address something else, however they are encoded, so
/// they are refused: whatever has such an id, the API does not know it.
pub(crate) fn path(segments: &[&str]) -> Result<String, Error> {
    let mut path = String::new();
    for segment in segments {
        if matches!(*segment, "" | "." | "..") {
            return Err(Error::new(ErrorKind::NotFound).because("an empty id or one of dots was asked for"));
        }
        path.push('/');
        encode_into(&mut path, segment);
    }
    Ok(path)
}

/// Adds a parameter to a path, with `?` or `&` as needed.
pub(crate) fn add_parameter(path: &mut String, name: &str, value: &str) {
    path.push(if path.contains('?') { '&' } else { '?' });
    path.push_str(name);
    path.push('=');
    encode_into(path, value);
}

/// Everything but RFC 3986's unreserved characters is encoded: what stands in a path and in a query alike.
fn encode_into(text: &mut String, part: &str) {
    const HEXADECIMAL: [char; 16] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F',
    ];
    for byte in part.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                text.push(char::from(byte));
            }
            _ => {
                let digits = [byte >> 4, byte & 0xf].map(|digit| HEXADECIMAL.get(usize::from(digit)));
                text.push('%');
                text.extend(digits.into_iter().flatten());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_cannot_leave_its_segment() {
        let encoded = |id| path(&["user", id]).ok();
        assert_eq!(encoded("783a6a45-b74b").as_deref(), Some("/user/783a6a45-b74b"));
        assert_eq!(
            encoded("../account?x#y").as_deref(),
            Some("/user/..%2Faccount%3Fx%23y")
        );
        assert_eq!(
            encoded("a b+c%2F\\é").as_deref(),
            Some("/user/a%20b%2Bc%252F%5C%C3%A9")
        );
        for id in ["", ".", ".."] {
            assert_eq!(
                path(&["user", id]).map_err(|error| error.kind),
                Err(ErrorKind::NotFound),
                "{id:?}"
            );
        }
    }

    #[test]
    fn parameters_are_joined_and_encoded() {
        let mut text = "/user".to_owned();
        add_parameter(&mut text, "user_type", "service");
        add_parameter(&mut text, "user_name", "a&b=c d");
        assert_eq!(text, "/user?user_type=service&user_name=a%26b%3Dc%20d");
    }
}
