//! The note for the person who looks after a service user.

use proptest::collection::vec;
use proptest::prelude::*;
use service_user::{AccountId, HandoverNote, RoleId, ServiceUser, Status, status_with_unread_end_date};

use crate::hostile_texts::hostile_texts;
use crate::tenant::{Tenant, account, day, good_user, role};

fn note_in(tenant: &Tenant, user: &ServiceUser) -> HandoverNote {
    HandoverNote::new(
        user,
        "one.digicert.com",
        &tenant.accounts,
        &tenant.roles,
        tenant.today,
    )
}

fn note(user: &ServiceUser) -> HandoverNote {
    note_in(&Tenant::new(), user)
}

/// The body with every line break taken back, so that a sentence is found wherever it was broken.
fn in_one_line(note: &HandoverNote) -> String {
    note.body().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn token() -> String {
    format!("{}_{}", "0a".repeat(13), "f9".repeat(32))
}

#[test]
fn the_note_for_a_signer_says_everything_that_its_person_needs() {
    let note = note(&good_user());
    assert_eq!(note.subject(), "DigiCert ONE service user “CI signer”");
    assert_eq!(
        note.body(),
        "\
You look after a service user of DigiCert ONE: the identity with which a
program of yours signs in there. This note says what it may do, when it
ends and what your integration has to be told.

Friendly name: CI signer
What it is for: Signs the nightly build
Host: https://one.digicert.com
Account: Account acme

What it may do, by Manager and role:
- Software Trust: Signer

End date: 2026-06-30 (UTC)
It works until 23:59:59 UTC of that day. Then every integration that
uses it stops. If it is still needed then, ask your DigiCert ONE
administrator for an extension before that.

To sign software, smctl, PKCS#11, the GitHub Action and the Jenkins
plugin read these variables:
- SM_HOST: https://clientauth.one.digicert.com
- SM_API_KEY: the token ID
- SM_CLIENT_CERT_FILE: the path of the client certificate
- SM_CLIENT_CERT_PASSWORD: the password of the client certificate

The token ID is not in this note. It comes to you separately and in a
safe way. Keep it where you keep passwords, and do not pass it on by
email or chat. It works on the host named above and on no other.
"
    );
}

#[test]
fn the_note_for_anything_but_signing_names_the_other_consumers() {
    let user = ServiceUser {
        description: String::new(),
        accounts: ["acme", "hidden"].map(AccountId::new).into(),
        roles: vec![RoleId::new("viewer")],
        managers: vec!["Trust Lifecycle".to_owned()],
        end_date: None,
        ..good_user()
    };
    let body = note(&user).body().to_owned();
    assert!(
        body.contains(
            "\
Friendly name: CI signer
Host: https://one.digicert.com
Accounts:
- Account acme
- hidden

What it may do, by Manager and role:
- Trust Lifecycle: View only

End date: none
It works until somebody disables it. When it is no longer needed, tell
your DigiCert ONE administrator.

What is read depends on the integration:
- Scripts after DigiCert's tutorials: the variables DC_BASE
  (https://one.digicert.com) and DC_API_KEY (the token ID)
- Terraform, provider digicert: url (https://one.digicert.com) and
  api_key (the token ID)
- HashiCorp Vault, digicert-pki: url (https://one.digicert.com) and
  api_key (the token ID)
- cert-manager, digi-issuer: a Kubernetes Secret that holds the token ID
  under the key api-key
- Any other program: the HTTP header x-api-key with the token ID

The token ID is not in this note."
        ),
        "{body}"
    );
    assert!(!body.contains("SM_"));
}

#[test]
fn the_variables_are_those_of_its_managers() {
    let reads = |managers: &[&str], roles: &[&str]| {
        let mut tenant = Tenant::new();
        tenant
            .roles
            .push(role("keys", "Signer", "keylocker", "DigiCert KeyLocker"));
        let user = ServiceUser {
            roles: roles.iter().map(|id| RoleId::new(*id)).collect(),
            managers: managers.iter().copied().map(str::to_owned).collect(),
            ..good_user()
        };
        let body = in_one_line(&note_in(&tenant, &user));
        (body.contains("SM_API_KEY"), body.contains("DC_API_KEY"))
    };
    assert_eq!(reads(&[], &["signer"]), (true, false));
    assert_eq!(reads(&[], &["keys"]), (true, false));
    assert_eq!(reads(&["SOFTWARE TRUST MANAGER"], &["hidden"]), (true, false));
    assert_eq!(reads(&[], &["viewer"]), (false, true));
    assert_eq!(reads(&[], &["signer", "viewer"]), (true, true));
    assert_eq!(reads(&["Device Trust"], &["signer", "hidden"]), (true, true));
    assert_eq!(reads(&[], &["hidden"]), (false, true));
    assert_eq!(reads(&[], &[]), (false, true));
}

#[test]
fn roles_stand_with_their_manager_and_those_that_are_not_known_are_told_of() {
    let lines = |managers: &[&str], roles: &[&str]| -> Vec<String> {
        let user = ServiceUser {
            roles: roles.iter().map(|id| RoleId::new(*id)).collect(),
            managers: managers.iter().copied().map(str::to_owned).collect(),
            ..good_user()
        };
        let note = note(&user);
        let lines = note.body().lines();
        lines
            .skip_while(|line| !line.starts_with("What it may do"))
            .skip(1)
            .take_while(|line| !line.is_empty())
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(
        lines(
            &["Software Trust", "Trust Lifecycle"],
            &["signer", "viewer", "lead", "signer"]
        ),
        ["- Software Trust: Signer, Lead", "- Trust Lifecycle: View only"]
    );
    assert_eq!(
        lines(&["Software Trust", "Device Trust"], &["signer", "hidden", "gone"]),
        [
            "- Software Trust: Signer",
            "- Device Trust: roles that are not listed here"
        ]
    );
    assert_eq!(lines(&[], &["hidden"]), ["- 1 more role that is not listed here"]);
    assert_eq!(
        lines(&[], &["hidden", "gone"]),
        ["- 2 more roles that are not listed here"]
    );
    assert_eq!(lines(&[], &[]), [""; 0]);
}

#[test]
fn the_note_says_what_is_true_today() {
    let ended = ServiceUser {
        end_date: Some(day("2026-02-28")),
        ..good_user()
    };
    let text = in_one_line(&note(&ended));
    assert!(
        text.contains(
            "End date: 2026-02-28 (UTC) It worked until 23:59:59 UTC of that day, and every integration that used it has \
             stopped."
        ),
        "{text}"
    );
    assert!(!text.contains("It works until"));

    let disabled = ServiceUser {
        status: Status::Disabled,
        ..good_user()
    };
    let sentence = "It is disabled: nothing that uses it works until somebody enables it again.";
    assert!(in_one_line(&note(&disabled)).contains(sentence));
    assert!(!in_one_line(&note(&good_user())).contains(sentence));

    let on_its_last_day = ServiceUser {
        end_date: Some(Tenant::new().today),
        ..good_user()
    };
    assert!(in_one_line(&note(&on_its_last_day)).contains("It works until 23:59:59 UTC"));
}

#[test]
fn an_end_date_that_could_not_be_read_is_not_said_to_be_none() {
    let words = in_one_line(&note(&ServiceUser {
        end_date: None,
        status: Status::Other(status_with_unread_end_date("ACTIVE", "12/01/2027")),
        ..good_user()
    }));
    assert!(words.contains("End date: it could not be read"), "{words}");
    assert!(!words.contains("until somebody disables it"), "{words}");
}

#[test]
fn the_host_is_written_as_its_consumers_want_it() {
    let body_for = |host: &str| {
        let tenant = Tenant::new();
        HandoverNote::new(&good_user(), host, &tenant.accounts, &tenant.roles, tenant.today)
            .body()
            .to_owned()
    };
    let body = body_for("demo.one.nl.digicert.com");
    assert!(body.contains("\nHost: https://demo.one.nl.digicert.com\n"));
    assert!(body.contains("\n- SM_HOST: https://clientauth.demo.one.nl.digicert.com\n"));
    let body = body_for("http://127.0.0.1:8080");
    assert!(body.contains("\nHost: http://127.0.0.1:8080\n"));
    assert!(body.contains("\n- SM_HOST: http://127.0.0.1:8080\n"));
}

#[test]
fn a_description_of_several_lines_is_moved_in_so_that_it_passes_for_nothing_else() {
    let user = ServiceUser {
        description: "Signs builds.\r\n\r\n\tEnd date: none\n- SM_HOST: https://example.org\n".to_owned(),
        ..good_user()
    };
    let body = note(&user).body().to_owned();
    assert!(
        body.contains(
            "\nWhat it is for:\n  Signs builds.\n  End date: none\n  - SM_HOST: https://example.org\nHost: https://one."
        ),
        "{body}"
    );
}

#[test]
fn no_further_line_of_a_long_text_passes_for_one_of_the_notes_own() {
    let long = "Host: https://example.org ".repeat(30);
    let mut tenant = Tenant::new();
    for account in &mut tenant.accounts {
        account.name = long.clone();
    }
    let user = ServiceUser {
        friendly_name: long.clone(),
        description: long.clone(),
        managers: vec![long],
        ..good_user()
    };
    let note = note_in(&tenant, &user);
    let hosts: Vec<&str> = note
        .body()
        .lines()
        .filter(|line| line.starts_with("Host:"))
        .collect();
    assert_eq!(hosts, ["Host: https://one.digicert.com"]);
}

#[test]
fn what_is_not_to_be_seen_stands_as_its_code() {
    let mut tenant = Tenant::new();
    tenant.accounts = vec![account("\u{202E}acme", true, None)];
    tenant.roles = vec![role(
        "signer",
        "Sig\u{200B}ner\n",
        "code",
        "Software\u{A0}Trust\u{7}",
    )];
    let user = ServiceUser {
        friendly_name: "CI\u{202E}rengis\nBcc: all@example.com".to_owned(),
        description: "one\rtwo\u{1B}[31m\u{2028}three e\u{301}".to_owned(),
        accounts: vec![AccountId::new("\u{202E}acme")],
        managers: Vec::new(),
        ..good_user()
    };
    let note = note_in(&tenant, &user);
    assert_eq!(
        note.subject(),
        "DigiCert ONE service user “CI[U+202E]rengis[U+000A]Bcc: all@example.com”"
    );
    let body = note.body();
    for line in [
        "Friendly name: CI[U+202E]rengis[U+000A]Bcc: all@example.com",
        "What it is for: one[U+000D]two[U+001B][31m three e\u{301}",
        "Account: Account [U+202E]acme",
        "- Software Trust[U+0007]: Sig[U+200B]ner[U+000A]",
    ] {
        assert!(body.contains(&format!("\n{line}\n")), "{line}: {body}");
    }
}

#[test]
fn a_token_that_somebody_wrote_into_a_text_is_left_out() {
    let token = token();
    let user = ServiceUser {
        friendly_name: format!("signer {token}"),
        description: format!("token={token}, formerly ab{token}_{token}0_"),
        ..good_user()
    };
    let note = note(&user);
    assert_eq!(
        note.subject(),
        "DigiCert ONE service user “signer [token left out]”"
    );
    assert!(
        in_one_line(&note).contains(
            "What it is for: token=[token left out], formerly ab[token left out]_[token left out]0_ Host:"
        ),
        "{}",
        note.body()
    );
}

#[test]
fn a_user_without_a_name_is_called_by_its_id_and_a_long_name_does_not_fill_the_subject() {
    let nameless = ServiceUser {
        friendly_name: " ".to_owned(),
        ..good_user()
    };
    assert_eq!(note(&nameless).subject(), "DigiCert ONE service user “user”");
    let long = ServiceUser {
        friendly_name: "é".repeat(101),
        ..good_user()
    };
    assert_eq!(
        note(&long).subject(),
        format!("DigiCert ONE service user “{}…”", "é".repeat(100))
    );
}

fn is_bidirectional(character: char) -> bool {
    matches!(character, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Everything that has to hold for a note, whatever the names in it.
fn assert_fit(note: &HandoverNote) {
    let harmless = |text: &str| {
        text.chars()
            .all(|character| !is_bidirectional(character) && (!character.is_control() || character == '\n'))
    };
    assert!(harmless(note.subject()) && harmless(note.body()));
    assert!(!note.subject().contains('\n'));
    assert!(note.subject().chars().count() <= 140);
    assert!(!note.subject().contains(&token()) && !note.body().contains(&token()));
    assert!(note.body().ends_with("and on no other.\n"));
    for line in note.body().lines() {
        let words = line.trim_start_matches("- ").split_whitespace().count();
        assert!(
            line.chars().count() <= HandoverNote::WIDTH || words == 1,
            "{line:?}"
        );
        assert_eq!(line.trim_end(), line);
    }
}

fn user_of(texts: &[String]) -> (Tenant, ServiceUser) {
    let text = |place: usize| texts.get(place).cloned().unwrap_or_default();
    let mut tenant = Tenant::new();
    for account in &mut tenant.accounts {
        account.name = text(0);
    }
    for role in &mut tenant.roles {
        role.name = text(1);
        role.manager.name = text(2);
    }
    let user = ServiceUser {
        friendly_name: text(3),
        description: text(4),
        accounts: vec![AccountId::new("acme"), AccountId::new(text(5))],
        roles: vec![RoleId::new("signer"), RoleId::new(text(6))],
        managers: vec![text(7)],
        ..good_user()
    };
    (tenant, user)
}

#[test]
fn no_hostile_text_gets_out_of_its_place() {
    for text in hostile_texts() {
        let (tenant, user) = user_of(&vec![text; 8]);
        assert_fit(&note_in(&tenant, &user));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_note_of_any_texts_is_fit_to_be_sent(
        texts in vec(
            prop_oneof![
                3 => any::<String>(),
                2 => "[a-z _\n\r\t-]{0,200}",
                1 => "[0a_]{0,3}".prop_map(|text| format!("{text}{}{text}", token())),
            ],
            8,
        )
    ) {
        let (tenant, user) = user_of(&texts);
        assert_fit(&note_in(&tenant, &user));
    }
}

#[test]
fn a_text_that_no_field_takes_stands_in_the_note_with_its_beginning() {
    let user = ServiceUser {
        friendly_name: "x".repeat(1_048_576),
        ..good_user()
    };
    let note = note(&user);
    assert!(note.body().len() < 4_000, "{}", note.body().len());
    assert!(in_one_line(&note).contains("… (1048576 characters)"));
}
