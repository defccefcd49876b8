//! The clocks of the diary: its own, and those of its meetings, looked up as far as they are needed.

use core::ops::RangeInclusive;

use super::Diary;
use crate::domain::calendar::civil::DateTime;
use crate::domain::calendar::timestamp::Timestamp;
use crate::domain::calendar::zone::{Zone, ZoneTable, Zones};
use crate::domain::error::Result;

/// Whoever knows the clocks of the zone of this name; nothing for a name nobody knows.
pub type Clocks = Box<dyn Fn(&str) -> Option<Box<dyn Zone>>>;

/// Years that are looked up. What lies outside is taken to have the clocks of the nearest one.
const YEARS: RangeInclusive<i32> = 1970..=2100;

impl Diary {
    /// The own zone.
    pub fn zone(&self) -> &str {
        &self.zone
    }

    /// The zones as far as they were looked up.
    pub fn zones(&self) -> &Zones {
        &self.zones
    }

    /// Zones of meetings that nobody knows; their meetings are not shown.
    pub fn unknown(&self) -> &[String] {
        &self.unknown
    }

    /// What the own clock shows then.
    pub fn wall(&self, at: Timestamp) -> DateTime {
        self.own().map_or(at.at_offset(0), |zone| zone.wall(at))
    }

    /// What the clock of `to` shows when that of `from` shows `wall`.
    ///
    /// # Errors
    /// `zone.unknown`.
    pub fn translate(&mut self, wall: DateTime, from: &str, to: &str) -> Result<DateTime> {
        if from == to {
            return Ok(wall);
        }
        let year = wall.date().year();
        let years = year - 1..=year + 1;
        self.know(from, &years);
        self.know(to, &years);
        self.zones.translate(wall, from, to)
    }

    /// The moment the own clock shows this.
    pub fn moment(&mut self, wall: DateTime) -> Timestamp {
        let year = wall.date().year();
        self.know_all(&(year..=year));
        self.own().map_or(Timestamp::MIN, |zone| zone.resolve(wall).at)
    }

    pub(super) fn own(&self) -> Result<&ZoneTable> {
        self.zones.get(&self.zone)
    }

    /// Looks up what is missing of a zone's years.
    pub(super) fn know(&mut self, zone: &str, years: &RangeInclusive<i32>) {
        let (least, most) = (*YEARS.start(), *YEARS.end());
        let years = (*years.start()).clamp(least, most)..=(*years.end()).clamp(least, most);
        if self.zones.covers(zone, &years) || self.unknown.iter().any(|unknown| unknown == zone) {
            return;
        }
        if let Some(clock) = (self.clocks)(zone) {
            self.zones.cover(zone, &years, &*clock);
        }
    }

    pub(super) fn know_all(&mut self, years: &RangeInclusive<i32>) {
        let names: Vec<String> = self.zones.names().map(str::to_owned).collect();
        for name in names {
            self.know(&name, years);
        }
    }
}
