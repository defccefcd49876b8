//! What there is to do between two moments, found without going through everything there is.

use super::meeting::Meeting;
use super::occurrence::{Occurrence, OccurrenceId, occurrences, sort};
use super::timestamp::Timestamp;
use super::workweek::Buffers;
use super::zone::{ZoneTable, Zones};
use crate::domain::error::Result;

/// The meetings, ready to be asked for by time.
///
/// Single meetings lie in the order of their starts, each with the latest end so far beside it, so that the ones in a window
/// are found by two binary searches. Series are worked out for the window that is asked for.
///
/// The zones must cover the [years of a meeting](Meeting::years) before it is put in, and those of a window before it is
/// asked for: where a table ends, the clocks are taken to stay as they were.
#[derive(Clone, Debug, Default)]
pub struct Agenda {
    single: Vec<Occurrence>,
    /// The latest end of the first so many of `single`; it never falls.
    latest_end: Vec<Timestamp>,
    series: Vec<Meeting>,
}

/// Two occurrences that get in each other's way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The one that begins first.
    pub earlier: OccurrenceId,
    /// The one that begins before there is time for it.
    pub later: OccurrenceId,
}

impl Agenda {
    /// The agenda of these meetings.
    ///
    /// # Errors
    /// `zone.unknown` for a meeting in a zone without a table.
    pub fn new<'a>(meetings: impl IntoIterator<Item = &'a Meeting>, zones: &Zones) -> Result<Self> {
        let mut agenda = Self::default();
        for meeting in meetings {
            agenda.add(meeting, zones.get(&meeting.zone)?);
        }
        sort(&mut agenda.single);
        agenda.measure(0);
        Ok(agenda)
    }

    /// Puts a meeting in, in the place of the one with its id.
    ///
    /// # Errors
    /// `zone.unknown`; the agenda is then as it was.
    pub fn put(&mut self, meeting: &Meeting, zones: &Zones) -> Result<()> {
        let zone = zones.get(&meeting.zone)?;
        self.remove(&meeting.id);
        self.add(meeting, zone);
        if meeting.recurrence.is_none()
            && let Some(added) = self.single.pop()
        {
            let at = self.single.partition_point(|occurrence| occurrence.start <= added.start);
            self.single.insert(at, added);
            self.measure(at);
        }
        Ok(())
    }

    /// Takes the meeting of this id out, if it is in.
    pub fn remove(&mut self, id: &str) {
        self.series.retain(|series| series.id != id);
        if let Some(at) = self.single.iter().position(|occurrence| occurrence.id.meeting == id) {
            self.single.remove(at);
            self.measure(at);
        }
    }

    /// Every occurrence between two moments, in the order of their starts.
    ///
    /// # Errors
    /// `zone.unknown` if these are not the zones it was built with.
    pub fn between(&self, zones: &Zones, from: Timestamp, to: Timestamp) -> Result<Vec<Occurrence>> {
        let first = self.latest_end.partition_point(|end| *end <= from);
        let after = self.single.partition_point(|occurrence| occurrence.start < to);
        let singles = self.single.get(first..after).unwrap_or_default();
        let mut found: Vec<_> = singles.iter().filter(|occurrence| occurrence.overlaps(from, to)).cloned().collect();
        for series in &self.series {
            found.extend(occurrences(series, zones.get(&series.zone)?, from, to));
        }
        sort(&mut found);
        Ok(found)
    }

    /// Every pair between two moments that gets in each other's way, in the order of the earlier one's start.
    ///
    /// # Errors
    /// As for [`between`](Self::between).
    pub fn conflicts(&self, zones: &Zones, from: Timestamp, to: Timestamp, buffers: &Buffers) -> Result<Vec<Conflict>> {
        let found = self.between(zones, from, to)?;
        let widest = i64::from(buffers.widest());
        let mut conflicts = Vec::new();
        for (index, earlier) in found.iter().enumerate() {
            let reach = earlier.end.add_minutes(widest);
            let near = found.iter().skip(index + 1).take_while(|later| later.start < reach);
            conflicts.extend(
                near.filter(|later| earlier.clashes(later, buffers))
                    .map(|later| Conflict { earlier: earlier.id.clone(), later: later.id.clone() }),
            );
        }
        Ok(conflicts)
    }

    /// Appends the meeting to where it belongs, out of order.
    fn add(&mut self, meeting: &Meeting, zone: &ZoneTable) {
        if meeting.recurrence.is_some() {
            self.series.push(meeting.clone());
        } else {
            self.single.push(Occurrence::new(meeting, zone, meeting.slot.start, meeting.slot));
        }
    }

    /// Works out the latest ends anew, from this index on.
    fn measure(&mut self, from: usize) {
        self.latest_end.truncate(from);
        let mut latest = self.latest_end.last().copied().unwrap_or(Timestamp::MIN);
        for occurrence in self.single.iter().skip(from) {
            latest = latest.max(occurrence.end);
            self.latest_end.push(latest);
        }
    }
}
