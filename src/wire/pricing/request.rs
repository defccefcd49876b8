//! What is to be priced.

use crate::domain::pricing::{Deferral, Request, RequestLine};
use crate::wire::{FromWire, Reader, ToWire, Value, Writer};

impl FromWire for Request {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Request {
            rounding: from.choice_or_default("rounding"),
            allocation: from.choice_or_default("allocation"),
            lines: from.list("lines"),
            steps: from.list_or_empty("steps"),
            deferral: from.one_or_none("deferral"),
            ..Request::new(from.one("currency"))
        }
    }
}

impl ToWire for Request {
    fn to_wire(&self) -> Value {
        Writer::new()
            .one("currency", &self.currency)
            .choice("rounding", self.rounding)
            .choice("allocation", self.allocation)
            .list("lines", &self.lines)
            .list("steps", &self.steps)
            .one_or_null("deferral", self.deferral.as_ref())
            .end()
    }
}

impl FromWire for RequestLine {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        RequestLine {
            id: from.text("id").into(),
            item: from.text_or_none("item"),
            group: from.text_or_none("group"),
            quantity: from.decimal("quantity"),
            unit_price: from.decimal("unitPrice"),
            cost: from.decimal_or_none("cost"),
            weight: from.decimal_or_none("weight").unwrap_or_default(),
            ..RequestLine::default()
        }
    }
}

impl ToWire for RequestLine {
    fn to_wire(&self) -> Value {
        Writer::new()
            .text("id", &self.id)
            .text_or_null("item", self.item.as_deref())
            .text_or_null("group", self.group.as_deref())
            .decimal("quantity", self.quantity)
            .decimal("unitPrice", self.unit_price)
            .decimal_or_null("cost", self.cost)
            .decimal("weight", self.weight)
            .end()
    }
}

impl FromWire for Deferral {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Deferral {
            days: from.count("days"),
            annual_percent: from.decimal("annualPercent"),
            method: from.choice_or_default("method"),
            year_days: from.count("yearDays"),
        }
    }
}

impl ToWire for Deferral {
    fn to_wire(&self) -> Value {
        Writer::new()
            .count("days", self.days)
            .decimal("annualPercent", self.annual_percent)
            .choice("method", self.method)
            .count("yearDays", self.year_days)
            .end()
    }
}
