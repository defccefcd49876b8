use proptest::prelude::*;
use rust_decimal::Decimal;
use sapa::domain::product::Term;
use sapa::domain::quote::Payment;
use sapa::domain::terms::{Move, Part, Plan};
use sapa::store::{Command, Store, Supply, quoting};
use sapa::wire::{self, ToWire};

use super::{TODAY, equal, list, part, priced};
use crate::store::catalogue;
use crate::support::{currency, day, dec};
use crate::wire::{json_of, plain};

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
