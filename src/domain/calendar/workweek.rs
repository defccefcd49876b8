//! When one works.

use super::civil::DateTime;
use super::meeting::Kind;
use crate::domain::date::Date;

/// The hours one works on each weekday, and the days one does not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkWeek {
    /// The hours of each weekday, Monday first; none on a free day, two with a break between them.
    pub hours: [Vec<Hours>; 7],
    /// Days without work, whatever their weekday.
    pub holidays: Vec<Date>,
}

/// Working time on a day, in minutes after midnight by one's own clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hours {
    /// The first minute.
    pub from: u32,
    /// The minute after the last, at most 1,440.
    pub to: u32,
}

/// How many minutes are kept free between two appointments: to travel, to write down what was said. Between two sorts the
/// longer time holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Buffers {
    /// Before and after a call.
    pub call: u32,
    /// Before and after a meeting in person.
    pub meeting: u32,
    /// Before and after an event.
    pub event: u32,
}

impl WorkWeek {
    /// Monday to Friday, the same hours every day.
    pub fn five_days(hours: Hours) -> Self {
        let day = |index: usize| if index < 5 { vec![hours] } else { Vec::new() };
        Self { hours: core::array::from_fn(day), holidays: Vec::new() }
    }

    /// Whether any work is done on this day.
    pub fn is_working_day(&self, date: Date) -> bool {
        self.works_on(date) && !self.holidays.contains(&date)
    }

    /// Whether all the time between two wall times, by one's own clock, is working time.
    pub fn covers(&self, start: DateTime, end: DateTime) -> bool {
        let minutes = end.minutes_since(DateTime::midnight(start.date()));
        self.is_working_day(start.date())
            && self.of(start.date()).iter().any(|hours| {
                hours.from <= start.minute_of_day() && (i64::from(hours.from)..=i64::from(hours.to)).contains(&minutes)
            })
    }

    /// Working days from `from` up to `to`, which is not counted; negative if `to` is earlier.
    pub fn days_between(&self, from: Date, to: Date) -> i32 {
        if to < from {
            return -self.days_between(to, from);
        }
        let days = to.days_since(from);
        let week = self.hours.iter().filter(|hours| !hours.is_empty()).count();
        let rest = (0..days % 7).filter(|day| from.add_days(*day).is_ok_and(|date| self.works_on(date))).count();
        // A holiday listed twice is one holiday.
        let is_first = |index: usize, day: &Date| !self.holidays.iter().take(index).any(|earlier| earlier == day);
        let counts =
            |(index, day): &(usize, &Date)| (from..to).contains(*day) && self.works_on(**day) && is_first(*index, day);
        let holidays = self.holidays.iter().enumerate().filter(counts).count();
        let count = |number: usize| i32::try_from(number).unwrap_or(i32::MAX);
        (days / 7) * count(week) + count(rest) - count(holidays)
    }

    fn works_on(&self, date: Date) -> bool {
        !self.of(date).is_empty()
    }

    fn of(&self, date: Date) -> &[Hours] {
        self.hours.get(date.weekday() as usize).map_or(&[], Vec::as_slice)
    }
}

impl Buffers {
    /// The minutes an appointment of this sort asks for.
    pub fn of(&self, kind: Kind) -> u32 {
        match kind {
            Kind::Call => self.call,
            Kind::Meeting => self.meeting,
            Kind::Event => self.event,
        }
    }

    /// The longest of them.
    pub fn widest(&self) -> u32 {
        self.call.max(self.meeting).max(self.event)
    }
}
