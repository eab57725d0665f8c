//! One style sheet of the many that lie beside what they dress.
//!
//! A browser paints nothing before it has every one of them, and a server without HTTP/2 hands out six files at a time: the WebAssembly
//! waited behind them.

use std::path::Path;

use crate::complaint::Complaint;
use crate::without_comments;

/// Its name beside the HTML. Trunk puts a checksum in.
const NAME: &str = "style.css";

/// Writes the style sheets that the HTML in this folder names into one, in their order, and answers with the HTML that names it in their
/// place.
pub(super) fn join(html: &str, folder: &Path) -> Result<String, Complaint> {
    let mut rules = String::new();
    for address in html.lines().filter_map(address) {
        let path = folder.join(address);
        let text = std::fs::read_to_string(&path)
            .map_err(|cause| Complaint::system(format_args!("read {}", path.display()), &cause))?;
        rules.push_str(&without_comments::style_sheet(&text));
    }
    let path = folder.join(NAME);
    std::fs::write(&path, rules)
        .map_err(|cause| Complaint::system(format_args!("write {}", path.display()), &cause))?;
    Ok(naming_one(html))
}

/// The HTML with the first element of a style sheet naming the one, and without the others.
fn naming_one(html: &str) -> String {
    let mut is_named = false;
    let mut text = String::new();
    for line in html.lines() {
        match address(line) {
            None => text.push_str(line),
            Some(_) if is_named => continue,
            Some(address) => {
                is_named = true;
                text.push_str(&line.replace(address, NAME));
            }
        }
        text.push('\n');
    }
    text
}

/// The address in a line with a style sheet's element; each has a line of its own.
fn address(line: &str) -> Option<&str> {
    let element = line.trim().strip_prefix("<link data-trunk rel=\"css\" href=\"")?;
    element.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str = "<head>
    <link data-trunk rel=\"css\" href=\"../../src/a.css\" />
    <link data-trunk rel=\"icon\" href=\"../../icon.svg\" />
    <link data-trunk rel=\"css\" href=\"../../src/b.css\" />
</head>
";

    #[test]
    fn the_one_stands_where_the_first_stood() {
        let expected = "<head>
    <link data-trunk rel=\"css\" href=\"style.css\" />
    <link data-trunk rel=\"icon\" href=\"../../icon.svg\" />
</head>
";
        assert_eq!(naming_one(HTML), expected);
    }

    #[test]
    fn every_style_sheet_of_the_page_is_found() {
        let html = include_str!("../../../index.html");
        let found = html.lines().filter_map(address).count();
        assert_eq!(found, html.matches(".css\"").count());
        assert!(found > 10);
    }
}
