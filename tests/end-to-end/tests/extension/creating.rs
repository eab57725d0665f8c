//! Creating a service user from the extension.

use end_to_end::extension::{ExtensionWorld, PRODUCTION, Surface};
use end_to_end::{Outcome, in_both_browsers, labels};
use hyper::Method;
use thirtyfour::Key;

in_both_browsers! {
    creates_with_an_api_key,
}

async fn creates_with_an_api_key(world: &ExtensionWorld) -> Outcome {
    let page = &world.page;
    world.open(Surface::Tab).await?;
    page.press_choice(labels::BY_API_KEY).await?;
    page.fill("connect-api-key", world.account_manager.api_key())
        .await?;
    page.type_keys(Key::Enter).await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.create("From the extension").await?;
    let token = page.show_token().await?;
    page.copy_and_close().await?;
    assert_eq!(page.clipboard().await?, token);
    assert_eq!(world.account_manager.me(&token).await?.0, 200);
    assert_eq!(world.count(PRODUCTION, &Method::POST, "/user"), 1);
    assert_eq!(world.complaints().await?, [""; 0]);
    Ok(())
}
