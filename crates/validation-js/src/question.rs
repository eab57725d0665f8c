//! What a page asks: a draft, what it is checked against, and which part of it.

use service_user::{
    Account, AccountId, Draft, EmailDomain, EndDateChoice, Field, Manager, ManagerCode, NamePattern,
    OrganisationPolicy, Role, RoleId, ServicePeriod, ServiceUser, Status, TakenNames, UserId, UtcDay,
};

use crate::{InputFault, Texts};

/// What is wanted where a day is.
const DAY: &str = "a day of the calendar written as YYYY-MM-DD";

/// What is wanted where the longest life is.
const DAYS: &str = "a whole number of days, 1 or more";

/// A draft, what it is checked against, what of both could not be read, and what is to be checked.
#[derive(Debug)]
pub struct Question {
    pub(crate) draft: Draft,
    pub(crate) field: Option<Field>,
    pub(crate) today: UtcDay,
    pub(crate) taken_names: TakenNames,
    pub(crate) accounts: Vec<Account>,
    pub(crate) roles: Vec<Role>,
    pub(crate) caller_email: Option<String>,
    pub(crate) policy: OrganisationPolicy,
    pub(crate) existing: Option<ServiceUser>,
    pub(crate) unread: Vec<Unread>,
}

/// Something that could not be read.
#[derive(Debug)]
pub(crate) struct Unread {
    /// The field of the form that it belongs to; `None` for the draft or the context as a whole, without which nothing can be
    /// checked.
    pub(crate) field: Option<Field>,
    /// What the fault is shown under: a field's name, `draft` or `context`.
    pub(crate) shown_under: String,
    pub(crate) fault: InputFault,
    pub(crate) message: String,
}

impl Question {
    /// Reads records of texts: a word that says what follows, and what follows. The order does not matter, but that of repeated
    /// things and that an existing service user comes before its accounts, roles and Managers. A word that is not known is passed
    /// over; none is, as long as both sides are of one version.
    #[must_use]
    pub fn read(mut texts: Texts<'_>) -> Self {
        let mut question = Self {
            draft: Draft::default(),
            field: None,
            today: UtcDay::MIN,
            taken_names: TakenNames::new(),
            accounts: Vec::new(),
            roles: Vec::new(),
            caller_email: None,
            policy: OrganisationPolicy::default(),
            existing: None,
            unread: Vec::new(),
        };
        let mut managers_follow_from_roles = false;
        while let Some(word) = texts.next() {
            match word {
                "friendly_name" => question.draft.friendly_name = texts.own_text(),
                "description" => question.draft.description = texts.own_text(),
                "no_end_date" => question.draft.end_date = EndDateChoice::NoEndDate,
                "end_date" => question.draft.end_date = EndDateChoice::Typed(texts.own_text()),
                "email" => question.draft.email = texts.own_text(),
                "chosen_account" => question.draft.accounts.push(AccountId::new(texts.text())),
                "chosen_manager" => question.draft.managers.push(ManagerCode::new(texts.text())),
                "managers_of_roles" => managers_follow_from_roles = true,
                "chosen_role" => question.draft.roles.push(RoleId::new(texts.text())),
                "only_field" => question.field = field(texts.text()),
                "unread" => question.read_unread(&mut texts),
                _ => question.read_context(word, &mut texts),
            }
        }
        if managers_follow_from_roles {
            question.draft.managers = question.managers_of_roles();
        }
        question
    }

    fn read_context(&mut self, word: &str, texts: &mut Texts<'_>) {
        match word {
            "today" => match UtcDay::parse(texts.text()) {
                Some(day) => self.today = day,
                None => self.refuse(InputFault::WrongValue, "context.today", DAY),
            },
            "taken_name" => self.taken_names.insert(texts.text()),
            "account" => self.accounts.push(account(texts)),
            "role" => self.roles.push(role(texts)),
            "caller_email" => self.caller_email = Some(texts.own_text()),
            "longest_life_days" => {
                self.policy.longest_life_days = texts
                    .text()
                    .parse()
                    .ok()
                    .and_then(OrganisationPolicy::longest_life);
                if self.policy.longest_life_days.is_none() {
                    self.refuse(InputFault::WrongValue, "context.policy.longestLifeDays", DAYS);
                }
            }
            "name_pattern" => {
                let place = texts.text();
                match NamePattern::parse(texts.text()) {
                    Ok(pattern) => self.policy.name_patterns.push(pattern),
                    Err(fault) => self.refuse(InputFault::PolicyUnusable, place, &fault.to_string()),
                }
            }
            "email_domain" => {
                let place = texts.text();
                match EmailDomain::parse(texts.text()) {
                    Ok(domain) => self.policy.email_domains.push(domain),
                    Err(fault) => self.refuse(InputFault::PolicyUnusable, place, &fault.to_string()),
                }
            }
            "existing" => {
                let user = existing(texts);
                self.existing = Some(user);
            }
            "existing_end_date" => match UtcDay::parse(texts.text()) {
                Some(day) => self.change_existing(|user| user.end_date = Some(day)),
                None => self.refuse(InputFault::WrongValue, "context.existing.end_date", DAY),
            },
            "existing_account" => {
                let id = AccountId::new(texts.text());
                self.change_existing(|user| user.accounts.push(id));
            }
            "existing_role" => {
                let id = RoleId::new(texts.text());
                self.change_existing(|user| user.roles.push(id));
            }
            "existing_manager" => {
                let name = texts.own_text();
                self.change_existing(|user| user.managers.push(name));
            }
            _ => {}
        }
    }

    fn read_unread(&mut self, texts: &mut Texts<'_>) {
        let fault = InputFault::from_code(texts.text());
        let shown_under = texts.text();
        let (place, detail) = (texts.text(), texts.text());
        self.unread.push(Unread {
            field: field(shown_under),
            shown_under: shown_under.to_owned(),
            fault,
            message: fault.message(place, detail),
        });
    }

    fn refuse(&mut self, fault: InputFault, place: &str, detail: &str) {
        self.unread.push(Unread {
            field: None,
            shown_under: "context".to_owned(),
            fault,
            message: fault.message(place, detail),
        });
    }

    fn change_existing(&mut self, change: impl FnOnce(&mut ServiceUser)) {
        if let Some(user) = &mut self.existing {
            change(user);
        }
    }

    /// The Managers that the chosen roles belong to: a request names roles alone, and so may a draft.
    fn managers_of_roles(&self) -> Vec<ManagerCode> {
        let chosen = &self.draft.roles;
        let of_chosen = self.roles.iter().filter(|role| chosen.contains(&role.id));
        of_chosen.map(|role| role.manager.code.clone()).collect()
    }
}

fn field(name: &str) -> Option<Field> {
    Field::ALL.into_iter().find(|field| field.name() == name)
}

/// Of a service period's days those count that can be read, as in what the API sends: they only spare or give a warning.
fn account(texts: &mut Texts<'_>) -> Account {
    let day = |text: &str| UtcDay::parse(text.get(..10)?);
    Account {
        id: AccountId::new(texts.text()),
        name: texts.own_text(),
        active: texts.text() != "false",
        service_period: Some(ServicePeriod {
            from: day(texts.text()),
            to: day(texts.text()),
        }),
    }
}

fn role(texts: &mut Texts<'_>) -> Role {
    Role {
        id: RoleId::new(texts.text()),
        name: texts.own_text(),
        description: String::new(),
        manager: Manager {
            code: ManagerCode::new(texts.text()),
            name: texts.own_text(),
        },
        permissions: Vec::new(),
    }
}

fn existing(texts: &mut Texts<'_>) -> ServiceUser {
    ServiceUser {
        // No rule asks which one it is, how it stands, and who made it when.
        id: UserId::new(""),
        friendly_name: texts.own_text(),
        description: texts.own_text(),
        email: texts.own_text(),
        status: Status::Active,
        end_date: None,
        accounts: Vec::new(),
        roles: Vec::new(),
        managers: Vec::new(),
        created_at: None,
        created_by: None,
    }
}
