use account_api::Host;
use service_user::{AccountId, Draft, EndDateChoice, ManagerCode, RoleId};
use service_user_helper::kept_draft::KeptDraft;
use service_user_helper::navigation::Screen;
use wasm_bindgen_test::wasm_bindgen_test;

fn full(end_date: EndDateChoice) -> KeptDraft {
    KeptDraft {
        draft: Draft {
            friendly_name: "CI \"signer\" \u{1F511}".to_owned(),
            description: "line one\nline two".to_owned(),
            end_date,
            email: "jane@example".to_owned(),
            accounts: vec![AccountId::new("a"), AccountId::new("b")],
            managers: vec![ManagerCode::new("software_trust")],
            roles: vec![RoleId::new("r")],
        },
        typed_host: "pki.exa".to_owned(),
        screen: Screen::Roles,
        host: Host::parse("demo.one.digicert.com").ok(),
        is_sent: true,
    }
}

#[wasm_bindgen_test]
fn everything_that_was_typed_comes_back_as_it_was() {
    for end_date in [
        EndDateChoice::Unanswered,
        EndDateChoice::NoEndDate,
        EndDateChoice::Typed("2026-02-3".to_owned()),
    ] {
        let kept = full(end_date);
        assert_eq!(KeptDraft::read(&kept.write()), Some(kept));
    }
}

#[wasm_bindgen_test]
fn a_draft_that_was_not_changed_for_ten_minutes_is_not_read_and_one_from_the_future_neither() {
    let text = full(EndDateChoice::NoEndDate).write();
    let changed_by = |milliseconds: f64| {
        let mut record: serde_json::Map<String, serde_json::Value> =
            serde_json::from_str(&text).expect("JSON");
        let changed_at = (js_sys::Date::now() + milliseconds) as u64;
        record.insert("changed_at".to_owned(), changed_at.into());
        KeptDraft::read(&serde_json::to_string(&record).expect("JSON"))
    };
    assert!(changed_by(-KeptDraft::LIFE + 60_000.0).is_some());
    assert!(changed_by(-KeptDraft::LIFE).is_none());
    assert!(changed_by(60_000.0).is_none());
}

#[wasm_bindgen_test]
fn a_text_that_is_no_draft_is_none() {
    for text in ["", "{}", "[]", "null", "{\"changed_at\":0}", "not JSON"] {
        assert_eq!(KeptDraft::read(text), None, "{text}");
    }
}

#[wasm_bindgen_test]
fn what_is_kept_has_no_place_for_a_secret() {
    let text = full(EndDateChoice::Typed("2026-02-3".to_owned())).write();
    let record: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let mut names: Vec<&str> = record
        .as_object()
        .expect("an object")
        .keys()
        .map(String::as_str)
        .collect();
    names.sort_unstable();
    assert_eq!(
        names,
        [
            "accounts",
            "changed_at",
            "description",
            "email",
            "end_date",
            "friendly_name",
            "host",
            "is_sent",
            "managers",
            "no_end_date",
            "roles",
            "screen",
            "typed_host"
        ]
    );
}

#[wasm_bindgen_test]
fn nothing_typed_is_nothing_to_keep() {
    let empty = KeptDraft {
        draft: Draft::default(),
        typed_host: String::new(),
        screen: Screen::Details,
        host: Host::parse("one.digicert.com").ok(),
        is_sent: false,
    };
    assert!(empty.is_empty());
    assert!(!full(EndDateChoice::Unanswered).is_empty());
}
