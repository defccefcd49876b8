//! The days of a week by the hour: seven columns where there is room, the day that is looked at where there is not.

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
use crate::ui::{El, Places, el};

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

/// Marks the block the Tab key stops at, and those of the chosen meeting, once they are drawn.
fn mark(plan: Plan) {
    let (roving, chosen) = (plan.roving.get(), plan.chosen.get());
    let keys: Vec<u32> = plan.window.with(|window| {
        let blocks = window.days.iter().flat_map(|day| &day.blocks);
        blocks.filter(|block| Some(&block.occurrence.id) == chosen.as_ref()).map(|block| block.key).collect()
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
        while let Some(block) = find(".chosen") {
            let _ = block.class_list().remove_1("chosen");
        }
        for block in keys.into_iter().filter_map(|key| find(&of(key))) {
            let _ = block.class_list().add_1("chosen");
        }
    });
}

/// The button in the strip of the day at this place of the week.
fn head(plan: Plan, place: usize) -> El {
    let date = date_at(plan, place);
    let head = el("button").attr("type", "button").part("day");
    let (weekday, number) = (el("span").class("planner-weekday"), el("b"));
    let (kind, count) = (el("span").class("planner-daykind"), el("span").class("unseen"));
    let mut places = Places::default()
        .attrs(&head, &["class", "data-date", "aria-current"])
        .texts(&[&weekday, &number, &kind, &count]);
    let write = move || {
        if let Some(texts) = day_at(plan, place, |day| said_of(plan, day)) {
            places.write(texts);
        }
    };
    head.effect(write)
        .state_with("aria-pressed", move || plan.day.get() == date.get())
        .on_click(move || plan.day.set(date.get()))
        .children([weekday, number, kind, count])
}

/// What the button of a day says, place by place: its weekday, its number, what it is for, and how many meetings it has.
fn said_of(plan: Plan, day: &Day) -> Vec<String> {
    let words = plan.desk.words();
    let (date, kind) = (day.date, day_kind(day));
    let class = match kind {
        PlannerKey::CallDay => "planner-dayhead calls",
        PlannerKey::MeetingDay => "planner-dayhead meetings",
        _ => "planner-dayhead",
    };
    let count = words.count(PlannerCount::OfDay, u32::try_from(day.blocks.len()).unwrap_or(0), &[]);
    let (today, current) = if plan.is_today(date) { (" today", "date") } else { ("", "false") };
    vec![
        [class, today].concat(),
        date.to_string(),
        current.to_owned(),
        words.day(date, DayForm::Weekday),
        date.day().to_string(),
        plan.text(kind),
        [", ", &count].concat(),
    ]
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

/// The column of the day at this place of the week; `hours` are those the grid shows.
fn column(plan: Plan, place: usize, hours: Derived<(u32, u32)>) -> El {
    let date = date_at(plan, place);
    let keys = move || {
        // Once clients have names, their meetings are drawn with them.
        let named = u32::from(plan.knows_clients());
        day_at(plan, place, |day| day.blocks.iter().map(|block| block.key ^ named).collect()).unwrap_or_default()
    };
    let off = Derived::new(move || off_hours(plan, date.get(), hours.get()));
    let column = el("div").attr("role", "group");
    let mut places = Places::default().attrs(&column, &["class", "aria-label", "data-date"]);
    let write = move || {
        let date = date.get();
        let today = if plan.is_today(date) { " today" } else { "" };
        let looked_at = if plan.day.get() == date { " looked-at" } else { "" };
        let class = ["planner-day", today, looked_at].concat();
        places.write(vec![class, plan.desk.words().day(date, DayForm::Day), date.to_string()]);
    };
    column
        .effect(write)
        .children_with(move || off.with(|off| shades(off, hours.get())))
        .when(move || plan.day.get() == date.get(), move || slot(plan, hours, date))
        .each(keys, move |key| Some(block(plan, key)))
        .children_with(move || now_line(plan, date.get(), hours.get()))
        .children_with(move || moving::shadow(plan, date.get(), hours.get()))
}

/// The time one does not work: from which minute of the day to which, one after the other.
fn off_hours(plan: Plan, date: Date, (first, after): (u32, u32)) -> Vec<u32> {
    let working = plan.ask(|diary| {
        let week = &diary.manner().week;
        let hours = week.hours.get(date.weekday() as usize).cloned().unwrap_or_default();
        if week.is_working_day(date) { hours } else { Vec::new() }
    });
    let mut edges = vec![first * 60];
    edges.extend(working.iter().flat_map(|hours| [hours.from, hours.to]));
    edges.push(after * 60);
    edges
}

/// That time, shaded.
fn shades(off: &[u32], (first, after): (u32, u32)) -> Vec<El> {
    let (first, after) = (first * 60, after * 60);
    let shade = |pair: &[u32]| {
        let [from, to] = pair else { return None };
        let (from, to) = ((*from).clamp(first, after), (*to).clamp(first, after));
        let shade = el("i").class("planner-off").style("inset-block-start", &percent(from - first, after - first));
        (from < to).then(|| shade.style("block-size", &percent(to - from, after - first)))
    };
    off.chunks(2).filter_map(shade).collect()
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
fn slot(plan: Plan, hours: Derived<(u32, u32)>, date: Derived<Date>) -> El {
    let handle = crate::ui::Handle::new();
    let text = move || plan.fill(PlannerKey::SlotAt, &[("when", &plan.when(start_at(date.get(), plan.slot.get())))]);
    el("button")
        .attr("type", "button")
        .class("planner-slot")
        .part("slot")
        .handle(handle)
        .effect(move || {
            let (first, after) = hours.get();
            let place = percent(plan.slot.get().saturating_sub(first * 60), (after - first) * 60);
            if let Some(slot) = handle.get() {
                crate::ui::element::set_style(&slot, "inset-block-start", &place);
            }
        })
        .text_with(text)
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

/// The day at this place of the days that are shown.
fn day_at<T>(plan: Plan, place: usize, read: impl FnOnce(&Day) -> T) -> Option<T> {
    plan.window.with(|window| window.days.get(place).map(read))
}

fn date_at(plan: Plan, place: usize) -> Derived<Date> {
    Derived::new(move || day_at(plan, place, |day| day.date).unwrap_or(Date::MIN))
}
