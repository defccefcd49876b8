use sapa::domain::calendar::workweek::{Hours, WorkWeek};
use sapa::domain::date::{Date, Weekday};
use sapa::domain::money::Rounding;
use sapa::domain::terms::{DayCount, Move, Part, Roll, Term, due_date, instalments};

use super::{DAY_COUNTS, refused};
use crate::support::{currency, day, dec};

#[test]
fn counts_february_by_convention() {
    // From and to; then actual days, 30E/360, bond basis, 30/360 US.
    for (from, to, expected) in [
        ("2006-02-28", "2006-03-31", [31, 32, 33, 30]),
        ("2007-02-28", "2008-02-29", [366, 361, 361, 360]),
        ("2008-02-28", "2008-02-29", [1, 1, 1, 1]),
        ("2008-02-29", "2008-03-31", [31, 31, 32, 30]),
        ("2006-08-31", "2007-02-28", [181, 178, 178, 178]),
        ("2026-01-30", "2026-01-31", [1, 0, 0, 0]),
        ("2026-01-29", "2026-01-31", [2, 1, 2, 2]),
        ("2026-01-31", "2026-01-31", [0, 0, 0, 0]),
    ] {
        let conventions = [DayCount::Actual360, DayCount::ThirtyE360, DayCount::ThirtyBond360, DayCount::ThirtyUs360];
        assert_eq!(conventions.map(|count| count.days(day(from), day(to))), expected, "{from} {to}");
    }
}

#[test]
fn makes_years_of_days() {
    let years = |count: DayCount, from: &str, to: &str| count.years(day(from), day(to)).unwrap();
    assert_eq!(years(DayCount::Actual365, "2024-01-01", "2024-12-31"), dec("1"));
    assert_eq!(years(DayCount::Actual360, "2026-01-01", "2026-12-27"), dec("1"));
    assert_eq!(years(DayCount::ThirtyE360, "2024-01-31", "2025-01-31"), dec("1"));
    // Leap years count 366 days each, whole years between one each.
    assert_eq!(years(DayCount::ActualActual, "2024-01-01", "2025-01-01"), dec("1"));
    assert_eq!(years(DayCount::ActualActual, "2023-01-01", "2026-01-01"), dec("3"));
    assert_eq!(years(DayCount::ActualActual, "2024-01-01", "2024-07-02"), dec("0.5"));
    for count in DAY_COUNTS {
        assert_eq!(count.days(Date::MIN, Date::MIN), 0, "{count:?}");
        assert_eq!(
            count.years(Date::MAX, Date::MIN).unwrap(),
            -count.years(Date::MIN, Date::MAX).unwrap(),
            "{count:?}"
        );
    }
}

#[test]
fn moves_to_the_due_date() {
    for (from, moves, expected) in [
        ("2026-01-15", &[][..], "2026-01-15"),
        ("2026-01-15", &[Move::Days(30)], "2026-02-14"),
        ("2026-01-15", &[Move::Weeks(2)], "2026-01-29"),
        ("2026-01-31", &[Move::Months(1)], "2026-02-28"),
        ("2028-01-31", &[Move::Months(1)], "2028-02-29"),
        ("2026-01-31", &[Move::Months(13)], "2027-02-28"),
        ("2026-02-10", &[Move::MonthEnd], "2026-02-28"),
        ("2026-02-10", &[Move::MonthEnd, Move::Days(45)], "2026-04-14"),
        ("2026-01-31", &[Move::Days(30), Move::MonthEnd], "2026-03-31"),
        ("2026-04-10", &[Move::DayOfMonth(31)], "2026-04-30"),
        ("2026-04-10", &[Move::DayOfMonth(5)], "2026-04-05"),
        ("2026-04-10", &[Move::NextDayOfMonth(10)], "2026-04-10"),
        ("2026-04-10", &[Move::NextDayOfMonth(9)], "2026-05-09"),
        // The 31st of February is its last day.
        ("2026-01-31", &[Move::Days(1), Move::NextDayOfMonth(31)], "2026-02-28"),
        ("2026-12-20", &[Move::NextDayOfMonth(15)], "2027-01-15"),
        ("2026-12-31", &[Move::Months(1), Move::DayOfMonth(1)], "2027-01-01"),
        ("2026-01-15", &[Move::Days(30), Move::Months(1), Move::DayOfMonth(10)], "2026-03-10"),
        ("2026-01-15", &[Move::Weekday(Weekday::Thursday)], "2026-01-15"),
        ("2026-01-15", &[Move::Weekday(Weekday::Monday)], "2026-01-19"),
    ] {
        assert_eq!(due_date(day(from), moves).unwrap(), day(expected), "{from} {moves:?}");
    }
    for wrong in [Move::DayOfMonth(0), Move::DayOfMonth(32), Move::NextDayOfMonth(0)] {
        assert_eq!(refused(due_date(day("2026-01-15"), &[wrong])), "rule.invalid");
    }
    for far in [Move::Days(u32::MAX), Move::Weeks(u32::MAX), Move::Months(u32::MAX)] {
        assert_eq!(refused(due_date(day("2026-01-15"), &[far])), "date.invalid", "{far:?}");
    }
    assert_eq!(refused(due_date(Date::MAX, &[Move::NextDayOfMonth(1)])), "date.invalid");
}

#[test]
fn rolls_off_days_without_work() {
    let week = WorkWeek { holidays: vec![day("2026-06-01")], ..WorkWeek::five_days(Hours { from: 540, to: 1_080 }) };
    // 2026-05-30 is a Saturday.
    for (roll, expected) in [
        (Roll::None, "2026-05-30"),
        (Roll::Following, "2026-06-02"),
        (Roll::ModifiedFollowing, "2026-05-29"),
        (Roll::Preceding, "2026-05-29"),
    ] {
        assert_eq!(roll.apply(day("2026-05-30"), &week).unwrap(), day(expected), "{roll:?}");
        assert_eq!(roll.apply(day("2026-05-28"), &week).unwrap(), day("2026-05-28"), "{roll:?}");
    }
    assert_eq!(Roll::ModifiedFollowing.apply(day("2026-05-23"), &week).unwrap(), day("2026-05-25"));
    assert_eq!(refused(Roll::Following.apply(day("2026-05-30"), &WorkWeek::default())), "rule.invalid");
    assert_eq!(refused(Roll::Preceding.apply(Date::MIN, &WorkWeek::default())), "date.invalid");
}

fn term(part: Part, days: u32) -> Term {
    Term { part, due: vec![Move::Days(days)] }
}

/// The amounts of the payments, each the term's number of days after the first of a month.
fn check(amount: &str, minor: u32, parts: &[Part], expected: &[(i32, &str)]) {
    let from = day("2026-03-01");
    let terms: Vec<Term> = (0_u32..).zip(parts).map(|(days, part)| term(*part, days)).collect();
    let payments = instalments(dec(amount), from, &terms, currency(minor), Rounding::HalfUp).unwrap();
    let found: Vec<_> = payments.iter().map(|paid| (paid.due.days_since(from), paid.amount)).collect();
    let expected: Vec<_> = expected.iter().map(|(days, amount)| (*days, dec(amount))).collect();
    assert_eq!(found, expected, "{amount} {parts:?}");
}

#[test]
fn splits_into_instalments() {
    let percent = |value: &str| Part::Percent(dec(value));
    let of_rest = |value: &str| Part::PercentOfRest(dec(value));
    let fixed = |value: &str| Part::Fixed(dec(value));
    check("100", 2, &[Part::Rest], &[(0, "100")]);
    check("100", 2, &[percent("30"), percent("30"), Part::Rest], &[(0, "30"), (1, "30"), (2, "40")]);
    check("100", 2, &[percent("50"), of_rest("50"), Part::Rest], &[(0, "50"), (1, "25"), (2, "25")]);
    check("10", 2, &[fixed("4"), percent("25"), Part::Rest], &[(0, "4"), (1, "2.50"), (2, "3.50")]);
    // Percentages of the whole need no rest, and the last takes the spare cent.
    check("0.05", 2, &[percent("50"), percent("50")], &[(0, "0.03"), (1, "0.02")]);
    check("100", 0, &[percent("33.33"), percent("33.33"), percent("33.34")], &[(0, "33"), (1, "33"), (2, "34")]);
    check("0.01", 2, &[percent("33.33"), percent("33.33"), percent("33.34")], &[(2, "0.01")]);
    // What is left is all that can be asked for, and what comes to nothing is no payment.
    check("3", 2, &[fixed("4"), Part::Rest], &[(0, "3")]);
    check("3", 2, &[percent("0"), Part::Rest], &[(1, "3")]);
    check("100", 2, &[percent("80"), percent("80")], &[(0, "80"), (1, "20")]);
    check("-10", 2, &[fixed("4"), Part::Rest], &[(0, "-4"), (1, "-6")]);
    check("0", 2, &[percent("50"), Part::Rest], &[]);
    check("1.001", 3, &[percent("50"), Part::Rest], &[(0, "0.501"), (1, "0.500")]);
}

#[test]
fn refuses_terms_that_do_not_pay() {
    let refuse = |amount: &str, parts: &[Part]| {
        let terms: Vec<Term> = parts.iter().map(|part| term(*part, 30)).collect();
        refused(instalments(dec(amount), day("2026-03-01"), &terms, currency(2), Rounding::HalfUp))
    };
    assert_eq!(refuse("100", &[]), "rule.invalid");
    assert_eq!(refuse("100", &[Part::Percent(dec("99.99"))]), "rule.invalid");
    assert_eq!(refuse("0.01", &[Part::Percent(dec("50"))]), "rule.invalid");
    assert_eq!(refuse("100", &[Part::Fixed(dec("60"))]), "rule.invalid");
    assert_eq!(refuse("100", &[Part::Percent(dec("100.01"))]), "rule.invalid");
    assert_eq!(refuse("100", &[Part::PercentOfRest(dec("-1")), Part::Rest]), "rule.invalid");
    assert_eq!(refuse("100", &[Part::Fixed(dec("-1")), Part::Rest]), "rule.invalid");
    assert_eq!(refuse("0.001", &[Part::Rest]), "number.range");
}
