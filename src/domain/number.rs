//! Decimal numbers as people type and read them.
//!
//! ```
//! use sapa::domain::number::{Reading, Separators, parse};
//!
//! let indonesian = Separators { decimal: ',', group: '.' };
//! let typed = parse("1.234", indonesian)?;
//! assert_eq!(typed.value, 1234.into());
//! assert_eq!(typed.reading, Reading::Thousands, "worth echoing: elsewhere it is 1.234");
//! # Ok::<(), sapa::domain::error::Error>(())
//! ```

use rust_decimal::Decimal;

use super::error::{Code, Error, Result};

/// The two characters with which a locale writes numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Separators {
    /// Between the whole part and the fraction.
    pub decimal: char,
    /// Between groups of three digits.
    pub group: char,
}

/// Whether the text could have meant another number in another locale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// Only one reading.
    Plain,
    /// Such as "1.234" or "1,234", read as one thousand and more.
    Thousands,
    /// Such as "1.234" or "1,234", read as one and a fraction.
    Fraction,
}

/// A number and how its text was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Typed {
    /// The number.
    pub value: Decimal,
    /// How the text was read.
    pub reading: Reading,
}

/// A number has at most so many digits; more would not survive arithmetic.
const DIGITS: usize = 28;

/// Reads a number typed in the locale's way: an optional minus, digits in well-formed groups of three or in none, and
/// a fraction. Any space stands for any other where the locale groups by spaces. A point or a comma that the locale does
/// not use is read as its decimal separator, because that is the key a numeric keypad has.
///
/// # Errors
/// `number.invalid` for anything that is not one number, `number.overflow` beyond 28 digits.
pub fn parse(text: &str, separators: Separators) -> Result<Typed> {
    let invalid = || Error::new(Code::NumberInvalid, text);
    let trimmed = text.trim();
    let unsigned = trimmed.strip_prefix(['-', '\u{2212}']).unwrap_or(trimmed);

    let mut pieces = unsigned.split(|c| separators.is_decimal(c));
    let (whole, fraction) = match (pieces.next(), pieces.next(), pieces.next()) {
        (Some(whole), None, _) => (whole, None),
        (Some(whole), Some(fraction), None) => (whole, Some(fraction)),
        _ => return Err(invalid()),
    };
    let digits = separators.ungroup(whole).ok_or_else(invalid)?;
    let decimals = fraction.unwrap_or_default();
    if !is_digits(decimals) || digits.len() + decimals.len() == 0 {
        return Err(invalid());
    }
    if digits.trim_start_matches('0').len() + decimals.len() > DIGITS {
        return Err(Error::new(Code::NumberOverflow, text));
    }

    let plain = [digits.as_str(), ".", decimals].concat();
    let mut value = Decimal::from_str_exact(plain.trim_end_matches('.')).map_err(|_| invalid())?;
    value.set_sign_negative(unsigned.len() < trimmed.len() && !value.is_zero());

    // Only one to three digits, one point or comma, and three digits are a number either way.
    let twofold = (1..=3).contains(&digits.len()) && !digits.starts_with('0') && decimals.len() == 3;
    let reading = match fraction {
        Some(_) if twofold => Reading::Fraction,
        None if unsigned.len() == digits.len() + 1 && unsigned.contains(['.', ',']) => Reading::Thousands,
        _ => Reading::Plain,
    };
    Ok(Typed { value, reading })
}

/// Writes a number in the locale's way, exactly, with at least `min_fraction` digits after the separator.
pub fn format(value: Decimal, separators: Separators, min_fraction: u32) -> String {
    let plain = value.abs().normalize().to_string();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut text = String::with_capacity(plain.len() * 2);
    if value.is_sign_negative() && !value.is_zero() {
        text.push('-');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(separators.group);
        }
        text.push(digit);
    }
    let missing = (min_fraction as usize).saturating_sub(fraction.len());
    if fraction.len() + missing > 0 {
        text.push(separators.decimal);
        text.push_str(fraction);
        text.extend(core::iter::repeat_n('0', missing));
    }
    text
}

impl Separators {
    fn is_decimal(self, c: char) -> bool {
        c == self.decimal || (matches!(c, '.' | ',') && c != self.group)
    }

    fn is_group(self, c: char) -> bool {
        c == self.group || (is_space(c) && is_space(self.group))
    }

    /// The digits of the whole part, or nothing if its groups are not well formed. A grouped number does not start with
    /// zero: "0,234" is a fraction typed in another locale's way, and reading 234 would be a thousandfold mistake.
    fn ungroup(self, whole: &str) -> Option<String> {
        let mut groups = whole.split(|c| self.is_group(c));
        let first = groups.next().filter(|first| is_digits(first))?;
        let mut digits = first.to_owned();
        for group in groups {
            if group.len() != 3 || !is_digits(group) || !(1..=3).contains(&first.len()) || first.starts_with('0') {
                return None;
            }
            digits.push_str(group);
        }
        Some(digits)
    }
}

fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{202f}')
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}
