//! How long until a name can be typed, and how much work that is.

use end_to_end::{Fault, Outcome};

use crate::figure::{Figure, Goal, Unit};
use crate::host::Host;
use crate::options::Options;
use crate::report::Report;
use crate::side::{Both, Side};
use crate::work;

/// How many service users there are.
const USERS: usize = 25;

const SCRIPT: &str = include_str!("name_field.js");

/// What is known of the page's files when it is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Files {
    /// Nothing: every byte is sent and compiled.
    Unknown,
    /// They are as they were kept, and what was compiled of them may be too.
    Kept,
}

/// Opens both pages in turn, once for the first time and once again.
pub(crate) async fn measure(options: &Options, report: &mut Report) -> Outcome {
    let host = Host::start(&options.root, USERS).await?;
    let mut first = Both::<[Vec<f64>; 2]>::default();
    let mut later = Both::<[Vec<f64>; 2]>::default();
    for round in 0..options.rounds {
        eprintln!("The name field, round {} of {} …", round + 1, options.rounds);
        for side in Side::in_turn(round) {
            for files in [Files::Unknown, Files::Kept] {
                let measured = open(&host, side, files).await?;
                let kept = match files {
                    Files::Unknown => &mut first,
                    Files::Kept => &mut later,
                };
                for (values, value) in kept.of_mut(side).iter_mut().zip(measured) {
                    values.push(value);
                }
            }
        }
    }
    host.end().await;
    for (files, kept) in [("first visit", first), ("later visit", later)] {
        report.add(Figure {
            name: format!("From the start of the {files} to a checked name"),
            unit: Unit::Milliseconds,
            goal: Goal::Ratio(1.3),
            values: kept.map(|[time, _]| time.clone()),
        });
        report.add(Figure {
            name: format!("The main thread's work in that time, {files}"),
            unit: Unit::Milliseconds,
            goal: Goal::Ratio(1.3),
            values: kept.map(|[_, work]| work.clone()),
        });
    }
    Ok(())
}

/// The time and the work, in milliseconds.
async fn open(host: &Host, side: Side, files: Files) -> Outcome<[f64; 2]> {
    let tab = &host.tab;
    tab.rest().await?;
    if files == Files::Unknown {
        tab.forget_files().await?;
    }
    tab.visit(side, SCRIPT).await?;
    let time = tab
        .page()
        .promised("return await window.bench.done", Vec::new())
        .await?;
    let time = time
        .as_f64()
        .ok_or_else(|| Fault::new("The page did not say when the name was checked."))?;
    Ok([time, work::milliseconds(tab).await?])
}
