//! The foot of every widget: where the data live, what waits, and what is wrong. Quiet until it matters.

use leptos::prelude::*;

use super::icon::{Icon, icon};
use crate::i18n::{Count, Key, Words};
use crate::session::desk::Notice;
use crate::session::{Desk, Device, HostState, Status};

/// The line.
#[component]
pub fn StatusLine() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let (words, status, state) = (desk.words(), desk.status, desk.state);
    let main = {
        let words = words.clone();
        move || status.with(|status| place(status, &words))
    };
    let trouble = {
        let words = words.clone();
        move || {
            let (troubles, host) = status.with(|status| (status.troubles(), host_name(status)));
            troubles
                .iter()
                .map(|error| {
                    view! {
                        <p class="trouble">{icon(Icon::Warning)}<span>{words.error(error, &host)}</span></p>
                    }
                })
                .collect_view()
        }
    };
    let pending = move || u32::try_from(state.with(|state| state.pending())).unwrap_or(u32::MAX);
    let waiting = {
        let words = words.clone();
        move || words.count(Count::Pending, pending(), &[("host", &status.with(host_name))])
    };
    let is_lost = move || status.with(|status| matches!(status.device, Device::Lost(_)) || status.trouble.is_some());
    let can_retry = move || status.with(|status| matches!(status.host, HostState::Away(_))) || pending() > 0;
    let (export, retry) = (words.text(Key::Export), words.text(Key::SendNow));
    view! {
        <footer class="status" part="status">
            <div role="status">
                <p class="place">{icon(Icon::Tick)}<span>{main}</span></p>
                {trouble}
                <Show when=move || pending() != 0><p>{icon(Icon::Clock)}<span>{waiting.clone()}</span></p></Show>
            </div>
            <div class="actions">
                <Show when=can_retry>
                    <button type="button" part="retry" on:click=move |_| desk.session().reconnect()>{retry.clone()}</button>
                </Show>
                <Show when=is_lost>
                    <button type="button" part="export" on:click=move |_| desk.tell(Notice::Export)>{export.clone()}</button>
                </Show>
            </div>
        </footer>
    }
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
