//! What is to be paid with tax: the rows beneath the net price, on the screen and on paper.

use super::figures::Figures;
use crate::domain::money;
use crate::domain::pricing::Priced;
use crate::i18n::{PaymentKey as Key, Words};
use crate::session::Desk;
use crate::store::{State, quoting};
use crate::ui::{El, el};

/// The rows on the screen; none where the list says nothing of tax.
pub(super) fn rows(desk: Desk, figures: Figures) -> El {
    let rows = move || {
        let words = desk.words();
        let rows = figures.now.with(|priced| desk.now.with(|state| told(desk, state, priced, &figures, &words)));
        let row = |(label, figure): (String, String)| {
            el("div").child(el("dt").text(&label)).child(el("dd").class("number").text(&figure))
        };
        rows.unwrap_or_default().into_iter().map(row).collect()
    };
    el("dl").class("total-parts tax").part("tax").children_with(rows)
}

/// Each row's label and amount: what is without tax, the tax of each rate, rounding to coins, and what is to be paid.
pub(super) fn told(
    desk: Desk,
    state: &State,
    priced: &Priced,
    figures: &Figures,
    words: &Words,
) -> Vec<(String, String)> {
    let Some(list) = state.price_list().filter(|list| list.tax.is_some() || list.cash.is_some()) else {
        return Vec::new();
    };
    let mut rows = Vec::new();
    if list.tax.is_some() {
        rows.push((words.text(Key::WithoutTax), figures.amount(priced.taxed.net)));
        for rate in quoting::taxes(state, priced).unwrap_or_default() {
            let values = [("percent", words.percent(rate.percent)), ("net", figures.amount(rate.net))];
            let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
            rows.push((words.fill(Key::TaxAt, &values), figures.amount(rate.tax)));
        }
    }
    let Ok(Some(payment)) = quoting::payment(state, priced, desk.today()) else { return rows };
    // The tax is less than was taxed where it is reckoned on the lower price from the first.
    let exact = money::sub(payment.due, payment.rounding);
    let lowered = exact.and_then(|exact| money::sub(exact, priced.taxed.gross)).unwrap_or_default();
    for (key, amount) in [(Key::TaxLowered, lowered), (Key::CashRounding, payment.rounding)] {
        if !amount.is_zero() {
            rows.push((words.text(key), figures.amount(amount)));
        }
    }
    rows.push((words.text(Key::ToPay), figures.money(payment.due)));
    rows
}
