//! What the rules have to say about a draft.

use crate::{Fault, Field, ServiceUserRequest, Warning, WarningKind};

/// Faults and warnings, each list in the order of [`Field::ALL`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remarks {
    /// What has to change.
    pub faults: Vec<Fault>,
    /// What is worth a second look.
    pub warnings: Vec<Warning>,
}

impl Remarks {
    /// Notes a warning.
    pub(crate) fn warn(&mut self, field: Field, kind: WarningKind) {
        self.warnings.push(Warning { field, kind });
    }
}

/// What the rules have to say about a whole draft. Only [`Draft::review`](crate::Draft::review) makes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// Every fault and every warning at once.
    pub remarks: Remarks,
    pub(crate) request: Option<ServiceUserRequest>,
}

impl Review {
    /// The checked request, or every fault.
    ///
    /// # Errors
    /// All faults of the draft, in the order of [`Field::ALL`]; never an empty list.
    pub fn request(self) -> Result<ServiceUserRequest, Vec<Fault>> {
        self.request.ok_or(self.remarks.faults)
    }
}

/// What one field's check found: the checked value, unless there are faults.
pub(crate) struct Checked<T> {
    pub(crate) value: Option<T>,
    pub(crate) remarks: Remarks,
}

impl<T> Checked<T> {
    /// The value counts only where there are no faults.
    pub(crate) fn new(value: T, remarks: Remarks) -> Self {
        Self {
            value: Some(value).filter(|_| remarks.faults.is_empty()),
            remarks,
        }
    }

    /// The value or its faults; the warnings are dropped.
    pub(crate) fn into_result(self) -> Result<T, Vec<Fault>> {
        self.value.ok_or(self.remarks.faults)
    }

    /// Hands the value on and leaves the remarks in `all`.
    pub(crate) fn settle(self, all: &mut Remarks) -> Option<T> {
        all.faults.extend(self.remarks.faults);
        all.warnings.extend(self.remarks.warnings);
        self.value
    }
}
