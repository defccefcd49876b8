//! A meeting as somebody types it into a form.

use crate::domain::calendar::civil::DateTime;
use crate::domain::calendar::meeting::{Kind, Meeting, Status};
use crate::domain::calendar::recurrence::{End, Frequency, Recurrence};
use crate::domain::calendar::slot::Slot;
use crate::domain::date::{Date, Weekday};
use crate::domain::error::{Code, Error};

/// What stands in the fields, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointment {
    /// What it is called.
    pub title: String,
    /// The client's id.
    pub client: Option<String>,
    /// What sort of appointment.
    pub kind: Kind,
    /// Whether the other side has agreed.
    pub confirmed: bool,
    /// The day, `YYYY-MM-DD`.
    pub date: String,
    /// The time of day, `HH:MM`.
    pub time: String,
    /// How long it takes, in minutes.
    pub minutes: String,
    /// Where.
    pub place: String,
    /// Every how many weeks it comes again; zero for never.
    pub weeks: u32,
    /// On which weekdays, Monday first.
    pub weekdays: [bool; 7],
    /// The last day of a series, `YYYY-MM-DD`; empty for no end.
    pub until: String,
}

/// A field that can be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Field {
    Date,
    Time,
    Minutes,
    Repeat,
    Until,
}

/// What is wrong, and where.
pub type Fault = (Field, Error);

impl Appointment {
    /// A form for something new, with a time that was pointed at.
    pub fn at(start: DateTime, client: Option<String>) -> Self {
        let mut weekdays = [false; 7];
        weekdays[start.date().weekday() as usize] = true;
        Self {
            title: String::new(),
            client,
            kind: Kind::Meeting,
            confirmed: false,
            date: start.date().to_string(),
            time: time_of(start),
            minutes: "60".to_owned(),
            place: String::new(),
            weeks: 0,
            weekdays,
            until: String::new(),
        }
    }

    /// The form filled with a meeting, in the slot of one of its occurrences.
    pub fn of(meeting: &Meeting, slot: Slot) -> Self {
        let mut form = Self::at(slot.start, meeting.client.clone());
        form.title.clone_from(&meeting.title);
        form.kind = meeting.kind;
        form.confirmed = meeting.status == Status::Confirmed;
        form.minutes = slot.minutes.to_string();
        form.place = meeting.place.clone().unwrap_or_default();
        if let Some(rule) = &meeting.recurrence {
            form.weeks = rule.interval;
            if !rule.weekdays.is_empty() {
                form.weekdays = Weekday::ALL.map(|weekday| rule.weekdays.contains(&weekday));
            }
            if let End::Until(last) = rule.end {
                form.until = last.date().to_string();
            }
        }
        form
    }

    /// When it is to be.
    ///
    /// # Errors
    /// `date.invalid` and `meeting.length`, each with its field.
    pub fn slot(&self) -> Result<Slot, Fault> {
        let date = Date::parse(self.date.trim()).map_err(|error| (Field::Date, error))?;
        let start = [&date.to_string(), "T", self.time.trim()].concat();
        let start = DateTime::parse(&start).map_err(|error| (Field::Time, error))?;
        let length = || Error::new(Code::MeetingLength, self.minutes.as_str());
        let minutes = self.minutes.trim().parse().map_err(|_| (Field::Minutes, length()))?;
        let slot = Slot { start, minutes };
        slot.check().map_err(|error| (Field::Minutes, error))?;
        Ok(slot)
    }

    /// The meeting it stands for: `before` with what the form says, or a new one of this id and zone.
    ///
    /// # Errors
    /// Those of [`slot`](Self::slot), and `recurrence.invalid`.
    pub fn meeting(&self, id: &str, zone: &str, before: Option<&Meeting>) -> Result<Meeting, Fault> {
        let slot = self.slot()?;
        let recurrence = self.recurrence(slot, before)?;
        let kept = before.filter(|before| before.recurrence == recurrence && before.slot.start == slot.start);
        let text = |text: &str| Some(text.trim()).filter(|text| !text.is_empty()).map(str::to_owned);
        Ok(Meeting {
            id: id.to_owned(),
            kind: self.kind,
            status: if self.confirmed { Status::Confirmed } else { Status::Planned },
            client: self.client.clone(),
            title: self.title.trim().to_owned(),
            zone: zone.to_owned(),
            slot,
            place: text(&self.place),
            // Somebody of another client is not the one to meet.
            person: before.filter(|before| before.client == self.client).and_then(|before| before.person.clone()),
            purpose: before.and_then(|before| before.purpose),
            checklist: before.map(|before| before.checklist.clone()).unwrap_or_default(),
            outcome: before.filter(|_| recurrence.is_none()).and_then(|before| before.outcome),
            // A rule of the host's that is not read here stays as it is while nobody gives another.
            unread_rule: before.filter(|_| recurrence.is_none()).and_then(|before| before.unread_rule.clone()),
            // What was different about single times belongs to the rule that gave them.
            exceptions: kept.map(|kept| kept.exceptions.clone()).unwrap_or_default(),
            recurrence,
        })
    }

    fn recurrence(&self, slot: Slot, before: Option<&Meeting>) -> Result<Option<Recurrence>, Fault> {
        if self.weeks == 0 {
            return Ok(None);
        }
        let old = before.and_then(|before| before.recurrence.as_ref());
        let end = match (self.until.trim(), old.map(|old| old.end)) {
            // A count has no field of its own; it stays until a last day is named.
            ("", Some(End::After(count))) => End::After(count),
            ("", _) => End::Never,
            (until, _) => End::on(Date::parse(until).map_err(|error| (Field::Until, error))?),
        };
        let chosen = Weekday::ALL.into_iter().zip(self.weekdays);
        let weekdays: Vec<Weekday> = chosen.filter(|(_, chosen)| *chosen).map(|(weekday, _)| weekday).collect();
        let none = weekdays.is_empty();
        let rule = Recurrence {
            frequency: Frequency::Weekly,
            interval: self.weeks,
            weekdays,
            week_start: old.map_or(Weekday::Monday, |old| old.week_start),
            end,
        };
        let at = if matches!(end, End::Until(last) if last < slot.start) { Field::Until } else { Field::Repeat };
        if none {
            return Err((at, Error::new(Code::RecurrenceInvalid, "no weekday")));
        }
        rule.check(slot.start).map_err(|error| (at, error))?;
        // The same rule in other words is the same rule, and keeps its exceptions.
        let same =
            old.filter(|old| old.interval == rule.interval && old.end == rule.end && falls_alike(old, &rule, slot));
        Ok(Some(same.cloned().unwrap_or(rule)))
    }
}

fn falls_alike(old: &Recurrence, new: &Recurrence, slot: Slot) -> bool {
    let on = |rule: &Recurrence, weekday: Weekday| match rule.weekdays.as_slice() {
        [] => weekday == slot.start.date().weekday(),
        some => some.contains(&weekday),
    };
    Weekday::ALL.into_iter().all(|weekday| on(old, weekday) == on(new, weekday))
}

/// The time of day as a field of that kind holds it.
pub fn time_of(wall: DateTime) -> String {
    let two = |number: u32| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
    [&two(wall.hour()), ":", &two(wall.minute())].concat()
}
