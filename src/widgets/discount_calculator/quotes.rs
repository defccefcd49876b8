//! The quotes that were saved, newest first, each with where it lies.

use leptos::prelude::*;

use crate::i18n::{Count, Key, Words};
use crate::session::Desk;
use crate::store::{Command, Place, Saved, State};
use crate::ui::status_line::host_name;
use crate::ui::{Icon, icon};

/// How many are shown.
const SHOWN: usize = 8;

/// The list; nothing while there are none.
#[component]
pub(super) fn Quotes() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let words = desk.words();
    let title = words.text(Key::SavedQuotes);
    let rows = move || {
        let host = desk.status.with(host_name);
        let row = |state: &State, saved: &Saved| {
            let id = &saved.quote.client;
            let client = state.client(id).map_or_else(|| id.clone(), |client| client.name.clone());
            row(saved, &client, &host, desk, &words)
        };
        desk.state.with(|state| state.quotes.iter().take(SHOWN).map(|saved| row(state, saved)).collect_view())
    };
    view! {
        <Show when=move || desk.state.with(|state| !state.quotes.is_empty())>
            <div class="quotes" part="quotes">
                <h2>{title.clone()}</h2>
                <ul>{rows.clone()}</ul>
            </div>
        </Show>
    }
}

fn row(saved: &Saved, client: &str, host: &str, desk: Desk, words: &Words) -> impl IntoView + use<> {
    let Saved { quote, place, .. } = saved;
    let id = quote.id.clone();
    let count = u32::try_from(quote.lines.len()).unwrap_or(u32::MAX);
    let reopen = words.text(Key::Reopen);
    let spoken = format!("{reopen}: {client}, {}", words.money(quote.net, quote.currency));
    view! {
        <li part="quote">
            <div>
                <b>{client.to_owned()}</b>
                <small>
                    {words.date(quote.created)} " · " {words.count(Count::LineCount, count, &[])} " · "
                    <span class:good=matches!(place, Place::Host { .. })>{place_in_words(place, host, words)}</span>
                </small>
            </div>
            <span class="number">{words.money(quote.net, quote.currency)}</span>
            <button type="button" part="reopen" aria-label=spoken title=reopen on:click=move |_| { let _ = desk.act(Command::ReopenQuote(id.clone())); }>
                {icon(Icon::Copy)}
            </button>
        </li>
    }
}

fn place_in_words(place: &Place, host: &str, words: &Words) -> String {
    match place {
        Place::Device => words.text(Key::PlaceDevice),
        Place::Pending => words.fill(Key::PlacePending, &[("host", host)]),
        Place::Host { .. } => words.fill(Key::PlaceHost, &[("host", host)]),
        Place::Refused { .. } => words.fill(Key::PlaceRefused, &[("host", host)]),
    }
}
