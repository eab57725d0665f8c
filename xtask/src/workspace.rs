//! Where things are in the checkout.

use std::path::{Path, PathBuf};

use crate::complaint::Complaint;

/// The checkout, and the folders in it that these commands write to.
#[derive(Clone, Debug)]
pub(crate) struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// The folder above this package, where cargo says it is now or, without cargo, where it was when this was compiled.
    pub(crate) fn find() -> Result<Self, Complaint> {
        let package = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        match package.parent() {
            Some(root) if root.join("Cargo.lock").is_file() => Ok(Self {
                root: root.to_owned(),
            }),
            _ => Err(Complaint::new(
                "The checkout was not found; run `cargo xtask` inside it.",
            )),
        }
    }

    /// The checkout's top folder.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Everything these commands install.
    pub(crate) fn tools(&self) -> PathBuf {
        self.root.join("target").join("tools")
    }

    /// Where `cargo install` puts programs.
    pub(crate) fn programs(&self) -> PathBuf {
        self.tools().join("bin")
    }

    /// The `node_modules` of npm's packages.
    pub(crate) fn node_modules(&self) -> PathBuf {
        self.tools().join("npm").join("node_modules")
    }

    /// The output of a set-up command that was not shown.
    pub(crate) fn log(&self, name: &str) -> PathBuf {
        self.tools().join("logs").join(format!("{name}.log"))
    }

    /// The bundle that is served and tested.
    pub(crate) fn page(&self) -> PathBuf {
        self.root.join("dist").join("page")
    }

    /// A path as a person wants to read it: from the checkout's top folder where it is inside.
    pub(crate) fn shown<'path>(&self, path: &'path Path) -> std::path::Display<'path> {
        path.strip_prefix(&self.root).unwrap_or(path).display()
    }
}
