use proptest::prelude::*;
use sapa::domain::calendar::civil::DateTime;
use sapa::domain::calendar::recurrence::{End, Recurrence};
use sapa::domain::date::{Date, Weekday};

use super::support::{day, wall, weekly};
use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};

/// The first starts of a rule, as days of the month by month.
fn check(rule: &Recurrence, first: &str, expected: &str) {
    let count = expected.split_whitespace().count();
    let found: Vec<_> = rule.starts(wall(first)).take(count + 1).map(|start| start.date().to_string()).collect();
    let ends = rule.end != End::Never;
    assert_eq!(found.len(), if ends { count } else { count + 1 }, "{rule:?}: {found:?}");
    let found: Vec<_> = found.iter().take(count).map(String::as_str).collect();
    assert_eq!(found.join(" "), expected, "{rule:?}");
}

/// The weekly examples of RFC 5545, section 3.8.5.3, all of which begin in 1997 at nine.
#[test]
fn gives_the_days_of_the_standards_examples() {
    let from_sunday = |rule: Recurrence| Recurrence { week_start: Sunday, ..rule };
    check(
        &weekly(1, &[], End::After(10)),
        "1997-09-02T09:00",
        "1997-09-02 1997-09-09 1997-09-16 1997-09-23 1997-09-30 1997-10-07 1997-10-14 1997-10-21 1997-10-28 1997-11-04",
    );
    check(
        &weekly(1, &[], End::Until(wall("1997-12-24T00:00"))),
        "1997-11-25T09:00",
        "1997-11-25 1997-12-02 1997-12-09 1997-12-16 1997-12-23",
    );
    check(
        &from_sunday(weekly(2, &[], End::Never)),
        "1997-09-02T09:00",
        "1997-09-02 1997-09-16 1997-09-30 1997-10-14 1997-10-28 1997-11-11 1997-11-25 1997-12-09 1997-12-23",
    );
    check(
        &from_sunday(weekly(1, &[Tuesday, Thursday], End::After(10))),
        "1997-09-02T09:00",
        "1997-09-02 1997-09-04 1997-09-09 1997-09-11 1997-09-16 1997-09-18 1997-09-23 1997-09-25 1997-09-30 1997-10-02",
    );
    check(
        &from_sunday(weekly(2, &[Monday, Wednesday, Friday], End::Until(wall("1997-10-08T00:00")))),
        "1997-09-01T09:00",
        "1997-09-01 1997-09-03 1997-09-05 1997-09-15 1997-09-17 1997-09-19 1997-09-29 1997-10-01 1997-10-03",
    );
    check(
        &from_sunday(weekly(2, &[Tuesday, Thursday], End::After(8))),
        "1997-09-02T09:00",
        "1997-09-02 1997-09-04 1997-09-16 1997-09-18 1997-09-30 1997-10-02 1997-10-14 1997-10-16",
    );
    // The same days of the week, and other days of the month, by the day a week begins.
    let rule = weekly(2, &[Tuesday, Sunday], End::After(4));
    check(&rule, "1997-08-05T09:00", "1997-08-05 1997-08-10 1997-08-19 1997-08-24");
    check(&from_sunday(rule), "1997-08-05T09:00", "1997-08-05 1997-08-17 1997-08-19 1997-08-31");
}

#[test]
fn an_end_is_counted_in() {
    let rule = |end| weekly(1, &[Monday], end);
    check(&rule(End::After(1)), "2026-03-02T09:00", "2026-03-02");
    check(&rule(End::on(day("2026-03-16"))), "2026-03-02T09:00", "2026-03-02 2026-03-09 2026-03-16");
    check(&rule(End::Until(wall("2026-03-16T09:00"))), "2026-03-02T09:00", "2026-03-02 2026-03-09 2026-03-16");
    check(&rule(End::Until(wall("2026-03-16T08:59:59"))), "2026-03-02T09:00", "2026-03-02 2026-03-09");
    check(&rule(End::After(0)), "2026-03-02T09:00", "");
    // A start that is none of the rule's days gives none itself.
    check(&weekly(1, &[Saturday], End::After(2)), "2026-03-02T09:00", "2026-03-07 2026-03-14");
    check(&weekly(1, &[Saturday, Saturday], End::After(2)), "2026-03-02T09:00", "2026-03-07 2026-03-14");
}

#[test]
fn stops_at_the_end_of_the_calendar() {
    check(&weekly(1, &[Monday], End::Never), "9999-12-13T09:00", "9999-12-13");
    for interval in [0, u32::MAX] {
        let rule = weekly(interval, &[Monday], End::Never);
        assert!(rule.starts(wall("2026-03-02T09:00")).count() <= 1);
        assert!(rule.starts_from(wall("2026-03-02T09:00"), Date::MAX).count() <= 1);
        assert!(rule.starts_from(wall("2026-03-02T09:00"), Date::MIN).count() <= 1);
    }
    let rule = weekly(1, &[Monday], End::Never);
    assert_eq!(rule.starts(wall("0001-01-01T09:00")).next(), Some(wall("0001-01-01T09:00")));
}

pub(super) fn any_rule() -> impl Strategy<Value = Recurrence> {
    let weekday = || prop::sample::select(Weekday::ALL.to_vec());
    let end = prop_oneof![
        Just(End::Never),
        (0_u32..40).prop_map(End::After),
        (0_i32..400)
            .prop_map(|days| End::Until(wall("2026-01-01T10:00").on(day("2026-01-01").add_days(days).unwrap()))),
    ];
    (1_u32..5, prop::collection::vec(weekday(), 0..4), weekday(), end)
        .prop_map(|(interval, weekdays, week_start, end)| Recurrence { week_start, ..weekly(interval, &weekdays, end) })
}

/// The other way of counting: look at every day and ask whether it belongs.
fn by_days(rule: &Recurrence, first: DateTime, days: i32) -> Vec<DateTime> {
    let week = first.date().week_start(rule.week_start).unwrap();
    let belongs = |date: &Date| {
        let on_weekday = match rule.weekdays.as_slice() {
            [] => date.weekday() == first.date().weekday(),
            weekdays => weekdays.contains(&date.weekday()),
        };
        on_weekday && (date.days_since(week) / 7).unsigned_abs().is_multiple_of(rule.interval)
    };
    let dates = (0..days).map(|day| first.date().add_days(day).unwrap()).filter(belongs);
    let starts = dates.map(|date| first.on(date));
    match rule.end {
        End::Never => starts.collect(),
        End::After(count) => starts.take(usize::try_from(count).unwrap()).collect(),
        End::Until(last) => starts.take_while(|start| *start <= last).collect(),
    }
}

proptest! {
    #[test]
    fn every_day_that_belongs_is_given(rule in any_rule(), shift in 0_i32..60) {
        let first = wall("2026-01-01T10:00");
        let first = first.on(first.date().add_days(shift).unwrap());
        let until = first.date().add_days(500).unwrap();
        let found: Vec<_> = rule.starts(first).take_while(|start| start.date() < until).collect();
        prop_assert_eq!(found, by_days(&rule, first, 500));
    }

    #[test]
    fn leaping_gives_what_walking_gives(rule in any_rule(), shift in 0_i32..60, leap in -30_i32..450) {
        let first = wall("2026-01-01T10:00");
        let first = first.on(first.date().add_days(shift).unwrap());
        let (from, until) = (first.date().add_days(leap).unwrap(), first.date().add_days(500).unwrap());
        let inside = |start: &DateTime| start.date() < until;
        let leapt: Vec<_> = rule.starts_from(first, from).take_while(inside).collect();
        let walked: Vec<_> = rule.starts(first).take_while(inside).filter(|start| start.date() >= from).collect();
        prop_assert_eq!(leapt, walked);
    }
}
