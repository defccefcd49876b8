use rust_decimal::Decimal;
use sapa::domain::client::Client;
use sapa::domain::date::Date;
use sapa::domain::history::History;
use sapa::domain::money::Currency;
use sapa::domain::pricing::{self, Measure, Paid, StepKind, TierMode};
use sapa::domain::product::{PriceList, Product, Term};
use sapa::domain::quote::{self, Draft, DraftLine};
use sapa::domain::terms::CapitalCost;

use crate::support::{dec, tiers};

fn product(id: &str, price: &str) -> Product {
    Product {
        id: id.to_owned(),
        sku: id.to_owned(),
        name: id.to_owned(),
        unit: "box".to_owned(),
        category: "Tea".to_owned(),
        tax_class: None,
        price: dec(price),
        cost: None,
        weight: None,
        discontinued: false,
    }
}

fn price_list() -> PriceList {
    let term = |id: &str, days, percent| Term { id: id.to_owned(), days, percent: dec(percent), ..Term::default() };
    PriceList {
        id: "default".to_owned(),
        name: "List".to_owned(),
        sample: true,
        line_tiers: tiers(TierMode::AllUnits, Measure::Quantity, &[("10", "5")]),
        order_tiers: tiers(TierMode::AllUnits, Measure::Amount, &[("500", "2")]),
        terms: vec![term("prepaid", 0, "3"), term("net30", 30, "0"), term("net90", 90, "-1")],
        capital: CapitalCost::yearly(dec("12")),
        ..PriceList::new(Currency::new("USD", 2).unwrap())
    }
}

fn draft(lines: &[(&str, &str)]) -> Draft {
    let lines = (1..).zip(lines).map(|(key, (product, quantity))| DraftLine {
        key,
        product: (*product).to_owned(),
        quantity: dec(quantity),
    });
    Draft { lines: lines.collect(), ..Draft::default() }
}

fn price(draft: &Draft, client: Option<&Client>) -> Result<pricing::Priced, &'static str> {
    let products = [product("chai", "18"), product("chang", "19")];
    let find = |id: &str| products.iter().find(|product| product.id == id);
    quote::request(draft, client, find, &|product| Ok(product.price), &price_list(), &History::of_nobody(Date::MIN))
        .and_then(|request| pricing::price(&request))
        .map_err(|error| error.code())
}

#[test]
fn every_rule_that_applies_becomes_a_step() {
    let client = Client { discount_percent: dec("10"), term: Some("prepaid".to_owned()), ..Client::default() };
    let draft = Draft { manual_percent: dec("1"), ..draft(&[("chai", "10"), ("chang", "30")]) };
    let priced = price(&draft, Some(&client)).unwrap();
    let steps: Vec<(&str, StepKind)> =
        priced.waterfall.iter().map(|effect| (effect.step.as_str(), effect.kind)).collect();
    let expected = [
        ("volume", StepKind::Volume),
        ("client", StepKind::Client),
        ("manual", StepKind::Manual),
        ("order", StepKind::Order),
        ("payment", StepKind::Payment),
    ];
    assert_eq!(steps, expected);
    // 180 and 570; less 5 %, 10 % and 1 % by line: 152.361, shown 152.36, and 482.4765, shown 482.48. Their sum 634.84
    // less 2 % is 622.14, less 3 % is 603.48.
    let amounts: Vec<Decimal> = priced.waterfall.iter().map(|effect| effect.amount).collect();
    assert_eq!(amounts, ["-37.50", "-71.25", "-6.41", "-12.70", "-18.66"].map(dec));
    assert_eq!((priced.list, priced.net), (dec("750"), dec("603.48")));
    assert_eq!(&*priced.lines[1].id, "2");
}

#[test]
fn a_rule_without_effect_is_no_step() {
    let priced = price(&draft(&[("chai", "1")]), None).unwrap();
    let steps: Vec<&str> = priced.waterfall.iter().map(|effect| effect.step.as_str()).collect();
    assert_eq!(steps, ["volume", "order"]);
    assert_eq!(priced.net, dec("18"));
}

#[test]
fn lines_of_one_product_count_together() {
    let priced = price(&draft(&[("chai", "4"), ("chang", "9"), ("chai", "6")]), None).unwrap();
    let nets: Vec<Decimal> = priced.lines.iter().map(|line| line.net).collect();
    assert_eq!(nets, ["68.40", "171", "102.60"].map(dec));
    let hints: Vec<Option<&str>> = priced.next.iter().map(|next| next.line.as_deref()).collect();
    assert_eq!(hints, [Some("2"), None]);
}

#[test]
fn the_drafts_term_comes_before_the_clients() {
    let check = |chosen: Option<&str>, agreed: Option<&str>, expected: &str| {
        let draft = Draft { term: chosen.map(str::to_owned), ..Draft::default() };
        let client = Client { term: agreed.map(str::to_owned), ..Client::default() };
        let list = price_list();
        let term = quote::term(&draft, Some(&client), &list).unwrap();
        assert_eq!(term.id, expected, "{chosen:?} {agreed:?}");
        let request = quote::request(
            &draft,
            Some(&client),
            |_| None,
            &|product| Ok(product.price),
            &list,
            &History::of_nobody(Date::MIN),
        )
        .unwrap();
        assert!(matches!(request.deferral.unwrap().paid, Paid::After { days, .. } if days == term.days));
    };
    check(None, None, "net30");
    check(None, Some("net90"), "net90");
    check(Some("prepaid"), Some("net90"), "prepaid");
    check(None, Some("gone"), "net30");
}

#[test]
fn refuses_what_it_cannot_price() {
    assert_eq!(price(&draft(&[("gone", "1")]), None).unwrap_err(), "record.not_found");
    for percent in ["-0.01", "100.01"] {
        let draft = Draft { manual_percent: dec(percent), ..draft(&[]) };
        assert_eq!(price(&draft, None).unwrap_err(), "number.range", "{percent}");
    }
}
