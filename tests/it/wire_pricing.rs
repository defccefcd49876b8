//! Requests as they are stored: written and read again they are the same, and they say no more than they must.

/// Any request at all.
mod any;

use proptest::prelude::*;
use sapa::domain::pricing::{Adjust, Request, Step};
use sapa::wire::{self, ToWire};
use serde_json::{Value, json};

use crate::support::{currency, dec, line};
use crate::wire::{json_of, plain};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_request_survives_being_stored(request in any::request()) {
        let stored = request.to_wire();
        prop_assert_eq!(wire::read::<Request>(&stored).unwrap(), request);
    }

    #[test]
    fn a_step_survives_a_store_that_knows_json_alone(step in any::step()) {
        let json = json_text(&step.to_wire());
        let read: Value = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(wire::read::<Step>(&plain(&read)).unwrap(), step);
    }

    #[test]
    fn what_is_written_says_no_default(step in any::step()) {
        let wire::Value::Record(fields) = step.to_wire() else { panic!("a step is a record") };
        for (name, value) in fields {
            prop_assert!(!says_nothing(&value), "{name}");
        }
    }
}

fn json_text(value: &wire::Value) -> String {
    serde_json::to_string(value).unwrap()
}

/// Whether the value is what its absence would mean.
fn says_nothing(value: &wire::Value) -> bool {
    match value {
        wire::Value::Null | wire::Value::Bool(false) => true,
        wire::Value::List(values) => values.is_empty(),
        wire::Value::Record(fields) => fields.is_empty(),
        wire::Value::Number(number) => *number == 0.0,
        wire::Value::Text(_) | wire::Value::Bool(true) => false,
    }
}

#[test]
fn defaults_are_left_out() {
    let plain_step = Step { id: "a".into(), adjust: Adjust::Percent(dec("5")), ..Step::default() };
    let request = Request { lines: vec![line(1, "2", "1.50")], steps: vec![plain_step], ..Request::new(currency(2)) };
    assert_eq!(
        json_of(&request.to_wire()),
        json!({"currency": {"code": "XXX", "minorUnits": 2},
               "lines": [{"id": "1", "quantity": "2", "unitPrice": "1.50"}],
               "steps": [{"id": "a", "kind": "promotion", "scope": "line", "adjust": {"percent": "5"}}]})
    );
}

#[test]
fn a_whole_step_is_written_under_the_names_it_is_read_by() {
    let json = json!({
        "id": "may", "kind": "promotion", "scope": "item", "basis": "list", "combine": "max",
        "goods": {"lines": ["1"], "items": ["chai"], "groups": ["tea"], "priceFrom": "1", "priceTo": "20"},
        "when": {"validFrom": "2026-05-01", "validTo": "2026-05-31", "clientGroups": ["retail"],
                 "thresholds": [{"of": {"groups": ["tea"]}, "measure": "quantity", "over": "line", "from": "10",
                                 "to": "90", "prior": "5", "hintFrom": "2"}]},
        "limit": {"units": "9", "unitsPerLine": "3", "pick": "cheapest", "reduced": "same", "amount": "4",
                  "amountWithTax": true},
        "exclusive": "spring", "priority": 3,
        "adjust": {"buyGet": {"buy": "2", "get": "1", "most": "4", "percent": "50", "pick": "dearest"}},
    });
    let step: Step = wire::read(&plain(&json)).unwrap();
    assert_eq!(json_of(&step.to_wire()), json);
}

#[test]
fn competing_rules_are_written_under_the_names_they_are_read_by() {
    let json = json!({"id": "set", "kind": "promotion", "scope": "line", "adjust": {"rules": {
        "model": "compoundWithinPriority",
        "rules": [
            {"id": "any", "grant": {"percent": "1"}},
            {"id": "tea", "for": {"item": "chai", "group": "tea", "brand": "Mill", "client": "ALFKI", "clientGroup": "key",
                                  "territory": "DE", "campaign": "fair"},
             "fromQuantity": "2", "toQuantity": "9", "priority": 0, "joins": "stacks", "grant": {"amount": "0.5"}},
            {"id": "price", "joins": "excludes", "grant": {"unitPrice": "8"}},
            {"id": "half", "grant": {"factor": "0.5"}},
        ],
    }}});
    let step: Step = wire::read(&plain(&json)).unwrap();
    assert_eq!(json_of(&step.to_wire()), json);
    let Adjust::Rules(set) = &step.adjust else { panic!("a set of rules") };
    assert_eq!((set.rules[0].priority, set.rules[1].priority), (None, Some(0)), "no rank is below all others");

    let check = |pointer: &str, value: Value, fault: &str| {
        let mut wrong = json.clone();
        *wrong.pointer_mut(pointer).unwrap() = value;
        assert_eq!(wire::read::<Step>(&plain(&wrong)).unwrap_err().text(), fault);
    };
    let rule = "/adjust/rules/rules/1";
    check(
        "/adjust/rules/model",
        json!("best"),
        "adjust.rules.model: not one of mostSpecific, firstMatch, compoundWithinPriority, bestWithinPriority, exclusiveFirst",
    );
    check(
        &format!("{rule}/for"),
        json!({"shelf": "1"}),
        "adjust.rules.rules[1].for.shelf: not one of item, group, brand, client, clientGroup, territory, campaign",
    );
    check(
        &format!("{rule}/grant"),
        json!({"free": "1"}),
        "adjust.rules.rules[1].grant: not a record of one of percent, amount, unitPrice, factor",
    );
    check(&format!("{rule}/priority"), json!("1"), "adjust.rules.rules[1].priority: not a whole number");
    check(&format!("{rule}/joins"), json!(true), "adjust.rules.rules[1].joins: not one of alone, stacks, excludes");
    check("/adjust/rules/rules", Value::Null, "adjust.rules.rules: missing, should be a list");
}

#[test]
fn a_rank_is_a_whole_number() {
    let with = |priority: Value| json!({"id": "a", "kind": "client", "scope": "line", "adjust": {"percent": "1"}, "priority": priority});
    let rank = |priority: Value| wire::read::<Step>(&plain(&with(priority))).map(|step| step.priority);
    assert_eq!(rank(json!(-2)), Ok(-2));
    assert_eq!(rank(Value::Null), Ok(0));
    for wrong in [json!(0.5), json!("1"), json!(2_147_483_648_u32), json!(f64::MAX)] {
        assert_eq!(rank(wrong.clone()).unwrap_err().text(), "priority: not a whole number", "{wrong}");
    }
}
