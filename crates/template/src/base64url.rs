//! Bytes as text that an address takes as it is (RFC 4648, section 5), without padding.
//!
//! Written by hand: the `base64` crate would add 13 kB of WebAssembly, this adds less than one.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// How many bits a character stands for.
const BITS: u32 = 6;

pub(crate) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    let mut push = |bits: u32| {
        let character = ALPHABET.get((bits & 0x3F) as usize);
        text.extend(character.map(|byte| char::from(*byte)));
    };
    let (mut bits, mut count) = (0, 0);
    for byte in bytes {
        bits = (bits << 8 | u32::from(*byte)) & 0xFFFF;
        count += 8;
        while count >= BITS {
            count -= BITS;
            push(bits >> count);
        }
    }
    if count > 0 {
        push(bits << (BITS - count));
    }
    text
}

/// The bytes, or `None` where [`encode`] writes no such text: each byte sequence has one text.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut count) = (0, 0);
    for character in text.bytes() {
        bits = (bits << BITS | value(character)?) & 0xFFFF;
        count += BITS;
        if count >= 8 {
            count -= 8;
            bytes.extend(u8::try_from(bits >> count & 0xFF));
        }
    }
    let rest = bits & ((1 << count) - 1);
    (count < BITS && rest == 0).then_some(bytes)
}

fn value(character: u8) -> Option<u32> {
    let from = |first: u8, start: u32| Some(u32::from(character - first) + start);
    match character {
        b'A'..=b'Z' => from(b'A', 0),
        b'a'..=b'z' => from(b'a', 26),
        b'0'..=b'9' => from(b'0', 52),
        b'-' => Some(62),
        b'_' => Some(63),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_samples_of_the_standard_are_written_and_read() {
        // RFC 4648, section 10, without the padding.
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg"),
            ("fo", "Zm8"),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg"),
            ("fooba", "Zm9vYmE"),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(encode(bytes.as_bytes()), text);
            assert_eq!(decode(text).as_deref(), Some(bytes.as_bytes()));
        }
        assert_eq!(encode(&[0xFB, 0xFF]), "-_8");
    }

    #[test]
    fn what_would_not_be_written_is_not_read() {
        for text in [
            "A", "Zg==", "Zh", "Zm9", "Zm9vY", "Zm+v", "Zm/v", "Zm9v ", "Zm9v\n", "Zm9é", "%5A",
        ] {
            assert_eq!(decode(text), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn bytes_come_back_as_they_were(bytes in any::<Vec<u8>>()) {
            let text = encode(&bytes);
            prop_assert!(text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')));
            prop_assert_eq!(decode(&text), Some(bytes));
        }

        #[test]
        fn two_texts_never_stand_for_the_same_bytes(text in "[A-Za-z0-9_-]{0,12}") {
            if let Some(bytes) = decode(&text) {
                prop_assert_eq!(encode(&bytes), text);
            }
        }
    }
}
