//! Between moments and wall clocks: the offsets of a zone, as far as they were looked up.
//!
//! No time-zone data are compiled in. Whoever knows a zone's offsets, a browser's `Intl` or a database, is asked a few
//! dozen times a year of coverage; what it says is kept in a table, and every conversion after that is integer arithmetic.

use core::ops::RangeInclusive;

use super::civil::{DAY, DateTime};
use super::survey::survey;
use super::timestamp::Timestamp;
use crate::domain::date::Date;
use crate::domain::error::{Code, Error, Result};

/// Whoever knows the offsets of one zone. Any `Fn(Timestamp) -> i32` does.
pub trait Zone {
    /// Seconds that wall clocks are ahead of universal time at this moment.
    fn offset_at(&self, at: Timestamp) -> i32;
}

impl<F: Fn(Timestamp) -> i32> Zone for F {
    fn offset_at(&self, at: Timestamp) -> i32 {
        self(at)
    }
}

/// A change of the clocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transition {
    /// The first second with the new offset.
    pub at: Timestamp,
    /// The new offset, in seconds east of Greenwich.
    pub offset: i32,
}

/// The offsets of one zone in a span of years.
///
/// ```
/// use sapa::domain::calendar::civil::DateTime;
/// use sapa::domain::calendar::timestamp::Timestamp;
/// use sapa::domain::calendar::zone::{Shown, ZoneTable};
///
/// // In Berlin the clocks went forward on 2026-03-29, at 01:00 universal time.
/// let change = Timestamp::parse("2026-03-29T01:00:00Z")?;
/// let berlin = |at: Timestamp| if at < change { 3_600 } else { 7_200 };
/// let table = ZoneTable::new("Europe/Berlin", 2026..=2026, &berlin);
///
/// let promised = table.resolve(DateTime::parse("2026-03-29T02:30")?);
/// assert_eq!(promised.shown, Shown::Never);
/// assert_eq!(table.wall(promised.at).to_string(), "2026-03-29T03:30:00");
/// # Ok::<(), sapa::domain::error::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneTable {
    name: String,
    years: RangeInclusive<i32>,
    /// The offset before the first transition.
    first: i32,
    /// In the order of time, each with another offset than the one before.
    transitions: Vec<Transition>,
}

/// How often the wall clock shows a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// As on any day.
    Once,
    /// The clocks jump over it.
    Never,
    /// The clocks go back and show it again.
    Twice,
}

/// The moment meant by a wall time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The moment.
    pub at: Timestamp,
    /// Whether the wall time stands for exactly one moment.
    pub shown: Shown,
}

impl ZoneTable {
    /// The zone of this IANA name over these years, as `zone` knows it.
    pub fn new(name: &str, years: RangeInclusive<i32>, zone: &dyn Zone) -> Self {
        let (start, end) = bounds(&years);
        Self { name: name.to_owned(), first: zone.offset_at(start), transitions: survey(zone, start, end), years }
    }

    /// The zone's IANA name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The years that were looked up.
    pub fn years(&self) -> RangeInclusive<i32> {
        self.years.clone()
    }

    /// Every change of the clocks in those years.
    pub fn transitions(&self) -> &[Transition] {
        &self.transitions
    }

    /// The offset before the first of [`transitions`](Self::transitions), in seconds.
    pub fn first_offset(&self) -> i32 {
        self.first
    }

    /// Looks up the years that are missing. Years between the old and the new ones are looked up too.
    pub fn extend(&mut self, years: &RangeInclusive<i32>, zone: &dyn Zone) {
        let first = *years.start().min(self.years.start());
        let last = *years.end().max(self.years.end());
        let ((old_start, old_end), (start, end)) = (bounds(&self.years), bounds(&(first..=last)));
        if end > old_end {
            self.transitions.extend(survey(zone, old_end, end));
        }
        if start < old_start {
            self.first = zone.offset_at(start);
            self.transitions.splice(..0, survey(zone, start, old_start));
        }
        self.years = first..=last;
    }

    /// The offset at this moment, in seconds; outside the years, the nearest one known.
    pub fn offset_at(&self, at: Timestamp) -> i32 {
        self.offset_after(self.transitions.partition_point(|transition| transition.at <= at))
    }

    /// What the wall clock shows at this moment.
    pub fn wall(&self, at: Timestamp) -> DateTime {
        at.at_offset(self.offset_at(at))
    }

    /// The moment meant by a wall time.
    ///
    /// A time that is shown twice means the first of the two. A time the clocks jump over is read by the clock as it was
    /// before, so that it comes out later by the length of the jump (RFC 5545, section 3.3.5): a meeting promised to a
    /// client must not vanish because a rule of its series meets a clock change.
    pub fn resolve(&self, wall: DateTime) -> Resolved {
        let local = wall.seconds();
        let read = |offset: i32| local - i64::from(offset);
        // No offset reaches a day, so only the stretches around these two moments can hold the answer.
        let index_of = |second: i64| self.transitions.partition_point(|transition| transition.at.second() <= second);
        let (low, high) = (index_of(local - DAY), index_of(local + DAY));
        let holds = |index: usize| {
            let second = read(self.offset_after(index));
            let begun = index == 0 || self.transitions.get(index - 1).is_some_and(|from| from.at.second() <= second);
            begun && self.transitions.get(index).is_none_or(|to| second < to.at.second())
        };
        let mut stretches = (low..=high).filter(|index| holds(*index));
        if let Some(index) = stretches.next() {
            let shown = if stretches.next().is_some() { Shown::Twice } else { Shown::Once };
            return Resolved { at: Timestamp::from_second(read(self.offset_after(index))), shown };
        }
        // Too late for the clock before the jump, too early for the one after it.
        let mut changes = self.transitions.iter().enumerate().take(high).skip(low);
        let jumped = changes.find(|(index, jump)| {
            jump.at.second() <= read(self.offset_after(*index)) && read(jump.offset) < jump.at.second()
        });
        let offset = self.offset_after(jumped.map_or(low, |(index, _)| index));
        Resolved { at: Timestamp::from_second(read(offset)), shown: Shown::Never }
    }

    /// The offset after so many transitions.
    fn offset_after(&self, count: usize) -> i32 {
        count.checked_sub(1).and_then(|index| self.transitions.get(index)).map_or(self.first, |last| last.offset)
    }
}

/// The tables of every zone in use.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Zones {
    tables: Vec<ZoneTable>,
}

impl Zones {
    /// The table of this zone.
    ///
    /// # Errors
    /// `zone.unknown` if it was never covered; the detail is the name.
    pub fn get(&self, name: &str) -> Result<&ZoneTable> {
        self.tables.iter().find(|table| table.name == name).ok_or_else(|| Error::new(Code::ZoneUnknown, name))
    }

    /// The names of the zones in use.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.tables.iter().map(ZoneTable::name)
    }

    /// Whether all of these years were looked up for the zone, so that asking for it again can be spared.
    pub fn covers(&self, name: &str, years: &RangeInclusive<i32>) -> bool {
        let within = |table: &ZoneTable| table.years.contains(years.start()) && table.years.contains(years.end());
        self.get(name).is_ok_and(within)
    }

    /// Looks up what is missing of these years.
    pub fn cover(&mut self, name: &str, years: &RangeInclusive<i32>, zone: &dyn Zone) {
        match self.tables.iter_mut().find(|table| table.name == name) {
            Some(table) => table.extend(years, zone),
            None => self.tables.push(ZoneTable::new(name, years.clone(), zone)),
        }
    }

    /// What the clock of the zone `to` shows when that of `from` shows `wall`: the client's time beside one's own.
    ///
    /// # Errors
    /// `zone.unknown`.
    pub fn translate(&self, wall: DateTime, from: &str, to: &str) -> Result<DateTime> {
        Ok(self.get(to)?.wall(self.get(from)?.resolve(wall).at))
    }
}

/// The moments around the years, with two days to spare: the year begins and ends at other moments elsewhere.
fn bounds(years: &RangeInclusive<i32>) -> (Timestamp, Timestamp) {
    let midnight = |year: i32| Date::from_ymd(year.clamp(1, 9999), 1, 1).unwrap_or(Date::MIN);
    let second =
        |year: i32, days: i64| Timestamp::from_second(DateTime::midnight(midnight(year)).seconds() + days * DAY);
    (second(*years.start(), -2), second(years.end().saturating_add(1), 2))
}
