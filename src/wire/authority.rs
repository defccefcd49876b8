//! Who may grant how much, and how late a client may pay who is late already.

use super::{FromWire, Reader, ToWire, Value, Writer, list};
use crate::domain::error::{Code, Error};
use crate::domain::terms::{Authority, CreditPolicy, LateRule, Level, Limit};

/// The level a record's `level` names by its number, if it names one.
pub fn level_or_none(from: &mut Reader<'_>) -> Option<Level> {
    from.has("level").then(|| level(from))
}

impl ToWire for Level {
    /// A level goes by its number.
    fn to_wire(&self) -> Value {
        Value::Number(f64::from(self.number()))
    }
}

fn level(from: &mut Reader<'_>) -> Level {
    let level = Level::numbered(from.count("level")).ok_or_else(|| Error::new(Code::NumberRange, "a level is 1 to 4"));
    from.accepted("level", level, Level::Beginner)
}

/// The limits of all levels, where the record has some.
pub(super) fn authority(from: &mut Reader<'_>) -> Option<Authority> {
    if !from.has("authority") {
        return None;
    }
    let limits = Authority::new(from.list("authority")).map(Some);
    from.accepted("authority", limits, None)
}

impl ToWire for Authority {
    fn to_wire(&self) -> Value {
        list(self.limits())
    }
}

impl FromWire for Limit {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        Limit {
            level: level(from),
            from: from.decimal_or_none("from").unwrap_or_default(),
            discount_percent: from.decimal("discountPercent"),
            margin_percent: from.decimal_or_none("marginPercent"),
        }
    }
}

impl ToWire for Limit {
    fn to_wire(&self) -> Value {
        Writer::new()
            .one("level", &self.level)
            .decimal("from", self.from)
            .decimal("discountPercent", self.discount_percent)
            .decimal_or_null("marginPercent", self.margin_percent)
            .end()
    }
}

impl FromWire for CreditPolicy {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        CreditPolicy {
            tolerance: from.decimal_or_none("tolerance").unwrap_or_default(),
            late: from.list_or_empty("late"),
            over_limit_days: from.count("overLimitDays"),
        }
    }
}

impl ToWire for CreditPolicy {
    fn to_wire(&self) -> Value {
        Writer::new()
            .decimal("tolerance", self.tolerance)
            .list("late", &self.late)
            .count("overLimitDays", self.over_limit_days)
            .end()
    }
}

impl FromWire for LateRule {
    fn from_wire(from: &mut Reader<'_>) -> Self {
        LateRule { from_days: from.count("fromDays"), most_days: from.count("mostDays") }
    }
}

impl ToWire for LateRule {
    fn to_wire(&self) -> Value {
        Writer::new().count("fromDays", self.from_days).count("mostDays", self.most_days).end()
    }
}
