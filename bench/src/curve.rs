//! What a service user costs, from a list of a thousand to one of a million.

use end_to_end::Outcome;

use crate::crowd;
use crate::host::Host;
use crate::list;
use crate::memory;
use crate::options::Options;
use crate::report::Report;
use crate::side::{Both, Side};
use crate::statistics::Spread;
use crate::work::Work;

/// So few that they cost nothing: what a visit costs all the same.
const FEW: usize = 25;

/// How many users there are, and how many rounds it is worth: a visit to a million takes long.
const LISTS: [(usize, usize); 4] = [(1_000, 5), (10_000, 5), (100_000, 3), (1_000_000, 1)];

/// What one user costs in a list of this length.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Point {
    /// How many users there are.
    pub(crate) users: usize,
    /// The main thread's work for each, in microseconds; nothing where the page could not show the list.
    pub(crate) work: Both<Option<f64>>,
    /// The memory for each, in bytes.
    pub(crate) memory: Both<Option<f64>>,
}

/// What a visit cost.
#[derive(Clone, Copy, Debug)]
struct Cost {
    /// In milliseconds.
    work: f64,
    /// In bytes.
    memory: f64,
}

/// Visits lists of every length with both pages.
pub(crate) async fn measure(options: &Options, report: &mut Report) -> Outcome {
    let few = visits(options, FEW, 5).await?;
    let few = few.map(|costs| middle(costs));
    // A quick look at a shorter list is not to wait for a million.
    let within = |(users, _): &(usize, usize)| *users <= options.users * 10;
    for (users, rounds) in LISTS.into_iter().filter(within) {
        let many = visits(options, users, rounds).await?.map(|costs| middle(costs));
        let point = |each: fn(&Cost) -> f64, unit: f64| {
            let of = |many: &Option<Cost>, few: &Option<Cost>| {
                let difference = each(many.as_ref()?) - each(few.as_ref()?);
                Some(difference * unit / users as f64)
            };
            Both {
                product: of(&many.product, &few.product),
                reference: of(&many.reference, &few.reference),
            }
        };
        report.curve.push(Point {
            users,
            work: point(|cost| cost.work, 1000.0),
            memory: point(|cost| cost.memory, 1.0),
        });
    }
    Ok(())
}

async fn visits(options: &Options, users: usize, rounds: usize) -> Outcome<Both<Vec<Cost>>> {
    eprintln!("What a user costs in a list of {users} …");
    let host = Host::start(&options.root, users).await?;
    let mut costs = Both::<Vec<Cost>>::default();
    for round in 0..rounds.min(options.rounds) {
        for side in Side::in_turn(round) {
            match visit(&host, side).await {
                Ok(cost) => costs.of_mut(side).push(cost),
                // The hand-written page may have no way to read so many; the product must.
                Err(fault) if side == Side::Reference => {
                    eprintln!("  The page written by hand fails: {fault:?}");
                }
                Err(fault) => return Err(fault),
            }
        }
    }
    host.end().await;
    Ok(costs)
}

async fn visit(host: &Host, side: Side) -> Outcome<Cost> {
    let tab = &host.tab;
    tab.rest().await?;
    let work = Work::begin(tab).await?;
    tab.visit(side, &crowd::script(host.users)).await?;
    list::measure(tab).await?;
    Ok(Cost {
        work: work.milliseconds().await?,
        memory: memory::measure(tab).await?,
    })
}

fn middle(costs: &[Cost]) -> Option<Cost> {
    let median = |each: fn(&Cost) -> f64| {
        let values: Vec<f64> = costs.iter().map(each).collect();
        Spread::of(&values).map(|spread| spread.median)
    };
    Some(Cost {
        work: median(|cost| cost.work)?,
        memory: median(|cost| cost.memory)?,
    })
}
