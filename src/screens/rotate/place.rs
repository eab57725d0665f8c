//! What the address says of a rotation beside whose it is.
//!
//! Everything that a person decides on the way, and that the records of the tokens do not tell, stands there: the step they are at
//! and which token is which. So the rotation can be left and come back to, and the app remembers nothing. The ids are those of
//! records; a token ID is none of them.

use account_api::{RotationChoice, RotationStep};
use service_user::AccessTokenId;

/// What a person has decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// The step they want to be at, if it is another than the next one.
    pub(super) step: Option<RotationStep>,
    /// Which token is which.
    pub(super) choice: RotationChoice,
}

impl Place {
    /// Reads the parameters of an address. What makes no sense says nothing.
    pub(super) fn read(query: &str) -> Self {
        let parameters = web_sys::UrlSearchParams::new_with_str(query).ok();
        let parameter = |name: &str| parameters.as_ref()?.get(name).filter(|value| !value.is_empty());
        let step = parameter("step");
        Place {
            step: RotationStep::ALL
                .into_iter()
                .find(|known| step.as_deref() == Some(name(*known))),
            choice: RotationChoice {
                new: parameter("new").map(AccessTokenId::new),
                old: parameter("old").map(AccessTokenId::new),
            },
        }
    }

    /// As the parameters of an address.
    pub(super) fn write(&self) -> String {
        let parameters = [
            ("step", self.step.map(name)),
            ("new", self.choice.new.as_ref().map(AccessTokenId::as_str)),
            ("old", self.choice.old.as_ref().map(AccessTokenId::as_str)),
        ];
        let written = parameters.into_iter().filter_map(|(name, value)| {
            let value = String::from(js_sys::encode_uri_component(value?));
            Some(format!("{name}={value}"))
        });
        written.collect::<Vec<_>>().join("&")
    }
}

fn name(step: RotationStep) -> &'static str {
    match step {
        RotationStep::Make => "make",
        RotationStep::HandOver => "hand-over",
        RotationStep::Check => "check",
        RotationStep::Disable => "disable",
        RotationStep::Delete => "delete",
    }
}
