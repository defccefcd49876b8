//! What comes next, day by day, as a list.

use super::block;
use super::plan::Plan;
use crate::domain::date::Date;
use crate::i18n::DayForm;
use crate::store::diary::Day;
use crate::ui::{El, el};

/// The list.
pub(super) fn agenda(plan: Plan) -> El {
    let days = move || plan.window.with(|window| window.days.iter().map(|day| day.date).collect::<Vec<Date>>());
    let sections = move || {
        plan.knows_clients();
        let with_any = |date: &Date| find(plan, *date, |day| !day.blocks.is_empty()).unwrap_or(false);
        days().into_iter().filter(with_any).map(|date| section(plan, date)).collect()
    };
    el("div").class("planner-agenda").part("agenda").handle(plan.grid).children_with(sections)
}

fn section(plan: Plan, date: Date) -> El {
    let words = plan.desk.words();
    let rows = find(plan, date, |day| day.blocks.iter().filter_map(|block| row(plan, block)).collect::<Vec<_>>());
    el("section")
        .class_with("today", move || plan.is_today(date))
        .child(el("h3").text(&words.day(date, DayForm::Day)))
        .child(el("ul").children(rows.unwrap_or_default()))
}

fn row(plan: Plan, shown: &crate::store::diary::Block) -> Option<El> {
    let meeting = plan.ask(|diary| diary.meeting(&shown.occurrence.id.meeting).cloned())?;
    let words = plan.desk.words();
    let time = [&words.time(shown.start), "–", &words.time(shown.end)].concat();
    let (name, what) = block::names(plan, &meeting);
    let id = shown.occurrence.id.clone();
    let (chosen, theirs) = (id.clone(), id.clone());
    let mut classes = vec!["planner-row", block::kind_class(meeting.kind)];
    if !shown.occurrence.is_busy() {
        classes.push("freed");
    }
    let button = el("button")
        .attr("type", "button")
        .class(&classes.join(" "))
        .part("meeting")
        .attr("data-key", &shown.key.to_string())
        .class_with("chosen", move || plan.chosen.with(|now| now.as_ref() == Some(&chosen)))
        .class_with("theirs", move || plan.client.with(|client| client.as_ref().is_some_and(|it| it.meets(&theirs))))
        .attr("aria-label", &block::spoken(plan, shown, &meeting, &[&time, &name, &what]))
        .on_click(move || {
            plan.choose(&id);
            super::details::show(plan, false);
        })
        .child(el("span").class("planner-time").text(&time))
        .text(" ")
        .child(
            el("span")
                .class("planner-name")
                .child(el("b").text(&name))
                .text(" ")
                .child(el("span").class("planner-what").text(&what)),
        )
        .text(" ")
        .child(el("span").class("planner-where muted").text(meeting.place.as_deref().unwrap_or_default()))
        .child(el("span").class("planner-marks").children(block::marks(plan, &block::special(shown))));
    Some(el("li").child(button))
}

fn find<T>(plan: Plan, date: Date, read: impl FnOnce(&Day) -> T) -> Option<T> {
    plan.window.with(|window| window.days.iter().find(|day| day.date == date).map(read))
}
