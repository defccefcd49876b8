//! The calendar as one account manager sees it: by the own clock, with working hours, the time between appointments, and
//! days for calls and days for meetings.

mod clocks;
mod habits;
mod number;
mod window;

use std::sync::Arc;

use super::book::Book;
use crate::domain::calendar::agenda::Agenda;
use crate::domain::calendar::assessment::{Assessment, Planner};
use crate::domain::calendar::civil::DateTime;
use crate::domain::calendar::meeting::Meeting;
use crate::domain::calendar::occurrence::OccurrenceId;
use crate::domain::calendar::rhythm::Rhythm;
use crate::domain::calendar::timestamp::Timestamp;
use crate::domain::calendar::workweek::{Buffers, Hours, WorkWeek};
use crate::domain::calendar::zone::Zones;
use crate::domain::date::Date;
use crate::domain::error::{Code, Error, Result};

pub use clocks::Clocks;
pub use number::number_of;
pub use window::{Block, Day, Window};

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
    /// The meetings' places in the book, in the order of their ids.
    by_id: Vec<usize>,
    manner: Manner,
    unknown: Vec<String>,
}

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
            by_id: Vec::new(),
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
        self.by_id = (0..book.meetings.len()).collect();
        let id = |at: &usize| book.meetings.get(*at).map(|meeting| meeting.id.as_str());
        self.by_id.sort_unstable_by(|one, other| id(one).cmp(&id(other)));
        self.manner.rhythm = self.rhythm(today);
    }

    /// How one works.
    pub fn manner(&self) -> &Manner {
        &self.manner
    }

    /// The meetings there are.
    pub fn meetings(&self) -> &[Meeting] {
        &self.book.meetings
    }

    /// The meeting of this id.
    pub fn meeting(&self, id: &str) -> Option<&Meeting> {
        let all = &self.book.meetings;
        let at = self.by_id.partition_point(|at| all.get(*at).is_some_and(|meeting| meeting.id.as_str() < id));
        all.get(*self.by_id.get(at)?).filter(|meeting| meeting.id == id)
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
}
