use sapa::domain::account::Account;
use sapa::domain::calendar::meeting::Meeting;
use sapa::domain::commitment::Commitment;
use sapa::domain::comparison::{Criterion, Fact, Objection};
use sapa::domain::receivable::Invoice;
use sapa::domain::timeline::Entry;
use sapa::store::{Changed, Order};
use sapa::wire::{self, FromWire};
use serde_json::{Value, json};

use super::{full, with};
use crate::wire::plain;

/// What is wrong with the record.
fn fault<T: FromWire>(record: &Value) -> String {
    wire::read::<T>(&plain(record)).map(|_| ()).expect_err("should have been refused").text()
}

#[test]
fn faults_are_named() {
    let full = full();
    let [company, contact, activity, commitment, meeting, criterion, fact_record, ..] = full.map(|(_, record)| record);
    let changed = |record: &Value, changes: Value| with(record, &changes);
    assert_eq!(
        fault::<Account>(&changed(&company, json!({"stage": "hot"}))),
        "stage: not one of potential, new, active, lapsed"
    );
    assert_eq!(
        fault::<Account>(&changed(&company, json!({"credit": {}}))),
        "credit.limit: missing, should be a decimal number as a string"
    );
    assert_eq!(fault::<Account>(&changed(&company, json!({"keyAccount": 1}))), "keyAccount: not true or false");
    let stored = |role: &str| {
        json!({"entity": "contact", "id": "1", "item": changed(&contact, json!({"role": role})), "place": "device",
               "idem": "i", "order": 1})
    };
    let roles = "item.role: not one of decides, influences, uses, blocks";
    assert_eq!(fault::<Changed>(&stored("unknown")), roles);
    assert_eq!(fault::<Entry>(&changed(&activity, json!({"at": "1998-01-06"}))), "at: refused: 1998-01-06");
    let kinds = "kind: not one of call, email, note, request, complaint, referral, system";
    assert_eq!(fault::<Entry>(&changed(&activity, json!({"kind": "fax"}))), kinds);
    assert_eq!(fault::<Commitment>(&changed(&commitment, json!({"due": 7}))), "due: not text");
    for (changes, text) in [
        (json!({"minutes": 0}), "minutes: not a whole number from 1"),
        (json!({"minutes": "60"}), "minutes: not a whole number"),
        (json!({"start": "1998-05-04"}), "start: refused: 1998-05-04"),
        (json!({"purpose": "fun"}), "purpose: not one of introduction, presentation, contract, documents"),
        (json!({"exceptions": [{}]}), "exceptions[0].original: missing, should be text"),
        (
            json!({"exceptions": [{"original": "1998-05-07T10:00", "minutes": 0}]}),
            "exceptions[0].minutes: not a whole number from 1",
        ),
        (
            json!({"outcome": {"attendance": "late"}}),
            "outcome.attendance: not one of held, substitute, noShow, movedByClient, cancelledInTime",
        ),
        (json!({"checklist": [{"ready": true}]}), "checklist[0].text: missing, should be text"),
    ] {
        assert_eq!(fault::<Meeting>(&changed(&meeting, changes)), text);
    }
    assert_eq!(fault::<Criterion>(&changed(&criterion, json!({"weight": "-1"}))), "weight: not zero or more");
    assert_eq!(
        fault::<Criterion>(&changed(&criterion, json!({"productMember": "cost"}))),
        "productMember: not one of price, unit"
    );
    let one = "not a fact of either productId or competitorProductId";
    assert_eq!(fault::<Fact>(&changed(&fact_record, json!({"productId": "1"}))), one);
    assert_eq!(fault::<Fact>(&changed(&fact_record, json!({"competitorProductId": null}))), one);
    let value = "not a fact with either number, text or yesNo";
    assert_eq!(fault::<Fact>(&changed(&fact_record, json!({"yesNo": true}))), value);
    assert_eq!(fault::<Fact>(&changed(&fact_record, json!({"number": null}))), value);
    assert_eq!(fault::<Fact>(&changed(&fact_record, json!({"source": null}))), "source: missing, should be a record");
    assert_eq!(fault::<Invoice>(&json!({"id": "1", "clientId": "A"})), "date: missing, should be text");
    let line = json!({"quantity": "9999999999999999999999999999", "price": "10", "discount": "0"});
    let order = json!({"id": "1", "clientId": "A", "date": "1998-05-06", "lines": [line]});
    assert!(fault::<Order>(&order).starts_with("lines[0].quantity: refused: "));
    let objection =
        json!({"id": "1", "wording": "w", "acknowledge": "a", "question": "q", "proof": "p", "tags": ["t", 7]});
    assert_eq!(fault::<Objection>(&objection), "tags[1]: not text");
}
