//! Currencies, rounding and checked arithmetic.

use core::cmp::Ordering;

use rust_decimal::Decimal;

use super::error::{Code, Error, Result};

/// A currency: three capital letters and the number of digits its smallest unit takes after the point.
///
/// ```
/// use sapa::domain::money::Currency;
///
/// let dinar = Currency::new("KWD", 3)?;
/// assert_eq!((dinar.code(), dinar.minor_units()), ("KWD", 3));
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Currency {
    code: [u8; 3],
    minor_units: u8,
}

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

impl Currency {
    /// ISO 4217's code for no currency at all, without minor digits.
    pub const NONE: Currency = Currency { code: *b"XXX", minor_units: 0 };

    /// A currency of three capital letters and at most four minor digits.
    ///
    /// # Errors
    /// `currency.invalid`.
    pub fn new(code: &str, minor_units: u32) -> Result<Self> {
        let invalid = || Error::new(Code::CurrencyInvalid, code);
        let code: [u8; 3] = code.as_bytes().try_into().map_err(|_| invalid())?;
        let minor_units = u8::try_from(minor_units).map_err(|_| invalid())?;
        if !code.iter().all(u8::is_ascii_uppercase) || minor_units > 4 {
            return Err(invalid());
        }
        Ok(Self { code, minor_units })
    }

    /// The three letters.
    pub fn code(&self) -> &str {
        // The letters were checked to be ASCII, so the fallback is never taken.
        core::str::from_utf8(&self.code).unwrap_or_default()
    }

    /// Digits after the point: 2 for cents, 0 for yen.
    pub fn minor_units(&self) -> u32 {
        u32::from(self.minor_units)
    }
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
    pub(super) fn part(self, amount: i128, (part, whole): (i128, i128)) -> Result<i128> {
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

/// The amount as a whole number of the currency's smallest units.
///
/// # Errors
/// `number.range` if the amount has a fraction of a smallest unit, `number.overflow` if it is too large.
pub fn to_minor(value: Decimal, currency: Currency) -> Result<i128> {
    if value.normalize().scale() > currency.minor_units() {
        return Err(Error::new(Code::NumberRange, "a fraction of the smallest unit"));
    }
    Rounding::Down.to_minor(value, currency)
}

/// The amount of a whole number of the currency's smallest units.
///
/// # Errors
/// `number.overflow` beyond 28 digits.
#[inline]
#[cfg_attr(optimize_attribute, optimize(speed))]
pub fn from_minor(minor: i128, currency: Currency) -> Result<Decimal> {
    match i64::try_from(minor) {
        Ok(word) => Ok(of_word(word, currency.minor_units())),
        Err(_) => from_minor_at_length(minor, currency),
    }
}

#[cold]
#[inline(never)]
fn from_minor_at_length(minor: i128, currency: Currency) -> Result<Decimal> {
    Decimal::try_from_i128_with_scale(minor, currency.minor_units()).map_err(|_| overflow())
}

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
pub(super) fn exact_product(a: Decimal, b: Decimal) -> Option<Decimal> {
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
pub(super) fn alike(a: Decimal, b: Decimal) -> bool {
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
fn overflow() -> Error {
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

/// The digits without the point, where a machine word holds them. Compiled in place, as above.
#[inline(always)]
fn word(value: Decimal) -> Option<i64> {
    let parts = value.unpack();
    if parts.hi != 0 {
        return None;
    }
    let word = i64::try_from(u64::from(parts.mid) << 32 | u64::from(parts.lo)).ok()?;
    Some(if parts.negative { -word } else { word })
}

/// The number of these digits, of which so many stand after the point: 28 at most. Compiled in place, as above.
#[inline(always)]
#[expect(clippy::cast_possible_truncation, reason = "each half of the word is taken")]
pub(crate) fn of_word(word: i64, scale: u32) -> Decimal {
    let digits = word.unsigned_abs();
    Decimal::from_parts(digits as u32, (digits >> 32) as u32, 0, word < 0, scale)
}

/// At most 28 digits are ever asked for, which an `i128` holds.
fn ten_to(exponent: u32) -> i128 {
    POWERS.get(exponent as usize).map_or_else(|| 10_i128.pow(exponent), |power| i128::from(*power))
}

/// The powers of ten that a machine word holds.
const POWERS: [i64; 19] = {
    let mut powers = [1; 19];
    let mut at = 1;
    while at < powers.len() {
        powers[at] = powers[at - 1] * 10;
        at += 1;
    }
    powers
};
