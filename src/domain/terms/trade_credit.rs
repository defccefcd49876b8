//! Two percent within 10 days, net 30: what such an offer costs whom.

use rust_decimal::Decimal;

use super::capital::CapitalCost;
use super::day_count::DayCount;
use super::interest::growth;
use crate::domain::date::Date;
use crate::domain::error::{Code, Error, Result};
use crate::domain::money::{div, mul, sub};

/// A discount within some days, or else the full price within more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TradeCredit {
    /// What comes off within the days of the discount, in percent: 0 to below 100.
    pub discount_percent: Decimal,
    /// The days of the discount.
    pub discount_days: u32,
    /// The days within which the full price is due: more than those of the discount.
    pub net_days: u32,
}

/// How the cost of a period becomes that of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Annualised {
    /// Not at all: `d / (1 - d)`.
    Period,
    /// In proportion to its days: `d / (1 - d) B / (N - n)`.
    Simple {
        /// The days of a year, such as 360.
        year_days: u32,
    },
    /// With interest on interest: `(1 / (1 - d))^(B / (N - n)) - 1`.
    Compound {
        /// The days of a year, such as 365.
        year_days: u32,
    },
}

impl TradeCredit {
    /// What it costs the client not to pay early, as a fraction.
    ///
    /// ```
    /// use sapa::domain::money::Rounding;
    /// use sapa::domain::terms::{Annualised, TradeCredit};
    ///
    /// let offer = TradeCredit { discount_percent: 2.into(), discount_days: 10, net_days: 30 };
    /// let cost = offer.cost(Annualised::Simple { year_days: 360 })?;
    /// assert_eq!(Rounding::HalfUp.round(cost, 4).to_string(), "0.3673");
    /// # Ok::<(), sapa::domain::error::Error>(())
    /// ```
    ///
    /// # Errors
    /// `number.range` for a percentage or days out of range, `number.overflow`.
    pub fn cost(&self, annualised: Annualised) -> Result<Decimal> {
        let days = self.days()?;
        let rest = sub(Decimal::ONE_HUNDRED, self.discount_percent)?;
        let period = div(self.discount_percent, rest)?;
        match annualised {
            Annualised::Period => Ok(period),
            // Multiplied first: the quotient is then exact whenever it can be.
            Annualised::Simple { year_days } => div(mul(self.discount_percent, year(year_days)?)?, mul(rest, days)?),
            Annualised::Compound { year_days } => sub(growth(period, div(year(year_days)?, days)?)?, Decimal::ONE),
        }
    }

    /// The last days on which the lower price and the full price are due.
    ///
    /// # Errors
    /// `number.range` for days out of range, `date.invalid` after the year 9999.
    pub fn due(&self, invoiced: Date) -> Result<(Date, Date)> {
        self.days()?;
        let after = |days: u32| invoiced.add_days(i32::try_from(days).unwrap_or(i32::MAX));
        Ok((after(self.discount_days)?, after(self.net_days)?))
    }

    /// The part of a year, above zero, between the two days of a bill of this day.
    ///
    /// # Errors
    /// As for [`TradeCredit::due`].
    pub fn years(&self, invoiced: Date, day_count: DayCount) -> Result<Decimal> {
        let (early, late) = self.due(invoiced)?;
        let years = day_count.years(early, late)?;
        // From a 30th to a 31st no day passes where months have 30, and yet somebody waits.
        if years <= Decimal::ZERO { div(Decimal::ONE, Decimal::from(360)) } else { Ok(years) }
    }

    /// The largest discount, in percent, that these days are worth to who must wait otherwise: what the money loses
    /// between the two days.
    ///
    /// # Errors
    /// `number.range` for days or a rate out of range, `number.overflow`.
    pub fn largest_discount(&self, cost: &CapitalCost, year_days: u32) -> Result<Decimal> {
        lost(cost, div(self.days()?, year(year_days)?)?)
    }

    /// The same for a bill of this day, its days counted as the cost counts them.
    ///
    /// # Errors
    /// As for [`TradeCredit::largest_discount`].
    pub fn worth(&self, cost: &CapitalCost, invoiced: Date) -> Result<Decimal> {
        lost(cost, self.years(invoiced, cost.day_count)?)
    }

    /// The days that paying early forgoes.
    fn days(&self) -> Result<Decimal> {
        let sound = self.net_days > self.discount_days
            && self.discount_percent >= Decimal::ZERO
            && self.discount_percent < Decimal::ONE_HUNDRED;
        if sound {
            Ok(Decimal::from(self.net_days - self.discount_days))
        } else {
            Err(Error::new(Code::NumberRange, "trade credit"))
        }
    }
}

/// What money loses in so many years, in percent.
fn lost(cost: &CapitalCost, years: Decimal) -> Result<Decimal> {
    mul(Decimal::ONE_HUNDRED, sub(Decimal::ONE, cost.over(years)?)?)
}

fn year(days: u32) -> Result<Decimal> {
    if days > 0 { Ok(days.into()) } else { Err(Error::new(Code::NumberRange, "a year of no days")) }
}
