//! Whether the page can be packed, what it weighs, whether it comes out the same in another place, and what Mozilla's linter says of it.

use std::fs::File;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant, SystemTime};

use super::supplies::Supplies;
use super::{AGAIN, Outcome, rules_module, second_copy, watched};
use crate::bundle::{self, BundleTools};
use crate::cargo;
use crate::complaint::Complaint;
use crate::console;
use crate::machine_paths;
use crate::package::{self, ARCHIVES, SOURCES};
use crate::process::Running;
use crate::progress::Progress;
use crate::tally::Tally;
use crate::tools::wasm_opt;
use crate::workspace::Workspace;

/// How long the linter may take: it reads a few files.
const LINT: Duration = Duration::from_secs(5 * 60);

/// The package and the program that weighs the page.
const SCALES: &str = "page-weight";

/// Each part counts on its own, so that one which cannot be carried out hides nothing about the others.
pub(super) fn run(workspace: &Workspace, supplies: &Supplies) -> Outcome {
    provide(workspace, supplies)?;
    let mut tally = Tally::one(true);
    for part in [
        weigh(workspace, supplies),
        lint(workspace, supplies),
        compare(workspace, supplies),
    ] {
        tally += part.unwrap_or_else(|complaint| {
            console::say(&format!("error: {complaint}"));
            Tally::one(false)
        });
    }
    Ok(tally)
}

/// Makes the packages in `dist`. The page is made only where the one that is there is older than its sources.
pub(super) fn provide(workspace: &Workspace, supplies: &Supplies) -> Result<(), Complaint> {
    let tools = supplies.bundle_tools()?;
    wasm_opt::require_pinned(tools.wasm_opt.as_ref(), AGAIN)?;
    supplies.wasm_target()?;
    bundle::parts::build_program(workspace, &supplies.progress, AGAIN)?;
    make_page(workspace, &tools, &supplies.progress)?;
    rules_module::provide(workspace, supplies)?;
    package::build_program(workspace, &supplies.progress, AGAIN)?;
    pack(workspace, workspace)
}

fn make_page(workspace: &Workspace, tools: &BundleTools, progress: &Progress) -> Result<(), Complaint> {
    if bundle::is_fresh(workspace)? {
        console::say("The page in dist/page is newer than its sources.");
        return Ok(());
    }
    let began = SystemTime::now();
    bundle::compile(workspace, progress, AGAIN)?;
    bundle::assemble(workspace, tools, began, progress, AGAIN)
}

fn pack(workspace: &Workspace, checkout: &Workspace) -> Result<(), Complaint> {
    machine_paths::check(workspace)?;
    match watched::check(package::pack_command(workspace, checkout)?)? {
        true => Ok(()),
        false => Err(Complaint::new("The page was not packed; why stands above.")),
    }
}

/// Shows what the page weighs, and whether that is below its ceiling. Which parts a browser does without was seen by the last
/// `cargo xtask bench`.
fn weigh(workspace: &Workspace, supplies: &Supplies) -> Outcome {
    let command = cargo::cargo(workspace, &["build", "--package", SCALES, "--bin", SCALES]);
    let purpose = "Compiling the program that weighs the page (seconds)";
    supplies.progress.run_shown(SCALES, purpose, command, AGAIN)?;
    let mut command = Command::new(cargo::built_program(SCALES)?);
    let figures = workspace.root().join("docs/benchmarks/bundle.json");
    command.arg(workspace.page()).arg(figures);
    watched::check(command).map(Tally::one)
}

/// Packs a second copy of the sources, in another folder, compiled into another one and with the registry's crates at other paths,
/// and compares every archive.
fn compare(workspace: &Workspace, supplies: &Supplies) -> Outcome {
    let copy = workspace.second_copy();
    console::say(&format!(
        "Now again from a second copy of the sources, in {}.",
        workspace.shown(copy.root())
    ));
    second_copy::sync(workspace.root(), copy.root())?;
    if let (Some(home), Some(second)) = (cargo::usual_home(workspace), copy.cargo_home()) {
        second_copy::link_home(&home, second)?;
    }
    let progress = Progress::beside_other_output(&copy);
    make_page(&copy, &supplies.bundle_tools()?, &progress)?;
    rules_module::provide(&copy, supplies)?;
    pack(&copy, workspace)?;
    let mut tally = Tally::default();
    for name in ARCHIVES.into_iter().chain([SOURCES]) {
        let (first, second) = (workspace.packages().join(name), copy.packages().join(name));
        // Outside a checkout of git's there are no sources to pack, and that was said above.
        if name != SOURCES || first.is_file() || second.is_file() {
            let mut command = package::program()?;
            command.arg("compare").arg(first).arg(second);
            tally += Tally::one(watched::check(command)?);
        }
    }
    Ok(tally)
}

/// Has Mozilla's linter look at the unpacked extension, and the packing program judge what it says.
fn lint(workspace: &Workspace, supplies: &Supplies) -> Outcome {
    let web_ext = supplies.web_ext()?;
    let folder = workspace.tools().join("web-ext");
    let extension = folder.join("firefox");
    let mut command = package::program()?;
    command
        .arg("unpack")
        .arg(workspace.packages().join("firefox.zip"))
        .arg(&extension);
    if !watched::check(command)? {
        return Ok(Tally::one(false));
    }
    let report = folder.join("report.json");
    write_report(&web_ext, &extension, &report)?;
    let mut command = package::program()?;
    command.arg("judge").arg(report);
    watched::check(command).map(Tally::one)
}

/// How the linter ends says the same as its report and less, so it is not looked at.
fn write_report(web_ext: &Path, extension: &Path, report: &Path) -> Result<(), Complaint> {
    let output =
        File::create(report).map_err(|cause| Complaint::system("write the linter's report", &cause))?;
    let mut command = Command::new(web_ext);
    command
        .args([
            "lint",
            "--no-config-discovery",
            "--output",
            "json",
            "--source-dir",
        ])
        .arg(extension)
        // It would ask npm's registry for a newer version of itself.
        .env("NO_UPDATE_NOTIFIER", "1")
        .stdin(Stdio::null())
        .stdout(output);
    let mut linter = Running::start(&mut command)?;
    let began = Instant::now();
    while linter.exit_status()?.is_none() {
        if began.elapsed() > LINT {
            return Err(Complaint::new(
                "Mozilla's linter took too long and was ended; run the command again.",
            ));
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}
