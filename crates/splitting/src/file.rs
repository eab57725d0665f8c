//! Reading a file, or saying which one could not be read.

use std::path::Path;

use crate::Refusal;

/// The content of a file.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, Refusal> {
    std::fs::read(path).map_err(|cause| unreadable(path, &cause))
}

/// The content of a file of text.
pub(crate) fn text(path: &Path) -> Result<String, Refusal> {
    std::fs::read_to_string(path).map_err(|cause| unreadable(path, &cause))
}

fn unreadable(path: &Path, cause: &std::io::Error) -> Refusal {
    Refusal::system(format_args!("read {}", path.display()), cause)
}
