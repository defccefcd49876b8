//! What to answer when a client objects: type a word of what was said, read the card in ten seconds.

use super::board::Board;
use crate::domain::comparison::{Objection, find};
use crate::i18n::Words;
use crate::i18n::comparison::{ComparisonCount, ComparisonKey as Key};
use crate::session::{Derived, Live};
use crate::store::comparing::cards_in;
use crate::ui::{El, Handle, Icon, el, icon};

/// More cards than this nobody reads while a client waits.
const SHOWN: usize = 3;

/// So many words are offered to start with.
const OFFERED: usize = 8;

/// The field and the cards it finds.
pub(super) fn objections(board: Board) -> El {
    let desk = board.desk;
    let words = desk.words();
    let (typed, field) = (Live::new(String::new()), Handle::new());
    let tag = words.locale().tag();
    let cards = Derived::new(move || desk.state.with(|state| cards_in(&state.book, tag)));
    let found = Derived::new(move || {
        let typed = typed.get();
        let none = typed.trim().is_empty();
        cards.with(|cards| if none { Vec::new() } else { find(cards, &typed).into_iter().cloned().collect::<Vec<_>>() })
    });
    let is_idle = move || found.with(Vec::is_empty);
    let clear = move || {
        typed.set(String::new());
        field.focus();
    };
    let input = el("input")
        .attr("id", "said")
        .part("said")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("placeholder", &words.text(Key::SaidHint))
        .handle(field)
        .value_with(move || typed.get())
        .on_input(move |text| typed.set(text))
        .on_key(move |event| {
            let steps_back = event.key() == "Escape" && !typed.peek(String::is_empty);
            if steps_back {
                typed.set(String::new());
            }
            steps_back
        });
    let cross = move || {
        el("button")
            .attr("type", "button")
            .class("quiet")
            .part("clear-said")
            .attr("aria-label", &desk.words().text(Key::Clear))
            .on_click(clear)
            .child(icon(Icon::Cross))
    };
    let status = move || {
        let words = desk.words();
        let text = typed.get();
        match found.with(Vec::len) {
            _ if cards.with(Vec::is_empty) => words.text(Key::NoCards),
            _ if text.trim().is_empty() => String::new(),
            0 => words.fill(Key::NoCard, &[("text", text.trim())]),
            count => words.count(ComparisonCount::Cards, u32::try_from(count).unwrap_or(u32::MAX), &[]),
        }
    };
    let offers = move || cards.with(|cards| offered(cards).into_iter().map(|word| offer(word, typed)).collect());
    let shown = move || found.with(|found| found.iter().take(SHOWN).map(|found| card(found, &desk.words())).collect());
    el("section")
        .class("objections")
        .child(el("label").attr("for", "said").text(&words.text(Key::Said)))
        .child(el("div").class("said-field").child(input).when(move || !typed.with(String::is_empty), cross))
        .child(el("p").class("muted").part("said-status").attr("role", "status").text_with(status))
        .when(is_idle, move || el("div").class("offers").children_with(offers))
        .child(el("div").class("cards").children_with(shown))
}

/// The first word each card is looked for by, each once.
fn offered(cards: &[Objection]) -> Vec<&str> {
    let mut offered: Vec<&str> = Vec::new();
    for word in cards.iter().filter_map(|card| card.tags.first()) {
        if offered.len() < OFFERED && !offered.contains(&word.as_str()) {
            offered.push(word);
        }
    }
    offered
}

fn offer(word: &str, typed: Live<String>) -> El {
    let sought = word.to_owned();
    el("button")
        .attr("type", "button")
        .class("offer")
        .part("offer")
        .text(word)
        .on_click(move || typed.set(sought.clone()))
}

fn card(card: &Objection, words: &Words) -> El {
    let step = |key: Key, text: &str| el("div").child(el("dt").text(&words.text(key))).child(el("dd").text(text));
    let steps = [(Key::Say, &card.acknowledge), (Key::Ask, &card.question), (Key::Show, &card.proof)];
    let steps = steps.into_iter().filter(|(_, text)| !text.is_empty()).map(|(key, text)| step(key, text));
    el("article").class("objection").part("card").child(el("h2").text(&card.wording)).child(el("dl").children(steps))
}
