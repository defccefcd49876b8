//! Days as files write them.

use crate::domain::date::Date;

/// The first day of a spreadsheet's count that every program agrees on: 1 March 1900 is its day 61.
const FIRST_SERIAL: i32 = 61;

/// In which order a file writes the day and the month. Points between them always mean the day first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DayOrder {
    day_first: bool,
    /// Whether it needs no mention: the file itself tells, or the reader's language knows one order only.
    settled: bool,
}

impl DayOrder {
    /// A number beyond twelve tells which of the two is the day, and settles it for the whole file; where none does, or they
    /// contradict each other, the reader's way holds.
    pub(super) fn of<'a>(texts: impl Iterator<Item = &'a str>, day_first: bool) -> Self {
        let (mut day, mut month) = (false, false);
        for text in texts {
            if let Some(('/' | '-', [first, second, year])) = numbers(text)
                && year.len() == 4
            {
                day |= date(year, second, first).is_some() && date(year, first, second).is_none();
                month |= date(year, first, second).is_some() && date(year, second, first).is_none();
            }
        }
        match (day, month) {
            (true, false) => Self { day_first: true, settled: true },
            (false, true) => Self { day_first: false, settled: true },
            _ => Self { day_first, settled: day_first },
        }
    }
}

/// The day in a cell, and whether it could have meant another one; nothing if it is none. It may be `2026-11-26`,
/// `26.11.2026`, `26/11/2026`, `11/26/2026`, with hyphens or points too, or the count of days a spreadsheet keeps.
pub(super) fn day(text: &str, order: DayOrder) -> Option<(Date, bool)> {
    if let Some((sign, [first, second, last])) = numbers(text) {
        if first.len() == 4 {
            return date(first, second, last).map(|date| (date, false));
        }
        if last.len() != 4 {
            return None;
        }
        let by_day = date(last, second, first);
        let by_month = if sign == '.' { None } else { date(last, first, second) };
        let read = if order.day_first { by_day.or(by_month) } else { by_month.or(by_day) };
        let is_twofold = by_day.is_some() && by_month.is_some() && by_day != by_month;
        return read.map(|date| (date, is_twofold && !order.settled));
    }
    let serial = number(without_time(text))?.cast_signed();
    let start = Date::from_ymd(1899, 12, 30).ok()?;
    if serial < FIRST_SERIAL { None } else { start.add_days(serial).ok().map(|date| (date, false)) }
}

/// Three numbers with the same sign between them.
fn numbers(text: &str) -> Option<(char, [&str; 3])> {
    let text = without_time(text);
    let sign = text.chars().find(|sign| matches!(sign, '.' | '/' | '-'))?;
    let mut parts = text.split(sign);
    let three = [parts.next()?, parts.next()?, parts.next()?];
    parts.next().is_none().then_some((sign, three))
}

/// What follows a day is the time of it, which a price does not have.
fn without_time(text: &str) -> &str {
    let text = text.trim();
    text.split_once(['T', ' ']).map_or(text, |(day, _)| day)
}

fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    Date::from_ymd(number(year)?.cast_signed(), number(month)?, number(day)?).ok()
}

fn number(digits: &str) -> Option<u32> {
    if digits.bytes().all(|byte| byte.is_ascii_digit()) { digits.parse().ok() } else { None }
}
