//! The offer: being written, and as it was made.

use rust_decimal::Decimal;

use super::client::Client;
use super::date::Date;
use super::error::{Code, Error, Result};
use super::money::Currency;
use super::pricing::{Adjust, Deferral, Discounting, Request, RequestLine, Scope, Step, StepKind, Tiers};
use super::product::{PriceList, Product, Term};

/// An offer being written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// For whom, once chosen.
    pub client: Option<String>,
    /// What is offered, in the order it was added.
    pub lines: Vec<DraftLine>,
    /// The payment term's id; the client's own term holds until one is chosen.
    pub term: Option<String>,
    /// What the account manager takes off every line, in percent.
    pub manual_percent: Decimal,
    /// Words to go with the offer.
    pub note: String,
}

/// One line of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftLine {
    /// Tells the lines of one draft apart; two may offer the same product.
    pub key: u32,
    /// The product's id.
    pub product: String,
    /// How many units of it.
    pub quantity: Decimal,
}

/// An offer as it was made. Prices are kept, not looked up again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The quote's id.
    pub id: String,
    /// The client's id.
    pub client: String,
    /// The day it was made.
    pub created: Date,
    /// The currency of every amount in it.
    pub currency: Currency,
    /// What was offered.
    pub lines: Vec<QuotedLine>,
    /// The payment term's id.
    pub term: Option<String>,
    /// What the account manager took off every line, in percent.
    pub manual_percent: Decimal,
    /// The sum of the lines at list price.
    pub list: Decimal,
    /// What the client is to pay.
    pub net: Decimal,
    /// Words that went with the offer.
    pub note: String,
}

/// One line of a quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotedLine {
    /// The product's id.
    pub product: String,
    /// The product's name on that day.
    pub name: String,
    /// How many units.
    pub quantity: Decimal,
    /// List price of one unit on that day.
    pub price: Decimal,
    /// What the client is to pay for the line, its share of order discounts included.
    pub net: Decimal,
}

/// What the engine is to price: the draft's lines and every rule that applies to this client. `price` tells what one unit
/// of a product costs before any of them.
///
/// Lines of the same product count together for the volume discount, so that nothing is lost by splitting a line. A step
/// without any effect to have is left out.
///
/// # Errors
/// `record.not_found` for a product the price list does not have, `number.range` for a manual discount that is not 0 to
/// 100 percent; those of `price`.
pub fn request<'a>(
    draft: &Draft,
    client: Option<&Client>,
    product: impl Fn(&str) -> Option<&'a Product>,
    price: &dyn Fn(&Product) -> Result<Decimal>,
    price_list: &PriceList,
) -> Result<Request> {
    if !(Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&draft.manual_percent) {
        return Err(Error::new(Code::NumberRange, "manual percent"));
    }
    let lines = draft.lines.iter().map(|line| {
        let product = product(&line.product).ok_or_else(|| Error::new(Code::NotFound, line.product.clone()))?;
        Ok(RequestLine {
            id: line.key.to_string().into(),
            group: Some(line.product.clone()),
            quantity: line.quantity,
            unit_price: price(product)?,
            cost: product.cost,
            ..RequestLine::default()
        })
    });
    let term = term(draft, client, price_list);
    Ok(Request {
        lines: lines.collect::<Result<_>>()?,
        steps: steps(draft, client, term, price_list),
        deferral: term.map(|term| Deferral {
            days: term.days,
            annual_percent: price_list.cost_of_capital_percent,
            method: Discounting::Compound,
            year_days: 365,
        }),
        ..Request::new(price_list.currency)
    })
}

/// The term the draft is paid by: the one chosen, or else the client's, or else the first the list neither rewards nor
/// charges.
pub fn term<'a>(draft: &Draft, client: Option<&Client>, price_list: &'a PriceList) -> Option<&'a Term> {
    let agreed = || client.and_then(|client| client.term.as_deref());
    let id = draft.term.as_deref().or_else(agreed);
    id.and_then(|id| price_list.term(id)).or_else(|| price_list.terms.iter().find(|term| term.percent.is_zero()))
}

fn steps(draft: &Draft, client: Option<&Client>, term: Option<&Term>, price_list: &PriceList) -> Vec<Step> {
    let step = |id: &str, kind, scope, adjust| Step { id: id.to_owned(), kind, scope, adjust, ..Step::default() };
    let percent = |id: &str, kind, scope, percent: Decimal| {
        (!percent.is_zero()).then(|| step(id, kind, scope, Adjust::Percent(percent)))
    };
    let tiers = |id: &str, kind, scope, tiers: &Tiers| {
        (!tiers.bands.is_empty()).then(|| step(id, kind, scope, Adjust::Tiers(tiers.clone())))
    };
    let agreed = client.map_or(Decimal::ZERO, |client| client.discount_percent);
    let due = term.map_or(Decimal::ZERO, |term| term.percent);
    [
        tiers("volume", StepKind::Volume, Scope::Group, &price_list.line_tiers),
        percent("client", StepKind::Client, Scope::Line, agreed),
        percent("manual", StepKind::Manual, Scope::Line, draft.manual_percent),
        tiers("order", StepKind::Order, Scope::Order, &price_list.order_tiers),
        percent("payment", StepKind::Payment, Scope::Order, due),
    ]
    .into_iter()
    .flatten()
    .collect()
}
