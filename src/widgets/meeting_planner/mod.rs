//! The meeting planner: the week, the day and what comes next; planning, moving and what became of it.

#![allow(unreachable_pub, reason = "the component macro writes `pub` for any visibility")]

mod agenda;
mod block;
mod client;
mod details;
mod dial;
mod drag;
mod editor;
mod export;
mod moving;
mod plan;
mod sentences;
mod toolbar;
mod week;

use leptos::prelude::*;

use crate::i18n::{KeysKey, PlannerKey};
use crate::session::Desk;
use crate::ui::element::LeptosView;
use crate::ui::{El, Icon, KeyList, Keys, el, failure, icon, status_line};
use plan::{Plan, View};

/// The planner over the shared workspace of `desk`.
///
/// In a leptos application, mount it as the [`DiscountCalculator`](crate::DiscountCalculator) is mounted.
#[component]
pub fn MeetingPlanner(
    /// The widget's hold on its session.
    desk: Desk,
) -> impl IntoView {
    LeptosView::from(meeting_planner(desk))
}

/// The widget as an element.
pub fn meeting_planner(desk: Desk) -> El {
    const KEYS: KeyList = &[
        ("← ↑ ↓ →", KeysKey::Meetings),
        ("Enter", KeysKey::OpenMeeting),
        ("M", KeysKey::MoveMeeting),
        ("Alt + ↑ ↓", KeysKey::Length),
    ];
    let keys = Keys::new(desk, KEYS);
    let plan = Plan::new(desk);
    let main = el("div")
        .class("planner-main")
        .either(move || plan.view.get() == View::Agenda, move || agenda::agenda(plan), move || week::week(plan))
        .child(empty(plan))
        .child(toolbar::foot(plan));
    let beside = el("div").class("planner-beside").child(details::details(plan)).child(dial::dial(plan));
    keys.heard_in(el("div"))
        .class("sapa")
        .attr("lang", desk.words().locale().tag())
        .child(
            el("div")
                .class("planner")
                .child(failure(desk))
                .child(toolbar::toolbar(plan))
                .child(client::client(plan))
                .child(unknown(plan))
                .child(undo(plan))
                .child(main)
                .child(beside)
                .child(el("p").class("unseen").attr("role", "status").part("said").text_with(move || plan.said.get())),
        )
        .child(editor::editor(plan))
        .child(status_line(desk, keys))
}

/// What to do while nothing is planned in the days that are shown.
fn empty(plan: Plan) -> El {
    let nothing = move || plan.window.with(|window| window.days.iter().all(|day| day.blocks.is_empty()));
    let view = move || {
        el("div")
            .class("empty")
            .part("empty")
            .child(el("p").text(&plan.text(PlannerKey::NoMeetings)))
            .child(plan.button("plan-first", PlannerKey::New).on_click(move || plan.begin(None)))
    };
    el("div").when(nothing, view)
}

/// That some meetings are not shown, and why.
fn unknown(plan: Plan) -> El {
    let zones = move || plan.unknown();
    let view = move || {
        let said = move || plan.fill(PlannerKey::Unknown, &[("zones", &plan.unknown())]);
        el("p").class("planner-note warn").child(icon(Icon::Warning)).child(el("span").text_with(said))
    };
    el("div").attr("role", "status").when(move || !zones().is_empty(), view)
}

/// What was changed, with the way back.
fn undo(plan: Plan) -> El {
    let view = move || {
        let text = plan.undo.get().unwrap_or_default();
        let back = el("button").attr("type", "button").part("undo").child(icon(Icon::Back));
        let back = back.text(&plan.desk.words().text(crate::i18n::Key::Undo)).on_click(move || plan.take_back());
        vec![el("span").text(&text), back]
    };
    el("div")
        .attr("role", "status")
        .class("removed planner-undo")
        .children_with(move || if plan.undo.with(Option::is_some) { view() } else { Vec::new() })
}
