//! Compound growth: a power with a fractional exponent, in decimals.
//!
//! Binary floats would do for one screen, but two devices must show the same cent, so the series are summed in decimals.

use rust_decimal::Decimal;

use crate::domain::error::Result;
use crate::domain::money::{add, div, mul, sub};

/// ln 2 to 28 digits.
const LN_2: Decimal = Decimal::from_parts(0xaa7a_65bf, 0x81f5_2f01, 0x1665_943f, false, 28);

/// `(1 + rate)^-years` for a rate and a time of zero or more, exact to at least 20 digits after the point.
pub(super) fn discount(rate: Decimal, years: Decimal) -> Result<Decimal> {
    exp_negative(mul(ln(add(Decimal::ONE, rate)?)?, years)?)
}

/// The natural logarithm of `x >= 1`, by `ln x = 2 artanh((x - 1) / (x + 1))`.
fn ln(mut x: Decimal) -> Result<Decimal> {
    // Halved to 1.5 at most, where the series gains more than a digit with each term.
    let mut halvings = Decimal::ZERO;
    while x > Decimal::new(15, 1) {
        x = div(x, Decimal::TWO)?;
        halvings = add(halvings, Decimal::ONE)?;
    }
    let ratio = div(sub(x, Decimal::ONE)?, add(x, Decimal::ONE)?)?;
    let square = mul(ratio, ratio)?;
    let (mut sum, mut power, mut odd) = (Decimal::ZERO, ratio, Decimal::ONE);
    while !power.is_zero() {
        sum = add(sum, div(power, odd)?)?;
        power = mul(power, square)?;
        odd = add(odd, Decimal::TWO)?;
    }
    add(mul(Decimal::TWO, sum)?, mul(halvings, LN_2)?)
}

/// `e^-y` for `y >= 0`: the series for a small part of `y`, squared back up.
fn exp_negative(mut y: Decimal) -> Result<Decimal> {
    let small = Decimal::new(1, 1);
    let mut halvings = 0;
    while y > small {
        y = div(y, Decimal::TWO)?;
        halvings += 1;
    }
    let (mut sum, mut term, mut index) = (Decimal::ONE, Decimal::ONE, Decimal::ZERO);
    while !term.is_zero() {
        index = add(index, Decimal::ONE)?;
        term = div(mul(term, -y)?, index)?;
        sum = add(sum, term)?;
    }
    for _ in 0..halvings {
        sum = mul(sum, sum)?;
    }
    Ok(sum)
}
