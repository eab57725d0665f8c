//! The tables of what the page weighs, in Markdown.

use crate::{Figures, PartFigure};

/// How many crates are listed; the rest is one line.
const LISTED_CRATES: usize = 16;

/// A weight as a person reads it, such as `12.3 kB`.
pub fn kilobytes(bytes: u64) -> String {
    format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100)
}

/// What each part weighs, the heaviest first, and how that differs from the last time.
pub fn part_table(now: &Figures, last: &Figures) -> String {
    let mut parts: Vec<(&str, PartFigure)> = now
        .parts
        .iter()
        .map(|(name, figure)| (name.as_str(), *figure))
        .collect();
    parts.sort_by_key(|(_, figure)| (!figure.loaded, std::cmp::Reverse(figure.brotli)));
    let mut table =
        String::from("| Part | Bytes | As brotli | Since the last figures |\n|---|---:|---:|---:|\n");
    for (name, figure) in parts {
        let before = last.parts.get(name).map(|last| last.brotli);
        let note = if figure.loaded { "" } else { " (not loaded)" };
        table.push_str(&line(&format!("{name}{note}"), figure.raw, figure.brotli, before));
    }
    for (name, gone) in last
        .parts
        .iter()
        .filter(|(name, _)| !now.parts.contains_key(*name))
    {
        table.push_str(&line(&format!("{name} (gone)"), 0, 0, Some(gone.brotli)));
    }
    let before = Some(last.weight()).filter(|_| !last.parts.is_empty());
    table.push_str(&line(
        "**What creating a service user loads**",
        now.raw_weight(),
        now.weight(),
        before,
    ));
    table
}

/// What each crate weighs in the WebAssembly, the heaviest first, and how that differs from the last time.
pub fn crate_table(now: &Figures, last: &Figures) -> String {
    let mut crates: Vec<(&str, u64)> = now
        .crates
        .iter()
        .map(|(name, bytes)| (name.as_str(), *bytes))
        .collect();
    crates.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
    let (listed, rest) = crates.split_at(LISTED_CRATES.min(crates.len()));
    let all: u64 = now.crates.values().sum();
    let mut table =
        String::from("| Crate | Bytes of code | Share | Since the last figures |\n|---|---:|---:|---:|\n");
    let mut add = |name: &str, bytes: u64, before: Option<u64>| {
        let share = (bytes * 1000).checked_div(all).unwrap_or_default();
        let change = change(bytes, before);
        table.push_str(&format!(
            "| {name} | {} | {}.{} % | {change} |\n",
            kilobytes(bytes),
            share / 10,
            share % 10
        ));
    };
    for (name, bytes) in listed {
        add(&format!("`{name}`"), *bytes, last.crates.get(*name).copied());
    }
    if !rest.is_empty() {
        let before = rest.iter().map(|(name, _)| last.crates.get(*name)).sum();
        let bytes = rest.iter().map(|(_, bytes)| bytes).sum();
        add(&format!("{} others", rest.len()), bytes, before);
    }
    add(
        "**All code**",
        all,
        Some(last.crates.values().sum()).filter(|_| !last.crates.is_empty()),
    );
    table
}

fn line(name: &str, raw: u64, brotli: u64, before: Option<u64>) -> String {
    format!(
        "| {name} | {} | {} | {} |\n",
        kilobytes(raw),
        kilobytes(brotli),
        change(brotli, before)
    )
}

fn change(now: u64, before: Option<u64>) -> String {
    match before {
        None => "new".to_owned(),
        Some(before) if before == now => "as it was".to_owned(),
        Some(before) if before < now => format!("+{}", kilobytes(now - before)),
        Some(before) => format!("−{}", kilobytes(before - now)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(parts: &[(&str, u64, bool)], crates: &[(&str, u64)]) -> Figures {
        let part = |(name, brotli, loaded): &(&str, u64, bool)| {
            let figure = PartFigure {
                raw: brotli * 2,
                brotli: *brotli,
                loaded: *loaded,
            };
            ((*name).to_owned(), figure)
        };
        Figures {
            parts: parts.iter().map(part).collect(),
            crates: crates
                .iter()
                .map(|(name, bytes)| ((*name).to_owned(), *bytes))
                .collect(),
        }
    }

    #[test]
    fn the_parts_are_listed_by_weight_with_what_changed() {
        let last = figures(
            &[
                ("a.wasm", 400_000, true),
                ("b.css", 900, true),
                ("c.js", 5_000, true),
            ],
            &[],
        );
        let now = figures(
            &[
                ("a.wasm", 390_000, true),
                ("b.css", 900, true),
                ("d.wasm", 70_000, false),
            ],
            &[],
        );
        assert_eq!(
            part_table(&now, &last),
            "\
| Part | Bytes | As brotli | Since the last figures |
|---|---:|---:|---:|
| a.wasm | 780.0 kB | 390.0 kB | −10.0 kB |
| b.css | 1.8 kB | 0.9 kB | as it was |
| d.wasm (not loaded) | 140.0 kB | 70.0 kB | new |
| c.js (gone) | 0.0 kB | 0.0 kB | −5.0 kB |
| **What creating a service user loads** | 781.8 kB | 390.9 kB | −15.0 kB |
"
        );
    }

    #[test]
    fn crates_beyond_the_heaviest_are_one_line() {
        let names: Vec<String> = (0..18).map(|number| format!("crate-{number:02}")).collect();
        let crates: Vec<(&str, u64)> = names
            .iter()
            .zip((1..).map(|size| 20_000 - size * 1_000))
            .map(|(name, bytes)| (name.as_str(), bytes))
            .collect();
        let now = figures(&[], &crates);
        let table = crate_table(&now, &now);
        assert!(
            table.contains("| `crate-00` | 19.0 kB | 10.0 % | as it was |\n"),
            "{table}"
        );
        assert!(
            table.contains("| 2 others | 5.0 kB | 2.6 % | as it was |\n"),
            "{table}"
        );
        assert!(
            table.contains("| **All code** | 189.0 kB | 100.0 % | as it was |\n"),
            "{table}"
        );
    }
}
