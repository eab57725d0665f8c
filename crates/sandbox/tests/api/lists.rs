//! Long lists, and lists with filters.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;

use sandbox::Options;
use serde::Deserialize;

use crate::support::TestSandbox;

#[derive(Deserialize)]
struct Listed {
    id: String,
    friendly_name: String,
    user_type: String,
}

#[test]
fn a_hundred_thousand_users_are_listed_each_once() {
    let sandbox = TestSandbox::start_with(Options {
        users: 100_000,
        ..Options::default()
    });
    let answer = sandbox.administrator().get("/user?user_type=service").expect(200);
    assert_eq!(
        answer.headers.get("content-length"),
        None,
        "the list is sent in pieces"
    );
    let users: Vec<Listed> = serde_json::from_str(&answer.text).unwrap();
    assert_eq!(users.len(), 100_000);
    assert!(users.iter().all(|user| user.user_type == "service"));
    assert_eq!(
        users.iter().map(|user| &user.id).collect::<BTreeSet<_>>().len(),
        100_000
    );
    assert_eq!(
        users
            .iter()
            .map(|user| &user.friendly_name)
            .collect::<BTreeSet<_>>()
            .len(),
        100_000
    );
}

#[test]
fn lists_of_every_length_around_a_piece_are_whole() {
    for users in [0, 1, 510, 511, 512, 513, 1024] {
        let sandbox = TestSandbox::start_with(Options {
            users,
            ..Options::default()
        });
        let administrator = sandbox.administrator();
        assert_eq!(administrator.names().len(), users);
        let everybody = administrator.get("/user").expect(200).json();
        assert_eq!(
            everybody.as_array().unwrap().len(),
            users + 2,
            "the two people are users too"
        );
        let people = administrator.get("/user?user_type=standard").expect(200).json();
        assert_eq!(people.as_array().unwrap().len(), 2);
    }
}

#[test]
fn whoever_reads_slowly_keeps_nobody_from_writing() {
    let sandbox = TestSandbox::start_with(Options {
        users: 60_000,
        ..Options::default()
    });
    let mut slow = TcpStream::connect(sandbox.running.address).unwrap();
    let key = &sandbox.running.administrator_api_key;
    write!(slow, "GET /account/api/v1/user HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nx-api-key: {key}\r\n\r\n").unwrap();
    let mut slow = BufReader::new(slow);
    let mut status = String::new();
    slow.read_line(&mut status).unwrap();
    assert_eq!(status, "HTTP/1.1 200 OK\r\n");

    let administrator = sandbox.administrator();
    for number in 0..5 {
        administrator.create(&format!("Meanwhile {number}"));
    }
    assert_eq!(administrator.names().len(), 60_005);

    let mut rest = Vec::new();
    slow.read_to_end(&mut rest).unwrap();
    assert!(
        rest.ends_with(b"]\r\n0\r\n\r\n"),
        "the slow list is whole as well"
    );
}

#[test]
fn the_accounts_show_one_that_is_inactive_and_one_whose_period_is_over() {
    let sandbox = TestSandbox::start();
    let accounts = sandbox.administrator().get("/account").expect(200).json();
    let accounts = accounts.as_array().unwrap();
    assert!(accounts.len() >= 4);
    assert_eq!(
        accounts
            .iter()
            .filter(|account| account["active"] == false)
            .count(),
        1
    );
    let today = crate::support::in_days(0);
    let over = accounts
        .iter()
        .filter(|account| account["service_period"]["to"].as_str().unwrap() < today.as_str());
    assert_eq!(over.count(), 1);
}

#[test]
fn roles_can_be_asked_for_by_manager() {
    let sandbox = TestSandbox::start();
    let administrator = sandbox.administrator();
    assert_eq!(
        administrator
            .get("/role")
            .expect(200)
            .json()
            .as_array()
            .unwrap()
            .len(),
        31
    );
    let roles = administrator
        .get("/role?application_code=software_trust")
        .expect(200)
        .json();
    let names: Vec<_> = roles
        .as_array()
        .unwrap()
        .iter()
        .map(|role| role["name"].clone())
        .collect();
    assert_eq!(
        names,
        ["Lead", "Team Lead", "Developer", "Signer", "Build Engineer"]
    );
    assert_eq!(
        administrator.get("/role?application_code=none").expect(200).text,
        "[]"
    );
}

#[test]
fn the_made_up_data_is_the_same_at_every_start() {
    let ids = || {
        let sandbox = TestSandbox::start();
        let users: Vec<Listed> = serde_json::from_str(&sandbox.administrator().get("/user").text).unwrap();
        users
            .into_iter()
            .map(|user| (user.id, user.friendly_name))
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(), ids());
}
