//! Which of the service users are shown, by how they stand.

use service_user::{Standing, UtcDay};

use crate::Row;
use crate::store::Store;

/// From this many days left on, an end date is near: the day itself is 0 days away.
pub const EXPIRING_DAYS: i64 = 30;

/// Which of the service users are shown, by how they stand today.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Show {
    /// All of them.
    #[default]
    All,
    /// Those that work today.
    Active,
    /// Those that somebody disabled.
    Disabled,
    /// Those that work today, and for [`EXPIRING_DAYS`] more days at most.
    Expiring,
    /// Those whose end date is past.
    Expired,
    /// Those that have no end date, whatever their status.
    NoEndDate,
}

impl Show {
    /// Every choice, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::All,
        Self::Active,
        Self::Disabled,
        Self::Expiring,
        Self::Expired,
        Self::NoEndDate,
    ];

    /// Whether a service user is among those shown.
    pub fn includes(self, row: Row<'_>, today: UtcDay) -> bool {
        Shown::of(row, today).is_in(self)
    }
}

/// How many service users each choice shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts([usize; Show::ALL.len()]);

impl Counts {
    /// How many this choice shows.
    pub fn of(self, show: Show) -> usize {
        self.0.get(show as usize).copied().unwrap_or_default()
    }

    pub(crate) fn count(shown: impl Iterator<Item = Shown>) -> Self {
        // Few of the combinations occur; counting them is one step a user instead of one for each choice.
        let mut combinations = [0_usize; 1 << Show::ALL.len()];
        for shown in shown {
            if let Some(count) = combinations.get_mut(usize::from(shown.0)) {
                *count += 1;
            }
        }
        Self(Show::ALL.map(|show| {
            let with_show = combinations
                .iter()
                .zip(0..)
                .filter(|(_, bits)| Shown(*bits).is_in(show));
            with_show.map(|(count, _)| *count).sum()
        }))
    }
}

/// By which choices a service user is shown: one bit each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shown(u8);

impl Shown {
    pub(crate) fn of(row: Row<'_>, today: UtcDay) -> Self {
        let standing = row.standing(today);
        let is_active = standing == Standing::Active;
        let days_left = row.end_date().map(|last_day| today.days_until(last_day));
        let is_near = days_left.is_some_and(|days| (0..=EXPIRING_DAYS).contains(&days));
        let bit = |show: Show, is_shown: bool| u8::from(is_shown) << show as u8;
        Self(
            bit(Show::All, true)
                | bit(Show::Active, is_active)
                | bit(Show::Disabled, standing == Standing::Disabled)
                | bit(Show::Expiring, is_active && is_near)
                | bit(Show::Expired, standing == Standing::Expired)
                | bit(
                    Show::NoEndDate,
                    days_left.is_none() && !row.status().hides_end_date(),
                ),
        )
    }

    pub(crate) fn is_in(self, show: Show) -> bool {
        self.0 & 1 << show as u8 != 0
    }
}

/// By which choices each user is shown on one day. What has come since is looked at the next time.
#[derive(Debug)]
pub(crate) struct ShownToday {
    today: UtcDay,
    users: Vec<Shown>,
}

impl ShownToday {
    pub(crate) fn next(last: Option<Self>, today: UtcDay, store: &Store) -> Self {
        let mut next = last.filter(|last| last.today == today).unwrap_or(Self {
            today,
            users: Vec::with_capacity(store.len()),
        });
        let new = next.users.len()..store.len();
        next.users.extend(
            new.filter_map(|place| store.row(place))
                .map(|row| Shown::of(row, today)),
        );
        next
    }

    /// For each place.
    pub(crate) fn users(&self) -> &[Shown] {
        &self.users
    }

    /// Looks again at a user who has changed.
    pub(crate) fn look_again(&mut self, place: usize, store: &Store) {
        if let (Some(shown), Some(row)) = (self.users.get_mut(place), store.row(place)) {
            *shown = Shown::of(row, self.today);
        }
    }

    /// Forgets the users that the list no longer has.
    pub(crate) fn retain(&mut self, is_kept: &[bool]) {
        let mut kept = is_kept.iter();
        self.users.retain(|_| kept.next() == Some(&true));
    }
}
