use std::ops::RangeInclusive;

use chrono::{Offset, TimeZone};
use chrono_tz::Tz;
use sapa::domain::calendar::civil::DateTime;
use sapa::domain::calendar::meeting::{Kind, Meeting, Status};
use sapa::domain::calendar::occurrence::Occurrence;
use sapa::domain::calendar::recurrence::{End, Frequency, Recurrence};
use sapa::domain::calendar::slot::Slot;
use sapa::domain::calendar::timestamp::Timestamp;
use sapa::domain::calendar::zone::{ZoneTable, Zones};
use sapa::domain::date::{Date, Weekday};

/// Zones whose clocks have done everything clocks do.
pub(crate) const AWKWARD: [&str; 16] = [
    "Africa/Cairo",
    "Africa/Casablanca",
    "America/New_York",
    "America/Nuuk",
    "America/St_Johns",
    "Antarctica/Troll",
    "Asia/Amman",
    "Asia/Gaza",
    "Asia/Jakarta",
    "Asia/Kathmandu",
    "Asia/Tehran",
    "Australia/Lord_Howe",
    "Europe/Berlin",
    "Europe/Dublin",
    "Pacific/Apia",
    "Pacific/Chatham",
];

/// What the database knows about a zone.
pub(crate) fn database(name: &str) -> impl Fn(Timestamp) -> i32 + use<> {
    let zone = tz(name);
    move |at: Timestamp| {
        let utc = chrono::DateTime::from_timestamp(at.second(), 0).unwrap().naive_utc();
        zone.offset_from_utc_datetime(&utc).fix().local_minus_utc()
    }
}

pub(crate) fn tz(name: &str) -> Tz {
    name.parse().unwrap_or_else(|error| panic!("{name}: {error}"))
}

pub(crate) fn table(name: &str, years: RangeInclusive<i32>) -> ZoneTable {
    ZoneTable::new(name, years, &database(name))
}

/// The zones of the examples.
pub(crate) fn zones() -> Zones {
    let mut zones = Zones::default();
    for name in ["UTC", "Europe/Berlin", "America/New_York", "Asia/Jakarta", "Australia/Lord_Howe"] {
        zones.cover(name, &(2020..=2030), &database(name));
    }
    zones
}

pub(crate) fn day(text: &str) -> Date {
    Date::parse(text).unwrap_or_else(|error| panic!("{error}"))
}

pub(crate) fn wall(text: &str) -> DateTime {
    DateTime::parse(text).unwrap_or_else(|error| panic!("{error}"))
}

pub(crate) fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).unwrap_or_else(|error| panic!("{error}"))
}

/// A meeting in Berlin.
pub(crate) fn meeting(id: &str, start: DateTime, minutes: u32) -> Meeting {
    Meeting {
        id: id.to_owned(),
        kind: Kind::Meeting,
        status: Status::Planned,
        client: None,
        title: format!("Meeting {id}"),
        zone: "Europe/Berlin".to_owned(),
        slot: Slot { start, minutes },
        place: None,
        person: None,
        purpose: None,
        checklist: Vec::new(),
        outcome: None,
        recurrence: None,
        unread_rule: None,
        exceptions: Vec::new(),
    }
}

/// The same, every so many weeks on these weekdays.
pub(crate) fn series(id: &str, start: DateTime, minutes: u32, rule: Recurrence) -> Meeting {
    Meeting { recurrence: Some(rule), ..meeting(id, start, minutes) }
}

pub(crate) fn weekly(interval: u32, weekdays: &[Weekday], end: End) -> Recurrence {
    Recurrence { frequency: Frequency::Weekly, interval, weekdays: weekdays.to_vec(), week_start: Weekday::Monday, end }
}

/// The starts of occurrences, by universal time, in one line.
pub(crate) fn starts(occurrences: &[Occurrence]) -> String {
    let starts: Vec<_> = occurrences.iter().map(|occurrence| occurrence.start.to_string()).collect();
    starts.join(" ")
}
