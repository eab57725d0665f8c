//! What keeps a draft from becoming a request.

use crate::codes::codes;
use crate::{
    AccountId, EmailDomain, EmailPart, Field, Manager, ManagerCode, NamePattern, RoleId, UtcDay, wording,
};

/// One thing to change before the draft can become a request.
///
/// Every position counts characters (not bytes) from 1, as a person would.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The field under which the fault is shown.
    pub field: Field,
    /// What is at fault.
    pub kind: FaultKind,
    suggestion: Option<String>,
}

impl Fault {
    /// A fault without a suggestion.
    pub fn new(field: Field, kind: FaultKind) -> Self {
        Self {
            field,
            kind,
            suggestion: None,
        }
    }

    /// The fault's name for programs: snake_case, and the same for ever.
    pub fn code(&self) -> &'static str {
        self.kind.code()
    }

    /// What a person reads: what is at fault and what to do.
    pub fn message(&self) -> String {
        wording::fault(self)
    }

    /// A text for the whole field that has none of the field's faults, where there is an evident one. All faults of a field share it.
    pub fn suggestion(&self) -> Option<&str> {
        self.suggestion.as_deref()
    }

    pub(crate) fn suggesting(self, suggestion: Option<String>) -> Self {
        Self { suggestion, ..self }
    }
}

/// What is at fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// A required text is empty, or holds nothing but spaces.
    Missing,
    /// The text has more characters than the field takes.
    TooLong {
        /// How many characters it has.
        length: usize,
        /// How many it may have.
        limit: usize,
    },
    /// A character that the field does not take; reported once for each different character.
    ForbiddenCharacter {
        /// The character.
        character: char,
        /// Where it stands first.
        position: usize,
    },
    /// The text begins with a space; an email, with white space of any kind.
    LeadingSpace,
    /// The text ends with a space; an email, with white space of any kind.
    TrailingSpace,
    /// Two spaces stand side by side.
    DoubledSpace {
        /// Where the second of them stands.
        position: usize,
    },
    /// Another user already has exactly this friendly name.
    NameTaken {
        /// The name.
        name: String,
    },
    /// The friendly name matches none of the patterns that the organisation set.
    NameOutsidePatterns {
        /// The patterns.
        patterns: Vec<NamePattern>,
    },
    /// Neither a last day nor *no end date* was chosen.
    EndDateUnanswered,
    /// The end date is not of the shape `YYYY-MM-DD`.
    NotADate {
        /// A day that would do, to show how one is written.
        example: UtcDay,
    },
    /// The end date has the right shape, but the calendar has no such day.
    NoSuchDay {
        /// The year as typed; 0 where it was `0000`.
        year: u16,
        /// The month as typed.
        month: u8,
        /// The day of the month as typed.
        day: u8,
    },
    /// The end date is before today.
    EndDatePast {
        /// Today in UTC, the earliest day there is to choose.
        today: UtcDay,
    },
    /// No end date was given, or *No end date* was chosen, and the organisation set how long a service user may live.
    EndDateRequired {
        /// The latest end date it allows.
        latest: UtcDay,
    },
    /// The end date is later than the organisation allows.
    EndDateTooLate {
        /// The latest end date it allows.
        latest: UtcDay,
    },
    /// The email has no `@`.
    EmailWithoutAt,
    /// The email has more than one `@`.
    EmailSeveralAts {
        /// How many it has.
        count: usize,
    },
    /// A character that an email does not take in this part; reported once for each different character.
    EmailForbiddenCharacter {
        /// The character.
        character: char,
        /// Where it stands first.
        position: usize,
        /// The part of the email in which it stands.
        part: EmailPart,
    },
    /// Nothing stands before the `@`.
    EmailLocalPartMissing,
    /// More than 64 octets stand before the `@` (RFC 5321).
    EmailLocalPartTooLong {
        /// How many octets stand there.
        octets: usize,
    },
    /// Nothing stands after the `@`.
    EmailDomainMissing,
    /// The domain begins or ends with a dot, or has two in a row.
    EmailDomainLabelEmpty,
    /// A part of the domain between dots is longer than 63 characters.
    EmailDomainLabelTooLong {
        /// How many characters it has.
        length: usize,
    },
    /// A part of the domain between dots begins or ends with a hyphen.
    EmailDomainLabelEdgeHyphen {
        /// Where the hyphen stands.
        position: usize,
    },
    /// The whole email is longer than 254 octets (RFC 5321).
    EmailTooLong {
        /// How many octets it has.
        octets: usize,
    },
    /// The email's domain is none of those that the organisation set.
    EmailDomainNotAllowed {
        /// The domains.
        domains: Vec<EmailDomain>,
    },
    /// No account was chosen.
    AccountMissing,
    /// A chosen account is not among those that can be chosen.
    UnknownAccount {
        /// The account.
        id: AccountId,
    },
    /// No Manager was chosen.
    ManagerMissing,
    /// A chosen Manager is not among those that can be chosen: no known role belongs to it.
    UnknownManager {
        /// The Manager.
        code: ManagerCode,
    },
    /// A Manager was chosen, but none of its roles.
    RoleMissingFor {
        /// The Manager.
        manager: Manager,
    },
    /// A role was chosen, but not the Manager it belongs to.
    RoleOfUnchosenManager {
        /// The role.
        id: RoleId,
        /// The role's name.
        role: String,
        /// The Manager it belongs to.
        manager: Manager,
    },
    /// A chosen role is not among those that can be chosen.
    UnknownRole {
        /// The role.
        id: RoleId,
    },
}

codes! { FaultKind {
    Missing => "missing",
    TooLong => "too_long",
    ForbiddenCharacter => "forbidden_character",
    LeadingSpace => "leading_space",
    TrailingSpace => "trailing_space",
    DoubledSpace => "doubled_space",
    NameTaken => "name_taken",
    NameOutsidePatterns => "name_outside_patterns",
    EndDateUnanswered => "end_date_unanswered",
    NotADate => "not_a_date",
    NoSuchDay => "no_such_day",
    EndDatePast => "end_date_past",
    EndDateRequired => "end_date_required",
    EndDateTooLate => "end_date_too_late",
    EmailWithoutAt => "email_without_at",
    EmailSeveralAts => "email_several_ats",
    EmailForbiddenCharacter => "email_forbidden_character",
    EmailLocalPartMissing => "email_local_part_missing",
    EmailLocalPartTooLong => "email_local_part_too_long",
    EmailDomainMissing => "email_domain_missing",
    EmailDomainLabelEmpty => "email_domain_label_empty",
    EmailDomainLabelTooLong => "email_domain_label_too_long",
    EmailDomainLabelEdgeHyphen => "email_domain_label_edge_hyphen",
    EmailTooLong => "email_too_long",
    EmailDomainNotAllowed => "email_domain_not_allowed",
    AccountMissing => "account_missing",
    UnknownAccount => "unknown_account",
    ManagerMissing => "manager_missing",
    UnknownManager => "unknown_manager",
    RoleMissingFor => "role_missing_for_manager",
    RoleOfUnchosenManager => "role_of_unchosen_manager",
    UnknownRole => "unknown_role",
} }
