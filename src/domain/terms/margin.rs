//! What is left of a price after what the goods cost.

use rust_decimal::Decimal;

use crate::domain::error::{Code, Error, Result};
use crate::domain::money::{add, div, mul, percent_of, percentage, sub};

/// What a price leaves after the cost, in percent of the price: `(P - C) / P`.
///
/// # Errors
/// `number.range` unless the price is above zero, `number.overflow`.
pub fn margin(price: Decimal, cost: Decimal) -> Result<Decimal> {
    above_zero(price)?;
    percentage(sub(price, cost)?, price)
}

/// What a quantity leaves over what it costs to make: `q (p - c)`; below zero if sold below cost.
///
/// # Errors
/// `number.overflow`.
pub fn contribution(quantity: Decimal, price: Decimal, cost: Decimal) -> Result<Decimal> {
    mul(quantity, sub(price, cost)?)
}

/// By how much the quantity must change for the same contribution when the price changes: `-dP / (CM + dP)`, as a
/// fraction. With `price_change` below zero it is what must be sold more.
///
/// ```
/// use rust_decimal::Decimal;
/// use sapa::domain::terms::break_even_volume;
///
/// // 2.50 less 0.50, at a cost of 1.00: half as many again.
/// let more = break_even_volume(Decimal::new(250, 2), 1.into(), Decimal::new(-50, 2))?;
/// assert_eq!(more + more, 1.into());
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
///
/// # Errors
/// `number.range` if the old price or the new one leaves nothing over the cost: then no quantity brings it back.
pub fn break_even_volume(price: Decimal, variable_cost: Decimal, price_change: Decimal) -> Result<Decimal> {
    let before = sub(price, variable_cost)?;
    let after = add(before, price_change)?;
    above_zero(before)?;
    above_zero(after)?;
    div(-price_change, after)
}

/// What must be sold more, in units, so that a discount in percent costs no profit.
///
/// ```
/// use sapa::domain::terms::extra_volume;
///
/// // 100 units at 50, cost 30: with 20 percent off each leaves 10 instead of 20.
/// assert_eq!(extra_volume(100.into(), 50.into(), 30.into(), 20.into())?, 100.into());
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
///
/// # Errors
/// As for [`break_even_volume`].
pub fn extra_volume(quantity: Decimal, price: Decimal, cost: Decimal, discount_percent: Decimal) -> Result<Decimal> {
    let change = -percent_of(price, discount_percent)?;
    mul(quantity, break_even_volume(price, cost, change)?)
}

/// The largest discount in percent that leaves a margin: `1 - C / (L (1 - m))`. Below zero if even the list price does not
/// leave it.
///
/// ```
/// use sapa::domain::terms::largest_discount;
///
/// // At a cost of 60 a margin of a quarter needs a price of 80.
/// assert_eq!(largest_discount(100.into(), 60.into(), 25.into())?, 20.into());
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
///
/// # Errors
/// `number.range` unless the list price is above zero and the margin below 100; `number.overflow`.
pub fn largest_discount(list: Decimal, cost: Decimal, margin_percent: Decimal) -> Result<Decimal> {
    above_zero(list)?;
    let rest = sub(Decimal::ONE_HUNDRED, margin_percent)?;
    above_zero(rest)?;
    let kept = div(mul(mul(cost, Decimal::ONE_HUNDRED)?, Decimal::ONE_HUNDRED)?, mul(list, rest)?)?;
    sub(Decimal::ONE_HUNDRED, kept)
}

fn above_zero(value: Decimal) -> Result<()> {
    if value > Decimal::ZERO { Ok(()) } else { Err(Error::new(Code::NumberRange, "nothing left to divide by")) }
}
