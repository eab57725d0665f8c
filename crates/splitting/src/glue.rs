//! The generated JavaScript, with the names that the files have in the page.

use crate::Refusal;
use crate::cut::{GLUE, LOADER, Part};

/// The WebAssembly's name that wasm-bindgen wrote into the glue.
const START: &str = "main_bg.wasm";

/// The script that starts the app, as trunk has copied it into the page.
pub(crate) const BOOT: &str = "boot.js";

/// What the one script of the page is put together from.
pub(crate) struct Pieces<'a> {
    /// The module that loads the parts.
    pub(crate) loader: &'a str,
    /// The glue of the WebAssembly that starts.
    pub(crate) glue: &'a str,
    /// [`BOOT`].
    pub(crate) boot: &'a str,
    /// The parts, by the names that the loader calls them.
    pub(crate) parts: &'a [Part],
    /// The name in the page of the WebAssembly that starts.
    pub(crate) start: &'a str,
}

/// The one script of the page: the fewer files there are to be asked for, the sooner it can be used, whatever is in them.
///
/// What loads the parts comes first, because the glue hands it to the WebAssembly; `boot.js` calls the glue by the name that a glue without
/// parts has.
pub(crate) fn script(pieces: &Pieces<'_>) -> Result<String, Refusal> {
    let loader = loader(pieces.loader, pieces.parts)?;
    let import = replace(pieces.glue, "import * as ", "const ", "the glue")?;
    let named = replace(&import, &format!(" from \"{LOADER}\""), " = parts;", "the glue")?;
    let glue = replace(&named, START, pieces.start, "the glue")?;
    let boot = pieces.boot;
    Ok(format!(
        "{loader}{glue}\nglobalThis.wasm_bindgen = __wbg_init;\n{boot}"
    ))
}

/// What loads the parts, in the same script as the glue that it needs, and as `parts` what the glue needs of it.
fn loader(generated: &str, parts: &[Part]) -> Result<String, Refusal> {
    let place = "the parts' loader";
    let mut named = replace(
        generated,
        &format!("import {{ initSync }} from \"{GLUE}\";"),
        "",
        place,
    )?;
    for part in parts {
        named = replace(
            &named,
            &format!("\"./{}\"", part.called),
            &format!("\"./{}\"", part.name),
            place,
        )?;
    }
    let exports = named
        .split(EXPORT)
        .skip(1)
        .filter_map(|rest| rest.split(' ').next())
        .collect::<Vec<_>>()
        .join(", ");
    let named = replace(&named, EXPORT, "const ", place)?;
    Ok(format!("{named}\nconst parts = {{ {exports} }};\n"))
}

/// What an export of the loader begins with.
const EXPORT: &str = "export const ";

/// `index.html` with the one script in the place of two.
pub(crate) fn html(html: &str, glue: &str, script: &str) -> Result<String, Refusal> {
    let place = "index.html";
    let without = replace(
        html,
        &format!("<script defer src=\"./{glue}\"></script>"),
        "",
        place,
    )?;
    replace(
        &without,
        &format!("src=\"./{BOOT}\""),
        &format!("src=\"./{script}\""),
        place,
    )
}

/// A name that is not there means that a tool writes something else than it did: better no page than one that does not start.
fn replace(text: &str, name: &str, by: &str, place: &str) -> Result<String, Refusal> {
    match text.contains(name) {
        true => Ok(text.replace(name, by)),
        false => Err(Refusal::new(format!(
            "{place} should name {name} and does not; look at what the tools write now, and then at crates/splitting/src/glue.rs."
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(called: &str, name: &str) -> Part {
        Part {
            called: called.to_owned(),
            name: name.to_owned(),
            content: Vec::new(),
        }
    }

    #[test]
    fn loader_glue_and_start_are_one_script() {
        let pieces = Pieces {
            loader: "import { initSync } from \"./main.js\";\nconst chunk = load(\"./chunk_1.wasm\");\nexport const load_a = after(\"./split_a.wasm\", chunk);\nexport const load_b = after(\"./chunk_11.wasm\");\n",
            glue: "import * as import1 from \"./__wasm_split.js\"\nimport * as import2 from \"./__wasm_split.js\"\nimports = { \"./__wasm_split.js\": import1 }\nnew URL('main_bg.wasm', import.meta.url)\nexport { __wbg_init as default };",
            boot: "await wasm_bindgen();\n",
            parts: &[
                part("chunk_1.wasm", "shared-1-aa.wasm"),
                part("chunk_11.wasm", "shared-11-bb.wasm"),
                part("split_a.wasm", "a-cc.wasm"),
            ],
            start: "app-2_bg.wasm",
        };
        assert_eq!(
            script(&pieces).unwrap(),
            "\nconst chunk = load(\"./shared-1-aa.wasm\");\nconst load_a = after(\"./a-cc.wasm\", chunk);\nconst load_b = after(\"./shared-11-bb.wasm\");\n\nconst parts = { load_a, load_b };\nconst import1 = parts;\nconst import2 = parts;\nimports = { \"./__wasm_split.js\": import1 }\nnew URL('app-2_bg.wasm', import.meta.url)\nexport { __wbg_init as default };\nglobalThis.wasm_bindgen = __wbg_init;\nawait wasm_bindgen();\n"
        );
    }

    #[test]
    fn the_page_has_the_one_script() {
        let page = "<script defer src=\"./app-2.js\"></script><script id=\"boot\" type=\"module\" src=\"./boot.js\"></script>";
        assert_eq!(
            html(page, "app-2.js", "app-3.js").unwrap(),
            "<script id=\"boot\" type=\"module\" src=\"./app-3.js\"></script>"
        );
    }

    #[test]
    fn a_name_that_is_not_there_is_refused() {
        let sentence = html("<script src=\"./app-2.js\">", "app-2.js", "app-3.js").unwrap_err();
        assert!(sentence.to_string().contains("index.html"), "{sentence}");
        let nothing = Pieces {
            loader: "",
            glue: "",
            boot: "",
            parts: &[],
            start: "",
        };
        assert!(script(&nothing).is_err());
    }
}
