use sapa::domain::calendar::meeting::{Exception, Meeting};
use sapa::domain::calendar::outcome::{Attendance, Outcome};
use sapa::domain::calendar::recurrence::End;
use sapa::domain::calendar::slot::Slot;
use sapa::domain::date::Weekday;

use super::support::{at, meeting, series, table, wall, weekly, zones};

#[test]
fn a_slot_has_a_length() {
    let berlin = table("Europe/Berlin", 2026..=2026);
    let check = |start: &str, end: &str, minutes: Option<u32>| {
        let slot = Slot::between(wall(start), wall(end), &berlin);
        let expected = minutes.map(|minutes| Slot { start: wall(start), minutes }).ok_or("meeting.length");
        assert_eq!(slot.map_err(|error| error.code()), expected, "{start} to {end}");
    };
    check("2026-03-02T09:00", "2026-03-02T09:45", Some(45));
    check("2026-03-02T23:30", "2026-03-03T00:15", Some(45));
    check("2026-03-02T09:00", "2026-03-16T09:00", Some(Slot::MAX_MINUTES));
    check("2026-03-02T09:00", "2026-03-16T09:01", None);
    check("2026-03-02T09:00", "2026-03-02T09:00", None);
    check("2026-03-02T09:00", "2026-03-02T09:00:59", None);
    check("2026-03-02T09:00", "2026-03-02T08:59", None);
    check("2026-03-02T09:00", "9999-12-31T09:00", None);
    // Across the night the clocks go forward: the hour they jump over lasts no time.
    check("2026-03-29T01:30", "2026-03-29T03:30", Some(60));
    check("2026-03-29T01:30", "2026-03-29T02:30", Some(60));
    check("2026-03-29T02:30", "2026-03-29T03:30", None);
    check("2026-03-29T02:45", "2026-03-29T03:15", None);
    // Across the night they go back, the repeated hour is there twice.
    check("2026-10-25T01:30", "2026-10-25T03:30", Some(180));
    check("2026-10-25T02:15", "2026-10-25T02:45", Some(30));
}

#[test]
fn a_meeting_is_whole_or_refused() {
    let nine = wall("2026-03-02T09:00");
    let mondays = || series("m", nine, 60, weekly(1, &[Weekday::Monday], End::Never));
    let exception = |original: &str, minutes: u32| Exception {
        original: wall(original),
        slot: Some(Slot { start: nine, minutes }),
        outcome: None,
    };
    let check = |meeting: &Meeting, expected: Result<(), &str>| {
        assert_eq!(meeting.check(&zones()).map_err(|error| error.code()), expected, "{meeting:?}");
    };
    check(&meeting("m", nine, 1), Ok(()));
    check(&meeting("m", nine, 0), Err("meeting.length"));
    check(&meeting("m", nine, Slot::MAX_MINUTES), Ok(()));
    check(&meeting("m", nine, Slot::MAX_MINUTES + 1), Err("meeting.length"));
    check(&Meeting { zone: "Mars/Olympus".into(), ..meeting("m", nine, 60) }, Err("zone.unknown"));
    check(&mondays(), Ok(()));
    for rule in [
        weekly(0, &[Weekday::Monday], End::Never),
        weekly(1, &[Weekday::Tuesday], End::Never),
        weekly(1, &[Weekday::Monday], End::After(0)),
        weekly(1, &[Weekday::Monday], End::Until(wall("2026-03-02T08:59"))),
    ] {
        check(&series("m", nine, 60, rule), Err("recurrence.invalid"));
    }
    check(&series("m", nine, 60, weekly(1, &[], End::on(nine.date()))), Ok(()));
    check(&Meeting { exceptions: vec![exception("2026-03-09T09:00", 60)], ..mondays() }, Ok(()));
    check(&Meeting { exceptions: vec![exception("2026-03-09T09:00", 0)], ..mondays() }, Err("meeting.length"));
    let twice = vec![exception("2026-03-09T09:00", 60), exception("2026-03-09T09:00", 90)];
    check(&Meeting { exceptions: twice, ..mondays() }, Err("recurrence.invalid"));
    let orphaned = vec![exception("2026-03-09T09:00", 60)];
    check(&Meeting { exceptions: orphaned, ..meeting("m", nine, 60) }, Err("recurrence.invalid"));
}

#[test]
fn names_the_years_it_needs() {
    let check = |meeting: &Meeting, first: i32, last: i32| assert_eq!(meeting.years(), first..=last);
    check(&meeting("m", wall("2026-03-02T09:00"), 60), 2026, 2026);
    check(&meeting("m", wall("2026-12-31T23:30"), 60), 2026, 2027);
    let mondays = series("m", wall("2026-03-02T09:00"), 60, weekly(1, &[Weekday::Monday], End::Never));
    let elsewhere = |start: &str| Exception {
        original: wall("2026-03-09T09:00"),
        slot: Some(Slot { start: wall(start), minutes: 60 }),
        outcome: None,
    };
    check(&Meeting { exceptions: vec![elsewhere("2028-03-09T09:00")], ..mondays.clone() }, 2026, 2028);
    check(&Meeting { exceptions: vec![elsewhere("2025-03-09T09:00")], ..mondays }, 2025, 2026);
}

#[test]
fn an_outcome_belongs_to_one_occurrence() {
    let outcome = |attendance| Outcome { attendance, decision_maker: true, logged: at("2026-03-09T10:00:00Z") };
    let held = Some(outcome(Attendance::Held));
    let single = meeting("m", wall("2026-03-02T09:00"), 60);
    assert_eq!(single.with_outcome(single.slot.start, held).unwrap().outcome, held);
    assert!(single.with_outcome(wall("2026-03-03T09:00"), held).is_err());

    let rule = weekly(1, &[Weekday::Monday], End::After(3));
    let mondays = series("m", wall("2026-03-02T09:00"), 60, rule);
    let second = wall("2026-03-09T09:00");
    let logged = mondays.with_outcome(second, held).unwrap();
    assert_eq!(logged.outcome, None);
    assert_eq!(logged.exception(second).unwrap().outcome, held);
    assert_eq!(logged.slot_of(second).unwrap(), mondays.slot_of(second).unwrap());
    // Taken back, nothing is left of it.
    assert_eq!(logged.with_outcome(second, None).unwrap(), mondays);

    let without = logged.without(second).unwrap();
    assert_eq!(without.slot_of(second).map_err(|error| error.code()), Err("record.not_found"));
    assert_eq!(without.exception(second).unwrap().outcome, held, "what happened stays known");
    for absent in ["2026-03-09T09:01", "2026-03-10T09:00", "2026-03-23T09:00", "2026-02-23T09:00"] {
        assert!(mondays.without(wall(absent)).is_err(), "{absent}");
    }
    assert!(single.without(single.slot.start).is_err(), "a single meeting is deleted, not left out");
}

#[test]
fn only_some_outcomes_tell_how_many_come() {
    for (attendance, counts, frees) in [
        (Attendance::Held, Some(true), false),
        (Attendance::Substitute, Some(true), false),
        (Attendance::NoShow, Some(false), false),
        (Attendance::MovedByClient, None, true),
        (Attendance::CancelledInTime, None, true),
    ] {
        assert_eq!((attendance.counts(), attendance.frees()), (counts, frees), "{attendance:?}");
    }
}
