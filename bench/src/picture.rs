//! The picture of the report: the ratios, and what a user costs. SVG by hand, because it is a few lines, readable in light and in dark.

use crate::curve::Point;
use crate::figure::{Figure, Goal};
use crate::report::Report;
use crate::side::Both;

const WIDTH: f64 = 760.0;
const MARGIN: f64 = 24.0;

/// The height of a ratio with its words.
const ROW: f64 = 42.0;

/// The ratios that are the ends of the scale; what is beyond is drawn at the end.
const SCALE: (f64, f64) = (1.0 / 16.0, 16.0);

/// The numbers below the scale.
const NUMBERS: [(f64, &str); 5] = [
    (1.0 / 16.0, "1/16"),
    (0.25, "1/4"),
    (1.0, "1"),
    (4.0, "4"),
    (16.0, "16"),
];

/// The height of a curve, with its heading and the numbers below it.
const CURVE: f64 = 230.0;

const STYLE: &str = "\
  svg { color-scheme: light dark; font: 13px system-ui, sans-serif; }
  .ground { fill: #ffffff; } .ink { fill: #16202e; } .soft { fill: #4a5a6e; font-size: 12px; } .heading { font-weight: 600; font-size: 15px; }
  .line { stroke: #d5dce5; } .goal { stroke: #16202e; stroke-width: 2; } .spread { stroke-width: 5; stroke-linecap: round; }
  .met { fill: #146336; stroke: #146336; } .missed { fill: #b3201f; stroke: #b3201f; }
  .product { stroke: #0a5aa6; fill: #0a5aa6; } .reference { stroke: #7f4b00; fill: #7f4b00; } .curve { fill: none; stroke-width: 2; }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #11161d; } .ink { fill: #eaf0f7; } .soft { fill: #adbacb; } .line { stroke: #364252; } .goal { stroke: #eaf0f7; }
    .met { fill: #78d69d; stroke: #78d69d; } .missed { fill: #ff9d96; stroke: #ff9d96; }
    .product { stroke: #6cb2f5; fill: #6cb2f5; } .reference { stroke: #f3c06a; fill: #f3c06a; } .curve { fill: none; }
  }";

/// Draws the report.
pub(crate) fn draw(report: &Report) -> String {
    let figures: Vec<&Figure> = report
        .figures
        .iter()
        .filter(|figure| matches!(figure.goal, Goal::Ratio(_)) && figure.ratio().is_some())
        .collect();
    let numbers_at = 78.0 + ROW * figures.len() as f64;
    let curves_from = numbers_at + 24.0;
    let height = match report.curve.is_empty() {
        true => curves_from,
        false => curves_from + CURVE + MARGIN,
    };
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-labelledby=\"title\">\n\
         <title id=\"title\">The product beside a page written by hand</title>\n<style>\n{STYLE}\n</style>\n\
         <rect class=\"ground\" width=\"{WIDTH}\" height=\"{height}\"/>\n"
    );
    svg.push_str(&words(
        MARGIN,
        30.0,
        "ink heading",
        "start",
        "How many times the page written by hand",
    ));
    svg.push_str(&words(
        MARGIN,
        50.0,
        "soft",
        "start",
        "Dot: the median of the pairs. Bar: half of them. Upright line: the goal, which is met at its left.",
    ));
    for (place, figure) in figures.iter().enumerate() {
        svg.push_str(&ratio_row(figure, 78.0 + ROW * place as f64));
    }
    for (ratio, number) in NUMBERS.into_iter().filter(|_| !figures.is_empty()) {
        let anchor = match number {
            "1/16" => "start",
            "16" => "end",
            _ => "middle",
        };
        svg.push_str(&words(on_scale(ratio), numbers_at, "soft", anchor, number));
    }
    if !report.curve.is_empty() {
        let width = (WIDTH - 3.0 * MARGIN) / 2.0;
        let work = line_of(&report.curve, |point| &point.work);
        let memory = line_of(&report.curve, |point| &point.memory);
        svg.push_str(&curve(
            "The main thread's work for each user, µs",
            &work,
            MARGIN,
            curves_from,
            width,
        ));
        let right = 2.0 * MARGIN + width;
        svg.push_str(&curve(
            "Memory for each user, bytes",
            &memory,
            right,
            curves_from,
            width,
        ));
    }
    svg.push_str("</svg>\n");
    svg
}

fn ratio_row(figure: &Figure, y: f64) -> String {
    let Some(ratio) = figure.ratio() else {
        return String::new();
    };
    let class = match figure.is_met() {
        Some(true) => "met",
        _ => "missed",
    };
    let judgement = match figure.is_met() {
        Some(true) => "met",
        _ => "not met",
    };
    let line = y + 16.0;
    let mut row = words(MARGIN, y, "ink", "start", &figure.name);
    row.push_str(&words(
        WIDTH - MARGIN,
        y,
        "ink",
        "end",
        &format!("{:.2} · {judgement}", ratio.median),
    ));
    row.push_str(&format!(
        "<path class=\"line\" d=\"M{MARGIN:.1} {line:.1}H{:.1}\"/>\n\
         <path class=\"spread {class}\" d=\"M{:.1} {line:.1}H{:.1}\"/>\n\
         <circle class=\"{class}\" cx=\"{:.1}\" cy=\"{line:.1}\" r=\"6\"/>\n",
        WIDTH - MARGIN,
        on_scale(ratio.lower),
        on_scale(ratio.upper),
        on_scale(ratio.median),
    ));
    if let Goal::Ratio(limit) = figure.goal {
        row.push_str(&format!(
            "<path class=\"goal\" d=\"M{:.1} {:.1}V{:.1}\"/>\n",
            on_scale(limit),
            line - 8.0,
            line + 8.0
        ));
    }
    row
}

/// Where a ratio is from the left.
fn on_scale(ratio: f64) -> f64 {
    let (least, most) = SCALE;
    let part = (ratio.clamp(least, most) / least).ln() / (most / least).ln();
    MARGIN + part * (WIDTH - 2.0 * MARGIN)
}

/// The numbers of users with what each costs, for both pages.
type Lines = Both<Vec<(usize, f64)>>;

fn line_of(points: &[Point], each: fn(&Point) -> &Both<Option<f64>>) -> Lines {
    let line = |side: fn(&Both<Option<f64>>) -> Option<f64>| {
        points
            .iter()
            .filter_map(|point| Some((point.users, side(each(point))?)))
            .collect()
    };
    Both {
        product: line(|both| both.product),
        reference: line(|both| both.reference),
    }
}

/// One curve: the number of users from left to right, each step ten times the one before, and the cost from the bottom up, from 0.
fn curve(heading: &str, lines: &Lines, left: f64, top: f64, width: f64) -> String {
    let all = || lines.product.iter().chain(&lines.reference);
    let most = all().map(|(_, cost)| *cost).fold(f64::MIN_POSITIVE, f64::max);
    let (least_users, most_users) = all().fold((usize::MAX, 1), |(least, most), (users, _)| {
        (least.min(*users), most.max(*users))
    });
    let (plot_top, bottom) = (top + 44.0, top + CURVE - 40.0);
    let steps = (most_users as f64 / least_users as f64).log10().max(1.0);
    let x = |users: usize| left + (users as f64 / least_users as f64).log10() / steps * (width - 16.0) + 8.0;
    let y = |cost: f64| bottom - cost.max(0.0) / most * (bottom - plot_top);
    let mut svg = words(left, top + 14.0, "ink heading", "start", heading);
    svg.push_str(&words(
        left + width,
        top + 36.0,
        "soft",
        "end",
        &format!("{most:.0}"),
    ));
    svg.push_str(&format!(
        "<path class=\"line\" d=\"M{left:.1} {plot_top:.1}H{:.1}M{left:.1} {bottom:.1}H{:.1}\"/>\n",
        left + width,
        left + width
    ));
    for (name, class, line, key) in [
        ("product", "product", &lines.product, left + 4.0),
        ("by hand", "reference", &lines.reference, left + 84.0),
    ] {
        svg.push_str(&mark(class, key, top + 32.0));
        svg.push_str(&words(key + 10.0, top + 36.0, "soft", "start", name));
        let places: Vec<(f64, f64)> = line.iter().map(|(users, cost)| (x(*users), y(*cost))).collect();
        if !places.is_empty() {
            let path: Vec<String> = places.iter().map(|(x, y)| format!("{x:.1} {y:.1}")).collect();
            svg.push_str(&format!(
                "<path class=\"curve {class}\" d=\"M{}\"/>\n",
                path.join("L")
            ));
        }
        for (x, y) in places {
            svg.push_str(&mark(class, x, y));
        }
    }
    for (users, _) in &lines.product {
        let anchor = match *users {
            users if users == least_users => "start",
            users if users == most_users => "end",
            _ => "middle",
        };
        svg.push_str(&words(
            x(*users),
            bottom + 18.0,
            "soft",
            anchor,
            &users.to_string(),
        ));
    }
    svg.push_str(&words(
        left + width / 2.0,
        bottom + 34.0,
        "soft",
        "middle",
        "users in the list",
    ));
    svg
}

/// A page's mark, told apart by its shape as well as by its colour.
fn mark(class: &str, x: f64, y: f64) -> String {
    match class {
        "product" => format!("<circle class=\"{class}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4\"/>\n"),
        _ => format!(
            "<rect class=\"{class}\" x=\"{:.1}\" y=\"{:.1}\" width=\"7\" height=\"7\"/>\n",
            x - 3.5,
            y - 3.5
        ),
    }
}

fn words(x: f64, y: f64, class: &str, anchor: &str, words: &str) -> String {
    let words = words
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    format!("<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\">{words}</text>\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::tests::made_up;

    #[test]
    fn a_ratio_is_drawn_with_its_goal_and_said_in_words() {
        let svg = draw(&made_up());
        assert!(svg.contains(">Rows &lt;soon&gt;</text>"), "{svg}");
        assert!(svg.contains(">0.40 · met</text>"), "{svg}");
        assert_eq!(svg.matches("class=\"goal\"").count(), 1);
    }

    #[test]
    fn a_page_that_could_not_show_a_list_has_a_shorter_line() {
        let svg = draw(&made_up());
        // Two curves, with one mark each beside its name.
        assert_eq!(svg.matches("<circle class=\"product\"").count(), 2 * (2 + 1));
        assert_eq!(svg.matches("<rect class=\"reference\"").count(), 2 * (1 + 1));
    }

    #[test]
    fn every_element_that_is_opened_is_closed() {
        for report in [made_up(), Report::default()] {
            let svg = draw(&report);
            for name in ["svg", "text", "style", "title"] {
                let opened = svg.matches(&format!("<{name}")).count();
                assert_eq!(
                    opened,
                    svg.matches(&format!("</{name}>")).count(),
                    "{name}: {svg}"
                );
            }
            assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
        }
    }
}
