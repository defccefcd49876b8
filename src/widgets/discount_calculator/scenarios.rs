//! Scenarios A, B and C side by side, and the way from one to another.

use super::figures::Figures;
use super::payment;
use crate::domain::quote::MOST_SCENARIOS;
use crate::i18n::{CalculatorKey as Key, Key as QuoteKey, Words};
use crate::session::{Derived, Desk};
use crate::store::Command;
use crate::store::scenario::{self, Scenario};
use crate::ui::{El, Handle, Icon, button, el, element, icon};

/// The table, once there are two, and the button that adds one.
pub(super) fn scenarios(desk: Desk, figures: Figures) -> El {
    let place = Handle::new();
    let count = Derived::new(move || desk.state.with(|state| state.draft.others.len() + 1));
    let add = move || {
        let add = button("").part("add-scenario").child(icon(Icon::Copy)).on_click(move || {
            change(desk, place, Command::AddScenario);
        });
        add.child(el("span").text(&desk.words().text(Key::AddScenario)))
    };
    el("div")
        .class("scenarios")
        .part("scenarios")
        .handle(place)
        .when(move || count.get() > 1, move || table(desk, figures, place))
        .when(move || count.get() < MOST_SCENARIOS && figures.is_priced(), add)
}

fn table(desk: Desk, figures: Figures, place: Handle) -> El {
    let today = desk.today();
    let all = Derived::new(move || desk.state.with(|state| scenario::scenarios(state, today)));
    let rows = move || {
        let words = desk.words();
        let internal = !figures.for_client.get();
        all.with(|all| {
            let mut rows = vec![heads(desk, place, all, &words)];
            let mut row = |label: String, cell: &dyn Fn(&Scenario) -> String| {
                let cells = all.iter().map(|scenario| match scenario {
                    Ok(scenario) => el("td").class("number").text(&cell(scenario)),
                    Err(error) => el("td").class("bad").text(&words.error(error, "")),
                });
                rows.push(el("tr").child(el("th").attr("scope", "row").text(&label)).children(cells));
            };
            row(words.text(QuoteKey::Net), &|scenario| figures.amount(scenario.net));
            row(words.text(QuoteKey::Discount), &|scenario| words.percent(-scenario.percent));
            row(words.text(Key::Payment), &|scenario| {
                scenario.term.as_ref().map(|term| payment::when(term, &words)).unwrap_or_default()
            });
            if internal {
                row(words.text(Key::NetNow), &|scenario| figures.amount(scenario.worth_today));
                row(words.text(Key::Effective), &|scenario| words.percent(scenario.judged.discount_percent));
                row(words.text(Key::Margin), &|scenario| match scenario.judged.margin_percent {
                    Some(margin) => words.percent(margin),
                    None => words.text(Key::MarginUnknown),
                });
            }
            rows
        })
    };
    let caption = el("caption").class("unseen").text(&desk.words().text(Key::Scenarios));
    el("table").child(caption).child(el("tbody").children_with(rows)).child(drop_row(desk, place))
}

/// The letters, as the buttons that lead to each scenario.
fn heads(desk: Desk, place: Handle, all: &[crate::domain::error::Result<Scenario>], words: &Words) -> El {
    let current = desk.state.peek(|state| state.draft.place);
    let heads = (0..all.len()).map(|number| {
        let label = words.fill(Key::Scenario, &[("letter", letter(number))]);
        let show = button(letter(number))
            .part("scenario")
            .attr("aria-label", &label)
            .attr("aria-pressed", if number == current { "true" } else { "false" })
            .on_click(move || change(desk, place, Command::ShowScenario(number)));
        el("th").attr("scope", "col").class("number").child(show)
    });
    el("tr").child(el("td")).children(heads)
}

fn drop_row(desk: Desk, place: Handle) -> El {
    let label = move || {
        let place = desk.state.with(|state| state.draft.place);
        desk.words().fill(Key::DropScenario, &[("letter", letter(place))])
    };
    let drop = button("").class("quiet").part("drop-scenario").text_with(label);
    let drop = drop.on_click(move || change(desk, place, Command::DropScenario));
    el("tfoot").child(el("tr").child(el("td").attr("colspan", "4").child(drop)))
}

/// Goes to another scenario, whose letter has the focus then: the table with what was pressed is drawn anew.
fn change(desk: Desk, place: Handle, command: Command) {
    if desk.act(command).is_err() {
        return;
    }
    leptos::prelude::request_animation_frame(move || {
        let current = place.get().and_then(|place| place.query_selector("[part=scenario][aria-pressed=true]").ok()?);
        if let Some(current) = current {
            element::focus(&current);
        }
    });
}

pub(super) fn letter(place: usize) -> &'static str {
    ["A", "B", "C"].get(place).copied().unwrap_or("?")
}
