//! A day of the civil calendar.

use core::fmt;

use super::error::{Code, Error, Result};

/// A day of the Gregorian calendar in the years 1 to 9999, without a time or a zone.
///
/// ```
/// use sapa::domain::date::{Date, Weekday};
///
/// let ordered = Date::parse("1998-05-07")?;
/// assert_eq!(ordered.add_days(30)?.to_string(), "1998-06-06");
/// assert_eq!(ordered.weekday(), Weekday::Thursday);
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Date {
    /// Days since 1970-01-01.
    days: i32,
}

/// A day of the week, in the order of ISO 8601.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl Weekday {
    /// The week, in the order of ISO 8601.
    pub const ALL: [Weekday; 7] = [
        Weekday::Monday,
        Weekday::Tuesday,
        Weekday::Wednesday,
        Weekday::Thursday,
        Weekday::Friday,
        Weekday::Saturday,
        Weekday::Sunday,
    ];

    /// Days from the last `earlier` weekday to this one: 0 to 6.
    pub fn days_since(self, earlier: Weekday) -> i32 {
        (self as i32 - earlier as i32).rem_euclid(7)
    }
}

impl Date {
    /// 0001-01-01.
    pub const MIN: Date = Date { days: -719_162 };
    /// 9999-12-31.
    pub const MAX: Date = Date { days: 2_932_896 };

    /// Reads `YYYY-MM-DD`.
    ///
    /// # Errors
    /// `date.invalid`.
    pub fn parse(text: &str) -> Result<Self> {
        let invalid = || Error::new(Code::DateInvalid, text);
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return Err(invalid()) };
        let number = |digits: &[&u8]| {
            digits
                .iter()
                .try_fold(0_u16, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + u16::from(**digit - b'0')))
        };
        match (number(&[y1, y2, y3, y4]), number(&[m1, m2]), number(&[d1, d2])) {
            (Some(year), Some(month), Some(day)) => Self::from_ymd(i32::from(year), u32::from(month), u32::from(day)),
            _ => Err(invalid()),
        }
    }

    /// The day of a year, a month (1 to 12) and a day of the month (from 1).
    ///
    /// # Errors
    /// `date.invalid` if the calendar has no such day.
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Result<Self> {
        if (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=days_in_month(year, month)).contains(&day) {
            Ok(Self { days: days_from_civil(year, month.cast_signed(), day.cast_signed()) })
        } else {
            Err(Error::new(Code::DateInvalid, "no such day"))
        }
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.civil().0
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.civil().1
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u32 {
        self.civil().2
    }

    /// The day of the week.
    pub fn weekday(self) -> Weekday {
        // 1970-01-01 was a Thursday.
        match self.days.rem_euclid(7) {
            0 => Weekday::Thursday,
            1 => Weekday::Friday,
            2 => Weekday::Saturday,
            3 => Weekday::Sunday,
            4 => Weekday::Monday,
            5 => Weekday::Tuesday,
            _ => Weekday::Wednesday,
        }
    }

    /// The last such weekday up to this day: with Monday, the day its week began.
    ///
    /// # Errors
    /// `date.invalid` before the year 1.
    pub fn week_start(self, first: Weekday) -> Result<Self> {
        self.add_days(-self.weekday().days_since(first))
    }

    /// The day so many days later, or earlier if negative.
    ///
    /// # Errors
    /// `date.invalid` outside the years 1 to 9999.
    pub fn add_days(self, days: i32) -> Result<Self> {
        self.days
            .checked_add(days)
            .map(|days| Self { days })
            .filter(|date| (Self::MIN..=Self::MAX).contains(date))
            .ok_or_else(|| Error::new(Code::DateInvalid, "outside the years 1 to 9999"))
    }

    /// The same day of the month so many months later, or earlier if negative; the month's last day if it is shorter.
    ///
    /// # Errors
    /// `date.invalid` outside the years 1 to 9999.
    pub fn add_months(self, months: i32) -> Result<Self> {
        let (year, month, day) = self.civil();
        let count = (year * 12 + month.cast_signed() - 1).saturating_add(months);
        let (year, month) = (count.div_euclid(12), count.rem_euclid(12).cast_unsigned() + 1);
        Self::from_ymd(year, month, day.min(days_in_month(year, month)))
    }

    /// Days from `earlier` to this day; negative if `earlier` is later.
    pub fn days_since(self, earlier: Date) -> i32 {
        self.days - earlier.days
    }

    /// Year, month and day, by Howard Hinnant's `civil_from_days`: years begin in March, so that a leap day is the last.
    fn civil(self) -> (i32, u32, u32) {
        let shifted = self.days + 719_468;
        let (era, day_of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        (year, month.cast_unsigned(), day.cast_unsigned())
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

fn days_from_civil(year: i32, month: i32, day: i32) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let from_march = if month > 2 { month - 3 } else { month + 9 };
    let day_of_year = (153 * from_march + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}
