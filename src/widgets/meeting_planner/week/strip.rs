//! The strip of days over the grid, each with its name and what it is for.

use super::{date_at, day_at, of_day};
use crate::domain::calendar::rhythm::DayType;
use crate::i18n::{DayForm, PlannerCount, PlannerKey};
use crate::store::diary::Day;
use crate::ui::{El, Places, el};
use crate::widgets::meeting_planner::plan::Plan;

/// The button in the strip of the day at this place of the week.
pub(super) fn head(plan: Plan, place: usize) -> El {
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

/// The day that is looked at and what it is for, where the strip has no room for words.
pub(super) fn day_line(plan: Plan) -> String {
    let date = plan.day.get();
    let kind = match of_day(plan, date, day_kind) {
        Some(PlannerKey::CallDay) => PlannerKey::ForCalls,
        Some(PlannerKey::MeetingDay) => PlannerKey::ForMeetings,
        _ => PlannerKey::ForNothing,
    };
    let day = plan.desk.words().day(date, DayForm::Day);
    plan.fill(PlannerKey::DayOf, &[("day", &day), ("kind", &plan.text(kind))])
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

fn day_kind(day: &Day) -> PlannerKey {
    match (day.working, day.day_type) {
        (false, _) => PlannerKey::FreeDay,
        (true, Some(DayType::Calls)) => PlannerKey::CallDay,
        (true, _) => PlannerKey::MeetingDay,
    }
}
