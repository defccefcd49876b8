//! What speaks against a time.

use super::agenda::Agenda;
use super::civil::DateTime;
use super::meeting::{Kind, Meeting};
use super::occurrence::{Occurrence, OccurrenceId, occurrences, sort};
use super::rhythm::{DayType, Rhythm};
use super::workweek::{Buffers, WorkWeek};
use super::zone::{ZoneTable, Zones};
use crate::domain::error::Result;

/// What a meeting is held against: everything else there is to do, and how one works.
///
/// A drop, the dialog, an import and an offered slot are all judged here. Where two functions judge, one offers what the
/// other refuses.
#[derive(Clone, Copy, Debug)]
pub struct Planner<'a> {
    /// The other meetings. The meeting's own earlier version may be among them and is overlooked.
    pub agenda: &'a Agenda,
    /// The zones in use.
    pub zones: &'a Zones,
    /// One's own clock, by which one works.
    pub zone: &'a ZoneTable,
    /// One's working hours.
    pub week: &'a WorkWeek,
    /// The time kept free between appointments.
    pub buffers: &'a Buffers,
    /// Days for calls and days for meetings, if one keeps to them.
    pub rhythm: Option<&'a Rhythm>,
}

/// What there is to say about a time. None of it forbids the meeting: a client may have asked for just this time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// When it is, and whether a clock change moves it.
    pub occurrence: Occurrence,
    /// What gets in its way, buffers counted.
    pub conflicts: Vec<OccurrenceId>,
    /// Whether any of it lies outside working hours.
    pub outside_hours: bool,
    /// Whether it is a meeting in person on a day for calls.
    pub on_call_day: bool,
}

impl Planner<'_> {
    /// What speaks against this occurrence of the meeting, named by its original start.
    ///
    /// # Errors
    /// What [`Meeting::check`] finds, and `record.not_found` if the meeting has no such occurrence.
    pub fn assess(&self, meeting: &Meeting, original: DateTime) -> Result<Assessment> {
        meeting.check(self.zones)?;
        let zone = self.zones.get(&meeting.zone)?;
        let occurrence = Occurrence::new(meeting, zone, original, meeting.slot_of(original)?);
        let (start, end) = (self.zone.wall(occurrence.start), self.zone.wall(occurrence.end));
        let day_type = self.rhythm.and_then(|rhythm| rhythm.day_type(start.date(), self.week));
        Ok(Assessment {
            conflicts: self.conflicts(meeting, zone, &occurrence)?,
            outside_hours: !self.week.covers(start, end),
            on_call_day: meeting.kind == Kind::Meeting && day_type == Some(DayType::Calls),
            occurrence,
        })
    }

    fn conflicts(&self, meeting: &Meeting, zone: &ZoneTable, occurrence: &Occurrence) -> Result<Vec<OccurrenceId>> {
        let widest = i64::from(self.buffers.widest());
        let (from, to) = (occurrence.start.add_minutes(-widest), occurrence.end.add_minutes(widest));
        let others = self.agenda.between(self.zones, from, to)?;
        let others = others.into_iter().filter(|other| other.id.meeting != meeting.id);
        let siblings = occurrences(meeting, zone, from, to).into_iter().filter(|other| other.id != occurrence.id);
        let mut clashing: Vec<_> =
            others.chain(siblings).filter(|other| occurrence.clashes(other, self.buffers)).collect();
        sort(&mut clashing);
        Ok(clashing.into_iter().map(|other| other.id).collect())
    }
}
