//! A text field that finds one of many: type to search, arrows to move, Enter to choose, Escape to step back.
//!
//! It follows the combobox pattern of the ARIA Authoring Practices with a listbox pop-up and the focus left in the field.

use std::rc::Rc;

use web_sys::{KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::element::{El, Handle, el};
use super::icon::{Icon, icon};
use crate::domain::fold::fold;
use crate::i18n::{Count, Key};
use crate::session::{Derived, Desk, Live, Same};
use crate::store::Catalogue;

/// More rows than this nobody scrolls through; typing one more letter is quicker.
const ROWS: usize = 50;

/// One thing to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is reported when it is chosen.
    pub id: String,
    /// Its name.
    pub text: String,
    /// What tells it from its like, shown smaller.
    pub detail: String,
    sought: String,
}

impl Choice {
    /// A choice found by its name, its detail or its id. Its text is folded here, once, and not with each key of a search.
    pub fn new(id: &str, text: &str, detail: String) -> Self {
        let sought = fold(&[text, &detail, id].join(" "));
        Self { id: id.to_owned(), text: text.to_owned(), detail, sought }
    }

    /// Whether every word of the folded query occurs.
    pub fn matches(&self, query: &str) -> bool {
        query.split_whitespace().all(|word| holds(self.sought.as_bytes(), word.as_bytes()))
    }
}

/// Whether the word occurs in the text. The library's search prepares itself for long texts, which for ten thousand short
/// ones takes longer than looking.
fn holds(text: &[u8], word: &[u8]) -> bool {
    let Some(first) = word.first() else { return true };
    text.windows(word.len()).any(|window| window.first() == Some(first) && window == word)
}

/// The choices a catalogue offers, made anew only when the catalogue is another one.
pub fn choices_of(desk: Desk, make: impl Fn(&Catalogue) -> Vec<Choice> + 'static) -> Derived<Vec<Choice>> {
    let catalogue = Derived::new(move || Same(desk.state.with(|state| state.shared_catalogue().cloned())));
    Derived::new(move || catalogue.with(|Same(all)| all.as_deref().map(&make).unwrap_or_default()))
}

/// The field.
pub struct Combobox {
    /// The part name, unique within the widget; also the stem of the element ids.
    pub part: &'static str,
    /// What is to be chosen.
    pub label: Key,
    /// Everything that can be chosen.
    pub choices: Derived<Vec<Choice>>,
    /// The text it shows while nobody types in it.
    pub chosen: Derived<String>,
    /// Called with the id of a choice.
    pub on_choose: Box<dyn Fn(String)>,
    /// Called when the field is emptied; without it there is no button to do so.
    pub on_clear: Option<Box<dyn Fn()>>,
    /// Finds the input, for those who move the focus.
    pub field: Handle,
}

impl Combobox {
    /// The field with its pop-up.
    pub fn view(self, desk: Desk) -> El {
        let Combobox { part, label, choices, chosen, on_choose, on_clear, field } = self;
        let search = Search::new(choices);
        let on_choose: Rc<dyn Fn(String)> = Rc::from(on_choose);
        let label = desk.words().text(label);
        let id = format!("{part}-field");
        let input = input(desk, part, search, chosen, Rc::clone(&on_choose)).attr("id", &id).handle(field);
        let class = if on_clear.is_some() { "combobox-field clearable" } else { "combobox-field" };
        let mut line = el("div").class(class).child(input);
        if let Some(clear) = on_clear {
            let clear: Rc<dyn Fn()> = Rc::from(clear);
            let is_chosen = move || !search.is_open() && !chosen.with(String::is_empty);
            line = line.when(is_chosen, move || clear_button(desk, Rc::clone(&clear)));
        }
        el("div")
            .class("combobox")
            .class_with("open", move || search.is_open())
            .child(el("label").attr("for", &id).text(&label))
            .child(line)
            .child(popup(desk, part, &label, search, on_choose))
    }
}

/// What is being looked for, and the row the arrows have reached.
#[derive(Clone, Copy)]
struct Search {
    choices: Derived<Vec<Choice>>,
    query: Live<Option<String>>,
    active: Live<usize>,
    /// Which of the choices match; none while nothing is looked for.
    found: Derived<Option<Vec<usize>>>,
    list: Handle,
}

impl Search {
    fn new(choices: Derived<Vec<Choice>>) -> Self {
        let query = Live::new(None::<String>);
        let found = Derived::new(move || {
            let query = fold(&query.get()?);
            choices.with(|choices| {
                let matches = choices.iter().enumerate().filter(|(_, choice)| choice.matches(&query));
                Some(matches.map(|(at, _)| at).collect())
            })
        });
        Self { choices, query, active: Live::new(0), found, list: Handle::new() }
    }

    fn is_open(&self) -> bool {
        self.query.with(Option::is_some)
    }

    fn look_for(&self, text: String) {
        self.active.set(0);
        self.query.set(Some(text));
    }

    fn close(&self) {
        self.query.set(None);
    }

    fn any(&self) -> bool {
        self.found.with(|found| found.as_ref().is_some_and(|found| !found.is_empty()))
    }

    /// The matches that are shown.
    fn shown(&self) -> Vec<Choice> {
        let pick = |found: &Vec<usize>| {
            self.choices.with(|all| found.iter().take(ROWS).filter_map(|at| all.get(*at).cloned()).collect())
        };
        self.found.with(|found| found.as_ref().map(pick)).unwrap_or_default()
    }

    /// The id of the row the arrows have reached.
    fn hit(&self) -> Option<String> {
        let at = self.found.with(|found| found.as_ref()?.get(self.active.get_untracked()).copied())?;
        self.choices.with(|choices| choices.get(at).map(|choice| choice.id.clone()))
    }

    fn step(&self, step: isize) {
        let last = self.found.with(|found| found.as_ref().map_or(0, |found| found.len().min(ROWS))).saturating_sub(1);
        let row = self.active.get_untracked().saturating_add_signed(step).min(last);
        self.active.set(row);
        let rows = self.list.get().map(|list| list.children());
        if let Some(row) = rows.and_then(|rows| rows.item(u32::try_from(row).unwrap_or(0))) {
            let nearest = ScrollIntoViewOptions::new();
            nearest.set_block(ScrollLogicalPosition::Nearest);
            row.scroll_into_view_with_scroll_into_view_options(&nearest);
        }
    }

    /// Whether the key meant something here.
    fn key(&self, event: &KeyboardEvent, choose: &dyn Fn(String)) -> bool {
        let open = self.query.peek(Option::is_some);
        match event.key().as_str() {
            "ArrowDown" if open => self.step(1),
            "ArrowUp" if open => self.step(-1),
            "ArrowDown" | "ArrowUp" => self.look_for(String::new()),
            "Enter" if open => {
                if let Some(id) = self.hit() {
                    self.close();
                    choose(id);
                }
            }
            "Escape" if open => self.close(),
            _ => return false,
        }
        true
    }
}

fn input(desk: Desk, part: &'static str, search: Search, chosen: Derived<String>, choose: Rc<dyn Fn(String)>) -> El {
    el("input")
        .part(part)
        .attr("type", "text")
        .attr("role", "combobox")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("placeholder", &desk.words().text(Key::SearchHint))
        .attr("aria-autocomplete", "list")
        .attr("aria-controls", &format!("{part}-list"))
        .state_with("aria-expanded", move || search.is_open())
        .attr_with("aria-activedescendant", move || search.any().then(|| format!("{part}-{}", search.active.get())))
        .value_with(move || search.query.get().unwrap_or_else(|| chosen.get()))
        .on_input(move |text| search.look_for(text))
        .on_click(move || {
            if !search.query.peek(Option::is_some) {
                search.look_for(String::new());
            }
        })
        .on_key(move |event| search.key(event, &*choose))
        .on_blur(move || search.close())
}

fn clear_button(desk: Desk, clear: Rc<dyn Fn()>) -> El {
    el("button")
        .attr("type", "button")
        .class("quiet")
        .part("clear")
        .attr("aria-label", &desk.words().text(Key::ClearClient))
        .on_click(move || clear())
        .child(icon(Icon::Cross))
}

fn popup(desk: Desk, part: &'static str, label: &str, search: Search, choose: Rc<dyn Fn(String)>) -> El {
    let rows = move || {
        let shown = search.shown().into_iter().enumerate();
        shown.map(|(row, choice)| option(part, row, choice, search, Rc::clone(&choose))).collect()
    };
    let count = move || {
        let found = search.found.with(|found| found.as_ref().map(Vec::len));
        match found {
            None => String::new(),
            Some(0) => desk.words().fill(Key::NoMatch, &[("text", search.query.get().unwrap_or_default().trim())]),
            Some(found) => desk.words().count(Count::Results, u32::try_from(found).unwrap_or(u32::MAX), &[]),
        }
    };
    el("div")
        .class("combobox-popup")
        .flag_with("hidden", move || !search.is_open())
        // A press on the list must not take the focus from the field: its blur would close the list before the click.
        .on("mousedown", |event| event.prevent_default())
        .child(
            el("ul")
                .attr("id", &format!("{part}-list"))
                .attr("role", "listbox")
                .attr("aria-label", label)
                .handle(search.list)
                .children_with(rows),
        )
        .child(el("p").class("combobox-count").attr("role", "status").text_with(count))
}

fn option(part: &str, row: usize, choice: Choice, search: Search, choose: Rc<dyn Fn(String)>) -> El {
    let id = choice.id;
    el("li")
        .attr("id", &format!("{part}-{row}"))
        .attr("role", "option")
        .class("option")
        .part("option")
        .state_with("aria-selected", move || search.active.get() == row)
        .on_click(move || {
            search.close();
            choose(id.clone());
        })
        .child(el("span").text(&choice.text))
        .child(el("small").text(&choice.detail))
}
