//! The rules of pricing.

use rust_decimal::Decimal;

use crate::domain::pricing::{Adjust, Step};
use crate::wire::{FromWire, Reader, ToWire, Value, Writer};

impl FromWire for Step {
    fn from_wire(from: &mut Reader<'_>) -> Self {
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
            priority: from.rank_or_zero("priority"),
            adjust: from.one("adjust"),
        }
    }
}

impl ToWire for Step {
    fn to_wire(&self) -> Value {
        let mut step = Writer::new();
        step.text("id", &self.id)
            .choice("kind", self.kind)
            .choice("scope", self.scope)
            .choice_unless_default("basis", self.basis)
            .choice_unless_default("combine", self.combine)
            .unless_default("goods", &self.goods)
            .unless_default("when", &self.when)
            .unless_default("limit", &self.limit)
            .unless_default("exclusive", &self.exclusive);
        if self.priority != 0 {
            step.value("priority", Value::Number(self.priority.into()));
        }
        step.one("adjust", &self.adjust).end()
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
            "rules" => Adjust::Rules(from.one("rules")),
            _ => {
                let known = "percent, amount, factor, unitPrice, tiers, package, buyGet, free, rules";
                from.refuse("", &["a record of one of ", known].concat());
                Adjust::Percent(Decimal::ZERO)
            }
        }
    }
}

impl ToWire for Adjust {
    fn to_wire(&self) -> Value {
        let mut adjust = Writer::new();
        match self {
            Adjust::Percent(percent) => adjust.decimal("percent", *percent),
            Adjust::Amount(amount) => adjust.decimal("amount", *amount),
            Adjust::Factor(factor) => adjust.decimal("factor", *factor),
            Adjust::UnitPrice(price) => adjust.decimal("unitPrice", *price),
            Adjust::Tiers(tiers) => adjust.one("tiers", tiers),
            Adjust::Package(package) => adjust.one("package", package),
            Adjust::BuyGet(buy_get) => adjust.one("buyGet", buy_get),
            Adjust::Free(free) => adjust.one("free", free),
            Adjust::Rules(rules) => adjust.one("rules", rules),
        };
        adjust.end()
    }
}
