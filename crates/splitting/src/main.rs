//! Splitting a page as a program, for `cargo xtask`.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use splitting::{Inputs, PageFiles, Refusal, split};

const HELP: &str = "splitting WASM PROGRAM PAGE WASM_BINDGEN WORK

Cuts WASM, which the compiler made of PROGRAM with the feature `parts`, and puts it into the folder PAGE, where trunk has bundled it. WASM_BINDGEN
is the program of that name, and WORK a folder that is emptied. Prints the name of every file of WebAssembly in the page, the one that
starts first.";

fn main() -> ExitCode {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [wasm, program, page, wasm_bindgen, work] = arguments.as_slice() else {
        eprintln!("{HELP}");
        return ExitCode::from(2);
    };
    match run(wasm, &program.to_string_lossy(), page, wasm_bindgen, work) {
        Ok(names) => {
            for name in names {
                println!("{name}");
            }
            ExitCode::SUCCESS
        }
        Err(refusal) => {
            eprintln!("error: {refusal}");
            ExitCode::FAILURE
        }
    }
}

fn run(
    wasm: &Path,
    program: &str,
    page: &Path,
    wasm_bindgen: &Path,
    work: &Path,
) -> Result<Vec<String>, Refusal> {
    let page = PageFiles::find(page, program)?;
    split(&Inputs {
        wasm,
        page: &page,
        wasm_bindgen,
        work,
    })
}
