//! The file, as it is written and as somebody may have written it.

use serde_json::{Value, json};
use template::{JsonType, TemplateFaultKind, Templates};

use crate::samples::{checked, full_draft, named, sentences, token_like};

/// What is said of a file.
fn said(file: impl AsRef<[u8]>) -> Vec<String> {
    match Templates::read(file.as_ref()) {
        Ok(_) => Vec::new(),
        Err(faults) => sentences(&faults),
    }
}

/// What is said of a file with these templates.
fn said_of(templates: &Value) -> Vec<String> {
    said(
        json!({ "format": "service-user-helper/templates", "version": 1, "templates": templates })
            .to_string(),
    )
}

/// What is said of a file with one template, which has a name, an email and these members.
fn said_of_one(members: &Value) -> Vec<String> {
    let mut template = json!({ "name": "N", "email": "a@b.c" });
    if let (Some(template), Some(members)) = (template.as_object_mut(), members.as_object()) {
        template.extend(members.clone());
    }
    said_of(&json!([template]))
}

#[test]
fn it_is_written_for_people() {
    let mut templates = Templates::from(checked(&full_draft()));
    templates.put(named("Quote \" and \\ and 田")).unwrap();
    templates.remove("Release signing");
    assert_eq!(
        templates.write(),
        r#"{
  "format": "service-user-helper/templates",
  "version": 1,
  "templates": [
    {
      "name": "Quote \" and \\ and 田",
      "explanation": "For the builds of a release.",
      "friendlyNamePrefix": "svc-",
      "description": "Signs the builds of a release.\n\tAsk Jane.",
      "endDate": {
        "daysFromToday": 90
      },
      "email": "jane@example.com",
      "accounts": [
        "Acme",
        "Acme Nordic"
      ],
      "managers": [
        {
          "manager": "Software Trust",
          "roles": [
            "Signer"
          ]
        },
        {
          "manager": "Trust Lifecycle",
          "roles": [
            "View only"
          ]
        }
      ]
    }
  ]
}
"#
    );
}

#[test]
fn what_editors_add_does_no_harm() {
    let text = Templates::from(named("One")).write();
    let expected = Ok(Templates::from(named("One")));
    assert_eq!(Templates::read(format!("\u{FEFF}{text}").as_bytes()), expected);
    assert_eq!(Templates::read(text.replace('\n', "\r\n").as_bytes()), expected);
    assert_eq!(Templates::read(format!("\n\t {text}  \n").as_bytes()), expected);
    let with_schema = text.replacen('{', r#"{"$schema": "./templates.schema.json","#, 1);
    assert_eq!(Templates::read(with_schema.as_bytes()), expected);
    assert_eq!(Templates::read(text.replace("90", "9.0e1").as_bytes()), expected);
    assert_eq!(Templates::read(text.replace("1,", "1.0,").as_bytes()), expected);
    assert_eq!(
        Templates::read(text.replace("svc", "\\u0073vc").as_bytes()),
        expected
    );
}

#[test]
fn what_is_no_json_is_refused_with_its_place() {
    let not_json = |line, column| {
        vec![format!(
            "The file is not JSON: something is wrong at line {line}, byte {column}."
        )]
    };
    let early = ["The file is not complete: its JSON ends too early. Fetch or export it again."];
    assert_eq!(said(""), early);
    assert_eq!(said("   "), early);
    assert_eq!(said("{\"format\":"), early);
    assert_eq!(said("\"service-user"), early);
    assert_eq!(said("{\n  'format': 1}"), not_json(2, 3));
    assert_eq!(said("{} {}"), not_json(1, 4));
    assert_eq!(said("[1,]"), not_json(1, 4));
    assert_eq!(said("nul"), early);
    assert_eq!(said("NaN"), not_json(1, 1));
    assert_eq!(said("\"\\ud800\""), not_json(1, 8));
    assert_eq!(said("\"a\nb\""), not_json(2, 0));
    assert_eq!(said("1e999"), not_json(1, 5));
    let not_text = ["The file is not a text in UTF-8. Check that it is the right one, or save it as UTF-8."];
    assert_eq!(said(b"\"\xFF\""), not_text);
    assert_eq!(said(b"\xFF\xFE{\0}\0"), not_text);
    assert_eq!(said(b"PK\x03\x04\xF0\x9F"), not_text);
}

#[test]
fn what_is_too_large_or_too_deep_is_not_looked_at() {
    let blank = |length: usize| {
        let text = Templates::default().write();
        format!("{}{text}", " ".repeat(length - text.len()))
    };
    assert_eq!(said(blank(Templates::MAX_BYTES)), [""; 0]);
    assert_eq!(
        said(blank(Templates::MAX_BYTES + 1)),
        ["The file has 262145 bytes and can have 262144. Check that it is the right one."]
    );
    let too_deep =
        ["Lists and objects are nested too deeply for templates. Check that it is the right file."];
    for open in ["[", "{\"a\":", "[[{\"b\":["] {
        let deep = open.repeat(20_000);
        assert_eq!(said(&deep), too_deep, "{open}");
        assert_eq!(
            said(format!(
                r#"{{"format":"service-user-helper/templates","templates":{deep}"#
            )),
            too_deep
        );
    }
    assert_eq!(said(format!("{}{}", "[".repeat(17), "]".repeat(17))), too_deep);
    assert_eq!(
        said(format!("{}{}", "[".repeat(16), "]".repeat(16))),
        ["This has to be an object, not a list."]
    );
}

#[test]
fn another_kind_of_file_has_no_other_fault() {
    let other_kind =
        ["format: This is not a file of templates for service users. Check that it is the right one."];
    assert_eq!(said(r#"{"format":"other","templates":[1]}"#), other_kind);
    let other_version = [
        "version: These templates are written for another version of this app. Export them again with the \
                          version you use, or use the newer one.",
    ];
    for version in ["2", "0", "-1", "1.5", "1e300", "18446744073709551615"] {
        let file = format!(
            r#"{{"format":"service-user-helper/templates","version":{version},"templates":[{{"new":1}}],"new":1}}"#
        );
        assert_eq!(said(file), other_version, "{version}");
    }
    // Even one that would fill the list of faults before its kind is looked at.
    let unknown: String = (0..200).map(|number| format!(r#""m{number}":1,"#)).collect();
    assert_eq!(said(format!(r#"{{{unknown}"format":"other"}}"#)), other_kind);
}

#[test]
fn what_has_no_marks_is_told_all_of_it() {
    assert_eq!(
        said("{}"),
        [
            "format: This is missing and has to be there.",
            "version: This is missing and has to be there.",
            "templates: This is missing and has to be there.",
        ]
    );
    assert_eq!(
        said(r#"{"$schema":1,"format":1,"version":"1","templates":{}}"#),
        [
            "$schema: This has to be a text, not a number.",
            "format: This has to be a text, not a number.",
            "version: This has to be a number, not a text.",
            "templates: This has to be a list, not an object.",
        ]
    );
    assert_eq!(
        said(r#"{"format":"service-user-helper/templates","templates":[{"name":"N"},null,{"name":"M"}]}"#),
        [
            "version: This is missing and has to be there.",
            "templates[0]: The template sets nothing. Set at least one field of the form.",
            "templates[1]: This has to be an object, not null.",
            "templates[2]: The template sets nothing. Set at least one field of the form.",
        ]
    );
    for (root, found) in [
        ("null", "null"),
        ("true", "true or false"),
        ("1", "a number"),
        ("\"\"", "a text"),
        ("[]", "a list"),
    ] {
        assert_eq!(said(root), [format!("This has to be an object, not {found}.")]);
    }
}

#[test]
fn every_member_of_the_wrong_type_is_named_and_its_content_is_not_judged_too() {
    assert_eq!(
        said_of(&json!([
            null,
            {},
            {
                "name": 1, "explanation": null, "friendlyNamePrefix": true, "description": {}, "endDate": 90, "email": [],
                "accounts": "Acme", "managers": { "manager": "KeyLocker" }
            },
            {
                "name": "N", "endDate": { "daysFromToday": "90" }, "accounts": [1, null, ""],
                "managers": [[], null, {}, { "manager": 1, "roles": {} }, { "manager": "M", "roles": [null, null, "R"] }]
            },
        ])),
        [
            "templates[0]: This has to be an object, not null.",
            "templates[1].name: This is missing and has to be there.",
            "templates[2].name: This has to be a text, not a number.",
            "templates[2].explanation: This has to be a text, not null.",
            "templates[2].friendlyNamePrefix: This has to be a text, not true or false.",
            "templates[2].description: This has to be a text, not an object.",
            "templates[2].endDate: Write the end date as {\"daysFromToday\": 90}, or as \"none\" for no end date.",
            "templates[2].email: This has to be a text, not a list.",
            "templates[2].accounts: This has to be a list, not a text.",
            "templates[2].managers: This has to be a list, not an object.",
            "templates[3].endDate.daysFromToday: This has to be a number, not a text.",
            "templates[3].accounts[0]: This has to be a text, not a number.",
            "templates[3].accounts[1]: This has to be a text, not null.",
            "templates[3].managers[0]: This has to be an object, not a list.",
            "templates[3].managers[1]: This has to be an object, not null.",
            "templates[3].managers[2].manager: This is missing and has to be there.",
            "templates[3].managers[2].roles: This is missing and has to be there.",
            "templates[3].managers[3].manager: This has to be a text, not a number.",
            "templates[3].managers[3].roles: This has to be a list, not an object.",
            "templates[3].managers[4].roles[0]: This has to be a text, not null.",
            "templates[3].managers[4].roles[1]: This has to be a text, not null.",
            "templates[3].accounts[2]: The account's name is empty. Fill it in, or leave it out.",
        ]
    );
}

#[test]
fn what_is_there_has_to_say_something() {
    assert_eq!(
        said_of_one(&json!({
            "explanation": "", "friendlyNamePrefix": "", "description": "", "email": "", "accounts": [], "managers": []
        })),
        [
            "templates[0].explanation: The explanation is empty. Fill it in, or leave it out.",
            "templates[0].friendlyNamePrefix: The beginning of the friendly name is empty. Fill it in, or leave it out.",
            "templates[0].description: The description is empty. Fill it in, or leave it out.",
            "templates[0].email: The email is empty. Fill it in, or leave it out.",
            "templates[0].accounts: There is nothing in it. Leave it out.",
            "templates[0].managers: There is nothing in it. Leave it out.",
        ]
    );
    assert_eq!(
        said_of(&json!([{ "name": "", "email": "a@b" }, { "name": "N" }])),
        [
            "templates[0].name: Enter a name.",
            "templates[1]: The template sets nothing. Set at least one field of the form.",
        ]
    );
    assert_eq!(
        said_of_one(&json!({ "managers": [{ "manager": "KeyLocker", "roles": [] }] })),
        [""; 0]
    );
}

#[test]
fn a_mistyped_member_is_refused_with_those_that_there_are() {
    assert_eq!(
        said_of_one(&json!({
            "": 1, "<img src=x>": 1, "apiKey": "k", "a\u{202E}": 1, "descripton": "x", "endDate": { "days": 9 },
            "managers": [{ "code": "x", "manager": "M", "roles": [] }], "m".repeat(25): 1
        })),
        {
            let known = "Known are name, explanation, friendlyNamePrefix, description, endDate, email, accounts and managers.";
            let unnamed = format!("templates[0]: There is a member whose name is not known here. {known}");
            // In the order of the alphabet, because the test's own JSON library may put the members into that one.
            [
                unnamed.clone(),
                unnamed.clone(),
                format!("templates[0]: There is a member “apiKey”, which is not known here. {known}"),
                unnamed.clone(),
                format!("templates[0]: There is a member “descripton”, which is not known here. {known}"),
                unnamed,
                "templates[0].endDate: There is a member “days”, which is not known here. Known are daysFromToday.".to_owned(),
                "templates[0].endDate.daysFromToday: This is missing and has to be there.".to_owned(),
                "templates[0].managers[0]: There is a member “code”, which is not known here. Known are manager and roles."
                    .to_owned(),
            ]
        }
    );
}

#[test]
fn a_member_that_is_there_twice_is_refused() {
    assert_eq!(
        said(
            r#"{"format":"service-user-helper/templates","version":1,"version":1,"templates":[],"templates":[
                {"name":"N","email":"a@b","name":"M","endDate":{"daysFromToday":1,"daysFromToday":2}}
            ]}"#
        ),
        [
            "version: This is there more than once. Leave one.",
            "templates: This is there more than once. Leave one.",
            "templates[0].name: This is there more than once. Leave one.",
            "templates[0].endDate.daysFromToday: This is there more than once. Leave one.",
        ]
    );
}

#[test]
fn names_that_are_there_twice_are_refused() {
    assert_eq!(
        said_of(&json!([
            { "name": "One", "accounts": ["A", "a", "A"] },
            { "name": "Two", "email": "a@b" },
            { "name": "ONE", "managers": [{ "manager": "M", "roles": ["R", "R"] }, { "manager": "M", "roles": [] }] },
            { "name": "one", "email": "a@b" },
        ])),
        [
            "templates[0].accounts[2]: The same name stands at templates[0].accounts[0]. Leave one out, or choose a \
             different name.",
            "templates[2].name: The same name stands at templates[0].name. Leave one out, or choose a different name.",
            "templates[2].managers[0].roles[1]: The same name stands at templates[2].managers[0].roles[0]. Leave one out, or \
             choose a different name.",
            "templates[2].managers[1].manager: The same name stands at templates[2].managers[0].manager. Leave one out, or \
             choose a different name.",
            "templates[3].name: The same name stands at templates[0].name. Leave one out, or choose a different name.",
        ]
    );
}

#[test]
fn numbers_of_days_are_whole_and_in_the_range() {
    for days in ["0", "-0", "0.0", "1", "36525", "3.6525e4"] {
        let file = format!(
            r#"{{"format":"service-user-helper/templates","version":1,
                "templates":[{{"name":"N","endDate":{{"daysFromToday":{days}}}}}]}}"#
        );
        assert_eq!(said(file), [""; 0], "{days}");
    }
    for days in [
        "-1",
        "36526",
        "0.5",
        "1e-300",
        "4294967296",
        "18446744073709551615",
        "-9223372036854775808",
        "1e300",
    ] {
        let file = format!(
            r#"{{"format":"service-user-helper/templates","version":1,
                "templates":[{{"name":"N","endDate":{{"daysFromToday":{days}}}}}]}}"#
        );
        assert_eq!(
            said(file),
            ["templates[0].endDate.daysFromToday: Write a whole number of days from 0 to 36525."],
            "{days}"
        );
    }
    assert_eq!(said_of_one(&json!({ "endDate": "none" })), [""; 0]);
    for other in [
        json!("None"),
        json!("2026-12-31"),
        json!(""),
        json!(90),
        json!(null),
        json!([90]),
    ] {
        assert_eq!(
            said_of_one(&json!({ "endDate": other })),
            [
                "templates[0].endDate: Write the end date as {\"daysFromToday\": 90}, or as \"none\" for no end date."
            ]
        );
    }
}

#[test]
fn long_texts_and_long_lists_are_refused_without_being_repeated() {
    let long = "y".repeat(100_000);
    let items =
        |count: usize| -> Vec<Value> { (0..count).map(|number| json!(format!("{number}"))).collect() };
    assert_eq!(
        said_of_one(&json!({ "name": long })),
        ["templates[0].name: The name has 100000 characters and can have 64. Leave out at least 99936."]
    );
    assert_eq!(
        said_of_one(&json!({ "accounts": items(1000) })),
        ["templates[0].accounts: There are 1000 of them and there can be 50. Leave out at least 950."]
    );
    let mut with_fault = items(51);
    with_fault[7] = json!("");
    assert_eq!(
        said_of_one(&json!({ "managers": [{ "manager": "M", "roles": with_fault }] })),
        [
            "templates[0].managers[0].roles: There are 51 of them and there can be 30. Leave out at least 21.",
            "templates[0].managers[0].roles[7]: The role's name is empty. Fill it in, or leave it out.",
        ]
    );
    let templates: Vec<Value> = (0..101)
        .map(|number| json!({ "name": format!("{number}"), "email": "a@b" }))
        .collect();
    assert_eq!(
        said_of(&json!(templates)),
        ["templates: There are 101 of them and there can be 100. Leave out at least 1."]
    );
}

#[test]
fn a_list_of_nothing_but_faults_is_cut() {
    let said = said_of(&json!(vec![json!(1); 100]));
    assert_eq!(said.len(), 51);
    assert_eq!(said[50], "There are 50 more faults.");
    let said = said_of(&json!(vec![json!(1); 51]));
    assert_eq!(said[50], "There is one more fault.");
    let many: Vec<String> = (0..20_000).map(|number| format!(r#""{number}":1"#)).collect();
    let faults = Templates::read(format!("{{{}}}", many.join(",")).as_bytes()).unwrap_err();
    assert_eq!(faults.len(), 51);
    assert_eq!(
        faults[50].kind,
        TemplateFaultKind::Others {
            count: 20_000 + 3 - 50
        }
    );
}

#[test]
fn a_token_is_refused_and_never_repeated() {
    let token = token_like();
    let said = said_of_one(&json!({
        "explanation": token, "description": format!("SM_API_KEY={token}"), "accounts": [token], &token: token,
        "email": token, "friendlyNamePrefix": token, "endDate": token,
    }));
    assert_eq!(said.len(), 7);
    for sentence in &said {
        assert!(
            !sentence.contains("0a0a") && !sentence.contains("f9f9"),
            "{sentence}"
        );
    }
}

#[test]
fn faults_can_be_told_apart_by_programs() {
    let faults = Templates::read(br#"{"format":"service-user-helper/templates","version":1,"templates":5}"#)
        .unwrap_err();
    let (expected, found) = (JsonType::List, JsonType::Number);
    assert_eq!(faults[0].kind, TemplateFaultKind::WrongType { expected, found });
    assert!(faults[0].place.is_in("templates"));
    assert!(!faults[0].place.is_root());
}
