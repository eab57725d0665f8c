//! What a template is made of.

use std::collections::BTreeMap;

use service_user::{Description, Email, FriendlyName};

use crate::place::member;
use crate::text_rule::{TextRule, text_faults};
use crate::{EndDateRule, Place, Template, TemplateFault, TemplateFaultKind};

/// What was typed and chosen for a template. Nothing in it has been checked; what is empty, the template does not set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TemplateDraft {
    /// What people call the template. Required; 1 to 64 characters.
    pub name: String,
    /// What it is for; up to 500 characters.
    pub explanation: String,
    /// What the friendly name begins with, such as `svc-`: set only where no friendly name was typed yet.
    pub friendly_name_prefix: String,
    /// The description.
    pub description: String,
    /// The end date.
    pub end_date: Option<EndDateRule>,
    /// The email.
    pub email: String,
    /// The names of the accounts; the first becomes the primary one.
    pub accounts: Vec<String>,
    /// The Managers and, of each, the roles.
    pub managers: Vec<Grant>,
}

/// What a template grants on one Manager. Names, because ids differ from tenant to tenant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grant {
    /// The Manager's name.
    pub manager: String,
    /// The names of the roles; empty where the Manager is chosen and its roles are not.
    pub roles: Vec<String>,
}

impl TemplateDraft {
    /// How many characters a template's name may have.
    pub const MAX_NAME_LENGTH: usize = 64;

    /// How many characters an explanation may have.
    pub const MAX_EXPLANATION_LENGTH: usize = 500;

    /// How many characters the beginning of a friendly name may have: one more has to follow.
    pub const MAX_PREFIX_LENGTH: usize = FriendlyName::MAX_LENGTH - 1;

    /// How many characters the name of an account, a Manager or a role may have.
    pub const MAX_OBJECT_NAME_LENGTH: usize = 128;

    /// How many accounts it may name.
    pub const MAX_ACCOUNTS: usize = 50;

    /// How many Managers it may name.
    pub const MAX_MANAGERS: usize = 10;

    /// How many roles it may name of one Manager.
    pub const MAX_ROLES: usize = 30;

    /// The template, if there is nothing to change first.
    ///
    /// # Errors
    /// Every fault, each at a place such as `managers[0].roles[1]`.
    pub fn check(&self) -> Result<Template, Vec<TemplateFault>> {
        let faults = self.faults();
        if faults.is_empty() {
            Ok(Template::of_checked(self.clone()))
        } else {
            Err(faults)
        }
    }

    /// Every fault, in the order of the members. None of them hinders [`check`](Self::check) means that it succeeds.
    pub fn faults(&self) -> Vec<TemplateFault> {
        let mut check = Check::default();
        check.text(
            &Place::of(member::NAME),
            &self.name,
            TextRule::Name(Self::MAX_NAME_LENGTH),
        );
        check.optional(member::EXPLANATION, &self.explanation, explanation_faults);
        check.optional(
            member::FRIENDLY_NAME_PREFIX,
            &self.friendly_name_prefix,
            prefix_faults,
        );
        check.optional(member::DESCRIPTION, &self.description, description_faults);
        check.end_date(self.end_date);
        check.optional(member::EMAIL, &self.email, email_faults);
        check.accounts(&self.accounts);
        check.managers(&self.managers);
        if self.sets_nothing() {
            check.fault(&Place::root(), TemplateFaultKind::SetsNothing);
        }
        check.faults
    }

    fn sets_nothing(&self) -> bool {
        let Self {
            name: _,
            explanation: _,
            friendly_name_prefix,
            description,
            end_date,
            email,
            accounts,
            managers,
        } = self;
        friendly_name_prefix.is_empty()
            && description.is_empty()
            && end_date.is_none()
            && email.is_empty()
            && accounts.is_empty()
            && managers.is_empty()
    }
}

/// The faults of a text as an explanation.
fn explanation_faults(text: &str) -> Vec<TemplateFaultKind> {
    text_faults(text, TextRule::Line(TemplateDraft::MAX_EXPLANATION_LENGTH))
}

/// The faults of a text as the beginning of a friendly name: whatever follows it, it must be able to become one.
pub(crate) fn prefix_faults(text: &str) -> Vec<TemplateFaultKind> {
    let length = text.chars().count();
    if length > TemplateDraft::MAX_PREFIX_LENGTH {
        return vec![TemplateFaultKind::TooLong {
            length,
            limit: TemplateDraft::MAX_PREFIX_LENGTH,
        }];
    }
    match FriendlyName::parse(&format!("{text}x")) {
        Ok(_) => Vec::new(),
        Err(faults) => rules_broken(faults),
    }
}

/// The faults of a text as a description: the form's own, and those of a text that comes from somebody else.
pub(crate) fn description_faults(text: &str) -> Vec<TemplateFaultKind> {
    match Description::parse(text) {
        Ok(_) => text_faults(text, TextRule::Paragraphs(Description::MAX_LENGTH)),
        Err(faults) => rules_broken(faults),
    }
}

/// The faults of a text as an email.
pub(crate) fn email_faults(text: &str) -> Vec<TemplateFaultKind> {
    match Email::parse(text) {
        Ok(_) => Vec::new(),
        Err(faults) => rules_broken(faults),
    }
}

/// The faults of a text as the name of an account, a Manager or a role.
pub(crate) fn object_name_faults(text: &str) -> Vec<TemplateFaultKind> {
    text_faults(text, TextRule::Name(TemplateDraft::MAX_OBJECT_NAME_LENGTH))
}

fn rules_broken(faults: Vec<service_user::Fault>) -> Vec<TemplateFaultKind> {
    let boxed = faults.into_iter().map(Box::new);
    boxed.map(TemplateFaultKind::Rule).collect()
}

/// The faults found so far.
#[derive(Default)]
struct Check {
    faults: Vec<TemplateFault>,
}

impl Check {
    fn fault(&mut self, place: &Place, kind: TemplateFaultKind) {
        self.faults.push(TemplateFault {
            place: place.clone(),
            kind,
        });
    }

    fn text(&mut self, place: &Place, text: &str, rule: TextRule) {
        for kind in text_faults(text, rule) {
            self.fault(place, kind);
        }
    }

    fn optional(&mut self, member: &'static str, text: &str, find: fn(&str) -> Vec<TemplateFaultKind>) {
        if !text.is_empty() {
            for kind in find(text) {
                self.fault(&Place::of(member), kind);
            }
        }
    }

    fn end_date(&mut self, rule: Option<EndDateRule>) {
        match rule {
            Some(EndDateRule::DaysFromToday(days)) if days > EndDateRule::MAX_DAYS => {
                let place = Place::of(member::END_DATE).member(member::DAYS_FROM_TODAY);
                self.fault(&place, TemplateFaultKind::NotDays);
            }
            Some(EndDateRule::DaysFromToday(_) | EndDateRule::NoEndDate) | None => {}
        }
    }

    fn accounts(&mut self, names: &[String]) {
        let place = Place::of(member::ACCOUNTS);
        self.count(&place, names.len(), TemplateDraft::MAX_ACCOUNTS);
        self.names(names, &place);
    }

    fn managers(&mut self, grants: &[Grant]) {
        let place = Place::of(member::MANAGERS);
        self.count(&place, grants.len(), TemplateDraft::MAX_MANAGERS);
        let mut seen = BTreeMap::new();
        for (grant, index) in grants.iter().zip(0..) {
            let place = place.item(index);
            self.name(&grant.manager, place.member(member::MANAGER), &mut seen);
            let place = place.member(member::ROLES);
            self.count(&place, grant.roles.len(), TemplateDraft::MAX_ROLES);
            self.names(&grant.roles, &place);
        }
    }

    fn count(&mut self, place: &Place, count: usize, limit: usize) {
        if count > limit {
            self.fault(place, TemplateFaultKind::TooMany { count, limit });
        }
    }

    fn names(&mut self, names: &[String], place: &Place) {
        let mut seen = BTreeMap::new();
        for (name, index) in names.iter().zip(0..) {
            self.name(name, place.item(index), &mut seen);
        }
    }

    /// A name that is not there already. Names that differ in case alone are let pass: where they mean the same, it is
    /// chosen once.
    fn name<'a>(&mut self, name: &'a str, place: Place, seen: &mut BTreeMap<&'a str, Place>) {
        for kind in object_name_faults(name) {
            self.fault(&place, kind);
        }
        match seen.get(name) {
            Some(first) => {
                let first = first.clone();
                self.fault(&place, TemplateFaultKind::Repeats { first });
            }
            None => {
                seen.insert(name, place);
            }
        }
    }
}
