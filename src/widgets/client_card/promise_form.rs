//! A new promise: what, and by when.

use std::rc::Rc;

use super::view::View;
use crate::domain::commitment::{Commitment, usual_days};
use crate::domain::date::Date;
use crate::i18n::{CardKey, DayForm};
use crate::session::Live;
use crate::store::Item;
use crate::ui::{El, GuardedField, Handle, button, el};

/// The promise that is being written.
#[derive(Clone, Copy)]
struct Writing {
    view: View,
    what: Live<String>,
    what_problem: Live<String>,
    due: Live<String>,
    due_problem: Live<String>,
    what_field: Handle,
    due_field: Handle,
    is_open: Live<bool>,
    heading: Handle,
}

/// The form; it closes itself by `is_open`.
pub(super) fn promise_form(view: View, is_open: Live<bool>, heading: Handle) -> El {
    let empty = || Live::new(String::new());
    let writing = Writing {
        view,
        what: empty(),
        what_problem: empty(),
        due: empty(),
        due_problem: empty(),
        what_field: Handle::new(),
        due_field: Handle::new(),
        is_open,
        heading,
    };
    let what = GuardedField {
        part: "promise-text",
        label: view.text(CardKey::PromiseText),
        text: writing.what,
        problem: writing.what_problem,
        on_submit: Rc::new(move || writing.save()),
        field: writing.what_field,
    };
    leptos::prelude::request_animation_frame(move || writing.what_field.focus());
    let save = button(&view.text(CardKey::PromiseSave)).class("primary").part("save-promise");
    let cancel = button(&view.text(CardKey::Cancel)).part("cancel").on_click(move || writing.close());
    el("div")
        .class("promise-form")
        .part("promise-form")
        .on_key(move |event| {
            let closes = event.key() == "Escape";
            if closes {
                writing.close();
            }
            closes
        })
        .child(what.view(view.desk))
        .child(due(writing))
        .child(el("div").class("promise-actions").child(save.on_click(move || writing.save())).child(cancel))
}

fn due(writing: Writing) -> El {
    let is_wrong = move || !writing.due_problem.with(String::is_empty);
    let input = el("input")
        .attr("id", "promise-due")
        .part("promise-due")
        .attr("type", "date")
        .attr("min", &writing.view.today.to_string())
        .attr("aria-describedby", "promise-due-note")
        .state_with("aria-invalid", is_wrong)
        .value_with(move || writing.due.get())
        .on_input(move |text| {
            writing.due.set(text);
            writing.due_problem.set(String::new());
        })
        .handle(writing.due_field);
    let wrong = move || el("span").class("bad").part("error").text_with(move || writing.due_problem.get());
    let note =
        el("p").attr("id", "promise-due-note").class("field-note").attr("aria-live", "polite").when(is_wrong, wrong);
    el("div")
        .class("field")
        .class_with("invalid", is_wrong)
        .child(el("label").attr("for", "promise-due").text(&writing.view.text(CardKey::PromiseDue)))
        .child(input)
        .child(
            el("div")
                .class("promise-days")
                .children(usual_days(writing.view.today).into_iter().map(|day| usual(writing, day))),
        )
        .child(note)
}

/// A day most promises fall due on, for one press.
fn usual(writing: Writing, day: Date) -> El {
    let is_due = move || writing.due.with(|due| *due == day.to_string());
    button(&writing.view.desk.words().day(day, DayForm::Day))
        .part("promise-day")
        .state_with("aria-pressed", is_due)
        .on_click(move || {
            writing.due.set(day.to_string());
            writing.due_problem.set(String::new());
        })
}

impl Writing {
    fn save(self) {
        let view = self.view;
        let what = self.what.peek(|text| text.trim().to_owned());
        let due = self.due.peek(|text| Date::parse(text)).ok().filter(|due| *due >= view.today);
        if what.is_empty() {
            self.what_problem.set(view.text(CardKey::NothingWritten));
            self.what_field.focus();
            return;
        }
        let Some(due) = due else {
            self.due_problem.set(view.text(CardKey::PromiseNoDate));
            self.due_field.focus();
            return;
        };
        view.put(Item::Commitment(Commitment {
            id: view.desk.session().new_id(),
            client: view.account().client,
            what,
            made: view.today,
            due,
            delay_known: None,
            told: None,
            kept: None,
        }));
        self.close();
    }

    fn close(self) {
        self.heading.focus();
        self.is_open.set(false);
    }
}
