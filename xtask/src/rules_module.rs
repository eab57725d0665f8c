//! The rules as an npm package for other people's pages: what cargo, wasm-bindgen and wasm-opt make of `crates/validation-js`, and the
//! hand-written files beside it, in `dist/rules-module`.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use crate::cargo::{cargo, target_folder};
use crate::complaint::Complaint;
use crate::freshness::Stamp;
use crate::lockfile::locked_version;
use crate::machine_paths;
use crate::progress::Progress;
use crate::rustc;
use crate::tools::wasm_opt::WasmOpt;
use crate::tools::{on_path, wasm_opt, wasm_target};
use crate::without_comments;
use crate::workspace::Workspace;

/// The crate, and the profile in Cargo.toml that it is compiled with.
const CRATE: &str = "validation-js";
const PROFILE: &str = "rules-module";

/// What wasm-bindgen calls its two files.
const NAME: &str = "service_user_rules";

/// In this order they find what `-Oz` alone leaves: a kilobyte of what is sent. The sections left out are for tools.
const PASSES: &[&str] = &[
    "--flatten",
    "--rereloop",
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--reorder-functions",
    "--strip-producers",
    "--strip-target-features",
];

/// Files of the checkout that the package holds as they are.
const AS_THEY_ARE: &[&str] = &["LICENSE-APACHE", "LICENSE-MIT"];

/// Makes the package's folder, unless it is newer than everything it is made from. `wasm_bindgen` is the folder with its program.
pub(crate) fn provide(
    workspace: &Workspace,
    wasm_bindgen: &Path,
    wasm_opt: &WasmOpt,
    progress: &Progress,
    again: &str,
) -> Result<(), Complaint> {
    let began = SystemTime::now();
    let recipe = format!(
        "{}\nwasm-bindgen {}\n{}\n{}\nwithout comments and indents\n",
        rustc::version(workspace)?,
        locked_version(workspace, "wasm-bindgen")?,
        wasm_opt.name,
        PASSES.join(" "),
    );
    let stamp = Stamp::at(workspace.rules_module().with_extension("stamp"));
    if stamp.is_fresh(&recipe, &inputs(workspace)) {
        return Ok(());
    }
    stamp
        .remove()
        .map_err(|cause| Complaint::system("remove the stamp of the old module", &cause))?;
    compile(workspace, progress, again)?;
    bind(workspace, wasm_bindgen, progress, again)?;
    optimise(workspace, wasm_opt, progress, again)?;
    copy(workspace).map_err(|cause| Complaint::system("write dist/rules-module", &cause))?;
    stamp
        .write(&recipe, began)
        .map_err(|cause| Complaint::system("write the stamp of the module", &cause))
}

fn inputs(workspace: &Workspace) -> Vec<PathBuf> {
    let names = [
        "crates/service-user/src",
        "crates/validation-js/src",
        "crates/validation-js/npm",
        "crates/validation-js/Cargo.toml",
        "Cargo.toml",
        "Cargo.lock",
        "LICENSE-APACHE",
        "LICENSE-MIT",
    ];
    names.iter().map(|name| workspace.root().join(name)).collect()
}

fn compile(workspace: &Workspace, progress: &Progress, again: &str) -> Result<(), Complaint> {
    let arguments = [
        "build",
        "--package",
        CRATE,
        "--lib",
        "--target",
        wasm_target::TARGET,
        "--profile",
        PROFILE,
    ];
    let mut command = cargo(workspace, &arguments);
    machine_paths::keep_out(&mut command, workspace)?;
    progress.run_shown(
        "the rules' module",
        "Compiling the rules as a module (seconds)",
        command,
        again,
    )
}

fn bind(workspace: &Workspace, folder: &Path, progress: &Progress, again: &str) -> Result<(), Complaint> {
    let program = on_path::in_folder(folder, "wasm-bindgen").ok_or_else(|| {
        Complaint::new("wasm-bindgen was there a moment ago and is gone; run the command again.")
    })?;
    let into = workspace.rules_module();
    match std::fs::remove_dir_all(&into) {
        Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => {
            return Err(Complaint::system("empty dist/rules-module", &cause));
        }
        _ => {}
    }
    let mut command = Command::new(program);
    command
        .arg(compiled(workspace))
        .args([
            "--target",
            "web",
            "--no-typescript",
            "--omit-default-module-path",
            "--out-name",
            NAME,
            "--out-dir",
        ])
        .arg(into);
    progress.run_shown(
        "the module's glue",
        "Binding the module (seconds)",
        command,
        again,
    )
}

/// Where cargo puts it.
fn compiled(workspace: &Workspace) -> PathBuf {
    target_folder(workspace)
        .join(wasm_target::TARGET)
        .join(PROFILE)
        .join("validation_js.wasm")
}

fn optimise(
    workspace: &Workspace,
    wasm_opt: &WasmOpt,
    progress: &Progress,
    again: &str,
) -> Result<(), Complaint> {
    let wasm = workspace.rules_module().join(format!("{NAME}_bg.wasm"));
    let smaller = wasm.with_extension("smaller");
    let mut command = wasm_opt::command(wasm_opt, &wasm, &smaller);
    command.args(PASSES);
    progress.run_shown(
        "wasm-opt of the module",
        "Optimising the module (seconds)",
        command,
        again,
    )?;
    std::fs::rename(&smaller, &wasm)
        .map_err(|cause| Complaint::system(format_args!("replace {}", wasm.display()), &cause))
}

/// The files beside the WebAssembly. Scripts lose their comments and indents, which are a tenth of what a page would load; the types keep them,
/// because that is where an editor reads them.
fn copy(workspace: &Workspace) -> std::io::Result<()> {
    let (root, into) = (workspace.root(), workspace.rules_module());
    for entry in std::fs::read_dir(root.join("crates").join(CRATE).join("npm"))? {
        let from = entry?.path();
        let text = std::fs::read_to_string(&from)?;
        let name = from.file_name().unwrap_or_default();
        let text = match name.to_string_lossy().as_ref() {
            "package.json" => text.replace("\"0.0.0\"", &format!("\"{}\"", env!("CARGO_PKG_VERSION"))),
            name if name.ends_with(".js") => without_comments::script(&text),
            _ => text,
        };
        std::fs::write(into.join(name), text)?;
    }
    let glue = into.join(format!("{NAME}.js"));
    std::fs::write(&glue, without_comments::script(&std::fs::read_to_string(&glue)?))?;
    for name in AS_THEY_ARE {
        std::fs::copy(root.join(name), into.join(name))?;
    }
    Ok(())
}
