//! Derived views of the draft: what it comes to, and the quote it becomes.

use rust_decimal::Decimal;

use super::state::State;
use crate::domain::date::Date;
use crate::domain::error::{Code, Error, Result};
use crate::domain::pricing::{self, Priced};
use crate::domain::product::{Product, Term};
use crate::domain::quote::{self, Quote, QuotedLine};

/// What the draft comes to under the price list.
///
/// # Errors
/// `record.not_found` while there is no price list; otherwise whatever the engine says.
pub fn price(state: &State) -> Result<Priced> {
    let list = state.price_list().ok_or_else(|| Error::new(Code::NotFound, "price list"))?;
    let price = |product: &Product| unit_price(state, product);
    let request = quote::request(&state.draft, state.chosen(), |id| state.product(id), &price, list)?;
    pricing::price(&request)
}

/// What one unit of the product costs the chosen client today, before any discount: by the prices that were taken over, or
/// else by the catalogue.
///
/// # Errors
/// `number.overflow`.
pub fn unit_price(state: &State, product: &Product) -> Result<Decimal> {
    price_for(state, product, state.chosen().and_then(|client| client.group.as_deref()))
}

/// The same for a group of clients.
///
/// # Errors
/// `number.overflow`.
pub fn price_for(state: &State, product: &Product, group: Option<&str>) -> Result<Decimal> {
    let (Some(prices), Some(list)) = (&state.book.prices, state.price_list()) else { return Ok(product.price) };
    Ok(prices.price(product, group, list.currency, state.today)?.unwrap_or(product.price))
}

/// The term the draft is paid by, once there is a price list.
pub fn term(state: &State) -> Option<&Term> {
    quote::term(&state.draft, state.chosen(), state.price_list()?)
}

/// The quote the draft becomes when it is saved.
///
/// # Errors
/// `quote.no_client`, `quote.empty`, and whatever [`price`] says.
pub fn finish(state: &State, id: String, created: Date) -> Result<Quote> {
    let draft = &state.draft;
    let client = state.chosen().ok_or_else(|| Error::new(Code::QuoteNoClient, ""))?;
    if draft.lines.is_empty() {
        return Err(Error::new(Code::QuoteEmpty, ""));
    }
    let currency = state.price_list().ok_or_else(|| Error::new(Code::NotFound, "price list"))?.currency;
    let priced = price(state)?;
    let lines = draft.lines.iter().zip(&priced.lines).map(|(line, priced)| {
        let product = state.product(&line.product).ok_or_else(|| Error::new(Code::NotFound, line.product.clone()))?;
        Ok(QuotedLine {
            product: line.product.clone(),
            name: product.name.clone(),
            quantity: line.quantity,
            price: unit_price(state, product)?,
            net: priced.net,
        })
    });
    Ok(Quote {
        id,
        client: client.id.clone(),
        created,
        currency,
        lines: lines.collect::<Result<_>>()?,
        term: term(state).map(|term| term.id.clone()),
        manual_percent: draft.manual_percent,
        list: priced.list,
        net: priced.net,
        note: draft.note.clone(),
    })
}
