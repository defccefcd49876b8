//! Derived views of the draft: what it comes to, and the quote it becomes.

use rust_decimal::Decimal;

use super::state::State;
use crate::domain::client::Client;
use crate::domain::date::Date;
use crate::domain::error::{Code, Error, Result};
use crate::domain::history::History;
use crate::domain::pricing::{self, Deferral, Priced, Request, Taxed};
use crate::domain::product::{PriceList, Product, Term};
use crate::domain::quote::{self, Draft, FreeLine, NamedStep, Payment, Quote, QuoteTax, QuotedLine, RateTax};

/// What the draft comes to under the price list on a day.
///
/// # Errors
/// `record.not_found` while there is no price list; otherwise whatever the engine says.
pub fn price(state: &State, day: Date) -> Result<Priced> {
    price_draft(state, &state.draft, day)
}

/// What one scenario of the draft comes to.
///
/// # Errors
/// As for [`price`].
pub fn price_draft(state: &State, draft: &Draft, day: Date) -> Result<Priced> {
    let request = request(state, draft, day)?;
    let mut priced = pricing::price(&request)?;
    if let Some(deferral) = paid_on_days(state, draft, &request, &priced, day)? {
        priced.deferral = Some(deferral.of(priced.list, priced.net, request.rounding, request.currency)?);
    }
    Ok(priced)
}

/// What one scenario of the draft asks of the engine, with all that its price follows from: asked again, anywhere and at any
/// time, it comes to what [`price_draft`] comes to, waiting included.
///
/// # Errors
/// As for [`price`].
pub fn whole_request(state: &State, draft: &Draft, day: Date) -> Result<Request> {
    let mut request = request(state, draft, day)?;
    let priced = pricing::price(&request)?;
    if let Some(deferral) = paid_on_days(state, draft, &request, &priced, day)? {
        request.deferral = Some(deferral);
    }
    Ok(request)
}

/// What waiting follows from where the term alone does not tell it: payments in parts, and days counted by the calendar, are
/// known once it is known what is paid.
fn paid_on_days(
    state: &State,
    draft: &Draft,
    request: &Request,
    priced: &Priced,
    day: Date,
) -> Result<Option<Deferral>> {
    let (None, Some(list)) = (&request.deferral, state.price_list()) else { return Ok(None) };
    let payment = payment_of(state, draft, priced, day)?;
    Ok(payment.and_then(|payment| payment.deferral(list, day)))
}

/// The taxes of the draft, by rate; none where the list levies none.
///
/// # Errors
/// `record.not_found` for a product the price list does not have.
pub fn taxes(state: &State, priced: &Priced) -> Result<Vec<RateTax>> {
    let Some(tax) = state.price_list().and_then(|list| list.tax.as_ref()) else { return Ok(Vec::new()) };
    let percents = state.draft.lines.iter().map(|line| {
        let product = state.product(&line.product).ok_or_else(|| Error::new(Code::NotFound, line.product.clone()))?;
        Ok(tax.percent(product))
    });
    let percents = percents.collect::<Result<Vec<_>>>()?;
    quote::by_rate(percents.into_iter().zip(&priced.lines))
}

/// The tax of the draft; nothing where the list levies none.
///
/// # Errors
/// As for [`taxes`].
pub fn tax(state: &State, priced: &Priced) -> Result<Option<QuoteTax>> {
    let Some(rules) = state.price_list().and_then(|list| list.tax.as_ref()) else { return Ok(None) };
    let Taxed { tax: total, gross, .. } = priced.taxed;
    Ok(Some(QuoteTax { included: rules.included, rates: taxes(state, priced)?, total, gross }))
}

/// When what the draft comes to is paid, delivered on a day; nothing where no term is known.
///
/// # Errors
/// As for [`Payment::of`].
pub fn payment(state: &State, priced: &Priced, day: Date) -> Result<Option<Payment>> {
    payment_of(state, &state.draft, priced, day)
}

fn payment_of(state: &State, draft: &Draft, priced: &Priced, day: Date) -> Result<Option<Payment>> {
    let Some(list) = state.price_list() else { return Ok(None) };
    let term = quote::term(draft, state.chosen(), list);
    term.map(|term| Payment::of(priced, &term, list, day)).transpose()
}

/// What the engine is asked about one scenario of the draft. What waiting costs is in it as far as the term alone tells it; see
/// [`whole_request`].
///
/// # Errors
/// As for [`price`].
pub fn request(state: &State, draft: &Draft, day: Date) -> Result<Request> {
    let list = state.price_list().ok_or_else(|| Error::new(Code::NotFound, "price list"))?;
    let price = |product: &Product| unit_price(state, product, day);
    quote::request(draft, state.chosen(), |id| state.product(id), &price, list, &history(state, day))
}

/// The steps in force, with their names, in the order of the waterfall; none while there is no price list.
///
/// # Errors
/// As for [`quote::steps`].
pub fn steps(state: &State, day: Date) -> Result<Vec<NamedStep>> {
    let Some(list) = state.price_list() else { return Ok(Vec::new()) };
    quote::steps(&state.draft, state.chosen(), list, &history(state, day))
}

/// What the chosen client ordered up to a day.
pub fn history(state: &State, day: Date) -> History {
    let Some(client) = state.chosen() else { return History::of_nobody(day) };
    let counts = state.price_list().is_some_and(PriceList::counts_history);
    // Thousands of orders are not looked through for a list that asks for none of them.
    let orders = state.book.orders.iter().filter(|order| counts && order.client == client.id && order.date <= day);
    History::of(day, orders.map(|order| (order.date, order.net)).collect())
}

/// What one unit of the product costs the chosen client on a day, before any discount: by the prices that were taken over,
/// or else by the price lists, or else by the catalogue.
///
/// # Errors
/// `number.overflow`, and `rule.invalid` for a price list that leads below zero.
pub fn unit_price(state: &State, product: &Product, day: Date) -> Result<Decimal> {
    price_for(state, product, state.chosen(), day)
}

/// The same for a client who need not be the chosen one, or for somebody of no group.
///
/// # Errors
/// As for [`unit_price`].
pub fn price_for(state: &State, product: &Product, client: Option<&Client>, day: Date) -> Result<Decimal> {
    let Some(catalogue) = state.catalogue() else { return Ok(product.price) };
    let currency = catalogue.price_list.currency;
    if let Some(taken_over) = &state.book.prices {
        let group = client.and_then(|client| taken_over.group_of(client));
        if let Some(price) = taken_over.price(product, group, currency, day)? {
            return Ok(price);
        }
    }
    let listed = catalogue.prices.price(product, client.and_then(Client::group_key), currency, day)?;
    Ok(listed.map_or(product.price, |listed| listed.price))
}

/// What people call the lists whose prices are for the chosen client's group on a day.
pub fn lists_for(state: &State, day: Date) -> Vec<&str> {
    let (Some(catalogue), Some(group)) = (state.catalogue(), state.chosen().and_then(Client::group_key)) else {
        return Vec::new();
    };
    catalogue.prices.named_for(group, catalogue.price_list.currency, day)
}

/// The term the draft is paid by, once there is a price list.
pub fn term(state: &State) -> Option<Term> {
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
    let priced = price(state, created)?;
    let lines = draft.lines.iter().zip(&priced.lines).map(|(line, priced)| {
        let product = state.product(&line.product).ok_or_else(|| Error::new(Code::NotFound, line.product.clone()))?;
        Ok(QuotedLine {
            product: line.product.clone(),
            name: product.name.clone(),
            quantity: line.quantity,
            price: unit_price(state, product, created)?,
            net: priced.net,
        })
    });
    Ok(Quote {
        id,
        client: client.id.clone(),
        created,
        currency,
        lines: lines.collect::<Result<_>>()?,
        term: term(state).map(|term| term.id),
        manual_percent: draft.manual_percent,
        list: priced.list,
        net: priced.net,
        free: free(state, &priced)?,
        coupon: draft.coupon.clone(),
        tax: tax(state, &priced)?,
        payment: payment(state, &priced, created)?,
        note: draft.note.clone(),
    })
}

/// What is added for nothing: the goods of the line it is given for, unless others are given.
///
/// # Errors
/// `record.not_found` for goods the price list does not have.
pub fn free(state: &State, priced: &Priced) -> Result<Vec<FreeLine>> {
    let given = priced.free.iter().filter(|good| !good.quantity.is_zero());
    let line = given.map(|good| {
        let id = state.draft.given(good).unwrap_or_default();
        let product = state.product(id).ok_or_else(|| Error::new(Code::NotFound, id))?;
        Ok(FreeLine { product: product.id.clone(), name: product.name.clone(), quantity: good.quantity })
    });
    line.collect()
}
