//! Text as part of an address.

/// Adds a text in which everything but RFC 3986's unreserved characters is encoded, octet by octet.
pub(crate) fn push_encoded(address: &mut String, text: &str) {
    for octet in text.bytes() {
        match octet {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                address.push(char::from(octet));
            }
            _ => {
                address.push('%');
                for digit in [octet >> 4, octet & 0xF] {
                    let digit = char::from_digit(u32::from(digit), 16).unwrap_or_default();
                    address.push(digit.to_ascii_uppercase());
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_unreserved_characters_stand_for_themselves() {
        let mut address = String::new();
        push_encoded(&mut address, "aZ09-._~ @%&=?#+,;/:\"é\u{1F511}");
        assert_eq!(
            address,
            "aZ09-._~%20%40%25%26%3D%3F%23%2B%2C%3B%2F%3A%22%C3%A9%F0%9F%94%91"
        );
    }
}
