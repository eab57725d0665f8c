//! Clearing the clipboard by itself, after the window that copied is gone.

use end_to_end::extension::{Area, ExtensionWorld, Surface};
use end_to_end::{Outcome, in_both_browsers};
use serde_json::{Value, json};

in_both_browsers! {
    the_background_clears_what_was_copied_and_nothing_else,
}

/// The alarm, and the item of the fingerprint.
const COPIED: &str = "copied-text";

/// What the person allows with it.
const PERMISSIONS: [&str; 2] = ["clipboardRead", "clipboardWrite"];

async fn the_background_clears_what_was_copied_and_nothing_else(world: &ExtensionWorld) -> Outcome {
    let page = &world.page;
    world.open(Surface::Tab).await?;
    world.allow(&PERMISSIONS).await?;
    page.script("window.heard = []; chrome.runtime.onMessage.addListener((message) => { window.heard.push(message); });", Vec::new()).await?;
    for text in ["a-token", "x\ny\n"] {
        write(world, text).await?;
        keep(world, text).await?;
        world.stop_background().await?;
        world.ring(COPIED).await?;
        let heard = page
            .until("heard".to_owned(), async || {
                Ok(page.script("return window.heard", Vec::new()).await? != json!([]))
            })
            .await;
        eprintln!(
            "{:?} heard {:?} clipboard {:?}",
            world.browser,
            page.script("return window.heard.splice(0)", Vec::new()).await?,
            page.clipboard().await?
        );
        heard?;
    }
    Ok(())
}

async fn write(world: &ExtensionWorld, text: &str) -> Outcome {
    world
        .page
        .promised(
            "await navigator.clipboard.writeText(arguments[0])",
            vec![text.into()],
        )
        .await
        .map(|_| ())
}

async fn keep(world: &ExtensionWorld, text: &str) -> Outcome {
    let script = "
        const hex = (bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
        const plain = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(arguments[0].trim()));
        const digest = await crypto.subtle.digest('SHA-256', new Uint8Array([1, 2, ...new Uint8Array(plain)]));
        await chrome.alarms.create('copied-text', { delayInMinutes: 2 });
        await chrome.storage.session.set({ 'copied-text': '0102:' + hex(digest) });";
    world.page.promised(script, vec![text.into()]).await.map(|_| ())
}
