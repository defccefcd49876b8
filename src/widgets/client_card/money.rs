//! What the client owes, for how long, and how much more it may.

use rust_decimal::Decimal;

use super::phrases::{late, when};
use super::view::View;
use crate::domain::receivable::{BUCKETS, Exposure, OpenItem};
use crate::i18n::{CardCount, CardKey, RecordKey};
use crate::store::card::Money;
use crate::ui::{Bar, El, Handle, Icon, bars, el, icon};

/// The kinds of records the figures are made of.
const KINDS: [&str; 3] = ["invoice", "payment", "order"];

/// Ageing, exposure, and the open invoices.
pub(super) fn money(view: View) -> El {
    let body = move || {
        let body = view.with(|card| card.money().ok().flatten().map(|money| parts(view, &money))).flatten();
        let Some(mut body) = body else {
            return vec![el("p").class("muted").text(&view.nothing(&KINDS, CardKey::MoneyEmpty))];
        };
        if let Some(doubt) = view.unread(&KINDS, RecordKey::Doubt) {
            let said = el("span").text(&doubt);
            body.insert(0, el("p").class("people-warning").part("money-doubt").child(icon(Icon::Warning)).child(said));
        }
        body
    };
    view.section("money", CardKey::Money, Handle::new()).child(el("div").class("money-body").children_with(body))
}

fn parts(view: View, money: &Money<'_>) -> Vec<El> {
    let currency = view.currency();
    let name = view.desk.words().fill(CardKey::Ageing, &[("currency", currency.code())]);
    let mut all = vec![el("p").class("money-name").text(&name), bars(&name, &ageing(view, money), Decimal::ZERO)];
    all.push(el("p").class("money-name").text(&view.text(CardKey::Exposure)));
    all.extend(exposure(view, money));
    if !money.open.is_empty() {
        all.push(invoices(view, &money.open));
    }
    all
}

fn ageing(view: View, money: &Money<'_>) -> Vec<Bar> {
    let words = view.desk.words();
    let currency = view.currency();
    let bar =
        |label: String, amount: Decimal, class| Bar { label, text: words.amount(amount, currency), amount, class };
    let mut all = vec![bar(words.text(CardKey::NotDue), money.ageing.not_due, "calm")];
    let mut from = 1;
    for (place, amount) in money.ageing.buckets.iter().enumerate() {
        let to = BUCKETS.get(place);
        let label = match to {
            Some(to) => words.fill(CardKey::Bucket, &[("from", &from.to_string()), ("to", &to.to_string())]),
            None => words.fill(CardKey::BucketOver, &[("from", &(from - 1).to_string())]),
        };
        from = to.map_or(from, |to| to + 1);
        all.push(bar(label, *amount, if place == 0 { "late" } else { "grave" }));
    }
    let others = [(CardKey::Credits, money.ageing.credits), (CardKey::Unapplied, money.ageing.unapplied)];
    let others = others.into_iter().filter(|(_, amount)| !amount.is_zero());
    all.extend(others.map(|(key, amount)| bar(words.text(key), amount, "plain")));
    all.push(bar(words.text(CardKey::Owes), money.ageing.balance, "plain"));
    all
}

fn exposure(view: View, money: &Money<'_>) -> Vec<El> {
    let words = view.desk.words();
    let currency = view.currency();
    let Exposure { limit, headroom, over, .. } = money.exposure;
    let used = if over { "grave" } else { "calm" };
    let bar = |key, amount: Decimal, class| Bar {
        label: words.text(key),
        text: words.amount(amount, currency),
        amount,
        class,
    };
    let mut rows = vec![
        bar(CardKey::ExposureOwed, money.ageing.balance, used),
        bar(CardKey::ExposureOrders, money.under_way, used),
    ];
    rows.extend(limit.map(|limit| bar(CardKey::ExposureLimit, limit, "plain")));
    let said = match headroom {
        Some(left) if over => words.fill(CardKey::ExposureOver, &[("amount", &view.amount(left.abs()))]),
        Some(left) => words.fill(CardKey::ExposureLeft, &[("amount", &view.amount(left))]),
        None => words.text(CardKey::NoLimit),
    };
    let class = if over { "exposure-said bad" } else { "exposure-said" };
    vec![bars(&view.text(CardKey::Exposure), &rows, Decimal::ZERO), el("p").class(class).part("exposure").text(&said)]
}

fn invoices(view: View, open: &[OpenItem<'_>]) -> El {
    let words = view.desk.words();
    let head = |key, class: &str| el("th").attr("scope", "col").class(class).text(&words.text(key));
    let row = |item: &OpenItem<'_>| {
        let days = if item.is_overdue() { late(&words, item.days) } else { when(&words, item.invoice.due, view.today) };
        let due = el("td").text(&words.date(item.invoice.due)).child(el("small").text(&days));
        el("tr")
            .part("invoice")
            .child(el("th").attr("scope", "row").text(&item.invoice.id))
            .child(due)
            .child(el("td").class("number").text(&words.amount(item.open, view.currency())))
    };
    let count = u32::try_from(open.len()).unwrap_or(u32::MAX);
    let table = el("table")
        .child(
            el("thead").child(
                el("tr")
                    .child(head(CardKey::Invoice, ""))
                    .child(head(CardKey::Due, ""))
                    .child(head(CardKey::Open, "number")),
            ),
        )
        .child(el("tbody").children(open.iter().map(row)));
    el("details")
        .child(el("summary").part("invoices").text(&words.count(CardCount::OpenInvoices, count, &[])))
        .child(table)
}
