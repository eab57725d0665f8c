//! Reading a file that the person chose.

use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// Why a file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It has so many bytes, which is more than was asked for.
    TooLarge(usize),
    /// The browser cannot read it, for one because it is gone or is a folder.
    Refused,
}

/// The bytes of a file of so many at most. One that has more is not read at all.
///
/// # Errors
/// See [`Unread`].
pub async fn read_file(file: &File, limit: usize) -> Result<Vec<u8>, Unread> {
    // A size is a whole number far below where they stop being exact.
    let size = file.size() as usize;
    if size > limit {
        return Err(Unread::TooLarge(size));
    }
    let bytes = JsFuture::from(file.array_buffer()).await;
    bytes
        .map(|bytes| Uint8Array::new(&bytes).to_vec())
        .map_err(|_| Unread::Refused)
}
