use sapa::domain::client::Client;
use sapa::domain::money::Currency;
use sapa::domain::pricing::{self, Request};
use sapa::domain::product::{PriceList, Product};
use sapa::domain::quote::{Draft, Quote};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

/// Reads the value and writes it again: what comes out is what is meant to be stored.
fn check<T: Serialize + DeserializeOwned>(value: &Value, expected: &Value) {
    let read: T = serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{value}: {error}"));
    assert_eq!(&serde_json::to_value(read).unwrap(), expected);
}

fn refused<T: DeserializeOwned>(value: &Value) -> String {
    serde_json::from_value::<T>(value.clone()).map(|_| ()).expect_err("should have been refused").to_string()
}

#[test]
fn absent_fields_have_their_meaning() {
    check::<Client>(
        &json!({"id": "ALFKI", "name": "Alfreds"}),
        &json!({"id": "ALFKI", "name": "Alfreds", "contact": null, "city": null, "country": null, "group": null,
                "discountPercent": "0", "term": null}),
    );
    check::<Draft>(&json!({}), &json!({"client": null, "lines": [], "term": null, "manualPercent": "0", "note": ""}));
    check::<Product>(
        &json!({"id": "1", "sku": "1", "name": "Chai", "unit": "box", "category": "Tea", "price": "18.00"}),
        &json!({"id": "1", "sku": "1", "name": "Chai", "unit": "box", "category": "Tea", "price": "18.00", "cost": null,
                "discontinued": false}),
    );
}

#[test]
fn whole_records_survive() {
    let list = json!({
        "id": "default", "name": "List", "currency": {"code": "KWD", "minorUnits": 3}, "sample": true,
        "lineTiers": {"mode": "allUnits", "measure": "quantity", "bands": [{"from": "10", "percent": "2.5"}]},
        "orderTiers": {"mode": "slab", "measure": "amount", "bands": []},
        "terms": [{"id": "net60", "days": 60, "percent": "-0.75"}], "costOfCapitalPercent": "18",
    });
    check::<PriceList>(&list, &list);
    let quote = json!({
        "id": "q1", "client": "ALFKI", "created": "1998-05-07", "currency": {"code": "USD", "minorUnits": 2},
        "lines": [{"product": "1", "name": "Chai", "quantity": "2.5", "price": "18.00", "net": "44.10"}],
        "term": null, "manualPercent": "2", "list": "45.00", "net": "44.10", "note": "by Friday",
    });
    check::<Quote>(&quote, &quote);
    let request = json!({
        "currency": {"code": "EUR", "minorUnits": 2}, "rounding": "halfEven", "allocation": "remainderToLast",
        "lines": [{"id": "1", "group": null, "quantity": "1", "unitPrice": "10", "cost": "7.5"}],
        "steps": [
            {"id": "a", "kind": "promotion", "scope": "line", "basis": "list", "adjust": {"percent": "5"}},
            {"id": "b", "kind": "coupon", "scope": "order", "basis": "running", "adjust": {"amount": "1"}},
            {"id": "c", "kind": "volume", "scope": "group", "basis": "running",
             "adjust": {"tiers": {"mode": "slab", "measure": "quantity", "bands": [{"from": "5", "percent": "3"}]}}},
        ],
        "deferral": {"days": 30, "annualPercent": "12", "method": "bank", "yearDays": 360},
    });
    check::<Request>(&request, &request);
}

#[test]
fn the_answer_is_written_with_decimal_strings() {
    let request: Request = serde_json::from_value(json!({
        "currency": {"code": "EUR", "minorUnits": 2},
        "lines": [{"id": "1", "quantity": "2", "unitPrice": "10"}],
        "steps": [{"id": "a", "kind": "order", "scope": "order",
                   "adjust": {"tiers": {"measure": "amount", "bands": [{"from": "10", "percent": "5"}, {"from": "50", "percent": "6"}]}}}],
        "deferral": {"days": 365, "annualPercent": "25", "yearDays": 365},
    }))
    .unwrap();
    let expected = json!({
        "lines": [{"id": "1", "list": "20.00", "net": "19.00", "discount": "1.00", "percent": "5", "effects": ["-1.00"]}],
        "list": "20.00", "net": "19.00", "discount": "1.00", "percent": "5",
        "waterfall": [{"step": "a", "kind": "order", "amount": "-1.00", "percent": "5"}],
        "next": [{"step": "a", "line": null, "measure": "amount", "from": "50", "missing": "30.00", "percent": "6", "nowPercent": "5"}],
        "deferral": {"presentValue": "15.20", "cost": "3.80", "costPercent": "20", "effectivePercent": "24"},
    });
    assert_eq!(serde_json::to_value(pricing::price(&request).unwrap()).unwrap(), expected);
}

#[test]
fn money_is_never_a_binary_float() {
    let product =
        |price: Value| json!({"id": "1", "sku": "1", "name": "C", "unit": "box", "category": "T", "price": price});
    check::<Product>(&product(json!("0.1")), &{
        let mut full = product(json!("0.1"));
        full["cost"] = Value::Null;
        full["discontinued"] = json!(false);
        full
    });
    for price in [
        json!(0.1),
        json!(18),
        json!("1e3"),
        json!("1,5"),
        json!(""),
        Value::Null,
        json!("99999999999999999999999999999999"),
    ] {
        assert!(refused::<Product>(&product(price.clone())).contains("decimal number as a string"), "{price}");
    }
    let mut cost = product(json!("1"));
    cost["cost"] = json!(0.5);
    assert!(refused::<Product>(&cost).contains("decimal number as a string"));
    assert!(refused::<Currency>(&json!({"code": "usd", "minorUnits": 2})).contains("currency.invalid"));
    assert!(refused::<Draft>(&json!({"lines": [{"key": 1, "product": "1"}]})).contains("quantity"));
}
