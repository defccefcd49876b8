//! Free goods, set prices, rounding and tax.

use sapa::domain::pricing::{
    Adjust, BuyGet, Charge, FreeGoods, FreeSlab, Grant, Model, Package, Per, Pick, Request, RoundAt, Rule, RuleSet,
    Scope, TaxRounding, price,
};

use super::{check, decs};
use crate::support::{dec, percent, request, step};

use Scope::{Group, Line, Order};

#[test]
fn goods_are_given_for_nothing() {
    let slab = |from: &str, to: Option<&str>, free: &str| FreeSlab {
        from: dec(from),
        to: to.map(dec),
        every: dec(from),
        free: dec(free),
    };
    let slabs = FreeGoods {
        slabs: vec![slab("4", Some("9"), "1"), slab("10", Some("20"), "3")],
        item: Some("coke".into()),
        worth: dec("1.50"),
        ..FreeGoods::default()
    };
    for (ordered, free) in [("3.9", "0"), ("4", "1"), ("9.5", "1"), ("10", "3"), ("20", "3"), ("21", "0")] {
        assert_eq!(slabs.quantity(dec(ordered)).unwrap(), dec(free), "{ordered}");
    }
    let parts = FreeGoods { recurring: true, parts: true, ..FreeGoods::buy(10.into(), 1.into()) };
    assert_eq!(parts.quantity(dec("15")).unwrap(), dec("1.5"));

    let given = |scope, goods: &FreeGoods| {
        let mut request = request(&[("2", "10"), ("9", "5")], vec![step(scope, Adjust::Free(goods.clone()))]);
        request.lines.iter_mut().for_each(|line| line.group = Some("burgers".into()));
        let priced = check("no price changes", &request, &["20", "45"]);
        priced
            .free
            .into_iter()
            .map(|free| (free.line.map(|line| line.to_string()), free.quantity, free.worth))
            .collect::<Vec<_>>()
    };
    assert_eq!(given(Group, &slabs), [(Some("0".to_owned()), dec("3"), dec("4.50"))]);
    assert_eq!(given(Line, &slabs), [(Some("1".to_owned()), dec("1"), dec("1.50"))]);
    assert_eq!(given(Order, &slabs), [(None, dec("3"), dec("4.50"))]);

    // Of three the cheapest is free, over all lines.
    let get = BuyGet::free(2.into(), 1.into());
    let mixed = |buy_get| request(&[("2", "10"), ("1", "4")], vec![step(Order, Adjust::BuyGet(buy_get))]);
    check("the cheapest", &mixed(get), &["20", "0"]);
    check("the dearest", &mixed(BuyGet { pick: Pick::Dearest, ..get }), &["10", "4"]);
    check("half of it", &mixed(BuyGet { percent: dec("50"), ..get }), &["20", "2"]);
    check("at most none", &mixed(BuyGet { most: Some(dec("0")), ..get }), &["20", "4"]);
}

#[test]
fn prices_are_set() {
    let package = Package { size: dec("10"), price: dec("70"), free_units: dec("0") };
    check("packages", &request(&[("21", "9")], vec![step(Line, Adjust::Package(package))]), &["210"]);
    check("a factor", &request(&[("2", "9")], vec![step(Line, Adjust::Factor(dec("0.8")))]), &["14.40"]);
    check("a factor of the order", &request(&[("2", "9")], vec![step(Order, Adjust::Factor(dec("0.8")))]), &["14.40"]);
    let mut tonne = request(&[("3500", "100")], vec![step(Line, Adjust::UnitPrice(dec("90")))]);
    (tonne.lines[0].per, tonne.lines[0].unit_factor) = (Per::StockUnit, dec("0.001"));
    let priced = check("a price per stock unit", &tonne, &["315"]);
    assert_eq!(priced.lines[0].unit_price().unwrap(), dec("0.09"));
    let rule =
        |id: &str, grant, from: &str| Rule { id: id.into(), grant, from_quantity: Some(dec(from)), ..Rule::default() };
    let rules = vec![rule("many", Grant::Factor(dec("0.5")), "10"), rule("any", Grant::UnitPrice(dec("8")), "0")];
    let first = step(Line, Adjust::Rules(RuleSet { model: Model::FirstMatch, rules }));
    check("rules, line by line", &request(&[("10", "9"), ("2", "9")], vec![first]), &["45", "16"]);
}

#[test]
fn rounds_where_it_is_told() {
    let at = |round_at| {
        let mut request = request(&[("3", "0.335"), ("3", "0.335"), ("3", "0.335")], vec![]);
        request.policy.round_at = round_at;
        request
    };
    check("lines", &at(RoundAt::Line), &["1.01", "1.01", "1.01"]);
    check("units", &at(RoundAt::Unit), &["1.02", "1.02", "1.02"]);
    // 3.015 in all.
    check("the document", &at(RoundAt::Document), &["1.01", "1.00", "1.01"]);
}

#[test]
fn taxes_on_top_and_within() {
    let with = |included, rounding, components: &[&str]| {
        let mut request = request(&[("1", "10.03"), ("1", "10.03")], vec![]);
        request.lines.iter_mut().for_each(|line| line.tax_percent = dec("20"));
        request.tax.included = included;
        request.tax.rounding = rounding;
        request.tax.components = components.iter().map(|part| dec(part)).collect();
        request
    };
    let check = |title: &str, request: &Request, expected: [&str; 3]| {
        let taxed = price(request).unwrap().taxed;
        assert_eq!(vec![taxed.net, taxed.tax, taxed.gross], decs(expected), "{title}");
    };
    check("lines", &with(false, TaxRounding::Line, &[]), ["20.06", "4.02", "24.08"]);
    check("the document", &with(false, TaxRounding::Document, &[]), ["20.06", "4.01", "24.07"]);
    // 15 % of 20.06 is 3.009, and 5 % are 1.003.
    check("components", &with(false, TaxRounding::Rate, &["15", "5"]), ["20.06", "4.01", "24.07"]);
    // 1.5045 and 0.5015 for each line.
    check("components of lines", &with(false, TaxRounding::ComponentOfLine, &["15", "5"]), ["20.06", "4.00", "24.06"]);
    check("others' components", &with(false, TaxRounding::ComponentOfLine, &["15"]), ["20.06", "4.02", "24.08"]);
    check("within", &with(true, TaxRounding::Line, &[]), ["16.72", "3.34", "20.06"]);
    let mut freight = with(false, TaxRounding::Line, &[]);
    freight.charges = vec![Charge { amount: dec("5"), tax_percent: dec("10") }];
    check("freight", &freight, ["25.06", "4.52", "29.58"]);
    let mut half = with(false, TaxRounding::Line, &[]);
    half.steps = vec![percent(Line, "50")];
    assert_eq!(price(&half).unwrap().taxed.discount, dec("12.04"));
}
