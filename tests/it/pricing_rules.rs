//! Conditions, limits, floors, exclusions, free goods and price lists, one table for each.

/// Rules that contradict themselves, and absurd numbers.
mod faults;
/// What ends a rule: limits, floors, other rules.
mod floors;
/// Which rule and which price list.
mod lists;
/// Free goods, set prices, rounding and tax.
mod prices;

use rust_decimal::Decimal;
use sapa::domain::pricing::{
    Adjust, Band, Combine, Gives, Goods, Measure, Over, Priced, Request, Scope, Step, Threshold, TierMode, Tiers,
    Unmet, When, price,
};

use crate::support::{amount, day, dec, percent, request, step};

use Scope::{Group, Item, Line, Order};

fn nets(priced: &Priced) -> Vec<Decimal> {
    priced.lines.iter().map(|line| line.net).collect()
}

fn decs<const N: usize>(numbers: [&str; N]) -> Vec<Decimal> {
    numbers.iter().map(|number| dec(number)).collect()
}

fn check(title: &str, request: &Request, expected: &[&str]) -> Priced {
    let priced = price(request).unwrap_or_else(|error| panic!("{title}: {error}"));
    assert_eq!(nets(&priced), expected.iter().map(|net| dec(net)).collect::<Vec<_>>(), "{title}");
    priced
}

fn refused(request: &Request) -> (&'static str, String) {
    let error = price(request).unwrap_err();
    (error.code(), error.detail().to_owned())
}

#[test]
fn steps_combine_in_four_ways() {
    let two = |scope, combine| {
        let second = Step { combine, ..percent(scope, "5") };
        request(&[("1", "100"), ("1", "200")], vec![percent(scope, "10"), second])
    };
    for scope in [Line, Order] {
        check("compound", &two(scope, Combine::Compound), &["85.50", "171"]);
        check("add", &two(scope, Combine::Add), &["85", "170"]);
        check("max", &two(scope, Combine::Max), &["90", "180"]);
        check("min", &two(scope, Combine::Min), &["95", "190"]);
    }
    // Three in a chain look at the same amount, and the fourth begins a new one.
    let add = || Step { combine: Combine::Add, ..percent(Order, "5") };
    let chain = vec![amount(Order, "6"), add(), add(), percent(Order, "50")];
    check("a chain", &request(&[("1", "106")], chain), &["44.70"]);
    // The better of the two on each line, and not over all lines.
    let half_of_one = Step { goods: Goods { lines: vec!["1".into()], ..Goods::default() }, ..percent(Line, "50") };
    let better = vec![percent(Line, "10"), Step { combine: Combine::Max, ..half_of_one }];
    check("better by line", &request(&[("1", "100"), ("1", "200")], better), &["90", "100"]);
}

#[test]
fn rules_are_about_some_goods() {
    let about = |goods: Goods| {
        let mut request =
            request(&[("1", "100"), ("1", "20"), ("1", "5")], vec![Step { goods, ..percent(Line, "50") }]);
        for (line, (item, group)) in
            request.lines.iter_mut().zip([("tea", "drinks"), ("milk", "drinks"), ("salt", "spice")])
        {
            (line.item, line.group) = (Some(item.into()), Some(group.into()));
        }
        request
    };
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    check("all", &about(Goods::default()), &["50", "10", "2.50"]);
    check("an item", &about(Goods { items: names(&["salt", "milk"]), ..Goods::default() }), &["100", "10", "2.50"]);
    check("a group", &about(Goods { groups: names(&["drinks"]), ..Goods::default() }), &["50", "10", "5"]);
    check("a line", &about(Goods { lines: names(&["2"]), ..Goods::default() }), &["100", "20", "2.50"]);
    let between = Goods { price_from: Some(dec("20")), price_to: Some(dec("99.99")), ..Goods::default() };
    check("a price", &about(between), &["100", "10", "5"]);
    let both = Goods { groups: names(&["drinks"]), items: names(&["salt"]), ..Goods::default() };
    let priced = check("criteria that nothing meets", &about(both), &["100", "20", "5"]);
    assert_eq!(priced.waterfall[0].unmet, Some(Unmet::Goods));
    let mut on_order = about(Goods { groups: names(&["drinks"]), ..Goods::default() });
    on_order.steps[0].scope = Order;
    (on_order.steps[0].adjust, on_order.allocation) = (Adjust::Amount(dec("12")), Default::default());
    check("an order step on some lines", &on_order, &["90", "18", "5"]);
    on_order.lines.iter_mut().take(2).for_each(|line| line.unit_price = dec("0"));
    on_order.steps[0].adjust = Adjust::Amount(dec("-3"));
    check("a surcharge on those that come to nothing", &on_order, &["1.50", "1.50", "5"]);
}

#[test]
fn says_why_a_rule_does_not_hold() {
    let unmet = |when: When, today: Option<&str>, group: Option<&str>| {
        let mut request = request(&[("3", "10"), ("1", "20")], vec![Step { when, ..percent(Line, "10") }]);
        request.buyer.day = today.map(day);
        request.buyer.group = group.map(str::to_owned);
        price(&request).unwrap().waterfall[0].unmet.clone()
    };
    let june = || When { valid_from: Some(day("2026-06-01")), valid_to: Some(day("2026-06-30")), ..When::default() };
    assert_eq!(unmet(june(), Some("2026-05-31"), None), Some(Unmet::Early));
    assert_eq!(unmet(june(), Some("2026-06-01"), None), None);
    assert_eq!(unmet(june(), Some("2026-06-30"), None), None);
    assert_eq!(unmet(june(), Some("2026-07-01"), None), Some(Unmet::Late));
    assert_eq!(unmet(june(), None, None), Some(Unmet::Early));
    let theirs = || When { client_groups: vec!["wholesale".into()], ..When::default() };
    assert_eq!(unmet(theirs(), None, Some("wholesale")), None);
    assert_eq!(unmet(theirs(), None, Some("retail")), Some(Unmet::Client));
    assert_eq!(unmet(theirs(), None, None), Some(Unmet::Client));

    let threshold = |measure, from: Option<&str>, to: Option<&str>| {
        let threshold = Threshold { measure, from: from.map(dec), to: to.map(dec), ..Threshold::default() };
        When { thresholds: vec![threshold], ..When::default() }
    };
    let below = |measure, missing| Some(Unmet::Below { measure, missing: dec(missing) });
    assert_eq!(unmet(threshold(Measure::Quantity, Some("4"), Some("4")), None, None), None);
    assert_eq!(unmet(threshold(Measure::Quantity, Some("5"), None), None, None), below(Measure::Quantity, "1"));
    assert_eq!(unmet(threshold(Measure::Quantity, None, Some("3.9")), None, None), Some(Unmet::Above));
    assert_eq!(unmet(threshold(Measure::Amount, Some("50.01"), None), None, None), below(Measure::Amount, "0.01"));
    assert_eq!(unmet(threshold(Measure::Weight, Some("1"), None), None, None), below(Measure::Weight, "1"));
}

#[test]
fn thresholds_look_at_lines_the_order_and_the_period() {
    let with = |scope, threshold: Threshold| {
        let when = When { thresholds: vec![threshold], ..When::default() };
        let mut request = request(&[("3", "10"), ("1", "20")], vec![Step { when, ..percent(scope, "50") }]);
        request.lines[0].weight = dec("2.5");
        request
    };
    let from = |from: &str, over| Threshold { from: Some(dec(from)), over, ..Threshold::default() };
    check("lines that meet it", &with(Line, from("3", Over::Line)), &["15", "20"]);
    check("an order of which a line meets it", &with(Order, from("3", Over::Line)), &["15", "10"]);
    check("an order of which no line meets it", &with(Order, from("3.1", Over::Line)), &["30", "20"]);
    let weight = Threshold { measure: Measure::Weight, ..from("7.5", Over::Order) };
    check("weight", &with(Line, weight), &["15", "10"]);
    let period = Threshold { prior: dec("6"), ..from("10", Over::Order) };
    check("with what came before", &with(Line, period), &["15", "10"]);
    let hinted = Threshold { hint_from: Some(dec("4")), ..from("5", Over::Order) };
    let next = &price(&with(Line, hinted.clone())).unwrap().next;
    assert_eq!((next[0].missing, next[0].from, next[0].percent), (dec("1"), dec("5"), dec("50")));
    let quiet = Threshold { hint_from: Some(dec("4.5")), ..hinted };
    assert!(price(&with(Line, quiet)).unwrap().next.is_empty());
}

#[test]
fn ladders_count_by_item_weight_and_period() {
    let tiers = |measure, prior: &str| Tiers {
        measure,
        prior: dec(prior),
        bands: vec![Band { from: dec("10"), value: dec("10"), ..Band::default() }],
        ..Tiers::default()
    };
    let with = |scope, tiers| {
        let mut request = request(&[("6", "10"), ("4", "10"), ("9", "10")], vec![step(scope, Adjust::Tiers(tiers))]);
        for (line, item) in request.lines.iter_mut().zip(["tea", "tea", "milk"]) {
            (line.item, line.weight) = (Some(item.into()), dec("1.2"));
        }
        request
    };
    check("by item", &with(Item, tiers(Measure::Quantity, "0")), &["54", "36", "90"]);
    check("by weight", &with(Line, tiers(Measure::Weight, "0")), &["60", "40", "81"]);
    check("with what came before", &with(Line, tiers(Measure::Quantity, "4")), &["54", "40", "81"]);
    // 4 before and 9 now: 3 units are above 10, a tenth of a third off.
    let slab = Tiers { mode: TierMode::Slab, ..tiers(Measure::Quantity, "4") };
    check("slabs after what came before", &with(Line, slab), &["60", "40", "87"]);

    let prices = Tiers {
        mode: TierMode::Slab,
        gives: Gives::UnitPrice,
        bands: vec![
            Band { from: dec("1"), to: Some(dec("10")), value: dec("8"), flat: dec("2") },
            Band { from: dec("11"), value: dec("5"), flat: dec("1"), ..Band::default() },
        ],
        ..Tiers::default()
    };
    // 10 units at 8, and 9 at 5, and 3 besides: 128 for 19 units.
    let mut together = with(Group, prices);
    together.lines.iter_mut().for_each(|line| line.group = Some("all".into()));
    let priced = check("slab prices of a group", &together, &["40.42", "26.95", "60.63"]);
    assert_eq!(priced.net, dec("128"));

    let off = Tiers { gives: Gives::UnitOff, ..tiers(Measure::Quantity, "0") };
    check("an amount off each unit", &with(Item, off), &["0", "0", "90"]);
    let flat = Tiers {
        bands: vec![Band { from: dec("10"), flat: dec("19"), ..Band::default() }],
        ..tiers(Measure::Quantity, "0")
    };
    check("a flat amount off the order", &with(Order, flat), &["54", "36", "81"]);
}

#[test]
fn bands_meet_at_a_border_that_belongs_to_the_one_that_begins_there() {
    let value_at = |to: &str, from: &str, measure: &str| {
        let bands = vec![
            Band { to: Some(dec(to)), value: dec("1"), ..Band::default() },
            Band { from: dec(from), value: dec("2"), ..Band::default() },
        ];
        Tiers { bands, ..Tiers::default() }.value_at(dec(measure))
    };
    for (to, from, measure, value) in [
        ("100", "101", "100", "1"),
        ("100", "101", "100.01", "2"),
        ("100", "101", "101", "2"),
        ("100", "100", "99.99", "1"),
        ("100", "100", "100", "2"),
    ] {
        assert_eq!(value_at(to, from, measure), dec(value), "{measure} of up to {to} and from {from}");
    }
}

#[test]
fn a_percentage_of_nothing_is_no_fee_and_a_price_of_nothing_may_be_one() {
    let ladder = |mode, gives| Tiers {
        mode,
        gives,
        bands: vec![
            Band { from: dec("0"), to: Some(dec("10")), value: dec("1"), flat: dec("200") },
            Band { from: dec("11"), value: dec("2"), flat: dec("300"), ..Band::default() },
        ],
        ..Tiers::default()
    };
    for (mode, gives, measure, fee) in [
        (TierMode::Slab, Gives::Percent, "0", "0"),
        (TierMode::Slab, Gives::Percent, "0.01", "200.0001"),
        (TierMode::Slab, Gives::Percent, "12", "500.14"),
        (TierMode::AllUnits, Gives::Percent, "0", "0"),
        (TierMode::AllUnits, Gives::Percent, "12", "300.24"),
        (TierMode::Slab, Gives::UnitPrice, "0", "200"),
        (TierMode::AllUnits, Gives::UnitPrice, "0", "200"),
    ] {
        assert_eq!(ladder(mode, gives).charge(dec(measure)), Ok(dec(fee)), "{mode:?} {gives:?} of {measure}");
    }
}
