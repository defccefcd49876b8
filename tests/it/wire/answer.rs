use sapa::domain::pricing::{self, Request};
use sapa::wire::{self, ToWire};
use serde_json::json;

use super::{json_of, plain};

#[test]
fn the_answer_says_why_a_rule_does_not_hold_and_what_is_free() {
    let request: Request = wire::read(&plain(&json!({
        "currency": {"code": "EUR", "minorUnits": 2},
        "lines": [{"id": "1", "quantity": "20", "unitPrice": "10", "taxPercent": "20"}],
        "steps": [
            {"id": "big", "kind": "promotion", "scope": "order", "adjust": {"percent": "5"},
             "when": {"thresholds": [{"measure": "amount", "from": "500"}]}},
            {"id": "gift", "kind": "promotion", "scope": "line", "adjust": {"free": {"slabs": [{"from": "10", "free": "1"}], "recurring": true}}},
        ],
    })))
    .unwrap();
    let answer = json_of(&pricing::price(&request).unwrap().to_wire());
    assert_eq!(answer["waterfall"][0]["unmet"], json!({"reason": "below", "measure": "amount", "missing": "300.00"}));
    assert_eq!(answer["free"], json!([{"step": "gift", "line": "1", "item": null, "quantity": "2", "worth": "20"}]));
    assert_eq!(answer["taxed"], json!({"net": "200.00", "tax": "40.00", "gross": "240.00", "discount": "0.00"}));
}

#[test]
fn the_answer_is_written_with_decimal_strings() {
    let request: Request = wire::read(&plain(&json!({
        "currency": {"code": "EUR", "minorUnits": 2},
        "lines": [{"id": "1", "quantity": "2", "unitPrice": "10"}],
        "steps": [{"id": "a", "kind": "order", "scope": "order",
                   "adjust": {"tiers": {"measure": "amount", "bands": [{"from": "10", "percent": "5"}, {"from": "50", "percent": "6"}]}}}],
        "deferral": {"days": 365, "annualPercent": "25", "yearDays": 365},
    })))
    .unwrap();
    let expected = json!({
        "lines": [{"id": "1", "list": "20.00", "net": "19.00", "discount": "1.00", "percent": "5", "tax": "0.00", "gross": "19.00", "effects": ["-1.00"]}],
        "list": "20.00", "net": "19.00", "discount": "1.00", "percent": "5",
        "waterfall": [{"step": "a", "kind": "order", "amount": "-1.00", "percent": "5", "unmet": null, "unplaced": "0"}],
        "free": [], "taxed": {"net": "19.00", "tax": "0.00", "gross": "19.00", "discount": "1.00"},
        "next": [{"step": "a", "line": null, "measure": "amount", "from": "50", "missing": "30.00", "percent": "6", "nowPercent": "5"}],
        "deferral": {"presentValue": "15.20", "cost": "3.80", "costPercent": "20", "effectivePercent": "24"},
    });
    assert_eq!(json_of(&pricing::price(&request).unwrap().to_wire()), expected);
}
