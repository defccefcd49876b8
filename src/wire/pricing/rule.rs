//! The rules of pricing.

use rust_decimal::Decimal;

use crate::domain::pricing::{Adjust, Step};
use crate::wire::{FromWire, Reader};

impl FromWire for Step {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        let priority = if from.has("priority") { from.count("priority") } else { 0 };
        Step {
            id: from.text("id"),
            kind: from.choice("kind"),
            scope: from.choice("scope"),
            basis: from.choice_or_default("basis"),
            combine: from.choice_or_default("combine"),
            goods: from.one_or_none("goods").unwrap_or_default(),
            when: from.one_or_none("when").unwrap_or_default(),
            limit: from.one_or_none("limit").unwrap_or_default(),
            exclusive: from.one_or_none("exclusive").unwrap_or_default(),
            priority: i32::try_from(priority).unwrap_or(i32::MAX),
            adjust: from.one("adjust"),
        }
    }
}

impl FromWire for Adjust {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        match from.variant() {
            "percent" => Adjust::Percent(from.decimal("percent")),
            "amount" => Adjust::Amount(from.decimal("amount")),
            "factor" => Adjust::Factor(from.decimal("factor")),
            "unitPrice" => Adjust::UnitPrice(from.decimal("unitPrice")),
            "tiers" => Adjust::Tiers(from.one("tiers")),
            "package" => Adjust::Package(from.one("package")),
            "buyGet" => Adjust::BuyGet(from.one("buyGet")),
            "free" => Adjust::Free(from.one("free")),
            _ => {
                from.refuse("", "a record of one of percent, amount, factor, unitPrice, tiers, package, buyGet, free");
                Adjust::Percent(Decimal::ZERO)
            }
        }
    }
}
