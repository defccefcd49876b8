//! What the client was told to expect: by when, and how it stands.

use super::phrases::{late, when};
use super::promise_form::promise_form;
use super::view::View;
use crate::domain::attention::Options;
use crate::domain::commitment::{Commitment, Record, State};
use crate::domain::date::Date;
use crate::i18n::CardKey;
use crate::session::Live;
use crate::store::{Item, card};
use crate::ui::{El, Handle, Icon, button, el, icon};

/// How many of those that were kept are shown.
const KEPT: usize = 3;

/// The list, how promises are kept, and the way to a new one.
pub(super) fn promises(view: View) -> El {
    let heading = Handle::new();
    let rows = move || {
        let rows = view.with(|card| {
            let open = card.commitments.iter().filter(|promise| card::is_open(promise, view.today));
            let kept = card.commitments.iter().filter(|promise| !card::is_open(promise, view.today)).take(KEPT);
            open.chain(kept).map(|promise| row(view, promise, heading)).collect::<Vec<El>>()
        });
        rows.unwrap_or_default()
    };
    let is_empty = move || view.with(|card| card.commitments.is_empty()).unwrap_or(true);
    let tally = move || {
        let record = view.with(|card| Record::of(&card.commitments, view.today)).unwrap_or_default();
        let [kept, warned, late] = [record.kept, record.warned, record.late].map(|count| count.to_string());
        view.desk.words().fill(CardKey::Tally, &[("kept", &kept), ("warned", &warned), ("late", &late)])
    };
    let writing = Live::new(false);
    let add = move || button(&view.text(CardKey::AddPromise)).part("add-promise").on_click(move || writing.set(true));
    view.section("promises", CardKey::Promises, heading)
        .child(el("ul").class("promise-list").children_with(rows))
        .either(
            is_empty,
            move || el("p").class("muted").text_with(move || view.nothing(&["commitment"], CardKey::PromisesEmpty)),
            move || el("p").class("tally").part("tally").text_with(tally),
        )
        .either(move || writing.get(), move || promise_form(view, writing, heading), add)
}

fn row(view: View, promise: &Commitment, heading: Handle) -> El {
    let words = view.desk.words();
    let state = promise.state(view.today, Options::default().soon_days);
    let (class, sign, name) = match state {
        State::Open => ("", Icon::Clock, CardKey::StateOpen),
        State::DueSoon => ("warn", Icon::Clock, CardKey::StateSoon),
        State::AtRisk => ("bad", Icon::Warning, CardKey::StateRisk),
        State::Late => ("bad", Icon::Warning, CardKey::StateLate),
        State::LateTold => ("warn", Icon::Warning, CardKey::StateLateTold),
        State::Kept => ("good", Icon::Tick, CardKey::StateKept),
        State::KeptLate => ("", Icon::Tick, CardKey::StateKeptLate),
    };
    let days = promise.days_late(view.today);
    let how = if days > 0 { late(&words, days) } else { when(&words, promise.kept.unwrap_or(promise.due), view.today) };
    let due = words.fill(CardKey::DueOn, &[("date", &words.date(promise.due)), ("when", &how)]);
    let on =
        |key: CardKey, date: Option<Date>| date.map(|date| words.fill(key, &[("date", &words.date(date))])).into_iter();
    let notes = on(CardKey::KnownOn, promise.delay_known).chain(on(CardKey::ToldOn, promise.told));
    let note = |text: String| el("small").text(&text);
    let stands = el("p").class("promise-state").part("promise-state").child(icon(sign)).text(&words.text(name));
    el("li")
        .class("promise")
        .part("promise")
        .child(el("p").class("promise-what").text(&promise.what))
        .child(stands.class(&["promise-state ", class].concat()))
        .child(note(due))
        .children(notes.map(note))
        .children(actions(view, promise, heading))
}

/// What can become of a promise that is still to be done.
fn actions(view: View, promise: &Commitment, heading: Handle) -> Option<El> {
    if !card::is_open(promise, view.today) {
        return None;
    }
    let step = |label: CardKey, part: &str, change: fn(&Commitment, Date) -> Commitment| {
        let spoken = [&view.text(label), ": ", &promise.what].concat();
        let promise = promise.clone();
        let press = move || {
            view.put(Item::Commitment(change(&promise, view.today)));
            heading.focus();
        };
        button(&view.text(label)).part(part).attr("aria-label", &spoken).on_click(press)
    };
    let mut all = el("div").class("promise-actions").child(step(CardKey::MarkDone, "promise-done", card::kept));
    if promise.delay_known.is_none() {
        all = all.child(step(CardKey::MarkDelay, "promise-delay", card::delayed));
    }
    if promise.told.is_none() {
        all = all.child(step(CardKey::MarkTold, "promise-told", card::told));
    }
    Some(all)
}
