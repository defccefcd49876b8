//! A field for a number, typed in the locale's way.
//!
//! What cannot be read is explained beside the field and goes nowhere; the last valid value stays in force, and the
//! field says so. A number that another language would read otherwise is echoed as it was read.

use leptos::prelude::on_cleanup;
use rust_decimal::Decimal;

use super::element::{El, el};
use crate::domain::error::{Code, Error, Result};
use crate::domain::number::{self, Reading, Separators};
use crate::i18n::Key;
use crate::session::{Derived, Desk, Live};

/// The field.
pub struct NumberField {
    /// The part name.
    pub part: &'static str,
    /// The element id, unique within the widget.
    pub id: String,
    /// What is asked for.
    pub label: String,
    /// Whether the label is only spoken, because a column heading shows it.
    pub label_hidden: bool,
    /// The number in force.
    pub value: Derived<Decimal>,
    /// The largest number allowed; the smallest is zero.
    pub most: Decimal,
    /// Called with each valid number.
    pub on_change: Box<dyn Fn(Decimal) -> Result<()>>,
}

impl NumberField {
    /// The label, the field, and what is to be said about its content.
    pub fn view(self, desk: Desk) -> El {
        self.drawn(desk, false)
    }

    /// The same for a number that need not be given: while it is zero the field is empty, and an empty field is zero.
    pub fn view_blank(self, desk: Desk) -> El {
        self.drawn(desk, true)
    }

    fn drawn(self, desk: Desk, blank: bool) -> El {
        let NumberField { part, id, label, label_hidden, value, most, on_change } = self;
        let typing = Typing::new(desk, value, blank);
        let note_id = format!("{id}-error");
        let input = el("input")
            .attr("id", &id)
            .part(part)
            .attr("type", "text")
            .attr("inputmode", "decimal")
            .attr("autocomplete", "off")
            .class("number")
            .state_with("aria-invalid", move || typing.is_wrong())
            .attr("aria-describedby", &note_id)
            .value_with(move || typing.text())
            .on_input(move |text| typing.take(text, most, &*on_change))
            .on_focus(|field| field.select())
            .on_blur(move || typing.tidy());
        let explain = move || el("span").class("bad").part("error").text_with(move || typing.explain());
        let note = el("p")
            .attr("id", &note_id)
            .class("field-note")
            .attr("aria-live", "polite")
            .when(move || typing.is_wrong(), explain)
            .child(el("span").part("echo").text_with(move || typing.echo.get()));
        // A form of its own that sends nothing: after each key a browser looks through the form of a field for what it
        // could fill in, and a field without one is in the same form as all others of the page.
        el("form")
            .attr("method", "dialog")
            // Nor does it close a dialog that the widget stands in.
            .on("submit", |event| {
                event.prevent_default();
                event.stop_propagation();
            })
            .class("field")
            .effect(move || typing.follow())
            .class_with("invalid", move || typing.is_wrong())
            .children((!label_hidden).then(|| el("label").attr("for", &id).text(&label)))
            .child(if label_hidden { input.attr("aria-label", &label) } else { input })
            .child(note)
    }
}

/// What stands in the field.
#[derive(Clone, Copy)]
struct Typing {
    desk: Desk,
    value: Derived<Decimal>,
    /// Whether it may stay empty, for zero.
    blank: bool,
    separators: Separators,
    /// What was typed, with the number that is in force by it; nothing while the field just shows that number.
    typed: Live<Option<(String, Decimal)>>,
    problem: Live<Option<Key>>,
    /// How often the field was emptied, and since which time that is spoken of.
    emptied: Live<u32>,
    missed: Live<u32>,
    echo: Live<String>,
}

impl Typing {
    fn new(desk: Desk, value: Derived<Decimal>, blank: bool) -> Self {
        let problem = Live::new(None::<Key>);
        on_cleanup(move || {
            if problem.try_get_untracked().flatten().is_some() {
                desk.count_invalid(false);
            }
        });
        let separators = desk.words().separators();
        Self {
            desk,
            value,
            blank,
            separators,
            typed: Live::new(None),
            problem,
            emptied: Live::new(0),
            missed: Live::new(0),
            echo: Live::new(String::new()),
        }
    }

    /// What the field shows: the text as it was typed, until it is left, else the number in force.
    fn text(&self) -> String {
        let typed = self.typed.with(|typed| typed.as_ref().map(|(text, _)| text.clone()));
        typed.unwrap_or_else(|| match self.value.get() {
            value if self.blank && value.is_zero() => String::new(),
            value => number::format(value.normalize(), self.separators, 0),
        })
    }

    /// A number that changed somewhere else wins over what was typed, right or wrong.
    fn follow(&self) {
        let now = self.value.get();
        if self.typed.peek(|typed| typed.as_ref().is_some_and(|(_, before)| *before != now)) {
            self.typed.set(None);
            self.echo.set(String::new());
            self.set_problem(None);
        }
    }

    fn is_wrong(&self) -> bool {
        self.problem.with(Option::is_some) && self.missed.get() == self.emptied.get()
    }

    fn take(&self, typed: String, most: Decimal, change: &dyn Fn(Decimal) -> Result<()>) {
        self.desk.session().type_on();
        let is_empty = typed.trim().is_empty();
        let text = if self.blank && is_empty { "0" } else { &*typed };
        let read = number::parse(text, self.separators).and_then(|typed| {
            let range = Decimal::ZERO..=most;
            if range.contains(&typed.value) { Ok(typed) } else { Err(Error::new(Code::NumberRange, "")) }
        });
        let taken = read.and_then(|read| change(read.value).map(|()| read));
        let in_force = taken.as_ref().map_or_else(|_| self.value.get(), |read| read.value);
        self.typed.set(Some((typed, in_force)));
        let words = self.desk.words();
        self.echo.set(taken.as_ref().ok().map_or_else(String::new, |read| {
            let value = [("value", &*words.number(read.value))];
            match read.reading {
                Reading::Plain => String::new(),
                Reading::Thousands => words.fill(Key::ReadAsThousands, &value),
                Reading::Fraction => words.fill(Key::ReadAsFraction, &value),
            }
        }));
        // Who takes a number out is about to type another; only a field that stays empty is explained.
        let (emptied, missed) = (self.emptied, self.missed);
        if is_empty {
            let time = emptied.get_untracked().wrapping_add(1);
            emptied.set(time);
            self.desk.session().after_typing(move || {
                if emptied.try_get_untracked() == Some(time) {
                    missed.set(time);
                }
            });
        } else {
            missed.set(emptied.get_untracked());
        }
        self.set_problem(taken.err().map(|error| match error.kind() {
            Code::NumberRange if most == Decimal::ONE_HUNDRED => Key::ErrorPercentRange,
            _ => Key::of(&error),
        }));
    }

    fn set_problem(&self, new: Option<Key>) {
        if self.problem.peek(Option::is_some) != new.is_some() {
            self.desk.count_invalid(new.is_some());
        }
        self.problem.set(new);
    }

    fn explain(&self) -> String {
        let words = self.desk.words();
        let example = words.number(Decimal::new(125, 1));
        let say = |key| [words.fill(key, &[("example", &example)]), words.text(Key::ToCorrect)].join(" ");
        self.problem.get().map(say).unwrap_or_default()
    }

    /// A valid text gives way to the value as it is written.
    fn tidy(&self) {
        if self.problem.peek(Option::is_none) {
            self.typed.set(None);
        }
    }
}
