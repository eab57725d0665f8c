//! Starts the app in the browser; everything that can be tested is in the library.

/// Smaller than the standard library's, and as quick.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[cfg(target_arch = "wasm32")]
fn main() {
    service_user_helper::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The app runs in a browser. `cargo xtask serve` builds it and serves it on this machine.");
}
