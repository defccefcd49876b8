//! Copies of the draft for others: files, the internal sheet, a link.

use super::figures::Figures;
use super::paper::{Paper, Sheet};
use super::share::link;
use crate::domain::error::Result;
use crate::i18n::{CalculatorKey as Key, Key as QuoteKey};
use crate::session::Desk;
use crate::session::desk::Notice;
use crate::store::export;
use crate::ui::{El, button, el, fold};

/// What opens to the copies there are.
pub(super) fn output(desk: Desk, figures: Figures, paper: Paper) -> El {
    let words = desk.words();
    fold("output", &words.text(Key::Output), move || {
        let words = desk.words();
        el("div")
            .class("output")
            .child(button(&words.text(Key::Packet)).part("packet-print").on_click(move || paper.print(Sheet::Packet)))
            .child(button(&words.text(Key::Csv)).part("csv").on_click(move || csv(desk, figures)))
            .child(button(&words.text(Key::Json)).part("json").on_click(move || json(desk, figures)))
            .child(link(desk, figures))
    })
}

fn csv(desk: Desk, figures: Figures) {
    let today = desk.today();
    let words = desk.words();
    let quoted = |key: QuoteKey| words.text(key);
    let heads = [
        words.text(Key::Article),
        quoted(QuoteKey::Product),
        words.text(Key::Unit),
        quoted(QuoteKey::Quantity),
        quoted(QuoteKey::UnitPrice),
        quoted(QuoteKey::LineDiscount),
        quoted(QuoteKey::LineNet),
    ];
    let heads = heads.each_ref().map(String::as_str);
    let made = figures.with(|priced| desk.state.peek(|state| export::csv(state, priced, heads, today)));
    save(desk, "quote.csv", "text/csv;charset=utf-8", made);
}

fn json(desk: Desk, figures: Figures) {
    let today = desk.today();
    let made = figures.with(|priced| desk.state.peek(|state| export::json(state, priced, today)));
    save(desk, "quote.json", "application/json", made);
}

/// Hands the file over, or tells why there is none; nothing while there is no price.
fn save(desk: Desk, name: &str, kind: &'static str, made: Option<Result<String>>) {
    match made {
        Some(Ok(text)) => desk.tell(Notice::File { name: name.to_owned(), kind, text }),
        Some(Err(error)) => desk.tell(Notice::Error(error)),
        None => {}
    }
}
