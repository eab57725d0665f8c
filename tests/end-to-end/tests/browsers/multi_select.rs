//! The searchable multi-select: the WAI-ARIA combobox pattern with a multi-selectable listbox.

use end_to_end::{Outcome, Page, World, in_both_browsers, labels};
use labels::field::{ACCOUNTS, EMAIL};
use thirtyfour::Key;

in_both_browsers! {
    is_a_named_combobox_with_a_list,
    arrows_open_the_list_and_walk_in_it,
    enter_chooses_and_takes_away,
    escape_closes_the_list_and_then_empties_the_search,
    backspace_takes_the_last_choice_away,
    tab_leaves_an_open_list_and_closes_it,
    typing_filters_and_says_how_many_match,
    works_with_a_pointer,
}

const COMBOBOX: &str = "#field-accounts";

async fn open_form(world: &World) -> Outcome {
    world.page.sign_in().await?;
    world.page.start_creating().await?;
    world.page.fill(EMAIL, "jane@example.com").await?;
    world
        .page
        .tab_to("the accounts", |focus| focus.id == ACCOUNTS)
        .await
}

/// Waits until the combobox says that its list is open or closed, and until it is.
async fn is_open(page: &Page, open: bool) -> Outcome {
    page.until(format!("the list is open: {open}"), async move || {
        let said = page.attribute(COMBOBOX, "aria-expanded").await?;
        let shown = page.count("#field-accounts-list:not([hidden])").await? == 1;
        Ok(said == Some(open.to_string()) && shown == open)
    })
    .await
}

/// Waits until the focus of the list is on the option at this place.
async fn is_at(page: &Page, place: usize) -> Outcome {
    page.until(
        format!("the option at {place} is the active one"),
        async move || {
            let active = page
                .attribute(COMBOBOX, "aria-activedescendant")
                .await?
                .unwrap_or_default();
            let is_an_option = page
                .count(&format!("#field-accounts-list [role=option]#{active}"))
                .await?
                == 1;
            Ok(is_an_option && active.ends_with(&format!("-{place}")))
        },
    )
    .await
}

/// Waits until these are chosen: as chips, and as selected options of the whole list.
async fn are_chosen(page: &Page, names: &[&str]) -> Outcome {
    page.until(format!("chosen are {names:?}"), async move || {
        Ok(page.chosen(ACCOUNTS).await? == names)
    })
    .await
}

async fn is_a_named_combobox_with_a_list(world: &World) -> Outcome {
    let page = &world.page;
    open_form(world).await?;
    let expected = [
        ("role", "combobox"),
        ("aria-expanded", "false"),
        ("aria-autocomplete", "list"),
        ("aria-controls", "field-accounts-list"),
    ];
    for (name, value) in expected {
        assert_eq!(
            page.attribute(COMBOBOX, name).await?.as_deref(),
            Some(value),
            "{name}"
        );
    }
    assert_eq!(
        page.attribute("#field-accounts-list", "role").await?.as_deref(),
        Some("listbox")
    );
    assert_eq!(
        page.attribute("#field-accounts-list", "aria-multiselectable")
            .await?
            .as_deref(),
        Some("true")
    );
    assert_eq!(
        page.focus().await?.name,
        "Accounts that can use this service user"
    );
    Ok(())
}

async fn arrows_open_the_list_and_walk_in_it(world: &World) -> Outcome {
    let page = &world.page;
    open_form(world).await?;
    is_open(page, false).await?;
    page.type_keys(Key::Down).await?;
    is_open(page, true).await?;
    is_at(page, 0).await?;
    assert_eq!(
        page.options(ACCOUNTS).await?,
        world.account_manager.account_names().await?
    );
    page.type_keys(Key::Down).await?;
    is_at(page, 1).await?;
    page.type_keys(Key::Up).await?;
    page.type_keys(Key::Up).await?;
    is_at(page, page.options(ACCOUNTS).await?.len() - 1).await?;
    page.type_keys(Key::Down).await?;
    is_at(page, 0).await?;
    page.focus_is_on(ACCOUNTS).await
}

async fn enter_chooses_and_takes_away(world: &World) -> Outcome {
    let page = &world.page;
    open_form(world).await?;
    page.type_keys(Key::Down).await?;
    page.type_keys(Key::Enter).await?;
    are_chosen(page, &["Example Corporation"]).await?;
    page.sees("Example Corporation was chosen").await?;
    assert_eq!(
        page.attribute("#field-accounts-option-0", "aria-selected")
            .await?
            .as_deref(),
        Some("true")
    );
    assert_eq!(
        page.attribute("#field-accounts-option-1", "aria-selected")
            .await?
            .as_deref(),
        Some("false")
    );
    is_open(page, true).await?;
    page.type_keys(Key::Down).await?;
    page.type_keys(Key::Down).await?;
    page.type_keys(Key::Enter).await?;
    are_chosen(page, &["Example Corporation", "Example Retail"]).await?;
    page.type_keys(Key::Enter).await?;
    are_chosen(page, &["Example Corporation"]).await?;
    page.is_on(labels::DETAILS).await?;
    assert_eq!(
        page.remarks(labels::field::FRIENDLY_NAME).await?,
        "",
        "Enter in the list did not send the form"
    );
    Ok(())
}

async fn escape_closes_the_list_and_then_empties_the_search(world: &World) -> Outcome {
    let page = &world.page;
    open_form(world).await?;
    page.type_keys("retail").await?;
    is_open(page, true).await?;
    page.type_keys(Key::Escape).await?;
    is_open(page, false).await?;
    assert_eq!(page.value(ACCOUNTS).await?, "retail");
    page.type_keys(Key::Escape).await?;
    page.until("the search is empty".to_owned(), async || {
        Ok(page.value(ACCOUNTS).await?.is_empty())
    })
    .await?;
    assert!(page.chosen(ACCOUNTS).await?.is_empty(), "Escape chooses nothing");
    page.focus_is_on(ACCOUNTS).await
}

async fn backspace_takes_the_last_choice_away(world: &World) -> Outcome {
    let page = &world.page;
    open_form(world).await?;
    for _ in 0..2 {
        page.type_keys(Key::Down).await?;
        page.type_keys(Key::Enter).await?;
    }
    are_chosen(page, &["Example Corporation", "Example Manufacturing Europe"]).await?;
    page.type_keys("x").await?;
    page.type_keys(Key::Backspace).await?;
    are_chosen(page, &["Example Corporation", "Example Manufacturing Europe"]).await?;
    page.type_keys(Key::Backspace).await?;
    are_chosen(page, &["Example Corporation"]).await?;
    page.sees("Example Manufacturing Europe was removed").await?;
    page.type_keys(Key::Backspace).await?;
    are_chosen(page, &[]).await?;
    page.type_keys(Key::Tab).await?;
    page.remark_says(ACCOUNTS, "at least one account").await
}

/// However long the list is: browsers make a stop of their own of what can be scrolled.
async fn tab_leaves_an_open_list_and_closes_it(world: &World) -> Outcome {
    let page = &world.page;
    open_form(world).await?;
    page.tab_to("the Managers", |focus| focus.id == labels::field::MANAGERS)
        .await?;
    page.type_keys(Key::Down).await?;
    page.until("the list is open".to_owned(), async || {
        Ok(!page.options(labels::field::MANAGERS).await?.is_empty())
    })
    .await?;
    page.type_keys(Key::Tab).await?;
    page.until("the list is closed".to_owned(), async || {
        Ok(page.options(labels::field::MANAGERS).await?.is_empty())
    })
    .await?;
    assert_eq!(
        page.focus().await?.tag,
        "button",
        "Tab goes on to the next control"
    );
    Ok(())
}

async fn typing_filters_and_says_how_many_match(world: &World) -> Outcome {
    let page = &world.page;
    open_form(world).await?;
    page.type_keys("RETAIL").await?;
    page.until("one is left".to_owned(), async || {
        Ok(page.options(ACCOUNTS).await? == ["Example Retail"])
    })
    .await?;
    is_at(page, 0).await?;
    page.sees("1 match").await?;
    page.type_keys("zzz").await?;
    page.sees("Nothing matches.").await?;
    page.type_keys(Key::Enter).await?;
    assert!(
        page.chosen(ACCOUNTS).await?.is_empty(),
        "Enter chooses nothing where nothing matches"
    );
    page.type_keys(Key::Tab).await?;
    is_open(page, false).await?;
    page.until("leaving empties the search".to_owned(), async || {
        Ok(page.value(ACCOUNTS).await?.is_empty())
    })
    .await
}

async fn works_with_a_pointer(world: &World) -> Outcome {
    let page = &world.page;
    page.sign_in().await?;
    page.start_creating().await?;
    page.press_element(COMBOBOX).await?;
    is_open(page, true).await?;
    page.press_element("#field-accounts-option-2").await?;
    page.press_element("#field-accounts-option-0").await?;
    are_chosen(page, &["Example Retail", "Example Corporation"]).await?;
    page.focus_is_on(ACCOUNTS).await?;
    page.press_button("Remove Example Retail").await?;
    are_chosen(page, &["Example Corporation"]).await?;
    page.focus_is_on(ACCOUNTS).await?;
    page.press_element(COMBOBOX).await?;
    is_open(page, true).await?;
    page.press_element("main h1").await?;
    is_open(page, false).await?;
    are_chosen(page, &["Example Corporation"]).await
}
