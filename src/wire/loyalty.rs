//! The loyalty programme of a price list.

use super::{FromWire, Reader, ToWire, Value, Writer};
use crate::domain::loyalty::{Benefit, Level, Loyalty};

impl FromWire for Loyalty {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Loyalty {
            name: from.text("name"),
            period: from.choice("period"),
            client_groups: from.list_or_empty("clientGroups"),
            basis: from.choice_or_default("basis"),
            combine: from.choice_or_default("combine"),
            exclusive: from.one_or_none("exclusive").unwrap_or_default(),
            priority: from.rank_or_zero("priority"),
            levels: from.list("levels"),
        }
    }
}

impl ToWire for Loyalty {
    fn to_wire(&self) -> Value {
        let mut loyalty = Writer::new();
        loyalty
            .text("name", &self.name)
            .choice("period", self.period)
            .list_if_any("clientGroups", &self.client_groups)
            .choice_unless_default("basis", self.basis)
            .choice_unless_default("combine", self.combine)
            .unless_default("exclusive", &self.exclusive);
        if self.priority != 0 {
            loyalty.value("priority", Value::Number(self.priority.into()));
        }
        loyalty.list("levels", &self.levels).end()
    }
}

impl FromWire for Level {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Level {
            name: from.text("name"),
            from: from.decimal("from"),
            benefit: from.one("benefit"),
            goods: from.one_or_none("goods").unwrap_or_default(),
        }
    }
}

impl ToWire for Level {
    fn to_wire(&self) -> Value {
        Writer::new()
            .text("name", &self.name)
            .decimal("from", self.from)
            .one("benefit", &self.benefit)
            .unless_default("goods", &self.goods)
            .end()
    }
}

impl FromWire for Benefit {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        match from.variant() {
            "free" => Benefit::Free(from.one("free")),
            "term" => Benefit::Term(from.text("term")),
            _ => Benefit::Percent(from.decimal("percent")),
        }
    }
}

impl ToWire for Benefit {
    fn to_wire(&self) -> Value {
        match self {
            Benefit::Percent(percent) => Writer::new().decimal("percent", *percent).end(),
            Benefit::Free(free) => Writer::new().one("free", free).end(),
            Benefit::Term(term) => Writer::new().text("term", term).end(),
        }
    }
}
