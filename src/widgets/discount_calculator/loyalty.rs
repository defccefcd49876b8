//! The client's level in the list's loyalty programme, and what leads to the next.

use super::figures::Figures;
use super::ladders::time;
use super::payment;
use crate::domain::history::Bought;
use crate::domain::loyalty::{Benefit, Level, Loyalty, Membership};
use crate::domain::product::PriceList;
use crate::i18n::{CalculatorKey as Key, Key as QuoteKey, Words};
use crate::session::Desk;
use crate::store::{State, progress};
use crate::ui::{El, el};

/// The sentence beside what was agreed with the client; empty where there is no programme for it.
pub(super) fn loyalty(desk: Desk, figures: Figures) -> El {
    let today = desk.today();
    let said = move || {
        let words = desk.words();
        let said = desk.state.with(|state| {
            let (loyalty, membership) = progress::membership(state, today).ok()??;
            Some(said(state, loyalty, &membership, &figures, &words))
        });
        said.unwrap_or_default()
    };
    el("p").class("loyalty").part("loyalty").text_with(said)
}

fn said(state: &State, loyalty: &Loyalty, membership: &Membership, figures: &Figures, words: &Words) -> String {
    let programme = ("programme", loyalty.name.as_str());
    let gives = |level: &Level| state.price_list().map(|list| benefit(level, list, words)).unwrap_or_default();
    let mut said = match (membership.level, membership.bought) {
        (Some(level), _) => {
            words.fill(Key::LoyaltyLevel, &[programme, ("level", &level.name), ("benefit", &gives(level))])
        }
        (None, Bought::Amount(_)) => words.fill(Key::LoyaltyNone, &[programme]),
        (None, Bought::Nobody | Bought::Unknown) => words.fill(Key::LoyaltyUnknown, &[programme]),
    };
    if let Some((next, missing)) = membership.next {
        let (missing, time) = (figures.money(missing), words.text(time(loyalty.period)));
        let next = [("missing", &*missing), ("level", &*next.name), ("benefit", &*gives(next)), ("time", &*time)];
        said.push(' ');
        said.push_str(&words.fill(Key::LoyaltyNext, &next));
    }
    said
}

/// What a level brings, within a sentence.
fn benefit(level: &Level, list: &PriceList, words: &Words) -> String {
    match &level.benefit {
        Benefit::Percent(percent) => words.fill(QuoteKey::Percent, &[("percent", &words.percent(*percent))]),
        Benefit::Free(_) => words.text(Key::FreeGoods),
        Benefit::Term(id) => {
            let term = list.term(id).map(|term| payment::when(term, words)).unwrap_or_default();
            words.fill(Key::LoyaltyTerm, &[("term", &term)])
        }
    }
}
