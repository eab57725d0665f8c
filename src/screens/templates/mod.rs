//! Templates: the person's own and the built-in ones, and their exchange as a file or a link.

mod card;
mod import;
mod own;

use crate::components::{PermissionNotice, ScreenHeading};
use crate::templates::use_own_templates;
use crate::text;
use card::Card;
use import::Import;
use leptos::prelude::*;
use own::OwnSection;
use template::Template;

/// The templates that can be taken over when creating.
#[component]
pub fn Templates() -> impl IntoView {
    // Another page may have changed them since this one was opened.
    use_own_templates().reload();
    let said = RwSignal::new(None::<String>);
    let recipes = Template::built_in()
        .into_iter()
        .map(|template| view! { <Card template=template /> })
        .collect_view();
    view! {
        <div class="screen">
            <div class="screen-title">
                <ScreenHeading title=text::app::TEMPLATES />
                <p class="screen-lead">{text::templates::LEAD}</p>
            </div>
            <PermissionNotice />
            <OwnSection said=said />
            <Import />
            <section class="templates-section" aria-labelledby="recipes-heading">
                <h2 id="recipes-heading">{text::templates::RECIPES}</h2>
                <p class="screen-lead">{text::templates::RECIPES_LEAD}</p>
                <div class="template-cards">{recipes}</div>
            </section>
        </div>
    }
}
