//! A text field that finds one of many: type to search, arrows to move, Enter to choose, Escape to step back.
//!
//! It follows the combobox pattern of the ARIA Authoring Practices with a listbox pop-up and the focus left in the field.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use web_sys::{KeyboardEvent, ScrollIntoViewOptions, ScrollLogicalPosition};

use super::icon::{Icon, icon};
use crate::i18n::{Count, Key};
use crate::session::Desk;
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
    /// A choice found by its name, its detail or its id.
    pub fn new(id: impl Into<String>, text: impl Into<String>, detail: impl Into<String>) -> Self {
        let (id, text, detail) = (id.into(), text.into(), detail.into());
        let sought = format!("{text} {detail} {id}").to_lowercase();
        Self { id, text, detail, sought }
    }

    /// Whether every word of the lower-case query occurs.
    fn matches(&self, query: &str) -> bool {
        query.split_whitespace().all(|word| self.sought.contains(word))
    }
}

/// The choices a catalogue offers, made anew only when the catalogue is another one.
pub fn choices_of(
    desk: Desk,
    make: impl Fn(&Catalogue) -> Vec<Choice> + Send + Sync + 'static,
) -> Signal<Arc<Vec<Choice>>> {
    let catalogue = Memo::new_with_compare(
        move |_| desk.state.with(|state| state.shared_catalogue().cloned()),
        |old, new| old.map(|old| old.as_ref().map(Arc::as_ptr)) != new.map(|new| new.as_ref().map(Arc::as_ptr)),
    );
    Memo::new_with_compare(move |_| Arc::new(catalogue.get().map(|all| make(&all)).unwrap_or_default()), |_, _| true)
        .into()
}

/// The field. `chosen` is the text it shows while nobody types in it.
#[component]
pub fn Combobox(
    /// The part name, unique within the widget; also the stem of the element ids.
    part: &'static str,
    /// What is to be chosen.
    label: Key,
    /// Everything that can be chosen.
    choices: Signal<Arc<Vec<Choice>>>,
    /// The name of what is chosen now.
    chosen: Signal<String>,
    /// Called with the id of a choice.
    on_choose: Callback<String>,
    /// Called when the field is emptied; without it there is no button to do so.
    #[prop(optional)]
    on_clear: Option<Callback<()>>,
    /// The input element, for those who move the focus.
    #[prop(optional)]
    field: NodeRef<html::Input>,
) -> impl IntoView {
    let desk = expect_context::<Desk>();
    let words = desk.words();
    let (query, set_query) = signal(None::<String>);
    let (active, set_active) = signal(0_usize);
    let list = NodeRef::<html::Ul>::new();
    let list_id = format!("{part}-list");

    let found = Memo::new(move |_| {
        let query = query.get()?.to_lowercase();
        let choices = choices.get();
        let found: Vec<_> = choices.iter().filter(|choice| choice.matches(&query)).cloned().collect();
        Some(found)
    });
    let is_open = move || query.with(Option::is_some);
    // A field that is taken out while it has the focus is left by a last blur, when its signals are gone already.
    let close = move || drop(set_query.try_set(None));
    let choose = move |id: String| {
        close();
        on_choose.run(id);
    };
    let open = move || {
        set_active.set(0);
        set_query.set(Some(String::new()));
    };
    let move_to = move |step: isize| {
        let last = found.with(|found| found.as_ref().map_or(0, |found| found.len().min(ROWS))).saturating_sub(1);
        set_active.update(|row| *row = row.saturating_add_signed(step).min(last));
        if let Some(row) = list.get().and_then(|list| list.children().item(u32::try_from(active.get()).unwrap_or(0))) {
            let nearest = ScrollIntoViewOptions::new();
            nearest.set_block(ScrollLogicalPosition::Nearest);
            row.scroll_into_view_with_scroll_into_view_options(&nearest);
        }
    };
    let on_key = move |event: KeyboardEvent| {
        let handled = match event.key().as_str() {
            "ArrowDown" if is_open() => {
                move_to(1);
                true
            }
            "ArrowUp" if is_open() => {
                move_to(-1);
                true
            }
            "ArrowDown" | "ArrowUp" => {
                open();
                true
            }
            "Enter" if is_open() => {
                let hit = found.with(|found| found.as_ref()?.get(active.get()).map(|choice| choice.id.clone()));
                hit.map(choose);
                true
            }
            "Escape" if is_open() => {
                close();
                true
            }
            _ => false,
        };
        if handled {
            event.prevent_default();
            event.stop_propagation();
        }
    };
    let results = {
        let words = desk.words();
        move || {
            found.with(|found| {
                let found = found.as_ref()?;
                Some(if found.is_empty() {
                    words.fill(Key::NoMatch, &[("text", query.get().unwrap_or_default().trim())])
                } else {
                    words.count(Count::Results, u32::try_from(found.len()).unwrap_or(u32::MAX), &[])
                })
            })
        }
    };
    let rows = move || {
        found
            .get()
            .unwrap_or_default()
            .into_iter()
            .take(ROWS)
            .enumerate()
            .map(|(row, choice)| {
                let id = choice.id;
                view! {
                    <li
                        id=format!("{part}-{row}")
                        role="option"
                        class="option"
                        part="option"
                        aria-selected=move || (active.get() == row).to_string()
                        on:click=move |_| choose(id.clone())
                    >
                        <span>{choice.text}</span>
                        <small>{choice.detail}</small>
                    </li>
                }
            })
            .collect_view()
    };
    let clear_label = words.text(Key::ClearClient);
    let id = format!("{part}-field");
    view! {
        <div class="combobox" class:open=is_open>
            <label for=id.clone()>{words.text(label)}</label>
            <div class="combobox-field">
                <input
                    node_ref=field
                    id=id
                    part=part
                    type="text"
                    role="combobox"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=words.text(Key::SearchHint)
                    aria-autocomplete="list"
                    aria-expanded=move || is_open().to_string()
                    aria-controls=list_id.clone()
                    aria-activedescendant=move || {
                        let any = found.with(|found| found.as_ref().is_some_and(|found| !found.is_empty()));
                        any.then(|| format!("{part}-{}", active.get()))
                    }
                    prop:value=move || query.get().unwrap_or_else(|| chosen.get())
                    on:input:target=move |event| {
                        set_active.set(0);
                        set_query.set(Some(event.target().value()));
                    }
                    on:click=move |_| if !is_open() { open() }
                    on:keydown=on_key
                    on:blur=move |_| close()
                />
                {on_clear.map(|clear| view! {
                    <Show when=move || !is_open() && chosen.with(|chosen| !chosen.is_empty())>
                        <button type="button" class="quiet" part="clear" aria-label=clear_label.clone() on:click=move |_| clear.run(())>
                            {icon(Icon::Cross)}
                        </button>
                    </Show>
                })}
            </div>
            // A press on the list must not take the focus from the field: its blur would close the list before the click.
            <div class="combobox-popup" hidden=move || !is_open() on:mousedown=|event| event.prevent_default()>
                <ul node_ref=list id=list_id role="listbox" aria-label=words.text(label)>{rows}</ul>
                <p class="combobox-count" role="status">{results}</p>
            </div>
        </div>
    }
}
