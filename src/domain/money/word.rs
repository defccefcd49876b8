//! Numbers whose digits a machine word holds, which nearly all amounts are.

use rust_decimal::Decimal;

/// The digits without the point, where a machine word holds them. Compiled in place: these are on the most used path of all.
#[inline(always)]
pub(super) fn word(value: Decimal) -> Option<i64> {
    let parts = value.unpack();
    if parts.hi != 0 {
        return None;
    }
    let word = i64::try_from(u64::from(parts.mid) << 32 | u64::from(parts.lo)).ok()?;
    Some(if parts.negative { -word } else { word })
}

/// The number of these digits, of which so many stand after the point: 28 at most. Compiled in place, too.
#[inline(always)]
#[expect(clippy::cast_possible_truncation, reason = "each half of the word is taken")]
pub(crate) fn of_word(word: i64, scale: u32) -> Decimal {
    let digits = word.unsigned_abs();
    Decimal::from_parts(digits as u32, (digits >> 32) as u32, 0, word < 0, scale)
}

/// At most 28 digits are ever asked for, which an `i128` holds.
pub(super) fn ten_to(exponent: u32) -> i128 {
    POWERS.get(exponent as usize).map_or_else(|| 10_i128.pow(exponent), |power| i128::from(*power))
}

/// The powers of ten that a machine word holds.
pub(super) const POWERS: [i64; 19] = {
    let mut powers = [1; 19];
    let mut at = 1;
    while at < powers.len() {
        powers[at] = powers[at - 1] * 10;
        at += 1;
    }
    powers
};
