//! A draft as a link, and a link beside what is for sale here.

use rust_decimal::Decimal;

use super::quoting;
use super::state::State;
use crate::domain::date::Date;
use crate::domain::error::{Code, Error, Result};
use crate::domain::pricing;
use crate::domain::product::{PriceList, Product};
use crate::domain::quote::{self, Draft, DraftLine};
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
    /// Whether it orders steps that no rule here can be; the others keep that order.
    pub steps: bool,
    /// The other scenarios that come to something else here: the place of each, what it came to there, and here.
    pub other_nets: Vec<(usize, Decimal, Decimal)>,
}

impl Differences {
    /// Whether the quote is here what it was there.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What writing on a link would begin with here, and what it would replace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The name and the quantity of each article of it that can be had.
    pub goods: Vec<(String, Decimal)>,
    /// What it comes to here.
    pub net: Decimal,
    /// How many lines are being written now, in every scenario; none where nothing would be lost.
    pub replaced: usize,
    /// For whom they are.
    pub client: Option<String>,
}

/// What a link to the draft holds.
///
/// # Errors
/// `record.not_found` while there is no price list, or for a product it does not have; otherwise whatever the engine says.
pub fn share(state: &State, day: Date) -> Result<Shared> {
    let others = state.draft.others.iter().map(|draft| scenario(state, draft, day)).collect::<Result<_>>()?;
    Ok(Shared { others, place: state.draft.place, ..scenario(state, &state.draft, day)? })
}

fn scenario(state: &State, draft: &Draft, day: Date) -> Result<Shared> {
    let list = list(state)?;
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
        term: quote::term(draft, state.chosen(), list).map(|term| term.id),
        manual_percent: draft.manual_percent,
        coupon: draft.coupon.clone(),
        net: pricing::price(&quoting::request(state, draft, day)?)?.net,
        thresholds: draft.thresholds,
        arrangement: draft.arrangement.clone(),
        ..Shared::default()
    })
}

/// What would be otherwise, if the link were opened here: for the client that is looked at, on this day.
///
/// # Errors
/// `record.not_found` while there is no price list; otherwise whatever the engine says.
pub fn compare(shared: &Shared, state: &State, day: Date) -> Result<Differences> {
    let list = list(state)?;
    let all = || [shared].into_iter().chain(&shared.others);
    let mut differences = Differences {
        list: list.id != shared.list,
        version: list.id == shared.list && list.version != shared.version,
        currency: list.currency.code() != shared.currency,
        term: all().filter_map(|one| one.term.clone()).find(|id| list.any_term(id).is_none()),
        coupon: all().filter_map(|one| one.coupon.clone()).find(|code| list.coupon(code).is_none()),
        steps: all().flat_map(|one| &one.arrangement).any(|id| !quote::may_have(list, id)),
        ..Differences::default()
    };
    for (sku, _) in all().flat_map(|one| &one.lines) {
        let (names, name) = match by_sku(state, sku) {
            None => (&mut differences.unknown, sku),
            Some(product) if product.discontinued => (&mut differences.discontinued, &product.name),
            Some(_) => continue,
        };
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    let mut opened = state.draft.clone();
    open(shared, state, &mut opened)?;
    let differs = |draft: &Draft, then: Decimal| -> Result<Option<Decimal>> {
        let net = pricing::price(&quoting::request(state, draft, day)?)?.net;
        Ok(Some(net).filter(|net| differences.currency || *net != then))
    };
    let net = differs(&opened, shared.net)?;
    let mut other_nets = Vec::new();
    for (number, (draft, other)) in opened.others.iter().zip(&shared.others).enumerate() {
        let place = if number < shared.place { number } else { number + 1 };
        other_nets.extend(differs(draft, other.net)?.map(|now| (place, other.net, now)));
    }
    Ok(Differences { net, other_nets, ..differences })
}

/// What there would be to write on, if the link were opened here.
///
/// # Errors
/// `record.not_found` while there is no price list; otherwise whatever the engine says.
pub fn preview(shared: &Shared, state: &State, day: Date) -> Result<Preview> {
    let mut draft = state.draft.clone();
    let replaced = draft.scenarios().map(|draft| draft.lines.len()).sum();
    open(shared, state, &mut draft)?;
    let named = |line: &DraftLine| Some((state.product(&line.product)?.name.clone(), line.quantity));
    Ok(Preview {
        goods: draft.lines.iter().filter_map(named).collect(),
        net: pricing::price(&quoting::request(state, &draft, day)?)?.net,
        replaced: if draft == state.draft { 0 } else { replaced },
        client: state.chosen().map(|client| client.name.clone()),
    })
}

/// Makes the draft what the link says, as far as it can be had here. It stays for the same client.
///
/// # Errors
/// `record.not_found` while there is no price list.
pub(super) fn open(shared: &Shared, state: &State, draft: &mut Draft) -> Result<()> {
    let client = draft.client.clone();
    let others = shared.others.iter().map(|other| opened(other, state, client.clone())).collect::<Result<_>>()?;
    *draft = Draft { others, place: shared.place, ..opened(shared, state, client)? };
    Ok(())
}

fn opened(shared: &Shared, state: &State, client: Option<String>) -> Result<Draft> {
    let list = list(state)?;
    let sold = |sku: &str| by_sku(state, sku).filter(|product| !product.discontinued);
    let had = shared.lines.iter().filter_map(|(sku, quantity)| Some((sold(sku)?, *quantity)));
    let lines =
        (1..).zip(had).map(|(key, (product, quantity))| DraftLine { key, product: product.id.clone(), quantity });
    Ok(Draft {
        client,
        lines: lines.collect(),
        term: shared.term.clone().filter(|id| list.any_term(id).is_some()),
        manual_percent: shared.manual_percent,
        coupon: shared.coupon.clone().filter(|code| list.coupon(code).is_some()),
        arrangement: shared.arrangement.clone(),
        thresholds: shared.thresholds,
        ..Draft::default()
    })
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
