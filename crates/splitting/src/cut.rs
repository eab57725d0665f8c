//! The cut itself.

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::{Refusal, file};

/// The name by which the parts' loader imports the glue before both get the names they have in the page.
pub(crate) const GLUE: &str = "./main.js";

/// The name by which the glue imports the parts' loader, likewise.
pub(crate) const LOADER: &str = "./__wasm_split.js";

/// WebAssembly in pieces, in a folder of its own.
pub(crate) struct Cut {
    /// What starts; wasm-bindgen has not seen it yet.
    pub(crate) start: PathBuf,
    /// The module that loads the parts.
    pub(crate) loader: String,
    /// What is loaded later.
    pub(crate) parts: Vec<Part>,
}

/// A file that is loaded when it is first wanted.
pub(crate) struct Part {
    /// The name by which the loader fetches it.
    pub(crate) called: String,
    /// The name in the page, with a checksum of its content.
    pub(crate) name: String,
    /// The WebAssembly.
    pub(crate) content: Vec<u8>,
}

/// Cuts a file into the empty folder `into`.
pub(crate) fn cut(wasm: &Path, into: &Path) -> Result<Cut, Refusal> {
    let input = file::bytes(wasm)?;
    let start = into.join("main.wasm");
    let mut options = wasm_split_cli_support::Options::new(&input);
    options.output_dir = into;
    options.main_out_path = &start;
    options.main_module = GLUE;
    options.link_name = LOADER;
    let made = wasm_split_cli_support::transform(options).map_err(|report| {
        Refusal::new(format!(
            "{} cannot be cut into parts: {report}. It has to be compiled with the feature `parts`.",
            wasm.display()
        ))
    })?;
    let mut parts = made
        .split_modules
        .iter()
        .map(|path| part(path))
        .collect::<Result<Vec<_>, _>>()?;
    // The order in which they are written is no matter of chance.
    parts.sort_by(|one, other| one.called.cmp(&other.called));
    Ok(Cut {
        start,
        loader: file::text(&into.join(LOADER))?,
        parts,
    })
}

fn part(path: &Path) -> Result<Part, Refusal> {
    let content = file::bytes(path)?;
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    Ok(Part {
        called: format!("{stem}.wasm"),
        name: format!("{}-{}.wasm", plain(&stem), checksum(&content)),
        content,
    })
}

/// `split_templates` is the part `templates`; `chunk_5` is what two parts or more have in common.
fn plain(stem: &str) -> String {
    match (stem.strip_prefix("split_"), stem.strip_prefix("chunk_")) {
        (Some(name), _) => name.to_owned(),
        (None, Some(number)) => format!("shared-{number}"),
        (None, None) => stem.to_owned(),
    }
}

/// As long as trunk's.
pub(crate) fn checksum(content: &[u8]) -> String {
    Sha256::digest(content)
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_called_in_the_page_what_the_app_calls_them() {
        assert_eq!(plain("split_service_users"), "service_users");
        assert_eq!(plain("chunk_5"), "shared-5");
    }

    #[test]
    fn another_content_is_another_name() {
        assert_eq!(checksum(b"abc"), "ba7816bf8f01cfea");
        assert_ne!(checksum(b"abd"), checksum(b"abc"));
    }

    #[test]
    fn what_cannot_be_cut_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let wasm = folder.path().join("app.wasm");
        std::fs::write(&wasm, b"\0asm\x01\0\0\0").unwrap();
        let sentence = cut(&wasm, folder.path()).err().unwrap().to_string();
        assert!(
            sentence.contains("app.wasm") && sentence.contains("`parts`"),
            "{sentence}"
        );
    }
}
