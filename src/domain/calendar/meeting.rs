//! A meeting as it is kept: once, or again and again.

use core::ops::RangeInclusive;

use super::civil::DateTime;
use super::outcome::Outcome;
use super::recurrence::Recurrence;
use super::slot::Slot;
use super::zone::Zones;
use crate::domain::error::{Code, Error, Result};

/// An appointment of the account manager's: one, or a series of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// The record's id, opaque to us.
    pub id: String,
    /// What sort of appointment.
    pub kind: Kind,
    /// Whether the other side has agreed.
    pub status: Status,
    /// The client's id, if it is with one.
    pub client: Option<String>,
    /// What it is called.
    pub title: String,
    /// The IANA name of the zone by whose clock it was agreed.
    pub zone: String,
    /// When, in that zone; of a series, the first time.
    pub slot: Slot,
    /// The address, or how to get there.
    pub place: Option<String>,
    /// Whom to meet.
    pub person: Option<String>,
    /// What it is for.
    pub purpose: Option<Purpose>,
    /// What has to be brought along.
    pub checklist: Vec<Item>,
    /// How a single meeting turned out. Each occurrence of a series has its own, in `exceptions`.
    pub outcome: Option<Outcome>,
    /// The rule of a series.
    pub recurrence: Option<Recurrence>,
    /// The rule as its host wrote it, where it is none of ours. It is kept as it is, and the meeting then stands for the first
    /// time alone, which a view has to say.
    pub unread_rule: Option<String>,
    /// Occurrences of the series about which there is more to say than the rule does.
    pub exceptions: Vec<Exception>,
}

/// What sort of appointment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// By telephone or over the net.
    Call,
    /// In person.
    Meeting,
    /// An exhibition, a conference, an invitation to many.
    Event,
}

/// Whether the other side has agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Not yet.
    Planned,
    /// It has.
    Confirmed,
}

/// What a meeting is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Getting to know each other and the client's needs.
    Introduction,
    /// Showing what is offered.
    Presentation,
    /// Coming to terms and signing.
    Contract,
    /// Papers for a purchase already agreed.
    Documents,
}

/// Something to bring along: documents, samples, the presentation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// What.
    pub text: String,
    /// Whether it is ready.
    pub ready: bool,
}

/// What is different about one occurrence of a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// The start the rule gives it. It stays the occurrence's name wherever it is moved, as `RECURRENCE-ID` does in
    /// iCalendar.
    pub original: DateTime,
    /// When it takes place; nothing if it was left out.
    pub slot: Option<Slot>,
    /// How it turned out.
    pub outcome: Option<Outcome>,
}

impl Meeting {
    /// Whether the meeting can be planned: its length, its zone, its rule and its exceptions.
    ///
    /// # Errors
    /// `meeting.length`, `zone.unknown`, `recurrence.invalid`; the last one also for exceptions to no rule, or two for one
    /// occurrence.
    pub fn check(&self, zones: &Zones) -> Result<()> {
        self.slot.check()?;
        zones.get(&self.zone)?;
        self.recurrence.as_ref().map_or(Ok(()), |rule| rule.check(self.slot.start))?;
        self.exceptions.iter().filter_map(|exception| exception.slot).try_for_each(Slot::check)?;
        let twice = |(index, exception): (usize, &Exception)| {
            self.exceptions.iter().skip(index + 1).any(|other| other.original == exception.original)
        };
        let orphaned = self.recurrence.is_none() && !self.exceptions.is_empty();
        if orphaned || self.exceptions.iter().enumerate().any(twice) {
            return Err(Error::new(Code::RecurrenceInvalid, "exceptions without a rule, or two for one occurrence"));
        }
        Ok(())
    }

    /// The years its zone has to be known for: from the first to the last time that is written down in it. Those a series
    /// will come to are the window's to name.
    pub fn years(&self) -> RangeInclusive<i32> {
        let moved = self.exceptions.iter().filter_map(|exception| exception.slot);
        let slots = moved.chain([self.slot]);
        let (mut first, mut last) = (i32::MAX, i32::MIN);
        for Slot { start, minutes } in slots {
            let end = start.add_minutes(i64::from(minutes)).unwrap_or(start);
            first = first.min(start.date().year());
            last = last.max(end.date().year());
        }
        first..=last
    }

    /// What is different about the occurrence of this original start.
    pub fn exception(&self, original: DateTime) -> Option<&Exception> {
        self.exceptions.iter().find(|exception| exception.original == original)
    }

    /// When the occurrence of this original start takes place, whether by the rule or by exception.
    ///
    /// # Errors
    /// `record.not_found` if the series has no such occurrence, or it was left out. A single meeting has one, its own start.
    pub fn slot_of(&self, original: DateTime) -> Result<Slot> {
        let missing = || Error::new(Code::NotFound, original.to_string());
        let Some(rule) = &self.recurrence else {
            return (original == self.slot.start).then_some(self.slot).ok_or_else(missing);
        };
        match self.exception(original) {
            Some(exception) => exception.slot.ok_or_else(missing),
            None => {
                let given = rule.starts_from(self.slot.start, original.date()).next() == Some(original);
                given.then_some(Slot { start: original, ..self.slot }).ok_or_else(missing)
            }
        }
    }

    /// The meeting with this outcome of one occurrence.
    ///
    /// # Errors
    /// `record.not_found`, as for [`slot_of`](Self::slot_of).
    pub fn with_outcome(&self, original: DateTime, outcome: Option<Outcome>) -> Result<Meeting> {
        let slot = self.slot_of(original)?;
        if self.recurrence.is_none() {
            return Ok(Meeting { outcome, ..self.clone() });
        }
        Ok(self.with_exception(Exception { original, slot: Some(slot), outcome }))
    }

    /// The meeting without this occurrence of its series.
    ///
    /// # Errors
    /// `record.not_found`, as for [`slot_of`](Self::slot_of); for a single meeting too, which is deleted instead.
    pub fn without(&self, original: DateTime) -> Result<Meeting> {
        self.slot_of(original)?;
        if self.recurrence.is_none() {
            return Err(Error::new(Code::NotFound, "not a series"));
        }
        let outcome = self.exception(original).and_then(|exception| exception.outcome);
        Ok(self.with_exception(Exception { original, slot: None, outcome }))
    }

    /// The meeting with this exception in the place of the one it had. An exception that says what the rule says is none.
    pub(super) fn with_exception(&self, exception: Exception) -> Meeting {
        let mut changed = self.clone();
        changed.exceptions.retain(|other| other.original != exception.original);
        let by_rule = Slot { start: exception.original, ..self.slot };
        if exception.slot != Some(by_rule) || exception.outcome.is_some() {
            let at = changed.exceptions.partition_point(|other| other.original < exception.original);
            changed.exceptions.insert(at, exception);
        }
        changed
    }
}
