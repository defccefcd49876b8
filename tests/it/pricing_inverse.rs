//! What else would have to be ordered.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use rust_decimal::Decimal;
use sapa::domain::error::Code;
use sapa::domain::pricing::{
    Adjust, Along, Band, BuyGet, Floor, Limit, Mark, Measure, Over, Package, Priced, Request, RequestLine, Scope, Step,
    Threshold, TierMode, Tiers, Way, When, cheaper, price, ways_to,
};

use crate::support::{dec, ladder, percent, request, step};

/// The ways, each as its line, what is ordered more, the total then, and the threshold that is told.
fn told(ways: &[Way]) -> Vec<String> {
    let by = |mark: &Mark| format!(" by {} {}", mark.step, mark.from.normalize());
    let told = |way: &Way| {
        let by = way.mark.as_ref().map(by).unwrap_or_default();
        let along = |along: &Along| format!(" and {} +{}", along.line, along.extra.normalize());
        let along = way.along.as_ref().map(along).unwrap_or_default();
        format!("{} +{}{along} = {}{by}", way.line, way.extra.normalize(), way.net)
    };
    ways.iter().map(told).collect()
}

fn check(request: &Request, asked: &str, expected: &[&str]) {
    let found = ways_to(request, dec(asked)).unwrap();
    assert_eq!(told(&found.ways), expected);
    assert!(!found.is_there);
}

#[test]
fn a_lines_own_ladder_is_climbed() {
    let steps = vec![ladder(Scope::Line, TierMode::AllUnits, Measure::Quantity, &[("10", "5"), ("50", "20")])];
    let order = request(&[("8", "100")], steps);
    check(&order, "5", &["0 +2 = 950.00 by Line 10"]);
    check(&order, "5.01", &["0 +42 = 4000.00 by Line 50"]);
    check(&order, "21", &[]);
}

#[test]
fn an_orders_ladder_is_climbed_by_whichever_line_is_cheapest() {
    let steps = vec![ladder(Scope::Order, TierMode::AllUnits, Measure::Amount, &[("1000", "10")])];
    let order = request(&[("1", "300"), ("1", "70")], steps);
    // 370 and 9 times 70 make exactly 1000; the third 300 makes 1270.
    check(&order, "10", &["1 +9 = 900.00 by Order 1000", "0 +3 = 1143.00 by Order 1000"]);
}

#[test]
fn an_amount_is_measured_as_earlier_steps_leave_it() {
    let steps = vec![
        ladder(Scope::Line, TierMode::AllUnits, Measure::Quantity, &[("20", "50")]),
        ladder(Scope::Order, TierMode::AllUnits, Measure::Amount, &[("1500", "10")]),
    ];
    // From 20 units on each leaves 50, so it takes 30 of them and not 15.
    let order = request(&[("14", "100")], steps);
    check(&order, "55", &["0 +16 = 1350.00 by Order 1500"]);
    // Without it 15 are enough.
    let order = Request { steps: order.steps[1..].to_vec(), ..order };
    check(&order, "10", &["0 +1 = 1350.00 by Order 1500"]);
}

#[test]
fn a_line_that_gets_more_lifts_the_whole_and_a_slab_its_own_line() {
    let mut promotion = percent(Scope::Line, "20");
    promotion.goods.lines = vec!["0".into()];
    // 20 percent of 10 x, over 10 x and 100: 15 percent at x = 30.
    check(&request(&[("1", "10"), ("1", "100")], vec![promotion]), "15", &["0 +29 = 340.00"]);
    // 4 for nothing and 2 at half the price are 1 of 6.
    let slabs = vec![ladder(Scope::Line, TierMode::Slab, Measure::Quantity, &[("4", "50")])];
    check(&request(&[("1", "10")], slabs), "16", &["0 +5 = 50.00"]);
}

#[test]
fn conditions_sets_and_packages_are_thresholds_too() {
    let threshold = Threshold { measure: Measure::Quantity, from: Some(dec("12")), ..Threshold::default() };
    let when = When { thresholds: vec![threshold], ..When::default() };
    let order = request(&[("5", "10"), ("4", "20")], vec![Step { when, ..percent(Scope::Order, "5") }]);
    check(&order, "5", &["0 +3 = 152.00 by Order 12", "1 +3 = 180.50 by Order 12"]);
    let three_for_two = step(Scope::Line, Adjust::BuyGet(BuyGet::free(dec("2"), dec("1"))));
    check(&request(&[("4", "10")], vec![three_for_two]), "33", &["0 +2 = 40.00"]);
    let package = Package { size: dec("6"), price: dec("48"), free_units: dec("0") };
    let boxes = step(Scope::Line, Adjust::Package(package));
    check(&request(&[("7", "10")], vec![boxes]), "20", &["0 +5 = 96.00"]);
}

#[test]
fn two_lines_are_raised_where_one_alone_does_not_do_it() {
    let steps = vec![ladder(Scope::Line, TierMode::AllUnits, Measure::Quantity, &[("10", "5")])];
    // Each line climbs for itself, so both must.
    let order = request(&[("8", "100"), ("9", "20")], steps.clone());
    check(&order, "5", &["1 +1 and 0 +2 = 1140.00 by Line 10"]);
    check(&order, "4", &["0 +2 = 1130.00 by Line 10", "1 +151 = 3840.00"]);
    check(&order, "5.01", &[]);
    // Where one line is there, the others are two.
    let three = request(&[("8", "100"), ("9", "20"), ("10", "50")], steps.clone());
    check(&three, "5", &["1 +1 and 0 +2 = 1615.00 by Line 10"]);
    // Three that are not are more than two.
    check(&request(&[("8", "100"), ("9", "20"), ("1", "50")], steps), "5", &[]);
}

#[test]
fn what_is_there_needs_no_way() {
    let order = request(&[("1", "0.99")], vec![percent(Scope::Line, "5")]);
    // 5 percent off 99 cents are rounded to 94, which is 5.05; 4.99 of it would be too.
    for asked in ["0", "5", "-3"] {
        let found = ways_to(&order, dec(asked)).unwrap();
        assert!(found.is_there && found.ways.is_empty(), "{asked}");
    }
    let rounded = request(&[("1", "9.90")], vec![percent(Scope::Line, "5")]);
    assert!(
        ways_to(&rounded, dec("5")).unwrap().is_there,
        "9.405 is rounded to 9.41, and that is no reason to order more"
    );
    let nothing = request(&[], vec![percent(Scope::Line, "5")]);
    let found = ways_to(&nothing, dec("5")).unwrap();
    assert!(!found.is_there && found.ways.is_empty());
}

#[test]
fn more_is_paid_less_for_just_below_a_threshold() {
    let steps = vec![ladder(Scope::Line, TierMode::AllUnits, Measure::Quantity, &[("100", "20")])];
    let found = cheaper(&request(&[("88", "10"), ("1", "5")], steps.clone())).unwrap();
    assert_eq!(found.net, dec("885.00"));
    assert_eq!(told(&found.ways), ["0 +12 = 805.00 by Line 100"]);
    assert_eq!(cheaper(&request(&[("80", "10")], steps)).unwrap().ways, [], "as much is not less");
    let slabs = vec![ladder(Scope::Line, TierMode::Slab, Measure::Quantity, &[("100", "20")])];
    assert_eq!(cheaper(&request(&[("99", "10")], slabs)).unwrap().ways, [], "slabs have no cliff");
}

#[test]
fn a_question_that_cannot_be_answered_is_refused() {
    let order = request(&[("1", "10")], vec![]);
    assert_eq!(ways_to(&order, dec("100.01")).map_err(|error| error.kind()), Err(Code::NumberRange));
    let line = order.lines[0].clone();
    let long = Request { lines: vec![line; 201], ..order };
    assert_eq!(ways_to(&long, dec("1")).map_err(|error| error.kind()), Err(Code::NumberRange));
    let negative = request(&[("-1", "10")], vec![]);
    assert_eq!(cheaper(&negative).map_err(|error| error.kind()), Err(Code::NumberRange));
    let most = request(&[("1000000000000", "1")], vec![percent(Scope::Line, "1")]);
    assert_eq!(ways_to(&most, dec("2")).unwrap().ways, [], "there is no more to order");
}

fn bands() -> impl Strategy<Value = Vec<Band>> {
    vec((1_i64..20, 0_i64..30), 1..4).prop_map(|bands| {
        let (mut from, mut value) = (0, 0);
        bands
            .into_iter()
            .map(|(gap, more)| {
                from += gap;
                value += more;
                Band { from: from.into(), value: value.into(), ..Band::default() }
            })
            .collect()
    })
}

fn any_step() -> impl Strategy<Value = Step> {
    let scope = || prop_oneof![Just(Scope::Line), Just(Scope::Group), Just(Scope::Order)];
    let mode = prop_oneof![3 => Just(TierMode::AllUnits), 1 => Just(TierMode::Slab)];
    let money = any::<bool>();
    let tiers = (mode, money, bands()).prop_map(|(mode, money, mut bands)| {
        if money {
            bands.iter_mut().for_each(|band| band.from *= Decimal::TEN);
        }
        let measure = if money { Measure::Amount } else { Measure::Quantity };
        Step { adjust: Adjust::Tiers(Tiers { mode, measure, bands, ..Tiers::default() }), ..Step::default() }
    });
    let condition = (any::<bool>(), any::<bool>(), 1_i64..30).prop_map(|(line, money, from)| {
        let from = Some(Decimal::from(if money { from * 10 } else { from }));
        let measure = if money { Measure::Amount } else { Measure::Quantity };
        let over = if line { Over::Line } else { Over::Order };
        When { thresholds: vec![Threshold { measure, over, from, ..Threshold::default() }], ..When::default() }
    });
    let whole = (0_i64..25, option::weighted(0.5, condition), option::weighted(0.2, 1_i64..9)).prop_map(
        |(percent, when, units)| Step {
            adjust: Adjust::Percent(percent.into()),
            when: when.unwrap_or_default(),
            limit: Limit { units_per_line: units.map(Decimal::from), ..Limit::default() },
            ..Step::default()
        },
    );
    (prop_oneof![tiers, whole], scope(), any::<bool>()).prop_map(|(mut step, scope, first)| {
        step.scope = if step.limit.units_per_line.is_some() { Scope::Line } else { scope };
        if first && step.scope == Scope::Line {
            step.goods.lines = vec!["0".into()];
        }
        step
    })
}

fn any_order() -> impl Strategy<Value = Request> {
    // Prices of whole tens, so that rounding does not blur where a discount starts.
    let line = (1_i64..25, 1_i64..9, 0_usize..2);
    (vec(line, 1..4), vec(any_step(), 1..4), option::weighted(0.2, 20_i64..60)).prop_map(|(lines, steps, most)| {
        let lines = lines.iter().enumerate().map(|(index, (quantity, price, group))| RequestLine {
            id: index.to_string().into(),
            group: Some(group.to_string().into()),
            quantity: (*quantity).into(),
            unit_price: (price * 10).into(),
            ..RequestLine::default()
        });
        let floor = Floor { max_discount_percent: most.map(Decimal::from), ..Floor::default() };
        Request { lines: lines.collect(), steps, floor, ..request(&[], vec![]) }
    })
}

fn raised(order: &Request, line: usize, extra: Decimal) -> Priced {
    let mut order = order.clone();
    order.lines[line].quantity += extra;
    price(&order).unwrap()
}

/// The lowest total by trying every quantity of every line up to so many more.
fn lowest(order: &Request, more: i64, goal: impl Fn(&Priced) -> bool) -> Option<Decimal> {
    let tries = (0..order.lines.len()).flat_map(|line| (1..=more).map(move |extra| (line, Decimal::from(extra))));
    tries.map(|(line, extra)| raised(order, line, extra)).filter(goal).map(|priced| priced.net).min()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn every_way_leads_there_and_none_is_cheaper(order in any_order(), asked in 1_i64..50) {
        let asked = Decimal::from(asked);
        let found = ways_to(&order, asked).unwrap();
        let slack = Decimal::new(5, 3) * Decimal::from(order.lines.len());
        let goal = |priced: &Priced| priced.net <= priced.list * (Decimal::ONE_HUNDRED - asked) / Decimal::ONE_HUNDRED + slack;
        prop_assert_eq!(found.is_there, goal(&price(&order).unwrap()));
        for way in &found.ways {
            let place = |id| order.lines.iter().position(|line| line.id == id).unwrap();
            let line = place(way.line.clone());
            let mut order = order.clone();
            if let Some(along) = &way.along {
                let other = place(along.line.clone());
                prop_assert!(other != line && along.extra >= Decimal::ONE && way.extra >= Decimal::ONE);
                order.lines[other].quantity += along.extra;
                prop_assert_eq!(order.lines[other].quantity, along.quantity);
            }
            let then = raised(&order, line, way.extra);
            prop_assert!(goal(&then), "{:?}", way);
            prop_assert_eq!((then.net, then.percent), (way.net, way.percent));
            prop_assert_eq!(way.quantity, order.lines[line].quantity + way.extra);
        }
        prop_assert!(found.ways.is_sorted_by(|a, b| a.net <= b.net));
        prop_assert!(found.ways.iter().all(|way| way.along.is_some() == found.ways[0].along.is_some()));
        let lowest = lowest(&order, 60, goal).filter(|_| !found.is_there);
        prop_assert!(lowest.is_none_or(|lowest| found.ways.first().is_some_and(|way| way.net <= lowest)));
    }

    /// Of two lines with ladders of their own no pair of quantities comes cheaper than what is found, and none is missed.
    #[test]
    fn two_together_are_found(first in (1_i64..12, 1_i64..9), second in (1_i64..12, 1_i64..9), bands in bands(), asked in 1_i64..40) {
        let steps = vec![Step {
            scope: Scope::Line, adjust: Adjust::Tiers(Tiers { bands, ..Tiers::default() }), ..Step::default()
        }];
        let line = |(quantity, price): (i64, i64)| (quantity.to_string(), (price * 10).to_string());
        let lines = [line(first), line(second)];
        let order = request(&lines.each_ref().map(|(quantity, price)| (&**quantity, &**price)), steps);
        let asked = Decimal::from(asked);
        let goal = |priced: &Priced| priced.net <= priced.list * (Decimal::ONE_HUNDRED - asked) / Decimal::ONE_HUNDRED + dec("0.01");
        let found = ways_to(&order, asked).unwrap();
        if !found.is_there && found.ways.first().is_none_or(|way| way.along.is_some()) {
            let mut lowest: Option<Decimal> = None;
            for more in 1..60 {
                let mut order = order.clone();
                order.lines[0].quantity += Decimal::from(more);
                for extra in 1..60 {
                    let then = raised(&order, 1, Decimal::from(extra));
                    lowest = Some(then.net).filter(|_| goal(&then)).into_iter().chain(lowest).min();
                }
            }
            prop_assert!(lowest.is_none_or(|lowest| found.ways.first().is_some_and(|way| way.net <= lowest)), "{lowest:?}");
        }
    }

    #[test]
    fn every_cheaper_order_is_and_none_is_more_so(order in any_order()) {
        let found = cheaper(&order).unwrap();
        for way in &found.ways {
            let line = order.lines.iter().position(|line| line.id == way.line).unwrap();
            prop_assert_eq!(raised(&order, line, way.extra).net, way.net);
            prop_assert!(way.net < found.net);
        }
        let lowest = lowest(&order, 60, |priced| priced.net < found.net);
        prop_assert!(lowest.is_none_or(|lowest| found.ways.first().is_some_and(|way| way.net <= lowest)));
    }
}
