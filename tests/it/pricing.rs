use rust_decimal::Decimal;
use sapa::domain::allocation::Allocation;
use sapa::domain::money::Rounding;
use sapa::domain::pricing::{
    Adjust, Basis, Deferral, Discounting, Measure, NextTier, Paid, PaidOn, Request, Scope, Step, TierMode, Tiers, price,
};
use sapa::domain::terms::{DayCount, Instalment};

use crate::support::{amount, currency, day, dec, ladder, line, percent, request, step, tiers};

use Measure::{Amount, Quantity};
use Scope::{Group, Line, Order};
use TierMode::{AllUnits, Slab};

/// Prices the request and compares each line's net and each step's effect; whatever adds up must add up.
fn check(title: &str, request: &Request, nets: &[&str], effects: &[&str]) {
    let priced = price(request).unwrap_or_else(|error| panic!("{title}: {error}"));
    let lines: Vec<Decimal> = priced.lines.iter().map(|line| line.net).collect();
    assert_eq!(lines, nets.iter().map(|net| dec(net)).collect::<Vec<_>>(), "{title}: nets");
    let waterfall: Vec<Decimal> = priced.waterfall.iter().map(|effect| effect.amount).collect();
    assert_eq!(waterfall, effects.iter().map(|effect| dec(effect)).collect::<Vec<_>>(), "{title}: effects");

    assert_eq!(priced.net, lines.iter().sum::<Decimal>(), "{title}: sum of the lines");
    assert_eq!(priced.net - priced.list, waterfall.iter().sum::<Decimal>(), "{title}: sum of the effects");
    assert_eq!(priced.discount, priced.list - priced.net, "{title}: discount");
    for line in &priced.lines {
        assert_eq!(line.net - line.list, line.effects.iter().sum::<Decimal>(), "{title}: effects of line {}", line.id);
    }
    for (index, effect) in waterfall.iter().enumerate() {
        let over_lines: Decimal = priced.lines.iter().map(|line| line.effects[index]).sum();
        assert_eq!(*effect, over_lines, "{title}: effect {index} over the lines");
    }
}

fn on_list(step: Step) -> Step {
    Step { basis: Basis::List, ..step }
}

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

#[test]
fn ladders_of_all_units() {
    let bands = [("10", "5"), ("50", "12.5"), ("100", "20")];
    let check_quantity = |quantity: &str, net: &str| {
        let priced = price(&request(&[(quantity, "2")], vec![ladder(Line, AllUnits, Quantity, &bands)])).unwrap();
        assert_eq!(priced.net, dec(net), "{quantity}");
    };
    check_quantity("0", "0");
    check_quantity("9", "18");
    check_quantity("9.999", "20.00");
    check_quantity("10", "19");
    check_quantity("49", "93.10");
    check_quantity("50", "87.50");
    check_quantity("99.5", "174.13");
    check_quantity("100", "160");
    check_quantity("100000", "160000");

    let by_amount = ladder(Line, AllUnits, Amount, &[("100", "10")]);
    check(
        "the amount, after earlier steps",
        &request(&[("1", "105")], vec![percent(Line, "5"), by_amount.clone()]),
        &["99.75"],
        &["-5.25", "0"],
    );
    check(
        "the amount at list price",
        &request(&[("1", "105")], vec![percent(Line, "5"), on_list(by_amount)]),
        &["89.25"],
        &["-5.25", "-10.50"],
    );
    let empty = ladder(Order, AllUnits, Amount, &[]);
    check("no bands", &request(&[("1", "105")], vec![empty]), &["105"], &["0"]);
}

#[test]
fn ladders_of_slabs() {
    let bands = [("10", "5"), ("50", "12.5"), ("100", "20")];
    let check_quantity = |quantity: &str, net: &str| {
        let priced = price(&request(&[(quantity, "2")], vec![ladder(Line, Slab, Quantity, &bands)])).unwrap();
        assert_eq!(priced.net, dec(net), "{quantity}");
    };
    check_quantity("0", "0");
    check_quantity("10", "20");
    // One unit above the threshold: 2 at 5 %.
    check_quantity("11", "21.90");
    // 40 units at 5 %: 80 x 0.05 = 4.
    check_quantity("50", "96");
    // And 50 at 12.5 %: 100 x 0.125 = 12.5.
    check_quantity("100", "183.50");
    // And 10 at 20 %: 20 x 0.2 = 4.
    check_quantity("110", "199.50");

    let by_amount = ladder(Order, Slab, Amount, &[("0", "1"), ("100", "2"), ("200", "4")]);
    check("money", &request(&[("1", "150"), ("1", "150")], vec![by_amount]), &["146.50", "146.50"], &["-7.00"]);
    // A sixth has no last digit, and the half cent of 300,000.30 less 5,000.005 must still go up.
    let sixth = ladder(Line, Slab, Quantity, &[("5", "10")]);
    check("an endless average", &request(&[("6", "50000.05")], vec![sixth]), &["295000.30"], &["-5000.00"]);
}

/// Exactly 2 comes off, but by a quotient without a last digit: the mean percentage is a third in the one case, the price of
/// a unit in the other. Whoever divides before multiplying is off by the last of 28 digits.
#[test]
fn a_slab_rate_divides_last() {
    for (from, percent, amount) in [("6", "1", "600"), ("3", "100", "3")] {
        let rate = tiers(Slab, Quantity, &[(from, percent)]).rate(dec("9")).unwrap();
        assert_eq!(rate.of(dec(amount)).unwrap(), dec("2"), "9 units worth {amount}, {percent} % above {from}");
    }
}

#[test]
fn groups_count_together() {
    let grouped = |names: [Option<&str>; 4], step: Step| {
        let mut request = request(&[("6", "10"), ("4", "20"), ("9", "10"), ("1", "30")], vec![step]);
        for (line, name) in request.lines.iter_mut().zip(names) {
            line.group = name.map(Into::into);
        }
        request
    };
    let bands = [("10", "10")];
    let names = [Some("tea"), Some("tea"), None, None];
    let step = || ladder(Group, AllUnits, Quantity, &bands);
    check("two of a group", &grouped(names, step()), &["54", "72", "90", "30"], &["-14"]);
    let apart = [Some("b"), Some("a"), Some("b"), Some("a")];
    check("groups apart", &grouped(apart, step()), &["54", "80", "81", "30"], &["-15"]);
    check("no group is no common group", &grouped([None; 4], step()), &["60", "80", "90", "30"], &["0"]);
    let amounts = ladder(Group, AllUnits, Amount, &[("140", "50")]);
    check("by amount", &grouped(names, amounts), &["30", "40", "90", "30"], &["-70"]);
    // 10 units, of which 5 at 10 %: 5 % on average.
    let slab = ladder(Group, Slab, Quantity, &[("5", "10")]);
    check("slab and group", &grouped(names, slab), &["57", "76", "86", "30"], &["-11.00"]);
    check(
        "a plain percentage needs no group",
        &grouped(names, percent(Group, "10")),
        &["54", "72", "81", "27"],
        &["-26"],
    );
}

#[test]
fn says_the_rate_if_there_is_one() {
    let rate = |request: Request| price(&request).unwrap().waterfall[0].percent;
    assert_eq!(rate(request(&[("1", "5")], vec![percent(Line, "7")])), Some(dec("7")));
    assert_eq!(rate(request(&[("1", "5")], vec![amount(Line, "1")])), None);
    let step = || ladder(Line, AllUnits, Quantity, &[("10", "5")]);
    assert_eq!(rate(request(&[("10", "5"), ("12", "5")], vec![step()])), Some(dec("5")));
    assert_eq!(rate(request(&[("10", "5"), ("2", "5")], vec![step()])), None);
    assert_eq!(rate(request(&[("20", "5")], vec![ladder(Line, Slab, Quantity, &[("10", "5")])])), None);
    assert_eq!(rate(request(&[("20", "5")], vec![ladder(Order, AllUnits, Amount, &[("100", "5")])])), Some(dec("5")));
    let priced = price(&request(&[("1", "100"), ("1", "0")], vec![percent(Line, "12.5")])).unwrap();
    assert_eq!(
        (priced.percent, priced.lines[0].percent(), priced.lines[1].percent()),
        (dec("12.5"), dec("12.5"), dec("0"))
    );
}

#[test]
fn hints_at_the_next_rung() {
    let check_hints = |title: &str, request: Request, expected: &[(Option<&str>, &str, &str, &str, &str)]| {
        let next = price(&request).unwrap().next;
        let expected: Vec<NextTier> = expected
            .iter()
            .map(|(line, from, missing, percent, now)| NextTier {
                step: request.steps[request.steps.len() - 1].id.clone(),
                line: line.map(Into::into),
                measure: next.first().map_or(Quantity, |next| next.measure),
                from: dec(from),
                missing: dec(missing),
                percent: dec(percent),
                now_percent: dec(now),
            })
            .collect();
        assert_eq!(next, expected, "{title}");
    };
    let bands = [("10", "5"), ("50", "12.5")];
    let by_line = |mode| request(&[("7", "2"), ("10", "2"), ("50", "2")], vec![ladder(Line, mode, Quantity, &bands)]);
    let expected = [(Some("0"), "10", "3", "5", "0"), (Some("1"), "50", "40", "12.5", "5")];
    check_hints("each line", by_line(AllUnits), &expected);
    check_hints("slabs: what the next units get", by_line(Slab), &expected);

    let order = |steps| request(&[("1", "60"), ("1", "30.333")], steps);
    let step = || ladder(Order, AllUnits, Amount, &[("100", "10")]);
    check_hints("the order", order(vec![step()]), &[(None, "100", "9.67", "10", "0")]);
    check_hints(
        "after what comes before",
        order(vec![percent(Line, "50"), step()]),
        &[(None, "100", "54.83", "10", "0")],
    );
    check_hints(
        "rungs that give no more are passed over",
        request(&[("1", "60")], vec![ladder(Order, AllUnits, Amount, &[("0", "5"), ("70", "5"), ("80", "6")])]),
        &[(None, "80", "20", "6", "5")],
    );
    check_hints(
        "the missing amount is rounded up",
        request(&[("1.006", "1")], vec![ladder(Line, AllUnits, Amount, &[("2", "5")])]),
        &[(Some("0"), "2", "1.00", "5", "0")],
    );

    let mut grouped = request(&[("1", "1"), ("2", "1"), ("3", "1")], vec![ladder(Group, AllUnits, Quantity, &bands)]);
    grouped.lines[1].group = Some("tea".into());
    grouped.lines[2].group = Some("tea".into());
    let expected = [(Some("0"), "10", "9", "5", "0"), (Some("1"), "10", "5", "5", "0")];
    check_hints("a group, by its first line", grouped, &expected);
}

#[test]
fn a_hint_keeps_its_word() {
    let step = || vec![percent(Line, "7.3"), ladder(Order, AllUnits, Amount, &[("100", "10")])];
    let priced = price(&request(&[("3", "21.37")], step())).unwrap();
    let missing = &priced.next[0].missing.to_string();
    // A line of that net amount, added after the percentage, reaches the rung.
    let grown = request(&[("1", missing)], vec![]);
    let reached = priced.waterfall[0].amount + dec("64.11") + price(&grown).unwrap().net;
    assert_eq!(reached, dec("100"));
}

#[test]
fn reckons_what_waiting_costs() {
    let deferral = |days, annual: &str, method, year_days| {
        let paid = Paid::After { days, year_days };
        Deferral { paid, annual_percent: dec(annual), method }
    };
    let check_percent = |method, days, annual: &str, expected: &str| {
        let mut request = request(&[("1", "125000")], vec![percent(Line, "20")]);
        request.deferral = Some(deferral(days, annual, method, 365));
        let deferred = price(&request).unwrap().deferral.unwrap();
        assert_eq!(deferred.cost_percent.round_dp(12), dec(expected), "{method:?} {days} {annual}");
        assert_eq!(deferred.present_value + deferred.cost, dec("100000"), "{method:?}");
        deferred
    };
    let compound = check_percent(Discounting::Compound, 60, "18", "2.684105340835");
    assert_eq!((compound.present_value, compound.cost), (dec("97315.89"), dec("2684.11")));
    assert_eq!(compound.effective_percent.round_dp(9), dec("22.147284273"));
    check_percent(Discounting::Simple, 60, "18", "2.873869079297");
    check_percent(Discounting::Bank, 60, "18", "2.958904109589");
    for method in [Discounting::Compound, Discounting::Simple, Discounting::Bank] {
        check_percent(method, 0, "18", "0");
        check_percent(method, 60, "0", "0");
    }
    check_percent(Discounting::Compound, 365, "5", "4.761904761905");
    check_percent(Discounting::Compound, 730, "100", "75");
    check_percent(Discounting::Compound, u32::MAX, "1000", "100");

    let year_360 = deferral(90, "18.25", Discounting::Compound, 360).factor().unwrap();
    assert_eq!(year_360.round_dp(20), dec("0.95895827841643127880"));
    let ten_years = deferral(3650, "1000", Discounting::Compound, 365).factor().unwrap();
    assert_eq!(ten_years.round_dp(20), dec("0.00000000003855432894"));

    let code = |deferral: Deferral| deferral.factor().map_err(|error| error.code());
    assert_eq!(code(deferral(1, "-1", Discounting::Compound, 365)), Err("number.range"));
    assert_eq!(code(deferral(1, "1001", Discounting::Simple, 365)), Err("number.range"));
    assert_eq!(code(deferral(1, "5", Discounting::Compound, 0)), Err("number.range"));
    assert_eq!(code(deferral(366, "100", Discounting::Bank, 365)), Err("number.range"));
}

#[test]
fn payments_on_days_count_in_proportion_to_what_is_owed() {
    let deferral = |day_count, owed: &str, payments: &[(&str, &str)]| {
        let payments = payments.iter().map(|(due, amount)| Instalment { due: day(due), amount: dec(amount) }).collect();
        let paid = PaidOn { delivered: day("2026-01-31"), day_count, owed: dec(owed), payments };
        Deferral { paid: Paid::On(paid), annual_percent: dec("12"), method: Discounting::Bank }
    };
    let check = |day_count, owed: &str, payments: &[(&str, &str)], factor: &str| {
        assert_eq!(deferral(day_count, owed, payments).factor().unwrap(), dec(factor), "{day_count:?} {payments:?}");
    };
    use DayCount::{Actual360, ActualActual, ThirtyE360, ThirtyUs360};
    // Half a year of months of 30 days; 181 days of the calendar.
    check(ThirtyE360, "7", &[("2026-07-31", "7")], "0.94");
    check(ThirtyUs360, "7", &[("2026-07-31", "7")], "0.94");
    check(Actual360, "7", &[("2026-07-29", "7")], "0.9403333333333333333333333333");
    check(ActualActual, "1", &[("2027-01-31", "1")], "0.88");
    check(ThirtyE360, "100", &[("2026-01-31", "50"), ("2026-07-31", "50")], "0.97");
    check(ThirtyE360, "1", &[("2026-01-31", "0.5"), ("2026-07-31", "0.5")], "0.97");
    // Interest of 6 percent for half a year at 12 percent a year.
    check(ThirtyE360, "94", &[("2026-07-31", "100")], "1");

    let code = |owed, payments: &[_]| deferral(ThirtyE360, owed, payments).factor().map_err(|error| error.code());
    assert_eq!(code("0", &[("2026-07-31", "1")]), Err("number.range"));
    assert_eq!(code("-1", &[("2026-07-31", "1")]), Err("number.range"));
    assert_eq!(code("1", &[]), Err("number.range"));
    assert_eq!(code("1", &[("2026-07-31", "-1"), ("2026-08-31", "2")]), Err("number.range"));
    assert_eq!(code("1", &[("2046-07-31", "1")]), Err("number.range"), "bank discount of everything");
    let mut asked = request(&[("1", "1")], vec![]);
    asked.deferral = Some(deferral(ThirtyE360, "0", &[]));
    assert_eq!(price(&asked).unwrap_err().code(), "number.range");
}

#[test]
fn names_what_is_wrong() {
    let check_error = |request: Request, code: &str, detail: &str| {
        let error = price(&request).unwrap_err();
        assert_eq!((error.code(), error.detail()), (code, detail));
    };
    check_error(request(&[("1", "1"), ("-1", "1")], vec![]), "number.range", "1");
    check_error(request(&[("1", "-0.01")], vec![]), "number.range", "0");
    let sound: Tiers = tiers(AllUnits, Quantity, &[("0", "0"), ("1", "100")]);
    assert!(price(&request(&[], vec![step(Line, Adjust::Tiers(sound))])).is_ok());
    for bands in [
        &[("10", "5"), ("5", "10")][..],
        &[("10", "5"), ("10.0", "10")],
        &[("-1", "5")],
        &[("1", "-5")],
        &[("1", "5"), ("2", "100.1")],
    ] {
        check_error(
            request(&[], vec![percent(Order, "1"), ladder(Line, Slab, Quantity, bands)]),
            "rule.invalid",
            "Line",
        );
    }
    check_error(request(&[], vec![percent(Order, "100.01")]), "rule.invalid", "Order");

    let code = |request: Request| price(&request).map_err(|error| error.code());
    let huge = "79228162514264337593543950335";
    assert_eq!(code(request(&[("2", huge)], vec![])), Err("number.overflow"));
    assert_eq!(code(request(&[("1", huge), ("1", "1")], vec![])), Err("number.overflow"));
    let mut one = request(&[("1", huge)], vec![percent(Order, "50")]);
    one.currency = currency(0);
    one.lines.push(line(1, "0", "1"));
    assert_eq!(code(one), Err("number.overflow"));
}
