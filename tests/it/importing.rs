/// The list that rows become, read at once or in turns.
mod list;

/// Rows: headings, numbers, days, and the reason of every fault.
mod rows;

/// Cells out of texts and packed sheets, split at once or in turns.
mod table;

use rust_decimal::Decimal;
use sapa::domain::import::{ClientGroup, Figure, Market, Notation, Preview, Reason, Table, preview};
use sapa::domain::money::Currency;
use sapa::domain::number::Separators;
use sapa::domain::product::Product;

use crate::support::{EN, dec};

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

/// A reader of these separators: English speakers alone write the month first.
fn reader(separators: Separators) -> Notation {
    Notation { separators, day_first: separators != EN }
}

/// The preview of a table for a reader of these separators.
fn look(table: &Table, separators: Separators) -> Result<Preview, &'static str> {
    let (products, groups) = (
        products(),
        [("key", "Key account"), ("new", "Новые")].map(|(id, name)| ClientGroup { id: id.into(), name: name.into() }),
    );
    let current = |product: &Product, group: Option<&str>| if group.is_some() { Decimal::TEN } else { product.price };
    let notation = reader(separators);
    let market = Market { products: &products, groups: &groups, currency: usd(), notation, current: &current };
    preview(table, &market).map_err(|error| error.code())
}

fn read(text: &str, separators: Separators) -> Preview {
    look(&Table::parse(text).unwrap(), separators).unwrap_or_else(|code| panic!("{text:?}: {code}"))
}

/// Each price as "row's product price", for a short comparison.
fn accepted(preview: &Preview) -> Vec<String> {
    preview.accepted.iter().map(|price| format!("{} {}", price.product, price.price)).collect()
}

/// What could have meant something else, as "typed=read".
fn unclear(preview: &Preview) -> Vec<String> {
    let said = |read: &Figure| match read {
        Figure::Price(price) => price.to_string(),
        Figure::Day(day) => day.to_string(),
    };
    preview.unclear.iter().map(|unclear| format!("{}={}", unclear.typed, said(&unclear.read))).collect()
}

/// Each rejected row as its number, what stood there, and the reason's name.
fn rejected(preview: &Preview) -> Vec<(u32, &str, &Reason)> {
    preview.rejected.iter().map(|rejected| (rejected.row, rejected.cell.as_str(), &rejected.reason)).collect()
}
