use sapa::domain::calendar::agenda::Agenda;
use sapa::domain::calendar::assessment::{Assessment, Planner};
use sapa::domain::calendar::civil::DateTime;
use sapa::domain::calendar::meeting::{Kind, Meeting};
use sapa::domain::calendar::placement::{Scope, move_to};
use sapa::domain::calendar::recurrence::End;
use sapa::domain::calendar::rhythm::{DayType, Rhythm};
use sapa::domain::calendar::workweek::{Buffers, Hours, WorkWeek};
use sapa::domain::date::Weekday::Monday;
use sapa::domain::error::Result;

use super::support::{day, meeting, series, wall, weekly, zones};

/// Held against an agenda in Berlin, nine to six, half an hour between meetings, calls on Mondays.
fn assess(agenda: &[Meeting], proposed: &Meeting, original: DateTime) -> Result<Assessment> {
    let zones = zones();
    let agenda = Agenda::new(agenda, &zones)?;
    let week = WorkWeek::five_days(Hours { from: 540, to: 1_080 });
    let rhythm = Rhythm::Alternating { anchor: day("2026-03-02"), cycle: vec![DayType::Calls, DayType::Meetings] };
    let planner = Planner {
        agenda: &agenda,
        zones: &zones,
        zone: zones.get("Europe/Berlin")?,
        week: &week,
        buffers: &Buffers { call: 0, meeting: 30, event: 60 },
        rhythm: Some(&rhythm),
    };
    planner.assess(proposed, original)
}

#[test]
fn says_what_speaks_against_a_time() {
    let agenda = [meeting("lunch", wall("2026-03-03T12:00"), 60), meeting("tea", wall("2026-03-03T15:00"), 30)];
    let check = |start: &str, minutes: u32, conflicts: &[&str], outside: bool, call_day: bool| {
        let proposed = meeting("new", wall(start), minutes);
        let found = assess(&agenda, &proposed, proposed.slot.start).unwrap();
        let ids: Vec<_> = found.conflicts.iter().map(|id| id.meeting.as_str()).collect();
        assert_eq!((ids.as_slice(), found.outside_hours, found.on_call_day), (conflicts, outside, call_day), "{start}");
    };
    check("2026-03-03T13:30", 60, &[], false, false);
    check("2026-03-03T13:29", 60, &["lunch"], false, false);
    check("2026-03-03T13:30", 61, &["tea"], false, false);
    check("2026-03-03T12:15", 180, &["lunch", "tea"], false, false);
    check("2026-03-03T17:30", 31, &[], true, false);
    check("2026-03-07T10:00", 60, &[], true, false);
    check("2026-03-02T10:00", 60, &[], false, true);
    // Calls may be made on any day.
    let call = Meeting { kind: Kind::Call, ..meeting("new", wall("2026-03-02T10:00"), 60) };
    assert!(!assess(&agenda, &call, call.slot.start).unwrap().on_call_day);
}

#[test]
fn reads_working_hours_by_ones_own_clock() {
    // In winter, New York's clocks are six hours behind Berlin's.
    for (start, outside) in [("02:30", true), ("03:00", false), ("09:00", false), ("11:00", false), ("11:30", true)] {
        let start = wall(&format!("2026-03-03T{start}"));
        let abroad = Meeting { zone: "America/New_York".into(), ..meeting("new", start, 60) };
        assert_eq!(assess(&[], &abroad, start).unwrap().outside_hours, outside, "{start}");
    }
}

#[test]
fn overlooks_its_own_earlier_version_but_not_its_siblings() {
    let nine = wall("2026-03-09T09:00");
    let mondays = series("series", wall("2026-03-02T09:00"), 60, weekly(1, &[Monday], End::After(3)));
    // The whole series half an hour on overlaps only with where it was.
    let later = move_to(&mondays, nine, wall("2026-03-09T09:30"), Scope::Series).unwrap();
    let found = assess(std::slice::from_ref(&mondays), &later, wall("2026-03-09T09:30")).unwrap();
    assert!(found.conflicts.is_empty());
    // One occurrence moved onto its sibling clashes with it.
    let doubled = move_to(&mondays, nine, wall("2026-03-16T09:30"), Scope::Occurrence).unwrap();
    let found = assess(std::slice::from_ref(&mondays), &doubled, nine).unwrap();
    let originals: Vec<_> = found.conflicts.iter().map(|id| id.original).collect();
    assert_eq!(originals, [wall("2026-03-16T09:00")]);
}

#[test]
fn marks_what_a_clock_change_moves() {
    let night = meeting("new", wall("2026-03-29T02:30"), 60);
    let found = assess(&[], &night, night.slot.start).unwrap();
    assert!(found.occurrence.moved_by_clock_change);
    assert!(
        !assess(&[], &meeting("new", wall("2026-03-29T03:30"), 60), wall("2026-03-29T03:30"))
            .unwrap()
            .occurrence
            .moved_by_clock_change
    );
}

#[test]
fn refuses_what_is_no_meeting() {
    let nine = wall("2026-03-03T09:00");
    let check = |proposed: &Meeting, original: DateTime, code: &str| {
        assert_eq!(assess(&[], proposed, original).map(|_| ()).map_err(|error| error.code()), Err(code));
    };
    check(&meeting("new", nine, 0), nine, "meeting.length");
    check(&meeting("new", nine, 60), wall("2026-03-03T10:00"), "record.not_found");
    check(&Meeting { zone: "Mars/Olympus".into(), ..meeting("new", nine, 60) }, nine, "zone.unknown");
    check(&series("new", nine, 60, weekly(1, &[Monday], End::Never)), nine, "recurrence.invalid");
}
