//! What the draft would need for what a client wishes: a discount, or a total.

use rust_decimal::Decimal;

use super::quoting;
use super::signing::deal;
use super::state::State;
use crate::domain::date::Date;
use crate::domain::error::Result;
use crate::domain::money::sub;
use crate::domain::pricing::{self, Priced, Ways};
use crate::domain::quote::Draft;
use crate::domain::terms::break_even_volume;

/// What the account manager would have to give by hand for a total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByHand {
    /// So many percent by hand, to two digits.
    pub percent: Decimal,
    /// What the order comes to with them: at most the total that was asked for, if that can be reached.
    pub net: Decimal,
    /// Whether it can.
    pub reached: bool,
    /// Whether nothing need be given for it: the order comes to no more without anything by hand.
    pub is_free: bool,
    /// How much more would have to be sold for the profit the order leaves as it is, in percent; nothing where the cost is not
    /// known or nothing is given up.
    pub more_percent: Option<Decimal>,
}

/// Hundredths of a percent in a whole.
const WHOLE: u32 = 10_000;

/// Which lines to order more of so that so many percent come off; those of the `held` keys stay as they are.
///
/// # Errors
/// As for [`pricing::ways_to`] and [`quoting::request`].
pub fn discount(state: &State, percent: Decimal, held: &[u32], day: Date) -> Result<Ways> {
    pricing::ways_around(&quoting::request(state, &state.draft, day)?, percent, &ids(held))
}

/// Which lines to order more of and pay less; those of the `held` keys stay as they are.
///
/// # Errors
/// As for [`pricing::cheaper`] and [`quoting::request`].
pub fn cheaper(state: &State, held: &[u32], day: Date) -> Result<Ways> {
    pricing::cheaper_around(&quoting::request(state, &state.draft, day)?, &ids(held))
}

fn ids(keys: &[u32]) -> Vec<String> {
    keys.iter().map(u32::to_string).collect()
}

/// The least that must be given by hand, in hundredths of a percent, so that the order comes to a total or less.
///
/// Every other rule holds as ever: what is given by hand may take the order below the threshold of another discount, and
/// stops at the floors.
///
/// # Errors
/// As for [`quoting::price`].
pub fn total(state: &State, target: Decimal, day: Date) -> Result<ByHand> {
    let now = quoting::price(state, day)?;
    let (mut above, mut below) = (0, WHOLE);
    let mut last = by_hand(state, below, day)?;
    let reached = last.net <= target;
    // Where a threshold is lost on the way the total jumps up, so what is found is checked and not just halved to.
    while reached && above < below {
        let middle = u32::midpoint(above, below);
        let priced = by_hand(state, middle, day)?;
        if priced.net <= target {
            (below, last) = (middle, priced);
        } else {
            above = middle + 1;
        }
    }
    let more_percent = more(state, &now, &last);
    Ok(ByHand { percent: percent(below), net: last.net, reached, is_free: below == 0, more_percent })
}

fn by_hand(state: &State, hundredths: u32, day: Date) -> Result<Priced> {
    let draft = Draft { manual_percent: percent(hundredths), ..state.draft.clone() };
    pricing::price(&quoting::request(state, &draft, day)?)
}

fn percent(hundredths: u32) -> Decimal {
    Decimal::new(hundredths.into(), 2).normalize()
}

/// How much more must be sold at the new net for the profit of the old one, in percent.
fn more(state: &State, now: &Priced, then: &Priced) -> Option<Decimal> {
    let cost = deal(state, &state.draft, now).ok()?.cost?;
    let change = sub(then.net, now.net).ok().filter(|change| *change < Decimal::ZERO)?;
    let more = break_even_volume(now.net, cost, change).ok()?;
    more.checked_mul(Decimal::ONE_HUNDRED)
}
