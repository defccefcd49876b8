use sapa::domain::pricing::{self, Request, RequestLine};
use sapa::wire::{self, ToWire};
use serde_json::{Value, json};

use super::{json_of, plain, refused};
use crate::support::dec;

#[test]
fn a_table_of_lines_says_what_the_records_say() {
    let records = json!([
        {"id": "1", "item": "tea", "brand": "b", "group": "g", "quantity": "2", "unitFactor": "10", "unitPrice": "10.125",
         "per": "stockUnit", "weight": "0.5", "cost": "7", "minPrice": "6", "taxPercent": "19"},
        {"id": "2", "quantity": "-0", "unitPrice": "79228162514264337593543950335"},
    ]);
    let names = "id item brand group quantity unitFactor unitPrice per weight cost minPrice taxPercent unknown";
    let columns: Vec<_> = names.split(' ').collect();
    let cell = |record: &Value, name: &str| record[name].as_str().unwrap_or_default().to_owned();
    let rows = records
        .as_array()
        .unwrap()
        .iter()
        .map(|record| columns.iter().map(|name| cell(record, name)).collect::<Vec<_>>().join("\t"));
    let rows = rows.collect::<Vec<_>>().join("\n");
    let of_records: Request = wire::read(&plain(&request_of(&records))).unwrap();
    for text in [rows.clone(), rows + "\n"] {
        let table = json!({"columns": columns, "text": text});
        assert_eq!(wire::read::<Request>(&plain(&request_of(&table))).unwrap(), of_records);
    }
    let none: Request = wire::read(&plain(&request_of(&json!({"columns": ["id"], "text": ""})))).unwrap();
    assert_eq!(none.lines, []);
}

#[test]
fn an_empty_cell_says_nothing_and_the_last_line_may_end() {
    let line = |id: &str, group: Option<&str>| RequestLine {
        id: id.into(),
        quantity: dec("2"),
        unit_price: dec("1.50"),
        group: group.map(Into::into),
        ..RequestLine::default()
    };
    let check = |text: &str, expected: &[RequestLine]| {
        let table = json!({"columns": ["id", "quantity", "unitPrice", "group"], "text": text});
        assert_eq!(wire::read::<Request>(&plain(&request_of(&table))).unwrap().lines, expected, "{text:?}");
    };
    check("", &[]);
    check("a\t2\t1.50\ttea\n", &[line("a", Some("tea"))]);
    check("a\t2\t1.50\ttea", &[line("a", Some("tea"))]);
    check("a\t2\t1.50\t\nü\t2\t1.50\tété\n", &[line("a", None), line("ü", Some("été"))]);
    check("a\t2\t1.50\t", &[line("a", None)]);
}

#[test]
fn what_is_wrong_with_a_table_is_named() {
    let columns = json!(["id", "quantity", "unitPrice", "per"]);
    for (columns, text, fault) in [
        (&columns, json!("1\t1\t1\t\n2\tx\t1\t"), "lines[1].quantity: not a decimal number as a string"),
        (&columns, json!("1\t\t1\t"), "lines[0].quantity: missing, should be a decimal number as a string"),
        (&columns, json!("1\t1\t1\tdozen"), "lines[0].per: not one of unit, stockUnit, line"),
        (&columns, json!("1\t1\t1\t\n\n"), "lines[1]: not one cell for each column"),
        (&columns, json!("\n"), "lines[0]: not one cell for each column"),
        (&columns, json!("1\t1\t1\n"), "lines[0]: not one cell for each column"),
        (&columns, json!("1\t1\t1\t\t"), "lines[0]: not one cell for each column"),
        (
            &json!(["id", "quantity"]),
            json!("1\t1"),
            "lines[0].unitPrice: missing, should be a decimal number as a string",
        ),
        (&columns, json!(null), "lines.text: missing, should be text"),
        (&json!("id"), json!(""), "lines.columns: not a list of names"),
        (&json!([1]), json!(""), "lines.columns: not a list of names"),
    ] {
        let request = request_of(&json!({"columns": columns, "text": text}));
        assert_eq!(refused::<Request>(&request), ["rule.invalid: ", fault].concat());
    }
}

#[test]
fn the_lines_of_an_answer_come_in_the_columns_that_were_asked_for() {
    let mut asked = request_of(&json!([
        {"id": "1", "quantity": "2", "unitPrice": "10", "taxPercent": "19"},
        {"id": "2", "quantity": "1", "unitPrice": "0.05"},
    ]));
    asked["steps"] = json!([{"id": "a", "kind": "client", "scope": "line", "adjust": {"percent": "5"}}]);
    let priced = pricing::price(&wire::read::<Request>(&plain(&asked)).unwrap()).unwrap();
    let ask = |columns: Value| {
        asked["answer"] = json!({ "columns": columns });
        let plain = plain(&asked);
        let mut reader = wire::Reader::new(&plain);
        let columns = wire::asked_columns(&mut reader);
        reader.settle(columns).map_err(|fault| fault.text())
    };
    let mut ask = ask;
    let columns = ask(json!(["id", "list", "net", "discount", "percent", "tax", "gross"])).unwrap().unwrap();
    let table = wire::PricedTable { priced: &priced, columns: &columns };
    let rows = "1\t20.00\t19.00\t1.00\t5\t3.61\t22.61\n2\t0.05\t0.05\t0.00\t0\t0.00\t0.05\n";
    assert_eq!(table.text(), rows);
    assert_eq!(json_of(&table.to_wire())["net"], "19.05");
    assert_eq!(wire::PricedTable { priced: &priced, columns: &[] }.text(), "");
    let fault = "answer.columns: not a list of some of id, list, net, discount, percent, tax, gross";
    assert_eq!(ask(json!(["effects"])).unwrap_err(), fault);
    assert_eq!(ask(json!("net")).unwrap_err(), "answer.columns: not a list of names");
}

/// A request of these lines and nothing else.
fn request_of(lines: &Value) -> Value {
    json!({"currency": {"code": "EUR", "minorUnits": 2}, "lines": lines})
}
