/// Series: rules that are read, rules that are kept, exceptions.
mod series;

/// What is wrong with a record, and where.
mod faults;

use sapa::bridge;
use sapa::domain::account::{Account, Channel};
use sapa::domain::calendar::meeting::Meeting;
use sapa::domain::comparison::{Competitor, CompetitorProduct, Confidence, Direction, Objection};
use sapa::domain::comparison::{Kind as CriterionKind, ProductMember, SourceKind, Topic};
use sapa::domain::timeline::{Entry, Kind, Moment};
use sapa::store::{Changed, Entity, Item, Order, Record, Table};
use sapa::wire::{self, FromWire, Reader, ToWire};
use serde_json::{Value, json};

use crate::support::{day, dec};
use crate::wire::{json_of, plain};

/// Reads a record; the test fails if there is a fault.
fn read<T: FromWire>(record: &Value) -> T {
    wire::read(&plain(record)).unwrap_or_else(|fault| panic!("{record}: {fault}"))
}

/// The item of this kind, as the device keeps it.
fn item(entity: Entity, record: &Value) -> Item {
    let stored = json!({"entity": entity.name(), "id": record["id"], "item": record, "place": "device", "base": null,
                        "idem": "i", "order": 1});
    read::<Changed>(&stored).item.unwrap()
}

/// The record with some members set, or taken away where they are null.
fn with(record: &Value, changes: &Value) -> Value {
    let mut record = record.clone();
    for (name, value) in changes.as_object().unwrap() {
        record.as_object_mut().unwrap().retain(|known, _| known != name);
        if !value.is_null() {
            record[name] = value.clone();
        }
    }
    record
}

/// The record of this kind.
pub(crate) fn record_of(entity: Entity) -> Value {
    full().into_iter().find(|(known, _)| *known == entity).unwrap().1
}

/// A record of each kind that can be changed here, with every member that is ours.
fn full() -> [(Entity, Value); 9] {
    [
        (
            Entity::Company,
            json!({"id": "ALFKI", "stage": "lapsed", "keyAccount": true, "formOfAddress": "Herr Doktor", "ownerId": "4",
                   "since": "1997-08-25", "credit": {"limit": "2500.00"}}),
        ),
        (
            Entity::Contact,
            json!({"id": "ALFKI-1", "clientId": "ALFKI", "name": "Maria Anders", "formOfAddress": "Frau Anders",
                   "title": "Owner", "phone": "030-0074321", "email": "maria@example.org", "fax": "030-0076545",
                   "role": "decides"}),
        ),
        (
            Entity::Activity,
            json!({"id": "A-1", "clientId": "ALFKI", "contactId": "ALFKI-1", "at": "1998-01-06T13:35:00Z", "kind": "call",
                   "text": "Wants samples."}),
        ),
        (
            Entity::Commitment,
            json!({"id": "W-1", "clientId": "ALFKI", "by": "us", "text": "Samples", "made": "1998-04-15",
                   "due": "1998-05-06", "delayKnown": "1998-05-04", "delayTold": "1998-05-05", "done": "1998-05-08"}),
        ),
        (
            Entity::Meeting,
            json!({"id": "M-1", "kind": "meeting", "status": "confirmed", "clientId": "ALFKI", "contactId": "ALFKI-1",
                   "title": "Tasting", "place": "Berlin", "purpose": "presentation", "start": "1998-05-04T10:00",
                   "minutes": 60, "zone": "Europe/Berlin",
                   "checklist": [{"text": "Samples", "ready": true}, {"text": "Prices", "ready": false}],
                   "rrule": "FREQ=WEEKLY;INTERVAL=2;WKST=SU;UNTIL=19980701T120000;BYDAY=MO,TH",
                   "exceptions": [
                       {"original": "1998-05-07T10:00", "start": "1998-05-08T09:30", "minutes": 30},
                       {"original": "1998-05-18T10:00", "left": true},
                       {"original": "1998-05-21T10:00", "outcome": {"attendance": "noShow", "decisionMaker": false,
                                                                    "logged": "1998-05-21T09:15:00Z"}},
                   ],
                   "outcome": {"attendance": "held", "decisionMaker": true, "logged": "1998-05-04T17:00:00Z"}}),
        ),
        (
            Entity::Criterion,
            json!({"id": "price", "name": "List price", "unit": "USD", "kind": "number", "topic": "price",
                   "direction": "min", "weight": "5", "productMember": "price"}),
        ),
        (
            Entity::Fact,
            json!({"id": "F-1", "productId": null, "competitorProductId": "LUMEN-1", "criterionId": "price",
                   "number": "18.50", "text": null, "yesNo": null, "unit": "EUR",
                   "source": {"kind": "clientSaid", "text": "by telephone"}, "seen": "1998-05-01", "confidence": "low",
                   "shareable": true, "sample": true}),
        ),
        (
            Entity::Approval,
            json!({"id": "P-1", "clientId": "ALFKI", "asked": "1998-05-06", "level": 3, "amount": "1000",
                   "discountPercent": "18.5", "marginPercent": "12", "engine": env!("CARGO_PKG_VERSION"),
                   "request": {"currency": {"code": "USD", "minorUnits": 2},
                               "lines": [{"id": "1", "item": "1", "quantity": "10", "unitPrice": "100"}],
                               "steps": [{"id": "manual", "kind": "manual", "scope": "line", "adjust": {"percent": "18.5"}}]},
                   "verdict": "granted", "by": "Steven"}),
        ),
        (
            Entity::PriceList,
            json!({"id": "imported", "name": "May", "imported": "1998-05-07", "currency": "USD", "minorUnits": 2,
            "prices": [
                {"productId": "1", "unit": "box", "price": "18.50"},
                {"productId": "1", "unit": "carton", "price": "200", "unitFactor": "12", "group": "Key account",
                 "validFrom": "1998-05-01", "validTo": "1998-05-31"},
            ]}),
        ),
    ]
}

#[test]
fn whole_records_survive() {
    for (entity, record) in full() {
        assert_eq!(json_of(&item(entity, &record).to_wire()), record);
    }
}

#[test]
fn changes_survive_on_the_device() {
    for place in [json!("device"), json!("pending"), json!({"host": {"id": "7", "version": "3"}})] {
        for (entity, record) in full() {
            for (item, base) in [(record.clone(), json!("v1")), (Value::Null, Value::Null)] {
                let stored = json!({"entity": entity.name(), "id": record["id"], "item": item, "place": place,
                                    "base": base, "idem": "i-1", "order": 4_294_967_295_u32});
                let restored = Record::restore(Table::Changes, &plain(&stored)).unwrap();
                assert_eq!(json_of(&restored.stored()), stored);
            }
        }
    }
    let (_, record) = &full()[0];
    let stored = json!({"entity": "user", "id": "1", "item": record, "place": "device", "idem": "i", "order": 1});
    let error = Record::restore(Table::Changes, &plain(&stored)).unwrap_err();
    let kinds = "company, contact, activity, commitment, meeting, criterion, fact, approval, priceList";
    assert_eq!(error.to_string(), format!("storage.failed: changes.entity: not one of {kinds}"));
}

#[test]
fn a_new_record_leaves_out_what_is_not_known() {
    for (entity, least) in [
        (Entity::Contact, json!({"id": "1", "clientId": "ALFKI", "name": "Maria Anders"})),
        (
            Entity::Activity,
            json!({"id": "1", "clientId": "A", "at": "1998-01-06T00:00:00Z", "kind": "note", "text": "n"}),
        ),
        (
            Entity::Commitment,
            json!({"id": "1", "clientId": "A", "by": "us", "text": "t", "made": "1998-04-15", "due": "1998-04-15"}),
        ),
        (
            Entity::Meeting,
            json!({"id": "1", "kind": "call", "status": "planned", "title": "t", "start": "1998-05-04T10:00", "minutes": 1,
                   "zone": "UTC", "checklist": [], "exceptions": []}),
        ),
        (Entity::Criterion, json!({"id": "1", "name": "n", "kind": "yesNo", "topic": "terms", "weight": "0.5"})),
        (
            Entity::Fact,
            json!({"id": "1", "productId": "1", "criterionId": "1", "yesNo": false, "source": {"kind": "site", "text": ""},
                   "confidence": "medium", "shareable": false, "sample": false}),
        ),
    ] {
        assert_eq!(json_of(&bridge::wire::item(&item(entity, &least))), least);
    }
}

#[test]
fn a_patch_says_all_of_ours_and_nothing_else() {
    for (entity, record) in full() {
        let expected = match entity {
            Entity::Company => json!({"stage": "lapsed", "keyAccount": true}),
            Entity::Activity => with(&record, &json!({"id": null, "clientId": null, "kind": null})),
            Entity::Contact | Entity::Commitment => with(&record, &json!({"id": null, "clientId": null})),
            Entity::Meeting | Entity::Criterion | Entity::PriceList => with(&record, &json!({"id": null})),
            // What a fact is not about has to go, should the host have it.
            Entity::Fact => {
                let mut patch = record.clone();
                patch.as_object_mut().unwrap().retain(|name, _| name != "id");
                patch
            }
            // What is asked is asked once.
            Entity::Approval => json!({}),
        };
        assert_eq!(json_of(&bridge::wire::patch(&item(entity, &record))), expected);
    }
    let (_, contact) = &full()[1];
    let least = with(contact, &json!({"phone": null, "role": null, "formOfAddress": null}));
    let patch = json_of(&bridge::wire::patch(&item(Entity::Contact, &least)));
    for name in ["phone", "role", "formOfAddress"] {
        assert_eq!(patch.get(name), Some(&Value::Null), "{name} is removed");
    }
}

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

/// Texts that are something else elsewhere.
const HOSTILE: [&str; 6] = [
    "<img src=x onerror=alert(1)>",
    "\u{202e}txet\u{202c} \u{0}\u{7f}\u{1b}[31m",
    "BEGIN:VEVENT\r\nSUMMARY:x",
    "__proto__",
    "=HYPERLINK(\"https://example.org\")",
    "'; DROP TABLE company; --",
];

#[test]
fn hostile_text_stays_text() {
    let rivals = [
        json!({"id": "1", "name": "n", "note": "n"}),
        json!({"id": "1", "competitorId": "c", "name": "n", "productId": "p"}),
        json!({"id": "1", "locale": "l", "wording": "w", "acknowledge": "a", "question": "q", "proof": "p", "tags": ["t"],
               "competitorId": "c"}),
    ];
    for text in HOSTILE {
        for (entity, record) in full() {
            let mut hostile = record.clone();
            for name in [
                "id",
                "clientId",
                "contactId",
                "name",
                "formOfAddress",
                "title",
                "phone",
                "email",
                "fax",
                "text",
                "place",
                "unit",
                "zone",
                "ownerId",
                "criterionId",
                "competitorProductId",
            ] {
                // The prices that were taken over have one id, whatever they are called.
                let is_fixed = name == "id" && entity == Entity::PriceList;
                if hostile.get(name).is_some_and(Value::is_string) && !is_fixed {
                    hostile[name] = json!(text);
                }
            }
            for (name, member) in [("source", "text"), ("checklist", "text")] {
                if let Some(inner) = hostile.get_mut(name) {
                    if let Some(inner) = inner.get_mut(0) {
                        inner[member] = json!(text);
                    } else {
                        inner[member] = json!(text);
                    }
                }
            }
            assert_eq!(json_of(&item(entity, &hostile).to_wire()), hostile);
        }
        let all = |record: &Value| {
            let mut record = record.clone();
            for (name, value) in record.as_object_mut().unwrap() {
                *value = if name == "tags" { json!([text]) } else { json!(text) };
            }
            record
        };
        let Competitor { id, name, note, sample } = read(&all(&rivals[0]));
        assert_eq!(([id, name, note], sample), ([text; 3].map(str::to_owned), false));
        let CompetitorProduct { id, competitor, name, answers, sample } = read(&all(&rivals[1]));
        assert_eq!(([id, competitor, name, answers.unwrap()], sample), ([text; 4].map(str::to_owned), false));
        let card: Objection = read(&all(&rivals[2]));
        let said = [card.id, card.locale.unwrap(), card.wording, card.acknowledge, card.question, card.proof];
        assert_eq!((said, card.tags), ([text; 6].map(str::to_owned), vec![text.to_owned()]));
    }
}
