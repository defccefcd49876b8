//! The scenarios of the draft side by side.

use rust_decimal::Decimal;

use super::quoting;
use super::signing::deal;
use super::state::State;
use crate::domain::date::Date;
use crate::domain::error::Result;
use crate::domain::product::Term;
use crate::domain::quote;
use crate::domain::terms::Judged;

/// What one scenario comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// Whether it is the one being written.
    pub current: bool,
    /// What the client is to pay.
    pub net: Decimal,
    /// What comes off the list price, in percent.
    pub percent: Decimal,
    /// Everything given and what is left, waiting and free goods counted.
    pub judged: Judged,
    /// What the net is worth today, paid when it is.
    pub worth_today: Decimal,
    /// When it is paid.
    pub term: Option<Term>,
}

/// Every scenario of the draft, priced on a day, in order; one that cannot be priced says why.
pub fn scenarios(state: &State, day: Date) -> Vec<Result<Scenario>> {
    let draft = &state.draft;
    draft.scenarios().enumerate().map(|(place, other)| scenario(state, other, place == draft.place, day)).collect()
}

fn scenario(state: &State, draft: &quote::Draft, current: bool, day: Date) -> Result<Scenario> {
    let priced = quoting::price_draft(state, draft, day)?;
    let judged = deal(state, draft, &priced)?.judge()?;
    let term = state.price_list().and_then(|list| quote::term(draft, state.chosen(), list));
    let worth_today = priced.deferral.as_ref().map_or(priced.net, |deferred| deferred.present_value);
    Ok(Scenario { current, net: priced.net, percent: priced.percent, judged, worth_today, term })
}
