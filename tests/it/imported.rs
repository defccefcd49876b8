//! Prices that were taken over: in force, on the device, at the host, and out again.

use std::sync::Arc;

use sapa::bridge;
use sapa::domain::client::Client;
use sapa::domain::error::{Code, Error, Result};
use sapa::domain::import::{Notation, Preview, Table};
use sapa::i18n::{ImportKey, Locale, Message};
use sapa::store::{Command, Entity, Event, IMPORTED, Item, Key, Place, State, Store, Supply, importing, quoting};
use serde_json::{Value, json};

use crate::book::book;
use crate::store::catalogue;
use crate::support::{EN, day, dec};
use crate::wire::json_of;

const TODAY: &str = "1998-05-07";

/// A store with Alfreds, a key account, and 10 Chai for Alfreds.
fn store() -> Store {
    let mut catalogue = catalogue();
    catalogue.clients.push(Client { id: "NEW".into(), name: "New".into(), ..Client::default() });
    catalogue.clients[0].group = Some("Key account".into());
    catalogue.clients[0].group_id = Some("key".into());
    let mut store = Store::default();
    store.apply(Command::Supply(Supply::Ready { catalogue: Arc::new(catalogue), stale: false })).unwrap();
    store.apply(Command::ChooseClient(Some("ALFKI".into()))).unwrap();
    store.apply(Command::AddLine { product: "1".into(), quantity: 10.into() }).unwrap();
    store
}

fn look(state: &State, text: &str) -> Result<Preview> {
    importing::preview(state, &Table::parse(text)?, Notation { separators: EN, day_first: false }, day(TODAY))
}

fn item(state: &State, name: &str, text: &str) -> Item {
    importing::take_over(state, &look(state, text).unwrap(), name.into(), day(TODAY)).unwrap()
}

fn take_over(store: &mut Store, name: &str, text: &str) -> Vec<Event> {
    let item = item(store.state(), name, text);
    store.apply(Command::Put { item, idem: name.into(), host: true }).unwrap()
}

fn net(store: &Store) -> String {
    net_on(store, TODAY)
}

fn net_on(store: &Store, on: &str) -> String {
    quoting::price(store.state(), day(on)).unwrap().net.to_string()
}

fn key() -> Key {
    Key { entity: Entity::PriceList, id: IMPORTED.into() }
}

const LIST: &str = "sku;price;group;from;to\n1;20;;1998-05-07;1998-05-07\n1;16;key account;;\n2;19;;;";

#[test]
fn a_list_goes_before_the_catalogue_and_out_again() {
    let mut store = store();
    assert_eq!(net(&store), "180.00");
    assert_eq!(take_over(&mut store, "May", LIST), [Event::BookChanged, Event::Changed(key())]);
    assert_eq!(net(&store), "160.00", "the group's price");

    store.apply(Command::ChooseClient(Some("NEW".into()))).unwrap();
    assert_eq!(net(&store), "200.00", "everybody's price, today");
    assert_eq!(net_on(&store, "1998-05-08"), "180.00", "tomorrow the catalogue's again");

    let quote = quoting::finish(store.state(), "q1".into(), day(TODAY)).unwrap();
    assert_eq!(
        (quote.lines[0].price, quote.list),
        (dec("20"), dec("200.00")),
        "the quote keeps the price it was made at"
    );

    take_over(&mut store, "June", "sku;price\n1;21");
    assert_eq!(net(&store), "210.00", "a new list goes in the place of the old one");
    store.apply(Command::TakeBack { idem: "b".into(), host: true }).unwrap();
    assert_eq!(net(&store), "200.00", "and the old one comes back");
    store.apply(Command::Remove { key: key(), idem: "r".into(), host: true }).unwrap();
    assert_eq!(net(&store), "180.00");
    store.apply(Command::TakeBack { idem: "b".into(), host: true }).unwrap();
    store.apply(Command::TakeBack { idem: "b".into(), host: true }).unwrap();
    assert_eq!((net(&store).as_str(), store.state().pending()), ("180.00", 0), "as if nothing had been");
}

#[test]
fn a_preview_holds_against_what_is_in_force() {
    let mut store = store();
    let changes = |store: &Store, text: &str| {
        let preview = look(store.state(), text).unwrap();
        preview.changes.iter().map(|change| (change.row, change.old, change.new)).collect::<Vec<_>>()
    };
    assert_eq!(changes(&store, LIST), [(2, dec("18.00"), dec("20")), (3, dec("18.00"), dec("16"))]);
    take_over(&mut store, "May", LIST);
    assert_eq!(changes(&store, LIST), []);
    assert_eq!(changes(&store, "sku;price;group\n1;15;Key account"), [(2, dec("16"), dec("15"))]);

    let code = |state: &State, text: &str| look(state, text).map(drop).map_err(|error| error.code());
    assert_eq!(code(&State::default(), LIST), Err("record.not_found"));
    assert_eq!(code(store.state(), "1;20"), Err("import.headings"));
}

#[test]
fn a_list_is_kept_and_sent_as_one_record() {
    let store = store();
    let item = item(store.state(), "May", LIST);
    let record = json_of(&bridge::wire::item(&item));
    let expected = json!({
        "id": "imported", "name": "May", "imported": "1998-05-07", "currency": "XXX", "minorUnits": 2,
        "prices": [
            {"productId": "1", "unit": "box", "price": "20", "validFrom": "1998-05-07", "validTo": "1998-05-07"},
            {"productId": "1", "unit": "box", "price": "16", "group": "key"},
            {"productId": "2", "unit": "box", "price": "19"},
        ],
    });
    assert_eq!(record, expected);

    let rules = json!({"id": "default", "name": "Rules", "sample": true, "version": "1"});
    let mut given = record;
    given["version"] = json!("7");
    let known = book(&json!({"priceList": [rules, given]})).unwrap();
    assert_eq!(known.get(&key()), Some(item));
    assert_eq!(known.versions.get(&key()).map(String::as_str), Some("7"));
    assert!(!known.sample, "that the rules are made up is said elsewhere");
}

#[test]
fn a_group_is_named_by_people_and_meant_by_its_id() {
    let store = store();
    let group = |text: &str| look(store.state(), text).unwrap().accepted.first().and_then(|price| price.group.clone());
    for written in ["Key account", "KEY ACCOUNT", "key"] {
        assert_eq!(group(&format!("sku;price;group\n1;16;{written}")).as_deref(), Some("key"), "{written}");
    }
    assert_eq!(group("sku;price;group\n1;16;Keys"), None);
    assert_eq!(importing::group_name(store.state(), "key"), "Key account");
    assert_eq!(importing::group_name(store.state(), "gone"), "gone");
}

#[test]
fn a_list_of_the_time_when_names_were_kept_still_holds() {
    let mut record = json_of(&bridge::wire::item(&item(store().state(), "May", LIST)));
    record["prices"][1]["group"] = json!("Key account");
    let mut store = store();
    store.apply(Command::Know { book: book(&json!({"priceList": [record]})).unwrap(), fresh: true }).unwrap();
    assert_eq!(net(&store), "160.00");
    let changes = look(store.state(), LIST).unwrap().changes;
    assert_eq!(changes, [], "what the group pays now is what the list says by its name");
}

#[test]
fn a_list_that_is_none_is_refused_with_its_place() {
    let mut record = json_of(&bridge::wire::item(&item(store().state(), "May", LIST)));
    let check = |record: &Value, expected: &str| {
        let read = book(&json!({"priceList": [record]})).unwrap();
        let first = &read.left_out[0].first[0];
        assert_eq!((read.prices, format!("{}: {}", first.member, first.problem)), (None, expected.to_owned()));
    };
    record["prices"][0]["price"] = json!(20);
    check(&record, "prices[0].price: not a decimal number as a string");
    record["prices"][0]["price"] = json!("-20");
    check(&record, "prices: refused: 1");
    record["prices"][0]["price"] = json!("20");
    record["prices"][1]["group"] = Value::Null;
    check(&record, "prices: refused: : 1");
    record["prices"] = json!([]);
    record["currency"] = json!("dollars");
    check(&record, "currency: refused: dollars");
}

#[test]
fn a_host_that_takes_no_lists_leaves_it_on_the_device() {
    let mut store = store();
    take_over(&mut store, "May", LIST);
    let refused = sapa::store::outbox::outcome(&Err(Error::new(Code::HostUnsupported, ""))).unwrap();
    store.apply(Command::Settled { key: key(), idem: "May".into(), place: refused.clone() }).unwrap();
    assert_eq!(store.state().changes[0].place, refused);
    store.apply(Command::Know { book: sapa::store::Book::default(), fresh: true }).unwrap();
    assert_eq!(net(&store), "160.00");
    assert!(matches!(refused, Place::Refused { .. }));
}

#[test]
fn the_device_brings_the_prices_back_before_the_host_answers() {
    let mut first = store();
    take_over(&mut first, "May", LIST);
    let changes = first.state().changes.to_vec();
    let mut second = store();
    second.apply(Command::Restore { draft: None, quotes: Vec::new(), changes }).unwrap();
    assert_eq!(net(&second), "160.00");
}

/// Every sentence of the import says the same in the three languages: the same places, its end, and its own letters.
#[test]
fn sentences_are_whole_in_three_languages() {
    let places = |text: &str| {
        let mut places: Vec<String> =
            text.split('{').skip(1).filter_map(|rest| rest.split('}').next()).map(str::to_owned).collect();
        places.sort();
        places
    };
    for key in ImportKey::ALL {
        let [en, id, ru] = Locale::ALL.map(|locale| key.text(locale));
        for other in [id, ru] {
            assert_eq!(places(en), places(other), "{}", key.name());
            assert_eq!(en.ends_with('.'), other.ends_with('.'), "{}: {other}", key.name());
        }
        assert!(id.is_ascii() || id.contains(['“', '…']), "{}: {id}", key.name());
        let is_russian = ru.chars().any(|letter| ('а'..='я').contains(&letter));
        // One is made of places alone.
        assert!(*key == ImportKey::Found || (is_russian && en != id), "{}: {ru}", key.name());
    }
}
