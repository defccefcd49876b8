//! What waiting for money costs.

use rust_decimal::Decimal;

use super::day_count::DayCount;
use super::interest::growth;
use crate::domain::date::Date;
use crate::domain::error::{Code, Error, Result};
use crate::domain::money::{add, div, mul, percent_of, sub};
use crate::domain::pricing::Discounting;

/// What waiting for money costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CapitalCost {
    /// What a year of waiting costs, in percent: 0 to 1000.
    pub annual_percent: Decimal,
    /// How a part of a year is reckoned.
    pub method: Discounting,
    /// How the part of a year is counted.
    pub day_count: DayCount,
}

impl CapitalCost {
    /// So many percent a year with interest on interest, in years of 365 days.
    pub const fn yearly(annual_percent: Decimal) -> Self {
        Self { annual_percent, method: Discounting::Compound, day_count: DayCount::Actual365 }
    }

    /// What one unit of money paid on the day `to` is worth on the day `from`; above one if it is paid before.
    ///
    /// # Errors
    /// As for [`CapitalCost::over`].
    pub fn factor(&self, from: Date, to: Date) -> Result<Decimal> {
        self.over(self.day_count.years(from, to)?)
    }

    /// What one unit of money is worth so many years before it is paid.
    ///
    /// Compound `(1 + r)^-t`, simple `1 / (1 + rt)`, bank discount `1 - rt`. Before zero it is the inverse of the time
    /// turned round: early money earns what late money costs.
    ///
    /// ```
    /// use sapa::domain::money::{Rounding, div};
    /// use sapa::domain::pricing::Discounting;
    /// use sapa::domain::terms::{CapitalCost, DayCount};
    ///
    /// let sixty_days = div(60.into(), 365.into())?;
    /// let worth = |method| {
    ///     let cost = CapitalCost { annual_percent: 18.into(), method, day_count: DayCount::Actual365 };
    ///     cost.over(sixty_days).map(|factor| Rounding::HalfUp.round(factor, 5).to_string())
    /// };
    /// assert_eq!(worth(Discounting::Simple)?, "0.97126");
    /// assert_eq!(worth(Discounting::Compound)?, "0.97316");
    /// assert_eq!(worth(Discounting::Bank)?, "0.97041");
    /// # Ok::<(), sapa::domain::error::Error>(())
    /// ```
    ///
    /// # Errors
    /// `number.range` for a rate out of range, or if bank discount leaves nothing; `number.overflow`.
    pub fn over(&self, years: Decimal) -> Result<Decimal> {
        if !(Decimal::ZERO..=Decimal::ONE_THOUSAND).contains(&self.annual_percent) {
            return Err(Error::new(Code::NumberRange, "cost of capital"));
        }
        let rate = percent_of(Decimal::ONE, self.annual_percent)?;
        let late = years.abs();
        let discounted = match self.method {
            Discounting::Compound => return growth(rate, -years),
            Discounting::Simple => div(Decimal::ONE, add(Decimal::ONE, mul(rate, late)?)?)?,
            Discounting::Bank => sub(Decimal::ONE, mul(rate, late)?)?,
        };
        if discounted <= Decimal::ZERO {
            return Err(Error::new(Code::NumberRange, "bank discount of everything"));
        }
        if years < Decimal::ZERO { div(Decimal::ONE, discounted) } else { Ok(discounted) }
    }
}
