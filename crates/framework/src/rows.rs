//! A list whose things are told apart.

use crate::calls::CallMut;
use crate::shown::{Shown, parent_of};
use crate::upkeep::Upkeep;
use crate::view::{IntoView, View};
use original::prelude::Owner;
use original::tachys::renderer::Rndr;
use original::tachys::renderer::types::{Node, Placeholder};

/// One thing of the list, as it is now.
pub enum Piece {
    /// The one that was at this place before.
    Before(usize),
    /// One that was not there.
    New(Box<dyn FnOnce() -> View>),
}

/// Shows each thing of a list, and leaves in the page what shows a thing for as long as the thing is in the list. Meant for as many as there
/// is room for in a window: where each one was before is looked for among all of them.
///
/// It asks `each` for the things again whenever something that it read has changed; `key` says what tells one from another, which must not be the same
/// for two, and `show` what shows one.
pub fn keyed<T, K, V>(
    each: impl Fn() -> Vec<T> + 'static,
    key: impl Fn(&T) -> K + 'static,
    show: impl Fn(T) -> V + Clone + 'static,
) -> View
where
    T: 'static,
    K: PartialEq + 'static,
    V: IntoView,
{
    let mut before: Vec<K> = Vec::new();
    View::Rows(Box::new(move |()| {
        let things = each();
        let keys: Vec<K> = things.iter().map(&key).collect();
        let pieces = things
            .into_iter()
            .zip(&keys)
            .map(
                |(thing, key)| match before.iter().position(|before| before == key) {
                    Some(place) => Piece::Before(place),
                    None => {
                        let show = show.clone();
                        Piece::New(Box::new(move || show(thing).into_view()))
                    }
                },
            )
            .collect();
        before = keys;
        pieces
    }))
}

/// What shows a thing, and who owns what is alive in it.
struct Row {
    shown: Shown,
    _owner: Owner,
}

/// The rows that are in the page.
pub(crate) struct Rows {
    rows: Vec<Row>,
    end: Placeholder,
}

impl Rows {
    /// Makes them, and keeps them as the closure says. What is alive in a row belongs to the row, so that it outlives the others' changes.
    pub(crate) fn following(mut ask: Box<dyn CallMut<(), Vec<Piece>>>) -> Upkeep<Rows> {
        let parent = Owner::current().unwrap_or_default();
        Upkeep::new(move |before: Option<Rows>| {
            let Rows { rows, end } = before.unwrap_or_else(|| Rows {
                rows: Vec::new(),
                end: Rndr::create_placeholder(),
            });
            let mut before: Vec<Option<Row>> = rows.into_iter().map(Some).collect();
            let rows = ask
                .call(())
                .into_iter()
                .filter_map(|piece| match piece {
                    Piece::Before(place) => before.get_mut(place).and_then(Option::take),
                    Piece::New(view) => {
                        let owner = parent.with(Owner::new);
                        let shown = owner.with(|| view().build());
                        Some(Row { shown, _owner: owner })
                    }
                })
                .collect();
            for gone in before.into_iter().flatten() {
                gone.shown.unmount();
            }
            let rows = Rows { rows, end };
            rows.put_in_order();
            rows
        })
    }

    /// Puts each before the one after it, and moves none that is there: what is moved loses the focus. Before the rows have a place in the
    /// page there is nothing to do.
    fn put_in_order(&self) {
        let Some(parent) = parent_of(&self.end) else {
            return;
        };
        let mut next: Node = self.end.clone().into();
        for row in self.rows.iter().rev() {
            let Some((first, last)) = row.shown.ends() else {
                continue;
            };
            if last.next_sibling().as_ref() != Some(&next) {
                row.shown.mount(&parent, Some(&next));
            }
            next = first;
        }
    }

    /// What is in the page: the rows and the node after the last.
    pub(crate) fn each_node(&self, act: &mut dyn FnMut(&Node)) {
        for row in &self.rows {
            row.shown.each_node(act);
        }
        act(&self.end);
    }
}
