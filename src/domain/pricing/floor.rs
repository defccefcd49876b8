//! Below what nothing is sold.

use rust_decimal::Decimal;

use super::line::RequestLine;
use crate::domain::error::{Code, Error, Result};
use crate::domain::money::{add, div, mul, percent_of, sub};

/// Below what no line is sold; a line's own minimum price counts besides. The highest counts. The default is zero.
///
/// A step changes a line down to its floor and no further; what an order step could not take there it takes of the other
/// lines. A line whose list price is below its floor already is not reduced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Floor {
    /// Least margin, in percent of the price: below 100.
    pub min_margin_percent: Option<Decimal>,
    /// Least mark-up, in percent of the cost: 5 means cost times 1.05.
    pub min_markup_percent: Option<Decimal>,
    /// Largest discount off the list price, in percent.
    pub max_discount_percent: Option<Decimal>,
    /// What happens to a step that would go below.
    pub breach: Breach,
}

/// What happens to a step that would sell below the floor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Breach {
    /// It stops at the floor, and the answer says what it could not take.
    #[default]
    Hold,
    /// The request is refused, naming the step.
    Refuse,
}

impl Floor {
    /// By what the mark-up multiplies a cost.
    ///
    /// # Errors
    /// `number.overflow`.
    pub(super) fn lift(&self) -> Result<Option<Decimal>> {
        let part = self.min_markup_percent.map(|markup| percent_of(Decimal::ONE, markup));
        part.transpose()?.map(|part| add(Decimal::ONE, part)).transpose()
    }

    /// What the line must bring at least, unrounded; `times` is the [`lift`](Self::lift).
    ///
    /// # Errors
    /// `number.overflow`.
    pub(super) fn of(&self, line: &RequestLine, list: Decimal, times: Option<Decimal>) -> Result<Decimal> {
        let mut floor = Decimal::ZERO;
        let mut lift = |to: Decimal| floor = if floor.is_zero() { to } else { floor.max(to) };
        if let Some(price) = line.min_price {
            lift(mul(price, line.quantity)?);
        }
        if let Some(cost) = line.cost.filter(|_| self.min_margin_percent.is_some() || self.min_markup_percent.is_some())
        {
            let cost = mul(cost, line.quantity)?;
            if let Some(margin) = self.min_margin_percent {
                let kept = sub(Decimal::ONE_HUNDRED, margin)?;
                lift(div(mul(cost, Decimal::ONE_HUNDRED)?, kept)?);
            }
            if let Some(times) = times {
                lift(mul(cost, times)?);
            }
        }
        if let Some(discount) = self.max_discount_percent {
            lift(sub(list, percent_of(list, discount)?)?);
        }
        Ok(floor)
    }

    /// # Errors
    /// `rule.invalid`.
    pub(super) fn check(&self) -> Result<()> {
        let hundred = Decimal::ONE_HUNDRED;
        let sound = self.min_margin_percent.is_none_or(|margin| margin < hundred)
            && self.max_discount_percent.is_none_or(|most| (Decimal::ZERO..=hundred).contains(&most));
        if sound { Ok(()) } else { Err(Error::new(Code::RuleInvalid, "floor")) }
    }
}
