//! What of templates outlives the screens, once their part is there.

use super::access::use_template_access;
use super::filling::Filling;
use super::own_templates::{Kept, OwnTemplates};
use crate::fields::use_form;
use crate::workspace::use_workspace;
use leptos::prelude::*;

/// The own templates, and filling the draft. A handle: copies are the same.
#[derive(Clone, Copy)]
struct Desk {
    own: OwnTemplates,
    filling: Filling,
}

impl Desk {
    /// Begins to read the own templates and to follow what is to be filled in, and tells the screens that are there from the
    /// start what can be chosen.
    fn begin() -> Self {
        let access = use_template_access();
        let own = OwnTemplates::new();
        let filling = Filling::new(use_workspace(), use_form());
        filling.follow(access.link());
        let kept = own.kept();
        effect(move |_| {
            let names = own.read(|own| own.iter().map(|own| own.name().to_owned()).collect::<Vec<_>>());
            access.own_names().set(names);
            access
                .lacks_own()
                .set(kept.with(|kept| matches!(kept, Kept::Unreadable { .. } | Kept::Refused)));
        });
        Desk { own, filling }
    }
}

/// The person's own templates.
#[must_use]
pub fn use_own_templates() -> OwnTemplates {
    use_desk().own
}

/// Filling the draft of the form for creating.
#[must_use]
pub fn use_filling() -> Filling {
    use_desk().filling
}

/// The one desk of the page, which whoever asks first begins.
fn use_desk() -> Desk {
    use_context::<Desk>().unwrap_or_else(|| {
        use_template_access().above_screens(|| {
            let desk = Desk::begin();
            provide_context(desk);
            desk
        })
    })
}
