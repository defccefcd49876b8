//! Rates of interest: a year's, a period's, and what a sum grows to.
//!
//! Rates here are fractions: 0.06 is six percent.

use rust_decimal::Decimal;

use super::day_count::DayCount;
use crate::domain::date::Date;
use crate::domain::error::{Code, Error, Result};
use crate::domain::money::{add, div, mul, sub};
use crate::domain::power::pow;

/// What a sum becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accretion {
    /// The sum with its interest.
    pub value: Decimal,
    /// The interest alone.
    pub interest: Decimal,
}

/// What an amount grows to at a yearly rate with compound interest: `A (1 + r)^t`, unrounded.
///
/// ```
/// use rust_decimal::Decimal;
/// use sapa::domain::terms::accrete;
///
/// let paid_in_advance = accrete(4_000.into(), Decimal::new(6, 2), 2.into())?;
/// assert_eq!(paid_in_advance.interest.to_string(), "494.4000");
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
///
/// # Errors
/// `number.range` for a rate of -100 % or less, `number.overflow`.
pub fn accrete(amount: Decimal, rate: Decimal, years: Decimal) -> Result<Accretion> {
    let value = mul(amount, growth(rate, years)?)?;
    Ok(Accretion { value, interest: sub(value, amount)? })
}

/// The rate of one period of a nominal yearly rate: `i / m`.
///
/// # Errors
/// `number.range` for no periods.
pub fn periodic_rate(nominal: Decimal, periods: u32) -> Result<Decimal> {
    some(periods)?;
    div(nominal, periods.into())
}

/// The yearly rate that a nominal rate comes to with its interest paid `periods` times a year: `(1 + i/m)^m - 1`.
///
/// ```
/// use rust_decimal::Decimal;
/// use sapa::domain::money::Rounding;
/// use sapa::domain::terms::effective_rate;
///
/// let quarterly = effective_rate(Decimal::new(1, 1), 4)?;
/// assert_eq!(Rounding::HalfUp.round(quarterly, 6).to_string(), "0.103813");
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
///
/// # Errors
/// `number.range` for no periods or a rate of -100 % a period or less, `number.overflow`.
pub fn effective_rate(nominal: Decimal, periods: u32) -> Result<Decimal> {
    sub(growth(periodic_rate(nominal, periods)?, periods.into())?, Decimal::ONE)
}

/// The nominal rate that comes to this yearly rate: `m ((1 + e)^(1/m) - 1)`.
///
/// # Errors
/// `number.range` for no periods or a rate of -100 % or less, `number.overflow`.
pub fn nominal_rate(effective: Decimal, periods: u32) -> Result<Decimal> {
    some(periods)?;
    let period = sub(growth(effective, div(Decimal::ONE, periods.into())?)?, Decimal::ONE)?;
    mul(period, periods.into())
}

/// The yearly rate at which a bank discounts what it buys for `price` and is paid `redemption` for: `(R - P) / R / t`.
///
/// # Errors
/// `number.range` unless the redemption is above zero and the second day is after the first; `number.overflow`.
pub fn bank_discount_rate(
    price: Decimal,
    redemption: Decimal,
    from: Date,
    to: Date,
    day_count: DayCount,
) -> Result<Decimal> {
    let years = day_count.years(from, to)?;
    if redemption <= Decimal::ZERO || years <= Decimal::ZERO {
        return Err(Error::new(Code::NumberRange, "bank discount"));
    }
    // The years may be a quotient without a last digit, so it is divided by once and late.
    div(div(sub(redemption, price)?, redemption)?, years)
}

/// `(1 + rate)^periods`.
pub(super) fn growth(rate: Decimal, periods: Decimal) -> Result<Decimal> {
    pow(add(Decimal::ONE, rate)?, periods)
}

fn some(periods: u32) -> Result<()> {
    if periods > 0 { Ok(()) } else { Err(Error::new(Code::NumberRange, "no periods")) }
}
