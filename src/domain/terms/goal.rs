//! Which prices make an order come to a given total.

use rust_decimal::Decimal;

use crate::domain::allocation::{Allocation, allocate};
use crate::domain::error::{Code, Error, Result};
use crate::domain::money::{Currency, Rounding, from_minor, percentage, sub, to_minor};

/// A line of an order, as far as a target total is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GoalLine {
    /// What it comes to now, in whole smallest units of the currency: zero or more.
    pub amount: Decimal,
    /// The least it may come to; finer than the currency it is rounded up.
    pub floor: Decimal,
    /// Whether it stays as it is.
    pub locked: bool,
}

/// Whether an order can come to a total, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goal {
    /// The lines come to the target.
    Reached {
        /// What comes off each line that is neither locked nor at its floor, in percent, unrounded; below zero if the
        /// lines must rise. Zero if there is no such line.
        percent: Decimal,
        /// What each line comes to, in their order.
        amounts: Vec<Decimal>,
    },
    /// The lines cannot come to the target.
    OutOfReach {
        /// The total nearest to it: the lowest there is, or, where nothing is left to raise, the only one.
        nearest: Decimal,
    },
}

/// Takes the same percentage off every line that is free, so that all lines come to `target`; a line at its floor goes no
/// lower, and the others make up for it.
///
/// With locked lines coming to K it is the x for which `sum of max(n (1 - x), f) = T - K`. The last cents go to the largest
/// remainders.
///
/// ```
/// use sapa::domain::money::Currency;
/// use sapa::domain::terms::{Goal, GoalLine, seek};
///
/// let line = |amount: i64, floor: i64, locked| GoalLine { amount: amount.into(), floor: floor.into(), locked };
/// let lines = [line(100, 95, false), line(200, 0, false), line(50, 0, true)];
/// let euro = Currency::new("EUR", 2)?;
/// let amounts = vec![95.into(), 155.into(), 50.into()];
/// assert_eq!(seek(&lines, 300.into(), euro)?, Goal::Reached { percent: "22.5".parse().unwrap(), amounts });
/// assert_eq!(seek(&lines, 140.into(), euro)?, Goal::OutOfReach { nearest: 145.into() });
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
///
/// # Errors
/// `number.range` for an amount or a floor below zero, or an amount or a target finer than the currency;
/// `number.overflow`.
pub fn seek(lines: &[GoalLine], target: Decimal, currency: Currency) -> Result<Goal> {
    let mut amounts = Vec::with_capacity(lines.len());
    let mut floors = Vec::with_capacity(lines.len());
    for line in lines {
        if line.amount < Decimal::ZERO || line.floor < Decimal::ZERO {
            return Err(Error::new(Code::NumberRange, "a line or a floor below zero"));
        }
        let amount = to_minor(line.amount, currency)?;
        amounts.push(amount);
        floors.push(if line.locked { amount } else { Rounding::Ceiling.to_minor(line.floor, currency)? });
    }
    let target = to_minor(target, currency)?;
    // A line that is locked, or that comes to nothing, stands where it stands; the others stand free for now.
    let mut free: Vec<usize> = (0..lines.len()).filter(|index| is_free(lines, &amounts, *index)).collect();
    let lowest = sum(floors.iter())?;
    if target < lowest || (free.is_empty() && target > lowest) {
        return Ok(Goal::OutOfReach { nearest: from_minor(lowest, currency)? });
    }
    // The lines meet their floors in the order of floor over amount, so one pass in that order finds all that do.
    let widest = |values: &[i128]| values.iter().copied().max().unwrap_or_default();
    widest(&amounts).checked_mul(widest(&floors).max(target)).ok_or_else(overflow)?;
    free.sort_unstable_by(|a, b| (floors[*b] * amounts[*a]).cmp(&(floors[*a] * amounts[*b])).then(a.cmp(b)));
    let mut weight = sum(free.iter().map(|index| &amounts[*index]))?;
    let mut rest = target - lowest + sum(free.iter().map(|index| &floors[*index]))?;
    let mut met = 0;
    for index in &free {
        // Compared as products, because quotients would be cut down.
        let fair = rest.checked_mul(amounts[*index]).ok_or_else(overflow)?;
        if fair >= floors[*index].checked_mul(weight).ok_or_else(overflow)? {
            break;
        }
        rest -= floors[*index];
        weight -= amounts[*index];
        met += 1;
    }
    let mut roomy = free.split_off(met);
    // In line order again, so that spare cents go to the earlier line.
    roomy.sort_unstable();
    let weights: Vec<i128> = roomy.iter().map(|index| amounts[*index]).collect();
    let mut found = floors;
    for (index, share) in roomy.iter().zip(allocate(rest, &weights, Allocation::LargestRemainder)?) {
        found[*index] = share;
    }
    let percent = fallen(rest, weight, currency)?;
    let found = found.iter().map(|amount| from_minor(*amount, currency)).collect::<Result<_>>()?;
    Ok(Goal::Reached { percent, amounts: found })
}

/// By how many percent the rest is below the whole; zero if there is no whole.
fn fallen(rest: i128, whole: i128, currency: Currency) -> Result<Decimal> {
    let (rest, whole) = (from_minor(rest, currency)?, from_minor(whole, currency)?);
    percentage(sub(whole, rest)?, whole)
}

fn is_free(lines: &[GoalLine], amounts: &[i128], index: usize) -> bool {
    lines.get(index).is_some_and(|line| !line.locked) && amounts.get(index).is_some_and(|amount| *amount > 0)
}

fn sum<'a>(mut values: impl Iterator<Item = &'a i128>) -> Result<i128> {
    values.try_fold(0_i128, |sum, value| sum.checked_add(*value).ok_or_else(overflow))
}

fn overflow() -> Error {
    Error::new(Code::NumberOverflow, "too large to share out")
}
