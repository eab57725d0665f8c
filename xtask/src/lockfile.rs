//! What Cargo.lock pins.

use crate::complaint::Complaint;
use crate::workspace::Workspace;

/// The version of a package in the workspace's Cargo.lock.
pub(crate) fn locked_version(workspace: &Workspace, package: &str) -> Result<String, Complaint> {
    let path = workspace.root().join("Cargo.lock");
    let lock = std::fs::read_to_string(&path)
        .map_err(|cause| Complaint::system(format_args!("read {}", path.display()), &cause))?;
    version_in(&lock, package).ok_or_else(|| {
        Complaint::new(format!(
            "Cargo.lock names no {package}; `cargo update --workspace` writes it anew."
        ))
    })
}

fn version_in(lock: &str, package: &str) -> Option<String> {
    let wanted = format!("name = \"{package}\"");
    lock.split("[[package]]")
        .find(|entry| entry.lines().any(|line| line == wanted))?
        .lines()
        .find_map(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "version = 4\n\n[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.80\"\n\n[[package]]\n\
                        name = \"wasm-bindgen\"\nversion = \"0.2.130\"\ndependencies = [\n \"cfg-if\",\n]\n";

    #[test]
    fn a_package_is_told_apart_from_those_whose_names_begin_alike() {
        assert_eq!(version_in(LOCK, "wasm-bindgen").as_deref(), Some("0.2.130"));
    }

    #[test]
    fn a_package_that_is_not_locked_has_no_version() {
        assert_eq!(version_in(LOCK, "trunk"), None);
    }
}
