use rust_decimal::Decimal;
use sapa::domain::terms::{
    Annuity, DayCount, Due, FirstPayment, accrete, bank_discount_rate, dated_present_value, effective_rate,
    instalment_cost, internal_rate, internal_rates, nearest_internal_rate, net_present_value, nominal_rate,
    periodic_rate,
};

use super::{near, refused};
use crate::support::{day, dec};

fn numbers(values: &[&str]) -> Vec<Decimal> {
    values.iter().map(|value| dec(value)).collect()
}

#[test]
fn grows_and_shrinks() {
    let grown = |rate: &str, years: &str| accrete(dec("100"), dec(rate), dec(years)).unwrap().value;
    assert_eq!(grown("0.1", "2"), dec("121"));
    assert_eq!(grown("0.21", "0.5").round_dp(24), dec("110"));
    assert_eq!(grown("0.21", "-0.5").round_dp(20), dec("90.90909090909090909091"));
    assert_eq!(grown("-0.5", "2"), dec("25"));
    assert_eq!(grown("0.07", "0"), dec("100"));
    // Three hundred years at 1000 percent cannot be written; waiting as long for it leaves nothing to write.
    assert_eq!(refused(accrete(dec("100"), dec("10"), dec("300"))), "number.overflow");
    assert_eq!(grown("10", "-300"), dec("0"));
    for rate in ["-1", "-1.5"] {
        assert_eq!(refused(accrete(dec("100"), dec(rate), dec("0.5"))), "number.range");
        assert_eq!(refused(net_present_value(dec(rate), &numbers(&["1", "2"]), FirstPayment::Now)), "number.range");
        let dated = [(day("2026-01-01"), dec("1"))];
        assert_eq!(refused(dated_present_value(dec(rate), &dated, DayCount::Actual365)), "number.range");
        assert_eq!(refused(nominal_rate(dec(rate), 12)), "number.range");
    }
    assert_eq!(refused(effective_rate(dec("-4"), 4)), "number.range");
    for refusal in [effective_rate(dec("0.1"), 0), nominal_rate(dec("0.1"), 0), periodic_rate(dec("0.1"), 0)] {
        assert_eq!(refused(refusal), "number.range");
    }
    assert_eq!(refused(effective_rate(Decimal::MAX, 1)), "number.overflow");
}

#[test]
fn discounts_as_a_bank_does() {
    let rate = |price: &str, redemption: &str, to: &str| {
        bank_discount_rate(dec(price), dec(redemption), day("2026-01-01"), day(to), DayCount::Actual360)
    };
    assert_eq!(rate("99", "100", "2026-12-27").unwrap(), dec("0.01"));
    assert_eq!(refused(rate("99", "0", "2026-12-27")), "number.range");
    assert_eq!(refused(rate("99", "100", "2026-01-01")), "number.range");
    assert_eq!(refused(rate("99", "100", "2025-12-31")), "number.range");
}

#[test]
fn finds_every_internal_rate() {
    // Built from their rates: (1.1 - x)(1.2 - x)(1.5 - x) in x = 1 + r, the first payment the highest power.
    let rates = internal_rates(&numbers(&["-1", "3.8", "-4.77", "1.98"])).unwrap();
    let expected = ["0.1", "0.2", "0.5"].map(dec);
    assert!(rates.len() == 3 && rates.iter().zip(expected).all(|(found, rate)| near(*found, rate, 18)), "{rates:?}");
    // (0.5 - x)(1 - x)(3 - x): one below zero, one at zero, one above.
    let rates = internal_rates(&numbers(&["-1", "4.5", "-5", "1.5"])).unwrap();
    let expected = ["-0.5", "0", "2"].map(dec);
    assert!(rates.len() == 3 && rates.iter().zip(expected).all(|(found, rate)| near(*found, rate, 18)), "{rates:?}");
    // (0.85 - x)(1 - x)(2.13 - x): the rate of zero is found once, though thirds and sevenths are rounded on the way.
    let rates = internal_rates(&numbers(&["-1", "3.98", "-4.7905", "1.8105"])).unwrap();
    assert_eq!(rates.len(), 3, "{rates:?}");
    // (1.5 - x)(2 - x)(3 - x): halving meets the middle one, and it keeps its place.
    let rates = internal_rates(&numbers(&["-1", "6.5", "-13.5", "9"])).unwrap();
    let expected = ["0.5", "1", "2"].map(dec);
    assert!(rates.len() == 3 && rates.iter().zip(expected).all(|(found, rate)| near(*found, rate, 18)), "{rates:?}");
    assert_eq!(internal_rates(&numbers(&["1", "-2", "1"])).unwrap(), [dec("0")]);
    // (1.25 - x)^2 touches zero and does not cross it.
    let rates = internal_rates(&numbers(&["1", "-2.5", "1.5625"])).unwrap();
    assert!(rates.iter().all(|rate| near(*rate, dec("0.25"), 7)) && rates.len() == 1, "{rates:?}");
    // x^2 + 1 and its like have none.
    for flows in [&["1", "-1", "1"][..], &["1", "2"], &["-1"], &["0", "0"], &[]] {
        assert_eq!(internal_rates(&numbers(flows)).unwrap(), [], "{flows:?}");
        assert_eq!(nearest_internal_rate(&numbers(flows)).unwrap(), None, "{flows:?}");
        assert_eq!(refused(internal_rate(&numbers(flows))), "number.range", "{flows:?}");
    }
    // Nothing before and after changes nothing.
    let padded = internal_rate(&numbers(&["0", "-100", "110", "0", "0"])).unwrap();
    assert!(near(padded, dec("0.1"), 20), "{padded}");
    // Almost all is lost, or won.
    assert!(near(internal_rate(&numbers(&["-1000000", "1"])).unwrap(), dec("-0.999999"), 18));
    assert!(near(internal_rate(&numbers(&["-1", "1000001"])).unwrap(), dec("1000000"), 6));
    assert_eq!(refused(internal_rate(&numbers(&["-1", "3.8", "-4.77", "1.98"]))), "number.range");
}

#[test]
fn bears_many_payments() {
    let mut flows = vec![dec("-100"); 481];
    flows.iter_mut().step_by(2).for_each(|flow| *flow = dec("101"));
    assert!(internal_rates(&flows).is_ok());
    flows.push(dec("1"));
    assert_eq!(refused(internal_rates(&flows)), "number.range");
    let largest = [Decimal::MAX, -Decimal::MAX, Decimal::MAX];
    assert_eq!(internal_rates(&largest).unwrap(), []);
}

#[test]
fn values_annuities() {
    let annuity = |rate: &str, periods, due| Annuity { rate: dec(rate), periods, future: dec("0"), due };
    assert_eq!(annuity("0.1", 1, Due::End).present_value(dec("110")).unwrap().round_dp(20), dec("-100"));
    assert_eq!(annuity("0.1", 1, Due::Begin).present_value(dec("110")).unwrap().round_dp(20), dec("-110"));
    assert_eq!(annuity("0", 4, Due::Begin).payment(dec("100")).unwrap(), dec("-25"));
    assert_eq!(refused(annuity("0.1", 0, Due::End).payment(dec("100"))), "number.range");
    assert_eq!(refused(annuity("-1", 2, Due::End).payment(dec("100"))), "number.range");
    assert_eq!(refused(annuity("0.1", 2, Due::End).present_value(Decimal::MAX)), "number.overflow");

    let cost = instalment_cost(dec("100"), dec("60"), 2, 12).unwrap();
    assert_eq!((cost.total, cost.interest), (dec("120"), dec("20")));
    assert!(near(cost.periodic_rate, dec("0.1306623862918"), 13), "{cost:?}");
    assert_eq!(cost.nominal_rate, cost.periodic_rate * dec("12"));
    assert_eq!(instalment_cost(dec("120"), dec("60"), 2, 12).unwrap().periodic_rate, dec("0"));
    assert!(instalment_cost(dec("125"), dec("60"), 2, 12).unwrap().periodic_rate < dec("0"));
    for (price, payment, count, year) in
        [("0", "60", 2, 12), ("100", "0", 2, 12), ("100", "60", 0, 12), ("100", "60", 2, 0), ("100", "60", 481, 12)]
    {
        assert_eq!(refused(instalment_cost(dec(price), dec(payment), count, year)), "number.range");
    }
}
