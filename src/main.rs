//! Starts the app in the browser; everything that can be tested is in the library.

#[cfg(target_arch = "wasm32")]
fn main() {
    service_user_helper::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("The app runs in a browser. `cargo xtask serve` builds it and serves it on this machine.");
}
