use proptest::prelude::*;
use rust_decimal::Decimal;
use sapa::domain::import::{ListedPrice, Market, Reason, Table, preview};
use sapa::domain::money::Currency;
use sapa::domain::product::Product;

use super::{accepted, look, product, read, reader, rejected, unclear, usd};
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
        assert_eq!(super::unclear(&preview), unclear, "{texts:?}");
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
    check("A-1;4;;;;;;30/02/1998", "30/02/1998", Reason::DateInvalid);
    check("A-1;1000000000000000000000000000000;;;;;;", "1000000000000000000000000000000", Reason::PriceTooLarge);
    check("A-1;€4;;;;;;", "€4", Reason::Currency("USD".into()));
    check("A-1;4 kg;;;;;;", "4 kg", Reason::PriceInvalid);
    check("A-1;4;;;Rp;;;", "Rp", Reason::Currency("USD".into()));
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
        Market { products: &twins, groups: &[], currency: usd(), notation: reader(EN), current: &|_, _| Decimal::ONE };
    let preview = preview(&Table::parse("sku;price\n1;4\n01;4\n001;4").unwrap(), &market).unwrap();
    assert_eq!(accepted(&preview), ["p1 4", "p01 4"]);
    assert_eq!(rejected(&preview), [(4, "001", &Reason::ArticleUnknown)]);
}

#[test]
fn days_are_read_in_every_usual_form() {
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
    check("11-26-2026", Some("2026-11-26"));
    check("2026/11/26", Some("2026-11-26"));
    check("2026/26/11", None);
    check("26/11-2026", None);
    check("//2026", None);
    check("11/26", None);
}

/// Which of two numbers is the day: the file's own days tell, else the reader's language.
#[test]
fn the_day_or_the_month_comes_first() {
    let check = |separators, texts: &[&str], days: &[&str], said: &[&str]| {
        let skus = ["A-1", "a-2", "7", "00017"];
        let rows: Vec<String> = texts.iter().zip(skus).map(|(text, sku)| format!("{sku}\t1\t{text}")).collect();
        let preview = read(&format!("sku\tprice\tfrom\n{}", rows.join("\n")), separators);
        let found: Vec<_> = preview.accepted.iter().filter_map(|price| price.valid_from).collect();
        assert_eq!(found, days.iter().copied().map(day).collect::<Vec<_>>(), "{texts:?}: {:?}", preview.rejected);
        assert_eq!(unclear(&preview), said, "{texts:?}");
    };
    check(EN, &["05/06/1998"], &["1998-05-06"], &["05/06/1998=1998-05-06"]);
    check(ID, &["05/06/1998"], &["1998-06-05"], &[]);
    check(RU, &["5-6-1998"], &["1998-06-05"], &[]);
    check(EN, &["05.06.1998", "05/05/1998"], &["1998-06-05", "1998-05-05"], &[]);
    // One of the file's days that can be read one way only settles the others.
    check(EN, &["05/06/1998", "26/06/1998"], &["1998-06-05", "1998-06-26"], &[]);
    check(ID, &["05/06/1998", "06/26/1998"], &["1998-05-06", "1998-06-26"], &[]);
    check(
        EN,
        &["05/06/1998", "26/06/1998", "06/26/1998"],
        &["1998-05-06", "1998-06-26", "1998-06-26"],
        &["05/06/1998=1998-05-06"],
    );
    // What is no day either way settles nothing.
    check(EN, &["30/02/1998", "05/06/1998"], &["1998-05-06"], &["05/06/1998=1998-05-06"]);
}

#[test]
fn marks_of_the_lists_currency_are_read_past() {
    let check = |code: &str, separators, text: &str, expected: Result<&str, Reason>| {
        let products = [product("A-1", "bag", "5")];
        let (currency, notation) = (Currency::new(code, 2).unwrap(), reader(separators));
        let market =
            Market { products: &products, groups: &[], currency, notation, current: &|product, _| product.price };
        let preview = preview(&Table::parse(&format!("sku\tprice\nA-1\t{text}")).unwrap(), &market).unwrap();
        let found = match preview.accepted.first() {
            Some(price) => Ok(price.price),
            None => Err(preview.rejected[0].reason.clone()),
        };
        assert_eq!(found, expected.map(dec), "{text} in {code}");
    };
    let other = |ours: &str| Err(Reason::Currency(ours.to_owned()));
    check("USD", EN, "$1,200.50", Ok("1200.50"));
    check("USD", RU, "US$ 1200.50", Ok("1200.50"));
    check("USD", EN, "usd 7", Ok("7"));
    check("USD", EN, "$.50", Ok(".50"));
    check("USD", EN, "$", Err(Reason::PriceInvalid));
    check("USD", EN, "-$5", Err(Reason::PriceNegative));
    check("USD", EN, "$-5", Err(Reason::PriceNegative));
    check("USD", EN, "--5", Err(Reason::PriceInvalid));
    check("USD", EN, "5$5", Err(Reason::PriceInvalid));
    check("CAD", EN, "$7", Ok("7"));
    check("CAD", EN, "US$7", other("CAD"));
    check("EUR", EN, "$7", other("EUR"));
    check("EUR", RU, "1 200,50 €", Ok("1200.50"));
    check("EUR", RU, "7 ₽", other("EUR"));
    check("IDR", ID, "Rp 3.000,50", Ok("3000.50"));
    check("IDR", ID, "Rp.3.000,50", Ok("3000.50"));
    check("IDR", EN, "Rp3.000,50", Ok("3000.50"));
    check("RUB", RU, "3 000,50 ₽", Ok("3000.50"));
    check("RUB", RU, "3\u{a0}000,50 руб.", Ok("3000.50"));
    check("RUB", EN, "3000,5 р.", Ok("3000.5"));
    check("RUB", RU, "12.мая", Err(Reason::PriceInvalid));
    check("XAF", EN, "XAF 5", Ok("5"));
}

#[test]
fn a_product_is_found_by_its_name_where_the_number_does_not_tell() {
    let named = |sku: &str, name: &str| Product { name: name.to_owned(), ..product(sku, "bag", "5") };
    let products = [named("A-1", "Chai"), named("A-2", "Crème fraîche"), named("A-3", "Chang"), named("A-4", "chang")];
    let check = |text: &str, expected: &[&str], reasons: &[(&str, Reason)]| {
        let (groups, notation) = (&[], reader(EN));
        let market =
            Market { products: &products, groups, currency: usd(), notation, current: &|product, _| product.price };
        let preview = preview(&Table::parse(text).unwrap(), &market).unwrap();
        assert_eq!(accepted(&preview), expected, "{text}");
        let told: Vec<_> = preview.rejected.iter().map(|row| (row.cell.as_str(), row.reason.clone())).collect();
        assert_eq!(told, reasons, "{text}");
    };
    check("product;price\nCHAI;4\ncreme fraiche;3", &["pA-1 4", "pA-2 3"], &[]);
    check("Наименование;Цена\nChai;4", &["pA-1 4"], &[]);
    check("nama;harga\nChai;4", &["pA-1 4"], &[]);
    check("Item;Price\nChai;4", &["pA-1 4"], &[]);
    check("SKU;Product;Price\n4711;Chai;4\nA-3;Chai;5\n;Chai;6", &["pA-1 4", "pA-3 5"], &[("Chai", Reason::Twice(2))]);
    check("product;price\nChang;4", &[], &[("Chang", Reason::NameTwice)]);
    check("product;price\nCoffee;4\n;4", &[], &[("Coffee", Reason::ArticleUnknown), ("", Reason::ArticleMissing)]);
    check("sku;product;price\nB-9;Coffee;4", &[], &[("B-9", Reason::ArticleUnknown)]);
    check("ÀRTICLE;PRICE\nA-1;4", &["pA-1 4"], &[]);
}

proptest! {
    /// Whoever writes the day first is read as meant, with whichever sign between.
    #[test]
    fn a_day_is_read_as_it_was_written(days in 0_i32..20_000, sign in "[./-]") {
        let meant = day("1970-01-01").add_days(days).unwrap();
        let iso = meant.to_string();
        let parts: Vec<&str> = iso.rsplit('-').collect();
        for written in [parts.join(&sign), iso.replace('-', &sign), iso.clone()] {
            let preview = read(&format!("sku;price;to\n7;1;{written}"), ID);
            prop_assert_eq!(preview.accepted.first().and_then(|price| price.valid_to), Some(meant), "{}", written);
        }
    }

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
