use proptest::prelude::*;
use rust_decimal::Decimal;
use sapa::domain::date::Date;
use sapa::domain::import::{
    ClientGroup, Inspection, ListedPrice, MAX_BYTES, MAX_ROWS, Market, Preview, PriceImport, Reason, Splitting, Table,
    preview,
};
use sapa::domain::money::Currency;
use sapa::domain::number::Separators;
use sapa::domain::product::Product;

use crate::support::{EN, ID, RU, day, dec};

fn product(sku: &str, unit: &str, price: &str) -> Product {
    Product {
        id: format!("p{sku}"),
        sku: sku.to_owned(),
        name: sku.to_owned(),
        unit: unit.to_owned(),
        category: "Tea".to_owned(),
        tax_class: None,
        price: dec(price),
        cost: None,
        weight: None,
        discontinued: false,
    }
}

fn usd() -> Currency {
    Currency::new("USD", 2).unwrap()
}

fn products() -> Vec<Product> {
    vec![
        product("00017", "box", "18"),
        product("A-1", "bag", "5"),
        product("a-2", "bag", "7.50"),
        product("7", "box", "1"),
    ]
}

/// The preview of a table for a reader of these separators.
fn look(table: &Table, separators: Separators) -> Result<Preview, &'static str> {
    let (products, groups) = (
        products(),
        [("key", "Key account"), ("new", "Новые")].map(|(id, name)| ClientGroup { id: id.into(), name: name.into() }),
    );
    let current = |product: &Product, group: Option<&str>| if group.is_some() { Decimal::TEN } else { product.price };
    let market = Market { products: &products, groups: &groups, currency: usd(), separators, current: &current };
    preview(table, &market).map_err(|error| error.code())
}

fn read(text: &str, separators: Separators) -> Preview {
    look(&Table::parse(text).unwrap(), separators).unwrap_or_else(|code| panic!("{text:?}: {code}"))
}

/// Each price as "row's product price", for a short comparison.
fn accepted(preview: &Preview) -> Vec<String> {
    preview.accepted.iter().map(|price| format!("{} {}", price.product, price.price)).collect()
}

/// Each rejected row as its number, what stood there, and the reason's name.
fn rejected(preview: &Preview) -> Vec<(u32, &str, &Reason)> {
    preview.rejected.iter().map(|rejected| (rejected.row, rejected.cell.as_str(), &rejected.reason)).collect()
}

#[test]
fn cells_are_told_apart_in_every_usual_form() {
    let check = |text: &str, expected: &[&str]| assert_eq!(accepted(&read(text, EN)), expected, "{text:?}");
    check("sku,price\nA-1,4.50\n7,2", &["pA-1 4.50", "p7 2"]);
    check("sku;price\nA-1;4,50\n7;2", &["pA-1 4.50", "p7 2"]);
    check("sku\tprice\nA-1\t4.50", &["pA-1 4.50"]);
    check("\u{feff}SKU,Price\r\nA-1,4.50\r\n", &["pA-1 4.50"]);
    check("sku,price\rA-1,4.50\r", &["pA-1 4.50"]);
    check(
        "\"sku\",\"price\",\"note\"\n\"A-1\",\"1,234.50\",\"two\nlines, \"\"quoted\"\"\"\n7,2,",
        &["pA-1 1234.50", "p7 2"],
    );
    check("sku,price,\nA-1,4.50,\n\n  ,\n7,2,", &["pA-1 4.50", "p7 2"]);
    check("Price list of May,\nall in USD,\nsku,price\nA-1,4.50", &["pA-1 4.50"]);
    // A tab in a name does not make a table of tabs.
    check("sku,price,na\tme\nA-1,4.50,x", &["pA-1 4.50"]);
}

#[test]
fn a_row_that_is_not_whole_is_named_and_spoils_no_other() {
    let preview = read("sku,price\nA-1,4,50\n7\n\"a-2,1\n00017,\"2\"x\na-2,3", EN);
    let ragged = |found| Reason::Ragged { wanted: 2, found };
    assert_eq!(
        rejected(&preview),
        [
            (2, "A-1", &ragged(3)),
            (3, "7", &ragged(1)),
            (4, "\"a-2,1", &Reason::Quotation),
            (5, "00017", &Reason::Quotation),
        ]
    );
    assert_eq!(accepted(&preview), ["pa-2 3"]);
}

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

#[test]
fn a_spreadsheets_numbers_are_exact_and_its_short_rows_whole() {
    let packed = "1\u{1f}Kode\u{1f}Harga\u{1f}Grup\u{1e}4\u{1f}\u{1}7\u{1f}\u{1}1.234\u{1e}\
                  5\u{1f}A-1\u{1f}18.500\u{1e}9\u{1f}a-2\u{1f}\u{1}1e+21";
    let table = Table::unpack(packed);
    let preview = look(&table, ID).unwrap();
    assert_eq!(accepted(&preview), ["p7 1.234", "pA-1 18500"]);
    assert_eq!(preview.unclear.iter().map(|unclear| unclear.row).collect::<Vec<_>>(), [5]);
    assert_eq!(rejected(&preview), [(9, "1e+21", &Reason::PriceInvalid)]);
}

#[test]
fn what_is_too_much_is_said() {
    let rows = |count: usize| format!("sku;price\n{}", "A-1;4\n".repeat(count));
    let check = |text: &str, expected: Result<usize, &'static str>| {
        let found = Table::parse(text).map_err(|error| error.code()).and_then(|table| look(&table, EN));
        assert_eq!(found.map(|preview| preview.accepted.len() + preview.rejected.len()), expected);
    };
    check(&rows(MAX_ROWS), Ok(MAX_ROWS));
    check(&rows(MAX_ROWS + 1), Err("import.too_large"));
    check(&rows(MAX_ROWS + 200), Err("import.too_large"));
    check(&format!("sku;price\n7;{}", "1".repeat(MAX_BYTES)), Err("import.too_large"));
}

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
        separators: EN,
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

/// The table, split so many rows a turn, and in how many turns.
fn split(mut text: Splitting, rows: usize) -> (Table, usize) {
    let mut turns = 0;
    while let (read, all) = text.progress()
        && read < all
    {
        text.read(rows).unwrap();
        assert!(text.progress().0 > read, "each turn leads on");
        turns += 1;
    }
    (text.finish(), turns)
}

#[test]
fn a_large_text_is_split_in_several_turns() {
    // Close to the most that is read at once.
    let note = "x".repeat(200);
    let rows: String = (0..20_000).map(|row| format!("{row};1;{note}\n")).collect();
    let text = format!("sku;price;note\n{rows}");
    assert!((4_000_000..5_000_000).contains(&text.len()), "{}", text.len());
    let whole = Table::parse(&text).unwrap();
    assert_eq!(whole.lines.len(), 20_001);
    let (table, turns) = split(Splitting::text(text).unwrap(), 2_000);
    assert_eq!((table == whole, turns), (true, 11));
}

#[test]
fn too_many_rows_are_refused_when_they_are_reached() {
    let mut text = Splitting::text(format!("sku;price\n{}", "1;2\n".repeat(30_000))).unwrap();
    let turns = (1..).find_map(|turn| text.read(2_000).err().map(|error| (turn, error.to_string()))).unwrap();
    assert_eq!(turns, (11, "import.too_large: rows".to_owned()));
}

#[test]
fn a_packed_sheet_is_whatever_it_is() {
    let check = |packed: &str, lines: usize| {
        let table = Table::unpack(packed);
        assert_eq!(table.lines.len(), lines, "{packed:?}");
        for rows in [1, 2, 9] {
            assert_eq!(split(Splitting::sheet(packed.to_owned()), rows).0, table, "{packed:?}, {rows} rows a turn");
        }
    };
    check("", 0);
    check("x\u{1f}y", 0);
    check("3", 1);
    check("1\u{1f}a\u{1e}\u{1e}-2\u{1f}b\u{1e}4294967295\u{1f}c", 2);
}

fn separators() -> impl Strategy<Value = Separators> {
    prop::sample::select(vec![EN, ID, RU])
}

proptest! {
    /// Whatever is pasted, each row that holds anything is accepted or rejected once, in order, and nothing panics.
    #[test]
    fn no_text_is_beyond_it(text in any::<String>(), tail in "[\"A17\\-;,\t\r\n. 0é€]{0,80}", separators in separators()) {
        for text in [&text, &tail, &format!("sku;price\n{text}"), &format!("sku,price\r\n{tail}")] {
            let table = Table::parse(text).unwrap();
            for rows in [1, 3] {
                prop_assert_eq!(&split(Splitting::text(text.to_owned()).unwrap(), rows).0, &table);
            }
            if let Ok(preview) = look(&table, separators) {
                let mut rows: Vec<u32> = preview.rejected.iter().map(|rejected| rejected.row).collect();
                prop_assert!(rows.is_sorted());
                prop_assert!(rows.len() + preview.accepted.len() < table.lines.len());
                rows.dedup();
                prop_assert_eq!(rows.len(), preview.rejected.len());
                prop_assert!(PriceImport::new(String::new(), Date::MIN, usd(), preview.accepted).is_ok());
            }
        }
    }

    /// What is written with quotation marks is read back as it was, whatever separates the cells.
    #[test]
    fn quoted_cells_come_back(
        rows in prop::collection::vec(prop::collection::vec("[ -~\r\né€]{0,12}", 2), 1..6),
        delimiter in prop::sample::select(vec![",", ";", "\t"]),
        end in prop::sample::select(vec!["\n", "\r\n", "\r"]),
    ) {
        let quote = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
        let line = |row: &Vec<String>| row.iter().map(quote).collect::<Vec<_>>().join(delimiter) + end;
        let text = format!("sku{delimiter}price{end}{}", rows.iter().map(line).collect::<String>());
        let table = Table::parse(&text).unwrap();
        let read: Vec<Vec<String>> =
            table.lines.iter().skip(1).map(|line| line.cells.iter().map(|cell| cell.text.clone()).collect()).collect();
        let kept: Vec<Vec<String>> =
            rows.into_iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).collect();
        prop_assert_eq!(read, kept);
        prop_assert!(table.lines.iter().all(|line| line.fault.is_none()));
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
