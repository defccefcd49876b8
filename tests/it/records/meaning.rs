use sapa::domain::account::{Account, Channel};
use sapa::domain::calendar::meeting::Meeting;
use sapa::domain::comparison::{
    Confidence, Direction, Kind as CriterionKind, Objection, ProductMember, SourceKind, Topic,
};
use sapa::domain::timeline::{Entry, Kind, Moment};
use sapa::store::Order;
use sapa::wire::{self, Reader, ToWire};
use serde_json::{Value, json};

use super::{full, read, with};
use crate::support::{day, dec};
use crate::wire::{json_of, plain};

#[test]
fn what_is_absent_has_its_meaning() {
    let account: Account = read(&json!({"id": "ALFKI", "name": "Alfreds", "contact": {"name": "Maria"}}));
    assert_eq!(account, Account { client: "ALFKI".into(), ..Account::default() });

    let (_, mut person) =
        wire::contact(&mut Reader::new(&plain(&json!({"id": "1", "clientId": "A", "name": "Maria"}))));
    assert_eq!((person.address(), person.role.name()), ("Maria", "unknown"));
    person.channels = vec![Channel::Email("a".into()), Channel::Phone("1".into()), Channel::Phone("2".into())];
    let record = json_of(&wire::contact_record("A", &person));
    assert_eq!((&record["phone"], &record["email"], &record["fax"]), (&json!("1"), &json!("a"), &Value::Null));

    let order = json!({"id": "1", "clientId": "A", "date": "1998-05-06", "lines": [
        {"productId": "1", "quantity": "3", "price": "1.15", "discount": "0.05"},
        {"productId": "2", "quantity": "1", "price": "2.00", "discount": "0"},
    ]});
    let sum: Order = read(&order);
    assert_eq!((sum.net, sum.shipped, sum.date), (dec("5.2775"), false, day("1998-05-06")));
    let net: Order = read(&with(&order, &json!({"net": "5.28", "lines": null, "shipped": "1998-05-07"})));
    assert_eq!((net.net, net.shipped), (dec("5.28"), true));

    let meeting: Meeting = read(&json!({"id": "1", "kind": "call", "status": "planned", "title": "", "minutes": 5,
                                        "start": "1998-05-04T10:00:30"}));
    assert_eq!((meeting.zone.as_str(), meeting.slot.start.second()), ("UTC", 30));
    let objection =
        json!({"id": "1", "wording": "w", "acknowledge": "a", "question": "q", "proof": "p", "tags": ["t"]});
    assert_eq!(read::<Objection>(&objection).locale, None);
    assert_eq!(read::<Objection>(&with(&objection, &json!({"locale": "ru"}))).locale.as_deref(), Some("ru"));
}

#[test]
fn every_kind_of_activity_is_a_call_or_a_note() {
    let (_, record) = &full()[2];
    for (word, kind) in [
        ("call", Kind::Call),
        ("email", Kind::Note),
        ("note", Kind::Note),
        ("request", Kind::Note),
        ("complaint", Kind::Note),
        ("referral", Kind::Note),
        ("system", Kind::Note),
    ] {
        let entry: Entry = read(&with(record, &json!({"kind": word, "at": "1998-01-06T23:59:59.9Z"})));
        assert_eq!((entry.kind, entry.at), (kind, Moment::new(day("1998-01-06"), Some(1_439)).unwrap()));
    }
    let entry = Entry { at: day("1998-01-06").into(), ..read(record) };
    assert_eq!(json_of(&entry.to_wire())["at"], "1998-01-06T00:00:00Z");
}

#[test]
fn only_our_promises_are_kept() {
    let (_, record) = &full()[3];
    let promise = |changes: Value| {
        let value = plain(&with(record, &changes));
        let mut from = Reader::new(&value);
        let promise = wire::promise(&mut from);
        from.settle(promise).map(|promise| promise.is_some()).map_err(|fault| fault.text())
    };
    assert_eq!(promise(json!({})), Ok(true));
    assert_eq!(promise(json!({"by": "client"})), Ok(false));
    assert_eq!(promise(json!({"cancelled": "1998-05-01"})), Ok(false));
    assert_eq!(promise(json!({"cancelled": "May"})), Err("cancelled: refused: May".to_owned()));
    assert_eq!(promise(json!({"by": "them"})), Err("by: not one of us, client".to_owned()));
    // The client's promises are records of the contract all the same.
    assert_eq!(promise(json!({"by": "client", "due": null})), Err("due: missing, should be text".to_owned()));
}

#[test]
fn a_payment_is_split_by_what_it_pays() {
    let check = |amount: &str, parts: &[(&str, &str)], expected: &[(&str, Option<&str>, &str)]| {
        let parts: Vec<_> = parts.iter().map(|(id, part)| json!({"invoiceId": id, "amount": part})).collect();
        let value =
            plain(&json!({"id": "P", "clientId": "A", "date": "1998-05-06", "amount": amount, "allocations": parts}));
        let mut from = Reader::new(&value);
        let payments = wire::payments(&mut from);
        let payments = from.settle(payments).unwrap();
        let found: Vec<_> = payments
            .iter()
            .map(|payment| (payment.id.as_str(), payment.invoice.as_deref(), payment.amount.to_string()))
            .collect();
        let expected: Vec<_> = expected.iter().map(|(id, invoice, part)| (*id, *invoice, (*part).to_owned())).collect();
        assert_eq!(found, expected);
    };
    check("10.00", &[("I1", "10.00")], &[("P", Some("I1"), "10.00")]);
    check("10.00", &[], &[("P", None, "10.00")]);
    check("0", &[], &[("P", None, "0")]);
    check("10", &[("I1", "4"), ("I2", "5")], &[("P", Some("I1"), "4"), ("P/2", Some("I2"), "5"), ("P/3", None, "1")]);
    check("10", &[("I1", "12")], &[("P", Some("I1"), "12"), ("P/2", None, "-2")]);
    check("-3", &[("C1", "-3")], &[("P", Some("C1"), "-3")]);
}

#[test]
fn every_word_is_the_contracts() {
    fn words<T: wire::Choice>() -> Vec<&'static str> {
        T::ALL.iter().map(|choice| choice.word()).collect()
    }
    // What the contract's types say, in its order.
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/bridge/records.ts");
    let contract = std::fs::read_to_string(path).unwrap();
    for words in [
        words::<sapa::domain::account::Stage>(),
        words::<sapa::domain::account::Role>(),
        words::<sapa::domain::calendar::meeting::Kind>(),
        words::<sapa::domain::calendar::meeting::Status>(),
        words::<sapa::domain::calendar::meeting::Purpose>(),
        words::<sapa::domain::calendar::outcome::Attendance>(),
        words::<CriterionKind>(),
        words::<Topic>(),
        words::<Direction>(),
        words::<ProductMember>(),
        words::<SourceKind>(),
        words::<Confidence>(),
    ] {
        let union = words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(" | ");
        assert!(contract.contains(&format!(" {union};")), "{union}");
    }
}
