//! Prices out of a file, held against what is for sale.

use std::sync::Arc;

use super::item::Item;
use super::quoting;
use super::state::State;
use crate::domain::client::Client;
use crate::domain::date::Date;
use crate::domain::error::{Code, Error, Result};
use crate::domain::import::{self, ClientGroup, Inspection, Market, Notation, Preview, PriceImport, Table};
use crate::domain::product::Product;

/// What the table would become on a day. `notation` is the reader's, for where the file leaves its numbers and days open.
///
/// # Errors
/// `record.not_found` while nothing is for sale, and those of [`import::preview`].
pub fn preview(state: &State, table: &Table, notation: Notation, day: Date) -> Result<Preview> {
    with_market(state, notation, day, &mut |market| import::preview(table, market))
}

/// Begins to read a table that [`read_on`] goes on with: with the same state, notation and day.
///
/// # Errors
/// As for [`preview`].
pub fn begin(state: &State, table: &Table, notation: Notation, day: Date) -> Result<Inspection> {
    with_market(state, notation, day, &mut |market| Inspection::begin(table, market))
}

/// Reads so many rows more.
///
/// # Errors
/// As for [`preview`].
pub fn read_on(
    inspection: &mut Inspection,
    rows: usize,
    state: &State,
    table: &Table,
    notation: Notation,
    day: Date,
) -> Result<()> {
    with_market(state, notation, day, &mut |market| {
        inspection.read(rows, table, market);
        Ok(())
    })
}

fn with_market<T>(
    state: &State,
    notation: Notation,
    day: Date,
    read: &mut dyn FnMut(&Market) -> Result<T>,
) -> Result<T> {
    let catalogue = state.catalogue().ok_or_else(|| Error::new(Code::NotFound, "catalogue"))?;
    let mut groups: Vec<ClientGroup> = catalogue.clients.iter().filter_map(group).collect();
    groups.sort_unstable();
    groups.dedup();
    let current = |product: &Product, group: Option<&str>| {
        let client = group.and_then(|id| catalogue.clients.iter().find(|client| client.group_key() == Some(id)));
        quoting::price_for(state, product, client, day).unwrap_or(product.price)
    };
    let market = Market {
        products: &catalogue.products,
        groups: &groups,
        currency: catalogue.price_list.currency,
        notation,
        current: &current,
    };
    read(&market)
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

/// What people call the group of clients of this id.
pub fn group_name<'a>(state: &'a State, id: &'a str) -> &'a str {
    let clients = state.catalogue().map(|catalogue| catalogue.clients.as_slice()).unwrap_or_default();
    let client = clients.iter().find(|client| client.group_key() == Some(id));
    client.and_then(|client| client.group.as_deref()).unwrap_or(id)
}

fn group(client: &Client) -> Option<ClientGroup> {
    let id = client.group_key()?.to_owned();
    Some(ClientGroup { name: client.group.clone().unwrap_or_else(|| id.clone()), id })
}
