//! What ends a rule: limits, floors, other rules.

use sapa::domain::pricing::{Breach, Exclusive, Floor, Limit, Pick, Reduced, Request, Scope, Step, Tie, Unmet};

use super::{check, refused};
use crate::support::{amount, dec, percent, request};

use Scope::{Line, Order};

#[test]
fn floors_hold_and_pass_the_rest_on() {
    let lines = |steps| {
        let mut request = request(&[("1", "50"), ("1", "20")], steps);
        request.lines[0].min_price = Some(dec("45"));
        request
    };
    let priced = check("the rest goes to the other line", &lines(vec![percent(Order, "20")]), &["45", "11"]);
    assert_eq!(priced.waterfall[0].unplaced, dec("0"));
    let priced = check("the rest has no place", &lines(vec![amount(Order, "30")]), &["45", "0"]);
    assert_eq!((priced.waterfall[0].amount, priced.waterfall[0].unplaced), (dec("-25"), dec("5")));
    let priced = check("a line step stops", &lines(vec![percent(Line, "20")]), &["45", "16"]);
    assert_eq!(priced.waterfall[0].unplaced, dec("5"));
    let priced = check("more than all", &lines(vec![amount(Order, "100")]), &["45", "0"]);
    assert_eq!(priced.waterfall[0].unplaced, dec("75"));

    let floor = |floor: Floor| {
        let mut request = request(&[("2", "50")], vec![percent(Line, "60")]);
        request.lines[0].cost = Some(dec("30"));
        Request { floor, ..request }
    };
    let some = |number| Some(dec(number));
    check("a margin", &floor(Floor { min_margin_percent: some("25"), ..Floor::default() }), &["80"]);
    check("a mark-up", &floor(Floor { min_markup_percent: some("5"), ..Floor::default() }), &["63"]);
    check("a discount", &floor(Floor { max_discount_percent: some("12.5"), ..Floor::default() }), &["87.50"]);
    let all = Floor {
        min_margin_percent: some("25"),
        min_markup_percent: some("5"),
        max_discount_percent: some("30"),
        ..Floor::default()
    };
    check("the highest of them", &floor(all), &["80"]);
    let above_list = floor(Floor { min_margin_percent: some("70"), ..Floor::default() });
    check("a list price below it is not reduced", &above_list, &["100"]);
    check(
        "a floor of part of a cent is the next cent",
        &floor(Floor { min_markup_percent: some("0.001"), ..Floor::default() }),
        &["60.01"],
    );

    let mut refuse = lines(vec![percent(Line, "5"), percent(Order, "20")]);
    refuse.steps[1].id = "summer".into();
    refuse.floor.breach = Breach::Refuse;
    assert_eq!(refused(&refuse), ("rule.invalid", "summer".to_owned()));
    refuse.steps[1] = Step { id: "winter".into(), ..percent(Line, "20") };
    assert_eq!(refused(&refuse), ("rule.invalid", "winter".to_owned()));
    refuse.steps.truncate(1);
    check("what stays above is not refused", &refuse, &["47.50", "19"]);
}

#[test]
fn exclusive_rules_exclude() {
    let exclusive = |id: &str, step: Step| Step { id: id.into(), exclusive: Exclusive::All, ..step };
    let tied = |tie| {
        let mut request = request(
            &[("1", "40"), ("1", "60")],
            vec![exclusive("four", amount(Order, "4")), exclusive("tenth", percent(Order, "10")), percent(Line, "1")],
        );
        request.policy.tie = tie;
        request
    };
    let priced = check("the first", &tied(Tie::First), &["38.40", "57.60"]);
    assert_eq!(priced.waterfall[1].unmet, Some(Unmet::Excluded { by: "four".into() }));
    assert_eq!(priced.waterfall[2].unmet, Some(Unmet::Excluded { by: "four".into() }));
    check("the larger", &tied(Tie::LargestDiscount), &["36", "54"]);
    assert_eq!(refused(&tied(Tie::Refuse)), ("rule.invalid", "four, tenth".to_owned()));
    // Whichever does not hold excludes nothing.
    let mut unmet = tied(Tie::First);
    unmet.steps[0].when.client_groups = vec!["others".into()];
    let priced = check("one that does not hold", &unmet, &["36", "54"]);
    assert_eq!(priced.waterfall[0].unmet, Some(Unmet::Client));
}

#[test]
fn limits_end_a_rule() {
    let limited = |limit: Limit, rule: Step| {
        request(&[("2", "10"), ("3", "30")], vec![percent(Line, "50"), Step { limit, ..rule }])
    };
    let units = |units: &str, pick| Limit { units: Some(dec(units)), pick, ..Limit::default() };
    check("dearest first", &limited(units("4", Pick::Dearest), percent(Line, "10")), &["9.50", "40.50"]);
    check("cheapest first", &limited(units("4", Pick::Cheapest), percent(Line, "10")), &["9", "42"]);
    let by_line = Limit { units_per_line: Some(dec("1")), ..Limit::default() };
    check("each line", &limited(by_line, percent(Line, "10")), &["9.50", "43.50"]);
    // The unit that was reduced first: 10 less the 10 that came off both, and 30 less 45.
    let same = Limit { reduced: Reduced::Same, ..by_line };
    check("the same units", &limited(same, percent(Line, "10")), &["10", "45"]);
    check("no more than the unit costs", &limited(by_line, amount(Line, "12")), &["5", "33"]);
    let most = |most: &str| Limit { amount: Some(dec(most)), ..Limit::default() };
    check("an amount", &limited(most("2.20"), percent(Line, "10")), &["9.60", "43.20"]);
    check("an amount off the order", &limited(most("1.10"), percent(Order, "10")), &["9.80", "44.10"]);
    let small = Step { limit: most("0.10"), ..percent(Order, "50") };
    check("an amount off less than one", &request(&[("1", "0.50")], vec![small]), &["0.40"]);
    check("an amount that is not reached", &limited(most("5.50"), percent(Order, "10")), &["9", "40.50"]);
}
