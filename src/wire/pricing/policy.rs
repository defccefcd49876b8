//! Floors, tax, and what to do where there is more than one right way.

use rust_decimal::Decimal;

use crate::domain::pricing::{Floor, Policy, Tax};
use crate::wire::{FromWire, Reader, ToWire, Value, Writer};

impl FromWire for Floor {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Floor {
            min_margin_percent: from.decimal_or_none("minMarginPercent"),
            min_markup_percent: from.decimal_or_none("minMarkupPercent"),
            max_discount_percent: from.decimal_or_none("maxDiscountPercent"),
            breach: from.choice_or_default("breach"),
        }
    }
}

impl ToWire for Floor {
    fn to_wire(&self) -> Value {
        Writer::new()
            .if_any("minMarginPercent", self.min_margin_percent.as_ref())
            .if_any("minMarkupPercent", self.min_markup_percent.as_ref())
            .if_any("maxDiscountPercent", self.max_discount_percent.as_ref())
            .choice_unless_default("breach", self.breach)
            .end()
    }
}

impl FromWire for Tax {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Tax {
            included: from.flag_or_false("included"),
            rounding: from.choice_or_default("rounding"),
            components: from.list_or_empty_with("components", &number),
        }
    }
}

impl ToWire for Tax {
    fn to_wire(&self) -> Value {
        Writer::new()
            .flag_if_true("included", self.included)
            .choice_unless_default("rounding", self.rounding)
            .list_if_any("components", &self.components)
            .end()
    }
}

fn number(from: &mut Reader<'_>) -> Decimal {
    from.value().as_decimal().unwrap_or_else(|| {
        from.refuse("", "a decimal number as a string");
        Decimal::ZERO
    })
}

impl FromWire for Policy {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Policy {
            round_at: from.choice_or_default("roundAt"),
            discount_rounding: from.choice_or_none("discountRounding"),
            thresholds: from.choice_or_default("thresholds"),
            priority: from.choice_or_default("priority"),
            tie: from.choice_or_default("tie"),
            precedence: from.choice_or_default("precedence"),
        }
    }
}

impl ToWire for Policy {
    fn to_wire(&self) -> Value {
        let mut policy = Writer::new();
        policy.choice_unless_default("roundAt", self.round_at);
        if let Some(rounding) = self.discount_rounding {
            policy.choice("discountRounding", rounding);
        }
        policy
            .choice_unless_default("thresholds", self.thresholds)
            .choice_unless_default("priority", self.priority)
            .choice_unless_default("tie", self.tie)
            .choice_unless_default("precedence", self.precedence)
            .end()
    }
}
