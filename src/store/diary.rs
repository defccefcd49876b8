//! The calendar as one account manager sees it: by the own clock, with working hours, the time between appointments, and
//! days for calls and days for meetings.

use core::ops::RangeInclusive;
use std::sync::Arc;

use super::book::Book;
use crate::domain::calendar::agenda::{Agenda, Conflict};
use crate::domain::calendar::assessment::{Assessment, Planner};
use crate::domain::calendar::civil::DateTime;
use crate::domain::calendar::lanes::{Lane, lanes};
use crate::domain::calendar::meeting::{Kind, Meeting};
use crate::domain::calendar::occurrence::{Occurrence, OccurrenceId};
use crate::domain::calendar::outcome::Attendance;
use crate::domain::calendar::rhythm::{DayType, Rhythm};
use crate::domain::calendar::timestamp::Timestamp;
use crate::domain::calendar::workweek::{Buffers, Hours, WorkWeek};
use crate::domain::calendar::zone::{Zone, ZoneTable, Zones};
use crate::domain::date::{Date, Weekday};
use crate::domain::error::{Code, Error, Result};

/// Whoever knows the clocks of the zone of this name; nothing for a name nobody knows.
pub type Clocks = Box<dyn Fn(&str) -> Option<Box<dyn Zone>>>;

/// How one works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manner {
    /// Working hours.
    pub week: WorkWeek,
    /// Minutes kept free between appointments.
    pub buffers: Buffers,
    /// Days for calls and days for meetings.
    pub rhythm: Option<Rhythm>,
}

/// The meetings of a book, ready to be asked for by day.
pub struct Diary {
    zone: String,
    clocks: Clocks,
    zones: Zones,
    book: Arc<Book>,
    agenda: Agenda,
    manner: Manner,
    unknown: Vec<String>,
}

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
const LEAST: u32 = 40;

/// Years that are looked up. What lies outside is taken to have the clocks of the nearest one.
const YEARS: RangeInclusive<i32> = 1970..=2100;

/// Where one works when nobody has said when.
const HOURS: Hours = Hours { from: 9 * 60, to: 18 * 60 };

impl Diary {
    /// An empty diary by the clock of this zone; by universal time if nobody knows it.
    pub fn new(zone: &str, clocks: Clocks) -> Self {
        let mut zones = Zones::default();
        let known = clocks(zone);
        let zone = if known.is_some() { zone } else { "UTC" };
        let year = 2000..=2000;
        match known {
            Some(clock) => zones.cover(zone, &year, &*clock),
            None => zones.cover(zone, &year, &|_: Timestamp| 0),
        }
        let buffers = Buffers { call: 0, meeting: 15, event: 30 };
        let manner = Manner { week: WorkWeek::five_days(HOURS), buffers, rhythm: None };
        Self {
            zone: zone.to_owned(),
            clocks,
            zones,
            book: Arc::default(),
            agenda: Agenda::default(),
            manner,
            unknown: Vec::new(),
        }
    }

    /// Takes over the meetings of a book, once for each book. `today` says around which days their rhythm is looked for.
    pub fn hold(&mut self, book: &Arc<Book>, today: Date) {
        if Arc::ptr_eq(&self.book, book) {
            return;
        }
        self.book = Arc::clone(book);
        self.unknown.clear();
        for meeting in &book.meetings {
            self.know(&meeting.zone, &meeting.years());
            if self.zones.get(&meeting.zone).is_err() && !self.unknown.contains(&meeting.zone) {
                self.unknown.push(meeting.zone.clone());
            }
        }
        let known = book.meetings.iter().filter(|meeting| self.zones.get(&meeting.zone).is_ok());
        // Only a zone without a table could fail.
        self.agenda = Agenda::new(known, &self.zones).unwrap_or_default();
        self.manner.rhythm = self.rhythm(today);
    }

    /// The own zone.
    pub fn zone(&self) -> &str {
        &self.zone
    }

    /// The zones as far as they were looked up.
    pub fn zones(&self) -> &Zones {
        &self.zones
    }

    /// How one works.
    pub fn manner(&self) -> &Manner {
        &self.manner
    }

    /// Zones of meetings that nobody knows; their meetings are not shown.
    pub fn unknown(&self) -> &[String] {
        &self.unknown
    }

    /// The meetings there are.
    pub fn meetings(&self) -> &[Meeting] {
        &self.book.meetings
    }

    /// The meeting of this id.
    pub fn meeting(&self, id: &str) -> Option<&Meeting> {
        self.book.meetings.iter().find(|meeting| meeting.id == id)
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

    /// What speaks against an occurrence of this meeting, which need not be in the diary yet.
    ///
    /// # Errors
    /// Those of [`Planner::assess`].
    pub fn assess(&mut self, meeting: &Meeting, original: DateTime) -> Result<Assessment> {
        let year = meeting.slot_of(original)?.start.date().year();
        self.know(&meeting.zone, &meeting.years());
        self.know(&meeting.zone, &(year..=year));
        self.know_all(&(year - 1..=year + 1));
        let Manner { week, buffers, rhythm } = &self.manner;
        let rhythm = rhythm.as_ref();
        let (agenda, zones) = (&self.agenda, &self.zones);
        Planner { agenda, zones, zone: self.own()?, week, buffers, rhythm }.assess(meeting, original)
    }

    /// The occurrence of this name, as it is.
    ///
    /// # Errors
    /// As for [`assess`](Self::assess).
    pub fn find(&mut self, id: &OccurrenceId) -> Result<(Meeting, Assessment)> {
        let meeting =
            self.meeting(&id.meeting).cloned().ok_or_else(|| Error::new(Code::NotFound, id.meeting.as_str()))?;
        let assessment = self.assess(&meeting, id.original)?;
        Ok((meeting, assessment))
    }

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
            let meeting = self.book.meetings.iter().find(|meeting| meeting.id == block.occurrence.id.meeting);
            let mut key = seen(block, meeting, hours);
            while used.contains(&key) {
                key = key.wrapping_add(1);
            }
            used.push(key);
            block.key = key;
        }
        Window { days, hours }
    }

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

    fn own(&self) -> Result<&ZoneTable> {
        self.zones.get(&self.zone)
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

    /// Calls one day, meetings the next: of the two ways to begin, the one that what is planned around today keeps to.
    fn rhythm(&self, today: Date) -> Option<Rhythm> {
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

    /// Looks up what is missing of a zone's years.
    fn know(&mut self, zone: &str, years: &RangeInclusive<i32>) {
        let (least, most) = (*YEARS.start(), *YEARS.end());
        let years = (*years.start()).clamp(least, most)..=(*years.end()).clamp(least, most);
        if self.zones.covers(zone, &years) || self.unknown.iter().any(|unknown| unknown == zone) {
            return;
        }
        if let Some(clock) = (self.clocks)(zone) {
            self.zones.cover(zone, &years, &*clock);
        }
    }

    fn know_all(&mut self, years: &RangeInclusive<i32>) {
        let names: Vec<String> = self.zones.names().map(str::to_owned).collect();
        for name in names {
            self.know(&name, years);
        }
    }
}

/// All that is to be seen of a block, stirred into one number (FNV-1a).
fn seen(block: &Block, meeting: Option<&Meeting>, hours: (u32, u32)) -> u32 {
    let mut hash = SEED;
    let mut stir = |bytes: &[u8]| hash = stirred(hash, bytes);
    let Block { occurrence, start, end, top, minutes, lane, clash, .. } = block;
    stir(occurrence.id.meeting.as_bytes());
    for wall in [occurrence.id.original, *start, *end] {
        stir(&wall.date().days_since(Date::MIN).to_le_bytes());
        stir(&wall.minute_of_day().to_le_bytes());
    }
    for number in [*top, *minutes, hours.0, hours.1] {
        stir(&number.to_le_bytes());
    }
    let attendance = occurrence.attendance.map_or(0, |attendance| 1 + attendance as u8);
    stir(&[u8::from(*clash), attendance, u8::from(occurrence.moved_by_clock_change)]);
    for number in [lane.column, lane.span, lane.columns] {
        stir(&number.to_le_bytes());
    }
    if let Some(meeting) = meeting {
        stir(&[meeting.kind as u8, meeting.status as u8, u8::from(meeting.recurrence.is_some())]);
        let texts = [Some(&meeting.title), meeting.client.as_ref(), meeting.place.as_ref()];
        texts.into_iter().flatten().for_each(|text| stir(text.as_bytes()));
    }
    hash
}

/// A number for an occurrence, to tell a view which one is meant.
pub fn number_of(id: &OccurrenceId) -> u32 {
    let hash = stirred(SEED, id.meeting.as_bytes());
    stirred(hash, &id.original.minutes_since(DateTime::midnight(Date::MIN)).to_le_bytes())
}

const SEED: u32 = 0x811c_9dc5;

fn stirred(hash: u32, bytes: &[u8]) -> u32 {
    bytes.iter().fold(hash, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// The outcomes there are, the likeliest first.
pub const OUTCOMES: [Attendance; 5] = [
    Attendance::Held,
    Attendance::NoShow,
    Attendance::MovedByClient,
    Attendance::CancelledInTime,
    Attendance::Substitute,
];
