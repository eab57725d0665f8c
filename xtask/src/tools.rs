//! What the commands need and where it comes from, one file a tool. Everything lands below `target/tools`; only `cargo xtask test`
//! as root on a Debian system installs anything outside, because browsers come no other way.

pub(crate) mod axe;
pub(crate) mod browsers;
pub(crate) mod c_compiler;
pub(crate) mod cargo_install;
pub(crate) mod debian;
pub(crate) mod geckodriver;
pub(crate) mod naughty_strings;
pub(crate) mod npm;
pub(crate) mod on_path;
pub(crate) mod preact;
pub(crate) mod schemathesis;
pub(crate) mod trunk;
pub(crate) mod typescript;
pub(crate) mod vite;
pub(crate) mod wasm_bindgen;
pub(crate) mod wasm_opt;
pub(crate) mod wasm_target;
pub(crate) mod web_ext;
