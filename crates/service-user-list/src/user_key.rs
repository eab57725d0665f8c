//! A user's id in little room.

use service_user::UserId;

/// A user's id: 16 bytes where it is a UUID as the API writes them, in lower case and with dashes; any other text as it is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum UserKey {
    Uuid([u8; 16]),
    Text(Box<str>),
}

impl UserKey {
    pub(crate) fn of(id: &UserId) -> Self {
        match uuid(id.as_str()) {
            Some(bytes) => Self::Uuid(bytes),
            None => Self::Text(id.as_str().into()),
        }
    }

    pub(crate) fn id(&self) -> UserId {
        match self {
            Self::Uuid(bytes) => UserId::new(written(*bytes)),
            Self::Text(text) => UserId::new(text.as_ref()),
        }
    }
}

/// Before which of the 16 bytes a dash stands.
const DASHES: [usize; 4] = [4, 6, 8, 10];

/// The bytes of a UUID, if `written` gives back this very text.
fn uuid(text: &str) -> Option<[u8; 16]> {
    if text.len() != 36 {
        return None;
    }
    let mut rest = text.bytes();
    let mut bytes = [0; 16];
    for (place, byte) in bytes.iter_mut().enumerate() {
        if DASHES.contains(&place) && rest.next() != Some(b'-') {
            return None;
        }
        *byte = digit(rest.next()?)? << 4 | digit(rest.next()?)?;
    }
    Some(bytes)
}

fn digit(letter: u8) -> Option<u8> {
    match letter {
        b'0'..=b'9' => Some(letter - b'0'),
        b'a'..=b'f' => Some(letter - b'a' + 10),
        _ => None,
    }
}

fn written(bytes: [u8; 16]) -> String {
    let mut text = String::with_capacity(36);
    for (place, byte) in bytes.into_iter().enumerate() {
        if DASHES.contains(&place) {
            text.push('-');
        }
        for half in [byte >> 4, byte & 0xf] {
            let letter = if half < 10 { b'0' + half } else { b'a' + half - 10 };
            text.push(char::from(letter));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_a_uuid_in_its_usual_form_becomes_bytes() {
        let is_uuid = |text: &str| matches!(UserKey::of(&UserId::new(text)), UserKey::Uuid(_));
        assert!(is_uuid("783a6a45-b74b-4635-bb4b-69855910ccd3"));
        for other in [
            "",
            "783A6A45-B74B-4635-BB4B-69855910CCD3",
            "783a6a45b74b4635bb4b69855910ccd3",
            "783a6a45-b74b-4635-bb4b-69855910ccd",
            "783a6a45-b74b-4635-bb4b-69855910ccd3 ",
            "783a6a45-b74b-4635-bb4b69855910-ccd3",
            "783a6a45-b74b-4635-bb4b-69855910ccdg",
        ] {
            assert!(!is_uuid(other), "{other:?}");
        }
    }

    proptest! {
        #[test]
        fn an_id_comes_back_as_it_was(text in "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-fA-F-]{36}|.*") {
            let id = UserId::new(text);
            prop_assert_eq!(UserKey::of(&id).id(), id);
        }
    }
}
