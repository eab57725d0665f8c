//! A plain list that does the same: everything is worked out anew each time, in the way it would be described.

use std::cmp::Ordering;

use chrono::{DateTime, Utc};
use service_user::{ServiceUser, Standing, UserId, UtcDay};
use service_user_list::{Column, Direction, Order, Show, View};

#[derive(Debug, Default)]
pub(crate) struct Model {
    pub(crate) users: Vec<ServiceUser>,
}

impl Model {
    pub(crate) fn insert(&mut self, user: ServiceUser) -> bool {
        match self.users.iter_mut().find(|other| other.id == user.id) {
            Some(other) => {
                *other = user;
                false
            }
            None => {
                self.users.push(user);
                true
            }
        }
    }

    pub(crate) fn remove(&mut self, id: &UserId) -> bool {
        let before = self.users.len();
        self.users.retain(|user| user.id != *id);
        self.users.len() < before
    }

    pub(crate) fn shown(&self, view: &View, today: UtcDay) -> Vec<ServiceUser> {
        let mut shown: Vec<ServiceUser> = self
            .users
            .iter()
            .filter(|user| is_found(user, &view.search) && is_shown(user, view.show, today))
            .cloned()
            .collect();
        shown.sort_by(|one, other| compared(one, other, view.order, today));
        shown
    }

    pub(crate) fn count(&self, search: &str, show: Show, today: UtcDay) -> usize {
        let found = self.users.iter().filter(|user| is_found(user, search));
        found.filter(|user| is_shown(user, show, today)).count()
    }
}

fn is_found(user: &ServiceUser, search: &str) -> bool {
    let search = lower_case(search.trim());
    let texts = [&user.friendly_name, &user.email, &user.description];
    search.is_empty() || texts.iter().any(|text| lower_case(text).contains(&search))
}

fn is_shown(user: &ServiceUser, show: Show, today: UtcDay) -> bool {
    let days_left = user.end_date.map(|last_day| today.days_until(last_day));
    match show {
        Show::All => true,
        Show::Active => user.standing(today) == Standing::Active,
        Show::Disabled => user.standing(today) == Standing::Disabled,
        Show::Expiring => {
            user.standing(today) == Standing::Active && days_left.is_some_and(|days| (0..=30).contains(&days))
        }
        Show::Expired => user.standing(today) == Standing::Expired,
        Show::NoEndDate => user.end_date.is_none() && !user.has_unread_end_date(),
    }
}

/// What a column holds, so that values compare as they stand.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Value {
    Text(Vec<Piece>),
    Standing(u8, Vec<Piece>),
    Day(UtcDay),
    Instant(DateTime<Utc>),
}

/// A character or a number of a text.
#[derive(PartialEq, Eq)]
enum Piece {
    Character(char),
    Number(String),
}

impl Ord for Piece {
    fn cmp(&self, other: &Self) -> Ordering {
        let character = |piece: &Self| match piece {
            Self::Character('\0') => '\u{1}',
            Self::Character(character) => *character,
            Self::Number(_) => '0',
        };
        match (self, other) {
            (Self::Number(one), Self::Number(other)) => {
                one.len().cmp(&other.len()).then_with(|| one.cmp(other))
            }
            _ => character(self).cmp(&character(other)),
        }
    }
}

impl PartialOrd for Piece {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

fn compared(one: &ServiceUser, other: &ServiceUser, order: Order, today: UtcDay) -> Ordering {
    let by_column = match (value(one, order.column, today), value(other, order.column, today)) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Greater,
        (Some(_), None) => Ordering::Less,
        (Some(one), Some(other)) => match order.direction {
            Direction::Ascending => one.cmp(&other),
            Direction::Descending => other.cmp(&one),
        },
    };
    match (by_column, order) {
        (Ordering::Equal, order) if order != Order::default() => {
            compared(one, other, Order::default(), today)
        }
        (by_column, _) => by_column,
    }
}

fn value(user: &ServiceUser, column: Column, today: UtcDay) -> Option<Value> {
    let text = |text: &str| (!text.is_empty()).then(|| Value::Text(pieces(text)));
    match column {
        Column::FriendlyName => text(&user.friendly_name),
        Column::Email => text(&user.email),
        Column::Managers => text(&user.managers.join(", ")),
        Column::Status => Some(match user.standing(today) {
            Standing::Active => Value::Standing(0, Vec::new()),
            Standing::Disabled => Value::Standing(1, Vec::new()),
            Standing::Expired => Value::Standing(2, Vec::new()),
            Standing::Other(status) => Value::Standing(3, pieces(&status)),
        }),
        Column::EndDate => user.end_date.map(Value::Day),
        Column::Created => user.created_at.map(Value::Instant),
    }
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut is_in_number = false;
    for character in lower_case(text).chars() {
        match (character.is_ascii_digit(), pieces.last_mut()) {
            (true, Some(Piece::Number(number))) if is_in_number => number.push(character),
            (true, _) => pieces.push(Piece::Number(character.to_string())),
            (false, _) => pieces.push(Piece::Character(character)),
        }
        is_in_number = character.is_ascii_digit();
    }
    for piece in &mut pieces {
        if let Piece::Number(number) = piece {
            *number = number.trim_start_matches('0').to_owned();
        }
    }
    pieces
}

fn lower_case(text: &str) -> String {
    let lower_case = text.chars().flat_map(char::to_lowercase);
    lower_case
        .map(|character| if character == 'ς' { 'σ' } else { character })
        .collect()
}
