//! Discounts that grow with what is ordered.

use rust_decimal::Decimal;

use crate::domain::error::Result;
use crate::domain::money::{add, div, mul, percent_of, sub};

/// A ladder of discounts. Below the first threshold nothing comes off.
///
/// ```
/// use sapa::domain::pricing::{Band, Measure, TierMode, Tiers};
///
/// let band = |from: i64, percent: i64| Band { from: from.into(), percent: percent.into() };
/// let bands = vec![band(10, 5), band(50, 20)];
/// let ladder = Tiers { mode: TierMode::AllUnits, measure: Measure::Quantity, bands };
/// let slab = Tiers { mode: TierMode::Slab, ..ladder.clone() };
///
/// // 100 units worth 100: all of them at 20 percent, or 40 at 5 percent and 50 at 20.
/// assert_eq!(ladder.rate(100.into())?.of(100.into())?, 20.into());
/// assert_eq!(slab.rate(100.into())?.of(100.into())?, 12.into());
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Tiers {
    /// Whether a band's percent holds for everything or for its own part.
    pub mode: TierMode,
    /// What is compared with the bands' thresholds.
    pub measure: Measure,
    /// The bands, lowest threshold first.
    pub bands: Vec<Band>,
}

/// Whether a band's percent holds for everything or for its own part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum TierMode {
    /// The band that is reached sets the percent of the whole.
    #[default]
    AllUnits,
    /// Each band's percent holds for the part between its threshold and the next.
    Slab,
}

/// What is compared with the thresholds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Measure {
    /// Units ordered.
    #[default]
    Quantity,
    /// Money, in the request's currency.
    Amount,
}

/// One rung of the ladder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// The least quantity or amount for which it holds.
    pub from: Decimal,
    /// What comes off, in percent: 0 to 100.
    pub percent: Decimal,
}

/// What a ladder takes off at one place on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rate {
    /// One percentage of everything.
    Flat(Decimal),
    /// Several percentages, each of its own part. Kept as a quotient, because most quotients have no last digit.
    Blend {
        /// The sum of each part times its percentage.
        weighted: Decimal,
        /// The sum of the parts.
        over: Decimal,
    },
}

impl Tiers {
    /// What comes off where the ladder's measure has come to `measure`.
    ///
    /// # Errors
    /// `number.overflow`.
    pub fn rate(&self, measure: Decimal) -> Result<Rate> {
        if self.mode == TierMode::AllUnits || measure.is_zero() {
            return Ok(Rate::Flat(self.percent_at(measure)));
        }
        let mut weighted = Decimal::ZERO;
        let mut above = measure;
        for band in self.bands.iter().rev().filter(|band| band.from < measure) {
            weighted = add(weighted, mul(band.percent, sub(above, band.from)?)?)?;
            above = band.from;
        }
        Ok(Rate::Blend { weighted, over: measure })
    }

    /// The percent of the band that `measure` has reached: for slabs, what the next unit gets.
    pub fn percent_at(&self, measure: Decimal) -> Decimal {
        self.bands.iter().rev().find(|band| band.from <= measure).map_or(Decimal::ZERO, |band| band.percent)
    }

    /// Whether thresholds rise from zero or more, and every percentage is one.
    pub(super) fn is_sound(&self) -> bool {
        self.bands.is_sorted_by(|lower, upper| lower.from < upper.from)
            && self.bands.iter().all(|band| {
                band.from >= Decimal::ZERO && (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&band.percent)
            })
    }
}

impl Rate {
    /// What comes off `amount`, exact where 28 digits allow.
    ///
    /// # Errors
    /// `number.overflow`.
    pub fn of(self, amount: Decimal) -> Result<Decimal> {
        match self {
            Rate::Flat(percent) => percent_of(amount, percent),
            // Multiplied first: the quotient is then exact whenever it can be.
            Rate::Blend { weighted, over } => div(percent_of(amount, weighted)?, over),
        }
    }

    /// The percentage, if there is just one.
    pub(super) fn flat(self) -> Option<Decimal> {
        match self {
            Rate::Flat(percent) => Some(percent),
            Rate::Blend { .. } => None,
        }
    }
}
