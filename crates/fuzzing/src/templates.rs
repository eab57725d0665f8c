//! Files and links with templates.

use service_user::{Draft, Role, holds_token, is_combining, is_unseen};
use template::{Template, TemplateFault, Templates, link_value_in};

use crate::answers::today;
use crate::shown_texts::assert_shown_well;

/// Reads the bytes as a file, as a link's value and as an address.
///
/// What is read can be written and read again, holds nothing that hides and nothing of a token's shape, and fills in a draft. What is
/// refused is refused with faults that are few, short and repeat nothing that could do harm.
pub fn templates(data: &[u8]) {
    match Templates::read(data) {
        Ok(templates) => assert_sound(&templates),
        Err(faults) => assert_refused(&faults),
    }
    let text = String::from_utf8_lossy(data);
    for value in [Some(&*text), link_value_in(&text)].into_iter().flatten() {
        match Template::from_link_value(value) {
            Ok(template) => assert_sound(&Templates::from(template)),
            Err(faults) => assert_refused(&faults),
        }
    }
}

fn assert_sound(templates: &Templates) {
    let written = templates.write();
    assert_eq!(Templates::read(written.as_bytes()).as_ref(), Ok(templates));
    assert!(!holds_token(&written), "a token in a template");
    assert!(templates.len() <= Templates::MAX_COUNT && written.len() <= Templates::MAX_BYTES);
    for template in templates {
        let hides = |character: char| is_unseen(character) && character != ' ' && !is_combining(character);
        assert!(!template.name().contains(hides), "{:?}", template.name());
        if let Ok(value) = template.link_value() {
            assert!(
                value
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
            );
            assert_eq!(Template::from_link_value(&value).as_ref(), Ok(template));
        }
        let mut draft = Draft::default();
        let roles: [Role; 0] = [];
        let applied = template.apply(&mut draft, &roles, &[], today());
        for not_set in &applied.not_set {
            assert!(not_set.to_string().len() < 2_000);
        }
        assert!(draft.roles.is_empty() && draft.accounts.is_empty());
    }
}

fn assert_refused(faults: &[TemplateFault]) {
    assert!(matches!(faults.len(), 1..=51), "{} faults", faults.len());
    for fault in faults {
        let message = fault.message();
        assert_shown_well(&message);
        assert!(message.len() < 2_000 && !holds_token(&message), "{message:?}");
    }
}
