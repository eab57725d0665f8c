//! Where a service user is in the rotation of its token, as far as the records of its tokens tell.
//!
//! A rotation with overlap puts a new token in the place of an old one without a moment in which neither works: make a new one,
//! hand it over, check that it works, disable the old one, delete it. Nothing of it is written down anywhere: which token is the
//! new one, which is the old one and what comes next is read from the records each time.

use chrono::{DateTime, Utc};
use service_user::{AccessTokenId, Standing, UtcDay};

use crate::AccessToken;

/// The steps, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RotationStep {
    /// Make a new token.
    Make,
    /// Give it to whoever holds the old one.
    HandOver,
    /// See whether it works, and whether it is used.
    Check,
    /// Stop the old one, which can be taken back.
    Disable,
    /// Delete the old one, which cannot.
    Delete,
}

/// What a person has said about their tokens. An id that none of the tokens has says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RotationChoice {
    /// Which token is the new one.
    pub new: Option<AccessTokenId>,
    /// Which token is the old one.
    pub old: Option<AccessTokenId>,
}

/// A token that has a part in the rotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RotationPart {
    /// There is none.
    Nobody,
    /// This one.
    Known(AccessToken),
    /// One of these, at least two; only a person can tell which.
    Unclear(Vec<AccessToken>),
}

/// Where a service user is in the rotation of its token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rotation {
    /// The token that takes over.
    pub new: RotationPart,
    /// The token that is replaced.
    pub old: RotationPart,
    /// What comes next.
    pub next: RotationStep,
    /// Whether the new token, where it is clear, is not known to be off.
    works: bool,
}

impl RotationStep {
    /// Every step, in order.
    pub const ALL: [Self; 5] = [
        Self::Make,
        Self::HandOver,
        Self::Check,
        Self::Disable,
        Self::Delete,
    ];
}

impl RotationPart {
    /// The token, where it is clear which one it is.
    pub fn known(&self) -> Option<&AccessToken> {
        match self {
            Self::Known(token) => Some(token),
            Self::Nobody | Self::Unclear(_) => None,
        }
    }

    /// The tokens that it may be.
    pub fn candidates(&self) -> &[AccessToken] {
        match self {
            Self::Nobody => &[],
            Self::Known(token) => std::slice::from_ref(token),
            Self::Unclear(tokens) => tokens,
        }
    }

    fn of(mut tokens: Vec<AccessToken>) -> Self {
        match (tokens.pop(), tokens.is_empty()) {
            (None, _) => Self::Nobody,
            (Some(only), true) => Self::Known(only),
            (Some(last), false) => {
                tokens.push(last);
                Self::Unclear(tokens)
            }
        }
    }
}

impl Rotation {
    /// Reads the state out of a user's tokens, in whatever order they come.
    ///
    /// The new token is the one that was made last, of those whose end date is not past; where a token has no date of making, it
    /// may be that one. The old token is any other that was not made after it. With a single token, and with none, a rotation has
    /// yet to begin. What a person has said comes before all of this.
    ///
    /// What comes next follows from the two: the old one is to be deleted once it no longer works, and to be disabled once the
    /// new one was used and the old one was not used after it. When a token was used is our contract; where the API does not
    /// tell, the rotation stays at handing over until a person says otherwise.
    pub fn of(tokens: &[AccessToken], choice: &RotationChoice, today: UtcDay) -> Self {
        let mut tokens: Vec<&AccessToken> = tokens.iter().collect();
        tokens.sort_by(|one, other| (other.created_at, &one.id).cmp(&(one.created_at, &other.id)));
        let find = |id: &Option<AccessTokenId>| {
            let id = id.as_ref()?;
            tokens.iter().copied().find(|token| token.id == *id)
        };
        let (chosen_new, chosen_old) = (find(&choice.new), find(&choice.old));
        // Whoever calls one token both has said which is replaced, and not by what.
        let chosen_new = chosen_new.filter(|new| chosen_old.is_none_or(|old| old.id != new.id));
        let new = match chosen_new {
            Some(new) => RotationPart::Known(new.clone()),
            None => newest(&tokens, chosen_old, today),
        };
        let old = match chosen_old {
            Some(old) => RotationPart::Known(old.clone()),
            None => replaced(&tokens, &new, chosen_new.is_some()),
        };
        // What was made last replaces nothing where everything else was made after it and has ended already.
        let new = match (&new, &old, chosen_new) {
            (RotationPart::Known(_), RotationPart::Nobody, None) => RotationPart::Nobody,
            _ => new,
        };
        let old = match (&new, chosen_old) {
            (RotationPart::Nobody, None) => RotationPart::of(tokens.into_iter().cloned().collect()),
            _ => old,
        };
        let next = next(&new, &old, today);
        let works = new.known().is_some_and(|new| !new.is_off(today));
        Self {
            new,
            old,
            next,
            works,
        }
    }

    /// Whether a person can be at a step: at the next one, at any before it, and, where the new token works and the API does not
    /// tell that it is used, at disabling the old one all the same.
    pub fn can_be_at(&self, step: RotationStep) -> bool {
        let has_new = self.new.known().is_some();
        match step {
            RotationStep::Make => true,
            RotationStep::HandOver | RotationStep::Check => has_new,
            RotationStep::Disable => {
                self.works && self.next < RotationStep::Delete && self.old != RotationPart::Nobody
            }
            RotationStep::Delete => self.next == RotationStep::Delete,
        }
    }
}

impl AccessToken {
    /// How it stands today: its status and its end date taken together. Of the user whose it is, it says nothing.
    pub fn standing(&self, today: UtcDay) -> Standing {
        use crate::AccessTokenStatus::{Active, Disabled, Other};
        let is_over = self.end_date.is_some_and(|last_day| last_day < today);
        match &self.status {
            Disabled => Standing::Disabled,
            Active | Other(_) if is_over => Standing::Expired,
            Active => Standing::Active,
            Other(text) => Standing::Other(text.clone()),
        }
    }

    /// Whether it is known not to work any more. A status that this crate does not know is no such knowledge.
    pub fn is_off(&self, today: UtcDay) -> bool {
        match self.standing(today) {
            Standing::Disabled | Standing::Expired => true,
            Standing::Active | Standing::Other(_) => false,
        }
    }

    /// Whether it was used, as far as the API tells, after another instant; `None` there is before every use.
    pub fn was_used_after(&self, instant: Option<DateTime<Utc>>) -> bool {
        self.last_used_at > instant
    }
}

/// The token that was made last, among those that may be the new one.
fn newest(tokens: &[&AccessToken], chosen_old: Option<&AccessToken>, today: UtcDay) -> RotationPart {
    if tokens.len() < 2 {
        return RotationPart::Nobody;
    }
    let pool = || {
        tokens.iter().copied().filter(|token| match chosen_old {
            _ if token.standing(today) == Standing::Expired => false,
            None => true,
            Some(old) => token.id != old.id && !is_older(token, old),
        })
    };
    let last = pool().filter_map(|token| token.created_at).max();
    let contenders = pool().filter(|token| token.created_at.is_none() || token.created_at == last);
    RotationPart::of(contenders.cloned().collect())
}

/// The tokens that a new one may be there to replace. Where it is a person who says which one is new, the dates do not count.
fn replaced(tokens: &[&AccessToken], new: &RotationPart, is_chosen: bool) -> RotationPart {
    let others = tokens.iter().copied().filter(|token| match new {
        RotationPart::Nobody | RotationPart::Unclear(_) => true,
        RotationPart::Known(new) => token.id != new.id && (is_chosen || !is_older(new, token)),
    });
    RotationPart::of(others.cloned().collect())
}

/// Whether one token is known to have been made before another.
fn is_older(token: &AccessToken, than: &AccessToken) -> bool {
    token
        .created_at
        .zip(than.created_at)
        .is_some_and(|(one, other)| one < other)
}

fn next(new: &RotationPart, old: &RotationPart, today: UtcDay) -> RotationStep {
    let Some(new) = new.known() else {
        return RotationStep::Make;
    };
    let is_used = new.last_used_at.is_some();
    match old {
        _ if new.is_off(today) => RotationStep::Check,
        RotationPart::Known(old) if old.is_off(today) => RotationStep::Delete,
        _ if !is_used => RotationStep::HandOver,
        RotationPart::Nobody => RotationStep::Check,
        RotationPart::Known(old) if old.was_used_after(new.last_used_at) => RotationStep::Check,
        RotationPart::Known(_) | RotationPart::Unclear(_) => RotationStep::Disable,
    }
}

#[cfg(test)]
mod tests;
