//! Price lists, as a host's `priceList` records and in a request to the engine.

use rust_decimal::Decimal;

use super::{FromWire, Reader, ToWire, Value, Writer};
use crate::domain::money::Currency;
use crate::domain::pricing::{BookEntry, BookList, BookUnit, Formula, ListBase, PriceBook};
use crate::domain::product::PriceLists;

/// The lists under `priceLists`, and the units whose size they tell; none where there are none.
pub fn price_lists(from: &mut Reader<'_>) -> (Vec<BookList>, Vec<BookUnit>) {
    let read = from.list_or_empty_with("priceLists", &list);
    let (lists, units): (Vec<_>, Vec<_>) = read.into_iter().unzip();
    (lists, units.concat())
}

impl ToWire for PriceLists {
    fn to_wire(&self) -> Value {
        Value::List(self.lists().iter().map(|list| written(list, self.book())).collect())
    }
}

fn list(from: &mut Reader<'_>) -> (BookList, Vec<BookUnit>) {
    let made = Currency::new(&from.text("currency"), from.count("minorUnits"));
    let currency = from.accepted("currency", made, Currency::NONE);
    let read: Vec<(BookEntry, Option<BookUnit>)> = from.list_or_empty_with("prices", &entry);
    let (entries, units): (Vec<_>, Vec<_>) = read.into_iter().unzip();
    let list = BookList {
        name: from.text_or_none("name").unwrap_or_default(),
        client_groups: from.list_or_empty("clientGroups"),
        valid_from: from.date_or_none("validFrom"),
        valid_to: from.date_or_none("validTo"),
        base: from.one_or_none("base"),
        entries,
        ..BookList::new(&from.text("id"), currency)
    };
    (list, units.into_iter().flatten().collect())
}

fn written(list: &BookList, book: &PriceBook) -> Value {
    let prices = list.entries.iter().map(|entry| price(entry, book.factor(&entry.item, &entry.unit))).collect();
    Writer::new()
        .text("id", &list.id)
        .text("name", &list.name)
        .text("currency", list.currency.code())
        .count("minorUnits", list.currency.minor_units())
        .list_if_any("clientGroups", &list.client_groups)
        .if_any("validFrom", list.valid_from.as_ref())
        .if_any("validTo", list.valid_to.as_ref())
        .if_any("base", list.base.as_ref())
        .value("prices", Value::List(prices))
        .end()
}

fn entry(from: &mut Reader<'_>) -> (BookEntry, Option<BookUnit>) {
    let entry = BookEntry {
        item: from.text("productId"),
        unit: from.text_or_none("unit").unwrap_or_default(),
        price: from.decimal("price"),
        valid_from: from.date_or_none("validFrom"),
        valid_to: from.date_or_none("validTo"),
    };
    let factor = from.decimal_or_none("unitFactor");
    let unit = factor.map(|factor| BookUnit { item: entry.item.clone(), unit: entry.unit.clone(), factor });
    (entry, unit)
}

fn price(entry: &BookEntry, factor: Option<Decimal>) -> Value {
    Writer::new()
        .text("productId", &entry.item)
        .text("unit", &entry.unit)
        .if_any("unitFactor", factor.as_ref())
        .decimal("price", entry.price)
        .if_any("validFrom", entry.valid_from.as_ref())
        .if_any("validTo", entry.valid_to.as_ref())
        .end()
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
