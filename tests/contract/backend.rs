//! What every [`Backend`] promises, whoever implements it. Run natively on the memory, in the browser on both.

use rust_decimal::Decimal;
use sapa::domain::date::Date;
use sapa::domain::error::Code;
use sapa::domain::money::Currency;
use sapa::domain::quote::{Draft, DraftLine, Quote};
use sapa::store::{Backend, Entry, Place, Record, Saved, Table, Write};

/// Runs the whole suite on one implementation; `fresh` gives an empty one.
pub(crate) async fn check<B: Backend>(fresh: impl Fn() -> B) {
    keeps_what_it_acknowledged(&fresh()).await;
    replaces_under_the_same_key(&fresh()).await;
    deletes_and_forgives_deleting_nothing(&fresh()).await;
    writes_a_list_in_order(&fresh()).await;
    keeps_decimals_to_the_last_digit(&fresh()).await;
    keeps_any_script_and_markup_as_text(&fresh()).await;
    says_closed_after_close(&fresh()).await;
}

async fn keeps_what_it_acknowledged<B: Backend>(backend: &B) {
    let records = vec![quote("q1", Place::Pending), entry("q1"), draft("Chai")];
    commit(backend, records.iter().cloned().map(Write::Put).collect()).await;
    assert_eq!(read(backend).await, sorted(records));
}

async fn replaces_under_the_same_key<B: Backend>(backend: &B) {
    commit(backend, vec![Write::Put(quote("q1", Place::Pending))]).await;
    let placed = Place::Host { id: "77".into(), version: "3".into() };
    commit(backend, vec![Write::Put(quote("q1", placed.clone()))]).await;
    assert_eq!(read(backend).await, [quote("q1", placed)]);
}

async fn deletes_and_forgives_deleting_nothing<B: Backend>(backend: &B) {
    commit(backend, vec![Write::Put(entry("q1")), Write::Put(entry("q2"))]).await;
    commit(backend, vec![Write::Delete(Table::Outbox, "q1".into()), Write::Delete(Table::Quotes, "none".into())]).await;
    assert_eq!(read(backend).await, [entry("q2")]);
}

async fn writes_a_list_in_order<B: Backend>(backend: &B) {
    let list =
        vec![Write::Put(draft("Chai")), Write::Delete(Table::Draft, "current".into()), Write::Put(draft("Chang"))];
    commit(backend, list).await;
    assert_eq!(read(backend).await, [draft("Chang")]);
}

async fn keeps_decimals_to_the_last_digit<B: Backend>(backend: &B) {
    let exact: Decimal = "7922816251426433759354395033.5".parse().unwrap();
    let line = DraftLine { key: 1, product: "1".into(), quantity: exact };
    commit(backend, vec![Write::Put(Record::Draft(Draft { lines: vec![line], ..Draft::default() }))]).await;
    let [Record::Draft(draft)] = &read(backend).await[..] else { panic!("one draft was kept") };
    assert_eq!(draft.lines[0].quantity.to_string(), exact.to_string());
}

async fn keeps_any_script_and_markup_as_text<B: Backend>(backend: &B) {
    for name in ["<img src=x onerror=alert(1)>", "Ханна Ґалаґан", "فاطمة 🦀", "__proto__", "\u{202e}reversed", ""]
    {
        commit(backend, vec![Write::Put(draft(name))]).await;
        assert_eq!(read(backend).await, [draft(name)]);
    }
}

async fn says_closed_after_close<B: Backend>(backend: &B) {
    backend.close();
    assert_eq!(backend.read().await.unwrap_err().kind(), Code::StorageClosed);
    let refused = backend.commit(vec![Write::Put(draft("late"))]).await;
    assert_eq!(refused.unwrap_err().kind(), Code::StorageClosed);
}

async fn commit<B: Backend>(backend: &B, writes: Vec<Write>) {
    backend.commit(writes).await.unwrap();
}

async fn read<B: Backend>(backend: &B) -> Vec<Record> {
    sorted(backend.read().await.unwrap())
}

fn sorted(mut records: Vec<Record>) -> Vec<Record> {
    records.sort_by_key(|record| (record.table().name(), record.key()));
    records
}

fn draft(note: &str) -> Record {
    Record::Draft(Draft { note: note.to_owned(), ..Draft::default() })
}

fn entry(id: &str) -> Record {
    Record::Outbox(Entry { idem: id.to_owned(), quote: id.to_owned() })
}

fn quote(id: &str, place: Place) -> Record {
    let quote = Quote {
        id: id.to_owned(),
        client: "ALFKI".to_owned(),
        created: Date::parse("1998-05-07").unwrap(),
        currency: Currency::new("USD", 2).unwrap(),
        lines: Vec::new(),
        term: None,
        manual_percent: Decimal::ZERO,
        list: Decimal::new(1000, 2),
        net: Decimal::new(970, 2),
        free: Vec::new(),
        coupon: None,
        tax: None,
        payment: None,
        note: String::new(),
    };
    Record::Quote(Box::new(Saved { quote, place, order: 1 }))
}
