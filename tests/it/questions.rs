//! What the engine refuses to be asked, and what it says then.

use sapa::api::answers::answer;
use sapa::api::sentence::sentence;
use serde_json::{Value, json};

use crate::wire::plain;

fn request() -> Value {
    let step =
        |id: &str, percent: &str| json!({"id": id, "kind": "order", "scope": "order", "adjust": {"percent": percent}});
    json!({
        "currency": {"code": "EUR", "minorUnits": 2},
        "lines": [{"id": "a", "quantity": "2", "unitPrice": "10"}, {"id": "b", "quantity": "1", "unitPrice": "5"}],
        "steps": [step("v", "5"), step("w", "2")],
    })
}

/// What is said of the request once this is in the place of what the pointer leads to.
fn said(pointer: &str, value: Value) -> (&'static str, String) {
    let mut request = request();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let parent = request.pointer_mut(parent).unwrap();
    match parent {
        Value::Array(list) => list[name.parse::<usize>().unwrap()] = value,
        _ => parent[name] = value,
    }
    let error = answer("price", &plain(&request)).expect_err(pointer);
    (error.code(), sentence(&error))
}

#[test]
fn a_refusal_is_a_sentence_that_names_the_place() {
    let step = request()["steps"][0].clone();
    let list = |id: &str, base: &str| json!({"id": id, "currency": "EUR", "minorUnits": 2, "base": {"list": base}});
    for (pointer, value, code, words) in [
        ("/lines/0/quantity", json!("-1"), "number.range", "line “a”"),
        ("/steps/0/adjust/percent", json!("101"), "rule.invalid", "step “v”"),
        ("/lines/1/id", json!("a"), "rule.invalid", "two lines of the id “a”"),
        ("/steps/1", step, "rule.invalid", "two steps of the id “v”"),
        ("/priceLists", json!([list("A", "B"), list("B", "A")]), "price_list.circle", "A > B > A"),
        ("/priceLists", json!([list("A", "B")]), "price_list.base", "A > B"),
        ("/currency/code", json!("euro"), "currency.invalid", "euro"),
        ("/buyer", json!({"day": "2026-02-30"}), "date.invalid", "buyer.day"),
        ("/lines/0/unitPrice", json!(10), "rule.invalid", "lines[0].unitPrice is not a decimal number as a string"),
        ("/lines", Value::Null, "rule.invalid", "lines is missing, should be a list"),
    ] {
        let (refused, text) = said(pointer, value);
        assert_eq!(refused, code, "{pointer}: {text}");
        assert!(text.contains(words), "{pointer}: {text}");
        assert!(text.starts_with(char::is_uppercase) && text.ends_with('.') && text.contains(' '), "{text}");
        assert!(!text.starts_with(code), "a sentence, not the code: {text}");
    }
}

#[test]
fn a_member_nobody_knows_is_refused_by_name() {
    for (pointer, at) in [
        ("/stepz", "stepz"),
        ("/currency/digits", "currency.digits is not a member"),
        ("/lines/1/discount", "lines[1].discount"),
        ("/steps/0/percent", "steps[0].percent"),
        ("/steps/1/adjust/percents", "steps[1].adjust"),
    ] {
        let (code, text) = said(pointer, json!([]));
        assert_eq!(code, "rule.invalid");
        assert!(text.contains(&[": ", at].concat()), "{pointer}: {text}");
        // What is null says nothing, under any name.
        if !pointer.contains("adjust") {
            let mut request = request();
            let (parent, name) = pointer.rsplit_once('/').unwrap();
            request.pointer_mut(parent).unwrap()[name] = Value::Null;
            answer("price", &plain(&request)).unwrap();
        }
    }
    let table = json!({"columns": ["id", "quantity", "unitPrice", "colour"], "text": "a\t1\t1\tred\n"});
    let (code, text) = said("/lines", table);
    assert!(code == "rule.invalid" && text.contains("lines.columns.colour"), "{text}");
    for (call, question) in [
        ("keepMargin", json!({"price": "100", "cost": "60", "marginPercent": "25", "tax": "7"})),
        ("ways", json!({"request": {"stepz": [], "currency": {"code": "EUR", "minorUnits": 2}, "lines": []}})),
        ("reach", json!({"currency": {"code": "EUR", "minorUnits": 2}, "lines": [], "target": "1", "goal": "1"})),
    ] {
        let error = answer(call, &plain(&question)).unwrap_err();
        assert!(sentence(&error).contains("a member that is known here"), "{call}: {error}");
    }
}

#[test]
fn a_hosts_price_list_is_taken_as_it_came() {
    let mut request = request();
    request["priceLists"] = json!([{"id": "A", "name": "A", "currency": "EUR", "minorUnits": 2, "prices": [],
                                    "version": "7", "sample": true, "ext": {"colour": "red"}}]);
    answer("price", &plain(&request)).unwrap();
}

#[test]
fn ids_are_told_apart_in_any_order() {
    let line = |id: usize| json!({"id": id.to_string(), "quantity": "1", "unitPrice": "1"});
    for ids in [vec![1, 2, 9, 10, 11, 100], vec![3, 1, 2], vec![10, 9]] {
        let mut request = request();
        request["lines"] = ids.iter().map(|id| line(*id)).collect();
        answer("price", &plain(&request)).unwrap();
        request["lines"].as_array_mut().unwrap().push(line(ids[0]));
        answer("price", &plain(&request)).expect_err("an id that stands twice");
    }
}
