use sapa::domain::account::{Account, Person, Stage};
use sapa::domain::commitment::Commitment;
use sapa::store::{Book, Command, Entity, Event, Item, Key, Place, Store};

use crate::support::day;

/// A promise to Alfreds.
pub(crate) fn promise(id: &str, what: &str) -> Commitment {
    Commitment {
        id: id.into(),
        client: "ALFKI".into(),
        what: what.into(),
        made: day("1998-05-04"),
        due: day("1998-05-08"),
        delay_known: None,
        told: None,
        kept: None,
    }
}

fn key(id: &str) -> Key {
    Key { entity: Entity::Commitment, id: id.into() }
}

fn put(store: &mut Store, idem: &str, item: Item) -> Vec<Event> {
    store.apply(Command::Put { item, idem: idem.into(), host: true }).unwrap()
}

#[test]
fn a_change_lies_over_what_is_known_until_the_host_has_it() {
    let mut store = Store::default();
    let known = Book { commitments: vec![promise("p1", "Samples")], ..Book::default() };
    store.apply(Command::Know { book: known.clone(), fresh: true }).unwrap();
    put(&mut store, "i1", Item::Commitment(promise("p1", "Two samples")));
    store.apply(Command::Know { book: known.clone(), fresh: true }).unwrap();
    assert_eq!(store.state().book.commitments, [promise("p1", "Two samples")], "the host does not know of it yet");

    let place = Place::Host { id: "p1".into(), version: "2".into() };
    store.apply(Command::Settled { key: key("p1"), idem: "i1".into(), place }).unwrap();
    let events = store.apply(Command::Know { book: known.clone(), fresh: false }).unwrap();
    assert_eq!(store.state().book.commitments, [promise("p1", "Two samples")], "the device's copy is older");
    assert_eq!(events, [Event::BookChanged]);

    let events = store.apply(Command::Know { book: known.clone(), fresh: true }).unwrap();
    assert_eq!(store.state().book.commitments, known.commitments, "what the host says now is what is so");
    assert_eq!(events, [Event::BookChanged, Event::Forgotten(key("p1"))]);
}

#[test]
fn an_answer_to_an_earlier_change_does_not_settle_the_later() {
    let mut store = Store::default();
    put(&mut store, "i1", Item::Commitment(promise("p1", "Samples")));
    put(&mut store, "i2", Item::Commitment(promise("p1", "Two samples")));
    let place = Place::Host { id: "p1".into(), version: "1".into() };
    store.apply(Command::Settled { key: key("p1"), idem: "i1".into(), place }).unwrap();
    let [changed] = &store.state().changes[..] else { panic!("one record was changed") };
    assert_eq!((&changed.place, changed.base.as_deref()), (&Place::Pending, Some("1")), "it becomes an update");
}

#[test]
fn changing_nothing_is_no_change() {
    let mut store = Store::default();
    put(&mut store, "i1", Item::Commitment(promise("p1", "Samples")));
    assert_eq!(put(&mut store, "i2", Item::Commitment(promise("p1", "Samples"))), []);
    let gone = Command::Remove { key: key("none"), idem: "i3".into(), host: true };
    assert_eq!(store.apply(gone).unwrap(), []);
    assert_eq!(store.state().changes.len(), 1);
}

#[test]
fn every_step_can_be_taken_back() {
    let mut store = Store::default();
    let mut seen = vec![store.state().book.clone()];
    for (step, what) in ["Samples", "Two samples", "Three samples"].into_iter().enumerate() {
        put(&mut store, &step.to_string(), Item::Commitment(promise("p1", what)));
        seen.push(store.state().book.clone());
    }
    store.apply(Command::Remove { key: key("p1"), idem: "gone".into(), host: true }).unwrap();
    for before in seen.into_iter().rev() {
        assert!(store.can_take_back());
        store.apply(Command::TakeBack { idem: "back".into(), host: true }).unwrap();
        assert_eq!(store.state().book, before);
    }
    assert!(!store.can_take_back());
    assert!(store.state().changes.is_empty(), "nobody else ever knew");
}

#[test]
fn people_and_their_client_are_records_of_their_own() {
    let mut store = Store::default();
    let person = |name: &str| Person { id: "c1".into(), name: name.into(), ..Person::default() };
    put(&mut store, "i1", Item::Person("ALFKI".into(), person("Maria")));
    let account = Account { client: "ALFKI".into(), stage: Stage::Active, ..Account::default() };
    put(&mut store, "i2", Item::Account(account));
    put(&mut store, "i3", Item::Person("ALFKI".into(), person("Maria Anders")));
    let book = &store.state().book;
    let account = book.account("ALFKI").unwrap();
    assert_eq!((account.stage, account.people.as_slice()), (Stage::Active, &[person("Maria Anders")][..]));
    assert_eq!(book.get(&Key { entity: Entity::Contact, id: "c1".into() }).unwrap().key().entity, Entity::Contact);
}
