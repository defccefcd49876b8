//! What waiting for the money costs.

use rust_decimal::Decimal;

use super::priced::Deferred;
use crate::domain::date::Date;
use crate::domain::error::{Code, Error, Result};
use crate::domain::money::{Currency, Rounding, add, div, mul, percent_of, percentage, sub};
use crate::domain::power::pow;
use crate::domain::terms::{CapitalCost, DayCount, Instalment, Schedule};

/// Payment later than delivery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deferral {
    /// When it is paid.
    pub paid: Paid,
    /// What a year of waiting costs, in percent: 0 to 1000.
    pub annual_percent: Decimal,
    /// How a part of a year is reckoned.
    pub method: Discounting,
}

/// When it is paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Paid {
    /// All of it, so many days after delivery.
    After {
        /// Days from delivery to payment.
        days: u32,
        /// Days of a year, such as 365 or 360.
        year_days: u32,
    },
    /// On days of the calendar.
    On(PaidOn),
}

/// Payments on days of the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaidOn {
    /// The day of the delivery.
    pub delivered: Date,
    /// How days are counted and how long a year is.
    pub day_count: DayCount,
    /// What is owed: each payment counts in proportion to it, so that the same parts hold for another amount. With interest the
    /// payments come to more.
    pub owed: Decimal,
    /// What is paid when.
    pub payments: Vec<Instalment>,
}

/// How a part of a year is reckoned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Discounting {
    /// A / (1 + r)^(t/B), the convention of XNPV.
    #[default]
    Compound,
    /// A / (1 + r t/B).
    Simple,
    /// A (1 - r t/B).
    Bank,
}

/// A rate above this is a slip of the pen, and far below what would strain the arithmetic.
const MOST_PERCENT: Decimal = Decimal::ONE_THOUSAND;

impl Deferral {
    /// What one unit of money, paid that late, is worth on the day of delivery: from 1 down to 0 if it is paid at once; above
    /// 1 if it is paid before the delivery, or with interest that brings more than waiting takes.
    ///
    /// Compound discounting is exact to at least 20 digits after the point; the others to 28.
    ///
    /// # Errors
    /// `number.range` for a rate, a year or payments out of range, or if bank discount would take more than there is.
    pub fn factor(&self) -> Result<Decimal> {
        self.check()?;
        match &self.paid {
            Paid::After { days, year_days } => self.after(*days, *year_days),
            Paid::On(PaidOn { delivered, day_count, owed, payments }) => {
                let Self { annual_percent, method, .. } = *self;
                let capital = CapitalCost { annual_percent, method, day_count: *day_count };
                div(Schedule::new(*delivered, payments)?.present_value(&capital)?, *owed)
            }
        }
    }

    /// What waiting costs for a net amount, and what it makes of the discount from the list amount.
    ///
    /// # Errors
    /// As for [`Deferral::factor`].
    pub fn of(&self, list: Decimal, net: Decimal, rounding: Rounding, currency: Currency) -> Result<Deferred> {
        let factor = self.factor()?;
        let worth = mul(net, factor)?;
        let present_value = rounding.round(worth, currency.minor_units());
        Ok(Deferred {
            present_value,
            cost: sub(net, present_value)?,
            cost_percent: mul(sub(Decimal::ONE, factor)?, Decimal::ONE_HUNDRED)?.normalize(),
            effective_percent: percentage(sub(list, worth)?, list)?,
        })
    }

    fn after(&self, days: u32, year_days: u32) -> Result<Decimal> {
        let years = div(days.into(), year_days.into())?;
        let rate = percent_of(Decimal::ONE, self.annual_percent)?;
        match self.method {
            Discounting::Compound => pow(add(Decimal::ONE, rate)?, -years),
            Discounting::Simple => div(Decimal::ONE, add(Decimal::ONE, mul(rate, years)?)?),
            Discounting::Bank => {
                let factor = sub(Decimal::ONE, mul(rate, years)?)?;
                if factor < Decimal::ZERO { Err(out_of_range()) } else { Ok(factor) }
            }
        }
    }

    pub(super) fn check(&self) -> Result<()> {
        let paid = match &self.paid {
            Paid::After { year_days, .. } => *year_days > 0,
            Paid::On(paid) => paid.owed > Decimal::ZERO,
        };
        let sound = paid && (Decimal::ZERO..=MOST_PERCENT).contains(&self.annual_percent);
        if sound { Ok(()) } else { Err(out_of_range()) }
    }
}

fn out_of_range() -> Error {
    Error::new(Code::NumberRange, "deferral")
}
