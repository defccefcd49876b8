/// Records as the device keeps them.
mod stored;

/// Single values: numbers with all their digits, and the words of every choice.
mod value;

/// Plain data as JSON text.
mod json;

/// What a request for prices means, member by member.
mod request;

/// What the answer to it says.
mod answer;

/// Lines of a request, and of an answer, as tables of text.
mod table;

/// What is wrong, and by which path it is found.
mod faults;

/// What a host sends and is sent: its catalogue, and quotes.
mod host;

use sapa::domain::error::Code;
use sapa::wire::{self, FromWire, ToWire};
use serde_json::{Value, json};

/// Reads the value and writes it again: what comes out is what is meant to be stored.
fn check<T: FromWire + ToWire>(value: &Value, expected: &Value) {
    let read: T = wire::read(&plain(value)).unwrap_or_else(|fault| panic!("{value}: {fault}"));
    assert_eq!(&json_of(&read.to_wire()), expected);
}

fn refused<T: FromWire>(value: &Value) -> String {
    wire::read::<T>(&plain(value)).map(|_| ()).expect_err("should have been refused").or(Code::RuleInvalid).to_string()
}

fn quote() -> Value {
    json!({
        "id": "q1", "client": "ALFKI", "created": "1998-05-07", "currency": {"code": "USD", "minorUnits": 2},
        "lines": [{"product": "1", "name": "Chai", "quantity": "2.5", "price": "18.00", "net": "44.10"}],
        "term": null, "manualPercent": "2", "list": "45.00", "net": "44.10", "note": "by Friday",
    })
}

fn tax() -> Value {
    json!({"rates": [{"percent": "19", "net": "44.10", "tax": "8.38"}], "tax": "8.38", "gross": "52.48"})
}

fn payment() -> Value {
    let payments = json!([{"due": "1998-05-07", "amount": "20"}, {"due": "1998-06-06", "amount": "33"}]);
    json!({"due": "52.48", "payments": payments, "total": "53", "interest": "0.52"})
}

pub(crate) fn plain(json: &Value) -> wire::Value {
    match json {
        Value::Null => wire::Value::Null,
        Value::Bool(flag) => wire::Value::Bool(*flag),
        Value::Number(number) => wire::Value::Number(number.as_f64().unwrap()),
        Value::String(text) => wire::Value::Text(text.clone()),
        Value::Array(values) => wire::Value::List(values.iter().map(plain).collect()),
        Value::Object(fields) => {
            wire::Value::Record(fields.iter().map(|(name, value)| (name.clone().into(), plain(value))).collect())
        }
    }
}

pub(crate) fn json_of(value: &wire::Value) -> Value {
    match value {
        wire::Value::Null => Value::Null,
        wire::Value::Bool(flag) => json!(flag),
        // Every number of ours is a count.
        wire::Value::Number(number) => json!(number.to_string().parse::<u64>().unwrap()),
        wire::Value::Text(text) => json!(text),
        wire::Value::List(values) => values.iter().map(json_of).collect(),
        wire::Value::Record(fields) => fields.iter().map(|(name, value)| (name.to_string(), json_of(value))).collect(),
    }
}
