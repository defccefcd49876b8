//! Equal payments at equal distances.
//!
//! Signs are those of spreadsheets: what is received is above zero, what is paid is below. Rates are fractions of one period.

use rust_decimal::Decimal;

use super::cash_flow::internal_rate;
use super::interest::growth;
use crate::domain::error::{Code, Error, Result};
use crate::domain::money::{add, div, mul, sub};

/// Equal payments at equal distances, and a last sum at the end of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Annuity {
    /// The rate of one period: 0.01 is one percent.
    pub rate: Decimal,
    /// How many payments: 1 and more.
    pub periods: u32,
    /// What remains, or is due, after the last of them; zero if nothing.
    pub future: Decimal,
    /// Whether a payment opens its period or closes it.
    pub due: Due,
}

/// Whether a payment opens its period or closes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Due {
    /// At the end of the period, spreadsheets' type 0.
    #[default]
    End,
    /// At its beginning, spreadsheets' type 1.
    Begin,
}

impl Annuity {
    /// What payments of this amount are worth now: spreadsheets' PV.
    ///
    /// # Errors
    /// `number.range` for no periods or a rate of -100 % or less, `number.overflow`.
    pub fn present_value(&self, payment: Decimal) -> Result<Decimal> {
        let (discount, sum) = self.factors()?;
        Ok(-add(mul(payment, sum)?, mul(self.future, discount)?)?)
    }

    /// The payment that is worth `present` now: spreadsheets' PMT.
    ///
    /// ```
    /// use rust_decimal::Decimal;
    /// use sapa::domain::money::Rounding;
    /// use sapa::domain::terms::{Annuity, Due, periodic_rate};
    ///
    /// let rate = periodic_rate(Decimal::new(1, 1), 12)?;
    /// let loan = Annuity { rate, periods: 24, future: Decimal::ZERO, due: Due::End };
    /// let payment = loan.payment(100_000.into())?;
    /// assert_eq!(Rounding::HalfUp.round(payment, 2), Decimal::new(-4614_49, 2));
    /// # Ok::<(), sapa::domain::error::Error>(())
    /// ```
    ///
    /// # Errors
    /// As for [`Annuity::present_value`].
    pub fn payment(&self, present: Decimal) -> Result<Decimal> {
        let (discount, sum) = self.factors()?;
        div(-add(present, mul(self.future, discount)?)?, sum)
    }

    /// What one unit at the end is worth now, and what a payment of one unit each period is.
    fn factors(&self) -> Result<(Decimal, Decimal)> {
        if self.periods == 0 {
            return Err(Error::new(Code::NumberRange, "no periods"));
        }
        let periods = Decimal::from(self.periods);
        let discount = growth(self.rate, -periods)?;
        if self.rate.is_zero() {
            return Ok((discount, periods));
        }
        let sum = div(sub(Decimal::ONE, discount)?, self.rate)?;
        match self.due {
            Due::End => Ok((discount, sum)),
            Due::Begin => Ok((discount, mul(sum, add(Decimal::ONE, self.rate)?)?)),
        }
    }
}

/// What paying by instalments costs over paying at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InstalmentCost {
    /// All instalments together.
    pub total: Decimal,
    /// What they come to above the cash price.
    pub interest: Decimal,
    /// The rate of one period at which both are worth the same, as a fraction.
    pub periodic_rate: Decimal,
    /// That rate times the periods of a year.
    pub nominal_rate: Decimal,
    /// The rate of a year, with interest on interest.
    pub effective_rate: Decimal,
}

/// What equal instalments, one at the end of each period, cost over paying the cash price at once.
///
/// # Errors
/// `number.range` unless price, payment, count and periods of a year are above zero, and for more than 480 payments;
/// `number.overflow`.
pub fn instalment_cost(
    cash_price: Decimal,
    payment: Decimal,
    count: u32,
    periods_per_year: u32,
) -> Result<InstalmentCost> {
    if cash_price <= Decimal::ZERO || payment <= Decimal::ZERO || count == 0 || count > 480 || periods_per_year == 0 {
        return Err(Error::new(Code::NumberRange, "instalments"));
    }
    let total = mul(payment, count.into())?;
    let mut flows = vec![-cash_price];
    flows.extend((0..count).map(|_| payment));
    let periodic_rate = internal_rate(&flows)?;
    Ok(InstalmentCost {
        total,
        interest: sub(total, cash_price)?,
        periodic_rate,
        nominal_rate: mul(periodic_rate, periods_per_year.into())?,
        effective_rate: sub(growth(periodic_rate, periods_per_year.into())?, Decimal::ONE)?,
    })
}
