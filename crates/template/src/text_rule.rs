//! Which characters a template's texts can have.
//!
//! A template is shared, so its texts are judged as somebody else's. What shows as nothing can hide a text in another one, and
//! what changes the direction of writing can make it read as something that it is not.

use service_user::{distinct_forbidden, holds_token, is_combining, is_unseen};

use crate::TemplateFaultKind;

/// What a text is, with the most characters it can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextRule {
    /// A name: what can be seen, combining marks and spaces between.
    Name(usize),
    /// Prose on one line: all but what hides or reorders text. Joiners and variation selectors belong to many scripts and emoji.
    Line(usize),
    /// Prose with line feeds and tabs.
    Paragraphs(usize),
}

impl TextRule {
    fn limit(self) -> usize {
        match self {
            Self::Name(limit) | Self::Line(limit) | Self::Paragraphs(limit) => limit,
        }
    }

    /// Whether such a text can hold the character.
    fn takes(self, character: char) -> bool {
        match (self, character) {
            (Self::Paragraphs(_), '\n' | '\t') | (_, ' ') => true,
            (Self::Name(_), _) => !is_unseen(character) || is_combining(character),
            (Self::Line(_) | Self::Paragraphs(_), _) if character.is_control() => false,
            (Self::Line(_) | Self::Paragraphs(_), _) => {
                character.is_whitespace()
                    || is_combining(character)
                    || matches!(character, '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}')
                    || !is_unseen(character)
            }
        }
    }
}

/// Every fault of a text that has to hold something.
pub(crate) fn text_faults(text: &str, rule: TextRule) -> Vec<TemplateFaultKind> {
    if text.chars().all(char::is_whitespace) {
        return vec![TemplateFaultKind::Empty];
    }
    let forbidden = distinct_forbidden(text, |character| !rule.takes(character));
    let mut kinds: Vec<TemplateFaultKind> = forbidden
        .into_iter()
        .map(|(character, position)| TemplateFaultKind::ForbiddenCharacter { character, position })
        .collect();
    let length = text.chars().count();
    if length > rule.limit() {
        kinds.push(TemplateFaultKind::TooLong {
            length,
            limit: rule.limit(),
        });
    }
    match rule {
        TextRule::Name(_) if text.starts_with(' ') || text.ends_with(' ') => {
            kinds.push(TemplateFaultKind::EdgeSpace);
        }
        TextRule::Name(_) | TextRule::Line(_) | TextRule::Paragraphs(_) => {}
    }
    if holds_token(text) {
        kinds.push(TemplateFaultKind::LooksLikeToken);
    }
    kinds
}
