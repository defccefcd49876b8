//! Meetings for other calendars, as iCalendar (RFC 5545) has them.

use super::civil::DateTime;
use super::meeting::{Exception, Meeting, Status};
use super::occurrence::occurrences;
use super::outcome::{Attendance, Outcome};
use super::rrule::{self, compact};
use super::slot::Slot;
use super::timestamp::Timestamp;
use super::zone::{ZoneTable, Zones};
use crate::domain::error::Result;

mod line;
mod timezone;

use line::{escaped, put};

/// What a file says beside its meetings.
#[derive(Clone, Copy, Debug)]
pub struct Export<'a> {
    /// The zones of the meetings. Their tables should reach a year or more beyond the meetings, because the yearly rules
    /// that go into the file are read off them.
    pub zones: &'a Zones,
    /// When the file is written.
    pub stamp: Timestamp,
    /// Makes the meetings' ids unique in the world, such as the host's own domain name.
    pub domain: &'a str,
}

impl Export<'_> {
    /// A file with these meetings. Series are written as series, with what is different about each occurrence.
    ///
    /// # Errors
    /// `zone.unknown` for a zone without a table.
    pub fn write(&self, meetings: &[&Meeting]) -> Result<String> {
        let mut file = String::new();
        put(&mut file, "BEGIN", "VCALENDAR");
        put(&mut file, "VERSION", "2.0");
        put(&mut file, "PRODID", "-//Sapa//Meeting planner//EN");
        let mut zones: Vec<(&ZoneTable, Timestamp)> = Vec::new();
        for meeting in meetings {
            let (zone, first) = (self.zones.get(&meeting.zone)?, first_moment(meeting, self.zones)?);
            match zones.iter_mut().find(|(known, _)| known.name() == zone.name()) {
                Some((_, earliest)) => *earliest = first.min(*earliest),
                None => zones.push((zone, first)),
            }
        }
        for (zone, first) in zones.iter().filter(|(zone, _)| !is_utc(zone)) {
            timezone::write(&mut file, zone, *first);
        }
        for meeting in meetings {
            self.series(&mut file, meeting)?;
        }
        put(&mut file, "END", "VCALENDAR");
        Ok(file)
    }

    /// A file with those of the meetings that take place between two moments: a week, for instance. A series is written
    /// whole, because another calendar knows it by its id and would take a part for all of it.
    ///
    /// # Errors
    /// As for [`write`](Self::write).
    pub fn write_between(&self, meetings: &[&Meeting], from: Timestamp, to: Timestamp) -> Result<String> {
        let mut chosen = Vec::new();
        for meeting in meetings {
            if !occurrences(meeting, self.zones.get(&meeting.zone)?, from, to).is_empty() {
                chosen.push(*meeting);
            }
        }
        self.write(&chosen)
    }

    fn series(&self, file: &mut String, meeting: &Meeting) -> Result<()> {
        let zone = self.zones.get(&meeting.zone)?;
        self.begin(file, meeting);
        match &meeting.recurrence {
            Some(rule) => {
                time(file, "DTSTART", zone, meeting.slot.start);
                length(file, zone, meeting.slot, meeting.slot.start);
                // In universal time, as is prescribed wherever the start names a zone.
                let until = |last| utc(zone.resolve(last).at);
                put(file, "RRULE", &rrule::write(rule, &until));
                for exception in meeting.exceptions.iter().filter(|exception| exception.slot.is_none()) {
                    time(file, "EXDATE", zone, exception.original);
                }
            }
            // A single meeting is written at the time it comes to, so that nobody else has to know what a jump does.
            None => stretch(file, zone, meeting.slot),
        }
        finish(file, meeting, meeting.outcome);
        for exception in &meeting.exceptions {
            self.exception(file, meeting, zone, exception);
        }
        Ok(())
    }

    /// An occurrence that was moved, or that was called off where it stood.
    fn exception(&self, file: &mut String, meeting: &Meeting, zone: &ZoneTable, exception: &Exception) {
        let by_rule = Slot { start: exception.original, ..meeting.slot };
        let freed = exception.outcome.is_some_and(|outcome| outcome.attendance.frees());
        let Some(slot) = exception.slot.filter(|slot| *slot != by_rule || freed) else { return };
        self.begin(file, meeting);
        time(file, "RECURRENCE-ID", zone, exception.original);
        stretch(file, zone, slot);
        finish(file, meeting, exception.outcome);
    }

    fn begin(&self, file: &mut String, meeting: &Meeting) {
        put(file, "BEGIN", "VEVENT");
        put(file, "UID", &escaped(&[&meeting.id, "@", self.domain].concat()));
        put(file, "DTSTAMP", &utc(self.stamp));
        put(file, "SUMMARY", &escaped(&meeting.title));
    }
}

/// What every component says after its times.
fn finish(file: &mut String, meeting: &Meeting, outcome: Option<Outcome>) {
    let status = match (
        outcome.map(|outcome| outcome.attendance).filter(|attendance| Attendance::frees(*attendance)),
        meeting.status,
    ) {
        (Some(_), _) => "CANCELLED",
        (None, Status::Confirmed) => "CONFIRMED",
        (None, Status::Planned) => "TENTATIVE",
    };
    put(file, "STATUS", status);
    if let Some(place) = &meeting.place {
        put(file, "LOCATION", &escaped(place));
    }
    if let Some(person) = &meeting.person {
        put(file, "CONTACT", &escaped(person));
    }
    if !meeting.checklist.is_empty() {
        let items: Vec<_> = meeting.checklist.iter().map(|item| item.text.as_str()).collect();
        put(file, "DESCRIPTION", &escaped(&items.join("\n")));
    }
    put(file, "END", "VEVENT");
}

/// The times of something that takes place once.
fn stretch(file: &mut String, zone: &ZoneTable, slot: Slot) {
    let start = zone.wall(zone.resolve(slot.start).at);
    time(file, "DTSTART", zone, start);
    length(file, zone, slot, start);
}

/// The end, where a wall time says it without doubt, or else the length.
fn length(file: &mut String, zone: &ZoneTable, slot: Slot, written: DateTime) {
    let start = zone.resolve(slot.start).at;
    let end = start.add_minutes(i64::from(slot.minutes));
    let wall = zone.wall(end);
    if zone.wall(start) == written && zone.resolve(wall).at == end {
        time(file, "DTEND", zone, wall);
    } else {
        put(file, "DURATION", &["PT", &slot.minutes.to_string(), "M"].concat());
    }
}

fn time(file: &mut String, name: &str, zone: &ZoneTable, wall: DateTime) {
    if is_utc(zone) {
        put(file, name, &[&compact(wall), "Z"].concat());
    } else {
        put(file, &[name, ";TZID=", zone.name()].concat(), &compact(wall));
    }
}

/// The earliest moment of which a file with this meeting speaks.
fn first_moment(meeting: &Meeting, zones: &Zones) -> Result<Timestamp> {
    let zone = zones.get(&meeting.zone)?;
    let starts = meeting.exceptions.iter().filter_map(|exception| exception.slot).map(|slot| slot.start);
    let first = starts.fold(meeting.slot.start, DateTime::min);
    Ok(zone.resolve(first).at)
}

fn is_utc(zone: &ZoneTable) -> bool {
    matches!(zone.name(), "UTC" | "Etc/UTC")
}

/// `YYYYMMDDTHHMMSSZ`.
fn utc(at: Timestamp) -> String {
    at.to_string().replace(['-', ':'], "")
}
