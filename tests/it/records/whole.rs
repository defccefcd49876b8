use sapa::bridge;
use sapa::store::{Entity, Record, Table};
use sapa::wire::ToWire;
use serde_json::{Value, json};

use super::{full, item, with};
use crate::wire::{json_of, plain};

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
