//! Whether it repeats, on which days, and until when.

use super::fields::form_field;
use super::writing::Writing;
use crate::domain::date::Date;
use crate::i18n::{DayForm, PlannerKey};
use crate::store::appointment::Field;
use crate::ui::{El, button, el};

pub(super) fn repeat(writing: Writing) -> El {
    let plan = writing.plan;
    let options = [("0", PlannerKey::Never), ("1", PlannerKey::Weekly), ("2", PlannerKey::Fortnightly)];
    let options = options.map(|(value, key)| el("option").attr("value", value).text(&plan.text(key)));
    let select = el("select")
        .children(options)
        .value_with(move || writing.form.with(|form| form.weeks.to_string()))
        .on_change(move |value| writing.set(|form| form.weeks = value.parse().unwrap_or(0)));
    let more = move || {
        let until = el("input")
            .attr("type", "date")
            .value_with(move || writing.form.with(|form| form.until.clone()))
            .on_input(move |text| writing.set(|form| form.until = text));
        let until = form_field(writing, PlannerKey::Until, "until", Some(Field::Until), until);
        el("div").class("planner-repeat").child(weekdays(writing)).child(until)
    };
    el("div")
        .child(form_field(writing, PlannerKey::Repeat, "repeat", Some(Field::Repeat), select))
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
