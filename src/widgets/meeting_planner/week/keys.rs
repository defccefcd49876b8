//! What a key does on a meeting of the grid, and on the empty place where something new would be.

use web_sys::KeyboardEvent;

use super::{SLOT, meeting_of, target};
use crate::domain::calendar::occurrence::OccurrenceId;
use crate::domain::date::Date;
use crate::store::diary::{Block, Day};
use crate::widgets::meeting_planner::moving;
use crate::widgets::meeting_planner::plan::Plan;

pub(super) fn key(plan: Plan, event: &KeyboardEvent) -> bool {
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
