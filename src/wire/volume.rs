//! The ladders of a price list: a ladder, what counts together for it, and over which time.

use std::borrow::Cow;

use super::{Choice, Reader, ToWire, Value};
use crate::domain::history::Period;
use crate::domain::pricing::{Measure, Scope, Tiers};
use crate::wire::FromWire;

impl Choice for Period {
    const ALL: &'static [Self] = &[Self::Year, Self::Quarter, Self::TwelveMonths];

    fn word(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Quarter => "quarter",
            Self::TwelveMonths => "twelveMonths",
        }
    }
}

/// The ladder of lines. What was bought before is known by amounts of whole orders, so only a ladder of these has a period.
pub(super) fn line_tiers(from: &mut Reader<'_>) -> (Tiers, Scope, Option<Period>) {
    let scope = from.choice_or_none("scope").unwrap_or(Scope::Item);
    let (tiers, period) = order_tiers(from);
    if period.is_some() && scope != Scope::Order {
        from.refuse("period", "for a ladder of lines: what was bought before counts for the order as a whole");
    }
    (tiers, scope, period)
}

/// The ladder of the order.
pub(super) fn order_tiers(from: &mut Reader<'_>) -> (Tiers, Option<Period>) {
    let tiers = Tiers::from_wire(from);
    let period = from.choice_or_none("period");
    if period.is_some() && tiers.measure != Measure::Amount {
        from.refuse("period", "for this measure: what was bought before is known by its amount");
    }
    (tiers, period)
}

/// A ladder as it is written, with what is not usual about it.
pub(super) fn ladder(tiers: &Tiers, scope: Option<Scope>, period: Option<Period>) -> Value {
    let mut value = tiers.to_wire();
    if let Value::Record(fields) = &mut value {
        let said = [("scope", scope.map(Choice::word)), ("period", period.map(Choice::word))];
        let said = said.into_iter().filter_map(|(name, word)| Some((Cow::Borrowed(name), word?.into())));
        fields.extend(said.map(|(name, word): (_, String)| (name, Value::Text(word))));
    }
    value
}
