//! Packages, goods for nothing, and units reduced among others.

use rust_decimal::Decimal;

use crate::domain::pricing::{BuyGet, FreeGoods, FreeSlab, Package};
use crate::wire::{FromWire, Reader, ToWire, Value, Writer};

impl FromWire for Package {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Package {
            size: from.decimal("size"),
            price: from.decimal("price"),
            free_units: from.decimal_or_none("freeUnits").unwrap_or_default(),
        }
    }
}

impl ToWire for Package {
    fn to_wire(&self) -> Value {
        Writer::new()
            .decimal("size", self.size)
            .decimal("price", self.price)
            .unless_default("freeUnits", &self.free_units)
            .end()
    }
}

impl FromWire for BuyGet {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        let usual = BuyGet::free(from.decimal("buy"), from.decimal("get"));
        BuyGet {
            most: from.decimal_or_none("most"),
            percent: from.decimal_or_none("percent").unwrap_or(usual.percent),
            pick: from.choice_or_none("pick").unwrap_or(usual.pick),
            ..usual
        }
    }
}

impl ToWire for BuyGet {
    fn to_wire(&self) -> Value {
        let usual = BuyGet::free(self.buy, self.get);
        let mut given = Writer::new();
        given.decimal("buy", self.buy).decimal("get", self.get).if_any("most", self.most.as_ref());
        given.unless("percent", &self.percent, &usual.percent);
        if self.pick != usual.pick {
            given.choice("pick", self.pick);
        }
        given.end()
    }
}

impl FromWire for FreeGoods {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        FreeGoods {
            slabs: from.list("slabs"),
            recurring: from.flag_or_false("recurring"),
            parts: from.flag_or_false("parts"),
            item: from.text_or_none("item"),
            worth: from.decimal_or_none("worth").unwrap_or_default(),
        }
    }
}

impl ToWire for FreeGoods {
    fn to_wire(&self) -> Value {
        Writer::new()
            .list("slabs", &self.slabs)
            .flag_if_true("recurring", self.recurring)
            .flag_if_true("parts", self.parts)
            .if_any("item", self.item.as_ref())
            .unless_default("worth", &self.worth)
            .end()
    }
}

impl FromWire for FreeSlab {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        let start: Decimal = from.decimal("from");
        FreeSlab {
            from: start,
            to: from.decimal_or_none("to"),
            every: from.decimal_or_none("every").unwrap_or(start),
            free: from.decimal("free"),
        }
    }
}

impl ToWire for FreeSlab {
    fn to_wire(&self) -> Value {
        Writer::new()
            .decimal("from", self.from)
            .if_any("to", self.to.as_ref())
            .unless("every", &self.every, &self.from)
            .decimal("free", self.free)
            .end()
    }
}
