//! What a file says, read back, is what was written.

use proptest::prelude::*;
use sapa::domain::calendar::civil::DateTime;
use sapa::domain::calendar::meeting::{Exception, Meeting};
use sapa::domain::calendar::recurrence::End;
use sapa::domain::calendar::slot::Slot;
use sapa::domain::calendar::timestamp::Timestamp;
use sapa::domain::calendar::zone::{ZoneTable, Zones};
use sapa::domain::date::Weekday;

use super::reader::{Line, offset_of, onsets, parse, rule_part, seconds, time, unescaped, weekday};
use super::write;
use crate::calendar::occurrence::any_series;
use crate::calendar::support::{AWKWARD, at, database, day, meeting, series, table, wall, weekly, zones};

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
