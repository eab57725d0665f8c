//! What to do where a host knows the session and refuses a change all the same.

use crate::platform;
use crate::sign_in_way::SignInWay;
use crate::text;
use crate::workspace::use_workspace;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The two ways on: letting the extension read the one cookie that the host may want repeated, and then the API key.
///
/// DigiCert documents neither what its session's cookies are nor whether it takes a change from an extension at all, so it is
/// found out by asking, in this order, and each step is the person's own.
#[component]
pub fn SessionRefusal(
    /// The host's name.
    host: String,
    /// What the person wanted to do, to be done again once the cookie may be read.
    on_retry: Callback<()>,
) -> impl IntoView {
    let workspace = use_workspace();
    let may_read = RwSignal::new(None);
    spawn_local(async move {
        let answer = platform::may_read_csrf_cookie().await;
        may_read.try_set(Some(answer));
    });
    let allow = move |_| {
        let answer = platform::ask_to_read_csrf_cookie();
        spawn_local(async move {
            if answer.await {
                may_read.try_set(Some(true));
                on_retry.run(());
            }
        });
    };
    let allows_key = workspace.at_start(|start| start.organisation.allows(SignInWay::ApiKey));
    move || match may_read.get() {
        None => ().into_any(),
        Some(false) => view! {
            <p>{text::refusal::cookie(&host)}</p>
            <div class="button-row">
                <button type="button" class="button" on:click=allow>{text::refusal::ALLOW_COOKIE}</button>
            </div>
        }
        .into_any(),
        Some(true) => view! {
            <p>{text::refusal::extension(&host, allows_key)}</p>
            {allows_key.then(|| view! {
                <div class="button-row">
                    <button
                        type="button"
                        class="button"
                        on:click=move |_| workspace.close_for(SignInWay::ApiKey)
                    >
                        {text::refusal::USE_API_KEY}
                    </button>
                </div>
            })}
        }
        .into_any(),
    }
}
