use std::collections::BTreeSet;

use rust_decimal::Decimal;
use sapa::bridge;
use sapa::domain::comparison::{self, Audience, Sheet, ShelfLife, Subject};
use sapa::domain::error::{Code, Result};
use sapa::domain::product::Product;
use sapa::store::{Book, Entity, Key, Record, Table, read_book};
use serde_json::{Map, Value, json};

use crate::support::{day, dec};
use crate::wire::plain;

pub(crate) fn book(records: &Value) -> Result<Book> {
    bridge::wire::book(&plain(records))
}

/// All the records of the demonstration, as a host would hand them over.
pub(crate) fn demonstration() -> Value {
    let file = |name: &str| -> Value {
        let path = [env!("CARGO_MANIFEST_DIR"), "/www/data/", name].concat();
        serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
    };
    let (mut records, catalogue) = (file("records.json"), file("northwind.json"));
    records["company"] = catalogue["companies"].clone();
    records["order"] = rows(&catalogue["orders"]).iter().map(order).collect();
    records
}

/// The order of a row of the file, without a sum.
fn order(row: &Value) -> Value {
    let line = |line: &Value| json!({"productId": line[0], "quantity": line[1].to_string(), "price": line[2], "discount": line[3]});
    let lines: Vec<Value> = rows(&row[3]).iter().map(line).collect();
    json!({"id": row[0], "clientId": row[1], "date": row[2], "lines": lines, "required": row.get(4), "shipped": row.get(5)})
}

fn rows(list: &Value) -> &[Value] {
    list.as_array().unwrap()
}

#[test]
fn the_demonstration_is_read_whole() {
    let all = demonstration();
    let count = |entity: &str| rows(&all[entity]).len();
    let book = book(&all).unwrap();

    assert_eq!(book.accounts.len(), count("company"));
    assert_eq!(book.accounts.iter().map(|account| account.people.len()).sum::<usize>(), count("contact"));
    assert_eq!(book.orders.len(), count("order"));
    assert_eq!(book.invoices.len(), count("invoice"));
    assert_eq!(book.entries.len(), count("activity"));
    let ours = rows(&all["commitment"]).iter().filter(|record| record["by"] == "us").count();
    assert_eq!(book.commitments.len(), ours);
    assert_eq!(book.meetings.len(), count("meeting"));
    let series = rows(&all["meeting"]).iter().filter(|record| record.get("rrule").is_some()).count();
    assert_eq!(book.meetings.iter().filter(|meeting| meeting.recurrence.is_some()).count(), series);
    assert!(book.meetings.iter().all(|meeting| meeting.unread_rule.is_none()));
    assert_eq!(book.competitors.len(), count("competitor"));
    assert_eq!(book.rivals.len(), count("competitorProduct"));
    assert_eq!(book.criteria.len(), count("criterion"));
    assert_eq!(book.facts.len(), count("fact"));
    assert_eq!(book.objections.len(), count("objection"));
    assert!(book.sample);
    assert!(book.versions.is_empty(), "a file has no versions");
}

#[test]
fn no_money_is_lost() {
    let all = demonstration();
    let book = book(&all).unwrap();
    let given: Decimal = rows(&all["payment"]).iter().map(|record| dec(record["amount"].as_str().unwrap())).sum();
    assert_eq!(book.payments.iter().map(|payment| payment.amount).sum::<Decimal>(), given);
    let ids: BTreeSet<_> = book.payments.iter().map(|payment| &payment.id).collect();
    assert_eq!(ids.len(), book.payments.len());

    // Invoices were made from the sums of orders, rounded half up to cents; credit notes were not.
    for invoice in book.invoices.iter().filter(|invoice| invoice.amount > Decimal::ZERO) {
        let order = book.orders.iter().find(|order| Some(&order.id) == invoice.order.as_ref()).unwrap();
        let net = order.net.round_dp_with_strategy(2, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
        assert_eq!((invoice.amount, &invoice.client), (net, &order.client), "{}", invoice.id);
    }
    let under_way = rows(&all["order"]).iter().filter(|record| record["shipped"].is_null()).count();
    assert_eq!(book.orders.iter().filter(|order| !order.shipped).count(), under_way);
}

#[test]
fn every_list_may_be_missing() {
    assert_eq!(book(&json!({})).unwrap(), Book::default());
    assert_eq!(book(&json!({"company": null, "user": "nobody asks"})).unwrap(), Book::default());
    for entity in ["company", "order", "payment", "commitment", "objection"] {
        let mut records = Map::new();
        records.insert(entity.to_owned(), json!({}));
        let error = book(&Value::Object(records)).unwrap_err();
        assert_eq!(error.to_string(), format!("host.malformed: {entity}: not a list"));
    }
    assert_eq!(book(&json!([])).unwrap_err().to_string(), "host.malformed: not a record");
}

#[test]
fn faults_say_where() {
    for (pointer, value, text) in [
        ("/commitment/3/due", json!("1998-02-30"), "due: refused: no such day"),
        ("/company/1/stage", json!("hot"), "stage: not one of potential, new, active, lapsed"),
        ("/contact/7/clientId", Value::Null, "clientId: missing, should be text"),
        ("/payment/0/allocations/0/amount", json!(440), "allocations[0].amount: not a decimal number as a string"),
        ("/order/2/lines/1/price", json!("1,5"), "lines[1].price: not a decimal number as a string"),
        ("/meeting/0/outcome/logged", json!("today"), "outcome.logged: refused: today"),
        ("/fact/2/criterionId", json!(1), "criterionId: not text"),
        (
            "/contact/1/id",
            json!("ALFKI-1"),
            "contact ALFKI-1: id: not an id of its own: a record before it has the same",
        ),
        ("/payment/1/id", json!("P-1"), "payment P-1: id: not an id of its own: a record before it has the same"),
    ] {
        let mut all = demonstration();
        *all.pointer_mut(pointer).unwrap() = value;
        let [kind] = book(&all).unwrap().left_out.try_into().unwrap_or_else(|other| panic!("one kind: {other:?}"));
        assert!(kind.detail().ends_with(text), "{}", kind.detail());
    }
}

#[test]
fn the_device_keeps_what_came() {
    let given = plain(&demonstration());
    let copy = read_book(given.clone(), Code::HostMalformed).unwrap();
    let record = Record::restore(Table::Book, &given).unwrap();
    assert_eq!(record, Record::Book(Box::new(copy)));
    assert_eq!(record.stored(), given);
    let error = Record::restore(Table::Book, &plain(&json!({"order": {"id": "1"}}))).unwrap_err();
    assert_eq!(error.to_string(), "storage.failed: book.order: not a list");
}

#[test]
fn a_person_at_an_unknown_company_gets_an_account() {
    let contact = |id: &str, client: &str| json!({"id": id, "clientId": client, "name": id});
    let book = book(&json!({
        "company": [{"id": "A", "stage": "active"}],
        "contact": [contact("1", "B"), contact("2", "A"), contact("3", "B")],
    }))
    .unwrap();
    let found: Vec<_> = book
        .accounts
        .iter()
        .map(|account| {
            let people: Vec<_> = account.people.iter().map(|person| person.id.as_str()).collect();
            (account.client.as_str(), account.stage.name(), people)
        })
        .collect();
    assert_eq!(found, [("A", "active", vec!["2"]), ("B", "potential", vec!["1", "3"])]);
}

#[test]
fn versions_are_noted_where_they_matter() {
    let book = book(&json!({
        "company": [{"id": "A", "version": "v1"}, {"id": "B"}],
        "activity": [{"id": "A", "version": "7", "clientId": "A", "at": "1998-01-06T13:35:00Z", "kind": "note", "text": ""}],
        "competitor": [{"id": "C", "version": "1", "name": "C"}],
    }))
    .unwrap();
    let key = |entity, id: &str| Key { entity, id: id.to_owned() };
    let expected = [(key(Entity::Company, "A"), "v1".to_owned()), (key(Entity::Activity, "A"), "7".to_owned())];
    assert_eq!(book.versions, expected.into());
}

#[test]
fn what_is_made_up_is_said() {
    let sample = |mark: Value| {
        let mut company = json!({"id": "A"});
        company.as_object_mut().unwrap().extend(mark.as_object().unwrap().clone());
        book(&json!({"company": [{"id": "0"}, company]})).unwrap().sample
    };
    assert!(sample(json!({"sample": true})));
    assert!(sample(json!({"generated": true})));
    assert!(sample(json!({"sampleFields": ["stage"]})));
    assert!(!sample(json!({"sample": false, "generated": null, "sampleFields": []})));
    assert!(
        book(&json!({"objection": [{"id": "1", "wording": "", "acknowledge": "", "question": "", "proof": "",
                                        "tags": [], "sample": true}]}))
        .unwrap()
        .sample
    );
}

#[test]
fn the_catalogue_says_our_own_values() {
    let book = book(&demonstration()).unwrap();
    let today = day("1998-05-07");
    let chai = Product {
        id: "1".into(),
        sku: "1".into(),
        name: "Chai".into(),
        unit: "10 boxes x 20 bags".into(),
        category: "Beverages".into(),
        tax_class: None,
        price: dec("18.00"),
        cost: None,
        weight: None,
        discontinued: false,
    };
    let facts = book.catalogue_facts(&chai, "USD", today);
    let said: Vec<_> = facts.iter().map(|fact| (fact.criterion.as_str(), fact.value.clone(), fact.seen)).collect();
    assert_eq!(
        said,
        [
            ("price", comparison::Value::Number(dec("18.00")), Some(today)),
            ("packing", comparison::Value::Text(chai.unit.clone()), Some(today)),
        ]
    );
    assert!(facts.iter().all(|fact| fact.subject == Subject::Ours("1".into())));

    let comparable = |currency: &str| {
        let facts = book.catalogue_facts(&chai, currency, today);
        let sheet = Sheet {
            ours: "1",
            theirs: &[],
            criteria: &book.criteria,
            facts: &facts,
            shelf_life: ShelfLife::default(),
            today,
        };
        let grid = sheet.grid(Audience::Us);
        let row = grid.rows.iter().find(|row| row.criterion.id == "price").unwrap();
        row.cells[0].unwrap().is_comparable(row.criterion)
    };
    assert!(comparable("USD"));
    assert!(!comparable("KWD"), "a price in another currency says nothing here");
}

/// A page without a host hands over rows; they say what the records say.
#[test]
fn rows_of_orders_are_the_same_orders() {
    let records = book(&json!({"order": demonstration()["order"]})).unwrap();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/www/data/northwind.json");
    let catalogue: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let value = bridge::wire::order_rows(plain(&catalogue["orders"]));
    let rows = read_book(sapa::wire::Writer::new().value("order", value).end(), Code::HostMalformed).unwrap().book;
    assert_eq!(rows.orders, records.orders);
    assert_eq!(rows.orders.len(), 830);
}
