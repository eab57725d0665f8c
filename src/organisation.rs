//! What an organisation has set for everybody who uses the extension in its browsers.
//!
//! The settings come as one JSON object whose members `public/extension/managed-policy.schema.json` describes. What cannot be read
//! is named to the person and holds nothing up. Chrome and Edge leave out what does not fit the schema before it arrives; Firefox
//! passes everything on.

use crate::sign_in_way::SignInWay;
use account_api::Host;
use json::Value;
use service_user::{EmailDomain, NamePattern, OrganisationPolicy};

/// An organisation's settings; the default is an organisation that set nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Organisation {
    /// The hosts that can be chosen, the first one preset; empty where any can be.
    pub hosts: Vec<Host>,
    /// The ways to sign in that are allowed; empty where all are.
    pub sign_in_ways: Vec<SignInWay>,
    /// What it asks of a service user.
    pub policy: OrganisationPolicy,
    /// The settings that could not be read, as `name: value`.
    pub unreadable: Vec<String>,
}

impl Organisation {
    /// Reads the settings; `None` stands for none.
    #[must_use]
    pub fn read(settings: Option<&str>) -> Self {
        let mut organisation = Organisation::default();
        let Some(settings) = settings else {
            return organisation;
        };
        let names = [
            "hosts",
            "signInWays",
            "longestLifeDays",
            "namePatterns",
            "emailDomains",
        ];
        let Ok([hosts, ways, days, patterns, domains]) = json::members(settings, names) else {
            organisation.unreadable.push("settings".to_owned());
            return organisation;
        };
        let mut reader = Reader::default();
        organisation.hosts = reader.list("hosts", hosts, |text| Host::parse(text).ok());
        organisation.sign_in_ways = reader.list("signInWays", ways, SignInWay::from_name);
        organisation.policy = OrganisationPolicy {
            longest_life_days: reader.days("longestLifeDays", days),
            name_patterns: reader.list("namePatterns", patterns, |text| NamePattern::parse(text).ok()),
            email_domains: reader.list("emailDomains", domains, |text| EmailDomain::parse(text).ok()),
        };
        organisation.unreadable = reader.unreadable;
        organisation
    }

    /// Whether this way to sign in is allowed.
    #[must_use]
    pub fn allows(&self, way: SignInWay) -> bool {
        self.sign_in_ways.is_empty() || self.sign_in_ways.contains(&way)
    }

    /// Whether a host can be chosen.
    #[must_use]
    pub fn allows_host(&self, host: &Host) -> bool {
        self.hosts.is_empty() || self.hosts.contains(host)
    }
}

/// Reads settings, and notes what could not be read.
#[derive(Default)]
struct Reader {
    unreadable: Vec<String>,
}

impl Reader {
    fn list<T>(&mut self, name: &str, setting: Value<'_>, parse: impl Fn(&str) -> Option<T>) -> Vec<T> {
        let is_list = setting.written().starts_with('[');
        // One that stands alone is as good as a list of one.
        let alone = Some(setting).filter(|setting| *setting != Value::ABSENT && !is_list);
        let mut parsed = Vec::new();
        for value in setting.items().chain(alone) {
            match value.text().and_then(|text| parse(&text)) {
                Some(item) => parsed.push(item),
                None => self.note(name, value),
            }
        }
        parsed
    }

    fn days(&mut self, name: &str, setting: Value<'_>) -> Option<u32> {
        if setting == Value::ABSENT {
            return None;
        }
        let number = setting.written().parse().ok();
        let days = number.and_then(OrganisationPolicy::longest_life);
        if days.is_none() {
            self.note(name, setting);
        }
        days
    }

    fn note(&mut self, name: &str, value: Value<'_>) {
        self.unreadable.push(format!("{name}: {}", value.written()));
    }
}
