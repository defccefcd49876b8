//! A field for words a client may come to hear. As one types, phrases better not said are marked, and what to say instead is
//! one press away.

use std::rc::Rc;

use wasm_bindgen::JsCast;

use super::element::{El, Handle, el};
use super::icon::{Icon, icon};
use crate::domain::wording::{self, Language, Mark, Replacement, Rule};
use crate::i18n::{CardKey, Locale};
use crate::session::{Derived, Desk, Live};

/// The field.
pub struct GuardedField {
    /// The part name, unique within the widget; also the stem of the element ids.
    pub part: &'static str,
    /// What is asked for.
    pub label: String,
    /// The text.
    pub text: Live<String>,
    /// Why the text cannot be taken as it is; empty while it can.
    pub problem: Live<String>,
    /// Called for Enter with Control or Command.
    pub on_submit: Rc<dyn Fn()>,
    /// Finds the field, for those who move the focus.
    pub field: Handle,
}

impl GuardedField {
    /// The label, the field, and what the guards say.
    pub fn view(self, desk: Desk) -> El {
        let GuardedField { part, label, text, problem, on_submit, field } = self;
        let (id, note) = ([part, "-field"].concat(), [part, "-note"].concat());
        let language = language(desk.words().locale());
        let marks = Derived::new(move || text.with(|text| wording::check(text, language)));
        let area = el("textarea")
            .attr("id", &id)
            .part(part)
            .attr("rows", "2")
            .attr("maxlength", "4000")
            .attr("aria-describedby", &note)
            .state_with("aria-invalid", move || !problem.with(String::is_empty))
            .value_with(move || text.get())
            .on_input(move |typed| {
                text.set(typed);
                problem.set(String::new());
            })
            .on_key(move |event| {
                let submits = event.key() == "Enter" && (event.ctrl_key() || event.meta_key());
                if submits {
                    on_submit();
                }
                submits
            })
            .handle(field);
        let guards = move || {
            let text_now = text.get();
            let guard = |mark: &Mark| guard(desk, mark, &text_now, text, field);
            marks.with(|marks| marks.iter().map(guard).collect())
        };
        let wrong = move || el("p").class("bad").part("error").text_with(move || problem.get());
        el("div")
            .class("field guarded")
            .class_with("invalid", move || !problem.with(String::is_empty))
            .child(el("label").attr("for", &id).text(&label))
            .child(area)
            .child(
                el("div")
                    .attr("id", &note)
                    .attr("aria-live", "polite")
                    .when(move || !problem.with(String::is_empty), wrong)
                    .children_with(guards),
            )
    }
}

/// What the guard of one phrase says.
fn guard(desk: Desk, mark: &Mark, text: &str, into: Live<String>, field: Handle) -> El {
    let words = desk.words();
    let cut = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    let (phrase, sentence) = (&mark.range, &mark.sentence);
    let said = el("p")
        .class("guard-sentence")
        .text(cut(sentence.start, phrase.start))
        .child(el("mark").part("mark").text(cut(phrase.start, phrase.end)))
        .text(cut(phrase.end, sentence.end));
    let why = el("p").class("guard-why").child(icon(Icon::Warning)).child(el("span").text(&words.text(why(mark.rule))));
    let offer = |replacement: &Replacement| {
        let instead = mark.apply(text, replacement);
        let choose = move || {
            into.set(instead.clone());
            show_gap(field, &instead);
        };
        let button = el("button").attr("type", "button").class("guard-offer").part("replacement").on_click(choose);
        el("li").child(button.child(icon(Icon::Step)).child(el("span").text(&replacement.text)))
    };
    el("div")
        .class("guard")
        .part("guard")
        .child(why)
        .child(said)
        .child(el("p").class("guard-instead").text(&words.text(CardKey::SayInstead)))
        .child(el("ul").children(mark.replacements.iter().map(offer)))
}

/// Moves the focus back to the text, with the place selected where the manager's own words are wanted.
fn show_gap(field: Handle, text: &str) {
    let Some(node) = field.get() else { return };
    // The browser's own member asks for `value` and the selection, which a text area has as an input does.
    let area: web_sys::HtmlInputElement = node.unchecked_into();
    area.set_value(text);
    let _ = area.focus();
    let units = |text: &str| u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX);
    let (from, to) = match text.split_once('…') {
        Some((before, _)) => (units(before), units(before) + 1),
        None => (units(text), units(text)),
    };
    let _ = area.set_selection_range(from, to);
}

const fn why(rule: Rule) -> CardKey {
    match rule {
        Rule::Promise => CardKey::GuardPromise,
        Rule::SizeCompared => CardKey::GuardCompared,
        Rule::SizeBelittled => CardKey::GuardBelittled,
        Rule::SizeQueued => CardKey::GuardQueued,
    }
}

const fn language(locale: Locale) -> Language {
    match locale {
        Locale::En => Language::English,
        Locale::Id => Language::Indonesian,
        Locale::Ru => Language::Russian,
    }
}
