//! What a calendar and a clock on the wall show, wherever they hang.

use core::fmt;

use crate::domain::date::Date;
use crate::domain::error::{Code, Error, Result};

/// Seconds of a day on the wall clock, clock changes aside.
pub(super) const DAY: i64 = 86_400;

/// A day and a time of day without a zone: what people agree on when they make an appointment.
///
/// ```
/// use sapa::domain::calendar::civil::DateTime;
///
/// let nine = DateTime::parse("2026-03-28T09:10")?;
/// assert_eq!(nine.add_minutes(24 * 60)?.to_string(), "2026-03-29T09:10:00");
/// assert_eq!(nine.snapped(15).to_string(), "2026-03-28T09:15:00");
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct DateTime {
    date: Date,
    /// From midnight, below 86,400.
    second: u32,
}

impl DateTime {
    /// The time of day in hours and minutes.
    ///
    /// # Errors
    /// `date.invalid` for an hour above 23 or a minute above 59.
    pub fn new(date: Date, hour: u32, minute: u32) -> Result<Self> {
        Self::at(date, hour, minute, 0).ok_or_else(|| Error::new(Code::DateInvalid, "no such time of day"))
    }

    /// The day's first second.
    pub fn midnight(date: Date) -> Self {
        Self { date, second: 0 }
    }

    /// The day's last second.
    pub fn last_second(date: Date) -> Self {
        Self { date, second: 86_399 }
    }

    /// Reads `YYYY-MM-DDTHH:MM` with or without `:SS`, as `<input type="datetime-local">` writes it.
    ///
    /// # Errors
    /// `date.invalid`.
    pub fn parse(text: &str) -> Result<Self> {
        let invalid = || Error::new(Code::DateInvalid, text);
        let (date, time) = text.split_once('T').ok_or_else(invalid)?;
        let (hour, minute, second) = match time.as_bytes() {
            [h1, h2, b':', m1, m2] => (pair(*h1, *h2), pair(*m1, *m2), Some(0)),
            [h1, h2, b':', m1, m2, b':', s1, s2] => (pair(*h1, *h2), pair(*m1, *m2), pair(*s1, *s2)),
            _ => return Err(invalid()),
        };
        let (Some(hour), Some(minute), Some(second)) = (hour, minute, second) else { return Err(invalid()) };
        Self::at(Date::parse(date)?, hour, minute, second).ok_or_else(invalid)
    }

    /// The day.
    pub fn date(self) -> Date {
        self.date
    }

    /// The hour, 0 to 23.
    pub fn hour(self) -> u32 {
        self.second / 3_600
    }

    /// The minute of the hour, 0 to 59.
    pub fn minute(self) -> u32 {
        self.second / 60 % 60
    }

    /// The second of the minute, 0 to 59.
    pub fn second(self) -> u32 {
        self.second % 60
    }

    /// Whole minutes since midnight, below 1,440.
    pub fn minute_of_day(self) -> u32 {
        self.second / 60
    }

    /// The same time of day on another day.
    pub fn on(self, date: Date) -> Self {
        Self { date, ..self }
    }

    /// What the clock shows so many minutes later, or earlier if negative, if nobody changes it meanwhile.
    ///
    /// # Errors
    /// `date.invalid` outside the years 1 to 9999.
    pub fn add_minutes(self, minutes: i64) -> Result<Self> {
        let outside = || Error::new(Code::DateInvalid, "outside the years 1 to 9999");
        let seconds = minutes.checked_mul(60).and_then(|seconds| self.seconds().checked_add(seconds));
        Self::from_seconds(seconds.ok_or_else(outside)?).ok_or_else(outside)
    }

    /// Whole minutes from `earlier` to this, rounded down; negative if `earlier` is later.
    pub fn minutes_since(self, earlier: DateTime) -> i64 {
        (self.seconds() - earlier.seconds()).div_euclid(60)
    }

    /// The nearest time that is a whole number of steps after midnight, the later of two. A step is minutes; a step of
    /// zero leaves the time as it is.
    pub fn snapped(self, step: u32) -> Self {
        let step = i64::from(step) * 60;
        if step == 0 {
            return self;
        }
        let second = (i64::from(self.second) + step / 2) / step * step;
        Self::from_seconds(Self::midnight(self.date).seconds() + second).unwrap_or(self)
    }

    /// Seconds since the clock showed 1970-01-01T00:00:00.
    pub(super) fn seconds(self) -> i64 {
        i64::from(self.date.days_since(Date::MIN)) * DAY + FIRST + i64::from(self.second)
    }

    pub(super) fn from_seconds(seconds: i64) -> Option<Self> {
        let days = i32::try_from((seconds - FIRST).div_euclid(DAY)).ok()?;
        let second = u32::try_from(seconds.rem_euclid(DAY)).ok()?;
        Some(Self { date: Date::MIN.add_days(days).ok()?, second })
    }

    fn at(date: Date, hour: u32, minute: u32, second: u32) -> Option<Self> {
        (hour < 24 && minute < 60 && second < 60).then(|| Self { date, second: hour * 3_600 + minute * 60 + second })
    }
}

impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}T{:02}:{:02}:{:02}", self.date, self.hour(), self.minute(), self.second())
    }
}

/// Seconds from 1970-01-01 to 0001-01-01.
const FIRST: i64 = -719_162 * DAY;

/// A number of two digits.
fn pair(tens: u8, ones: u8) -> Option<u32> {
    (tens.is_ascii_digit() && ones.is_ascii_digit()).then(|| u32::from(tens - b'0') * 10 + u32::from(ones - b'0'))
}
