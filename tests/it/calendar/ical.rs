//! Files as they are written, and read back by a second reading of the standard.

mod reader;

use proptest::prelude::*;
use sapa::domain::calendar::civil::DateTime;
use sapa::domain::calendar::ical::Export;
use sapa::domain::calendar::meeting::{Exception, Item, Meeting, Status};
use sapa::domain::calendar::outcome::{Attendance, Outcome};
use sapa::domain::calendar::recurrence::{End, Recurrence};
use sapa::domain::calendar::slot::Slot;
use sapa::domain::calendar::timestamp::Timestamp;
use sapa::domain::calendar::zone::{ZoneTable, Zones};
use sapa::domain::date::Weekday;

use reader::{Line, offset_of, onsets, parse, rule_part, seconds, time, unescaped, weekday};

use super::occurrence::any_series;
use super::support::{AWKWARD, at, database, day, meeting, series, table, wall, weekly, zones};

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

#[test]
fn a_zone_holds_from_the_earliest_time_in_the_file() {
    // A summer's series, one of which was brought forward into the winter.
    let first = wall("2026-04-06T09:00");
    let early =
        Exception { original: first, slot: Some(Slot { start: wall("2026-03-02T09:00"), minutes: 60 }), outcome: None };
    let series = Meeting { exceptions: vec![early], ..series("s", first, 60, weekly(1, &[], End::Never)) };
    let onsets = onsets(&write(&[&series], &zones()));
    assert_eq!(offset_of(&onsets, at("2026-03-02T08:00:00Z")), 3_600);
    assert_eq!(offset_of(&onsets, at("2026-04-06T08:00:00Z")), 7_200);
}

#[test]
fn a_zone_read_back_has_the_same_offsets() {
    for name in AWKWARD {
        let table = table(name, 2020..=2030);
        let mut zones = Zones::default();
        zones.cover(name, &(2020..=2030), &database(name));
        for start in ["2020-01-01T09:00", "2023-06-15T09:00", "2028-11-30T09:00"] {
            let meeting = Meeting { zone: name.into(), ..meeting("m", wall(start), 60) };
            let onsets = onsets(&write(&[&meeting], &zones));
            let mut moment = table.resolve(wall(start)).at;
            while moment < at("2031-01-01T00:00:00Z") {
                assert_eq!(offset_of(&onsets, moment), table.offset_at(moment), "{name} from {start} at {moment}");
                moment = moment.add_minutes(7 * 60 + 30);
            }
            // And to the second around every change.
            let first = table.resolve(wall(start)).at;
            for change in table.transitions().iter().filter(|change| change.at > first) {
                let before = Timestamp::from_second(change.at.second() - 1);
                assert_eq!(offset_of(&onsets, before), table.offset_at(before), "{name} before {}", change.at);
                assert_eq!(offset_of(&onsets, change.at), change.offset, "{name} at {}", change.at);
            }
        }
    }
}

proptest! {
    #[test]
    fn lines_are_short_and_whole(title in "\\PC{0,120}|[\\x00-\\x1f;,\\\\é漢😀n]{0,120}", id in "[a-zA-Z0-9-]{1,90}") {
        let meeting = Meeting { title: title.clone(), ..meeting(&id, wall("2026-03-02T09:00"), 45) };
        let file = write(&[&meeting], &zones());
        prop_assert!(file.ends_with("\r\n"));
        for line in file.split_terminator("\r\n") {
            prop_assert!(line.len() <= 75, "{line:?}");
            prop_assert!(!line.contains(['\r', '\n']) && !line.is_empty(), "{line:?}");
        }
        let lines = parse(&file);
        let value = |name: &str| lines.iter().find(|line| line.name == name).unwrap().value.clone();
        prop_assert_eq!(value("UID"), format!("{id}@crm.example"));
        // A line end of any kind is read as one; other control characters were left out.
        let kept = title.replace("\r\n", "\n").replace('\r', "\n");
        let kept: String = kept.chars().filter(|c| matches!(c, '\n' | '\t') || !c.is_control()).collect();
        prop_assert_eq!(unescaped(&value("SUMMARY")), kept);
    }

    #[test]
    fn a_series_read_back_has_the_same_starts((series, zone) in any_series()) {
        let mut zones = Zones::default();
        zones.cover(zone.name(), &zone.years(), &database(zone.name()));
        let lines = parse(&write(&[&series], &zones));
        prop_assert_eq!(read_starts(&lines, &zone), written_starts(&series, &zone));
    }
}

/// What a file says about the starts of a series: first of all the rule, then what was left out, then what was moved.
type Starts = (Vec<DateTime>, Vec<DateTime>, Vec<(DateTime, DateTime)>);

/// The first twenty starts are enough to tell rules apart.
const STARTS: usize = 20;

fn written_starts(series: &Meeting, zone: &ZoneTable) -> Starts {
    let starts = series.recurrence.as_ref().unwrap().starts(series.slot.start).take(STARTS).collect();
    let out = series.exceptions.iter().filter(|exception| exception.slot.is_none());
    let by_rule = |original| Slot { start: original, ..series.slot };
    let moved = series.exceptions.iter().filter_map(|exception| {
        let slot = exception.slot.filter(|slot| *slot != by_rule(exception.original))?;
        // In a jump of the clocks it is written as it comes out.
        Some((exception.original, zone.wall(zone.resolve(slot.start).at)))
    });
    (starts, out.map(|exception| exception.original).collect(), moved.collect())
}

fn read_starts(lines: &[Line], zone: &ZoneTable) -> Starts {
    let event = lines.iter().position(|line| line.value == "VEVENT").unwrap();
    let mut lines = lines[event..].iter();
    let first = time(&lines.find(|line| line.name == "DTSTART").unwrap().value);
    let rule = &lines.clone().find(|line| line.name == "RRULE").unwrap().value;
    let days: Option<Vec<_>> = rule_part(rule, "BYDAY").map(|days| days.split(',').map(weekday).collect());
    let until = rule_part(rule, "UNTIL").map(|until| {
        let at = time(until);
        Timestamp::parse(&format!("{at}Z")).unwrap()
    });
    let week = first.date().week_start(rule_part(rule, "WKST").map_or(Weekday::Monday, weekday)).unwrap();
    let interval: i32 = rule_part(rule, "INTERVAL").map_or(1, |interval| interval.parse().unwrap());
    let count = rule_part(rule, "COUNT").map_or(STARTS, |count| count.parse().unwrap());
    let starts = (0..1_000)
        .map(|days| first.on(first.date().add_days(days).unwrap()))
        .filter(|start| match &days {
            Some(days) => days.contains(&start.date().weekday()),
            None => start.date().weekday() == first.date().weekday(),
        })
        .filter(|start| start.date().days_since(week) / 7 % interval == 0)
        .take_while(|start| until.is_none_or(|until| zone.resolve(*start).at <= until))
        .take(count.min(STARTS))
        .collect();
    let out = lines.clone().filter(|line| line.name == "EXDATE").map(|line| time(&line.value)).collect();
    let ids = lines.clone().filter(|line| line.name == "RECURRENCE-ID").map(|line| time(&line.value));
    let moved = lines.filter(|line| line.name == "DTSTART").map(|line| time(&line.value));
    (starts, out, ids.zip(moved).collect())
}

#[test]
fn the_reader_of_these_tests_reads() {
    // What it must see, lest a test pass because nothing was read.
    let folded = "SUMMARY;LANGUAGE=de:one\\, tw\r\n o\r\n";
    let lines = parse(folded);
    assert_eq!((lines[0].parameters.as_str(), unescaped(&lines[0].value)), ("LANGUAGE=de", "one, two".to_owned()));
    assert_eq!(time("20260302T094500Z"), wall("2026-03-02T09:45"));
    assert_eq!((seconds("+0530"), seconds("-003045")), (19_800, -1_845));
    assert_eq!(day("2026-03-02").weekday(), weekday("MO"));
}
