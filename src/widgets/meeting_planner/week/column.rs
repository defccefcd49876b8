//! The column of a day: when one works, what is planned, and where the day stands now.

use super::{date_at, day_at, start_at};
use crate::domain::date::Date;
use crate::i18n::{DayForm, PlannerKey};
use crate::session::Derived;
use crate::ui::{El, Handle, Places, el};
use crate::widgets::meeting_planner::block::{block, percent};
use crate::widgets::meeting_planner::moving;
use crate::widgets::meeting_planner::plan::Plan;

/// The column of the day at this place of the week; `hours` are those the grid shows.
pub(super) fn column(plan: Plan, place: usize, hours: Derived<(u32, u32)>) -> El {
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
    let handle = Handle::new();
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
