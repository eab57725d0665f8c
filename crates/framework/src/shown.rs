//! What is in the page, and how it becomes what is to be shown next.

use crate::element::ElementShown;
use crate::rows::Rows;
use crate::upkeep::Upkeep;
use crate::view::View;
use original::tachys::renderer::types::{Element, Node, Placeholder, Text};
use original::tachys::renderer::{CastFrom, Rndr};
use std::borrow::Cow;

/// A view that has been made: its nodes and what keeps them up to date, which ends when this is dropped. Each holds a node at least, so that
/// there is a place for what comes after it.
pub(crate) enum Shown {
    Nothing(Placeholder),
    Text(Text, Cow<'static, str>),
    Element(ElementShown),
    Inert(Element, &'static str),
    Several(Vec<Shown>),
    List(Vec<Shown>, Placeholder),
    Dynamic(Upkeep<Shown>),
    Rows(Upkeep<Rows>),
}

impl View {
    /// Makes it, without a place in the page yet.
    pub(crate) fn build(self) -> Shown {
        match self {
            View::Nothing => Shown::Nothing(Rndr::create_placeholder()),
            View::Text(words) => Shown::Text(Rndr::create_text_node(&words), words),
            View::Element(element) => Shown::Element(element.build()),
            View::Inert(html) => Shown::Inert(Rndr::create_element_from_html(html.into()), html),
            View::Several(views) if views.is_empty() => View::Nothing.build(),
            View::Several(views) => Shown::Several(build_all(views)),
            View::List(views) => Shown::List(build_all(views), Rndr::create_placeholder()),
            View::Dynamic(mut ask) => Shown::Dynamic(Upkeep::new(move |shown: Option<Shown>| {
                let view = ask.call(());
                match shown {
                    Some(mut shown) => {
                        view.rebuild(&mut shown);
                        shown
                    }
                    None => view.build(),
                }
            })),
            View::Rows(ask) => Shown::Rows(Rows::following(ask)),
        }
    }

    /// Makes of what is in the page this view. What both have in common stays, and with it the focus that is in it, what is selected and
    /// what has been read out.
    pub(crate) fn rebuild(self, shown: &mut Shown) {
        match (self, shown) {
            (View::Nothing, Shown::Nothing(_)) => {}
            (View::Text(words), Shown::Text(node, before)) => {
                if words != *before {
                    Rndr::set_text(node, &words);
                    *before = words;
                }
            }
            (View::Element(element), Shown::Element(shown)) if shown.can_become(&element) => {
                shown.turn_into(element);
            }
            (View::Inert(html), Shown::Inert(_, before)) if html == *before => {}
            (View::Several(views), Shown::Several(shown)) if views.len() == shown.len() => {
                for (view, shown) in views.into_iter().zip(shown) {
                    view.rebuild(shown);
                }
            }
            (View::List(views), Shown::List(shown, end)) => rebuild_list(views, shown, end),
            (view, shown) => shown.give_way_to(view.build()),
        }
    }
}

fn build_all(views: Vec<View>) -> Vec<Shown> {
    views.into_iter().map(View::build).collect()
}

fn rebuild_list(views: Vec<View>, shown: &mut Vec<Shown>, end: &Node) {
    for gone in shown.drain(views.len().min(shown.len())..) {
        gone.unmount();
    }
    let mut views = views.into_iter();
    for (shown, view) in shown.iter_mut().zip(views.by_ref()) {
        view.rebuild(shown);
    }
    for view in views {
        let new = view.build();
        new.mount_before(end);
        shown.push(new);
    }
}

impl Shown {
    /// Each of its nodes that are not in another of them, in their order.
    pub(crate) fn each_node(&self, act: &mut dyn FnMut(&Node)) {
        match self {
            Shown::Nothing(node) => act(node),
            Shown::Text(node, _) => act(node),
            Shown::Element(shown) => act(&shown.element),
            Shown::Inert(node, _) => act(node),
            Shown::Several(shown) => shown.iter().for_each(|shown| shown.each_node(act)),
            Shown::List(shown, end) => {
                shown.iter().for_each(|shown| shown.each_node(act));
                act(end);
            }
            Shown::Dynamic(upkeep) => upkeep.with(|shown| shown.each_node(act)),
            Shown::Rows(upkeep) => upkeep.with(|rows| rows.each_node(act)),
        }
    }

    /// Puts it into an element: before one of its nodes, or at its end.
    pub(crate) fn mount(&self, parent: &Element, before: Option<&Node>) {
        self.each_node(&mut |node| Rndr::insert_node(parent, node, before));
    }

    /// Puts it before a node, where that is in an element.
    pub(crate) fn mount_before(&self, node: &Node) {
        if let Some(parent) = parent_of(node) {
            self.mount(&parent, Some(node));
        }
    }

    /// Takes it off the page.
    pub(crate) fn unmount(&self) {
        self.each_node(&mut Rndr::remove);
    }

    /// The first and the last of its nodes.
    pub(crate) fn ends(&self) -> Option<(Node, Node)> {
        let mut ends: Option<(Node, Node)> = None;
        self.each_node(&mut |node| {
            let first = ends.take().map_or_else(|| node.clone(), |(first, _)| first);
            ends = Some((first, node.clone()));
        });
        ends
    }

    fn give_way_to(&mut self, new: Shown) {
        if let Some((first, _)) = self.ends() {
            new.mount_before(&first);
        }
        self.unmount();
        *self = new;
    }
}

/// The element that a node is in.
pub(crate) fn parent_of(node: &Node) -> Option<Element> {
    Rndr::get_parent(node).and_then(Element::cast_from)
}
