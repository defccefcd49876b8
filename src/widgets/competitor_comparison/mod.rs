//! The competitor comparison: our product beside theirs, what follows from it, and what to answer when a client objects.

#![allow(unreachable_pub, reason = "the component macro writes `pub` for any visibility")]

mod board;
mod client_view;
mod editor;
mod facts;
mod header;
mod objections;
mod rivals;
mod said;
mod verdict;
mod weights;

use leptos::prelude::*;

use crate::i18n::KeysKey;
use crate::i18n::comparison::ComparisonKey as Key;
use crate::session::Desk;
use crate::ui::element::LeptosView;
use crate::ui::status_line::host_name;
use crate::ui::{El, KeyList, button, el, frame};
use board::Board;

/// The comparison over the shared workspace of `desk`.
///
/// In a leptos application, mount it inside an element whose document or shadow root has adopted
/// [`stylesheet`](crate::ui::stylesheet::stylesheet):
///
/// ```ignore
/// view! { <CompetitorComparison desk=Desk::join(session, words, tell) /> }
/// ```
#[component]
pub fn CompetitorComparison(
    /// The widget's hold on its session.
    desk: Desk,
) -> impl IntoView {
    LeptosView::from(competitor_comparison(desk))
}

/// The widget as an element.
pub fn competitor_comparison(desk: Desk) -> El {
    const KEYS: KeyList =
        &[("← ↑ ↓ →", KeysKey::Cells), ("Home, End", KeysKey::CellsEnd), ("Enter", KeysKey::OpenCell)];
    frame(desk, KEYS, ready)
}

/// What a client may see is not hidden among the rest: the rest is not there.
fn ready(desk: Desk) -> El {
    let board = Board::of(desk);
    let root = el("div").class("comparison").class_with("for-client", move || board.for_client.get());
    root.child(header::header(board)).switch(
        move || {
            if !board.has_rivals() {
                NOTHING
            } else if board.for_client.get() {
                CLIENT
            } else {
                OURS
            }
        },
        move |shown| {
            Some(match shown {
                NOTHING => nothing(board),
                CLIENT => client_view::client_view(board),
                _ => ours(board),
            })
        },
    )
}

const NOTHING: u32 = 0;
const CLIENT: u32 = 1;
const OURS: u32 = 2;

fn ours(board: Board) -> El {
    el("div")
        .class("comparison-parts")
        .child(objections::objections(board))
        .child(verdict::verdict(board))
        .child(facts::facts(board))
        .child(weights::weights(board))
        .child(rivals::rivals(board))
}

/// What is missing, and the way to it.
fn nothing(board: Board) -> El {
    let words = board.desk.words();
    let why = move || {
        let words = board.desk.words();
        match board.products.with(|products| products.iter().any(|(_, rivals)| *rivals > 0)) {
            true => words.fill(Key::NoRivals, &[("product", &board.product_name())]),
            false => words.fill(Key::NoneYet, &[("host", &board.desk.status.with(host_name))]),
        }
    };
    el("div")
        .class("empty")
        .part("empty")
        .child(el("p").text_with(why))
        .child(button(&words.text(Key::ChooseProduct)).on_click(move || board.field.focus()))
}
