//! What of the list is shown, and how that stands in an address.

use crate::percent_encoding::{decoded, encode_into};
use crate::{Column, Direction, Order, Show};

/// What of the list is shown: a search, a choice by how users stand, and an order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// Looked for in friendly names, emails and descriptions, whatever the case of letters and without the spaces around it.
    /// Where there is nothing else in it, nothing is searched for.
    pub search: String,
    /// By how they stand.
    pub show: Show,
    /// By what they are sorted.
    pub order: Order,
}

/// So many hexadecimal digits in a row begin a token (our contract): part of a secret, as far as an address is concerned.
const SECRET_DIGITS: usize = 26;

const SEARCH: &str = "search";
const SHOW: &str = "show";
const SORT: &str = "sort";

impl View {
    /// The view as the query of an address, such as `search=build&show=expiring&sort=-end-date`, without a `?`. What is as in
    /// the default view is left out, so that the default view is the empty text and a view has one query only.
    ///
    /// A search with 26 or more hexadecimal digits in a row is left out too. A token has such parts, and somebody may
    /// paste one into the wrong field; addresses end up in histories and in messages.
    pub fn to_query(&self) -> String {
        let mut query = String::new();
        let mut add = |name: &str, sign: &str, value: &str| {
            if !query.is_empty() {
                query.push('&');
            }
            query.push_str(name);
            query.push('=');
            query.push_str(sign);
            encode_into(&mut query, value);
        };
        let search = self.search.trim();
        if !search.is_empty() && !has_secret_digits(search) {
            add(SEARCH, "", search);
        }
        if self.show != Show::default() {
            add(SHOW, "", show_name(self.show));
        }
        if self.order != Order::default() {
            let sign = match self.order.direction {
                Direction::Ascending => "",
                Direction::Descending => "-",
            };
            add(SORT, sign, column_name(self.order.column));
        }
        query
    }

    /// Reads the query of an address, without a `?`. A part that is unknown, or not of the form that [`to_query`](Self::to_query)
    /// writes, is passed over as if it were not there: an address that somebody cut or mistyped still shows the list. Of a
    /// part that is repeated, the last one counts. A plus sign is read as a space, which some programs write so.
    pub fn from_query(query: &str) -> Self {
        let mut view = Self::default();
        for part in query.split('&') {
            let Some((name, value)) = part.split_once('=') else {
                continue;
            };
            let Some(value) = decoded(value) else { continue };
            match name {
                SEARCH if !has_secret_digits(&value) => view.search = value.trim().to_owned(),
                SHOW => view.show = show(&value).unwrap_or(view.show),
                SORT => view.order = order(&value).unwrap_or(view.order),
                _ => {}
            }
        }
        view
    }
}

fn has_secret_digits(text: &str) -> bool {
    let mut runs = text.split(|character: char| !character.is_ascii_hexdigit());
    runs.any(|run| run.len() >= SECRET_DIGITS)
}

fn show(name: &str) -> Option<Show> {
    Show::ALL.into_iter().find(|show| show_name(*show) == name)
}

fn order(text: &str) -> Option<Order> {
    let (direction, name) = match text.strip_prefix('-') {
        Some(name) => (Direction::Descending, name),
        None => (Direction::Ascending, text),
    };
    let column = Column::ALL
        .into_iter()
        .find(|column| column_name(*column) == name)?;
    Some(Order { column, direction })
}

fn show_name(show: Show) -> &'static str {
    match show {
        Show::All => "all",
        Show::Active => "active",
        Show::Disabled => "disabled",
        Show::Expiring => "expiring",
        Show::Expired => "expired",
        Show::NoEndDate => "no-end-date",
    }
}

fn column_name(column: Column) -> &'static str {
    match column {
        Column::FriendlyName => "name",
        Column::Status => "status",
        Column::EndDate => "end-date",
        Column::Email => "email",
        Column::Managers => "managers",
        Column::Created => "created",
    }
}
