//! Numbers and days as files write them.

use rust_decimal::Decimal;

use super::table::Cell;
use crate::domain::date::Date;
use crate::domain::number::{self, Reading, Separators};

/// The first day of a spreadsheet's count that every program agrees on: 1 March 1900 is its day 61.
const FIRST_SERIAL: i32 = 61;

/// How the prices of a file are written. One that has both marks, or one mark and not three digits behind it, settles it for
/// all; where none does, or they contradict each other, the reader's way holds.
pub(super) fn convention<'a>(texts: impl Iterator<Item = &'a str>, reader: Separators) -> Separators {
    let (mut comma, mut point) = (false, false);
    for text in texts {
        match decimal_mark(text) {
            Some(',') => comma = true,
            Some(_) => point = true,
            None => {}
        }
    }
    match (comma, point) {
        (true, false) => Separators { decimal: ',', group: '.' },
        (false, true) => Separators { decimal: '.', group: ',' },
        _ => reader,
    }
}

/// The mark before the fraction, if this text alone tells.
fn decimal_mark(text: &str) -> Option<char> {
    let at = text.rfind(['.', ','])?;
    let (before, after) = text.split_at(at);
    let mark = after.chars().next()?;
    let is_digit = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_digit());
    if !is_digit(before.chars().next_back()) || !is_digit(after.chars().nth(1)) {
        return None;
    }
    let other = if mark == ',' { '.' } else { ',' };
    if before.contains(other) {
        return Some(mark);
    }
    if before.contains(mark) {
        return Some(other);
    }
    let whole = before.chars().filter(char::is_ascii_digit).count();
    let digits = after.chars().filter(char::is_ascii_digit).count();
    let groups = digits == 3 && (1..=3).contains(&whole) && !before.trim_start().starts_with('0');
    (!groups).then_some(mark)
}

/// The number in a cell; nothing if it is none. The currency's own code may stand beside it.
pub(super) fn amount(cell: &Cell, currency: &str, separators: Separators) -> Option<(Decimal, Reading)> {
    let text = cell.text.trim();
    if cell.exact {
        return number::parse(text, Separators { decimal: '.', group: ' ' })
            .ok()
            .map(|typed| (typed.value, Reading::Plain));
    }
    let text = text.strip_prefix(currency).or_else(|| text.strip_suffix(currency)).unwrap_or(text).trim();
    // Where digits are grouped by spaces, the mark that is left stands before the fraction.
    let is_spaced = text.contains([' ', '\u{a0}', '\u{202f}']);
    let separators = if is_spaced { Separators { group: ' ', ..separators } } else { separators };
    number::parse(text, separators).ok().map(|typed| (typed.value, typed.reading))
}

/// The day in a cell: `2026-11-26`, `26.11.2026`, or the count of days a spreadsheet keeps; nothing if it is none.
pub(super) fn day(text: &str) -> Option<Date> {
    // What follows a day is the time of it, which a price does not have.
    let text = text.trim();
    let text = text.split_once(['T', ' ']).map_or(text, |(day, _)| day);
    if let Ok(date) = Date::parse(text) {
        return Some(date);
    }
    let number =
        |digits: &str| if digits.bytes().all(|byte| byte.is_ascii_digit()) { digits.parse::<u32>().ok() } else { None };
    let mut parts = text.split('.');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(day), Some(month), Some(year), None) if year.len() == 4 => {
            Date::from_ymd(number(year)?.cast_signed(), number(month)?, number(day)?).ok()
        }
        (Some(serial), None, ..) => {
            let serial = number(serial)?.cast_signed();
            let start = Date::from_ymd(1899, 12, 30).ok()?;
            if serial < FIRST_SERIAL { None } else { start.add_days(serial).ok() }
        }
        _ => None,
    }
}
