//! The rules of pricing.

use rust_decimal::Decimal;

use crate::domain::pricing::{Adjust, Band, Step, Tiers};
use crate::wire::{FromWire, Reader, ToWire, Value, Writer};

impl FromWire for Step {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Step {
            id: from.text("id"),
            kind: from.choice("kind"),
            scope: from.choice("scope"),
            basis: from.choice_or_default("basis"),
            adjust: from.one("adjust"),
            ..Step::default()
        }
    }
}

impl ToWire for Step {
    fn to_wire(&self) -> Value {
        Writer::new()
            .text("id", &self.id)
            .choice("kind", self.kind)
            .choice("scope", self.scope)
            .choice("basis", self.basis)
            .one("adjust", &self.adjust)
            .end()
    }
}

impl FromWire for Adjust {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        match from.variant() {
            "percent" => Adjust::Percent(from.decimal("percent")),
            "amount" => Adjust::Amount(from.decimal("amount")),
            "tiers" => Adjust::Tiers(from.one("tiers")),
            _ => {
                from.refuse("", "a record of either percent, amount or tiers");
                Adjust::Percent(Decimal::ZERO)
            }
        }
    }
}

impl ToWire for Adjust {
    fn to_wire(&self) -> Value {
        match self {
            Adjust::Percent(percent) => Writer::new().decimal("percent", *percent).end(),
            Adjust::Amount(amount) => Writer::new().decimal("amount", *amount).end(),
            Adjust::Tiers(tiers) => Writer::new().one("tiers", tiers).end(),
            // The contract has no words for the rest; it is never asked of a host, nor sent to one.
            _ => Writer::new().end(),
        }
    }
}

impl FromWire for Tiers {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Tiers {
            mode: from.choice_or_default("mode"),
            measure: from.choice("measure"),
            bands: from.list("bands"),
            ..Tiers::default()
        }
    }
}

impl ToWire for Tiers {
    fn to_wire(&self) -> Value {
        Writer::new().choice("mode", self.mode).choice("measure", self.measure).list("bands", &self.bands).end()
    }
}

impl FromWire for Band {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Band { from: from.decimal("from"), value: from.decimal("percent"), ..Band::default() }
    }
}

impl ToWire for Band {
    fn to_wire(&self) -> Value {
        Writer::new().decimal("from", self.from).decimal("percent", self.value).end()
    }
}
