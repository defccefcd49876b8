//! What is sold, and on what terms.

use super::{FromWire, Reader, ToWire, Value, Writer};
use crate::domain::money::Currency;
use crate::domain::product::{PriceList, Product, Promotion};

impl FromWire for Product {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Product {
            id: from.text("id"),
            sku: from.text("sku"),
            name: from.text("name"),
            unit: from.text("unit"),
            category: from.text("category"),
            tax_class: from.text_or_none("taxClass"),
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
            .if_any("taxClass", self.tax_class.as_ref())
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
        version: from.text_or_none("version"),
        currency,
        sample: from.flag_or_false("sample"),
        line_tiers: from.one("lineTiers"),
        order_tiers: from.one("orderTiers"),
        terms: from.list("terms"),
        tax: from.one_or_none("tax"),
        cash: super::tax::cash(from),
        capital: super::payment::capital(from),
        promotions: from.list_or_empty("promotions"),
        floor: from.one_or_none("floor").unwrap_or_default(),
        authority: super::authority::authority(from),
        credit: from.one_or_none("credit"),
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
        let mut list = Writer::new();
        list.text("id", &self.id)
            .text("name", &self.name)
            .if_any("version", self.version.as_ref())
            .one("currency", &self.currency)
            .flag("sample", self.sample)
            .one("lineTiers", &self.line_tiers)
            .one("orderTiers", &self.order_tiers)
            .list("terms", &self.terms);
        super::payment::write_capital(&self.capital, &mut list);
        list.if_any("tax", self.tax.as_ref())
            .if_any("cashStep", self.cash.map(|cash| cash.step).as_ref())
            .list_if_any("promotions", &self.promotions)
            .unless_default("floor", &self.floor)
            .if_any("authority", self.authority.as_ref())
            .if_any("credit", self.credit.as_ref())
            .end()
    }
}

impl FromWire for Promotion {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Promotion { name: from.text("name"), coupon: from.text_or_none("coupon"), step: from.one("step") }
    }
}

impl ToWire for Promotion {
    fn to_wire(&self) -> Value {
        Writer::new().text("name", &self.name).if_any("coupon", self.coupon.as_ref()).one("step", &self.step).end()
    }
}
