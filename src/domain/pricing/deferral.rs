//! What waiting for the money costs.

use rust_decimal::Decimal;

use crate::domain::error::{Code, Error, Result};
use crate::domain::money::{add, div, mul, percent_of, sub};
use crate::domain::power::pow;

/// Payment later than delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deferral {
    /// Days from delivery to payment.
    pub days: u32,
    /// What a year of waiting costs, in percent: 0 to 1000.
    pub annual_percent: Decimal,
    /// How a part of a year is reckoned.
    pub method: Discounting,
    /// Days of a year, such as 365 or 360.
    pub year_days: u32,
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
    /// What one unit of money, paid that late, is worth on the day of delivery: from 1 down to 0.
    ///
    /// Compound discounting is exact to at least 20 digits after the point; the others to 28.
    ///
    /// # Errors
    /// `number.range` for a rate or a year out of range, or if bank discount would take more than there is.
    pub fn factor(&self) -> Result<Decimal> {
        self.check()?;
        let years = div(self.days.into(), self.year_days.into())?;
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
        let sound = self.year_days > 0 && (Decimal::ZERO..=MOST_PERCENT).contains(&self.annual_percent);
        if sound { Ok(()) } else { Err(out_of_range()) }
    }
}

fn out_of_range() -> Error {
    Error::new(Code::NumberRange, "deferral")
}
