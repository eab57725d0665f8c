//! The two pages.

/// One of the two pages that are measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// What is shipped.
    Product,
    /// The page that is written by hand.
    Reference,
}

impl Side {
    /// In the order in which they take their turns in this round: whoever is first in one is second in the next.
    pub(crate) fn in_turn(round: usize) -> [Self; 2] {
        match round % 2 {
            0 => [Self::Product, Self::Reference],
            _ => [Self::Reference, Self::Product],
        }
    }

    /// The address of its list on the host, which is where it begins, and what the addresses of its files begin with.
    pub(crate) fn path(self) -> &'static str {
        match self {
            Self::Product => "/",
            Self::Reference => "/reference/",
        }
    }

    /// The address of its first step of creating.
    pub(crate) fn create_page(self) -> &'static str {
        match self {
            Self::Product => "/#create",
            Self::Reference => "/reference/#create",
        }
    }
}

/// Something for each of the two pages.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Both<T> {
    /// The product's.
    pub(crate) product: T,
    /// The reference page's.
    pub(crate) reference: T,
}

impl<T> Both<T> {
    /// That of one side.
    pub(crate) fn of_mut(&mut self, side: Side) -> &mut T {
        match side {
            Side::Product => &mut self.product,
            Side::Reference => &mut self.reference,
        }
    }

    /// Something made of each.
    pub(crate) fn map<U>(&self, make: impl Fn(&T) -> U) -> Both<U> {
        Both {
            product: make(&self.product),
            reference: make(&self.reference),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_is_first_in_one_round_is_second_in_the_next() {
        assert_eq!(Side::in_turn(0), [Side::Product, Side::Reference]);
        assert_eq!(Side::in_turn(1), [Side::Reference, Side::Product]);
        assert_eq!(Side::in_turn(2), Side::in_turn(0));
    }
}
