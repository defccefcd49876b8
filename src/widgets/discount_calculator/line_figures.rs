//! What the lines of the order show.

use leptos::prelude::{Effect, untrack};
use rust_decimal::Decimal;

use super::figures::PricedDraft;
use crate::domain::date::Date;
use crate::domain::money::Currency;
use crate::domain::pricing::{NextTier, Priced, PricedLine};
use crate::domain::quote::DraftLine;
use crate::session::{Desk, Each};
use crate::store::{State, quoting};

/// What one line shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineFigures {
    /// What its amounts are in, once there is a price list.
    pub currency: Option<Currency>,
    /// How many.
    pub quantity: Decimal,
    /// What one unit costs before any discount.
    pub price: Decimal,
    /// What is taken off in percent, and what the line comes to; nothing while the draft cannot be priced.
    pub comes_to: Option<(Decimal, Decimal)>,
    /// Its next tier.
    pub next: Option<NextTier>,
}

/// The figures of each line. The line that is typed in follows each key; the others, which share in what it changes, follow once
/// the typing pauses. `now` is the draft priced with every key.
pub(super) fn of(desk: Desk, now: PricedDraft) -> Each<LineFigures> {
    let today = desk.today();
    let all = Each::new(move || {
        desk.state.with(|state| {
            let priced = untrack(|| now.with(|priced| lines(state, Some(priced), today)));
            priced.unwrap_or_else(|| lines(state, None, today))
        })
    });
    Effect::new(move || {
        let typed = desk.now.with(|state| {
            let read = |priced: Option<&Priced>| all.peek(|shown| typed(state, priced, shown, today));
            now.with(|priced| read(Some(priced))).unwrap_or_else(|| read(None))
        });
        typed.into_iter().for_each(|(key, figures)| all.put(key, figures));
    });
    all
}

/// What each line of the draft shows.
fn lines(state: &State, priced: Option<&Priced>, today: Date) -> Vec<(u32, LineFigures)> {
    // They stand in the order of the draft, so each is found where the one before was.
    let mut rows = priced.map(|priced| priced.lines.iter()).into_iter().flatten().peekable();
    let figures = |line: &DraftLine| {
        let row = rows.next_if(|row| *row.id == line.key.to_string());
        (line.key, LineFigures::of(state, line, row, today))
    };
    let mut lines: Vec<_> = state.draft.lines.iter().map(figures).collect();
    let mut at = 0;
    for next in priced.map(|priced| priced.next.iter()).into_iter().flatten() {
        let Some(key) = next.line.as_ref().and_then(|line| line.parse::<u32>().ok()) else { continue };
        let from_here = (at..lines.len()).chain(0..at);
        if let Some(found) = from_here.into_iter().find(|at| lines[*at].0 == key) {
            at = found;
            lines[at].1.next.get_or_insert_with(|| next.clone());
        }
    }
    lines
}

/// What those lines show whose quantity is another than what is shown.
fn typed(
    state: &State,
    priced: Option<&Priced>,
    shown: &mut dyn Iterator<Item = (u32, &LineFigures)>,
    today: Date,
) -> Vec<(u32, LineFigures)> {
    // Typing adds no line and takes none out.
    let lines = state.draft.lines.iter().zip(shown);
    let other = lines.filter(|(line, (key, shown))| line.key == *key && line.quantity != shown.quantity);
    let figures = |line: &DraftLine, shown: &LineFigures| {
        let id = line.key.to_string();
        let row = priced.and_then(|priced| priced.lines.iter().find(|row| *row.id == id));
        // The offer of the next tier comes and goes: it waits, so that nothing moves under the hand of who types.
        (line.key, LineFigures { next: shown.next.clone(), ..LineFigures::of(state, line, row, today) })
    };
    other.map(|(line, (_, shown))| figures(line, shown)).collect()
}

impl LineFigures {
    /// All but the next tier.
    fn of(state: &State, line: &DraftLine, row: Option<&PricedLine>, today: Date) -> Self {
        let product = state.product(&line.product);
        let price = product.map(|product| quoting::unit_price(state, product, today).unwrap_or(product.price));
        Self {
            currency: state.price_list().map(|list| list.currency),
            quantity: line.quantity,
            price: price.unwrap_or_default(),
            comes_to: row.map(|row| (row.percent(), row.net)),
            next: None,
        }
    }
}
