//! What is sold, and on what terms.

use rust_decimal::Decimal;

use super::{FromWire, Reader, ToWire, Value, Writer, volume};
use crate::domain::loyalty::Loyalty;
use crate::domain::money::Currency;
use crate::domain::pricing::Scope;
use crate::domain::product::{PriceList, Product, Promotion, Term};

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
            weight: weight(from),
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
            .if_any("weightKg", self.weight.as_ref())
            .flag("discontinued", self.discontinued)
            .end()
    }
}

fn weight(from: &mut Reader<'_>) -> Option<Decimal> {
    let weight = from.decimal_or_none("weightKg");
    if weight.is_some_and(|weight| weight < Decimal::ZERO) {
        from.refuse("weightKg", "zero or more");
    }
    weight
}

/// A price list but for its currency, which hosts write in another way than the device does.
pub fn price_list(from: &mut Reader<'_>, currency: Currency) -> PriceList {
    let (line_tiers, line_scope, line_period) = from.one_with("lineTiers", &volume::line_tiers);
    let (order_tiers, order_period) = from.one_with("orderTiers", &volume::order_tiers);
    let terms: Vec<Term> = from.list("terms");
    let loyalty: Option<Loyalty> = from.one_or_none("loyalty");
    if let Some(loyalty) = &loyalty {
        from.accepted("loyalty", loyalty.check(&terms), ());
    }
    PriceList {
        id: from.text("id"),
        name: from.text("name"),
        version: from.text_or_none("version"),
        currency,
        sample: from.flag_or_false("sample"),
        line_tiers,
        line_scope,
        line_period,
        order_tiers,
        order_period,
        terms,
        tax: from.one_or_none("tax"),
        cash: super::tax::cash(from),
        capital: super::payment::capital(from),
        promotions: from.list_or_empty("promotions"),
        floor: from.one_or_none("floor").unwrap_or_default(),
        authority: super::authority::authority(from),
        credit: from.one_or_none("credit"),
        loyalty,
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
        let line_scope = Some(self.line_scope).filter(|scope| *scope != Scope::Item);
        let mut list = Writer::new();
        list.text("id", &self.id)
            .text("name", &self.name)
            .if_any("version", self.version.as_ref())
            .one("currency", &self.currency)
            .flag("sample", self.sample)
            .value("lineTiers", volume::ladder(&self.line_tiers, line_scope, self.line_period))
            .value("orderTiers", volume::ladder(&self.order_tiers, None, self.order_period))
            .list("terms", &self.terms);
        super::payment::write_capital(&self.capital, &mut list);
        list.if_any("tax", self.tax.as_ref())
            .if_any("cashStep", self.cash.map(|cash| cash.step).as_ref())
            .list_if_any("promotions", &self.promotions)
            .unless_default("floor", &self.floor)
            .if_any("authority", self.authority.as_ref())
            .if_any("credit", self.credit.as_ref())
            .if_any("loyalty", self.loyalty.as_ref())
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
