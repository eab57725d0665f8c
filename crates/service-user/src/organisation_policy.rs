//! What an organisation asks of the service users that its people create.

use crate::{EmailDomain, NamePattern, UtcDay};

/// What an organisation asks beyond DigiCert's own rules; the default asks nothing.
///
/// It is a help and no lock: who calls the API by other means is not held to it. All of it is our contract.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrganisationPolicy {
    /// How many days after today the end date may lie at most; *no end date* is then not allowed. `None` is no limit, and
    /// 0 leaves today alone.
    pub longest_life_days: Option<u32>,
    /// A friendly name has to match one of these; with none, any name will do.
    pub name_patterns: Vec<NamePattern>,
    /// An email has to be at one of these; with none, any domain will do.
    pub email_domains: Vec<EmailDomain>,
}

impl OrganisationPolicy {
    /// The longest life that a setting names: a whole number of days, 1 or more. `None` where the number is none such.
    pub fn longest_life(days: u64) -> Option<u32> {
        u32::try_from(days).ok().filter(|days| *days > 0)
    }

    /// The latest end date that is allowed; at the end of the calendar, the calendar's last day. `None` where the
    /// organisation set no limit.
    pub fn latest_end_date(&self, today: UtcDay) -> Option<UtcDay> {
        self.longest_life_days
            .map(|days| today.plus_days(days).unwrap_or(UtcDay::MAX))
    }

    pub(crate) fn allows_name(&self, name: &str) -> bool {
        self.name_patterns.is_empty() || self.name_patterns.iter().any(|pattern| pattern.matches(name))
    }

    pub(crate) fn allows_domain(&self, domain: &str) -> bool {
        self.email_domains.is_empty() || self.email_domains.iter().any(|allowed| allowed.matches(domain))
    }
}
