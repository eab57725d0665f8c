//! What an organisation has set.

use service_user::{EmailDomain, NamePattern, OrganisationPolicy};

/// A hint, with the patterns of which a friendly name has to match one.
#[must_use]
pub fn with_name_patterns(hint: &str, policy: &OrganisationPolicy) -> String {
    let patterns: Vec<&str> = policy.name_patterns.iter().map(NamePattern::as_str).collect();
    match patterns.is_empty() {
        true => hint.to_owned(),
        false => format!(
            "{hint} Your organisation asks for a name such as {}.",
            patterns.join(" or ")
        ),
    }
}

/// A hint, with the domains that an email may have.
#[must_use]
pub fn with_email_domains(hint: &str, policy: &OrganisationPolicy) -> String {
    let domains: Vec<&str> = policy.email_domains.iter().map(EmailDomain::as_str).collect();
    match domains.is_empty() {
        true => hint.to_owned(),
        false => format!(
            "{hint} Your organisation asks for an address at {}.",
            domains.join(" or ")
        ),
    }
}

/// A hint, with the longest life.
#[must_use]
pub fn with_longest_life(hint: &str, policy: &OrganisationPolicy) -> String {
    match policy.longest_life_days {
        None => hint.to_owned(),
        Some(days) => format!(
            "{hint} Your organisation allows {days} {} from today at most.",
            super::plural(days as usize, "day", "days")
        ),
    }
}

/// Under the list of hosts.
pub const HOSTS: &str = "Your organisation set these hosts.";
/// Under the ways to sign in.
pub const SIGN_IN_WAYS: &str = "Your organisation allows only this way.";

/// Some of it makes no sense.
#[must_use]
pub fn unreadable(settings: &str) -> String {
    format!(
        "Some of your organisation's settings cannot be read and have no effect: {settings}. Tell whoever set them."
    )
}
