//! Some days of the diary, as they are drawn.

use super::number::seen;
use super::{Diary, HOURS};
use crate::domain::calendar::agenda::Conflict;
use crate::domain::calendar::civil::DateTime;
use crate::domain::calendar::lanes::{Lane, lanes};
use crate::domain::calendar::occurrence::Occurrence;
use crate::domain::calendar::rhythm::DayType;
use crate::domain::calendar::timestamp::Timestamp;
use crate::domain::date::Date;

/// Some days on end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// The days, in their order.
    pub days: Vec<Day>,
    /// The hours a picture of them has to show: the first one, and the one after the last.
    pub hours: (u32, u32),
}

/// One day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// Which.
    pub date: Date,
    /// What it is for.
    pub day_type: Option<DayType>,
    /// Whether one works on it.
    pub working: bool,
    /// What there is to do, in the order of time.
    pub blocks: Vec<Block>,
}

/// An occurrence as it is drawn on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Says all that is to be seen of it in one number, none twice in a window.
    pub key: u32,
    /// What is drawn.
    pub occurrence: Occurrence,
    /// When it begins by the own clock.
    pub start: DateTime,
    /// When it ends by the own clock.
    pub end: DateTime,
    /// From which minute of the day it is drawn.
    pub top: u32,
    /// Over how many minutes it is drawn: not less than a finger needs.
    pub minutes: u32,
    /// Where it stands beside what happens at the same time.
    pub lane: Lane,
    /// Whether something gets in its way.
    pub clash: bool,
}

/// The least height of a block, so that a finger finds it.
const LEAST: u32 = 30;

impl Diary {
    /// So many days from the first one on.
    pub fn window(&mut self, first: Date, days: i32) -> Window {
        let after = first.add_days(days).unwrap_or(Date::MAX);
        let (from, to) = (self.moment(DateTime::midnight(first)), self.moment(DateTime::midnight(after)));
        let found = self.agenda.between(&self.zones, from, to).unwrap_or_default();
        let conflicts = self.agenda.conflicts(&self.zones, from, to, &self.manner.buffers).unwrap_or_default();
        let days = (0..days).filter_map(|day| first.add_days(day).ok());
        let mut days: Vec<Day> = days.map(|date| self.day(date, &found, &conflicts)).collect();
        let blocks = || days.iter().flat_map(|day| &day.blocks);
        let first_minute = blocks().map(|block| block.top).min().unwrap_or(HOURS.from);
        let last_minute = blocks().map(|block| block.top + block.minutes).max().unwrap_or(HOURS.to);
        let hours = ((first_minute / 60).min(8), last_minute.div_ceil(60).clamp(19, 24));
        let mut used: Vec<u32> = Vec::new();
        for block in days.iter_mut().flat_map(|day| &mut day.blocks) {
            let meeting = self.meeting(&block.occurrence.id.meeting);
            let mut key = seen(block, meeting, hours);
            while used.contains(&key) {
                key = key.wrapping_add(1);
            }
            used.push(key);
            block.key = key;
        }
        Window { days, hours }
    }

    fn day(&self, date: Date, found: &[Occurrence], conflicts: &[Conflict]) -> Day {
        let midnight = DateTime::midnight(date);
        let mut blocks: Vec<Block> = found
            .iter()
            .filter_map(|occurrence| {
                let (start, end) = (self.wall(occurrence.start), self.wall(occurrence.end));
                // One that ends at midnight is not on the next day.
                let is_on = start.date() == date || (start < midnight && end > midnight);
                if !is_on {
                    return None;
                }
                let minute = |wall: DateTime| u32::try_from(wall.minutes_since(midnight).clamp(0, 1_440)).unwrap_or(0);
                let top = minute(start).min(1_440 - LEAST);
                let minutes = minute(end).saturating_sub(top).max(LEAST);
                let clash = conflicts.iter().any(|pair| pair.earlier == occurrence.id || pair.later == occurrence.id);
                let lane = Lane { column: 0, span: 1, columns: 1 };
                Some(Block { key: 0, occurrence: occurrence.clone(), start, end, top, minutes, lane, clash })
            })
            .collect();
        let at = |minute: u32| Timestamp::from_second(i64::from(minute) * 60);
        let stretches: Vec<_> = blocks.iter().map(|block| (at(block.top), at(block.top + block.minutes))).collect();
        for (block, lane) in blocks.iter_mut().zip(lanes(&stretches)) {
            block.lane = lane;
        }
        Day { date, day_type: self.day_type(date), working: self.manner.week.is_working_day(date), blocks }
    }

    fn day_type(&self, date: Date) -> Option<DayType> {
        self.manner.rhythm.as_ref()?.day_type(date, &self.manner.week)
    }
}
