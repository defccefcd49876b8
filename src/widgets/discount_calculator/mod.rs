//! The discount calculator: what an order costs, which discount it has earned, and where the next tier starts.

#![allow(unreachable_pub, reason = "the component macro writes `pub` for any visibility")]

mod figures;
mod header;
mod line;
mod lines;
mod quotes;
mod sentences;
mod summary;
mod terms;

use leptos::prelude::*;

pub use figures::Figures;

use crate::i18n::Key;
use crate::session::Desk;
use crate::store::{State, Supply};
use crate::ui::element::LeptosView;
use crate::ui::status_line::host_name;
use crate::ui::{El, Handle, button, el, status_line};
use header::header;
use lines::{add_product, lines};
use quotes::quotes;
use summary::{actions, summary};
use terms::terms;

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
    let figures = Figures::of(desk);
    let body = move |phase| {
        Some(match phase {
            LOADING => loading(desk),
            FAILED => failed(desk),
            _ => ready(desk, figures),
        })
    };
    el("div")
        .class("sapa")
        .attr("lang", desk.words().locale().tag())
        .switch(move || desk.state.with(phase), body)
        .child(status_line(desk))
}

fn ready(desk: Desk, figures: Figures) -> El {
    let product = Handle::new();
    let order = el("div")
        .class("order")
        .child(add_product(desk, product))
        .child(lines(desk, figures, product))
        .children(terms(desk, figures));
    el("div")
        .class("calculator")
        .child(header(desk))
        .child(order)
        .child(summary(desk, figures))
        .child(actions(desk, figures))
        .child(quotes(desk))
}

const LOADING: u32 = 0;
const FAILED: u32 = 1;
const READY: u32 = 2;

/// What there is to show.
fn phase(state: &State) -> u32 {
    match state.supply {
        Supply::Loading => LOADING,
        Supply::Failed(_) => FAILED,
        Supply::Ready { .. } => READY,
    }
}

/// The shape of what comes.
fn loading(desk: Desk) -> El {
    el("div")
        .class("loading")
        .attr("role", "status")
        .child(el("span").class("unseen").text(&desk.words().text(Key::Loading)))
        .children(["i"; 4].map(el))
}

/// Why there is nothing to show, and what to do.
fn failed(desk: Desk) -> El {
    let words = desk.words();
    let why = move || {
        let host = desk.status.with(host_name);
        desk.state.with(|state| match &state.supply {
            Supply::Failed(error) => desk.words().error(error, &host),
            Supply::Loading | Supply::Ready { .. } => String::new(),
        })
    };
    let retry = button(&words.text(Key::Retry)).class("primary").part("retry");
    el("div")
        .class("empty")
        .attr("role", "alert")
        .part("error")
        .child(el("p").child(el("b").text(&words.text(Key::NoCatalogue))))
        .child(el("p").text_with(why))
        .child(retry.on_click(move || desk.session().reconnect()))
}
