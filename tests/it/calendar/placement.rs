use proptest::prelude::*;
use sapa::domain::calendar::meeting::Meeting;
use sapa::domain::calendar::occurrence::occurrences;
use sapa::domain::calendar::placement::{STEP, Scope, move_to, resize, snapped};
use sapa::domain::calendar::recurrence::End;
use sapa::domain::calendar::slot::Slot;
use sapa::domain::calendar::timestamp::Timestamp;
use sapa::domain::date::Weekday::{Friday, Monday, Thursday, Tuesday};

use super::occurrence::any_series;
use super::support::{at, meeting, series, starts, wall, weekly, zones};

#[test]
fn a_drag_goes_by_whole_steps() {
    for (minutes, expected) in [
        (0, 0),
        (7, 0),
        (8, 15),
        (-7, 0),
        (-8, -15),
        (22, 15),
        (23, 30),
        (1_440, 1_440),
        (-1_441, -1_440),
        (i64::MAX, i64::MAX / 15 * 15),
    ] {
        assert_eq!(snapped(minutes), expected, "{minutes}");
        assert_eq!(snapped(expected), expected);
    }
}

#[test]
fn one_occurrence_moves_alone() {
    let mondays = series("m", wall("2026-03-02T09:00"), 60, weekly(1, &[Monday], End::After(3)));
    let (second, elsewhere) = (wall("2026-03-09T09:00"), wall("2026-03-11T14:00"));
    let moved = move_to(&mondays, second, elsewhere, Scope::Occurrence).unwrap();
    assert_eq!(moved.slot_of(second).unwrap(), Slot { start: elsewhere, minutes: 60 });
    assert_eq!(Meeting { exceptions: Vec::new(), ..moved.clone() }, mondays);
    let longer = resize(&moved, second, 90, Scope::Occurrence).unwrap();
    assert_eq!(longer.slot_of(second).unwrap(), Slot { start: elsewhere, minutes: 90 });
    let back = move_to(&resize(&longer, second, 60, Scope::Occurrence).unwrap(), second, second, Scope::Occurrence);
    assert_eq!(back.unwrap(), mondays, "nothing is left of it");
}

#[test]
fn a_series_moves_as_a_whole() {
    let zones = zones();
    let berlin = zones.get("Europe/Berlin").unwrap();
    let all = |meeting: &Meeting| starts(&occurrences(meeting, berlin, Timestamp::MIN, at("2026-06-01T00:00:00Z")));
    let rule = weekly(2, &[Monday, Friday], End::on(super::support::day("2026-03-20")));
    let fortnightly = series("m", wall("2026-03-02T09:00"), 60, rule);
    assert_eq!(
        all(&fortnightly),
        "2026-03-02T08:00:00Z 2026-03-06T08:00:00Z 2026-03-16T08:00:00Z 2026-03-20T08:00:00Z"
    );
    // Three days and an hour on, Friday comes to lie in the week after, and the pattern is the same.
    let moved = move_to(&fortnightly, wall("2026-03-06T09:00"), wall("2026-03-09T10:00"), Scope::Series).unwrap();
    let rule = moved.recurrence.as_ref().unwrap();
    assert_eq!((rule.weekdays.as_slice(), rule.week_start), (&[Thursday, Monday][..], Thursday));
    assert_eq!(all(&moved), "2026-03-05T09:00:00Z 2026-03-09T09:00:00Z 2026-03-19T09:00:00Z 2026-03-23T09:00:00Z");
    moved.check(&zones).unwrap();

    // One that has a place of its own keeps it.
    let kept = move_to(&fortnightly, wall("2026-03-16T09:00"), wall("2026-03-17T09:00"), Scope::Occurrence).unwrap();
    let kept = move_to(&kept, wall("2026-03-02T09:00"), wall("2026-03-02T11:00"), Scope::Series).unwrap();
    assert_eq!(all(&kept), "2026-03-02T10:00:00Z 2026-03-06T10:00:00Z 2026-03-17T08:00:00Z 2026-03-20T10:00:00Z");
    let longer = resize(&kept, wall("2026-03-06T11:00"), 90, Scope::Series).unwrap();
    assert_eq!(longer.slot.minutes, 90);
    assert_eq!(longer.slot_of(wall("2026-03-16T11:00")).unwrap().minutes, 60);
}

#[test]
fn refuses_what_is_not_there_or_has_no_length() {
    let single = meeting("m", wall("2026-03-02T09:00"), 60);
    let tuesdays = series("m", wall("2026-03-03T09:00"), 60, weekly(1, &[Tuesday], End::Never));
    let (nine, absent) = (wall("2026-03-02T09:00"), wall("2026-03-04T09:00"));
    for scope in [Scope::Occurrence, Scope::Series] {
        for meeting in [&single, &tuesdays] {
            let code = |result: Result<Meeting, sapa::domain::error::Error>| result.map_err(|error| error.code());
            assert_eq!(code(move_to(meeting, absent, nine, scope)), Err("record.not_found"));
            assert_eq!(code(resize(meeting, absent, 30, scope)), Err("record.not_found"));
            assert_eq!(code(resize(meeting, meeting.slot.start, 0, scope)), Err("meeting.length"));
            assert_eq!(code(resize(meeting, meeting.slot.start, Slot::MAX_MINUTES + 1, scope)), Err("meeting.length"));
        }
    }
}

proptest! {
    #[test]
    fn moving_there_and_back_changes_nothing(
        (series, _) in any_series(),
        chosen in 0_usize..10,
        away in -100_000_i64..100_000,
        whole in any::<bool>(),
    ) {
        let scope = if whole { Scope::Series } else { Scope::Occurrence };
        let rule = series.recurrence.as_ref().unwrap();
        let original = rule.starts(series.slot.start).filter(|start| series.slot_of(*start).is_ok()).nth(chosen);
        prop_assume!(original.is_some());
        let original = original.unwrap();
        let home = series.slot_of(original).unwrap().start;
        let there = move_to(&series, original, home.add_minutes(away).unwrap(), scope).unwrap();
        // With the series, the occurrence has moved its name too.
        let name = if whole { original.add_minutes(away).unwrap() } else { original };
        prop_assert_eq!(there.slot_of(name).unwrap().start, home.add_minutes(away).unwrap());
        prop_assert_eq!(move_to(&there, name, home, scope).unwrap(), series);
    }

    #[test]
    fn a_series_moves_by_the_same_days_everywhere((series, zone) in any_series(), days in -40_i64..40) {
        let bare = Meeting { exceptions: Vec::new(), ..series };
        let rule = bare.recurrence.as_ref().unwrap();
        let Some(first) = rule.starts(bare.slot.start).next() else { return Ok(()) };
        let moved = move_to(&bare, first, first.add_minutes(days * 1_440).unwrap(), Scope::Series).unwrap();
        let moved_rule = moved.recurrence.as_ref().unwrap();
        let expected: Vec<_> =
            rule.starts(bare.slot.start).take(30).map(|start| start.add_minutes(days * 1_440).unwrap()).collect();
        let found: Vec<_> = moved_rule.starts(moved.slot.start).take(30).collect();
        prop_assert_eq!(found, expected);
        prop_assert_eq!(zone.name(), moved.zone.as_str());
    }

    #[test]
    fn steps_are_the_nearest(minutes in -100_000_i64..100_000) {
        let step = i64::from(STEP);
        prop_assert_eq!(snapped(minutes) % step, 0);
        prop_assert!((snapped(minutes) - minutes).abs() <= step / 2);
        prop_assert_eq!(snapped(-minutes), -snapped(minutes));
    }
}
