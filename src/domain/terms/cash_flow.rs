//! What payments at different times are worth together, and at which rate that is nothing.
//!
//! Rates are fractions: 0.06 is six percent.

use rust_decimal::Decimal;

use super::day_count::DayCount;
use super::interest::growth;
use super::polynomial::roots_within_one;
use crate::domain::date::Date;
use crate::domain::error::{Code, Error, Result};
use crate::domain::money::{add, div, mul, sub};

/// Where in time the first of equally spaced payments lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum FirstPayment {
    /// Now, in period 0.
    #[default]
    Now,
    /// At the end of the first period, as spreadsheets' NPV has it.
    EndOfPeriod,
}

/// The present value of one payment each period.
///
/// ```
/// use rust_decimal::Decimal;
/// use sapa::domain::terms::{FirstPayment, net_present_value};
///
/// let flows = [(-100).into(), 110.into()];
/// let value = net_present_value(Decimal::new(1, 1), &flows, FirstPayment::Now)?;
/// assert_eq!(value, 0.into());
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
///
/// # Errors
/// `number.range` for a rate of -100 % or less, `number.overflow`.
pub fn net_present_value(rate: Decimal, flows: &[Decimal], first: FirstPayment) -> Result<Decimal> {
    let one = add(Decimal::ONE, rate)?;
    if one <= Decimal::ZERO {
        return Err(Error::new(Code::NumberRange, "a rate of -100 % or less"));
    }
    // From the last payment back to the first, so that one division a period is all it takes.
    let now = flows.iter().rev().try_fold(Decimal::ZERO, |later, flow| add(*flow, div(later, one)?))?;
    match first {
        FirstPayment::Now => Ok(now),
        FirstPayment::EndOfPeriod => div(now, one),
    }
}

/// The present value of payments on days, on the day of the first: `sum of a / (1 + r)^t`.
///
/// Spreadsheets' XNPV counts the days as [`DayCount::Actual365`].
///
/// # Errors
/// `number.range` for a rate of -100 % or less, `number.overflow`.
pub fn dated_present_value(rate: Decimal, flows: &[(Date, Decimal)], day_count: DayCount) -> Result<Decimal> {
    let Some((start, _)) = flows.first() else { return Ok(Decimal::ZERO) };
    flows.iter().try_fold(Decimal::ZERO, |sum, (date, amount)| {
        let years = day_count.years(*start, *date)?;
        add(sum, mul(*amount, growth(rate, -years)?)?)
    })
}

/// Every rate above -100 % at which the payments, one each period, are worth nothing; the lowest first.
///
/// There is none if all payments go the same way, and there may be as many as there are changes of direction.
///
/// # Errors
/// `number.range` for more than 481 payments, which are forty years of months, `number.overflow`.
pub fn internal_rates(flows: &[Decimal]) -> Result<Vec<Decimal>> {
    if flows.len() > 481 {
        return Err(Error::new(Code::NumberRange, "too many payments"));
    }
    // Payments of nothing at either end change no rate.
    let paid = |flow: &Decimal| !flow.is_zero();
    let (Some(from), Some(to)) = (flows.iter().position(paid), flows.iter().rposition(paid)) else {
        return Ok(Vec::new());
    };
    let mut flows = flows.get(from..=to).unwrap_or_default().to_vec();

    // With v = 1 / (1 + r) the value is a polynomial in v, and with u = 1 + r, times a power of u, one in u. Rates above
    // zero are roots of the first below one, rates below zero roots of the second below one. A rate of zero is a root at
    // one of both; it is divided out, which running sums do exactly, so that rounding cannot show it a second time.
    let mut zero = None;
    loop {
        let mut sums = Vec::with_capacity(flows.len());
        let mut sum = Decimal::ZERO;
        for flow in &flows {
            sum = add(sum, *flow)?;
            sums.push(sum);
        }
        if !sum.is_zero() {
            break;
        }
        sums.pop();
        flows = sums;
        zero = Some(Decimal::ZERO);
    }
    let above = roots_within_one(&flows)?;
    flows.reverse();
    let mut rates = Vec::new();
    for growth in roots_within_one(&flows)? {
        rates.push(sub(growth, Decimal::ONE)?);
    }
    rates.extend(zero);
    for discount in above.into_iter().rev() {
        rates.push(sub(div(Decimal::ONE, discount)?, Decimal::ONE)?);
    }
    Ok(rates)
}

/// The one rate at which the payments are worth nothing.
///
/// ```
/// use rust_decimal::Decimal;
/// use sapa::domain::terms::internal_rate;
///
/// assert_eq!(internal_rate(&[(-100).into(), 110.into()])?.round_dp(20), Decimal::new(1, 1));
/// assert!(internal_rate(&[100.into(), 110.into()]).is_err());
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
///
/// # Errors
/// `number.range` if there is none or if there are several: then no one of them means anything by itself. Otherwise as
/// for [`internal_rates`].
pub fn internal_rate(flows: &[Decimal]) -> Result<Decimal> {
    match internal_rates(flows)?[..] {
        [rate] => Ok(rate),
        [] => Err(Error::new(Code::NumberRange, "no internal rate")),
        _ => Err(Error::new(Code::NumberRange, "several internal rates")),
    }
}

/// Of several internal rates the one nearest to zero, which is what spreadsheets and NumPy answer; nothing if there is none.
///
/// # Errors
/// As for [`internal_rates`].
pub fn nearest_internal_rate(flows: &[Decimal]) -> Result<Option<Decimal>> {
    Ok(internal_rates(flows)?.into_iter().min_by_key(Decimal::abs))
}
