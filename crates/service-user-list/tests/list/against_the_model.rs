//! Whatever is done to a list, it shows what a plain model of it shows.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use service_user::{ServiceUser, UserId, UtcDay};
use service_user_list::{Column, Direction, Order, Place, Row, Show, UserList, View};

use crate::model::Model;
use crate::users::{id, text, today, user};

#[derive(Clone, Debug)]
enum Step {
    Extend(Vec<ServiceUser>),
    Insert(ServiceUser),
    Remove(UserId),
    /// Takes out those whose name is longer.
    Retain(usize),
    /// At a view in one of the case's orders.
    Look(View, Index, UtcDay),
}

fn order() -> impl Strategy<Value = Order> {
    (
        select(&Column::ALL[..]),
        select(vec![Direction::Ascending, Direction::Descending]),
    )
        .prop_map(|(column, direction)| Order { column, direction })
}

fn view() -> impl Strategy<Value = View> {
    // Often the beginning of the same word, as while somebody types.
    let search = prop_oneof![
        3 => Just(String::new()),
        3 => (0..=5_usize).prop_map(|length| " buil "[..=length].to_owned()),
        3 => "[aA1 ]{1,2}",
        1 => text(),
    ];
    (search, select(&Show::ALL[..])).prop_map(|(search, show)| View {
        search,
        show,
        ..View::default()
    })
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        1 => vec(user(), 0..30).prop_map(Step::Extend),
        4 => user().prop_map(Step::Insert),
        3 => id().prop_map(Step::Remove),
        1 => (3..9_usize).prop_map(Step::Retain),
        8 => (view(), any::<Index>(), today()).prop_map(|(view, order, today)| Step::Look(view, order, today)),
    ]
}

fn users_at(list: &UserList, places: &[Place]) -> Vec<ServiceUser> {
    let rows = places.iter().filter_map(|place| list.row(*place));
    rows.map(Row::to_service_user).collect()
}

fn assert_shows_the_same(list: &mut UserList, model: &Model, view: &View, today: UtcDay) {
    let places = list.places(view, today);
    assert_eq!(
        users_at(list, &places),
        model.shown(view, today),
        "{view:?} on {today}"
    );
    let counts = list.counts(&view.search, today);
    for show in Show::ALL {
        assert_eq!(
            counts.of(show),
            model.count(&view.search, show, today),
            "{show:?} of {view:?} on {today}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_list_shows_what_its_model_shows(
        first in vec(user(), 0..150),
        steps in vec(step(), 0..25),
        (last_view, last_today) in (view(), today()),
        // Few, so that one is asked for again after something changed.
        orders in vec(order(), 1..3),
    ) {
        let mut list = UserList::new();
        let mut model = Model::default();
        for step in [Step::Extend(first)].into_iter().chain(steps) {
            match step {
                Step::Extend(users) => {
                    list.extend(users.clone());
                    for user in users {
                        model.insert(user);
                    }
                }
                Step::Insert(user) => prop_assert_eq!(list.insert(&user), model.insert(user)),
                Step::Remove(id) => prop_assert_eq!(list.remove(&id), model.remove(&id)),
                Step::Retain(longest) => {
                    list.retain(|row| row.friendly_name().len() <= longest);
                    model.users.retain(|user| user.friendly_name.len() <= longest);
                }
                Step::Look(view, order, today) => {
                    let view = View { order: *order.get(&orders), ..view };
                    assert_shows_the_same(&mut list, &model, &view, today);
                }
            }
            prop_assert_eq!(list.len(), model.users.len());
        }
        let last_view = View { order: orders[0], ..last_view };
        assert_shows_the_same(&mut list, &model, &last_view, last_today);
        let rows: Vec<ServiceUser> = list.rows().map(Row::to_service_user).collect();
        prop_assert_eq!(&rows, &model.users);
        for user in &model.users {
            let place = list.find(&user.id).expect("every user is found");
            let found = list.row(place).map(Row::to_service_user);
            prop_assert_eq!(found.as_ref(), Some(user));
        }
    }

    #[test]
    fn a_row_stands_as_its_service_user_does(user in user(), today in today()) {
        let list = UserList::from_iter([user.clone()]);
        let row = list.rows().next().expect("the one user");
        prop_assert_eq!(row.standing(today), user.standing(today));
        prop_assert_eq!(row.id(), user.id);
    }

    #[test]
    fn a_search_that_is_typed_finds_what_it_would_have_found_at_once(users in vec(user(), 0..60), typed in text(), today in today()) {
        let mut list = UserList::from_iter(users.clone());
        let view = |search: &str| View { search: search.to_owned(), ..View::default() };
        let mut places = Vec::new();
        for end in (0..=typed.len()).filter(|end| typed.is_char_boundary(*end)) {
            places = list.places(&view(&typed[..end]), today);
        }
        let mut fresh = UserList::from_iter(users);
        prop_assert_eq!(places, fresh.places(&view(&typed), today));
    }
}
