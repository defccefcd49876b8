//! The diary: days by the own clock, what is drawn where, the rhythm the meetings keep to, and zones nobody knows.

use std::sync::Arc;

use sapa::domain::calendar::civil::DateTime;
use sapa::domain::calendar::meeting::{Kind, Meeting, Status};
use sapa::domain::calendar::occurrence::OccurrenceId;
use sapa::domain::calendar::outcome::{Attendance, Outcome};
use sapa::domain::calendar::recurrence::{End, Frequency, Recurrence};
use sapa::domain::calendar::rhythm::DayType;
use sapa::domain::calendar::slot::Slot;
use sapa::domain::calendar::timestamp::Timestamp;
use sapa::domain::calendar::zone::Zone;
use sapa::domain::date::{Date, Weekday};
use sapa::store::diary::Window;
use sapa::store::{Book, Diary};

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn wall(text: &str) -> DateTime {
    DateTime::parse(text).unwrap()
}

/// Berlin as it was in 2026, Jakarta, universal time, and nothing else.
fn clocks(name: &str) -> Option<Box<dyn Zone>> {
    let summer = |at: Timestamp| {
        let (on, off) = ("2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z");
        let within = Timestamp::parse(on).unwrap() <= at && at < Timestamp::parse(off).unwrap();
        if within { 7_200 } else { 3_600 }
    };
    match name {
        "Europe/Berlin" => Some(Box::new(summer)),
        "Asia/Jakarta" => Some(Box::new(|_: Timestamp| 7 * 3_600)),
        "UTC" => Some(Box::new(|_: Timestamp| 0)),
        _ => None,
    }
}

fn meeting(id: &str, kind: Kind, zone: &str, start: &str, minutes: u32) -> Meeting {
    Meeting {
        id: id.into(),
        kind,
        status: Status::Confirmed,
        client: None,
        title: id.into(),
        zone: zone.into(),
        slot: Slot { start: wall(start), minutes },
        place: None,
        person: None,
        purpose: None,
        checklist: vec![],
        outcome: None,
        recurrence: None,
        unread_rule: None,
        exceptions: vec![],
    }
}

fn diary(meetings: Vec<Meeting>) -> Diary {
    let mut diary = Diary::new("Europe/Berlin", Box::new(clocks));
    diary.hold(&Arc::new(Book { meetings, ..Book::default() }), date("2026-03-04"));
    diary
}

fn drawn(window: &Window, day: usize) -> Vec<(String, u32, u32)> {
    let blocks = window.days[day].blocks.iter();
    blocks.map(|block| (block.occurrence.id.meeting.clone(), block.top, block.minutes)).collect()
}

#[test]
fn days_go_by_the_own_clock() {
    let mut diary = diary(vec![
        meeting("jakarta", Kind::Meeting, "Asia/Jakarta", "2026-03-03T15:00", 60),
        meeting("late", Kind::Event, "Europe/Berlin", "2026-03-03T23:00", 180),
        meeting("midnight", Kind::Event, "Europe/Berlin", "2026-03-05T22:00", 120),
    ]);
    let window = diary.window(date("2026-03-02"), 7);
    assert_eq!(drawn(&window, 0), []);
    assert_eq!(drawn(&window, 1), [("jakarta".into(), 9 * 60, 60), ("late".into(), 23 * 60, 60)]);
    assert_eq!(drawn(&window, 2), [("late".into(), 0, 120)], "what goes on after midnight is on both days");
    assert_eq!(drawn(&window, 3), [("midnight".into(), 22 * 60, 120)]);
    assert_eq!(drawn(&window, 4), [], "what ends at midnight is not on the next day");
    assert_eq!(window.hours, (0, 24));
}

#[test]
fn hours_are_those_one_works_and_more_where_there_is_more() {
    let hours = |meetings: Vec<Meeting>| diary(meetings).window(date("2026-03-02"), 7).hours;
    assert_eq!(hours(vec![]), (8, 19));
    assert_eq!(hours(vec![meeting("a", Kind::Call, "Europe/Berlin", "2026-03-02T06:50", 20)]), (6, 19));
    assert_eq!(hours(vec![meeting("a", Kind::Call, "Europe/Berlin", "2026-03-02T19:30", 20)]), (8, 20));
    assert_eq!(hours(vec![meeting("a", Kind::Call, "Europe/Berlin", "2026-03-02T23:59", 1)]), (8, 24));
}

#[test]
fn keys_say_what_is_seen() {
    let at = |start: &str| meeting("a", Kind::Call, "Europe/Berlin", start, 20);
    let key = |meeting: Meeting| diary(vec![meeting]).window(date("2026-03-02"), 7).days[0].blocks[0].key;
    let nine = at("2026-03-02T09:00");
    assert_eq!(key(nine.clone()), key(nine.clone()));
    let others = [
        at("2026-03-02T09:15"),
        Meeting { title: "b".into(), ..nine.clone() },
        Meeting { client: Some("ALFKI".into()), ..nine.clone() },
        Meeting { status: Status::Planned, ..nine.clone() },
        Meeting { outcome: Some(outcome(Attendance::Held)), ..nine.clone() },
    ];
    for other in others {
        assert_ne!(key(nine.clone()), key(other.clone()), "{other:?}");
    }
    let twins = diary(vec![nine.clone(), Meeting { id: "b".into(), ..nine }]);
    let window = { twins }.window(date("2026-03-02"), 7);
    assert_ne!(window.days[0].blocks[0].key, window.days[0].blocks[1].key);
    assert!(window.days[0].blocks.iter().all(|block| block.clash));
}

#[test]
fn the_rhythm_is_what_the_meetings_keep_to() {
    let calls_on_tuesday = || {
        vec![
            meeting("a", Kind::Call, "Europe/Berlin", "2026-03-03T09:00", 20),
            meeting("b", Kind::Meeting, "Europe/Berlin", "2026-03-04T09:00", 60),
        ]
    };
    let types = |meetings: Vec<Meeting>| {
        let window = diary(meetings).window(date("2026-03-02"), 7);
        window.days.iter().map(|day| day.day_type).collect::<Vec<_>>()
    };
    let (calls, meetings) = (Some(DayType::Calls), Some(DayType::Meetings));
    assert_eq!(types(vec![]), [calls, meetings, calls, meetings, calls, None, None]);
    assert_eq!(types(calls_on_tuesday()), [meetings, calls, meetings, calls, meetings, None, None]);
}

#[test]
fn zones_nobody_knows_are_named_and_left_out() {
    let mut diary = diary(vec![
        meeting("a", Kind::Call, "Mars/Olympus", "2026-03-02T09:00", 20),
        meeting("b", Kind::Call, "Mars/Olympus", "2026-03-02T10:00", 20),
        meeting("c", Kind::Call, "UTC", "2026-03-02T10:00", 20),
    ]);
    assert_eq!(diary.unknown(), ["Mars/Olympus"]);
    assert_eq!(drawn(&diary.window(date("2026-03-02"), 1), 0), [("c".into(), 11 * 60, 30)]);
    let strange = Diary::new("Mars/Olympus", Box::new(clocks));
    assert_eq!(strange.zone(), "UTC");
}

#[test]
fn series_are_found_years_later() {
    let mut series = meeting("s", Kind::Call, "Europe/Berlin", "2026-03-02T09:00", 30);
    series.recurrence = Some(Recurrence {
        frequency: Frequency::Weekly,
        interval: 1,
        weekdays: vec![Weekday::Monday],
        week_start: Weekday::Monday,
        end: End::Never,
    });
    let window = diary(vec![series]).window(date("2031-03-03"), 7);
    assert_eq!(drawn(&window, 0), [("s".into(), 9 * 60, 30)]);
}

#[test]
fn speaks_of_what_gets_in_the_way() {
    let mut diary = diary(vec![meeting("a", Kind::Meeting, "Europe/Berlin", "2026-03-03T09:00", 60)]);
    let mut assess = |kind, start: &str| {
        let new = meeting("new", kind, "Europe/Berlin", start, 30);
        let found = diary.assess(&new, new.slot.start).unwrap();
        (found.conflicts.len(), found.outside_hours, found.on_call_day)
    };
    assert_eq!(assess(Kind::Meeting, "2026-03-03T11:00"), (0, false, false));
    assert_eq!(assess(Kind::Meeting, "2026-03-03T10:00"), (1, false, false), "a quarter of an hour is kept free");
    assert_eq!(assess(Kind::Meeting, "2026-03-02T17:45"), (0, true, true));
}

#[test]
fn finds_a_meeting_by_its_occurrence() {
    let mut diary = diary(vec![meeting("a", Kind::Meeting, "Asia/Jakarta", "2026-03-29T08:30", 60)]);
    let id = OccurrenceId { meeting: "a".into(), original: wall("2026-03-29T08:30") };
    let (found, assessment) = diary.find(&id).unwrap();
    assert_eq!(found.id, "a");
    // In Berlin the clocks jump half an hour before.
    assert_eq!(diary.wall(assessment.occurrence.start), wall("2026-03-29T03:30"));
    assert_eq!(
        diary.translate(wall("2026-03-29T03:30"), "Europe/Berlin", "Asia/Jakarta").unwrap(),
        wall("2026-03-29T08:30")
    );
    assert_eq!(diary.find(&OccurrenceId { meeting: "b".into(), ..id }).unwrap_err().code(), "record.not_found");
}

#[test]
fn counts_who_came() {
    let with = |id: &str, attendance| Meeting {
        outcome: Some(outcome(attendance)),
        ..meeting(id, Kind::Meeting, "UTC", "2026-03-03T09:00", 60)
    };
    let call = Meeting { kind: Kind::Call, ..with("call", Attendance::NoShow) };
    let all =
        vec![with("a", Attendance::Held), with("b", Attendance::NoShow), with("c", Attendance::CancelledInTime), call];
    assert_eq!(diary(all).attended(), (1, 2));
}

fn outcome(attendance: Attendance) -> Outcome {
    Outcome { attendance, decision_maker: false, logged: Timestamp::parse("2026-03-03T17:00:00Z").unwrap() }
}
