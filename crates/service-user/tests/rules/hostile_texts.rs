//! Texts that somebody means badly, pasted from somewhere, or that break programs by accident.

use service_user::{AccountId, Draft, EndDateChoice, ManagerCode, RoleId, UtcDay, has_token_shape};

use crate::properties::assert_sound;
use crate::tenant::{Tenant, account, good_draft, role};

const TEXTS: &[&str] = &[
    // Nothing, and what looks like nothing.
    "",
    " ",
    "        ",
    "\t",
    "\n",
    "\r\n",
    "\u{B}\u{C}",
    "\u{A0}",
    "\u{1680}\u{2003}\u{3000}",
    "\u{2028}\u{2029}",
    "\u{200B}",
    "\u{FEFF}",
    "\u{FEFF}signer",
    "\u{3164}",
    "\u{2800}",
    "\u{AD}",
    "\u{115F}\u{1160}",
    // Controls.
    "\0",
    "sig\0ner",
    "\u{1}\u{2}\u{3}\u{4}\u{5}\u{6}\u{7}\u{8}\u{E}\u{F}\u{10}",
    "\u{7F}",
    "\u{80}\u{85}\u{9F}",
    "\u{1B}[31mred\u{1B}[0m",
    "\u{1B}]0;title\u{7}",
    "one\rtwo",
    "bell\u{7}",
    // Direction.
    "\u{202E}rengis",
    "\u{202A}\u{202B}\u{202C}\u{202D}",
    "\u{2066}signer\u{2069}",
    "\u{200F}signer\u{200E}",
    "\u{61C}",
    "שלום",
    "مرحبا بالعالم",
    "signer שלום 123",
    "jane@דוגמה.example",
    // Zero width, tags and variation.
    "s\u{200D}i\u{200C}g\u{2060}ner",
    "\u{E0001}\u{E0073}\u{E0069}",
    "\u{FE0F}\u{FE0E}",
    "\u{180E}",
    "\u{34F}",
    // Combining marks.
    "e\u{301}",
    "\u{301}",
    "Z\u{335}\u{321}\u{348}\u{32A}a\u{334}\u{31B}\u{33A}l\u{337}\u{306}\u{345}g\u{338}\u{30D}o\u{336}\u{316}",
    "か\u{3099}",
    "\u{1AB0}\u{1DC0}\u{20D0}\u{FE20}",
    "각",
    // Symbols, emoji and beyond the basic plane.
    "👩‍👩‍👧‍👦",
    "🏳️‍🌈",
    "👍🏿",
    "🇨🇭🇳🇱",
    "1️⃣",
    "☃",
    "𝒮𝒾𝑔𝓃𝑒𝓇",
    "𠜎𠜱𠝹",
    "½ ² ③ Ⅳ",
    "ﬁ ﷺ ﷽",
    "‰ ‱ ℃ №",
    "“quoted” ‘quoted’ «quoted»",
    "– — ― ‐ ‑ −",
    "。、・「」",
    "＜ｓｃｒｉｐｔ＞",
    // Letters that look like others, and letters that change their length with their case.
    "ѕіgnеr",
    "ΑΒΕ",
    "İıſK",
    "ßẞ",
    "ŉǰΐ",
    "Ⱥ Ⱦ",
    "Œuvre Ångström Żółć",
    "田中さん",
    "사용자",
    "ผู้ใช้",
    "Пользователь",
    "उपयोगकर्ता",
    // Around the surrogates, noncharacters, private use, the last code point.
    "\u{D7FF}",
    "\u{E000}",
    "\u{F8FF}",
    "\u{FDD0}",
    "\u{FFFC}\u{FFFD}",
    "\u{FFFE}\u{FFFF}",
    "\u{1FFFE}",
    "\u{F0000}",
    "\u{10FFFF}",
    // What other languages read as something.
    "null",
    "NULL",
    "undefined",
    "NaN",
    "Infinity",
    "true",
    "None",
    "[object Object]",
    "__proto__",
    "constructor",
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "<!-- -->",
    "&lt;b&gt;",
    "' OR '1'='1",
    "'; DROP TABLE users; --",
    "1;SELECT pg_sleep(9)",
    "%s%s%s%n",
    "%00",
    "{0} {name} {}",
    "{{7*7}}",
    "${7*7}",
    "${jndi:ldap://x}",
    "#{7*7}",
    "$(reboot)",
    "`reboot`",
    "| reboot",
    "../../etc/passwd",
    "C:\\CON\\NUL",
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "\\u0000 \\x00 \\",
    "---\n- yaml: [",
    "{\"json\": 1}",
    // Numbers.
    "0",
    "-0",
    "-1",
    "1.5",
    "1e309",
    "0x7f",
    "9007199254740993",
    "18446744073709551616",
    "99999999999999999999999999999999999999999999",
    "١٢٣٤",
    // Dates.
    "2023-02-29",
    "2100-02-29",
    "2024-02-29",
    "0000-00-00",
    "0000-01-01",
    "0001-01-01",
    "9999-12-31",
    "9999-99-99",
    "9999-12-32",
    "10000-01-01",
    "+10000-01-01",
    "-0001-01-01",
    "+2026-03-01",
    "2026-03-01T00:00:00Z",
    "2026-W10-1",
    "2026-060",
    "1969-12-31",
    "2038-01-19",
    "٢٠٢٦-٠٣-٠١",
    "2026-3-1",
    "01/02/2026",
    "31/31/2026",
    "2026//01",
    "//",
    "..",
    "--",
    "........",
    "2026é01",
    "é2026-1",
    // Emails.
    "@",
    "@@",
    "@@@@@@@@@@",
    "a@",
    "@a",
    "a@b",
    "a@.",
    "a@..",
    "a@-",
    "a@--.--",
    "a@b.c.",
    "a@b@c@d",
    "\"very unusual\"@example.com",
    "(comment)jane@example.com",
    "jane@[IPv6:::1]",
    "jane@例え.テスト",
    "jane＠example.com",
    "<jane@example.com>",
    "><",
    "<<<<>>>>",
    "mailto:mailto:jane@example.com",
    "jane@example.com\r\nBcc: all@example.com",
    "jane@example.com,joe@example.com",
    // Names that are nearly right.
    "CI – signer",
    "  CI   signer  ",
    "Build signer",
    "BUILD SIGNER",
    "Build signer 99",
    "Build signer 18446744073709551616",
    "signer 2 ",
    " -",
    "- -",
    "_ . _",
];

/// The list, and texts that are too long to be written out.
pub(crate) fn hostile_texts() -> Vec<String> {
    let mut texts: Vec<String> = TEXTS.iter().copied().map(str::to_owned).collect();
    texts.extend([
        "x".repeat(65),
        "x".repeat(100_000),
        " ".repeat(100_000),
        ".".repeat(10_000),
        "é".repeat(10_000),
        "a ".repeat(10_000),
        "a.".repeat(10_000),
        "\u{200B}".repeat(10_000),
        format!("a{}", "\u{301}".repeat(10_000)),
        "@".repeat(10_000),
        format!("a@{}", "b.".repeat(10_000)),
        format!("a@{}", "-".repeat(10_000)),
        format!("{}@example.com", "a".repeat(65)),
        format!("a@{}.com", "b".repeat(64)),
        "<".repeat(10_000),
        "9".repeat(10_000),
        format!("{}-01-01", "9".repeat(10_000)),
        ('\u{0}'..='\u{17F}').collect(),
        ('\u{2000}'..='\u{206F}').collect(),
    ]);
    texts
}

fn in_every_field(text: &str) -> Draft {
    Draft {
        friendly_name: text.to_owned(),
        description: text.to_owned(),
        end_date: EndDateChoice::Typed(text.to_owned()),
        email: text.to_owned(),
        accounts: vec![AccountId::new(text)],
        managers: vec![ManagerCode::new(text)],
        roles: vec![RoleId::new(text)],
    }
}

#[test]
fn the_list_is_long_and_says_nothing_twice() {
    let texts = hostile_texts();
    let distinct: std::collections::BTreeSet<&String> = texts.iter().collect();
    assert_eq!(distinct.len(), texts.len());
    assert!(texts.len() >= 120, "{}", texts.len());
}

#[test]
fn no_hostile_text_breaks_any_field_and_every_suggestion_passes_its_rule() {
    let tenant = Tenant::new();
    for text in hostile_texts() {
        assert_sound(&tenant, &in_every_field(&text));
    }
}

/// The Big List of Naughty Strings belongs to others and is not part of this repository; `cargo xtask test` fetches it and
/// names it in `NAUGHTY_STRINGS`. A run without that name has only the list above.
#[test]
fn the_big_list_of_naughty_strings_breaks_no_field() {
    let Some(path) = std::env::var_os("NAUGHTY_STRINGS") else {
        println!("NAUGHTY_STRINGS is not set: the Big List of Naughty Strings was not tried.");
        return;
    };
    let json = std::fs::read_to_string(&path).expect("the list can be read");
    let texts: Vec<String> = serde_json::from_str(&json).expect("the list is a JSON array of strings");
    assert!(
        texts.len() > 400,
        "{} strings are not the whole list",
        texts.len()
    );
    let tenant = Tenant::new();
    for text in texts {
        assert_sound(&tenant, &in_every_field(&text));
    }
}

#[test]
fn no_hostile_text_breaks_a_field_when_it_is_already_in_the_tenant() {
    let mut tenant = Tenant::new();
    for text in hostile_texts() {
        tenant.taken_names.insert(text.clone());
        tenant.accounts = vec![account(&text, true, None)];
        tenant.roles = vec![role(&text, &text, &text, &text)];
        let draft = Draft {
            friendly_name: text.clone(),
            accounts: vec![AccountId::new(text.clone())],
            managers: vec![ManagerCode::new(text.clone())],
            roles: vec![RoleId::new(text)],
            ..good_draft()
        };
        assert_sound(&tenant, &draft);
        let faults = draft.review(&tenant.surroundings()).remarks.faults;
        assert!(
            faults
                .iter()
                .all(|fault| fault.field == service_user::Field::FriendlyName)
        );
        assert!(!faults.is_empty());
    }
}

#[test]
fn a_hostile_text_around_a_good_one_is_a_fault_or_a_good_text() {
    let tenant = Tenant::new();
    let good = good_draft();
    for text in hostile_texts() {
        for (before, after) in [(text.as_str(), ""), ("", text.as_str())] {
            assert_sound(
                &tenant,
                &Draft {
                    friendly_name: [before, &good.friendly_name, after].concat(),
                    description: [before, &good.description, after].concat(),
                    end_date: EndDateChoice::Typed([before, "2026-06-30", after].concat()),
                    email: [before, &good.email, after].concat(),
                    ..good.clone()
                },
            );
        }
    }
}

#[test]
fn no_hostile_text_is_a_token_and_the_only_days_among_them_are_those_of_the_calendar() {
    let texts = hostile_texts();
    assert!(!texts.iter().any(|text| has_token_shape(text)));
    let days: Vec<&str> = texts
        .iter()
        .map(String::as_str)
        .filter(|text| UtcDay::parse(text).is_some())
        .collect();
    assert_eq!(
        days,
        [
            "2024-02-29",
            "0001-01-01",
            "9999-12-31",
            "1969-12-31",
            "2038-01-19"
        ]
    );
}
