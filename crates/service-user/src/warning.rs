//! What is worth a second look and stops nothing.

use crate::codes::codes;
use crate::{Field, UtcDay, wording};

/// Something that is allowed, and that an administrator should have seen before going on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Warning {
    /// The field under which the warning is shown.
    pub field: Field,
    /// What is worth a second look.
    pub kind: WarningKind,
}

impl Warning {
    /// The warning's name for programs: snake_case, and the same for ever.
    pub fn code(&self) -> &'static str {
        self.kind.code()
    }

    /// What a person reads: what was noticed and why it matters.
    pub fn message(&self) -> String {
        wording::warning(self)
    }
}

/// What is worth a second look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WarningKind {
    /// Another user's friendly name differs from this one only in the case of ASCII letters.
    NameDiffersOnlyInCase {
        /// The other user's friendly name.
        other: String,
    },
    /// *No end date* was chosen.
    NoEndDate,
    /// The end date is more than 365 days away.
    EndDateBeyondYear {
        /// How many days it is away.
        days: i64,
    },
    /// The end date of the existing service user is past, and was left as it is.
    EndDateOver {
        /// The last day on which it worked.
        last_day: UtcDay,
    },
    /// The end date is earlier than the one that the existing service user has, and not past.
    EndDateEarlier {
        /// The end date that it has.
        from: UtcDay,
    },
    /// The email's domain is not that of the signed-in caller.
    OtherDomain {
        /// The email's domain.
        domain: String,
        /// The caller's domain.
        caller_domain: String,
    },
    /// The email's domain has no dot: the rule allows it, few mail systems deliver to it.
    DomainWithoutDot {
        /// The domain.
        domain: String,
    },
    /// A chosen account is not active.
    InactiveAccount {
        /// The account's name.
        account: String,
    },
    /// The service period of a chosen account has ended.
    ServicePeriodOver {
        /// The account's name.
        account: String,
        /// The period's last day.
        to: UtcDay,
    },
    /// The service period of a chosen account has not begun.
    ServicePeriodNotBegun {
        /// The account's name.
        account: String,
        /// The period's first day.
        from: UtcDay,
    },
    /// The existing service user has access to a Manager, and no role that it has or that can be chosen belongs there: a
    /// request names roles alone, so it may take that access away.
    ManagerWithoutRole {
        /// The Manager's name.
        manager: String,
    },
    /// A chosen role permits more than an integration usually needs; see [`Role::is_broad`](crate::Role::is_broad).
    BroadRole {
        /// The role's name.
        role: String,
        /// The name of the Manager it belongs to.
        manager: String,
    },
}

codes! { WarningKind {
    NameDiffersOnlyInCase => "name_differs_only_in_case",
    NoEndDate => "no_end_date",
    EndDateBeyondYear => "end_date_beyond_year",
    EndDateOver => "end_date_over",
    EndDateEarlier => "end_date_earlier",
    OtherDomain => "other_domain",
    DomainWithoutDot => "domain_without_dot",
    InactiveAccount => "inactive_account",
    ServicePeriodOver => "service_period_over",
    ServicePeriodNotBegun => "service_period_not_begun",
    ManagerWithoutRole => "manager_without_role",
    BroadRole => "broad_role",
} }
