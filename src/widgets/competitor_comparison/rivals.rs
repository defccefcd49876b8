//! Who competes: what they sell against our product, and how they work.

use super::board::Board;
use crate::i18n::comparison::ComparisonKey as Key;
use crate::store::comparing::Contender;
use crate::ui::{El, el};

/// The competitors of the product.
pub(super) fn rivals(board: Board) -> El {
    let rows = move || board.with(|now| now.products.iter().skip(1).map(row).collect()).unwrap_or_default();
    el("section")
        .class("rivals")
        .child(el("h2").text(&board.desk.words().text(Key::Competitors)))
        .child(el("ul").part("rivals").children_with(rows))
}

fn row(product: &Contender) -> El {
    let row = el("li").child(el("b").text(&product.company)).child(el("small").text(&product.name));
    if product.note.is_empty() { row } else { row.child(el("p").text(&product.note)) }
}
