//! Which goods a rule is about, when it holds, and how far it goes.

use crate::domain::pricing::{Exclusive, Goods, Limit, Threshold, When};
use crate::wire::{FromWire, Reader, ToWire, Value, Writer};

impl FromWire for Goods {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Goods {
            lines: from.list_or_empty("lines"),
            items: from.list_or_empty("items"),
            groups: from.list_or_empty("groups"),
            price_from: from.decimal_or_none("priceFrom"),
            price_to: from.decimal_or_none("priceTo"),
        }
    }
}

impl ToWire for Goods {
    fn to_wire(&self) -> Value {
        Writer::new()
            .list_if_any("lines", &self.lines)
            .list_if_any("items", &self.items)
            .list_if_any("groups", &self.groups)
            .if_any("priceFrom", self.price_from.as_ref())
            .if_any("priceTo", self.price_to.as_ref())
            .end()
    }
}

impl FromWire for When {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        When {
            valid_from: from.date_or_none("validFrom"),
            valid_to: from.date_or_none("validTo"),
            client_groups: from.list_or_empty("clientGroups"),
            thresholds: from.list_or_empty("thresholds"),
        }
    }
}

impl ToWire for When {
    fn to_wire(&self) -> Value {
        Writer::new()
            .if_any("validFrom", self.valid_from.as_ref())
            .if_any("validTo", self.valid_to.as_ref())
            .list_if_any("clientGroups", &self.client_groups)
            .list_if_any("thresholds", &self.thresholds)
            .end()
    }
}

impl FromWire for Threshold {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Threshold {
            of: from.one_or_none("of").unwrap_or_default(),
            measure: from.choice("measure"),
            over: from.choice_or_default("over"),
            from: from.decimal_or_none("from"),
            to: from.decimal_or_none("to"),
            prior: from.decimal_or_none("prior").unwrap_or_default(),
            hint_from: from.decimal_or_none("hintFrom"),
        }
    }
}

impl ToWire for Threshold {
    fn to_wire(&self) -> Value {
        Writer::new()
            .unless_default("of", &self.of)
            .choice("measure", self.measure)
            .choice_unless_default("over", self.over)
            .if_any("from", self.from.as_ref())
            .if_any("to", self.to.as_ref())
            .unless_default("prior", &self.prior)
            .if_any("hintFrom", self.hint_from.as_ref())
            .end()
    }
}

impl FromWire for Limit {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Limit {
            units: from.decimal_or_none("units"),
            units_per_line: from.decimal_or_none("unitsPerLine"),
            pick: from.choice_or_default("pick"),
            reduced: from.choice_or_default("reduced"),
            amount: from.decimal_or_none("amount"),
            amount_with_tax: from.flag_or_false("amountWithTax"),
        }
    }
}

impl ToWire for Limit {
    fn to_wire(&self) -> Value {
        Writer::new()
            .if_any("units", self.units.as_ref())
            .if_any("unitsPerLine", self.units_per_line.as_ref())
            .choice_unless_default("pick", self.pick)
            .choice_unless_default("reduced", self.reduced)
            .if_any("amount", self.amount.as_ref())
            .flag_if_true("amountWithTax", self.amount_with_tax)
            .end()
    }
}

impl FromWire for Exclusive {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        match from.value() {
            Value::Null | Value::Bool(false) => Exclusive::No,
            Value::Bool(true) => Exclusive::All,
            Value::Text(group) => Exclusive::Group(group.clone()),
            _ => {
                from.refuse("", "true, or the name of a group");
                Exclusive::No
            }
        }
    }
}

impl ToWire for Exclusive {
    fn to_wire(&self) -> Value {
        match self {
            Exclusive::No => Value::Bool(false),
            Exclusive::All => Value::Bool(true),
            Exclusive::Group(group) => Value::Text(group.clone()),
        }
    }
}
