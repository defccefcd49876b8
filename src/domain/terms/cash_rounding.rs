//! Rounding a total to what can be paid with coins.

use rust_decimal::Decimal;

use super::instalment::Instalment;
use crate::domain::error::{Code, Error, Result};
use crate::domain::money::{Currency, Rounding, add, div, from_minor, mul, sub};

/// Where the smallest coin is worth more than the smallest unit: Switzerland pays in steps of 5 Rappen, Sweden in whole
/// crowns.
///
/// Only what is paid is rounded so, never a line: the difference is not a discount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CashRounding {
    /// The smallest coin, in money: 0.05. Above zero.
    pub step: Decimal,
    /// Which way an amount between two steps goes.
    pub rounding: Rounding,
}

impl CashRounding {
    /// Steps of so many smallest units of the currency, usually 5, 10, 50 or 100; to the nearest, a tie away from zero.
    ///
    /// ```
    /// use rust_decimal::Decimal;
    /// use sapa::domain::money::Currency;
    /// use sapa::domain::terms::CashRounding;
    ///
    /// let coins = CashRounding::units(5, Currency::new("CHF", 2)?)?;
    /// assert_eq!(coins.round(Decimal::new(13_32, 2))?, Decimal::new(13_30, 2));
    /// # Ok::<(), sapa::domain::error::Error>(())
    /// ```
    ///
    /// # Errors
    /// `rule.invalid` for no units.
    pub fn units(units: u32, currency: Currency) -> Result<Self> {
        let step = from_minor(units.into(), currency)?;
        if step.is_zero() { Err(no_step()) } else { Ok(Self { step, rounding: Rounding::HalfUp }) }
    }

    /// The amount in whole steps.
    ///
    /// # Errors
    /// `rule.invalid` unless the step is above zero, `number.overflow`.
    pub fn round(&self, amount: Decimal) -> Result<Decimal> {
        if self.step <= Decimal::ZERO {
            return Err(no_step());
        }
        mul(self.rounding.round(div(amount, self.step)?, 0), self.step)
    }

    /// The payments in whole steps. What has been paid by then is rounded each time, so that together they come to what all of
    /// them come to in whole steps, and each changes by less than a step. One that comes to nothing is left out.
    ///
    /// # Errors
    /// As for [`CashRounding::round`].
    pub fn payments(&self, payments: Vec<Instalment>) -> Result<Vec<Instalment>> {
        let (mut exact, mut paid) = (Decimal::ZERO, Decimal::ZERO);
        let mut rounded = Vec::with_capacity(payments.len());
        for payment in payments {
            exact = add(exact, payment.amount)?;
            let amount = sub(self.round(exact)?, paid)?;
            paid = add(paid, amount)?;
            if !amount.is_zero() {
                rounded.push(Instalment { amount, ..payment });
            }
        }
        Ok(rounded)
    }
}

fn no_step() -> Error {
    Error::new(Code::RuleInvalid, "a step of zero or less")
}
