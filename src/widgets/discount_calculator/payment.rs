//! When the client pays: how a term is called, and the payments it makes of the total.

use super::figures::Figures;
use crate::domain::date::Date;
use crate::domain::pricing::Discounting;
use crate::domain::product::Term;
use crate::domain::quote::Payment;
use crate::domain::terms::{CapitalCost, DayCount, Plan};
use crate::i18n::{Count, Key, PaymentCount, PaymentKey, Words};
use crate::session::Desk;
use crate::store::quoting;
use crate::ui::{El, el};

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
    if let Some(name) = &term.name {
        return name.clone();
    }
    let days = words.count(Count::PayIn, term.days, &[]);
    match &term.plan {
        Plan::Once if term.days == 0 => words.text(Key::TermPrepaid),
        Plan::Once => days,
        Plan::Parts(parts) => {
            let count = u32::try_from(parts.len()).unwrap_or(u32::MAX);
            let parts = words.count(PaymentCount::Payments, count, &[]);
            words.fill(PaymentKey::Stated, &[("parts", &parts), ("when", &days)])
        }
        Plan::Equal(parts) => {
            let said = words.count(PaymentCount::EqualParts, parts.count, &[]);
            let said = match parts.months {
                None => words.fill(PaymentKey::Equal, &[("parts", &said), ("when", &days)]),
                Some(months) => {
                    let months = words.count(PaymentCount::Months, months, &[]);
                    words.fill(PaymentKey::EqualMonthly, &[("parts", &said), ("months", &months)])
                }
            };
            if parts.annual_percent.is_zero() {
                said
            } else {
                let percent = words.percent(parts.annual_percent);
                words.fill(PaymentKey::WithInterest, &[("term", &said), ("percent", &percent)])
            }
        }
    }
}

/// The payments of a term that makes several, on the screen.
pub(super) fn schedule(desk: Desk, figures: Figures) -> El {
    let today = desk.today();
    let payments = move || {
        let table = |payment: &Payment| table(payment, today, &figures, &desk.words());
        figures
            .with(|priced| desk.state.with(|state| quoting::payment(state, priced, today).ok().flatten()))
            .flatten()
            .and_then(|payment| table(&payment))
    };
    el("div")
        .class("schedule")
        .part("schedule")
        .attr("aria-live", "polite")
        .children_with(move || payments().into_iter().collect())
}

/// The payments as a table; nothing for a single one, which the term tells of.
pub(super) fn table(payment: &Payment, from: Date, figures: &Figures, words: &Words) -> Option<El> {
    if payment.payments.len() < 2 {
        return None;
    }
    let row = |label: &str, amount: &str| {
        let label = el("th").attr("scope", "row").text(label);
        el("tr").child(label).child(el("td").class("number").text(amount))
    };
    let rows = payment.payments.iter().map(|paid| row(&words.date(paid.due), &figures.amount(paid.amount)));
    let mut foot = vec![row(&words.text(PaymentKey::Together), &figures.money(payment.total))];
    if !payment.interest.is_zero() {
        foot.push(row(&words.text(PaymentKey::OfWhichInterest), &figures.amount(payment.interest)));
    }
    let heads = el("tr")
        .child(el("th").attr("scope", "col").text(&words.text(PaymentKey::On)))
        .child(el("th").attr("scope", "col").class("number").text(&words.text(Key::Amount)));
    let caption = words.fill(PaymentKey::Schedule, &[("date", &words.date(from))]);
    let table = el("table")
        .child(el("caption").text(&caption))
        .child(el("thead").child(heads))
        .child(el("tbody").children(rows))
        .child(el("tfoot").children(foot));
    Some(table)
}

/// How the cost of waiting is reckoned, in words.
pub(super) fn reckoned(capital: &CapitalCost, words: &Words) -> String {
    let method = match capital.method {
        Discounting::Compound => PaymentKey::Compound,
        Discounting::Simple => PaymentKey::Simple,
        Discounting::Bank => PaymentKey::Bank,
    };
    let days = match capital.day_count {
        DayCount::Actual365 => PaymentKey::Actual365,
        DayCount::Actual360 => PaymentKey::Actual360,
        DayCount::ThirtyE360 => PaymentKey::ThirtyE360,
        DayCount::ThirtyBond360 => PaymentKey::ThirtyBond360,
        DayCount::ThirtyUs360 => PaymentKey::ThirtyUs360,
        DayCount::ActualActual => PaymentKey::ActualActual,
    };
    words.fill(PaymentKey::Reckoned, &[("method", &words.text(method)), ("days", &words.text(days))])
}
