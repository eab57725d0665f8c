//! Scripts and style sheets as a browser needs them: comments and indents are for those who read the sources.

/// A script without the lines that are comments, and without indents. It is for our own scripts and wasm-bindgen's, where a comment has
/// its lines for itself and no text goes over several.
pub(crate) fn script(text: &str) -> String {
    text.lines()
        .map(str::trim_start)
        .filter(|line| {
            let is_comment = ["//", "/*", "*/", "* "]
                .iter()
                .any(|begin| line.starts_with(begin));
            !is_comment && *line != "*" && !line.is_empty()
        })
        .flat_map(|line| [line, "\n"])
        .collect()
}

/// A style sheet without comments and indents. It is for our own, where no text holds what a comment begins with.
pub(crate) fn style_sheet(text: &str) -> String {
    let mut pieces = text.split("/*");
    let mut rules = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        rules.push_str(piece.split_once("*/").map_or("", |(_, after)| after));
    }
    rules
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .flat_map(|line| [line, "\n"])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_comments_and_indents_go_and_code_stays() {
        let text = "// First.\n\n/**\n * Adds.\n *\n */\nexport function add(a, b) {\n  // Why.\n  return a * b; // kept\n}\n";
        assert_eq!(
            script(text),
            "export function add(a, b) {\nreturn a * b; // kept\n}\n"
        );
    }

    #[test]
    fn comments_of_a_style_sheet_go_wherever_they_stand() {
        let text = "/* The page. */\n\nh1 {\n  margin: 0; /* none\n at all */\n  color: red;\n}\n";
        assert_eq!(style_sheet(text), "h1 {\nmargin: 0;\ncolor: red;\n}\n");
    }

    #[test]
    fn a_comment_without_an_end_takes_nothing_with_it_that_a_browser_would_read() {
        assert_eq!(style_sheet("p { margin: 0 }\n/* no end"), "p { margin: 0 }\n");
    }
}
