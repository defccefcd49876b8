//! The offer: being written, and as it was made.

use super::{FromWire, Reader, ToWire, Value, Writer};
use crate::domain::quote::{Draft, DraftLine, Quote, QuotedLine};

impl FromWire for Draft {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Draft {
            client: from.text_or_none("client"),
            lines: from.list_or_empty("lines"),
            term: from.text_or_none("term"),
            manual_percent: from.decimal_or_none("manualPercent").unwrap_or_default(),
            note: from.text_or_none("note").unwrap_or_default(),
        }
    }
}

impl ToWire for Draft {
    fn to_wire(&self) -> Value {
        Writer::new()
            .text_or_null("client", self.client.as_deref())
            .list("lines", &self.lines)
            .text_or_null("term", self.term.as_deref())
            .decimal("manualPercent", self.manual_percent)
            .text("note", &self.note)
            .end()
    }
}

impl FromWire for DraftLine {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        DraftLine { key: from.count("key"), product: from.text("product"), quantity: from.decimal("quantity") }
    }
}

impl ToWire for DraftLine {
    fn to_wire(&self) -> Value {
        Writer::new().count("key", self.key).text("product", &self.product).decimal("quantity", self.quantity).end()
    }
}

impl FromWire for Quote {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Quote {
            id: from.text("id"),
            client: from.text("client"),
            created: from.date("created"),
            currency: from.one("currency"),
            lines: from.list("lines"),
            term: from.text_or_none("term"),
            manual_percent: from.decimal_or_none("manualPercent").unwrap_or_default(),
            list: from.decimal("list"),
            net: from.decimal("net"),
            note: from.text_or_none("note").unwrap_or_default(),
        }
    }
}

impl ToWire for Quote {
    fn to_wire(&self) -> Value {
        Writer::new()
            .text("id", &self.id)
            .text("client", &self.client)
            .text("created", &self.created.to_string())
            .one("currency", &self.currency)
            .list("lines", &self.lines)
            .text_or_null("term", self.term.as_deref())
            .decimal("manualPercent", self.manual_percent)
            .decimal("list", self.list)
            .decimal("net", self.net)
            .text("note", &self.note)
            .end()
    }
}

impl FromWire for QuotedLine {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        QuotedLine {
            product: from.text("product"),
            name: from.text("name"),
            quantity: from.decimal("quantity"),
            price: from.decimal("price"),
            net: from.decimal("net"),
        }
    }
}

impl ToWire for QuotedLine {
    fn to_wire(&self) -> Value {
        Writer::new()
            .text("product", &self.product)
            .text("name", &self.name)
            .decimal("quantity", self.quantity)
            .decimal("price", self.price)
            .decimal("net", self.net)
            .end()
    }
}
