//! The steps of `cargo xtask test`.

use crate::complaint::Complaint;

/// A step, named as `--only` names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// The layout of the source.
    Rustfmt,
    /// The compiler's and clippy's warnings, on this machine's target and on WebAssembly's.
    Clippy,
    /// Unit, property and documentation tests on this machine.
    Native,
    /// Any bytes at all, for the parsers and the rules.
    Fuzz,
    /// Tests of the app inside a browser.
    Wasm,
    /// Whether the page can be packed as an extension, whether its bytes come out the same a second time in another place, and what
    /// Mozilla's linter says of it.
    Package,
    /// The rules as a module: its types, in Node.js and through a bundler, its size.
    RulesModule,
    /// The whole flow in Chromium and in Firefox, with axe-core on every screen.
    EndToEnd,
    /// The sandbox against its own OpenAPI document.
    Schemathesis,
}

impl Step {
    /// All of them, in the order in which they run: what fails fast comes first.
    pub(crate) const ALL: [Self; 9] = [
        Self::Rustfmt,
        Self::Clippy,
        Self::Native,
        Self::Fuzz,
        Self::Wasm,
        Self::Package,
        Self::RulesModule,
        Self::EndToEnd,
        Self::Schemathesis,
    ];

    /// The step that `--only` names.
    pub(crate) fn from_name(name: &str) -> Result<Self, Complaint> {
        Self::ALL
            .into_iter()
            .find(|step| step.name() == name)
            .ok_or_else(|| {
                let names = Self::ALL.map(Self::name).join(", ");
                Complaint::new(format!("There is no step `{name}`; the steps are {names}."))
            })
    }

    /// The name on the command line and in the table.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Rustfmt => "rustfmt",
            Self::Clippy => "clippy",
            Self::Native => "native",
            Self::Fuzz => "fuzz",
            Self::Wasm => "wasm",
            Self::Package => "package",
            Self::RulesModule => "rules-module",
            Self::EndToEnd => "end-to-end",
            Self::Schemathesis => "schemathesis",
        }
    }

    /// What the step does, above its output.
    pub(crate) fn heading(self) -> &'static str {
        match self {
            Self::Rustfmt => "rustfmt: the layout of the source",
            Self::Clippy => "clippy: warnings, on this machine and for WebAssembly",
            Self::Native => "native: unit, property and documentation tests",
            Self::Fuzz => "fuzz: any bytes at all, for the parsers and the rules",
            Self::Wasm => "wasm: tests inside a browser",
            Self::Package => "package: the extensions, twice, and Mozilla's linter",
            Self::RulesModule => "rules-module: the rules in Node.js, a bundler and TypeScript",
            Self::EndToEnd => "end-to-end: the page in Chromium and Firefox",
            Self::Schemathesis => "schemathesis: the sandbox against its OpenAPI document",
        }
    }

    /// Whether a filter can choose among its tests.
    pub(crate) fn has_named_tests(self) -> bool {
        matches!(self, Self::Native | Self::Wasm | Self::EndToEnd)
    }

    /// Whether it needs a browser.
    pub(crate) fn needs_browsers(self) -> bool {
        matches!(self, Self::Wasm | Self::EndToEnd)
    }

    /// Whether it needs what the page is made with.
    pub(crate) fn needs_the_bundle_tools(self) -> bool {
        matches!(self, Self::Package | Self::RulesModule | Self::EndToEnd)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_is_found_by_its_name() {
        for step in Step::ALL {
            assert_eq!(Step::from_name(step.name()), Ok(step));
        }
    }

    #[test]
    fn the_help_names_every_step() {
        for step in Step::ALL {
            assert!(crate::arguments::HELP.contains(step.name()), "{}", step.name());
        }
    }
}
