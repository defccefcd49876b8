//! What paying later, in parts, takes off the price.

use rust_decimal::Decimal;

use super::capital::CapitalCost;
use super::day_count::DayCount;
use super::instalment::Instalment;
use crate::domain::date::Date;
use crate::domain::error::{Code, Error, Result};
use crate::domain::money::{add, div, mul, sub};
use crate::domain::power::exp;

/// Payments for what is delivered on a day: before it, on it or after it.
///
/// ```
/// use sapa::domain::date::Date;
/// use sapa::domain::money::Rounding;
/// use sapa::domain::pricing::Discounting;
/// use sapa::domain::terms::{CapitalCost, DayCount, Instalment, Schedule};
///
/// let delivered = Date::parse("2026-03-01")?;
/// let in_sixty_days = [Instalment { due: delivered.add_days(60)?, amount: 950.into() }];
/// let schedule = Schedule::new(delivered, &in_sixty_days)?;
/// let cost = CapitalCost {
///     annual_percent: 18.into(), method: Discounting::Simple, day_count: DayCount::Actual365,
/// };
/// // 5 percent off, and then two months of waiting: nearly 8 in all.
/// let given = schedule.effective_discount(5.into(), &cost)?;
/// assert_eq!(Rounding::HalfUp.round(given, 2).to_string(), "7.73");
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Schedule<'a> {
    delivered: Date,
    payments: &'a [Instalment],
    total: Decimal,
}

impl<'a> Schedule<'a> {
    /// The payments for a delivery.
    ///
    /// # Errors
    /// `number.range` without payments, for one below zero, or if all come to nothing; `number.overflow`.
    pub fn new(delivered: Date, payments: &'a [Instalment]) -> Result<Self> {
        let total = payments.iter().try_fold(Decimal::ZERO, |sum, payment| add(sum, payment.amount))?;
        if total <= Decimal::ZERO || payments.iter().any(|payment| payment.amount < Decimal::ZERO) {
            return Err(Error::new(Code::NumberRange, "a schedule without payments, or with one below zero"));
        }
        Ok(Self { delivered, payments, total })
    }

    /// All payments together.
    pub fn total(&self) -> Decimal {
        self.total
    }

    /// What they are worth on the day of delivery, unrounded: above the total if most come before it.
    ///
    /// # Errors
    /// As for [`CapitalCost::over`].
    pub fn present_value(&self, cost: &CapitalCost) -> Result<Decimal> {
        self.payments.iter().try_fold(Decimal::ZERO, |sum, payment| {
            add(sum, mul(payment.amount, cost.factor(self.delivered, payment.due)?)?)
        })
    }

    /// The discount in percent that a discount and these payments come to together: `1 - (1 - d) PV / A`.
    ///
    /// # Errors
    /// `number.range` for a discount above 100, otherwise as for [`CapitalCost::over`].
    pub fn effective_discount(&self, discount_percent: Decimal, cost: &CapitalCost) -> Result<Decimal> {
        if discount_percent > Decimal::ONE_HUNDRED {
            return Err(Error::new(Code::NumberRange, "a discount above 100 percent"));
        }
        let left = mul(sub(Decimal::ONE_HUNDRED, discount_percent)?, self.present_value(cost)?)?;
        sub(Decimal::ONE_HUNDRED, div(left, self.total)?)
    }

    /// The discount in percent for paying on delivery that is worth as much to who is paid: `1 - PV / A`.
    ///
    /// A larger one is dearer than waiting. Below zero if the payments come before the delivery.
    ///
    /// # Errors
    /// As for [`CapitalCost::over`].
    pub fn break_even_discount(&self, cost: &CapitalCost) -> Result<Decimal> {
        self.effective_discount(Decimal::ZERO, cost)
    }

    /// What must be added to the price, in percent, so that these payments are worth it on delivery: `A / PV - 1`.
    ///
    /// # Errors
    /// As for [`CapitalCost::over`].
    pub fn fair_surcharge(&self, cost: &CapitalCost) -> Result<Decimal> {
        let worth = self.present_value(cost)?;
        div(mul(Decimal::ONE_HUNDRED, sub(self.total, worth)?)?, worth)
    }

    /// What a year of these payments costs the client who could pay `cash_price` on delivery, as a fraction with interest
    /// on interest: the rate at which both are worth the same. Below zero if the cash price is the higher.
    ///
    /// # Errors
    /// `number.range` if a payment comes before the delivery or all on it, if what is due on delivery alone reaches the
    /// cash price, or if the rate is outside -98 % to 100,000,000 %; `number.overflow`.
    pub fn annual_cost(&self, cash_price: Decimal, day_count: DayCount) -> Result<Decimal> {
        let mut flows = Vec::with_capacity(self.payments.len());
        for payment in self.payments {
            flows.push((day_count.years(self.delivered, payment.due)?, payment.amount));
        }
        let early = flows.iter().any(|(years, _)| *years < Decimal::ZERO);
        if early || flows.iter().all(|(years, _)| years.is_zero()) {
            return Err(Error::new(Code::NumberRange, "a payment before the delivery, or none after it"));
        }
        // The value falls as the force of interest, ln (1 + r), rises, so halving finds the one place where it is right.
        let excess = |force: Decimal| -> Result<Decimal> {
            flows
                .iter()
                .try_fold(-cash_price, |sum, (years, amount)| add(sum, mul(*amount, exp(-mul(force, *years)?)?)?))
        };
        let cheaper = cash_price <= self.total;
        let mut low = if cheaper { Decimal::ZERO } else { Decimal::from(-4) };
        let mut high = if cheaper { Decimal::from(14) } else { Decimal::ZERO };
        if excess(low)? < Decimal::ZERO || excess(high)? > Decimal::ZERO {
            return Err(Error::new(Code::NumberRange, "no rate makes the payments worth the cash price"));
        }
        while sub(high, low)? > Decimal::new(1, 20) {
            let middle = div(add(low, high)?, Decimal::TWO)?;
            if excess(middle)? > Decimal::ZERO { low = middle } else { high = middle }
        }
        sub(exp(low)?, Decimal::ONE)
    }
}
