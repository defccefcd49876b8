//! The result: one figure big, where it comes from, and the one thing to do next.

use leptos::prelude::*;

use super::figures::Figures;
use super::sentences;
use crate::domain::pricing::Priced;
use crate::i18n::{Count, Key, Words};
use crate::session::Desk;
use crate::session::desk::Notice;
use crate::store::{Command, quoting};
use crate::ui::status_line::host_name;
use crate::ui::waterfall::{Bar, Waterfall};
use crate::ui::{Icon, icon};

/// The right-hand panel, or the foot of a narrow column.
#[component]
pub(super) fn Summary() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let figures = expect_context::<Figures>();
    let words = desk.words();
    let say = |read: fn(&Priced, &Figures, &Words) -> String| {
        let words = desk.words();
        move || figures.with(|priced| read(priced, &figures, &words)).unwrap_or_default()
    };
    let net = say(|priced, figures, _| figures.amount(priced.net));
    let list = say(|priced, figures, _| figures.amount(priced.list));
    let percent = say(|priced, _, words| words.percent(-priced.percent));
    let granted = say(sentences::granted);
    let next = {
        let words = words.clone();
        move || figures.with(|priced| sentences::next(priced, &figures, &words)).flatten()
    };
    let deferral = {
        let words = words.clone();
        move || {
            desk.state.with(|state| {
                let (term, list) = (quoting::term(state)?, state.price_list()?);
                let rate = words.percent(list.cost_of_capital_percent);
                figures.with(|priced| sentences::deferral(priced, term, &rate, &figures, &words))?
            })
        }
    };
    let describe = Signal::derive(say(sentences::waterfall));
    let bars = {
        let words = words.clone();
        Signal::derive(move || figures.with(|priced| bars(priced, &figures, &words)).unwrap_or_default())
    };
    let error = {
        let words = words.clone();
        move || figures.error().map(|error| words.error(&error, &desk.status.with(host_name)))
    };
    let currency = move || figures.currency().map(|currency| currency.code().to_owned());
    view! {
        <div class="summary" part="summary">
            <Show when=move || figures.error().is_some()><p class="bad" role="alert" part="error">{error.clone()}</p></Show>
            <Show when=move || figures.error().is_none()>
                <div class="total">
                    <p class="total-label">{words.text(Key::Net)} " " <span class="muted">{currency}</span></p>
                    <p class="total-net number" part="net">{net.clone()}</p>
                    <dl class="total-parts">
                        <div><dt>{words.text(Key::List)}</dt><dd class="number" part="list">{list.clone()}</dd></div>
                        <div><dt>{words.text(Key::Discount)}</dt><dd class="number" part="percent">{percent.clone()}</dd></div>
                    </dl>
                </div>
            </Show>
            <Show when=move || !figures.is_empty() && figures.error().is_none()>
                <Waterfall
                    title=desk.words().text(Key::Waterfall)
                    describe
                    bars
                    table_label=desk.words().text(Key::ShowTable)
                    headings=[desk.words().text(Key::Step), desk.words().text(Key::Amount)]
                />
                <p class="sentence" part="granted" aria-live="polite">{granted.clone()}</p>
                <p class="sentence accent" part="next">{next.clone()}</p>
                <p class="sentence muted" part="deferral">{deferral.clone()}</p>
            </Show>
            <Actions />
        </div>
    }
}

/// Save, and start anew.
#[component]
fn Actions() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let figures = expect_context::<Figures>();
    let words = desk.words();
    let busy = RwSignal::new(false);
    let said = RwSignal::new(None::<Result<String, String>>);
    let save = {
        let words = words.clone();
        move |_| {
            if busy.get_untracked() {
                return;
            }
            let bad = desk.invalid.get_untracked();
            if bad > 0 {
                said.set(Some(Err(words.count(Count::Fields, bad, &[]))));
                return;
            }
            busy.set(true);
            said.set(None);
            let words = words.clone();
            leptos::task::spawn_local(async move {
                let saved = save(desk).await;
                let host = desk.status.try_with(host_name).unwrap_or_default();
                // The widget may be gone by now; the quote is kept all the same.
                busy.try_set(false);
                said.try_set(Some(
                    saved.map_err(|error| format!("{} {}", words.text(Key::NotSaved), words.error(&error, &host))),
                ));
            });
        }
    };
    let label = {
        let words = words.clone();
        move || words.text(if busy.get() { Key::Saving } else { Key::Save })
    };
    let failed = move || said.get().and_then(Result::err);
    let new_label = words.text(Key::NewQuote);
    view! {
        <div class="actions">
            <button type="button" class="primary" part="save" aria-disabled=move || busy.get().to_string() on:click=save>{label}</button>
            <Show when=move || !figures.is_empty()>
                <button type="button" part="new" on:click=move |_| { let _ = desk.act(Command::ClearDraft); said.set(None); }>{new_label.clone()}</button>
            </Show>
            <div role="alert" class="said">
                <Show when=move || failed().is_some()><p class="bad" part="error">{icon(Icon::Warning)}<span>{failed}</span></p></Show>
            </div>
        </div>
    }
}

/// Saves the quote, first on the device and then at the host, and tells the page of each.
async fn save(desk: Desk) -> Result<String, crate::domain::error::Error> {
    use crate::store::Place;
    let session = desk.session();
    let saved = std::rc::Rc::clone(&session).save_quote().await;
    match &saved {
        Ok(id) => {
            desk.tell(Notice::QuoteSave { id: id.clone(), host: false });
            let waits = session.state().quote(id).is_some_and(|saved| saved.place == Place::Pending);
            if waits && matches!(session.send(id).await, Ok(Place::Host { .. })) {
                desk.tell(Notice::QuoteSave { id: id.clone(), host: true });
            }
        }
        Err(error) => desk.tell(Notice::Error(error.clone())),
    }
    saved
}

/// The bars of the picture: the list price, each step that changed it, the net price.
fn bars(priced: &Priced, figures: &Figures, words: &Words) -> Vec<Bar> {
    let whole = |key, amount: rust_decimal::Decimal| Bar {
        label: words.text(key),
        amount: figures.amount(amount),
        from: rust_decimal::Decimal::ZERO,
        to: amount,
        whole: true,
    };
    let mut at = priced.list;
    let mut all = vec![whole(Key::StepList, priced.list)];
    for effect in sentences::effective(priced) {
        let to = at + effect.amount;
        all.push(Bar {
            label: words.text(sentences::step(effect.kind)),
            amount: figures.amount(effect.amount),
            from: at,
            to,
            whole: false,
        });
        at = to;
    }
    all.push(whole(Key::StepNet, priced.net));
    all
}
