/// Records with every member that is ours, kept, sent and changed.
mod whole;

/// What members mean, and their absence.
mod meaning;

/// Texts that mean harm.
mod hostile;

/// Series: rules that are read, rules that are kept, exceptions.
mod series;

/// What is wrong with a record, and where.
mod faults;

use sapa::store::{Changed, Entity, Item};
use sapa::wire::{self, FromWire};
use serde_json::{Value, json};

use crate::wire::plain;

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
