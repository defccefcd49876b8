//! The fields of the form, each with what is wrong with it.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::writing::{Verdict, Writing};
use crate::domain::calendar::meeting::Kind;
use crate::domain::calendar::placement::Scope;
use crate::domain::client::Client;
use crate::i18n::{Key, PlannerKey};
use crate::session::Derived;
use crate::store::Appointment;
use crate::store::appointment::Field;
use crate::ui::combobox::{Choice, Combobox, choices_of};
use crate::ui::{El, Handle, button, el};
use crate::widgets::meeting_planner::sentences;

pub(super) fn client(writing: Writing) -> El {
    let plan = writing.plan;
    let choices = choices_of(plan.desk, |catalogue| {
        let place = |client: &Client| client.city.clone().unwrap_or_default();
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

pub(super) fn what(writing: Writing) -> El {
    let input = text_input(
        move || writing.form.with(|form| form.title.clone()),
        move |text| writing.set(|form| form.title = text),
    );
    form_field(writing, PlannerKey::What, "title", None, input)
}

pub(super) fn sort(writing: Writing) -> El {
    let kinds = [(Kind::Meeting, "meeting"), (Kind::Call, "call"), (Kind::Event, "event")];
    let options =
        kinds.map(|(kind, value)| el("option").attr("value", value).text(&writing.plan.text(sentences::kind(kind))));
    let name = move || {
        let kind = writing.form.with(|form| form.kind);
        kinds.iter().find(|(known, _)| *known == kind).map_or("meeting", |(_, name)| name).to_owned()
    };
    let select = el("select").children(options).value_with(name).on_change(move |value| {
        if let Some((kind, _)) = kinds.iter().find(|(_, name)| *name == value) {
            writing.set(|form| form.kind = *kind);
        }
    });
    form_field(writing, PlannerKey::Sort, "kind", None, select)
}

pub(super) fn times(writing: Writing) -> El {
    let input = |kind: &str, read: fn(&Appointment) -> &String, write: fn(&mut Appointment, String)| {
        el("input")
            .attr("type", kind)
            .value_with(move || writing.form.with(|form| read(form).clone()))
            .on_input(move |text| writing.set(|form| write(form, text)))
    };
    let date = input("date", |form| &form.date, Appointment::set_date);
    let time = input("time", |form| &form.time, |form, text| form.time = text);
    let minutes = input("text", |form| &form.minutes, |form, text| form.minutes = text);
    let minutes = minutes.attr("inputmode", "numeric").class("number");
    el("div")
        .class("planner-times")
        .child(form_field(writing, PlannerKey::Date, "date", Some(Field::Date), date))
        .child(form_field(writing, PlannerKey::Time, "time", Some(Field::Time), time))
        .child(form_field(writing, PlannerKey::Minutes, "minutes", Some(Field::Minutes), minutes))
}

pub(super) fn scope(writing: Writing) -> El {
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

pub(super) fn place(writing: Writing) -> El {
    let input = text_input(
        move || writing.form.with(|form| form.place.clone()),
        move |text| writing.set(|form| form.place = text),
    );
    form_field(writing, PlannerKey::Place, "place", None, input)
}

pub(super) fn confirmed(writing: Writing) -> El {
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

fn text_input(read: impl Fn() -> String + 'static, write: impl Fn(String) + 'static) -> El {
    el("input").attr("type", "text").attr("autocomplete", "off").value_with(read).on_input(write)
}

/// A label, a field, and what is wrong with it.
pub(super) fn form_field(writing: Writing, label: PlannerKey, name: &'static str, at: Option<Field>, input: El) -> El {
    let id = ["planner-", name].concat();
    let note = [&id, "-note"].concat();
    let wrong = move || at.is_some_and(|at| writing.wrong(at));
    let explain = move || {
        writing.verdict.with(|verdict| match verdict {
            Verdict::Wrong(field, said) if Some(*field) == at => said.clone(),
            _ => String::new(),
        })
    };
    let input = input.attr("id", &id).part(name).attr("aria-describedby", &note).state_with("aria-invalid", wrong);
    let explain = el("span").class("bad").part("error").text_with(explain);
    let note = el("p").attr("id", &note).class("field-note").attr("aria-live", "polite").child(explain);
    el("div")
        .class(["field planner-field-", name].concat().as_str())
        .class_with("invalid", wrong)
        .child(el("label").attr("for", &id).text(&writing.plan.text(label)))
        .child(input)
        .child(note)
}
