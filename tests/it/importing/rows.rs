use proptest::prelude::*;
use rust_decimal::Decimal;
use sapa::domain::import::{ListedPrice, Market, Reason, Table, preview};

use super::{accepted, look, product, read, rejected, usd};
use crate::support::{EN, ID, RU, day, dec};

#[test]
fn headings_are_known_in_three_languages_and_others_are_named() {
    let check = |headings: &str, ignored: &[&str]| {
        let preview = read(&format!("{headings}\nA-1;4;bag;USD;Key account;2026-01-01;2026-12-31;x"), EN);
        assert_eq!(preview.ignored, ignored, "{headings}");
        let expected = ListedPrice {
            product: "pA-1".into(),
            unit: "bag".into(),
            factor: Decimal::ONE,
            group: Some("key".into()),
            price: dec("4"),
            valid_from: Some(day("2026-01-01")),
            valid_to: Some(day("2026-12-31")),
        };
        assert_eq!(preview.accepted, [expected], "{headings}: {:?}", preview.rejected);
    };
    check("Article;Price;Unit;Currency;Client group;Valid from;Valid to;Shelf", &["Shelf"]);
    check("SKU;Unit price;UOM;currency;GROUP;From;Until;Price", &["Price"]);
    check("Kode barang;Harga;Satuan;Mata uang;Kelompok klien;Berlaku dari;Berlaku sampai;Rak", &["Rak"]);
    check("Артикул;Цена;Ед. изм.;Валюта;Группа клиентов;Действует с;Действует до;Полка", &["Полка"]);

    let check = |text: &str| assert_eq!(look(&Table::parse(text).unwrap(), EN), Err("import.headings"), "{text:?}");
    for text in ["", "\n\n", "A-1;4", "Article;Shelf\nA-1;4", "Price\n4", "\u{feff}"] {
        check(text);
    }
    check(&format!("{}sku;price\nA-1;4", "x\n".repeat(20)));
}

#[test]
fn numbers_are_read_the_files_own_way_and_else_the_readers() {
    let check = |separators, texts: &[&str], expected: &[&str], unclear: &[&str]| {
        let skus = ["A-1", "a-2", "7", "00017"];
        let rows: Vec<String> = texts.iter().zip(skus).map(|(text, sku)| format!("{sku}\t{text}")).collect();
        let preview = read(&format!("sku\tprice\n{}", rows.join("\n")), separators);
        let prices: Vec<String> = preview.accepted.iter().map(|price| price.price.to_string()).collect();
        assert_eq!(prices, expected, "{texts:?}: {:?}", preview.rejected);
        let said: Vec<String> = preview.unclear.iter().map(|said| format!("{}={}", said.typed, said.price)).collect();
        assert_eq!(said, unclear, "{texts:?}");
    };
    check(EN, &["1,234.50", "1,234"], &["1234.50", "1234"], &["1,234=1234"]);
    check(EN, &["1.234,50", "1.234", "2,5"], &["1234.50", "1234", "2.5"], &["1.234=1234"]);
    check(ID, &["1.234,50", "18.500"], &["1234.50", "18500"], &["18.500=18500"]);
    check(ID, &["18.50", "18.500"], &["18.50", "18.500"], &["18.500=18.500"]);
    check(ID, &["18.500"], &["18500"], &["18.500=18500"]);
    check(EN, &["18.500"], &["18.500"], &["18.500=18.500"]);
    check(RU, &["1 234,50", "1\u{a0}234"], &["1234.50", "1234"], &[]);
    check(EN, &["1 234.50", "USD 7.25", "7.25 USD"], &["1234.50", "7.25", "7.25"], &[]);
    // Where the file contradicts itself, the reader's way decides, and what it has no way for is refused.
    check(EN, &["18.50", "18,50"], &["18.50"], &[]);
    check(EN, &["n.a.", "18.50", "12.May"], &["18.50"], &[]);
    check(EN, &["0", "0.00"], &["0", "0.00"], &[]);
}

#[test]
fn each_fault_has_its_reason() {
    let check = |row: &str, cell: &str, reason: Reason| {
        let headings = "sku;price;unit;contains;currency;group;from;to";
        let preview = read(&format!("{headings}\n7;1;;;;;;\n{row}"), EN);
        assert_eq!(rejected(&preview), [(3, cell, &reason)], "{row}");
        assert_eq!(preview.accepted.len(), 1, "{row}");
    };
    check(";4;;;;;;", "", Reason::ArticleMissing);
    check("B-9;4;;;;;;", "B-9", Reason::ArticleUnknown);
    check("A-1; ;;;;;;", "", Reason::PriceMissing);
    check("A-1;four;;;;;;", "four", Reason::PriceInvalid);
    check("A-1;-4.00;;;;;;", "-4.00", Reason::PriceNegative);
    check("A-1;4;;;EUR;;;", "EUR", Reason::Currency("USD".into()));
    check("A-1;4;pallet;;;;;", "pallet", Reason::UnitUnknown("bag".into()));
    check("A-1;4;pallet;0;;;;", "0", Reason::Factor);
    check("A-1;4;pallet;many;;;;", "many", Reason::Factor);
    check("A-1;4;BAG;12;;;;", "12", Reason::Factor);
    check("A-1;4;;;;VIP;;", "VIP", Reason::GroupUnknown);
    check("A-1;4;;;;;2026-02-30;", "2026-02-30", Reason::DateInvalid);
    check("A-1;4;;;;;;5/7/2026", "5/7/2026", Reason::DateInvalid);
    check("A-1;4;;;;;2026-03-01;2026-02-28", "2026-02-28", Reason::DatesReversed);
    check("7;2;;;;;;", "7", Reason::Twice(2));
    check("007;2;box;1;usd;;1998-05-07;", "007", Reason::Twice(2));
    let long = "x".repeat(500);
    check(&format!("{long};4;;;;;;"), &long[..60], Reason::ArticleUnknown);
}

#[test]
fn the_same_article_is_fine_for_another_group_unit_or_day() {
    let text = "sku;price;unit;contains;group;from;to
        A-1;4;;;;;2026-06-30
        A-1;5;;;;2026-07-01;
        A-1;3;;;key ACCOUNT;;
        A-1;40;carton;12;;;
        A-1;39;carton;12;Новые;;
        A-1;38;carton;10;;2027-01-01;
        A-1;6;;;;2026-06-30;2026-06-30
        A-1;6;;;;2020-01-01;2030-01-01";
    let preview = read(&text.replace("        ", ""), EN);
    assert_eq!(accepted(&preview), ["pA-1 4", "pA-1 5", "pA-1 3", "pA-1 40", "pA-1 39"]);
    let reasons: Vec<_> = preview.rejected.iter().map(|rejected| (rejected.row, &rejected.reason)).collect();
    assert_eq!(reasons, [(7, &Reason::Factor), (8, &Reason::Twice(2)), (9, &Reason::Twice(2))]);
    let changes: Vec<_> = preview.changes.iter().map(|change| (change.row, change.old, change.new)).collect();
    let third = dec("40").checked_div(dec("12")).unwrap();
    assert_eq!(
        changes,
        // The second row changes nothing: five is what a bag costs.
        [(2, dec("5"), dec("4")), (4, dec("10"), dec("3")), (5, dec("5"), third), (6, dec("10"), dec("3.25"))]
    );
}

#[test]
fn zeros_in_front_of_a_number_are_forgiven_where_one_product_is_meant() {
    let check = |sku: &str, expected: &[&str]| {
        assert_eq!(accepted(&read(&format!("sku;price\n{sku};4"), EN)), expected, "{sku}");
    };
    check("17", &["p00017 4"]);
    check("00017", &["p00017 4"]);
    check("A-2", &["pa-2 4"]);
    check("0A-1", &[]);
    let twins = [product("01", "box", "1"), product("1", "box", "2")];
    let market =
        Market { products: &twins, groups: &[], currency: usd(), separators: EN, current: &|_, _| Decimal::ONE };
    let preview = preview(&Table::parse("sku;price\n1;4\n01;4\n001;4").unwrap(), &market).unwrap();
    assert_eq!(accepted(&preview), ["p1 4", "p01 4"]);
    assert_eq!(rejected(&preview), [(4, "001", &Reason::ArticleUnknown)]);
}

#[test]
fn days_are_read_in_three_forms() {
    let check = |text: &str, expected: Option<&str>| {
        let preview = read(&format!("sku;price;from\n7;1;{text}"), EN);
        let found = preview.accepted.first().and_then(|price| price.valid_from);
        assert_eq!(found, expected.map(day), "{text}");
    };
    check("2026-11-26", Some("2026-11-26"));
    check("2026-11-26T00:00:00", Some("2026-11-26"));
    check("26.11.2026", Some("2026-11-26"));
    check("1.2.2026 10:30", Some("2026-02-01"));
    check("35922", Some("1998-05-07"));
    check("61", Some("1900-03-01"));
    check("60", None);
    check("0", None);
    check("99999999999", None);
    check("26.11.26", None);
    check("26.13.2026", None);
    check("1.2.3.2026", None);
    check("+1.+2.2026", None);
    check("11/26/2026", None);
}

proptest! {
    /// However many prices of one article come, no two that were accepted hold on one day for one group.
    #[test]
    fn no_day_has_two_prices(spans in prop::collection::vec((0_i32..40, 0_i32..10, 0_usize..3), 0..40)) {
        let start = day("2026-01-01");
        let groups = ["", "Key account", "Новые"];
        let row = |(from, length, group): &(i32, i32, usize)| {
            let from = start.add_days(*from).unwrap();
            format!("7;1;{};{from};{}\n", groups[*group], from.add_days(*length).unwrap())
        };
        let text = format!("sku;price;group;from;to\n{}", spans.iter().map(row).collect::<String>());
        let preview = read(&text, EN);
        prop_assert_eq!(preview.accepted.len() + preview.rejected.len(), spans.len());
        for (at, price) in preview.accepted.iter().enumerate() {
            for other in &preview.accepted[at + 1..] {
                let apart = price.valid_to < other.valid_from || other.valid_to < price.valid_from;
                prop_assert!(apart || price.group != other.group);
            }
        }
    }
}
