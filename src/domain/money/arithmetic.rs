//! Sums, products and percentages that tell when they do not fit.

use rust_decimal::Decimal;

use super::word::{of_word, word};
use super::{Currency, Rounding};
use crate::domain::error::{Code, Error, Result};

/// So many percent of the amount, exact up to 28 digits.
///
/// # Errors
/// `number.overflow`.
#[cfg_attr(optimize_attribute, optimize(speed), inline(never))]
pub fn percent_of(amount: Decimal, percent: Decimal) -> Result<Decimal> {
    // Moving the point is all it takes, unless there is no place left to move it to.
    let mut rate = percent;
    match rate.set_scale(percent.scale() + 2) {
        Ok(()) => mul(amount, rate),
        Err(_) => div(mul(amount, percent)?, Decimal::ONE_HUNDRED),
    }
}

/// The sum.
///
/// # Errors
/// `number.overflow`.
#[cfg_attr(optimize_attribute, optimize(speed), inline(never))]
pub fn add(a: Decimal, b: Decimal) -> Result<Decimal> {
    or_overflow(sum_of_words(a, b).or_else(|| a.checked_add(b)))
}

/// The difference.
///
/// # Errors
/// `number.overflow`.
pub fn sub(a: Decimal, b: Decimal) -> Result<Decimal> {
    // One addition in the module instead of two: it is long.
    add(a, -b)
}

/// The product.
///
/// # Errors
/// `number.overflow`.
#[inline]
#[cfg_attr(optimize_attribute, optimize(speed))]
pub fn mul(a: Decimal, b: Decimal) -> Result<Decimal> {
    or_overflow(product_of_words(a, b).or_else(|| product_at_length(a, b)))
}

/// The product, if it is exact with all its digits.
#[inline]
#[cfg_attr(optimize_attribute, optimize(speed))]
pub(in crate::domain) fn exact_product(a: Decimal, b: Decimal) -> Option<Decimal> {
    let exact = |product: &Decimal| product.scale() == a.scale() + b.scale();
    product_of_words(a, b).or_else(|| product_at_length(a, b).filter(exact))
}

/// The quotient.
///
/// # Errors
/// `number.overflow`, also for division by zero.
pub fn div(a: Decimal, b: Decimal) -> Result<Decimal> {
    or_overflow(a.checked_div(b))
}

/// The part in percent of the whole, unrounded; zero if the whole is.
///
/// # Errors
/// `number.overflow`.
pub fn percentage(part: Decimal, whole: Decimal) -> Result<Decimal> {
    if whole.is_zero() {
        return Ok(Decimal::ZERO);
    }
    // Multiplied first: the quotient is then exact whenever it can be.
    Ok(div(mul(part, Decimal::ONE_HUNDRED)?, whole)?.normalize())
}

/// How many of `steps` equal steps of the whole the part comes to, rounded down: 0 to `steps`, for drawing.
///
/// ```
/// use sapa::domain::money::portion;
///
/// assert_eq!(portion(25.into(), 200.into(), 1_000), 125);
/// assert_eq!(portion(300.into(), 200.into(), 1_000), 1_000);
/// ```
pub fn portion(part: Decimal, whole: Decimal, steps: u32) -> u32 {
    let share = mul(part, steps.into()).and_then(|scaled| div(scaled, whole)).unwrap_or_default();
    let share = share.clamp(Decimal::ZERO, steps.into());
    Rounding::Down.to_minor(share, Currency::NONE).ok().and_then(|share| u32::try_from(share).ok()).unwrap_or_default()
}

/// Whether both are written alike, which is quicker to see than whether they are equal.
#[inline]
pub(in crate::domain) fn alike(a: Decimal, b: Decimal) -> bool {
    a.unpack() == b.unpack()
}

/// Compiled in place, unlike `ok_or_else` where size is what counts: this is the most used path of all.
#[inline(always)]
fn or_overflow(found: Option<Decimal>) -> Result<Decimal> {
    match found {
        Some(found) => Ok(found),
        None => Err(overflow()),
    }
}

#[cold]
pub(super) fn overflow() -> Error {
    Error::new(Code::NumberOverflow, "more than 28 digits")
}

/// The sum of numbers of the same scale, where machine words hold it; nothing is added to zero, which has any scale.
#[inline(always)]
fn sum_of_words(a: Decimal, b: Decimal) -> Option<Decimal> {
    let sum = word(a).filter(|word| *word != 0)?.checked_add(word(b).filter(|word| *word != 0)?)?;
    (a.scale() == b.scale() && sum != 0).then(|| of_word(sum, a.scale()))
}

/// The product, where machine words hold it with all its digits: most are of a price and a quantity, or a percentage.
#[inline(always)]
fn product_of_words(a: Decimal, b: Decimal) -> Option<Decimal> {
    let scale = a.scale() + b.scale();
    let (a, b) = (word(a)?, word(b)?);
    // Two numbers of so many bits together have a product of no more.
    let fits = a.unsigned_abs().leading_zeros() + b.unsigned_abs().leading_zeros() > i64::BITS;
    (fits && a != 0 && b != 0 && scale <= Decimal::MAX_SCALE).then(|| of_word(a * b, scale))
}

/// Any other product. It is long, so it is in the module once.
#[cold]
#[inline(never)]
fn product_at_length(a: Decimal, b: Decimal) -> Option<Decimal> {
    a.checked_mul(b)
}
