//! Starts the app in the browser; everything that can be tested is in the library.

fn main() {
    service_user_helper::start();
}
