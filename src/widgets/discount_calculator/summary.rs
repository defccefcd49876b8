//! The result: one figure big, where it comes from, and the one thing to do next.

use std::rc::Rc;

use super::figures::{Figures, PricedDraft};
use super::output::output;
use super::paper::{Paper, Sheet};
use super::sentences;
use super::signing::signing;
use super::tax;
use crate::domain::money;
use crate::domain::pricing::Priced;
use crate::i18n::{Count, Key, ProposalKey, Words};
use crate::session::desk::Notice;
use crate::session::{Derived, Desk, Live};
use crate::store::{Command, quoting};
use crate::ui::status_line::host_name;
use crate::ui::waterfall::{Bar, Waterfall};
use crate::ui::{El, Icon, button, el, icon};

/// The right-hand panel, or the foot of a narrow column.
pub(super) fn summary(desk: Desk, figures: Figures) -> El {
    let paper = Paper::new(desk, figures);
    let is_sound = move || figures.now.error().is_none();
    let error = move || {
        let host = desk.status.with(host_name);
        figures.now.error().map(|error| desk.words().error(&error, &host)).unwrap_or_default()
    };
    el("div")
        .class("summary")
        .part("summary")
        // What explains the total follows in a moment, and is not read out before.
        .state_with("aria-busy", move || desk.is_typing.get())
        .either(
            is_sound,
            move || total(desk, figures),
            move || el("p").class("bad").attr("role", "alert").part("error").text_with(error),
        )
        .when(move || figures.is_priced(), move || explained(desk, figures))
        .when(move || figures.is_internal(), move || signing(desk, figures))
        .child(actions(desk, figures, paper))
        .when(move || figures.is_internal(), move || output(desk, figures, paper))
        .child(paper.view())
}

/// What is read of the priced draft, as text.
type Say = fn(&Priced, &Figures, &Words) -> String;

fn say(desk: Desk, figures: Figures, of: PricedDraft, read: Say) -> impl Fn() -> String {
    move || of.with(|priced| read(priced, &figures, &desk.words())).unwrap_or_default()
}

fn total(desk: Desk, figures: Figures) -> El {
    let words = desk.words();
    let say = move |read| say(desk, figures, figures.now, read);
    let currency = move || figures.currency().map(|currency| currency.code().to_owned()).unwrap_or_default();
    let figure = |label: Key, part: &str, value| {
        let value = el("dd").class("number").part(part).text_with(say(value));
        el("div").child(el("dt").text(&words.text(label))).child(value)
    };
    let label = el("p").class("total-label").text(&words.text(Key::Net)).text(" ");
    let net = el("p").class("total-net number").part("net");
    let net = net.text_with(say(|priced, figures, _| figures.amount(priced.net)));
    let head = el("div").class("total-head");
    el("div")
        .class("total")
        .child(head.child(label.child(el("span").class("muted").text_with(currency))).child(net))
        .child(
            el("dl")
                .class("total-parts")
                .child(figure(Key::List, "list", |priced, figures, _| figures.amount(priced.list)))
                .child(figure(Key::Discount, "percent", |priced, _, words| words.percent(-priced.percent))),
        )
        .child(tax::rows(desk, figures))
}

/// Where the price comes from: the picture, and what to say to the client.
fn explained(desk: Desk, figures: Figures) -> El {
    let words = desk.words();
    let say = move |read| say(desk, figures, figures.settled, read);
    let picture = Waterfall {
        title: words.text(Key::Waterfall),
        describe: Rc::new(say(sentences::waterfall)),
        bars: Derived::new(move || figures.with(|priced| bars(priced, &figures, &desk.words())).unwrap_or_default()),
        table_label: words.text(Key::ShowTable),
        headings: [words.text(Key::Step), words.text(Key::Amount)],
    };
    let deferral = move || {
        if figures.for_client.get() {
            return String::new();
        }
        let said = desk.state.with(|state| {
            let (term, list) = (quoting::term(state)?, state.price_list()?);
            let (today, words) = (desk.today(), desk.words());
            figures.with(|priced| sentences::deferral(priced, &term, &list.capital, today, &figures, &words))?
        });
        said.unwrap_or_default()
    };
    let sentence = |class: &str, part: &str| el("p").class(class).part(part);
    el("div")
        .class("explained")
        .child(picture.view())
        .child(sentence("sentence", "granted").attr("aria-live", "polite").text_with(say(sentences::granted)))
        .child(sentence("sentence accent", "next").text_with(say(sentences::next)))
        .child(sentence("sentence muted", "deferral").text_with(deferral))
}

/// Save, and start anew.
fn actions(desk: Desk, figures: Figures, paper: Paper) -> El {
    let saving = Saving { desk, busy: Live::new(false), failed: Live::new(String::new()) };
    let label = move || desk.words().text(if saving.busy.get() { Key::Saving } else { Key::Save });
    let save = button("")
        .class("primary")
        .part("save")
        .state_with("aria-disabled", move || saving.busy.get())
        .text_with(label)
        .on_click(move || saving.start());
    let new = move || {
        button(&desk.words().text(Key::NewQuote)).part("new").on_click(move || {
            let _ = desk.act(Command::ClearDraft);
            saving.failed.set(String::new());
        })
    };
    let failed = move || {
        let text = el("span").text_with(move || saving.failed.get());
        el("p").class("bad").part("error").child(icon(Icon::Warning)).child(text)
    };
    let said = el("div").attr("role", "alert").class("said");
    let print = move || {
        button(&desk.words().text(ProposalKey::Print)).part("print").on_click(move || paper.print(Sheet::Proposal))
    };
    el("div")
        .class("actions")
        .child(save)
        .when(move || !figures.is_empty(), new)
        .when(move || figures.is_priced(), print)
        .child(said.when(move || !saving.failed.with(String::is_empty), failed))
}

/// A save that is under way, or why it did not come off.
#[derive(Clone, Copy)]
struct Saving {
    desk: Desk,
    busy: Live<bool>,
    failed: Live<String>,
}

impl Saving {
    fn start(self) {
        let Saving { desk, busy, failed } = self;
        if busy.get_untracked() {
            return;
        }
        let words = desk.words();
        let bad = desk.invalid.get_untracked();
        if bad > 0 {
            failed.set(words.count(Count::Fields, bad, &[]));
            return;
        }
        busy.set(true);
        failed.set(String::new());
        leptos::task::spawn_local(async move {
            let saved = save(desk).await;
            // The widget may be gone by now; the quote is kept all the same.
            busy.set(false);
            if let (Err(error), Some(status)) = (saved, desk.status.try_get_untracked()) {
                failed.set([words.text(Key::NotSaved), words.error(&error, &host_name(&status))].join(" "));
            }
        });
    }
}

/// Saves the quote, first on the device and then at the host, and tells the page of each.
async fn save(desk: Desk) -> Result<String, crate::domain::error::Error> {
    use crate::store::Place;
    let session = desk.session();
    let saved = Rc::clone(&session).save_quote().await;
    match &saved {
        Ok(id) => {
            let tell = |host| desk.tell(Notice::QuoteSave { id: id.clone(), host });
            match session.state().quote(id).map(|saved| saved.place.clone()) {
                // A device that keeps nothing left it to the host.
                Some(Place::Host { .. }) => tell(true),
                Some(Place::Pending) => {
                    tell(false);
                    if matches!(session.send(id).await, Ok(Place::Host { .. })) {
                        tell(true);
                    }
                }
                _ => tell(false),
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
        let to = money::add(at, effect.amount).unwrap_or(at);
        all.push(Bar {
            label: figures.step_name(&effect.step),
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
