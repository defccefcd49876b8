//! Rules that contradict themselves, and absurd numbers.

use sapa::domain::date::Date;
use sapa::domain::pricing::{
    Adjust, Band, BuyGet, Charge, Floor, FreeGoods, Grant, Limit, Package, Request, RequestLine, Rule, RuleSet, Scope,
    Step, Threshold, Tiers, When,
};

use super::refused;
use crate::support::{currency, day, dec, percent, request, step};

use Scope::{Group, Line, Order};

#[test]
fn refuses_what_contradicts_itself() {
    let with = |step: Step| request(&[("1", "10")], vec![Step { id: "rule".into(), ..step }]);
    let invalid = ("rule.invalid", "rule".to_owned());
    let bands = |bands: &[(&str, Option<&str>)]| {
        let bands =
            bands.iter().map(|(from, to)| Band { from: dec(from), to: to.map(dec), ..Band::default() }).collect();
        step(Line, Adjust::Tiers(Tiers { bands, ..Tiers::default() }))
    };
    let package = |size: &str| Package { size: dec(size), price: dec("1"), free_units: dec("0") };
    let limit = Limit { units: Some(dec("1")), ..Limit::default() };
    let dates = When { valid_from: Some(day("2026-02-02")), valid_to: Some(day("2026-02-01")), ..When::default() };
    let ends = Threshold { from: Some(dec("2")), to: Some(dec("1")), ..Threshold::default() };
    for step in [
        step(Order, Adjust::UnitPrice(dec("1"))),
        step(Line, Adjust::UnitPrice(dec("-1"))),
        step(Line, Adjust::Factor(dec("-1"))),
        step(Group, Adjust::Package(package("10"))),
        step(Line, Adjust::Package(package("0"))),
        step(Line, Adjust::BuyGet(BuyGet::free(1.into(), 0.into()))),
        step(Line, Adjust::Free(FreeGoods { recurring: true, ..FreeGoods::buy(0.into(), 1.into()) })),
        step(
            Line,
            Adjust::Rules(RuleSet {
                rules: vec![Rule { grant: Grant::Percent(dec("101")), ..Rule::default() }],
                ..RuleSet::default()
            }),
        ),
        bands(&[("1", Some("0"))]),
        bands(&[("1", Some("5")), ("4", None)]),
        Step { limit, ..percent(Order, "1") },
        Step { limit: Limit { amount: Some(dec("-1")), ..Limit::default() }, ..percent(Line, "1") },
        Step { when: dates, ..percent(Line, "1") },
        Step { when: When { thresholds: vec![ends], ..When::default() }, ..percent(Line, "1") },
    ] {
        assert_eq!(refused(&with(step.clone())), invalid, "{step:?}");
    }

    let line = |line: RequestLine| {
        refused(&Request { lines: vec![RequestLine { id: "line".into(), ..line }], ..request(&[], vec![]) })
    };
    let absurd = ("number.range", "line".to_owned());
    assert_eq!(line(RequestLine { quantity: dec("1000000000001"), ..RequestLine::default() }), absurd);
    assert_eq!(line(RequestLine { quantity: dec("1000000000000.1"), ..RequestLine::default() }), absurd);
    assert_eq!(line(RequestLine { unit_factor: dec("0"), ..RequestLine::default() }), absurd);
    assert_eq!(line(RequestLine { weight: dec("-1"), ..RequestLine::default() }), absurd);
    assert_eq!(line(RequestLine { tax_percent: dec("-1"), ..RequestLine::default() }), absurd);
    assert_eq!(line(RequestLine { tax_percent: dec("1000.1"), ..RequestLine::default() }), absurd);
    assert_eq!(line(RequestLine { min_price: Some(dec("-1")), ..RequestLine::default() }), absurd);
    let margin = Floor { min_margin_percent: Some(dec("100")), ..Floor::default() };
    assert_eq!(refused(&Request { floor: margin, ..request(&[], vec![]) }).0, "rule.invalid");
    let charges = vec![Charge { amount: dec("-1"), tax_percent: dec("0") }];
    assert_eq!(refused(&Request { charges, ..request(&[], vec![]) }).0, "number.range");

    let mut huge = request(&[("1", "79228162514264337593543950335")], vec![]);
    huge.currency = currency(0);
    huge.lines[0].tax_percent = dec("20");
    assert_eq!(refused(&huge).0, "number.overflow");
    let factor = Step { id: "grows".into(), ..step(Line, Adjust::Factor(dec("1000"))) };
    let too_large = request(&[("1000000000000", "1000000000")], vec![factor.clone(), factor.clone(), factor]);
    assert_eq!(refused(&too_large), ("number.overflow", "grows".to_owned()));
    let later = |text: &str| Date::parse(text).unwrap();
    assert!(later("2026-02-02") > later("2026-02-01"));
}
