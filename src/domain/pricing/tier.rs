//! Ladders: discounts, prices and fees that depend on how much is ordered.

use rust_decimal::Decimal;

use super::rate::Rate;
use crate::domain::error::{Code, Error, Result};
use crate::domain::money::{add, div, mul, percent_of, sub};

/// A ladder of discounts, prices or fees. Below the first threshold it gives nothing.
///
/// ```
/// use sapa::domain::pricing::{Band, TierMode, Tiers};
///
/// let band = |from: i64, percent: i64| Band { from: from.into(), value: percent.into(), ..Band::default() };
/// let bands = vec![band(10, 5), band(50, 20)];
/// let ladder = Tiers { bands, ..Tiers::default() };
/// let slab = Tiers { mode: TierMode::Slab, ..ladder.clone() };
///
/// // 100 units worth 100: all of them at 20 percent, or 40 at 5 percent and 50 at 20.
/// assert_eq!(ladder.rate(100.into())?.of(100.into())?, 20.into());
/// assert_eq!(slab.rate(100.into())?.of(100.into())?, 12.into());
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Tiers {
    /// Whether a band's value holds for everything or for its own part.
    pub mode: TierMode,
    /// What is compared with the bands' thresholds.
    pub measure: Measure,
    /// What the bands' values are.
    pub gives: Gives,
    /// What the same period has brought before: it lifts the order up the ladder, and is not priced again.
    pub prior: Decimal,
    /// The bands, lowest threshold first.
    pub bands: Vec<Band>,
}

/// Whether a band's value holds for everything or for its own part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum TierMode {
    /// The band that is reached sets the value for the whole.
    #[default]
    AllUnits,
    /// Each band's value holds for the part between its threshold and the next.
    Slab,
}

/// What is compared with the thresholds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Measure {
    /// Units ordered, counted in stock units.
    #[default]
    Quantity,
    /// Money, in the request's currency.
    Amount,
    /// Weight, in whatever unit the lines state it.
    Weight,
}

/// What the values of a ladder are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Gives {
    /// Percentages that come off.
    #[default]
    Percent,
    /// What one unit of the measure costs, instead of its list price.
    UnitPrice,
    /// What comes off each unit of the measure.
    UnitOff,
}

/// One rung of a ladder.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Band {
    /// The least measure for which it holds.
    pub from: Decimal,
    /// The largest measure for which it holds. Whatever is above belongs to the next band, even if it falls short of that
    /// band's `from`: between 100 and 101 the border is at 100. A band that begins at this very measure holds there instead:
    /// what is promised from 100 on is given at 100.
    pub to: Option<Decimal>,
    /// The percentage (0 to 100), the price, or what comes off a unit.
    pub value: Decimal,
    /// A fixed amount besides: part of the price where the ladder gives prices, otherwise part of what comes off. Slabs
    /// count it for every band that is reached.
    pub flat: Decimal,
}

impl Tiers {
    /// What the ladder gives where its measure comes to `measure`, on top of what came before in the period.
    ///
    /// # Errors
    /// `number.overflow`.
    pub fn rate(&self, measure: Decimal) -> Result<Rate> {
        let reached = add(self.prior, measure)?;
        let mut rate = Rate::nothing(measure);
        if self.mode == TierMode::AllUnits {
            if let Some(band) = self.band_at(reached) {
                rate.found(self.gives, band.value, band.flat);
            }
            return Ok(rate);
        }
        rate.found_blend(self.gives);
        let mut above = reached;
        for index in (0..self.bands.len()).rev() {
            let Some(band) = self.bands.get(index).filter(|_| self.reaches(index, reached)) else { continue };
            above = above.min(band.to.unwrap_or(above));
            let below = self.edge(index).max(self.prior);
            if above > below {
                rate.weighted = add(rate.weighted, mul(band.value, sub(above, below)?)?)?;
                rate.covered = add(rate.covered, sub(above, below)?)?;
            }
            if self.prior.is_zero() || !self.reaches(index, self.prior) {
                rate.flat = add(rate.flat, band.flat)?;
            }
            above = above.min(below);
        }
        // Nothing to blend: the rate is what the first unit gets.
        if measure.is_zero() {
            rate.single = Some(self.value_at(reached));
        }
        Ok(rate)
    }

    /// What the ladder comes to as a price or a fee: each unit at its band's price, or its band's percentage of each unit
    /// of money, and the fixed amounts. A percentage of nothing is nothing, whatever is fixed besides: the fixed amount goes
    /// with a payment, and there was none. Where bands give prices, the first band's is due even then, as for a connection.
    ///
    /// ```
    /// use sapa::domain::pricing::{Band, Gives, TierMode, Tiers};
    ///
    /// let band = |from: i64, to: Option<i64>, price: i64, flat: i64| Band {
    ///     from: from.into(), to: to.map(Into::into), value: price.into(), flat: flat.into(),
    /// };
    /// let bands = vec![band(0, Some(10), 10, 2), band(11, None, 5, 3)];
    /// let slabs = Tiers { mode: TierMode::Slab, gives: Gives::UnitPrice, bands, ..Tiers::default() };
    /// assert_eq!(slabs.charge(12.into())?, 115.into());
    /// # Ok::<(), sapa::domain::error::Error>(())
    /// ```
    ///
    /// # Errors
    /// `number.range` for a measure the ladder has no band for, `number.overflow`.
    pub fn charge(&self, measure: Decimal) -> Result<Decimal> {
        let rate = self.rate(measure)?;
        if !rate.covers(measure) {
            return Err(Error::new(Code::NumberRange, "outside the ladder"));
        }
        if self.gives == Gives::Percent && measure.is_zero() {
            return Ok(Decimal::ZERO);
        }
        let parts = match rate.single {
            Some(value) => mul(value, measure)?,
            None => rate.weighted,
        };
        let parts = if self.gives == Gives::Percent { percent_of(parts, Decimal::ONE)? } else { parts };
        add(parts, rate.flat)
    }

    /// The mean price of one unit at this measure, fixed amounts included; the band's own price where nothing is ordered.
    ///
    /// # Errors
    /// As for [`Tiers::charge`].
    pub fn unit_price(&self, measure: Decimal) -> Result<Decimal> {
        if measure.is_zero() { Ok(self.value_at(self.prior)) } else { div(self.charge(measure)?, measure) }
    }

    /// The value of the band that `measure` has reached: for slabs, what the next unit gets.
    pub fn value_at(&self, measure: Decimal) -> Decimal {
        self.band_at(measure).map_or(Decimal::ZERO, |band| band.value)
    }

    /// Whether thresholds rise from zero or more, bands do not overlap, and every value is one.
    pub(super) fn is_sound(&self) -> bool {
        let top = if self.gives == Gives::Percent { Decimal::ONE_HUNDRED } else { Decimal::MAX };
        self.prior >= Decimal::ZERO
            && self
                .bands
                .is_sorted_by(|lower, upper| lower.from < upper.from && lower.to.is_none_or(|to| to <= upper.from))
            && self.bands.iter().all(|band| {
                band.from >= Decimal::ZERO
                    && band.to.is_none_or(|to| to >= band.from)
                    && (Decimal::ZERO..=top).contains(&band.value)
                    && band.flat >= Decimal::ZERO
            })
    }

    /// Whether a place on it gives a percentage and nothing besides.
    pub(super) fn is_plain(&self) -> bool {
        self.mode == TierMode::AllUnits
            && self.gives == Gives::Percent
            && self.bands.iter().all(|band| band.flat.is_zero())
    }

    fn band_at(&self, measure: Decimal) -> Option<&Band> {
        let index = (0..self.bands.len()).rev().find(|index| self.reaches(*index, measure))?;
        self.bands.get(index).filter(|band| band.to.is_none_or(|to| measure <= to))
    }

    /// Whether the measure has come to this band.
    fn reaches(&self, index: usize, measure: Decimal) -> bool {
        let Some(band) = self.bands.get(index) else { return false };
        measure >= band.from || self.border(index).is_some_and(|border| measure > border)
    }

    /// Where the band's own part begins.
    pub(in crate::domain) fn edge(&self, index: usize) -> Decimal {
        self.border(index).or(self.bands.get(index).map(|band| band.from)).unwrap_or_default()
    }

    /// Where the band below ends, if it says so. Below "1 to 10" there is nothing but the zero: the first unit is in it.
    fn border(&self, index: usize) -> Option<Decimal> {
        match index.checked_sub(1) {
            Some(below) => self.bands.get(below)?.to,
            None => {
                let band = self.bands.first()?;
                let first_unit = band.from == Decimal::ONE && (band.to.is_some() || self.gives == Gives::UnitPrice);
                first_unit.then_some(Decimal::ZERO)
            }
        }
    }
}
