//! Which way a number between two representable ones goes.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::Currency;
use super::arithmetic::{div, mul, overflow};
use super::word::{POWERS, ten_to, word};
use crate::domain::error::{Code, Error, Result};

/// Which way a number between two representable ones goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Rounding {
    /// To the nearest; a tie goes away from zero.
    #[default]
    HalfUp,
    /// To the nearest; a tie goes to the even digit.
    HalfEven,
    /// To the nearest; a tie goes to the odd digit.
    HalfOdd,
    /// To the nearest; a tie goes towards zero.
    HalfDown,
    /// To the nearest; a tie goes towards positive infinity.
    HalfCeiling,
    /// To the nearest; a tie goes towards negative infinity.
    HalfFloor,
    /// Away from zero.
    Up,
    /// Towards zero.
    Down,
    /// Towards positive infinity.
    Ceiling,
    /// Towards negative infinity.
    Floor,
}

impl Rounding {
    /// The value with at most `digits` after the point.
    ///
    /// ```
    /// use rust_decimal::Decimal;
    /// use sapa::domain::money::Rounding;
    ///
    /// let half = Decimal::new(125, 2);
    /// assert_eq!(Rounding::HalfUp.round(half, 1), Decimal::new(13, 1));
    /// assert_eq!(Rounding::HalfEven.round(half, 1), Decimal::new(12, 1));
    /// ```
    pub fn round(self, value: Decimal, digits: u32) -> Decimal {
        match value.scale().checked_sub(digits) {
            None | Some(0) => value,
            // With fewer digits than before it fits.
            Some(surplus) => {
                Decimal::try_from_i128_with_scale(self.shorten(value.mantissa(), surplus), digits).unwrap_or(value)
            }
        }
    }

    /// The amount rounded to a whole number of the currency's smallest units.
    ///
    /// # Errors
    /// `number.overflow`.
    #[inline(always)]
    pub fn to_minor(self, value: Decimal, currency: Currency) -> Result<i128> {
        let digits = currency.minor_units();
        let surplus = value.scale().checked_sub(digits);
        match (surplus, word(value)) {
            (Some(0), Some(word)) => Ok(i128::from(word)),
            (Some(surplus @ ..19), Some(word)) => {
                Ok(i128::from(self.quotient_of_words(word, POWERS[surplus as usize])))
            }
            _ => self.to_minor_at_length(value, digits),
        }
    }

    #[cold]
    #[inline(never)]
    fn to_minor_at_length(self, value: Decimal, digits: u32) -> Result<i128> {
        match value.scale().checked_sub(digits) {
            None => value.mantissa().checked_mul(ten_to(digits - value.scale())).ok_or_else(overflow),
            Some(surplus) => Ok(self.shorten(value.mantissa(), surplus)),
        }
    }

    /// The multiple of `step` that this rounding chooses: with 5, prices end in 0 or 5.
    ///
    /// ```
    /// use sapa::domain::money::Rounding;
    ///
    /// assert_eq!(Rounding::HalfUp.to_multiple(1203.into(), 5.into())?, 1205.into());
    /// # Ok::<(), sapa::domain::error::Error>(())
    /// ```
    ///
    /// # Errors
    /// `number.range` for a step that is not above zero, `number.overflow`.
    pub fn to_multiple(self, value: Decimal, step: Decimal) -> Result<Decimal> {
        if step <= Decimal::ZERO {
            return Err(Error::new(Code::NumberRange, "a step of zero or less"));
        }
        mul(self.round(div(value, step)?, 0), step)
    }

    /// The quotient as a whole number; the denominator is above zero.
    ///
    /// # Errors
    /// `number.overflow`, also for division by zero.
    pub fn divide(self, numerator: i128, denominator: i128) -> Result<i128> {
        if denominator > 0 { Ok(self.quotient(numerator, denominator)) } else { Err(overflow()) }
    }

    /// This part of an amount, rounded to a whole number: `part` of `whole`, which is above zero.
    ///
    /// # Errors
    /// `number.overflow`, also for division by zero.
    #[inline]
    pub(in crate::domain) fn part(self, amount: i128, (part, whole): (i128, i128)) -> Result<i128> {
        if let (Ok(amount), Ok(part), Ok(whole @ 1..)) =
            (i32::try_from(amount), i32::try_from(part), i64::try_from(whole))
        {
            return Ok(i128::from(self.quotient_of_words(i64::from(amount) * i64::from(part), whole)));
        }
        self.divide(amount.checked_mul(part).ok_or_else(overflow)?, whole)
    }

    /// The number without its last `surplus` digits.
    fn shorten(self, number: i128, surplus: u32) -> i128 {
        self.quotient(number, ten_to(surplus))
    }

    fn quotient(self, number: i128, unit: i128) -> i128 {
        // Nearly all amounts fit into half the width, in which division is many times quicker.
        if let (Ok(number), Ok(unit)) = (i64::try_from(number), i64::try_from(unit)) {
            return i128::from(self.quotient_of_words(number, unit));
        }
        let (whole, rest) = (number / unit, number % unit);
        let half = rest.abs().cmp(&(unit - rest.abs()));
        if rest != 0 && self.goes_away(half, whole % 2 != 0, rest > 0) { whole + rest.signum() } else { whole }
    }

    #[inline(always)]
    fn quotient_of_words(self, number: i64, unit: i64) -> i64 {
        let whole = number / unit;
        let rest = number - whole * unit;
        if rest == 0 {
            return whole;
        }
        let half = rest.abs().cmp(&(unit - rest.abs()));
        // What is not whole was divided by two or more, so there is room for one more.
        if self.goes_away(half, whole & 1 != 0, rest > 0) { whole + rest.signum() } else { whole }
    }

    /// Whether a number that is not whole goes away from zero; `half` is how what is cut off compares with the rest of its
    /// unit.
    #[inline]
    fn goes_away(self, half: Ordering, odd: bool, positive: bool) -> bool {
        let tie = match self {
            Rounding::Up => return true,
            Rounding::Down => return false,
            Rounding::Ceiling => return positive,
            Rounding::Floor => return !positive,
            Rounding::HalfUp => true,
            Rounding::HalfDown => false,
            Rounding::HalfEven => odd,
            Rounding::HalfOdd => !odd,
            Rounding::HalfCeiling => positive,
            Rounding::HalfFloor => !positive,
        };
        half == Ordering::Greater || (half == Ordering::Equal && tie)
    }
}
