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
use crate::work;

/// So few that they cost nothing, and enough to fill the screen with rows: what a visit costs all the same.
const FEW: usize = 100;

/// How many users there are, and how many rounds it is worth: a visit to a million takes long.
const LISTS: [(usize, usize); 4] = [(1_000, SEVERAL), (10_000, SEVERAL), (100_000, 3), (1_000_000, 1)];

/// How many rounds a short visit is worth.
const SEVERAL: usize = 9;

/// Up to this many users, what a browser does only once would show in the cost of each.
const SHORT: usize = 10_000;

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
    let few = visits(options, FEW, SEVERAL).await?;
    let few = few.map(|costs| middle(costs));
    // A quick look at a shorter list is not to wait for a million.
    let within = |(users, _): &(usize, usize)| *users <= options.users * 10;
    for (users, rounds) in LISTS.into_iter().filter(within) {
        let many = visits(options, users, rounds).await?.map(|costs| middle(costs));
        report.curve.push(point(users, &few, &many));
    }
    Ok(())
}

/// What one of so many users costs, when a visit to few costs the same all the time.
fn point(users: usize, few: &Both<Option<Cost>>, many: &Both<Option<Cost>>) -> Point {
    let each = |cost: fn(&Cost) -> f64| {
        let of = |few: &Option<Cost>, many: &Option<Cost>| {
            Some((cost(many.as_ref()?) - cost(few.as_ref()?)) / users as f64)
        };
        Both {
            product: of(&few.product, &many.product),
            reference: of(&few.reference, &many.reference),
        }
    };
    Point {
        users,
        work: each(|cost| cost.work * 1000.0),
        memory: each(|cost| cost.memory),
    }
}

async fn visits(options: &Options, users: usize, rounds: usize) -> Outcome<Both<Vec<Cost>>> {
    eprintln!("What a user costs in a list of {users} …");
    let host = Host::start(options, users).await?;
    let mut costs = Both::<Vec<Cost>>::default();
    if users <= SHORT {
        for side in Side::in_turn(0) {
            let _first = visit(&host, side).await?;
        }
    }
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
    tab.visit(side.path(), &crowd::script(host.users)).await?;
    list::measure(tab).await?;
    Ok(Cost {
        work: work::milliseconds(tab).await?,
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

#[cfg(test)]
mod tests {
    use super::*;

    fn cost(work: f64, memory: f64) -> Option<Cost> {
        Some(Cost { work, memory })
    }

    #[test]
    fn a_user_costs_what_a_visit_to_many_costs_more_than_one_to_few() {
        let few = Both {
            product: cost(100.0, 2e6),
            reference: cost(10.0, 1e6),
        };
        let many = Both {
            product: cost(150.0, 3e6),
            reference: None,
        };
        let expected = Point {
            users: 1000,
            work: Both {
                product: Some(50.0),
                reference: None,
            },
            memory: Both {
                product: Some(1000.0),
                reference: None,
            },
        };
        assert_eq!(point(1000, &few, &many), expected);
    }

    #[test]
    fn the_middle_visit_counts_and_none_has_no_middle() {
        let costs = [cost(1.0, 5.0), cost(9.0, 6.0), cost(2.0, 7.0)].map(Option::unwrap);
        let middle_one = middle(&costs).unwrap();
        assert_eq!((middle_one.work, middle_one.memory), (2.0, 6.0));
        assert!(middle(&[]).is_none());
    }
}
