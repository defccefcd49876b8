//! Price lists, as a host's `priceList` records and in a request to the engine.

use rust_decimal::Decimal;

use super::{FromWire, Reader, ToWire, Value, Writer};
use crate::domain::money::Currency;
use crate::domain::pricing::{BookEntry, BookList, Formula, ListBase};

impl FromWire for BookList {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        let made = Currency::new(&from.text("currency"), from.count("minorUnits"));
        let currency = from.accepted("currency", made, Currency::NONE);
        // A list may be handed on as the host's record it is.
        for member in ["version", "ext", "sample"] {
            from.has(member);
        }
        BookList {
            name: from.text_or_none("name").unwrap_or_default(),
            client_groups: from.list_or_empty("clientGroups"),
            valid_from: from.date_or_none("validFrom"),
            valid_to: from.date_or_none("validTo"),
            base: from.one_or_none("base"),
            entries: from.list_or_empty("prices"),
            ..BookList::new(&from.text("id"), currency)
        }
    }
}

impl ToWire for BookList {
    fn to_wire(&self) -> Value {
        Writer::new()
            .text("id", &self.id)
            .text("name", &self.name)
            .text("currency", self.currency.code())
            .count("minorUnits", self.currency.minor_units())
            .list_if_any("clientGroups", &self.client_groups)
            .if_any("validFrom", self.valid_from.as_ref())
            .if_any("validTo", self.valid_to.as_ref())
            .if_any("base", self.base.as_ref())
            .list("prices", &self.entries)
            .end()
    }
}

impl FromWire for BookEntry {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        BookEntry {
            item: from.text("productId"),
            unit: from.text_or_none("unit").unwrap_or_default(),
            factor: from.decimal_or_none("unitFactor"),
            price: from.decimal("price"),
            valid_from: from.date_or_none("validFrom"),
            valid_to: from.date_or_none("validTo"),
        }
    }
}

impl ToWire for BookEntry {
    fn to_wire(&self) -> Value {
        Writer::new()
            .text("productId", &self.item)
            .text("unit", &self.unit)
            .if_any("unitFactor", self.factor.as_ref())
            .decimal("price", self.price)
            .if_any("validFrom", self.valid_from.as_ref())
            .if_any("validTo", self.valid_to.as_ref())
            .end()
    }
}

impl FromWire for ListBase {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        let or = |said: Option<Decimal>, usual| said.unwrap_or(usual);
        let formula = Formula {
            exchange_rate: or(from.decimal_or_none("exchangeRate"), Decimal::ONE),
            unit_factor: or(from.decimal_or_none("unitFactor"), Decimal::ONE),
            included_tax_percent: or(from.decimal_or_none("includedTaxPercent"), Decimal::ZERO),
            discount_percent: or(from.decimal_or_none("discountPercent"), Decimal::ZERO),
            round_to: from.decimal_or_none("roundTo"),
            digits: from.has("digits").then(|| from.count("digits")),
            rounding: from.choice_or_default("rounding"),
            surcharge: or(from.decimal_or_none("surcharge"), Decimal::ZERO),
            min_margin: from.decimal_or_none("minMargin"),
            max_margin: from.decimal_or_none("maxMargin"),
        };
        ListBase { list: from.text("list"), formula }
    }
}

impl ToWire for ListBase {
    fn to_wire(&self) -> Value {
        let formula = &self.formula;
        let mut base = Writer::new();
        base.text("list", &self.list)
            .unless("exchangeRate", &formula.exchange_rate, &Decimal::ONE)
            .unless("unitFactor", &formula.unit_factor, &Decimal::ONE)
            .unless_default("includedTaxPercent", &formula.included_tax_percent)
            .unless_default("discountPercent", &formula.discount_percent)
            .if_any("roundTo", formula.round_to.as_ref());
        if let Some(digits) = formula.digits {
            base.count("digits", digits);
        }
        base.choice_unless_default("rounding", formula.rounding)
            .unless_default("surcharge", &formula.surcharge)
            .if_any("minMargin", formula.min_margin.as_ref())
            .if_any("maxMargin", formula.max_margin.as_ref())
            .end()
    }
}
