//! Price lists beside the products' own prices: read, chosen, kept, and refused by name.

use std::sync::Arc;

use sapa::api::answers::answer;
use sapa::bridge;
use sapa::domain::error::Result;
use sapa::domain::product::PriceLists;
use sapa::i18n::{Key, Locale, Message};
use sapa::store::{Catalogue, Command, Record, Store, Supply, Table, quoting};
use sapa::wire::{self, ToWire};
use serde_json::{Value, json};

use crate::support::day;
use crate::wire::{json_of, plain};

const TODAY: &str = "2026-03-02";

/// Two teas at 20.00 and 30.00, sold to a key account, a wholesaler and somebody of no group.
pub(crate) fn given(lists: &Value) -> Value {
    let product = |id: &str, price: &str| json!({"id": id, "sku": id, "name": id, "unit": "bag", "category": "Tea", "price": price, "discontinued": false});
    let company = |id: &str, group: Value| json!({"id": id, "name": id, "group": group});
    json!({
        "companies": [company("KEY", json!("key")), company("BULK", json!("bulk")), company("ONE", Value::Null)],
        "products": [product("chai", "20.00"), product("rooibos", "30.00")],
        "groups": [{"id": "key", "name": "Key account", "discountPercent": "0"}],
        "priceList": {
            "id": "default", "name": "List", "currency": "EUR", "minorUnits": 2, "sample": false,
            "lineTiers": {"mode": "allUnits", "measure": "quantity", "bands": []},
            "orderTiers": {"measure": "amount", "bands": []}, "terms": [], "costOfCapitalPercent": "0",
        },
        "priceLists": lists,
    })
}

fn list(id: &str, more: &Value) -> Value {
    let mut list = json!({"id": id, "name": id, "currency": "EUR", "minorUnits": 2});
    list.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    list
}

/// A list for key accounts on the products' own, one for wholesalers on that, one in dollars, and a dear spring for all.
fn lists() -> Value {
    json!([
        list("key", &json!({"clientGroups": ["key"], "base": {"list": "default", "discountPercent": "10"}})),
        list(
            "bulk",
            &json!({
                "clientGroups": ["bulk"],
                "base": {"list": "key", "discountPercent": "50", "digits": 0, "surcharge": "-0.01"},
                "prices": [{"productId": "rooibos", "unit": "sack", "unitFactor": "10", "price": "120"}],
            })
        ),
        json!({"id": "dollars", "currency": "USD", "minorUnits": 2, "clientGroups": ["key"],
               "prices": [{"productId": "chai", "price": "1"}]}),
        list(
            "spring",
            &json!({"prices": [
                {"productId": "chai", "price": "25", "validFrom": "2026-03-20", "validTo": "2026-06-20"},
            ]})
        ),
        list(
            "later",
            &json!({"clientGroups": ["key"], "validFrom": "2027-01-01", "prices": [{"productId": "chai", "price": "2"}]})
        ),
    ])
}

fn read(lists: &Value) -> Result<Catalogue> {
    bridge::wire::catalogue(&plain(&given(lists)))
}

/// What one chai and one rooibos come to.
fn nets(catalogue: &Catalogue, client: &str, on: &str) -> [String; 2] {
    let mut store = Store::default();
    let supply = Supply::Ready { catalogue: Arc::new(catalogue.clone()), stale: false };
    store.apply(Command::Supply(supply)).unwrap();
    store.apply(Command::ChooseClient(Some(client.into()))).unwrap();
    for product in ["chai", "rooibos"] {
        store.apply(Command::AddLine { product: product.into(), quantity: 1.into() }).unwrap();
    }
    let priced = quoting::price(store.state(), day(on)).unwrap();
    [0, 1].map(|at| priced.lines[at].net.to_string())
}

#[test]
fn each_client_pays_by_the_list_of_the_group() {
    let catalogue = read(&lists()).unwrap();
    let check = |client: &str, on: &str, expected: [&str; 2]| {
        assert_eq!(nets(&catalogue, client, on), expected, "{client} {on}")
    };
    check("ONE", TODAY, ["20.00", "30.00"]);
    check("KEY", TODAY, ["18.00", "27.00"]);
    // Half of 18 is 9, less a cent; and a tenth of a sack.
    check("BULK", TODAY, ["8.99", "12.00"]);
    check("ONE", "2026-03-20", ["25.00", "30.00"]);
    check("KEY", "2026-03-20", ["18.00", "27.00"]);
    check("KEY", "2027-01-01", ["18.00", "27.00"]);
    let first = read(&json!([lists()[4], lists()[0]])).unwrap();
    assert_eq!(nets(&first, "KEY", "2027-01-01"), ["2.00", "27.00"], "the first that has it");
    let none = read(&Value::Null).unwrap();
    assert_eq!((nets(&none, "KEY", TODAY), &none.prices), (["20.00".into(), "30.00".into()], &PriceLists::default()));
}

#[test]
fn the_lists_in_force_are_told_by_name() {
    let mut store = Store::default();
    let catalogue = Arc::new(read(&lists()).unwrap());
    store.apply(Command::Supply(Supply::Ready { catalogue, stale: false })).unwrap();
    assert_eq!(quoting::lists_for(store.state(), day(TODAY)), [""; 0]);
    store.apply(Command::ChooseClient(Some("KEY".into()))).unwrap();
    assert_eq!(quoting::lists_for(store.state(), day(TODAY)), ["key"]);
    assert_eq!(quoting::lists_for(store.state(), day("2027-01-01")), ["key", "later"]);
}

#[test]
fn prices_that_were_taken_over_go_before_all_lists() {
    let imported = json!({"id": "imported", "name": "May", "imported": "2026-03-01", "currency": "EUR", "minorUnits": 2,
                          "prices": [{"productId": "chai", "unit": "bag", "price": "19"}]});
    let book = wire::read(&plain(&json!({"priceList": [imported]}))).unwrap();
    let mut store = Store::default();
    store.apply(Command::Supply(Supply::Ready { catalogue: Arc::new(read(&lists()).unwrap()), stale: false })).unwrap();
    store.apply(Command::Know { book, fresh: true }).unwrap();
    let state = store.state();
    let price =
        |product: &str| quoting::price_for(state, state.product(product).unwrap(), state.client("KEY"), day(TODAY));
    assert_eq!(price("chai").unwrap().to_string(), "19");
    assert_eq!(price("rooibos").unwrap().to_string(), "27.00");
}

#[test]
fn the_lists_are_kept_on_the_device() {
    let catalogue = read(&lists()).unwrap();
    let stored = Record::Catalogue(Arc::new(catalogue.clone())).stored();
    let Record::Catalogue(kept) = Record::restore(Table::Catalogue, &stored).unwrap() else { panic!("a catalogue") };
    assert_eq!(*kept, catalogue);
    assert_eq!(nets(&kept, "BULK", TODAY), nets(&catalogue, "BULK", TODAY));
    let written = json_of(&wire::list(catalogue.prices.lists()));
    assert_eq!(written.as_array().unwrap().len(), 5, "the products' own prices are no record");
    assert_eq!(written[1]["base"], lists()[1]["base"]);
    assert_eq!(written[1]["prices"], lists()[1]["prices"]);
    assert_eq!(written[3]["prices"][0]["unit"], "bag", "a price without a unit is one of the product's own");
}

#[test]
fn a_whole_base_is_written_under_the_names_it_is_read_by() {
    let base = json!({"list": "default", "exchangeRate": "1.1", "unitFactor": "12", "includedTaxPercent": "19",
                      "discountPercent": "-5", "roundTo": "0.05", "digits": 2, "rounding": "down", "surcharge": "-0.01",
                      "minMargin": "1", "maxMargin": "9"});
    let catalogue = read(&json!([list(
        "a",
        &json!({"base": base, "clientGroups": ["x"], "validFrom": "2026-01-01", "validTo": "2026-12-31"})
    )]))
    .unwrap();
    let written = json_of(&wire::list(catalogue.prices.lists()));
    assert_eq!(written[0]["base"], base);
    assert_eq!((&written[0]["validTo"], &written[0]["clientGroups"]), (&json!("2026-12-31"), &json!(["x"])));
}

#[test]
fn lists_that_do_not_fit_together_are_refused_by_name() {
    let on = |id: &str, base: &str| list(id, &json!({"base": {"list": base}}));
    let priced = |prices: Value| list("a", &json!({"prices": prices}));
    let check = |lists: Value, expected: &str| assert_eq!(read(&lists).unwrap_err().to_string(), expected);
    check(json!([on("a", "b"), on("b", "c"), on("c", "a")]), "price_list.circle: a > b > c > a");
    check(json!([on("a", "gone")]), "price_list.base: a > gone");
    check(json!([on("default", "default")]), "rule.invalid: default");
    check(
        json!([priced(
            json!([{"productId": "chai", "price": "1"}, {"productId": "chai", "unit": "bag", "price": "2"}])
        )]),
        "rule.invalid: a: chai",
    );
    check(json!([priced(json!([{"productId": "chai", "price": "-1"}]))]), "number.range: chai");
    check(json!([list("a", &json!({"base": {"list": "default", "roundTo": "0"}}))]), "number.range: a: formula");
    check(json!("none"), "host.malformed: priceLists: not a list");
}

#[test]
fn a_person_reads_which_lists_they_are() {
    let error = read(&json!([
        list("Nord", &json!({"base": {"list": "Süd"}})),
        list("Süd", &json!({"base": {"list": "Nord"}}))
    ]))
    .unwrap_err();
    for locale in Locale::ALL {
        let said = Key::of(&error).text(locale).replace("{detail}", error.detail());
        assert!(said.contains("Nord > Süd > Nord"), "{said}");
    }
}

/// A request for a box of tea of twenty bags, for a buyer of this group.
fn asked(group: &str, lists: &Value, line: &Value) -> Value {
    json!({"currency": {"code": "EUR", "minorUnits": 2}, "buyer": {"group": group, "day": TODAY}, "priceLists": lists, "lines": [line]})
}

#[test]
fn the_engine_takes_prices_from_lists() {
    let shop = list(
        "shop",
        &json!({"prices": [{"productId": "tea", "unit": "bag", "price": "2"}, {"productId": "oil", "price": "7"}]}),
    );
    let key = list("key", &json!({"clientGroups": ["key"], "base": {"list": "shop", "discountPercent": "10"}}));
    let box_of_tea = json!({"id": "1", "item": "tea", "unit": "box", "unitFactor": "20", "quantity": "2"});
    let net = |group: &str, line: Value| {
        answer("price", &plain(&asked(group, &json!([shop, key]), &line)))
            .map(|answer| json_of(&answer)["net"].as_str().unwrap().to_owned())
    };
    assert_eq!(net("key", box_of_tea.clone()).unwrap(), "72.00");
    assert_eq!(net("other", box_of_tea.clone()).unwrap(), "80.00");
    assert_eq!(net("key", json!({"id": "1", "item": "oil", "quantity": "1"})).unwrap(), "6.30");
    assert_eq!(
        net("key", json!({"id": "1", "item": "oil", "unitFactor": "4", "quantity": "1"})).unwrap(),
        "25.20",
        "four stock units"
    );
    assert_eq!(
        net("key", json!({"id": "1", "item": "oil", "quantity": "1", "unitPrice": "5"})).unwrap(),
        "5.00",
        "what a line says goes first"
    );
    let table = json!({"columns": ["id", "item", "unit", "quantity", "unitPrice"], "text": "1\ttea\tbag\t3\t\n2\tice\t\t1\t4\n"});
    let mut request = asked("key", &json!([shop, key]), &Value::Null);
    request["lines"] = table;
    assert_eq!(json_of(&answer("price", &plain(&request)).unwrap())["net"], "9.40");

    let refused =
        |lists: Value, line: Value| answer("price", &plain(&asked("key", &lists, &line))).unwrap_err().to_string();
    let on = |id: &str, base: &str| list(id, &json!({"base": {"list": base}}));
    let good = json!([shop, key]);
    assert_eq!(
        refused(json!([on("a", "b"), on("b", "a")]), box_of_tea.clone()),
        "price_list.circle: priceLists: refused: a > b > a"
    );
    assert_eq!(refused(json!([on("a", "b")]), box_of_tea.clone()), "price_list.base: priceLists: refused: a > b");
    assert_eq!(
        refused(good.clone(), json!({"id": "9", "item": "ice", "quantity": "1"})),
        "record.not_found: priceLists: refused: a list price for line 9, item ice"
    );
    assert_eq!(
        refused(good, json!({"id": "9"})),
        "rule.invalid: lines[0].quantity: missing, should be a decimal number as a string"
    );
    assert_eq!(
        refused(json!([]), box_of_tea),
        "rule.invalid: lines[0].unitPrice: missing, should be a decimal number as a string"
    );
}

#[test]
fn a_request_is_kept_with_the_prices_it_found() {
    let lists = json!([list(
        "shop",
        &json!({"prices": [{"productId": "tea", "unit": "box", "unitFactor": "20", "price": "36"}]})
    )]);
    let line = json!({"id": "1", "item": "tea", "unit": "box", "quantity": "2"});
    let request: sapa::domain::pricing::Request = wire::read(&plain(&asked("x", &lists, &line))).unwrap();
    let kept = json_of(&request.to_wire());
    assert_eq!(kept["priceLists"], Value::Null);
    let expected =
        json!({"id": "1", "item": "tea", "unit": "box", "unitFactor": "20", "quantity": "2", "unitPrice": "36"});
    assert_eq!(kept["lines"], json!([expected]), "how large a box is comes from the list too");
    assert_eq!(wire::read::<sapa::domain::pricing::Request>(&request.to_wire()).unwrap(), request);
}
