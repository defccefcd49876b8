//! How far an order has come up the ladders of its list.

use rust_decimal::Decimal;

use super::quoting;
use super::state::State;
use crate::domain::date::Date;
use crate::domain::error::{Code, Error, Result};
use crate::domain::history::{Bought, Period};
use crate::domain::loyalty::{Level, Loyalty, Membership};
use crate::domain::money::{Rounding, add, div, mul};
use crate::domain::pricing::{Adjust, Gives, Measure, NextTier, Priced, Scope, Step, StepKind, Thresholds, Tiers};
use crate::domain::product::{Product, Term};
use crate::domain::quote::NamedStep;

/// How far the order has come up a ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What counts, with what was bought before.
    pub reached: Decimal,
    /// What was bought before, where that counts.
    pub before: Option<(Period, Bought)>,
}

/// The list's loyalty programme and where the chosen client stands in it; nothing for a client whom it is not for.
///
/// # Errors
/// `number.overflow`.
pub fn membership(state: &State, day: Date) -> Result<Option<(&Loyalty, Membership<'_>)>> {
    let Some(loyalty) = state.price_list().and_then(|list| list.loyalty.as_ref()) else { return Ok(None) };
    let membership = loyalty.membership(state.chosen(), &quoting::history(state, day))?;
    Ok(membership.map(|membership| (loyalty, membership)))
}

/// The list's terms, each with what paying by it changes for the chosen client, in percent: a level of the programme may waive a
/// surcharge.
pub fn terms(state: &State, day: Date) -> Vec<(Term, Decimal)> {
    let level = level(state, day);
    let list = state.price_list();
    let terms = list.map(|list| list.terms.as_slice()).unwrap_or_default();
    terms.iter().map(|term| (term.clone(), level.map_or(term.percent, |level| level.due(term, terms)))).collect()
}

/// The same for one term, which may be on no list.
pub fn due(state: &State, term: &Term, day: Date) -> Decimal {
    let terms = state.price_list().map(|list| list.terms.as_slice()).unwrap_or_default();
    level(state, day).map_or(term.percent, |level| level.due(term, terms))
}

fn level(state: &State, day: Date) -> Option<&Level> {
    membership(state, day).ok()?.and_then(|(_, membership)| membership.level)
}

/// The ladder of a step on the whole order that gives percentages: the ones that can be drawn.
pub fn ladder(named: &NamedStep) -> Option<&Tiers> {
    let is_order = named.step.scope == Scope::Order && named.name.is_none();
    match &named.step.adjust {
        Adjust::Tiers(tiers) if is_order && tiers.gives == Gives::Percent => Some(tiers),
        _ => None,
    }
}

/// How far the priced draft has come up such a ladder: before the step itself takes anything off.
///
/// # Errors
/// `record.not_found` for a product the price list does not have, `number.overflow`.
pub fn progress(state: &State, step: &Step, priced: &Priced, day: Date) -> Result<Progress> {
    let Adjust::Tiers(tiers) = &step.adjust else { return Err(Error::new(Code::RuleInvalid, step.id.clone())) };
    let order = match tiers.measure {
        Measure::Amount if state.draft.thresholds == Thresholds::Original => priced.list,
        Measure::Amount => {
            let earlier = priced.waterfall.iter().take_while(|effect| effect.step != step.id);
            earlier.map(|effect| effect.amount).try_fold(priced.list, add)?
        }
        Measure::Quantity => state.draft.lines.iter().map(|line| line.quantity).try_fold(Decimal::ZERO, add)?,
        Measure::Weight => state.draft.lines.iter().try_fold(Decimal::ZERO, |sum, line| {
            add(sum, mul(product(state, &line.product)?.weight.unwrap_or_default(), line.quantity)?)
        })?,
    };
    let period = state
        .price_list()
        .and_then(|list| if step.kind == StepKind::Order { list.order_period } else { list.line_period });
    let before =
        period.map(|period| Ok::<_, Error>((period, quoting::history(state, day).bought(period)?))).transpose()?;
    Ok(Progress { reached: add(order, tiers.prior)?, before })
}

/// How many units of the line reach the next rung of its ladder: whole ones more where not units are counted. Nothing where
/// no number of them does.
///
/// # Errors
/// `record.not_found` for a product the price list does not have, `number.overflow`.
pub fn enough(state: &State, key: u32, next: &NextTier, priced: &Priced) -> Result<Option<Decimal>> {
    let at = state.draft.lines.iter().position(|line| line.key == key);
    let Some((line, got)) = at.and_then(|at| Some((state.draft.lines.get(at)?, priced.lines.get(at)?))) else {
        return Ok(None);
    };
    let each = match next.measure {
        Measure::Quantity => return add(line.quantity, next.missing).map(Some),
        Measure::Weight => product(state, &line.product)?.weight.unwrap_or_default(),
        Measure::Amount if line.quantity.is_zero() => product(state, &line.product)?.price,
        Measure::Amount => {
            let running = state.draft.thresholds == Thresholds::Running;
            let earlier = priced.waterfall.iter().take_while(|effect| running && effect.step != next.step);
            let amount = got.effects.iter().take(earlier.count()).copied().try_fold(got.list, add)?;
            div(amount, line.quantity)?
        }
    };
    if each <= Decimal::ZERO {
        return Ok(None);
    }
    add(line.quantity, Rounding::Ceiling.round(div(next.missing, each)?, 0)).map(Some)
}

/// What one unit of the line's product weighs, if that is known and anything.
pub fn weight(state: &State, key: u32) -> Option<Decimal> {
    let line = state.draft.lines.iter().find(|line| line.key == key)?;
    state.product(&line.product)?.weight.filter(|weight| !weight.is_zero())
}

/// Ordered products whose weight is not known although a ladder weighs the order, by name.
pub fn unweighed<'a>(state: &'a State, steps: &[NamedStep]) -> Vec<&'a str> {
    let weighs =
        |named: &NamedStep| matches!(&named.step.adjust, Adjust::Tiers(tiers) if tiers.measure == Measure::Weight);
    if !steps.iter().any(weighs) {
        return Vec::new();
    }
    let products = state.draft.lines.iter().filter_map(|line| state.product(&line.product));
    let mut names: Vec<&str> =
        products.filter(|product| product.weight.is_none()).map(|product| product.name.as_str()).collect();
    names.dedup();
    names
}

fn product<'a>(state: &'a State, id: &str) -> Result<&'a Product> {
    state.product(id).ok_or_else(|| Error::new(Code::NotFound, id))
}
