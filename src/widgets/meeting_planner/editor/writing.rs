//! What stands in the form while it is open, and what it comes to.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use super::{Editing, Mode};
use crate::domain::calendar::civil::DateTime;
use crate::domain::calendar::meeting::Meeting;
use crate::domain::calendar::occurrence::OccurrenceId;
use crate::domain::calendar::placement::{Scope, move_to, resize};
use crate::domain::calendar::slot::Slot;
use crate::domain::error::Error;
use crate::i18n::PlannerKey;
use crate::session::{Derived, Live};
use crate::store::Appointment;
use crate::store::appointment::Field;
use crate::ui::Handle;
use crate::widgets::meeting_planner::plan::Plan;
use crate::widgets::meeting_planner::sentences::objections;

/// What stands in the form, and what it comes to.
#[derive(Clone, Copy)]
pub(super) struct Writing {
    pub(super) plan: Plan,
    editing: Live<Rc<Editing>>,
    pub(super) form: Live<Appointment>,
    pub(super) scope: Live<Scope>,
    pub(super) verdict: Derived<Verdict>,
    pub(super) dialog: Handle,
}

/// What the form comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It cannot be kept, because of this field.
    Wrong(Field, String),
    /// It can; this is what there is to say about the time.
    Fine(Vec<String>),
}

/// What would be kept: the meeting and the name of the occurrence in hand.
type Kept = Result<(Meeting, DateTime), (Field, Error)>;

impl Writing {
    pub(super) fn new(plan: Plan, editing: &Rc<Editing>) -> Self {
        let form = Live::new(editing.form.clone());
        let scope = Live::new(Scope::Occurrence);
        let editing = Live::new(Rc::clone(editing));
        let verdict = Derived::new(move || {
            let form = form.get();
            verdict(plan, &editing.get_untracked(), &form, scope.get())
        });
        Self { plan, editing, form, scope, verdict, dialog: Handle::new() }
    }

    pub(super) fn set(&self, change: impl FnOnce(&mut Appointment)) {
        let mut form = self.form.get_untracked();
        change(&mut form);
        self.form.set(form);
    }

    pub(super) fn wrong(&self, field: Field) -> bool {
        self.verdict.with(|verdict| matches!(verdict, Verdict::Wrong(at, _) if *at == field))
    }

    pub(super) fn close(&self) {
        if let Some(dialog) = self.dialog.get().and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok()) {
            dialog.close();
        }
        self.plan.editing.set(None);
    }

    pub(super) fn save(&self) {
        let (plan, editing) = (self.plan, self.editing.get_untracked());
        match kept(plan, &editing, &self.form.get_untracked(), self.scope.get_untracked()) {
            Ok((meeting, original)) => {
                let id = OccurrenceId { meeting: meeting.id.clone(), original };
                let start = meeting.slot_of(original).map_or(meeting.slot.start, |slot| slot.start);
                let (zone, own) = (meeting.zone.clone(), plan.ask(|diary| diary.zone().to_owned()));
                let start = plan.ask(|diary| diary.translate(start, &zone, &own)).unwrap_or(start);
                let key = match editing.mode {
                    Mode::New => PlannerKey::Added,
                    Mode::Edit => PlannerKey::Changed,
                    Mode::Move => PlannerKey::Moved,
                };
                self.close();
                plan.keep(meeting, plan.fill(key, &[("when", &plan.when(start))]));
                plan.day.set(start.date());
                plan.chosen.set(Some(id.clone()));
                plan.focus_on(id);
            }
            Err((field, _)) => {
                let dialog = self.dialog.get();
                let part = ["[part=\"", part(field), "\"]"].concat();
                let wrong = dialog.and_then(|dialog| dialog.query_selector(&part).ok().flatten());
                if let Some(wrong) = wrong {
                    crate::ui::element::focus(&wrong);
                }
            }
        }
    }
}

fn kept(plan: Plan, editing: &Editing, form: &Appointment, scope: Scope) -> Kept {
    let before = editing.before.as_ref();
    if let (Mode::Move, Some((meeting, original))) = (editing.mode, before) {
        let slot = form.slot()?;
        let scope = if meeting.recurrence.is_some() { scope } else { Scope::Series };
        let moved = moved(meeting, *original, slot, scope).map_err(|error| (Field::Date, error))?;
        return Ok((moved, if scope == Scope::Series { slot.start } else { *original }));
    }
    let meeting = form.meeting(&editing.id, &editing.zone, before.map(|(meeting, _)| meeting))?;
    // The occurrence in hand is still there only if the rule was not touched.
    let same = before.filter(|(_, original)| meeting.recurrence.is_some() && meeting.slot_of(*original).is_ok());
    let original = same.map_or(meeting.slot.start, |(_, original)| *original);
    plan.ask(|diary| diary.assess(&meeting, original)).map_err(|error| (Field::Date, error))?;
    Ok((meeting, original))
}

fn moved(meeting: &Meeting, original: DateTime, slot: Slot, scope: Scope) -> Result<Meeting, Error> {
    let there = meeting.slot_of(original)?;
    let resized =
        if there.minutes == slot.minutes { meeting.clone() } else { resize(meeting, original, slot.minutes, scope)? };
    if there.start == slot.start { Ok(resized) } else { move_to(&resized, original, slot.start, scope) }
}

fn verdict(plan: Plan, editing: &Editing, form: &Appointment, scope: Scope) -> Verdict {
    let words = plan.desk.words();
    let found = kept(plan, editing, form, scope).and_then(|(meeting, original)| {
        plan.ask(|diary| diary.assess(&meeting, original)).map_err(|error| (Field::Date, error))
    });
    match found {
        Ok(found) => {
            let minutes = form.minutes.trim().parse().unwrap_or(0);
            let mut said = objections(plan, &found, minutes);
            if said.is_empty() {
                said.push(plan.text(PlannerKey::Fits));
            }
            Verdict::Fine(said)
        }
        Err((field, error)) => Verdict::Wrong(field, words.error(&error, "")),
    }
}

fn part(field: Field) -> &'static str {
    match field {
        Field::Date => "date",
        Field::Time => "time",
        Field::Minutes => "minutes",
        Field::Repeat => "repeat",
        Field::Until => "until",
    }
}
