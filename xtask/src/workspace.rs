//! Where things are in the checkout.

use std::path::{Path, PathBuf};

use crate::complaint::Complaint;

/// The checkout, and the folders in it that these commands write to.
#[derive(Clone, Debug)]
pub(crate) struct Workspace {
    root: PathBuf,
    tools: PathBuf,
    target: Option<PathBuf>,
    cargo_home: Option<PathBuf>,
}

impl Workspace {
    /// The folder above this package, where cargo says it is now or, without cargo, where it was when this was compiled.
    pub(crate) fn find() -> Result<Self, Complaint> {
        let package = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        match package.parent() {
            Some(root) if root.join("Cargo.lock").is_file() => Ok(Self {
                root: root.to_owned(),
                tools: root.join("target").join("tools"),
                target: None,
                cargo_home: None,
            }),
            _ => Err(Complaint::new(
                "The checkout was not found; run `cargo xtask` inside it.",
            )),
        }
    }

    /// A second copy of the checkout, below its `target`, which compiles into a folder of its own and reaches cargo's home by another path. It
    /// shares nothing but the tools. Whether there is anything in it is for the caller to see to.
    pub(crate) fn second_copy(&self) -> Self {
        let folder = self.root.join("target").join("second-copy");
        Self {
            root: folder.join("checkout"),
            tools: self.tools.clone(),
            target: Some(folder.join("target")),
            // A second name for a folder needs a link, and not every system has one.
            cargo_home: cfg!(unix).then(|| folder.join("cargo-home")),
        }
    }

    /// The checkout's top folder.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Everything these commands install.
    pub(crate) fn tools(&self) -> PathBuf {
        self.tools.clone()
    }

    /// Where cargo is told to compile to; nothing when that is left to cargo.
    pub(crate) fn target(&self) -> Option<&Path> {
        self.target.as_deref()
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

    /// The rules as a module, as its package unpacks.
    pub(crate) fn rules_module(&self) -> PathBuf {
        self.root.join("dist").join("rules-module")
    }

    /// The packages.
    pub(crate) fn packages(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// What cargo is told to take for its home; nothing when that is the usual one.
    pub(crate) fn cargo_home(&self) -> Option<&Path> {
        self.cargo_home.as_deref()
    }

    /// A path as a person wants to read it: from the checkout's top folder where it is inside.
    pub(crate) fn shown<'path>(&self, path: &'path Path) -> std::path::Display<'path> {
        path.strip_prefix(&self.root).unwrap_or(path).display()
    }
}
