//! The page: what trunk bundles, cut into parts, and wasm-opt makes smaller, in `dist/page`.

pub(crate) mod parts;
mod style_sheet;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::SystemTime;

use crate::awaited::Awaited;
use crate::cargo::{cargo, target_folder, tell_folders};
use crate::complaint::Complaint;
use crate::freshness::{Stamp, folders_except};
use crate::lockfile::locked_version;
use crate::machine_paths;
use crate::progress::Progress;
use crate::rustc;
use crate::tools::wasm_opt::WasmOpt;
use crate::tools::{on_path, trunk, wasm_bindgen, wasm_opt, wasm_target};
use crate::without_comments;
use crate::workspace::Workspace;

/// The profile in Cargo.toml that the page is compiled with.
const PROFILE: &str = "bundle";

/// The program in the root package.
const PROGRAM: &str = "service-user-helper";

/// The feature in Cargo.toml with which its screens can be cut into files of their own.
const PARTS: &str = "parts";

/// Crates of the workspace that the page does not contain. A crate that is missing here is taken for a part of the page, which
/// costs a needless rebuild and never shows a stale page.
const NOT_IN_THE_PAGE: &[&str] = &[
    "fuzzing",
    "local-origin",
    "packaging",
    "page-weight",
    "sandbox",
    "tenant-proxy",
    "validation-js",
];

/// The programs that make the bundle.
#[derive(Clone)]
pub(crate) struct BundleTools {
    /// The folder with trunk.
    pub(crate) trunk: PathBuf,
    /// The folder with wasm-bindgen.
    pub(crate) wasm_bindgen: PathBuf,
    /// Absent where it cannot be had; the bundle is larger then.
    pub(crate) wasm_opt: Option<WasmOpt>,
}

/// Starts getting the programs.
pub(crate) fn tools(
    workspace: &Workspace,
    progress: &Arc<Progress>,
    again: &'static str,
) -> Awaited<BundleTools> {
    let optimiser = {
        let (workspace, progress) = (workspace.clone(), Arc::clone(progress));
        Awaited::start(move || Ok(wasm_opt::provide(&workspace, &progress, again)))
    };
    let (workspace, progress) = (workspace.clone(), Arc::clone(progress));
    Awaited::start(move || {
        let wasm_bindgen = progress.insist(wasm_bindgen::provide(&workspace, &progress, again))?;
        let trunk = progress.insist(trunk::provide(&workspace, &progress, again))?;
        Ok(BundleTools {
            trunk,
            wasm_bindgen,
            wasm_opt: optimiser.wait()?,
        })
    })
}

/// Whether `dist/page` is newer than everything it is made from.
pub(crate) fn is_fresh(workspace: &Workspace) -> Result<bool, Complaint> {
    let recipe = recipe(workspace, wasm_opt::installed(workspace).as_ref())?;
    let inputs = inputs(workspace)?;
    Ok(workspace.page().join("index.html").is_file() && stamp(workspace).is_fresh(&recipe, &inputs))
}

/// The tools and the page at the same time, and beside them what else is to be compiled: installing a tool ends with a minute on
/// one core, and so does the page.
pub(crate) fn make(
    workspace: &Workspace,
    progress: &Arc<Progress>,
    again: &'static str,
    compile_the_rest: impl FnOnce(&Workspace, &Progress) -> Result<(), Complaint> + Send + 'static,
) -> Result<(), Complaint> {
    let began = SystemTime::now();
    wasm_target::provide(progress, again)?;
    let tools = tools(workspace, progress, again);
    let compiled = {
        let (workspace, progress) = (workspace.clone(), Arc::clone(progress));
        Awaited::start(move || {
            progress.insist(compile(&workspace, &progress, again))?;
            progress.insist(parts::build_program(&workspace, &progress, again))?;
            progress.insist(compile_the_rest(&workspace, &progress))
        })
    };
    // Both are waited for even when one failed, so that nothing is left running.
    match (tools.wait(), compiled.wait()) {
        (Ok(tools), Ok(())) => assemble(workspace, &tools, began, progress, again),
        (Err(complaint), _) | (_, Err(complaint)) => Err(progress.given_up().unwrap_or(complaint)),
    }
}

/// Compiles the page exactly as trunk will, so that trunk finds it done. This runs beside the installation of trunk. No package
/// is named, since trunk names none either: it would choose among the features of fewer crates, and everything be compiled twice.
pub(crate) fn compile(workspace: &Workspace, progress: &Progress, again: &str) -> Result<(), Complaint> {
    let arguments = [
        "build",
        "--target",
        wasm_target::TARGET,
        "--profile",
        PROFILE,
        "--bin",
        PROGRAM,
        "--features",
        PARTS,
    ];
    let purpose = match workspace.page().is_dir() {
        true => "Compiling the page",
        false => "Compiling the page (about 2 minutes the first time)",
    };
    let mut command = cargo(workspace, &arguments);
    machine_paths::keep_out(&mut command, workspace)?;
    progress.run_shown("the page", purpose, command, again)
}

/// The WebAssembly as the compiler left it, with the names of its functions. It is there after [`compile`].
pub(crate) fn compiled(workspace: &Workspace) -> PathBuf {
    target_folder(workspace)
        .join(wasm_target::TARGET)
        .join(PROFILE)
        .join(PROGRAM)
        .with_extension("wasm")
}

/// Bundles the compiled page into `dist/page`. `began` is when the compilation began.
pub(crate) fn assemble(
    workspace: &Workspace,
    tools: &BundleTools,
    began: SystemTime,
    progress: &Progress,
    again: &str,
) -> Result<(), Complaint> {
    let recipe = recipe(workspace, tools.wasm_opt.as_ref())?;
    let stamp = stamp(workspace);
    stamp
        .remove()
        .map_err(|cause| Complaint::system("remove the stamp of the old bundle", &cause))?;

    let mut command = trunk_command(workspace, tools)?;
    machine_paths::keep_out(&mut command, workspace)?;
    command
        .args([
            "build",
            "--release",
            "--offline",
            "--cargo-profile",
            PROFILE,
            "--config",
        ])
        .arg(parts::page_for_trunk(workspace)?)
        .arg("--dist")
        .arg(workspace.page());
    progress.run_shown("trunk build", "Bundling the page (seconds)", command, again)?;

    let page = workspace.page();
    let files = parts::split(workspace, tools)?;
    shorten_scripts(&page)?;
    check_page(&read(&page.join("index.html"))?)?;
    let start = size(&page.join(&files.start))?;
    let optimised = match &tools.wasm_opt {
        None => "; wasm-opt was left out".to_owned(),
        Some(wasm_opt) => {
            for name in files.all() {
                optimise(wasm_opt, &page.join(name), progress, again)?;
            }
            format!(", {} kB before wasm-opt", start / 1000)
        }
    };
    progress.tell(&format!(
        "  The page starts with {} kB of WebAssembly{optimised}, and has {} parts that are loaded when they are first wanted.",
        size(&page.join(&files.start))? / 1000,
        files.later.len()
    ));
    stamp
        .write(&recipe, began)
        .map_err(|cause| Complaint::system("write the stamp of the bundle", &cause))
}

/// A trunk command in the checkout that finds our programs first.
pub(crate) fn trunk_command(workspace: &Workspace, tools: &BundleTools) -> Result<Command, Complaint> {
    let program = on_path::in_folder(&tools.trunk, "trunk")
        .ok_or_else(|| Complaint::new("trunk was there a moment ago and is gone; run the command again."))?;
    let mut command = Command::new(program);
    command.current_dir(workspace.root());
    tell_folders(&mut command, workspace);
    command.env(
        "PATH",
        on_path::with_first(&[tools.trunk.clone(), tools.wasm_bindgen.clone()]),
    );
    Ok(command)
}

fn optimise(wasm_opt: &WasmOpt, wasm: &Path, progress: &Progress, again: &str) -> Result<(), Complaint> {
    let smaller = wasm.with_extension("smaller");
    let command = wasm_opt::command(wasm_opt, wasm, &smaller);
    progress.run_shown(
        "wasm-opt",
        "Optimising the page with wasm-opt (seconds)",
        command,
        again,
    )?;
    std::fs::rename(&smaller, wasm)
        .map_err(|cause| Complaint::system(format_args!("replace {}", wasm.display()), &cause))
}

/// Takes the comments and the indents out of the page's scripts: an eighth of what they weigh.
fn shorten_scripts(page: &Path) -> Result<(), Complaint> {
    let listing = |cause| Complaint::system(format_args!("list {}", page.display()), &cause);
    for entry in std::fs::read_dir(page).map_err(listing)? {
        let path = entry.map_err(listing)?.path();
        if path.extension().is_some_and(|ending| ending == "js") {
            std::fs::write(&path, without_comments::script(&read(&path)?))
                .map_err(|cause| Complaint::system(format_args!("write {}", path.display()), &cause))?;
        }
    }
    Ok(())
}

/// How the bundle is made, apart from its sources: another answer means another bundle.
fn recipe(workspace: &Workspace, wasm_opt: Option<&WasmOpt>) -> Result<String, Complaint> {
    Ok(format!(
        "{}\ntrunk {}\nwasm-bindgen {}\n{}\nwithout the machine's paths, comments and indents, with one style sheet\n",
        rustc::version(workspace)?,
        trunk::VERSION,
        locked_version(workspace, "wasm-bindgen")?,
        wasm_opt.map_or("no wasm-opt", |wasm_opt| wasm_opt.name.as_str()),
    ))
}

/// Beside the page and not in it, so that it is not served.
fn stamp(workspace: &Workspace) -> Stamp {
    Stamp::at(workspace.page().with_extension("stamp"))
}

fn inputs(workspace: &Workspace) -> Result<Vec<PathBuf>, Complaint> {
    let root = workspace.root();
    let mut inputs = folders_except(&root.join("crates"), NOT_IN_THE_PAGE)
        .map_err(|cause| Complaint::system("list the folder crates", &cause))?;
    let others = [
        ".cargo/config.toml",
        "build.rs",
        "src",
        "index.html",
        "Trunk.toml",
        "Cargo.toml",
        "Cargo.lock",
    ];
    inputs.extend(others.iter().map(|name| root.join(name)));
    let html = read(&root.join("index.html"))?;
    inputs.extend(files_taken_in(&html).map(|name| root.join(name)));
    Ok(inputs)
}

/// The files in `public` and `docs` that the page takes in. The rest of the one folder is the extension's, which is packed and not
/// bundled, and the rest of the other is for people.
fn files_taken_in(html: &str) -> impl Iterator<Item = &str> {
    html.split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|address| address.starts_with("public/") || address.starts_with("docs/"))
}

/// An extension page, and the page's own policy, refuse a script that stands in the HTML, and no linter says so. A checksum in the
/// HTML would be wrong after wasm-opt.
fn check_page(html: &str) -> Result<(), Complaint> {
    let is_inline = |tag: &str| !tag.split('>').next().unwrap_or_default().contains("src=");
    if html.split("<script").skip(1).any(is_inline) {
        return Err(Complaint::new(
            "dist/page/index.html has a script without a file of its own, and browsers refuse it there; see `pattern_script` in Trunk.toml.",
        ));
    }
    if html.contains("integrity=") {
        return Err(Complaint::new(
            "dist/page/index.html has checksums, and wasm-opt makes them wrong; see `no_sri` in Trunk.toml.",
        ));
    }
    Ok(())
}

fn read(path: &Path) -> Result<String, Complaint> {
    std::fs::read_to_string(path)
        .map_err(|cause| Complaint::system(format_args!("read {}", path.display()), &cause))
}

fn size(path: &Path) -> Result<u64, Complaint> {
    std::fs::metadata(path)
        .map(|metadata| metadata.len())
        .map_err(|cause| Complaint::system(format_args!("look at {}", path.display()), &cause))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_the_files_beside_the_sources_the_pages_own_are_watched() {
        let html = "<link rel=\"css\" href=\"src/a.css\" /><link href=\"public/boot.js\" /><link href=\"docs/a.json\" /><link rel=\"icon\" href=\"public/icon.svg\" type=\"image/svg+xml\" />";
        assert_eq!(
            files_taken_in(html).collect::<Vec<_>>(),
            ["public/boot.js", "docs/a.json", "public/icon.svg"]
        );
    }

    #[test]
    fn a_page_whose_scripts_are_files_is_accepted() {
        check_page("<script id=\"boot\" type=\"module\" src=\"./boot.js\" data-js=\"a.js\"></script>")
            .unwrap();
    }

    #[test]
    fn an_inline_script_is_refused_and_the_cause_named() {
        let sentence = check_page("<script type=\"module\">import a from './src=a.js'</script>").unwrap_err();
        assert!(sentence.to_string().contains("pattern_script"), "{sentence}");
    }

    #[test]
    fn a_checksum_is_refused_and_the_cause_named() {
        let sentence = check_page("<link rel=\"preload\" integrity=\"sha384-x\">").unwrap_err();
        assert!(sentence.to_string().contains("no_sri"), "{sentence}");
    }
}
