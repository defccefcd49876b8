use rust_decimal::Decimal;
use sapa::domain::allocation::Allocation;
use sapa::domain::money::Rounding;
use sapa::domain::pricing::{
    Measure::Quantity,
    Scope::{Line, Order},
    Step,
    TierMode::Slab,
    price,
};

use super::{check, on_list};
use crate::support::{amount, currency, dec, ladder, percent, request};

#[test]
fn steps_compound_or_add() {
    let hundred = |steps| request(&[("1", "100")], steps);
    check("nothing to do", &hundred(vec![]), &["100"], &[]);
    check("one percent step", &hundred(vec![percent(Line, "10")]), &["90"], &["-10"]);
    check("compound", &hundred(vec![percent(Line, "10"), percent(Line, "5")]), &["85.50"], &["-10", "-4.50"]);
    let additive = vec![percent(Line, "10"), on_list(percent(Line, "5"))];
    check("added on list", &hundred(additive), &["85"], &["-10", "-5"]);
    check("amount first", &hundred(vec![amount(Line, "10"), percent(Line, "25")]), &["67.50"], &["-10", "-22.50"]);
    check("percent first", &hundred(vec![percent(Line, "25"), amount(Line, "10")]), &["65"], &["-25", "-10"]);
    check("a surcharge", &hundred(vec![percent(Line, "-10"), amount(Line, "-1")]), &["111"], &["10", "1"]);
    check("an amount is per unit", &request(&[("7", "100")], vec![amount(Line, "10")]), &["630"], &["-70"]);
    check(
        "no lines",
        &request(&[], vec![percent(Line, "10"), amount(Order, "-5"), percent(Order, "3")]),
        &[],
        &["0"; 3],
    );
    check("no units", &request(&[("0", "9.99")], vec![percent(Order, "10")]), &["0"], &["0"]);
}

#[test]
fn net_is_rounded_and_the_discount_is_the_rest() {
    let one = |quantity, price, step| request(&[(quantity, price)], vec![step]);
    check("half of 83.33", &one("1", "83.33", percent(Line, "50")), &["41.67"], &["-41.66"]);
    check("10 % of 1725.05", &one("1", "1725.05", percent(Line, "10")), &["1552.55"], &["-172.50"]);
    check("the same off the order", &one("1", "1725.05", percent(Order, "10")), &["1552.55"], &["-172.50"]);
    check("quantity before rounding", &one("1000", "13.25", percent(Line, "13.3")), &["11487.75"], &["-1762.25"]);
    check("prices finer than a cent", &one("300", "0.0333", percent(Line, "0")), &["9.99"], &["0"]);

    // Rounded once: 0.30 less 5 % less 5 % is 0.27075, and not 0.29 less 5 %.
    let twice = request(&[("1", "0.30")], vec![percent(Line, "5"), percent(Line, "5")]);
    check("two small steps", &twice, &["0.27"], &["-0.01", "-0.02"]);

    let mut down = one("1", "83.33", percent(Line, "50"));
    down.rounding = Rounding::Down;
    check("rounding is a parameter", &down, &["41.66"], &["-41.67"]);
    for (digits, net) in [(0, "42"), (1, "41.7"), (3, "41.665"), (4, "41.665")] {
        let mut other = one("1", "83.33", percent(Line, "50"));
        other.currency = currency(digits);
        assert_eq!(price(&other).unwrap().net, dec(net), "{digits} digits");
    }
}

#[test]
fn never_below_zero_and_all_is_all() {
    let check_nothing_left = |title, steps: Vec<Step>| {
        let request = request(&[("2.25", "64.22"), ("3", "0.01"), ("1", "0")], steps);
        let priced = price(&request).unwrap();
        assert!(priced.lines.iter().all(|line| line.net.is_zero()), "{title}");
        assert_eq!(priced.net, Decimal::ZERO, "{title}");
    };
    check_nothing_left("100 % off lines", vec![percent(Line, "100")]);
    check_nothing_left("100 % off the order", vec![percent(Order, "100")]);
    check_nothing_left("100 % after others", vec![percent(Line, "33.3"), percent(Order, "7"), percent(Order, "100")]);
    let sum = vec![percent(Line, "30"), on_list(percent(Line, "70")), on_list(percent(Line, "50"))];
    check_nothing_left("150 % of list", sum);
    check_nothing_left("an amount off each unit", vec![amount(Line, "65")]);
    check_nothing_left("an amount off the order", vec![amount(Order, "1000")]);
    let order = vec![percent(Order, "60"), on_list(percent(Order, "60"))];
    check_nothing_left("120 % of list off the order", order);
    let slab = ladder(Line, Slab, Quantity, &[("0", "100")]);
    check_nothing_left("a slab of 100 %", vec![slab]);
}

#[test]
fn order_steps_are_shared_out() {
    let two = |steps| request(&[("2", "75"), ("3", "33.33")], steps);
    check("20 %", &two(vec![percent(Order, "20")]), &["120.00", "79.99"], &["-50.00"]);
    check("two order steps", &two(vec![percent(Order, "20"), percent(Order, "30")]), &["84", "55.99"], &["-50", "-60"]);
    check(
        "an amount",
        &request(&[("1", "30"), ("1", "10")], vec![amount(Order, "13.77")]),
        &["19.67", "6.56"],
        &["-13.77"],
    );
    check(
        "a surcharge",
        &request(&[("1", "30"), ("1", "10")], vec![percent(Order, "-1")]),
        &["30.30", "10.10"],
        &["0.40"],
    );
    check(
        "of list",
        &two(vec![percent(Line, "50"), on_list(percent(Order, "10"))]),
        &["60", "40.00"],
        &["-124.99", "-25.00"],
    );
    check(
        "lines after the order",
        &two(vec![percent(Order, "20"), percent(Line, "10")]),
        &["108", "71.99"],
        &["-50", "-20"],
    );
    check(
        "a free line gets nothing",
        &request(&[("3", "320"), ("1", "0")], vec![percent(Order, "10")]),
        &["864", "0"],
        &["-96"],
    );

    let mut thirds = request(&[("1", "10"), ("1", "10"), ("1", "10")], vec![amount(Order, "10")]);
    check("the earlier line", &thirds, &["6.66", "6.67", "6.67"], &["-10"]);
    thirds.allocation = Allocation::RemainderToLast;
    check("the last line", &thirds, &["6.67", "6.67", "6.66"], &["-10"]);

    // That policy would take 0.02 from the last line, which holds 0.01.
    let mut cents = request(&[("1", "0.01"), ("1", "0.01"), ("1", "0.01")], vec![amount(Order, "0.02")]);
    cents.allocation = Allocation::RemainderToLast;
    check("no line below zero", &cents, &["0", "0", "0.01"], &["-0.02"]);
}
