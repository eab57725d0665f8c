//! What SECURITY.md says is shown by a test is shown by one.

use std::fs;
use std::path::Path;

/// The texts and targets of the links in a Markdown text that lead to Rust.
fn links_to_rust(text: &str) -> Vec<(&str, &str)> {
    text.split("](")
        .zip(text.split("](").skip(1))
        .filter_map(|(before, after)| {
            let name = before.rsplit_once('[')?.1;
            let path = after.split_once(')')?.0;
            path.ends_with(".rs").then_some((name, path))
        })
        .collect()
}

#[test]
fn every_test_that_the_threat_model_names_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let security = fs::read_to_string(root.join("SECURITY.md")).expect("SECURITY.md");
    let links = links_to_rust(&security);
    assert!(links.len() > 40, "{} tests are named", links.len());
    let missing: Vec<String> = links
        .into_iter()
        .filter(|(name, path)| {
            let source = fs::read_to_string(root.join(path)).unwrap_or_default();
            !source.contains(&format!("fn {name}("))
        })
        .map(|(name, path)| format!("{name} in {path}"))
        .collect();
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn every_requirement_of_the_chapter_has_its_line_and_a_test() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let security = fs::read_to_string(root.join("SECURITY.md")).expect("SECURITY.md");
    for number in [
        "14.1.1", "14.1.2", "14.2.1", "14.2.2", "14.2.3", "14.2.4", "14.2.5", "14.2.6", "14.2.7", "14.2.8",
        "14.3.1", "14.3.2", "14.3.3",
    ] {
        let line = security
            .lines()
            .find(|line| line.starts_with(&format!("| {number} |")));
        let line = line.unwrap_or_default();
        assert!(!links_to_rust(line).is_empty(), "{number}: {line}");
    }
}

#[test]
fn links_are_found_with_their_names() {
    let text = "[a_test](a/b.rs), [text](other.md) and [another_test](c.rs) | [x]";
    assert_eq!(
        links_to_rust(text),
        [("a_test", "a/b.rs"), ("another_test", "c.rs")]
    );
}
