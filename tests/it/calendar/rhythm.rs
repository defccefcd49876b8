use proptest::prelude::*;
use sapa::domain::calendar::rhythm::{DayType, Rhythm};
use sapa::domain::calendar::workweek::{Hours, WorkWeek};
use sapa::domain::date::Date;

use super::support::{day, wall};

/// Monday to Friday from nine to six, with a break at noon.
fn office() -> WorkWeek {
    let mut week = WorkWeek::five_days(Hours { from: 540, to: 720 });
    week.hours
        .iter_mut()
        .filter(|hours| !hours.is_empty())
        .for_each(|hours| hours.push(Hours { from: 780, to: 1_080 }));
    week.holidays = vec![day("2026-03-04"), day("2026-03-04"), day("2026-03-07")];
    week
}

#[test]
fn working_time_is_within_one_stretch() {
    let week = office();
    let check = |start: &str, end: &str, covered: bool| {
        assert_eq!(week.covers(wall(start), wall(end)), covered, "{start} to {end}");
    };
    check("2026-03-02T09:00", "2026-03-02T12:00", true);
    check("2026-03-02T13:00", "2026-03-02T18:00", true);
    check("2026-03-02T08:59", "2026-03-02T10:00", false);
    check("2026-03-02T11:30", "2026-03-02T13:30", false);
    check("2026-03-02T17:30", "2026-03-02T18:01", false);
    check("2026-03-02T12:15", "2026-03-02T12:45", false);
    check("2026-03-02T17:00", "2026-03-03T17:30", false);
    check("2026-03-02T17:00", "2026-03-03T09:30", false);
    // A holiday, a Saturday, and a stretch that ends before it begins.
    check("2026-03-04T09:00", "2026-03-04T10:00", false);
    check("2026-03-07T09:00", "2026-03-07T10:00", false);
    check("2026-03-02T10:00", "2026-03-02T08:30", false);
    // Up to midnight is a day's work for some.
    let late = WorkWeek::five_days(Hours { from: 1_200, to: 1_440 });
    assert!(late.covers(wall("2026-03-02T23:00"), wall("2026-03-03T00:00")));
    assert!(!late.covers(wall("2026-03-02T23:00"), wall("2026-03-03T00:01")));
}

#[test]
fn alternates_by_working_days() {
    let days = |rhythm: &Rhythm, week: &WorkWeek, from: &str, count: i32| {
        let letter = |day: Option<DayType>| match day {
            Some(DayType::Calls) => 'C',
            Some(DayType::Meetings) => 'M',
            None => '-',
        };
        let day_type = |index| letter(rhythm.day_type(day(from).add_days(index).unwrap(), week));
        (0..count).map(day_type).collect::<String>()
    };
    let alternating =
        |anchor: &str, cycle: &[DayType]| Rhythm::Alternating { anchor: day(anchor), cycle: cycle.to_vec() };
    let (calls, meetings) = (DayType::Calls, DayType::Meetings);
    let plain = WorkWeek { holidays: Vec::new(), ..office() };

    let each_other = alternating("2026-03-02", &[calls, meetings]);
    assert_eq!(days(&each_other, &plain, "2026-03-02", 14), "CMCMC--MCMCM--");
    // Wednesday is a holiday: Thursday takes its turn. The Saturday that is one too changes nothing.
    assert_eq!(days(&each_other, &office(), "2026-03-02", 14), "CM-CM--CMCMC--");
    // Before the anchor the cycle runs backwards.
    assert_eq!(days(&each_other, &plain, "2026-02-23", 7), "MCMCM--");
    // An anchor on a Sunday begins with the Monday after it.
    assert_eq!(days(&alternating("2026-03-01", &[calls, meetings]), &plain, "2026-03-01", 6), "-CMCMC");
    assert_eq!(days(&alternating("2026-03-02", &[calls, calls, meetings]), &plain, "2026-03-02", 8), "CCMCC--M");
    assert_eq!(days(&alternating("2026-03-02", &[calls, calls, meetings]), &plain, "2026-02-23", 7), "CMCCM--");
    assert_eq!(days(&alternating("2026-03-02", &[]), &plain, "2026-03-02", 7), "-------");
    assert_eq!(days(&each_other, &WorkWeek::default(), "2026-03-02", 7), "-------");

    let (c, m) = (Some(calls), Some(meetings));
    let fixed = Rhythm::Weekly([c, m, c, m, None, m, m]);
    assert_eq!(days(&fixed, &plain, "2026-03-02", 7), "CMCM---");
    assert_eq!(days(&fixed, &office(), "2026-03-02", 7), "CM-M---");
}

proptest! {
    #[test]
    fn working_days_are_counted_as_one_by_one(
        worked in any::<[bool; 7]>(),
        holidays in prop::collection::vec(0_i32..400, 0..12),
        from in 0_i32..400,
        length in 0_i32..400,
    ) {
        let first = day("2026-01-01");
        let add = |days: i32| first.add_days(days).unwrap();
        let hours = worked.map(|works| if works { vec![Hours { from: 540, to: 1_080 }] } else { Vec::new() });
        let week = WorkWeek { hours, holidays: holidays.into_iter().map(add).collect() };
        let (start, end): (Date, Date) = (add(from), add(from + length));
        let one_by_one = (from..from + length).filter(|day| week.is_working_day(add(*day))).count();
        prop_assert_eq!(week.days_between(start, end), i32::try_from(one_by_one).unwrap());
        prop_assert_eq!(week.days_between(end, start), -week.days_between(start, end));
    }
}
