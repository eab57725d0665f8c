//! Which template is chosen: what stands for one in the list, and the one behind it.

use super::own_templates::OwnTemplates;
use leptos::prelude::{Memo, RwSignal};
use template::{Template, Templates};

/// Before the name of a built-in template, as an option's value.
pub(super) const BUILT_IN: &str = "recipe/";
/// Before the name of an own one.
pub(super) const OWN: &str = "own/";

/// The template behind the chosen option.
pub(super) fn template_of(chosen: RwSignal<String>, own: OwnTemplates) -> Memo<Option<Template>> {
    Memo::new(move |_| chosen.with(|value| own.read(|own| find(value, own))))
}

/// The template behind an option's value.
fn find(value: &str, own: &Templates) -> Option<Template> {
    match (value.strip_prefix(BUILT_IN), value.strip_prefix(OWN)) {
        (Some(name), _) => Template::built_in()
            .into_iter()
            .find(|template| template.name() == name),
        (None, Some(name)) => own.get(name).cloned(),
        (None, None) => None,
    }
}
