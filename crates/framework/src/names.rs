//! The names of elements and attributes that the app uses.

use crate::attribute::IntoValue;
use crate::element::Element;

macro_rules! elements {
    ($($name:ident)*) => {
        $(
            #[doc = concat!("A `", stringify!($name), "`.")]
            #[inline(always)]
            #[must_use]
            pub fn $name() -> super::Element {
                super::Element::new(stringify!($name), NAMESPACE)
            }
        )*
    };
}

pub(crate) mod html {
    const NAMESPACE: Option<&str> = None;

    elements! {
        a article br button code dd del details dialog div dl dt fieldset footer form h1 h2 h3 header img input ins label legend li main
        nav ol optgroup option p pre progress section select span strong summary table tbody td textarea th thead tr ul
    }
}

pub(crate) mod svg {
    const NAMESPACE: Option<&str> = Some("http://www.w3.org/2000/svg");

    elements! { circle path rect svg }
}

macro_rules! attributes {
    ($($method:ident $name:literal)*) => {
        impl Element {
            $(
                #[doc = concat!("Gives it the attribute `", $name, "`.")]
                #[inline(always)]
                #[must_use]
                pub fn $method(self, value: impl IntoValue) -> Self {
                    value.put(self, $name)
                }
            )*
        }
    };
}

attributes! {
    accept "accept"
    autocapitalize "autocapitalize"
    autocomplete "autocomplete"
    closedby "closedby"
    colspan "colspan"
    disabled "disabled"
    height "height"
    hidden "hidden"
    href "href"
    id "id"
    inputmode "inputmode"
    label "label"
    max "max"
    min "min"
    name "name"
    novalidate "novalidate"
    onerror "onerror"
    open "open"
    placeholder "placeholder"
    r#for "for"
    r#type "type"
    rel "rel"
    role "role"
    rows "rows"
    scope "scope"
    selected "selected"
    spellcheck "spellcheck"
    src "src"
    tabindex "tabindex"
    target "target"
    title "title"
    value "value"
    width "width"
    aria_activedescendant "aria-activedescendant"
    aria_autocomplete "aria-autocomplete"
    aria_controls "aria-controls"
    aria_current "aria-current"
    aria_describedby "aria-describedby"
    aria_disabled "aria-disabled"
    aria_expanded "aria-expanded"
    aria_haspopup "aria-haspopup"
    aria_hidden "aria-hidden"
    aria_invalid "aria-invalid"
    aria_label "aria-label"
    aria_labelledby "aria-labelledby"
    aria_live "aria-live"
    aria_multiselectable "aria-multiselectable"
    aria_pressed "aria-pressed"
    aria_readonly "aria-readonly"
    aria_required "aria-required"
    aria_rowcount "aria-rowcount"
    aria_rowindex "aria-rowindex"
    aria_selected "aria-selected"
    aria_sort "aria-sort"
}
