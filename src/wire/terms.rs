//! Questions about terms, and what is answered. Only answers are written.

use rust_decimal::Decimal;

use super::{Choice, FromWire, Reader, ToWire, Value, Writer};
use crate::domain::pricing::{Along, Mark, Way, Ways};
use crate::domain::terms::{
    Cliff, DayCount, Deal, Decision, Goal, GoalLine, Granted, Instalment, Judged, Part, Reason, Shortened, Solvency,
};

impl ToWire for Ways {
    fn to_wire(&self) -> Value {
        Writer::new()
            .decimal("net", self.net)
            .decimal("percent", self.percent)
            .flag("isThere", self.is_there)
            .list("ways", &self.ways)
            .end()
    }
}

impl ToWire for Way {
    fn to_wire(&self) -> Value {
        Writer::new()
            .text("line", &self.line)
            .decimal("quantity", self.quantity)
            .decimal("extra", self.extra)
            .decimal("net", self.net)
            .decimal("percent", self.percent)
            .one_or_null("mark", self.mark.as_ref())
            .one_or_null("along", self.along.as_ref())
            .end()
    }
}

impl ToWire for Along {
    fn to_wire(&self) -> Value {
        Writer::new().text("line", &self.line).decimal("quantity", self.quantity).decimal("extra", self.extra).end()
    }
}

impl ToWire for Mark {
    fn to_wire(&self) -> Value {
        Writer::new().text("step", &self.step).choice("measure", self.measure).decimal("from", self.from).end()
    }
}

impl ToWire for Cliff {
    fn to_wire(&self) -> Value {
        // As many digits as it takes, whatever the ladder was written with.
        let short = |number: Decimal| number.normalize();
        Writer::new()
            .decimal("extra", short(self.extra))
            .decimal("total", short(self.total))
            .decimal("saving", short(self.saving))
            .end()
    }
}

impl FromWire for GoalLine {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        GoalLine {
            amount: from.decimal("amount"),
            floor: from.decimal_or_none("floor").unwrap_or_default(),
            locked: from.flag_or_false("locked"),
        }
    }
}

impl ToWire for Goal {
    fn to_wire(&self) -> Value {
        let mut goal = Writer::new();
        match self {
            Goal::Reached { percent, amounts } => {
                goal.flag("reached", true).decimal("percent", *percent).list("amounts", amounts)
            }
            Goal::OutOfReach { nearest } => goal.flag("reached", false).decimal("nearest", *nearest),
        };
        goal.end()
    }
}

impl Choice for DayCount {
    const ALL: &'static [Self] = &[
        Self::Actual365,
        Self::Actual360,
        Self::ThirtyE360,
        Self::ThirtyBond360,
        Self::ThirtyUs360,
        Self::ActualActual,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Actual365 => "actual365",
            Self::Actual360 => "actual360",
            Self::ThirtyE360 => "thirtyE360",
            Self::ThirtyBond360 => "thirtyBond360",
            Self::ThirtyUs360 => "thirtyUs360",
            Self::ActualActual => "actualActual",
        }
    }
}

impl FromWire for Part {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        match (from.decimal_or_none("percent"), from.decimal_or_none("amount")) {
            (Some(percent), None) => Part::Percent(percent),
            (None, Some(amount)) => Part::Fixed(amount),
            (None, None) => Part::Rest,
            (Some(_), Some(_)) => {
                from.refuse("", "a payment of either percent or amount");
                Part::Rest
            }
        }
    }
}

impl FromWire for Instalment {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Instalment { due: from.date("due"), amount: from.decimal("amount") }
    }
}

impl ToWire for Instalment {
    fn to_wire(&self) -> Value {
        Writer::new().date("due", self.due).decimal("amount", self.amount).end()
    }
}

impl FromWire for Deal {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Deal {
            list: from.decimal("list"),
            free_goods: from.decimal_or_none("freeGoods").unwrap_or_default(),
            net: from.decimal("net"),
            rounding: from.decimal_or_none("rounding").unwrap_or_default(),
            deferral: from.decimal_or_none("deferral").unwrap_or_default(),
            cost: from.decimal_or_none("cost"),
        }
    }
}

/// What is decided of a deal, with the figures it is decided by.
pub fn decided(judged: &Judged, decision: &Decision) -> Value {
    let (level, reasons) = match decision {
        Decision::Allowed => (None, [].as_slice()),
        Decision::Needs { level, reasons } => (*level, reasons.as_slice()),
    };
    Writer::new()
        .flag("allowed", matches!(decision, Decision::Allowed))
        .one_or_null("needs", level.as_ref())
        .list("reasons", reasons)
        .decimal("amount", judged.amount)
        .decimal("discountPercent", judged.discount_percent)
        .decimal_or_null("marginPercent", judged.margin_percent)
        .end()
}

impl ToWire for Reason {
    fn to_wire(&self) -> Value {
        let mut reason = Writer::new();
        match self {
            Reason::Discount { given, limit } => {
                reason.text("reason", "discount").decimal("given", *given).decimal("limit", *limit)
            }
            Reason::Margin { left, limit } => {
                reason.text("reason", "margin").decimal("left", *left).decimal("limit", *limit)
            }
            Reason::NoMargin { limit } => reason.text("reason", "noMargin").decimal("limit", *limit),
            Reason::Amount { amount } => reason.text("reason", "amount").decimal("amount", *amount),
        };
        reason.end()
    }
}

impl FromWire for Solvency {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Solvency {
            overdue: from.decimal_or_none("overdue").unwrap_or_default(),
            days_late: if from.has("daysLate") { from.count("daysLate") } else { 0 },
            over_limit: from.decimal_or_none("overLimit").unwrap_or_default(),
        }
    }
}

impl ToWire for Granted {
    fn to_wire(&self) -> Value {
        Writer::new().count("days", self.days).list("reasons", &self.reasons).end()
    }
}

impl ToWire for Shortened {
    fn to_wire(&self) -> Value {
        let mut shortened = Writer::new();
        match self {
            Shortened::Overdue { amount, days_late, most_days } => shortened
                .text("reason", "overdue")
                .decimal("amount", *amount)
                .count("daysLate", *days_late)
                .count("mostDays", *most_days),
            Shortened::OverLimit { by, most_days } => {
                shortened.text("reason", "overLimit").decimal("by", *by).count("mostDays", *most_days)
            }
        };
        shortened.end()
    }
}
