//! What is sold, and on what terms.

use super::{FromWire, Reader, ToWire, Value, Writer};
use crate::domain::money::Currency;
use crate::domain::product::{PriceList, Product, Term};

impl FromWire for Product {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Product {
            id: from.text("id"),
            sku: from.text("sku"),
            name: from.text("name"),
            unit: from.text("unit"),
            category: from.text("category"),
            price: from.decimal("price"),
            cost: from.decimal_or_none("cost"),
            discontinued: from.flag_or_false("discontinued"),
        }
    }
}

impl ToWire for Product {
    fn to_wire(&self) -> Value {
        Writer::new()
            .text("id", &self.id)
            .text("sku", &self.sku)
            .text("name", &self.name)
            .text("unit", &self.unit)
            .text("category", &self.category)
            .decimal("price", self.price)
            .decimal_or_null("cost", self.cost)
            .flag("discontinued", self.discontinued)
            .end()
    }
}

/// A price list but for its currency, which hosts write in another way than the device does.
pub fn price_list(from: &mut Reader<'_>, currency: Currency) -> PriceList {
    PriceList {
        id: from.text("id"),
        name: from.text("name"),
        currency,
        sample: from.flag_or_false("sample"),
        line_tiers: from.one("lineTiers"),
        order_tiers: from.one("orderTiers"),
        terms: from.list("terms"),
        cost_of_capital_percent: from.decimal("costOfCapitalPercent"),
    }
}

impl FromWire for PriceList {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        let currency = from.one("currency");
        price_list(from, currency)
    }
}

impl ToWire for PriceList {
    fn to_wire(&self) -> Value {
        Writer::new()
            .text("id", &self.id)
            .text("name", &self.name)
            .one("currency", &self.currency)
            .flag("sample", self.sample)
            .one("lineTiers", &self.line_tiers)
            .one("orderTiers", &self.order_tiers)
            .list("terms", &self.terms)
            .decimal("costOfCapitalPercent", self.cost_of_capital_percent)
            .end()
    }
}

impl FromWire for Term {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Term { id: from.text("id"), days: from.count("days"), percent: from.decimal("percent") }
    }
}

impl ToWire for Term {
    fn to_wire(&self) -> Value {
        Writer::new().text("id", &self.id).count("days", self.days).decimal("percent", self.percent).end()
    }
}
