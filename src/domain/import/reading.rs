//! Numbers as files write them.

use rust_decimal::Decimal;

use super::table::Cell;
use super::{Reason, marks};
use crate::domain::error::{Code, Error};
use crate::domain::number::{self, Reading, Separators};

/// How the prices of a file are written. One that has both marks, or one mark and not three digits behind it, settles it for
/// all; where none does, or they contradict each other, the reader's way holds.
pub(super) fn convention<'a>(texts: impl Iterator<Item = &'a str>, reader: Separators) -> Separators {
    let (mut comma, mut point) = (false, false);
    for text in texts {
        match decimal_mark(&marks::apart(text).1) {
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

/// The number in a cell; nothing if it is none.
pub(super) fn amount(cell: &Cell, separators: Separators) -> Option<(Decimal, Reading)> {
    read(cell, &cell.text, separators).ok()
}

/// The price in a cell, with the sign or the code of its currency before or behind it.
///
/// # Errors
/// Another currency than the one of this code, more digits than a price can have, and what is no number.
pub(super) fn price(cell: &Cell, currency: &str, separators: Separators) -> Result<(Decimal, Reading), Reason> {
    let (before, number, after) = marks::apart(&cell.text);
    for mark in [before, after].into_iter().filter(|mark| !mark.is_empty()) {
        match marks::is_of(mark, currency) {
            Some(true) => {}
            Some(false) => return Err(Reason::Currency(currency.to_owned())),
            None => return Err(Reason::PriceInvalid),
        }
    }
    read(cell, &number, separators).map_err(|error| match error.kind() {
        Code::NumberOverflow => Reason::PriceTooLarge,
        _ => Reason::PriceInvalid,
    })
}

fn read(cell: &Cell, text: &str, separators: Separators) -> Result<(Decimal, Reading), Error> {
    let text = text.trim();
    if cell.exact {
        let typed = number::parse(text, Separators { decimal: '.', group: ' ' })?;
        return Ok((typed.value, Reading::Plain));
    }
    // Where digits are grouped by spaces, the mark that is left stands before the fraction.
    let is_spaced = text.contains([' ', '\u{a0}', '\u{202f}']);
    let separators = if is_spaced { Separators { group: ' ', ..separators } } else { separators };
    number::parse(text, separators).map(|typed| (typed.value, typed.reading))
}
