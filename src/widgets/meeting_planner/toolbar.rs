//! Which days, in which view, and what to begin with.

use super::export;
use super::plan::{Plan, View};
use crate::i18n::{DayForm, PlannerKey};
use crate::ui::{El, el};

/// The head of the planner.
pub(super) fn toolbar(plan: Plan) -> El {
    let month = move || plan.desk.words().day(plan.day.get(), DayForm::Month);
    let zone = plan.ask(|diary| diary.zone().to_owned());
    let views = [(View::Week, PlannerKey::Week), (View::Day, PlannerKey::Day), (View::Agenda, PlannerKey::Agenda)];
    let views = views.map(|(view, key)| {
        plan.button("view", key)
            .state_with("aria-pressed", move || plan.view.get() == view)
            .on_click(move || plan.view.set(view))
    });
    let step = |part, key, sign: &str, steps| {
        let label = plan.text(key);
        let button = el("button").attr("type", "button").class("planner-step").part(part);
        button.attr("aria-label", &label).attr("title", &label).text(sign).on_click(move || plan.turn(steps))
    };
    let turn = el("div")
        .class("planner-turn")
        .child(step("earlier", PlannerKey::Earlier, "‹", -1))
        .child(plan.button("today", PlannerKey::Today).on_click(move || plan.day.set(plan.desk.today())))
        .child(step("later", PlannerKey::Later, "›", 1));
    el("header")
        .class("planner-head")
        .child(
            el("div")
                .class("planner-title")
                .child(el("h2").part("month").attr("aria-live", "polite").text_with(month))
                .child(el("small").part("zone").text(&plan.fill(PlannerKey::Zone, &[("zone", &zone)]))),
        )
        .child(turn)
        .child(
            el("div")
                .class("planner-views")
                .attr("role", "group")
                .attr("aria-label", &plan.text(PlannerKey::View))
                .children(views),
        )
        .child(
            el("div")
                .class("planner-actions")
                .child(plan.button("new", PlannerKey::New).class("primary").on_click(move || plan.begin(None))),
        )
}

/// What can be done with all that is shown.
pub(super) fn foot(plan: Plan) -> El {
    el("div")
        .class("planner-foot")
        .child(plan.button("export-week", PlannerKey::ExportWeek).class("quiet").on_click(move || export::shown(plan)))
}
