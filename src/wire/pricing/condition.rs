//! Which goods a rule is about, when it holds, and how far it goes.

use crate::domain::pricing::{Exclusive, Goods, Limit, Threshold, When};
use crate::wire::{FromWire, Reader, Value};

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
