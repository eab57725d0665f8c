//! Nothing that runs or paints stands in the HTML.

use crate::files::Files;
use crate::html::{self, Tag};
use crate::refusal::Refusal;

/// No HTML file has a script, a style or a handler in it: the policy of extension pages refuses each of them, at run time and
/// without a word to the person who looks at the page.
pub(crate) fn check(files: &Files) -> Vec<Refusal> {
    files
        .iter()
        .filter(|(name, _)| name.ends_with(".html"))
        .flat_map(|(name, content)| {
            html::tags(&String::from_utf8_lossy(content))
                .iter()
                .flat_map(inline_parts)
                .map(|what| {
                    Refusal::new(format!(
                        "`{name}` has {what} in it, and browsers refuse that in an extension; move it to a file of its own."
                    ))
                })
                .collect::<Vec<_>>()
        })
        .collect()
}

fn inline_parts(tag: &Tag) -> Vec<String> {
    let mut parts = Vec::new();
    match tag.name.as_str() {
        "script" if tag.attribute("src").is_none() => parts.push("a script".to_owned()),
        "style" => parts.push("a style".to_owned()),
        _ => {}
    }
    for (name, value) in tag.attributes() {
        let is_script_address = value
            .trim_start()
            .get(..11)
            .is_some_and(|start| start.eq_ignore_ascii_case("javascript:"));
        if name == "style" {
            parts.push(format!("a `style` attribute (on <{}>)", tag.name));
        } else if name.starts_with("on") {
            parts.push(format!("a handler `{name}` (on <{}>)", tag.name));
        } else if is_script_address {
            parts.push(format!("a script in `{name}` (on <{}>)", tag.name));
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusals(html: &str) -> Vec<String> {
        let mut files = Files::new();
        files.insert("index.html", html);
        files.insert("glue.js", "box.innerHTML = '<p onclick=\"a()\">'");
        check(&files).iter().map(Refusal::to_string).collect()
    }

    #[test]
    fn a_page_whose_scripts_and_styles_are_files_passes() {
        let html = r#"<link rel="stylesheet" href="./page.css"/><script type="module" src="./boot.js"></script><p class="one">on = 1</p>"#;
        assert!(refusals(html).is_empty());
    }

    #[test]
    fn an_inline_script_is_refused() {
        assert!(
            refusals("<script type=\"module\">import a from './src=a.js'</script>")[0].contains("a script")
        );
    }

    #[test]
    fn an_inline_style_is_refused_as_an_element_and_as_an_attribute() {
        assert!(refusals("<style>p { color: red }</style>")[0].contains("a style"));
        assert!(refusals("<p style='color: red'>")[0].contains("`style` attribute (on <p>)"));
    }

    #[test]
    fn a_handler_is_refused() {
        assert!(refusals("<body OnLoad=start()>")[0].contains("`onload` (on <body>)"));
        assert!(refusals("<a href=\" JavaScript:start()\">")[0].contains("a script in `href`"));
    }

    #[test]
    fn every_fault_of_a_page_is_told() {
        assert_eq!(refusals("<script></script><p style=a onclick=b>").len(), 3);
    }
}
