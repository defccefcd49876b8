#![expect(clippy::float_arithmetic, reason = "chances are compared with another way of computing them")]

use proptest::prelude::*;
use sapa::domain::calendar::capacity::{Dial, RULE_OF_THUMB, SHOW_RATE};

fn dial(target: u32, certainty: f64, show_rate: f64) -> Dial {
    Dial { target, certainty, show_rate, slots: 8 }
}

/// Invitations for a target, by show rate and certainty, as summing the binomial distribution in exact fractions gives them.
#[test]
fn invites_as_many_as_the_table_says() {
    let columns =
        [(5, 0.5), (5, 0.8), (5, 0.9), (5, 0.95), (1, 0.8), (1, 0.9), (1, 0.95), (2, 0.8), (2, 0.9), (2, 0.95)];
    #[rustfmt::skip]
    let rows = [
        (0.20,      [24, 33, 38, 44, 8, 11, 14, 14, 18, 22]),
        (0.25,      [19, 26, 30, 34, 6,  9, 11, 11, 15, 18]),
        (1.0 / 3.0, [14, 19, 22, 25, 4,  6,  8,  8, 11, 13]),
        (0.50,      [ 9, 12, 14, 16, 3,  4,  5,  5,  7,  8]),
        (0.70,      [ 7,  8,  9, 10, 2,  2,  3,  4,  4,  5]),
        (0.90,      [ 5,  6,  7,  7, 1,  1,  2,  2,  3,  3]),
    ];
    for (show_rate, expected) in rows {
        let found = columns.map(|(target, certainty)| dial(target, certainty, show_rate).invitations().unwrap());
        assert_eq!(found, expected, "{columns:?} at {show_rate}");
    }
}

#[test]
fn tells_both_tails() {
    let percent = |chance: f64| (chance * 1_000.0).round() / 10.0;
    let check = |invitations: u32, slots: u32, too_few: f64, too_many: f64| {
        let outlook = Dial { slots, ..dial(5, 0.8, SHOW_RATE) }.outlook(invitations).unwrap();
        assert_eq!((percent(outlook.too_few), percent(outlook.too_many)), (too_few, too_many), "{invitations}");
        assert!((outlook.expected - f64::from(invitations) * 0.2).abs() < 1e-9);
    };
    // The rule of thumb at one in five: sixteen and thirty-seven percent that five come.
    let [low, high] = RULE_OF_THUMB;
    check(5 * low, 8, 83.6, 0.1);
    check(5 * high, 8, 63.0, 1.0);
    check(25, 8, 42.1, 4.7);
    check(33, 8, 18.2, 20.0);
    check(33, 10, 18.2, 5.1);
    check(4, 8, 100.0, 0.0);
    check(0, 8, 100.0, 0.0);
}

#[test]
fn tells_how_often_two_come_to_one_slot() {
    for (per_slot, clash) in [(1, 0.0), (2, 0.04), (3, 0.104), (4, 0.1808), (5, 0.26272)] {
        let outlook = dial(5, 0.8, 0.2).outlook(8 * per_slot).unwrap();
        assert_eq!(outlook.per_slot, per_slot);
        assert!((outlook.clash - clash).abs() < 1e-12, "{per_slot}: {}", outlook.clash);
        assert_eq!(dial(5, 0.8, 0.2).outlook(8 * per_slot + 1).unwrap().per_slot, per_slot + 1);
    }
}

#[test]
fn a_certainty_reached_exactly_is_reached() {
    // Of three at 0.7, two or more come with 0.784; of two, one or more with 0.91; both with 0.49. Added up in
    // binary fractions, each falls short by the last bit.
    assert_eq!(dial(2, 0.784, 0.7).invitations().unwrap(), 3);
    assert_eq!(dial(1, 0.91, 0.7).invitations().unwrap(), 2);
    assert_eq!(dial(2, 0.49, 0.7).invitations().unwrap(), 2);
    // 1 - 0.8^3 = 0.488 and 1 - 0.9^2 = 0.19.
    assert_eq!(dial(1, 0.488, 0.2).invitations().unwrap(), 3);
    assert_eq!(dial(1, 0.19, 0.1).invitations().unwrap(), 2);
    assert_eq!(dial(5, 0.999, 1.0).invitations().unwrap(), 5);
    assert_eq!(dial(1, 0.000_001, 0.01).invitations().unwrap(), 1);
}

#[test]
fn holds_where_powers_vanish() {
    // 0.01^500 is far below what a float holds, and so is 0.01^200 for 0.99.
    for (target, show_rate) in [(500, 0.01), (500, 0.99), (200, 0.03), (500, 0.5)] {
        let dial = dial(target, 0.5, show_rate);
        let outlook = dial.outlook(dial.invitations().unwrap()).unwrap();
        // The median of the negative binomial lies within one of its mean by a fraction of its spread.
        let spread = (f64::from(target) * (1.0 - show_rate)).sqrt() / show_rate;
        let mean = f64::from(target) / show_rate;
        assert!((f64::from(outlook.invitations) - mean).abs() < spread, "{target} at {show_rate}: {outlook:?}");
        assert!(outlook.too_few <= 0.5 + 1e-9, "{outlook:?}");
    }
}

#[test]
fn refuses_what_is_no_chance() {
    for refused in [
        dial(0, 0.8, 0.2),
        dial(501, 0.8, 0.2),
        dial(5, 0.0, 0.2),
        dial(5, 1.0, 0.2),
        dial(5, f64::NAN, 0.2),
        dial(5, 0.8, 0.0),
        dial(5, 0.8, 1.01),
        dial(5, 0.8, f64::NAN),
        dial(5, 0.8, f64::INFINITY),
        Dial { slots: 0, ..dial(5, 0.8, 0.2) },
    ] {
        assert_eq!(refused.invitations().map_err(|error| error.code()), Err("number.range"), "{refused:?}");
        assert_eq!(refused.outlook(10).map(|_| ()).map_err(|error| error.code()), Err("number.range"));
    }
    assert!(dial(5, 0.8, 0.2).outlook(100_001).is_err());
}

/// The other way: the distribution of the number who come, one invitation at a time.
fn by_convolution(guests: u32, invited: u32, show_rate: f64) -> f64 {
    let guests = usize::try_from(guests).unwrap();
    // The last place gathers all who are enough.
    let mut chances = vec![0.0; guests + 1];
    chances[0] = 1.0;
    for _ in 0..invited {
        for count in (0..guests).rev() {
            let comes = chances[count] * show_rate;
            chances[count] -= comes;
            chances[count + 1] += comes;
        }
    }
    chances[guests]
}

proptest! {
    #[test]
    fn the_chance_is_the_sum_of_the_distribution(target in 1_u32..60, invited in 0_u32..300, rate in 0.01_f64..=1.0, slots in 1_u32..40) {
        let outlook = Dial { slots, ..dial(target, 0.8, rate) }.outlook(invited).unwrap();
        prop_assert!((1.0 - outlook.too_few - by_convolution(target, invited, rate)).abs() < 1e-11);
        prop_assert!((outlook.too_many - by_convolution(slots + 1, invited, rate)).abs() < 1e-11);
    }

    #[test]
    fn it_is_the_smallest_number(target in 1_u32..40, certainty in 0.01_f64..0.999, rate in 0.05_f64..=1.0) {
        let dial = dial(target, certainty, rate);
        let invitations = dial.invitations().unwrap();
        prop_assert!(1.0 - dial.outlook(invitations).unwrap().too_few >= certainty - 1e-11);
        prop_assert!(invitations == target || 1.0 - dial.outlook(invitations - 1).unwrap().too_few < certainty);
    }

    #[test]
    fn more_is_asked_by_more_wishes(target in 1_u32..100, certainty in 0.01_f64..0.99, rate in 0.05_f64..0.9, more in 0.0_f64..0.009) {
        let base = dial(target, certainty, rate).invitations().unwrap();
        prop_assert!(base >= target);
        prop_assert!(dial(target, certainty + more, rate).invitations().unwrap() >= base);
        prop_assert!(dial(target + 1, certainty, rate).invitations().unwrap() > base);
        prop_assert!(dial(target, certainty, rate + more).invitations().unwrap() <= base);
    }
}
