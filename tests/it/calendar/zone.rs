//! The offsets of zones: a table sampled from a database must be that database, and say of every wall time what the
//! database says of it.
//!
//! `tests/data/zones.json` is what the database of `chrono-tz` says, found by going through every hour. Run
//! `SAPA_WRITE_ZONES=1 cargo test --test it zone` to write it anew after an update of `chrono-tz`.

use std::cell::Cell;

use chrono::{LocalResult, NaiveDate, Offset, TimeZone};
use proptest::prelude::*;
use sapa::domain::calendar::timestamp::Timestamp;
use sapa::domain::calendar::zone::{Shown, Transition, ZoneTable, Zones};
use serde_json::{Value, json};

use super::support::{AWKWARD, at, database, table, tz, wall};

const GOLDEN: &str = include_str!("../../data/zones.json");

#[test]
fn golden_table_is_what_the_database_says() {
    let zones: Vec<Value> = AWKWARD.iter().map(|name| every_change(name)).collect();
    if std::env::var_os("SAPA_WRITE_ZONES").is_some() {
        let lines: Vec<_> = zones.iter().map(|zone| format!("    {zone}")).collect();
        let source = format!("IANA time zone database {}", chrono_tz::IANA_TZDB_VERSION);
        let text = format!(
            "{{\n  \"source\": {},\n  \"years\": [2020, 2030],\n  \"zones\": [\n{}\n  ]\n}}\n",
            json!(source),
            lines.join(",\n")
        );
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/zones.json"), text).unwrap();
        return;
    }
    let golden: Value = serde_json::from_str(GOLDEN).unwrap();
    assert_eq!(golden["zones"], Value::Array(zones));
}

#[test]
fn sampled_tables_are_the_golden_table() {
    let golden: Value = serde_json::from_str(GOLDEN).unwrap();
    let zones = golden["zones"].as_array().unwrap();
    assert_eq!(zones.len(), AWKWARD.len());
    for zone in zones {
        let name = zone["zone"].as_str().unwrap();
        let table = table(name, 2020..=2030);
        assert_eq!(table.first_offset(), number(&zone["offset"]), "{name}");
        let transitions: Vec<Value> = table.transitions().iter().map(written).collect();
        assert_eq!(Value::Array(transitions), zone["transitions"], "{name}");
    }
}

#[test]
fn reads_wall_times() {
    let check = |zone: &str, time: &str, expected: &str, shown: Shown| {
        let resolved = table(zone, 2020..=2030).resolve(wall(time));
        assert_eq!((resolved.at, resolved.shown), (at(expected), shown), "{time} in {zone}");
    };
    check("Europe/Berlin", "2026-03-29T01:59", "2026-03-29T00:59:00Z", Shown::Once);
    check("Europe/Berlin", "2026-03-29T02:00", "2026-03-29T01:00:00Z", Shown::Never);
    check("Europe/Berlin", "2026-03-29T02:59", "2026-03-29T01:59:00Z", Shown::Never);
    check("Europe/Berlin", "2026-03-29T03:00", "2026-03-29T01:00:00Z", Shown::Once);
    check("Europe/Berlin", "2026-10-25T01:59", "2026-10-24T23:59:00Z", Shown::Once);
    check("Europe/Berlin", "2026-10-25T02:00", "2026-10-25T00:00:00Z", Shown::Twice);
    check("Europe/Berlin", "2026-10-25T02:59", "2026-10-25T00:59:00Z", Shown::Twice);
    check("Europe/Berlin", "2026-10-25T03:00", "2026-10-25T02:00:00Z", Shown::Once);
    // Half an hour, two hours, and a day that ends at midnight of the change.
    check("Australia/Lord_Howe", "2026-10-04T02:15", "2026-10-03T15:45:00Z", Shown::Never);
    check("Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-04T14:45:00Z", Shown::Twice);
    check("Antarctica/Troll", "2026-03-29T02:30", "2026-03-29T02:30:00Z", Shown::Never);
    check("Africa/Cairo", "2026-04-24T00:30", "2026-04-23T22:30:00Z", Shown::Never);
    check("Asia/Jakarta", "2026-03-29T02:30", "2026-03-28T19:30:00Z", Shown::Once);
}

#[test]
fn tables_grow_as_if_asked_at_once() {
    for name in AWKWARD {
        let whole = table(name, 2019..=2027);
        for first in [2019, 2023, 2027] {
            let mut grown = table(name, first..=first);
            for years in [2022..=2022, 2019..=2020, 2026..=2027, 2021..=2023] {
                grown.extend(&years, &database(name));
            }
            assert_eq!(grown, whole, "{name} from {first}");
        }
    }
}

#[test]
fn asks_seldom() {
    let asked = Cell::new(0);
    let berlin = database("Europe/Berlin");
    let counting = |at: Timestamp| {
        asked.set(asked.get() + 1);
        berlin(at)
    };
    let mut zones = Zones::default();
    zones.cover("Europe/Berlin", &(2024..=2028), &counting);
    // Five years of 52 weeks and ten changes of twenty questions.
    assert!((400..=500).contains(&asked.get()), "{}", asked.get());
    let so_far = asked.get();
    zones.cover("Europe/Berlin", &(2025..=2027), &counting);
    assert_eq!(asked.get(), so_far, "what is known is not asked again");
    assert!(zones.covers("Europe/Berlin", &(2024..=2028)) && !zones.covers("Europe/Berlin", &(2024..=2029)));
    assert!(!zones.covers("Europe/Paris", &(2024..=2024)));
}

#[test]
fn finds_two_changes_in_one_week() {
    let (first, second) = (at("2026-05-05T10:20:30Z"), at("2026-05-06T00:00:01Z"));
    let restless = |at: Timestamp| match at {
        at if at < first => 3_600,
        at if at < second => 5_400,
        _ => -1_800,
    };
    let table = ZoneTable::new("Nowhere/Restless", 2026..=2026, &restless);
    let changes = [Transition { at: first, offset: 5_400 }, Transition { at: second, offset: -1_800 }];
    assert_eq!(table.transitions(), changes);
}

#[test]
fn knows_only_what_was_covered() {
    let zones = super::support::zones();
    let unknown = zones.get("Mars/Olympus").map_err(|error| error.to_string()).map(|_| ());
    assert_eq!(unknown, Err("zone.unknown: Mars/Olympus".to_owned()));
    assert!(zones.names().eq(["UTC", "Europe/Berlin", "America/New_York", "Asia/Jakarta", "Australia/Lord_Howe"]));
    let shown = zones.translate(wall("2026-03-02T09:00"), "Europe/Berlin", "Asia/Jakarta").unwrap();
    assert_eq!(shown, wall("2026-03-02T15:00"));
    assert!(zones.translate(wall("2026-03-02T09:00"), "Europe/Berlin", "Mars/Olympus").is_err());
    assert!(zones.translate(wall("2026-03-02T09:00"), "Mars/Olympus", "Europe/Berlin").is_err());
}

#[test]
fn the_ends_of_time_have_offsets_too() {
    let table = ZoneTable::new("Nowhere/East", 1..=1, &|_: Timestamp| 50_400);
    assert_eq!(table.resolve(wall("0001-01-01T00:00")).at, Timestamp::MIN);
    assert_eq!(table.resolve(wall("9999-12-31T23:59")).at, Timestamp::MAX);
    assert_eq!(table.wall(Timestamp::MAX), wall("9999-12-31T13:59:59"));
}

fn any_zone() -> impl Strategy<Value = ZoneTable> {
    let tables: Vec<ZoneTable> = AWKWARD.iter().map(|name| table(name, 2020..=2030)).collect();
    prop::sample::select(tables)
}

/// Seconds of 2020 to 2030, half of them within a day of a change of the clocks.
fn any_second(table: &ZoneTable) -> impl Strategy<Value = i64> + use<> {
    let anywhere = at("2020-01-01T00:00:00Z").second()..at("2031-01-01T00:00:00Z").second();
    let changes: Vec<i64> = table.transitions().iter().map(|change| change.at.second()).collect();
    let near = (0..=changes.len().saturating_sub(1), -86_400_i64..86_400);
    let near = near.prop_map(move |(index, away)| changes.get(index).map_or(1_600_000_000, |at| at + away));
    prop_oneof![anywhere, near]
}

fn any_moment() -> impl Strategy<Value = (ZoneTable, Timestamp)> {
    any_zone().prop_flat_map(|table| {
        let second = any_second(&table);
        second.prop_map(move |second| (table.clone(), Timestamp::from_second(second)))
    })
}

proptest! {
    #[test]
    fn every_moment_has_the_databases_offset((table, moment) in any_moment()) {
        prop_assert_eq!(table.offset_at(moment), database(table.name())(moment));
    }

    #[test]
    fn every_wall_time_is_read_as_the_database_reads_it((table, moment) in any_moment()) {
        // Any wall time near a change, whether the clock shows it or not.
        let time = moment.at_offset(0);
        let resolved = table.resolve(time);
        let naive = NaiveDate::from_ymd_opt(time.date().year(), time.date().month(), time.date().day())
            .and_then(|date| date.and_hms_opt(time.hour(), time.minute(), time.second()));
        let (expected, shown) = match tz(table.name()).from_local_datetime(&naive.unwrap()) {
            LocalResult::Single(only) => (Some(only), Shown::Once),
            LocalResult::Ambiguous(first, _) => (Some(first), Shown::Twice),
            LocalResult::None => (None, Shown::Never),
        };
        prop_assert_eq!(resolved.shown, shown);
        match expected {
            Some(expected) => {
                prop_assert_eq!(resolved.at.second(), expected.timestamp());
                prop_assert_eq!(table.wall(resolved.at), time);
            }
            None => {
                // Read by the clock as it was an hour and more before, and therefore shown later than asked.
                let before = chrono::DateTime::from_timestamp(resolved.at.second() - 3 * 3_600, 0).unwrap();
                let offset = tz(table.name()).offset_from_utc_datetime(&before.naive_utc()).fix().local_minus_utc();
                prop_assert_eq!(resolved.at.at_offset(offset), time);
                prop_assert!(table.wall(resolved.at) > time);
            }
        }
    }

    #[test]
    fn a_moment_comes_back_unless_it_is_the_second_of_two((table, moment) in any_moment()) {
        let resolved = table.resolve(table.wall(moment));
        prop_assert_ne!(resolved.shown, Shown::Never);
        prop_assert!(resolved.at == moment || (resolved.shown == Shown::Twice && resolved.at < moment));
    }
}

/// The zone as the golden table has it, by looking at every hour and then at every second of the hours with a change.
fn every_change(name: &str) -> Value {
    let offset_at = database(name);
    let offset_at = |second: i64| offset_at(Timestamp::from_second(second));
    let (start, end) = (at("2019-12-30T00:00:00Z").second(), at("2031-01-03T00:00:00Z").second());
    let mut transitions = Vec::new();
    for hour in (start..end).step_by(3_600) {
        if offset_at(hour) != offset_at(hour + 3_600) {
            let changed = (hour + 1..=hour + 3_600).filter(|second| offset_at(second - 1) != offset_at(*second));
            transitions.extend(
                changed.map(|second| {
                    written(&Transition { at: Timestamp::from_second(second), offset: offset_at(second) })
                }),
            );
        }
    }
    json!({"zone": name, "offset": offset_at(start), "transitions": transitions})
}

fn written(transition: &Transition) -> Value {
    json!([transition.at.to_string(), transition.offset])
}

fn number(value: &Value) -> i32 {
    i32::try_from(value.as_i64().unwrap()).unwrap()
}
