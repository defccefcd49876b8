//! A price that falls with the quantity, asked the other way round: from where on is it low enough?

use rust_decimal::Decimal;

use crate::domain::error::{Code, Error, Result};
use crate::domain::money::{add, div, mul, percent_of, sub};
use crate::domain::pricing::{Gives, TierMode, Tiers};

/// A list price, and lower prices from certain quantities on.
///
/// Where a discount depends on an amount of money and not on a quantity, the unit is one unit of money and its list price
/// is one.
///
/// ```
/// use sapa::domain::terms::Ladder;
///
/// // 5 percent off from 10 units on, 20 percent from 50.
/// let ladder = Ladder::of_percents(100.into(), &[(10.into(), 5.into()), (50.into(), 20.into())])?;
/// assert_eq!(ladder.start(15.into())?, Some(50.into()));
/// // If each discount holds for its own part only, 100 units come to 12 percent, and 15 percent is far.
/// assert_eq!(ladder.slab_total(100.into())?, 8_800.into());
/// assert_eq!(ladder.slab_start(15.into())?, Some(160.into()));
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ladder {
    list: Decimal,
    breaks: Vec<PriceBreak>,
}

/// A price from a quantity on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PriceBreak {
    /// The least quantity for which it holds.
    pub from: Decimal,
    /// The price of one unit.
    pub unit_price: Decimal,
}

/// Ordering more for less money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cliff {
    /// How much more to order.
    pub extra: Decimal,
    /// What all of it costs then.
    pub total: Decimal,
    /// How much less that is than the total without the extra: above zero.
    pub saving: Decimal,
}

impl Ladder {
    /// A list price and the breaks below it, or above it; the lowest quantity first.
    ///
    /// # Errors
    /// `rule.invalid` unless the list price is above zero, the quantities rise from zero or more and no price is below
    /// zero.
    pub fn new(list: Decimal, breaks: Vec<PriceBreak>) -> Result<Self> {
        let rising = breaks.is_sorted_by(|lower, upper| lower.from < upper.from);
        let none_below = |entry: &PriceBreak| entry.from >= Decimal::ZERO && entry.unit_price >= Decimal::ZERO;
        if list > Decimal::ZERO && rising && breaks.iter().all(none_below) {
            Ok(Self { list, breaks })
        } else {
            Err(Error::new(Code::RuleInvalid, "ladder"))
        }
    }

    /// The same from thresholds and the percentages that come off there.
    ///
    /// # Errors
    /// As for [`Ladder::new`], so for a percentage above 100 too; `number.overflow`.
    pub fn of_percents(list: Decimal, percents: &[(Decimal, Decimal)]) -> Result<Self> {
        let mut breaks = Vec::with_capacity(percents.len());
        for (from, percent) in percents {
            breaks.push(PriceBreak { from: *from, unit_price: sub(list, percent_of(list, *percent)?)? });
        }
        Self::new(list, breaks)
    }

    /// The same from a ladder of the engine, as far as it is one of thresholds alone.
    ///
    /// # Errors
    /// `rule.invalid` for one that counts what came before, takes fixed amounts or ends, and otherwise as for
    /// [`Ladder::new`]; `number.overflow`.
    pub fn of_tiers(list: Decimal, tiers: &Tiers) -> Result<Self> {
        let ends = tiers.bands.last().is_some_and(|band| band.to.is_some());
        if !tiers.prior.is_zero() || ends || tiers.bands.iter().any(|band| !band.flat.is_zero()) {
            return Err(Error::new(Code::RuleInvalid, "a ladder with more than thresholds"));
        }
        let mut breaks = Vec::with_capacity(tiers.bands.len());
        for (index, band) in tiers.bands.iter().enumerate() {
            let unit_price = match tiers.gives {
                Gives::Percent => sub(list, percent_of(list, band.value)?)?,
                Gives::UnitPrice => band.value,
                Gives::UnitOff => sub(list, band.value)?,
            };
            // A slab takes over where the one below ends; for all units it takes the first quantity that is beyond.
            let from = if tiers.mode == TierMode::Slab { tiers.edge(index) } else { band.from };
            breaks.push(PriceBreak { from, unit_price });
        }
        Self::new(list, breaks)
    }

    /// What a quantity costs if the break it reaches holds for all of it: `q p(q)`.
    ///
    /// # Errors
    /// `number.range` for a quantity below zero, `number.overflow`.
    pub fn total(&self, quantity: Decimal) -> Result<Decimal> {
        none_below_zero(quantity)?;
        let reached = self.breaks.iter().rev().find(|entry| entry.from <= quantity);
        mul(quantity, reached.map_or(self.list, |entry| entry.unit_price))
    }

    /// What a quantity costs if each price holds for its own part: `sum of p_i (min(q, u_i) - u_(i-1))`.
    ///
    /// # Errors
    /// `number.range` for a quantity below zero, `number.overflow`.
    pub fn slab_total(&self, quantity: Decimal) -> Result<Decimal> {
        none_below_zero(quantity)?;
        let (mut sum, mut above) = (Decimal::ZERO, quantity);
        for entry in self.breaks.iter().rev().filter(|entry| entry.from < quantity) {
            sum = add(sum, mul(entry.unit_price, sub(above, entry.from)?)?)?;
            above = entry.from;
        }
        add(sum, mul(self.list, above)?)
    }

    /// The least quantity from which the break reached takes off at least so many percent; nothing if none does.
    ///
    /// # Errors
    /// `number.overflow`.
    pub fn start(&self, asked_percent: Decimal) -> Result<Option<Decimal>> {
        let target = percent_of(self.list, sub(Decimal::ONE_HUNDRED, asked_percent)?)?;
        if self.list <= target {
            return Ok(Some(Decimal::ZERO));
        }
        Ok(self.breaks.iter().find(|entry| entry.unit_price <= target).map(|entry| entry.from))
    }

    /// The least quantity at which slabs together take off at least so many percent; nothing if none does.
    ///
    /// On a slab the total is a straight line, so with `p` its price and `S` the total where it begins, the discount is
    /// reached at `q = (S - p u) / (L (1 - D) - p)`, if that lies on the slab.
    /// Unrounded: whole units are the next above, `Rounding::Ceiling`.
    ///
    /// # Errors
    /// `number.overflow`.
    pub fn slab_start(&self, asked_percent: Decimal) -> Result<Option<Decimal>> {
        let target = percent_of(self.list, sub(Decimal::ONE_HUNDRED, asked_percent)?)?;
        if self.list <= target {
            return Ok(Some(Decimal::ZERO));
        }
        for (index, entry) in self.breaks.iter().enumerate() {
            let slope = sub(target, entry.unit_price)?;
            // From the first unit on at this price: there is no part of the ladder before it that costs more.
            if entry.from.is_zero() && slope >= Decimal::ZERO {
                return Ok(Some(Decimal::ZERO));
            }
            if slope > Decimal::ZERO {
                let ahead = sub(self.slab_total(entry.from)?, mul(entry.unit_price, entry.from)?)?;
                let quantity = div(ahead, slope)?;
                if self.breaks.get(index + 1).is_none_or(|next| quantity <= next.from) {
                    return Ok(Some(quantity));
                }
            }
        }
        Ok(None)
    }

    /// Where, if a break holds for all of the quantity, ordering more costs less: the break with the lowest total, the
    /// nearest of equal ones.
    ///
    /// It is so below a threshold `m` for every quantity above `m p_next / p_now`.
    ///
    /// ```
    /// use sapa::domain::terms::Ladder;
    ///
    /// let ladder = Ladder::of_percents(10.into(), &[(100.into(), 20.into())])?;
    /// let cliff = ladder.cliff(88.into())?.expect("a cliff");
    /// assert_eq!((cliff.extra, cliff.total, cliff.saving), (12.into(), 800.into(), 80.into()));
    /// assert_eq!(ladder.cliff(80.into())?, None);
    /// # Ok::<(), sapa::domain::error::Error>(())
    /// ```
    ///
    /// # Errors
    /// `number.range` for a quantity below zero, `number.overflow`.
    pub fn cliff(&self, quantity: Decimal) -> Result<Option<Cliff>> {
        let now = self.total(quantity)?;
        let mut best: Option<Cliff> = None;
        for entry in self.breaks.iter().filter(|entry| entry.from > quantity) {
            let total = mul(entry.from, entry.unit_price)?;
            if total < best.map_or(now, |best| best.total) {
                best = Some(Cliff { extra: sub(entry.from, quantity)?, total, saving: sub(now, total)? });
            }
        }
        Ok(best)
    }
}

fn none_below_zero(quantity: Decimal) -> Result<()> {
    if quantity < Decimal::ZERO { Err(Error::new(Code::NumberRange, "a quantity below zero")) } else { Ok(()) }
}
