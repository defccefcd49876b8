//! How far a rule goes: over how many units, and up to which amount.

use rust_decimal::Decimal;

/// How far a rule goes. The default has no end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Limit {
    /// At most so many units of the whole order.
    pub units: Option<Decimal>,
    /// At most so many units of each line.
    pub units_per_line: Option<Decimal>,
    /// Which units come first while there are some left.
    pub pick: Pick,
    /// Which units these are, once an earlier step has reduced the line.
    pub reduced: Reduced,
    /// At most so much comes off the order.
    pub amount: Option<Decimal>,
    /// That amount is one with tax, although the prices are without.
    pub amount_with_tax: bool,
}

/// Which units come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Pick {
    /// Those of the highest list price; of equal ones, those of the earlier line.
    #[default]
    Dearest,
    /// Those of the lowest list price.
    Cheapest,
}

/// Which units of a line a limited step is about, once an earlier step has reduced the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Reduced {
    /// Any: what was taken off the line was taken off all of its units alike.
    #[default]
    Alike,
    /// The very units that were reduced: what was taken off the line counts against them alone.
    Same,
}

impl Limit {
    /// Whether it is about units at all.
    pub(super) fn counts_units(&self) -> bool {
        self.units.is_some() || self.units_per_line.is_some()
    }

    /// Whether no limit is below zero.
    pub(super) fn is_sound(&self) -> bool {
        [self.units, self.units_per_line, self.amount].into_iter().flatten().all(|most| most >= Decimal::ZERO)
    }
}
