//! Floors, tax, and what to do where there is more than one right way.

use rust_decimal::Decimal;

use crate::domain::pricing::{Floor, Policy, Tax};
use crate::wire::{FromWire, Reader};

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

impl FromWire for Tax {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Tax {
            included: from.flag_or_false("included"),
            rounding: from.choice_or_default("rounding"),
            components: from.list_or_empty_with("components", &number),
        }
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
