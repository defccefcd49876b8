//! What a list would become: what changes, what was read how, and why a row is left out.

use std::rc::Rc;

use super::import::count;
use super::importing::{Found, Importing};
use crate::domain::import::{Change, Figure, Preview, Reason, Rejected, Unclear};
use crate::i18n::{ImportCount, ImportKey, Words};
use crate::store::{State, importing};
use crate::ui::{El, button, el};

/// How many prices that change are shown.
const CHANGES: usize = 8;
/// How many numbers and days that read otherwise elsewhere.
const UNCLEAR: usize = 5;
/// How many rows that are left out.
const REJECTED: usize = 200;

/// The preview, with the two ways on.
pub(super) fn preview(importing: Importing, found: &Rc<Found>) -> El {
    let words = importing.desk.words();
    let Found { name, preview } = &**found;
    let good = words.count(ImportCount::Prices, count(&preview.accepted), &[]);
    let bad = words.count(ImportCount::Out, count(&preview.rejected), &[]);
    let summary = words.fill(ImportKey::Found, &[("name", name), ("good", &good), ("bad", &bad)]);
    let heading = el("h2").attr("tabindex", "-1").part("import-found").handle(importing.shown).text(&summary);
    let mut parts = vec![heading];
    if preview.accepted.is_empty() {
        parts.push(el("p").class("bad").part("import-none").text(&words.text(ImportKey::NoPrice)));
    } else {
        parts.push(importing.desk.state.peek(|state| changes(state, preview, &words)));
    }
    if !preview.ignored.is_empty() {
        let said = words.fill(ImportKey::Ignored, &[("columns", &preview.ignored.join(", "))]);
        parts.push(el("p").class("muted").part("import-ignored").text(&said));
    }
    if !preview.unclear.is_empty() {
        parts.push(unclear(preview, &words));
    }
    if !preview.rejected.is_empty() {
        parts.push(rejected(preview, &words));
    }
    parts.push(actions(importing, found, &words));
    el("div").class("import-preview").part("import-preview").children(parts)
}

fn actions(importing: Importing, found: &Rc<Found>, words: &Words) -> El {
    let cancel = button(&words.text(ImportKey::Cancel)).part("import-cancel").on_click(move || importing.cancel());
    let accepted = count(&found.preview.accepted);
    let taken = Rc::clone(found);
    let take = || {
        let label = words.count(ImportCount::Take, accepted, &[]);
        button(&label).class("primary").part("import-take").on_click(move || importing.take_over(&taken))
    };
    el("div").class("actions").children((accepted > 0).then(take)).child(cancel)
}

/// The first prices that change.
fn changes(state: &State, preview: &Preview, words: &Words) -> El {
    let title = el("h3").text(&words.text(ImportKey::Changes));
    let part = el("div").class("import-changes").child(title);
    let Some(currency) = state.price_list().map(|list| list.currency) else { return part };
    if preview.changes.is_empty() {
        return part.child(el("p").part("import-same").text(&words.text(ImportKey::NoChange)));
    }
    let row = |change: &Change| {
        let product = state.product(&change.product);
        let name = product.map_or(change.product.as_str(), |product| product.name.as_str());
        let group = change.group.iter().map(|group| el("small").text(importing::group_name(state, group)));
        let figure = |amount| el("td").class("number").text(&words.amount(amount, currency));
        let name = el("th").attr("scope", "row").child(el("b").text(name)).children(group);
        el("tr").part("import-change").child(name).child(figure(change.old)).child(figure(change.new))
    };
    let head = |key, class: &str| el("th").attr("scope", "col").class(class).text(&words.text(key));
    let heads = el("tr")
        .child(head(ImportKey::Product, ""))
        .child(head(ImportKey::Was, "number"))
        .child(head(ImportKey::Becomes, "number"));
    let table = el("table")
        .child(el("thead").child(heads))
        .child(el("tbody").children(preview.changes.iter().take(CHANGES).map(row)));
    part.child(table).children(more(preview.changes.len(), CHANGES, words))
}

fn unclear(preview: &Preview, words: &Words) -> El {
    let said = |unclear: &Unclear| {
        let read = match unclear.read {
            Figure::Price(price) => words.number(price.normalize()),
            Figure::Day(day) => words.date(day),
        };
        let row = unclear.row.to_string();
        let said = [("row", row.as_str()), ("typed", &unclear.typed), ("read", &read)];
        el("li").text(&words.fill(ImportKey::Unclear, &said))
    };
    let list = el("ul").class("warn").part("import-unclear");
    let list = list.children(preview.unclear.iter().take(UNCLEAR).map(said));
    el("div").child(list).children(more(preview.unclear.len(), UNCLEAR, words))
}

/// Every row that is left out: its number, what stood there, and why.
fn rejected(preview: &Preview, words: &Words) -> El {
    let said = |rejected: &Rejected| {
        let row = words.fill(ImportKey::Row, &[("row", &rejected.row.to_string())]);
        let cell = (!rejected.cell.is_empty()).then(|| el("q").text(&rejected.cell));
        el("li")
            .part("import-rejected")
            .child(el("b").text(&row))
            .child(el("span").children(cell).text(" ").text(&reason(&rejected.reason, words)))
    };
    let title = words.text(ImportKey::Rejected);
    let list = el("ul")
        .class("import-rows")
        .attr("tabindex", "0")
        .attr("aria-label", &title)
        .children(preview.rejected.iter().take(REJECTED).map(said));
    el("div").class("import-left-out").child(el("h3").text(&title)).child(list).children(more(
        preview.rejected.len(),
        REJECTED,
        words,
    ))
}

/// How many are not shown.
fn more(all: usize, shown: usize, words: &Words) -> Option<El> {
    let rest = u32::try_from(all.saturating_sub(shown)).unwrap_or(u32::MAX);
    (rest > 0).then(|| el("p").class("muted").part("import-more").text(&words.count(ImportCount::More, rest, &[])))
}

fn reason(reason: &Reason, words: &Words) -> String {
    let key = ImportKey::of(reason);
    match reason {
        Reason::Ragged { wanted, found } => {
            words.fill(key, &[("wanted", &wanted.to_string()), ("found", &found.to_string())])
        }
        Reason::Twice(first) => words.fill(key, &[("first", &first.to_string())]),
        Reason::Currency(ours) => words.fill(key, &[("currency", ours)]),
        Reason::UnitUnknown(unit) => words.fill(key, &[("unit", unit)]),
        _ => words.text(key),
    }
}
