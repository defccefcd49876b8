//! For whom the quote is, and from which list it is priced.

use leptos::prelude::*;

use crate::i18n::Key;
use crate::session::Desk;
use crate::store::{Command, Supply};
use crate::ui::combobox::{Choice, Combobox, choices_of};
use crate::ui::status_line::host_name;

/// The head of the calculator.
#[component]
pub(super) fn Header() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let words = desk.words();
    let choices = choices_of(desk, |catalogue| {
        catalogue
            .clients
            .iter()
            .map(|client| {
                let place = [client.city.as_deref(), client.country.as_deref()];
                Choice::new(&client.id, &client.name, place.into_iter().flatten().collect::<Vec<_>>().join(", "))
            })
            .collect()
    });
    let chosen = Signal::derive(move || {
        desk.state.with(|state| state.chosen().map(|client| client.name.clone()).unwrap_or_default())
    });
    let choose = Callback::new(move |id| {
        let _ = desk.act(Command::ChooseClient(Some(id)));
    });
    let clear = Callback::new(move |()| {
        let _ = desk.act(Command::ChooseClient(None));
    });
    let about = {
        let words = words.clone();
        move || {
            desk.state.with(|state| match state.chosen() {
                Some(client) => {
                    let contact = client.contact.as_ref().map(|contact| contact.name.clone());
                    let group = client.group.clone();
                    let discount = (!client.discount_percent.is_zero())
                        .then(|| words.fill(Key::Percent, &[("percent", &words.percent(client.discount_percent))]));
                    [contact, group, discount].into_iter().flatten().collect::<Vec<_>>().join(" · ")
                }
                None => words.text(Key::NoClient),
            })
        }
    };
    let list = {
        let words = words.clone();
        move || {
            desk.state.with(|state| {
                state
                    .price_list()
                    .map(|list| format!("{}: {}, {}", words.text(Key::PriceList), list.name, list.currency.code()))
            })
        }
    };
    let sample = words.text(Key::SampleTerms);
    let is_sample = move || desk.state.with(|state| state.price_list().is_some_and(|list| list.sample));
    let stale = move || {
        desk.state.with(|state| {
            matches!(state.supply, Supply::Ready { stale: true, .. })
                .then(|| words.fill(Key::StatusStale, &[("host", &desk.status.with(host_name))]))
        })
    };
    view! {
        <header class="head">
            <Combobox part="client" label=Key::QuoteFor choices chosen on_choose=choose on_clear=clear />
            <div class="about">
                <p>{about}</p>
                <p class="muted">
                    {list} " "
                    <Show when=is_sample><span class="tag">{sample.clone()}</span></Show>
                    <span class="warn">{stale}</span>
                </p>
            </div>
        </header>
    }
}
