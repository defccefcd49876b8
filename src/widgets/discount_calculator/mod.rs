//! The discount calculator: what an order costs, which discount it has earned, and where the next tier starts.

#![allow(unreachable_pub, reason = "the component macro writes `pub` for any visibility")]

mod credit;
mod figures;
mod header;
mod held;
mod import;
mod import_preview;
mod importing;
mod ladders;
mod line;
mod line_figures;
mod lines;
mod loyalty;
mod output;
mod packet;
mod paper;
mod payment;
mod proposal;
mod quotes;
mod rules;
mod scenarios;
mod sentences;
mod share;
mod signing;
mod summary;
mod tax;
mod terms;
mod undo;
mod wish;

use leptos::prelude::*;

pub use figures::Figures;

use crate::i18n::KeysKey;
use crate::session::Desk;
use crate::ui::element::LeptosView;
use crate::ui::{El, Handle, KeyList, el, frame};
use header::header;
use import::import;
use lines::{add_product, lines};
use quotes::quotes;
use rules::rules;
use scenarios::scenarios;
use summary::summary;
use terms::terms;
use undo::Undo;
use wish::wish;

/// The calculator over the shared workspace of `desk`.
///
/// In a leptos application, mount it inside an element whose document or shadow root has adopted
/// [`stylesheet`](crate::ui::stylesheet::stylesheet):
///
/// ```ignore
/// view! { <DiscountCalculator desk=Desk::join(session, words, tell) /> }
/// ```
#[component]
pub fn DiscountCalculator(
    /// The widget's hold on its session.
    desk: Desk,
) -> impl IntoView {
    LeptosView::from(calculator(desk))
}

/// The widget as an element.
pub fn calculator(desk: Desk) -> El {
    const KEYS: KeyList = &[("↑ ↓", KeysKey::Offered), ("Enter", KeysKey::Take), ("Ctrl Z, ⌘ Z", KeysKey::Undo)];
    frame(desk, KEYS, ready)
}

fn ready(desk: Desk) -> El {
    let figures = Figures::of(desk);
    let product = Handle::new();
    let undo = Undo::new(desk, product);
    let is_ours = move || !figures.for_client.get();
    let order = el("div")
        .class("order")
        .child(add_product(desk, figures, product))
        .child(lines(desk, figures, product))
        .child(undo.view())
        .children(terms(desk, figures))
        .child(scenarios(desk, figures))
        .when(move || figures.is_internal(), move || wish(desk, figures))
        .when(move || figures.is_internal(), move || rules(desk, figures))
        .when(is_ours, move || import(desk));
    let work = el("div")
        .class("work")
        .class_with("begun", move || !figures.is_empty())
        .child(order)
        .child(summary(desk, figures));
    undo.heard_in(el("div"))
        .class("calculator")
        .child(share::shared(desk))
        .child(header(desk, figures))
        .child(work)
        .when(is_ours, move || quotes(desk))
}
