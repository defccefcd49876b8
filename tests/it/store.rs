use std::sync::Arc;

use rust_decimal::Decimal;
use sapa::domain::client::Client;
use sapa::domain::date::Date;
use sapa::domain::error::Code;
use sapa::domain::pricing::{Band, Measure, Tiers};
use sapa::domain::product::{PriceList, PriceLists, Product, Term};
use sapa::domain::terms::CapitalCost;
use sapa::store::{Catalogue, Command, Event, Place, State, Store, Supply};

use crate::support::{currency, dec};

/// Two clients, two products, one ladder, two terms.
pub(crate) fn catalogue() -> Catalogue {
    let client = |id: &str, name: &str| Client { id: id.into(), name: name.into(), ..Client::default() };
    let product = |id: &str, name: &str, price: &str| Product {
        id: id.into(),
        sku: id.into(),
        name: name.into(),
        unit: "box".into(),
        category: "Beverages".into(),
        tax_class: None,
        price: dec(price),
        cost: None,
        weight: None,
        discontinued: false,
    };
    Catalogue {
        clients: vec![client("ALFKI", "Alfreds Futterkiste"), client("ERNSH", "Ernst Handel")],
        products: vec![product("1", "Chai", "18.00"), product("2", "Chang", "19.00")],
        price_list: PriceList {
            id: "default".into(),
            name: "Test".into(),
            line_tiers: Tiers {
                measure: Measure::Quantity,
                bands: vec![Band { from: dec("12"), value: dec("3"), ..Band::default() }],
                ..Tiers::default()
            },
            order_tiers: Tiers { measure: Measure::Amount, bands: Vec::new(), ..Tiers::default() },
            terms: vec![
                Term { id: "net30".into(), days: 30, ..Term::default() },
                Term { id: "prepay".into(), percent: dec("2"), ..Term::default() },
            ],
            capital: CapitalCost::yearly(dec("18")),
            ..PriceList::new(currency(2))
        },
        prices: PriceLists::default(),
        level: None,
        left_out: Vec::new(),
    }
}

fn store() -> Store {
    let mut store = Store::default();
    store.apply(Command::Supply(Supply::Ready { catalogue: Arc::new(catalogue()), stale: false })).unwrap();
    store
}

fn add(store: &mut Store, product: &str, quantity: &str) -> Vec<Event> {
    store.apply(Command::AddLine { product: product.into(), quantity: dec(quantity) }).unwrap()
}

fn lines(state: &State) -> Vec<(&str, Decimal)> {
    state.draft.lines.iter().map(|line| (line.product.as_str(), line.quantity)).collect()
}

fn save(id: &str, host: bool) -> Command {
    Command::SaveQuote { id: id.into(), created: Date::parse("1998-05-07").unwrap(), host }
}

#[test]
fn adding_a_product_again_makes_its_line_longer() {
    let mut store = store();
    add(&mut store, "1", "5");
    add(&mut store, "2", "1");
    assert_eq!(add(&mut store, "1", "7"), [Event::DraftChanged]);
    assert_eq!(lines(store.state()), [("1", dec("12")), ("2", dec("1"))]);
}

#[test]
fn every_change_can_be_taken_back_to_the_beginning() {
    let mut store = store();
    let mut states = vec![store.state().clone()];
    let commands = [
        Command::ChooseClient(Some("ALFKI".into())),
        Command::AddLine { product: "1".into(), quantity: dec("3") },
        Command::SetQuantity { key: 1, quantity: dec("12") },
        Command::SetTerm(Some("prepay".into())),
        Command::SetManual(dec("5")),
        Command::RemoveLine { key: 1 },
        Command::ClearDraft,
    ];
    for command in commands {
        store.apply(command).unwrap();
        states.push(store.state().clone());
    }
    while let Some(before) = states.pop() {
        assert_eq!(*store.state(), before);
        store.apply(Command::Undo).unwrap();
    }
    assert!(!store.can_undo());
    assert_eq!(store.apply(Command::Undo).unwrap(), []);
}

#[test]
fn what_changes_nothing_leaves_no_step_to_undo() {
    let mut store = store();
    add(&mut store, "1", "5");
    assert_eq!(store.apply(Command::SetQuantity { key: 1, quantity: dec("5.0") }).unwrap(), []);
    store.apply(Command::Undo).unwrap();
    assert!(store.state().draft.lines.is_empty());
}

#[test]
fn a_refused_command_changes_nothing() {
    let mut store = store();
    add(&mut store, "1", "5");
    let before = store.state().clone();
    for (command, code) in [
        (Command::AddLine { product: "99".into(), quantity: dec("1") }, Code::NotFound),
        (Command::AddLine { product: "1".into(), quantity: dec("-1") }, Code::NumberRange),
        (Command::AddLine { product: "1".into(), quantity: Decimal::MAX }, Code::NumberOverflow),
        (Command::SetQuantity { key: 9, quantity: dec("1") }, Code::NotFound),
        (Command::SetQuantity { key: 1, quantity: dec("-0.1") }, Code::NumberRange),
        (Command::RemoveLine { key: 9 }, Code::NotFound),
        (Command::SetTerm(Some("never".into())), Code::NotFound),
        (Command::SetManual(dec("100.01")), Code::NumberRange),
        (Command::ChooseClient(Some("NOBODY".into())), Code::NotFound),
        (Command::ReopenQuote("none".into()), Code::NotFound),
        (save("q", false), Code::QuoteNoClient),
    ] {
        assert_eq!(store.apply(command.clone()).unwrap_err().kind(), code, "{command:?}");
        assert_eq!(*store.state(), before, "{command:?}");
    }
    store.apply(Command::ClearDraft).unwrap();
    store.apply(Command::ChooseClient(Some("ALFKI".into()))).unwrap();
    assert_eq!(store.apply(save("q", false)).unwrap_err().kind(), Code::QuoteEmpty);
}

#[test]
fn a_saved_quote_keeps_prices_and_can_be_copied() {
    let mut store = store();
    store.apply(Command::ChooseClient(Some("ALFKI".into()))).unwrap();
    add(&mut store, "1", "12");
    store.apply(Command::SetTerm(Some("prepay".into()))).unwrap();
    assert_eq!(store.apply(save("q1", true)).unwrap(), [Event::QuoteSaved("q1".into())]);
    add(&mut store, "2", "1");
    store.apply(save("q2", false)).unwrap();

    let state = store.state();
    let order: Vec<_> = state.quotes.iter().map(|saved| (saved.quote.id.as_str(), &saved.place)).collect();
    assert_eq!(order, [("q2", &Place::Device), ("q1", &Place::Pending)], "newest first");
    assert_eq!(state.pending(), 1);
    let quote = &state.quote("q1").unwrap().quote;
    // 12 x 18.00 less 3 % is 209.52, less 2 % for paying in advance.
    assert_eq!((quote.list, quote.net, quote.lines[0].net), (dec("216.00"), dec("205.33"), dec("205.33")));

    store.apply(Command::ChooseClient(Some("ERNSH".into()))).unwrap();
    store.apply(Command::ReopenQuote("q1".into())).unwrap();
    let state = store.state();
    assert_eq!(state.client.as_deref(), Some("ALFKI"));
    assert_eq!((lines(state), state.draft.term.as_deref()), (vec![("1", dec("12"))], Some("prepay")));
}

#[test]
fn the_clients_change_resets_the_term_they_had_not_agreed() {
    let mut store = store();
    store.apply(Command::SetTerm(Some("prepay".into()))).unwrap();
    assert_eq!(
        store.apply(Command::ChooseClient(Some("ERNSH".into()))).unwrap(),
        [Event::ClientChosen, Event::DraftChanged]
    );
    assert_eq!(store.state().draft.term, None);
}
