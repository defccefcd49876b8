use sapa::domain::date::Date;
use sapa::domain::import::{Inspection, Market, PriceImport, Table, preview};
use sapa::domain::money::Currency;

use super::{products, read, usd};
use crate::support::{EN, day, dec};

#[test]
fn a_list_prices_by_group_unit_and_day() {
    let text = "sku;price;unit;contains;group;from;to
        A-1;4;;;;;2026-06-30
        A-1;3;;;Key account;2026-06-01;
        a-2;90;carton;12;;;"
        .replace("        ", "");
    let list = PriceImport::new("May".into(), day("2026-05-07"), usd(), read(&text, EN).accepted).unwrap();
    let products = products();
    let check = |product: usize, group, currency: &str, on: &str, expected: Option<&str>| {
        let currency = Currency::new(currency, 2).unwrap();
        let found = list.price(&products[product], group, currency, day(on)).unwrap();
        assert_eq!(found, expected.map(dec), "{product} {group:?} {on:?}");
    };
    let key = Some("key");
    check(1, None, "USD", "2026-06-30", Some("4"));
    check(1, None, "USD", "2026-07-01", None);
    check(1, key, "USD", "2026-07-01", Some("3"));
    check(1, key, "USD", "2026-05-31", Some("4"));
    check(1, Some("new"), "USD", "2026-05-31", Some("4"));
    check(1, key, "EUR", "2026-07-01", None);
    check(2, None, "USD", "2026-06-30", Some("7.5"));
    check(0, None, "USD", "2026-06-30", None);

    let twice = [list.prices(), list.prices()].concat();
    assert_eq!(
        PriceImport::new("x".into(), Date::MIN, usd(), twice).map_err(|error| error.code()),
        Err("rule.invalid")
    );
}

#[test]
fn reading_in_turns_is_reading_at_once() {
    let rows: String = (0..50).map(|row| format!("{};{row}\n", ["A-1", "none", "7"][row % 3])).collect();
    let table = Table::parse(&format!("\nMay\nsku;price\n{rows}")).unwrap();
    let products = products();
    let market = Market {
        products: &products,
        groups: &[],
        currency: usd(),
        notation: super::reader(EN),
        current: &|product, _| product.price,
    };
    let whole = preview(&table, &market).unwrap();
    assert_eq!((whole.accepted.len(), whole.rejected.len()), (2, 48));
    for turn in [1, 7, 50, 1_000] {
        let mut inspection = Inspection::begin(&table, &market).unwrap();
        let mut turns = 0;
        while let (read, all) = inspection.progress(&table)
            && read < all
        {
            assert_eq!((read, all), (turn * turns, 50));
            inspection.read(turn, &table, &market);
            turns += 1;
        }
        assert_eq!((inspection.finish(), turns), (whole.clone(), 50_usize.div_ceil(turn)), "{turn} rows a turn");
    }
}
