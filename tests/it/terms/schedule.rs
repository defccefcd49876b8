use rust_decimal::Decimal;
use sapa::domain::money::Rounding;
use sapa::domain::pricing::Discounting;
use sapa::domain::terms::{
    Annualised, Bill, CapitalCost, CashRounding, DayCount, EarlyPayment, Instalment, Schedule, TaxReduction,
    TaxRounding, Taxed, TradeCredit,
};

use super::{METHODS, capital, near, refused};
use crate::support::{currency, day, dec};

fn paid(payments: &[(i32, &str)]) -> Vec<Instalment> {
    let due = |days: &i32| day("2026-03-01").add_days(*days).unwrap();
    payments.iter().map(|(days, amount)| Instalment { due: due(days), amount: dec(amount) }).collect()
}

/// The discount that waiting comes to, to six digits.
fn waiting(payments: &[(i32, &str)], cost: &CapitalCost) -> Decimal {
    let payments = paid(payments);
    Schedule::new(day("2026-03-01"), &payments).unwrap().break_even_discount(cost).unwrap().round_dp(6)
}

#[test]
fn values_what_comes_later() {
    // Sixty days at 18 percent by each method.
    for (method, expected) in METHODS.into_iter().zip(["2.684105", "2.873869", "2.958904"]) {
        assert_eq!(waiting(&[(60, "1000")], &capital("18", method)), dec(expected), "{method:?}");
        assert_eq!(waiting(&[(0, "1000")], &capital("18", method)), dec("0"), "{method:?}");
        assert_eq!(waiting(&[(60, "1000")], &capital("0", method)), dec("0"), "{method:?}");
        // Paid before: worth more.
        assert!(waiting(&[(-60, "1000")], &capital("18", method)) < dec("-2.7"), "{method:?}");
    }
    let simple = capital("36.5", Discounting::Simple);
    // Half at once and half after 100 days at a tenth of a percent a day.
    assert_eq!(waiting(&[(0, "500"), (100, "550")], &simple), dec("4.761905"));
    let (payments, delivered) = (paid(&[(100, "1100")]), day("2026-03-01"));
    let schedule = Schedule::new(delivered, &payments).unwrap();
    assert_eq!(schedule.total(), dec("1100"));
    assert_eq!(schedule.present_value(&simple).unwrap().round_dp(20), dec("1000"));
    assert_eq!(schedule.fair_surcharge(&simple).unwrap().round_dp(20), dec("10"));
    assert_eq!(schedule.effective_discount(dec("12"), &simple).unwrap().round_dp(20), dec("20"));
}

#[test]
fn says_what_waiting_costs_the_client() {
    let annual = |payments: &[(i32, &str)], cash: &str| {
        let payments = paid(payments);
        Schedule::new(day("2026-03-01"), &payments).unwrap().annual_cost(dec(cash), DayCount::Actual365)
    };
    assert!(near(annual(&[(365, "110")], "100").unwrap(), dec("0.1"), 18));
    assert!(near(annual(&[(365, "60"), (730, "60")], "100").unwrap(), dec("0.1306623862918"), 13));
    assert!(near(annual(&[(365, "90")], "100").unwrap(), dec("-0.1"), 18));
    assert_eq!(annual(&[(365, "100")], "100").unwrap(), dec("0"));
    // Thirty years are no trouble.
    assert!(near(annual(&[(10_950, "1000")], "100").unwrap(), dec("0.0797751623"), 9));
    for (payments, cash) in [
        (&[(-1, "50"), (365, "60")][..], "100"),
        (&[(0, "100")], "100"),
        (&[(0, "100"), (30, "1")], "100"),
        (&[(30, "100")], "0"),
        (&[(1, "100")], "1"),
        (&[(365, "1")], "100"),
    ] {
        assert_eq!(refused(annual(payments, cash)), "number.range", "{payments:?} {cash}");
    }
}

#[test]
fn refuses_schedules_and_rates_out_of_range() {
    let schedule =
        |payments: &[(i32, &str)]| Schedule::new(day("2026-03-01"), &paid(payments)).map(|found| found.total());
    assert_eq!(refused(schedule(&[])), "number.range");
    assert_eq!(refused(schedule(&[(0, "0")])), "number.range");
    assert_eq!(refused(schedule(&[(0, "100"), (30, "-1")])), "number.range");
    let largest = Decimal::MAX.to_string();
    assert_eq!(refused(schedule(&[(0, &largest), (30, &largest)])), "number.overflow");

    for percent in ["-0.01", "1000.01", "-100"] {
        assert_eq!(refused(capital(percent, Discounting::Compound).over(dec("1"))), "number.range", "{percent}");
    }
    assert_eq!(refused(capital("100", Discounting::Bank).over(dec("1"))), "number.range");
    assert_eq!(refused(capital("100", Discounting::Bank).over(dec("-1"))), "number.range");
    assert_eq!(capital("1000", Discounting::Compound).over(dec("1000")).unwrap(), dec("0"));
    let payments = paid(&[(30, "100")]);
    let schedule = Schedule::new(day("2026-03-01"), &payments).unwrap();
    let cost = capital("18", Discounting::Simple);
    assert_eq!(refused(schedule.effective_discount(dec("100.01"), &cost)), "number.range");
    assert_eq!(schedule.effective_discount(dec("100"), &cost).unwrap(), dec("100"));
}

#[test]
fn annualises_trade_credit() {
    let offer = |percent: &str, discount_days, net_days| TradeCredit {
        discount_percent: dec(percent),
        discount_days,
        net_days,
    };
    let cost = |annualised| offer("2", 10, 30).cost(annualised).unwrap().round_dp(4);
    assert_eq!(cost(Annualised::Simple { year_days: 360 }), dec("0.3673"));
    assert_eq!(cost(Annualised::Simple { year_days: 365 }), dec("0.3724"));
    assert_eq!(cost(Annualised::Compound { year_days: 365 }), dec("0.4459"));
    assert_eq!(cost(Annualised::Period), dec("0.0204"));
    assert_eq!(offer("0", 10, 30).cost(Annualised::Compound { year_days: 365 }).unwrap(), dec("0"));
    for wrong in [offer("2", 30, 30), offer("2", 31, 30), offer("100", 10, 30), offer("-1", 10, 30)] {
        assert_eq!(refused(wrong.cost(Annualised::Period)), "number.range", "{wrong:?}");
    }
    assert_eq!(refused(offer("2", 10, 30).cost(Annualised::Simple { year_days: 0 })), "number.range");
    assert_eq!(refused(offer("2", 10, u32::MAX).due(day("2026-03-01"))), "date.invalid");
    assert_eq!(refused(offer("2", 30, 10).due(day("2026-03-01"))), "number.range");

    // The largest discount worth giving is the one whose cost to the client is the cost of capital.
    let largest = offer("2", 10, 30).largest_discount(&capital("18", Discounting::Simple), 365).unwrap();
    let same = TradeCredit { discount_percent: largest, ..offer("0", 10, 30) };
    assert!(near(same.cost(Annualised::Simple { year_days: 365 }).unwrap(), dec("0.18"), 18), "{largest}");
    assert_eq!(largest.round_dp(4), dec("0.9767"));
}

fn bill(lines: &[Taxed]) -> Bill<'_> {
    Bill {
        lines,
        fixed_tax: dec("0"),
        tax_rounding: TaxRounding::Line,
        currency: currency(2),
        rounding: Rounding::HalfUp,
        cash: None,
    }
}

fn taxed(net: &str, tax: &str) -> Taxed {
    Taxed { net: dec(net), tax_percent: dec(tax) }
}

#[test]
fn settles_early_and_late() {
    // Two lines at different rates and a levy; early, late and tax by each mode.
    let lines = [taxed("100", "21"), taxed("50", "10")];
    let bill = Bill { fixed_tax: dec("0.50"), ..bill(&lines) };
    for (tax, expected) in [
        (TaxReduction::OnEarly, ["158.85", "176.50", "26.50"]),
        (TaxReduction::Always, ["158.90", "173.90", "23.90"]),
        (TaxReduction::Never, ["161.50", "176.50", "26.50"]),
    ] {
        let settled = EarlyPayment { discount_percent: dec("10"), tax }.settle(&bill).unwrap();
        assert_eq!([settled.early, settled.late, settled.tax], expected.map(dec), "{tax:?}");
        assert_eq!((settled.net, settled.discount), (dec("150"), settled.late - settled.early));
    }
}

#[test]
fn rounds_tax_where_it_is_told() {
    let lines = [taxed("0.33", "10"), taxed("0.33", "10"), taxed("0.33", "10")];
    let settle = |tax_rounding| {
        let offer = EarlyPayment { discount_percent: dec("0"), tax: TaxReduction::OnEarly };
        offer.settle(&Bill { tax_rounding, ..bill(&lines) }).unwrap().tax
    };
    assert_eq!(settle(TaxRounding::Line), dec("0.09"));
    assert_eq!(settle(TaxRounding::Document), dec("0.10"));
}

#[test]
fn rounds_to_coins() {
    for (units, amount, expected) in [
        (5, "13.32", "13.30"),
        (5, "13.33", "13.35"),
        (5, "-13.33", "-13.35"),
        (10, "0.05", "0.10"),
        (10, "0.04", "0"),
        (50, "7.75", "8.00"),
        (50, "7.74", "7.50"),
        (100, "7.50", "8"),
    ] {
        let coins = CashRounding::units(units, currency(2)).unwrap();
        assert_eq!(coins.round(dec(amount)).unwrap(), dec(expected), "{units} {amount}");
    }
    let up = CashRounding { step: dec("0.05"), rounding: Rounding::Up };
    assert_eq!(up.round(dec("13.31")).unwrap(), dec("13.35"));
    assert_eq!(CashRounding::units(500, currency(0)).unwrap().round(dec("1249")).unwrap(), dec("1000"));
    assert_eq!(refused(CashRounding::units(0, currency(2))), "rule.invalid");
    assert_eq!(refused(CashRounding { step: dec("-0.05"), ..up }.round(dec("1"))), "rule.invalid");
    assert_eq!(refused(up.round(Decimal::MAX)), "number.overflow");
}

#[test]
fn refuses_offers_out_of_range() {
    let offer = |percent: &str| EarlyPayment { discount_percent: dec(percent), tax: TaxReduction::OnEarly };
    let lines = [taxed("100", "21")];
    for percent in ["-1", "100.01"] {
        assert_eq!(refused(offer(percent).settle(&bill(&lines))), "rule.invalid");
        assert_eq!(refused(offer(percent).of(dec("1"), currency(2), Rounding::HalfUp)), "rule.invalid");
    }
    assert_eq!(refused(offer("2").settle(&bill(&[taxed("100", "-1")]))), "rule.invalid");
    let largest = Taxed { net: Decimal::MAX, tax_percent: dec("0") };
    assert_eq!(refused(offer("2").settle(&bill(&[largest, largest]))), "number.overflow");
    assert_eq!(offer("100").settle(&bill(&lines)).unwrap().early, dec("0"));
    assert_eq!(offer("2").settle(&bill(&[])).unwrap().late, dec("0"));
}
