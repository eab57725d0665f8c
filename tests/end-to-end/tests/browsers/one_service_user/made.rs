//! The service user that its page is tested with.

use chrono::{Days, Utc};
use end_to_end::{Fault, Outcome, World, labels};
use hyper::Method;
use serde_json::{Value, json};

/// Its friendly name.
pub(crate) const NAME: &str = "Nightly deploy";

/// A service user that was made behind the page's back.
pub(crate) struct Made {
    pub(crate) id: String,
    /// Its first token.
    pub(crate) token: String,
}

/// Makes one with two accounts, a broad and a narrow role of two Managers, and an end date in 45 days.
pub(crate) async fn make(world: &World) -> Outcome<Made> {
    let account_manager = &world.account_manager;
    let accounts = account_manager.call(Method::GET, "/account", None).await?;
    let account_ids = ["Example Corporation", "Example Retail"].map(|name| id_of(&accounts, name));
    let roles = account_manager.roles().await?.into();
    let role_ids = ["Account Admin", "User and certificate manager"].map(|name| id_of(&roles, name));
    let body = json!({
        "user_type": "service", "friendly_name": NAME, "description": "Deploys every night.\nIn the build system.",
        "email": "jane@example.com", "end_date": in_days(45), "access_scope": "account",
        "primary_account_id": account_ids.first(), "account_ids": account_ids, "role_ids": role_ids,
    });
    let made = account_manager.call(Method::POST, "/user", Some(&body)).await?;
    Ok(Made {
        id: text(&made, "id"),
        token: text(&made, "token"),
    })
}

/// Makes one, signs in and opens its page.
pub(crate) async fn open(world: &World) -> Outcome<Made> {
    let made = make(world).await?;
    world.page.sign_in_as("Administrator").await?;
    world.page.is_on(labels::SERVICE_USERS).await?;
    world.page.go_to_service_user(&made.id).await?;
    world.page.is_on(NAME).await?;
    // What is shown first comes from the list; the page is ready once it has been read itself.
    world.page.part_says("tokens-heading", "First token").await?;
    Ok(made)
}

/// What the sandbox says of it now.
pub(crate) async fn now(world: &World, made: &Made) -> Outcome<Value> {
    world
        .account_manager
        .call(Method::GET, &format!("/user/{}", made.id), None)
        .await
}

/// Changes it as another administrator would.
pub(crate) async fn change_behind(world: &World, made: &Made, member: &str, value: Value) -> Outcome {
    let mut body = now(world, made).await?;
    body.as_object_mut()
        .ok_or_else(|| Fault::new("The sandbox's user is no object."))?
        .insert(member.to_owned(), value);
    let endpoint = format!("/user/{}", made.id);
    let changed = world.account_manager.call(Method::PUT, &endpoint, Some(&body));
    changed.await.map(|_| ())
}

/// The status of a call with its first token.
pub(crate) async fn status_of_token(world: &World, made: &Made) -> Outcome<u16> {
    Ok(world.account_manager.me(&made.token).await?.0)
}

/// The UTC day that many days from today, as `YYYY-MM-DD`.
pub(crate) fn in_days(days: u64) -> String {
    let today = Utc::now().date_naive();
    today
        .checked_add_days(Days::new(days))
        .unwrap_or(today)
        .to_string()
}

pub(crate) fn text(object: &Value, member: &str) -> String {
    let text = object.get(member).and_then(Value::as_str);
    text.unwrap_or_default().to_owned()
}

fn id_of(list: &Value, name: &str) -> String {
    let items = list.as_array().into_iter().flatten();
    let found = items.into_iter().find(|item| text(item, "name") == name);
    found.map(|item| text(item, "id")).unwrap_or_default()
}
