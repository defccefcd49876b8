//! Files as they are written, and read back by a second reading of the standard.

mod read_back;
mod reader;

use sapa::domain::calendar::ical::Export;
use sapa::domain::calendar::meeting::{Exception, Item, Meeting, Status};
use sapa::domain::calendar::outcome::{Attendance, Outcome};
use sapa::domain::calendar::recurrence::{End, Recurrence};
use sapa::domain::calendar::slot::Slot;
use sapa::domain::calendar::zone::Zones;
use sapa::domain::date::Weekday;

use reader::parse;

use super::support::{at, database, meeting, series, wall, weekly, zones};

fn write(meetings: &[&Meeting], zones: &Zones) -> String {
    let stamp = at("2026-03-01T12:00:00Z");
    Export { zones, stamp, domain: "crm.example" }.write(meetings).unwrap_or_else(|error| panic!("{error}"))
}

/// The lines of a file that are not about its zones.
fn events(file: &str) -> String {
    let (before, after) = file.split_once("BEGIN:VEVENT").unwrap();
    assert!(before.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:"));
    ["BEGIN:VEVENT", after].concat().replace("\r\n", "\n")
}

#[test]
fn writes_one_meeting() {
    let meeting = Meeting {
        status: Status::Confirmed,
        title: "Samples; tea, and a\\b".into(),
        place: Some("Obere Str. 57\r\n12209 Berlin".into()),
        person: Some("Maria Anders".into()),
        checklist: ["Price list", "Samples"].map(|text| Item { text: text.into(), ready: false }).to_vec(),
        ..meeting("m1", wall("2026-03-02T09:00"), 45)
    };
    let expected = "BEGIN:VEVENT
UID:m1@crm.example
DTSTAMP:20260301T120000Z
SUMMARY:Samples\\; tea\\, and a\\\\b
DTSTART;TZID=Europe/Berlin:20260302T090000
DTEND;TZID=Europe/Berlin:20260302T094500
STATUS:CONFIRMED
LOCATION:Obere Str. 57\\n12209 Berlin
CONTACT:Maria Anders
DESCRIPTION:Price list\\nSamples
END:VEVENT
END:VCALENDAR
";
    assert_eq!(events(&write(&[&meeting], &zones())), expected);
}

#[test]
fn writes_a_series_with_its_exceptions() {
    let outcome = |attendance| Outcome { attendance, decision_maker: false, logged: at("2026-03-23T10:00:00Z") };
    let slot = |start: &str, minutes: u32| Some(Slot { start: wall(start), minutes });
    let rule = weekly(2, &[Weekday::Friday, Weekday::Monday], End::Until(wall("2026-04-10T09:00")));
    let series = Meeting {
        exceptions: vec![
            Exception { original: wall("2026-03-06T09:00"), slot: None, outcome: None },
            Exception { original: wall("2026-03-16T09:00"), slot: slot("2026-03-17T14:00", 30), outcome: None },
            Exception {
                original: wall("2026-03-20T09:00"),
                slot: slot("2026-03-20T09:00", 60),
                outcome: Some(outcome(Attendance::Held)),
            },
            Exception {
                original: wall("2026-03-30T09:00"),
                slot: slot("2026-03-30T09:00", 60),
                outcome: Some(outcome(Attendance::CancelledInTime)),
            },
        ],
        ..series("s", wall("2026-03-02T09:00"), 60, Recurrence { week_start: Weekday::Sunday, ..rule })
    };
    let expected = "BEGIN:VEVENT
UID:s@crm.example
DTSTAMP:20260301T120000Z
SUMMARY:Meeting s
DTSTART;TZID=Europe/Berlin:20260302T090000
DTEND;TZID=Europe/Berlin:20260302T100000
RRULE:FREQ=WEEKLY;INTERVAL=2;WKST=SU;UNTIL=20260410T070000Z;BYDAY=MO,FR
EXDATE;TZID=Europe/Berlin:20260306T090000
STATUS:TENTATIVE
END:VEVENT
BEGIN:VEVENT
UID:s@crm.example
DTSTAMP:20260301T120000Z
SUMMARY:Meeting s
RECURRENCE-ID;TZID=Europe/Berlin:20260316T090000
DTSTART;TZID=Europe/Berlin:20260317T140000
DTEND;TZID=Europe/Berlin:20260317T143000
STATUS:TENTATIVE
END:VEVENT
BEGIN:VEVENT
UID:s@crm.example
DTSTAMP:20260301T120000Z
SUMMARY:Meeting s
RECURRENCE-ID;TZID=Europe/Berlin:20260330T090000
DTSTART;TZID=Europe/Berlin:20260330T090000
DTEND;TZID=Europe/Berlin:20260330T100000
STATUS:CANCELLED
END:VEVENT
END:VCALENDAR
";
    assert_eq!(events(&write(&[&series], &zones())), expected);
}

#[test]
fn writes_times_that_clock_changes_touch() {
    let check = |start: &str, minutes: u32, expected: [&str; 2]| {
        let file = write(&[&meeting("m", wall(start), minutes)], &zones());
        let times: Vec<_> = parse(&file).into_iter().filter(|line| line.is_time_of_event()).collect();
        let times: Vec<_> = times.iter().map(|line| format!("{}:{}", line.name, line.value)).collect();
        assert_eq!(times, expected, "{start}");
    };
    check("2026-03-29T01:30", 60, ["DTSTART:20260329T013000", "DTEND:20260329T033000"]);
    check("2026-03-29T02:30", 60, ["DTSTART:20260329T033000", "DTEND:20260329T043000"]);
    check("2026-10-25T01:30", 60, ["DTSTART:20261025T013000", "DTEND:20261025T023000"]);
    // It ends in the second of two equal hours, which no wall time can say.
    check("2026-10-25T02:30", 60, ["DTSTART:20261025T023000", "DURATION:PT60M"]);
    check("2026-10-25T02:30", 120, ["DTSTART:20261025T023000", "DTEND:20261025T033000"]);
}

#[test]
fn writes_universal_time_without_a_zone() {
    let meeting = Meeting { zone: "UTC".into(), ..meeting("m", wall("2026-03-02T09:00"), 45) };
    let file = write(&[&meeting], &zones());
    assert!(!file.contains("VTIMEZONE") && file.contains("\r\nDTSTART:20260302T090000Z\r\nDTEND:20260302T094500Z\r\n"));
}

#[test]
fn writes_the_week_that_is_asked_for() {
    let meetings = [
        meeting("before", wall("2026-03-01T22:00"), 60),
        meeting("inside", wall("2026-03-04T09:00"), 60),
        Meeting { zone: "Asia/Jakarta".into(), ..meeting("abroad", wall("2026-03-09T05:00"), 30) },
        meeting("after", wall("2026-03-09T00:00"), 60),
        series("weekly", wall("2026-01-05T08:00"), 30, weekly(1, &[], End::Never)),
        series("over", wall("2026-01-05T08:00"), 30, weekly(1, &[], End::After(3))),
    ];
    let zones = zones();
    let export = Export { zones: &zones, stamp: at("2026-03-01T12:00:00Z"), domain: "crm.example" };
    let (from, to) = (at("2026-03-01T23:00:00Z"), at("2026-03-08T23:00:00Z"));
    let file = export.write_between(&meetings.each_ref(), from, to).unwrap();
    let named = |name: &str| parse(&file).into_iter().filter(|line| line.name == name).map(|line| line.value).collect();
    let ids: Vec<String> = named("UID");
    assert_eq!(ids, ["inside@crm.example", "abroad@crm.example", "weekly@crm.example"]);
    let zones: Vec<String> = named("TZID");
    assert_eq!(zones, ["Europe/Berlin", "Asia/Jakarta"], "each zone once");

    let lost = Meeting { zone: "Mars/Olympus".into(), ..meeting("m", wall("2026-03-02T09:00"), 60) };
    assert_eq!(export.write(&[&lost]).map_err(|error| error.code()), Err("zone.unknown"));
    assert_eq!(export.write(&[]).unwrap().matches("BEGIN:").count(), 1, "an empty calendar is one");
}

#[test]
fn writes_yearly_rules_where_there_are_some() {
    let zone = |name: &str, start: &str| {
        let mut zones = Zones::default();
        zones.cover(name, &(2024..=2030), &database(name));
        let file = write(&[&Meeting { zone: name.into(), ..meeting("m", wall(start), 60) }], &zones);
        let (_, zone) = file.split_once("BEGIN:VTIMEZONE\r\n").unwrap();
        let (zone, _) = zone.split_once("END:VTIMEZONE").unwrap();
        zone.replace("\r\n", "\n")
    };
    let berlin = "TZID:Europe/Berlin
BEGIN:STANDARD
DTSTART:20251026T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20260329T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
";
    assert_eq!(zone("Europe/Berlin", "2026-03-02T09:00"), berlin);
    let new_york = zone("America/New_York", "2026-03-20T09:00");
    assert!(new_york.contains("BYMONTH=3;BYDAY=2SU") && new_york.contains("BYMONTH=11;BYDAY=1SU"), "{new_york}");
    let jakarta = "TZID:Asia/Jakarta
BEGIN:STANDARD
DTSTART:20250101T000000
TZOFFSETFROM:+0700
TZOFFSETTO:+0700
END:STANDARD
";
    assert_eq!(zone("Asia/Jakarta", "2026-03-02T09:00"), jakarta);
    // Ramadan comes by the moon, so there is no rule, and no list either.
    let casablanca = zone("Africa/Casablanca", "2026-03-02T09:00");
    assert!(casablanca.matches("BEGIN:").count() > 8 && !casablanca.contains("RDATE"), "{casablanca}");
}
