//! Visits to a long list.

use end_to_end::Outcome;

use crate::figure::{Figure, Goal, Unit};
use crate::host::Host;
use crate::keys::{self, Keys, NameKeys};
use crate::list::{self, ListTimes};
use crate::long_tasks::{self, LongTasks};
use crate::memory;
use crate::options::Options;
use crate::report::Report;
use crate::side::{Both, Side};

const SCRIPT: &str = include_str!("crowd.js");

/// What one visit showed.
#[derive(Clone, Debug)]
struct Visit {
    list: ListTimes,
    /// While the list was being read.
    reading: LongTasks,
    /// In bytes.
    memory: f64,
    search: Keys,
    name: Keys,
    /// While keys were typed.
    typing: LongTasks,
}

/// The script that watches a visit to so many service users.
pub(crate) fn script(users: usize) -> String {
    SCRIPT.replace("EXPECTED", &users.to_string())
}

/// Visits both pages in turn.
pub(crate) async fn measure(options: &Options, report: &mut Report) -> Outcome {
    eprintln!("Making up {} service users …", options.users);
    let host = Host::start(options, options.users).await?;
    let name_keys = keys::name_keys(&host).await?;
    let mut visits = Both::<Vec<Visit>>::default();
    for round in 0..options.rounds {
        eprintln!("The long list, round {} of {} …", round + 1, options.rounds);
        for side in Side::in_turn(round) {
            visits.of_mut(side).push(visit(&host, side, &name_keys).await?);
        }
    }
    let users = host.users;
    host.end().await;
    for figure in figures(users, &visits) {
        report.add(figure);
    }
    Ok(())
}

async fn visit(host: &Host, side: Side, name_keys: &NameKeys) -> Outcome<Visit> {
    let tab = &host.tab;
    tab.rest().await?;
    tab.visit(side.path(), &script(host.users)).await?;
    let list = list::measure(tab).await?;
    let reading = long_tasks::since(tab, list.asked).await?;
    // Before anything is typed, so that it is the list's memory and nothing else's.
    let memory = memory::measure(tab).await?;
    let typing_began = long_tasks::now(tab).await?;
    let search = keys::search(tab).await?;
    let search_typing = long_tasks::since(tab, typing_began).await?;
    let (name, name_typing) = keys::name(tab, name_keys).await?;
    Ok(Visit {
        list,
        reading,
        memory,
        search,
        name,
        typing: LongTasks {
            count: search_typing.count + name_typing.count,
            longest: search_typing.longest.max(name_typing.longest),
        },
    })
}

fn figures(users: usize, visits: &Both<Vec<Visit>>) -> Vec<Figure> {
    let figure = |name: String, unit: Unit, goal: Goal, value: fn(&Visit) -> f64| Figure {
        name,
        unit,
        goal,
        values: visits.map(|visits| visits.iter().map(value).collect()),
    };
    vec![
        figure(
            format!("{users} users: from the answer's end to the first rows"),
            Unit::Milliseconds,
            Goal::Ratio(0.5),
            |visit| visit.list.first_rows_after_the_answer(),
        ),
        figure(
            format!("{users} users: from the request to the first rows"),
            Unit::Milliseconds,
            Goal::None,
            |visit| visit.list.first_rows_after_the_request(),
        ),
        figure(
            format!("{users} users: from the answer's end to the whole list"),
            Unit::Milliseconds,
            Goal::None,
            |visit| visit.list.whole_after_the_answer(),
        ),
        figure(
            format!("{users} users: from the request to the whole list"),
            Unit::Milliseconds,
            Goal::None,
            |visit| visit.list.whole_after_the_request(),
        ),
        figure(
            format!("{users} users: memory"),
            Unit::Megabytes,
            Goal::Ratio(1.0),
            |visit| visit.memory / 1e6,
        ),
        figure(
            format!("{users} users: tasks of more than 50 ms while the list is read"),
            Unit::Count,
            Goal::AtMost(0.0),
            |visit| visit.reading.count,
        ),
        figure(
            "The longest of them".to_owned(),
            Unit::Milliseconds,
            Goal::None,
            |visit| visit.reading.longest,
        ),
        figure(
            format!("A key in the search among {users} users, until its frame"),
            Unit::Milliseconds,
            Goal::Ratio(1.0),
            |visit| visit.search.median_work(),
        ),
        figure(
            "The same for 95 of 100 keys".to_owned(),
            Unit::Milliseconds,
            Goal::None,
            |visit| visit.search.work_of_95(),
        ),
        figure(
            "Keys in the search whose rows were not in the next frame".to_owned(),
            Unit::Count,
            Goal::AtMost(0.0),
            |visit| visit.search.late,
        ),
        figure(
            format!("A key in the name field beside {users} names, 95 of 100 keys"),
            Unit::Milliseconds,
            Goal::Below(4.0),
            |visit| visit.name.work_of_95(),
        ),
        figure(
            "Keys in the name field whose remark was not in the next frame".to_owned(),
            Unit::Count,
            Goal::AtMost(0.0),
            |visit| visit.name.late,
        ),
        figure(
            "Tasks of more than 50 ms while keys are typed".to_owned(),
            Unit::Count,
            Goal::AtMost(0.0),
            |visit| visit.typing.count,
        ),
        figure(
            "The longest of those".to_owned(),
            Unit::Milliseconds,
            Goal::None,
            |visit| visit.typing.longest,
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_waits_for_as_many_as_there_are() {
        let script = script(20_000);
        assert!(script.contains("\"20000 service users\""), "{script}");
        assert!(!script.contains("EXPECTED"), "{script}");
    }
}
