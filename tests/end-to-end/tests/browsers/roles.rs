//! Step 2: roles, the permissions that follow from them, and the way back.

use std::collections::BTreeSet;

use end_to_end::{Outcome, World, in_both_browsers, labels};
use labels::field::{ACCOUNTS, DESCRIPTION, EMAIL, FRIENDLY_NAME, MANAGERS, ROLES};
use serde_json::Value;

in_both_browsers! {
    there_is_a_group_of_roles_for_each_chosen_manager,
    the_search_finds_roles_by_name_and_by_permission,
    the_resulting_permissions_are_those_of_all_chosen_roles,
    the_way_back_loses_nothing,
    a_manager_without_a_role_is_named_and_gets_the_focus,
    a_manager_that_is_taken_away_takes_its_roles_along,
}

/// Step 2 with the roles of Trust Lifecycle and of KeyLocker.
async fn open_roles(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.start_creating().await?;
    page.fill_details("Two Managers").await?;
    page.choose(MANAGERS, "KeyLocker").await?;
    page.press_button(labels::NEXT).await?;
    page.is_on(labels::ROLES).await
}

fn text<'a>(role: &'a Value, pointer: &str) -> &'a str {
    role.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
}

async fn there_is_a_group_of_roles_for_each_chosen_manager(world: &World) -> Outcome {
    open_roles(world).await?;
    let roles = world.account_manager.roles().await?;
    let expected = ["Trust Lifecycle", "KeyLocker"].map(|manager| {
        let of_it = roles
            .iter()
            .filter(|role| text(role, "/application/name") == manager);
        (
            manager.to_owned(),
            of_it
                .map(|role| text(role, "/name").to_owned())
                .collect::<Vec<_>>(),
        )
    });
    assert!(
        expected.iter().all(|(_, roles)| !roles.is_empty()),
        "the sandbox has roles: {expected:?}"
    );
    assert_eq!(world.page.role_groups().await?, expected);
    for role in roles
        .iter()
        .filter(|role| text(role, "/application/name") == "KeyLocker")
    {
        world.page.sees(text(role, "/description")).await?;
    }
    Ok(())
}

async fn the_search_finds_roles_by_name_and_by_permission(world: &World) -> Outcome {
    let page = &world.page;
    open_roles(world).await?;
    let shows = async |typed: &str, expected: &[(String, Vec<String>)]| {
        page.fill("role-search", typed).await?;
        page.until(format!("“{typed}” finds {expected:?}"), async || {
            Ok(page.role_groups().await? == expected)
        })
        .await
    };
    let group = |manager: &str, role: &str| (manager.to_owned(), vec![role.to_owned()]);
    shows("reporting", &[group("Trust Lifecycle", "Reporting admin")]).await?;
    shows("SIGN_KL_HASH", &[group("KeyLocker", "Signer")]).await?;
    shows("no such role", &[]).await?;
    page.sees("No role matches this search.").await
}

async fn the_resulting_permissions_are_those_of_all_chosen_roles(world: &World) -> Outcome {
    let page = &world.page;
    open_roles(world).await?;
    page.sees("None yet.").await?;
    let chosen = [
        ("Trust Lifecycle", "View only"),
        ("Trust Lifecycle", "Recovery manager"),
        ("KeyLocker", "Signer"),
    ];
    let mut expected = BTreeSet::new();
    for role in world.account_manager.roles().await? {
        if chosen.contains(&(text(&role, "/application/name"), text(&role, "/name"))) {
            let permissions = role
                .get("permissions")
                .and_then(Value::as_array)
                .into_iter()
                .flatten();
            expected.extend(permissions.filter_map(|permission| permission.as_str().map(str::to_owned)));
        }
    }
    assert!(expected.len() > 3, "{expected:?}");
    for (manager, role) in chosen {
        page.press_role(manager, role).await?;
    }
    page.until(format!("the permissions are {expected:?}"), async || {
        let script = "return [...document.querySelectorAll('.permissions li')].map((item) => item.innerText)";
        let shown = page.script(script, Vec::new()).await?;
        let shown: Vec<&str> = shown
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        Ok(shown.len() == expected.len() && shown.iter().all(|permission| expected.contains(*permission)))
    })
    .await
}

async fn the_way_back_loses_nothing(world: &World) -> Outcome {
    let page = &world.page;
    open_roles(world).await?;
    page.press_role("Trust Lifecycle", "View only").await?;
    page.press_role("KeyLocker", "Signer").await?;
    for words in [
        "Two Managers",
        "Renews certificates.",
        "23:59:59 UTC",
        "jane.doe@example.com",
        "Example Corporation",
    ] {
        page.sees(words).await?;
    }
    page.press_button(labels::CHANGE_DETAILS).await?;
    page.is_on(labels::DETAILS).await?;
    assert_eq!(page.value(FRIENDLY_NAME).await?, "Two Managers");
    assert_eq!(
        page.value(DESCRIPTION).await?,
        "Renews certificates. In the build system."
    );
    assert_eq!(page.value(EMAIL).await?, "jane.doe@example.com");
    assert_eq!(page.chosen(ACCOUNTS).await?, ["Example Corporation"]);
    assert_eq!(page.chosen(MANAGERS).await?, ["Trust Lifecycle", "KeyLocker"]);
    assert_eq!(
        page.count("button[aria-pressed=true]").await?,
        1,
        "the end date's preset"
    );
    page.press_button(labels::NEXT).await?;
    page.is_on(labels::ROLES).await?;
    assert_eq!(
        page.count("input[data-role]:checked").await?,
        2,
        "roles that are still ticked"
    );
    page.driver().back().await?;
    page.is_on(labels::DETAILS).await?;
    page.press_button(labels::CANCEL).await?;
    page.is_on(labels::SERVICE_USERS).await?;
    page.press_button(labels::CONTINUE_CREATING).await?;
    page.is_on(labels::DETAILS).await?;
    assert_eq!(page.value(FRIENDLY_NAME).await?, "Two Managers");
    Ok(())
}

async fn a_manager_without_a_role_is_named_and_gets_the_focus(world: &World) -> Outcome {
    let page = &world.page;
    open_roles(world).await?;
    page.press_role("Trust Lifecycle", "View only").await?;
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    page.remark_says(ROLES, "at least one role for KeyLocker").await?;
    assert!(
        !page.remarks(ROLES).await?.contains("Trust Lifecycle"),
        "Trust Lifecycle has a role"
    );
    page.focus_is_on(ROLES).await?;
    page.press_role("KeyLocker", "Signer").await?;
    page.no_remark(ROLES).await?;
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    page.sees(labels::TOKEN_TITLE).await
}

async fn a_manager_that_is_taken_away_takes_its_roles_along(world: &World) -> Outcome {
    let page = &world.page;
    open_roles(world).await?;
    page.press_role("Trust Lifecycle", "View only").await?;
    page.press_role("KeyLocker", "Lead").await?;
    page.press_button(labels::BACK).await?;
    page.is_on(labels::DETAILS).await?;
    page.press_button("Remove KeyLocker").await?;
    page.press_button(labels::NEXT).await?;
    page.is_on(labels::ROLES).await?;
    let groups = page.role_groups().await?;
    assert_eq!(
        groups
            .iter()
            .map(|(manager, _)| manager.as_str())
            .collect::<Vec<_>>(),
        ["Trust Lifecycle"]
    );
    page.press_button(labels::CREATE_SERVICE_USER).await?;
    page.sees(labels::TOKEN_TITLE).await?;
    let users = world.account_manager.service_users_named("Two Managers").await?;
    let roles = users
        .first()
        .and_then(|user| user.get("role_ids"))
        .and_then(Value::as_array)
        .map(Vec::len);
    assert_eq!(roles, Some(1), "{users:?}");
    Ok(())
}
