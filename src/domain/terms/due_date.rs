//! The day a payment falls due.

use crate::domain::calendar::workweek::WorkWeek;
use crate::domain::date::{Date, Weekday};
use crate::domain::error::{Code, Error, Result};

/// One move along the calendar. A due date is the day of the invoice after a few of them, in their order:
///
/// | wording | moves |
/// | --- | --- |
/// | net 30 | `Days(30)` |
/// | 45 days after the end of the month | `MonthEnd, Days(45)` |
/// | at least 31 days, then the 15th | `Days(31), NextDayOfMonth(15)` |
/// | the first of next month | `Months(1), DayOfMonth(1)` |
/// | 30 days, end of month, on the 10th | `Days(30), Months(1), DayOfMonth(10)` |
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// So many days later.
    Days(u32),
    /// So many weeks later.
    Weeks(u32),
    /// So many months later, on the month's last day if it is too short for the day.
    Months(u32),
    /// The last day of the month.
    MonthEnd,
    /// This day of the same month, 1 to 31, or the month's last day if it is shorter.
    DayOfMonth(u32),
    /// This day of the month, 1 to 31, at once if it is that day, or else the next time.
    NextDayOfMonth(u32),
    /// This day of the week, at once if it is that day, or else the next time.
    Weekday(Weekday),
}

/// What to do about a day on which no work is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Roll {
    /// Leave it.
    #[default]
    None,
    /// The next working day.
    Following,
    /// The next working day, unless that is in the next month: then the last one before.
    ModifiedFollowing,
    /// The last working day before.
    Preceding,
}

/// The day after the moves.
///
/// ```
/// use sapa::domain::date::Date;
/// use sapa::domain::terms::{Move, due_date};
///
/// let invoiced = Date::parse("2019-01-31")?;
/// let due = due_date(invoiced, &[Move::Days(31), Move::NextDayOfMonth(15)])?;
/// assert_eq!(due.to_string(), "2019-03-15");
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
///
/// # Errors
/// `rule.invalid` for a day of the month that no month has, `date.invalid` after the year 9999.
pub fn due_date(from: Date, moves: &[Move]) -> Result<Date> {
    moves.iter().try_fold(from, |date, step| step.apply(date))
}

impl Move {
    fn apply(self, date: Date) -> Result<Date> {
        match self {
            Move::Days(days) => date.add_days(signed(days)),
            Move::Weeks(weeks) => date.add_days(signed(weeks.saturating_mul(7))),
            Move::Months(months) => date.add_months(signed(months)),
            Move::MonthEnd => day_of_month(date, 31),
            Move::DayOfMonth(day) => day_of_month(date, day),
            Move::NextDayOfMonth(day) => {
                let same = day_of_month(date, day)?;
                if same >= date { Ok(same) } else { day_of_month(day_of_month(date, 1)?.add_months(1)?, day) }
            }
            Move::Weekday(weekday) => date.add_days(weekday.days_since(date.weekday())),
        }
    }
}

impl Roll {
    /// The day itself if any work is done on it, or else the working day the rule leads to.
    ///
    /// # Errors
    /// `rule.invalid` if no day of a year is a working day, `date.invalid` outside the years 1 to 9999.
    pub fn apply(self, date: Date, week: &WorkWeek) -> Result<Date> {
        match self {
            Roll::None => Ok(date),
            Roll::Following => working_day(date, 1, week),
            Roll::Preceding => working_day(date, -1, week),
            Roll::ModifiedFollowing => {
                let next = working_day(date, 1, week)?;
                if next.month() == date.month() { Ok(next) } else { working_day(date, -1, week) }
            }
        }
    }
}

fn working_day(mut date: Date, step: i32, week: &WorkWeek) -> Result<Date> {
    for _ in 0..366 {
        if week.is_working_day(date) {
            return Ok(date);
        }
        date = date.add_days(step)?;
    }
    Err(Error::new(Code::RuleInvalid, "no working day"))
}

/// The day of the date's month, or the month's last if it is shorter.
fn day_of_month(date: Date, day: u32) -> Result<Date> {
    if !(1..=31).contains(&day) {
        return Err(Error::new(Code::RuleInvalid, "day of the month"));
    }
    // No month lacks more than three of 31 days.
    let first = [day, 30, 29, 28].into_iter().filter(|candidate| *candidate <= day);
    let mut found = first.map(|day| Date::from_ymd(date.year(), date.month(), day));
    found.find(Result::is_ok).unwrap_or_else(|| Date::from_ymd(date.year(), date.month(), 28))
}

/// Far more than the calendar holds is as good as too much.
fn signed(count: u32) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}
