//! The weighted sum model: each product's share of what is good, criterion by criterion, weighed and added up.
//!
//! Values are normalised by their sum, values of which less is better by the sum of their inverses (P. C. Fishburn,
//! "Additive utilities with incomplete product sets", Operations Research 15, 1967; the same normalisation as in
//! scikit-criteria's `SumScaler`). A value that is missing may be anything from as bad to as good as can be, and its
//! share and everybody else's move with it.

use rust_decimal::Decimal;

use super::criterion::Direction;
use crate::domain::error::{Code, Error, Result};
use crate::domain::money::{add, div, mul, sub};

/// A share of the whole, between 0 and 1. The three are one where nothing is missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Interval {
    /// Were all that is missing to turn out against it.
    pub low: Decimal,
    /// Were all that is missing neither better nor worse than what is known.
    pub neutral: Decimal,
    /// Were all that is missing to turn out in its favour.
    pub high: Decimal,
}

/// The values of one criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    /// How much it counts, zero or more.
    pub weight: Decimal,
    /// Which values are better.
    pub direction: Direction,
    /// The highest value there can be, where there is one.
    pub most: Option<Decimal>,
    /// The value of each product, zero or more; none where it is not known.
    pub values: Vec<Option<Decimal>>,
}

/// How good a value is beside the others of its criterion.
#[derive(Clone, Copy)]
enum Merit {
    Finite(Decimal),
    /// Beyond compare, as nothing is where less is better.
    Infinite,
}

/// What is assumed of a missing value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Luck {
    Worst,
    Best,
}

/// The weighted sums of all products, which add up to 1 where nothing is missing.
///
/// Weights are taken in proportion; if none is above zero, all sums are zero.
///
/// # Errors
/// `number.range` for a value or weight below zero, `number.overflow`.
///
/// ```
/// use rust_decimal::Decimal;
/// use sapa::domain::comparison::{Direction, Measured, weighted_sum};
///
/// let measured = |weight: i64, direction, values: [i64; 2]| Measured {
///     weight: weight.into(), direction, most: None, values: values.map(|value| Some(value.into())).to_vec(),
/// };
/// let sums = weighted_sum(&[measured(3, Direction::Min, [10, 40]), measured(1, Direction::Max, [1, 3])])?;
/// // 3/4 of 4/5 and 1/4 of 1/4.
/// assert_eq!(sums[0].neutral, Decimal::new(6625, 4));
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
pub fn weighted_sum(rows: &[Measured]) -> Result<Vec<Interval>> {
    let total = total_weight(rows)?;
    let mut sums = vec![Interval::default(); rows.iter().map(|row| row.values.len()).max().unwrap_or_default()];
    for row in rows.iter().filter(|_| !total.is_zero()) {
        let weight = div(row.weight, total)?;
        for (sum, share) in sums.iter_mut().zip(shares(row)?) {
            *sum = sum.plus(share.times(weight)?)?;
        }
    }
    Ok(sums)
}

/// What each product has of one criterion, before weighing.
///
/// # Errors
/// `number.range` for a value below zero, `number.overflow`.
pub fn shares(row: &Measured) -> Result<Vec<Interval>> {
    let scale = row.scale()?;
    let count = Decimal::from(row.values.len());
    let known: Vec<Merit> = row.values.iter().flatten().map(|value| row.merit(*value, scale)).collect::<Result<_>>()?;
    let part_known = if row.values.is_empty() { Decimal::ZERO } else { div(Decimal::from(known.len()), count)? };
    (0..row.values.len())
        .map(|own| {
            let neutral = match row.values.get(own).copied().flatten() {
                Some(value) => mul(share(row.merit(value, scale)?, &known)?, part_known)?,
                None => div(Decimal::ONE, count)?,
            };
            let low = row.share_if(own, scale, |other| if other == own { Luck::Worst } else { Luck::Best })?;
            let high = row.share_if(own, scale, |other| if other == own { Luck::Best } else { Luck::Worst })?;
            // Rounding in the last digit must not put the middle outside.
            Ok(Interval { low, neutral: neutral.max(low).min(high), high })
        })
        .collect()
}

/// The sum of the weights.
pub(super) fn total_weight(rows: &[Measured]) -> Result<Decimal> {
    rows.iter().try_fold(Decimal::ZERO, |sum, row| {
        if row.weight < Decimal::ZERO {
            return Err(Error::new(Code::NumberRange, "a weight below zero"));
        }
        add(sum, row.weight)
    })
}

impl Interval {
    /// Whether nothing it rests on is missing.
    pub fn is_exact(&self) -> bool {
        self.low == self.high
    }

    pub(super) fn plus(self, other: Interval) -> Result<Interval> {
        let Interval { low, neutral, high } = other;
        Ok(Interval { low: add(self.low, low)?, neutral: add(self.neutral, neutral)?, high: add(self.high, high)? })
    }

    pub(super) fn times(self, weight: Decimal) -> Result<Interval> {
        let Interval { low, neutral, high } = self;
        Ok(Interval { low: mul(low, weight)?, neutral: mul(neutral, weight)?, high: mul(high, weight)? })
    }
}

impl Measured {
    /// The least by which the share of `one` is above that of `other`, whatever the missing values are.
    pub(super) fn least_lead(&self, one: usize, other: usize) -> Result<Decimal> {
        let scale = self.scale()?;
        let lead = |rest: Luck| {
            let luck = |column: usize| match column {
                column if column == one => Luck::Worst,
                column if column == other => Luck::Best,
                _ => rest,
            };
            sub(self.share_if(one, scale, luck)?, self.share_if(other, scale, luck)?)
        };
        // The lead grows or shrinks steadily with every missing value of the rest, so it is least at one of the ends.
        Ok(lead(Luck::Worst)?.min(lead(Luck::Best)?))
    }

    /// The value that merits are counted in: none is then above 1, so that no sum of them overflows.
    fn scale(&self) -> Result<Decimal> {
        let known = || self.values.iter().flatten().copied();
        if known().any(|value| value < Decimal::ZERO) {
            return Err(Error::new(Code::NumberRange, "a value below zero"));
        }
        let positive = known().chain(self.most).filter(|value| !value.is_zero());
        let scale = match self.direction {
            Direction::Max => positive.max(),
            Direction::Min => positive.min(),
        };
        Ok(scale.unwrap_or(Decimal::ONE))
    }

    fn merit(&self, value: Decimal, scale: Decimal) -> Result<Merit> {
        match self.direction {
            Direction::Max => Ok(Merit::Finite(div(value, scale)?)),
            Direction::Min if value.is_zero() => Ok(Merit::Infinite),
            Direction::Min => Ok(Merit::Finite(div(scale, value)?)),
        }
    }

    fn guess(&self, luck: Luck, scale: Decimal) -> Result<Merit> {
        let beyond_all = if self.direction == Direction::Max { Luck::Best } else { Luck::Worst };
        match (self.most, luck) {
            (Some(most), luck) if luck == beyond_all => self.merit(most, scale),
            (_, Luck::Best) => Ok(Merit::Infinite),
            (_, Luck::Worst) => Ok(Merit::Finite(Decimal::ZERO)),
        }
    }

    /// The share of column `own` if each missing value has the luck given for its column.
    fn share_if(&self, own: usize, scale: Decimal, luck: impl Fn(usize) -> Luck) -> Result<Decimal> {
        let merit = |(column, value): (usize, &Option<Decimal>)| match value {
            Some(value) => self.merit(*value, scale),
            None => self.guess(luck(column), scale),
        };
        let merits = self.values.iter().enumerate().map(merit).collect::<Result<Vec<_>>>()?;
        merits.get(own).map_or(Ok(Decimal::ZERO), |own| share(*own, &merits))
    }
}

/// The part of one merit in all of them. The limit is taken where it is not a number: what is beyond compare shares
/// everything with its like, and where there is no merit at all nobody has more of it than another.
fn share(own: Merit, all: &[Merit]) -> Result<Decimal> {
    let infinite = all.iter().filter(|merit| matches!(merit, Merit::Infinite)).count();
    match own {
        Merit::Infinite => div(Decimal::ONE, Decimal::from(infinite.max(1))),
        Merit::Finite(_) if infinite > 0 => Ok(Decimal::ZERO),
        Merit::Finite(own) => {
            let sum = all.iter().try_fold(Decimal::ZERO, |sum, merit| match merit {
                Merit::Finite(merit) => add(sum, *merit),
                Merit::Infinite => Ok(sum),
            })?;
            if sum.is_zero() { div(Decimal::ONE, Decimal::from(all.len().max(1))) } else { div(own, sum) }
        }
    }
}
