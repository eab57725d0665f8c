//! The one type of element.

use crate::attribute::{Ask, Following, FollowingShown, IntoClasses, IntoText, IntoValue, Place, Value};
use crate::calls::CallMut;
use crate::listener::{Handler, Listener};
use crate::node_ref::NodeRef;
use crate::shown::Shown;
use crate::signals::RwSignal;
use crate::view::{IntoView, View};
use original::tachys::html::event::EventDescriptor;
use original::tachys::renderer::Rndr;
use original::tachys::renderer::types::{Element as PageElement, Event};
use std::borrow::Cow;

/// An element of a view. It is handed on with each attribute that a view gives it, so it is no more than a pointer.
pub struct Element(Box<Parts>);

/// An attribute's name and what it says.
type Words = (&'static str, Cow<'static, str>);

/// Its name, what is on it and what is in it.
struct Parts {
    name: &'static str,
    namespace: Option<&'static str>,
    /// The attributes that stay as they are.
    words: Vec<Words>,
    /// What of it follows what it reads.
    following: Vec<Following>,
    /// What it listens to.
    handlers: Vec<Handler>,
    /// Who wants to know it.
    reference: Option<RwSignal<Option<PageElement>>>,
    content: Option<View>,
}

impl Element {
    #[inline(never)]
    pub(crate) fn new(name: &'static str, namespace: Option<&'static str>) -> Self {
        Element(Box::new(Parts {
            name,
            namespace,
            words: Vec::new(),
            following: Vec::new(),
            handlers: Vec::new(),
            reference: None,
            content: None,
        }))
    }

    /// Puts something into it. What is called for a second time puts its content in the place of the first.
    #[must_use]
    #[inline(always)]
    pub fn child(self, content: impl IntoView) -> Self {
        self.holding(content.into_view())
    }

    /// Gives it an attribute of any name.
    #[must_use]
    pub fn attr(self, name: &'static str, value: impl IntoValue) -> Self {
        value.put(self, name)
    }

    /// Gives it a class, or one that comes and goes.
    #[must_use]
    pub fn class(self, value: impl IntoClasses) -> Self {
        value.put(self)
    }

    /// Gives it a property of its style, by name and value.
    #[must_use]
    pub fn style<T: IntoText>(self, (name, mut value): (&'static str, impl FnMut() -> T + 'static)) -> Self {
        self.follow(Place::Style, name, Box::new(move |()| value().into_text()))
    }

    /// Sets a property of the page's element: `value`, which is a text, or another one, which is true or false.
    #[must_use]
    pub fn prop<T: IntoText>(self, name: &'static str, mut value: impl FnMut() -> T + 'static) -> Self {
        self.follow(Place::Property, name, Box::new(move |()| value().into_text()))
    }

    /// Listens to an event on its way up.
    #[must_use]
    pub fn on<E>(self, event: E, mut act: impl FnMut(E::EventType) + 'static) -> Self
    where
        E: EventDescriptor,
        E::EventType: From<Event>,
    {
        const { assert!(!E::CAPTURE, "nothing listens to events on their way down") };
        self.handle(event.name(), Box::new(move |event: Event| act(event.into())))
    }

    /// Makes it known to whoever holds the reference.
    #[must_use]
    pub fn node_ref<E>(mut self, reference: NodeRef<E>) -> Self {
        self.0.reference = Some(reference.of_any_kind());
        self
    }

    #[inline(never)]
    pub(crate) fn named(mut self, name: &'static str, value: Value) -> Self {
        match value {
            Value::Fixed(None) => self,
            Value::Fixed(Some(words)) => {
                self.0.words.push((name, words));
                self
            }
            Value::Live(ask) => self.follow(Place::Attribute, name, ask),
        }
    }

    #[inline(never)]
    pub(crate) fn saying(mut self, name: &'static str, words: &'static str) -> Self {
        self.0.words.push((name, words.into()));
        self
    }

    #[inline(never)]
    pub(crate) fn follow(mut self, place: Place, name: &'static str, ask: Ask) -> Self {
        self.0.following.push(Following { place, name, ask });
        self
    }

    #[inline(never)]
    fn handle(mut self, event: Cow<'static, str>, act: Box<dyn CallMut<Event, ()>>) -> Self {
        self.0.handlers.push(Handler::new(event, act));
        self
    }

    #[inline(never)]
    fn holding(mut self, content: View) -> Self {
        self.0.content = Some(content);
        self
    }

    /// Makes it, with what is in it.
    pub(crate) fn build(self) -> ElementShown {
        let Parts {
            name,
            namespace,
            words,
            following,
            handlers,
            reference,
            content,
        } = *self.0;
        let mut shown = ElementShown {
            name,
            element: Rndr::create_element(name, namespace),
            words: Vec::new(),
            following: Vec::new(),
            listeners: Vec::new(),
            content: None,
        };
        shown.reword(words);
        shown.bring_to_life(following, handlers, reference);
        shown.content = content.map(|content| {
            let content = content.build();
            content.mount(&shown.element, None);
            Box::new(content)
        });
        shown
    }
}

/// An element that is in the page.
pub(crate) struct ElementShown {
    name: &'static str,
    pub(crate) element: PageElement,
    words: Vec<Words>,
    following: Vec<FollowingShown>,
    listeners: Vec<Listener>,
    content: Option<Box<Shown>>,
}

impl ElementShown {
    /// Whether it can be made into the one that is to be shown. Another name, or content where there was none, is another element.
    pub(crate) fn can_become(&self, next: &Element) -> bool {
        self.name == next.0.name && self.content.is_some() == next.0.content.is_some()
    }

    /// Makes it into the one that is to be shown.
    pub(crate) fn turn_into(&mut self, next: Element) {
        let Parts {
            words,
            following,
            handlers,
            reference,
            content,
            ..
        } = *next.0;
        for gone in self.following.drain(..) {
            gone.end(&self.element);
        }
        self.reword(words);
        // Those before are gone before the next ones are there.
        self.listeners.clear();
        self.bring_to_life(following, handlers, reference);
        if let (Some(content), Some(shown)) = (content, &mut self.content) {
            content.rebuild(shown);
        }
    }

    /// Follows, listens and is known, on an element that does none of it yet.
    fn bring_to_life(
        &mut self,
        following: Vec<Following>,
        handlers: Vec<Handler>,
        reference: Option<RwSignal<Option<PageElement>>>,
    ) {
        self.following = following
            .into_iter()
            .map(|following| following.begin(&self.element))
            .collect();
        self.listeners = handlers
            .into_iter()
            .map(|handler| handler.listen(&self.element))
            .collect();
        if let Some(reference) = reference {
            reference.set(Some(self.element.clone()));
        }
    }

    /// Writes the attributes that say something else than before, and takes off those that are no more.
    fn reword(&mut self, words: Vec<Words>) {
        for (name, _) in &self.words {
            if words.iter().all(|(new, _)| new != name) {
                Rndr::remove_attribute(&self.element, name);
            }
        }
        for new in &words {
            if !self.words.contains(new) {
                Rndr::set_attribute(&self.element, new.0, &new.1);
            }
        }
        self.words = words;
    }
}
