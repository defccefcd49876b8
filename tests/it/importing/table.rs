use proptest::prelude::*;
use sapa::domain::date::Date;
use sapa::domain::import::{MAX_BYTES, MAX_ROWS, PriceImport, Reason, Splitting, Table};
use sapa::domain::number::Separators;

use super::{accepted, look, read, rejected, usd};
use crate::support::{EN, ID, RU};

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

proptest! {
    /// Whatever is pasted, each row that holds anything is accepted or rejected once, in order, and nothing panics.
    #[test]
    fn no_text_is_beyond_it(text in any::<String>(), tail in "[\"A17\\-;,\t\r\n. 0é€/$R]{0,80}", separators in separators()) {
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

fn separators() -> impl Strategy<Value = Separators> {
    prop::sample::select(vec![EN, ID, RU])
}
