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

/// A page that is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opened {
    /// One of the two that everything is measured with.
    Of(Side),
    /// The one made with Preact, which has step 1 alone.
    Preact,
}

impl Opened {
    /// In the order in which they take their turns in this round.
    fn in_turn(round: usize) -> [Self; 3] {
        let mut pages = [Self::Of(Side::Product), Self::Of(Side::Reference), Self::Preact];
        let turns = round % pages.len();
        pages.rotate_left(turns);
        pages
    }
}

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

    /// The address that such a visit begins with; nothing where the page has no such way.
    fn address(self, page: Opened) -> Option<&'static str> {
        match (self, page) {
            (Self::First | Self::Later, Opened::Of(side)) => Some(side.create_page()),
            (Self::ByTheList, Opened::Of(side)) => Some(side.path()),
            (Self::First | Self::Later, Opened::Preact) => Some("/preact/#create"),
            (Self::ByTheList, Opened::Preact) => None,
        }
    }

    fn goal(self) -> Goal {
        match self {
            Self::First | Self::Later => Goal::Ratio(1.3),
            Self::ByTheList => Goal::None,
        }
    }
}

/// The times and the work of one kind of visit, in milliseconds, round by round.
#[derive(Default)]
struct Measured {
    of: Both<[Vec<f64>; 2]>,
    preact: [Vec<f64>; 2],
}

impl Measured {
    fn of_mut(&mut self, page: Opened) -> &mut [Vec<f64>; 2] {
        match page {
            Opened::Of(side) => self.of.of_mut(side),
            Opened::Preact => &mut self.preact,
        }
    }
}

/// Opens the pages in turn, in every way.
pub(crate) async fn measure(options: &Options, report: &mut Report) -> Outcome {
    let host = Host::start(options, USERS).await?;
    let mut measured = Visit::ALL.map(|visit| (visit, Measured::default()));
    for round in 0..options.rounds {
        eprintln!("The name field, round {} of {} …", round + 1, options.rounds);
        for page in Opened::in_turn(round) {
            if page == Opened::Preact && options.preact_page.is_none() {
                continue;
            }
            for (visit, kept) in &mut measured {
                let Some(address) = visit.address(page) else {
                    continue;
                };
                let values = open(&host, address, *visit).await?;
                for (kept, value) in kept.of_mut(page).iter_mut().zip(values) {
                    kept.push(value);
                }
            }
        }
    }
    host.end().await;
    for (visit, Measured { of, preact }) in measured {
        let name = visit.name();
        let [time_with_preact, work_with_preact] = preact;
        let figure = |name: String, goal, values| Figure {
            name,
            unit: Unit::Milliseconds,
            goal,
            values,
        };
        let time = format!("From the start of the {name} to a checked name");
        let work = format!("The main thread's work in that time, {name}");
        let times = of.map(|[time, _]| time.clone());
        let works = of.map(|[_, work]| work.clone());
        if !time_with_preact.is_empty() {
            let beside = |values: &Both<Vec<f64>>, reference| Both {
                product: values.product.clone(),
                reference,
            };
            let sooner = match visit {
                Visit::First => Goal::Ratio(1.0),
                _ => Goal::None,
            };
            report
                .beside_preact
                .push(figure(time.clone(), sooner, beside(&times, time_with_preact)));
            report
                .beside_preact
                .push(figure(work.clone(), Goal::None, beside(&works, work_with_preact)));
        }
        report.add(figure(time, visit.goal(), times));
        report.add(figure(work, visit.goal(), works));
    }
    Ok(())
}

/// The time and the work, in milliseconds.
async fn open(host: &Host, address: &str, visit: Visit) -> Outcome<[f64; 2]> {
    let tab = &host.tab;
    tab.rest().await?;
    if visit != Visit::Later {
        tab.forget_files().await?;
    }
    tab.visit(address, SCRIPT).await?;
    let time = tab
        .page()
        .promised("return await window.bench.done", Vec::new())
        .await?;
    let time = time
        .as_f64()
        .ok_or_else(|| Fault::new("The page did not say when the name was checked."))?;
    Ok([time, work::milliseconds(tab).await?])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_page_is_first_in_its_turn() {
        let firsts = [0, 1, 2, 3].map(|round| Opened::in_turn(round).first().copied());
        let firsts = firsts.map(Option::unwrap);
        assert_eq!(
            firsts,
            [
                Opened::Of(Side::Product),
                Opened::Of(Side::Reference),
                Opened::Preact,
                Opened::Of(Side::Product)
            ]
        );
    }
}
