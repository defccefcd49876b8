//! Packages, goods for nothing, and units reduced among others.

use rust_decimal::Decimal;

use crate::domain::pricing::{BuyGet, FreeGoods, FreeSlab, Package};
use crate::wire::{FromWire, Reader};

impl FromWire for Package {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Package {
            size: from.decimal("size"),
            price: from.decimal("price"),
            free_units: from.decimal_or_none("freeUnits").unwrap_or_default(),
        }
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
