//! The product beside a page that is written by hand: how light and how quick both are.
//!
//! `cargo xtask bench` builds the page as it is shipped and runs this program. It measures in a real Chromium. Both pages come from the
//! same local Account Manager, in the same browser, one after the other and in turn, so that whatever else the machine does
//! happens to both; what counts are the ratios, pair by pair. The reference page is in `reference/`: plain JavaScript, the same words,
//! the same calls and the same flow. Before anything is measured, both pages have to create a service user.
//!
//! A measurement a file: [`bytes`], [`name_field`], [`crowd`] (one visit to a list of many, with [`list`], [`memory`], [`keys`] and
//! [`long_tasks`]) and [`curve`]. What came of them becomes [`figure::Figure`]s, and those a [`report`] and a [`picture`].
//!
//! It fails where something could not be measured. A goal that is missed is said in words.

mod bytes;
mod crowd;
mod curve;
mod figure;
mod host;
mod keys;
mod list;
mod long_tasks;
mod memory;
mod name_field;
mod options;
mod picture;
mod report;
mod side;
mod statistics;
mod tab;
mod work;

use std::path::Path;
use std::process::ExitCode;

use end_to_end::Outcome;
use options::{Measurement, Options};
use report::Report;

fn main() -> ExitCode {
    let options = match Options::parse(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(sentence) => {
            eprintln!("error: {sentence}");
            return ExitCode::FAILURE;
        }
    };
    let outcome = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(Into::into)
        .and_then(|runtime| runtime.block_on(run(&options)));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("error: {fault:?}");
            ExitCode::FAILURE
        }
    }
}

async fn run(options: &Options) -> Outcome {
    let mut report = Report::new(options);
    // Always, because it proves that both pages work.
    bytes::measure(options, &mut report).await?;
    if options.wants(Measurement::NameField) {
        name_field::measure(options, &mut report).await?;
    }
    if options.wants(Measurement::Crowd) {
        crowd::measure(options, &mut report).await?;
    }
    if options.wants(Measurement::Curve) {
        curve::measure(options, &mut report).await?;
    }
    let text = report.markdown();
    println!("{text}");
    // Half a run must not take the place of a whole one.
    let folder = match options.is_whole() {
        true => options.root.join("docs"),
        false => options.root.join("target/bench"),
    };
    write(&folder, &report, &text)?;
    println!("The report is in {}.", folder.join("benchmarks.md").display());
    Ok(())
}

fn write(folder: &Path, report: &Report, text: &str) -> Outcome {
    std::fs::create_dir_all(folder.join("pictures"))?;
    std::fs::create_dir_all(folder.join("benchmarks"))?;
    std::fs::write(folder.join("benchmarks.md"), text)?;
    std::fs::write(folder.join("pictures/benchmarks.svg"), picture::draw(report))?;
    report.weights.write(&folder.join("benchmarks/bundle.json"))?;
    Ok(())
}
