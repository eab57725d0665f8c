//! Databases in files.

use std::path::Path;

use rusqlite::Connection;
use sandbox::{Database, Options};

use crate::support::TestSandbox;

fn on(file: &Path) -> Options {
    Options {
        database: Database::File(file.to_owned()),
        users: 4,
        ..Options::default()
    }
}

fn fault(file: &Path) -> String {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .unwrap();
    runtime
        .block_on(sandbox::start(on(file)))
        .unwrap_err()
        .to_string()
}

#[test]
fn what_was_created_is_there_after_a_restart_and_the_key_of_the_first_start_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sandbox.db");
    let first = TestSandbox::start_with(on(&file));
    let (_, token) = first.administrator().create("Kept");
    let (names, first_key) = (
        first.administrator().names(),
        first.running.administrator_api_key.clone(),
    );
    drop(first);

    // More users are asked for, but the file has its own.
    let second = TestSandbox::start_with(Options {
        users: 50,
        ..on(&file)
    });
    assert_eq!(second.running.users, 5);
    assert_eq!(second.administrator().names(), names);
    second.with_token(&token).get("/user/me").expect(200);
    second.with_token(&first_key).get("/user/me").expect(401);
    second.administrator().create("Made after the restart");
}

#[test]
fn a_file_that_is_no_database_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("notes.txt");
    let notes = "not a database, but long enough to be looked at as one. ".repeat(20);
    std::fs::write(&file, &notes).unwrap();
    assert!(
        fault(&file).contains("is not a SQLite database"),
        "{}",
        fault(&file)
    );
    assert_eq!(std::fs::read_to_string(&file).unwrap(), notes);
}

#[test]
fn a_database_of_another_program_is_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("other.db");
    Connection::open(&file)
        .unwrap()
        .execute_batch("CREATE TABLE treasure (gold INTEGER)")
        .unwrap();
    let before = std::fs::read(&file).unwrap();
    assert!(fault(&file).contains("of another program"), "{}", fault(&file));
    assert_eq!(std::fs::read(&file).unwrap(), before);
}

#[test]
fn a_database_of_another_version_is_refused_with_both_versions() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sandbox.db");
    drop(TestSandbox::start_with(on(&file)));
    Connection::open(&file)
        .unwrap()
        .pragma_update(None, "user_version", 99)
        .unwrap();
    let fault = fault(&file);
    assert!(
        fault.contains("another version") && fault.contains("99") && fault.contains("number 1)"),
        "{fault}"
    );
}

#[test]
fn a_file_that_another_sandbox_uses_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sandbox.db");
    let _first = TestSandbox::start_with(on(&file));
    assert!(fault(&file).contains("in use"), "{}", fault(&file));
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("missing").join("sandbox.db");
    assert!(
        fault(&file).contains(&file.display().to_string()),
        "{}",
        fault(&file)
    );
}

#[test]
fn the_database_itself_keeps_names_unique_and_members_known() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("sandbox.db");
    drop(TestSandbox::start_with(on(&file)));
    let connection = Connection::open(&file).unwrap();
    connection.pragma_update(None, "foreign_keys", true).unwrap();
    for forbidden in [
        "UPDATE user SET friendly_name = 'Administrator'",
        "UPDATE user SET role_set = 99",
        "UPDATE user SET status = 'ASLEEP'",
        "UPDATE user SET end_date = 'soon'",
        "INSERT INTO role_set_member VALUES (1, 999)",
        "DELETE FROM role",
        "DELETE FROM account",
    ] {
        let error = connection.execute(forbidden, []).unwrap_err().to_string();
        assert!(error.contains("constraint failed"), "{forbidden}: {error}");
    }
}
