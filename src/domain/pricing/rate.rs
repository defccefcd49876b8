//! What a ladder gives at one place on it.

use rust_decimal::Decimal;

use super::tier::Gives;
use crate::domain::error::Result;
use crate::domain::money::{add, div, mul, percent_of, sub};

/// What a ladder gives at one place on it.
///
/// A blend of several values is kept as a quotient, because most quotients have no last digit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    pub(super) gives: Gives,
    /// The one value of everything, if there is one.
    pub(super) single: Option<Decimal>,
    /// The sum of each part times its value, where there are several.
    pub(super) weighted: Decimal,
    /// How much of the measure has a value.
    pub(super) covered: Decimal,
    /// The measure of all parts together.
    over: Decimal,
    /// The fixed amount for all of it.
    pub(super) flat: Decimal,
}

impl Rate {
    /// Nothing comes off a measure of that much.
    pub(super) fn nothing(over: Decimal) -> Self {
        Self {
            gives: Gives::Percent,
            single: Some(Decimal::ZERO),
            weighted: Decimal::ZERO,
            covered: Decimal::ZERO,
            over,
            flat: Decimal::ZERO,
        }
    }

    /// One value holds for everything.
    pub(super) fn found(&mut self, gives: Gives, value: Decimal, flat: Decimal) {
        (self.gives, self.single, self.flat, self.covered) = (gives, Some(value), flat, self.over);
    }

    /// Several values hold, each for its part.
    pub(super) fn found_blend(&mut self, gives: Gives) {
        (self.gives, self.single) = (gives, None);
    }

    /// Whether every unit of the measure has a value.
    pub(super) fn covers(&self, measure: Decimal) -> bool {
        self.covered >= measure
    }

    /// What comes off an amount of the whole measure, exact where 28 digits allow.
    ///
    /// # Errors
    /// `number.overflow`.
    pub fn of(&self, amount: Decimal) -> Result<Decimal> {
        self.off(amount, self.over)
    }

    /// What comes off an amount whose own measure is a part of the whole.
    ///
    /// # Errors
    /// `number.overflow`.
    pub(super) fn off(&self, amount: Decimal, measure: Decimal) -> Result<Decimal> {
        let part = match (self.gives, self.single) {
            (Gives::Percent, Some(percent)) => percent_of(amount, percent)?,
            // Multiplied first: the quotient is then exact whenever it can be.
            (Gives::Percent, None) => div(percent_of(amount, self.weighted)?, self.over)?,
            (_, Some(value)) => mul(value, measure)?,
            (_, None) => div(mul(self.weighted, measure)?, self.over)?,
        };
        let flat = if self.flat.is_zero() || measure == self.over {
            self.flat
        } else {
            div(mul(self.flat, measure)?, self.over)?
        };
        if self.gives != Gives::UnitPrice {
            return add(part, flat);
        }
        // What has no price on the ladder stays at the price it had.
        let priced = if self.covered == self.over { amount } else { div(mul(amount, self.covered)?, self.over)? };
        sub(priced, add(part, flat)?)
    }

    /// The percentage, if there is just one and nothing besides.
    pub(super) fn percent(&self) -> Option<Decimal> {
        self.single.filter(|_| self.gives == Gives::Percent && self.flat.is_zero())
    }
}
