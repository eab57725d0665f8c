//! Nothing gets into a package by accident.

use crate::files::Files;
use crate::refusal::Refusal;

/// The endings of everything that belongs in a package.
const EXPECTED: &[&str] = &["css", "html", "js", "json", "png", "svg", "wasm"];

/// What tells a browser where a file's source map is.
const SOURCE_MAP_MARK: &str = "sourceMappingURL=";

/// Every file is of an expected type, and none is a source map or points to one: those name the paths of the machine that made
/// them.
pub(crate) fn check(files: &Files) -> Vec<Refusal> {
    files
        .iter()
        .filter_map(|(name, content)| {
            let file = name.rsplit('/').next().unwrap_or(name);
            let ending = file.rsplit_once('.').map_or("", |(_, ending)| ending);
            match ending {
                "map" => Some(format!(
                    "`{name}` is a source map and has no place in a package; keep trunk from writing it."
                )),
                ending if !EXPECTED.contains(&ending) => Some(format!(
                    "`{name}` is of a type that no package holds; take it out of its folder, or add the type to `EXPECTED` in \
                     crates/packaging."
                )),
                _ if contains(content, SOURCE_MAP_MARK.as_bytes()) => Some(format!(
                    "`{name}` points to a source map (`{SOURCE_MAP_MARK}`), and no package has one; take that line out."
                )),
                _ => None,
            }
        })
        .map(Refusal::new)
        .collect()
}

fn contains(content: &[u8], wanted: &[u8]) -> bool {
    content.windows(wanted.len()).any(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusals(name: &str, content: &str) -> Vec<String> {
        let mut files = Files::new();
        files.insert(name, content);
        check(&files).iter().map(Refusal::to_string).collect()
    }

    #[test]
    fn the_files_of_a_page_and_of_an_extension_pass() {
        for name in [
            "index.html",
            "_locales/en/messages.json",
            "icons/16.png",
            "app_bg.wasm",
        ] {
            assert!(refusals(name, "text").is_empty(), "{name}");
        }
    }

    #[test]
    fn a_source_map_is_refused() {
        assert!(refusals("app.js.map", "{}")[0].contains("is a source map"));
    }

    #[test]
    fn a_file_that_points_to_a_source_map_is_refused() {
        assert!(refusals("app.js", "let a;\n//# sourceMappingURL=app.js.map\n")[0].contains("points to"));
        assert!(refusals("app.css", "/*# sourceMappingURL=a.map */")[0].contains("points to"));
    }

    #[test]
    fn a_file_of_an_unexpected_type_is_refused() {
        for name in [
            ".DS_Store",
            "icons/16.png~",
            "README",
            "app.ts",
            "a.json/key",
            "wasm",
        ] {
            assert!(refusals(name, "")[0].contains(&format!("`{name}`")), "{name}");
        }
    }
}
