//! From a draft to what the engine is to price.

use rust_decimal::Decimal;

use super::Draft;
use super::payment::deferral;
use crate::domain::client::Client;
use crate::domain::error::{Code, Error, Result};
use crate::domain::history::{Bought, History, Period};
use crate::domain::loyalty::{Level, Loyalty};
use crate::domain::money::add;
use crate::domain::pricing::{Adjust, Buyer, Policy, Request, RequestLine, Scope, Step, StepKind, Tiers};
use crate::domain::product::{PriceList, Product, Promotion, TaxRules, Term};

/// A step that is in force, and what people call it where it has a name of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NamedStep {
    /// The step.
    pub step: Step,
    /// The promotion's name; nothing for a step that is named by its kind.
    pub name: Option<String>,
}

/// What the engine is to price: the draft's lines and every rule that applies to this client on the history's day. `price`
/// tells what one unit of a product costs before any of them.
///
/// Lines of the same product count together for the volume discount unless the list counts otherwise, so that nothing is lost
/// by splitting a line; a group is a category, for the list and for promotions, and an item is a product's id.
///
/// # Errors
/// `record.not_found` for a product the price list does not have, `number.range` for a manual discount that is not 0 to
/// 100 percent, `coupon.unknown` for a coupon that is not on the list; those of `price`.
pub fn request<'a>(
    draft: &Draft,
    client: Option<&Client>,
    product: impl Fn(&str) -> Option<&'a Product>,
    price: &dyn Fn(&Product) -> Result<Decimal>,
    price_list: &PriceList,
    history: &History,
) -> Result<Request> {
    if !(Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(&draft.manual_percent) {
        return Err(Error::new(Code::NumberRange, "manual percent"));
    }
    let lines = draft.lines.iter().map(|line| {
        let product = product(&line.product).ok_or_else(|| Error::new(Code::NotFound, line.product.clone()))?;
        Ok(RequestLine {
            id: line.key.to_string().into(),
            item: Some(line.product.as_str().into()),
            group: Some(product.category.as_str().into()),
            quantity: line.quantity,
            unit_price: price(product)?,
            cost: price_list.tax.as_ref().map_or(Ok(product.cost), |tax| tax.cost(product))?,
            tax_percent: price_list.tax.as_ref().map_or(Decimal::ZERO, |tax| tax.percent(product)),
            weight: product.weight.unwrap_or_default(),
            ..RequestLine::default()
        })
    });
    let term = term(draft, client, price_list);
    let steps = steps(draft, client, price_list, history)?;
    Ok(Request {
        lines: lines.collect::<Result<_>>()?,
        steps: steps.into_iter().map(|named| named.step).collect(),
        deferral: term.and_then(|term| deferral(&term, &price_list.capital)),
        buyer: Buyer {
            day: Some(history.day()),
            client: client.map(|client| client.id.clone()),
            group: client.and_then(|client| client.group_id.clone()),
            ..Buyer::default()
        },
        tax: price_list.tax.as_ref().map(TaxRules::policy).unwrap_or_default(),
        floor: price_list.floor,
        policy: Policy { thresholds: draft.thresholds, ..Policy::default() },
        ..Request::new(price_list.currency)
    })
}

/// The term the draft is paid by: the one chosen, or else the client's, or else the first the list neither rewards nor
/// charges.
pub fn term(draft: &Draft, client: Option<&Client>, price_list: &PriceList) -> Option<Term> {
    let agreed = || client.and_then(|client| client.term.as_deref());
    let id = draft.term.as_deref().or_else(agreed);
    let usual = || price_list.terms.iter().find(|term| term.percent.is_zero());
    id.and_then(|id| price_list.any_term(id)).or_else(|| usual().cloned())
}

/// The steps in the order they apply: list, volume, client, loyalty, promotion, coupon, manual, order, payment, unless the draft
/// arranges them otherwise. A step that would do nothing is left out.
///
/// # Errors
/// `coupon.unknown`, `number.overflow`.
pub fn steps(
    draft: &Draft,
    client: Option<&Client>,
    price_list: &PriceList,
    history: &History,
) -> Result<Vec<NamedStep>> {
    let coupon = match draft.coupon.as_deref() {
        Some(code) => Some(price_list.coupon(code).ok_or_else(|| Error::new(Code::CouponUnknown, code))?),
        None => None,
    };
    let agreed = client.map_or(Decimal::ZERO, |client| client.discount_percent);
    let level = level(client, price_list, history)?;
    let due = term(draft, client, price_list).map_or(Decimal::ZERO, |term| match level {
        Some((_, level)) => level.due(&term, &price_list.terms),
        None => term.percent,
    });
    let mut steps = Vec::new();
    let list = price_list;
    steps.extend(lifted("volume", StepKind::Volume, list.line_scope, &list.line_tiers, list.line_period, history)?);
    steps.extend(percent("client", StepKind::Client, Scope::Line, agreed));
    steps.extend(level.and_then(|(loyalty, level)| rewarded(loyalty, level)));
    let open = price_list.promotions.iter().filter(|promotion| promotion.coupon.is_none());
    steps.extend(open.map(|promotion| promoted(promotion, StepKind::Promotion)));
    steps.extend(coupon.map(|coupon| promoted(coupon, StepKind::Coupon)));
    steps.extend(percent("manual", StepKind::Manual, Scope::Line, draft.manual_percent));
    steps.extend(lifted("order", StepKind::Order, Scope::Order, &list.order_tiers, list.order_period, history)?);
    steps.extend(percent("payment", StepKind::Payment, Scope::Order, due));
    arrange(&mut steps, &draft.arrangement);
    Ok(steps)
}

/// Whether a list may have a step of this id for some client or other.
pub fn may_have(price_list: &PriceList, id: &str) -> bool {
    const OWN: [&str; 6] = ["volume", "client", "loyalty", "manual", "order", "payment"];
    OWN.contains(&id) || price_list.promotions.iter().any(|promotion| promotion.step.id == id)
}

/// The level the client has come to in the list's programme.
fn level<'a>(
    client: Option<&Client>,
    price_list: &'a PriceList,
    history: &History,
) -> Result<Option<(&'a Loyalty, &'a Level)>> {
    let Some(loyalty) = &price_list.loyalty else { return Ok(None) };
    let membership = loyalty.membership(client, history)?;
    Ok(membership.and_then(|membership| Some((loyalty, membership.level?))))
}

fn rewarded(loyalty: &Loyalty, level: &Level) -> Option<NamedStep> {
    let name = [loyalty.name.as_str(), ", ", &level.name].concat();
    Some(NamedStep { step: loyalty.step(level)?, name: Some(name) })
}

fn percent(id: &str, kind: StepKind, scope: Scope, percent: Decimal) -> Option<NamedStep> {
    (!percent.is_zero()).then(|| usual(id, kind, scope, Adjust::Percent(percent)))
}

/// A ladder of the list, with what the client has bought in its period.
fn lifted(
    id: &str,
    kind: StepKind,
    scope: Scope,
    tiers: &Tiers,
    period: Option<Period>,
    history: &History,
) -> Result<Option<NamedStep>> {
    if tiers.bands.is_empty() {
        return Ok(None);
    }
    let before = period.map(|period| history.bought(period)).transpose()?;
    let prior = before.and_then(Bought::amount).map_or(Ok(tiers.prior), |amount| add(tiers.prior, amount))?;
    Ok(Some(usual(id, kind, scope, Adjust::Tiers(Tiers { prior, ..tiers.clone() }))))
}

fn usual(id: &str, kind: StepKind, scope: Scope, adjust: Adjust) -> NamedStep {
    NamedStep { step: Step { id: id.to_owned(), kind, scope, adjust, ..Step::default() }, name: None }
}

fn promoted(promotion: &Promotion, kind: StepKind) -> NamedStep {
    NamedStep { step: Step { kind, ..promotion.step.clone() }, name: Some(promotion.name.clone()) }
}

/// Puts the steps that are named into the order in which they are named; the others keep their places.
fn arrange(steps: &mut [NamedStep], order: &[String]) {
    let rank = |named: &NamedStep| order.iter().position(|id| *id == named.step.id);
    let places: Vec<usize> = (0..steps.len()).filter(|place| rank(&steps[*place]).is_some()).collect();
    let mut chosen: Vec<NamedStep> = places.iter().map(|place| steps[*place].clone()).collect();
    chosen.sort_by_key(rank);
    for (place, named) in places.into_iter().zip(chosen) {
        steps[place] = named;
    }
}
