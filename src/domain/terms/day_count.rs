//! How days are counted and how long a year is.

use rust_decimal::Decimal;

use crate::domain::date::Date;
use crate::domain::error::Result;
use crate::domain::money::{add, div};

/// How days are counted and how long a year is.
///
/// The definitions are those of ISDA (2006 definitions, section 4.16) and, for the February rules of the American
/// 30/360, those of the NASD as QuantLib has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum DayCount {
    /// Days of the calendar over 365: ACT/365F.
    #[default]
    Actual365,
    /// Days of the calendar over 360: ACT/360.
    Actual360,
    /// Months of 30 days; the 31st counts as the 30th: 30E/360, the Eurobond basis.
    ThirtyE360,
    /// Months of 30 days; a closing 31st counts as the 30th only after an opening 30th or 31st: 30/360, the bond basis.
    ThirtyBond360,
    /// The bond basis, and an opening last day of February counts as the 30th, and so does a closing one after it: 30/360 US.
    ThirtyUs360,
    /// Days of the calendar, those in leap years over 366 and the others over 365: ACT/ACT ISDA.
    ActualActual,
}

impl DayCount {
    /// Days from one day to the other; negative if `to` is earlier.
    ///
    /// ```
    /// use sapa::domain::date::Date;
    /// use sapa::domain::terms::DayCount;
    ///
    /// let (from, to) = (Date::parse("2007-02-28")?, Date::parse("2007-08-31")?);
    /// assert_eq!(DayCount::Actual365.days(from, to), 184);
    /// assert_eq!(DayCount::ThirtyE360.days(from, to), 182);
    /// assert_eq!(DayCount::ThirtyBond360.days(from, to), 183);
    /// assert_eq!(DayCount::ThirtyUs360.days(from, to), 180);
    /// # Ok::<(), sapa::domain::error::Error>(())
    /// ```
    pub fn days(self, from: Date, to: Date) -> i32 {
        if to < from {
            return -self.days(to, from);
        }
        let (mut first, mut last) = (from.day(), to.day());
        match self {
            DayCount::Actual365 | DayCount::Actual360 | DayCount::ActualActual => return to.days_since(from),
            DayCount::ThirtyE360 => last = last.min(30),
            DayCount::ThirtyBond360 | DayCount::ThirtyUs360 => {
                if self == DayCount::ThirtyUs360 && ends_february(from) {
                    first = 30;
                    last = if ends_february(to) { 30 } else { last };
                }
                last = if first >= 30 { last.min(30) } else { last };
            }
        }
        let months = (to.year() - from.year()) * 12 + to.month().cast_signed() - from.month().cast_signed();
        months * 30 + last.cast_signed() - first.min(30).cast_signed()
    }

    /// The part of a year from one day to the other, or the years; negative if `to` is earlier.
    ///
    /// ```
    /// use sapa::domain::date::Date;
    /// use sapa::domain::terms::DayCount;
    ///
    /// let years = DayCount::ThirtyE360.years(Date::parse("2026-01-31")?, Date::parse("2026-07-31")?)?;
    /// assert_eq!(years + years, 1.into());
    /// # Ok::<(), sapa::domain::error::Error>(())
    /// ```
    ///
    /// # Errors
    /// `date.invalid` or `number.overflow`, neither of which the years 1 to 9999 give cause for.
    pub fn years(self, from: Date, to: Date) -> Result<Decimal> {
        let over = |days: i32, year: u32| div(days.into(), year.into());
        match self {
            DayCount::Actual365 => over(self.days(from, to), 365),
            DayCount::Actual360 | DayCount::ThirtyE360 | DayCount::ThirtyBond360 | DayCount::ThirtyUs360 => {
                over(self.days(from, to), 360)
            }
            DayCount::ActualActual if to < from => Ok(-self.years(to, from)?),
            DayCount::ActualActual if from.year() == to.year() => over(to.days_since(from), year_days(from.year())),
            DayCount::ActualActual => {
                let rest_of_first = Date::from_ymd(from.year(), 12, 31)?.days_since(from) + 1;
                let part_of_last = to.days_since(Date::from_ymd(to.year(), 1, 1)?);
                let between = Decimal::from(to.year() - from.year() - 1);
                let parts =
                    add(over(rest_of_first, year_days(from.year()))?, over(part_of_last, year_days(to.year()))?)?;
                add(parts, between)
            }
        }
    }
}

fn year_days(year: i32) -> u32 {
    if Date::from_ymd(year, 2, 29).is_ok() { 366 } else { 365 }
}

fn ends_february(date: Date) -> bool {
    date.month() == 2 && (date.day() == 29 || (date.day() == 28 && year_days(date.year()) == 365))
}
