//! Prices out of a file, held against what is for sale.

use std::sync::Arc;

use super::item::Item;
use super::quoting;
use super::state::State;
use crate::domain::date::Date;
use crate::domain::error::{Code, Error, Result};
use crate::domain::import::{self, Market, Preview, PriceImport, Table};
use crate::domain::number::Separators;
use crate::domain::product::Product;

/// What the table would become on a day. `separators` are the reader's, for where the file leaves its numbers open.
///
/// # Errors
/// `record.not_found` while nothing is for sale, and those of [`import::preview`].
pub fn preview(state: &State, table: &Table, separators: Separators, day: Date) -> Result<Preview> {
    let catalogue = state.catalogue().ok_or_else(|| Error::new(Code::NotFound, "catalogue"))?;
    let mut groups: Vec<String> = catalogue.clients.iter().filter_map(|client| client.group.clone()).collect();
    groups.sort_unstable();
    groups.dedup();
    let current = |product: &Product, group: Option<&str>| {
        quoting::price_for(state, product, group, day).unwrap_or(product.price)
    };
    let market = Market {
        products: &catalogue.products,
        groups: &groups,
        currency: catalogue.price_list.currency,
        separators,
        current: &current,
    };
    import::preview(table, &market)
}

/// The accepted prices as the record that puts them in force, all of them or none.
///
/// # Errors
/// `record.not_found` while nothing is for sale, and those of [`PriceImport::new`].
pub fn take_over(state: &State, preview: &Preview, name: String, today: Date) -> Result<Item> {
    let list = state.price_list().ok_or_else(|| Error::new(Code::NotFound, "price list"))?;
    let prices = PriceImport::new(name, today, list.currency, preview.accepted.clone())?;
    Ok(Item::Prices(Arc::new(prices)))
}
