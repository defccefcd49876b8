use sapa::domain::date::Date;
use sapa::domain::error::Code;
use sapa::domain::pricing::{Adjust, Step, Thresholds};
use sapa::domain::product::Promotion;
use sapa::domain::quote::Draft;
use sapa::domain::share::Shared;
use sapa::store::sharing::{Differences, Preview, compare, preview, share};
use sapa::store::{Catalogue, Command, Edit, Event, State, Store, Supply};

use crate::store::catalogue;
use crate::support::{currency, day, dec};

fn today() -> Date {
    day("1998-05-07")
}

/// Numbers to order by that are no ids, a version, a coupon, and an article that is no longer sold.
fn given() -> Catalogue {
    let mut given = catalogue();
    for product in &mut given.products {
        product.sku = format!("N {}", product.id);
    }
    let mut gone = given.products[0].clone();
    (gone.id, gone.sku, gone.name, gone.discontinued) = ("3".into(), "N 3".into(), "Konbu".into(), true);
    given.products.push(gone);
    given.price_list.version = Some("7".into());
    let step = Step { id: "may".into(), adjust: Adjust::Percent(dec("10")), ..Step::default() };
    given.price_list.promotions = vec![Promotion { name: "May".into(), coupon: Some("MAY".into()), step }];
    given
}

fn store(given: Catalogue) -> Store {
    let mut store = Store::default();
    store.apply(Command::Supply(Supply::Ready { catalogue: given.into(), stale: false })).unwrap();
    store
}

/// Twelve of the first at 18.00 for Alfreds, with a coupon and a percent by hand.
fn written() -> Store {
    let mut store = store(given());
    for command in [
        Command::ChooseClient(Some("ALFKI".into())),
        Command::AddLine { product: "1".into(), quantity: dec("12") },
        Command::AddLine { product: "2".into(), quantity: dec("0.5") },
        Command::SetTerm(Some("prepay".into())),
        Command::SetManual(dec("1")),
        Command::SetCoupon(Some("may".into())),
    ] {
        store.apply(command).unwrap();
    }
    store
}

fn differences(shared: &Shared, state: &State) -> Differences {
    compare(shared, state, today()).unwrap()
}

fn ordered(state: &State) -> Vec<(u32, &str, String)> {
    state.draft.lines.iter().map(|line| (line.key, line.product.as_str(), line.quantity.to_string())).collect()
}

#[test]
fn a_link_holds_the_draft_and_nobody() {
    let store = written();
    let shared = share(store.state(), today()).unwrap();
    let text = shared.to_text().unwrap();
    assert_eq!(text, format!("sapa1~default~7~XXX~prepay~1~may~{}~N%201=12~N%202=0.5", shared.net));
    for private in ["ALFKI", "Alfreds"] {
        assert!(!text.contains(private), "{private}");
    }
    let bare = share(store_without_choices().state(), today()).unwrap();
    assert_eq!(bare.term.as_deref(), Some("net30"), "the term that holds where none was chosen");
}

fn store_without_choices() -> Store {
    let mut store = store(given());
    store.apply(Command::AddLine { product: "1".into(), quantity: dec("1") }).unwrap();
    store
}

#[test]
fn a_link_opens_as_the_same_quote_and_can_be_taken_back() {
    let shared = share(written().state(), today()).unwrap();
    let mut store = store_without_choices();
    store.apply(Command::ChooseClient(Some("ERNSH".into()))).unwrap();
    let before = store.state().draft.clone();
    assert!(differences(&shared, store.state()).is_empty());
    assert_eq!(store.state().draft, before, "comparing changes nothing");

    assert_eq!(store.apply(Command::OpenShared(shared.clone())), Ok(vec![Event::DraftChanged, Event::LinkChanged]));
    let state = store.state();
    assert_eq!(ordered(state), [(1, "1", "12".into()), (2, "2", "0.5".into())]);
    assert_eq!(state.draft.client.as_deref(), Some("ERNSH"), "for the client that is looked at");
    assert_eq!(share(state, today()), Ok(shared.clone()));
    assert_eq!(
        store.apply(Command::OpenShared(shared)),
        Ok(vec![Event::LinkChanged]),
        "the same again changes no draft"
    );

    store.apply(Command::Undo).unwrap();
    assert_eq!(store.state().draft, before);
}

#[test]
fn a_preview_tells_what_is_gained_and_what_is_lost() {
    let shared = share(written().state(), today()).unwrap();
    let mut store = store(given());
    let goods = vec![("Chai".to_owned(), dec("12")), ("Chang".to_owned(), dec("0.5"))];
    let found = preview(&shared, store.state(), today()).unwrap();
    let nothing_lost = Preview { goods, net: shared.net, replaced: 0, client: None };
    assert_eq!(found, nothing_lost);

    for command in [
        Command::ChooseClient(Some("ERNSH".into())),
        Command::AddLine { product: "2".into(), quantity: dec("4") },
        Command::AddScenario,
        Command::AddLine { product: "1".into(), quantity: dec("1") },
    ] {
        store.apply(command).unwrap();
    }
    let before = store.state().draft.clone();
    let found = preview(&shared, store.state(), today()).unwrap();
    let lost = Preview { replaced: 3, client: Some("Ernst Handel".into()), ..nothing_lost };
    assert_eq!(found, lost, "the lines of both scenarios");
    store.apply(Command::OpenShared(shared.clone())).unwrap();
    assert_eq!(store.last_edit(), Some(&Edit::Linked));
    assert_eq!(preview(&shared, store.state(), today()).unwrap().replaced, 0, "it is there already");
    store.apply(Command::Undo).unwrap();
    assert_eq!(store.state().draft, before);

    let gone = Shared { lines: vec![("N 9".into(), dec("1")), ("N 1".into(), dec("2"))], ..shared };
    assert_eq!(preview(&gone, store.state(), today()).unwrap().goods, [("Chai".to_owned(), dec("2"))]);
}

#[test]
fn steps_and_scenarios_go_along() {
    let mut store = written();
    for command in [
        Command::ArrangeSteps(vec!["may".into(), "volume".into()]),
        Command::AddScenario,
        Command::SetManual(dec("7")),
        Command::SetThresholds(Thresholds::Original),
        Command::AddScenario,
        Command::ShowScenario(1),
    ] {
        store.apply(command).unwrap();
    }
    let shared = share(store.state(), today()).unwrap();
    let text = shared.to_text().unwrap();
    assert!(text.starts_with("sapa2~default~7~XXX~1~") && !text.contains("ALFKI"), "{text}");
    let read = Shared::parse(&text).unwrap();
    assert_eq!(read, shared);

    let mut elsewhere = store_without_choices();
    assert!(differences(&read, elsewhere.state()).is_empty());
    elsewhere.apply(Command::OpenShared(read)).unwrap();
    let known = |store: &Store| {
        let of =
            |draft: &Draft| (draft.arrangement.clone(), draft.thresholds, draft.manual_percent, draft.lines.clone());
        (store.state().draft.scenarios().map(of).collect::<Vec<_>>(), store.state().draft.place)
    };
    assert_eq!(known(&elsewhere), known(&store));
    assert!(elsewhere.state().draft.scenarios().all(|draft| draft.client.is_none()), "for nobody in particular");
}

#[test]
fn what_differs_in_another_scenario_is_said_too() {
    let mut store = written();
    store.apply(Command::AddScenario).unwrap();
    let shared = share(store.state(), today()).unwrap();
    let there = shared.others[0].net;
    let other = Shared {
        net: there + dec("1"),
        arrangement: vec!["june".into()],
        lines: [vec![("N 9".into(), dec("1"))], shared.others[0].lines.clone()].concat(),
        ..shared.others[0].clone()
    };
    let found = differences(&Shared { others: vec![other], ..shared }, store.state());
    let expected = Differences {
        unknown: vec!["N 9".into()],
        steps: true,
        other_nets: vec![(0, there + dec("1"), there)],
        ..Differences::default()
    };
    assert_eq!(found, expected);
}

#[test]
fn what_is_otherwise_here_is_said_and_left_out() {
    let shared = Shared {
        lines: vec![
            ("N 9".into(), dec("1")),
            ("N 3".into(), dec("2")),
            ("N 1".into(), dec("3")),
            ("N 9".into(), dec("4")),
        ],
        term: Some("net90".into()),
        coupon: Some("JUNE".into()),
        version: Some("6".into()),
        ..share(written().state(), today()).unwrap()
    };
    let mut store = store(given());
    let found = differences(&shared, store.state());
    let expected = Differences {
        version: true,
        unknown: vec!["N 9".into()],
        discontinued: vec!["Konbu".into()],
        term: Some("net90".into()),
        coupon: Some("JUNE".into()),
        net: Some(dec("53.46")),
        ..Differences::default()
    };
    assert_eq!(found, expected);
    store.apply(Command::OpenShared(shared)).unwrap();
    assert_eq!(ordered(store.state()), [(1, "1", "3".into())]);
    assert_eq!((&store.state().draft.term, &store.state().draft.coupon), (&None, &None));
}

#[test]
fn another_list_or_currency_is_said() {
    let shared = share(written().state(), today()).unwrap();
    let mut elsewhere = given();
    (elsewhere.price_list.id, elsewhere.price_list.currency) = ("export".into(), currency(2));
    let dollars = Shared { currency: "USD".into(), ..shared };
    let found = differences(&dollars, store(elsewhere).state());
    assert_eq!((found.list, found.version, found.currency), (true, false, true));
    assert_eq!(found.net, Some(dollars.net), "the same number in another currency is not the same");
}

#[test]
fn an_article_that_is_sold_again_is_found_by_its_number() {
    let mut given = given();
    let mut again = given.products[2].clone();
    (again.id, again.discontinued) = ("4".into(), false);
    given.products.push(again);
    let mut store = store(given);
    let shared = Shared { lines: vec![("N 3".into(), dec("1"))], ..share(written().state(), today()).unwrap() };
    assert_eq!(differences(&shared, store.state()).discontinued, Vec::<String>::new());
    store.apply(Command::OpenShared(shared)).unwrap();
    assert_eq!(ordered(store.state()), [(1, "4", "1".into())]);
}

#[test]
fn without_a_price_list_nothing_is_opened() {
    let shared = share(written().state(), today()).unwrap();
    let mut store = Store::default();
    assert_eq!(share(store.state(), today()).map_err(|error| error.kind()), Err(Code::NotFound));
    assert_eq!(compare(&shared, store.state(), today()).map_err(|error| error.kind()), Err(Code::NotFound));
    assert_eq!(store.apply(Command::OpenShared(shared)).map_err(|error| error.kind()), Err(Code::NotFound));
    assert_eq!(store.state(), &State::default());
}
