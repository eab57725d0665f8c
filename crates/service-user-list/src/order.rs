//! By what the service users are sorted.

/// By what the service users are sorted: a column, and in which direction. Whatever the order, users with the same value
/// stand by friendly name, and after that in the order in which they arrived; users without a value stand last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Order {
    /// The column.
    pub column: Column,
    /// From which end.
    pub direction: Direction,
}

/// A column that service users can be sorted by.
///
/// Texts stand in their natural order: without regard to case, and digits as the number they write. Letters beyond ASCII
/// come after `z`, as Unicode numbers them; what a language makes of them is left to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// The friendly name.
    #[default]
    FriendlyName,
    /// How they stand today: active, disabled, expired, then what the API calls by other names.
    Status,
    /// The end date; those that have none stand last in both directions.
    EndDate,
    /// The email.
    Email,
    /// The Managers, as they are listed.
    Managers,
    /// When they were created.
    Created,
}

impl Column {
    /// Every column, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::FriendlyName,
        Self::Status,
        Self::EndDate,
        Self::Email,
        Self::Managers,
        Self::Created,
    ];
}

/// From which end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// The smallest, or earliest, first.
    #[default]
    Ascending,
    /// The greatest, or latest, first.
    Descending,
}

impl Order {
    /// By friendly name: what ties are broken by.
    pub(crate) const BY_NAME: Self = Self {
        column: Column::FriendlyName,
        direction: Direction::Ascending,
    };

    /// The order after a press on a column's heading: this column, and the other way round if it is the column already.
    #[must_use]
    pub fn pressed(self, column: Column) -> Self {
        let direction = match self.direction {
            Direction::Ascending if self.column == column => Direction::Descending,
            Direction::Ascending | Direction::Descending => Direction::Ascending,
        };
        Self { column, direction }
    }
}
