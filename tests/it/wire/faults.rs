use sapa::domain::client::Client;
use sapa::domain::money::Currency;
use sapa::domain::pricing::Request;
use sapa::domain::quote::{Draft, Quote};
use serde_json::{Value, json};

use super::{quote, refused};

#[test]
fn a_fault_is_told_by_its_path() {
    let line = |quantity: Value| json!({"key": 1, "product": "1", "quantity": quantity});
    let quantity = "rule.invalid: lines[1].quantity: not a decimal number as a string";
    assert_eq!(
        refused::<Draft>(&json!({"lines": [line(json!("1")), line(json!(1))], "note": 7})),
        quantity,
        "the first"
    );

    for (field, value, text) in [
        ("lines", json!({}), "rule.invalid: lines: not a list"),
        ("lines", Value::Null, "rule.invalid: lines: missing, should be a list"),
        ("lines", json!([[]]), "rule.invalid: lines[0]: not a record"),
        (
            "tax",
            json!({"rates": [], "tax": "0"}),
            "rule.invalid: tax.gross: missing, should be a decimal number as a string",
        ),
        ("payment", json!({"due": "1"}), "rule.invalid: payment.payments: missing, should be a list"),
        ("list", json!("1,5"), "rule.invalid: list: not a decimal number as a string"),
        ("id", json!(7), "rule.invalid: id: not text"),
        ("created", json!("1998-02-30"), "date.invalid: created: refused: no such day"),
        ("currency", json!("USD"), "rule.invalid: currency: not a record"),
        ("currency", Value::Null, "rule.invalid: currency: missing, should be a record"),
        ("currency", json!({"code": "USD"}), "rule.invalid: currency.minorUnits: missing, should be a whole number"),
        ("currency", json!({"code": "U", "minorUnits": 2}), "currency.invalid: currency.code: refused: U"),
    ] {
        let mut broken = quote();
        broken[field] = value;
        assert_eq!(refused::<Quote>(&broken), text);
    }
    for count in [json!(-1), json!(0.5), json!(4_294_967_296_u64), json!("2"), json!(f64::NAN)] {
        let text = refused::<Currency>(&json!({"code": "USD", "minorUnits": count}));
        assert!(text.ends_with("a whole number"), "{count}: {text}");
    }
    assert_eq!(refused::<Client>(&json!("ALFKI")), "rule.invalid: not a record");
}

#[test]
fn a_rule_is_of_one_known_shape() {
    let request = |step: Value| {
        json!({"currency": {"code": "EUR", "minorUnits": 2}, "lines": [],
               "steps": [{"id": "a", "kind": "order", "scope": "order", "adjust": step}]})
    };
    let shape = "rule.invalid: steps[0].adjust: not a record of one of percent, amount, factor, unitPrice, tiers, package, buyGet, free, rules";
    for adjust in [json!({}), json!({"percent": "1", "amount": "1"}), json!({"price": "1"}), json!(["percent"])] {
        assert_eq!(refused::<Request>(&request(adjust.clone())), shape, "{adjust}");
    }
    assert!(refused::<Request>(&request(json!("percent"))).ends_with("steps[0].adjust: not a record"));
    let ladder = json!({"tiers": {"mode": "none", "measure": "amount", "bands": []}});
    let mode = "rule.invalid: steps[0].adjust.tiers.mode: not one of allUnits, slab";
    assert_eq!(refused::<Request>(&request(ladder)), mode);
}
