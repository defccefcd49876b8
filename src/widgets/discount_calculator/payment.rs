//! When the client pays: how a term is called, and the payments it makes of the total.

use rust_decimal::Decimal;

use super::figures::Figures;
use crate::domain::date::Date;
use crate::domain::pricing::Discounting;
use crate::domain::product::Term;
use crate::domain::quote::Payment;
use crate::domain::terms::{CapitalCost, DayCount, Plan};
use crate::i18n::{Count, Key, PaymentCount, PaymentKey, Words};
use crate::session::Desk;
use crate::store::{State, progress, quoting};
use crate::ui::{El, el};

/// A term as an account manager says it, and what paying by it changes for the client in percent.
pub(super) fn label(term: &Term, due: Decimal, words: &Words) -> String {
    let when = when(term, words);
    if due != term.percent {
        return words.fill(PaymentKey::Waived, &[("term", &when)]);
    }
    let key = match due {
        percent if percent.is_zero() => Key::TermPlain,
        percent if percent.is_sign_positive() => Key::TermPlus,
        _ => Key::TermMinus,
    };
    words.fill(key, &[("term", &when), ("percent", &words.percent(due.abs()))])
}

/// The same for the chosen client.
pub(super) fn label_now(state: &State, term: &Term, today: Date, words: &Words) -> String {
    label(term, progress::due(state, term, today), words)
}

/// When the term wants the money.
pub(super) fn when(term: &Term, words: &Words) -> String {
    if let Some(name) = &term.name {
        return name.clone();
    }
    let days = words.count(Count::PayIn, term.days, &[]);
    if let Some(early) = &term.early {
        let within = words.count(Count::PayIn, early.days, &[]);
        let values = [("percent", words.percent(early.percent)), ("early", within), ("term", days)];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        return words.fill(PaymentKey::EarlyTerm, &values);
    }
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

/// What the client saves by paying early, in words one can say to the client.
pub(super) fn early(payment: &Payment, figures: &Figures, words: &Words) -> Option<String> {
    let early = payment.early?;
    let values = [
        ("due", figures.money(early.due)),
        ("date", words.date(early.until)),
        ("saving", figures.money(early.saving)),
        ("yearly", words.percent(early.yearly_percent)),
    ];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    Some(words.fill(PaymentKey::Early, &values))
}

/// What paying early is worth to us.
fn early_worth(term: &Term, capital: &CapitalCost, today: Date, words: &Words) -> Option<String> {
    let credit = term.trade_credit()?;
    let worth = credit.worth(capital, today).ok()?;
    let (worth, percent) = (words.percent(worth), words.percent(credit.discount_percent));
    Some(words.fill(PaymentKey::EarlyWorth, &[("worth", &worth), ("percent", &percent)]))
}

/// The payments of a term that makes several, on the screen, and what paying early saves.
pub(super) fn schedule(desk: Desk, figures: Figures) -> El {
    let today = desk.today();
    let said = move || {
        let payment = figures.with(|priced| desk.state.with(|state| quoting::payment(state, priced, today)));
        let Some(Ok(Some(payment))) = payment else { return Vec::new() };
        let words = desk.words();
        let early = early(&payment, &figures, &words).map(|said| el("p").part("early").text(&said));
        let worth = || {
            desk.state.with(|state| early_worth(&quoting::term(state)?, &state.price_list()?.capital, today, &words))
        };
        let worth = if figures.for_client.get() { None } else { worth() };
        let worth = worth.map(|said| el("p").class("muted").part("early-worth").text(&said));
        table(&payment, today, &figures, &words).into_iter().chain(early).chain(worth).collect()
    };
    let is_priced = move || figures.is_priced();
    let view = move || el("div").class("schedule").part("schedule").attr("aria-live", "polite").children_with(said);
    el("div").class("schedule-place").when(is_priced, view)
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
