//! What a quote says is to be paid: the tax in it, and which amounts when.

use super::{FromWire, Reader, ToWire, Value, Writer};
use crate::domain::quote::{EarlyDue, Payment, QuoteTax, RateTax};

impl FromWire for QuoteTax {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        QuoteTax {
            included: from.flag_or_false("included"),
            rates: from.list("rates"),
            total: from.decimal("tax"),
            gross: from.decimal("gross"),
        }
    }
}

impl ToWire for QuoteTax {
    fn to_wire(&self) -> Value {
        Writer::new()
            .flag_if_true("included", self.included)
            .list("rates", &self.rates)
            .decimal("tax", self.total)
            .decimal("gross", self.gross)
            .end()
    }
}

impl FromWire for RateTax {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        RateTax { percent: from.decimal("percent"), net: from.decimal("net"), tax: from.decimal("tax") }
    }
}

impl ToWire for RateTax {
    fn to_wire(&self) -> Value {
        Writer::new().decimal("percent", self.percent).decimal("net", self.net).decimal("tax", self.tax).end()
    }
}

impl FromWire for Payment {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Payment {
            due: from.decimal("due"),
            rounding: from.decimal_or_none("rounding").unwrap_or_default(),
            payments: from.list("payments"),
            total: from.decimal("total"),
            interest: from.decimal("interest"),
            early: from.one_or_none("early"),
        }
    }
}

impl ToWire for Payment {
    fn to_wire(&self) -> Value {
        Writer::new()
            .decimal("due", self.due)
            .unless_default("rounding", &self.rounding)
            .list("payments", &self.payments)
            .decimal("total", self.total)
            .decimal("interest", self.interest)
            .if_any("early", self.early.as_ref())
            .end()
    }
}

impl FromWire for EarlyDue {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        EarlyDue {
            until: from.date("until"),
            due: from.decimal("due"),
            saving: from.decimal("saving"),
            yearly_percent: from.decimal("yearlyPercent"),
        }
    }
}

impl ToWire for EarlyDue {
    fn to_wire(&self) -> Value {
        Writer::new()
            .date("until", self.until)
            .decimal("due", self.due)
            .decimal("saving", self.saving)
            .decimal("yearlyPercent", self.yearly_percent)
            .end()
    }
}
