//! What an account manager's meetings say about how they work.

use super::Diary;
use crate::domain::calendar::meeting::{Kind, Meeting};
use crate::domain::calendar::rhythm::{DayType, Rhythm};
use crate::domain::date::{Date, Weekday};

impl Diary {
    /// What an account manager's own diary says about how many of the invited come: of so many, so many came. One that was
    /// called off in time tells nothing.
    pub fn attended(&self) -> (u32, u32) {
        let outcomes = self.book.meetings.iter().filter(|meeting| meeting.kind == Kind::Meeting).flat_map(|meeting| {
            let exceptions = meeting.exceptions.iter().map(|exception| exception.outcome);
            exceptions.chain([meeting.outcome]).flatten()
        });
        let counted = outcomes.filter_map(|outcome| outcome.attendance.counts());
        counted.fold((0, 0), |(came, all), held| (came + u32::from(held), all + 1))
    }

    /// Calls one day, meetings the next: of the two ways to begin, the one that what is planned around today keeps to.
    pub(super) fn rhythm(&self, today: Date) -> Option<Rhythm> {
        let anchor = today.week_start(Weekday::Monday).ok()?;
        let ways = [[DayType::Calls, DayType::Meetings], [DayType::Meetings, DayType::Calls]];
        let [calls_first, meetings_first] = ways.map(|cycle| Rhythm::Alternating { anchor, cycle: cycle.to_vec() });
        let near = |meeting: &&Meeting| meeting.slot.start.date().days_since(today).abs() <= 21;
        let fits = |meeting: &Meeting| {
            let wanted = match meeting.kind {
                Kind::Call => DayType::Calls,
                Kind::Meeting => DayType::Meetings,
                Kind::Event => return 0,
            };
            match calls_first.day_type(meeting.slot.start.date(), &self.manner.week) {
                None => 0,
                Some(day_type) if day_type == wanted => 1,
                Some(_) => -1,
            }
        };
        let once = self.book.meetings.iter().filter(|meeting| meeting.recurrence.is_none());
        let score: i32 = once.filter(near).map(fits).sum();
        Some(if score < 0 { meetings_first } else { calls_first })
    }
}
