use proptest::prelude::*;
use proptest::sample::select;
use service_user_list::{Column, Direction, Order, Show, View};

fn view(search: &str, show: Show, column: Column, direction: Direction) -> View {
    View {
        search: search.to_owned(),
        show,
        order: Order { column, direction },
    }
}

#[test]
fn a_view_is_written_as_a_query_without_its_defaults() {
    assert_eq!(View::default().to_query(), "");
    let all = view(
        "build & test",
        Show::Expiring,
        Column::EndDate,
        Direction::Descending,
    );
    assert_eq!(
        all.to_query(),
        "search=build%20%26%20test&show=expiring&sort=-end-date"
    );
    let by_name = view("  ", Show::All, Column::FriendlyName, Direction::Descending);
    assert_eq!(by_name.to_query(), "sort=-name");
    assert_eq!(
        view(
            " é+#%=",
            Show::NoEndDate,
            Column::FriendlyName,
            Direction::Ascending
        )
        .to_query(),
        "search=%C3%A9%2B%23%25%3D&show=no-end-date"
    );
}

#[test]
fn what_is_unknown_or_malformed_in_a_query_is_passed_over() {
    for query in [
        "",
        "&&",
        "search",
        "search=",
        "search=%20",
        "search=%",
        "search=%2",
        "search=%zz",
        "search=%FF",
        "Search=x",
        "show=",
        "show=ACTIVE",
        "show=everything",
        "sort=",
        "sort=-",
        "sort=--end-date",
        "sort=end%ZZdate",
        "sort=+end-date",
        "unknown=active",
        "=",
        "é=ü",
    ] {
        assert_eq!(View::from_query(query), View::default(), "{query:?}");
    }
    assert_eq!(
        View::from_query("sort=%ZZ&show=active&page=7&search=a+b&sort=-email&sort=nothing"),
        view("a b", Show::Active, Column::Email, Direction::Descending)
    );
    assert_eq!(View::from_query("show=active&show=expired").show, Show::Expired);
}

#[test]
fn what_looks_like_a_secret_is_neither_written_nor_read() {
    let token = format!("{}_{}", "0a".repeat(13), "f9".repeat(32));
    let (name, secret) = token.split_at(26);
    for search in [
        token.clone(),
        format!("x {token} y"),
        token.to_uppercase(),
        name.to_owned(),
        secret.to_owned(),
    ] {
        let view = view(&search, Show::Active, Column::FriendlyName, Direction::Ascending);
        assert_eq!(view.to_query(), "show=active", "{search:?}");
        assert_eq!(
            View::from_query(&format!("search={search}")).search,
            "",
            "{search:?}"
        );
    }
    let id = "783a6a45-b74b-4635-bb4b-69855910ccd3";
    assert_eq!(View::from_query(&format!("search={id}")).search, id);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_view_comes_back_from_its_query(
        search in ".{0,20}|[ +%&=#a]{0,6}",
        show in select(&Show::ALL[..]),
        column in select(&Column::ALL[..]),
        direction in select(vec![Direction::Ascending, Direction::Descending]),
    ) {
        let written = view(&search, show, column, direction);
        let query = written.to_query();
        let read = View::from_query(&query);
        prop_assert_eq!(&read, &view(search.trim(), show, column, direction));
        prop_assert_eq!(read.to_query(), query.clone());
        prop_assert!(query.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~%&=".contains(&byte)));
    }

    #[test]
    fn any_query_is_read_and_its_view_has_one_way_to_be_written(query in ".*|((search|show|sort)=[a-z%0-9+-]{0,9}&?){0,5}") {
        let view = View::from_query(&query);
        prop_assert_eq!(View::from_query(&view.to_query()), view);
    }

    #[test]
    fn no_query_holds_as_many_hexadecimal_digits_in_a_row_as_a_token_does(
        search in "([0-9a-fA-F]{20,40}[ _x-]?){0,4}",
    ) {
        let query = view(&search, Show::All, Column::FriendlyName, Direction::Ascending).to_query();
        let mut runs = query.split(|character: char| !character.is_ascii_hexdigit());
        // What is encoded before them brings two digits along.
        prop_assert!(runs.all(|run| run.len() < 26 + 2));
    }
}
