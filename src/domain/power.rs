//! Powers with any exponent, in decimals.
//!
//! Binary floats would do for one screen, but two devices must show the same cent. The `maths` feature of rust_decimal
//! stops its exponential at seven digits, which is too few to find a rate again from a price.

use rust_decimal::Decimal;

use crate::domain::error::{Code, Error, Result};
use crate::domain::money::{Currency, Rounding, add, div, mul, sub};

/// ln 2 to 28 digits.
const LN_2: Decimal = Decimal::from_parts(0xaa7a_65bf, 0x81f5_2f01, 0x1665_943f, false, 28);

/// `base ^ exponent` for a base above zero, to about 26 digits; whole exponents are multiplied out.
///
/// # Errors
/// `number.range` for a base of zero or less, `number.overflow`.
pub(super) fn pow(base: Decimal, exponent: Decimal) -> Result<Decimal> {
    positive(base)?;
    if exponent < Decimal::ZERO {
        return match pow(base, -exponent) {
            Ok(power) => div(Decimal::ONE, power),
            // What is too large to write has an inverse too small to write.
            Err(_) if base > Decimal::ONE => Ok(Decimal::ZERO),
            Err(error) => Err(error),
        };
    }
    let mut whole = Rounding::Down.to_minor(exponent, Currency::NONE)?;
    let rest = exponent.fract();
    let mut power = if rest.is_zero() { Decimal::ONE } else { exp(mul(ln(base)?, rest)?)? };
    let mut square = base;
    while whole > 0 {
        if whole % 2 == 1 {
            power = mul(power, square)?;
        }
        whole /= 2;
        if whole > 0 {
            square = mul(square, square)?;
        }
    }
    Ok(power)
}

/// The natural logarithm of `x > 0`, by `ln x = 2 artanh((x - 1) / (x + 1))`.
///
/// # Errors
/// `number.range` for zero or less.
fn ln(mut x: Decimal) -> Result<Decimal> {
    positive(x)?;
    // Between 0.75 and 1.5 the series gains more than a digit with each term.
    let mut halvings = Decimal::ZERO;
    while x > Decimal::new(15, 1) {
        x = div(x, Decimal::TWO)?;
        halvings = add(halvings, Decimal::ONE)?;
    }
    while x < Decimal::new(75, 2) {
        x = mul(x, Decimal::TWO)?;
        halvings = sub(halvings, Decimal::ONE)?;
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

/// `e ^ y`: the series for what is left of `y` after whole multiples of ln 2, which are doublings.
///
/// # Errors
/// `number.overflow` for `y` above 66.
pub(super) fn exp(y: Decimal) -> Result<Decimal> {
    let doublings = Rounding::HalfUp.to_minor(div(y, LN_2)?, Currency::NONE)?;
    let rest = sub(y, mul(Decimal::from(doublings), LN_2)?)?;
    let (mut sum, mut term, mut index) = (Decimal::ONE, Decimal::ONE, Decimal::ZERO);
    while !term.is_zero() {
        index = add(index, Decimal::ONE)?;
        term = div(mul(term, rest)?, index)?;
        sum = add(sum, term)?;
    }
    // A decimal holds 96 bits.
    match u32::try_from(doublings.unsigned_abs()) {
        Ok(count) if count < 96 => {
            let factor = Decimal::from(1_i128 << count);
            if doublings < 0 { div(sum, factor) } else { mul(sum, factor) }
        }
        _ if doublings < 0 => Ok(Decimal::ZERO),
        _ => Err(Error::new(Code::NumberOverflow, "exponential")),
    }
}

fn positive(x: Decimal) -> Result<()> {
    if x > Decimal::ZERO { Ok(()) } else { Err(Error::new(Code::NumberRange, "a power of zero or less")) }
}
