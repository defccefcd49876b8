use sapa::domain::comparison::{Competitor, CompetitorProduct, Objection};
use sapa::store::Entity;
use sapa::wire::ToWire;
use serde_json::{Value, json};

use super::{full, item, read};
use crate::wire::json_of;

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
