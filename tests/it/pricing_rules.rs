//! Conditions, limits, floors, exclusions, free goods and price lists, one table for each.

use rust_decimal::Decimal;
use sapa::domain::date::Date;
use sapa::domain::money::Currency;
use sapa::domain::pricing::{
    Adjust, Band, BookEntry, BookList, BookUnit, Breach, BuyGet, Charge, Combine, Exclusive, Floor, Formula, FreeGoods,
    FreeSlab, Gives, Goods, Grant, Joins, Limit, ListBase, Measure, Model, Over, Package, Per, Pick, PriceBook,
    PriceQuery, Priced, Reduced, Request, RequestLine, RoundAt, Rule, RuleSet, Scope, Step, Subject, TaxRounding,
    Threshold, Tie, TierMode, Tiers, Trait, Unmet, When, price,
};

use crate::support::{amount, currency, day, dec, percent, request, step};

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
            (line.item, line.group) = (Some(item.to_owned()), Some(group.to_owned()));
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
            (line.item, line.weight) = (Some(item.to_owned()), dec("1.2"));
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
    check("an amount that is not reached", &limited(most("5.50"), percent(Order, "10")), &["9", "40.50"]);
}

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

#[test]
fn rules_compete_by_model() {
    let rule = |id: &str, matches: &[(Trait, &str)], percent: &str| Rule {
        id: id.into(),
        matches: matches.iter().map(|(of, name)| (*of, (*name).to_owned())).collect(),
        grant: Grant::Percent(dec(percent)),
        ..Rule::default()
    };
    let subject = Subject {
        item: Some("a"),
        group: Some("g"),
        client: Some("c"),
        client_group: Some("cg"),
        ..Subject::default()
    };
    let chosen = |model, rules: Vec<Rule>| {
        RuleSet { model, rules }
            .choose(&subject)
            .map(|choice| choice.ids().join(" "))
            .map_err(|error| error.detail().to_owned())
    };
    let close = |rules| chosen(Model::MostSpecific, rules).unwrap();
    let (item, group) = ([(Trait::Item, "a")], [(Trait::Group, "g")]);
    let client = [(Trait::Item, "a"), (Trait::Client, "c")];
    let theirs = [(Trait::Item, "a"), (Trait::ClientGroup, "cg")];
    assert_eq!(close(vec![rule("any", &[], "1"), rule("group", &group, "2"), rule("item", &item, "3")]), "item");
    assert_eq!(
        close(vec![rule("item", &item, "3"), rule("theirs", &theirs, "4"), rule("client", &client, "5")]),
        "client"
    );
    assert_eq!(close(vec![rule("other", &[(Trait::Item, "b")], "9")]), "");
    let ranked = |priority, rule: Rule| Rule { priority: Some(priority), ..rule };
    assert_eq!(close(vec![rule("item", &item, "3"), ranked(1, rule("group", &group, "2"))]), "group");
    let stacks = |rule: Rule| Rule { joins: Joins::Stacks, ..rule };
    let stack = vec![ranked(1, stacks(rule("low", &item, "3"))), ranked(2, stacks(rule("high", &group, "2")))];
    assert_eq!(close(stack), "high low");
    let twins = vec![rule("one", &item, "3"), rule("two", &item, "3")];
    assert_eq!(chosen(Model::MostSpecific, twins), Err("one, two".to_owned()));

    let excludes = |rule: Rule| Rule { joins: Joins::Excludes, ..rule };
    let three =
        || vec![ranked(1, rule("c", &[], "15")), ranked(9, rule("a", &[], "10")), ranked(9, rule("b", &[], "20"))];
    assert_eq!(chosen(Model::BestWithinPriority, three()).unwrap(), "b c");
    assert_eq!(chosen(Model::CompoundWithinPriority, three()).unwrap(), "b");
    assert_eq!(chosen(Model::CompoundWithinPriority, three().into_iter().map(stacks).collect()).unwrap(), "a b");
    let mut one = three();
    one[2] = excludes(ranked(9, rule("b", &[], "1")));
    assert_eq!(chosen(Model::BestWithinPriority, one.clone()).unwrap(), "b");
    assert_eq!(chosen(Model::ExclusiveFirst, one).unwrap(), "b");
    assert_eq!(chosen(Model::ExclusiveFirst, three()).unwrap(), "a b c");
}

#[test]
fn price_lists_are_chosen_and_built_on_one_another() {
    let (euro, dollar) = (Currency::new("EUR", 2).unwrap(), Currency::new("USD", 2).unwrap());
    let entry = |item: &str, unit: &str, price: &str| BookEntry {
        item: item.into(),
        unit: unit.into(),
        price: dec(price),
        ..BookEntry::default()
    };
    let summer = |mut entry: BookEntry| {
        (entry.valid_from, entry.valid_to) = (Some(day("2026-06-01")), Some(day("2026-08-31")));
        entry
    };
    let base = |list: &str, formula| Some(ListBase { list: list.into(), formula });
    let minus = |percent: &str| Formula { discount_percent: dec(percent), ..Formula::default() };
    let rate = Formula { exchange_rate: dec("1.1"), digits: Some(2), ..Formula::default() };
    let retail = BookList {
        entries: vec![entry("tea", "bag", "2"), summer(entry("ice", "cup", "3")), entry("oil", "can", "7")],
        ..BookList::new("retail", euro)
    };
    let wholesale = BookList {
        client_groups: vec!["wholesale".into()],
        entries: vec![entry("oil", "can", "5")],
        base: base("retail", minus("10")),
        ..BookList::new("wholesale", euro)
    };
    let export = BookList { base: base("wholesale", rate), ..BookList::new("export", dollar) };
    let unit =
        |item: &str, unit: &str, factor: &str| BookUnit { item: item.into(), unit: unit.into(), factor: dec(factor) };
    let units = vec![unit("tea", "box", "20"), unit("tea", "half box", "10")];
    let book = PriceBook::new(vec![wholesale, retail.clone(), export], units).unwrap();

    let look = |currency, group: Option<&str>, on: Option<&str>, item: &str, unit: &str| {
        let query = PriceQuery { client_group: group, currency, day: on.map(day), item, unit };
        book.price(&query).unwrap().map(|found| (found.list.to_owned(), found.price.normalize()))
    };
    let found = |list: &str, price: &str| Some((list.to_owned(), dec(price)));
    assert_eq!(look(euro, None, None, "tea", "bag"), found("retail", "2"));
    assert_eq!(look(euro, Some("wholesale"), None, "tea", "bag"), found("wholesale", "1.8"));
    assert_eq!(look(euro, Some("wholesale"), None, "oil", "can"), found("wholesale", "5"));
    assert_eq!(look(euro, Some("staff"), None, "oil", "can"), found("retail", "7"));
    assert_eq!(look(dollar, None, None, "tea", "half box"), found("export", "19.8"));
    assert_eq!(look(euro, None, None, "oil", "drum"), None);
    assert_eq!(look(euro, None, None, "salt", "bag"), None);
    assert_eq!(look(euro, None, Some("2026-06-01"), "ice", "cup"), found("retail", "3"));
    assert_eq!(look(euro, None, Some("2026-09-01"), "ice", "cup"), None);
    assert_eq!(look(Currency::new("JPY", 0).unwrap(), None, None, "tea", "bag"), None);

    let wrong = |lists: Vec<BookList>, units: Vec<BookUnit>| {
        let error = PriceBook::new(lists, units).unwrap_err();
        (error.code(), error.detail().to_owned())
    };
    let on = |id: &str, list: &str| BookList { base: base(list, minus("1")), ..BookList::new(id, euro) };
    let circle = vec![on("d", "a"), on("a", "b"), on("b", "c"), on("c", "a")];
    assert_eq!(wrong(circle, vec![]), ("rule.invalid", "a > b > c > a".to_owned()));
    assert_eq!(wrong(vec![on("a", "a")], vec![]), ("rule.invalid", "a > a".to_owned()));
    assert_eq!(wrong(vec![on("a", "b")], vec![]), ("record.not_found", "b".to_owned()));
    assert_eq!(wrong(vec![retail.clone(), retail.clone()], vec![]), ("rule.invalid", "retail".to_owned()));
    let twice =
        BookList { entries: vec![entry("tea", "bag", "2"), summer(entry("tea", "bag", "1"))], ..retail.clone() };
    assert_eq!(wrong(vec![twice], vec![]), ("rule.invalid", "retail: tea".to_owned()));
    let negative = BookList { entries: vec![entry("tea", "bag", "-1")], ..retail };
    assert_eq!(wrong(vec![negative], vec![]), ("number.range", "tea".to_owned()));
    assert_eq!(wrong(vec![], vec![unit("tea", "box", "0")]), ("number.range", "tea".to_owned()));
}

#[test]
fn formulas_are_held_between_margins() {
    let check = |formula: Formula, base: &str, expected: &str| {
        assert_eq!(formula.price(dec(base)).unwrap(), dec(expected), "{formula:?}");
    };
    let formula = Formula { discount_percent: dec("50"), ..Formula::default() };
    check(Formula { min_margin: Some(dec("-20")), ..formula }, "100", "80");
    check(Formula { max_margin: Some(dec("-60")), ..formula }, "100", "40");
    check(Formula { unit_factor: dec("12"), exchange_rate: dec("2"), ..formula }, "1", "12");
    let code = |formula: Formula| formula.price(dec("100")).unwrap_err().code();
    assert_eq!(code(Formula { surcharge: dec("-51"), ..formula }), "rule.invalid");
    assert_eq!(code(Formula { min_margin: Some(dec("2")), max_margin: Some(dec("1")), ..formula }), "rule.invalid");
    assert_eq!(code(Formula { round_to: Some(dec("0")), ..formula }), "number.range");
    assert_eq!(code(Formula { exchange_rate: dec("0"), ..formula }), "number.range");
    assert_eq!(code(Formula { exchange_rate: Decimal::MAX, ..formula }), "number.overflow");
}

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
    assert_eq!(line(RequestLine { unit_factor: dec("0"), ..RequestLine::default() }), absurd);
    assert_eq!(line(RequestLine { weight: dec("-1"), ..RequestLine::default() }), absurd);
    assert_eq!(line(RequestLine { tax_percent: dec("-1"), ..RequestLine::default() }), absurd);
    assert_eq!(line(RequestLine { min_price: Some(dec("-1")), ..RequestLine::default() }), absurd);
    let margin = Floor { min_margin_percent: Some(dec("100")), ..Floor::default() };
    assert_eq!(refused(&Request { floor: margin, ..request(&[], vec![]) }).0, "rule.invalid");
    let charges = vec![Charge { amount: dec("-1"), tax_percent: dec("0") }];
    assert_eq!(refused(&Request { charges, ..request(&[], vec![]) }).0, "number.range");

    let mut huge = request(&[("1", "79228162514264337593543950335")], vec![]);
    huge.currency = currency(0);
    huge.lines[0].tax_percent = dec("20");
    assert_eq!(refused(&huge).0, "number.overflow");
    let later = |text: &str| Date::parse(text).unwrap();
    assert!(later("2026-02-02") > later("2026-02-01"));
}
