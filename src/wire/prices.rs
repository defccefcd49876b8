//! The prices that were taken over from a file, from a `priceList` record.

use rust_decimal::Decimal;

use super::{FromWire, Reader, ToWire, Value, Writer};
use crate::domain::import::{ListedPrice, PriceImport};
use crate::domain::money::Currency;

impl FromWire for PriceImport {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        let made = Currency::new(&from.text("currency"), from.count("minorUnits"));
        let currency = from.accepted("currency", made, Currency::NONE);
        let (name, imported) = (from.text("name"), from.date("imported"));
        let prices = from.list("prices");
        let empty = PriceImport::empty(name.clone(), imported, currency);
        from.accepted("prices", PriceImport::new(name, imported, currency, prices), empty)
    }
}

/// The record of this id.
pub fn imported_prices(prices: &PriceImport, id: &str) -> Value {
    Writer::new()
        .text("id", id)
        .text("name", &prices.name)
        .date("imported", prices.imported)
        .text("currency", prices.currency.code())
        .count("minorUnits", prices.currency.minor_units())
        .list("prices", prices.prices())
        .end()
}

impl FromWire for ListedPrice {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        ListedPrice {
            product: from.text("productId"),
            unit: from.text("unit"),
            factor: from.decimal_or_none("unitFactor").unwrap_or(Decimal::ONE),
            group: from.text_or_none("group"),
            price: from.decimal("price"),
            valid_from: from.date_or_none("validFrom"),
            valid_to: from.date_or_none("validTo"),
        }
    }
}

impl ToWire for ListedPrice {
    fn to_wire(&self) -> Value {
        let mut record = Writer::new();
        record.text("productId", &self.product).text("unit", &self.unit).decimal("price", self.price);
        if self.factor != Decimal::ONE {
            record.decimal("unitFactor", self.factor);
        }
        if let Some(group) = &self.group {
            record.text("group", group);
        }
        for (name, day) in [("validFrom", self.valid_from), ("validTo", self.valid_to)] {
            if let Some(day) = day {
                record.date(name, day);
            }
        }
        record.end()
    }
}
