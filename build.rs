//! What the linker has to leave behind for the bundle's cut into parts.

fn main() {
    // Where each address in the code points: whoever moves code into another file has to know.
    if std::env::var_os("CARGO_FEATURE_PARTS").is_some() {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    println!("cargo::rerun-if-changed=build.rs");
}
