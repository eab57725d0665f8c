//! The parts of the app that a page loads when they are first wanted.
//!
//! Connecting and creating are in the WebAssembly that starts; so is whatever holds a token, because a part can fail to load. Each
//! other screen belongs to a part, a file of its own beside it, which the functions below name; and so does what most people who create
//! have no use for. With the feature `parts` switched off, as in tests and in a page under development, everything is in one file and
//! nothing has to be loaded.

#![allow(
    unsafe_code,
    reason = "the attribute declares the two ends of the cut between the files; nothing here is unsafe by hand"
)]

mod screen_part;

pub use screen_part::ScreenPart;

use crate::navigation::Screen;
use crate::platform::Surface;
use crate::screens::{Change, Rotate, ServiceUserPage, ServiceUsers, Settings, Templates};
use crate::starting_point::StartingPoint;
use crate::templates::TemplatePieces;
use leptos::prelude::*;
use service_user::UserId;
use std::pin::Pin;

/// Why a part is not there: its file could not be fetched, or is not the one that belongs to this page.
#[cfg(feature = "parts")]
type NotLoaded = wasm_split_helpers::SplitLoaderError;
#[cfg(not(feature = "parts"))]
type NotLoaded = std::convert::Infallible;

/// What comes once its part is there.
type Arriving<T> = Pin<Box<dyn Future<Output = Result<T, NotLoaded>>>>;

/// Says what is in which part. The function answers with it, and loads the part first.
macro_rules! in_part {
    ($part:ident, $name:ident($($argument:ident: $type:ty)?) -> $content:ty, $made:expr) => {
        #[cfg(feature = "parts")]
        #[wasm_split_helpers::wasm_split($part, fallible)]
        fn $name($($argument: $type)?) -> Result<$content, NotLoaded> {
            Ok($made)
        }

        #[cfg(not(feature = "parts"))]
        async fn $name($($argument: $type)?) -> Result<$content, NotLoaded> {
            Ok($made)
        }
    };
    ($part:ident, $name:ident($($argument:ident: $type:ty)?), $screen:expr) => {
        in_part!($part, $name($($argument: $type)?) -> ViewFn, ViewFn::from($screen));
    };
}

in_part!(service_users, service_users(), || view! { <ServiceUsers /> });
in_part!(one_service_user, service_user(id: UserId), move || view! { <ServiceUserPage id=id.clone() /> });
in_part!(one_service_user, change(id: UserId), move || view! { <Change id=id.clone() /> });
in_part!(one_service_user, rotate(id: UserId), move || view! { <Rotate id=id.clone() /> });
in_part!(templates, templates(), || view! { <Templates /> });
in_part!(templates, pieces_of_templates() -> TemplatePieces, TemplatePieces::of_part());
in_part!(extension, settings(), || view! { <Settings /> });
in_part!(
    extension,
    start_of_extension(surface: Surface) -> Pin<Box<dyn Future<Output = StartingPoint>>>,
    Box::pin(StartingPoint::of_extension(surface))
);

/// The part that a screen is in; `None` for one that is there from the start.
fn part_of(screen: Screen) -> Option<Arriving<ViewFn>> {
    match screen {
        Screen::Connect | Screen::Details | Screen::Roles => None,
        Screen::ServiceUsers => Some(Box::pin(service_users())),
        Screen::ServiceUser(id) => Some(Box::pin(service_user(id))),
        Screen::Change(id) => Some(Box::pin(change(id))),
        Screen::Rotate(id) => Some(Box::pin(rotate(id))),
        Screen::Templates => Some(Box::pin(templates())),
        Screen::Settings => Some(Box::pin(settings())),
    }
}

/// What the part with the templates puts on the screens for creating.
pub fn template_pieces() -> Arriving<TemplatePieces> {
    Box::pin(pieces_of_templates())
}

/// What a page of the extension knows when it starts. Its part has what the page asks the browser for later, too.
///
/// # Errors
/// The part did not arrive. Then the page must not start: the organisation's settings are not known.
pub async fn starting_point(surface: Surface) -> Result<StartingPoint, NotLoaded> {
    Ok(start_of_extension(surface).await?.await)
}
