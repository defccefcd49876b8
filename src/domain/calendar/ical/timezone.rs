//! The clock changes of a zone, for readers who do not know its name.
//!
//! Changes that come back every year on the same weekday of the month are written as one yearly rule; the others are written
//! one by one. Lists of dates (`RDATE`) are never written, because Outlook ignores a zone that has them.

use super::line::put;
use super::{compact, utc};
use crate::domain::calendar::civil::DateTime;
use crate::domain::calendar::rrule::short;
use crate::domain::calendar::timestamp::Timestamp;
use crate::domain::calendar::zone::{Transition, ZoneTable};
use crate::domain::date::Date;

/// Appends the `VTIMEZONE` that holds from this moment to the end of the table, and beyond it where a rule still holds then.
pub(super) fn write(file: &mut String, zone: &ZoneTable, from: Timestamp) {
    put(file, "BEGIN", "VTIMEZONE");
    put(file, "TZID", zone.name());
    let before = zone.transitions().partition_point(|transition| transition.at <= from);
    if before == 0 {
        first(file, zone, from);
    }
    for run in runs(zone, before.saturating_sub(1)) {
        run.write(file, *zone.years().end());
    }
    put(file, "END", "VTIMEZONE");
}

/// The offset before any change that is known, from the year before on.
fn first(file: &mut String, zone: &ZoneTable, from: Timestamp) {
    let year = zone.wall(from).date().year() - 1;
    let start = DateTime::midnight(Date::from_ymd(year, 1, 1).unwrap_or(Date::MIN));
    observance(file, zone.first_offset(), zone.first_offset(), start, None);
}

/// A change that comes back year after year.
struct Run {
    from: i32,
    to: i32,
    /// The first of them, by the clock before it.
    start: DateTime,
    /// The last of them.
    last: Timestamp,
    last_year: i32,
    /// The place of its weekday in the month, counted from the first, while that is the same every year.
    nth: Option<u32>,
    /// Whether it has been the last such weekday of the month every year.
    is_last: bool,
}

/// The changes from this index on, those of the same kind together.
fn runs(zone: &ZoneTable, first: usize) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (index, change) in zone.transitions().iter().enumerate().skip(first) {
        let earlier = index.checked_sub(1).and_then(|index| zone.transitions().get(index));
        let change = Run::new(earlier.map_or(zone.first_offset(), |earlier| earlier.offset), change);
        if !runs.iter_mut().any(|run| run.take(&change)) {
            runs.push(change);
        }
    }
    runs
}

impl Run {
    fn new(from: i32, change: &Transition) -> Self {
        let start = change.at.at_offset(from);
        let date = start.date();
        // The fifth is always the last.
        let nth = date.day().div_ceil(7);
        Self {
            from,
            to: change.offset,
            start,
            last: change.at,
            last_year: date.year(),
            nth: Some(nth).filter(|nth| *nth < 5),
            is_last: date.add_days(7).is_ok_and(|next| next.month() != date.month()),
        }
    }

    /// Whether the other change is this one a year later; if so, the run goes on with it.
    fn take(&mut self, next: &Run) -> bool {
        let kind = |run: &Run| {
            let start = run.start;
            (run.from, run.to, start.date().month(), start.date().weekday(), start.on(Date::MIN))
        };
        let nth = self.nth.filter(|nth| next.nth == Some(*nth));
        let is_last = self.is_last && next.is_last;
        let goes_on = kind(self) == kind(next) && next.last_year == self.last_year + 1 && (nth.is_some() || is_last);
        if goes_on {
            (self.last, self.last_year, self.nth, self.is_last) = (next.last, next.last_year, nth, is_last);
        }
        goes_on
    }

    fn write(&self, file: &mut String, table_end: i32) {
        let date = self.start.date();
        let rule = (self.last_year > date.year()).then(|| {
            let nth = self.nth.filter(|_| !self.is_last);
            let place = nth.map_or_else(|| "-1".to_owned(), |nth| nth.to_string());
            let until = if self.last_year < table_end { [";UNTIL=", &utc(self.last)].concat() } else { String::new() };
            let month = date.month().to_string();
            ["FREQ=YEARLY", &until, ";BYMONTH=", &month, ";BYDAY=", &place, short(date.weekday())].concat()
        });
        observance(file, self.from, self.to, self.start, rule.as_deref());
    }
}

/// Whether an offset is summer time is not known here; the larger of two is called so, which is what readers show.
fn observance(file: &mut String, from: i32, to: i32, start: DateTime, rule: Option<&str>) {
    let name = if to > from { "DAYLIGHT" } else { "STANDARD" };
    put(file, "BEGIN", name);
    put(file, "DTSTART", &compact(start));
    put(file, "TZOFFSETFROM", &offset(from));
    put(file, "TZOFFSETTO", &offset(to));
    if let Some(rule) = rule {
        put(file, "RRULE", rule);
    }
    put(file, "END", name);
}

/// `+0530`, or `-003045` where seconds count.
fn offset(seconds: i32) -> String {
    let (sign, seconds) = (if seconds < 0 { "-" } else { "+" }, seconds.abs());
    let two = |number: i32| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
    let odd = if seconds % 60 == 0 { String::new() } else { two(seconds % 60) };
    [sign, &two(seconds / 3_600), &two(seconds / 60 % 60), &odd].concat()
}
