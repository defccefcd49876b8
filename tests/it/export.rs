//! The draft as a file: whole, and with nothing internal in it.

use sapa::store::{Command, Store, Supply, export, quoting};

use crate::store::catalogue;
use crate::support::{day, dec};

const HEADS: [&str; 7] = ["Article", "Product", "Unit", "Quantity", "Price", "Discount", "Net"];

fn store(name: &str) -> Store {
    let mut given = catalogue();
    given.products[0].name = name.to_owned();
    given.products[0].cost = Some(dec("12.3456"));
    let mut store = Store::default();
    store.apply(Command::Supply(Supply::Ready { catalogue: given.into(), stale: false })).unwrap();
    store.apply(Command::AddLine { product: "1".into(), quantity: dec("12") }).unwrap();
    store
}

fn csv(name: &str) -> String {
    let store = store(name);
    let priced = quoting::price(store.state(), day("2026-03-02")).unwrap();
    export::csv(store.state(), &priced, HEADS, day("2026-03-02")).unwrap()
}

#[test]
fn a_line_is_a_row() {
    assert_eq!(csv("Chai"), "Article,Product,Unit,Quantity,Price,Discount,Net\r\n1,Chai,box,12,18,3,209.52\r\n");
}

#[test]
fn cells_are_quoted_and_are_no_formulas() {
    let check = |name: &str, expected: &str| {
        let text = csv(name);
        assert!(text.contains(&format!("\r\n1,{expected},box,")), "{name}: {text}");
    };
    check("Chai, green", "\"Chai, green\"");
    check("7\" plate", "\"7\"\" plate\"");
    check("two\nlines", "\"two\nlines\"");
    check("=1+1", "'=1+1");
    check("@SUM(A1)", "'@SUM(A1)");
    check("+7 495", "'+7 495");
    check("-5", "-5");
}

#[test]
fn no_file_tells_the_cost() {
    let store = store("Chai");
    let priced = quoting::price(store.state(), day("2026-03-02")).unwrap();
    let data = export::json(store.state(), &priced, day("2026-03-02")).unwrap();
    let read: serde_json::Value = serde_json::from_str(&data).unwrap();
    assert_eq!((&read["net"], &read["lines"][0]["sku"]), (&"209.52".into(), &"1".into()));
    for text in [csv("Chai"), data] {
        assert!(!text.contains("12.3456") && !text.to_lowercase().contains("cost"), "{text}");
    }
}

#[test]
fn json_says_any_text_there_is() {
    for text in ["", "\"\\", "\n\r\t\u{0}\u{1f}", "\u{2028}", "😀 Ќ", "</script>"] {
        let value = sapa::wire::Writer::new().text("text", text).end();
        let read: serde_json::Value =
            serde_json::from_str(&sapa::wire::json::write(&value, &|_| String::new())).unwrap();
        assert_eq!(read["text"], text);
    }
}
