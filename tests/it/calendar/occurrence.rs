use proptest::prelude::*;
use sapa::domain::calendar::meeting::{Exception, Meeting};
use sapa::domain::calendar::occurrence::{Occurrence, occurrences};
use sapa::domain::calendar::outcome::{Attendance, Outcome};
use sapa::domain::calendar::recurrence::{End, Recurrence};
use sapa::domain::calendar::slot::Slot;
use sapa::domain::calendar::timestamp::Timestamp;
use sapa::domain::calendar::zone::ZoneTable;
use sapa::domain::date::Weekday::{self, Monday, Sunday};

use super::recurrence::any_rule;
use super::support::{AWKWARD, at, meeting, series, starts, table, wall, weekly};

fn between(meeting: &Meeting, from: &str, to: &str) -> Vec<Occurrence> {
    occurrences(meeting, &table(&meeting.zone, 2024..=2028), at(from), at(to))
}

#[test]
fn a_window_takes_what_overlaps_it() {
    let single = meeting("m", wall("2026-03-02T09:00"), 60);
    let check = |from: &str, to: &str, inside: bool| {
        assert_eq!(between(&single, from, to).len(), usize::from(inside), "{from} to {to}");
    };
    check("2026-03-02T08:00:00Z", "2026-03-02T09:00:00Z", true);
    check("2026-03-02T08:59:59Z", "2026-03-03T00:00:00Z", true);
    check("2026-03-02T00:00:00Z", "2026-03-02T08:00:01Z", true);
    check("2026-03-02T08:30:00Z", "2026-03-02T08:30:01Z", true);
    check("2026-03-02T09:00:00Z", "2026-03-03T00:00:00Z", false);
    check("2026-03-02T00:00:00Z", "2026-03-02T08:00:00Z", false);
    // A window turned round holds nothing.
    check("2026-03-02T09:00:00Z", "2026-03-02T08:00:00Z", false);
}

#[test]
fn the_wall_time_stays_when_the_clocks_change() {
    let sundays = series("m", wall("2026-03-22T02:30"), 60, weekly(1, &[Sunday], End::After(3)));
    let found = between(&sundays, "2026-03-01T00:00:00Z", "2026-05-01T00:00:00Z");
    // The clocks jump over the second one; it is held an hour later by the wall, and says so.
    assert_eq!(starts(&found), "2026-03-22T01:30:00Z 2026-03-29T01:30:00Z 2026-04-05T00:30:00Z");
    let moved: Vec<_> = found.iter().map(|occurrence| occurrence.moved_by_clock_change).collect();
    assert_eq!(moved, [false, true, false]);
    assert_eq!(found[1].id.original, wall("2026-03-29T02:30"));
    assert!(found.iter().all(|occurrence| occurrence.end == occurrence.start.add_minutes(60)));

    // Of a repeated hour the first is meant, and nothing has moved.
    let sundays = series("m", wall("2026-10-18T02:30"), 60, weekly(1, &[Sunday], End::After(3)));
    let found = between(&sundays, "2026-10-01T00:00:00Z", "2026-12-01T00:00:00Z");
    assert_eq!(starts(&found), "2026-10-18T00:30:00Z 2026-10-25T00:30:00Z 2026-11-01T01:30:00Z");
    assert!(found.iter().all(|occurrence| !occurrence.moved_by_clock_change));

    // A single meeting across the change takes as long as it takes.
    let night = meeting("m", wall("2026-03-29T01:30"), 60);
    let found = between(&night, "2026-03-28T00:00:00Z", "2026-03-30T00:00:00Z");
    assert_eq!(found[0].end, at("2026-03-29T01:30:00Z"));
    assert_eq!(table("Europe/Berlin", 2026..=2026).wall(found[0].end), wall("2026-03-29T03:30"));
}

#[test]
fn exceptions_leave_out_and_move() {
    let (second, third) = (wall("2026-03-09T09:00"), wall("2026-03-16T09:00"));
    let mondays = Meeting {
        exceptions: vec![
            Exception { original: second, slot: None, outcome: None },
            Exception {
                original: third,
                slot: Some(Slot { start: wall("2026-04-15T11:00"), minutes: 30 }),
                outcome: Some(Outcome {
                    attendance: Attendance::NoShow,
                    decision_maker: false,
                    logged: at("2026-04-15T10:00:00Z"),
                }),
            },
        ],
        ..series("m", wall("2026-03-02T09:00"), 60, weekly(1, &[Monday], End::After(4)))
    };
    let found = between(&mondays, "2026-03-01T00:00:00Z", "2026-05-01T00:00:00Z");
    assert_eq!(starts(&found), "2026-03-02T08:00:00Z 2026-03-23T08:00:00Z 2026-04-15T09:00:00Z");
    let moved = found.last().unwrap();
    assert_eq!((moved.id.original, moved.end), (third, at("2026-04-15T09:30:00Z")));
    assert_eq!(moved.attendance, Some(Attendance::NoShow));
    // It is found where it is, not where it was.
    assert!(between(&mondays, "2026-03-16T00:00:00Z", "2026-03-17T00:00:00Z").is_empty());
    assert_eq!(between(&mondays, "2026-04-15T00:00:00Z", "2026-04-16T00:00:00Z").len(), 1);
    // And stays when the rule ends before it.
    let shortened = Meeting { recurrence: Some(weekly(1, &[Monday], End::After(1))), ..mondays };
    let found = between(&shortened, "2026-03-01T00:00:00Z", "2026-05-01T00:00:00Z");
    assert_eq!(starts(&found), "2026-03-02T08:00:00Z 2026-04-15T09:00:00Z");
}

/// A series in some zone, at any time of day, some of its occurrences left out or moved.
pub(super) fn any_series() -> impl Strategy<Value = (Meeting, ZoneTable)> {
    let tables: Vec<ZoneTable> = AWKWARD.iter().map(|name| table(name, 2024..=2028)).collect();
    let exceptions =
        prop::collection::btree_map(0_usize..20, prop::option::of((-40_000_i64..40_000, 1_u32..20_000)), 0..5);
    let rule = any_rule();
    (prop::sample::select(tables), rule, 0_i64..100_000, prop_oneof![1_u32..300, 300_u32..20_000], exceptions).prop_map(
        |(zone, rule, after, minutes, exceptions)| {
            let first = wall("2026-01-01T00:00").add_minutes(after).unwrap();
            let starts: Vec<_> = rule.starts(first).take(20).collect();
            let exceptions = exceptions.into_iter().filter_map(|(index, slot)| {
                let original = *starts.get(index)?;
                let slot = slot.map(|(away, minutes)| Slot { start: original.add_minutes(away).unwrap(), minutes });
                Some(Exception { original, slot, outcome: None })
            });
            let mut series = series("series", first, minutes, rule);
            series.zone = zone.name().to_owned();
            series.exceptions = exceptions.collect();
            (series, zone)
        },
    )
}

proptest! {
    #[test]
    fn a_window_is_a_part_of_a_larger_one((series, zone) in any_series(), start in 0_i64..600_000, length in 1_i64..50_000) {
        let begin = at("2025-11-01T00:00:00Z");
        let (from, to) = (begin.add_minutes(start), begin.add_minutes(start + length));
        let all = occurrences(&series, &zone, begin, begin.add_minutes(800_000));
        let inside: Vec<_> = all.into_iter().filter(|occurrence| occurrence.overlaps(from, to)).collect();
        prop_assert_eq!(occurrences(&series, &zone, from, to), inside);
    }

    #[test]
    fn every_start_of_the_rule_takes_place_unless_left_out((series, zone) in any_series()) {
        let rule: &Recurrence = series.recurrence.as_ref().unwrap();
        let last = at("2027-12-01T00:00:00Z");
        let expected = rule
            .starts(series.slot.start)
            .take_while(|start| zone.resolve(*start).at < last)
            .filter(|start| series.exception(*start).is_none_or(|exception| exception.slot.is_some()))
            .count();
        let found = occurrences(&series, &zone, Timestamp::MIN, last);
        let moved_out = series.exceptions.iter().filter_map(|exception| exception.slot);
        let moved_out = moved_out.filter(|slot| zone.resolve(slot.start).at >= last).count();
        prop_assert_eq!(found.len() + moved_out, expected);
        prop_assert!(found.is_sorted_by_key(|occurrence| occurrence.start));
        for occurrence in &found {
            let slot = series.slot_of(occurrence.id.original).unwrap();
            let shown = zone.wall(occurrence.start);
            prop_assert_eq!(shown != slot.start, occurrence.moved_by_clock_change);
            prop_assert!(shown >= slot.start);
        }
    }
}

#[test]
fn a_far_window_costs_no_more() {
    let tuesdays = series("m", wall("2026-03-03T09:00"), 60, weekly(1, &[Weekday::Tuesday], End::Never));
    let found = between(&tuesdays, "9000-01-01T00:00:00Z", "9000-01-08T00:00:00Z");
    assert_eq!(found.len(), 1);
}
