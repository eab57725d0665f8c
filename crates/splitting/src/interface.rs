//! What the glue and the WebAssembly that starts know of each other, and nothing beyond it.
//!
//! wasm-bindgen gives every import a name with a checksum, which no compression makes smaller and which stands in both files. And it keeps
//! whatever a crate below the app offers to JavaScript: the framework brings classes for streams that nobody in this page makes, and each
//! keeps its functions in the WebAssembly.

use std::collections::{HashMap, HashSet};
use std::convert::Infallible;

use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{ExportSection, ImportSection, Module};
use wasmparser::{Export, Imports, Parser, Payload};

use crate::Refusal;

/// The module by which the WebAssembly imports the glue's functions.
const GLUE: &str = "./main_bg.js";

/// How many hexadecimal digits wasm-bindgen's checksums have.
const CHECKSUM: usize = 16;

/// The glue and the WebAssembly, both as wasm-bindgen made them.
pub(crate) struct Bound {
    /// JavaScript.
    pub(crate) glue: String,
    /// The module that it starts.
    pub(crate) wasm: Vec<u8>,
}

/// Takes out what nobody uses, and shortens the names. `loader` is the module that loads the parts, which uses exports too.
///
/// # Errors
/// The WebAssembly cannot be read.
pub(crate) fn narrow(bound: &Bound, loader: &str) -> Result<Bound, Refusal> {
    let mut glue = without_idle_classes(&bound.glue);
    let names = names(&imports(&bound.wasm)?);
    for (long, short) in &names {
        glue = glue.replace(long, short);
    }
    let used = words(&glue).chain(words(loader)).collect();
    let mut module = Module::new();
    Narrowing { names: &names, used }
        .parse_core_module(&mut module, Parser::new(0), &bound.wasm)
        .map_err(|cause| unreadable(&cause))?;
    Ok(Bound {
        glue,
        wasm: module.finish(),
    })
}

/// A copy of a module with other names of imports and fewer exports.
struct Narrowing<'a> {
    names: &'a HashMap<String, String>,
    used: HashSet<&'a str>,
}

impl Reencode for Narrowing<'_> {
    type Error = Infallible;

    fn parse_imports(
        &mut self,
        section: &mut ImportSection,
        imports: Imports<'_>,
    ) -> Result<(), reencode::Error<Infallible>> {
        match imports {
            Imports::Single(_, import) if import.module == GLUE => {
                let name = self.names.get(import.name).map_or(import.name, String::as_str);
                section.import(import.module, name, self.entity_type(import.ty)?);
                Ok(())
            }
            other => reencode::utils::parse_imports(self, section, other),
        }
    }

    fn parse_export(
        &mut self,
        section: &mut ExportSection,
        export: Export<'_>,
    ) -> Result<(), reencode::Error<Infallible>> {
        match self.used.contains(export.name) {
            true => reencode::utils::parse_export(self, section, export),
            false => Ok(()),
        }
    }
}

/// The names of what a module imports from the glue.
fn imports(wasm: &[u8]) -> Result<Vec<&str>, Refusal> {
    let mut names = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        if let Payload::ImportSection(section) = payload.map_err(|cause| unreadable(&cause))? {
            for import in section.into_imports() {
                let import = import.map_err(|cause| unreadable(&cause))?;
                names.extend((import.module == GLUE).then_some(import.name));
            }
        }
    }
    Ok(names)
}

/// The short name of each that has a checksum, as far as it is the only one of that name.
fn names(long: &[&str]) -> HashMap<String, String> {
    let mut bearers: HashMap<&str, usize> = HashMap::new();
    for name in long {
        *bearers.entry(without_checksum(name).unwrap_or(name)).or_default() += 1;
    }
    long.iter()
        .filter_map(|name| Some((*name, without_checksum(name)?)))
        .filter(|(_, short)| bearers.get(short) == Some(&1))
        .map(|(name, short)| (name.to_owned(), short.to_owned()))
        .collect()
}

/// `then` of `__wbg_then_656f253a5dd7d8ea`.
fn without_checksum(name: &str) -> Option<&str> {
    let (name, checksum) = name.strip_prefix("__wbg_")?.rsplit_once('_')?;
    let is_checksum = checksum.len() == CHECKSUM && checksum.bytes().all(|byte| byte.is_ascii_hexdigit());
    (is_checksum && !name.is_empty()).then_some(name)
}

/// The glue without the classes that nothing else in it names: nobody outside of it imports one.
fn without_idle_classes(glue: &str) -> String {
    let mut glue = glue.to_owned();
    for name in classes(&glue) {
        let without = without_class(&glue, &name);
        if !words(&without).any(|word| word == name) {
            glue = without;
        }
    }
    glue
}

fn classes(glue: &str) -> Vec<String> {
    glue.lines()
        .filter_map(|line| line.strip_prefix("export class ")?.strip_suffix(" {"))
        .map(str::to_owned)
        .collect()
}

/// Without the class itself, the line that makes it disposable, and the registry that frees what JavaScript has forgotten.
fn without_class(glue: &str, name: &str) -> String {
    let class = format!("export class {name} {{");
    let disposable = format!("if (Symbol.dispose) {name}.");
    let registry = format!("const {name}Finalization = ");
    let mut kept = String::with_capacity(glue.len());
    let mut lines = glue.lines();
    while let Some(line) = lines.next() {
        if line == class {
            lines.by_ref().take_while(|line| *line != "}").for_each(drop);
        } else if line.starts_with(&registry) {
            lines
                .by_ref()
                .take_while(|line| !line.ends_with(");"))
                .for_each(drop);
        } else if !line.starts_with(&disposable) {
            kept.extend([line, "\n"]);
        }
    }
    kept
}

/// The names in a text of JavaScript, and its other words.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !(character.is_ascii_alphanumeric() || "_$".contains(character)))
}

fn unreadable(cause: &impl std::fmt::Display) -> Refusal {
    Refusal::new(format!(
        "The WebAssembly that wasm-bindgen made cannot be read: {cause}. Perhaps its crate and its program differ in version."
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{EntityType, ExportKind, TypeSection};

    const CLASS: &str = "export class Sink {\n    free() {\n        wasm.sink_free(this.at);\n    }\n}\nif (Symbol.dispose) Sink.prototype[Symbol.dispose] = Sink.prototype.free;\n";
    const REGISTRY: &str = "const SinkFinalization = (typeof FinalizationRegistry === 'undefined')\n    ? { register: () => {} }\n    : new FinalizationRegistry(at => wasm.sink_free(at, 1));\n";

    #[test]
    fn a_class_that_nothing_names_goes_with_all_that_belongs_to_it() {
        let glue = format!("let wasm;\n{CLASS}{REGISTRY}function take() {{}}\n");
        assert_eq!(without_idle_classes(&glue), "let wasm;\nfunction take() {}\n");
    }

    #[test]
    fn a_class_that_the_glue_hands_out_stays() {
        let glue = format!("{CLASS}{REGISTRY}const made = () => Sink.wrap(0);\n");
        assert_eq!(without_idle_classes(&glue), glue);
    }

    #[test]
    fn of_two_imports_that_would_have_one_name_neither_is_shortened() {
        let names = names(&[
            "__wbg_get_00000000000000aa",
            "__wbg_get_00000000000000bb",
            "__wbg_then_00000000000000cc",
            "__wbindgen_cast_0000000000000001",
        ]);
        assert_eq!(
            names.into_iter().collect::<Vec<_>>(),
            [("__wbg_then_00000000000000cc".to_owned(), "then".to_owned())]
        );
    }

    #[test]
    fn both_sides_have_the_same_names_and_only_used_exports_are_left() {
        let bound = Bound {
            glue: format!("import0 = {{ __wbg_then_00000000000000cc: then }}\nwasm.run();\n{CLASS}"),
            wasm: module("__wbg_then_00000000000000cc", &["run", "sink_free", "table"]),
        };
        let narrowed = narrow(&bound, "const { table } = initSync();").unwrap();
        assert_eq!(narrowed.glue, "import0 = { then: then }\nwasm.run();\n");
        assert_eq!(narrowed.wasm, module("then", &["run", "table"]));
    }

    #[test]
    fn what_is_no_module_is_refused() {
        let bound = Bound {
            glue: String::new(),
            wasm: b"wasm".to_vec(),
        };
        assert!(narrow(&bound, "").is_err());
    }

    /// A module with one function, which it imports and offers under these names.
    fn module(import: &str, exports: &[&str]) -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import(GLUE, import, EntityType::Function(0));
        let mut offered = ExportSection::new();
        for name in exports {
            offered.export(name, ExportKind::Func, 0);
        }
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&offered);
        module.finish()
    }
}
