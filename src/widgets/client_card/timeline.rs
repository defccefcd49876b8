//! What happened with the client, newest first, and the quick entry above it.

use super::phrases::{clock, when};
use super::quick_entry::quick_entry;
use super::view::View;
use crate::domain::timeline::{Entry, Kind};
use crate::i18n::CardKey;
use crate::session::Live;
use crate::store::Card;
use crate::ui::{El, Handle, Icon, button, el, icon};

/// How many entries are shown at first, and how many more each time.
const PAGE: usize = 12;

/// The kinds of records it is made of.
const KINDS: [&str; 3] = ["activity", "order", "meeting"];

/// The list.
pub(super) fn timeline(view: View) -> El {
    let shown = Live::new(PAGE);
    let rows = move || {
        let shown = shown.get();
        let rows = view.with(|card| card.timeline.iter().take(shown).map(|entry| row(view, card, entry)).collect());
        rows.unwrap_or_default()
    };
    let count = move || view.with(|card| card.timeline.len()).unwrap_or_default();
    let empty = move || el("p").class("muted").text_with(move || view.nothing(&KINDS, CardKey::TimelineEmpty));
    let more = move || {
        let more = button(&view.text(CardKey::More)).part("more");
        more.on_click(move || shown.set(shown.get_untracked() + 2 * PAGE))
    };
    view.section("timeline", CardKey::Timeline, Handle::new())
        .child(quick_entry(view))
        .child(el("ol").class("entries").children_with(rows))
        .when(move || count() == 0, empty)
        .when(move || count() > shown.get(), more)
}

fn row(view: View, card: &Card, entry: &Entry) -> El {
    let words = view.desk.words();
    let (sign, kind) = match entry.kind {
        Kind::Order => (Icon::Box, CardKey::KindOrder),
        Kind::Quote => (Icon::Copy, CardKey::KindQuote),
        Kind::Call => (Icon::Phone, CardKey::KindCall),
        Kind::Meeting => (Icon::People, CardKey::KindMeeting),
        _ => (Icon::Note, CardKey::KindNote),
    };
    let date = entry.at.date();
    // A meeting was agreed by the wall clock; what was written down keeps its day.
    let minute = entry.at.minute().filter(|_| entry.kind == Kind::Meeting);
    let at = minute.map(|minute| [", ", &clock(minute)].concat()).unwrap_or_default();
    let ago = when(&words, date, view.today);
    let exact = [&words.date(date), at.as_str()].concat();
    let name = match entry.kind {
        Kind::Order => [&words.text(kind), " ", &entry.id].concat(),
        _ => words.text(kind),
    };
    let person = entry.person.as_deref().and_then(|id| card.account.person(id)).map(|person| person.name.as_str());
    let mut head = el("p").class("entry-head").child(el("b").text(&name));
    if let Some(person) = person {
        head = head.child(el("span").class("muted").text(person));
    }
    if let Some(amount) = card.amount(entry) {
        head = head.child(el("span").class("number").text(&view.amount(amount)));
    }
    let mut about = el("div").class("entry-about").child(head);
    if !entry.text.is_empty() {
        about = about.child(el("p").class("entry-text").text(&entry.text));
    }
    let at = el("time").attr("datetime", &date.to_string()).attr("title", &ago).text(&exact);
    el("li")
        .class("entry")
        .part("entry")
        .child(icon(sign))
        .child(about.child(el("small").child(at).text(" · ").text(&ago)))
}
