//! When a priced quote is paid, and what waiting for it costs.

use proptest::prelude::*;
use rust_decimal::Decimal;
use sapa::domain::money::Rounding;
use sapa::domain::pricing::{Discounting, Priced};
use sapa::domain::product::{Early, PriceList, TaxRules, Term};
use sapa::domain::quote::Payment;
use sapa::domain::terms::{CapitalCost, CashRounding, DayCount, EqualParts, Move, Part, Plan, TaxReduction};
use sapa::domain::{pricing, terms};
use sapa::store::{Command, Store, Supply, quoting};
use sapa::wire::{self, ToWire};

use crate::store::catalogue;
use crate::support::{currency, day, dec, request};
use crate::wire::{json_of, plain};

const TODAY: &str = "2026-03-02";

fn priced(net: &str) -> Priced {
    pricing::price(&request(&[("1", net)], Vec::new())).unwrap()
}

fn equal(count: u32, months: Option<u32>, annual: &str) -> Plan {
    Plan::Equal(EqualParts { count, months, annual_percent: dec(annual) })
}

fn part(part: Part, due: &[Move]) -> terms::Term {
    terms::Term { part, due: due.to_vec() }
}

fn list() -> PriceList {
    PriceList { capital: CapitalCost::yearly(dec("18")), ..PriceList::new(currency(2)) }
}

#[test]
fn a_plan_makes_payments_that_add_up() {
    let check = |net: &str, days, plan: Plan, expected: &[&str], interest: &str| {
        let term = Term { days, plan, ..Term::default() };
        let payment = Payment::of(&priced(net), &term, &list(), day(TODAY)).unwrap();
        let paid: Vec<_> = payment.payments.iter().map(|paid| format!("{} {}", paid.due, paid.amount)).collect();
        assert_eq!(paid, expected, "{term:?}");
        assert_eq!(payment.interest, dec(interest), "{term:?}");
        assert_eq!(payment.total, payment.payments.iter().map(|paid| paid.amount).sum::<Decimal>(), "{term:?}");
    };
    check("100.00", 30, Plan::Once, &["2026-04-01 100.00"], "0");
    check("100.00", 90, equal(3, None, "0"), &["2026-04-01 33.34", "2026-05-01 33.33", "2026-05-31 33.33"], "0");
    check("100.00", 0, equal(2, Some(1), "0"), &["2026-04-02 50.00", "2026-05-02 50.00"], "0");
    // One percent a month: a spreadsheet's PMT gives 102.0066 for 300 over three.
    check(
        "300.00",
        0,
        equal(3, Some(1), "12"),
        &["2026-04-02 102.01", "2026-05-02 102.01", "2026-06-02 102.00"],
        "6.02",
    );
    let deposit = [part(Part::Percent(dec("30")), &[]), part(Part::Rest, &[Move::MonthEnd, Move::Days(30)])];
    check("99.99", 60, Plan::Parts(deposit.to_vec()), &["2026-03-02 30.00", "2026-04-30 69.99"], "0");
    let fixed = [part(Part::Fixed(dec("40")), &[]), part(Part::Rest, &[Move::Days(7), Move::NextDayOfMonth(15)])];
    check("30.00", 20, Plan::Parts(fixed.to_vec()), &["2026-03-02 30.00"], "0");
}

#[test]
fn a_plan_that_cannot_be_kept_is_refused() {
    let check = |days, plan: Plan| assert_eq!(plan.check(days).unwrap_err().code(), "rule.invalid", "{plan:?}");
    check(90, equal(1, None, "0"));
    check(90, equal(61, None, "0"));
    check(2, equal(3, None, "0"));
    check(90, equal(3, Some(0), "0"));
    check(90, equal(3, None, "1001"));
    check(90, Plan::Parts(Vec::new()));
    check(90, Plan::Parts(vec![part(Part::Percent(dec("30")), &[])]));
    check(90, Plan::Parts(vec![part(Part::Fixed(dec("500")), &[])]));
    check(90, Plan::Parts(vec![part(Part::Percent(dec("101")), &[])]));
    check(90, Plan::Parts(vec![part(Part::Rest, &[Move::DayOfMonth(32)])]));
    check(u32::MAX, Plan::Once);
    equal(3, None, "0").check(3).unwrap();
}

#[test]
fn terms_and_capital_travel() {
    let check = |text: &str| {
        let value: serde_json::Value = serde_json::from_str(text).unwrap();
        let term: Term = wire::read(&plain(&value)).unwrap_or_else(|fault| panic!("{text}: {}", fault.text()));
        assert_eq!(json_of(&term.to_wire()), value);
    };
    check(r#"{"id": "a", "days": 30, "percent": "0"}"#);
    check(r#"{"id": "a", "name": "As agreed", "days": 90, "percent": "-1", "instalments": {"count": 3}}"#);
    check(r#"{"id": "a", "days": 0, "percent": "0", "instalments": {"count": 12, "months": 1, "annualPercent": "8"}}"#);
    check(
        r#"{"id": "a", "days": 60, "percent": "0", "schedule": [
            {"percent": "30"}, {"percentOfRest": "50", "due": [{"weeks": 2}, {"weekday": "friday"}]},
            {"amount": "5", "due": [{"months": 1}, {"dayOfMonth": 10}]},
            {"due": ["monthEnd", {"days": 30}, {"nextDayOfMonth": 15}]}]}"#,
    );
}

#[test]
fn a_wrong_term_is_named() {
    let check = |more: &str, expected: &str| {
        let text = format!(r#"{{"id": "a", "days": 30, "percent": "0", {more}}}"#);
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        let fault = wire::read::<Term>(&plain(&value)).unwrap_err().text();
        assert!(fault.starts_with(expected), "{more}: {fault}");
    };
    check(r#""schedule": [{"percent": "30"}]"#, "schedule: ");
    check(r#""schedule": []"#, "schedule: ");
    check(r#""schedule": [{"percent": "30", "amount": "5"}]"#, "schedule[0]: ");
    check(r#""schedule": [{"due": ["tomorrow"]}]"#, "schedule[0].due[0]: ");
    check(r#""schedule": [{"due": [{"weekday": "noday"}]}]"#, "schedule[0].due[0].weekday: ");
    check(r#""instalments": {"count": 1}"#, "instalments: ");
    check(r#""instalments": {"count": 2}, "schedule": [{}]"#, "not a term of either");
}

#[test]
fn waiting_is_reckoned_as_the_list_says() {
    let check = |days, plan: Plan, method, day_count, cost: &str| {
        let list = PriceList { capital: CapitalCost { annual_percent: dec("18"), method, day_count }, ..list() };
        let term = Term { days, plan, ..Term::default() };
        let priced = priced("1000.00");
        let payment = Payment::of(&priced, &term, &list, day("2026-01-31")).unwrap();
        let deferral = payment.deferral(&list, day("2026-01-31")).unwrap();
        let deferred = deferral.of(priced.list, priced.net, Rounding::HalfUp, list.currency).unwrap();
        assert_eq!(deferred.cost, dec(cost), "{method:?} {day_count:?}");
        assert_eq!(deferred.present_value + deferred.cost, priced.net);
    };
    use DayCount::{Actual360, Actual365, ActualActual, ThirtyE360, ThirtyUs360};
    // 60 days at 18 percent: 2.874, 2.684 and 2.959 percent by the three methods.
    check(60, Plan::Once, Discounting::Simple, Actual365, "28.74");
    check(60, Plan::Once, Discounting::Compound, Actual365, "26.84");
    check(60, Plan::Once, Discounting::Bank, Actual365, "29.59");
    check(60, Plan::Once, Discounting::Bank, Actual360, "30.00");
    check(60, Plan::Once, Discounting::Bank, ActualActual, "29.59");
    // From 31 January to 1 April are 61 days of 30-day months.
    check(60, Plan::Once, Discounting::Bank, ThirtyE360, "30.50");
    check(60, Plan::Once, Discounting::Bank, ThirtyUs360, "30.50");
    // A third each after 30, 60 and 90 days is waiting 60 days on the average.
    check(90, equal(3, None, "0"), Discounting::Bank, Actual365, "29.59");
    // Interest of the client's at our own rate: month by month it brings a little more than simple interest takes.
    check(360, equal(12, None, "18"), Discounting::Simple, Actual365, "-4.55");
}

#[test]
fn a_term_in_parts_counts_wherever_the_draft_is_judged() {
    let mut catalogue = catalogue();
    let plan = equal(3, None, "0");
    catalogue.price_list.terms.push(Term { id: "parts".into(), days: 180, plan, ..Term::default() });
    let mut store = Store::default();
    store.apply(Command::Supply(Supply::Ready { catalogue: catalogue.into(), stale: false })).unwrap();
    store.apply(Command::AddLine { product: "1".into(), quantity: dec("10") }).unwrap();
    store.apply(Command::SetTerm(Some("parts".into()))).unwrap();
    let state = store.state();
    let priced = quoting::price(state, day(TODAY)).unwrap();
    let deferred = priced.deferral.clone().unwrap();
    assert_eq!((priced.net, deferred.cost), (dec("180.00"), dec("9.49")));
    assert_eq!(sapa::store::signing::deal(state, &state.draft, &priced).unwrap().deferral, deferred.cost);
    let scenario = sapa::store::scenario::scenarios(state, day(TODAY)).remove(0).unwrap();
    assert_eq!(scenario.worth_today, dec("170.51"));
    let payment = quoting::payment(state, &priced, day(TODAY)).unwrap().unwrap();
    assert_eq!(payment.payments.iter().map(|paid| paid.amount).collect::<Vec<_>>(), vec![dec("60.00"); 3]);
}

#[test]
fn paying_early_is_told_in_the_three_ways_tax_may_go() {
    let check = |tax, due: &str, early: &str, saving: &str| {
        let early_payment = Early { percent: dec("2"), days: 10, tax };
        let term = Term { days: 30, early: Some(early_payment), ..Term::default() };
        let mut request = request(&[("1", "100.00")], Vec::new());
        request.lines[0].tax_percent = dec("21");
        let priced = pricing::price(&request).unwrap();
        let payment = Payment::of(&priced, &term, &list(), day(TODAY)).unwrap();
        assert_eq!((payment.due, payment.payments[0].amount), (dec(due), dec(due)), "{tax:?}");
        let paid = payment.early.unwrap();
        assert_eq!((paid.due, paid.saving, paid.until), (dec(early), dec(saving), day("2026-03-12")), "{tax:?}");
        // 2/10 net 30 in years of 365 days.
        assert_eq!(paid.yearly_percent.round_dp(2), dec("37.24"));
    };
    // Odoo's documentation of cash discounts has these three.
    check(TaxReduction::OnEarly, "121.00", "118.58", "2.42");
    check(TaxReduction::Always, "120.58", "118.58", "2.00");
    check(TaxReduction::Never, "121.00", "119.00", "2.00");
}

#[test]
fn early_payment_travels_and_is_checked() {
    let term = |more: &str| {
        let text = format!(r#"{{"id": "a", "days": 30, "percent": "0", {more}}}"#);
        let value: serde_json::Value = serde_json::from_str(&text).unwrap();
        wire::read::<Term>(&plain(&value)).map(|term| json_of(&term.to_wire()) == value).map_err(|fault| fault.text())
    };
    assert_eq!(term(r#""early": {"percent": "2", "days": 10}"#), Ok(true));
    assert_eq!(term(r#""early": {"percent": "2", "days": 10, "tax": "never"}"#), Ok(true));
    for wrong in [
        r#""early": {"percent": "2", "days": 30}"#,
        r#""early": {"percent": "100", "days": 10}"#,
        r#""early": {"percent": "-1", "days": 10}"#,
        r#""early": {"percent": "2", "days": 10}, "instalments": {"count": 3}"#,
        r#""early": {"percent": "2", "days": 10, "tax": "sometimes"}"#,
    ] {
        assert!(term(wrong).unwrap_err().starts_with("early"), "{wrong}");
    }
}

/// Ten of product 1 at 18.00 and three of product 2, of the class "food", at 19.00, under a list taxed by the rules.
fn taxed(rules: &str) -> Store {
    let mut catalogue = catalogue();
    let rules: serde_json::Value = serde_json::from_str(rules).unwrap();
    catalogue.price_list.tax = Some(wire::read(&plain(&rules)).unwrap_or_else(|fault| panic!("{rules}: {fault}")));
    catalogue.products[1].tax_class = Some("food".into());
    catalogue.products.iter_mut().for_each(|product| product.cost = Some(dec("10")));
    let mut store = Store::default();
    store.apply(Command::Supply(Supply::Ready { catalogue: catalogue.into(), stale: false })).unwrap();
    for (product, quantity) in [("1", "10"), ("2", "3")] {
        store.apply(Command::AddLine { product: product.into(), quantity: dec(quantity) }).unwrap();
    }
    store
}

#[test]
fn tax_is_told_by_rate() {
    let check = |rules: &str, net: &str, rates: &[(&str, &str, &str)], due: &str| {
        let store = taxed(rules);
        let priced = quoting::price(store.state(), day(TODAY)).unwrap();
        let taxes = quoting::taxes(store.state(), &priced).unwrap();
        let told: Vec<_> = taxes.iter().map(|tax| (tax.percent, tax.net, tax.tax)).collect();
        let expected: Vec<_> = rates.iter().map(|(rate, net, tax)| (dec(rate), dec(net), dec(tax))).collect();
        assert_eq!(told, expected, "{rules}");
        assert_eq!(priced.taxed.net, dec(net), "{rules}");
        assert_eq!(quoting::payment(store.state(), &priced, day(TODAY)).unwrap().unwrap().due, dec(due), "{rules}");
        assert_eq!(taxes.iter().map(|tax| tax.tax).sum::<Decimal>(), priced.taxed.tax, "{rules}");
        assert_eq!(taxes.iter().map(|tax| tax.net).sum::<Decimal>(), priced.taxed.net, "{rules}");
    };
    check(r#"{"percent": "0"}"#, "237.00", &[("0", "237.00", "0.00")], "237.00");
    check(r#"{"percent": "19"}"#, "237.00", &[("19", "237.00", "45.03")], "282.03");
    let food = r#""classes": [{"taxClass": "food", "percent": "7"}]"#;
    for rounding in ["line", "rate", "document"] {
        let rules = format!(r#"{{"percent": "19", "rounding": "{rounding}", {food}}}"#);
        check(&rules, "237.00", &[("19", "180.00", "34.20"), ("7", "57.00", "3.99")], "275.19");
    }
    let included = format!(r#"{{"included": true, "percent": "19", {food}}}"#);
    check(&included, "204.53", &[("19", "151.26", "28.74"), ("7", "53.27", "3.73")], "237.00");
}

#[test]
fn prices_with_tax_in_them_are_judged_without() {
    let margin = |rules: &str| {
        let store = taxed(rules);
        let priced = quoting::price(store.state(), day(TODAY)).unwrap();
        sapa::store::signing::deal(store.state(), &store.state().draft, &priced).unwrap()
    };
    let (on_top, included) = (margin(r#"{"percent": "25"}"#), margin(r#"{"included": true, "percent": "25"}"#));
    assert_eq!((on_top.net, included.net), (dec("237.00"), dec("189.60")));
    assert_eq!((on_top.cost, included.cost), (Some(dec("130")), Some(dec("130"))));
    // What is given in percent is the same either way.
    assert_eq!(
        on_top.judge().unwrap().discount_percent.round_dp(2),
        included.judge().unwrap().discount_percent.round_dp(2)
    );
}

#[test]
fn coins_round_what_is_paid_and_nothing_else() {
    let mut priced = priced("99.98");
    let list = PriceList { cash: Some(CashRounding { step: dec("0.05"), rounding: Rounding::HalfUp }), ..list() };
    let paid = |priced: &Priced, term: &Term| Payment::of(priced, term, &list, day(TODAY)).unwrap();
    assert_eq!(paid(&priced, &Term::default()).due, dec("100.00"));
    let parts = Term { days: 90, plan: equal(3, None, "0"), ..Term::default() };
    assert_eq!(paid(&priced, &parts).total, dec("100.00"));
    let early = Early { percent: dec("2"), days: 10, tax: TaxReduction::OnEarly };
    let early = paid(&priced, &Term { days: 30, early: Some(early), ..Term::default() });
    assert_eq!((early.due, early.early.unwrap().due), (dec("100.00"), dec("98.00")));
    priced.taxed.gross = dec("99.97");
    assert_eq!(paid(&priced, &Term::default()).due, dec("99.95"));
}

#[test]
fn parts_are_paid_in_coins() {
    let check = |net: &str, step: &str, plan: Plan, expected: &[&str], interest: &str| {
        let list = PriceList { cash: Some(CashRounding { step: dec(step), rounding: Rounding::HalfUp }), ..list() };
        let term = Term { days: 90, plan, ..Term::default() };
        let payment = Payment::of(&priced(net), &term, &list, day(TODAY)).unwrap();
        let paid: Vec<_> = payment.payments.iter().map(|paid| format!("{} {}", paid.due, paid.amount)).collect();
        assert_eq!(paid, expected, "{net} {step} {term:?}");
        assert_eq!((payment.interest, payment.due + payment.interest), (dec(interest), payment.total), "{term:?}");
        assert_eq!(payment.due - payment.rounding, dec(net));
    };
    let third = |first: &str, second: &str, third: &str| {
        [("2026-04-01", first), ("2026-05-01", second), ("2026-05-31", third)]
            .map(|(day, paid)| format!("{day} {paid}"))
    };
    let thirds = |plan: Plan, net: &str, step: &str, parts: [&str; 3], interest: &str| {
        let expected = third(parts[0], parts[1], parts[2]);
        check(net, step, plan, &expected.each_ref().map(String::as_str), interest);
    };
    thirds(equal(3, None, "0"), "100.00", "0.05", ["33.35", "33.30", "33.35"], "0.00");
    thirds(equal(3, None, "0"), "100.01", "1", ["33", "34", "33"], "0");
    thirds(equal(3, None, "12"), "300.00", "0.05", ["102.00", "101.95", "102.00"], "5.95");
    let deposit = [part(Part::Percent(dec("30")), &[]), part(Part::Rest, &[Move::Days(60)])];
    check("99.99", "0.05", Plan::Parts(deposit.to_vec()), &["2026-03-02 30.00", "2026-05-01 70.00"], "0.00");
    // A part of less than half a coin is none.
    let little = [part(Part::Fixed(dec("0.40")), &[]), part(Part::Rest, &[Move::Days(60)])];
    check("9.00", "1", Plan::Parts(little.to_vec()), &["2026-05-01 9"], "0.00");
}

/// The tax falls with a price reckoned as if it were paid early, and coins round what is left: both are told, each for itself.
#[test]
fn what_coins_do_is_told_apart_from_the_tax() {
    let list = PriceList { cash: Some(CashRounding { step: dec("0.05"), rounding: Rounding::HalfUp }), ..list() };
    let early = Early { percent: dec("2"), days: 10, tax: TaxReduction::Always };
    let mut request = request(&[("1", "100.00")], Vec::new());
    request.lines[0].tax_percent = dec("21");
    let priced = pricing::price(&request).unwrap();
    let term = Term { days: 30, early: Some(early), ..Term::default() };
    let payment = Payment::of(&priced, &term, &list, day(TODAY)).unwrap();
    // 121.00 less the tax on 2.00, which is 0.42: 120.58.
    assert_eq!((priced.taxed.gross, payment.due, payment.rounding), (dec("121.00"), dec("120.60"), dec("0.02")));
}

#[test]
fn paying_early_is_worth_what_the_list_counts() {
    let check = |day_count, delivered: &str, days: (u32, u32), yearly: &str, worth: &str| {
        let capital = CapitalCost { annual_percent: dec("18"), method: Discounting::Simple, day_count };
        let early = Early { percent: dec("2"), days: days.0, tax: TaxReduction::OnEarly };
        let term = Term { days: days.1, early: Some(early), ..Term::default() };
        let payment = Payment::of(&priced("100.00"), &term, &PriceList { capital, ..list() }, day(delivered)).unwrap();
        assert_eq!(payment.early.unwrap().yearly_percent.round_dp(2), dec(yearly), "{day_count:?}");
        let ours = term.trade_credit().unwrap().worth(&capital, day(delivered)).unwrap();
        assert_eq!(ours.round_dp(4), dec(worth), "{day_count:?}");
    };
    use DayCount::{Actual360, Actual365, ActualActual, ThirtyE360};
    // 2/10 net 30 is 37.24 percent in years of 365, and 36.73 in years of 360.
    check(Actual365, TODAY, (10, 30), "37.24", "0.9767");
    check(Actual360, TODAY, (10, 30), "36.73", "0.9901");
    check(ActualActual, "2028-03-02", (10, 30), "37.35", "0.9740");
    // From 12 March to 1 April are 19 days of months of 30.
    check(ThirtyE360, TODAY, (10, 30), "38.67", "0.9411");
    // From 30 to 31 March is none, which is a day all the same.
    check(ThirtyE360, TODAY, (28, 29), "734.69", "0.0500");
}

#[test]
fn wrong_taxes_are_named() {
    let check = |rules: &str, expected: &str| {
        let value: serde_json::Value = serde_json::from_str(rules).unwrap();
        let fault = wire::read::<TaxRules>(&plain(&value)).unwrap_err().text();
        assert!(fault.starts_with(expected), "{rules}: {fault}");
    };
    check("{}", "percent: ");
    check(r#"{"percent": "-1"}"#, "percent: ");
    check(r#"{"percent": "1001"}"#, "percent: ");
    check(r#"{"percent": "19", "rounding": "never"}"#, "rounding: ");
    check(r#"{"percent": "19", "classes": [{"percent": "7"}]}"#, "classes[0].taxClass: ");
    let twice = r#"{"taxClass": "food", "percent": "7"}"#;
    check(&format!(r#"{{"percent": "19", "classes": [{twice}, {twice}]}}"#), "percent: ");
}

#[test]
fn a_typed_term_says_all_of_itself() {
    let check = |days, parts, id: &str| {
        let term = Term::by_hand(days, parts).unwrap();
        assert_eq!((term.id.as_str(), term.typed_parts()), (id, Some(parts)));
        assert_eq!(Term::read_by_hand(id), Some(term));
    };
    check(0, 1, "by-hand-0");
    check(75, 1, "by-hand-75");
    check(730, 60, "by-hand-730x60");
    for (days, parts) in [(731, 1), (30, 0), (30, 61), (2, 3), (0, 2)] {
        assert_eq!(Term::by_hand(days, parts).unwrap_err().code(), "term.invalid", "{days} {parts}");
    }
    for id in [
        "by-hand-",
        "by-hand-075",
        "by-hand-+75",
        "by-hand-75x1",
        "by-hand-75x",
        "by-hand-2x3",
        "by-hand-9999",
        "net30",
    ] {
        assert_eq!(Term::read_by_hand(id), None, "{id}");
    }
    assert_eq!(Term { id: "net30".into(), days: 30, ..Term::default() }.typed_parts(), None);
}

#[test]
fn a_typed_term_goes_wherever_a_draft_goes() {
    let mut store = Store::default();
    store.apply(Command::Supply(Supply::Ready { catalogue: catalogue().into(), stale: false })).unwrap();
    store.apply(Command::ChooseClient(Some("ALFKI".into()))).unwrap();
    store.apply(Command::AddLine { product: "1".into(), quantity: dec("10") }).unwrap();
    let waiting = |store: &Store| quoting::price(store.state(), day(TODAY)).unwrap().deferral.unwrap().cost;
    let usual = waiting(&store);
    store.apply(Command::SetTerm(Some("by-hand-90x3".into()))).unwrap();
    assert!(waiting(&store) > usual, "authority judges the typed term's waiting");
    let shared = sapa::store::sharing::share(store.state(), day(TODAY)).unwrap().to_text().unwrap();
    assert!(shared.contains("~by-hand-90x3~"), "{shared}");
    store.apply(Command::SaveQuote { id: "Q".into(), created: day(TODAY), host: false }).unwrap();
    store.apply(Command::ClearDraft).unwrap();
    store.apply(Command::ReopenQuote("Q".into())).unwrap();
    assert_eq!(quoting::term(store.state()).unwrap().typed_parts(), Some(3));

    store.apply(Command::ClearDraft).unwrap();
    let shared = sapa::domain::share::Shared::parse(&shared).unwrap();
    assert!(sapa::store::sharing::compare(&shared, store.state(), day(TODAY)).unwrap().is_empty());
    store.apply(Command::OpenShared(shared)).unwrap();
    assert_eq!(quoting::term(store.state()).unwrap().days, 90);
    let refused = store.apply(Command::SetTerm(Some("by-hand-2x3".into())));
    assert_eq!(refused.unwrap_err().code(), "record.not_found");
}

proptest! {
    /// Whatever the amount and however it is parted, without interest the payments add up to it, in the order of their days,
    /// no two of them further apart than one smallest unit.
    #[test]
    fn equal_parts_add_up(cents in 1_i64..10_000_000, count in 2_u32..=60, days in 60_u32..700) {
        let amount = Decimal::new(cents, 2);
        let paid = equal(count, None, "0").payments(amount, day(TODAY), days, currency(2)).unwrap();
        prop_assert_eq!(paid.iter().map(|paid| paid.amount).sum::<Decimal>(), amount);
        prop_assert!(paid.is_sorted_by(|sooner, later| sooner.due < later.due));
        prop_assert_eq!(paid.last().unwrap().due, day(TODAY).add_days(days.cast_signed()).unwrap());
        let sizes = paid.iter().map(|paid| paid.amount);
        prop_assert!(sizes.clone().max().unwrap() - sizes.min().unwrap() <= dec("0.01"));
    }

    /// Rounded to coins the payments still come to what is owed in coins, each in whole coins and less than one from what it was.
    #[test]
    fn coins_add_up(
        cents in 1_i64..10_000_000, count in 2_u32..=24, percent in 0_i64..40, step in prop::sample::select(vec![2_i64, 5, 10, 50, 100]),
    ) {
        let coins = CashRounding { step: Decimal::new(step, 2), rounding: Rounding::HalfUp };
        let amount = coins.round(Decimal::new(cents, 2)).unwrap();
        let before = equal(count, Some(1), &percent.to_string()).payments(amount, day(TODAY), 0, currency(2)).unwrap();
        let paid = coins.payments(before.clone()).unwrap();
        let sum = |paid: &[terms::Instalment]| paid.iter().map(|paid| paid.amount).sum::<Decimal>();
        prop_assert_eq!(sum(&paid), coins.round(sum(&before)).unwrap());
        if percent == 0 {
            prop_assert_eq!(sum(&paid), amount);
        }
        for part in &paid {
            prop_assert!((part.amount % coins.step).is_zero() && part.amount > Decimal::ZERO, "{}", part.amount);
        }
        for before in &before {
            let now = paid.iter().find(|paid| paid.due == before.due).map_or(Decimal::ZERO, |paid| paid.amount);
            prop_assert!((now - before.amount).abs() < coins.step, "{} became {now}", before.amount);
        }
    }

    /// With interest nothing is owed at the end, and discounted at the rate of the interest the payments are worth the amount.
    #[test]
    fn interest_pays_for_the_time(cents in 100_000_i64..10_000_000, count in 2_u32..=24, percent in 1_i64..40) {
        let amount = Decimal::new(cents, 2);
        let paid = equal(count, Some(12), &percent.to_string()).payments(amount, day(TODAY), 0, currency(2)).unwrap();
        let growth = Decimal::ONE + Decimal::new(percent, 2);
        let worth = paid.iter().rev().fold(Decimal::ZERO, |later, paid| (later + paid.amount) / growth);
        prop_assert!((worth - amount).abs() < dec("0.01") * Decimal::from(count), "{worth} and {amount}");
    }
}
