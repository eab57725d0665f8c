//! A screen that is loaded first.

use super::part_of;
use crate::components::{Loading, ScreenHeading};
use crate::navigation::Screen;
use crate::text;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Where the loading of a part is.
#[derive(Clone)]
enum State {
    Coming,
    There(ViewFn),
    Failed,
}

/// A screen of a part: the screen itself once the part is there, until then what is being waited for, or why it is not there and what
/// to do. A part that is there already shows at once.
#[component]
pub fn ScreenPart(
    /// A screen that is not there from the start.
    screen: Screen,
) -> impl IntoView {
    let state = RwSignal::new(State::Coming);
    let load = Callback::new(move |()| {
        let Some(part) = part_of(screen.clone()) else {
            return;
        };
        state.set(State::Coming);
        spawn_local(async move {
            let arrived = match part.await {
                Ok(view) => State::There(view),
                // The browser's console says of which file and why.
                Err(_) => State::Failed,
            };
            state.try_set(arrived);
        });
    });
    load.run(());
    move || match state.get() {
        State::Coming => view! { <Loading label=text::parts::LOADING /> }.into_any(),
        State::There(view) => view.run(),
        State::Failed => view! { <NotThere on_retry=load /> }.into_any(),
    }
}

/// Said in place of a screen whose part could not be loaded. A page that has been replaced on its server meanwhile needs to be loaded
/// anew, which a person has to decide: a connection by API key ends with it.
#[component]
fn NotThere(on_retry: Callback<()>) -> impl IntoView {
    view! {
        <div class="screen">
            <ScreenHeading title=text::parts::NOT_LOADED />
            <div class="notice notice-danger" role="alert">
                <p>{text::parts::WHY}</p>
                <div class="button-row">
                    <button type="button" class="button button-primary" on:click=move |_| on_retry.run(())>
                        {text::parts::TRY_AGAIN}
                    </button>
                </div>
                <p>{text::parts::RELOAD}</p>
            </div>
        </div>
    }
}
