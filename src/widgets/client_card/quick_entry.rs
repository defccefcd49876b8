//! Three fields for what was just said on the telephone: what it was, with whom, and the words.

use std::rc::Rc;

use super::view::View;
use crate::domain::account::Person;
use crate::domain::timeline::{Entry, Kind};
use crate::i18n::CardKey;
use crate::session::{Derived, Live};
use crate::store::Item;
use crate::ui::{El, GuardedField, button, el};

/// The entry that is being written.
#[derive(Clone, Copy)]
struct Writing {
    view: View,
    is_note: Live<bool>,
    person: Live<String>,
    text: Live<String>,
    problem: Live<String>,
}

/// The three fields and the button.
pub(super) fn quick_entry(view: View) -> El {
    let person = view.account().people.first().map(|person| person.id.clone()).unwrap_or_default();
    let writing = Writing {
        view,
        is_note: Live::new(false),
        person: Live::new(person),
        text: Live::new(String::new()),
        problem: Live::new(String::new()),
    };
    let text = GuardedField {
        part: "entry-text",
        label: view.text(CardKey::Text),
        text: writing.text,
        problem: writing.problem,
        on_submit: Rc::new(move || writing.log()),
        field: view.entry,
    };
    let log = button(&view.text(CardKey::Log)).class("primary").part("log").on_click(move || writing.log());
    el("div")
        .class("quick")
        .part("quick")
        .child(el("div").class("quick-pair").child(kind(writing)).child(person_field(writing)))
        .child(text.view(view.desk))
        .child(log)
}

fn kind(writing: Writing) -> El {
    let option = |value: &str, key| el("option").attr("value", value).text(&writing.view.text(key));
    let select = el("select")
        .attr("id", "entry-kind")
        .part("entry-kind")
        .child(option(CALL, CardKey::KindCall))
        .child(option("note", CardKey::KindNote))
        .on_change(move |value| writing.is_note.set(value != CALL));
    field("entry-kind", &writing.view.text(CardKey::What), select)
}

const CALL: &str = "call";

fn person_field(writing: Writing) -> El {
    let view = writing.view;
    // The list is drawn anew when other people are known, and not with every change of the card: it would lose the choice.
    let known = Derived::new(move || {
        let people = view.with(|card| {
            let one = |person: &Person| (person.id.clone(), person.name.clone());
            card.account.people.iter().map(one).collect::<Vec<(String, String)>>()
        });
        people.unwrap_or_default()
    });
    let people = move || {
        let nobody = (String::new(), view.text(CardKey::Nobody));
        let option = |(id, name): &(String, String)| el("option").attr("value", id).text(name);
        known.with(|known| known.iter().chain([&nobody]).map(option).collect())
    };
    let select = el("select")
        .attr("id", "entry-person")
        .part("entry-person")
        .children_with(people)
        .value_with(move || writing.person.get())
        .on_change(move |value| writing.person.set(value));
    field("entry-person", &view.text(CardKey::Whom), select)
}

fn field(id: &str, label: &str, field: El) -> El {
    el("div").class("field").child(el("label").attr("for", id).text(label)).child(field)
}

impl Writing {
    fn log(self) {
        let view = self.view;
        let text = self.text.peek(|text| text.trim().to_owned());
        if text.is_empty() {
            self.problem.set(view.text(CardKey::NothingWritten));
            view.entry.focus();
            return;
        }
        let person = self.person.get_untracked();
        let entry = Entry {
            id: view.desk.session().new_id(),
            client: view.account().client,
            at: view.today.into(),
            kind: if self.is_note.get_untracked() { Kind::Note } else { Kind::Call },
            text,
            person: Some(person).filter(|id| !id.is_empty()),
        };
        view.put(Item::Entry(entry));
        self.text.set(String::new());
    }
}
