//! Ours beside theirs: the age of facts, the grid for us and for a client, the score, the conclusion, the cards.

/// Cards against what clients say: found, and short.
mod cards;

/// Facts, how old they are, and who may see them.
mod facts;

/// The score, and the conclusion from it.
mod score;

use sapa::domain::comparison::*;

use crate::support::{day, dec};

const TODAY: &str = "1998-05-07";

pub(crate) fn number(id: &str, direction: Direction, weight: i64) -> Criterion {
    Criterion {
        direction: Some(direction),
        weight: weight.into(),
        unit: Some("USD".into()),
        ..Criterion::new(id, id, Kind::Number, Topic::Price)
    }
}

fn subject(name: &str) -> Subject {
    if name == "chai" { Subject::Ours(name.into()) } else { Subject::Theirs(name.into()) }
}

/// A fact seen yesterday that may be shared.
pub(crate) fn fact(product: &str, criterion: &str, value: Value) -> Fact {
    Fact { seen: Some(day("1998-05-06")), shareable: true, ..Fact::new("", subject(product), criterion, value) }
}

fn price(product: &str, value: &str) -> Fact {
    fact(product, "price", Value::Number(dec(value)))
}

pub(crate) fn sheet<'a>(theirs: &'a [&'a str], criteria: &'a [Criterion], facts: &'a [Fact]) -> Sheet<'a> {
    Sheet { ours: "chai", theirs, criteria, facts, shelf_life: ShelfLife::default(), today: day(TODAY) }
}

fn to_owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}
