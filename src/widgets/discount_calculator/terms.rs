//! When the client pays, and what the account manager adds by hand.

use leptos::prelude::*;
use rust_decimal::Decimal;

use super::figures::Figures;
use crate::domain::pricing::{Priced, StepKind};
use crate::domain::product::Term;
use crate::i18n::{Count, Key, Words};
use crate::session::Desk;
use crate::store::{Command, quoting};
use crate::ui::NumberField;
use crate::ui::ladder::{Ladder, Rung};

/// Payment term, extra discount, and the ladder of order discounts.
#[component]
pub(super) fn Terms() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let figures = expect_context::<Figures>();
    let words = desk.words();
    let chosen = Memo::new(move |_| {
        desk.state.with(|state| quoting::term(state).map(|term| term.id.clone()).unwrap_or_default())
    });
    let terms = Memo::new(move |_| {
        desk.state.with(|state| state.price_list().map(|list| list.terms.clone()).unwrap_or_default())
    });
    let options = {
        let words = words.clone();
        move || {
            terms
                .get()
                .into_iter()
                .map(|term| {
                    let (id, said) = (term.id.clone(), label(&term, &words));
                    view! { <option value=term.id selected=move || chosen.get() == id>{said}</option> }
                })
                .collect_view()
        }
    };
    let manual = Memo::new(move |_| desk.state.with(|state| state.draft.manual_percent));
    let set_manual = Callback::new(move |percent: Decimal| desk.act(Command::SetManual(percent)));
    let rungs = {
        let words = words.clone();
        Signal::derive(move || {
            desk.state.with(|state| {
                let bands = state.price_list().map(|list| list.order_tiers.bands.as_slice()).unwrap_or_default();
                bands
                    .iter()
                    .map(|band| {
                        let (gives, starts) = (words.percent(band.percent), figures.amount(band.from));
                        let spoken = words.fill(Key::LadderStep, &[("percent", &gives), ("from", &starts)]);
                        Rung { from: band.from, gives, starts, spoken }
                    })
                    .collect()
            })
        })
    };
    // The ladder measures the order as the order step does: after the line discounts, before its own.
    let reached = Memo::new(move |_| figures.with(before_order).unwrap_or_default());
    let reached_text = {
        let words = words.clone();
        Signal::derive(move || words.fill(Key::LadderNow, &[("amount", &figures.amount(reached.get()))]))
    };
    view! {
        <div class="terms">
            <div class="field">
                <label for="term">{words.text(Key::Term)}</label>
                <select
                    id="term"
                    part="term"
                    prop:value=move || chosen.get()
                    on:change:target=move |event| { let _ = desk.act(Command::SetTerm(Some(event.target().value()))); }
                >
                    {options}
                </select>
            </div>
            <NumberField part="manual" id="manual".to_owned() label=words.text(Key::Manual) value=manual.into() most=Decimal::ONE_HUNDRED on_change=set_manual />
        </div>
        <Ladder title=words.text(Key::Ladder) rungs reached=reached.into() reached_text />
    }
}

/// A term as an account manager says it.
pub(super) fn label(term: &Term, words: &Words) -> String {
    let when = when(term, words);
    let key = match term.percent {
        percent if percent.is_zero() => Key::TermPlain,
        percent if percent.is_sign_positive() => Key::TermPlus,
        _ => Key::TermMinus,
    };
    words.fill(key, &[("term", &when), ("percent", &words.percent(term.percent.abs()))])
}

/// When the term wants the money.
pub(super) fn when(term: &Term, words: &Words) -> String {
    if term.days == 0 { words.text(Key::TermPrepaid) } else { words.count(Count::PayIn, term.days, &[]) }
}

/// What the order comes to before its own steps.
fn before_order(priced: &Priced) -> Decimal {
    let earlier = priced.waterfall.iter().take_while(|effect| effect.kind != StepKind::Order);
    priced.list + earlier.map(|effect| effect.amount).sum::<Decimal>()
}
