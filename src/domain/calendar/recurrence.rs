//! Rules by which a meeting comes again.
//!
//! The fields are those of RFC 5545, section 3.3.10, under their names there. Weeks are the only frequency so far.

use super::civil::DateTime;
use crate::domain::date::{Date, Weekday};
use crate::domain::error::{Code, Error, Result};

/// Every how many weeks, on which weekdays, until when.
///
/// ```
/// use sapa::domain::calendar::civil::DateTime;
/// use sapa::domain::calendar::recurrence::{End, Frequency, Recurrence};
/// use sapa::domain::date::Weekday;
///
/// let rule = Recurrence {
///     frequency: Frequency::Weekly,
///     interval: 2,
///     weekdays: vec![Weekday::Tuesday, Weekday::Sunday],
///     week_start: Weekday::Monday,
///     end: End::After(4),
/// };
/// let first = DateTime::parse("1997-08-05T09:00")?;
/// let days: Vec<_> = rule.starts(first).map(|start| start.date().to_string()).collect();
/// assert_eq!(days, ["1997-08-05", "1997-08-10", "1997-08-19", "1997-08-24"]);
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recurrence {
    /// What is counted.
    pub frequency: Frequency,
    /// Every how many of them, from 1.
    pub interval: u32,
    /// On which weekdays; on that of the first start if there are none. Order and repetition mean nothing.
    pub weekdays: Vec<Weekday>,
    /// The weekday on which a week begins. It matters where every second week is meant.
    pub week_start: Weekday,
    /// When it stops.
    pub end: End,
}

/// What a rule counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frequency {
    /// Weeks.
    Weekly,
}

/// When a rule stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Never.
    Never,
    /// After so many starts, the left out ones counted.
    After(u32),
    /// With the last start up to this wall time, itself included.
    Until(DateTime),
}

impl End {
    /// With the last start on this day or before.
    pub fn on(last: Date) -> Self {
        End::Until(DateTime::last_second(last))
    }
}

impl Recurrence {
    /// Whether the rule makes sense for a series that begins then: an interval and a count of at least one, and the first
    /// start given by the rule itself. RFC 5545 (section 3.8.5.3) leaves open what happens otherwise, and calendars differ.
    ///
    /// # Errors
    /// `recurrence.invalid`.
    pub fn check(&self, first: DateTime) -> Result<()> {
        let invalid = |detail: &str| Err(Error::new(Code::RecurrenceInvalid, detail));
        if self.interval == 0 {
            return invalid("an interval of zero");
        }
        match self.starts(first).next() {
            Some(start) if start == first => Ok(()),
            Some(_) => invalid("does not begin on one of its weekdays"),
            None => invalid("ends before it begins"),
        }
    }

    /// The starts of a series in order, each worked out when asked for: wall times, none before `first`.
    pub fn starts(&self, first: DateTime) -> Starts<'_> {
        self.starts_from(first, first.date())
    }

    /// The starts on `day` or later of a series that began at `first`, without going through those before.
    pub fn starts_from(&self, first: DateTime, day: Date) -> Starts<'_> {
        let mut starts = Starts { rule: self, first, from: day, week: None, period: 0, day: 0, given: 0 };
        starts.week = first.date().week_start(self.week_start).ok().filter(|_| self.interval > 0);
        let Some(week) = starts.week else { return starts };

        let weeks = day.days_since(week) / 7;
        let period = weeks.max(0).unsigned_abs() / self.interval;
        if period > 0 {
            // Only the first week may have begun in its middle; all others give as many starts.
            let in_week = |from: i32| (from..7).filter(|day| self.falls_on(self.weekday(*day), first)).count();
            let count = |from: i32| u32::try_from(in_week(from)).unwrap_or(7);
            starts.given = (period - 1).saturating_mul(count(0)).saturating_add(count(first.date().days_since(week)));
            starts.period = period;
        }
        starts
    }

    /// The same rule so many days later: its starts are the old ones moved, whatever its interval.
    pub(super) fn moved(&self, days: i32, minutes: i64) -> Result<Self> {
        let end = match self.end {
            End::Until(last) => End::Until(last.add_minutes(minutes)?),
            End::Never | End::After(_) => self.end,
        };
        Ok(Self {
            weekdays: self.weekdays.iter().map(|weekday| later(*weekday, days)).collect(),
            // Every second week has to part where it did.
            week_start: later(self.week_start, days),
            end,
            ..self.clone()
        })
    }

    /// The weekday so many days into a week.
    fn weekday(&self, day: i32) -> Weekday {
        later(self.week_start, day)
    }

    fn falls_on(&self, weekday: Weekday, first: DateTime) -> bool {
        if self.weekdays.is_empty() { weekday == first.date().weekday() } else { self.weekdays.contains(&weekday) }
    }
}

/// The starts of a series.
#[derive(Clone, Debug)]
pub struct Starts<'a> {
    rule: &'a Recurrence,
    first: DateTime,
    /// Starts before this day are counted, not given.
    from: Date,
    /// The first day of the first week.
    week: Option<Date>,
    /// How many intervals after it.
    period: u32,
    /// The day of the week to look at next, 0 to 6.
    day: i32,
    /// Starts that came before.
    given: u32,
}

impl Iterator for Starts<'_> {
    type Item = DateTime;

    fn next(&mut self) -> Option<DateTime> {
        loop {
            if matches!(self.rule.end, End::After(count) if self.given >= count) {
                return None;
            }
            let weeks = i32::try_from(self.period.checked_mul(self.rule.interval)?).ok()?;
            let week = self.week?.add_days(weeks.checked_mul(7)?).ok()?;
            while self.day < 7 {
                let (date, weekday) = (week.add_days(self.day).ok()?, self.rule.weekday(self.day));
                self.day += 1;
                if date < self.first.date() || !self.rule.falls_on(weekday, self.first) {
                    continue;
                }
                let start = self.first.on(date);
                if matches!(self.rule.end, End::Until(last) if start > last) {
                    return None;
                }
                self.given = self.given.saturating_add(1);
                if date >= self.from {
                    return Some(start);
                }
                // The count may be used up before the day that was asked for.
                break;
            }
            if self.day >= 7 {
                (self.period, self.day) = (self.period.checked_add(1)?, 0);
            }
        }
    }
}

/// The weekday so many days after another.
fn later(weekday: Weekday, days: i32) -> Weekday {
    let behind = |other: &Weekday| other.days_since(weekday) == days.rem_euclid(7);
    Weekday::ALL.into_iter().find(behind).unwrap_or(weekday)
}
