//! A template that has been checked.

use crate::TemplateDraft;

/// A template without a fault. Every one can be written to a file and read back from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template(TemplateDraft);

impl Template {
    /// What people call it.
    pub fn name(&self) -> &str {
        &self.0.name
    }

    /// What it is for; empty where nothing is said.
    pub fn explanation(&self) -> &str {
        &self.0.explanation
    }

    /// Everything it holds. What is empty there, the template does not set.
    pub fn as_draft(&self) -> &TemplateDraft {
        &self.0
    }

    /// Everything it holds, to be changed and checked again.
    pub fn into_draft(self) -> TemplateDraft {
        self.0
    }

    /// Takes over what [`TemplateDraft::check`] found to be without a fault.
    pub(crate) fn of_checked(draft: TemplateDraft) -> Self {
        Self(draft)
    }
}
