//! What an organisation has set for everybody who uses the extension in its browsers.
//!
//! The settings come as one JSON object whose members `public/extension/managed-policy.schema.json` describes. What cannot be read
//! is named to the person and holds nothing up. Chrome and Edge leave out what does not fit the schema before it arrives; Firefox
//! passes everything on.

use crate::sign_in_way::SignInWay;
use account_api::Host;
use serde_json::{Map, Value};
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
        let settings = match settings.map(serde_json::from_str::<Map<String, Value>>) {
            None => return organisation,
            Some(Ok(settings)) => settings,
            Some(Err(_)) => {
                organisation.unreadable.push("settings".to_owned());
                return organisation;
            }
        };
        let mut reader = Reader {
            settings,
            unreadable: Vec::new(),
        };
        organisation.hosts = reader.list("hosts", |text| Host::parse(text).ok());
        organisation.sign_in_ways = reader.list("signInWays", SignInWay::from_name);
        organisation.policy = OrganisationPolicy {
            longest_life_days: reader.days("longestLifeDays"),
            name_patterns: reader.list("namePatterns", |text| NamePattern::parse(text).ok()),
            email_domains: reader.list("emailDomains", |text| EmailDomain::parse(text).ok()),
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

/// The settings, with a note of what could not be read.
struct Reader {
    settings: Map<String, Value>,
    unreadable: Vec<String>,
}

impl Reader {
    fn list<T>(&mut self, name: &str, parse: impl Fn(&str) -> Option<T>) -> Vec<T> {
        let values = match self.settings.get(name) {
            None => return Vec::new(),
            Some(Value::Array(values)) => values.as_slice(),
            Some(value) => std::slice::from_ref(value),
        };
        let mut parsed = Vec::new();
        for value in values {
            match value.as_str().and_then(&parse) {
                Some(item) => parsed.push(item),
                None => self.unreadable.push(format!("{name}: {value}")),
            }
        }
        parsed
    }

    fn days(&mut self, name: &str) -> Option<u32> {
        let value = self.settings.get(name)?;
        let days = value.as_u64().and_then(OrganisationPolicy::longest_life);
        if days.is_none() {
            self.unreadable.push(format!("{name}: {value}"));
        }
        days
    }
}
