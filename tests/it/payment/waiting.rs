use sapa::domain::money::Rounding;
use sapa::domain::pricing::{self, Discounting};
use sapa::domain::product::{Early, PriceList, Term};
use sapa::domain::quote::Payment;
use sapa::domain::terms::{CapitalCost, DayCount, Plan, TaxReduction};
use sapa::wire::{self, ToWire};

use super::{TODAY, equal, list, priced};
use crate::support::{day, dec, request};
use crate::wire::{json_of, plain};

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
