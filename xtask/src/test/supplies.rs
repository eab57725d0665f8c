//! What the steps need, got while earlier steps run.

use std::path::PathBuf;
use std::sync::Arc;

use super::{AGAIN, Step};
use crate::awaited::Awaited;
use crate::bundle::{self, BundleTools};
use crate::complaint::Complaint;
use crate::progress::Progress;
use crate::tools::browsers::{self, Browsers};
use crate::tools::{
    axe, c_compiler, geckodriver, naughty_strings, schemathesis, typescript, vite, wasm_bindgen, wasm_target,
    web_ext,
};
use crate::workspace::Workspace;

/// Everything that a step may have to wait for. What no chosen step needs is never started.
pub(crate) struct Supplies {
    /// Tells about set-up work.
    pub(crate) progress: Arc<Progress>,
    wasm_target: Awaited<()>,
    wasm_bindgen: Option<Awaited<PathBuf>>,
    bundle_tools: Option<Awaited<BundleTools>>,
    browsers: Option<Awaited<Browsers>>,
    geckodriver: Option<Awaited<PathBuf>>,
    axe: Option<Awaited<PathBuf>>,
    naughty_strings: Option<Awaited<PathBuf>>,
    schemathesis: Option<Awaited<PathBuf>>,
    web_ext: Option<Awaited<PathBuf>>,
    module_tools: Option<Awaited<()>>,
}

impl Supplies {
    /// Starts getting what these steps need.
    pub(crate) fn start(workspace: &Workspace, steps: &[Step]) -> Self {
        let progress = Progress::beside_other_output(workspace);
        let any = |needs: fn(Step) -> bool| steps.iter().any(|step| needs(*step));
        let end_to_end = any(|step| step == Step::EndToEnd);

        // Debian's packages come first, because npm and Python may be among them.
        let browsers = any(Step::needs_browsers).then(|| {
            in_background(workspace, &progress, |_, progress| {
                browsers::provide(progress, AGAIN)
            })
        });
        let after = |first: &Option<Awaited<Browsers>>| {
            let first = first.clone();
            // Whether that worked is for the steps that need a browser to tell.
            move || drop(first.map(|browsers| browsers.wait()))
        };
        let wasm_bindgen = any(|step| matches!(step, Step::Wasm)).then(|| {
            in_background(workspace, &progress, |workspace, progress| {
                c_compiler::require()?;
                wasm_bindgen::provide(workspace, progress, AGAIN)
            })
        });
        let bundle_tools = any(Step::needs_the_bundle_tools).then(|| {
            let wait = after(&browsers);
            let started = Arc::clone(&progress);
            in_background(workspace, &progress, move |workspace, _| {
                wait();
                bundle::tools(workspace, &started, AGAIN).wait()
            })
        });
        Self {
            wasm_target: in_background(workspace, &progress, |_, progress| {
                wasm_target::provide(progress, AGAIN)
            }),
            wasm_bindgen,
            bundle_tools,
            geckodriver: end_to_end.then(|| {
                in_background(workspace, &progress, |workspace, progress| {
                    geckodriver::provide(workspace, progress, AGAIN)
                })
            }),
            axe: end_to_end.then(|| {
                let wait = after(&browsers);
                in_background(workspace, &progress, move |workspace, progress| {
                    wait();
                    axe::provide(workspace, progress, AGAIN)
                })
            }),
            naughty_strings: any(|step| step == Step::Native).then(|| {
                let wait = after(&browsers);
                in_background(workspace, &progress, move |workspace, progress| {
                    wait();
                    naughty_strings::provide(workspace, progress, AGAIN)
                })
            }),
            schemathesis: any(|step| step == Step::Schemathesis).then(|| {
                let wait = after(&browsers);
                in_background(workspace, &progress, move |workspace, progress| {
                    wait();
                    schemathesis::provide(workspace, progress, AGAIN)
                })
            }),
            web_ext: any(|step| step == Step::Package).then(|| {
                let wait = after(&browsers);
                in_background(workspace, &progress, move |workspace, progress| {
                    wait();
                    web_ext::provide(workspace, progress, AGAIN)
                })
            }),
            module_tools: any(|step| matches!(step, Step::RulesModule | Step::EndToEnd)).then(|| {
                let wait = after(&browsers);
                in_background(workspace, &progress, move |workspace, progress| {
                    wait();
                    typescript::provide(workspace, progress, AGAIN)?;
                    vite::provide(workspace, progress, AGAIN)
                })
            }),
            browsers,
            progress,
        }
    }

    /// The standard library for WebAssembly.
    pub(crate) fn wasm_target(&self) -> Result<(), Complaint> {
        self.wasm_target.wait()
    }

    /// The folder with wasm-bindgen's programs.
    pub(crate) fn wasm_bindgen(&self) -> Result<PathBuf, Complaint> {
        wait_for(self.wasm_bindgen.as_ref())
    }

    /// What makes the bundle.
    pub(crate) fn bundle_tools(&self) -> Result<BundleTools, Complaint> {
        wait_for(self.bundle_tools.as_ref())
    }

    /// The browsers.
    pub(crate) fn browsers(&self) -> Result<Browsers, Complaint> {
        wait_for(self.browsers.as_ref())
    }

    /// Firefox's driver.
    pub(crate) fn geckodriver(&self) -> Result<PathBuf, Complaint> {
        wait_for(self.geckodriver.as_ref())
    }

    /// axe-core's script.
    pub(crate) fn axe(&self) -> Result<PathBuf, Complaint> {
        wait_for(self.axe.as_ref())
    }

    /// The list of naughty strings.
    pub(crate) fn naughty_strings(&self) -> Result<PathBuf, Complaint> {
        wait_for(self.naughty_strings.as_ref())
    }

    /// schemathesis' program.
    pub(crate) fn schemathesis(&self) -> Result<PathBuf, Complaint> {
        wait_for(self.schemathesis.as_ref())
    }

    /// The program of Mozilla's linter.
    pub(crate) fn web_ext(&self) -> Result<PathBuf, Complaint> {
        wait_for(self.web_ext.as_ref())
    }

    /// What the rules' module is tried with.
    pub(crate) fn module_tools(&self) -> Result<(), Complaint> {
        wait_for(self.module_tools.as_ref())
    }

    /// Ends what is still under way, so that nothing outlives this program. The steps have told what failed.
    pub(crate) fn finish(self) {
        self.progress.give_up(Complaint::new("Every step is over."));
        drop(self.wasm_target.wait());
        drop(self.wasm_bindgen.map(|supply| supply.wait()));
        drop(self.bundle_tools.map(|supply| supply.wait()));
        drop(self.browsers.map(|supply| supply.wait()));
        drop(self.geckodriver.map(|supply| supply.wait()));
        drop(self.axe.map(|supply| supply.wait()));
        drop(self.naughty_strings.map(|supply| supply.wait()));
        drop(self.schemathesis.map(|supply| supply.wait()));
        drop(self.web_ext.map(|supply| supply.wait()));
        drop(self.module_tools.map(|supply| supply.wait()));
    }
}

fn in_background<T: Clone + Send + 'static>(
    workspace: &Workspace,
    progress: &Arc<Progress>,
    work: impl FnOnce(&Workspace, &Progress) -> Result<T, Complaint> + Send + 'static,
) -> Awaited<T> {
    let (workspace, progress) = (workspace.clone(), Arc::clone(progress));
    Awaited::start(move || work(&workspace, &progress))
}

fn wait_for<T: Clone + Send + 'static>(supply: Option<&Awaited<T>>) -> Result<T, Complaint> {
    match supply {
        Some(supply) => supply.wait(),
        None => Err(Complaint::new(
            "A step asked for a tool that was not announced; this is a fault in `xtask`.",
        )),
    }
}
