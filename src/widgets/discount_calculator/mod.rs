//! The discount calculator: what an order costs, which discount it has earned, and where the next tier starts.

#![allow(unreachable_pub, reason = "the component macro writes `pub` for any visibility")]

mod figures;
mod header;
mod lines;
mod quotes;
mod sentences;
mod summary;
mod terms;

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

pub use figures::Figures;

use crate::i18n::Key;
use crate::session::Desk;
use crate::store::{State, Supply};
use crate::ui::StatusLine;
use header::Header;
use lines::{AddProduct, Lines};
use quotes::Quotes;
use summary::Summary;
use terms::Terms;

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
    provide_context(desk);
    let product_field = NodeRef::<html::Input>::new();
    let figures = Figures::of(desk);
    provide_context(figures);
    let phase = Memo::new(move |_| desk.state.with(Phase::of));
    let body = move || match phase.get() {
        Phase::Loading => view! { <Loading /> }.into_any(),
        Phase::Failed => view! { <Failed /> }.into_any(),
        Phase::Ready => view! {
            <div class="calculator">
                <Header />
                <div class="order">
                    <AddProduct field=product_field />
                    <Lines product_field />
                    <Terms />
                </div>
                <Summary />
                <Quotes />
            </div>
        }
        .into_any(),
    };
    view! {
        <div class="sapa" lang=desk.words().locale().tag()>
            {body}
            <StatusLine />
        </div>
    }
}

/// What there is to show.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Phase {
    Loading,
    Ready,
    Failed,
}

impl Phase {
    fn of(state: &Arc<State>) -> Self {
        match state.supply {
            Supply::Loading => Phase::Loading,
            Supply::Ready { .. } => Phase::Ready,
            Supply::Failed(_) => Phase::Failed,
        }
    }
}

/// The shape of what comes.
#[component]
fn Loading() -> impl IntoView {
    let words = expect_context::<Desk>().words();
    view! {
        <div class="loading" role="status">
            <span class="unseen">{words.text(Key::Loading)}</span>
            <i></i><i></i><i></i><i></i>
        </div>
    }
}

/// Why there is nothing to show, and what to do.
#[component]
fn Failed() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let words = desk.words();
    let (title, retry) = (words.text(Key::NoCatalogue), words.text(Key::Retry));
    let why = move || {
        let host = desk.status.with(crate::ui::status_line::host_name);
        desk.state.with(|state| match &state.supply {
            Supply::Failed(error) => words.error(error, &host),
            Supply::Loading | Supply::Ready { .. } => String::new(),
        })
    };
    view! {
        <div class="empty" role="alert" part="error">
            <p><b>{title}</b></p>
            <p>{why}</p>
            <button type="button" class="primary" part="retry" on:click=move |_| desk.session().reconnect()>{retry}</button>
        </div>
    }
}
