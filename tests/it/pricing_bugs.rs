//! Faults that other systems had and their issue trackers keep, each with the answer that is right.

use rust_decimal::Decimal;
use sapa::domain::allocation::{Allocation, allocate};
use sapa::domain::pricing::{
    Adjust, Band, BuyGet, Exclusive, Formula, FreeGoods, Gives, Goods, Limit, Measure, Precedence, Priced, Request,
    RequestLine, RoundAt, Scope, Step, TaxRounding, Threshold, Thresholds, TierMode, Tiers, When, price,
};

use crate::support::{amount, dec, ladder, percent, request, step};

use Scope::{Group, Line, Order};

fn priced(request: &Request) -> Priced {
    price(request).unwrap()
}

fn nets(priced: &Priced) -> Vec<Decimal> {
    priced.lines.iter().map(|line| line.net).collect()
}

fn applied(priced: &Priced) -> Vec<&str> {
    priced.applied().map(|effect| effect.step.as_str()).collect()
}

fn named(id: &str, step: Step) -> Step {
    Step { id: id.to_owned(), ..step }
}

fn from_amount(from: &str, step: Step) -> Step {
    let threshold = Threshold { measure: Measure::Amount, from: Some(dec(from)), ..Threshold::default() };
    Step { when: When { thresholds: vec![threshold], ..When::default() }, ..step }
}

fn taxed(mut request: Request, percent: &str, included: bool) -> Request {
    request.lines.iter_mut().for_each(|line| line.tax_percent = dec(percent));
    request.tax.included = included;
    request
}

// Rounding and allocation.

#[test]
fn erpnext_58042_shares_add_up_whatever_the_sign() {
    for total in [1000, -1000] {
        assert_eq!(
            allocate(total, &[333, 333, 334, 1], Allocation::LargestRemainder).unwrap().iter().sum::<i128>(),
            total
        );
    }
}

#[test]
fn erpnext_16927_the_quantity_comes_before_the_rounding() {
    assert_eq!(priced(&request(&[("1000", "13.25")], vec![percent(Line, "13.3")])).net, dec("11487.75"));
}

#[test]
fn erpnext_44743_a_cent_off_is_a_cent() {
    for rounding in [TaxRounding::Line, TaxRounding::Rate, TaxRounding::Document] {
        let lines = [("1", "33.33"), ("3", "7.77"), ("2", "0.05")];
        let mut with = taxed(request(&lines, vec![amount(Order, "0.01")]), "18", true);
        with.tax.rounding = rounding;
        let without = Request { steps: Vec::new(), ..with.clone() };
        assert_eq!(priced(&without).taxed.gross - priced(&with).taxed.gross, dec("0.01"), "{rounding:?}");
    }
}

#[test]
fn erpnext_52001_and_odoo_271032_everything_off_leaves_nothing_of_the_tax_either() {
    for (scope, included, rounding) in [
        (Order, true, TaxRounding::Line),
        (Line, true, TaxRounding::Document),
        (Order, false, TaxRounding::Document),
        (Line, false, TaxRounding::Rate),
    ] {
        let lines = [("1", "11.50"), ("1", "11.50"), ("3", "433.337")];
        let mut request = taxed(request(&lines, vec![percent(scope, "100")]), "15", included);
        request.tax.rounding = rounding;
        let taxed = priced(&request).taxed;
        assert_eq!((taxed.net, taxed.tax, taxed.gross), (dec("0"), dec("0"), dec("0")), "{scope:?} {rounding:?}");
    }
}

#[test]
fn invoiceninja_3195_everything_off_a_line_leaves_no_cent_below_zero() {
    assert_eq!(priced(&request(&[("2.25", "64.22")], vec![percent(Line, "100")])).net, dec("0"));
}

#[test]
fn oca_4557_without_a_discount_there_is_none() {
    for round_at in [RoundAt::Line, RoundAt::Unit, RoundAt::Document] {
        let mut request = request(&[("3", "3.460"), ("1", "25.000"), ("6", "4.713"), ("6", "4.501")], vec![]);
        request.policy.round_at = round_at;
        let priced = priced(&request);
        assert_eq!((priced.discount, priced.list), (dec("0"), priced.net), "{round_at:?}");
    }
}

#[test]
fn oca_3061_percentages_are_combined_unrounded() {
    // 12.5 % and 7.77 % are 19.29875 %, not 19.30 %.
    let priced = priced(&request(&[("10000", "1")], vec![percent(Line, "12.5"), percent(Line, "7.77")]));
    assert_eq!((priced.net, priced.percent), (dec("8070.13"), dec("19.2987")));
    let exact = priced.lines[0].unit_price().unwrap();
    assert_eq!(exact, dec("0.8070125"));
}

#[test]
fn odoo_46417_a_price_is_a_price_whatever_percentage_it_makes() {
    let priced = priced(&request(&[("2", "168")], vec![step(Line, Adjust::UnitPrice(dec("158")))]));
    assert_eq!((priced.net, priced.lines[0].unit_price().unwrap()), (dec("316"), dec("158")));
}

#[test]
fn odoo_147417_a_formula_rounds_before_it_adds() {
    let formula = |surcharge: &str| Formula {
        discount_percent: dec("-20"),
        round_to: Some(dec("5")),
        surcharge: dec(surcharge),
        ..Formula::default()
    };
    assert_eq!(formula("92").price(dec("1000")).unwrap(), dec("1292"));
    assert_eq!(formula("-0.01").price(dec("1001")).unwrap(), dec("1199.99"));
}

#[test]
fn umbraco_126_and_shopware_19070_lines_add_up_to_what_is_paid() {
    let priced = priced(&request(&[("1", "6.67"); 3], vec![amount(Order, "0.01")]));
    assert_eq!(priced.net, dec("20.00"));
    assert_eq!(nets(&priced).iter().sum::<Decimal>(), priced.net);
}

#[test]
fn virtocommerce_122_the_discount_shown_is_the_one_applied() {
    let priced = priced(&request(&[("3", "33.333"), ("7", "0.777")], vec![percent(Line, "33.3"), percent(Order, "3")]));
    assert_eq!(priced.discount, priced.waterfall.iter().map(|effect| effect.discount()).sum::<Decimal>());
    assert_eq!(priced.discount, priced.lines.iter().map(|line| line.discount).sum::<Decimal>());
}

// Wrong tier or eligibility.

#[test]
fn erpnext_31481_a_threshold_of_money_is_looked_at() {
    let check = |price: &str, net: &str| {
        assert_eq!(priced(&request(&[("1", price)], vec![from_amount("200", percent(Line, "10"))])).net, dec(net));
    };
    check("199.99", "199.99");
    check("200", "180");
}

#[test]
fn erpnext_40867_only_whole_units_are_free() {
    let goods = FreeGoods { recurring: true, ..FreeGoods::buy(10.into(), 1.into()) };
    let free = |quantity: &str| {
        let priced = priced(&request(&[(quantity, "5")], vec![step(Line, Adjust::Free(goods.clone()))]));
        priced.free.first().map(|free| (free.quantity, free.worth))
    };
    assert_eq!(free("15"), Some((dec("1"), dec("5"))));
    assert_eq!(free("20"), Some((dec("2"), dec("10"))));
    assert_eq!(free("9"), None);
    // Issue 21186: the free quantity follows the quantity down again.
    assert_eq!(free("15"), Some((dec("1"), dec("5"))));
}

#[test]
fn erpnext_36616_a_rule_over_several_lines_applies_once_and_goes_with_them() {
    let grouped = |quantities: [&str; 2]| {
        let steps = vec![ladder(Group, TierMode::AllUnits, Measure::Quantity, &[("10", "10")])];
        let mut request = request(&quantities.map(|quantity| (quantity, "10")), steps);
        request.lines.iter_mut().for_each(|line| line.group = Some("mixed".into()));
        nets(&priced(&request))
    };
    let before = grouped(["5", "4"]);
    assert_eq!(before, [dec("50"), dec("40")]);
    assert_eq!(grouped(["6", "4"]), [dec("54"), dec("36")]);
    assert_eq!(grouped(["5", "4"]), before);
}

#[test]
fn erpnext_6028_and_odoo_2641_the_least_quantity_counts_in_every_unit_of_order() {
    let check = |quantity: &str, factor: i64, holds: bool| {
        let threshold = Threshold { from: Some(dec("4")), ..Threshold::default() };
        let when = When { thresholds: vec![threshold], ..When::default() };
        let mut request = request(&[(quantity, "20")], vec![Step { when, ..percent(Line, "10") }]);
        request.lines[0].unit_factor = factor.into();
        assert_eq!(priced(&request).applied().next().is_some(), holds, "{quantity} x {factor}");
    };
    check("3", 1, false);
    check("4", 1, true);
    check("1", 12, true);
    check("0.3", 12, false);
}

#[test]
fn medusa_15994_a_ladder_stands_beside_a_fixed_price() {
    let fixed = step(Line, Adjust::UnitPrice(dec("9")));
    let steps = vec![fixed, ladder(Line, TierMode::AllUnits, Measure::Quantity, &[("10", "10")])];
    assert_eq!(priced(&request(&[("10", "12")], steps)).net, dec("81"));
}

#[test]
fn magento_12233_variants_count_together() {
    let band = |from: &str, price: &str| Band { from: dec(from), value: dec(price), ..Band::default() };
    let bands = vec![band("1", "6.36"), band("12", "5.88"), band("96", "4.80")];
    let tiers = Tiers { gives: Gives::UnitPrice, bands, ..Tiers::default() };
    let check = |scope, nets_expected: [&str; 2]| {
        let mut request = request(
            &[("11", "7"), ("5", "7")],
            vec![Step { scope, adjust: Adjust::Tiers(tiers.clone()), ..Step::default() }],
        );
        request.lines.iter_mut().for_each(|line| line.group = Some("shirt".into()));
        assert_eq!(nets(&priced(&request)), nets_expected.map(dec), "{scope:?}");
    };
    check(Group, ["64.68", "29.40"]);
    check(Line, ["69.96", "31.80"]);
}

#[test]
fn magento_11415_nothing_ordered_is_nothing_to_pay() {
    let steps = vec![ladder(Line, TierMode::AllUnits, Measure::Quantity, &[("0", "10")]), amount(Line, "1")];
    assert_eq!(priced(&request(&[("0", "5")], steps)).net, dec("0"));
}

// Stacking and order.

#[test]
fn shopware_13674_which_of_exclusivity_and_priority_comes_first_is_said() {
    let exclusive = Step { exclusive: Exclusive::All, priority: 1, ..named("exclusive", percent(Order, "20")) };
    let ordinary = Step { priority: 5, ..named("ordinary", amount(Order, "10")) };
    let mut request = request(&[("1", "100")], vec![ordinary, exclusive]);
    assert_eq!(applied(&priced(&request)), ["exclusive"]);
    request.policy.precedence = Precedence::Priority;
    assert_eq!(applied(&priced(&request)), ["ordinary"]);
    request.steps[1].priority = 9;
    assert_eq!(applied(&priced(&request)), ["exclusive"]);
}

#[test]
fn shopware_12159_an_earlier_reduction_undoes_no_exclusion() {
    let reduction = named("reduction", percent(Line, "50"));
    let exclusive = Step { exclusive: Exclusive::All, ..from_amount("80", named("exclusive", percent(Order, "20"))) };
    let mut request = request(&[("1", "100")], vec![reduction, exclusive]);
    let priced = priced(&request);
    assert_eq!((applied(&priced), priced.net), (vec!["exclusive"], dec("80")));
    request.lines[0].unit_price = dec("79");
    assert_eq!(applied(&price(&request).unwrap()), ["reduction"]);
}

#[test]
fn shopware_3457_the_priority_decides_within_a_group() {
    let of_group = |id: &str, priority| Step {
        exclusive: Exclusive::Group("season".to_owned()),
        priority,
        ..named(id, percent(Line, "10"))
    };
    let steps = vec![of_group("low", 1), of_group("high", 7), named("free", percent(Line, "1"))];
    assert_eq!(applied(&priced(&request(&[("1", "100")], steps))), ["high", "free"]);
}

#[test]
fn shopware_1251_the_order_of_steps_is_the_list_itself() {
    let net = |steps| priced(&request(&[("1", "100")], steps)).net;
    assert_eq!(net(vec![amount(Line, "10"), percent(Line, "25")]), dec("67.50"));
    assert_eq!(net(vec![percent(Line, "25"), amount(Line, "10")]), dec("65"));
}

#[test]
fn magento_2190_a_limited_rule_leaves_earlier_discounts_alone() {
    let limit = Limit { units: Some(dec("1")), ..Limit::default() };
    let limited = Step { limit, ..percent(Line, "10") };
    let priced = priced(&request(&[("4", "10")], vec![percent(Line, "50"), limited]));
    // Half of 40, and then a tenth of one unit of 5.
    assert_eq!((priced.net, priced.waterfall[0].amount), (dec("19.50"), dec("-20")));
}

#[test]
fn broadleaf_975_and_129_a_promotion_applies_once_and_stacks() {
    let get = step(Line, Adjust::BuyGet(BuyGet::free(2.into(), 1.into())));
    let check = |quantity: &str, net: &str| {
        assert_eq!(priced(&request(&[(quantity, "10")], vec![get.clone(), percent(Line, "10")])).net, dec(net));
    };
    check("2", "18");
    check("3", "18");
    check("6", "36");
    check("7", "45");
}

#[test]
fn erpnext_37141_a_document_discount_is_taken_once_beside_charges() {
    let mut request = request(&[("1", "1000")], vec![amount(Order, "100")]);
    request.charges.push(sapa::domain::pricing::Charge { amount: dec("50"), tax_percent: dec("0") });
    let priced = priced(&request);
    assert_eq!((priced.discount, priced.taxed.gross), (dec("100"), dec("950")));
}

#[test]
fn vendure_thresholds_look_at_what_the_policy_says() {
    let half = named("half", percent(Order, "50"));
    let tenth = from_amount("10.00", named("tenth", percent(Order, "10")));
    let mut request = request(&[("3", "5.00")], vec![half, tenth]);
    assert_eq!(applied(&priced(&request)), ["half"]);
    request.policy.thresholds = Thresholds::Original;
    assert_eq!(applied(&priced(&request)), ["half", "tenth"]);
}

#[test]
fn a_rule_about_thousands_of_goods_is_looked_up() {
    let lines: Vec<RequestLine> = (0..2_000)
        .map(|index| RequestLine { id: index.to_string().into(), unit_price: dec("1"), ..RequestLine::default() })
        .collect();
    let goods = Goods { lines: (0..2_000).step_by(2).map(|index| index.to_string()).collect(), ..Goods::default() };
    let steps = vec![Step { goods, ..percent(Line, "50") }];
    assert_eq!(priced(&Request { lines, ..request(&[], steps) }).net, dec("1500"));
}
