//! What the table comes to: a weighted sum for each product, over what is known and fresh.

use rust_decimal::Decimal;

use super::criterion::Criterion;
use super::fact::{Freshness, Value};
use super::grid::{Cell, Grid};
use super::share::{Interval, Measured, shares, total_weight, weighted_sum};
use crate::domain::error::Result;
use crate::domain::money::{add, div, mul};

/// The score of each product and how it came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scores {
    /// One for each column of the table, between 0 and 1.
    pub totals: Vec<Interval>,
    /// The criteria that count, in the order of their rows.
    pub parts: Vec<Part>,
    /// Facts that are there and do not count.
    pub left_out: Vec<LeftOut>,
    /// Ids of criteria that could be scored, of which nothing that counts is known for any product.
    pub unknown: Vec<String>,
}

/// What one criterion adds to the scores.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The criterion's id.
    pub criterion: String,
    /// Its part of all weights, between 0 and 1.
    pub weight: Decimal,
    /// What each product has of it: its share times the weight. These add up to the totals.
    pub points: Vec<Interval>,
    measured: Measured,
}

/// A fact that does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The column of its product.
    pub column: usize,
    /// The criterion's id.
    pub criterion: String,
    /// Why it does not count.
    pub reason: Reason,
}

/// Why a fact does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is too old.
    Stale,
    /// Nobody noted when it was seen.
    Undated,
    /// The day it is said to have been seen has not come yet.
    Ahead,
    /// It is in another unit or of another kind than the criterion, or below zero.
    Incomparable,
}

/// Scores the table by the weighted sum model. What is not known, or does not count, makes an interval.
///
/// A table made for a client scores what the client can see.
///
/// # Errors
/// `number.range` for a weight below zero, `number.overflow`.
pub fn score(grid: &Grid<'_>) -> Result<Scores> {
    let (mut left_out, mut unknown, mut rows) = (Vec::new(), Vec::new(), Vec::new());
    for row in &grid.rows {
        let Some(direction) = row.criterion.scored() else { continue };
        let values: Vec<_> = row
            .cells
            .iter()
            .enumerate()
            .map(|(column, cell)| match usable(row.criterion, cell.as_ref()?) {
                Ok(value) => Some(value),
                Err(reason) => {
                    left_out.push(LeftOut { column, criterion: row.criterion.id.clone(), reason });
                    None
                }
            })
            .collect();
        if values.iter().all(Option::is_none) {
            unknown.push(row.criterion.id.clone());
            continue;
        }
        let most = (row.criterion.kind == super::Kind::YesNo).then_some(Decimal::ONE);
        rows.push((row.criterion, Measured { weight: row.criterion.weight, direction, most, values }));
    }
    let measured: Vec<_> = rows.iter().map(|(_, measured)| measured.clone()).collect();
    let total = total_weight(&measured)?;
    let mut totals = weighted_sum(&measured)?;
    totals.resize(grid.columns.len(), Interval::default());
    let parts = rows.into_iter().filter(|(criterion, _)| !criterion.weight.is_zero());
    let parts = parts.map(|(criterion, measured)| Part::new(criterion, measured, total)).collect::<Result<_>>()?;
    Ok(Scores { totals, parts, left_out, unknown })
}

impl Part {
    fn new(criterion: &Criterion, measured: Measured, total: Decimal) -> Result<Self> {
        let weight = div(measured.weight, total)?;
        let points = shares(&measured)?.into_iter().map(|share| share.times(weight)).collect::<Result<_>>()?;
        Ok(Self { criterion: criterion.id.clone(), weight, points, measured })
    }

    /// Whether something that counts is known of the product in this column.
    pub fn knows(&self, column: usize) -> bool {
        self.measured.values.get(column).is_some_and(Option::is_some)
    }
}

impl Scores {
    /// The least by which column `one` is above column `other`, whatever the missing values are. It says more than the
    /// two intervals, which may overlap although both move together.
    ///
    /// # Errors
    /// `number.overflow`.
    pub fn least_lead(&self, one: usize, other: usize) -> Result<Decimal> {
        self.parts
            .iter()
            .try_fold(Decimal::ZERO, |sum, part| add(sum, mul(part.weight, part.measured.least_lead(one, other)?)?))
    }

    /// The columns, best first; equally good ones stay in the order of the table.
    pub fn ranking(&self) -> Vec<usize> {
        let mut columns: Vec<_> = (0..self.totals.len()).collect();
        columns.sort_by_key(|column| core::cmp::Reverse(self.totals.get(*column).map(|total| total.neutral)));
        columns
    }
}

/// The number a fact stands for in the score, or why it does not count.
fn usable(criterion: &Criterion, cell: &Cell<'_>) -> core::result::Result<Decimal, Reason> {
    match cell.freshness {
        Freshness::Stale { .. } => return Err(Reason::Stale),
        Freshness::Undated => return Err(Reason::Undated),
        Freshness::Ahead => return Err(Reason::Ahead),
        Freshness::Fresh { .. } => {}
    }
    match cell.fact.value {
        _ if !cell.is_comparable(criterion) => Err(Reason::Incomparable),
        Value::Number(number) if number >= Decimal::ZERO => Ok(number),
        Value::YesNo(yes) => Ok(if yes { Decimal::ONE } else { Decimal::ZERO }),
        Value::Number(_) | Value::Text(_) => Err(Reason::Incomparable),
    }
}
