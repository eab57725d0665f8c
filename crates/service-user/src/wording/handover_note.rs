//! The sentences of the note for the person who looks after a service user.

use crate::handover_note::{Ending, Facts, Paragraph};

/// What stands in the place of a token that somebody wrote where none belongs.
pub(crate) const TOKEN_LEFT_OUT: &str = "[token left out]";

pub(crate) fn handover_note_subject(facts: &Facts) -> String {
    /// No friendly name of DigiCert ONE is longer, and one that is would hide the rest of the line.
    const SHOWN: usize = 100;
    let name = match facts.name.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", facts.name.get(..end).unwrap_or_default()),
        None => facts.name.clone(),
    };
    format!("DigiCert ONE service user “{name}”")
}

pub(crate) fn handover_note_body(facts: &Facts) -> Vec<Paragraph> {
    let mut paragraphs = vec![
        Paragraph::sentences(
            "You look after a service user of DigiCert ONE: the identity with which a program of yours signs in there. \
             This note says what it may do, when it ends and what your integration has to be told.",
        ),
        Paragraph::sentences(""),
    ];
    paragraphs.extend(what_it_is(facts));
    paragraphs.extend(what_it_may_do(facts));
    paragraphs.extend(when_it_ends(facts));
    if facts.signs_software {
        paragraphs.extend(what_signing_reads(&facts.mutual_tls_origin));
    }
    if facts.does_other_things {
        paragraphs.extend(what_others_read(facts.signs_software, &facts.origin));
    }
    paragraphs.push(Paragraph::sentences(
        "The token ID is not in this note. It comes to you separately and in a safe way. Keep it where you keep \
         passwords, and do not pass it on by email or chat. It works on the host named above and on no other.",
    ));
    paragraphs
}

fn what_it_is(facts: &Facts) -> Vec<Paragraph> {
    let mut paragraphs = vec![Paragraph::entry(format!("Friendly name: {}", facts.name))];
    match facts.description.split_first() {
        None => {}
        Some((only, [])) => paragraphs.push(Paragraph::entry(format!("What it is for: {only}"))),
        Some(_) => {
            paragraphs.push(Paragraph::sentences("What it is for:"));
            paragraphs.extend(facts.description.iter().map(|line| Paragraph::moved_in(line)));
        }
    }
    paragraphs.push(Paragraph::entry(format!("Host: {}", facts.origin)));
    match facts.accounts.as_slice() {
        [] => {}
        [only] => paragraphs.push(Paragraph::entry(format!("Account: {only}"))),
        several => {
            paragraphs.push(Paragraph::sentences("Accounts:"));
            paragraphs.extend(several.iter().map(Paragraph::item));
        }
    }
    paragraphs.push(Paragraph::sentences(""));
    paragraphs
}

fn what_it_may_do(facts: &Facts) -> Vec<Paragraph> {
    let granted = facts
        .grants
        .iter()
        .map(|(manager, roles)| format!("{manager}: {}", roles.join(", ")));
    let further = facts
        .further_managers
        .iter()
        .map(|manager| format!("{manager}: roles that are not listed here"));
    // Where a Manager is named, they are taken to belong to it.
    let unknown = match (facts.further_managers.as_slice(), facts.further_roles) {
        ([_, ..], _) | ([], 0) => None,
        ([], 1) => Some("1 more role that is not listed here".to_owned()),
        ([], count) => Some(format!("{count} more roles that are not listed here")),
    };
    let items: Vec<Paragraph> = granted
        .chain(further)
        .chain(unknown)
        .map(Paragraph::item)
        .collect();
    if items.is_empty() {
        return items;
    }
    let mut paragraphs = vec![Paragraph::sentences("What it may do, by Manager and role:")];
    paragraphs.extend(items);
    paragraphs.push(Paragraph::sentences(""));
    paragraphs
}

fn when_it_ends(facts: &Facts) -> Vec<Paragraph> {
    let (end_date, meaning) = match facts.ending {
        Ending::Unread => (
            "End date: it could not be read".to_owned(),
            "Ask your DigiCert ONE administrator until when it works. After that, every integration that uses it stops.",
        ),
        Ending::Never => (
            "End date: none".to_owned(),
            "It works until somebody disables it. When it is no longer needed, tell your DigiCert ONE administrator.",
        ),
        Ending::After(last_day) => (
            format!("End date: {last_day} (UTC)"),
            "It works until 23:59:59 UTC of that day. Then every integration that uses it stops. If it is still needed \
             then, ask your DigiCert ONE administrator for an extension before that.",
        ),
        Ending::Over(last_day) => (
            format!("End date: {last_day} (UTC)"),
            "It worked until 23:59:59 UTC of that day, and every integration that used it has stopped. If it is still \
             needed, ask your DigiCert ONE administrator for a later end date.",
        ),
    };
    let mut paragraphs = vec![Paragraph::entry(end_date), Paragraph::sentences(meaning)];
    if facts.is_disabled {
        paragraphs.push(Paragraph::sentences(
            "It is disabled: nothing that uses it works until somebody enables it again.",
        ));
    }
    paragraphs.push(Paragraph::sentences(""));
    paragraphs
}

/// The variables of the integrations that sign software (documented).
fn what_signing_reads(mutual_tls_origin: &str) -> [Paragraph; 6] {
    [
        Paragraph::sentences(
            "To sign software, smctl, PKCS#11, the GitHub Action and the Jenkins plugin read these variables:",
        ),
        Paragraph::item(format!("SM_HOST: {mutual_tls_origin}")),
        Paragraph::item("SM_API_KEY: the token ID"),
        Paragraph::item("SM_CLIENT_CERT_FILE: the path of the client certificate"),
        Paragraph::item("SM_CLIENT_CERT_PASSWORD: the password of the client certificate"),
        Paragraph::sentences(""),
    ]
}

/// The names that all the other consumers of a token give to it (documented).
fn what_others_read(signs_software: bool, origin: &str) -> [Paragraph; 7] {
    [
        Paragraph::sentences(match signs_software {
            true => "For everything else, what is read depends on the integration:",
            false => "What is read depends on the integration:",
        }),
        Paragraph::item(format!(
            "Scripts after DigiCert's tutorials: the variables DC_BASE ({origin}) and DC_API_KEY (the token ID)"
        )),
        Paragraph::item(format!(
            "Terraform, provider digicert: url ({origin}) and api_key (the token ID)"
        )),
        Paragraph::item(format!(
            "HashiCorp Vault, digicert-pki: url ({origin}) and api_key (the token ID)"
        )),
        Paragraph::item(
            "cert-manager, digi-issuer: a Kubernetes Secret that holds the token ID under the key api-key",
        ),
        Paragraph::item("Any other program: the HTTP header x-api-key with the token ID"),
        Paragraph::sentences(""),
    ]
}
