//! The offer: being written, and as it was made.

use super::{FromWire, Reader, ToWire, Value, Writer};
use crate::domain::quote::{Draft, DraftLine, FreeLine, Quote, QuotedLine};

impl FromWire for Draft {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Draft {
            client: from.text_or_none("client"),
            lines: from.list_or_empty("lines"),
            term: from.text_or_none("term"),
            manual_percent: from.decimal_or_none("manualPercent").unwrap_or_default(),
            coupon: from.text_or_none("coupon"),
            arrangement: from.list_or_empty("arrangement"),
            thresholds: from.choice_or_default("thresholds"),
            approval: from.text_or_none("approval"),
            note: from.text_or_none("note").unwrap_or_default(),
            others: from.list_or_empty("others"),
            place: if from.has("place") { from.count("place") as usize } else { 0 },
        }
    }
}

impl ToWire for Draft {
    fn to_wire(&self) -> Value {
        let mut draft = Writer::new();
        draft
            .text_or_null("client", self.client.as_deref())
            .list("lines", &self.lines)
            .text_or_null("term", self.term.as_deref())
            .decimal("manualPercent", self.manual_percent)
            .if_any("coupon", self.coupon.as_ref())
            .list_if_any("arrangement", &self.arrangement)
            .choice_unless_default("thresholds", self.thresholds)
            .if_any("approval", self.approval.as_ref())
            .text("note", &self.note);
        if !self.others.is_empty() {
            draft.list("others", &self.others).count("place", u32::try_from(self.place).unwrap_or_default());
        }
        draft.end()
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
            free: from.list_or_empty("free"),
            coupon: from.text_or_none("coupon"),
            tax: from.one_or_none("tax"),
            payment: from.one_or_none("payment"),
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
            .list_if_any("free", &self.free)
            .if_any("coupon", self.coupon.as_ref())
            .if_any("tax", self.tax.as_ref())
            .if_any("payment", self.payment.as_ref())
            .text("note", &self.note)
            .end()
    }
}

impl FromWire for FreeLine {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        FreeLine { product: from.text("product"), name: from.text("name"), quantity: from.decimal("quantity") }
    }
}

impl ToWire for FreeLine {
    fn to_wire(&self) -> Value {
        Writer::new().text("product", &self.product).text("name", &self.name).decimal("quantity", self.quantity).end()
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
