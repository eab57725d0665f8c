//! The generated JavaScript, with the names that the files have in the page.

use crate::Refusal;
use crate::cut::{GLUE, LOADER, Part};

/// The WebAssembly's name that wasm-bindgen wrote into the glue.
const START: &str = "main_bg.wasm";

/// The glue of the WebAssembly that starts. `boot.js` calls it by the name that a glue without parts has.
pub(crate) fn glue(generated: &str, loader: &str, start: &str) -> Result<String, Refusal> {
    // The WebAssembly goes on calling the loader by its first name, and the glue has to hand it over by that.
    let import = format!("from \"{LOADER}\"");
    let named = replace(generated, &import, &format!("from \"./{loader}\""), "the glue")?;
    let named = replace(&named, START, start, "the glue")?;
    Ok(format!("{named}\nglobalThis.wasm_bindgen = __wbg_init;\n"))
}

/// The module that loads the parts.
pub(crate) fn loader(generated: &str, glue: &str, parts: &[Part]) -> Result<String, Refusal> {
    let mut named = replace(generated, GLUE, &format!("./{glue}"), "the parts' loader")?;
    for part in parts {
        named = replace(
            &named,
            &format!("\"./{}\"", part.called),
            &format!("\"./{}\"", part.name),
            "the parts' loader",
        )?;
    }
    Ok(named)
}

/// `index.html` with the glue as the module that it is now, and with the loader, which the glue begins with, asked for at the same time.
/// Modules run in the order in which they stand, so the glue is there before `boot.js` is.
pub(crate) fn html(html: &str, glue: &str, loader: &str) -> Result<String, Refusal> {
    let script = format!("<script defer src=\"./{glue}\">");
    replace(
        html,
        &script,
        &format!("<link rel=\"modulepreload\" href=\"./{loader}\"><script type=\"module\" src=\"./{glue}\">"),
        "index.html",
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

    #[test]
    fn the_glue_names_the_files_of_the_page_and_can_be_called() {
        let generated = "import * as a from \"./__wasm_split.js\"\nimports = { \"./__wasm_split.js\": a }\nnew URL('main_bg.wasm', import.meta.url)\nexport { __wbg_init as default };";
        assert_eq!(
            glue(generated, "parts-1.js", "app-2_bg.wasm").unwrap(),
            "import * as a from \"./parts-1.js\"\nimports = { \"./__wasm_split.js\": a }\nnew URL('app-2_bg.wasm', import.meta.url)\nexport { __wbg_init as default };\nglobalThis.wasm_bindgen = __wbg_init;\n"
        );
    }

    #[test]
    fn the_loader_fetches_each_part_by_its_name_in_the_page() {
        let part = |called: &str, name: &str| Part {
            called: called.to_owned(),
            name: name.to_owned(),
            content: Vec::new(),
        };
        let generated =
            "import { initSync } from \"./main.js\"; fetch(\"./chunk_1.wasm\"); fetch(\"./chunk_11.wasm\")";
        let parts = [
            part("chunk_1.wasm", "shared-1-aa.wasm"),
            part("chunk_11.wasm", "shared-11-bb.wasm"),
        ];
        assert_eq!(
            loader(generated, "app-2.js", &parts).unwrap(),
            "import { initSync } from \"./app-2.js\"; fetch(\"./shared-1-aa.wasm\"); fetch(\"./shared-11-bb.wasm\")"
        );
    }

    #[test]
    fn the_glue_becomes_a_module_in_the_page() {
        let page = "<script defer src=\"./app-2.js\"></script><script id=\"boot\" type=\"module\" src=\"./boot.js\"></script>";
        assert_eq!(
            html(page, "app-2.js", "parts-1.js").unwrap(),
            "<link rel=\"modulepreload\" href=\"./parts-1.js\"><script type=\"module\" src=\"./app-2.js\"></script><script id=\"boot\" type=\"module\" src=\"./boot.js\"></script>"
        );
    }

    #[test]
    fn a_name_that_is_not_there_is_refused() {
        assert!(
            html("<script src=\"./app-2.js\">", "app-2.js", "parts-1.js")
                .unwrap_err()
                .to_string()
                .contains("index.html")
        );
        assert!(glue("", "a", "b").is_err());
    }
}
