//! For whom the quote is, and from which list it is priced.

use super::figures::Figures;
use super::loyalty::loyalty;
use crate::domain::client::Client;
use crate::i18n::{CalculatorKey, Key, Words};
use crate::session::Desk;
use crate::store::{Supply, quoting};
use crate::ui::status_line::host_name;
use crate::ui::{El, client_field, client_name, el, toggle};

/// The head of the calculator.
pub(super) fn header(desk: Desk, figures: Figures) -> El {
    let about = move || {
        let words = desk.words();
        desk.state
            .with(|state| state.chosen().map_or_else(|| words.text(Key::NoClient), |client| about(client, &words)))
    };
    let is_sample = move || desk.state.with(|state| state.price_list().is_some_and(|list| list.sample));
    let for_client = figures.for_client;
    // A client who looks on sees no list of the others.
    let name = move || el("h2").part("client-name").text_with(move || client_name(desk));
    let switch = toggle("client-view", &desk.words().text(CalculatorKey::ForClient), for_client);
    let whose = el("div")
        .class("whose")
        .either(move || for_client.get(), name, move || client_field(desk, Key::QuoteFor))
        .child(switch);
    el("header").class("head").child(whose).child(
        el("div").class("about").child(el("p").text_with(about)).child(loyalty(desk, figures)).child(
            el("p")
                .class("muted")
                .text_with(move || list(desk))
                .when(is_sample, move || el("span").class("tag").text(&desk.words().text(Key::SampleTerms)))
                .child(el("span").class("warn").text_with(move || stale(desk))),
        ),
    )
}

/// Whom to speak to, and what was agreed.
fn about(client: &Client, words: &Words) -> String {
    let contact = client.contact.as_ref().map(|contact| contact.name.clone());
    let discount = (!client.discount_percent.is_zero())
        .then(|| words.fill(Key::Percent, &[("percent", &words.percent(client.discount_percent))]));
    [contact, client.group.clone(), discount].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn list(desk: Desk) -> String {
    let today = desk.today();
    desk.state.with(|state| {
        let Some(list) = state.price_list() else { return String::new() };
        let mut names = vec![list.name.as_str()];
        names.extend(quoting::lists_for(state, today));
        [&desk.words().text(Key::PriceList), ": ", &names.join(", "), ", ", list.currency.code(), " "].concat()
    })
}

/// That the prices may be old, if they may.
fn stale(desk: Desk) -> String {
    let is_stale = desk.state.with(|state| matches!(state.supply, Supply::Ready { stale: true, .. }));
    if is_stale {
        desk.words().fill(Key::StatusStale, &[("host", &desk.status.with(host_name))])
    } else {
        String::new()
    }
}
