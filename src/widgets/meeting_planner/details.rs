//! One meeting: what there is to know, what became of it, and what can be done with it.

use super::editor::{Editing, Mode};
use super::export;
use super::plan::Plan;
use super::sentences::{self, objections};
use crate::domain::calendar::assessment::Assessment;
use crate::domain::calendar::civil::DateTime;
use crate::domain::calendar::meeting::Meeting;
use crate::domain::calendar::occurrence::OccurrenceId;
use crate::domain::calendar::outcome::{Attendance, Outcome};
use crate::i18n::PlannerKey;
use crate::session::Derived;
use crate::store::diary::number_of;
use crate::ui::{El, Icon, button, el, icon};

type Found = Option<(Meeting, Assessment)>;

/// The panel; nothing while no meeting is chosen.
pub(super) fn details(plan: Plan) -> El {
    // A meeting that was deleted or moved away meanwhile has nothing to show.
    let keys = move || {
        let chosen = plan.chosen.get();
        chosen.iter().filter(|id| plan.ask(|diary| diary.find(id)).is_ok()).map(number_of).collect()
    };
    el("div")
        .class("planner-details-place")
        .handle(plan.panel)
        .each(keys, move |_| panel(plan, &plan.chosen.get_untracked()?))
}

/// Brings the panel into view, and the focus to it if keys have asked for it.
pub(super) fn show(plan: Plan, by_keys: bool) {
    leptos::prelude::request_animation_frame(move || {
        let Some(place) = plan.panel.get() else { return };
        let nearest = web_sys::ScrollIntoViewOptions::new();
        nearest.set_block(web_sys::ScrollLogicalPosition::Nearest);
        place.scroll_into_view_with_scroll_into_view_options(&nearest);
        let first = place.query_selector("[part~=outcome]").ok().flatten().filter(|_| by_keys);
        if let Some(first) = first {
            crate::ui::element::focus(&first);
        }
    });
}

fn panel(plan: Plan, id: &OccurrenceId) -> Option<El> {
    let sought = id.clone();
    let found: Derived<Found> = Derived::unchecked(move || plan.ask(|diary| diary.find(&sought)).ok());
    let (meeting, _) = found.get()?;
    let when = move || found.with(|found| found.as_ref().map(|found| when(plan, found))).unwrap_or_default();
    let close = el("button")
        .attr("type", "button")
        .class("quiet")
        .part("close")
        .attr("aria-label", &plan.text(PlannerKey::Close))
        .on_click(move || close(plan))
        .child(icon(Icon::Cross));
    let title = move || found.with(|found| found.as_ref().map(|(meeting, _)| plan.name(meeting))).unwrap_or_default();
    let facts = move || found.with(|found| found.as_ref().map(|found| facts(plan, found))).unwrap_or_default();
    let warnings = move || found.with(|found| found.as_ref().map(|found| warnings(plan, found))).unwrap_or_default();
    Some(
        el("section")
            .class("planner-details")
            .part("details")
            .attr("aria-label", &plan.name(&meeting))
            .child(
                el("div")
                    .class("planner-details-head")
                    .child(el("h3").part("details-title").text_with(title))
                    .child(close),
            )
            .child(el("p").part("details-when").text_with(when))
            .child(el("div").class("planner-facts").children_with(facts))
            .child(el("ul").class("planner-warnings").part("warnings").children_with(warnings))
            .child(outcomes(plan, id, found))
            .child(actions(plan, id, meeting.recurrence.is_some()))
            .on_key(move |event| {
                let escape = event.key() == "Escape";
                if escape {
                    self::close(plan);
                }
                escape
            }),
    )
}

fn close(plan: Plan) {
    let id = plan.chosen.get_untracked();
    plan.chosen.set(None);
    if let Some(id) = id {
        plan.focus_on(id);
    }
}

/// The time by the own clock, and by the client's where that is another.
fn when(plan: Plan, (meeting, found): &(Meeting, Assessment)) -> String {
    let words = plan.desk.words();
    let (start, end) = plan.ask(|diary| (diary.wall(found.occurrence.start), diary.wall(found.occurrence.end)));
    let end = if start.date() == end.date() { words.time(end) } else { plan.when(end) };
    let mut said = [&plan.when(start), "–", &end].concat();
    let theirs = plan.ask(|diary| diary.zones().get(&meeting.zone).ok().map(|zone| zone.wall(found.occurrence.start)));
    if let Some(theirs) = theirs.filter(|theirs| *theirs != start) {
        let time = if theirs.date() == start.date() { words.time(theirs) } else { plan.when(theirs) };
        let values = [("time", time.as_str()), ("zone", &meeting.zone)];
        said = [&said, "; ", &plan.fill(PlannerKey::ClientTime, &values)].concat();
    }
    said
}

fn facts(plan: Plan, (meeting, _): &(Meeting, Assessment)) -> Vec<El> {
    let status = match meeting.status {
        crate::domain::calendar::meeting::Status::Planned => PlannerKey::Planned,
        crate::domain::calendar::meeting::Status::Confirmed => PlannerKey::Confirmed,
    };
    let mut first = vec![plan.text(sentences::kind(meeting.kind)), plan.text(status)];
    if let Some(rule) = &meeting.recurrence {
        first.push(
            plan.text(if rule.interval == 1 { PlannerKey::Weekly } else { PlannerKey::Fortnightly }).to_lowercase(),
        );
    }
    let mut lines = vec![first.join(", ")];
    let person = plan.person(meeting);
    lines.extend(person.map(|person| plan.fill(PlannerKey::With, &[("person", person.address())])));
    lines.extend(meeting.purpose.map(|purpose| plan.text(sentences::purpose(purpose))));
    lines.extend(meeting.place.clone());
    lines.extend(meeting.unread_rule.as_ref().map(|_| plan.text(PlannerKey::UnreadRule)));
    let mut facts: Vec<El> = lines.iter().map(|line| el("p").text(line)).collect();
    if !meeting.checklist.is_empty() {
        let item = |item: &crate::domain::calendar::meeting::Item| {
            let ready = if item.ready { PlannerKey::Ready } else { PlannerKey::NotReady };
            el("li")
                .child(el("span").text(&item.text))
                .child(el("span").class("muted").text(&[" · ", &plan.text(ready)].concat()))
        };
        facts.push(el("p").class("muted").text(&plan.text(PlannerKey::Bring)));
        facts.push(el("ul").class("planner-bring").children(meeting.checklist.iter().map(item)));
    }
    facts
}

fn warnings(plan: Plan, (_, found): &(Meeting, Assessment)) -> Vec<El> {
    let minutes = u32::try_from(found.occurrence.end.minutes_since(found.occurrence.start)).unwrap_or(0);
    if !found.occurrence.is_busy() {
        return Vec::new();
    }
    let warning = |said: String| el("li").class("warn").child(icon(Icon::Warning)).child(el("span").text(&said));
    objections(plan, found, minutes).into_iter().map(warning).collect()
}

/// How it went: the second of two taps. Tapping what is noted takes it back.
fn outcomes(plan: Plan, id: &OccurrenceId, found: Derived<Found>) -> El {
    let noted = move || found.with(|found| found.as_ref().and_then(|(_, found)| found.occurrence.attendance));
    let met = move || noted().and_then(Attendance::counts) == Some(true);
    let original = id.original;
    let choice = |attendance: Attendance| {
        let place = Attendance::LIKELIEST_FIRST.iter().position(|each| *each == attendance);
        plan.button("outcome", sentences::outcome(attendance))
            .attr("data-outcome", place.map_or("", |at| NAMES[at]))
            .state_with("aria-pressed", move || noted() == Some(attendance))
            .on_click(move || {
                let new = Some(attendance).filter(|new| noted() != Some(*new));
                note(plan, found, original, new, false);
            })
    };
    let decided = move || {
        found.with(|found| {
            let (meeting, _) = found.as_ref()?;
            let outcome = meeting.exception(original).map_or(meeting.outcome, |exception| exception.outcome);
            outcome.map(|outcome| outcome.decision_maker)
        })
    };
    let decider = move || {
        button(&plan.text(PlannerKey::Decider))
            .class("planner-decider")
            .part("decider")
            .state_with("aria-pressed", move || decided() == Some(true))
            .on_click(move || note(plan, found, original, noted(), decided() != Some(true)))
    };
    el("div")
        .class("planner-outcome")
        .attr("role", "group")
        .attr("aria-label", &plan.text(PlannerKey::HowWasIt))
        .child(el("p").class("muted").text(&plan.text(PlannerKey::HowWasIt)))
        .child(el("div").class("planner-outcomes").children(Attendance::LIKELIEST_FIRST.map(choice)).when(met, decider))
}

/// Keeps how it went, or that nobody has said.
fn note(plan: Plan, found: Derived<Found>, original: DateTime, attendance: Option<Attendance>, decision_maker: bool) {
    let Some((meeting, _)) = found.get() else { return };
    let logged = plan.stamp();
    let outcome = attendance.map(|attendance| Outcome { attendance, decision_maker, logged });
    if let Ok(changed) = meeting.with_outcome(original, outcome) {
        let said = match attendance {
            Some(attendance) => {
                plan.fill(PlannerKey::Noted, &[("outcome", &plan.text(sentences::outcome(attendance)))])
            }
            None => plan.text(PlannerKey::Undone),
        };
        plan.keep(changed, said);
    }
}

/// Names of the outcomes for tests.
const NAMES: [&str; 5] = ["held", "no-show", "moved", "cancelled", "substitute"];

fn actions(plan: Plan, id: &OccurrenceId, series: bool) -> El {
    let open = |mode: Mode| {
        let id = id.clone();
        move || {
            if let Ok((meeting, _)) = plan.ask(|diary| diary.find(&id)) {
                plan.editing.set(Editing::of(plan, meeting, id.original, mode));
            }
        }
    };
    let meeting = {
        let id = id.clone();
        move || plan.ask(|diary| diary.find(&id)).ok().map(|(meeting, _)| meeting)
    };
    let (original, whole) = (id.original, meeting.clone());
    let one = meeting.clone();
    let delete_one = move || {
        let Some(meeting) = one() else { return };
        if let Ok(left) = meeting.without(original) {
            plan.chosen.set(None);
            let said = plan.fill(PlannerKey::Deleted, &[("title", &plan.name(&meeting))]);
            plan.keep(left, said);
        }
    };
    let delete = move || {
        if let Some(meeting) = whole() {
            plan.delete(&meeting);
        }
    };
    let export = move || {
        if let Some(meeting) = meeting() {
            export::one(plan, &meeting);
        }
    };
    let mut buttons = vec![
        plan.button("move", PlannerKey::MoveTo).on_click(open(Mode::Move)),
        plan.button("edit", PlannerKey::Edit).on_click(open(Mode::Edit)),
        plan.button("export-one", PlannerKey::ExportOne).on_click(export),
    ];
    if series {
        buttons.push(plan.button("delete-one", PlannerKey::DeleteOne).on_click(delete_one));
        buttons.push(plan.button("delete", PlannerKey::DeleteAll).on_click(delete));
    } else {
        buttons.push(plan.button("delete", PlannerKey::Delete).on_click(delete));
    }
    el("div").class("planner-details-actions").children(buttons)
}
