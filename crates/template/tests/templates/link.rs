//! A template as part of a link.

use proptest::prelude::*;
use template::{LinkTooLong, Template, Templates, link_value_in};

use crate::samples::{checked, full_draft, largest, named, sentences, templates};

#[expect(
    clippy::expect_used,
    reason = "a link that is read is what these tests are to find"
)]
fn refusal(value: &str) -> Vec<String> {
    sentences(&Template::from_link_value(value).expect_err(value))
}

/// The characters of a link that hold six bits each, in order.
const CHARACTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Any text as a link's value, written in the plainest way.
fn encoded(text: &str) -> String {
    let bits: Vec<bool> = text
        .bytes()
        .flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1 == 1))
        .collect();
    bits.chunks(6)
        .map(|six| {
            let bit = |index: usize| usize::from(six.get(index) == Some(&true));
            let value = (0..6).fold(0, |value, index| value << 1 | bit(index));
            CHARACTERS.get(value).map_or('?', |byte| char::from(*byte))
        })
        .collect()
}

#[test]
fn a_template_comes_through_a_link() {
    let template = checked(&full_draft());
    let value = template.link_value().unwrap();
    assert!(
        value
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
    );
    assert_eq!(Template::from_link_value(&value), Ok(template));
    assert_eq!(
        value,
        encoded(concat!(
            r#"{"format":"service-user-helper/templates","version":1,"templates":[{"name":"Release signing","#,
            r#""explanation":"For the builds of a release.","friendlyNamePrefix":"svc-","#,
            r#""description":"Signs the builds of a release.\n\tAsk Jane.","endDate":{"daysFromToday":90},"#,
            r#""email":"jane@example.com","accounts":["Acme","Acme Nordic"],"managers":["#,
            r#"{"manager":"Software Trust","roles":["Signer"]},{"manager":"Trust Lifecycle","roles":["View only"]}]}]}"#,
        ))
    );
}

#[test]
fn the_value_is_found_in_an_address() {
    for (fragment, value) in [
        ("#create?template=abc", Some("abc")),
        ("create?template=abc", Some("abc")),
        ("#create?x=1&template=abc&y=2", Some("abc")),
        ("#create?template=abc&template=def", Some("abc")),
        ("#create?template=", Some("")),
        ("#create?template=a=b", Some("a=b")),
        ("#create?template=a?template=b", Some("a?template=b")),
        ("#create?template", None),
        ("#create?Template=abc", None),
        ("#create?mytemplate=abc", None),
        ("#template=abc", None),
        ("#create", None),
        ("", None),
    ] {
        assert_eq!(link_value_in(fragment), value, "{fragment}");
    }
}

#[test]
fn a_template_that_is_too_long_for_a_link_says_so() {
    let template = checked(&largest());
    let too_long = template.link_value().unwrap_err();
    let LinkTooLong { length } = too_long;
    assert!(length > Template::MAX_LINK_LENGTH);
    assert_eq!(
        too_long.to_string(),
        format!(
            "The template needs {length} characters of a link, which can have 8192. Pass it on as a file."
        )
    );
    assert_eq!(
        refusal(&"A".repeat(Template::MAX_LINK_LENGTH + 1)),
        ["The link's template has 8193 characters and can have 8192. Ask for the template as a file."]
    );
}

#[test]
fn a_link_that_suffered_on_its_way_is_damaged() {
    let value = checked(&full_draft()).link_value().unwrap();
    let damaged =
        ["The link's template is not complete or was changed on its way. Copy the whole link again."];
    for end in 0..value.len() {
        assert_eq!(refusal(&value[..end]), damaged, "{end}");
    }
    for changed in [
        format!("{value}="),
        format!("{value}."),
        format!("{value})"),
        format!(" {value}"),
        value.to_lowercase(),
        value.replacen('e', "%65", 1),
        encoded("\u{7f}{"),
        encoded("{}}"),
    ] {
        assert_eq!(refusal(&changed), damaged, "{changed}");
    }
}

#[test]
fn a_forged_link_is_read_as_carefully_as_a_file() {
    let with = |template: &str| {
        let text =
            format!(r#"{{"format":"service-user-helper/templates","version":1,"templates":[{template}]}}"#);
        refusal(&encoded(&text))
    };
    assert_eq!(
        with(r#"{"name":"a\u202eb","token":"x","email":"jane"}"#),
        [
            "templates[0]: There is a member “token”, which is not known here. Known are name, explanation, \
             friendlyNamePrefix, description, endDate, email, accounts and managers.",
            "templates[0].name: The name has RIGHT-TO-LEFT OVERRIDE (U+202E) at position 2. It shows as nothing, or changes \
             how the rest reads; leave it out.",
            "templates[0].email: The email has no @. Write it in full, such as name@example.com.",
        ]
    );
    assert_eq!(
        with(""),
        ["The link holds 0 templates and has to hold one. Ask for them as a file."]
    );
    let mut two = Templates::from(named("One"));
    two.put(named("Two")).unwrap();
    assert_eq!(
        refusal(&encoded(&two.write())),
        ["The link holds 2 templates and has to hold one. Ask for them as a file."]
    );
    assert_eq!(refusal(&encoded("[]")), ["This has to be an object, not a list."]);
    assert_eq!(
        refusal(&encoded(&"[".repeat(500))),
        ["Lists and objects are nested too deeply for templates. Check that it is the right file."]
    );
}

proptest! {
    #[test]
    fn every_template_comes_through_a_link_or_is_too_long(template in templates()) {
        match template.link_value() {
            Ok(value) => prop_assert_eq!(Template::from_link_value(&value), Ok(template)),
            Err(LinkTooLong { length }) => prop_assert!(length > Template::MAX_LINK_LENGTH),
        }
    }

    #[test]
    fn no_value_of_a_link_does_harm(value in "\\PC*", text in any::<String>()) {
        for value in [value, encoded(&text)] {
            if let Err(faults) = Template::from_link_value(&value) {
                prop_assert!(!faults.is_empty());
            }
        }
    }
}
