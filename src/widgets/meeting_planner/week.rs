//! The days of a week by the hour: seven columns where there is room, the day that is looked at where there is not.

mod column;
mod keys;
mod strip;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, MouseEvent};

use super::block::percent;
use super::plan::{Plan, View};
use super::{details, drag, moving};
use crate::domain::calendar::civil::DateTime;
use crate::domain::calendar::occurrence::OccurrenceId;
use crate::domain::date::Date;
use crate::i18n::PlannerKey;
use crate::session::Derived;
use crate::store::diary::Day;
use crate::ui::{El, el};
use column::column;
use keys::key;
use strip::{day_line, head};

/// Something new begins at half hours unless a person says otherwise.
const SLOT: u32 = 30;

/// A week has as many columns, and they stay: another week is written into them.
const DAYS: usize = 7;

/// The strip of days, and the grid under it.
pub(super) fn week(plan: Plan) -> El {
    let hours = Derived::new(move || plan.window.with(|window| window.hours));
    let grid = el("div")
        .class("planner-grid")
        .part("grid")
        .handle(plan.grid)
        .effect(move || show_hours(plan, hours.get()))
        .effect(move || mark(plan))
        .child(
            el("div")
                .class("planner-hours")
                .attr("aria-hidden", "true")
                .children_with(move || labels(plan, hours.get())),
        )
        .children((0..DAYS).map(|place| column(plan, place, hours)))
        .child(drag::ghost(plan))
        .child(moving::mover(plan))
        .on_key(move |event| key(plan, event))
        .on("focusin", move |event| {
            if let Some(id) = meeting_of(plan, event) {
                plan.focus.set(Some(id));
            }
        })
        .on("click", move |event| click(plan, event));
    el("div")
        .class("planner-week")
        .class_with("one-day", move || plan.view.get() == View::Day)
        .child(
            el("div")
                .class("planner-strip")
                .attr("role", "group")
                .attr("aria-label", &plan.text(PlannerKey::Day))
                .children((0..DAYS).map(|place| head(plan, place))),
        )
        .child(el("p").class("planner-dayline").part("dayline").text_with(move || day_line(plan)))
        .child(drag::listen(plan, grid))
        .child(el("p").class("planner-keys muted").text(&plan.text(PlannerKey::Keys)))
}

/// Tells the style sheet how many hours there are, by which the grid has its height.
fn show_hours(plan: Plan, (first, after): (u32, u32)) {
    if let Some(grid) = plan.grid.get().and_then(|grid| grid.dyn_into::<HtmlElement>().ok()) {
        let _ = grid.style().set_property("--planner-hours", &(after - first).to_string());
    }
}

fn labels(plan: Plan, (first, after): (u32, u32)) -> Vec<El> {
    let hour = |hour: u32| {
        let wall = start_at(plan.desk.today(), hour * 60);
        el("span").style("inset-block-start", &percent(hour - first, after - first)).text(&plan.desk.words().time(wall))
    };
    (first + 1..after).map(hour).collect()
}

/// Marks the block the Tab key stops at, those of the chosen meeting and of the chosen client, once they are drawn.
fn mark(plan: Plan) {
    let (roving, chosen) = (plan.roving.get(), plan.chosen.get());
    let keys: Vec<u32> = plan.window.with(|window| {
        let blocks = window.days.iter().flat_map(|day| &day.blocks);
        blocks.filter(|block| Some(&block.occurrence.id) == chosen.as_ref()).map(|block| block.key).collect()
    });
    let theirs: Vec<u32> = plan.client.with(|client| {
        let Some(client) = client else { return Vec::new() };
        plan.window.with(|window| {
            let blocks = window.days.iter().flat_map(|day| &day.blocks);
            blocks.filter(|block| client.meets(&block.occurrence.id)).map(|block| block.key).collect()
        })
    });
    plan.knows_clients();
    leptos::prelude::request_animation_frame(move || {
        let Some(grid) = plan.grid.get() else { return };
        let find = |css: &str| grid.query_selector(css).ok().flatten();
        let of = |key: u32| ["[data-key=\"", &key.to_string(), "\"]"].concat();
        while let Some(block) = find(".planner-block[tabindex=\"0\"]") {
            let _ = block.set_attribute("tabindex", "-1");
        }
        if let Some(block) = find(&of(roving)) {
            let _ = block.set_attribute("tabindex", "0");
        }
        for (class, keys) in [("chosen", keys), ("theirs", theirs)] {
            while let Some(block) = find(&[".", class].concat()) {
                let _ = block.class_list().remove_1(class);
            }
            for block in keys.into_iter().filter_map(|key| find(&of(key))) {
                let _ = block.class_list().add_1(class);
            }
        }
    });
}

/// What a click means: a meeting is chosen, an empty place begins a new one.
fn click(plan: Plan, event: &Event) {
    if drag::just_ended(plan) {
        return;
    }
    if let Some(id) = meeting_of(plan, event) {
        plan.choose(&id);
        // A click without a press comes from a key.
        details::show(plan, event.dyn_ref::<MouseEvent>().is_some_and(|click| click.detail() == 0));
        return;
    }
    let Some(target) = target(event) else { return };
    if target.class_name().contains("planner-slot") {
        plan.begin(Some(start_at(plan.day.get_untracked(), plan.slot.get_untracked())));
        return;
    }
    let Some(column) = target.closest(".planner-day").ok().flatten() else { return };
    let Some(date) = column.get_attribute("data-date").and_then(|date| Date::parse(&date).ok()) else { return };
    let Some(mouse) = event.dyn_ref::<MouseEvent>() else { return };
    // Shaded time lies inside the column; what is measured is the way from the column's own top.
    let inside = target.dyn_ref::<HtmlElement>().filter(|_| target != column).map_or(0, HtmlElement::offset_top);
    let (first, after) = plan.window.with(|window| window.hours);
    let height = column.client_height().max(1);
    let minutes = i64::from(mouse.offset_y() + inside) * i64::from((after - first) * 60) / i64::from(height);
    let minute = first * 60 + u32::try_from(minutes).unwrap_or(0) / SLOT * SLOT;
    plan.day.set(date);
    plan.slot.set(minute.min(24 * 60 - SLOT));
    plan.begin(Some(start_at(date, minute.min(24 * 60 - SLOT))));
}

/// The meeting whose block an event happened in.
pub(super) fn meeting_of(plan: Plan, event: &Event) -> Option<OccurrenceId> {
    let block = target(event)?.closest("[data-key]").ok().flatten()?;
    let key: u32 = block.get_attribute("data-key")?.parse().ok()?;
    plan.window.with(|window| {
        let mut blocks = window.days.iter().flat_map(|day| &day.blocks);
        blocks.find(|block| block.key == key).map(|block| block.occurrence.id.clone())
    })
}

pub(super) fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn of_day<T>(plan: Plan, date: Date, read: impl FnOnce(&Day) -> T) -> Option<T> {
    plan.window.with(|window| window.days.iter().find(|day| day.date == date).map(read))
}

/// The day at this place of the days that are shown.
fn day_at<T>(plan: Plan, place: usize, read: impl FnOnce(&Day) -> T) -> Option<T> {
    plan.window.with(|window| window.days.get(place).map(read))
}

fn date_at(plan: Plan, place: usize) -> Derived<Date> {
    Derived::new(move || day_at(plan, place, |day| day.date).unwrap_or(Date::MIN))
}

fn start_at(date: Date, minute: u32) -> DateTime {
    let midnight = DateTime::midnight(date);
    midnight.add_minutes(i64::from(minute)).unwrap_or(midnight)
}
