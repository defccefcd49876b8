//! Derived views of the draft: what it comes to, and the quote it becomes.

use super::state::State;
use crate::domain::date::Date;
use crate::domain::error::{Code, Error, Result};
use crate::domain::pricing::{self, Priced};
use crate::domain::product::Term;
use crate::domain::quote::{self, Quote, QuotedLine};

/// What the draft comes to under the price list.
///
/// # Errors
/// `record.not_found` while there is no price list; otherwise whatever the engine says.
pub fn price(state: &State) -> Result<Priced> {
    let list = state.price_list().ok_or_else(|| Error::new(Code::NotFound, "price list"))?;
    let request = quote::request(&state.draft, state.chosen(), |id| state.product(id), list)?;
    pricing::price(&request)
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
            price: product.price,
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
