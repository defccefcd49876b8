//! A meeting on a certain day.

use super::civil::DateTime;
use super::meeting::{Kind, Meeting};
use super::outcome::Attendance;
use super::slot::Slot;
use super::timestamp::Timestamp;
use super::workweek::Buffers;
use super::zone::{Shown, ZoneTable};

/// One time a meeting takes place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Which one.
    pub id: OccurrenceId,
    /// What sort of appointment.
    pub kind: Kind,
    /// When it begins.
    pub start: Timestamp,
    /// When it ends.
    pub end: Timestamp,
    /// It begins later than agreed, because the clocks jump over the time that was agreed.
    pub moved_by_clock_change: bool,
    /// How it turned out, if that was logged.
    pub attendance: Option<Attendance>,
}

/// Tells occurrences apart.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OccurrenceId {
    /// The meeting's id.
    pub meeting: String,
    /// The start by the meeting's own clock, before anything moved this one occurrence.
    pub original: DateTime,
}

impl Occurrence {
    /// Whether any of it lies between these moments, the second one excluded.
    pub fn overlaps(&self, from: Timestamp, to: Timestamp) -> bool {
        self.start < to && from < self.end
    }

    /// Whether the time is taken: one called off or moved away leaves it free.
    pub fn is_busy(&self) -> bool {
        !self.attendance.is_some_and(Attendance::frees)
    }

    /// Whether there is less time between this and another than the more demanding of them needs.
    pub fn clashes(&self, other: &Occurrence, buffers: &Buffers) -> bool {
        let gap = i64::from(buffers.of(self.kind).max(buffers.of(other.kind)));
        let near = other.overlaps(self.start.add_minutes(-gap), self.end.add_minutes(gap));
        near && self.is_busy() && other.is_busy()
    }

    /// The occurrence of a meeting of this zone with this original start, in this slot.
    pub(super) fn new(meeting: &Meeting, zone: &ZoneTable, original: DateTime, slot: Slot) -> Self {
        let resolved = zone.resolve(slot.start);
        let outcome = match meeting.recurrence {
            Some(_) => meeting.exception(original).and_then(|exception| exception.outcome),
            None => meeting.outcome,
        };
        Self {
            id: OccurrenceId { meeting: meeting.id.clone(), original },
            kind: meeting.kind,
            start: resolved.at,
            end: resolved.at.add_minutes(i64::from(slot.minutes)),
            moved_by_clock_change: resolved.shown == Shown::Never,
            attendance: outcome.map(|outcome| outcome.attendance),
        }
    }
}

/// Every occurrence of a meeting between two moments, in the order of their starts.
///
/// An occurrence that was moved is found where it is now, even if the rule has changed since: what was promised to a client
/// does not vanish with the rule.
pub fn occurrences(meeting: &Meeting, zone: &ZoneTable, from: Timestamp, to: Timestamp) -> Vec<Occurrence> {
    let mut found = Vec::new();
    let mut take = |original: DateTime, slot: Slot| {
        let occurrence = Occurrence::new(meeting, zone, original, slot);
        if occurrence.overlaps(from, to) {
            found.push(occurrence);
        }
    };
    let Some(rule) = &meeting.recurrence else {
        take(meeting.slot.start, meeting.slot);
        return found;
    };
    // A day to spare on either side: a clock change moves a start by less.
    let first = zone.wall(from.add_minutes(-i64::from(meeting.slot.minutes))).date();
    let starts = rule.starts_from(meeting.slot.start, first.add_days(-1).unwrap_or(first));
    let last = zone.wall(to).date();
    let last = last.add_days(1).unwrap_or(last);
    for start in starts.take_while(|start| start.date() <= last) {
        if meeting.exception(start).is_none() {
            take(start, Slot { start, ..meeting.slot });
        }
    }
    for exception in &meeting.exceptions {
        if let Some(slot) = exception.slot {
            take(exception.original, slot);
        }
    }
    sort(&mut found);
    found
}

/// Puts occurrences in the order of their starts; those that begin together always in the same order.
pub(super) fn sort(occurrences: &mut [Occurrence]) {
    occurrences.sort_unstable_by(|one, other| (one.start, &one.id).cmp(&(other.start, &other.id)));
}
