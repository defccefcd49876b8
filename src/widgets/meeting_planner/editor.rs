//! The form: planning something new, changing it, and moving it without dragging. What it says of a time is what a drag
//! says of it.

mod fields;
mod repeat;
mod writing;

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use super::plan::Plan;
use crate::domain::calendar::civil::DateTime;
use crate::domain::calendar::meeting::Meeting;
use crate::i18n::PlannerKey;
use crate::store::Appointment;
use crate::ui::{El, Icon, el, icon};
use fields::{client, confirmed, place, scope, sort, times, what};
use repeat::repeat;
use writing::{Verdict, Writing};

/// What the form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    New,
    Edit,
    Move,
}

/// What the form was opened with.
pub(super) struct Editing {
    mode: Mode,
    /// The meeting's id, new or old.
    id: String,
    /// The zone by whose clock the form is read.
    zone: String,
    before: Option<(Meeting, DateTime)>,
    form: Appointment,
}

impl Editing {
    /// A form filled with a meeting that there is.
    pub(super) fn of(plan: Plan, meeting: Meeting, original: DateTime, mode: Mode) -> Option<Rc<Self>> {
        // A move concerns the occurrence, a change the meeting as a whole.
        let slot = if mode == Mode::Move { meeting.slot_of(original).ok()? } else { meeting.slot };
        let form = Appointment::of(&meeting, slot);
        plan.undo.set(None);
        Some(Rc::new(Self {
            mode,
            id: meeting.id.clone(),
            zone: meeting.zone.clone(),
            before: Some((meeting, original)),
            form,
        }))
    }
}

impl Plan {
    /// Opens the form for something new, at this time or at the next full hour of the day that is looked at.
    pub(super) fn begin(&self, start: Option<DateTime>) {
        let client = self.desk.state.peek(|state| state.client.clone());
        let midnight = DateTime::midnight(self.day.get_untracked());
        let start = start.unwrap_or_else(|| midnight.add_minutes(10 * 60).unwrap_or(midnight));
        let zone = self.ask(|diary| diary.zone().to_owned());
        let form = Appointment::at(start, client);
        let id = self.desk.session().new_id();
        self.undo.set(None);
        self.editing.set(Some(Rc::new(Editing { mode: Mode::New, id, zone, before: None, form })));
    }
}

/// The dialog, while there is something to write.
pub(super) fn editor(plan: Plan) -> El {
    let open = move || plan.editing.with(Option::is_some);
    el("div").switch(
        move || u32::from(open()),
        move |open| (open == 1).then(|| dialog(plan, &plan.editing.get_untracked()?)).flatten(),
    )
}

fn dialog(plan: Plan, editing: &Rc<Editing>) -> Option<El> {
    let writing = Writing::new(plan, editing);
    let (mode, series) =
        (editing.mode, editing.before.as_ref().is_some_and(|(meeting, _)| meeting.recurrence.is_some()));
    let title = match (mode, &editing.before) {
        (Mode::Move, Some((meeting, _))) => plan.fill(PlannerKey::MoveTitle, &[("title", &plan.name(meeting))]),
        (Mode::Edit, _) => plan.text(PlannerKey::EditTitle),
        _ => plan.text(PlannerKey::NewTitle),
    };
    let save = match mode {
        Mode::New => PlannerKey::Save,
        Mode::Edit => PlannerKey::SaveChange,
        Mode::Move => PlannerKey::SaveMove,
    };
    let mut form = el("form")
        .attr("novalidate", "")
        .class("planner-form")
        .child(el("h2").attr("id", "planner-dialog-title").text(&title));
    if mode != Mode::Move {
        form = form.child(client(writing)).child(what(writing)).child(sort(writing));
    }
    form = form.child(times(writing)).child(zone_note(plan, &editing.zone)).child(says(writing));
    if mode == Mode::Move && series {
        form = form.child(scope(writing));
    }
    if mode != Mode::Move {
        form = form.child(place(writing)).child(repeat(writing)).child(confirmed(writing));
    }
    form = form
        .child(
            el("div")
                .class("actions planner-dialog-actions")
                .child(el("button").attr("type", "submit").class("primary").part("save").text(&plan.text(save)))
                .child(plan.button("cancel", PlannerKey::Cancel).on_click(move || writing.close())),
        )
        .on("submit", move |event| {
            event.prevent_default();
            writing.save();
        });
    let handle = writing.dialog;
    leptos::prelude::request_animation_frame(move || {
        if let Some(dialog) = handle.get().and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok())
            && dialog.is_connected()
            && !dialog.open()
        {
            let _ = dialog.show_modal();
        }
    });
    Some(
        el("dialog")
            .class("planner-dialog")
            .part("dialog")
            .attr("aria-labelledby", "planner-dialog-title")
            .handle(handle)
            .on("cancel", move |event| {
                event.prevent_default();
                writing.close();
            })
            .child(form),
    )
}

/// By whose clock the form is read, where that is not one's own.
fn zone_note(plan: Plan, zone: &str) -> El {
    let own = plan.ask(|diary| diary.zone() == zone);
    let said = if own { String::new() } else { plan.fill(PlannerKey::ByClock, &[("zone", zone)]) };
    el("p").class("muted planner-zone-note").text(&said)
}

/// What there is to say about the time.
fn says(writing: Writing) -> El {
    let fits = writing.plan.text(PlannerKey::Fits);
    let lines = move || {
        writing.verdict.with(|verdict| match verdict {
            Verdict::Fine(said) => said
                .iter()
                .map(|said| {
                    let (class, sign) = if *said == fits { ("good", Icon::Tick) } else { ("warn", Icon::Warning) };
                    el("li").class(class).child(icon(sign)).child(el("span").text(said))
                })
                .collect(),
            Verdict::Wrong(..) => Vec::new(),
        })
    };
    el("ul").class("planner-warnings").part("verdict").attr("aria-live", "polite").children_with(lines)
}
