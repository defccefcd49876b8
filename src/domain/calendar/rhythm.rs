//! Days for calls and days for meetings.

use super::workweek::WorkWeek;
use crate::domain::date::Date;

/// Which days are for calling and which for meeting.
///
/// ```
/// use sapa::domain::calendar::rhythm::{DayType, Rhythm};
/// use sapa::domain::calendar::workweek::{Hours, WorkWeek};
/// use sapa::domain::date::Date;
///
/// let week = WorkWeek::five_days(Hours { from: 9 * 60, to: 18 * 60 });
/// let monday = Date::parse("2026-03-02")?;
/// let rhythm = Rhythm::Alternating { anchor: monday, cycle: vec![DayType::Calls, DayType::Meetings] };
/// assert_eq!(rhythm.day_type(monday, &week), Some(DayType::Calls));
/// // Five working days on, the types have changed places.
/// assert_eq!(rhythm.day_type(monday.add_days(7)?, &week), Some(DayType::Meetings));
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rhythm {
    /// One after the other, working day by working day; holidays and free days do not count.
    Alternating {
        /// The day the cycle begins, or one before it.
        anchor: Date,
        /// The types in their order.
        cycle: Vec<DayType>,
    },
    /// The same every week, Monday first; nothing where a day is for anything.
    Weekly([Option<DayType>; 7]),
}

/// What a day is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayType {
    /// Calling, and finding new clients.
    Calls,
    /// Meeting them.
    Meetings,
}

impl Rhythm {
    /// What this day is for; nothing if it is no working day, or for anything.
    pub fn day_type(&self, date: Date, week: &WorkWeek) -> Option<DayType> {
        if !week.is_working_day(date) {
            return None;
        }
        match self {
            Rhythm::Alternating { anchor, cycle } => {
                let length = i32::try_from(cycle.len()).ok().filter(|length| *length > 0)?;
                let index = week.days_between(*anchor, date).rem_euclid(length);
                cycle.get(usize::try_from(index).ok()?).copied()
            }
            Rhythm::Weekly(days) => days.get(date.weekday() as usize).copied().flatten(),
        }
    }
}
