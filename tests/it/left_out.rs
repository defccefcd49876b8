//! One bad record takes nothing with it but itself.

use proptest::prelude::*;
use sapa::bridge;
use sapa::domain::error::Code;
use sapa::store::{Book, Catalogue, Entity, State, Supply, book_kinds, read_book};
use sapa::wire::LeftOut;
use serde_json::{Value, json};

use crate::book::{book, demonstration};
use crate::wire::plain;

/// A member no record of the kind can do without, and what is written in its place.
fn broken(entity: &str) -> (&'static str, Value) {
    match entity {
        "company" => ("stage", json!("hot")),
        "contact" => ("name", json!(7)),
        "activity" => ("at", json!("yesterday")),
        "commitment" => ("made", Value::Null),
        "meeting" => ("minutes", json!(0)),
        "criterion" => ("weight", json!("-1")),
        "fact" => ("source", Value::Null),
        "approval" => ("verdict", json!("perhaps")),
        "priceList" => ("prices", json!("none")),
        "order" => ("lines", Value::Null),
        "invoice" => ("due", json!("1998-02-30")),
        "payment" => ("allocations", Value::Null),
        "competitor" => ("name", Value::Null),
        "competitorProduct" => ("competitorId", json!([])),
        "objection" => ("wording", json!(false)),
        _ => panic!("{entity} has no entry here"),
    }
}

/// The demonstration's records, and one of each kind it has none of.
fn every_kind() -> Value {
    let mut all = demonstration();
    all["priceList"] = json!([crate::records::record_of(Entity::PriceList)]);
    all["approval"] = json!([crate::records::record_of(Entity::Approval)]);
    all
}

/// The same, but for what was left out.
fn kept(mut book: Book) -> Book {
    book.left_out.clear();
    book
}

/// Whether this alone is said to be left out.
fn check(left_out: &[LeftOut], entity: &str, id: &str, member: &str) {
    let [kind] = left_out else { panic!("{entity} alone: {left_out:?}") };
    let [first] = kind.first.as_slice() else { panic!("one {entity}: {kind:?}") };
    assert_eq!((kind.entity, kind.count, first.id.as_str(), first.member.as_str()), (entity, 1, id, member));
    assert!(!first.problem.is_empty());
}

#[test]
fn a_bad_record_of_any_kind_is_left_out_and_named() {
    let all = every_kind();
    assert_eq!(book(&all).unwrap().left_out, []);
    for entity in book_kinds() {
        let count = all[entity].as_array().unwrap().len();
        let at = count / 2;
        let (member, value) = broken(entity);
        let (mut bad, mut without) = (all.clone(), all.clone());
        bad[entity][at][member] = value;
        without[entity].as_array_mut().unwrap().remove(at);
        let read = book(&bad).unwrap();
        check(&read.left_out, entity, all[entity][at]["id"].as_str().unwrap(), member);
        let expected = book(&without).unwrap();
        // The versions and the marks of what was left out may stay; nothing else of it does.
        let read = Book { sample: expected.sample, versions: expected.versions.clone(), ..kept(read) };
        assert!(read == expected, "a bad {entity} changes nothing else");
    }
}

#[test]
fn what_is_no_record_at_all_is_told_by_its_place() {
    for nothing in [Value::Null, json!(7), json!("P-1"), json!([]), json!({})] {
        let read = book(&json!({"commitment": [nothing]})).unwrap();
        assert_eq!((read.left_out[0].count, read.left_out[0].first[0].id.as_str()), (1, "[0]"));
        assert!(read.left_out[0].concerns("ALFKI"), "it may be anybody's");
    }
}

#[test]
fn of_two_records_of_one_id_the_first_is_kept() {
    let all = demonstration();
    let mut twice = all.clone();
    let copy = twice["invoice"][0].clone();
    twice["invoice"].as_array_mut().unwrap().push(copy);
    let read = book(&twice).unwrap();
    check(&read.left_out, "invoice", all["invoice"][0]["id"].as_str().unwrap(), "id");
    assert!(kept(read) == book(&all).unwrap());
    // One that cannot be read takes the id from nobody.
    let good = json!({"id": "1", "clientId": "A", "date": "1998-05-06", "due": "1998-06-05", "amount": "1"});
    let read = book(&json!({"invoice": [{"id": "1"}, good]})).unwrap();
    assert_eq!((read.invoices.len(), read.left_out[0].count), (1, 1));
}

#[test]
fn it_is_known_of_whom_the_records_were() {
    let payment = |client: &str| json!({"id": client, "clientId": client, "date": "1998-05-06", "amount": "1"});
    let read = book(&json!({"payment": [payment("A"), payment("B")]})).unwrap();
    let kind = &read.left_out[0];
    assert_eq!([kind.concerns("A"), kind.concerns("B"), kind.concerns("C")], [true, true, false]);
    let detail = kind.detail();
    assert!(detail.starts_with("payment: 2 left out; payment A: allocations: missing, should be a list"), "{detail}");
}

#[test]
fn a_flood_of_bad_records_is_counted_and_not_kept() {
    let long = "x".repeat(5_000);
    let records: Vec<Value> =
        (0..2_000).map(|at| json!({"id": format!("{at}{long}"), "clientId": format!("{at}"), "date": long})).collect();
    let read = book(&json!({"payment": records})).unwrap();
    let kind = &read.left_out[0];
    assert_eq!((kind.count, kind.first.len()), (2_000, 3));
    assert!(kind.concerns("anybody"), "of so many clients that it may be any");
    assert!(kind.detail().len() < 2_000);
}

#[test]
fn clients_and_products_go_alone() {
    let read = |change: &dyn Fn(&mut Value)| {
        let mut all = crate::price_lists::given(&Value::Null);
        change(&mut all);
        bridge::wire::catalogue(&plain(&all)).unwrap()
    };
    let whole = read(&|_| ());
    assert_eq!(whole.left_out, []);
    let of = |catalogue: &Catalogue| (catalogue.clients.len(), catalogue.products.len());
    let (clients, products) = of(&whole);

    let read_price = read(&|all| all["products"][0]["price"] = json!(18));
    check(&read_price.left_out, "product", &whole.products[0].id, "price");
    assert_eq!(of(&read_price), (clients, products - 1));

    let read_name = read(&|all| all["companies"][0]["name"] = json!({"de": "Alfred"}));
    check(&read_name.left_out, "company", &whole.clients[0].id, "name");
    assert_eq!(of(&read_name), (clients - 1, products));

    // A company is one record, of which the catalogue and the book each read a part.
    let read_credit = read(&|all| all["companies"][0]["credit"] = json!({"limit": "much"}));
    check(&read_credit.left_out, "company", &whole.clients[0].id, "credit.limit");
    assert_eq!(of(&read_credit), (clients - 1, products));
}

#[test]
fn a_price_list_goes_with_those_that_are_built_on_it() {
    let list = |id: &str, base: Option<&str>| {
        let base = base.map(|base| json!({"list": base}));
        json!({"id": id, "currency": "EUR", "minorUnits": 2, "prices": [], "base": base})
    };
    let mut all = crate::price_lists::given(&Value::Null);
    let mut lists = [list("a", None), list("b", Some("a")), list("c", Some("b")), list("d", None)];
    lists[0]["prices"] = json!([{"productId": "chai", "price": 1}]);
    all["priceLists"] = json!(lists);
    let catalogue = bridge::wire::catalogue(&plain(&all)).unwrap();
    let ids: Vec<_> = catalogue.prices.lists().iter().map(|list| list.id.as_str()).collect();
    assert_eq!((ids, catalogue.left_out[0].count), (vec!["d"], 3));
}

#[test]
fn a_company_is_told_once() {
    let company = json!({"id": "A", "name": "A", "stage": "hot"});
    let mut all = crate::price_lists::given(&Value::Null);
    all["companies"].as_array_mut().unwrap().push(company.clone());
    let catalogue = bridge::wire::catalogue(&plain(&all)).unwrap();
    let state = State {
        supply: Supply::Ready { catalogue: catalogue.into(), stale: false },
        book: book(&json!({"company": [company], "invoice": [{}]})).unwrap().into(),
        ..State::default()
    };
    assert_eq!(
        state.left_out().map(|kind| (kind.entity, kind.count)).collect::<Vec<_>>(),
        [("company", 1), ("invoice", 1)]
    );
}

#[test]
fn an_answer_that_is_no_list_stays_an_error() {
    for (part, value) in [("companies", json!("none")), ("products", Value::Null), ("priceList", Value::Null)] {
        let mut all = crate::price_lists::given(&Value::Null);
        all[part] = value;
        let error = bridge::wire::catalogue(&plain(&all)).unwrap_err();
        assert!(error.kind() == Code::HostMalformed && error.detail().starts_with(part), "{error}");
    }
    let error = read_book(plain(&json!({"payment": {}})), Code::HostMalformed).unwrap_err();
    assert_eq!(error.to_string(), "host.malformed: payment: not a list");
}

proptest! {
    /// Of so many records, of which some are broken, the others are there, each in its place.
    #[test]
    fn what_is_not_broken_is_there(broken in proptest::collection::vec(any::<bool>(), 0..60)) {
        let record = |(at, broken): (usize, &bool)| {
            let amount = if *broken { json!(at) } else { json!(at.to_string()) };
            json!({"id": at.to_string(), "clientId": "A", "date": "1998-05-06", "due": "1998-06-05", "amount": amount})
        };
        let records: Vec<Value> = broken.iter().enumerate().map(record).collect();
        let read = book(&json!({"invoice": records})).unwrap();
        let good: Vec<_> = (0..broken.len()).filter(|at| !broken[*at]).map(|at| at.to_string()).collect();
        prop_assert_eq!(read.invoices.iter().map(|invoice| invoice.id.clone()).collect::<Vec<_>>(), good);
        let bad = broken.iter().filter(|broken| **broken).count();
        let told = read.left_out.iter().map(|kind| usize::try_from(kind.count).unwrap()).sum::<usize>();
        prop_assert_eq!(told, bad);
    }
}
