use account_api::Host;
use service_user_helper::organisation::Organisation;
use service_user_helper::sign_in_way::SignInWay;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn an_organisation_that_set_nothing_allows_everything() {
    for settings in [None, Some("{}")] {
        let organisation = Organisation::read(settings);
        assert_eq!(organisation, Organisation::default());
        assert!(SignInWay::ALL.into_iter().all(|way| organisation.allows(way)));
        let host = Host::parse("pki.example.test").expect("a host");
        assert!(organisation.allows_host(&host));
    }
}

#[wasm_bindgen_test]
fn every_setting_is_read() {
    let organisation = Organisation::read(Some(
        r#"{"hosts":["demo.one.digicert.com","https://pki.example.test"],"signInWays":["session"],"longestLifeDays":90,
            "namePatterns":["svc-*"],"emailDomains":["example.com"]}"#,
    ));
    let hosts: Vec<String> = organisation.hosts.iter().map(Host::origin).collect();
    assert_eq!(
        hosts,
        ["https://demo.one.digicert.com", "https://pki.example.test"]
    );
    assert!(organisation.allows(SignInWay::Session) && !organisation.allows(SignInWay::ApiKey));
    assert_eq!(organisation.policy.longest_life_days, Some(90));
    assert_eq!(organisation.policy.name_patterns.len(), 1);
    assert_eq!(organisation.policy.email_domains.len(), 1);
    assert_eq!(organisation.unreadable, Vec::<String>::new());
    let other = Host::parse("one.digicert.com").expect("a host");
    assert!(!organisation.allows_host(&other));
}

#[wasm_bindgen_test]
fn what_cannot_be_read_is_named_and_the_rest_holds() {
    let organisation = Organisation::read(Some(
        r#"{"hosts":["http://one.digicert.com",7],"signInWays":"session","longestLifeDays":0,"namePatterns":[null]}"#,
    ));
    assert_eq!(organisation.hosts, []);
    assert_eq!(organisation.sign_in_ways, [SignInWay::Session]);
    assert_eq!(organisation.policy.longest_life_days, None);
    assert_eq!(
        organisation.unreadable,
        [
            r#"hosts: "http://one.digicert.com""#,
            "hosts: 7",
            "longestLifeDays: 0",
            "namePatterns: null"
        ]
    );
    assert_eq!(Organisation::read(Some("[]")).unreadable, ["settings"]);
}
