//! What the rules have to say, as texts.

use service_user::{Field, Remarks, ServiceUserRequest, Surroundings};

use crate::Question;

impl Question {
    /// Tells what was found, text by text, in records that begin with a word:
    ///
    /// | Word | What follows |
    /// |---|---|
    /// | `fault` | field, code, message, and the suggestion, which is empty where there is none |
    /// | `warning` | field, code, message |
    /// | `request` | friendly name, description, email, and the end date, which is empty where there is none |
    /// | `account`, `role` | an id of the request; the primary account comes first |
    ///
    /// What could not be read comes first. Where that is the context or the draft as a whole, nothing is checked; where it is a
    /// field, the others are. There is a request only where everything was asked for and nothing is at fault.
    pub fn answer(&self, tell: &mut dyn FnMut(&str)) {
        for unread in &self.unread {
            tell_all(
                tell,
                &[
                    "fault",
                    &unread.shown_under,
                    unread.fault.code(),
                    &unread.message,
                    "",
                ],
            );
        }
        let surroundings = self.surroundings();
        match self.field {
            Some(field) => self.answer_field(field, &surroundings, tell),
            None if self.unread.is_empty() => {
                let review = self.draft.review(&surroundings);
                tell_remarks(&review.remarks, tell);
                // What keeps it from being a request was told in the line above.
                if let Ok(request) = review.request() {
                    tell_request(&request, tell);
                }
            }
            None => {
                for field in Field::ALL {
                    self.answer_field(field, &surroundings, tell);
                }
            }
        }
    }

    fn answer_field(&self, field: Field, surroundings: &Surroundings<'_>, tell: &mut dyn FnMut(&str)) {
        let is_held_up = self.unread.iter().any(|unread| match (unread.field, field) {
            (None, _) => true,
            // A role is judged by the chosen Managers, and a Manager by the chosen roles.
            (Some(Field::Managers | Field::Roles), Field::Managers | Field::Roles) => true,
            (Some(unread), field) => unread == field,
        });
        if !is_held_up {
            tell_remarks(&self.draft.review_field(field, surroundings), tell);
        }
    }

    fn surroundings(&self) -> Surroundings<'_> {
        Surroundings {
            today: self.today,
            taken_names: &self.taken_names,
            accounts: &self.accounts,
            roles: &self.roles,
            caller_email: self.caller_email.as_deref(),
            policy: &self.policy,
            existing: self.existing.as_ref(),
        }
    }
}

fn tell_remarks(remarks: &Remarks, tell: &mut dyn FnMut(&str)) {
    for fault in &remarks.faults {
        let suggestion = fault.suggestion().unwrap_or_default();
        tell_all(
            tell,
            &[
                "fault",
                fault.field.name(),
                fault.code(),
                &fault.message(),
                suggestion,
            ],
        );
    }
    for warning in &remarks.warnings {
        tell_all(
            tell,
            &[
                "warning",
                warning.field.name(),
                warning.code(),
                &warning.message(),
            ],
        );
    }
}

fn tell_request(request: &ServiceUserRequest, tell: &mut dyn FnMut(&str)) {
    let end_date = request.end_date().last_day().map(|day| day.to_string());
    tell_all(
        tell,
        &[
            "request",
            request.friendly_name().as_str(),
            request.description().as_str(),
            request.email().as_str(),
            end_date.as_deref().unwrap_or_default(),
        ],
    );
    for id in request.accounts() {
        tell_all(tell, &["account", id.as_str()]);
    }
    for id in request.roles() {
        tell_all(tell, &["role", id.as_str()]);
    }
}

fn tell_all(tell: &mut dyn FnMut(&str), texts: &[&str]) {
    for text in texts {
        tell(text);
    }
}
