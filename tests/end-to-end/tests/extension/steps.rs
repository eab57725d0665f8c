//! Ways through the extension that several tests take.

use end_to_end::extension::{ExtensionWorld, PRODUCTION, Person, Surface};
use end_to_end::{Outcome, labels};
use labels::field::{ACCOUNTS, DESCRIPTION, EMAIL, END_DATE, FRIENDLY_NAME, MANAGERS};

/// Signs in to the production console and opens a surface of the extension, connected.
pub(crate) async fn connect(world: &ExtensionWorld, surface: Surface) -> Outcome {
    world.sign_in(PRODUCTION, Person::Administrator).await?;
    world.open(surface).await?;
    world.page.press_button(labels::CONNECT).await?;
    world.page.is_on(labels::SERVICE_USERS).await?;
    world.page.sees("5 service users").await
}

/// Lets the extension read the cookie that the sandbox wants repeated, which every first change of a session needs, and waits for
/// the token window.
pub(crate) async fn allow_cookie(world: &ExtensionWorld) -> Outcome {
    world
        .page
        .sees("knows your session, but refused this change")
        .await?;
    world.page.press_button(labels::ALLOW_COOKIE).await?;
    world.page.sees(labels::TOKEN_TITLE).await
}

/// Asserts that what was typed on both steps is there, beginning and ending on step 2.
pub(crate) async fn assert_draft(world: &ExtensionWorld, name: &str) -> Outcome {
    let page = &world.page;
    page.is_on(labels::ROLES).await?;
    page.until("the role is still chosen".to_owned(), async || {
        Ok(page.count("input[data-role]:checked").await? == 1)
    })
    .await?;
    page.press_button(labels::BACK).await?;
    page.is_on(labels::DETAILS).await?;
    assert_details(world, name).await?;
    page.press_button(labels::NEXT).await?;
    page.is_on(labels::ROLES).await
}

/// Asserts that step 1 holds what was typed, word for word.
pub(crate) async fn assert_details(world: &ExtensionWorld, name: &str) -> Outcome {
    let page = &world.page;
    assert_eq!(page.value(FRIENDLY_NAME).await?, name);
    assert_eq!(
        page.value(DESCRIPTION).await?,
        "Renews certificates. In the build system."
    );
    assert!(!page.value(END_DATE).await?.is_empty());
    assert_eq!(page.value(EMAIL).await?, "jane.doe@example.com");
    assert_eq!(page.chosen(ACCOUNTS).await?, ["Example Corporation"]);
    assert_eq!(page.chosen(MANAGERS).await?, ["Trust Lifecycle"]);
    Ok(())
}

/// Copies the token, closes its window and asserts that the token works.
pub(crate) async fn take_token(world: &ExtensionWorld, name: &str) -> Outcome<String> {
    let page = &world.page;
    let token = page.show_token().await?;
    page.copy_and_close().await?;
    assert_eq!(world.account_manager.me(&token).await?.0, 200);
    assert_eq!(world.account_manager.service_users_named(name).await?.len(), 1);
    page.is_on(labels::SERVICE_USERS).await?;
    page.sees(name).await?;
    Ok(token)
}
