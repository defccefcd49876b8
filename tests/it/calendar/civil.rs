use proptest::prelude::*;
use sapa::domain::calendar::civil::DateTime;
use sapa::domain::calendar::timestamp::Timestamp;
use sapa::domain::date::Date;

use super::support::{at, day, wall};

#[test]
fn reads_only_real_times() {
    for (text, written) in [
        ("2026-03-02T09:00", "2026-03-02T09:00:00"),
        ("2026-03-02T23:59:59", "2026-03-02T23:59:59"),
        ("0001-01-01T00:00:00", "0001-01-01T00:00:00"),
        ("9999-12-31T23:59:59", "9999-12-31T23:59:59"),
    ] {
        assert_eq!(wall(text).to_string(), written);
    }
    for text in [
        "",
        "2026-03-02",
        "2026-03-02 09:00",
        "2026-03-02T9:00",
        "2026-03-02T24:00",
        "2026-03-02T09:60",
        "2026-03-02T09:00:60",
        "2026-03-02T09:00Z",
        "2026-02-29T09:00",
        "2026-03-02T09:0é",
        "2026-03-02T-9:00",
        "2026-03-02T09:00:00T",
    ] {
        assert_eq!(DateTime::parse(text).map_err(|error| error.code()), Err("date.invalid"), "{text:?}");
    }
    assert!(DateTime::new(day("2026-03-02"), 24, 0).is_err());
    assert!(DateTime::new(day("2026-03-02"), 0, 60).is_err());
    assert!(DateTime::new(day("2026-03-02"), u32::MAX, u32::MAX).is_err());
}

#[test]
fn reads_only_moments_of_universal_time() {
    for (text, second) in [
        ("1970-01-01T00:00:00Z", 0),
        ("1969-12-31T23:59:59Z", -1),
        ("2001-09-09T01:46:40Z", 1_000_000_000),
        ("2001-09-09T01:46:40.999Z", 1_000_000_000),
        ("0001-01-02T00:00:00Z", Timestamp::MIN.second()),
        ("9999-12-30T23:59:59Z", Timestamp::MAX.second()),
    ] {
        assert_eq!(at(text).second(), second, "{text}");
    }
    for text in [
        "",
        "Z",
        "2001-09-09T01:46Z",
        "2001-09-09T01:46:40",
        "2001-09-09T01:46:40+00:00",
        "2001-09-09T01:46:40.Z",
        "2001-09-09T01:46:40.5xZ",
        "2001-09-09T01:46:40.5.5Z",
        "2001-09-09t01:46:40z",
        "0001-01-01T23:59:59Z",
        "9999-12-31T00:00:00Z",
    ] {
        assert_eq!(Timestamp::parse(text).map_err(|error| error.code()), Err("date.invalid"), "{text:?}");
    }
}

#[test]
fn stays_within_its_years() {
    assert_eq!(Timestamp::from_second(i64::MAX), Timestamp::MAX);
    assert_eq!(Timestamp::from_second(i64::MIN), Timestamp::MIN);
    assert_eq!(Timestamp::MAX.add_minutes(i64::MAX), Timestamp::MAX);
    assert_eq!(Timestamp::MIN.add_minutes(i64::MIN), Timestamp::MIN);
    // A day either way is the most an offset can be.
    assert_eq!(Timestamp::MIN.at_offset(i32::MIN).date(), Date::MIN);
    assert_eq!(Timestamp::MAX.at_offset(i32::MAX).date(), Date::MAX);
    for minutes in [1, i64::MAX] {
        let result = DateTime::last_second(Date::MAX).add_minutes(minutes);
        assert_eq!(result.map_err(|error| error.code()), Err("date.invalid"));
    }
    for minutes in [-1, i64::MIN] {
        let result = DateTime::midnight(Date::MIN).add_minutes(minutes);
        assert_eq!(result.map_err(|error| error.code()), Err("date.invalid"));
    }
}

#[test]
fn snaps_to_the_nearest_step() {
    let check = |time: &str, step: u32, expected: &str| {
        assert_eq!(wall(time).snapped(step), wall(expected), "{time} in steps of {step}");
    };
    check("2026-03-02T09:07", 15, "2026-03-02T09:00");
    check("2026-03-02T09:07:30", 15, "2026-03-02T09:15");
    check("2026-03-02T09:08", 15, "2026-03-02T09:15");
    check("2026-03-02T09:15", 15, "2026-03-02T09:15");
    check("2026-03-02T23:53", 15, "2026-03-03T00:00");
    check("2026-03-02T09:50", 60, "2026-03-02T10:00");
    check("2026-03-02T09:50", 0, "2026-03-02T09:50");
    check("2026-03-02T09:50", u32::MAX, "2026-03-02T00:00");
    check("9999-12-31T23:59", 15, "9999-12-31T23:59");
}

proptest! {
    #[test]
    fn what_is_written_is_read(second in Timestamp::MIN.second()..=Timestamp::MAX.second(), offset in -86_399..86_400) {
        let moment = Timestamp::from_second(second);
        prop_assert_eq!(at(&moment.to_string()), moment);
        let shown = moment.at_offset(offset);
        prop_assert_eq!(wall(&shown.to_string()), shown);
    }

    #[test]
    fn adding_minutes_is_undone(second in -60_000_000_000_i64..250_000_000_000, minutes in -1_000_000_i64..1_000_000) {
        let start = Timestamp::from_second(second).at_offset(0);
        let end = start.add_minutes(minutes).unwrap();
        prop_assert_eq!(end.minutes_since(start), minutes);
        prop_assert_eq!(end.add_minutes(-minutes).unwrap(), start);
        prop_assert_eq!(end < start, minutes < 0);
    }
}
