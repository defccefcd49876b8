//! The days of a week by the hour: seven columns where there is room, the day that is looked at where there is not.

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent};

use super::block::{block, percent};
use super::plan::{Plan, View};
use super::{details, drag, moving};
use crate::domain::calendar::civil::DateTime;
use crate::domain::calendar::occurrence::OccurrenceId;
use crate::domain::calendar::rhythm::DayType;
use crate::domain::date::Date;
use crate::i18n::{DayForm, PlannerCount, PlannerKey};
use crate::session::Derived;
use crate::store::diary::{Block, Day};
use crate::ui::{El, el};

/// Something new begins at half hours unless a person says otherwise.
const SLOT: u32 = 30;

/// The strip of days, and the grid under it.
pub(super) fn week(plan: Plan) -> El {
    let dates = move || plan.window.with(|window| window.days.iter().map(|day| number(day.date)).collect());
    let hours = Derived::new(move || plan.window.with(|window| window.hours));
    let labels = move || {
        let (first, after) = hours.get();
        let hour = |hour: u32| {
            let midnight = DateTime::midnight(plan.desk.today());
            let wall = midnight.add_minutes(i64::from(hour) * 60).unwrap_or(midnight);
            el("span")
                .style("inset-block-start", &percent(hour - first, after - first))
                .text(&plan.desk.words().time(wall))
        };
        (first + 1..after).map(hour).collect()
    };
    let grid = el("div")
        .class("planner-grid")
        .part("grid")
        .handle(plan.grid)
        .style_hours(hours)
        .child(el("div").class("planner-hours").attr("aria-hidden", "true").children_with(labels))
        .each(dates, move |key| Some(column(plan, hours, date(key)?)))
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
                .each(dates, move |key| Some(head(plan, date(key)?))),
        )
        .child(el("p").class("planner-dayline").part("dayline").text_with(move || day_line(plan)))
        .child(drag::listen(plan, grid))
        .child(el("p").class("planner-keys muted").text(&plan.text(PlannerKey::Keys)))
}

/// The day's button in the strip: its weekday, its number, and what it is for.
fn head(plan: Plan, date: Date) -> El {
    let words = plan.desk.words();
    let kind = move || of_day(plan, date, day_kind);
    let what = move || kind().map(|key| plan.text(key)).unwrap_or_default();
    let count = move || {
        let count = of_day(plan, date, |day| day.blocks.len()).unwrap_or(0);
        [", ", &plan.desk.words().count(PlannerCount::OfDay, u32::try_from(count).unwrap_or(0), &[])].concat()
    };
    el("button")
        .attr("type", "button")
        .class("planner-dayhead")
        .part("day")
        .attr("data-date", &date.to_string())
        .class_with("today", move || plan.is_today(date))
        .class_with("calls", move || kind() == Some(PlannerKey::CallDay))
        .class_with("meetings", move || kind() == Some(PlannerKey::MeetingDay))
        .attr_with("aria-current", move || plan.is_today(date).then(|| "date".to_owned()))
        .state_with("aria-pressed", move || plan.day.get() == date)
        .on_click(move || plan.day.set(date))
        .child(el("span").class("planner-weekday").text(&words.day(date, DayForm::Weekday)))
        .child(el("b").text(&date.day().to_string()))
        .child(el("span").class("planner-daykind").text_with(what))
        .child(el("span").class("unseen").text_with(count))
}

/// The day that is looked at and what it is for, where the strip has no room for words.
fn day_line(plan: Plan) -> String {
    let date = plan.day.get();
    let kind = match of_day(plan, date, day_kind) {
        Some(PlannerKey::CallDay) => PlannerKey::ForCalls,
        Some(PlannerKey::MeetingDay) => PlannerKey::ForMeetings,
        _ => PlannerKey::ForNothing,
    };
    let day = plan.desk.words().day(date, DayForm::Day);
    plan.fill(PlannerKey::DayOf, &[("day", &day), ("kind", &plan.text(kind))])
}

fn day_kind(day: &Day) -> PlannerKey {
    match (day.working, day.day_type) {
        (false, _) => PlannerKey::FreeDay,
        (true, Some(DayType::Calls)) => PlannerKey::CallDay,
        (true, _) => PlannerKey::MeetingDay,
    }
}

fn column(plan: Plan, hours: Derived<(u32, u32)>, date: Date) -> El {
    // A column whose day is no longer shown goes as a whole, and not meeting by meeting.
    let last = RefCell::new(Vec::new());
    let keys = move || {
        if let Some(keys) = of_day(plan, date, |day| day.blocks.iter().map(|block| block.key).collect::<Vec<_>>()) {
            last.replace(keys);
        }
        last.borrow().clone()
    };
    let find = move |key: u32| {
        let found = of_day(plan, date, |day| day.blocks.iter().find(|block| block.key == key).cloned()).flatten()?;
        block(plan, &found, hours.get())
    };
    el("div")
        .class("planner-day")
        .attr("role", "group")
        .attr("aria-label", &plan.desk.words().day(date, DayForm::Day))
        .attr("data-date", &date.to_string())
        .class_with("today", move || plan.is_today(date))
        .class_with("looked-at", move || plan.day.get() == date)
        .children_with(move || off_hours(plan, date, hours.get()))
        .when(move || plan.day.get() == date, move || slot(plan, hours, date))
        .each(keys, find)
        .children_with(move || now_line(plan, date, hours.get()))
        .children_with(move || moving::shadow(plan, date, hours.get()))
}

/// The time one does not work, shaded.
fn off_hours(plan: Plan, date: Date, (first, after): (u32, u32)) -> Vec<El> {
    let working = plan.ask(|diary| {
        let week = &diary.manner().week;
        let hours = week.hours.get(date.weekday() as usize).cloned().unwrap_or_default();
        if week.is_working_day(date) { hours } else { Vec::new() }
    });
    let (first, after) = (first * 60, after * 60);
    let mut edges = vec![first];
    edges.extend(working.iter().flat_map(|hours| [hours.from, hours.to]));
    edges.push(after);
    let shade = |pair: &[u32]| {
        let [from, to] = pair else { return None };
        let (from, to) = ((*from).clamp(first, after), (*to).clamp(first, after));
        let shade = el("i").class("planner-off").style("inset-block-start", &percent(from - first, after - first));
        (from < to).then(|| shade.style("block-size", &percent(to - from, after - first)))
    };
    edges.chunks(2).filter_map(shade).collect()
}

/// Where the day stands now.
fn now_line(plan: Plan, date: Date, (first, after): (u32, u32)) -> Vec<El> {
    let minute = plan.now().minute_of_day();
    let shown = plan.is_today(date) && (first * 60..after * 60).contains(&minute);
    let line =
        || el("i").class("planner-now").style("inset-block-start", &percent(minute - first * 60, (after - first) * 60));
    shown.then(line).into_iter().collect()
}

/// Where the keyboard would plan something new.
fn slot(plan: Plan, hours: Derived<(u32, u32)>, date: Date) -> El {
    let start = move || start_at(date, plan.slot.get());
    let place =
        move || percent(plan.slot.get().saturating_sub(hours.get().0 * 60), (hours.get().1 - hours.get().0) * 60);
    let handle = crate::ui::Handle::new();
    el("button")
        .attr("type", "button")
        .class("planner-slot")
        .part("slot")
        .handle(handle)
        .effect(move || {
            let place = place();
            if let Some(slot) = handle.get().and_then(|slot| slot.dyn_into::<HtmlElement>().ok()) {
                let _ = slot.style().set_property("inset-block-start", &place);
            }
        })
        .text_with(move || plan.fill(PlannerKey::SlotAt, &[("when", &plan.when(start()))]))
}

fn start_at(date: Date, minute: u32) -> DateTime {
    let midnight = DateTime::midnight(date);
    midnight.add_minutes(i64::from(minute)).unwrap_or(midnight)
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

fn key(plan: Plan, event: &KeyboardEvent) -> bool {
    if plan.moving.peek(Option::is_some) {
        return moving::key(plan, event);
    }
    let on_slot = target(event).is_some_and(|target| target.class_name().contains("planner-slot"));
    if on_slot {
        return slot_key(plan, event);
    }
    let Some(id) = meeting_of(plan, event) else { return false };
    let arrow = event.key().starts_with("Arrow");
    if event.code() == "KeyM" && !event.ctrl_key() && !event.meta_key() || arrow && event.alt_key() {
        moving::begin(plan, &id);
        return !arrow || moving::key(plan, event);
    }
    match event.key().as_str() {
        "ArrowDown" => step(plan, &id, 1),
        "ArrowUp" => step(plan, &id, -1),
        "ArrowRight" => step_day(plan, &id, 1),
        "ArrowLeft" => step_day(plan, &id, -1),
        "Escape" if plan.chosen.peek(Option::is_some) => plan.chosen.set(None),
        _ => return false,
    }
    true
}

fn slot_key(plan: Plan, event: &KeyboardEvent) -> bool {
    let (first, after) = plan.window.with(|window| window.hours);
    let (first, last) = (first * 60, after * 60 - SLOT);
    let minute = plan.slot.get_untracked();
    let day = |days: i32| {
        plan.day.set(plan.day.get_untracked().add_days(days).unwrap_or(Date::MAX));
        leptos::prelude::request_animation_frame(move || {
            let slot = plan.grid.get().and_then(|grid| grid.query_selector(".planner-slot").ok().flatten());
            if let Some(slot) = slot {
                crate::ui::element::focus(&slot);
            }
        });
    };
    match event.key().as_str() {
        "ArrowDown" => plan.slot.set((minute + SLOT).min(last)),
        "ArrowUp" => plan.slot.set(minute.saturating_sub(SLOT).max(first)),
        "ArrowRight" => day(1),
        "ArrowLeft" => day(-1),
        _ => return false,
    }
    true
}

/// The meeting before or after this one in time.
fn step(plan: Plan, id: &OccurrenceId, by: isize) {
    let next = plan.window.with(|window| {
        let all: Vec<&Block> = window.days.iter().flat_map(|day| &day.blocks).collect();
        let at = all.iter().position(|block| block.occurrence.id == *id)?;
        all.get(at.checked_add_signed(by)?).map(|block| (block.start.date(), block.occurrence.id.clone()))
    });
    go(plan, next);
}

/// The first meeting of the next day that has one.
fn step_day(plan: Plan, id: &OccurrenceId, by: isize) {
    let next = plan.window.with(|window| {
        let has = |day: &Day| day.blocks.iter().any(|block| block.occurrence.id == *id);
        let mut at = window.days.iter().position(has)?;
        loop {
            at = at.checked_add_signed(by)?;
            let day = window.days.get(at)?;
            if let Some(block) = day.blocks.first() {
                return Some((day.date, block.occurrence.id.clone()));
            }
        }
    });
    go(plan, next);
}

fn go(plan: Plan, next: Option<(Date, OccurrenceId)>) {
    if let Some((date, id)) = next {
        plan.day.set(date);
        plan.focus_on(id);
    }
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

/// A day as the key of a keyed view.
fn number(date: Date) -> u32 {
    date.days_since(Date::MIN).unsigned_abs()
}

fn date(number: u32) -> Option<Date> {
    Date::MIN.add_days(i32::try_from(number).ok()?).ok()
}

/// Tells the style sheet how many hours there are, by which the grid has its height.
trait StyleHours {
    fn style_hours(self, hours: Derived<(u32, u32)>) -> Self;
}

impl StyleHours for El {
    fn style_hours(self, hours: Derived<(u32, u32)>) -> Self {
        let handle = crate::ui::Handle::new();
        self.handle(handle).effect(move || {
            let (first, after) = hours.get();
            if let Some(grid) = handle.get().and_then(|grid| grid.dyn_into::<HtmlElement>().ok()) {
                let _ = grid.style().set_property("--planner-hours", &(after - first).to_string());
            }
        })
    }
}
