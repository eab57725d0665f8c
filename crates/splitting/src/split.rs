//! From one file to the page in parts.

use std::path::Path;
use std::process::Command;

use crate::cut::{self, Cut};
use crate::glue::{BOOT, Pieces};
use crate::interface::{self, Bound};
use crate::{PageFiles, Refusal, file, glue};

/// What a page is split from.
#[derive(Clone, Copy, Debug)]
pub struct Inputs<'a> {
    /// What the compiler made, with the feature `parts`.
    pub wasm: &'a Path,
    /// The page that trunk bundled around it.
    pub page: &'a PageFiles,
    /// The program wasm-bindgen, of the version that the app is compiled with.
    pub wasm_bindgen: &'a Path,
    /// A folder for what is made on the way. It is emptied first.
    pub work: &'a Path,
}

/// Puts the parts into the page, and answers with the names of every file of WebAssembly there, the one that starts first.
///
/// # Errors
/// The WebAssembly was compiled without the feature `parts`, a tool failed, or it writes something else than it did.
pub fn split(inputs: &Inputs<'_>) -> Result<Vec<String>, Refusal> {
    let Inputs {
        wasm,
        page,
        wasm_bindgen,
        work,
    } = *inputs;
    empty(work)?;
    let Cut { start, loader, parts } = cut::cut(wasm, work)?;
    bind(wasm_bindgen, &start, work)?;

    let bound = Bound {
        glue: file::text(&work.join("main.js"))?,
        wasm: file::bytes(&work.join("main_bg.wasm"))?,
    };
    let bound = interface::narrow(&bound, &loader)?;
    let script = glue::script(&Pieces {
        loader: &loader,
        glue: &bound.glue,
        boot: &page.read(BOOT)?,
        parts: &parts,
        start: &page.start(),
    })?;
    let script_name = page.script(&cut::checksum(script.as_bytes()));
    let html = glue::html(&page.read("index.html")?, &page.glue(), &script_name)?;
    page.remove(&page.glue())?;
    page.remove(BOOT)?;
    page.write(&script_name, script.as_bytes())?;
    page.write("index.html", html.as_bytes())?;
    page.write(&page.start(), &bound.wasm)?;
    for part in &parts {
        page.write(&part.name, &part.content)?;
    }

    let later = parts.into_iter().map(|part| part.name);
    Ok(std::iter::once(page.start()).chain(later).collect())
}

/// The glue for the WebAssembly that starts. What the parts share with it are exports that wasm-bindgen does not know, and has to keep.
fn bind(wasm_bindgen: &Path, start: &Path, into: &Path) -> Result<(), Refusal> {
    let mut command = Command::new(wasm_bindgen);
    command
        .args([
            "--target",
            "web",
            "--no-typescript",
            "--keep-lld-exports",
            "--out-dir",
        ])
        .arg(into)
        .arg(start);
    let output = command
        .output()
        .map_err(|cause| Refusal::system(format_args!("start {}", wasm_bindgen.display()), &cause))?;
    match output.status.success() {
        true => Ok(()),
        false => Err(Refusal::new(format!(
            "wasm-bindgen failed: {}",
            String::from_utf8_lossy(&output.stderr).trim()
        ))),
    }
}

fn empty(folder: &Path) -> Result<(), Refusal> {
    let emptied = match std::fs::remove_dir_all(folder) {
        Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => Err(cause),
        _ => std::fs::create_dir_all(folder),
    };
    emptied.map_err(|cause| Refusal::system(format_args!("empty {}", folder.display()), &cause))
}
