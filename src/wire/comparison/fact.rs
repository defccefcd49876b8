//! What somebody says of a product.

use crate::domain::comparison::{self, Confidence, Fact, Source, SourceKind, Subject};
use crate::wire::{Choice, FromWire, Reader, ToWire, Value, Writer};

impl FromWire for Fact {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Fact {
            id: from.text("id"),
            subject: subject(from),
            criterion: from.text("criterionId"),
            value: value(from),
            unit: from.text_or_none("unit"),
            source: from.one("source"),
            seen: from.date_or_none("seen"),
            confidence: from.choice("confidence"),
            shareable: from.flag_or_false("shareable"),
            sample: from.flag_or_false("sample"),
        }
    }
}

impl ToWire for Fact {
    fn to_wire(&self) -> Value {
        let (ours, theirs) = match &self.subject {
            Subject::Ours(id) => (Some(id.as_str()), None),
            Subject::Theirs(id) => (None, Some(id.as_str())),
        };
        let (mut number, mut text, mut yes_no) = (Value::Null, Value::Null, Value::Null);
        match &self.value {
            comparison::Value::Number(value) => number = Value::decimal(*value),
            comparison::Value::Text(value) => text = Value::Text(value.clone()),
            comparison::Value::YesNo(value) => yes_no = Value::Bool(*value),
        }
        Writer::new()
            .text("id", &self.id)
            .text_or_null("productId", ours)
            .text_or_null("competitorProductId", theirs)
            .text("criterionId", &self.criterion)
            .value("number", number)
            .value("text", text)
            .value("yesNo", yes_no)
            .text_or_null("unit", self.unit.as_deref())
            .one("source", &self.source)
            .date_or_null("seen", self.seen)
            .choice("confidence", self.confidence)
            .flag("shareable", self.shareable)
            .flag("sample", self.sample)
            .end()
    }
}

fn subject(from: &mut Reader<'_>) -> Subject {
    match (from.text_or_none("productId"), from.text_or_none("competitorProductId")) {
        (Some(id), None) => Subject::Ours(id),
        (None, Some(id)) => Subject::Theirs(id),
        _ => {
            from.refuse("", "a fact of either productId or competitorProductId");
            Subject::Ours(String::new())
        }
    }
}

/// What is claimed. Whether it is of the criterion's kind is seen where the two meet.
fn value(from: &mut Reader<'_>) -> comparison::Value {
    let yes_no = from.has("yesNo").then(|| from.flag_or_false("yesNo"));
    match (from.decimal_or_none("number"), from.text_or_none("text"), yes_no) {
        (Some(number), None, None) => comparison::Value::Number(number),
        (None, Some(text), None) => comparison::Value::Text(text),
        (None, None, Some(flag)) => comparison::Value::YesNo(flag),
        _ => {
            from.refuse("", "a fact with either number, text or yesNo");
            comparison::Value::YesNo(false)
        }
    }
}

impl FromWire for Source {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Source { kind: from.choice("kind"), text: from.text("text") }
    }
}

impl ToWire for Source {
    fn to_wire(&self) -> Value {
        Writer::new().choice("kind", self.kind).text("text", &self.text).end()
    }
}

impl Choice for SourceKind {
    const ALL: &'static [Self] = &[Self::Site, Self::PriceList, Self::ClientSaid, Self::OwnTest, Self::Other];

    fn word(self) -> &'static str {
        match self {
            Self::Site => "site",
            Self::PriceList => "priceList",
            Self::ClientSaid => "clientSaid",
            Self::OwnTest => "ownTest",
            Self::Other => "other",
        }
    }
}

impl Choice for Confidence {
    const ALL: &'static [Self] = &[Self::Low, Self::Medium, Self::High];

    fn word(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}
