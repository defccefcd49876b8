//! What the engine answers. Nobody ever reads it back.

use crate::domain::pricing::{Deferred, Effect, NextTier, Priced, PricedLine};
use crate::wire::{ToWire, Value, Writer};

impl ToWire for Priced {
    fn to_wire(&self) -> Value {
        Writer::new()
            .list("lines", &self.lines)
            .decimal("list", self.list)
            .decimal("net", self.net)
            .decimal("discount", self.discount)
            .decimal("percent", self.percent)
            .list("waterfall", &self.waterfall)
            .list("next", &self.next)
            .one_or_null("deferral", self.deferral.as_ref())
            .end()
    }
}

impl ToWire for PricedLine {
    fn to_wire(&self) -> Value {
        Writer::new()
            .text("id", &self.id)
            .decimal("list", self.list)
            .decimal("net", self.net)
            .decimal("discount", self.discount)
            .decimal("percent", self.percent)
            .list("effects", &self.effects)
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
