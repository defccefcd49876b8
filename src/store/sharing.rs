//! A draft as a link, and a link beside what is for sale here.

use rust_decimal::Decimal;

use super::quoting;
use super::state::State;
use crate::domain::date::Date;
use crate::domain::error::{Code, Error, Result};
use crate::domain::product::{PriceList, Product};
use crate::domain::quote::{Draft, DraftLine};
use crate::domain::share::Shared;

/// What of a shared quote is otherwise here than where it came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// Another price list is in use here.
    pub list: bool,
    /// The same list, in another version.
    pub version: bool,
    /// Prices are in another currency here.
    pub currency: bool,
    /// Articles nobody here knows, by the number they are ordered by; their lines are left out.
    pub unknown: Vec<String>,
    /// Articles that are no longer sold, by their names here; their lines are left out.
    pub discontinued: Vec<String>,
    /// The payment term, if it is not one of the list's; it is left out.
    pub term: Option<String>,
    /// The coupon, if no promotion of the list bears it; it is left out.
    pub coupon: Option<String>,
    /// What the quote comes to here, if that is not what it came to there, or cannot be compared.
    pub net: Option<Decimal>,
}

impl Differences {
    /// Whether the quote is here what it was there.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What a link to the draft holds.
///
/// # Errors
/// `record.not_found` while there is no price list, or for a product it does not have; otherwise whatever the engine says.
pub fn share(state: &State, day: Date) -> Result<Shared> {
    let list = list(state)?;
    let draft = &state.draft;
    let lines = draft.lines.iter().map(|line| {
        let product = state.product(&line.product).ok_or_else(|| Error::new(Code::NotFound, line.product.clone()))?;
        Ok((product.sku.clone(), line.quantity))
    });
    Ok(Shared {
        list: list.id.clone(),
        version: list.version.clone(),
        currency: list.currency.code().to_owned(),
        lines: lines.collect::<Result<_>>()?,
        // The client's own term is not known to whoever opens the link.
        term: quoting::term(state).map(|term| term.id),
        manual_percent: draft.manual_percent,
        coupon: draft.coupon.clone(),
        net: quoting::price(state, day)?.net,
    })
}

/// What would be otherwise, if the link were opened here: for the client that is looked at, on this day.
///
/// # Errors
/// `record.not_found` while there is no price list; otherwise whatever the engine says.
pub fn compare(shared: &Shared, state: &State, day: Date) -> Result<Differences> {
    let list = list(state)?;
    let mut differences = Differences {
        list: list.id != shared.list,
        version: list.id == shared.list && list.version != shared.version,
        currency: list.currency.code() != shared.currency,
        term: shared.term.clone().filter(|id| list.any_term(id).is_none()),
        coupon: shared.coupon.clone().filter(|code| list.coupon(code).is_none()),
        ..Differences::default()
    };
    for (sku, _) in &shared.lines {
        let (names, name) = match by_sku(state, sku) {
            None => (&mut differences.unknown, sku),
            Some(product) if product.discontinued => (&mut differences.discontinued, &product.name),
            Some(_) => continue,
        };
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    let mut opened = state.clone();
    open(shared, state, &mut opened.draft)?;
    let net = quoting::price(&opened, day)?.net;
    differences.net = Some(net).filter(|net| differences.currency || *net != shared.net);
    Ok(differences)
}

/// Makes the draft what the link says, as far as it can be had here. It stays for the same client.
///
/// # Errors
/// `record.not_found` while there is no price list.
pub(super) fn open(shared: &Shared, state: &State, draft: &mut Draft) -> Result<()> {
    let list = list(state)?;
    let sold = |sku: &str| by_sku(state, sku).filter(|product| !product.discontinued);
    let had = shared.lines.iter().filter_map(|(sku, quantity)| Some((sold(sku)?, *quantity)));
    let lines =
        (1..).zip(had).map(|(key, (product, quantity))| DraftLine { key, product: product.id.clone(), quantity });
    *draft = Draft {
        client: draft.client.clone(),
        lines: lines.collect(),
        term: shared.term.clone().filter(|id| list.any_term(id).is_some()),
        manual_percent: shared.manual_percent,
        coupon: shared.coupon.clone().filter(|code| list.coupon(code).is_some()),
        ..Draft::default()
    };
    Ok(())
}

fn list(state: &State) -> Result<&PriceList> {
    state.price_list().ok_or_else(|| Error::new(Code::NotFound, "price list"))
}

/// The article of this number: one that is sold, if there are several.
fn by_sku<'a>(state: &'a State, sku: &str) -> Option<&'a Product> {
    let mut known = state.catalogue()?.products.iter().filter(|product| product.sku == sku);
    let first = known.next()?;
    if first.discontinued { known.find(|product| !product.discontinued).or(Some(first)) } else { Some(first) }
}
