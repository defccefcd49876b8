//! The draft as a file: whole, and with nothing internal in it.

use sapa::domain::money::Rounding;
use sapa::domain::terms::{CapitalCost, CashRounding};
use sapa::store::{Command, Store, Supply, export, quoting};
use sapa::wire::{self, ToWire};

use crate::store::catalogue;
use crate::support::{day, dec};
use crate::wire::{json_of, plain};

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

/// A list that taxes, has coins, knows what capital costs and takes the money in two parts, and a quote under it.
fn due() -> (Store, serde_json::Value) {
    let mut given = catalogue();
    let rules = serde_json::json!({"percent": "19", "classes": [{"taxClass": "food", "percent": "7"}]});
    let part = |days: u32| serde_json::json!({"percent": "50", "due": [{"days": days}]});
    let term = serde_json::json!({"id": "half", "days": 60, "percent": "0", "schedule": [part(0), part(60)]});
    given.price_list.tax = Some(wire::read(&plain(&rules)).unwrap());
    given.price_list.terms.push(wire::read(&plain(&term)).unwrap());
    given.price_list.cash = Some(CashRounding { step: dec("0.05"), rounding: Rounding::HalfUp });
    given.price_list.capital = CapitalCost::yearly(dec("17.654321"));
    given.products.iter_mut().for_each(|product| product.cost = Some(dec("12.3456")));
    given.products[1].tax_class = Some("food".into());
    let mut store = Store::default();
    store.apply(Command::Supply(Supply::Ready { catalogue: given.into(), stale: false })).unwrap();
    store.apply(Command::ChooseClient(Some("ALFKI".into()))).unwrap();
    for product in ["1", "2"] {
        store.apply(Command::AddLine { product: product.into(), quantity: dec("1") }).unwrap();
    }
    store.apply(Command::SetManual(dec("10"))).unwrap();
    store.apply(Command::SetTerm(Some("half".into()))).unwrap();
    let priced = quoting::price(store.state(), day("2026-03-02")).unwrap();
    let file = export::json(store.state(), &priced, day("2026-03-02")).unwrap();
    (store, serde_json::from_str(&file).unwrap())
}

/// What goes to the host and into the file says the same of tax and payments, and nothing of what is ours alone.
#[test]
fn what_is_due_is_told_and_what_it_costs_us_is_not() {
    let (mut store, file) = due();
    assert_eq!(file["net"], "33.30");
    let rates = serde_json::json!([
        {"percent": "19", "net": "16.20", "tax": "3.08"}, {"percent": "7", "net": "17.10", "tax": "1.20"},
    ]);
    assert_eq!(file["tax"], serde_json::json!({"rates": rates, "tax": "4.28", "gross": "37.58"}));
    let paid = &file["payment"];
    assert_eq!((&paid["due"], &paid["total"], &paid["rounding"]), (&"37.60".into(), &"37.60".into(), &"0.02".into()));
    let parts = serde_json::json!([{"due": "2026-03-02", "amount": "18.80"}, {"due": "2026-05-01", "amount": "18.80"}]);
    assert_eq!(paid["payments"], parts);

    let waiting = quoting::price(store.state(), day("2026-03-02")).unwrap().deferral.unwrap();
    assert!(!waiting.cost.is_zero());
    store.apply(Command::SaveQuote { id: "Q".into(), created: day("2026-03-02"), host: true }).unwrap();
    let quote = &store.state().quotes.iter().find(|saved| saved.quote.id == "Q").unwrap().quote;
    let sent = json_of(&sapa::bridge::wire::quote(quote));
    assert_eq!((&sent["tax"], &sent["payment"]), (&file["tax"], &file["payment"]));
    for text in [file.to_string(), sent.to_string(), json_of(&quote.to_wire()).to_string()] {
        let secrets = ["12.3456", "24.69", "17.65", &waiting.cost.to_string(), &waiting.present_value.to_string()];
        for secret in secrets {
            assert!(!text.contains(secret), "{secret} in {text}");
        }
        for word in ["cost", "margin", "capital", "deferral", "effective"] {
            assert!(!text.to_lowercase().contains(word), "{word} in {text}");
        }
    }
}

#[test]
fn where_nothing_is_taxed_no_tax_is_told() {
    let store = store("Chai");
    let priced = quoting::price(store.state(), day("2026-03-02")).unwrap();
    let file = export::json(store.state(), &priced, day("2026-03-02")).unwrap();
    let file: serde_json::Value = serde_json::from_str(&file).unwrap();
    assert_eq!(file.get("tax"), None);
    assert_eq!(file["payment"]["payments"], serde_json::json!([{"due": "2026-04-01", "amount": "209.52"}]));
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
