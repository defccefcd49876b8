//! How long the client may wait with paying, seeing what they owe.

use std::sync::Arc;

use super::figures::Figures;
use super::payment;
use super::signing::answer;
use crate::domain::product::Term;
use crate::domain::terms::Shortened;
use crate::i18n::{CalculatorCount, CalculatorKey as Key};
use crate::session::{Derived, Desk, Same};
use crate::store::signing::Owed;
use crate::store::{Command, State, quoting};
use crate::ui::{El, Icon, button, el};

/// Why the client may not wait as long as the draft says, and the longest term that may be given.
pub(super) fn credit(desk: Desk, figures: Figures) -> El {
    let today = desk.today();
    // What is owed changes with the client or the books, and not with every key in a field.
    let whose =
        Derived::new(move || desk.state.with(|state| (Same(Some(Arc::clone(&state.book))), state.client.clone())));
    let owed =
        Derived::new(move || whose.with(|_| desk.state.peek(|state| Owed::of(state, today).unwrap_or_default())));
    let said = move || {
        let net = figures.with(|priced| priced.net).unwrap_or_default();
        desk.state.with(|state| {
            let Some(days) = quoting::term(state).and_then(|term| term.wait(today).ok()) else { return Vec::new() };
            let granted = owed.with(|owed| owed.grant(state, net, days)).ok().flatten();
            let granted = granted.filter(|granted| granted.days < days);
            granted.map(|granted| shortened(desk, figures, state, granted.days, &granted.reasons)).unwrap_or_default()
        })
    };
    el("section").class("credit").part("credit").attr("aria-live", "polite").children_with(said)
}

fn shortened(desk: Desk, figures: Figures, state: &State, days: u32, reasons: &[Shortened]) -> Vec<El> {
    let words = desk.words();
    let mut said = vec![el("h3").text(&words.text(Key::Credit))];
    said.extend(reasons.iter().map(|reason| match reason {
        Shortened::Overdue { amount, days_late, .. } => {
            let late = words.count(CalculatorCount::DaysLate, *days_late, &[]);
            let said = words.fill(Key::CreditOverdue, &[("amount", &figures.money(*amount)), ("late", &late)]);
            answer(Icon::Warning, "bad", &said)
        }
        Shortened::OverLimit { by, .. } => {
            answer(Icon::Warning, "bad", &words.fill(Key::CreditOver, &[("amount", &figures.money(*by))]))
        }
    }));
    let advice = match days {
        0 => words.text(Key::CreditAdvance),
        days => words.count(CalculatorCount::AtMostDays, days, &[]),
    };
    said.push(el("p").text(&advice));
    let terms = state.price_list().map(|list| list.terms.as_slice()).unwrap_or_default();
    let today = desk.today();
    let wait = |term: &Term| term.wait(today).unwrap_or(u32::MAX);
    if let Some(term) = terms.iter().rev().filter(|term| wait(term) <= days).max_by_key(|term| wait(term)) {
        let label = words.fill(Key::CreditTake, &[("term", &payment::label_now(state, term, today, &words))]);
        let id = term.id.clone();
        said.push(button(&label).part("take-term").on_click(move || {
            let _ = desk.act(Command::SetTerm(Some(id.clone())));
        }));
    }
    said
}
