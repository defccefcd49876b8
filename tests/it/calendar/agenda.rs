use proptest::prelude::*;
use sapa::domain::calendar::agenda::{Agenda, Conflict};
use sapa::domain::calendar::meeting::{Kind, Meeting};
use sapa::domain::calendar::occurrence::occurrences;
use sapa::domain::calendar::outcome::{Attendance, Outcome};
use sapa::domain::calendar::recurrence::End;
use sapa::domain::calendar::workweek::Buffers;
use sapa::domain::calendar::zone::Zones;
use sapa::domain::date::Weekday;

use super::recurrence::any_rule;
use super::support::{at, meeting, series, starts, wall, weekly, zones};

const BUFFERS: Buffers = Buffers { call: 5, meeting: 30, event: 60 };

#[test]
fn finds_a_week_of_singles_and_series() {
    let meetings = [
        meeting("long", wall("2026-02-23T09:00"), 14 * 24 * 60),
        meeting("before", wall("2026-03-01T22:00"), 60),
        meeting("inside", wall("2026-03-04T09:00"), 60),
        meeting("after", wall("2026-03-09T00:00"), 60),
        series("series", wall("2026-01-05T08:00"), 30, weekly(1, &[Weekday::Monday, Weekday::Friday], End::Never)),
    ];
    let agenda = Agenda::new(&meetings, &zones()).unwrap();
    let week = agenda.between(&zones(), at("2026-03-01T23:00:00Z"), at("2026-03-08T23:00:00Z")).unwrap();
    let ids: Vec<_> = week.iter().map(|occurrence| occurrence.id.meeting.as_str()).collect();
    assert_eq!(ids, ["long", "series", "inside", "series"]);
    assert_eq!(starts(&week), "2026-02-23T08:00:00Z 2026-03-02T07:00:00Z 2026-03-04T08:00:00Z 2026-03-06T07:00:00Z");
}

#[test]
fn refuses_a_zone_it_does_not_know() {
    let lost = Meeting { zone: "Mars/Olympus".into(), ..meeting("m", wall("2026-03-02T09:00"), 60) };
    assert_eq!(Agenda::new([&lost], &zones()).map(|_| ()).map_err(|error| error.code()), Err("zone.unknown"));
    let here = meeting("m", wall("2026-03-02T09:00"), 60);
    let mut agenda = Agenda::new([&here], &zones()).unwrap();
    assert!(agenda.put(&lost, &zones()).is_err());
    let (from, to) = (at("2026-03-01T00:00:00Z"), at("2026-03-08T00:00:00Z"));
    assert_eq!(agenda.between(&zones(), from, to).unwrap().len(), 1, "it is as it was");
    // Asked with other zones than it was built with, it does not pass over a series in silence.
    agenda.put(&series("s", wall("2026-03-02T09:00"), 60, weekly(1, &[], End::Never)), &zones()).unwrap();
    assert_eq!(agenda.between(&Zones::default(), from, to).map_err(|error| error.code()), Err("zone.unknown"));
    assert_eq!(
        agenda.conflicts(&Zones::default(), from, to, &BUFFERS).map_err(|error| error.code()),
        Err("zone.unknown")
    );
}

#[test]
fn conflicts_are_overlaps_and_too_little_time_between() {
    let check = |first: (Kind, u32), second: (Kind, &str), clash: bool| {
        let meetings = [
            Meeting { kind: first.0, ..meeting("a", wall("2026-03-02T09:00"), first.1) },
            Meeting { kind: second.0, ..meeting("b", wall(second.1), 30) },
        ];
        let agenda = Agenda::new(&meetings, &zones()).unwrap();
        let found =
            agenda.conflicts(&zones(), at("2026-03-02T00:00:00Z"), at("2026-03-03T00:00:00Z"), &BUFFERS).unwrap();
        assert_eq!(found.len(), usize::from(clash), "{first:?} {second:?}");
    };
    check((Kind::Call, 60), (Kind::Call, "2026-03-02T09:30"), true);
    check((Kind::Call, 60), (Kind::Call, "2026-03-02T10:00"), true);
    check((Kind::Call, 60), (Kind::Call, "2026-03-02T10:04"), true);
    check((Kind::Call, 60), (Kind::Call, "2026-03-02T10:05"), false);
    // The more demanding of two decides, whichever comes first.
    check((Kind::Call, 60), (Kind::Meeting, "2026-03-02T10:29"), true);
    check((Kind::Call, 60), (Kind::Meeting, "2026-03-02T10:30"), false);
    check((Kind::Meeting, 60), (Kind::Call, "2026-03-02T10:29"), true);
    check((Kind::Meeting, 60), (Kind::Call, "2026-03-02T10:30"), false);
    check((Kind::Event, 60), (Kind::Call, "2026-03-02T10:59"), true);
    check((Kind::Event, 60), (Kind::Call, "2026-03-02T11:00"), false);
}

#[test]
fn what_was_called_off_is_in_nobodys_way() {
    let with = |freed: usize, attendance| {
        let mut meetings = [meeting("a", wall("2026-03-02T09:00"), 60), meeting("b", wall("2026-03-02T09:30"), 60)];
        let outcome = Outcome { attendance, decision_maker: false, logged: at("2026-03-01T09:00:00Z") };
        meetings[freed].outcome = Some(outcome);
        let agenda = Agenda::new(&meetings, &zones()).unwrap();
        agenda.conflicts(&zones(), at("2026-03-02T00:00:00Z"), at("2026-03-03T00:00:00Z"), &BUFFERS).unwrap().len()
    };
    assert_eq!([0, 1].map(|freed| with(freed, Attendance::Held)), [1; 2]);
    assert_eq!([0, 1].map(|freed| with(freed, Attendance::NoShow)), [1; 2]);
    assert_eq!([0, 1].map(|freed| with(freed, Attendance::CancelledInTime)), [0; 2]);
    assert_eq!([0, 1].map(|freed| with(freed, Attendance::MovedByClient)), [0; 2]);
}

fn any_meetings() -> impl Strategy<Value = Vec<Meeting>> {
    let kind = prop::sample::select(vec![Kind::Call, Kind::Meeting, Kind::Event]);
    let zone = prop::sample::select(vec!["Europe/Berlin", "America/New_York", "Asia/Jakarta", "Australia/Lord_Howe"]);
    let rule = prop::option::weighted(0.2, any_rule());
    let one = (0_i64..20_000, prop_oneof![5 => 1_u32..180, 1 => 1_u32..20_000], kind, zone, rule);
    prop::collection::vec(one, 0..40).prop_map(|all| {
        let meeting = |(index, (after, minutes, kind, zone, recurrence)): (usize, (_, _, _, &str, _))| Meeting {
            kind,
            zone: zone.to_owned(),
            recurrence,
            ..meeting(&index.to_string(), wall("2026-03-20T00:00").add_minutes(after).unwrap(), minutes)
        };
        all.into_iter().enumerate().map(meeting).collect()
    })
}

proptest! {
    #[test]
    fn the_index_finds_what_a_walk_finds(meetings in any_meetings(), start in 0_i64..25_000, length in 0_i64..12_000) {
        let zones = zones();
        let from = at("2026-03-19T00:00:00Z").add_minutes(start);
        let to = from.add_minutes(length);
        let walk = meetings.iter().flat_map(|meeting| {
            occurrences(meeting, zones.get(&meeting.zone).unwrap(), from, to)
        });
        let mut walk: Vec<_> = walk.collect();
        walk.sort_by(|a, b| (a.start, &a.id).cmp(&(b.start, &b.id)));
        let found = Agenda::new(&meetings, &zones).unwrap().between(&zones, from, to).unwrap();
        prop_assert_eq!(found, walk);
    }

    #[test]
    fn changing_it_gives_what_building_it_gives(meetings in any_meetings(), removed in 0_usize..40) {
        let zones = zones();
        let mut agenda = Agenda::default();
        for meeting in &meetings {
            // First somewhere else, then where it belongs.
            let mut elsewhere = Meeting { recurrence: None, ..meeting.clone() };
            elsewhere.slot.start = wall("2026-04-01T09:00");
            agenda.put(&elsewhere, &zones).unwrap();
            agenda.put(meeting, &zones).unwrap();
        }
        agenda.remove(&removed.to_string());
        let kept: Vec<_> = meetings.into_iter().filter(|meeting| meeting.id != removed.to_string()).collect();
        let built = Agenda::new(&kept, &zones).unwrap();
        for days in 0..30 {
            let from = at("2026-03-18T00:00:00Z").add_minutes(days * 1_440);
            let to = from.add_minutes(1_440);
            prop_assert_eq!(agenda.between(&zones, from, to).unwrap(), built.between(&zones, from, to).unwrap());
        }
    }

    #[test]
    fn conflicts_are_all_pairs_that_clash(meetings in any_meetings()) {
        let zones = zones();
        let agenda = Agenda::new(&meetings, &zones).unwrap();
        let (from, to) = (at("2026-03-20T00:00:00Z"), at("2026-04-03T00:00:00Z"));
        let found = agenda.between(&zones, from, to).unwrap();
        let mut pairs = Vec::new();
        for (index, earlier) in found.iter().enumerate() {
            for later in &found[index + 1..] {
                prop_assert_eq!(earlier.clashes(later, &BUFFERS), later.clashes(earlier, &BUFFERS));
                if earlier.clashes(later, &BUFFERS) {
                    pairs.push(Conflict { earlier: earlier.id.clone(), later: later.id.clone() });
                }
            }
        }
        prop_assert_eq!(agenda.conflicts(&zones, from, to, &BUFFERS).unwrap(), pairs);
    }
}
