//! The quotes that were saved, newest first, each with where it lies.

use std::sync::Arc;

use crate::i18n::{Count, Key, Words};
use crate::session::{Derived, Desk, Same};
use crate::store::{Command, Place, Saved, State};
use crate::ui::status_line::host_name;
use crate::ui::{El, Icon, el, icon};

/// How many are shown.
const SHOWN: usize = 8;

/// The list; nothing while there are none.
pub(super) fn quotes(desk: Desk) -> El {
    // The list is drawn anew when a quote or the host's name changes, and not with every key in a field.
    let quotes = Derived::new(move || {
        let shared = |state: &State| (Same(Some(Arc::clone(&state.quotes))), Same(state.shared_catalogue().cloned()));
        desk.state.with(shared)
    });
    let host = Derived::new(move || desk.status.with(host_name));
    let rows = move || {
        let host = host.get();
        quotes.with(|(Same(quotes), _)| {
            let quotes = quotes.iter().flat_map(|quotes| quotes.iter().take(SHOWN));
            quotes.map(|saved| desk.state.peek(|state| row(desk, state, saved, &host))).collect()
        })
    };
    el("div")
        .class("quotes")
        .part("quotes")
        .flag_with("hidden", move || desk.state.with(|state| state.quotes.is_empty()))
        .child(el("h2").text(&desk.words().text(Key::SavedQuotes)))
        .child(el("ul").children_with(rows))
}

fn row(desk: Desk, state: &State, saved: &Saved, host: &str) -> El {
    let words = desk.words();
    let Saved { quote, place, .. } = saved;
    let client = state.client(&quote.client).map_or(&*quote.client, |client| &client.name);
    let net = words.money(quote.net, quote.currency);
    let count = u32::try_from(quote.lines.len()).unwrap_or(u32::MAX);
    let when = [&words.date(quote.created), " · ", &words.count(Count::LineCount, count, &[]), " · "].concat();
    let lies = el("span")
        .class(if matches!(place, Place::Host { .. }) { "good" } else { "" })
        .text(&place_in_words(place, host, &words));
    let about = el("div").child(el("b").text(client)).child(el("small").text(&when).child(lies));
    let label = words.text(Key::Reopen);
    let id = quote.id.clone();
    let reopen = el("button")
        .attr("type", "button")
        .part("reopen")
        .attr("aria-label", &[&label, ": ", client, ", ", &net].concat())
        .attr("title", &label)
        .on_click(move || {
            let _ = desk.act(Command::ReopenQuote(id.clone()));
        })
        .child(icon(Icon::Copy));
    el("li").part("quote").child(about).child(el("span").class("number").text(&net)).child(reopen)
}

fn place_in_words(place: &Place, host: &str, words: &Words) -> String {
    match place {
        Place::Device => words.text(Key::PlaceDevice),
        Place::Pending => words.fill(Key::PlacePending, &[("host", host)]),
        Place::Host { .. } => words.fill(Key::PlaceHost, &[("host", host)]),
        Place::Refused { .. } => words.fill(Key::PlaceRefused, &[("host", host)]),
    }
}
