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

/// How a person comes to the name field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Visit {
    /// By the address of step 1, and the browser has none of the files: every byte is sent and compiled.
    First,
    /// As before, and the browser has kept the files, and maybe what was compiled of them.
    Later,
    /// By way of the list, and the browser has none of the files.
    ByTheList,
}

impl Visit {
    const ALL: [Self; 3] = [Self::First, Self::Later, Self::ByTheList];

    /// As the report calls it.
    fn name(self) -> &'static str {
        match self {
            Self::First => "first visit",
            Self::Later => "later visit",
            Self::ByTheList => "first visit by way of the list",
        }
    }

    fn address(self, side: Side) -> &'static str {
        match self {
            Self::First | Self::Later => side.create_page(),
            Self::ByTheList => side.path(),
        }
    }

    fn goal(self) -> Goal {
        match self {
            Self::First | Self::Later => Goal::Ratio(1.3),
            Self::ByTheList => Goal::None,
        }
    }
}

/// Opens both pages in turn, in every way.
pub(crate) async fn measure(options: &Options, report: &mut Report) -> Outcome {
    let host = Host::start(&options.root, USERS).await?;
    let mut measured = Visit::ALL.map(|visit| (visit, Both::<[Vec<f64>; 2]>::default()));
    for round in 0..options.rounds {
        eprintln!("The name field, round {} of {} …", round + 1, options.rounds);
        for side in Side::in_turn(round) {
            for (visit, kept) in &mut measured {
                let values = open(&host, side, *visit).await?;
                for (kept, value) in kept.of_mut(side).iter_mut().zip(values) {
                    kept.push(value);
                }
            }
        }
    }
    host.end().await;
    for (visit, kept) in measured {
        let name = visit.name();
        report.add(Figure {
            name: format!("From the start of the {name} to a checked name"),
            unit: Unit::Milliseconds,
            goal: visit.goal(),
            values: kept.map(|[time, _]| time.clone()),
        });
        report.add(Figure {
            name: format!("The main thread's work in that time, {name}"),
            unit: Unit::Milliseconds,
            goal: visit.goal(),
            values: kept.map(|[_, work]| work.clone()),
        });
    }
    Ok(())
}

/// The time and the work, in milliseconds.
async fn open(host: &Host, side: Side, visit: Visit) -> Outcome<[f64; 2]> {
    let tab = &host.tab;
    tab.rest().await?;
    if visit != Visit::Later {
        tab.forget_files().await?;
    }
    tab.visit(visit.address(side), SCRIPT).await?;
    let time = tab
        .page()
        .promised("return await window.bench.done", Vec::new())
        .await?;
    let time = time
        .as_f64()
        .ok_or_else(|| Fault::new("The page did not say when the name was checked."))?;
    Ok([time, work::milliseconds(tab).await?])
}
