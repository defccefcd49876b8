//! The form: planning something new, changing it, and moving it without dragging. What it says of a time is what a drag
//! says of it.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlInputElement};

use super::plan::Plan;
use super::sentences::objections;
use crate::domain::calendar::assessment::Assessment;
use crate::domain::calendar::civil::DateTime;
use crate::domain::calendar::meeting::{Kind, Meeting};
use crate::domain::calendar::occurrence::OccurrenceId;
use crate::domain::calendar::placement::{Scope, move_to, resize};
use crate::domain::calendar::slot::Slot;
use crate::domain::date::Date;
use crate::domain::error::Error;
use crate::i18n::{DayForm, Key, PlannerKey};
use crate::session::{Derived, Live};
use crate::store::Appointment;
use crate::store::appointment::Field;
use crate::ui::combobox::{Choice, Combobox, choices_of};
use crate::ui::{El, Handle, Icon, button, el, icon};

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
    pub(super) fn of(plan: Plan, meeting: Meeting, _: &Assessment, original: DateTime, mode: Mode) -> Option<Rc<Self>> {
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
        move |open| (open == 1).then(|| dialog(plan, plan.editing.get_untracked()?)).flatten(),
    )
}

/// What stands in the form, and what it comes to.
#[derive(Clone, Copy)]
struct Writing {
    plan: Plan,
    editing: Live<Rc<Editing>>,
    form: Live<Appointment>,
    scope: Live<Scope>,
    verdict: Derived<Verdict>,
    dialog: Handle,
}

/// What the form comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Verdict {
    /// It cannot be kept, because of this field.
    Wrong(Field, String),
    /// It can; this is what there is to say about the time.
    Fine(Vec<String>),
}

/// What would be kept: the meeting and the name of the occurrence in hand.
type Kept = Result<(Meeting, DateTime), (Field, Error)>;

impl Writing {
    fn new(plan: Plan, editing: &Rc<Editing>) -> Self {
        let form = Live::new(editing.form.clone());
        let scope = Live::new(Scope::Occurrence);
        let editing = Live::new(Rc::clone(editing));
        let verdict = Derived::new(move || {
            let form = form.get();
            verdict(plan, &editing.get_untracked(), &form, scope.get())
        });
        Self { plan, editing, form, scope, verdict, dialog: Handle::new() }
    }

    fn set(&self, change: impl FnOnce(&mut Appointment)) {
        let mut form = self.form.get_untracked();
        change(&mut form);
        self.form.set(form);
    }

    fn wrong(&self, field: Field) -> bool {
        self.verdict.with(|verdict| matches!(verdict, Verdict::Wrong(at, _) if *at == field))
    }

    fn close(&self) {
        if let Some(dialog) = self.dialog.get().and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok()) {
            dialog.close();
        }
        self.plan.editing.set(None);
    }

    fn save(&self) {
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

fn dialog(plan: Plan, editing: Rc<Editing>) -> Option<El> {
    let writing = Writing::new(plan, &editing);
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

/// A label, a field, and what is wrong with it.
fn field(writing: Writing, label: PlannerKey, name: &'static str, at: Option<Field>, input: El) -> El {
    let id = ["planner-", name].concat();
    let note = [&id, "-note"].concat();
    let wrong = move || at.is_some_and(|at| writing.wrong(at));
    let explain = move || {
        let said = writing.verdict.with(|verdict| match verdict {
            Verdict::Wrong(field, said) if Some(*field) == at => said.clone(),
            _ => String::new(),
        });
        said
    };
    let input = input.attr("id", &id).part(name).attr("aria-describedby", &note).state_with("aria-invalid", wrong);
    let note = el("p").attr("id", &note).class("field-note bad").attr("aria-live", "polite").text_with(explain);
    el("div")
        .class(["field planner-field-", name].concat().as_str())
        .class_with("invalid", wrong)
        .child(el("label").attr("for", &id).text(&writing.plan.text(label)))
        .child(input)
        .child(note)
}

fn client(writing: Writing) -> El {
    let plan = writing.plan;
    let choices = choices_of(plan.desk, |catalogue| {
        let place = |client: &crate::domain::client::Client| client.city.clone().unwrap_or_default();
        catalogue.clients.iter().map(|client| Choice::new(&client.id, &client.name, place(client))).collect()
    });
    let box_ = Combobox {
        part: "meeting-client",
        label: Key::ChooseClient,
        choices,
        chosen: Derived::new(move || {
            writing.form.with(|form| form.client.as_deref().map(|id| plan.client(id)).unwrap_or_default())
        }),
        on_choose: Box::new(move |id| writing.set(|form| form.client = Some(id))),
        on_clear: Some(Box::new(move || writing.set(|form| form.client = None))),
        field: Handle::new(),
    };
    box_.view(plan.desk)
}

fn text_input(read: impl Fn() -> String + 'static, write: impl Fn(String) + 'static) -> El {
    el("input").attr("type", "text").attr("autocomplete", "off").value_with(read).on_input(write)
}

fn what(writing: Writing) -> El {
    let input = text_input(
        move || writing.form.with(|form| form.title.clone()),
        move |text| writing.set(|form| form.title = text),
    );
    field(writing, PlannerKey::What, "title", None, input)
}

fn place(writing: Writing) -> El {
    let input = text_input(
        move || writing.form.with(|form| form.place.clone()),
        move |text| writing.set(|form| form.place = text),
    );
    field(writing, PlannerKey::Place, "place", None, input)
}

fn sort(writing: Writing) -> El {
    let kinds = [(Kind::Meeting, "meeting"), (Kind::Call, "call"), (Kind::Event, "event")];
    let options = kinds
        .map(|(kind, value)| el("option").attr("value", value).text(&writing.plan.text(super::sentences::kind(kind))));
    let name = move || {
        let kind = writing.form.with(|form| form.kind);
        kinds.iter().find(|(known, _)| *known == kind).map_or("meeting", |(_, name)| name).to_owned()
    };
    let select = el("select").children(options).value_with(name).on_change(move |value| {
        if let Some((kind, _)) = kinds.iter().find(|(_, name)| *name == value) {
            writing.set(|form| form.kind = *kind);
        }
    });
    field(writing, PlannerKey::Sort, "kind", None, select)
}

fn times(writing: Writing) -> El {
    let input = |kind: &str, read: fn(&Appointment) -> &String, write: fn(&mut Appointment) -> &mut String| {
        el("input")
            .attr("type", kind)
            .value_with(move || writing.form.with(|form| read(form).clone()))
            .on_input(move |text| writing.set(|form| *write(form) = text))
    };
    let date = input("date", |form| &form.date, |form| &mut form.date);
    let time = input("time", |form| &form.time, |form| &mut form.time);
    let minutes =
        input("text", |form| &form.minutes, |form| &mut form.minutes).attr("inputmode", "numeric").class("number");
    el("div")
        .class("planner-times")
        .child(field(writing, PlannerKey::Date, "date", Some(Field::Date), date))
        .child(field(writing, PlannerKey::Time, "time", Some(Field::Time), time))
        .child(field(writing, PlannerKey::Minutes, "minutes", Some(Field::Minutes), minutes))
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

fn scope(writing: Writing) -> El {
    let choice = |value: Scope, key: PlannerKey, part: &str| {
        button(&writing.plan.text(key))
            .part(part)
            .state_with("aria-pressed", move || writing.scope.get() == value)
            .on_click(move || writing.scope.set(value))
    };
    el("div")
        .class("planner-views")
        .attr("role", "group")
        .attr("aria-label", &writing.plan.text(PlannerKey::Scope))
        .child(choice(Scope::Occurrence, PlannerKey::OnlyThis, "only-this"))
        .child(choice(Scope::Series, PlannerKey::WholeSeries, "whole-series"))
}

fn repeat(writing: Writing) -> El {
    let plan = writing.plan;
    let options = [("0", PlannerKey::Never), ("1", PlannerKey::Weekly), ("2", PlannerKey::Fortnightly)];
    let options = options.map(|(value, key)| el("option").attr("value", value).text(&plan.text(key)));
    let select = el("select")
        .children(options)
        .value_with(move || writing.form.with(|form| form.weeks.to_string()))
        .on_change(move |value| writing.set(|form| form.weeks = value.parse().unwrap_or(0)));
    let until = move || {
        el("input")
            .attr("type", "date")
            .value_with(move || writing.form.with(|form| form.until.clone()))
            .on_input(move |text| writing.set(|form| form.until = text))
    };
    let more = move || {
        el("div").class("planner-repeat").child(weekdays(writing)).child(field(
            writing,
            PlannerKey::Until,
            "until",
            Some(Field::Until),
            until(),
        ))
    };
    el("div")
        .child(field(writing, PlannerKey::Repeat, "repeat", Some(Field::Repeat), select))
        .when(move || writing.form.with(|form| form.weeks != 0), more)
}

fn weekdays(writing: Writing) -> El {
    let plan = writing.plan;
    // Any week will do: only the names are wanted.
    let monday = Date::parse("2024-01-01").unwrap_or(Date::MIN);
    let button = move |day: usize| {
        let date = monday.add_days(i32::try_from(day).unwrap_or(0)).unwrap_or(monday);
        let is = move || writing.form.with(|form| form.weekdays.get(day).copied().unwrap_or(false));
        button(&plan.desk.words().day(date, DayForm::Weekday)).part("weekday").state_with("aria-pressed", is).on_click(
            move || {
                writing.set(|form| {
                    if let Some(chosen) = form.weekdays.get_mut(day) {
                        *chosen = !*chosen;
                    }
                });
            },
        )
    };
    el("div")
        .class("planner-weekdays")
        .attr("role", "group")
        .attr("aria-label", &plan.text(PlannerKey::OnDays))
        .children((0..7).map(button))
}

fn confirmed(writing: Writing) -> El {
    let input = el("input")
        .attr("type", "checkbox")
        .part("confirmed")
        .flag_with("checked", move || writing.form.with(|form| form.confirmed))
        .on("change", move |event| {
            let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            writing.set(|form| form.confirmed = field.is_some_and(|field| field.checked()));
        });
    el("label").class("planner-check").child(input).child(el("span").text(&writing.plan.text(PlannerKey::IsConfirmed)))
}
