//! Currencies, rounding and checked arithmetic.

mod arithmetic;
mod rounding;
mod word;

use rust_decimal::Decimal;

use super::error::{Code, Error, Result};
use arithmetic::overflow;

pub use arithmetic::{add, div, mul, percent_of, percentage, portion, sub};
pub(super) use arithmetic::{alike, exact_product};
pub use rounding::Rounding;
pub(crate) use word::of_word;

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
