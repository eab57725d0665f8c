//! Whether the page can be bundled.

use std::time::SystemTime;

use super::supplies::Supplies;
use super::{AGAIN, Outcome};
use crate::bundle;
use crate::complaint::Complaint;
use crate::console;
use crate::tally::Tally;
use crate::workspace::Workspace;

pub(super) fn run(workspace: &Workspace, supplies: &Supplies) -> Outcome {
    provide(workspace, supplies)?;
    Ok(Tally::one(true))
}

/// Makes the bundle, unless the one that is there is newer than its sources.
pub(super) fn provide(workspace: &Workspace, supplies: &Supplies) -> Result<(), Complaint> {
    let tools = supplies.bundle_tools()?;
    if bundle::is_fresh(workspace)? {
        console::say("The page in dist/page is newer than its sources.");
        return Ok(());
    }
    supplies.wasm_target()?;
    let began = SystemTime::now();
    bundle::compile(workspace, &supplies.progress, AGAIN)?;
    bundle::assemble(workspace, &tools, began, &supplies.progress, AGAIN)
}
