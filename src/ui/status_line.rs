//! The foot of every widget: where the data live, what waits, and what is wrong. Quiet until it matters.

use super::element::{El, el};
use super::icon::{Icon, icon};
use super::keys::Keys;
use crate::i18n::{Count, Key, Words};
use crate::session::desk::Notice;
use crate::session::{Derived, Desk, Device, HostState, Status};

/// The line, with the list of keys at its end.
pub fn status_line(desk: Desk, keys: Keys) -> El {
    let pending = move || u32::try_from(desk.state.with(|state| state.pending())).unwrap_or(u32::MAX);
    let main = move || desk.status.with(|status| place(status, &desk.words()));
    let waiting = move || desk.words().count(Count::Pending, pending(), &[("host", &desk.status.with(host_name))]);
    let left_out = Derived::new(move || {
        let host = desk.status.with(host_name);
        desk.state.with(|state| {
            let kinds: Vec<_> = state.left_out().collect();
            Some(super::left_out(&desk.words(), &kinds, &host)).filter(|text| !text.is_empty())
        })
    });
    let is_lost =
        move || desk.status.with(|status| matches!(status.device, Device::Lost(_)) || status.trouble.is_some());
    let can_retry = move || desk.status.with(|status| matches!(status.host, HostState::Away(_))) || pending() > 0;
    let said = el("div")
        .attr("role", "status")
        .child(el("p").class("place").child(icon(Icon::Tick)).child(el("span").text_with(main)))
        .children_with(move || desk.status.with(|status| troubles(status, &desk.words())))
        .children_with(move || left_out.get().iter().map(|text| trouble(text)).collect())
        .when(move || pending() != 0, move || el("p").child(icon(Icon::Clock)).child(el("span").text_with(waiting)));
    let actions = el("div")
        .class("actions")
        .when(can_retry, move || button(desk, "retry", Key::SendNow).on_click(move || desk.session().reconnect()))
        .when(is_lost, move || button(desk, "export", Key::Export).on_click(move || desk.tell(Notice::Export)))
        .child(keys.view());
    el("footer").class("status").part("status").child(said).child(actions)
}

/// The host's name, or a word for it while it has not said.
pub fn host_name(status: &Status) -> String {
    if status.host_name.is_empty() { "CRM".to_owned() } else { status.host_name.clone() }
}

/// Where the data live, in words.
fn place(status: &Status, words: &Words) -> String {
    let host = host_name(status);
    match (&status.device, &status.host) {
        (Device::Opening, HostState::Connecting) => words.fill(Key::StatusConnecting, &[("host", &host)]),
        (Device::Opening, _) => words.text(Key::StatusOpening),
        (Device::Lost(_), _) => words.text(Key::StatusMemory),
        (Device::Kept, HostState::Online) => words.fill(Key::StatusHost, &[("host", &host)]),
        (Device::Kept, _) => words.text(Key::StatusDevice),
    }
}

fn troubles(status: &Status, words: &Words) -> Vec<El> {
    let host = host_name(status);
    status.troubles().iter().map(|error| trouble(&words.error(error, &host))).collect()
}

fn trouble(text: &str) -> El {
    el("p").class("trouble").child(icon(Icon::Warning)).child(el("span").text(text))
}

fn button(desk: Desk, part: &str, label: Key) -> El {
    super::button(&desk.words().text(label)).part(part)
}
