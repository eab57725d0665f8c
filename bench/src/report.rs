//! The report, in Markdown.

use page_weight::{Figures, crate_table, kilobytes, part_table};

use crate::curve::Point;
use crate::figure::{Figure, Goal, Unit};
use crate::options::Options;
use crate::side::Both;
use crate::statistics::Spread;

/// What came of a run.
#[derive(Debug, Default)]
pub(crate) struct Report {
    /// The browser's name and version.
    pub(crate) browser: String,
    /// How many cores the machine has.
    pub(crate) cores: usize,
    /// How often everything was measured.
    pub(crate) rounds: usize,
    /// The lines, in the order in which they were measured.
    pub(crate) figures: Vec<Figure>,
    /// The lines with the page made with Preact in the reference's place.
    pub(crate) beside_preact: Vec<Figure>,
    /// What a user costs, by the length of the list.
    pub(crate) curve: Vec<Point>,
    /// What the product weighs.
    pub(crate) weights: Figures,
    /// What it weighed when the report was written the last time.
    pub(crate) last_weights: Figures,
}

impl Report {
    /// An empty one.
    pub(crate) fn new(options: &Options) -> Self {
        Self {
            cores: std::thread::available_parallelism().map_or(1, usize::from),
            rounds: options.rounds,
            ..Self::default()
        }
    }

    /// Takes a line.
    pub(crate) fn add(&mut self, figure: Figure) {
        self.figures.push(figure);
    }

    /// The whole report.
    pub(crate) fn markdown(&self) -> String {
        let mut text = format!(
            "\
# Benchmarks

How light and how quick the product is beside a page that is written by hand. `cargo xtask bench` measures and writes this page.

![The ratios and the cost of a user](pictures/benchmarks.svg)

## Figures

{}

{}
",
            self.goals_met(),
            figure_table("By hand", &self.figures)
        );
        if !self.beside_preact.is_empty() {
            text.push_str(&format!(
                "
## Beside Preact

The same for a page with step 1 alone, made with Preact and its usual bundler ([bench/preact](../bench/preact)). It has the rules of the
friendly name alone, neither the list nor step 2, so a page of the whole flow would be slower.

{}",
                figure_table("With Preact", &self.beside_preact)
            ));
        }
        if !self.curve.is_empty() {
            text.push_str(&format!(
                "
## What a user costs

The whole visit up to the complete list, less a visit to a list of a few, divided by the number of users. It is to stay the same however
long the list is.

{}",
                self.curve_table()
            ));
        }
        text.push_str(&format!(
            "
## What the page weighs

As brotli of quality 11. A part is not loaded where the browser did without it until the token was shown.

{}",
            part_table(&self.weights, &self.last_weights)
        ));
        if !self.weights.crates.is_empty() {
            text.push_str(&format!(
                "
## What each crate weighs

The WebAssembly's code without compression, by the names of its functions, which were kept for this: as wasm-opt leaves it, before
wasm-bindgen takes away what only it needs. What was inlined counts for where it went: of the app's closures, many count for `framework`, which
boxes them. Constants count for no crate.

{}",
                crate_table(&self.weights, &self.last_weights)
            ));
        }
        text.push_str(&self.method());
        text
    }

    fn goals_met(&self) -> String {
        let judged: Vec<bool> = self
            .figures
            .iter()
            .chain(&self.beside_preact)
            .filter_map(Figure::is_met)
            .collect();
        let met = judged.iter().filter(|met| **met).count();
        format!("{met} of {} goals are met.", judged.len())
    }

    fn curve_table(&self) -> String {
        let mut table = String::from(
            "| Users | Work for each: product | by hand | Memory for each: product | by hand |\n|---:|---:|---:|---:|---:|\n",
        );
        for point in &self.curve {
            let cell = |value: Option<f64>, unit: &str| {
                value.map_or("cannot".to_owned(), |value| format!("{value:.1} {unit}"))
            };
            table.push_str(&format!(
                "| {} | {} | {} | {} | {} |\n",
                point.users,
                cell(point.work.product, "µs"),
                cell(point.work.reference, "µs"),
                cell(point.memory.product, "B"),
                cell(point.memory.reference, "B"),
            ));
        }
        table
    }

    fn method(&self) -> String {
        format!(
            "
## How it is measured

- {browser}, headless, on {cores} cores; {rounds} rounds. In each round the pages take their turn, and another one is first in the
  next. A figure is the median of the rounds, with the quartiles in brackets; a ratio is taken within each round, and then the median of
  the ratios.
- Ratios are what counts. The times are those of one machine, with the tests' own server beside the browser on it, and are there for
  orientation.
- Both pages come from the same local Account Manager on 127.0.0.1, without compression, to a browser that is signed in. The page written by hand is
  in [bench/reference](../bench/reference): plain JavaScript, the same words, calls and flow, with the list in one `JSON.parse`, virtual
  rows, and the rules of the form. It has neither filters, selection, templates, changes nor rotation. Before anything is measured, both
  pages create a service user.
- *A checked name* is painted when a name was typed and what is wrong with it stands under the field. The way there is
  connecting by session at the address of step 1, `#create`; *by way of the list* it is the list and then *Create service user*. On a
  *first visit* the browser has none of the files, and its process for the host is a new one, in which nothing is compiled yet; on a *later
  visit* it has both.
- *The main thread's work* is its own processor time, so that other programs do not count, and neither does what the browser does in
  other threads. A function of WebAssembly is compiled where and when it is called first, which is work of the main thread.
- *A key* is a letter typed by the browser's editing command; its work is that of the event's handlers and of the next frame, up to the
  end of painting. The keys type names that are taken, so that the remark changes on the way.
- *Memory* is JavaScript's heap, all `ArrayBuffer`s and all memories of WebAssembly at their whole size, after the browser has cleared
  away what nobody needs. Compiled code is not in it, of neither page.
- *Cannot*: the page written by hand needs the answer as one text, and a text has a greatest length in the browser.
- The weight may be {ceiling} at most, which `cargo xtask test` sees to.
- Where the bytes and the milliseconds are, what was tried in vain and what it would take to go further is in [page-weight.md](page-weight.md).
",
            browser = self.browser,
            cores = self.cores,
            rounds = self.rounds,
            ceiling = kilobytes(page_weight::CEILING),
        )
    }
}

/// A table of lines; `other` is what the product is measured beside.
fn figure_table(other: &str, figures: &[Figure]) -> String {
    let mut table = format!(
        "| What | Product | {other} | Ratio, pair by pair | Goal | |\n|---|---:|---:|---:|---|---|\n"
    );
    for figure in figures {
        let Both { product, reference } = figure.values.map(|values| shown(values, figure.unit));
        let ratio = figure.ratio().map_or(String::new(), |ratio| {
            spread(ratio, |value| format!("{value:.2}"), "")
        });
        table.push_str(&format!(
            "| {} | {product} | {reference} | {ratio} | {} | {} |\n",
            figure.name,
            goal(figure),
            judgement(figure)
        ));
    }
    table
}

/// What is judged by the worst round may look met by its median and quartiles.
fn judgement(figure: &Figure) -> String {
    match (figure.is_met(), figure.goal) {
        (None, _) => String::new(),
        (Some(true), _) => "met".to_owned(),
        (Some(false), Goal::AtMost(limit)) => {
            let product = &figure.values.product;
            let missed = product.iter().filter(|value| **value > limit).count();
            format!("**not met** in {missed} of {} rounds", product.len())
        }
        (Some(false), _) => "**not met**".to_owned(),
    }
}

fn shown(values: &[f64], unit: Unit) -> String {
    match (values, Spread::of(values)) {
        (_, None) => String::new(),
        ([value], Some(_)) => quantity(*value, unit),
        (_, Some(found)) => spread(found, |value| digits(value, unit), symbol(unit)),
    }
}

fn spread(spread: Spread, write: impl Fn(f64) -> String, symbol: &str) -> String {
    format!(
        "{}{symbol} ({}–{})",
        write(spread.median),
        write(spread.lower),
        write(spread.upper)
    )
}

fn quantity(value: f64, unit: Unit) -> String {
    format!("{}{}", digits(value, unit), symbol(unit))
}

fn digits(value: f64, unit: Unit) -> String {
    match unit {
        Unit::Count => format!("{value:.0}"),
        _ if value >= 100.0 => format!("{value:.0}"),
        _ => format!("{value:.1}"),
    }
}

fn symbol(unit: Unit) -> &'static str {
    match unit {
        Unit::Milliseconds => " ms",
        Unit::Kilobytes => " kB",
        Unit::Megabytes => " MB",
        Unit::Count => "",
    }
}

fn goal(figure: &Figure) -> String {
    match figure.goal {
        Goal::Ratio(limit) => format!("at most {limit} ×"),
        Goal::Below(limit) => format!("below {}", quantity(limit, figure.unit)),
        Goal::AtMost(0.0) => "none".to_owned(),
        Goal::AtMost(limit) => format!("at most {}", quantity(limit, figure.unit)),
        Goal::None => String::new(),
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use std::collections::BTreeMap;

    use page_weight::PartFigure;

    use super::*;

    /// A report with made-up figures.
    pub(crate) fn made_up() -> Report {
        let figure = |name: &str, unit, goal, product: &[f64], reference: &[f64]| Figure {
            name: name.to_owned(),
            unit,
            goal,
            values: Both {
                product: product.to_vec(),
                reference: reference.to_vec(),
            },
        };
        let point = |users, work: [Option<f64>; 2], memory: [Option<f64>; 2]| {
            let both = |[product, reference]: [Option<f64>; 2]| Both { product, reference };
            Point {
                users,
                work: both(work),
                memory: both(memory),
            }
        };
        let part = |brotli, loaded| PartFigure {
            raw: brotli * 2,
            brotli,
            loaded,
        };
        Report {
            browser: "Chromium 156".to_owned(),
            cores: 2,
            rounds: 3,
            figures: vec![
                figure("Bytes", Unit::Kilobytes, Goal::Below(100.0), &[508.4], &[7.25]),
                figure(
                    "Rows <soon>",
                    Unit::Milliseconds,
                    Goal::Ratio(0.5),
                    &[40.0, 44.0, 60.0],
                    &[100.0, 110.0, 100.0],
                ),
                figure(
                    "Long tasks",
                    Unit::Count,
                    Goal::AtMost(0.0),
                    &[0.0, 1.0, 0.0],
                    &[1.0; 3],
                ),
                figure("Whole", Unit::Milliseconds, Goal::None, &[250.0; 3], &[200.0; 3]),
            ],
            beside_preact: vec![figure(
                "Soon",
                Unit::Milliseconds,
                Goal::Ratio(1.0),
                &[9.0; 3],
                &[10.0; 3],
            )],
            curve: vec![
                point(1_000, [Some(12.25), Some(9.0)], [Some(300.0), Some(1200.5)]),
                point(1_000_000, [Some(11.0), None], [Some(290.0), None]),
            ],
            weights: Figures {
                parts: BTreeMap::from([
                    ("app.wasm".to_owned(), part(500_000, true)),
                    ("later.wasm".to_owned(), part(9_000, false)),
                ]),
                crates: BTreeMap::from([("leptos".to_owned(), 70_000)]),
            },
            last_weights: Figures::default(),
        }
    }

    #[test]
    fn a_report_is_written_as_people_read_it() {
        let text = made_up().markdown();
        assert!(text.contains("2 of 4 goals are met."), "{text}");
        let table = "\
| What | Product | By hand | Ratio, pair by pair | Goal | |
|---|---:|---:|---:|---|---|
| Bytes | 508 kB | 7.2 kB | 70.12 (70.12–70.12) | below 100 kB | **not met** |
| Rows <soon> | 44.0 ms (42.0–52.0) | 100 ms (100–105) | 0.40 (0.40–0.50) | at most 0.5 × | met |
| Long tasks | 0 (0–0) | 1 (1–1) | 0.00 (0.00–0.50) | none | **not met** in 1 of 3 rounds |
| Whole | 250 ms (250–250) | 200 ms (200–200) | 1.25 (1.25–1.25) |  |  |
";
        assert!(text.contains(table), "{text}");
        let beside_preact = "\
| What | Product | With Preact | Ratio, pair by pair | Goal | |
|---|---:|---:|---:|---|---|
| Soon | 9.0 ms (9.0–9.0) | 10.0 ms (10.0–10.0) | 0.90 (0.90–0.90) | at most 1 × | met |
";
        assert!(text.contains(beside_preact), "{text}");
        let curve = "\
| Users | Work for each: product | by hand | Memory for each: product | by hand |
|---:|---:|---:|---:|---:|
| 1000 | 12.2 µs | 9.0 µs | 300.0 B | 1200.5 B |
| 1000000 | 11.0 µs | cannot | 290.0 B | cannot |
";
        assert!(text.contains(curve), "{text}");
        assert!(
            text.contains("| later.wasm (not loaded) | 18.0 kB | 9.0 kB | new |"),
            "{text}"
        );
        assert!(text.contains("| `leptos` | 70.0 kB | 100.0 % | new |"), "{text}");
        assert!(
            text.contains("Chromium 156, headless, on 2 cores; 3 rounds."),
            "{text}"
        );
    }

    #[test]
    fn what_was_not_measured_has_no_section() {
        let report = Report {
            curve: Vec::new(),
            beside_preact: Vec::new(),
            weights: Figures::default(),
            ..made_up()
        };
        let text = report.markdown();
        assert!(
            !text.contains("What a user costs\n")
                && !text.contains("Beside Preact")
                && !text.contains("What each crate weighs"),
            "{text}"
        );
    }
}
