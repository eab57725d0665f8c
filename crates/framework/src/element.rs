//! The one type of element.

use crate::attribute::{Following, IntoClasses, IntoValue, Value};
use original::html::ElementType;
use original::prelude::{AddAnyAttr, AnyView, IntoAny, IntoRender, Mountable, NodeRef, Render, RenderHtml};
use original::tachys::html::attribute::Attribute;
use original::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use original::tachys::html::event::{EventDescriptor, on};
use original::tachys::html::node_ref::{NodeRefContainer, node_ref};
use original::tachys::html::property::{IntoProperty, prop};
use original::tachys::html::style::{IntoStyle, style};
use original::tachys::hydration::Cursor;
use original::tachys::renderer::types::{Element as PageElement, Event, Node};
use original::tachys::renderer::{CastFrom, Rndr};
use original::tachys::view::{Position, PositionState};
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
    /// Everything else that is on it.
    attributes: Vec<AnyAttribute>,
    content: Option<AnyView>,
}

impl Element {
    #[inline(never)]
    pub(crate) fn new(name: &'static str, namespace: Option<&'static str>) -> Self {
        Element(Box::new(Parts {
            name,
            namespace,
            words: Vec::new(),
            attributes: Vec::new(),
            content: None,
        }))
    }

    /// Puts something into it. What is called for a second time puts its content in the place of the first.
    #[must_use]
    pub fn child(self, content: impl IntoRender<Output: RenderHtml>) -> Self {
        self.holding(content.into_render().into_any())
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

    /// Gives it a property of its style.
    #[must_use]
    pub fn style(self, value: impl IntoStyle) -> Self {
        self.with(style(value).into_any_attr())
    }

    /// Sets a property of the page's element.
    #[must_use]
    pub fn prop(self, name: &'static str, value: impl IntoProperty) -> Self {
        self.with(prop(name, value).into_any_attr())
    }

    /// Listens to an event.
    #[must_use]
    pub fn on<E>(self, event: E, act: impl FnMut(E::EventType) + 'static) -> Self
    where
        E: EventDescriptor + Send + 'static,
        E::EventType: From<Event> + 'static,
    {
        let act: Box<dyn FnMut(E::EventType)> = Box::new(act);
        self.with(on(event, act).into_any_attr())
    }

    /// Makes it known to whoever holds the reference.
    #[must_use]
    pub fn node_ref<E>(self, reference: NodeRef<E>) -> Self
    where
        E: ElementType,
        NodeRef<E>: NodeRefContainer<E>,
    {
        self.with(node_ref::<E, NodeRef<E>>(reference).into_any_attr())
    }

    #[inline(never)]
    pub(crate) fn named(mut self, name: &'static str, value: Value) -> Self {
        match value {
            Value::Fixed(None) => self,
            Value::Fixed(Some(words)) => {
                self.0.words.push((name, words));
                self
            }
            Value::Live(live) => self.with(Following { name, live }.into_any_attr()),
        }
    }

    #[inline(never)]
    pub(crate) fn saying(mut self, name: &'static str, words: &'static str) -> Self {
        self.0.words.push((name, words.into()));
        self
    }

    #[inline(never)]
    pub(crate) fn with(mut self, attribute: AnyAttribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }

    #[inline(never)]
    fn holding(mut self, content: AnyView) -> Self {
        self.0.content = Some(content);
        self
    }
}

/// What is remembered of an element that is in the page.
pub struct ElementState {
    name: &'static str,
    element: PageElement,
    words: Vec<Words>,
    attributes: <Vec<AnyAttribute> as Attribute>::State,
    content: Option<<AnyView as Render>::State>,
}

impl Render for Element {
    type State = ElementState;

    fn build(self) -> Self::State {
        let Parts {
            name,
            namespace,
            words,
            attributes,
            content,
        } = *self.0;
        let element = Rndr::create_element(name, namespace);
        for (name, says) in &words {
            Rndr::set_attribute(&element, name, says);
        }
        let attributes = attributes.build(&element);
        let content = content.map(|content| {
            let mut content = content.build();
            content.mount(&element, None);
            content
        });
        ElementState {
            name,
            element,
            words,
            attributes,
            content,
        }
    }

    fn rebuild(self, state: &mut Self::State) {
        // Another name, or content where there was none, is another element.
        if self.0.name != state.name || self.0.content.is_some() != state.content.is_some() {
            let mut new = self.build();
            state.insert_before_this(&mut new);
            state.unmount();
            *state = new;
            return;
        }
        state.reword(self.0.words);
        self.0.attributes.rebuild(&mut state.attributes);
        if let (Some(content), Some(present)) = (self.0.content, &mut state.content) {
            content.rebuild(present);
        }
    }
}

impl ElementState {
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

impl Mountable for ElementState {
    fn unmount(&mut self) {
        Rndr::remove(&self.element);
    }

    fn mount(&mut self, parent: &PageElement, marker: Option<&Node>) {
        Rndr::insert_node(parent, &self.element, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = Rndr::get_parent(&self.element).and_then(PageElement::cast_from);
        parent.is_some_and(|parent| {
            child.mount(&parent, Some(&self.element));
            true
        })
    }

    fn elements(&self) -> Vec<PageElement> {
        vec![self.element.clone()]
    }
}

impl AddAnyAttr for Element {
    type Output<Added: Attribute> = Element;

    fn add_any_attr<Added: Attribute>(self, attribute: Added) -> Self::Output<Added> {
        self.with(attribute.into_cloneable_owned().into_any_attr())
    }
}

/// What of it is about pages that a server writes is never called: there is none, and nothing is written.
impl RenderHtml for Element {
    type AsyncOutput = Element;
    type Owned = Element;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self::AsyncOutput {
        self
    }

    fn to_html_with_buf(self, _: &mut String, _: &mut Position, _: bool, _: bool, _: Vec<AnyAttribute>) {}

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Self::State {
        self.build()
    }

    fn into_owned(self) -> Self::Owned {
        self
    }
}
