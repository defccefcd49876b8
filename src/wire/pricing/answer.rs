//! What the engine answers. Nobody ever reads it back.

use crate::domain::pricing::{Deferred, Effect, FreeGood, NextTier, Priced, PricedLine, Taxed, Unmet};
use crate::wire::{ToWire, Value, Writer, list};

impl ToWire for Priced {
    fn to_wire(&self) -> Value {
        with_lines(self, list(&self.lines))
    }
}

/// The answer with its lines in a form of their own.
pub(super) fn with_lines(priced: &Priced, lines: Value) -> Value {
    Writer::new()
        .value("lines", lines)
        .decimal("list", priced.list)
        .decimal("net", priced.net)
        .decimal("discount", priced.discount)
        .decimal("percent", priced.percent)
        .list("waterfall", &priced.waterfall)
        .list("next", &priced.next)
        .list("free", &priced.free)
        .one("taxed", &priced.taxed)
        .one_or_null("deferral", priced.deferral.as_ref())
        .end()
}

impl ToWire for PricedLine {
    fn to_wire(&self) -> Value {
        Writer::new()
            .text("id", &self.id)
            .decimal("list", self.list)
            .decimal("net", self.net)
            .decimal("discount", self.discount)
            .decimal("percent", self.percent())
            .decimal("tax", self.tax)
            .decimal("gross", self.gross)
            .value("effects", Value::List(self.effects.iter().map(ToWire::to_wire).collect()))
            .end()
    }
}

impl ToWire for Effect {
    fn to_wire(&self) -> Value {
        Writer::new()
            .text("step", &self.step)
            .choice("kind", self.kind)
            .decimal("amount", self.amount)
            .decimal_or_null("percent", self.percent)
            .one_or_null("unmet", self.unmet.as_ref())
            .decimal("unplaced", self.unplaced)
            .end()
    }
}

impl ToWire for Unmet {
    fn to_wire(&self) -> Value {
        let mut unmet = Writer::new();
        match self {
            Unmet::Goods => unmet.text("reason", "goods"),
            Unmet::Early => unmet.text("reason", "early"),
            Unmet::Late => unmet.text("reason", "late"),
            Unmet::Client => unmet.text("reason", "client"),
            Unmet::Below { measure, missing } => {
                unmet.text("reason", "below").choice("measure", *measure).decimal("missing", *missing)
            }
            Unmet::Above => unmet.text("reason", "above"),
            Unmet::Excluded { by } => unmet.text("reason", "excluded").text("by", by),
        };
        unmet.end()
    }
}

impl ToWire for FreeGood {
    fn to_wire(&self) -> Value {
        Writer::new()
            .text("step", &self.step)
            .text_or_null("line", self.line.as_deref())
            .text_or_null("item", self.item.as_deref())
            .decimal("quantity", self.quantity)
            .decimal("worth", self.worth)
            .end()
    }
}

impl ToWire for Taxed {
    fn to_wire(&self) -> Value {
        Writer::new()
            .decimal("net", self.net)
            .decimal("tax", self.tax)
            .decimal("gross", self.gross)
            .decimal("discount", self.discount)
            .end()
    }
}

impl ToWire for NextTier {
    fn to_wire(&self) -> Value {
        Writer::new()
            .text("step", &self.step)
            .text_or_null("line", self.line.as_deref())
            .choice("measure", self.measure)
            .decimal("from", self.from)
            .decimal("missing", self.missing)
            .decimal("percent", self.percent)
            .decimal("nowPercent", self.now_percent)
            .end()
    }
}

impl ToWire for Deferred {
    fn to_wire(&self) -> Value {
        Writer::new()
            .decimal("presentValue", self.present_value)
            .decimal("cost", self.cost)
            .decimal("costPercent", self.cost_percent)
            .decimal("effectivePercent", self.effective_percent)
            .end()
    }
}
