//! What stands around every widget: its language, the status line at its foot, and what is shown while there is nothing to
//! work with.

use super::element::{El, el};
use super::keys::{KeyList, Keys};
use super::status_line::{host_name, status_line};
use crate::i18n::Key;
use crate::session::{Desk, HostState};
use crate::store::Supply;

/// The widget: what `ready` draws once clients and prices are there, and what its keys do.
pub fn frame(desk: Desk, keys: KeyList, ready: fn(Desk) -> El) -> El {
    let keys = Keys::new(desk, keys);
    let body = move |phase| {
        Some(match phase {
            LOADING => loading(desk),
            FAILED => failed(desk),
            _ => ready(desk),
        })
    };
    keys.heard_in(el("div"))
        .class("sapa")
        .attr("lang", desk.words().locale().tag())
        // What is clicked goes by what has been typed.
        .before_click(move || desk.session().settle())
        .switch(move || phase(desk), body)
        .child(status_line(desk, keys))
}

/// Why there is nothing to show, for a widget that is drawn all the same; nothing while there is no such reason.
pub fn failure(desk: Desk) -> El {
    el("div").when(move || phase(desk) == FAILED, move || failed(desk))
}

const LOADING: u32 = 0;
const FAILED: u32 = 1;
const READY: u32 = 2;

/// What there is to show.
fn phase(desk: Desk) -> u32 {
    desk.state.with(|state| {
        desk.status.with(|status| match (&state.supply, &status.host) {
            (Supply::Ready { .. }, _) => READY,
            // Whoever waits is told as soon as it is known that nothing comes.
            (Supply::Failed(_), _) | (Supply::Loading, HostState::Away(_)) => FAILED,
            (Supply::Loading, _) => LOADING,
        })
    })
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
        desk.state.with(|state| {
            desk.status.with(|status| match (&state.supply, &status.host) {
                (Supply::Failed(error), _) | (Supply::Loading, HostState::Away(error)) => {
                    desk.words().error(error, &host_name(status))
                }
                _ => String::new(),
            })
        })
    };
    let retry = super::button(&words.text(Key::Retry)).class("primary").part("retry");
    el("div")
        .class("empty")
        .attr("role", "alert")
        .part("error")
        .child(el("p").child(el("b").text(&words.text(Key::NoCatalogue))))
        .child(el("p").text_with(why))
        .child(retry.on_click(move || desk.session().reconnect()))
}
