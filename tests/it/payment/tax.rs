use rust_decimal::Decimal;
use sapa::domain::product::TaxRules;
use sapa::store::{Command, Store, Supply, quoting, signing};
use sapa::wire;

use super::TODAY;
use crate::store::catalogue;
use crate::support::{day, dec};
use crate::wire::plain;

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
        signing::deal(store.state(), &store.state().draft, &priced).unwrap()
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
