use rust_decimal::Decimal;
use sapa::domain::terms::{
    Cliff, Goal, GoalLine, Ladder, PriceBreak, break_even_volume, contribution, extra_volume, largest_discount, margin,
    seek,
};

use super::refused;
use crate::support::{currency, dec};

fn ladder(list: &str, breaks: &[(&str, &str)]) -> Ladder {
    let of = |(from, price): &(&str, &str)| PriceBreak { from: dec(from), unit_price: dec(price) };
    Ladder::new(dec(list), breaks.iter().map(of).collect()).unwrap()
}

fn percents(breaks: &[(&str, &str)]) -> Ladder {
    let percents: Vec<_> = breaks.iter().map(|(from, percent)| (dec(from), dec(percent))).collect();
    Ladder::of_percents(dec("1"), &percents).unwrap()
}

#[test]
fn climbs_ladders() {
    // 0.10 to 1,000, 0.05 to 10,000, 0.01 beyond.
    let ladder = ladder("0.10", &[("1000", "0.05"), ("10000", "0.01")]);
    assert_eq!(ladder.slab_total(dec("15000")).unwrap(), dec("600"));
    assert_eq!(ladder.total(dec("15000")).unwrap(), dec("150"));
    assert_eq!(ladder.total(dec("999")).unwrap(), dec("99.9"));
    assert_eq!(ladder.total(dec("0")).unwrap(), dec("0"));
    assert_eq!(ladder.slab_total(dec("1000")).unwrap(), dec("100"));
}

#[test]
fn says_where_a_discount_starts() {
    let ladder = percents(&[("10000", "5"), ("50000", "10"), ("100000", "12")]);
    for (asked, expected) in [
        ("0", Some("0")),
        ("-3", Some("0")),
        ("4", Some("10000")),
        ("5", Some("10000")),
        ("5.01", Some("50000")),
        ("12", Some("100000")),
        ("12.01", None),
        ("100", None),
    ] {
        assert_eq!(ladder.start(dec(asked)).unwrap(), expected.map(dec), "{asked}");
    }
    for (asked, expected) in [
        ("0", Some("0")),
        // 5 percent of what lies above 10,000 is 4 percent of 50,000.
        ("4", Some("50000")),
        ("2.5", Some("20000")),
        // 500 short of 5 percent at 10,000, and 5 percent are gained on each unit above 50,000: again 10,000 on.
        ("5", Some("60000")),
        // Never quite reached.
        ("12", None),
        ("13", None),
    ] {
        assert_eq!(ladder.slab_start(dec(asked)).unwrap(), expected.map(dec), "{asked}");
    }
    // From the first unit on, and a ladder that goes down again.
    assert_eq!(percents(&[("0", "5")]).slab_start(dec("5")).unwrap(), Some(dec("0")));
    assert_eq!(percents(&[("0", "5")]).slab_start(dec("6")).unwrap(), None);
    let hump = percents(&[("10", "50"), ("20", "0")]);
    assert_eq!(hump.slab_start(dec("20")).unwrap().map(|from| from.round_dp(10)), Some(dec("16.6666666667")));
    assert_eq!(hump.slab_start(dec("25")).unwrap(), Some(dec("20")));
    assert_eq!(hump.slab_start(dec("25.01")).unwrap(), None);
    assert_eq!(percents(&[]).slab_start(dec("1")).unwrap(), None);
}

#[test]
fn warns_of_cliffs() {
    let ladder = ladder("10", &[("100", "8"), ("1000", "7.9")]);
    let cliff = |quantity: &str| ladder.cliff(dec(quantity)).unwrap();
    assert_eq!(cliff("80"), None);
    assert_eq!(cliff("81"), Some(Cliff { extra: dec("19"), total: dec("800"), saving: dec("10") }));
    assert_eq!(cliff("99.5"), Some(Cliff { extra: dec("0.5"), total: dec("800"), saving: dec("195") }));
    assert_eq!(cliff("100"), None);
    assert_eq!(cliff("988"), Some(Cliff { extra: dec("12"), total: dec("7900"), saving: dec("4") }));
    assert_eq!(cliff("5000"), None);
    assert_eq!(refused(ladder.cliff(dec("-1"))), "number.range");
    // A break further up may be cheaper still.
    let steep = Ladder::of_percents(dec("1"), &[(dec("10"), dec("5")), (dec("12"), dec("50"))]).unwrap();
    assert_eq!(steep.cliff(dec("9.9")).unwrap().map(|cliff| cliff.total), Some(dec("6")));
}

#[test]
fn refuses_ladders_that_contradict_themselves() {
    let breaks = |given: &[(&str, &str)]| {
        given.iter().map(|(from, price)| PriceBreak { from: dec(from), unit_price: dec(price) }).collect::<Vec<_>>()
    };
    for (list, wrong) in [
        ("0", &[][..]),
        ("-1", &[]),
        ("10", &[("-1", "9")]),
        ("10", &[("5", "9"), ("5", "8")]),
        ("10", &[("9", "9"), ("5", "8")]),
        ("10", &[("5", "-0.01")]),
    ] {
        assert_eq!(refused(Ladder::new(dec(list), breaks(wrong))), "rule.invalid", "{list} {wrong:?}");
    }
    assert_eq!(refused(Ladder::of_percents(dec("10"), &[(dec("5"), dec("101"))])), "rule.invalid");
    let ladder = ladder("10", &[]);
    assert_eq!(refused(ladder.total(dec("-1"))), "number.range");
    assert_eq!(refused(ladder.slab_total(dec("-1"))), "number.range");
    assert_eq!(refused(ladder.total(Decimal::MAX)), "number.overflow");
}

fn line(amount: &str, floor: &str, locked: bool) -> GoalLine {
    GoalLine { amount: dec(amount), floor: dec(floor), locked }
}

/// The percent and the lines' amounts, or the nearest total.
fn check(lines: &[GoalLine], target: &str, expected: Result<(&str, &[&str]), &str>) {
    let expected = match expected {
        Ok((percent, amounts)) => {
            let amounts = amounts.iter().map(|amount| dec(amount)).collect();
            Goal::Reached { percent: dec(percent), amounts }
        }
        Err(nearest) => Goal::OutOfReach { nearest: dec(nearest) },
    };
    assert_eq!(seek(lines, dec(target), currency(2)).unwrap(), expected, "{lines:?} {target}");
}

#[test]
fn seeks_a_total() {
    let free = [line("100", "0", false), line("200", "0", false)];
    check(&free, "270", Ok(("10", &["90", "180"])));
    check(&free, "300", Ok(("0", &["100", "200"])));
    check(&free, "330", Ok(("-10", &["110", "220"])));
    check(&free, "0", Ok(("100", &["0", "0"])));
    check(&free, "-1", Err("0"));
    // The spare cents go to the largest remainders, and between equal ones to the earlier line.
    let thirds = [line("1", "0", false), line("1", "0", false), line("1", "0", false)];
    check(&thirds, "1.60", Ok(("46.666666666666666666666666667", &["0.54", "0.53", "0.53"])));
    // A lock and a floor.
    let mixed = [line("100", "95", false), line("200", "120", false), line("50", "10", true)];
    check(&mixed, "340", Ok(("3.3333333333333333333333333333", &["96.67", "193.33", "50"])));
    check(&mixed, "300", Ok(("22.5", &["95", "155", "50"])));
    check(&mixed, "265", Ok(("40", &["95", "120", "50"])));
    check(&mixed, "264.99", Err("265"));
    // A floor above the amount lifts it, and half a cent is not to be had.
    check(&[line("100", "105", false), line("100", "0", false)], "200", Ok(("5", &["105", "95"])));
    check(&[line("1", "0.985", false)], "0.98", Err("0.99"));
    // Nothing left to move.
    check(&[line("50", "0", true)], "50", Ok(("0", &["50"])));
    check(&[line("50", "0", true)], "60", Err("50"));
    check(&[line("0", "0", false)], "1", Err("0"));
    check(&[line("0", "0", false), line("10", "0", false)], "11", Ok(("-10", &["0", "11"])));
    check(&[], "0", Ok(("0", &[])));
    check(&[], "1", Err("0"));
}

#[test]
fn refuses_goals_out_of_range() {
    let fails = |amount: &str, floor: &str, target: &str| {
        refused(seek(&[line(amount, floor, false)], dec(target), currency(2)))
    };
    assert_eq!(fails("-1", "0", "1"), "number.range");
    assert_eq!(fails("1", "-1", "1"), "number.range");
    assert_eq!(fails("0.001", "0", "1"), "number.range");
    assert_eq!(fails("1", "0", "0.001"), "number.range");
    let largest = "70000000000000000000000000000";
    assert_eq!(fails(largest, "0", "50000000000000000000000000000"), "number.overflow");
}

#[test]
fn keeps_margin_and_profit() {
    assert_eq!(margin(dec("80"), dec("60")).unwrap(), dec("25"));
    assert_eq!(margin(dec("50"), dec("60")).unwrap(), dec("-20"));
    assert_eq!(largest_discount(dec("100"), dec("90"), dec("20")).unwrap(), dec("-12.5"));
    assert_eq!(largest_discount(dec("100"), dec("0"), dec("20")).unwrap(), dec("100"));
    assert_eq!(contribution(dec("10"), dec("5"), dec("6")).unwrap(), dec("-10"));
    assert_eq!(extra_volume(dec("100"), dec("50"), dec("30"), dec("0")).unwrap(), dec("0"));
    // Forty percent leaves nothing: no volume helps.
    for fails in [
        extra_volume(dec("100"), dec("50"), dec("30"), dec("40")),
        break_even_volume(dec("10"), dec("10"), dec("1")),
        break_even_volume(dec("10"), dec("4"), dec("-7")),
        largest_discount(dec("0"), dec("1"), dec("20")),
        largest_discount(dec("10"), dec("1"), dec("100")),
        margin(dec("0"), dec("1")),
    ] {
        assert_eq!(refused(fails), "number.range");
    }
    assert_eq!(refused(contribution(Decimal::MAX, dec("5"), dec("1"))), "number.overflow");
}
