//! Decimal numbers as text. Nearly all have so few digits that a machine word holds them, and an order has thousands.

use rust_decimal::Decimal;

use crate::domain::money::of_word;

/// No more digits than these ever overflow a word.
const DIGITS: usize = 18;

/// The number of a decimal text of at most 28 digits.
#[cfg_attr(optimize_attribute, optimize(speed), inline(never))]
pub(super) fn read(text: &[u8]) -> Option<Decimal> {
    match short(text) {
        None => long(text),
        short => short,
    }
}

#[cold]
#[inline(never)]
fn long(text: &[u8]) -> Option<Decimal> {
    Decimal::from_str_exact(core::str::from_utf8(text).ok()?).ok()
}

/// Appends the shortest exact text of the number, which is ASCII.
#[cfg_attr(optimize_attribute, optimize(speed), inline(never))]
pub(super) fn put(value: Decimal, text: &mut Vec<u8>) {
    let parts = value.unpack();
    if parts.hi != 0 || parts.negative && value.is_zero() {
        // Goes without the formatter, which would be a good part of the code.
        text.extend_from_slice(AsRef::<str>::as_ref(&value.array_string()).as_bytes());
        return;
    }
    // From the last digit to the first; twenty digits, the point and a zero before it at most... of 28 places.
    let mut digits = [b'0'; 32];
    let mut at = digits.len();
    let mut left = u64::from(parts.mid) << 32 | u64::from(parts.lo);
    let mut places = 0;
    while left != 0 || places <= parts.scale {
        if places == parts.scale && places != 0 {
            at -= 1;
            digits[at] = b'.';
        }
        at -= 1;
        let digit = (left % 10) as u8;
        digits[at] = b'0' + digit;
        left /= 10;
        places += 1;
    }
    if parts.negative {
        text.push(b'-');
    }
    // One by one, because so few are not worth a call that copies.
    for digit in digits.get(at..).unwrap_or_default() {
        text.push(*digit);
    }
}

/// Digits, perhaps with one point among them; anything else is for the long way.
#[inline(always)]
fn short(text: &[u8]) -> Option<Decimal> {
    if text.len() > DIGITS || text.is_empty() {
        return None;
    }
    let mut digits = 0_i64;
    let mut point = 0;
    for (at, byte) in text.iter().enumerate() {
        match byte {
            b'0'..=b'9' => digits = digits * 10 + i64::from(byte - b'0'),
            // None has come before, nor stands first or last.
            b'.' if point == 0 && at > 0 && at + 1 < text.len() => point = at + 1,
            _ => return None,
        }
    }
    let scale = if point == 0 { 0 } else { text.len() - point };
    Some(of_word(digits, u32::try_from(scale).ok()?))
}
