//! Everything that is kept of what was tried, once more, and made-up changes of it: the same in every run, on any toolchain.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

use std::fs;
use std::path::{Path, PathBuf};

use fuzzing::TARGETS;

/// How many changed inputs of each kept one are tried.
const CHANGES: usize = 200;

fn kept(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../fuzz/corpus")
        .join(target);
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .unwrap_or_else(|fault| panic!("{}: {fault}", folder.display()))
        .map(|entry| entry.expect("an entry of the folder").path())
        .collect();
    files.sort();
    files
        .into_iter()
        .map(|file| {
            let data = fs::read(&file).expect("a file that can be read");
            (file, data)
        })
        .collect()
}

/// Numbers that look like chance and are the same in every run (xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit.max(1)).expect("a small number"))
            .expect("a small number")
    }
}

/// Pieces that mean something to a parser or to the eye.
const PIECES: &[&[u8]] = &[
    b"\"",
    b"\\",
    b"\\u0000",
    b"[",
    b"]",
    b"{",
    b"}",
    b",",
    b":",
    b"null",
    b"-",
    b"1e999",
    b" ",
    b"\n\n",
    b"@",
    b".",
    b"_",
    b"/",
    b"://",
    b"\0",
    b"\xff",
    b"\xc3",
    "\u{202e}".as_bytes(),
    "\u{200b}".as_bytes(),
    "\u{301}".as_bytes(),
    "ש".as_bytes(),
    "🙂".as_bytes(),
    b"00112233445566778899aabbcc_00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
];

fn changed(data: &[u8], other: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let mut changed = data.to_vec();
    for _ in 0..=numbers.below(3) {
        let place = numbers.below(changed.len() + 1);
        match numbers.below(5) {
            0 => changed.truncate(place),
            1 => {
                let piece = PIECES[numbers.below(PIECES.len())];
                changed.splice(place..place, piece.iter().copied());
            }
            2 => {
                let end = (place + numbers.below(8)).min(changed.len());
                changed.drain(place..end);
            }
            3 => {
                let from = numbers.below(other.len() + 1);
                changed.truncate(place);
                changed.extend_from_slice(&other[from..]);
            }
            _ => {
                if let Some(byte) = changed.get_mut(place) {
                    *byte ^= 1 << numbers.below(8);
                }
            }
        }
    }
    changed
}

#[test]
fn every_kept_input_and_changes_of_it_are_answered_as_they_must_be() {
    for target in TARGETS {
        let kept = kept(target.name);
        assert!(!kept.is_empty(), "nothing is kept for {}", target.name);
        let mut numbers = Numbers(0x5eed_5eed_5eed_5eed);
        for (file, data) in &kept {
            println!("{}", file.display());
            (target.run)(data);
            for _ in 0..CHANGES {
                let other = &kept[numbers.below(kept.len())].1;
                let data = changed(data, other, &mut numbers);
                if std::panic::catch_unwind(|| (target.run)(&data)).is_err() {
                    let text = String::from_utf8_lossy(&data);
                    panic!(
                        "{} does not hold for a change of {}: {text:?}",
                        target.name,
                        file.display()
                    );
                }
            }
        }
    }
}

#[test]
fn every_target_has_its_program() {
    let fuzz = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz");
    let manifest = fs::read_to_string(fuzz.join("Cargo.toml")).expect("the manifest");
    for target in TARGETS {
        assert!(
            manifest.contains(&format!("name = \"{}\"", target.name)),
            "{}",
            target.name
        );
        let program = fs::read_to_string(fuzz.join(format!("fuzz_targets/{}.rs", target.name)));
        assert!(
            program
                .expect("a program")
                .contains(&format!("fuzzing::{}(data)", target.name))
        );
    }
}
