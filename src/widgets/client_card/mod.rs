//! The client card: whom one speaks to, what to do now, what was said, promised, bought and paid.

#![allow(unreachable_pub, reason = "the component macro writes `pub` for any visibility")]

mod attention;
mod clients;
mod header;
mod money;
mod people;
mod phrases;
mod promise_form;
mod promises;
mod quick_entry;
mod saved;
mod segment;
mod timeline;
mod view;

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::i18n::{CardKey, KeysKey};
use crate::session::{Derived, Desk, Live};
use crate::ui::element::LeptosView;
use crate::ui::{El, Handle, KeyList, button, el, frame};
use clients::clients;
use view::View;

/// The client card over the shared workspace of `desk`.
///
/// In a leptos application, mount it inside an element whose document or shadow root has adopted
/// [`stylesheet`](crate::ui::stylesheet::stylesheet):
///
/// ```ignore
/// view! { <ClientCard desk=Desk::join(session, words, tell) /> }
/// ```
#[component]
pub fn ClientCard(
    /// The widget's hold on its session.
    desk: Desk,
) -> impl IntoView {
    LeptosView::from(client_card(desk))
}

/// The widget as an element.
pub fn client_card(desk: Desk) -> El {
    const KEYS: KeyList = &[
        ("↑ ↓", KeysKey::Clients),
        ("Page Up, Page Down", KeysKey::ClientsFar),
        ("Home, End", KeysKey::ClientsEnd),
        ("Enter", KeysKey::OpenClient),
        ("Enter", KeysKey::Keep),
    ];
    frame(desk, KEYS, ready)
}

fn ready(desk: Desk) -> El {
    let field = Handle::new();
    // Which client by its place in the catalogue, so that another one gets a card of its own, with nothing half-typed in it.
    let chosen = Derived::new(move || {
        desk.state.with(|state| {
            let client = state.client.as_deref()?;
            let place = state.catalogue()?.clients.iter().position(|known| known.id == client)?;
            u32::try_from(place).ok()
        })
    });
    let standings = view::standings(desk);
    let keys = move || chosen.get().into_iter().collect::<Vec<u32>>();
    el("div")
        .class("client-card")
        .child(clients(desk, field, chosen))
        .when(move || chosen.get().is_none(), move || nobody(desk, field))
        .each(keys, move |_| Some(card(View::of(desk, standings))))
}

/// What to do while no client is chosen.
fn nobody(desk: Desk, field: Handle) -> El {
    let words = desk.words();
    el("div")
        .class("empty")
        .child(el("p").text(&words.text(CardKey::NobodyChosen)))
        .child(button(&words.text(CardKey::Find)).on_click(move || field.focus()))
}

fn card(view: View) -> El {
    let column = |class| el("div").class(class);
    let left = column("card-column card-first").child(attention::what_now(view)).child(promises::promises(view));
    let middle = column("card-column card-second").child(timeline::timeline(view));
    let right = column("card-column card-third").child(money::money(view)).child(people::people(view));
    // What is being written is not to be covered by a notice.
    let writing = Live::new(false);
    el("article")
        .class("card")
        .class_with("writing", move || writing.get())
        .on("focusin", move |event| writing.set(is_written(event)))
        .on("focusout", move |_| writing.set(false))
        .part("card")
        .attr("aria-labelledby", "client-name")
        .child(header::header(view))
        .child(el("div").class("card-columns").child(left).child(middle).child(right))
        .child(saved::saved(view))
}

/// Whether the focus is where a person writes.
fn is_written(event: &web_sys::Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| target.matches("input, textarea, select, .promise-form *").unwrap_or(false))
}
