//! Whether two archives are the same.

use crate::archive::unzip;
use crate::files::Files;
use crate::npm_package::{is_tgz, untgz};
use crate::refusal::Refusal;

/// In what two archives differ, a sentence each; nothing when they are the same byte for byte.
///
/// # Errors
/// They differ, and one of them cannot be read.
pub fn differences(first: &[u8], second: &[u8]) -> Result<Vec<String>, Refusal> {
    if first == second {
        return Ok(Vec::new());
    }
    let (first, second) = (files_of(first)?, files_of(second)?);
    let mut sentences = Vec::new();
    for (name, content) in first.iter() {
        match second.get(name) {
            None => sentences.push(format!("{name} is in the first archive only.")),
            Some(other) if other != content => sentences.push(format!("{name} differs.")),
            Some(_) => {}
        }
    }
    let only_second = second.iter().filter(|(name, _)| !first.contains(name));
    sentences.extend(only_second.map(|(name, _)| format!("{name} is in the second archive only.")));
    if sentences.is_empty() {
        sentences.push("The files are the same, and how they are packed differs.".to_owned());
    }
    Ok(sentences)
}

fn files_of(archive: &[u8]) -> Result<Files, Refusal> {
    match is_tgz(archive) {
        true => untgz(archive),
        false => unzip(archive),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::{Entry, zip};

    fn archive(files: &[(&str, &str)]) -> Vec<u8> {
        zip(files.iter().map(|(name, content)| Entry {
            name,
            content: content.as_bytes(),
            executable: false,
        }))
        .unwrap()
    }

    #[test]
    fn the_same_archive_has_no_differences() {
        let one = archive(&[("a", "1"), ("b", "2")]);
        assert_eq!(differences(&one, &one), Ok(Vec::new()));
    }

    #[test]
    fn every_file_that_differs_is_named() {
        let first = archive(&[("a", "1"), ("b", "2"), ("c", "3")]);
        let second = archive(&[("a", "1"), ("b", "other"), ("d", "4")]);
        assert_eq!(
            differences(&first, &second).unwrap(),
            [
                "b differs.",
                "c is in the first archive only.",
                "d is in the second archive only."
            ]
        );
    }

    #[test]
    fn another_way_of_packing_the_same_files_is_a_difference_too() {
        let first = archive(&[("a", "1"), ("b", "2")]);
        let second = archive(&[("b", "2"), ("a", "1")]);
        assert_eq!(differences(&first, &second).unwrap().len(), 1);
    }
}
