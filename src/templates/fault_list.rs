//! What keeps a text from being taken over.

use leptos::prelude::*;
use template::TemplateFault;

/// Every fault with its place, as a list.
#[component]
pub fn TemplateFaultList(
    /// The faults.
    faults: Vec<TemplateFault>,
) -> impl IntoView {
    let item = |fault: TemplateFault| {
        let place = (!fault.place.is_root())
            .then(|| view! { <code class="template-place">{fault.place.to_string()}</code> ": " });
        view! { <li>{place}{fault.message()}</li> }
    };
    view! { <ul class="template-faults">{faults.into_iter().map(item).collect_view()}</ul> }
}
