//! A meeting on its way to another time, whoever moves it: keys, a mouse, a finger or the form. All end in [`settle`].

use web_sys::KeyboardEvent;

use super::block::percent;
use super::plan::{Plan, View};
use super::sentences::objections;
use crate::domain::calendar::assessment::Assessment;
use crate::domain::calendar::civil::DateTime;
use crate::domain::calendar::meeting::Meeting;
use crate::domain::calendar::occurrence::OccurrenceId;
use crate::domain::calendar::placement::{STEP, Scope, move_to, resize};
use crate::domain::calendar::slot::Slot;
use crate::domain::date::Date;
use crate::domain::error::Result;
use crate::i18n::PlannerKey;
use crate::store::Diary;
use crate::ui::{El, Handle, el};

/// Where a meeting would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Moving {
    pub(super) id: OccurrenceId,
    /// Where it was, by the own clock.
    pub(super) from: Slot,
    /// Where it would be, by the own clock.
    pub(super) to: Slot,
    /// Whether keys move it; a pointer has a ghost of its own.
    pub(super) by_keys: bool,
}

impl Moving {
    /// The meeting as it is, about to be moved.
    pub(super) fn of(plan: Plan, id: &OccurrenceId, by_keys: bool) -> Option<Self> {
        let (_, found) = plan.ask(|diary| diary.find(id)).ok()?;
        let start = plan.ask(|diary| diary.wall(found.occurrence.start));
        let minutes = u32::try_from(found.occurrence.end.minutes_since(found.occurrence.start)).ok()?;
        let from = Slot { start, minutes };
        Some(Self { id: id.clone(), from, to: from, by_keys })
    }
}

/// Begins to move a meeting by keys.
pub(super) fn begin(plan: Plan, id: &OccurrenceId) {
    let Some(moving) = Moving::of(plan, id, true) else { return };
    let name = plan.ask(|diary| diary.meeting(&id.meeting).cloned()).map(|meeting| plan.name(&meeting));
    plan.moving.set(Some(moving));
    plan.said.set(plan.fill(PlannerKey::Moving, &[("title", &name.unwrap_or_default())]));
}

/// What a key does to a meeting on its way.
pub(super) fn key(plan: Plan, event: &KeyboardEvent) -> bool {
    let Some(moving) = plan.moving.get_untracked() else { return false };
    let mut to = moving.to;
    let step = i64::from(STEP);
    match (event.key().as_str(), event.alt_key()) {
        ("ArrowDown", true) => to.minutes = to.minutes.saturating_add(STEP).min(Slot::MAX_MINUTES),
        ("ArrowUp", true) => to.minutes = to.minutes.saturating_sub(STEP).max(STEP.min(to.minutes)),
        ("ArrowDown", false) => to.start = later(to.start, step),
        ("ArrowUp", false) => to.start = later(to.start, -step),
        ("ArrowRight", _) => to.start = later(to.start, 24 * 60),
        ("ArrowLeft", _) => to.start = later(to.start, -24 * 60),
        ("Enter" | " ", _) => {
            drop_it(plan);
            return true;
        }
        ("Escape", _) => {
            stop(plan);
            return true;
        }
        ("Tab", _) => return true,
        _ => return false,
    }
    plan.day.set(to.start.date());
    carry(plan, to);
    true
}

/// Carries the meeting there, without keeping it, and says what there is to say about the time.
pub(super) fn carry(plan: Plan, to: Slot) {
    let Some(moving) = plan.moving.get_untracked() else { return };
    if moving.to == to {
        return;
    }
    let moving = Moving { to, ..moving };
    let words = plan.desk.words();
    let end = later(to.start, i64::from(to.minutes));
    let when = [&plan.when(to.start), "–", &words.time(end), "."].concat();
    let found = plan.ask(|diary| {
        let (meeting, original) = placed(diary, &moving, Scope::Occurrence)?;
        diary.assess(&meeting, original)
    });
    let mut said = vec![when];
    said.extend(found.map(|found| objections(plan, &found, to.minutes)).unwrap_or_default());
    plan.said.set(said.join(" "));
    plan.moving.set(Some(moving));
}

/// Leaves the meeting where it was.
pub(super) fn stop(plan: Plan) {
    let Some(moving) = plan.moving.get_untracked() else { return };
    plan.moving.set(None);
    plan.day.set(moving.from.start.date());
    plan.said.set(plan.text(PlannerKey::NotMoved));
    plan.focus_on(moving.id);
}

/// Keeps the meeting where it was carried.
pub(super) fn drop_it(plan: Plan) {
    let Some(moving) = plan.moving.get_untracked() else { return };
    plan.moving.set(None);
    if moving.to == moving.from {
        plan.said.set(plan.text(PlannerKey::NotMoved));
        plan.focus_on(moving.id);
        return;
    }
    settle(plan, &moving, Scope::Occurrence);
}

/// Keeps a meeting at its new time and says what speaks against it.
pub(super) fn settle(plan: Plan, moving: &Moving, scope: Scope) {
    let placed = plan.ask(|diary| placed(diary, moving, scope));
    let Ok((meeting, original)) = placed else { return };
    let id = OccurrenceId { meeting: meeting.id.clone(), original };
    let found = plan.ask(|diary| diary.assess(&meeting, original));
    let mut said = vec![plan.fill(PlannerKey::Moved, &[("when", &plan.when(moving.to.start))])];
    said.extend(found.map(|found: Assessment| objections(plan, &found, moving.to.minutes)).unwrap_or_default());
    if plan.chosen.peek(Option::is_some) {
        plan.chosen.set(Some(id.clone()));
    }
    plan.keep(meeting, said.join(" "));
    plan.day.set(moving.to.start.date());
    plan.focus_on(id);
}

/// The meeting at the time it was carried to, and the name of the occurrence there.
pub(super) fn placed(diary: &mut Diary, moving: &Moving, scope: Scope) -> Result<(Meeting, DateTime)> {
    let (meeting, _) = diary.find(&moving.id)?;
    let own = diary.zone().to_owned();
    let start = diary.translate(moving.to.start, &own, &meeting.zone)?;
    let original = moving.id.original;
    let changed = if moving.to.minutes == moving.from.minutes {
        meeting.clone()
    } else {
        resize(&meeting, original, moving.to.minutes, scope)?
    };
    if moving.to.start == moving.from.start {
        return Ok((changed, original));
    }
    let moved = move_to(&changed, original, start, scope)?;
    let alone = meeting.recurrence.is_none() || scope == Scope::Series;
    Ok((moved, if alone { start } else { original }))
}

fn later(wall: DateTime, minutes: i64) -> DateTime {
    wall.add_minutes(minutes).unwrap_or(wall)
}

/// What has the focus while keys move a meeting: the meeting itself may leave the screen.
pub(super) fn mover(plan: Plan) -> El {
    let by_keys = move || plan.moving.with(|moving| moving.as_ref().is_some_and(|moving| moving.by_keys));
    let view = move || {
        let handle = Handle::new();
        leptos::prelude::request_animation_frame(move || handle.focus());
        el("div")
            .class("planner-mover")
            .part("mover")
            .attr("tabindex", "-1")
            .attr("role", "application")
            .attr("aria-label", &plan.said.get_untracked())
            .handle(handle)
            .on_blur(move || stop_quietly(plan))
    };
    el("div").when(by_keys, view)
}

/// The focus went elsewhere, so the meeting stays and the focus with it.
fn stop_quietly(plan: Plan) {
    if plan.moving.peek(|moving| moving.as_ref().is_some_and(|moving| moving.by_keys)) {
        plan.moving.set(None);
        plan.said.set(plan.text(PlannerKey::NotMoved));
    }
}

/// Where the keys have carried a meeting, on the day it is on.
pub(super) fn shadow(plan: Plan, date: Date, (first, after): (u32, u32)) -> Vec<El> {
    let to = plan.moving.with(|moving| moving.as_ref().filter(|moving| moving.by_keys).map(|moving| moving.to));
    let Some(to) = to.filter(|to| to.start.date() == date) else { return Vec::new() };
    let whole = (after - first) * 60;
    let top = to.start.minute_of_day().saturating_sub(first * 60).min(whole);
    let words = plan.desk.words();
    let text = [&words.time(to.start), "–", &words.time(later(to.start, i64::from(to.minutes)))].concat();
    let shadow = el("div").class("planner-shadow").part("shadow").text(&text);
    vec![
        shadow
            .style("inset-block-start", &percent(top, whole))
            .style("block-size", &percent(to.minutes.min(whole), whole)),
    ]
}

/// Whether the days are beside each other, so that a pointer can carry a meeting from one to the next.
pub(super) fn has_columns(plan: Plan) -> bool {
    plan.view.get_untracked() == View::Week
}
