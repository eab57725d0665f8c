use exports::MailDraft;
use proptest::prelude::*;
use service_user::Email;

use crate::support::{readable, readable_on_one_line, text};

fn email(text: &str) -> Email {
    Email::parse(text).expect("an email")
}

/// What a mail program makes of a part of an address.
fn decoded(part: &str) -> String {
    let mut octets = Vec::new();
    let mut rest = part;
    while let Some(octet) = rest.bytes().next() {
        let length = if octet == b'%' { 3 } else { 1 };
        let (one, others) = rest.split_at(length);
        octets.push(match one.strip_prefix('%') {
            Some(digits) => u8::from_str_radix(digits, 16).expect("two digits"),
            None => octet,
        });
        rest = others;
    }
    String::from_utf8(octets).expect("UTF-8")
}

#[test]
fn an_address_has_the_recipient_the_subject_and_the_lines_of_the_body() {
    let to = email("jane+ci&x@example.com");
    let draft = MailDraft {
        to: Some(&to),
        subject: "Service user “CI” ends & stops",
        body: "Hello,\nit ends in 7 days.\r\n\r\n100% sure?",
    };
    assert_eq!(
        draft.address(),
        "mailto:jane%2Bci%26x@example.com?subject=Service%20user%20%E2%80%9CCI%E2%80%9D%20ends%20%26%20stops\
         &body=Hello%2C%0D%0Ait%20ends%20in%207%20days.%0D%0A%0D%0A100%25%20sure%3F"
    );
}

#[test]
fn a_draft_without_a_recipient_leaves_that_to_the_person() {
    let draft = MailDraft {
        to: None,
        subject: "a",
        body: "",
    };
    assert_eq!(draft.address(), "mailto:?subject=a&body=");
}

#[test]
fn a_draft_fits_up_to_2000_characters_as_encoded() {
    let empty = "mailto:?subject=&body=".len();
    let fits = |body: &str| {
        MailDraft {
            to: None,
            subject: "",
            body,
        }
        .fits()
    };
    assert!(fits(&"x".repeat(2000 - empty)));
    assert!(!fits(&"x".repeat(2001 - empty)));
    assert!(!fits(&" ".repeat(2000 / 3)));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_adds_a_header_or_a_recipient(
        to in "[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,20}@[a-z]{1,10}\\.example",
        subject in text(),
        body in text(),
    ) {
        let to = email(&to);
        let address = MailDraft { to: Some(&to), subject: &subject, body: &body }.address();
        prop_assert!(address.chars().all(|character| {
            character.is_ascii_alphanumeric() || "-._~%@:?=&".contains(character)
        }), "{address}");
        let (scheme, rest) = address.split_once(':').expect("a scheme");
        let (recipient, query) = rest.split_once('?').expect("a query");
        let fields: Vec<(&str, &str)> = query.split('&').filter_map(|field| field.split_once('=')).collect();
        prop_assert_eq!(scheme, "mailto");
        prop_assert_eq!(recipient.matches('@').count(), 1);
        prop_assert_eq!(decoded(recipient), to.as_str());
        let body = readable(&body).replace('\n', "\r\n");
        let fields: Vec<(&str, String)> = fields.into_iter().map(|(name, value)| (name, decoded(value))).collect();
        prop_assert_eq!(fields, [("subject", readable_on_one_line(&subject)), ("body", body)]);
    }
}
